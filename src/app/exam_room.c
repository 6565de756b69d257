/* The supervisor's side of a session. Declared in exam.h. */
#include "config.h"
#include "app/exam_inside.h"

#include <string.h>

#include "app/exam_release.h"
#include "app/exam_bank.h"
#include "app/machine.h"
#include "app/people.h"
#include "core/i18n.h"
#include "core/str.h"

bool exam_witness(struct app *app, const char *code, const char *pin, int64_t *person, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p;
	bool ok = sign_in_check(app, code, pin, &a, &p, e);
	if (ok && p.role == ROLE_LEARNER)
		ok = err_set(e, ERR_DENIED, _("this needs an instructor or administrator"));
	else if (ok && p.id == app->person.id)
		ok = err_set(e, ERR_DENIED, _("this needs another person than the one signed in"));
	if (ok)
		*person = p.id;
	arena_release(&a);
	return ok;
}

static bool is_document(const char *s)
{
	size_t n = strlen(s);
	return n >= 4 && n <= 20 && strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == n;
}

static bool is_latin(const char *s)
{
	size_t n = strlen(s);
	return n >= 2 && n <= 80 && strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ -'") == n;
}

/* A slip is often seen by the learner first, on the page with the rules: the seat that is open stays so. */
static bool confirm(struct app *app, int64_t session, int seat, const struct exam_identity *id, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	bool ok = exam_place_at(app->store, session, seat, &a, &r, e), open = ok && exam_state(&r) == SITTING_OPEN;
	ok = ok && exam_act(app, &r, ACT_CONFIRM, BY_SUPERVISOR, NULL, "", e) &&
	     exam_confirmed(app->store, r.sitting, id->latin, id->birth, id->document, app->person.id, e) &&
	     (!open || exam_act(app, &r, ACT_OPEN, BY_SUPERVISOR, NULL, "", e));
	arena_release(&a);
	return ok;
}

bool exam_identity_sound(const struct exam_identity *id, struct err *e)
{
	int64_t day;
	if (!is_latin(id->latin))
		return err_set(e, ERR_INPUT, _("'%s' is no line of a passport; copy it letter by letter, in capitals A–Z"), id->latin);
	if (!date_parse(id->birth, &day))
		return err_set(e, ERR_INPUT, _("'%s' is no date; write it as 2026-12-31"), id->birth);
	if (!is_document(id->document))
		return err_set(e, ERR_INPUT, _("'%s' is no number of a document; copy its letters and digits, without spaces"), id->document);
	return true;
}

bool exam_confirm(struct app *app, int64_t session, int seat, const struct exam_identity *id, struct err *e)
{
	return exam_identity_sound(id, e) && app_may(app, MAY_EXAM, e) && store_begin(app->store, e) && store_end(app->store, confirm(app, session, seat, id, e), e);
}

/* An act on one seat. */
struct deed {
	enum sitting_act act;
	const struct exam_reason *reason;
	int minutes; /* ACT_EXTEND */
	bool all;    /* for every seat for which it is meant */
};

/* What was decided before something else was done at the seat, by another board, is decided anew. */
static bool is_current(struct app *app, const struct place_row *r, const struct deed *d, struct err *e)
{
	int64_t newest = 0;
	if (!d->reason || !d->reason->seen)
		return true;
	if (!exam_decided(app->store, r->sitting, &newest, e))
		return false;
	return newest <= d->reason->seen || err_set(e, ERR_DENIED, _("seat %d: something else was decided meanwhile; look again, then decide"), r->seat);
}

/* What the first seats mean for their session, in the same transaction. */
static bool mark_session(struct app *app, int64_t session, enum sitting_act act, struct err *e)
{
	if (act == ACT_OPEN)
		return exam_session_state(app->store, session, "open", e);
	return act != ACT_START || exam_session_started(app->store, session, app_now(app), e);
}

/* A sitting whose screen is gone is first lost: that is an interruption, too. */
static bool release(struct app *app, struct place_row *r, const struct exam_reason *reason, struct err *e)
{
	static const struct moment nobody = {0, 0, ""};
	bool gone = !*r->live || exam_is_lost(app, r);
	if (exam_state(r) == SITTING_RUNNING && exam_is_lost(app, r) && !exam_act(app, r, ACT_LOSE, BY_PROGRAM, NULL, "screen lost", e))
		return false;
	return exam_act(app, r, ACT_RELEASE, BY_SUPERVISOR, reason, "", e) && exam_exchange(app, r, e) &&
	       (!gone || exam_live(app->store, r->sitting, "", &nobody, e));
}

