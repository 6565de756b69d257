#include "config.h"
#include "view/screens.h"

#include "app/exam_seating.h"
#include "app/readiness.h"
#include "core/i18n.h"
#include "view/fields.h"
#include "view/parts.h"

enum { PLAN_EXAM, PLAN_GROUP, PLAN_DAY, PLAN_ROOM, PLAN_FIELDS };

static const struct fields_row plan_rows[PLAN_FIELDS] = {
	[PLAN_EXAM] = { .kind = FIELDS_CHOICE, .label = N_("Exam"), .note = N_("Turn with the arrows ← →.") },
	[PLAN_GROUP] = { .kind = FIELDS_CHOICE, .label = N_("Group"), .note = N_("Turn with the arrows ← →. Next you tick who of them sits.") },
	[PLAN_DAY] = { .kind = FIELDS_DATE, .label = N_("Day"), .note = N_("For example 15.3.2027 or 2027-03-15."), .bytes_max = 10 },
	[PLAN_ROOM] = { .kind = FIELDS_LINE, .label = N_("Room"), .note = N_("As people call it. Press Enter to see who can sit."), .bytes_max = 80 },
};

struct planning_state {
	struct fields fields; /* first, for fields_screen_typing */
	struct arena arena;
	struct exam_choice *exams;
	struct programme_choice *groups;
	size_t exam_count, group_count;
	bool read;
	int64_t planned;      /* by the screen that ticks people */
	char day[32];         /* lent to it */
	struct exam_who_arg who;
	struct exam_seat_arg seats;
};

static void plan_init(void *state, const void *arg)
{
	(void)arg;
	fields_init(&((struct planning_state *)state)->fields, plan_rows, PLAN_FIELDS);
}

static void plan_release(void *state)
{
	struct planning_state *s = state;

	fields_release(&s->fields);
	arena_release(&s->arena);
}

static struct turn plan_enter(struct app *app, void *state, struct err *e)
{
	struct planning_state *s = state;
	char today[11];

	if (s->planned != 0) {
		s->seats = (struct exam_seat_arg){ .session = s->planned };
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_exam_seats, .arg = &s->seats };
	}
	arena_release(&s->arena);
	s->exam_count = s->group_count = 0;
	if (exam_choices(app, &s->arena, &s->exams, &s->exam_count, e))
		programmes_list(app, &s->arena, &s->groups, &s->group_count, e);
	s->fields.options[PLAN_EXAM] = (int)s->exam_count;
	s->fields.options[PLAN_GROUP] = (int)s->group_count + 1;
	for (size_t i = PLAN_EXAM; i <= PLAN_GROUP; i++)
		if (s->fields.chosen[i] >= s->fields.options[i])
			s->fields.chosen[i] = 0; /* a pack was removed meanwhile */
	if (!s->read) {
		date_format(app_today(app), today);
		fields_set(&s->fields, PLAN_DAY, today);
	}
	s->read = true;
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn plan_next(struct app *app, void *state, struct err *e)
{
	struct planning_state *s = state;
	int group = s->fields.chosen[PLAN_GROUP];

	parts_iso(fields_text(&s->fields, PLAN_DAY), s->day);
	if (!exam_plan_day(app, s->day, e)) {
		s->fields.at = PLAN_DAY;
		return (struct turn){ .kind = TURN_STAY };
	}
	s->who = (struct exam_who_arg){
		.exam = s->exams[s->fields.chosen[PLAN_EXAM]].path,
		.day = s->day,
		.room = fields_text(&s->fields, PLAN_ROOM),
		.programme = group > 0 ? s->groups[group - 1].path : NULL,
		.planned = &s->planned,
	};
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_who, .arg = &s->who };
}

static const char *plan_option(const void *state, struct page *page, size_t i, int option)
{
	const struct planning_state *s = state;

	if (i == PLAN_EXAM)
		return s->exams[option].title; /* that it is for practice stands below: here it would be cut */
	return option > 0 ? parts_plain(&page->arena, s->groups[option - 1].title) : _("all learners");
}

static void plan_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct planning_state *s = state;

	(void)r;
	page->place = _("Examinations");
	page_heading(page, 1, _("Plan an examination"));
	page_space(page);
	if (s->exam_count == 0) {
		page_text(page, STYLE_PLAIN, _("No exam is installed. Install a pack that has one first."));
		return;
	}
	fields_describe(&s->fields, page, plan_option, s);
	if (!s->exams[s->fields.chosen[PLAN_EXAM]].practice)
		return;
	page_space(page);
	page_text(page, STYLE_DIM, _("A practice exam counts for no certificate but the practice one."));
}

static struct turn plan_on_action(void *state, const struct event *e)
{
	struct planning_state *s = state;

	return s->exam_count > 0 ? fields_turn(&s->fields, e, plan_next) : (struct turn){ .kind = TURN_POP };
}

static const struct binding plan_bindings[] = {
	FIELDS_MOVES,
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; on the last one, who can sit") },
	{ .action = ACTION_SAVE, .label = N_("who sits"), .help = N_("See who can sit, and tick them") },
	FIELDS_TURNS,
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_plan = {
	.name = "exam-plan",
	.state_size = sizeof(struct planning_state),
	.bindings = plan_bindings,
	.init = plan_init,
	.enter = plan_enter,
	.typing = fields_screen_typing,
	.describe = plan_describe,
	.on_action = plan_on_action,
	.release = plan_release,
};
