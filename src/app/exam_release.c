#include "config.h"
#include "app/exam_release.h"

#include <string.h>

#include "app/exam_marks.h"
#include "core/i18n.h"
#include "core/str.h"

struct standing {
	struct app *app;
	struct arena *arena;
	struct standing_row *rows;
	size_t count, room;
};

static bool take_standing(void *ctx, const struct standing_row *r)
{
	struct standing *x = ctx;
	struct standing_row copy = *r;
	const char **texts[] = {&copy.sitting, &copy.exam, &copy.latin, &copy.birth, &copy.document, &copy.title, &copy.day, &copy.room, &copy.kind, &copy.sections};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = arena_strdup(x->arena, *texts[i]);
	x->rows = arena_grow(x->arena, x->rows, x->count, &x->room, sizeof(*x->rows));
	x->rows[x->count++] = copy;
	return true;
}

/* What was given out, or what would be now. */
static bool make_standing(struct app *app, const struct standing_row *r, struct arena *a, struct exam_standing *out, struct err *e)
{
	struct blueprint *b;
	struct place_row place;
	struct exam_result now;
	*out = (struct exam_standing){
		.sitting = r->sitting, .exam = r->exam, .examines = r->exam, .title = r->title, .released = r->at != 0, .passed = r->passed, .complete = r->complete,
		.mark = r->mark, .maximum = r->maximum, .scale = r->scale, .session = r->session, .person = r->person, .ended_at = r->ended_at,
		.released_at = r->at, .latin = r->latin, .birth = r->birth, .document = r->document, .day = r->day, .room = r->room,
	};
	if (!exam_blueprint(app, r->version, r->exam, a, &b, e))
		return false;
	out->language = b->language ? b->language : "";
	out->live = b->examines != NULL;
	if (b->examines)
		out->examines = b->examines;
	out->valid_months = b->valid_months;
	if (out->released)
		return true;
	if (!exam_place_of(app->store, r->sitting, a, &place, e) || !exam_reckon(app, &place, b, a, &now, e))
		return false;
	out->passed = now.outcome.passed;
	out->complete = now.outcome.complete;
	out->mark = now.outcome.mark;
	out->maximum = now.outcome.maximum;
	out->scale = now.scale;
	return true;
}

bool exam_standings(struct app *app, int64_t person, exam_standing_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct standing x = {.app = app, .arena = &a};
	bool own = person && person == app->person.id;
	bool ok = (own || app_may(app, MAY_SEE_PEOPLE, e)) && exam_standing_each(app->store, person, take_standing, &x, e);
	for (size_t i = 0; ok && i < x.count; i++) {
		struct arena one = ARENA_INIT;
		struct exam_standing s;
		ok = make_standing(app, &x.rows[i], &one, &s, e);
		bool more = ok && fn(ctx, &s);
		arena_release(&one);
		if (!more)
			break;
	}
	arena_release(&a);
	return ok;
}

/* --- release --------------------------------------------------------------- */

/* The sittings of a session that have a result. */
struct having {
	struct app *app;
	struct arena *arena;
	const struct blueprint *blueprint;
	const char **sittings;
	size_t count, room;
	int missing;
	struct err *e;
	bool ok;
};

static bool take_having(void *ctx, const struct place_row *r)
{
	struct having *h = ctx;
	enum sitting_state s = exam_state(r);
	struct exam_result now;
	if (!sitting_ended(s) || s == SITTING_VOID || !r->started_at)
		return true;
	h->sittings = arena_grow(h->arena, h->sittings, h->count, &h->room, sizeof(*h->sittings));
	h->sittings[h->count++] = arena_strdup(h->arena, r->sitting);
	h->ok = exam_reckon(h->app, r, h->blueprint, h->arena, &now, h->e);
	h->missing += h->ok ? now.missing : 0;
	return h->ok;
}

