/* What else a supervisor can do: with one seat, with all, with the session. */
#include "config.h"
#include "view/screens.h"

#include "app/exam_watch.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "view/exam_board.h"
#include "view/parts.h"

enum group { GROUP_SEAT, GROUP_SESSION, GROUP_ALL, GROUP_COUNT };
enum deed {
	DEED_SEAT, DEED_HERE, DEED_OUT, DEED_END, DEED_VOID,
	DEED_LOG, DEED_ADD, DEED_CLOSE, DEED_PAPER,
	DEED_OPEN_ALL, DEED_PAUSE_ALL, DEED_RELEASE_ALL, DEED_TIME_ALL, DEED_END_ALL, DEED_VOID_ALL,
	DEED_COUNT
};

/* `act`: asked about by screen_exam_act; otherwise `screen` is opened with session and seat, or it is done here. */
static const struct row {
	enum group group;
	const char *label, *about; /* N_() */
	const struct screen *screen;
	bool asks;
	enum sitting_act act;
} rows[DEED_COUNT] = {
	[DEED_SEAT] = { .group = GROUP_SEAT, .label = N_("Identity, opening, help, code"), .screen = &screen_exam_seat },
	[DEED_HERE] = { .group = GROUP_SEAT, .label = N_("Sit it here"), .about = N_("at this terminal, with a new code; you are signed out") },
	[DEED_OUT] = { .group = GROUP_SEAT, .label = N_("Code for leaving"), .about = N_("two minutes, this seat only"), .screen = &screen_exam_out },
	[DEED_END] = { .group = GROUP_SEAT, .label = N_("End the sitting"), .about = N_("what was answered counts"), .asks = true, .act = ACT_END },
	[DEED_VOID] = { .group = GROUP_SEAT, .label = N_("Declare it void"), .about = N_("no result"), .asks = true, .act = ACT_VOID },
	[DEED_LOG] = { .group = GROUP_SESSION, .label = N_("Events"), .about = N_("everything that happened"), .screen = &screen_exam_log },
	[DEED_ADD] = { .group = GROUP_SESSION, .label = N_("Add a seat"), .screen = &screen_exam_who },
	[DEED_CLOSE] = { .group = GROUP_SESSION, .label = N_("Close the session"), .about = N_("when nobody sits any more") },
	[DEED_PAPER] = { .group = GROUP_SESSION, .label = N_("Forms for paper"), .about = N_("where screens fail"), .screen = &screen_exam_print },
	[DEED_OPEN_ALL] = { .group = GROUP_ALL, .label = N_("Open all confirmed seats") },
	[DEED_PAUSE_ALL] = { .group = GROUP_ALL, .label = N_("Pause all"), .asks = true, .act = ACT_PAUSE },
	[DEED_RELEASE_ALL] = { .group = GROUP_ALL, .label = N_("Let all go on"), .asks = true, .act = ACT_RELEASE },
	[DEED_TIME_ALL] = { .group = GROUP_ALL, .label = N_("More time for all"), .asks = true, .act = ACT_EXTEND },
	[DEED_END_ALL] = { .group = GROUP_ALL, .label = N_("End all sittings"), .asks = true, .act = ACT_END },
	[DEED_VOID_ALL] = { .group = GROUP_ALL, .label = N_("Declare all sittings void"), .asks = true, .act = ACT_VOID },
};

struct more_state {
	struct exam_seat_arg arg, next;
	struct exam_who_arg who;
	struct exam_enter_arg here;
	struct exam_watch *watch; /* owned */
	int current;              /* among those on offer */
	bool agreed;              /* to close */
	struct ask close;
	struct exam_ask ask;
};

static void more_init(void *state, const void *arg)
{
	((struct more_state *)state)->arg = *(const struct exam_seat_arg *)arg;
}

static void more_release(void *state)
{
	struct more_state *s = state;

	secret_wipe(s->here.code, sizeof s->here.code);
	exam_watch_free(s->watch);
}

static struct turn more_enter(struct app *app, void *state, struct err *e)
{
	struct more_state *s = state;

	if (s->agreed) {
		s->agreed = false;
		if (exam_close(app, s->arg.session, e))
			return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_exam_closing, .arg = &s->arg };
	}
	if (s->watch == NULL)
		s->watch = exam_watch_new(app, s->arg.session, e);
	else
		exam_watch_look(app, s->watch, e);
	return (struct turn){ .kind = s->watch != NULL ? TURN_STAY : TURN_POP };
}

/* --- what is on offer ---------------------------------------------------------- */

static bool offered_seat(enum deed d, const struct exam_watched *x, bool started)
{
	enum sitting_state st = x != NULL ? x->seat.state : SITTING_VOID;
	bool under_way = st == SITTING_RUNNING || st == SITTING_PAUSED;

	if (x == NULL)
		return false;
	if (d == DEED_SEAT)
		return !sitting_ended(st);
	if (d == DEED_OUT)
		return x->seat.live;
	if (d == DEED_HERE) /* before the start nobody could start it from here */
		return started && !x->seat.live && (st == SITTING_OPEN || st == SITTING_RUNNING);
	return d == DEED_END ? under_way : st != SITTING_VOID && st >= SITTING_RUNNING;
}

