/* Marks for what is done in the room: criterion by criterion a band, then a remark. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/exam_marking.h"
#include "core/i18n.h"
#include "view/exam_points.h"
#include "view/fields.h"
#include "view/parts.h"

enum { STEP_TAUGHT = -1, CRITERIA_MAX = 20 };

struct mark_state {
	char sitting[40];
	size_t section;
	struct arena arena;
	struct marking m;
	bool loaded, absent;
	int step, current;         /* STEP_TAUGHT, a criterion, or their count: the end */
	int bands[CRITERIA_MAX];
	struct fields fields;
	struct second second;
	int64_t second_person;
	char words[300];
};

static const struct fields_row remark_rows[] = {
	{ .kind = FIELDS_LINE, .label = N_("Remark"), .note = N_("May stay empty. Learners do not read it."), .bytes_max = MARK_REMARK_MAX },
};

static void mark_init(void *state, const void *arg)
{
	struct mark_state *s = state;
	const struct exam_mark_arg *x = arg;

	snprintf(s->sitting, sizeof s->sitting, "%s", x->sitting);
	s->section = x->section;
	fields_init(&s->fields, remark_rows, 1);
}

static int criteria(const struct mark_state *s)
{
	return (int)s->m.rules->rubric_count;
}

/* Whether it can be said here that the learner did not take part: by the first marker, before anything else. */
static bool offers_absent(const struct mark_state *s)
{
	return s->step == 0 && s->m.mine == MARKER_FIRST;
}

/* The bands given before stand chosen. */
static void prefill(struct mark_state *s)
{
	const struct marking_marker *own = &s->m.markers[s->m.mine];

	for (int i = 0; i < criteria(s); i++) {
		const struct exam_criterion *c = &s->m.rules->rubric[i];

		s->bands[i] = -1;
		for (size_t k = 0; own->given && !own->absent && k < c->count; k++)
			if (c->points[k] == own->points[i])
				s->bands[i] = (int)k;
	}
	fields_set(&s->fields, 0, own->given ? own->remark : "");
}

static void go_to(struct mark_state *s, int step)
{
	s->step = step;
	s->current = step >= 0 && step < criteria(s) && s->bands[step] >= 0 ? s->bands[step] : 0;
}

static struct turn mark_now(struct app *app, void *state, struct err *e)
{
	struct mark_state *s = state;
	struct marking_entry entry = { .section = s->section, .marker = s->m.mine, .absent = s->absent, .bands = s->bands, .remark = fields_text(&s->fields, 0),
				       .second = s->second_person };

	s->second_person = 0;
	return (struct turn){ .kind = marking_put(app, s->sitting, &entry, e) ? TURN_POP : TURN_STAY };
}

static struct turn mark_enter(struct app *app, void *state, struct err *e)
{
	struct mark_state *s = state;
	bool first = !s->loaded;

