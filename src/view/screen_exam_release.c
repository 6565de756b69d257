/* Typed answers that the grader did not simply take, one after the other, without names: what do they earn? */
#include "config.h"
#include "view/screens.h"

#include "app/exam_release.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_points.h"
#include "view/parts.h"

struct release_screen {
	int64_t session;
	struct doubts doubts;
	bool loaded, moved;
	size_t at;
	int current;
	enum doubt_state to;
};
enum { CHOICES = 3 };

/* What may be said of an answer: less than it has is never given. */
static int offered(const struct doubt *d, enum doubt_state out[CHOICES])
{
	int n = 0;

	out[n++] = DOUBT_CONFIRMED;
	if (2 * d->mark < d->maximum || d->state == DOUBT_HALF)
		out[n++] = DOUBT_HALF;
	if (d->mark < d->maximum || d->state == DOUBT_FULL)
		out[n++] = DOUBT_FULL;
	return n;
}

static void release_init(void *state, const void *arg)
{
	((struct release_screen *)state)->session = ((const struct exam_seat_arg *)arg)->session;
}

/* The first one nobody looked at, from `from` on, once around. */
static size_t next_open(const struct release_screen *s, size_t from)
{
	for (size_t i = 0; i < s->doubts.count; i++)
		if (s->doubts.list[(from + i) % s->doubts.count].state == DOUBT_OPEN)
			return (from + i) % s->doubts.count;
	return from < s->doubts.count ? from : 0;
}

static void point(struct release_screen *s)
{
	enum doubt_state list[CHOICES];
	int n = s->doubts.count > 0 ? offered(&s->doubts.list[s->at], list) : 0;

	s->current = 0;
	for (int i = 0; i < n; i++)
		if (s->doubts.list[s->at].state == list[i])
			s->current = i;
}

/* There may be fewer than before: a sitting that is void has no answers. */
static void look(struct app *app, struct release_screen *s, struct err *e)
{
	doubts_release(&s->doubts);
	s->loaded = doubts_load(app, s->session, &s->doubts, e);
	if (s->at >= s->doubts.count)
		s->at = 0;
}

static struct turn release_enter(struct app *app, void *state, struct err *e)
{
	struct release_screen *s = state;

	look(app, s, e);
	if (!s->moved)
		s->at = next_open(s, 0);
	s->moved = true;
	point(s);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn decide_now(struct app *app, void *state, struct err *e)
{
	struct release_screen *s = state;

	if (!doubt_decide(app, s->session, &s->doubts.list[s->at], s->to, e))
		return (struct turn){ .kind = TURN_STAY };
	look(app, s, e);
	if (s->to != DOUBT_OPEN && s->doubts.open > 0)
		s->at = next_open(s, s->at + 1);
	point(s);
	return (struct turn){ .kind = TURN_STAY };
}

/* The share of a gap is told where it is points that can be given. */
static bool tells_points(const struct doubt *d)
{
	return d->gap == 0 || 2 * d->maximum % d->scale == 0;
}

static const char *said(const struct doubt *d)
{
	return str_eq(d->verdict, "wrong") ? _("wrong") : str_eq(d->verdict, "typo") ? _("a typing error") : _("right, with a remark");
}

static void describe_choices(const struct release_screen *s, const struct doubt *d, struct page *page)
{
	struct arena *a = &page->arena;
	enum doubt_state list[CHOICES];
	int n = offered(d, list);

	page_menu(page, false, s->current);
	for (int i = 0; i < n; i++) {
		const char *label = list[i] == DOUBT_CONFIRMED ? _("Stays as it is") : list[i] == DOUBT_HALF ? _("Half of the points") : _("All points");
		const char *points = list[i] == DOUBT_CONFIRMED ? exam_points_of(a, d->mark, d->maximum, d->scale) :
				     list[i] == DOUBT_HALF ? exam_points_of(a, d->maximum, 2 * d->maximum, 2 * d->scale) :
				     exam_points_of(a, d->maximum, d->maximum, d->scale);

		page_entry(page, (char)('1' + i), label, tells_points(d) ? points : NULL, NULL)->mark = d->state == list[i] ? MARK_ON : MARK_NONE;
	}
}

static void release_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct release_screen *s = state;
	struct arena *a = &page->arena;

