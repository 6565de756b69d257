#include "config.h"
#include "app/placement.h"

#include <stdlib.h>
#include <string.h>

#include "app/answering.h"
#include "app/practice_load.h"
#include "core/alloc.h"
#include "core/i18n.h"
#include "core/random.h"
#include "core/str.h"
#include "learn/placement.h"
#include "store/placement.h"

enum { POSITION_BITS = 10 };
static const uint64_t positions = ((uint64_t)1 << POSITION_BITS) - 1;

struct placing {
	struct arena arena;
	struct pack_row pack;
	struct placement_row row;
	const char *units[PLACEMENT_UNITS_MAX];
	size_t left[PLACEMENT_UNITS_MAX], count, with_words;
	struct placement state;
	const char *asked[PLACEMENT_ITEMS_MAX];
	size_t asked_count;
	/* the question on the screen: */
	bool on;
	size_t unit;
	struct practice_load load;
	struct vocabulary vocabulary;
	char language[16];
	const char *path; /* of what is asked, in `arena` */
	enum drill_kind kind;
	struct arena drill_arena;
	struct drill drill;
	int64_t shown_mono;
};

static void forget_question(struct placing *p)
{
	arena_release(&p->drill_arena);
	vocabulary_release(&p->vocabulary);
	practice_load_release(&p->load);
	*p->language = '\0';
	p->on = false;
}

void placing_free(struct placing *p)
{
	if (!p)
		return;
	forget_question(p);
	arena_release(&p->arena);
	free(p);
}

const struct drill *placing_drill(const struct placing *p)
{
	return p->on ? &p->drill : NULL;
}

uint64_t placing_seed(const struct placing *p)
{
	return p->row.seed | ((uint64_t)p->state.asked & positions);
}

int placing_asked(const struct placing *p)
{
	return p->state.asked;
}

const char *placing_teaches(const struct placing *p)
{
	return p->pack.teaches;
}

size_t placing_known(const struct placing *p)
{
	return placement_known(&p->state);
}

/* --- the next question ---------------------------------------------------- */

static void make(struct placing *p)
{
	size_t entry = vocabulary_find(&p->vocabulary, p->path);
	drill_make(&p->drill_arena, &p->vocabulary, p->kind, &entry, 1, placing_seed(p), &p->drill);
	p->drill.item->table = practice_load_table(&p->load, entry);
	if (p->drill.item->table)
		p->drill.item->words = NULL;
}

bool placing_speak(struct app *app, struct placing *p, struct err *e)
{
	struct vocabulary v;
	if (!p->on || strcmp(p->language, app->language) == 0)
		return true;
	if (!practice_load_words(app, &p->load, &v, e))
		return false;
	vocabulary_release(&p->vocabulary);
	p->vocabulary = v;
	strcpy(p->language, app->language);
	make(p);
	return true;
}

static bool was_asked(const struct placing *p, const char *path)
{
	for (size_t i = 0; i < p->asked_count; i++)
		if (str_eq(p->asked[i], path))
			return true;
	return false;
}

/* One of the unit's words by the seed: what has a blank for the learner's own is no fair question. SIZE_MAX where none is left. */
static size_t choose_word(const struct placing *p)
{
	const struct vocabulary *v = &p->vocabulary;
	struct rng rng = {placing_seed(p)};
	size_t first = v->count ? (size_t)rng_below(&rng, v->count) : 0;
	for (size_t i = 0; i < v->count; i++) {
		size_t entry = (first + i) % v->count;
		if (!was_asked(p, v->entries[entry].path) && !strchr(v->entries[entry].forms.shown[0], '<'))
			return entry;
	}
	return SIZE_MAX;
}

/* By turns among given answers and typed. */
static enum drill_kind choose_kind(const struct placing *p, size_t entry)
{
	static const enum drill_kind turns[] = {DRILL_RECOGNISE, DRILL_TYPE, DRILL_CHOOSE, DRILL_TYPE};
	enum drill_kind kind = turns[(size_t)p->state.asked % (sizeof(turns) / sizeof(turns[0]))];
	return drill_possible(&p->vocabulary, kind, entry) ? kind : DRILL_TYPE;
}

/* False only where the store fails; without a question where it is over. */
static bool draw(struct app *app, struct placing *p, struct err *e)
{
	forget_question(p);
	while (placement_next(&p->state, p->left, &p->unit)) {
		if (!practice_load_unit(app, p->row.pack, p->units[p->unit], &p->load, e) || !practice_load_words(app, &p->load, &p->vocabulary, e))
			return false;
		strcpy(p->language, app->language);
		size_t entry = choose_word(p);
		if (entry != SIZE_MAX) {
			p->path = arena_strdup(&p->arena, p->vocabulary.entries[entry].path);
			p->kind = choose_kind(p, entry);
			p->on = true;
			make(p);
			p->shown_mono = clock_mono(&app->clock);
			return true;
		}
		p->left[p->unit] = 0;
		forget_question(p);
	}
	return true;
}

/* --- opening ---------------------------------------------------------------- */

static bool take_unit(void *ctx, const char *unit, int words)
{
	struct placing *p = ctx;
	if (p->count == PLACEMENT_UNITS_MAX)
		return false;
	p->units[p->count] = arena_strdup(&p->arena, unit);
	p->left[p->count++] = (size_t)words;
	p->with_words += words > 0;
	return true;
}

