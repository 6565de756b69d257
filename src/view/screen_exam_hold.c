/* An examination that does not run just now: paused, or waiting for the supervisor's release; and the way out by the supervisor's code. */
#include "config.h"
#include "view/screens.h"

#include "app/people.h"
#include "core/i18n.h"
#include "view/exam_study.h"
#include "view/two_lines.h"

/* --- paused ------------------------------------------------------------------ */

static void hold_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct exam_study *st = ((const struct exam_hold *)state)->study;

	(void)r;
	exam_study_header(st, page);
	page_title(page, _("Your exam is paused"));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("Your time stands still and every answer is kept. Wait: your supervisor lets you go on, and the question comes back by itself."));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("You go on at the same question, with the minutes you had."));
	exam_study_says(st, page);
}

static struct turn hold_call(struct app *app, void *state, struct err *e)
{
	struct exam_study *st = ((struct exam_hold *)state)->study;

	exam_call(app, st->run, !st->run->calls, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn hold_tick(struct app *app, void *state, struct err *e)
{
	return exam_study_tick(app, state, EXAM_AT_HOLD, e);
}

static struct turn hold_enter(struct app *app, void *state, struct err *e)
{
	exam_speak(app, ((struct exam_hold *)state)->study->run, e);
	return exam_study_come(app, state, EXAM_AT_HOLD, e);
}

static struct turn hold_on_action(void *state, const struct event *e)
{
	struct exam_hold *hold = state;

	if (e->action == ACTION_EXAM)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_leave, .arg = hold };
	if (e->action == ACTION_CALL)
		return (struct turn){ .kind = TURN_EFFECT, .effect = hold_call };
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding hold_bindings[] = {
	{ .action = ACTION_CALL, .label = N_("call"), .help = N_("Call the supervisor, without a sound; once more takes it back") },
	{ .action = ACTION_EXAM, .label = N_("leave with a code"), .help = N_("Leave the exam; only with a code from the supervisor") },
	{ .action = ACTION_BACK },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_hold = {
	.name = "exam-hold",
	.state_size = sizeof(struct exam_hold),
	.bindings = hold_bindings,
	.init = exam_screen_init,
	.enter = hold_enter,
	.describe = hold_describe,
	.on_action = hold_on_action,
	.tick = hold_tick,
	.stays = true,
	.locked = true,
	.release = exam_screen_release,
};

/* --- the way out --------------------------------------------------------------- */

/* On one laptop no board can show a code: there the supervisor signs in instead. */
struct leave_state {
	struct exam_hold hold;
	struct two_lines lines; /* the first one only, but for the sign-in: code and PIN */
};

enum { STAFF_CODE_BYTES = 12 };

static void leave_init(void *state, const void *arg)
{
	struct leave_state *s = state;

	exam_screen_init(state, arg);
	two_lines_init(&s->lines, s->hold.study->one ? STAFF_CODE_BYTES : PIN_DIGITS);
	s->lines.second.secret = true;
}

static void leave_release(void *state)
{
	two_lines_release(&((struct leave_state *)state)->lines);
	exam_screen_release(state);
}

static void describe_sign_in(const struct leave_state *s, struct page *page)
{
	exam_study_header(s->hold.study, page);
	page_heading(page, 1, _("Leave the exam?"));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("Only your supervisor opens the way out, by signing in here. Your answers are kept and your time stands still. Esc: go on with the exam."));
	page_space(page);
	two_lines_describe(&s->lines, page, _("Your code"), _("Your PIN"), STAFF_CODE_BYTES);
}

static void leave_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct leave_state *s = state;

	if (s->hold.study->one) {
		describe_sign_in(s, page);
		return;
	}
	struct field code = edit_field(&s->lines.first, page, true);

	(void)r;
	code.width = PIN_DIGITS + 6;
	exam_study_header(s->hold.study, page);
	page_heading(page, 1, _("Leave the exam?"));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("Only your supervisor's code opens the way out. Your answers are kept and your time stands still. Esc: go on with the exam."));
	page_space(page);
	page_field(page, _("Code from the supervisor"), &code);
	if (s->lines.incomplete) {
		page_space(page);
		page_message(page, STYLE_NOTE, _("The code has six digits."));
	}
}

static struct turn try_code(struct app *app, void *state, struct err *e)
{
	struct leave_state *s = state;
	bool ok = exam_leave(app, s->hold.study->run, edit_text(&s->lines.first), e);

	edit_clear(&s->lines.first);
	s->hold.study->left = ok;
	return (struct turn){ .kind = ok ? TURN_POP : TURN_STAY }; /* the screen below sees it */
}

/* The board comes back with it: whoever opened the way out has just signed in. */
static struct turn try_sign_in(struct app *app, void *state, struct err *e)
{
	struct leave_state *s = state;
	struct err ignored = ERR_INIT;
	bool ok = exam_leave_staff(app, s->hold.study->run, edit_text(&s->lines.first), edit_text(&s->lines.second), e);

	if (ok)
		sign_in(app, edit_text(&s->lines.first), edit_text(&s->lines.second), &ignored);
	edit_clear(&s->lines.second);
	s->hold.study->left = ok;
	return (struct turn){ .kind = ok ? TURN_POP : TURN_STAY };
}

static struct turn leave_on_action(void *state, const struct event *e)
{
	struct leave_state *s = state;
	bool open = e->action == ACTION_OPEN, full = s->lines.first.len == PIN_DIGITS;

	if (e->action == ACTION_BACK && !s->lines.at_second)
		return (struct turn){ .kind = TURN_POP };
	if (s->hold.study->one)
		return two_lines_turn(&s->lines, e, try_sign_in);
	s->lines.incomplete = open && !full;
	if (open)
		return full ? (struct turn){ .kind = TURN_EFFECT, .effect = try_code } : (struct turn){ .kind = TURN_STAY };
	edit_action(&s->lines.first, e);
	return (struct turn){ .kind = TURN_STAY };
}

static bool leave_typing(const void *state)
{
	(void)state;
	return true;
}

static bool leave_open(const void *state, enum action a)
{
	return a == ACTION_OPEN || a == ACTION_BACK || ((const struct leave_state *)state)->hold.study->one;
}

static const struct binding leave_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("leave"), .help = N_("Leave with this code") },
	{ .action = ACTION_UP, .help = N_("To the field above or below") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIELD },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_BACK, .label = N_("go on"), .help = N_("Back to the exam") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_leave = {
	.name = "exam-leave",
	.state_size = sizeof(struct leave_state),
	.bindings = leave_bindings,
	.init = leave_init,
	.open = leave_open,
	.typing = leave_typing,
	.describe = leave_describe,
	.on_action = leave_on_action,
	.release = leave_release,
};
