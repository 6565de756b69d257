/* The supervisor's board: every seat of a session, a second old at most. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_watch.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_board.h"
#include "view/exam_words.h"
#include "view/parts.h"

enum { DETAIL_MAX = 600, PAGE_SEATS = 10, DIGITS_MS = 2000 };

struct board_state {
	struct exam_seat_arg arg, next;
	struct exam_watch *watch; /* owned; NULL until it could be read */
	struct board_log log;     /* owned */
	int seat;                 /* under the pointer, by number: it stays there when the list changes */
	int typed;                /* a seat number that is being typed */
	long long typed_ms;
	struct exam_ask ask;
	struct exam_script_arg script;
	struct ask start;
	char detail[DETAIL_MAX];
	bool agreed;              /* to start the room */
};

static void board_init(void *state, const void *arg)
{
	struct board_state *s = state;

	s->arg = *(const struct exam_seat_arg *)arg;
	s->seat = s->arg.seat;
}

static void board_release(void *state)
{
	struct board_state *s = state;

	exam_watch_free(s->watch);
	board_log_release(&s->log);
}

/* --- looking ----------------------------------------------------------------- */

static int place_of(const struct board_state *s, int seat)
{
	for (size_t i = 0; s->watch != NULL && i < s->watch->count; i++)
		if (s->watch->seats[i].seat.number == seat)
			return (int)i;
	return -1;
}

static const struct exam_watched *chosen(const struct board_state *s)
{
	int i = place_of(s, s->seat);

	return i >= 0 ? &s->watch->seats[i] : NULL;
}

static bool look(struct app *app, struct board_state *s, struct err *e)
{
	bool ok;

	if (s->watch == NULL)
		ok = (s->watch = exam_watch_new(app, s->arg.session, e)) != NULL;
	else
		ok = exam_watch_look(app, s->watch, e);
	if (!ok)
		return false;
	board_log_take(&s->log, s->watch, app_now(app));
	if (chosen(s) == NULL && s->watch->count > 0)
		s->seat = s->watch->seats[0].seat.number;
	return true;
}

static struct turn board_tick(struct app *app, void *state, struct err *e)
{
	struct err denied = ERR_INIT;

	/* on one laptop the learner sits here meanwhile, and nobody of the staff is signed in */
	if (app_may(app, MAY_EXAM, &denied))
		look(app, state, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn board_enter(struct app *app, void *state, struct err *e)
{
	struct board_state *s = state;

	if (s->agreed) {
		s->agreed = false;
		exam_start(app, s->arg.session, NULL, e);
	}
	look(app, s, e);
	return (struct turn){ .kind = TURN_STAY };
}

/* --- what is seen ------------------------------------------------------------ */

static void describe_clock(const struct board_state *s, struct page *page)
{
	int minutes = (int)((s->watch->back_ms + 59999) / 60000);

	if (s->watch->back_ms > 0)
		page_message(page, STYLE_BAD, arena_printf(&page->arena, ngettext(
			"The clock of this computer went back by %d minute or more. Set it right; the time of the exams is counted without it.",
			"The clock of this computer went back by %d minutes or more. Set it right; the time of the exams is counted without it.",
			(unsigned long)minutes), minutes));
}

static void describe_head(const struct board_state *s, const struct reader *r, struct page *page)
{
	const struct exam_session *x = &s->watch->session;
	struct arena *a = &page->arena;
	const char *title = x->practice ? arena_printf(a, _("%s (practice)"), s->watch->title) : s->watch->title, *day = parts_date(page, r, x->day);

	page->place = x->room[0] != '\0' ? arena_printf(a, _("%s · room %s · %s"), page_copy(page, title), page_copy(page, x->room), day) :
		      arena_printf(a, "%s · %s", page_copy(page, title), day);
	page->rule_right = board_counts(a, &s->watch->tally);
}

static void board_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct board_state *s = state;
	const struct exam_watched *x = chosen(s);

	page->place = _("Examinations");
	if (s->watch == NULL)
		return;
	describe_head(s, r, page);
	board_table(page, r, s->watch, s->seat);
	page_space(page);
	describe_clock(s, page);
	if (str_eq(s->watch->session.state, "closed"))
		page_message(page, STYLE_GOOD, _("The session is closed."));
	if (x != NULL)
		board_saying(page, r, s->watch, x);
	board_log_describe(&s->log, page, r, s->seat);
}

/* --- acts --------------------------------------------------------------------- */

static struct turn push_seat(struct board_state *s, const struct screen *screen)
{
	s->next = (struct exam_seat_arg){ .session = s->arg.session, .seat = s->seat };
	return (struct turn){ .kind = TURN_PUSH, .screen = screen, .arg = &s->next };
}

static struct turn ask_act(struct board_state *s, enum sitting_act act)
{
	const struct exam_watched *x = chosen(s);