/* Another sitting of the exam, or of another bank that stands for the same, which has not ended: it counts as no attempt yet. */
struct other_sitting {
	const char *own;
	bool under_way;
};

static bool find_under_way(void *ctx, const struct place_row *r)
{
	struct other_sitting *x = ctx;
	enum sitting_state s = exam_state(r);
	x->under_way |= !str_eq(r->sitting, x->own) && s >= SITTING_OPEN && !sitting_ended(s);
	return !x->under_way;
}

/* Another session may have come since this one was planned. */
static bool open_place(struct app *app, struct place_row *r, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct blueprint *b;
	struct other_sitting other = {.own = r->sitting};
	if (!exam_place_attempts(app->store, r->person, r->exam, find_under_way, &other, e))
		return false;
	if (other.under_way)
		return err_set(e, ERR_INPUT, _("'%s' has another sitting of this exam under way; end that one first"), r->name);
	bool ok = exam_blueprint(app, r->version, r->exam, &a, &b, e) && exam_may_sit(app, r->person, r->exam, b, app_today(app), e) &&
		  exam_act(app, r, ACT_OPEN, BY_SUPERVISOR, NULL, "", e);
	arena_release(&a);
	return ok;
}

static bool do_deed(struct app *app, struct place_row *r, const struct deed *d, struct err *e)
{
	static const struct moment nobody = {0, 0, ""};
	struct arena a = ARENA_INIT;
	bool ok;
	if (d->act == ACT_OPEN)
		ok = open_place(app, r, e);
	else if (d->act == ACT_START)
		ok = exam_begin(app, r, BY_SUPERVISOR, e) && (!exam_is_lost(app, r) || exam_live(app->store, r->sitting, "", &nobody, e));
	else if (d->act == ACT_RELEASE)
		ok = release(app, r, d->reason, e);
	else if (d->act == ACT_EXTEND)
		ok = exam_act(app, r, ACT_EXTEND, BY_SUPERVISOR, d->reason, "", e) && exam_extended(app->store, r->sitting, (int64_t)d->minutes * 60000, e) &&
		     exam_note(app, r, "minutes", BY_SUPERVISOR, arena_printf(&a, "%d", d->minutes), e);
	else
		ok = exam_act(app, r, d->act, BY_SUPERVISOR, d->reason, "", e);
	arena_release(&a);
	return ok;
}

/* States in which an act is meant when it is meant for all. */
static bool is_meant(const struct app *app, const struct place_row *r, enum sitting_act act)
{
	enum sitting_state s = exam_state(r);
	bool under_way = s == SITTING_RUNNING || s == SITTING_PAUSED;
	if (act == ACT_OPEN)
		return s == SITTING_IDENTITY;
	if (act == ACT_START) /* where somebody is: whoever comes later reads the rules first */
		return s == SITTING_OPEN && *r->live && exam_since(app, &r->beat) <= EXAM_LOST_MS;
	if (act == ACT_PAUSE)
		return s == SITTING_RUNNING;
	if (act == ACT_RELEASE)
		return s == SITTING_PAUSED || (s == SITTING_RUNNING && exam_is_lost(app, r));
	return under_way || (act == ACT_VOID && sitting_ended(s) && s != SITTING_VOID && r->started_at);
}

/* *done where it was done. Between the list of all seats and this one somebody may have begun, handed in or been released: then it is not meant for that seat any more. */
static bool on_seat(struct app *app, int64_t session, int seat, const struct deed *d, bool *done, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	bool ok = store_begin(app->store, e);
	*done = false;
	if (ok) {
		ok = exam_place_at(app->store, session, seat, &a, &r, e);
		*done = ok && (!d->all || is_meant(app, &r, d->act));
		ok = store_end(app->store, ok && (!*done || (is_current(app, &r, d, e) && do_deed(app, &r, d, e) && mark_session(app, session, d->act, e))), e);
	}
	arena_release(&a);
	return ok;
}

struct seats {
	struct arena *arena;
	const struct app *app;
	enum sitting_act act;
	int *list;
	size_t count, room;
	bool open;       /* some seat is */
};

static bool take_seat(void *ctx, const struct place_row *r)
{
	struct seats *x = ctx;
	x->open |= exam_state(r) == SITTING_OPEN;
	if (!is_meant(x->app, r, x->act))
		return true;
	x->list = arena_grow(x->arena, x->list, x->count, &x->room, sizeof(*x->list));
	x->list[x->count++] = r->seat;
	return true;
}

