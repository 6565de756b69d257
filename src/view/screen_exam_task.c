/* A section that is written on paper: its task, and the time it has. */
#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/exam_study.h"
#include "view/parts.h"

static struct turn task_enter(struct app *app, void *state, struct err *e)
{
	exam_screen_enter(app, state, e);
	return exam_study_come(app, state, EXAM_AT_TASK, e);
}

static struct turn task_tick(struct app *app, void *state, struct err *e)
{
	return exam_study_tick(app, state, EXAM_AT_TASK, e);
}

static void task_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct exam_study *st = ((const struct exam_hold *)state)->study;
	const struct exam_run *run = st->run;

	(void)r;
	exam_study_header(st, page);
	exam_study_time(st, page);
	if (run->task == NULL)
		return;
	page_heading(page, 1, "")->text = page_raw(page, STYLE_STRONG, run->task->title);
	page_text(page, STYLE_NOTE, _("Write on your sheet of paper, with your name and your seat on it."));
	page_space(page);
	page_markdown(page, run->task->text);
	page_space(page);
	page_text(page, STYLE_DIM, _("Nothing is typed here. When your sheet is ready, press Enter to hand this part in; leave the sheet on your table."));
	exam_study_says(st, page);
}

static struct turn task_call(struct app *app, void *state, struct err *e)
{
	struct exam_study *st = ((struct exam_hold *)state)->study;
	struct err ignored = ERR_INIT;

	(void)e;
	st->trouble |= !exam_call(app, st->run, !st->run->calls, &ignored) && ignored.kind != ERR_DENIED;
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn task_on_action(void *state, const struct event *e)
{
	struct exam_hold *hold = state;

	switch ((int)e->action) {
	case ACTION_OPEN:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_hand_in, .arg = hold };
	case ACTION_CALL:
		return (struct turn){ .kind = TURN_EFFECT, .effect = task_call };
	case ACTION_EXAM:
		return exam_study_leave(hold);
	default:
		return (struct turn){ .kind = TURN_STAY };
	}
}

static const struct binding task_bindings[] = {
	/* TRANSLATORS: footer of an examination: what was written on paper is finished. As short as can be */
	{ .action = ACTION_OPEN, .label = N_("hand in"), .help = N_("Hand this part in; you are asked once more") },
	{ .action = ACTION_CALL, .label = N_("call"), .help = N_("Call the supervisor, without a sound; once more takes it back") },
	{ .action = ACTION_EXAM, .label = N_("leave with a code"), .help = N_("Leave the exam; only with a code from the supervisor") },
	{ .action = ACTION_BACK },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_task = {
	.name = "exam-task",
	.state_size = sizeof(struct exam_hold),
	.bindings = task_bindings,
	.init = exam_screen_init,
	.enter = task_enter,
	.describe = task_describe,
	.on_action = task_on_action,
	.tick = task_tick,
	.stays = true,
	.locked = true,
	.release = exam_screen_release,
};