static bool find_having(struct app *app, const struct session_row *s, struct arena *a, struct having *out, struct err *e)
{
	struct blueprint *b;
	*out = (struct having){.app = app, .arena = a, .e = e, .ok = true};
	if (!exam_blueprint(app, s->version, s->exam, a, &b, e))
		return false;
	out->blueprint = b;
	return exam_place_each(app->store, s->id, take_having, out, e) && out->ok;
}

static bool is_practice(const struct session_row *s)
{
	return !str_eq(s->kind, "exam");
}

bool release_state(struct app *app, int64_t session, struct arena *a, struct release_state *out, struct err *e)
{
	struct session_row s;
	struct having h;
	struct release_row released;
	struct doubts d = {.arena = ARENA_INIT};
	bool ok = app_may(app, MAY_EXAM, e) && exam_session_get(app->store, session, a, &s, e) && exam_release_get(app->store, session, a, &released, e) &&
		  find_having(app, &s, a, &h, e) && doubts_load(app, session, &d, e);
	if (ok)
		*out = (struct release_state){
			.closed = str_eq(s.state, "closed"), .released = released.at != 0, .practice = is_practice(&s), .released_at = released.at,
			.by = released.assessor_name, .sittings = (int)h.count, .marks = h.missing, .answers = (int)d.count, .answers_open = (int)d.open,
		};
	doubts_release(&d);
	return ok;
}

static bool give_all(struct app *app, int64_t session, const struct having *h, const char *act, struct err *e)
{
	bool program = str_eq(act, "program");
	struct release_row r = {.at = app_now(app), .assessor = program ? 0 : app->person.id, .act = act};
	struct giving_out g = {.cause = "release", .text = "", .assessor = r.assessor};
	bool ok = exam_release_add(app->store, session, &r, e);
	for (size_t i = 0; ok && i < h->count; i++)
		ok = exam_give_out(app, h->sittings[i], &g, e);
	return ok;
}

/* Everything is there that a release needs. */
static bool check_ready(const struct release_state *s, struct err *e)
{
	if (!s->closed)
		return err_set(e, ERR_INPUT, _("the session is not closed yet; close it first"));
	if (s->released)
		return err_set(e, ERR_INPUT, _("the results of this session are given out already"));
	if (s->marks)
		return err_set(e, ERR_INPUT, ngettext("%d mark of an assessor is missing; enter it first", "%d marks of assessors are missing; enter them first",
						      (unsigned long)s->marks), s->marks);
	if (s->answers_open)
		return err_set(e, ERR_INPUT, ngettext("%d typed answer was not looked at yet; confirm or lift it first",
						      "%d typed answers were not looked at yet; confirm or lift them first", (unsigned long)s->answers_open), s->answers_open);
	return true;
}

static bool release_now(struct app *app, int64_t session, struct arena *a, struct err *e)
{
	struct session_row s;
	struct release_state state;
	struct having h;
	return exam_not_own_session(app, session, 0, e) && release_state(app, session, a, &state, e) && check_ready(&state, e) && exam_session_get(app->store, session, a, &s, e) &&
	       find_having(app, &s, a, &h, e) && give_all(app, session, &h, "assessor", e) &&
	       act_add(app->store, app_now(app), app->person.id, "exam-release", s.exam, s.day, e);
}

bool release_results(struct app *app, int64_t session, struct err *e)
{
	struct arena a = ARENA_INIT;
	bool ok = app_may(app, MAY_EXAM, e) && store_begin(app->store, e) && store_end(app->store, release_now(app, session, &a, e), e);
	arena_release(&a);
	return ok;
}

bool release_at_close(struct app *app, int64_t session, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct session_row s;
	struct release_state state;
	struct having h;
	bool ok = release_state(app, session, &a, &state, e) && exam_session_get(app->store, session, &a, &s, e);
	if (ok && state.practice && state.closed && !state.released && !state.marks && !state.answers_open)
		ok = find_having(app, &s, &a, &h, e) && give_all(app, session, &h, "program", e);
	arena_release(&a);
	return ok;
}

