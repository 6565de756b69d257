/* One answer of one sitting, with what it earns; after the release a second person signs in for a change. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/exam_release.h"
#include "core/i18n.h"
#include "view/exam_points.h"
#include "view/fields.h"
#include "view/parts.h"

struct lift_state {
	char sitting[40];
	int number;
	struct arena arena;
	struct sheet_row row;
	int scale;
	bool loaded, released;
	struct fields fields;
	struct second second;
	int64_t second_person;
	char words[300], name[128];
};
enum { FIELD_EARNS, FIELD_REASON };
enum { CHOICES = 3 };
static const enum doubt_state choices[CHOICES] = { DOUBT_CONFIRMED, DOUBT_HALF, DOUBT_FULL };

static const char *choice_name(int number)
{
	static const char *const names[CHOICES] = { N_("what the program gave"), N_("half of the points"), N_("all points") };

	return _(names[number]);
}

static const struct fields_row rows[] = {
	{ .kind = FIELDS_CHOICE, .label = N_("Earns"), .note = N_("Turn with the arrows ← →."), .option_count = CHOICES, .name = choice_name },
	{ .kind = FIELDS_LINE, .label = N_("Reason"), .note = N_("Why; it is kept with the result."), .bytes_max = REVIEW_TEXT_MAX },
};

static void lift_init(void *state, const void *arg)
{
	struct lift_state *s = state;
	const struct exam_lift_arg *x = arg;

	snprintf(s->sitting, sizeof s->sitting, "%s", x->sitting);
	s->number = x->number;
	fields_init(&s->fields, rows, 2);
}

static struct turn lift_now(struct app *app, struct lift_state *s, struct err *e)
{
	struct lifted l = { .number = s->number, .to = choices[s->fields.chosen[FIELD_EARNS]], .reason = fields_text(&s->fields, FIELD_REASON), .second = s->second_person };

	s->second_person = 0;
	return (struct turn){ .kind = release_lift(app, s->sitting, &l, e) ? TURN_POP : TURN_STAY };
}

static struct turn lift_enter(struct app *app, void *state, struct err *e)
{
	struct lift_state *s = state;
	struct exam_result result;
	struct sheet_row *list;
	size_t count;

	if (s->second_person != 0)
		return lift_now(app, s, e);
	arena_release(&s->arena);
	s->loaded = false;
	if (!exam_result(app, s->sitting, &s->arena, &result, e) || !release_sheet(app, s->sitting, &s->arena, &list, &count, &s->scale, e))
		return (struct turn){ .kind = TURN_STAY };
	s->released = result.released;
	snprintf(s->name, sizeof s->name, "%s", result.name);
	for (size_t i = 0; i < count; i++)
		if (list[i].number == s->number) {
			s->row = list[i];
			s->loaded = true;
		}
	return (struct turn){ .kind = TURN_STAY };
}

static void lift_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct lift_state *s = state;
	struct arena *a = &page->arena;

	(void)r;
	page->place = _("Results");
	if (!s->loaded)
		return;
	page->rule_right = arena_printf(a, _("question %d"), s->number);
	if (s->row.asked[0] != '\0') {
		page_markdown(page, s->row.asked);
		page_space(page);
	}
	page_table(page, 2, false);
	parts_cell(page, STYLE_DIM, _("Answer"));
	parts_cell(page, STYLE_PLAIN, s->row.verdict[0] == '\0' ? _("no answer") : s->row.given);
	parts_cell(page, STYLE_DIM, _("Expected"));
	parts_cell(page, STYLE_PLAIN, s->row.right);
	parts_cell(page, STYLE_DIM, _("Earned"));
	parts_cell_raw(page, STYLE_PLAIN, s->row.maximum > 0 ? exam_points_of(a, s->row.mark, s->row.maximum, s->scale) : _("left out"));
	page_space(page);
	if (s->released)
		fields_describe(&s->fields, page, NULL, NULL);
	else
		page_text(page, STYLE_DIM, _("Typed answers are looked at together, without names, before the results are given out."));
}

static struct turn lift_on_action(void *state, const struct event *e)
{
	struct lift_state *s = state;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (!s->released || fields_action(&s->fields, e) != FIELDS_DONE)
		return (struct turn){ .kind = TURN_STAY };
	if (fields_blank(&s->fields, FIELD_REASON))
		return fields_lack(&s->fields, FIELD_REASON, N_("Say in words what happened."));
	snprintf(s->words, sizeof s->words, _("Another mark for question %d of %s"), s->number, s->name);
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

static bool lift_typing(const void *state)
{
	const struct lift_state *s = state;

	return s->released && fields_typing(&s->fields);
}

static bool lift_open(const void *state, enum action a)
{
	const struct lift_state *s = state;

	if (a == ACTION_BACK || !s->released)
		return a == ACTION_BACK;
	return fields_screen_open(&s->fields, a);
}

static void lift_release(void *state)
{
	struct lift_state *s = state;

	arena_release(&s->arena);
	fields_release(&s->fields);
}

static const struct binding lift_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; after the last one a second person signs in for it") },
	{ .action = ACTION_PREVIOUS, .label = N_("choose"), .help = N_("Turn through what it may earn") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_MARK },
	FIELDS_MOVES_QUIET,
	{ .action = ACTION_SAVE },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_lift = {
	.name = "exam-lift",
	.state_size = sizeof(struct lift_state),
	.bindings = lift_bindings,
	.init = lift_init,
	.enter = lift_enter,
	.open = lift_open,
	.typing = lift_typing,
	.describe = lift_describe,
	.on_action = lift_on_action,
	.release = lift_release,
};
