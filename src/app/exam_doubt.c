/* Typed answers that the grader did not simply take. Declared in exam_release.h. */
#include "config.h"
#include "app/exam_release.h"

#include <stdlib.h>
#include <string.h>

#include "app/exam_gaps.h"
#include "app/exam_marks.h"
#include "app/pack_table.h"
#include "app/reports.h"
#include "core/i18n.h"
#include "core/str.h"

static const char *const decisions[] = {[DOUBT_OPEN] = "undo", [DOUBT_CONFIRMED] = "confirm", [DOUBT_HALF] = "half", [DOUBT_FULL] = "full"};

/* An item of the forms, read once, with the answers to it that were looked at: equal ones are judged once. */
struct seen_answer {
	const char *given, *verdict;
	const struct answer_gap *gaps;
	size_t count;
};
struct seen_item {
	const char *path, *hash;
	const struct item *item; /* NULL: nothing is typed there */
	struct seen_answer *answers;
	size_t count, room;
};
/* What looking through a session needs. */
struct doubting {
	struct app *app;
	struct arena *arena;
	struct doubts *out;
	const struct blueprint *blueprint;
	const char *teaches;
	struct word_table table;
	struct words words; /* of the questions */
	struct seen_item *items;
	size_t item_count, item_room, room;
	struct err *e;
	bool ok;
};

static struct seen_item *seen(struct doubting *d, const char *path, const char *hash)
{
	for (size_t i = 0; i < d->item_count; i++)
		if (str_eq(d->items[i].hash, hash) && str_eq(d->items[i].path, path))
			return &d->items[i];
	const struct item *it = exam_item(d->app, path, hash, d->teaches, d->arena, d->e);
	if (!it) {
		d->ok = false;
		return NULL;
	}
	struct item *own = arena_alloc(d->arena, sizeof(*own));
	*own = *it;
	own->table = d->table.bytes ? &d->table : NULL;
	d->items = arena_grow(d->arena, d->items, d->item_count, &d->item_room, sizeof(*d->items));
	d->items[d->item_count] = (struct seen_item){.path = arena_strdup(d->arena, path), .hash = arena_strdup(d->arena, hash), .item = it->type->gap ? own : NULL};
	return &d->items[d->item_count++];
}

static const struct seen_answer *seen_answer(struct doubting *d, struct seen_item *s, const struct form_row *r)
{
	for (size_t i = 0; i < s->count; i++)
		if (str_eq(s->answers[i].given, r->given) && str_eq(s->answers[i].verdict, r->verdict))
			return &s->answers[i];
	struct seen_answer x = {.given = arena_strdup(d->arena, r->given), .verdict = arena_strdup(d->arena, r->verdict)};
	x.gaps = gaps_of(s->item, d->blueprint, r, d->arena, &x.count);
	s->answers = arena_grow(d->arena, s->answers, s->count, &s->room, sizeof(*s->answers));
	s->answers[s->count] = x;
	return &s->answers[s->count++];
}

static struct doubt *find_doubt(struct doubts *d, const char *path, const char *hash, int gap, const char *answer)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->list[i].gap == gap && str_eq(d->list[i].answer, answer) && str_eq(d->list[i].hash, hash) && str_eq(d->list[i].path, path))
			return &d->list[i];
	return NULL;
}

static bool is_doubtful(const struct form_row *r)
{
	enum verdict v;
	return !r->replaced && *r->verdict && verdict_from(r->verdict, &v) && v != VERDICT_OK && v != VERDICT_EMPTY;
}

/* What is in the wrong layout or script counts as wrong in the end. */
static const char *said_of(enum verdict v)
{
	return verdict_name(v == VERDICT_RETRY ? VERDICT_WRONG : v);
}