	(void)r;
	page->place = _("Typed answers");
	if (!s->loaded)
		return;
	if (s->doubts.count == 0) {
		page_text(page, STYLE_PLAIN, _("Nothing typed is doubtful here."));
		return;
	}
	const struct doubt *d = &s->doubts.list[s->at];

	page->done = (int)(s->doubts.count - s->doubts.open);
	page->total = (int)s->doubts.count;
	page->rule_right = arena_printf(a, _("%d of %d looked at"), page->done, page->total);
	if (d->asked[0] != '\0') {
		page_markdown(page, d->asked);
		page_space(page);
	}
	page_table(page, 2, false);
	parts_cell(page, STYLE_DIM, _("Answer"));
	parts_cell_raw(page, STYLE_TAUGHT, d->given);
	if (d->gap > 0) {
		/* TRANSLATORS: a gap of a text, into which a word is typed */
		parts_cell(page, STYLE_DIM, _("Gap"));
		parts_cell_raw(page, STYLE_PLAIN, arena_printf(a, _("%d of %d"), d->gap, d->gaps));
	}
	parts_cell(page, STYLE_DIM, _("Expected"));
	parts_cell_raw(page, STYLE_TAUGHT, d->expected);
	parts_cell(page, STYLE_DIM, _("The program says"));
	parts_cell_raw(page, STYLE_PLAIN, said(d));
	parts_cell(page, STYLE_DIM, _("Given by"));
	parts_cell_raw(page, STYLE_PLAIN, arena_printf(a, ngettext("%d learner", "%d learners", (unsigned long)d->count), d->count));
	page_space(page);
	describe_choices(s, d, page);
	if (d->state != DOUBT_OPEN || s->doubts.open == 0) {
		page_space(page);
		page_message(page, STYLE_GOOD, s->doubts.open == 0 ? _("Every answer was looked at. Esc goes back, where the results can be given out.") :
			     d->by[0] != '\0' ? arena_printf(a, _("Looked at by %s; Ctrl+U takes it back."), d->by) : _("Looked at; Ctrl+U takes it back."));
	}
}

static struct turn release_on_action(void *state, const struct event *e)
{
	struct release_screen *s = state;
	enum doubt_state list[CHOICES];
	int n = s->doubts.count > 0 ? offered(&s->doubts.list[s->at], list) : 0;

	if (e->action == ACTION_BACK || n == 0)
		return (struct turn){ .kind = TURN_POP };
	if (parts_move(&s->current, n, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_PREVIOUS || e->action == ACTION_NEXT) {
		s->at = e->action == ACTION_NEXT ? (s->at + 1 < s->doubts.count ? s->at + 1 : s->at) : s->at > 0 ? s->at - 1 : 0;
		point(s);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (e->action == ACTION_DIGIT) {
		if (e->digit < 1 || e->digit > n)
			return (struct turn){ .kind = TURN_STAY };
		s->current = e->digit - 1;
	}
	s->to = e->action == ACTION_UNDO ? DOUBT_OPEN : list[s->current];
	return (struct turn){ .kind = TURN_EFFECT, .effect = decide_now };
}

static bool release_open(const void *state, enum action a)
{
	const struct release_screen *s = state;

	if (a == ACTION_UNDO)
		return s->doubts.count > 0 && s->doubts.list[s->at].state != DOUBT_OPEN;
	return a == ACTION_BACK || (s->doubts.count > 0 && ((a != ACTION_PREVIOUS && a != ACTION_NEXT) || s->doubts.count > 1));
}

static void release_release(void *state)
{
	doubts_release(&((struct release_screen *)state)->doubts);
}

static const struct binding release_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("decide"), .help = N_("What this answer earns, for all who gave it; then the next one") },
	{ .action = ACTION_PREVIOUS, .label = N_("question"), .help = N_("To the answer before or after") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_UNDO, .label = N_("undo"), .help = N_("Take back what was decided about this answer") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_release = {
	.name = "exam-release",
	.state_size = sizeof(struct release_screen),
	.bindings = release_bindings,
	.init = release_init,
	.enter = release_enter,
	.open = release_open,
	.describe = release_describe,
	.on_action = release_on_action,
	.release = release_release,
};
