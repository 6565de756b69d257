/* The way out of a live screen, by the code that the board shows. Declared in exam.h. */
#include "config.h"
#include "app/exam_run_inside.h"

#include <string.h>

#include "app/people.h"
#include "core/i18n.h"
#include "core/str.h"

static const char refused[] = "leave-refused"; /* the event of a wrong code */

struct tries {
	int seat, count;
};

/* Wrong codes since the code was given. */
static bool count_try(void *ctx, const struct event_row *ev)
{
	struct tries *t = ctx;
	if (ev->seat == t->seat && str_eq(ev->act, "leave-code"))
		t->count = 0;
	if (ev->seat == t->seat && str_eq(ev->act, refused))
		t->count++;
	return true;
}

static bool wrong(struct err *e)
{
	return err_set(e, ERR_DENIED, _("this code does not open the screen; ask the supervisor for a new one"));
}

static bool is_valid(const struct app *app, struct place_row *row)
{
	row->leave.at = app_now(app);
	return *row->leave_hash && str_eq(row->leave.boot, clock_boot(&app->clock)) && exam_since(app, &row->leave) <= EXAM_LEAVE_MS;
}

/* A wrong code stands in the log; after EXAM_LEAVE_TRIES of them the code opens nothing any more. */
static bool note_wrong(struct app *app, const struct place_row *row, struct err *e)
{
	struct tries t = {.seat = row->seat};
	return exam_note(app, row, refused, BY_EXAMINEE, "", e) && exam_event_each(app->store, row->session, count_try, &t, e) &&
	       (t.count < EXAM_LEAVE_TRIES || exam_seat_leave(app->store, row->session, row->seat, "", 0, "", e));
}

static bool leave_now(struct app *app, struct exam_run *r, struct place_row *row, const char *said, struct err *e)
{
	static const struct moment nobody = {0, 0, ""};
	return exam_seat_leave(app->store, row->session, row->seat, "", 0, "", e) &&
	       (exam_state(row) != SITTING_RUNNING || exam_act(app, row, ACT_LOSE, BY_EXAMINEE, NULL, said, e)) &&
	       exam_live(app->store, r->sitting, "", &nobody, e);
}

/* `hash` is of the code that was judged: it may have been replaced or used up meanwhile. */
static bool leave(struct app *app, struct exam_run *r, struct arena *a, const char *hash, bool fits, struct err *e)
{
	struct place_row row;
	if (!exam_place_of(app->store, r->sitting, a, &row, e))
		return false;
	if (!str_eq(row.live, r->inside->token))
		return err_set(e, ERR_DENIED, _("another screen has taken this seat; tell the supervisor"));
	if (!fits)
		return note_wrong(app, &row, e);
	if (!str_eq(row.leave_hash, hash))
		return wrong(e);
	return leave_now(app, r, &row, "left by code", e) && exam_note(app, &row, "leave", BY_EXAMINEE, "", e);
}

/* In the name of the member of staff, who is not signed in here. */
static bool leave_staff(struct app *app, struct exam_run *r, const struct person *who, struct arena *a, struct err *e)
{
	struct place_row row;
	struct person before = app->person;
	if (!exam_place_of(app->store, r->sitting, a, &row, e))
		return false;
	if (!str_eq(row.live, r->inside->token))
		return err_set(e, ERR_DENIED, _("another screen has taken this seat; tell the supervisor"));
	app->person = *who;
	bool ok = exam_not_own(app, row.person, 0, e) && exam_note(app, &row, "leave", BY_SUPERVISOR, "left by sign-in", e);
	app->person = before;
	return ok && leave_now(app, r, &row, "left by sign-in", e);
}

bool exam_leave_staff(struct app *app, struct exam_run *r, const char *code, const char *pin, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person who;
	run_count_time(app, r);
	bool ok = run_beat(app, r, e) && sign_in_check(app, code, pin, &a, &who, e);
	if (ok && who.role == ROLE_LEARNER)
		ok = err_set(e, ERR_DENIED, _("this needs an instructor or administrator"));
	ok = ok && store_begin(app->store, e) && store_end(app->store, leave_staff(app, r, &who, &a, e), e);
	arena_release(&a);
	return ok;
}

bool exam_leave(struct app *app, struct exam_run *r, const char *code, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row row;
	run_count_time(app, r);
	bool ok = run_beat(app, r, e) && exam_place_of(app->store, r->sitting, &a, &row, e);
	/* judged before the store is locked: it takes a while on purpose */
	bool valid = ok && is_valid(app, &row), fits = valid && pin_verify(code, row.leave_hash);
	ok = ok && (valid || wrong(e)) && store_begin(app->store, e);
	ok = ok && store_end(app->store, leave(app, r, &a, row.leave_hash, fits, e), e) && (fits || wrong(e));
	arena_release(&a);
	return ok;
}
