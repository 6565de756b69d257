/* Answers that learners say are right: the list, one of them, and why one is not accepted. */
#include "config.h"
#include "view/screens.h"

#include "app/mistakes.h"
#include "app/reports.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"
#include "view/reasons.h"

struct one_arg {
	int64_t id;
};

static const struct report_group *find_group(const struct report_list *l, int64_t id)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->list[i].id == id)
			return &l->list[i];
	return NULL;
}

static const char *learners(struct page *page, int n)
{
	return arena_printf(&page->arena, ngettext("%d learner", "%d learners", (unsigned long)n), n);
}

/* --- the list --------------------------------------------------------------- */

struct reports_state {
	struct report_list reports;
	int current;
	struct one_arg arg;
};

static struct turn reports_enter(struct app *app, void *state, struct err *e)
{
	struct reports_state *s = state;

	report_list_release(&s->reports);
	report_list_load(app, REPORT_OPEN, &s->reports, e);
	if (s->current >= (int)s->reports.count)
		s->current = s->reports.count > 0 ? (int)s->reports.count - 1 : 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void reports_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct reports_state *s = state;
	int count = (int)s->reports.count;

	(void)r;
	page->place = _("Answer reports");
	if (count == 0) {
		page_text(page, STYLE_PLAIN, _("Nothing to look at: no learner says that an answer was judged too hard."));
		return;
	}
	page->rule_right = arena_printf(&page->arena, ngettext("%d to look at", "%d to look at", (unsigned long)count), count);
	page_menu(page, false, s->current);
	for (int i = 0; i < count; i++) {
		const struct report_group *g = &s->reports.list[i];
		struct entry *en = page_entry(page, 0, "", report_line(&page->arena, g->expected), learners(page, g->people));

		en->label = page_raw(page, STYLE_TAUGHT, report_line(&page->arena, g->given));
	}
}

static struct turn reports_on_action(void *state, const struct event *e)
{
	struct reports_state *s = state;
	int count = (int)s->reports.count;

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action != ACTION_OPEN || count == 0)
		return (struct turn){ .kind = TURN_STAY };
	s->arg.id = s->reports.list[s->current].id;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_report, .arg = &s->arg };
}

static bool reports_open(const void *state, enum action a)
{
	return a == ACTION_BACK || ((const struct reports_state *)state)->reports.count > 0;
}

static void reports_release(void *state)
{
	report_list_release(&((struct reports_state *)state)->reports);
}

static const struct binding reports_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("See the answer under the pointer, and decide") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_reports = {
	.name = "reports",
	.state_size = sizeof(struct reports_state),
	.bindings = reports_bindings,
	.enter = reports_enter,
	.open = reports_open,
	.describe = reports_describe,
	.on_action = reports_on_action,
	.release = reports_release,
};

/* --- one answer --------------------------------------------------------------- */

struct report_state_of {
	struct report_list reports;
	int64_t id;
	const struct report_group *group; /* NULL: decided meanwhile */
	const char **names;
	size_t name_count;
	bool agreed, done;
	int corrected;
	struct ask ask;
	struct one_arg arg;
};

static const struct ask accept_ask = {
	.question = N_("Accept this answer?"),
	.detail = N_("From now on it is right for everybody, and who gave it before gets it back. Checks that were taken stay as they are."),
	.yes = N_("Yes, accept it"),
	.no = N_("No, not yet"),
};

static void report_init(void *state, const void *arg)
{
	((struct report_state_of *)state)->id = ((const struct one_arg *)arg)->id;
}

static struct turn report_enter(struct app *app, void *state, struct err *e)
{
	struct report_state_of *s = state;

	if (s->agreed) {
		s->agreed = false;
		s->done = report_accept(app, s->id, &s->corrected, e);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (s->done)
		return (struct turn){ .kind = TURN_STAY };
	report_list_release(&s->reports);
	s->group = NULL;
	if (!report_list_load(app, REPORT_OPEN, &s->reports, e))
		return (struct turn){ .kind = TURN_STAY };
	s->group = find_group(&s->reports, s->id);
	if (s->group == NULL)
		return (struct turn){ .kind = TURN_POP };
	report_who(app, s->group, &s->reports.arena, &s->names, &s->name_count, e);
	return (struct turn){ .kind = TURN_STAY };
}

static void describe_reasons(const struct report_group *g, struct page *page)
{
	page_space(page);
	reasons_describe(page, mistake_reasons(g->reasons), NULL);
}

static void describe_who(const struct report_state_of *s, struct page *page)
{
	struct str names;

	str_init(&names);
	for (size_t i = 0; i < s->name_count; i++)
		str_addf(&names, "%s%s", i > 0 ? ", " : "", s->names[i]);
	page_space(page);
	parts_raw_block(page, STYLE_DIM, names.buf);
	str_release(&names);
}

static void report_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct report_state_of *s = state;
	const struct report_group *g = s->group;

