/* All questions of a section: answered, open, flagged; and handing in. The question stands below this screen. */
#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/exam_study.h"
#include "view/parts.h"

struct overview_state {
	struct exam_hold hold;
	int current;
	int number; /* typed so far: of a question with more than one digit */
};

static void overview_init(void *state, const void *arg)
{
	struct overview_state *s = state;

	exam_screen_init(state, arg);
	s->current = (int)s->hold.study->at;
}

static void overview_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct overview_state *s = state;
	const struct exam_study *st = s->hold.study;
	size_t count = exam_study_count(st);

	(void)r;
	exam_study_header(st, page);
	exam_study_time(st, page);
	page->rule_right = arena_printf(&page->arena, ngettext("%zu of %zu answered", "%zu of %zu answered", (unsigned long)count), exam_study_done(st), count);
	page_menu(page, false, s->current);
	for (size_t i = 0; i < count; i++) {
		const char *word = exam_study_answered(st, i) ? _("● answered") : exam_study_closed(st, i) ? _("○ closed") : _("○ open");

		/* TRANSLATORS: one question of the list: "Question 7". */
		page_entry(page, 0, arena_printf(&page->arena, _("Question %zu"), i + 1), word, exam_study_flagged(st, i) ? _("⚑ flagged") : NULL);
	}
	page_space(page);
	page_menu(page, false, s->current == (int)count ? 0 : -1);
	page_entry(page, 0, exam_study_tries(st) ? _("I know the keys now") : _("Hand this part in"), NULL, NULL);
	exam_study_says(st, page);
}

static struct turn open_question(struct app *app, void *state, struct err *e)
{
	struct overview_state *s = state;
	struct exam_study *st = s->hold.study;

	if (s->current < (int)exam_study_count(st) && !exam_study_show(app, st, (size_t)s->current, e))
		return (struct turn){ .kind = TURN_STAY };
	if (s->current < (int)exam_study_count(st))
		return (struct turn){ .kind = TURN_POP };
	if (!exam_study_tries(st))
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_exam_hand_in, .arg = &s->hold };
	st->tried = true;
	return (struct turn){ .kind = TURN_POP };
}

static struct turn call(struct app *app, void *state, struct err *e)
{
	struct exam_study *st = ((struct overview_state *)state)->hold.study;

	if (exam_study_tries(st))
		st->called = !st->called;
	else
		exam_call(app, st->run, !st->run->calls, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn overview_on_action(void *state, const struct event *e)
{
	struct overview_state *s = state;
	struct exam_study *st = s->hold.study;
	int count = (int)exam_study_count(st), typed = s->number * 10 + e->digit;

	s->number = 0;
	if (parts_move(&s->current, count + 1, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_DIGIT) {
		s->number = typed >= 1 && typed <= count ? typed : e->digit >= 1 && e->digit <= count ? e->digit : 0;
		s->current = s->number > 0 ? s->number - 1 : s->current;
	}
	if (e->action == ACTION_OPEN)
		return (struct turn){ .kind = TURN_EFFECT, .effect = open_question };
	if (e->action == ACTION_CALL)
		return (struct turn){ .kind = TURN_EFFECT, .effect = call };
	if (e->action == ACTION_FLAG && s->current < count)
		exam_study_flag(st, (size_t)s->current);
	return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OVERVIEW ? TURN_POP : TURN_STAY };
}

static const struct binding overview_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer; the digits of a question's number do, too") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("go there"), .help = N_("To this question, or hand in") },
	{ .action = ACTION_FLAG, .label = N_("flag"), .help = N_("Put a flag on the question, to see it again; once more takes it away") },
	{ .action = ACTION_CALL, .label = N_("call"), .help = N_("Call the supervisor, without a sound; once more takes it back") },
	{ .action = ACTION_OVERVIEW },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back to the question") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_overview = {
	.name = "exam-overview",
	.state_size = sizeof(struct overview_state),
	.bindings = overview_bindings,
	.init = overview_init,
	.enter = exam_screen_enter,
	.describe = overview_describe,
	.on_action = overview_on_action,
	.release = exam_screen_release,
};