	s->ask = board_ask(s->watch, x, act);
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_act, .arg = &s->ask };
}

/* Before the third interruption nothing is asked. */
static struct turn release_now(struct app *app, void *state, struct err *e)
{
	struct board_state *s = state;
	struct exam_reason r = { .seen = s->watch->seen };

	exam_release(app, s->arg.session, s->seat, &r, NULL, e);
	look(app, s, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn call_done(struct app *app, void *state, struct err *e)
{
	struct board_state *s = state;

	exam_call_done(app, s->arg.session, s->seat, e);
	look(app, s, e);
	return (struct turn){ .kind = TURN_STAY };
}

/* "4, 7, 9 …" of the seats in a state. */
static void list_seats(const struct exam_watch *w, enum sitting_state state, struct str *out)
{
	enum { LISTED = 10 };
	int n = 0;

	for (size_t i = 0; i < w->count; i++) {
		if (w->seats[i].seat.state != state || n++ > LISTED)
			continue;
		if (n > LISTED)
			str_add(out, " …");
		else
			str_addf(out, "%s%d", n > 1 ? ", " : "", w->seats[i].seat.number);
	}
}

static void add_list(const struct exam_watch *w, enum sitting_state state, const char *format, struct str *out)
{
	struct str seats;

	str_init(&seats);
	list_seats(w, state, &seats);
	if (seats.len > 0) {
		const char *hole = strstr(format, "%s"); /* the format is translated: only its one hole is filled */

		str_addf(out, " %.*s%s%s", hole != NULL ? (int)(hole - format) : (int)strlen(format), format, seats.buf, hole != NULL ? hole + 2 : "");
	}
	str_release(&seats);
}

/* Who begins, and which seats do not. */
static struct turn ask_start(struct board_state *s)
{
	const struct exam_tally *t = &s->watch->tally;
	struct str detail;
	struct arena a = ARENA_INIT;

	str_init(&detail);
	if (t->entered > 0)
		str_add(&detail, arena_printf(&a, ngettext("Somebody has entered at %d seat: it begins at once.", "Somebody has entered at %d seats: they begin at once.",
						   (unsigned long)t->entered), t->entered));
	add_list(s->watch, SITTING_PLANNED, _("Not confirmed: seats %s."), &detail);
	add_list(s->watch, SITTING_IDENTITY, _("Not open: seats %s."), &detail);
	if (t->unready + t->closed > 0 || t->open > t->entered)
		str_addf(&detail, " %s", _("Whoever comes later begins after the rules, with the whole time."));
	snprintf(s->detail, sizeof s->detail, "%s", detail.buf + (detail.len > 0 && detail.buf[0] == ' '));
	str_release(&detail);
	arena_release(&a);
	s->start = (struct ask){ .question = N_("Start the room?"), .detail = s->detail, .yes = N_("Yes, the exam begins"), .no = N_("No, not yet"), .agreed = &s->agreed };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->start };
}

/* --- keys ---------------------------------------------------------------------- */

static bool move(struct board_state *s, enum action a)
{
	int i = place_of(s, s->seat), last = s->watch != NULL ? (int)s->watch->count - 1 : -1;

	if (a == ACTION_UP || a == ACTION_DOWN)
		i += a == ACTION_UP ? -1 : 1;
	else if (a == ACTION_PAGE_UP || a == ACTION_PAGE_DOWN)
		i += a == ACTION_PAGE_UP ? -PAGE_SEATS : PAGE_SEATS;
	else if (a == ACTION_FIRST || a == ACTION_LAST)
		i = a == ACTION_FIRST ? 0 : last;
	else
		return false;
	if (last >= 0)
		s->seat = s->watch->seats[i < 0 ? 0 : i > last ? last : i].seat.number;
	return true;
}

/* Digits typed one after the other are the number of a seat. */
static void type_digit(struct board_state *s, const struct event *e)
{
	int number = e->digit + (e->now_ms - s->typed_ms < DIGITS_MS ? s->typed * 10 : 0);

	s->typed = number <= EXAM_SEATS_MAX ? number : e->digit;
	s->typed_ms = e->now_ms;
	if (place_of(s, s->typed) >= 0)
		s->seat = s->typed;
}

/* The next seat that somebody should look at, from the pointer on round. */
static void next_needed(struct board_state *s)
{
	int from = place_of(s, s->seat), count = s->watch != NULL ? (int)s->watch->count : 0;

	for (int k = 1; k <= count; k++) {
		const struct exam_watched *x = &s->watch->seats[(from + k + count) % count];

		if (!board_needs(x))
			continue;
		s->seat = x->seat.number;
		return;
	}
}

static struct turn board_on_action(void *state, const struct event *e)
{
	struct board_state *s = state;
	const struct exam_watched *x = chosen(s);

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_DIGIT)
		type_digit(s, e);
	if (e->action == ACTION_FIELD)
		next_needed(s);
	if (e->action == ACTION_DIGIT || e->action == ACTION_FIELD || move(s, e->action) || x == NULL)
		return (struct turn){ .kind = TURN_STAY };
	switch ((int)e->action) {
	case ACTION_START:
		return ask_start(s);
	case ACTION_RELEASE:
		return x->decision ? ask_act(s, ACT_RELEASE) : (struct turn){ .kind = TURN_EFFECT, .effect = release_now };
	case ACTION_PAUSE:
		return ask_act(s, ACT_PAUSE);
	case ACTION_TIME:
		return ask_act(s, ACT_EXTEND);
	case ACTION_DISMISS:
		return (struct turn){ .kind = TURN_EFFECT, .effect = call_done };
	case ACTION_LISTEN:
		s->script = (struct exam_script_arg){ .session = s->arg.session };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_script, .arg = &s->script };
	default:
		return push_seat(s, &screen_exam_board_more);
	}
}