static bool offered(const struct more_state *s, enum deed d)
{
	const struct exam_tally *t = &s->watch->tally;
	bool closed = str_eq(s->watch->session.state, "closed");

	if (rows[d].group == GROUP_SEAT)
		return offered_seat(d, exam_watch_seat(s->watch, s->arg.seat), s->watch->session.started);
	if (d == DEED_LOG)
		return true;
	if (rows[d].group == GROUP_SESSION)
		return !closed;
	if (d == DEED_OPEN_ALL)
		return t->closed > 0;
	return board_ask(s->watch, NULL, rows[d].act).meant > 0;
}

static int list_deeds(const struct more_state *s, enum deed out[DEED_COUNT])
{
	int n = 0;

	for (int d = 0; d < DEED_COUNT; d++)
		if (s->watch != NULL && offered(s, (enum deed)d))
			out[n++] = (enum deed)d;
	return n;
}

static const char *group_title(const struct more_state *s, enum group g, struct page *page)
{
	const struct exam_watched *x = exam_watch_seat(s->watch, s->arg.seat);

	if (g == GROUP_ALL)
		return _("All seats");
	if (g == GROUP_SESSION || x == NULL)
		return _("The session");
	return arena_printf(&page->arena, _("Seat %d, %s"), x->seat.number, x->seat.name);
}

static void more_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct more_state *s = state;
	enum deed list[DEED_COUNT];
	int n = list_deeds(s, list);

	(void)r;
	page->place = _("Examinations");
	for (int g = 0, i = 0; g < GROUP_COUNT; g++) {
		int first = i, end = i;

		while (end < n && rows[list[end]].group == (enum group)g)
			end++;
		i = end;
		if (first == end)
			continue;
		page_space(page);
		page_heading(page, 2, "")->text = page_raw(page, STYLE_STRONG, group_title(s, (enum group)g, page));
		page_menu(page, false, s->current >= first && s->current < end ? s->current - first : -1);
		for (int k = first; k < end; k++)
			page_entry(page, k < 9 ? (char)('1' + k) : 0, _(rows[list[k]].label), rows[list[k]].about != NULL ? _(rows[list[k]].about) : NULL, NULL);
	}
}

/* --- doing it -------------------------------------------------------------------- */

static struct turn open_all(struct app *app, void *state, struct err *e)
{
	struct more_state *s = state;

	exam_open_seat(app, s->arg.session, 0, NULL, e);
	return (struct turn){ .kind = TURN_POP };
}

/* One laptop for a room of one: the learner sits here, and the board comes back when the supervisor signs in again. */
static struct turn sit_here(struct app *app, void *state, struct err *e)
{
	struct more_state *s = state;

	s->here.seat = s->arg.seat;
	if (!exam_new_code(app, s->arg.session, s->arg.seat, s->here.code, e))
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_exam_enter, .arg = &s->here };
}

static struct turn ask_close(struct more_state *s)
{
	s->close = (struct ask){
		.question = N_("Close this session?"),
		.detail = N_("Nobody can sit it afterwards. Seats that were never started have no result, and are no attempt."),
		.yes = N_("Yes, close it"),
		.no = N_("No, leave it as it is"),
		.careful = true,
		.agreed = &s->agreed,
	};
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->close };
}

static struct turn take(struct more_state *s, enum deed d)
{
	const struct row *row = &rows[d];

	if (row->asks) {
		s->ask = board_ask(s->watch, row->group == GROUP_ALL ? NULL : exam_watch_seat(s->watch, s->arg.seat), row->act);
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_exam_act, .arg = &s->ask };
	}
	if (d == DEED_OPEN_ALL)
		return (struct turn){ .kind = TURN_EFFECT, .effect = open_all };
	if (d == DEED_HERE)
		return (struct turn){ .kind = TURN_EFFECT, .effect = sit_here };
	if (d == DEED_CLOSE)
		return ask_close(s);
	if (d == DEED_ADD) {
		s->who = (struct exam_who_arg){ .session = s->arg.session };
		return (struct turn){ .kind = TURN_REPLACE, .screen = row->screen, .arg = &s->who };
	}
	s->next = s->arg;
	return (struct turn){ .kind = TURN_REPLACE, .screen = row->screen, .arg = &s->next };
}

static struct turn more_on_action(void *state, const struct event *e)
{
	struct more_state *s = state;
	enum deed list[DEED_COUNT];
	int n = list_deeds(s, list), choice = e->action == ACTION_DIGIT ? e->digit - 1 : e->action == ACTION_OPEN ? s->current : -1;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (parts_move(&s->current, n, e->action) || choice < 0 || choice >= n)
		return (struct turn){ .kind = TURN_STAY };
	return take(s, list[choice]);
}

static const struct binding more_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("take"), .help = N_("Take what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back to the board; nothing is done") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_board_more = {
	.name = "exam-board-more",
	.state_size = sizeof(struct more_state),
	.bindings = more_bindings,
	.init = more_init,
	.enter = more_enter,
	.describe = more_describe,
	.on_action = more_on_action,
	.release = more_release,
};