	if (s->second_person != 0)
		return mark_now(app, state, e);
	arena_release(&s->arena);
	s->loaded = marking_load(app, s->sitting, s->section, &s->arena, &s->m, e) && s->m.rules->rubric_count <= CRITERIA_MAX;
	if (!s->loaded)
		return (struct turn){ .kind = TURN_POP };
	if (first && s->m.mine >= 0) {
		prefill(s);
		go_to(s, s->m.taught == TAUGHT_UNSAID ? STEP_TAUGHT : 0);
	}
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn declare_now(struct app *app, void *state, struct err *e)
{
	struct mark_state *s = state;
	bool taught = s->current == 1;

	if (marking_declare(app, s->sitting, taught, e)) {
		s->m.taught = taught ? TAUGHT_YES : TAUGHT_NO;
		go_to(s, 0);
	}
	return (struct turn){ .kind = TURN_STAY };
}

/* --- what is seen ---------------------------------------------------------- */

/* Another person has to do it. */
static bool is_barred(const struct mark_state *s)
{
	return s->m.taught == TAUGHT_YES && s->m.others;
}

static const char *role_of(const struct mark_state *s)
{
	if (!s->m.rules->second)
		return _("Marks");
	return s->m.mine == MARKER_FIRST ? _("First marker") : s->m.mine == MARKER_SECOND ? _("Second marker") : _("Decision");
}

/* Each marks alone: what others gave is seen when all of it is there. */
static void describe_markers(const struct mark_state *s, struct page *page)
{
	static const char *const roles[MARKER_COUNT] = { N_("First marker"), N_("Second marker"), N_("Decision") };
	bool open = s->m.state == MARKS_COMPLETE || s->m.state == MARKS_WAIT_DECISION;

	for (int i = 0; open && i < MARKER_COUNT; i++) {
		const struct marking_marker *m = &s->m.markers[i];

		if (!m->given)
			continue;
		parts_raw_block(page, STYLE_DIM, arena_printf(&page->arena, "%s: %s, %s%s%s", _(roles[i]), m->name, m->absent ? _("did not take part") :
			exam_points_of(&page->arena, m->sum, s->m.maximum, 1), m->remark[0] != '\0' ? " · " : "", m->remark));
	}
	if (s->m.rules->second)
		parts_raw_block(page, STYLE_DIM, arena_printf(&page->arena, ngettext("Two people mark, each alone. Further apart than %d point: a third person decides, or both together. Else the mean counts, rounded up.",
			"Two people mark, each alone. Further apart than %d points: a third person decides, or both together. Else the mean counts, rounded up.",
			(unsigned long)s->m.rules->difference), s->m.rules->difference));
}

static void describe_taught(const struct mark_state *s, struct page *page)
{
	page_heading(page, 1, _("Did you teach this learner?"));
	page_text(page, STYLE_PLAIN, _("Nobody marks a learner they taught where somebody else could. Your answer is kept."));
	page_space(page);
	page_menu(page, false, s->current);
	page_entry(page, '1', _("No"), NULL, NULL);
	page_entry(page, '2', _("Yes"), NULL, NULL);
}

/* What was asked of the learner: whole with the first criterion, its title with the others. */
static void describe_task(const struct mark_state *s, struct page *page)
{
	if (s->m.task_title == NULL)
		return;
	parts_raw_block(page, STYLE_DIM, arena_printf(&page->arena, _("Task: %s"), s->m.task_title));
	if (s->step != 0)
		return;
	page_space(page);
	page_markdown(page, s->m.task);
}

static void describe_criterion(const struct mark_state *s, struct page *page)
{
	const struct exam_criterion *c = &s->m.rules->rubric[s->step];
	struct arena *a = &page->arena;

	page_heading(page, 1, s->m.criteria[s->step]);
	describe_task(s, page);
	page_space(page);
	page_menu(page, false, s->current)->wraps = true;
	for (size_t k = 0; k < c->count; k++)
		page_entry(page, (char)('1' + k), s->m.bands[s->step][k], arena_printf(a, ngettext("%d point", "%d points", (unsigned long)c->points[k]), c->points[k]),
			   NULL)->mark = s->bands[s->step] == (int)k ? MARK_ON : MARK_NONE;
	if (offers_absent(s))
		page_entry(page, '0', _("Did not take part in this section"), NULL, NULL);
}

static void describe_end(const struct mark_state *s, struct page *page)
{
	struct arena *a = &page->arena;
	int sum = 0;

	page_table(page, 2, false);
	for (int i = 0; !s->absent && i < criteria(s); i++) {
		int points = s->bands[i] >= 0 ? s->m.rules->rubric[i].points[s->bands[i]] : 0;

		sum += points;
		parts_cell(page, STYLE_PLAIN, s->m.criteria[i]);
		parts_cell_raw(page, STYLE_PLAIN, s->bands[i] >= 0 ? arena_printf(a, "%d", points) : "–");
	}
	parts_cell_raw(page, STYLE_STRONG, _("Together"));
	parts_cell_raw(page, STYLE_STRONG, s->absent ? _("did not take part") : exam_points_of(a, sum, s->m.maximum, 1));
	page_space(page);
	fields_describe(&s->fields, page, NULL, s);
	if (s->m.markers[s->m.mine].given) {
		page_space(page);
		page_message(page, STYLE_NOTE, s->m.released ? _("The results are given out: a change needs a remark that says why, and a second person signs in for it.") :
			     _("These marks were given already: a second person signs in for a change."));
	}
}

static void mark_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct mark_state *s = state;

	(void)r;
	page->place = _("Marks");
	if (!s->loaded)
		return;
	if (s->m.mine >= 0 && s->step >= 0 && !is_barred(s)) {
		page->done = s->step;
		page->total = criteria(s);
		page->rule_right = s->step < criteria(s) ? arena_printf(&page->arena, _("%d of %d"), s->step + 1, criteria(s)) : NULL;
	}
	parts_raw_block(page, STYLE_STRONG, arena_printf(&page->arena, "%s · %s · %s", s->m.name, s->m.section_title, s->m.mine >= 0 ? role_of(s) : _("Marks")));
	if (is_barred(s)) {
		page_space(page);
		page_message(page, STYLE_NOTE, arena_printf(&page->arena, _("You taught %s: somebody else gives these marks."), s->m.name));
		return;
	}
	if (s->m.mine >= 0 && s->step == STEP_TAUGHT)
		describe_taught(s, page);
	else if (s->m.mine >= 0 && s->step < criteria(s))
		describe_criterion(s, page);
	else if (s->m.mine >= 0)
		describe_end(s, page);
	else
		page_message(page, STYLE_PLAIN, s->m.state == MARKS_COMPLETE ? _("These marks are complete.") : _("Another person's marks are still missing."));
	page_space(page);
	describe_markers(s, page);
}

