/* Typed answers that the grader did not simply take. Declared in exam_release.h. */
#include "config.h"
#include "app/exam_release.h"

#include <stdlib.h>
#include <string.h>

#include "app/exam_marks.h"
#include "app/reports.h"
#include "core/i18n.h"
#include "core/str.h"

/* An item of the forms, read once. */
struct seen_item {
	const char *path, *hash;
	const struct item *item; /* NULL: nothing is typed there */
	size_t order;
};
struct doubting {
	struct app *app;
	struct arena *arena;
	struct doubts *out;
	const char *teaches;
	struct words words; /* of the questions */
	int scale;
	struct seen_item *items;
	size_t item_count, item_room, room;
	size_t *orders; /* of each doubt, its item's */
	size_t order_room;
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
	d->items = arena_grow(d->arena, d->items, d->item_count, &d->item_room, sizeof(*d->items));
	d->items[d->item_count] = (struct seen_item){.path = arena_strdup(d->arena, path), .hash = arena_strdup(d->arena, hash), .item = it->type->gap ? it : NULL,
						     .order = d->item_count};
	return &d->items[d->item_count++];
}

static struct doubt *find_doubt(struct doubts *d, const char *path, const char *hash, const char *answer)
{
	for (size_t i = 0; i < d->count; i++)
		if (str_eq(d->list[i].answer, answer) && str_eq(d->list[i].hash, hash) && str_eq(d->list[i].path, path))
			return &d->list[i];
	return NULL;
}

static bool is_doubtful(const struct form_row *r)
{
	enum verdict v;
	return !r->replaced && *r->verdict && verdict_from(r->verdict, &v) && (v == VERDICT_NOTE || v == VERDICT_TYPO || v == VERDICT_WRONG);
}

static bool take_answer(void *ctx, const struct form_row *r)
{
	struct doubting *d = ctx;
	if (!is_doubtful(r))
		return true;
	struct seen_item *s = seen(d, r->path, r->hash);
	if (!s || !s->item)
		return d->ok;
	const char *answer = report_key(d->arena, r->given, report_strict(s->item));
	struct doubt *x = find_doubt(d->out, r->path, r->hash, answer);
	if (x) {
		x->count++;
		return true;
	}
	struct doubts *out = d->out;
	out->list = arena_grow(d->arena, out->list, out->count, &d->room, sizeof(*out->list));
	out->list[out->count++] = (struct doubt){
		.path = s->path, .hash = s->hash, .answer = answer, .asked = report_asked(s->item, d->arena, &d->words),
		.given = report_line(d->arena, r->given), .expected = report_line(d->arena, report_expected(s->item, d->arena)),
		.verdict = arena_strdup(d->arena, r->verdict), .reasons = arena_strdup(d->arena, r->reasons), .count = 1, .mark = r->mark, .maximum = r->maximum, .scale = d->scale, .by = "",
	};
	return true;
}

static bool take_place(void *ctx, const struct place_row *r)
{
	struct doubting *d = ctx;
	enum sitting_state s = exam_state(r);
	if (!sitting_ended(s) || s == SITTING_VOID || !r->started_at)
		return true;
	if (!exam_item_each(d->app->store, r->sitting, take_answer, d, d->e))
		d->ok = false;
	return d->ok;
}

static bool take_verdict(void *ctx, const struct verdict_row *r)
{
	struct doubting *d = ctx;
	struct doubt *x = find_doubt(d->out, r->path, r->hash, r->answer);
	if (!x)
		return true;
	x->state = str_eq(r->verdict, "confirm") ? DOUBT_CONFIRMED : str_eq(r->verdict, "half") ? DOUBT_HALF : str_eq(r->verdict, "full") ? DOUBT_FULL : DOUBT_OPEN;
	x->by = x->state == DOUBT_OPEN ? "" : arena_strdup(d->arena, r->assessor_name);
	return true;
}

/* By item, then as typed: nothing of who sat where is left in the order. */
static int by_item(const void *x, const void *y)
{
	const struct doubt *a = x, *b = y;
	int order = strcmp(a->path, b->path);
	order = order ? order : strcmp(a->hash, b->hash);
	return order ? order : strcmp(a->answer, b->answer);
}

