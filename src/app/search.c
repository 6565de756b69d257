#include "config.h"
#include "app/search.h"

#include <stdlib.h>
#include <string.h>

#include "app/home.h"
#include "app/own.h"
#include "app/review.h"
#include "core/alloc.h"
#include "core/str.h"
#include "learn/grade.h"
#include "learn/vocabulary.h"
#include "store/packs.h"
#include "store/search.h"
#include "text/script.h"
#include "text/search_key.h"

struct entry {
	const char *pack, *context; /* context: "unit/id.means" */
	const char *first;	    /* pattern of what is taught */
	const char *means;	    /* in the reader's language, as far as it is there */
	bool to_cyrillic;	    /* means is Uzbek in Latin script, the reader reads Cyrillic */
	const char *taught;	    /* key */
	const char *meant;	    /* keys in all languages, a line each, with line ends before, between and behind */
	size_t unit;		    /* of home */
};
struct search {
	struct arena arena;
	struct home home;
	struct own_data own;
	struct entry *list;
	size_t count, room;
	/* while it is read: */
	const char *language;
	struct str key;
	struct str *meant;     /* by entry from `first` on */
	size_t first, unit;
	struct entry **sorted; /* of one pack, by context */
	size_t sorted_count, at;
	char at_language[16];
};

static const char *key_of(struct search *s, const char *text)
{
	str_clear(&s->key);
	text_search_key(text, true, &s->key);
	return arena_strdup(&s->arena, s->key.buf);
}

static bool take_word(void *ctx, const struct search_row *r)
{
	struct search *s = ctx;
	const struct home_pack *p = &s->home.packs[s->unit];
	size_t unit = s->count > s->first ? s->list[s->count - 1].unit : p->first;
	while (unit + 1 < p->first + p->count && strcmp(s->home.units[unit].unit, r->unit) != 0)
		unit++;
	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof(*s->list));
	s->list[s->count++] = (struct entry){
		.pack = p->pack,
		.context = arena_printf(&s->arena, "%s/%s.means", r->unit, r->id),
		.first = arena_strdup(&s->arena, r->first),
		.means = arena_strdup(&s->arena, r->means),
		.taught = key_of(s, r->all),
		.unit = unit,
	};
	return true;
}

static void add_meaning(struct search *s, size_t entry, const char *text)
{
	struct str *to = &s->meant[entry - s->first];
	if (!to->buf)
		str_init(to);
	str_addc(to, '\n');
	text_search_key(text, true, to);
}

/* Contexts come sorted within each language, like s->sorted: both are walked through side by side. */
static bool take_meaning(void *ctx, const char *language, const char *context, const char *text)
{
	struct search *s = ctx;
	if (strcmp(s->at_language, language) != 0) {
		strncpy(s->at_language, language, sizeof(s->at_language) - 1);
		s->at = 0;
	}
	while (s->at < s->sorted_count && strcmp(s->sorted[s->at]->context, context) < 0)
		s->at++;
	if (s->at == s->sorted_count || strcmp(s->sorted[s->at]->context, context) != 0)
		return true;
	struct entry *en = s->sorted[s->at];
	bool own = strcmp(language, s->language) == 0;
	add_meaning(s, (size_t)(en - s->list), text);
	if (own || (strcmp(language, "uz") == 0 && strcmp(s->language, "uz@cyrillic") == 0)) {
		en->means = arena_strdup(&s->arena, text);
		en->to_cyrillic = !own;
	}
	return true;
}

static int by_context(const void *va, const void *vb)
{
	return strcmp((*(struct entry *const *)va)->context, (*(struct entry *const *)vb)->context);
}

static bool read_pack(struct app *app, struct search *s, size_t pack, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct pack_row row;
	s->first = s->count;
	s->unit = pack;
	*s->at_language = '\0';
	bool ok = pack_active(app->store, s->home.packs[pack].pack, &a, &row, e) && search_words(app->store, row.id, take_word, s, e);
	size_t n = s->count - s->first;
	if (ok && n) {
		s->meant = arena_array(&a, n, sizeof(*s->meant));
		s->sorted = arena_array(&a, n, sizeof(*s->sorted));
		s->sorted_count = n;
		for (size_t i = 0; i < n; i++) {
			s->sorted[i] = &s->list[s->first + i];
			add_meaning(s, s->first + i, s->list[s->first + i].means);
		}
		qsort(s->sorted, n, sizeof(*s->sorted), by_context);
		ok = search_meanings(app->store, row.id, take_meaning, s, e);
		for (size_t i = 0; i < n; i++) {
			str_addc(&s->meant[i], '\n');
			s->list[s->first + i].meant = arena_strdup(&s->arena, s->meant[i].buf);
			str_release(&s->meant[i]);
		}
	}
	arena_release(&a);
	return ok;
}

