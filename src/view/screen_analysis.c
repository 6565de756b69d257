/* How exams worked, for staff: which exam, the whole of it with the items to look at, one item. Words before figures. */
#include "config.h"
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/exam.h"
#include "app/exam_analysis.h"
#include "core/i18n.h"
#include "core/str.h"
#include "record/figures.h"
#include "view/parts.h"

/* --- which exam --------------------------------------------------------------- */

struct choice_state {
	struct arena arena;
	struct exam_choice *list;
	size_t count;
	int current;
	struct analysis_arg arg;
};

static struct turn choice_enter(struct app *app, void *state, struct err *e)
{
	struct choice_state *s = state;

	arena_release(&s->arena);
	if (!exam_choices(app, &s->arena, &s->list, &s->count, e))
		s->count = 0;
	if (s->current >= (int)s->count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void choice_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct choice_state *s = state;

	(void)r;
	page->place = _("How exams worked");
	if (s->count == 0) {
		page_text(page, STYLE_PLAIN, _("No exam is installed."));
		return;
	}
	page_menu(page, false, s->current);
	for (size_t i = 0; i < s->count; i++)
		page_entry(page, 0, "", NULL, s->list[i].practice ? _("practice") : "")->label = page_raw(page, STYLE_PLAIN, s->list[i].title);
}

static struct turn choice_on_action(void *state, const struct event *e)
{
	struct choice_state *s = state;

	if (parts_move(&s->current, (int)s->count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK || s->count == 0)
		return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
	s->arg = (struct analysis_arg){ .exam = s->list[s->current].path };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_analysis_exam, .arg = &s->arg };
}

static bool choice_open(const void *state, enum action a)
{
	return a == ACTION_BACK || ((const struct choice_state *)state)->count > 0;
}

static void choice_release(void *state)
{
	arena_release(&((struct choice_state *)state)->arena);
}

static const struct binding choice_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("See how the exam under the pointer worked") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_analysis = {
	.name = "analysis",
	.state_size = sizeof(struct choice_state),
	.bindings = choice_bindings,
	.enter = choice_enter,
	.open = choice_open,
	.describe = choice_describe,
	.on_action = choice_on_action,
	.release = choice_release,
};

/* --- one exam ------------------------------------------------------------------- */

struct whole_state {
	struct arena arena;
	char exam[160];
	bool all, there;
	struct exam_analysis x;
	size_t *order; /* of items: those with faults first */
	int current;
	struct analysis_arg arg;
};

static void whole_init(void *state, const void *arg)
{
	struct whole_state *s = state;

	snprintf(s->exam, sizeof s->exam, "%s", ((const struct analysis_arg *)arg)->exam);
	s->all = ((const struct analysis_arg *)arg)->all;
}

static void whole_release(void *state)
{
	arena_release(&((struct whole_state *)state)->arena);
}

static void put_in_order(struct whole_state *s)
{
	size_t n = 0;

	s->order = arena_array(&s->arena, s->x.marks.items, sizeof *s->order);
	for (int faulty = 1; faulty >= 0; faulty--)
		for (size_t i = 0; i < s->x.marks.items; i++)
			if ((s->x.figures.item[i].flags != 0) == (faulty == 1))
				s->order[n++] = i;
}

static struct turn whole_enter(struct app *app, void *state, struct err *e)
{
	struct whole_state *s = state;
	struct exam_analysis_of of = { .exam = s->exam, .all = s->all, .cut = NAN };
	struct err none = ERR_INIT;