static bool load(struct app *app, const struct session_row *s, struct doubting *d, struct err *e)
{
	struct blueprint *b;
	struct pack_row pack;
	if (!exam_blueprint(app, s->version, s->exam, d->arena, &b, e) || !pack_by_id(app->store, s->version, d->arena, &pack, e))
		return false;
	struct pack_words *w = exam_question_words(app, s->version, b, e);
	if (!w)
		return false;
	d->teaches = pack.teaches;
	d->scale = blueprint_scale(b);
	d->words = pack_words_view(w);
	bool ok = exam_place_each(app->store, s->id, take_place, d, e) && d->ok && exam_verdict_each(app->store, s->id, take_verdict, d, e);
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

struct deciding {
	struct app *app;
	struct arena *arena;
	const struct doubt *doubt;
	unsigned strict;
	struct decided {
		const char *sitting;
		int number, section, mark, maximum;
	} *list;
	size_t count, room;
	const char *sitting;
	struct err *e;
	bool ok;
};

static bool take_same(void *ctx, const struct form_row *r)
{
	struct deciding *d = ctx;
	if (!is_doubtful(r) || !str_eq(r->hash, d->doubt->hash) || !str_eq(r->path, d->doubt->path) ||
	    !str_eq(report_key(d->arena, r->given, d->strict), d->doubt->answer))
		return true;
	d->list = arena_grow(d->arena, d->list, d->count, &d->room, sizeof(*d->list));
	d->list[d->count++] = (struct decided){.sitting = d->sitting, .number = r->number, .section = r->section, .mark = r->mark, .maximum = r->maximum};
	return true;
}

static bool take_sitting(void *ctx, const struct place_row *r)
{
	struct deciding *d = ctx;
	enum sitting_state s = exam_state(r);
	if (!sitting_ended(s) || s == SITTING_VOID || !r->started_at)
		return true;
	d->sitting = arena_strdup(d->arena, r->sitting);
	if (!exam_item_each(d->app->store, r->sitting, take_same, d, d->e))
		d->ok = false;
	return d->ok;
}

static const char *const decisions[] = {[DOUBT_OPEN] = "undo", [DOUBT_CONFIRMED] = "confirm", [DOUBT_HALF] = "half", [DOUBT_FULL] = "full"};

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

static bool decide(struct app *app, const struct session_row *s, const struct doubt *x, enum doubt_state to, struct arena *a, struct err *e)
{
	struct deciding d = {.app = app, .arena = a, .doubt = x, .e = e, .ok = true};
	struct pack_row pack;
	struct release_row released;
	if (!exam_not_own_session(app, s->id, 0, e) || !exam_release_get(app->store, s->id, a, &released, e))
		return false;
	if (released.at)
		return err_set(e, ERR_DENIED, _("the results are given out; answer a request for review instead"));
	if (!str_eq(s->state, "closed"))
		return err_set(e, ERR_DENIED, _("the session is not closed yet; close it first"));
	const struct item *it = pack_by_id(app->store, s->version, a, &pack, e) ? exam_item(app, x->path, x->hash, pack.teaches, a, e) : NULL;
	if (!it)
		return false;
	d.strict = report_strict(it);
	struct verdict_row row = {.path = x->path, .hash = x->hash, .answer = x->answer, .verdict = decisions[to], .assessor = app->person.id, .at = app_now(app)};
	bool ok = exam_place_each(app->store, s->id, take_sitting, &d, e) && d.ok;
	if (ok && !d.count)
		ok = err_set(e, ERR_ABSENT, _("nobody gave this answer"));
	ok = ok && exam_verdict_add(app->store, s->id, &row, e);
	for (size_t i = 0; ok && i < d.count; i++) {
		struct mark_row m = exam_lifted_mark(to, d.list[i].number, d.list[i].mark, d.list[i].maximum);
		m.section = d.list[i].section;
		m.assessor = app->person.id;
		m.at = app_now(app);
		ok = exam_mark_add(app->store, d.list[i].sitting, &m, e);
	}
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
