/* Who may sit an exam, and seats as they are planned. Declared in exam_seating.h; identity is in exam_identity.c. */
#include "config.h"
#include "app/exam_seating.h"

#include <string.h>

#include "app/exam_inside.h"
#include "app/people.h"
#include "app/results.h"
#include "core/i18n.h"
#include "core/str.h"

/* --- who may sit it --- */

struct gathering {
	struct app *app;
	struct arena *arena;
	struct person *list;
	size_t count, room;
};

static bool gather(void *ctx, const struct person *p)
{
	struct gathering *g = ctx;
	g->list = arena_grow(g->arena, g->list, g->count, &g->room, sizeof(*g->list));
	g->list[g->count++] = (struct person){
		.id = p->id, .code = arena_strdup(g->arena, p->code), .name = arena_strdup(g->arena, p->name), .birth = arena_strdup(g->arena, p->birth),
	};
	return true;
}

struct enrolled {
	const char *programme;
	bool found;
};

static bool look_enrolled(void *ctx, const struct enrolment *en)
{
	struct enrolled *x = ctx;
	x->found = strcmp(en->programme, x->programme) == 0;
	return !x->found;
}

/* What stands between a person and the exam on that day. */
static bool hindrance(struct app *app, const struct session_row *s, const struct blueprint *b, int64_t day, struct arena *a, struct exam_candidate *c, struct err *e)
{
	int attempts = 0;
	int64_t last = 0;
	if (!exam_attempts(app, c->person, s->exam, &attempts, &last, e))
		return false;
	int64_t from = outcome_next_day(b, attempts, last);
	c->from = "";
	if (from == INT64_MAX) {
		c->hindrance = EXAM_NO_ATTEMPT;
	} else if (from > day) {
		char *text = arena_alloc(a, 11);
		date_format(from, text);
		c->from = text;
		c->hindrance = EXAM_TOO_EARLY;
	}
	return true;
}

static bool candidates(struct app *app, const struct session_row *s, const char *programme, struct arena *a, struct exam_candidate **out, size_t *count, struct err *e)
{
	struct arena own = ARENA_INIT; /* rows and blueprint */
	struct gathering g = {.app = app, .arena = &own};
	struct blueprint *b = NULL;
	int64_t day = 0;
	*out = NULL;
	*count = 0;
	bool ok = exam_blueprint(app, s->version, s->exam, &own, &b, e) && person_each(app->store, ROLE_LEARNER, NULL, gather, &g, e);
	if (ok && !date_parse(s->day, &day))
		ok = err_set(e, ERR_INPUT, _("'%s' is no date; write it as 2026-12-31"), s->day);
	struct exam_candidate *list = ok ? arena_array(a, g.count + 1, sizeof(*list)) : NULL;
	for (size_t i = 0; ok && i < g.count; i++) {
		struct enrolled x = {programme, !programme};
		ok = !programme || enrol_each(app->store, g.list[i].id, look_enrolled, &x, e);
		if (!ok || !x.found)
			continue;
		struct exam_candidate *c = &list[(*count)++];
		*c = (struct exam_candidate){
			.person = g.list[i].id, .code = arena_strdup(a, g.list[i].code), .name = person_shown(app, a, &g.list[i]),
		};
		ok = hindrance(app, s, b, day, a, c, e);
	}
	*out = list;
	arena_release(&own);
	return ok;
}

bool exam_candidates(struct app *app, const char *exam, const char *day, const char *programme, struct arena *a, struct exam_candidate **out, size_t *count, struct err *e)
{
	struct session_row s = {.day = day};
	const char *path = NULL;
	return app_may(app, MAY_EXAM, e) && exam_find(app, exam, a, &s, e) &&
	       (!programme || !*programme || results_find_programme(app, programme, a, &path, e)) && candidates(app, &s, path, a, out, count, e);
}

struct seated {
	struct exam_candidate *list;
	size_t count;
};

static bool mark_seated(void *ctx, const struct place_row *r)
{
	struct seated *x = ctx;
	for (size_t i = 0; i < x->count; i++)
		if (x->list[i].person == r->person)
			x->list[i].hindrance = EXAM_SEATED;
	return true;
}

bool exam_candidates_more(struct app *app, int64_t session, struct arena *a, struct exam_candidate **out, size_t *count, struct err *e)
{
	struct session_row s;
	struct seated x = {0};
	if (!app_may(app, MAY_EXAM, e) || !exam_session_get(app->store, session, a, &s, e) || !candidates(app, &s, NULL, a, out, count, e))
		return false;
	x = (struct seated){*out, *count};
	return exam_place_each(app->store, session, mark_seated, &x, e);
}

/* --- seats as they are planned --- */

struct seating {
	exam_planned_fn *fn;
	void *ctx;
};

static struct exam_planned planned(const struct place_row *r)
{
	enum sitting_state s = exam_state(r);
	return (struct exam_planned){
		.number = r->seat, .person = r->person, .code = r->code, .name = r->name, .record_latin = r->person_latin, .record_birth = r->person_birth,
		.state = s, .coded = *r->code_hash, .locked = r->code_failures >= EXAM_CODE_TRIES, .extra_percent = r->extra_percent, .aloud = r->aloud,
		.confirmed = *r->latin, .latin = r->latin, .birth = r->birth, .document = r->document,
	};
}

static bool give_planned(void *ctx, const struct place_row *r)
{
	struct seating *x = ctx;
	struct exam_planned s = planned(r);
	return x->fn(x->ctx, &s);
}

bool exam_seating(struct app *app, int64_t session, exam_planned_fn *fn, void *ctx, struct err *e)
{
	struct seating x = {fn, ctx};
	return app_may(app, MAY_EXAM, e) && exam_place_each(app->store, session, give_planned, &x, e);
}

bool exam_planned_seat(struct app *app, int64_t session, int seat, struct arena *a, struct exam_planned *out, struct err *e)
{
	struct place_row r;
	if (!app_may(app, MAY_EXAM, e) || !exam_place_at(app->store, session, seat, a, &r, e))
		return false;
	*out = planned(&r);
	return true;
}