/* Texts are there for the room once it was started. */
static bool hears(const struct exam_watch *w)
{
	bool heard = false;

	for (size_t i = 0; i < w->blueprint->section_count; i++)
		heard |= w->blueprint->sections[i].heard;
	return heard && w->session.started;
}

static bool board_open(const void *state, enum action a)
{
	const struct board_state *s = state;
	const struct exam_watched *x = chosen(s);
	bool running = x != NULL && x->seat.state == SITTING_RUNNING, paused = x != NULL && x->seat.state == SITTING_PAUSED;

	if (a == ACTION_BACK)
		return true;
	if (x == NULL)
		return false;
	switch ((int)a) {
	case ACTION_START:
		return s->watch->tally.open > 0 && !s->watch->session.started;
	case ACTION_RELEASE:
		return paused || x->seat.lost;
	case ACTION_PAUSE:
		return running && !x->seat.lost;
	case ACTION_TIME:
		return running || paused;
	case ACTION_DISMISS:
		return x->seat.calls && !sitting_ended(x->seat.state);
	case ACTION_LISTEN:
		return hears(s->watch);
	default:
		return true;
	}
}

/* What can be done with the seat comes first: the footer of a small screen has room for little, and the arrows are plain to see. */
static const struct binding board_bindings[] = {
	{ .action = ACTION_START, .label = N_("start"), .help = N_("Start the room: all open seats begin; asks first") },
	{ .action = ACTION_RELEASE, .label = N_("release"), .help = N_("Let a seat go on that was paused or lost its terminal") },
	{ .action = ACTION_PAUSE, .label = N_("pause"), .help = N_("Stop the clock of a seat, with the reason") },
	{ .action = ACTION_TIME, .label = N_("extra time"), .help = N_("Give a seat more minutes, with the reason") },
	{ .action = ACTION_DISMISS, .label = N_("call done"), .help = N_("The call of a seat has been answered") },
	{ .action = ACTION_LISTEN, .label = N_("texts"), .help = N_("The texts that are read or played to the whole room") },
	{ .action = ACTION_MORE, .label = N_("more…"), .help = N_("What else can be done: with this seat, with all seats, with the session") },
	{ .action = ACTION_UP, .label = N_("seat"), .help = N_("Move the pointer to another seat; digits go to the seat of that number") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN },
	{ .action = ACTION_FIELD, .help = N_("To the next seat that somebody should look at") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Leave the board; the exam goes on, and whoever opens it again sees the same") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_board = {
	.name = "exam-board",
	.state_size = sizeof(struct board_state),
	.bindings = board_bindings,
	.init = board_init,
	.enter = board_enter,
	.open = board_open,
	.describe = board_describe,
	.on_action = board_on_action,
	.tick = board_tick,
	.stays = true,
	.release = board_release,
};
