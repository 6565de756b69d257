#include "config.h"
#include "view/screens.h"

#include "app/machine.h"
#include "app/exam_release.h"
#include "app/reports.h"
#include "core/i18n.h"
#include "view/parts.h"

/* What staff can open, what is used most first: digits reach nine. Rows that need a right the person lacks are left out. */
struct staff_row {
	const char *label, *about;
	const struct screen *screen;
	enum may may;
};
static const struct staff_row rows[] = {
	{ .label = N_("People"), .about = N_("find, add, enrol, new PIN"), .screen = &screen_people, .may = MAY_SEE_PEOPLE },
	{ .label = N_("Examinations"), .about = N_("plan, rehearse and hold them"), .screen = &screen_exam_sessions, .may = MAY_EXAM },
	{ .label = N_("Marking"), .about = N_("marks, typed answers, results, reviews"), .screen = &screen_exam_marking, .may = MAY_EXAM },
	{ .label = N_("Certificates"), .about = N_("issue, look up, withdraw"), .screen = &screen_certificates, .may = MAY_CHANGE_PEOPLE },
	{ .label = N_("Answer reports"), .about = N_("answers that learners say are right"), .screen = &screen_reports, .may = MAY_REPORTS },
	{ .label = N_("For the next lesson"), .about = N_("what the group confuses"), .screen = &screen_confusions, .may = MAY_SEE_PEOPLE },
	{ .label = N_("Courses"), .about = N_("the packs that are installed"), .screen = &screen_packs, .may = MAY_SEE_PEOPLE },
	/* only where the store was made on another machine */
	{ .label = N_("Another machine"), .about = N_("decide whether the store goes on here"), .screen = &screen_site_moved, .may = MAY_SITE },
	{ .label = N_("Import"), .about = N_("people from a spreadsheet"), .screen = &screen_import, .may = MAY_CHANGE_PEOPLE },
	{ .label = N_("Export"), .about = N_("what learners completed, for a spreadsheet"), .screen = &screen_export, .may = MAY_EXPORT },
	{ .label = N_("How exams worked"), .about = N_("questions that mislead, time, reliability"), .screen = &screen_analysis, .may = MAY_EXAM },
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

struct staff_state {
	bool may[ROW_COUNT], may_change;
	int current;
	int64_t learners;
	int reports; /* that wait */
	struct release_todo todo;
	bool moved;  /* the store was made on another machine */
	enum role role;
};

static const struct ask sign_out_ask = {
	.question = N_("Sign out?"),
	.yes = N_("Yes, sign out"),
	.no = N_("No, stay"),
	.turn = TURN_SIGN_OUT,
};

static bool allowed(struct app *app, enum may what)
{
	struct err ignored = ERR_INIT;

	return app_may(app, what, &ignored);
}

static struct turn staff_enter(struct app *app, void *state, struct err *e)
{
	struct staff_state *s = state;

	enum machine_state machine;
	s->moved = machine_look(app, &machine, e) && machine == MACHINE_OTHER;
	for (int i = 0; i < ROW_COUNT; i++)
		s->may[i] = allowed(app, rows[i].may) && (rows[i].screen != &screen_site_moved || s->moved);
	s->may_change = allowed(app, MAY_CHANGE_PEOPLE);
	s->role = app->person.role;
	report_waiting(app, &s->reports, e);
	if (allowed(app, MAY_EXAM))
		release_todo(app, &s->todo, e);
	person_count(app->store, ROLE_LEARNER, &s->learners, e);
	return (struct turn){ .kind = TURN_STAY };
}

/* The rows on offer, by number in rows[]; ROW_COUNT stands for signing out. */
static int list_rows(const struct staff_state *s, int out[ROW_COUNT + 1])
{
	int n = 0;

	for (int i = 0; i < ROW_COUNT; i++)
		if (s->may[i])
			out[n++] = i;
	out[n++] = ROW_COUNT;
	return n;
}

/* What waits for assessors, or what the row is about. */
static const char *todo_text(const struct release_todo *t, const char *about, struct arena *a)
{
	const struct { int count; const char *text; } parts[] = {
		{ t->marks, arena_printf(a, ngettext("%d mark", "%d marks", (unsigned long)t->marks), t->marks) },
		{ t->answers, arena_printf(a, ngettext("%d answer", "%d answers", (unsigned long)t->answers), t->answers) },
		{ t->reviews, arena_printf(a, ngettext("%d review", "%d reviews", (unsigned long)t->reviews), t->reviews) },
		{ t->ready, arena_printf(a, ngettext("%d to give out", "%d to give out", (unsigned long)t->ready), t->ready) },
	};
	const char *text = "";

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i].count > 0)
			text = arena_printf(a, "%s%s%s", text, text[0] != '\0' ? " · " : "", parts[i].text);
	return text[0] != '\0' ? text : about;
}

/* What stands beside a row: what waits there, or what it is about. */
static const char *beside(const struct staff_state *s, const struct staff_row *row, struct arena *a)
{
	if (row->screen == &screen_people && !s->may_change)
		return _("find and look up");
	if (row->screen == &screen_reports && s->reports > 0)
		return arena_printf(a, ngettext("%d to look at", "%d to look at", (unsigned long)s->reports), s->reports);
	return row->screen == &screen_exam_marking ? todo_text(&s->todo, _(row->about), a) : _(row->about);
}

static void staff_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct staff_state *s = state;
	int list[ROW_COUNT + 1], n = list_rows(s, list);

	page->place = s->role == ROLE_ADMINISTRATOR ? _("Administration") : _("Instruction");
	page->rule_right = parts_day(page, r, (r->now_ms + r->offset_min * 60000LL) / 86400000, true);
	page_heading(page, 1, r->site);
	page_text(page, STYLE_DIM, arena_printf(&page->arena, ngettext("%d learner", "%d learners", (unsigned long)s->learners), (int)s->learners));
	if (s->moved)
		page_text(page, STYLE_STRONG, _("This store was made on another machine: no exam can be opened here until an administrator has decided."));
	page_space(page);
	page_menu(page, false, s->current < n - 1 ? s->current : -1);
	for (int i = 0; i < n - 1; i++)
		page_entry(page, i < 9 ? (char)('1' + i) : 0, _(rows[list[i]].label), beside(s, &rows[list[i]], &page->arena), NULL);
	page_space(page);
	page_menu(page, false, s->current == n - 1 ? 0 : -1);
	page_entry(page, '0', _("Sign out"), NULL, NULL);
}

static struct turn staff_on_action(void *state, const struct event *e)
{
	struct staff_state *s = state;
	int list[ROW_COUNT + 1], n = list_rows(s, list), choice = s->current;

	if (parts_move(&s->current, n, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		choice = n - 1;
	else if (e->action == ACTION_DIGIT)
		choice = e->digit == 0 ? n - 1 : e->digit <= n - 1 ? e->digit - 1 : -1;
	if (choice < 0 || choice >= n)
		return (struct turn){ .kind = TURN_STAY };
	if (list[choice] == ROW_COUNT)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &sign_out_ask };
	s->current = choice;
	return (struct turn){ .kind = TURN_PUSH, .screen = rows[list[choice]].screen };
}

static const struct binding staff_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("sign out"), .help = N_("Sign out; asks first") },
	{ .action = ACTION_NONE },
};

const struct screen screen_staff = {
	.name = "staff",
	.state_size = sizeof(struct staff_state),
	.bindings = staff_bindings,
	.enter = staff_enter,
	.describe = staff_describe,
	.on_action = staff_on_action,
};