/* What happened to all seats one after the other. */
struct round {
	int done, refused;
	struct str list;  /* numbers of seats at which it was refused, the first of them */
	struct err first; /* why at the first of them */
};

static void note_refusal(struct round *x, int seat, const struct err *why)
{
	enum { LISTED = 12 };
	if (!x->refused++)
		x->first = *why;
	if (x->refused <= LISTED)
		str_addf(&x->list, "%s%d", x->list.len ? ", " : "", seat);
	else if (x->refused == LISTED + 1)
		str_add(&x->list, " …");
}

/* Each in a transaction of its own, so that nobody waits long; a refusal stops none of the others, a fault of the store does. */
static bool go_round(struct app *app, int64_t session, const struct seats *seats, const struct deed *d, int *done, struct err *e)
{
	struct round x = {0};
	bool ok = true;
	str_init(&x.list);
	for (size_t i = 0; ok && i < seats->count; i++) {
		struct err one = ERR_INIT;
		bool did;
		if (on_seat(app, session, seats->list[i], d, &did, &one)) {
			x.done += did;
		} else if (one.kind == ERR_DENIED || one.kind == ERR_INPUT) {
			note_refusal(&x, seats->list[i], &one);
		} else {
			*e = one;
			ok = false;
		}
	}
	*done = x.done;
	if (ok && x.refused)
		/* TRANSLATORS: %d: number of seats; the first %s: numbers of seats; the second: what stood against it at the first of them */
		ok = err_set(e, ERR_DENIED, ngettext("done at %d seat, refused at %s: %s", "done at %d seats, refused at %s: %s", (unsigned long)x.done), x.done,
			     x.list.buf, x.first.msg);
	str_release(&x.list);
	return ok;
}

/* What holds for all needs as much as what ends a sitting. */
static bool may_for_all(const struct deed *d, struct err *e)
{
	const struct exam_reason *r = d->reason;
	if (d->act == ACT_OPEN || d->act == ACT_START || (r && r->why != WHY_NONE && r->text && *r->text && r->second))
		return true;
	return err_set(e, ERR_DENIED, _("for all seats: say why and in words what happened, and let a second member of staff sign in"));
}

/* Nobody has come yet: each begins after the rules, by themselves. */
static bool start_empty(struct app *app, int64_t session, struct err *e)
{
	return store_begin(app->store, e) && store_end(app->store, mark_session(app, session, ACT_START, e), e);
}

static bool on_seats(struct app *app, int64_t session, int seat, const struct deed *d, int *done, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct seats x = {.arena = &a, .app = app, .act = d->act};
	struct session_row s;
	struct deed every = *d;
	int count = 0;
	bool did, ok = app_may(app, MAY_EXAM, e) && exam_session_get(app->store, session, &a, &s, e);
	if (ok && seat)
		ok = on_seat(app, session, seat, d, &did, e) && ++count;
	every.all = true;
	if (ok && !seat)
		ok = may_for_all(d, e) && exam_place_each(app->store, session, take_seat, &x, e) && go_round(app, session, &x, &every, &count, e);
	if (ok && d->act == ACT_START && !count && !s.started_at)
		ok = x.open ? start_empty(app, session, e) : err_set(e, ERR_INPUT, _("no seat is open; confirm who sits there and open the seats first"));
	if (done)
		*done = count;
	arena_release(&a);
	return ok;
}

bool exam_open_seat(struct app *app, int64_t session, int seat, int *done, struct err *e)
{
	struct deed d = {.act = ACT_OPEN};
	if (done)
		*done = 0;
	return machine_require(app, e) && exam_bank_ready(app, session, e) && on_seats(app, session, seat, &d, done, e);
}

bool exam_start(struct app *app, int64_t session, int *done, struct err *e)
{
	struct deed d = {.act = ACT_START};
	return on_seats(app, session, 0, &d, done, e);
}

bool exam_pause(struct app *app, int64_t session, int seat, const struct exam_reason *r, int *done, struct err *e)
{
	struct deed d = {.act = ACT_PAUSE, .reason = r};
	return on_seats(app, session, seat, &d, done, e);
}

bool exam_release(struct app *app, int64_t session, int seat, const struct exam_reason *r, int *done, struct err *e)
{
	struct deed d = {.act = ACT_RELEASE, .reason = r};
	return on_seats(app, session, seat, &d, done, e);
}

