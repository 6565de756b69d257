/* Everything that happened in a session, in its order; one event in full. */
#include "config.h"
#include "view/screens.h"

#include "app/exam.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_board.h"
#include "view/exam_words.h"
#include "view/parts.h"

struct log_state {
	struct exam_seat_arg arg;
	struct arena arena;
	struct exam_event *list;
	size_t count, room;
	int current;
	bool read;
};

static void log_init(void *state, const void *arg)
{
	((struct log_state *)state)->arg = *(const struct exam_seat_arg *)arg;
}

static void log_release(void *state)
{
	arena_release(&((struct log_state *)state)->arena);
}

static bool keep_event(void *ctx, const struct exam_event *ev)
{
	struct log_state *s = ctx;
	struct exam_event copy = *ev;
	const char **texts[] = { &copy.who, &copy.with, &copy.role, &copy.act, &copy.from, &copy.to, &copy.why, &copy.text };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = arena_strdup(&s->arena, *texts[i]);
	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof *s->list);
	s->list[s->count++] = copy;
	return true;
}

/* The newest is under the pointer at first. */
static struct turn log_enter(struct app *app, void *state, struct err *e)
{
	struct log_state *s = state;

	arena_release(&s->arena);
	s->list = NULL;
	s->count = s->room = 0;
	exam_events(app, s->arg.session, keep_event, s, e);
	if (!s->read || s->current >= (int)s->count)
		s->current = s->count > 0 ? (int)s->count - 1 : 0;
	s->read = true;
	return (struct turn){ .kind = TURN_STAY };
}

/* Both names where two people signed in for it. */
static const char *who_words(struct arena *a, const struct exam_event *ev)
{
	const char *who = ev->who[0] != '\0' ? ev->who : exam_word_role(ev->role);

	return ev->with[0] != '\0' ? arena_printf(a, "%s, %s", who, ev->with) : who;
}

/* "technical – the power failed", or what there is of it. */
static const char *why_words(struct arena *a, const struct exam_event *ev)
{
	const char *why = exam_word_why_id(ev->why), *text = exam_word_text(a, ev->act, ev->text);

	return why[0] == '\0' ? text : text[0] == '\0' ? why : arena_printf(a, "%s – %s", why, text);
}

static void describe_event(const struct exam_event *ev, const struct reader *r, struct page *page)
{
	struct arena *a = &page->arena;
	const char *at = board_clock(a, r, ev->at), *day = parts_day(page, r, (ev->at + r->offset_min * 60000LL) / 86400000, false);
	const char *seat = ev->seat > 0 ? arena_printf(a, _("Seat %d: %s"), ev->seat, exam_word_act(ev->act)) : exam_word_act(ev->act);
	bool moved = ev->from[0] != '\0' && ev->to[0] != '\0' && !str_eq(ev->from, ev->to); /* a call changes nothing */
	const char *change = moved ? arena_printf(a, "%s → %s", exam_word_state_id(ev->from), exam_word_state_id(ev->to)) : "";
	const char *why = why_words(a, ev);

	parts_raw_block(page, STYLE_PLAIN, arena_printf(a, "%s %s  %s.", day, at, seat));
	parts_raw_block(page, STYLE_DIM, arena_printf(a, "%s%s%s", who_words(a, ev), change[0] != '\0' ? " · " : "", change));
	if (why[0] != '\0')
		parts_raw_block(page, STYLE_PLAIN, why);
}

static void log_describe(const void *state, const struct reader *r, struct page *page)
{
	enum { COLUMNS = 5, WHO = 3 };
	const struct log_state *s = state;
	struct arena *a = &page->arena;
	struct block *t;

	page->place = _("Events of the session");
	page->rule_right = arena_printf(a, ngettext("%d event", "%d events", (unsigned long)s->count), (int)s->count);
	if (s->count == 0) {
		page_text(page, STYLE_PLAIN, _("Nothing has happened yet."));
		return;
	}
	t = page_table(page, COLUMNS, true);
	page_cell(page, _("Time"));
	page_cell(page, _("Seat"));
	page_cell(page, _("Event"));
	/* TRANSLATORS: head of a column: who did it */
	page_cell(page, _("By"));
	page_cell(page, _("Reason"));
	for (size_t i = 0; i < s->count; i++) {
		const struct exam_event *ev = &s->list[i];

		parts_cell_raw(page, STYLE_DIM, board_clock(a, r, ev->at));
		parts_cell_raw(page, STYLE_PLAIN, ev->seat > 0 ? arena_printf(a, "%d", ev->seat) : "");
		parts_cell_raw(page, STYLE_PLAIN, exam_word_act(ev->act));
		parts_cell_raw(page, STYLE_DIM, who_words(a, ev));
		parts_cell_raw(page, STYLE_PLAIN, why_words(a, ev));
	}
	t->window = true;
	t->secondary = 1u << WHO | 1u << (COLUMNS - 1);
	t->current = s->current + 1;
	page_space(page);
	describe_event(&s->list[s->current], r, page);
}

static struct turn log_on_action(void *state, const struct event *e)
{
	enum { PAGE_EVENTS = 10 };
	struct log_state *s = state;
	int count = (int)s->count;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (count == 0 || parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	s->current += e->action == ACTION_PAGE_UP ? -PAGE_EVENTS : PAGE_EVENTS;
	s->current = s->current < 0 ? 0 : s->current >= count ? count - 1 : s->current;
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding log_bindings[] = {
	{ .action = ACTION_UP, .label = N_("event"), .help = N_("Move the pointer to another event") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_log = {
	.name = "exam-log",
	.state_size = sizeof(struct log_state),
	.bindings = log_bindings,
	.init = log_init,
	.enter = log_enter,
	.describe = log_describe,
	.on_action = log_on_action,
	.release = log_release,
};