static struct doubt make_doubt(struct doubting *d, const struct seen_item *s, const struct seen_answer *x, size_t gap, const struct form_row *r)
{
	struct arena *a = d->arena;
	const struct answer_gap *g = &x->gaps[gap];
	int scale = blueprint_scale(d->blueprint), n = (int)x->count;
	struct doubt out = {
		.path = s->path, .hash = s->hash, .gaps = n, .given = report_line(a, g->given), .verdict = said_of(g->verdict), .count = 1, .by = "",
		.reasons = n > 1 ? "" : arena_strdup(a, r->reasons), .mark = r->mark, .maximum = r->maximum, .scale = scale,
	};
	if (n > 1) {
		out.gap = (int)gap + 1;
		out.asked = report_gap_asked(s->item, a, &d->words, gap);
		out.expected = report_gap_expected(s->item, a, gap);
		out.mark = r->maximum * g->halves;
		out.maximum = r->maximum * 2;
		out.scale = scale * 2 * n;
	} else {
		out.asked = report_asked(s->item, a, &d->words);
		out.expected = report_line(a, report_expected(s->item, a));
	}
	return out;
}

static const char *key_of(struct doubting *d, const struct seen_item *s, const struct answer_gap *g)
{
	return report_key(d->arena, g->given, report_strict(s->item));
}

static bool take_answer(void *ctx, const struct form_row *r)
{
	struct doubting *d = ctx;
	struct doubts *out = d->out;
	struct seen_item *s = is_doubtful(r) ? seen(d, r->path, r->hash) : NULL;
	if (!s || !s->item)
		return d->ok;
	const struct seen_answer *x = seen_answer(d, s, r);
	for (size_t i = 0; i < x->count; i++) {
		if (!x->gaps[i].doubtful)
			continue;
		const char *answer = key_of(d, s, &x->gaps[i]);
		struct doubt *same = find_doubt(out, r->path, r->hash, x->count > 1 ? (int)i + 1 : 0, answer);
		if (same) {
			same->count++;
			continue;
		}
		out->list = arena_grow(d->arena, out->list, out->count, &d->room, sizeof(*out->list));
		out->list[out->count] = make_doubt(d, s, x, i, r);
		out->list[out->count++].answer = answer;
	}
	return true;
}

static bool has_result(const struct place_row *r)
{
	enum sitting_state s = exam_state(r);
	return sitting_ended(s) && s != SITTING_VOID && r->started_at;
}

static bool take_place(void *ctx, const struct place_row *r)
{
	struct doubting *d = ctx;
	if (has_result(r) && !exam_item_typed(d->app->store, r->sitting, take_answer, d, d->e))
		d->ok = false;
	return d->ok;
}

static enum doubt_state state_from(const char *verdict)
{
	for (int i = DOUBT_OPEN; i <= DOUBT_FULL; i++)
		if (str_eq(decisions[i], verdict))
			return (enum doubt_state)i;
	return DOUBT_OPEN;
}

static bool take_verdict(void *ctx, const struct verdict_row *r)
{
	struct doubting *d = ctx;
	struct doubt *x = find_doubt(d->out, r->path, r->hash, r->gap, r->answer);
	if (!x)
		return true;
	x->state = state_from(r->verdict);
	x->by = x->state == DOUBT_OPEN ? "" : arena_strdup(d->arena, r->assessor_name);
	return true;
}

/* By item and gap, then as typed: nothing of who sat where is left in the order. */
static int by_item(const void *x, const void *y)
{
	const struct doubt *a = x, *b = y;
	int order = strcmp(a->path, b->path);
	order = order ? order : strcmp(a->hash, b->hash);
	order = order ? order : a->gap - b->gap;
	return order ? order : strcmp(a->answer, b->answer);
}