bool exam_extend(struct app *app, int64_t session, int seat, int minutes, const struct exam_reason *r, int *done, struct err *e)
{
	enum { MINUTES_MAX = 180 };
	struct deed d = {.act = ACT_EXTEND, .reason = r, .minutes = minutes};
	if (minutes < 1 || minutes > MINUTES_MAX)
		return err_set(e, ERR_INPUT, _("give 1 to %d minutes"), MINUTES_MAX);
	return on_seats(app, session, seat, &d, done, e);
}

bool exam_end(struct app *app, int64_t session, int seat, const struct exam_reason *r, int *done, struct err *e)
{
	struct deed d = {.act = ACT_END, .reason = r};
	return on_seats(app, session, seat, &d, done, e);
}

bool exam_void(struct app *app, int64_t session, int seat, const struct exam_reason *r, int *done, struct err *e)
{
	struct deed d = {.act = ACT_VOID, .reason = r};
	return on_seats(app, session, seat, &d, done, e);
}

struct closing {
	struct arena *arena;
	int under_way, *left;
	size_t count, room;
};

static bool look_at_seat(void *ctx, const struct place_row *r)
{
	struct closing *c = ctx;
	enum sitting_state s = exam_state(r);
	if (s == SITTING_RUNNING || s == SITTING_PAUSED)
		c->under_way = r->seat;
	if (s < SITTING_RUNNING) {
		c->left = arena_grow(c->arena, c->left, c->count, &c->room, sizeof(*c->left));
		c->left[c->count++] = r->seat;
	}
	return true;
}

static bool close_session(struct app *app, int64_t session, struct arena *a, struct err *e)
{
	struct closing c = {.arena = a};
	struct session_row s;
	struct deed end = {.act = ACT_END};
	bool did;
	if (!exam_session_get(app->store, session, a, &s, e) || !exam_place_each(app->store, session, look_at_seat, &c, e))
		return false;
	if (str_eq(s.state, "closed")) /* by another board; results wait for their release */
		return true;
	if (c.under_way)
		return err_set(e, ERR_INPUT, _("seat %d is still under way; end it first"), c.under_way);
	for (size_t i = 0; i < c.count; i++)
		if (!on_seat(app, session, c.left[i], &end, &did, e))
			return false;
	struct event_row ev = {.session = session, .sitting = "", .at = app_now(app), .actor = app->person.id, .role = sitting_role_name(BY_SUPERVISOR), .act = "close",
			       .from = s.state, .to = "closed", .why = "", .text = ""};
	return exam_session_state(app->store, session, "closed", e) && exam_event_add(app->store, &ev, e) && exam_bank_close(app, session, e) &&
	       act_add(app->store, app_now(app), app->person.id, "exam-close", s.exam, s.day, e) &&
	       release_at_close(app, session, e);
}

bool exam_close(struct app *app, int64_t session, struct err *e)
{
	struct arena a = ARENA_INIT;
	bool ok = app_may(app, MAY_EXAM, e) && store_begin(app->store, e) && store_end(app->store, close_session(app, session, &a, e), e);
	struct err later = ERR_INIT; /* the session is closed; what could not be wiped now is overwritten when the store's log is */
	if (ok)
		exam_bank_wipe(app, session, &later);
	arena_release(&a);
	return ok;
}

static bool call_done(struct app *app, int64_t session, int seat, struct arena *a, struct err *e)
{
	struct place_row r;
	return exam_place_at(app->store, session, seat, a, &r, e) && (!r.calls || exam_note(app, &r, "call-done", BY_SUPERVISOR, "", e)) &&
	       exam_calls(app->store, r.sitting, false, e);
}

bool exam_call_done(struct app *app, int64_t session, int seat, struct err *e)
{
	struct arena a = ARENA_INIT;
	bool ok = app_may(app, MAY_EXAM, e) && store_begin(app->store, e) && store_end(app->store, call_done(app, session, seat, &a, e), e);
	arena_release(&a);
	return ok;
}

/* --- what happened --- */

struct telling {
	exam_event_fn *fn;
	void *ctx;
};

static bool tell_event(void *ctx, const struct event_row *r)
{
	struct telling *t = ctx;
	struct exam_event ev = {.seq = r->seq, .at = r->at, .seat = r->seat, .who = r->who, .with = r->with, .role = r->role, .act = r->act, .from = r->from, .to = r->to,
				.why = r->why, .text = r->text};
	return t->fn(t->ctx, &ev);
}

bool exam_events(struct app *app, int64_t session, exam_event_fn *fn, void *ctx, struct err *e)
{
	struct telling t = {fn, ctx};
	return app_may(app, MAY_EXAM, e) && exam_event_each(app->store, session, tell_event, &t, e);
}
