#include "config.h"
#include "app/pack_words.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/secret.h"
#include "pack/facts.h"
#include "text/script.h"

struct entry {
	const char *context, *hash, *text;
};

struct pack_words {
	struct arena arena;
	struct entry *list; /* sorted by context, then hash */
	size_t count, room;
	struct fact *facts;
	size_t fact_count, fact_room;
	char language[16];
	bool to_cyrillic;
};

void source_hash(const char *source, char out[SOURCE_HASH_SIZE])
{
	char whole[HASH_HEX_SIZE];
	hash_hex(source, strlen(source), whole);
	memcpy(out, whole, SOURCE_HASH_SIZE - 1);
	out[SOURCE_HASH_SIZE - 1] = '\0';
}

static int by_place(const void *va, const void *vb)
{
	const struct entry *a = va, *b = vb;
	int c = strcmp(a->context, b->context);
	return c ? c : strcmp(a->hash, b->hash);
}

static bool take_translation(void *ctx, const char *context, const char *hash, const char *text)
{
	struct pack_words *w = ctx;
	w->list = arena_grow(&w->arena, w->list, w->count, &w->room, sizeof(*w->list));
	w->list[w->count++] = (struct entry){
		arena_strdup(&w->arena, context), arena_strdup(&w->arena, hash), arena_strdup(&w->arena, text)};
	return true;
}

static bool take_fact(void *ctx, const struct fact_row *f)
{
	struct pack_words *w = ctx;
	int kind = fact_kind_from(f->kind);
	w->facts = arena_grow(&w->arena, w->facts, w->fact_count, &w->fact_room, sizeof(*w->facts));
	w->facts[w->fact_count++] = (struct fact){
		.name = arena_strdup(&w->arena, f->name),
		.value = arena_strdup(&w->arena, f->value),
		.unit = arena_strdup(&w->arena, f->unit),
		.kind = kind < 0 ? FACT_TEXT : (enum fact_kind)kind,
	};
	return true;
}

struct pack_words *pack_words_load(struct store *s, int64_t version, const char *prefix, const char *language, struct err *e)
{
	struct pack_words *w = xcalloc(1, sizeof(*w));
	const char *from = language;
	bool own = true;
	bool ok = pack_has_language(s, version, language, &own, e);
	if (ok && !own && strcmp(language, "uz@cyrillic") == 0) {
		from = "uz";
		w->to_cyrillic = true;
	}
	strncpy(w->language, language, sizeof(w->language) - 1);
	ok = ok && pack_translations(s, version, from, prefix, take_translation, w, e) &&
	     pack_facts(s, version, take_fact, w, e);
	if (!ok) {
		pack_words_free(w);
		return NULL;
	}
	if (w->count)
		qsort(w->list, w->count, sizeof(*w->list), by_place);
	return w;
}

void pack_words_free(struct pack_words *w)
{
	if (!w)
		return;
	arena_release(&w->arena);
	free(w);
}

static const char *show_fact(void *ctx, struct arena *a, const char *name)
{
	const struct pack_words *w = ctx;
	for (size_t i = 0; i < w->fact_count; i++)
		if (strcmp(w->facts[i].name, name) == 0)
			return fact_show(a, &w->facts[i], w->language);
	return NULL;
}

static const char *translate(void *ctx, struct arena *a, const char *context, const char *msgid)
{
	struct pack_words *w = ctx;
	char hash[SOURCE_HASH_SIZE];
	const struct entry *found = NULL;
	if (w->count) {
		source_hash(msgid, hash);
		struct entry key = {.context = context, .hash = hash};
		found = bsearch(&key, w->list, w->count, sizeof(key), by_place);
	}
	const char *text = found ? found->text : msgid;
	if (found && w->to_cyrillic) {
		char *cyrillic = script_uz_cyrillic_dup(text);
		text = arena_strdup(a, cyrillic);
		free(cyrillic);
	}
	return words_facts(a, text, show_fact, w);
}

struct words pack_words_view(struct pack_words *w)
{
	return (struct words){.translate = translate, .ctx = w};
}