/* Free `*words` with pack_words_free, also on failure. */
static bool begin(struct app *app, const struct session_row *s, struct doubting *d, struct pack_words **words, struct err *e)
{
	struct blueprint *b;
	struct pack_row pack;
	*words = NULL;
	if (!exam_blueprint(app, s->version, s->exam, d->arena, &b, e) || !pack_by_id(app->store, s->version, d->arena, &pack, e) ||
	    (*pack.teaches && !pack_table_load(app->store, s->version, d->arena, &d->table, e)))
		return false;
	*words = exam_question_words(app, s->version, b, e);
	if (!*words)
		return false;
	d->blueprint = b;
	d->teaches = pack.teaches;
	d->words = pack_words_view(*words);
	return true;
}

static bool load(struct app *app, const struct session_row *s, struct doubting *d, struct err *e)
{
	struct pack_words *w;
	bool ok = begin(app, s, d, &w, e) && exam_place_each(app->store, s->id, take_place, d, e) && d->ok && exam_verdict_each(app->store, s->id, take_verdict, d, e);
	pack_words_free(w);
	return ok;
}

bool doubts_load(struct app *app, int64_t session, struct doubts *out, struct err *e)
{
	struct doubting d = {.app = app, .arena = &out->arena, .out = out, .e = e, .ok = true};
	struct session_row s;
	*out = (struct doubts){.arena = ARENA_INIT};
	if (!app_may(app, MAY_EXAM, e) || !exam_session_get(app->store, session, &out->arena, &s, e) || !load(app, &s, &d, e))
		return false;
	if (out->count)
		qsort(out->list, out->count, sizeof(*out->list), by_item);
	for (size_t i = 0; i < out->count; i++)
		out->open += out->list[i].state == DOUBT_OPEN;
	return true;
}

void doubts_release(struct doubts *d)
{
	arena_release(&d->arena);
	*d = (struct doubts){.arena = ARENA_INIT};
}

/* --- deciding -------------------------------------------------------------- */

/* What was said about one gap of the item, or the answer to its only one. */
struct word {
	int gap;
	const char *answer;
	enum doubt_state state;
};
/* A sitting in which the answer stands. */
struct decided {
	const char *sitting;
	struct form_row row; /* its texts are not kept */
	const struct seen_answer *answer;
};
struct deciding {
	struct doubting d;
	const struct doubt *doubt;
	struct seen_item *item;
	struct decided *list;
	struct word *words;
	size_t count, room, word_count, word_room;
	const char *sitting;
};

static bool take_same(void *ctx, const struct form_row *r)
{
	struct deciding *x = ctx;
	const struct doubt *doubt = x->doubt;
	if (!is_doubtful(r) || !str_eq(r->hash, doubt->hash) || !str_eq(r->path, doubt->path))
		return true;
	const struct seen_answer *all = seen_answer(&x->d, x->item, r);
	struct seen_answer *answer = arena_alloc(x->d.arena, sizeof(*answer));
	*answer = *all;
	size_t gap = doubt->gap ? (size_t)doubt->gap - 1 : 0;
	if (gap >= answer->count || (answer->count > 1) != (doubt->gap > 0) || !answer->gaps[gap].doubtful ||
	    !str_eq(key_of(&x->d, x->item, &answer->gaps[gap]), doubt->answer))
		return true;
	x->list = arena_grow(x->d.arena, x->list, x->count, &x->room, sizeof(*x->list));
	x->list[x->count++] = (struct decided){.sitting = x->sitting, .row = *r, .answer = answer};
	return true;
}

static bool take_sitting(void *ctx, const struct place_row *r)
{
	struct deciding *x = ctx;
	x->sitting = arena_strdup(x->d.arena, r->sitting);
	if (has_result(r) && !exam_item_typed(x->d.app->store, r->sitting, take_same, x, x->d.e))
		x->d.ok = false;
	return x->d.ok;
}

static bool take_word(void *ctx, const struct verdict_row *r)
{
	struct deciding *x = ctx;
	if (!str_eq(r->hash, x->doubt->hash) || !str_eq(r->path, x->doubt->path))
		return true;
	x->words = arena_grow(x->d.arena, x->words, x->word_count, &x->word_room, sizeof(*x->words));
	x->words[x->word_count++] = (struct word){r->gap, arena_strdup(x->d.arena, r->answer), state_from(r->verdict)};
	return true;
}