	arena_release(&s->arena);
	s->there = exam_analyse(app, &of, &s->arena, &s->x, &none);
	if (!s->there && none.kind != ERR_ABSENT)
		*e = none;
	if (s->there)
		put_in_order(s);
	if (!s->there || s->current >= (int)s->x.marks.items)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

/* A figure for people: few digits, or that there is none. */
static const char *figure(struct arena *a, double value, int digits)
{
	return isnan(value) ? _("not computed") : parts_number(a, arena_printf(a, "%.*f", digits, value));
}

/* Figures by their names, one after the other. */
struct named_figure {
	const char *name;
	double value;
	int digits;
};

static void describe_named(struct page *page, const struct named_figure *list, size_t count)
{
	struct arena *a = &page->arena;
	const char *line = "";

	for (size_t i = 0; i < count; i++)
		line = arena_printf(a, "%s%s%s: %s", line, i > 0 ? "; " : "", list[i].name, figure(a, list[i].value, list[i].digits));
	page_text(page, STYLE_PLAIN, line);
}

static void describe_whole(const struct whole_state *s, struct page *page)
{
	struct arena *a = &page->arena;
	const struct exam_figures *x = &s->x.figures;

	page->rule_right = arena_printf(a, ngettext("%zu attempt", "%zu attempts", (unsigned long)x->people), x->people);
	parts_raw_block(page, STYLE_STRONG, s->x.title);
	page_text(page, STYLE_DIM, s->all ? _("The first attempt of each person, also where results were not given out yet.") :
					    _("The first attempt of each person, as far as results were given out."));
	page_space(page);
	/* TRANSLATORS: points: mean, of how many, the one in the middle, the pass mark */
	page_text(page, STYLE_PLAIN, arena_printf(a, _("Mean %s of %s points, in the middle %s; the pass mark is %s."), figure(a, x->mean, 1), figure(a, x->maximum, 0),
						  figure(a, x->median, 1), figure(a, s->x.cut, 1)));
	page_text(page, STYLE_PLAIN, arena_printf(a, _("Reliability (alpha): %s. Standard error of a result, in points: %s; at the pass mark: %s."), figure(a, x->alpha, 2),
						  figure(a, x->sem, 1), figure(a, x->se_at_cut, 1)));
	describe_named(page, (const struct named_figure[]){ { _("standard deviation"), x->sd, 2 }, { _("skewness"), x->skewness, 2 }, { _("kurtosis"), x->kurtosis, 2 },
							    { _("error ratio, percent"), x->error_ratio, 0 } }, 4);
	if (x->few)
		page_message(page, STYLE_NOTE, _("With fewer than 30 attempts these figures say little."));
}

static void list_item(const struct whole_state *s, size_t item, struct page *page)
{
	const struct item_figures *f = &s->x.figures.item[item];
	struct arena *a = &page->arena;
	const char *fault = figures_fault(f, 0);
	const char *right = isnan(f->facility) ? "–" : arena_printf(a, "%.0f %%", 100 * f->facility);
	struct entry *en = page_entry(page, 0, "", right, NULL);

	en->label = page_raw(page, STYLE_PLAIN, fault != NULL ? arena_printf(a, "%s: %s", s->x.items[item], fault) : s->x.items[item]);
}

static void whole_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct whole_state *s = state;
	size_t items = s->there ? s->x.marks.items : 0;

	(void)r;
	page->place = _("How exams worked");
	if (!s->there) {
		page_text(page, STYLE_PLAIN, s->all ? _("Nobody has sat this exam yet.") : _("No result of this exam was given out yet."));
		return;
	}
	describe_whole(s, page);
	for (size_t i = 0; i < items; i++) {
		bool faulty = s->x.figures.item[s->order[i]].flags != 0, first = i == 0 || (s->x.figures.item[s->order[i - 1]].flags != 0) != faulty;

		if (first) {
			size_t n = i;

			while (n < items && (s->x.figures.item[s->order[n]].flags != 0) == faulty)
				n++;
			page_space(page);
			/* TRANSLATORS: headings over questions of an exam; behind each stands how many per cent of the points people got */
			page_heading(page, 2, faulty ? _("To be looked at") : _("Nothing to remark"));
			page_menu(page, false, s->current >= (int)i && s->current < (int)n ? s->current - (int)i : -1)->wraps = true;
		}
		list_item(s, s->order[i], page);
	}
}

static struct turn whole_on_action(void *state, const struct event *e)
{
	struct whole_state *s = state;
	int items = s->there ? (int)s->x.marks.items : 0;