	page->place = _("Answer reports");
	if (g == NULL)
		return;
	page->rule_right = parts_day(page, r, (g->last_at + r->offset_min * 60000LL) / 86400000, false);
	if (g->asked[0] != '\0') {
		page_markdown(page, g->asked);
		page_space(page);
	}
	page_table(page, 2, false);
	parts_cell(page, STYLE_DIM, _("Answer"));
	parts_cell_raw(page, STYLE_TAUGHT, report_line(&page->arena, g->given));
	parts_cell(page, STYLE_DIM, _("Expected"));
	parts_cell_raw(page, STYLE_TAUGHT, report_line(&page->arena, g->expected));
	parts_cell(page, STYLE_DIM, _("Item"));
	parts_cell_raw(page, STYLE_PLAIN, g->name.path);
	describe_reasons(g, page);
	if (report_item_gone(g) || report_item_changed(g)) {
		page_space(page);
		page_message(page, STYLE_NOTE, report_item_gone(g) ? _("This item is no longer in the course.") : _("This item has changed since the answer was given."));
	}
	describe_who(s, page);
	if (s->done) {
		page_space(page);
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, ngettext("Accepted. %d answer in the log is corrected.",
			"Accepted. %d answers in the log are corrected.", (unsigned long)s->corrected), s->corrected));
	}
}

static struct turn report_on_action(void *state, const struct event *e)
{
	struct report_state_of *s = state;

	if (e->action == ACTION_BACK || e->action == ACTION_OPEN)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_ACCEPT) {
		s->ask = accept_ask;
		s->ask.agreed = &s->agreed;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
	}
	s->arg.id = s->id;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_dismiss, .arg = &s->arg };
}

static bool report_open(const void *state, enum action a)
{
	const struct report_state_of *s = state;

	if (a == ACTION_BACK)
		return true;
	return a == ACTION_OPEN ? s->done : !s->done && s->group != NULL;
}

static void report_release(void *state)
{
	report_list_release(&((struct report_state_of *)state)->reports);
}

static const struct binding report_bindings[] = {
	{ .action = ACTION_ACCEPT, .label = N_("accept"), .help = N_("Accept the answer for everybody; asks first") },
	{ .action = ACTION_DISMISS, .label = N_("dismiss"), .help = N_("Do not accept it; asks for the reason, which the learner reads") },
	{ .action = ACTION_OPEN, .label = N_("go on") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_report = {
	.name = "report",
	.state_size = sizeof(struct report_state_of),
	.bindings = report_bindings,
	.init = report_init,
	.enter = report_enter,
	.open = report_open,
	.describe = report_describe,
	.on_action = report_on_action,
	.release = report_release,
};

/* --- why it is not accepted --------------------------------------------------- */

/* What learners read, in their own language; stored as it stands here. */
static const char *const why[] = {
	N_("It says something else than was asked."),
	N_("A word or an ending in it is not right."),
	N_("It is understood, but nobody says it so."),
	N_("The task was to answer in another way."),
};
enum { WHY_COUNT = sizeof why / sizeof *why };

struct dismiss_state {
	int64_t id;
	int current;
};

static void dismiss_init(void *state, const void *arg)
{
	((struct dismiss_state *)state)->id = ((const struct one_arg *)arg)->id;
}

static void dismiss_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct dismiss_state *s = state;

	(void)r;
	page->place = _("Answer reports");
	page_heading(page, 1, _("Why is the answer not right?"));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("Learners read the reason when they give this answer again."));
	page_space(page);
	page_menu(page, false, s->current);
	for (int i = 0; i < WHY_COUNT; i++)
		page_entry(page, (char)('1' + i), _(why[i]), NULL, NULL);
}

static struct turn dismiss_now(struct app *app, void *state, struct err *e)
{
	struct dismiss_state *s = state;

	return (struct turn){ .kind = report_dismiss(app, s->id, why[s->current], e) ? TURN_POP : TURN_STAY };
}

static struct turn dismiss_on_action(void *state, const struct event *e)
{
	struct dismiss_state *s = state;

	if (parts_move(&s->current, WHY_COUNT, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_DIGIT && (e->digit < 1 || e->digit > WHY_COUNT))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_DIGIT)
		s->current = e->digit - 1;
	return (struct turn){ .kind = TURN_EFFECT, .effect = dismiss_now };
}

static const struct binding dismiss_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("dismiss"), .help = N_("Dismiss the answer for this reason") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_dismiss = {
	.name = "dismiss",
	.state_size = sizeof(struct dismiss_state),
	.bindings = dismiss_bindings,
	.init = dismiss_init,
	.describe = dismiss_describe,
	.on_action = dismiss_on_action,
};