struct search *search_open(struct app *app, struct err *e)
{
	struct search *s = xcalloc(1, sizeof(*s));
	arena_init(&s->arena);
	str_init(&s->key);
	s->language = arena_strdup(&s->arena, app->language);
	s->own = own_data(app, &s->arena);
	bool ok = home_load(app, &s->home, e);
	for (size_t i = 0; ok && i < s->home.pack_count; i++)
		ok = !s->home.packs[i].wanted || read_pack(app, s, i, e);
	str_release(&s->key);
	if (!ok) {
		search_free(s);
		return NULL;
	}
	return s;
}

void search_free(struct search *s)
{
	if (!s)
		return;
	home_release(&s->home);
	arena_release(&s->arena);
	free(s);
}

/* --- finding ---------------------------------------------------------------- */

/* A whole word counts more than its beginning, and what is taught more than what it means. */
enum fit { FIT_WHOLE, FIT_TAUGHT, FIT_MEANT, FITS };

/* `typed` is all of the key, or all behind its article. */
static bool is_whole(const struct entry *en, const char *typed, const char *line)
{
	size_t n = strlen(en->taught), m = strlen(typed);
	return (m <= n && strcmp(en->taught + n - m, typed) == 0) || strstr(en->meant, line);
}

static enum fit fit_of(const struct entry *en, const char *typed, const char *line)
{
	bool taught = text_search_fits(en->taught, typed);
	if (!taught && !text_search_fits(en->meant, typed))
		return FITS;
	if (is_whole(en, typed, line))
		return FIT_WHOLE;
	return taught ? FIT_TAUGHT : FIT_MEANT;
}

/* The first form of what is taught, with the learner's own name in it. */
static const char *shown(const struct search *s, const struct entry *en, struct arena *a)
{
	struct forms f = {.count = 0};
	struct diag_list d;
	bool known;
	diag_init(&d);
	bool ok = forms_add(a, &f, en->first, NULL, &d) && f.count;
	diag_release(&d);
	return vocabulary_fill(a, ok ? f.shown[0] : en->first, &s->own, &known);
}

static void add_found(const struct search *s, const struct entry *en, struct found *out)
{
	struct arena *a = &out->arena;
	const char *means = en->means;
	bool known;
	if (en->to_cyrillic) {
		char *cyrillic = script_uz_cyrillic_dup(means);
		means = arena_strdup(a, cyrillic);
		free(cyrillic);
	}
	out->list[out->count++] = (struct found_word){
		.path = arena_printf(a, "%s/%.*s", en->pack, (int)(strlen(en->context) - strlen(".means")), en->context),
		.term = shown(s, en, a),
		.means = vocabulary_fill(a, means, &s->own, &known),
		.unit = arena_strdup(a, s->home.units[en->unit].title),
	};
}

void search_find(const struct search *s, const char *typed, struct found *out)
{
	const struct entry *best[FITS][SEARCH_SHOWN_MAX];
	size_t counts[FITS] = {0};
	struct str key, line;
	*out = (struct found){.arena = ARENA_INIT};
	str_init(&key);
	str_init(&line);
	text_search_key(typed, false, &key);
	str_addf(&line, "\n%s\n", key.buf);
	for (size_t i = 0; key.len && i < s->count; i++) {
		enum fit fit = fit_of(&s->list[i], key.buf, line.buf);
		if (fit == FITS)
			continue;
		out->total++;
		if (counts[fit] < SEARCH_SHOWN_MAX)
			best[fit][counts[fit]++] = &s->list[i];
	}
	out->list = arena_array(&out->arena, SEARCH_SHOWN_MAX, sizeof(*out->list));
	for (int fit = 0; fit < FITS; fit++)
		for (size_t i = 0; i < counts[fit] && out->count < SEARCH_SHOWN_MAX; i++)
			add_found(s, best[fit][i], out);
	str_release(&line);
	str_release(&key);
}

void found_release(struct found *f)
{
	arena_release(&f->arena);
	*f = (struct found){.arena = ARENA_INIT};
}

struct practice *search_practise(struct app *app, const struct found *f, struct err *e)
{
	struct practice_word words[REVIEW_WORDS_MAX];
	size_t n = f->count < REVIEW_WORDS_MAX ? f->count : REVIEW_WORDS_MAX;
	for (size_t i = 0; i < n; i++) {
		struct fsrs_card card;
		if (!review_memory(app, f->list[i].path, &card, e))
			return NULL;
		words[i] = (struct practice_word){.path = f->list[i].path, .stability = card.memory.stability};
	}
	return practice_of_words(app, words, n, e);
}