	if (parts_move(&s->current, items, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_ALL) {
		s->all = !s->all;
		return (struct turn){ .kind = TURN_EFFECT, .effect = whole_enter };
	}
	if (e->action == ACTION_BACK || items == 0)
		return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
	s->arg = (struct analysis_arg){ .exam = s->exam, .item = s->x.items[s->order[s->current]], .all = s->all };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_analysis_item, .arg = &s->arg };
}

static bool whole_open(const void *state, enum action a)
{
	return a == ACTION_BACK || a == ACTION_ALL || ((const struct whole_state *)state)->there;
}

static const char *whole_label(const void *state, enum action a)
{
	/* TRANSLATORS: a key: only sittings whose results were given out are counted again */
	return a == ACTION_ALL && ((const struct whole_state *)state)->all ? _("given out") : NULL;
}

static const struct binding whole_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("See the question under the pointer, and what was answered") },
	/* TRANSLATORS: a key: all sittings, also those whose results were not given out yet */
	{ .action = ACTION_ALL, .label = N_("all results"), .help = N_("Count also sittings whose results were not given out yet, or leave them out again") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_analysis_exam = {
	.name = "analysis-exam",
	.state_size = sizeof(struct whole_state),
	.bindings = whole_bindings,
	.init = whole_init,
	.enter = whole_enter,
	.open = whole_open,
	.label = whole_label,
	.describe = whole_describe,
	.on_action = whole_on_action,
	.release = whole_release,
};

/* --- one item --------------------------------------------------------------------- */

struct item_state {
	struct arena arena;
	char exam[160], item[160];
	bool all, there;
	struct exam_analysis x;
	size_t at;
	struct analysis_arg arg;
};

static void item_init(void *state, const void *arg)
{
	struct item_state *s = state;
	const struct analysis_arg *from = arg;

	snprintf(s->exam, sizeof s->exam, "%s", from->exam);
	snprintf(s->item, sizeof s->item, "%s", from->item);
	s->all = from->all;
}

static struct turn item_enter(struct app *app, void *state, struct err *e)
{
	struct item_state *s = state;
	struct exam_analysis_of of = { .exam = s->exam, .all = s->all, .cut = NAN };

	arena_release(&s->arena);
	s->there = false;
	if (!exam_analyse(app, &of, &s->arena, &s->x, e))
		return (struct turn){ .kind = TURN_STAY };
	for (size_t i = 0; i < s->x.marks.items; i++)
		if (str_eq(s->x.items[i], s->item)) {
			s->at = i;
			s->there = true;
		}
	return (struct turn){ .kind = TURN_STAY };
}

static void describe_options(const struct item_figures *f, struct page *page)
{
	if (f->option_count == 0)
		return;
	page_space(page);
	page_heading(page, 2, _("What was answered"));
	page_menu(page, false, -1)->wraps = true;
	for (size_t k = 0; k < f->option_count; k++) {
		struct entry *en = page_entry(page, 0, f->options[k].text, arena_printf(&page->arena, "%zu", f->options[k].count), NULL);

		en->mark = f->options[k].right ? MARK_GOOD : MARK_NONE;
	}
}

static void item_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct item_state *s = state;
	struct arena *a = &page->arena;

	(void)r;
	page->place = _("How exams worked");
	if (!s->there)
		return;
	const struct item_figures *f = &s->x.figures.item[s->at];

	page->rule_right = page_copy(page, s->item);
	if (*s->x.asked[s->at] != '\0')
		page_markdown(page, s->x.asked[s->at]);
	page_space(page);
	for (size_t n = 0; figures_fault(f, n) != NULL; n++)
		page_message(page, STYLE_NOTE, figures_fault(f, n));
	describe_options(f, page);
	page_space(page);
	page_text(page, STYLE_PLAIN, arena_printf(a, ngettext("%zu person had it", "%zu people had it", (unsigned long)f->attempts), f->attempts));
	page_text(page, STYLE_PLAIN, arena_printf(a, _("not reached: %zu"), f->unreached));
	/* TRANSLATORS: figures of a question: how much of its points people got; how it goes with the rest (−100 to 100); share of what is possible; time in the middle */
	page_text(page, STYLE_PLAIN, arena_printf(a, _("facility: %s"), figure(a, f->facility, 2)));
	page_text(page, STYLE_PLAIN, arena_printf(a, _("discrimination: %s, efficiency: %s"), figure(a, f->discrimination, 0), figure(a, f->efficiency, 0)));
	describe_named(page, (const struct named_figure[]){ { _("standard deviation"), f->sd, 2 }, { _("effective weight, percent"), f->weight, 1 } }, 2);
	page_text(page, STYLE_PLAIN, arena_printf(a, _("seconds, in the middle: %s"), figure(a, f->seconds, 0)));
}

static struct turn item_on_action(void *state, const struct event *e)
{
	struct item_state *s = state;

	if (e->action == ACTION_MORE) {
		s->arg = (struct analysis_arg){ .exam = s->exam, .item = s->item, .all = s->all };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_rescore, .arg = &s->arg };
	}
	return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN ? TURN_POP : TURN_STAY };
}

static bool item_open(const void *state, enum action a)
{
	return a != ACTION_MORE || ((const struct item_state *)state)->there;
}

static void item_release(void *state)
{
	arena_release(&((struct item_state *)state)->arena);
}

static const struct binding item_bindings[] = {
	{ .action = ACTION_OPEN },
	{ .action = ACTION_MORE, .label = N_("count anew"), .help = N_("Count this question anew after its key was mended; shows first what would change") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_analysis_item = {
	.name = "analysis-item",
	.state_size = sizeof(struct item_state),
	.bindings = item_bindings,
	.init = item_init,
	.enter = item_enter,
	.open = item_open,
	.describe = item_describe,
	.on_action = item_on_action,
	.release = item_release,
};
