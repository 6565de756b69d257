#include "config.h"
#include "app/item_text.h"

#include <stdlib.h>
#include <string.h>

#include "app/pack_words.h"
#include "app/reports.h"
#include "app/unit_load.h"
#include "core/alloc.h"
#include "core/str.h"
#include "learn/drill.h"
#include "pack/words.h"
#include "store/packs.h"

struct kept {
	const char *place;	  /* "pack/unit" */
	struct loaded_unit loaded; /* unit NULL: not there */
	struct pack_words *words;
};
struct item_texts {
	struct app *app;
	struct arena arena;
	struct kept *list;
	size_t count, room;
};

struct item_texts *item_texts_new(struct app *app)
{
	struct item_texts *t = xcalloc(1, sizeof(*t));
	t->app = app;
	return t;
}

void item_texts_free(struct item_texts *t)
{
	for (size_t i = 0; t && i < t->count; i++)
		pack_words_free(t->list[i].words);
	if (t)
		arena_release(&t->arena);
	free(t);
}

/* What is not there, or cannot be read, is kept as such: only a fault of the store is one. */
static bool read_unit(struct item_texts *t, const char *pack, const char *unit, struct kept *k, struct err *e)
{
	struct pack_row row;
	struct err one = ERR_INIT;
	if (pack_active(t->app->store, pack, &t->arena, &row, &one) && unit_load(t->app->store, row.id, unit, row.teaches, &t->arena, &k->loaded, &one) &&
	    (k->words = pack_words_load(t->app->store, row.id, unit, t->app->language, &one)))
		return true;
	k->loaded.unit = NULL;
	if (one.kind == ERR_ABSENT || one.kind == ERR_STORE)
		return true;
	*e = one;
	return false;
}

/* The unit that a path stands in, and the id within it. */
static bool find_unit(struct item_texts *t, const char *path, const struct kept **out, const char **id, struct err *e)
{
	const char *unit = strchr(path, '/'), *end = unit ? strchr(unit + 1, '/') : NULL;
	*out = NULL;
	if (!end)
		return true;
	*id = end + 1;
	for (size_t i = t->count; i > 0; i--) {
		if (strncmp(t->list[i - 1].place, path, (size_t)(end - path)) == 0 && !t->list[i - 1].place[end - path]) {
			*out = &t->list[i - 1];
			return true;
		}
	}
	struct arena *a = &t->arena;
	struct kept k = {.place = arena_strndup(a, path, (size_t)(end - path))};
	if (!read_unit(t, arena_strndup(a, path, (size_t)(unit - path)), arena_strndup(a, unit + 1, (size_t)(end - unit - 1)), &k, e))
		return false;
	t->list = arena_grow(a, t->list, t->count, &t->room, sizeof(*t->list));
	t->list[t->count] = k;
	*out = &t->list[t->count++];
	return true;
}

static const char *spoken(struct item_texts *t, const struct kept *k, const char *id, const char *field, const char *text)
{
	struct words w = pack_words_view(k->words);
	return text ? words_get(&w, &t->arena, k->loaded.unit->id, id, field, text) : "";
}

static bool in_part(struct item_texts *t, const struct kept *k, const struct part *p, const char *id, const char *drill, struct item_text *out)
{
	bool bank = str_eq(drill, drill_name(DRILL_BANK));
	for (size_t i = 0; p->kind == PART_WORDS && i < p->count; i++) {
		const struct word *w = &p->words[i];
		if (!str_eq(w->id, id))
			continue;
		bool example = bank && w->example;
		*out = (struct item_text){.word = true, .right = example ? w->example : w->term,
			.asked = example ? spoken(t, k, id, "example-means", w->example_means) : spoken(t, k, id, "means", w->means)};
		return true;
	}
	for (size_t i = 0; p->kind == PART_PHRASES && i < p->count; i++) {
		const struct phrase *ph = &p->phrases[i];
		if (!str_eq(ph->id, id) || ph->forms.count == 0)
			continue;
		*out = (struct item_text){.word = true, .right = ph->forms.shown[0], .asked = spoken(t, k, id, "means", ph->means)};
		return true;
	}
	return false;
}

static void of_exercise(struct item_texts *t, const struct kept *k, const struct item *it, struct item_text *out)
{
	struct words w = pack_words_view(k->words);
	struct form f;
	*out = (struct item_text){.item = it, .right = it->type->right(it, &t->arena, &w), .asked = ""};
	item_form(it, &t->arena, &w, 0, &f);
	for (size_t i = 0; i < f.count && !*out->asked; i++)
		if (f.parts[i].kind == FORM_ASK && f.parts[i].text)
			out->asked = f.parts[i].text;
}

bool item_text(struct item_texts *t, const char *path, const char *drill, struct item_text *out, bool *found, struct err *e)
{
	const struct kept *k;
	const char *id = NULL;
	*found = false;
	if (!find_unit(t, path, &k, &id, e))
		return false;
	const struct unit *u = k ? k->loaded.unit : NULL;
	for (size_t i = 0; u && *drill && i < u->part_count && !*found; i++)
		*found = in_part(t, k, &u->parts[i], id, drill, out);
	for (size_t i = 0; u && !*drill && i < u->step_count && !*found; i++)
		if (u->steps[i].item && str_eq(u->steps[i].id, id)) {
			of_exercise(t, k, u->steps[i].item, out);
			*found = true;
		}
	return true;
}

/* Options by their number in the source. */
static void write_options(const struct form *f, const struct response *r, struct str *out)
{
	for (size_t c = 0; c < r->count; c++)
		for (size_t i = 0; i < f->count; i++)
			for (size_t k = 0; f->parts[i].kind == r->kind && f->parts[i].keys && k < f->parts[i].option_count; k++)
				if (f->parts[i].keys[k] == r->chosen[c])
					str_addf(out, "%s%s", out->len ? r->kind == FORM_ORDER ? " " : ", " : "", f->parts[i].options[k]);
}

const char *item_text_given(struct item_texts *t, const struct item_text *of, const char *drill, const char *given)
{
	struct response r;
	struct form f;
	if (of->word)
		return str_eq(drill, drill_name(DRILL_TYPE)) || (str_eq(drill, drill_name(DRILL_BANK)) && strpbrk(given, " ")) ? report_line(&t->arena, given) : "";
	if (!of->item || !response_parse(&t->arena, of->item->type->answer, given, &r))
		return "";
	if (r.kind == FORM_GAPS)
		return report_line(&t->arena, given);
	if (r.kind != FORM_CHOICE && r.kind != FORM_ORDER)
		return "";
	struct str out;
	str_init(&out);
	item_form(of->item, &t->arena, &words_source, 0, &f);
	write_options(&f, &r, &out);
	const char *text = arena_strdup(&t->arena, out.buf);
	str_release(&out);
	return text;
}
