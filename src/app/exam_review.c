/* Requests for review. Declared in exam_release.h. */
#include "config.h"
#include "app/exam_release.h"

#include "app/exam_marks.h"
#include "core/i18n.h"
#include "core/str.h"

struct reading {
	struct arena *arena;
	struct review *out;
	bool found;
};

static bool take_request(void *ctx, const struct review_request *r)
{
	struct reading *x = ctx;
	x->found = true;
	x->out->state = r->answered_at ? REVIEW_ANSWERED : REVIEW_ASKED;
	x->out->text = arena_strdup(x->arena, r->text);
	x->out->answer = arena_strdup(x->arena, r->answer);
	x->out->changed = r->changed;
	x->out->asked_at = r->asked_at;
	x->out->answered_at = r->answered_at;
	return false;
}

static bool look(struct app *app, const struct place_row *r, struct arena *a, struct review *out, struct err *e)
{
	struct release_row released;
	struct reading x = {.arena = a, .out = out};
	char until[11];
	*out = (struct review){.state = REVIEW_NOT_YET, .until = "", .text = "", .answer = ""};
	if (!exam_release_get(app->store, r->session, a, &released, e))
		return false;
	if (!released.at || !sitting_ended(exam_state(r)) || exam_state(r) == SITTING_VOID || !r->started_at)
		return true;
	int64_t last = site_day(released.at, app->offset_min, app->rollover_hour) + REVIEW_DAYS;
	date_format(last, until);
	out->until = arena_strdup(a, until);
	out->state = app_today(app) > last ? REVIEW_TOO_LATE : REVIEW_POSSIBLE;
	return exam_review_each(app->store, r->sitting, false, take_request, &x, e);
}

static bool own_or_staff(struct app *app, const struct place_row *r, struct err *e)
{
	return (app->person.id && app->person.id == r->person) || app_may(app, MAY_EXAM, e);
}

bool review_of(struct app *app, const char *sitting, struct arena *a, struct review *out, struct err *e)
{
	struct place_row r;
	return exam_place_of(app->store, sitting, a, &r, e) && own_or_staff(app, &r, e) && look(app, &r, a, out, e);
}

static bool ask(struct app *app, const char *sitting, const char *text, struct arena *a, struct err *e)
{
	struct place_row r;
	struct review now;
	bool taken;
	if (!exam_place_of(app->store, sitting, a, &r, e))
		return false;
	if (!app->person.id || app->person.id != r.person)
		return err_set(e, ERR_DENIED, _("only who sat the exam may ask for a review"));
	if (!look(app, &r, a, &now, e))
		return false;
	switch (now.state) {
	case REVIEW_NOT_YET: return err_set(e, ERR_DENIED, _("the result is not given out yet"));
	case REVIEW_TOO_LATE: return err_set(e, ERR_DENIED, _("a review could be asked for until %s"), now.until);
	case REVIEW_ASKED:
	case REVIEW_ANSWERED: return err_set(e, ERR_DENIED, _("a review of this exam was asked for already"));
	case REVIEW_POSSIBLE: break;
	}
	return exam_review_add(app->store, sitting, app_now(app), text, &taken, e) && exam_note(app, &r, "review-asked", BY_EXAMINEE, "", e);
}

bool review_ask(struct app *app, const char *sitting, const char *text, struct err *e)
{
	struct arena a = ARENA_INIT;
	bool ok = exam_line(text, REVIEW_TEXT_MAX, e) && store_begin(app->store, e);
	ok = ok && store_end(app->store, ask(app, sitting, text, &a, e), e);
	arena_release(&a);
	return ok;
}

struct listing {
	struct app *app;
	review_request_fn *fn;
	void *ctx;
	struct err *e;
	bool ok;
};

static bool give_request(void *ctx, const struct review_request *r)
{
	struct listing *l = ctx;
	struct arena a = ARENA_INIT;
	struct review_request shown = *r;
	shown.title = exam_title_of(l->app, r->version, r->exam, r->title, &a, l->e);
	l->ok = shown.title != NULL;
	bool more = l->ok && l->fn(l->ctx, &shown);
	arena_release(&a);
	return more;
}

bool review_list(struct app *app, bool waiting, review_request_fn *fn, void *ctx, struct err *e)
{
	struct listing l = {.app = app, .fn = fn, .ctx = ctx, .e = e, .ok = true};
	return app_may(app, MAY_EXAM, e) && exam_review_each(app->store, "", waiting, give_request, &l, e) && l.ok;
}

struct change {
	int64_t since;
	bool changed;
	int64_t second;
};

static bool find_change(void *ctx, const struct outcome_row *r)
{
	struct change *c = ctx;
	if (str_eq(r->cause, "review") && r->at >= c->since) {
		c->changed = true;
		c->second = r->second;
	}
	return true;
}

static bool answer(struct app *app, const char *sitting, const char *text, struct arena *a, struct err *e)
{
	struct place_row r;
	struct review now;
	bool taken;
	if (!exam_place_of(app->store, sitting, a, &r, e) || !exam_not_own(app, r.person, 0, e) || !look(app, &r, a, &now, e))
		return false;
	if (now.state != REVIEW_ASKED)
		return err_set(e, ERR_INPUT, now.state == REVIEW_ANSWERED ? _("this request for review is answered already") : _("nobody asked for a review of this sitting"));
	struct change c = {.since = now.asked_at};
	if (!exam_outcome_each(app->store, sitting, find_change, &c, e))
		return false;
	struct review_request row = {.sitting = sitting, .answered_at = app_now(app), .assessor = app->person.id, .second = c.second, .changed = c.changed, .answer = text};
	return exam_review_answer_add(app->store, &row, &taken, e) &&
	       exam_note(app, &r, c.changed ? "review-changed" : "review-unchanged", BY_SUPERVISOR, "", e);
}

bool review_answer(struct app *app, const char *sitting, const char *text, struct err *e)
{
	struct arena a = ARENA_INIT;
	bool ok = app_may(app, MAY_EXAM, e) && exam_line(text, REVIEW_TEXT_MAX, e) && store_begin(app->store, e);
	ok = ok && store_end(app->store, answer(app, sitting, text, &a, e), e);
	arena_release(&a);
	return ok;
}