/* The last word counts. */
static enum doubt_state word_about(const struct deciding *x, int gap, const char *answer)
{
	for (size_t i = x->word_count; i-- > 0;)
		if (x->words[i].gap == gap && str_eq(x->words[i].answer, answer))
			return x->words[i].state;
	return DOUBT_OPEN;
}

struct mark_row exam_lifted_mark(enum doubt_state to, int number, int mark, int maximum)
{
	struct mark_row r = {.number = number, .marker = 1, .criterion = "", .text = decisions[to], .kind = "verdict", .mark = mark, .maximum = maximum};
	if (to == DOUBT_FULL)
		r.mark = maximum;
	if (to == DOUBT_HALF && 2 * mark < maximum) {
		r.mark = maximum;
		r.maximum = 2 * maximum;
	}
	return r;
}

/* What the answer earns in one sitting by all that was said about its gaps. */
static bool write_mark(struct deciding *x, const struct decided *at, enum doubt_state to, struct err *e)
{
	const struct seen_answer *answer = at->answer;
	enum doubt_state *states = arena_array(x->d.arena, answer->count, sizeof(*states));
	for (size_t i = 0; i < answer->count; i++)
		states[i] = word_about(x, answer->count > 1 ? (int)i + 1 : 0, key_of(&x->d, x->item, &answer->gaps[i]));
	struct mark_row m = gaps_mark(x->item->item, &at->row, answer->gaps, states, answer->count);
	m.text = decisions[to];
	m.section = at->row.section;
	m.assessor = x->d.app->person.id;
	m.at = app_now(x->d.app);
	return exam_mark_add(x->d.app->store, at->sitting, &m, e);
}

static bool may_decide(struct app *app, const struct session_row *s, struct arena *a, struct err *e)
{
	struct release_row released;
	if (!exam_not_own_session(app, s->id, 0, e) || !exam_release_get(app->store, s->id, a, &released, e))
		return false;
	if (released.at)
		return err_set(e, ERR_DENIED, _("the results are given out; answer a request for review instead"));
	return str_eq(s->state, "closed") || err_set(e, ERR_DENIED, _("the session is not closed yet; close it first"));
}

static bool decide(struct app *app, const struct session_row *s, const struct doubt *about, enum doubt_state to, struct arena *a, struct err *e)
{
	struct deciding x = {.d = {.app = app, .arena = a, .e = e, .ok = true}, .doubt = about};
	struct verdict_row row = {.path = about->path, .hash = about->hash, .gap = about->gap, .answer = about->answer, .verdict = decisions[to],
				  .assessor = app->person.id, .at = app_now(app)};
	struct pack_words *w;
	bool ok = may_decide(app, s, a, e) && begin(app, s, &x.d, &w, e);
	if (!ok)
		return false;
	pack_words_free(w); /* nothing is shown here */
	x.item = seen(&x.d, about->path, about->hash);
	ok = x.item && exam_place_each(app->store, s->id, take_sitting, &x, e) && x.d.ok;
	if (ok && !x.count)
		ok = err_set(e, ERR_ABSENT, _("nobody gave this answer"));
	ok = ok && exam_verdict_add(app->store, s->id, &row, e) && exam_verdict_each(app->store, s->id, take_word, &x, e);
	for (size_t i = 0; ok && i < x.count; i++)
		ok = write_mark(&x, &x.list[i], to, e);
	return ok;
}

bool doubt_decide(struct app *app, int64_t session, const struct doubt *d, enum doubt_state to, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct session_row s;
	bool ok = app_may(app, MAY_EXAM, e) && exam_session_get(app->store, session, &a, &s, e) && store_begin(app->store, e);
	ok = ok && store_end(app->store, decide(app, &s, d, to, &a, e), e);
	arena_release(&a);
	return ok;
}