/* --- keys -------------------------------------------------------------------- */

static struct turn finish(struct mark_state *s)
{
	const struct marking_marker *own = &s->m.markers[s->m.mine];

	if (!own->given && !s->m.decides_with)
		return (struct turn){ .kind = TURN_EFFECT, .effect = mark_now };
	snprintf(s->words, sizeof s->words, s->m.decides_with && !own->given ? _("The decision about the marks of %s") : _("Changed marks of %s"), s->m.name);
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

static struct turn take_band(struct mark_state *s, int band)
{
	int count = (int)s->m.rules->rubric[s->step].count;

	if (offers_absent(s) && band == count) {
		s->absent = true;
		go_to(s, criteria(s));
	} else if (band >= 0 && band < count) {
		s->absent = false;
		s->bands[s->step] = band;
		go_to(s, s->step + 1);
	}
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn mark_choose(struct mark_state *s, const struct event *e)
{
	bool taught = s->step == STEP_TAUGHT;
	int count = taught ? 2 : (int)s->m.rules->rubric[s->step].count + (offers_absent(s) ? 1 : 0);

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_PREVIOUS || e->action == ACTION_NEXT) {
		bool back = e->action == ACTION_PREVIOUS;

		if (!taught && (back ? s->step > 0 : s->bands[s->step] >= 0))
			go_to(s, s->step + (back ? -1 : 1));
		return (struct turn){ .kind = TURN_STAY };
	}
	int choice = e->action == ACTION_DIGIT ? (e->digit == 0 && !taught ? count - 1 : e->digit - 1) : s->current;

	if (choice < 0 || choice >= count || (e->action == ACTION_DIGIT && e->digit == 0 && !offers_absent(s)))
		return (struct turn){ .kind = TURN_STAY };
	if (!taught)
		return take_band(s, choice);
	s->current = choice;
	return (struct turn){ .kind = TURN_EFFECT, .effect = declare_now };
}

static struct turn mark_on_action(void *state, const struct event *e)
{
	struct mark_state *s = state;

	if (s->m.mine < 0 || is_barred(s))
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_BACK) {
		if (s->step <= 0)
			return (struct turn){ .kind = TURN_POP };
		go_to(s, s->absent ? 0 : s->step - 1);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (s->step < criteria(s))
		return mark_choose(s, e);
	return fields_action(&s->fields, e) == FIELDS_DONE ? finish(s) : (struct turn){ .kind = TURN_STAY };
}

static bool mark_typing(const void *state)
{
	const struct mark_state *s = state;

	return s->loaded && s->m.mine >= 0 && !is_barred(s) && s->step >= criteria(s);
}

static bool mark_open(const void *state, enum action a)
{
	const struct mark_state *s = state;

	if (a == ACTION_BACK || !s->loaded || s->m.mine < 0 || is_barred(s))
		return a == ACTION_BACK;
	if (s->step >= criteria(s))
		return a == ACTION_SAVE || a == ACTION_OPEN;
	return a != ACTION_SAVE && ((a != ACTION_PREVIOUS && a != ACTION_NEXT) || s->step >= 0);
}

static const char *mark_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && mark_typing(state) ? _("save") : NULL;
}

static void mark_release(void *state)
{
	struct mark_state *s = state;

	arena_release(&s->arena);
	fields_release(&s->fields);
}

static const struct binding mark_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("take"), .help = N_("Take the band under the pointer; at the end, save the marks") },
	{ .action = ACTION_SAVE, .label = NULL },
	{ .action = ACTION_PREVIOUS, .label = N_("criterion"), .help = N_("To the criterion before or after") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_mark = {
	.name = "exam-mark",
	.state_size = sizeof(struct mark_state),
	.bindings = mark_bindings,
	.init = mark_init,
	.enter = mark_enter,
	.open = mark_open,
	.label = mark_label,
	.typing = mark_typing,
	.describe = mark_describe,
	.on_action = mark_on_action,
	.release = mark_release,
};