bool release_history(struct app *app, const char *sitting, outcome_row_fn *fn, void *ctx, struct err *e)
{
	return app_may(app, MAY_EXAM, e) && exam_outcome_each(app->store, sitting, fn, ctx, e);
}

/* --- after the release ------------------------------------------------------- */

struct finding {
	int number;
	bool found;
	struct form_row row; /* its texts are not kept */
};

static bool match_number(void *ctx, const struct form_row *r)
{
	struct finding *f = ctx;
	if (r->number == f->number && !r->replaced) {
		f->row = *r;
		f->found = true;
	}
	return !f->found;
}

static bool lift(struct app *app, const char *sitting, const struct lifted *l, struct arena *a, struct err *e)
{
	struct place_row place;
	struct release_row released;
	struct finding f = {.number = l->number};
	if (!exam_place_of(app->store, sitting, a, &place, e) || !exam_not_own(app, place.person, l->second, e) ||
	    !exam_release_get(app->store, place.session, a, &released, e) || !exam_item_each(app->store, sitting, match_number, &f, e))
		return false;
	if (!f.found)
		return err_set(e, ERR_ABSENT, _("the form has no question %d"), l->number);
	if (!released.at || exam_state(&place) == SITTING_VOID)
		return err_set(e, ERR_DENIED, _("there is no result that was given out"));
	struct mark_row m = exam_lifted_mark(l->to, l->number, f.row.mark, f.row.maximum);
	struct giving_out g = {.cause = "review", .text = l->reason, .assessor = app->person.id, .second = l->second};
	m.section = f.row.section;
	m.assessor = app->person.id;
	m.second = l->second;
	m.at = app_now(app);
	return exam_mark_add(app->store, sitting, &m, e) && exam_give_out(app, sitting, &g, e) &&
	       exam_note_signed(app, &place, "mark", l->second, arena_printf(a, "%d", l->number), e);
}

bool release_lift(struct app *app, const char *sitting, const struct lifted *l, struct err *e)
{
	struct arena a = ARENA_INIT;
	if (!app_may(app, MAY_EXAM, e) || !exam_line(l->reason, REVIEW_TEXT_MAX, e))
		return false;
	if (!l->second)
		return err_set(e, ERR_DENIED, _("a changed mark needs a second member of staff, who signs in for it"));
	bool ok = store_begin(app->store, e) && store_end(app->store, lift(app, sitting, l, &a, e), e);
	arena_release(&a);
	return ok;
}

/* --- what waits ---------------------------------------------------------------- */

struct waiting {
	struct arena *arena;
	int64_t *sessions;
	size_t count, room;
};

static bool take_waiting(void *ctx, int64_t session)
{
	struct waiting *w = ctx;
	w->sessions = arena_grow(w->arena, w->sessions, w->count, &w->room, sizeof(*w->sessions));
	w->sessions[w->count++] = session;
	return true;
}

bool release_waiting(struct app *app, release_waiting_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct waiting w = {.arena = &a};
	bool ok = app_may(app, MAY_EXAM, e) && exam_session_waiting(app->store, take_waiting, &w, e), more = true;
	for (size_t i = 0; ok && more && i < w.count; i++) {
		struct release_state s;
		ok = release_state(app, w.sessions[i], &a, &s, e);
		more = ok && fn(ctx, w.sessions[i], &s);
	}
	arena_release(&a);
	return ok;
}

static bool add_todo(void *ctx, int64_t session, const struct release_state *s)
{
	struct release_todo *t = ctx;
	(void)session;
	t->marks += s->marks;
	t->answers += s->answers_open;
	t->ready += !s->marks && !s->answers_open;
	return true;
}

static bool count_review(void *ctx, const struct review_request *r)
{
	struct release_todo *t = ctx;
	(void)r;
	t->reviews++;
	return true;
}

bool release_todo(struct app *app, struct release_todo *out, struct err *e)
{
	*out = (struct release_todo){0};
	return release_waiting(app, add_todo, out, e) && review_list(app, true, count_review, out, e);
}