/* What became of the course and of the placements in it so far. */
static bool look(struct app *app, const char *pack, struct placing *p, enum placing_may *may, struct err *e)
{
	*may = PLACING_NOT;
	if (!pack_active(app->store, pack, &p->arena, &p->pack, e))
		return false;
	if (!*p->pack.teaches)
		return true;
	if (!placement_units(app->store, p->pack.id, take_unit, p, e) || !placement_last(app->store, app->person.id, p->pack.pack, &p->row, e))
		return false;
	int64_t days = app_today(app) - site_day(p->row.finished_at, app->offset_min, app->rollover_hour);
	if (p->with_words < PLACING_UNITS_MIN)
		return true;
	if (!p->row.id)
		*may = PLACING_FREE;
	else if (!p->row.finished_at)
		*may = PLACING_OPEN;
	else if (days >= PLACING_AGAIN_DAYS)
		*may = PLACING_AGAIN;
	return true;
}

bool placing_may(struct app *app, const char *pack, enum placing_may *out, struct err *e)
{
	struct placing *p = xcalloc(1, sizeof(*p));
	bool ok = look(app, pack, p, out, e);
	placing_free(p);
	return ok;
}

static void count_answer(struct placing *p, size_t unit, const char *path, bool right, bool chosen)
{
	placement_answer(&p->state, unit, right, chosen);
	if (p->left[unit])
		p->left[unit]--;
	if (p->asked_count < PLACEMENT_ITEMS_MAX)
		p->asked[p->asked_count++] = arena_strdup(&p->arena, path);
}

/* What a newer version of the course no longer has is left out. */
static bool take_answer(void *ctx, const struct placement_answer *a)
{
	struct placing *p = ctx;
	enum verdict v;
	const char *unit = strchr(a->path, '/'), *id = unit ? strchr(unit + 1, '/') : NULL;
	for (size_t i = 0; id && i < p->count; i++)
		if (strlen(p->units[i]) == (size_t)(id - unit - 1) && strncmp(p->units[i], unit + 1, strlen(p->units[i])) == 0 && verdict_from(a->verdict, &v))
			count_answer(p, i, a->path, verdict_accepted(v), str_eq(a->direction, drill_direction(DRILL_CHOOSE)));
	return true;
}

struct placing *placing_open(struct app *app, const char *pack, struct err *e)
{
	struct placing *p = xcalloc(1, sizeof(*p));
	enum placing_may may;
	bool ok = look(app, pack, p, &may, e);
	if (ok && may == PLACING_NOT)
		ok = err_set(e, ERR_INPUT, ngettext("no placement test can be taken in the course '%s' now; it can be taken again after %d day",
						     "no placement test can be taken in the course '%s' now; it can be taken again after %d days", PLACING_AGAIN_DAYS),
			     pack, PLACING_AGAIN_DAYS);
	if (ok && may != PLACING_OPEN) {
		p->row = (struct placement_row){.person = app->person.id, .pack = p->pack.pack, .seed = entropy_u64(&app->entropy) & ~positions & INT64_MAX,
						.begun_at = app_now(app)};
		ok = placement_start(app->store, &p->row, e);
	}
	if (ok) {
		placement_begin(&p->state, p->count);
		ok = placement_answers(app->store, &p->row, take_answer, p, e) && draw(app, p, e);
	}
	/* the course may have lost the rest of its questions meanwhile */
	if (ok && !p->on)
		ok = placement_finish(app->store, &p->row, app_now(app), p->units, placing_known(p), e);
	if (!ok) {
		placing_free(p);
		return NULL;
	}
	return p;
}

/* --- answering ---------------------------------------------------------------- */

static bool store_answer(struct app *app, struct placing *p, const struct form *form, const struct response *r, const struct grade *g, struct err *e)
{
	size_t entry = vocabulary_find(&p->vocabulary, p->path);
	const struct word_table *table = r && r->kind == FORM_GAPS ? p->drill.item->table : NULL;
	struct asked q = {
		.path = p->path,
		.body_hash = practice_load_hash(&p->load, entry),
		.sitting = "",
		.version = practice_load_version(&p->load, entry),
		.shown_mono = p->shown_mono,
		.seed = placing_seed(p),
		.drill = ANSWER_PLACEMENT,
		.direction = drill_direction(p->drill.kind),
		.words = table ? table->hash : "",
	};
	return answering_store(app, &q, form, r, g, e);
}

/* The answer was not stored: the question, which hangs on what is counted, comes back. */
static void take_back(struct app *app, struct placing *p, const struct placing *before)
{
	struct err ignored = ERR_INIT;
	p->state = before->state;
	memcpy(p->left, before->left, sizeof(p->left));
	p->asked_count = before->asked_count;
	draw(app, p, &ignored);
}

bool placing_answer(struct app *app, struct placing *p, const struct response *r, bool *again, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct form form;
	struct grade g = {.verdict = VERDICT_WRONG};
	*again = false;
	item_form(p->drill.item, &a, &words_source, placing_seed(p), &form);
	if (r)
		item_grade(p->drill.item, &a, r, &g);
	if (g.verdict == VERDICT_EMPTY)
		g.verdict = VERDICT_WRONG;
	*again = g.verdict == VERDICT_RETRY;
	struct placing before = *p;
	bool ok = store_begin(app->store, e);
	if (ok) {
		ok = store_answer(app, p, &form, r, &g, e);
		if (ok && !*again) {
			count_answer(p, p->unit, p->path, verdict_accepted(g.verdict), str_eq(drill_direction(p->drill.kind), drill_direction(DRILL_CHOOSE)));
			ok = draw(app, p, e) && (p->on || placement_finish(app->store, &p->row, app_now(app), p->units, placing_known(p), e));
		}
		ok = store_end(app->store, ok, e);
	}
	if (!ok)
		take_back(app, p, &before);
	arena_release(&a);
	return ok;
}
