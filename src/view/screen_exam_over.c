/* The end of an examination at this screen, and on one laptop the supervisor's way back. */
#include "config.h"
#include "view/screens.h"

#include "app/people.h"
#include "core/i18n.h"
#include "view/exam_study.h"
#include "view/parts.h"
#include "view/two_lines.h"

/* --- the end ------------------------------------------------------------------- */

static const char *title_of(const struct exam_run *r)
{
	if (r->moved)
		return _("Your exam goes on at another screen");
	switch (r->state) {
	case SITTING_SUBMITTED:
		return _("Handed in");
	case SITTING_TIME_UP:
		return _("The time is over");
	case SITTING_VOID:
		return _("Your exam does not count");
	case SITTING_ABANDONED:
	case SITTING_PLANNED:
	case SITTING_IDENTITY:
	case SITTING_OPEN:
	case SITTING_RUNNING:
	case SITTING_PAUSED:
	case SITTING_STATE_COUNT:
		break;
	}
	return _("Your exam was ended");
}

static const char *text_of(const struct exam_run *r)
{
	if (r->moved)
		return _("This screen stops here; every answer is kept. If you did not change your place, raise your hand.");
	if (r->state == SITTING_VOID)
		return _("The supervisor has declared it void. They tell you why, and when you can sit it again.");
	if (r->state == SITTING_ABANDONED)
		return _("The supervisor has ended it. What you answered is kept and counts.");
	return _("All your answers are kept. Well done for sitting to the end.");
}

/* Parts that are done away from the screen. */
static void describe_room(const struct exam_study *st, struct page *page)
{
	const struct blueprint *b = st->run->blueprint;
	bool said = false;

	for (size_t i = 0; i < b->section_count; i++) {
		const char *title = exam_section_title(st->run, i, &page->arena);

		if (section_at_screen(&b->sections[i]))
			continue;
		if (!said)
			page_text(page, STYLE_STRONG, _("Still to come in the room; your supervisor tells you when:"));
		said = true;
		page_item(page, 0, 0, b->sections[i].skill == SKILL_SPEAKING ? arena_printf(&page->arena, _("%s, with the assessor"), parts_plain(&page->arena, title)) : title);
	}
	if (said)
		page_space(page);
}

static void over_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct exam_study *st = ((const struct exam_hold *)state)->study;
	const struct exam_run *run = st->run;

	(void)r;
	exam_study_header(st, page);
	page_title(page, title_of(run));
	page_space(page);
	page_text(page, STYLE_PLAIN, text_of(run));
	page_space(page);
	if (run->moved)
		return;
	if (run->state == SITTING_SUBMITTED || run->state == SITTING_TIME_UP)
		describe_room(st, page);
	if (run->state != SITTING_VOID)
		page_text(page, STYLE_PLAIN, _("Your supervisor tells you when results are there. You find them under “My examinations” when you sign in."));
	page_space(page);
	page_text(page, STYLE_DIM, st->one ? _("Tell your supervisor that you are ready.") : _("Stay in your place until your supervisor says that you may go."));
}

static struct turn over_tick(struct app *app, void *state, struct err *e)
{
	return exam_study_tick(app, state, EXAM_AT_END, e);
}

static struct turn over_on_action(void *state, const struct event *e)
{
	struct exam_hold *hold = state;

	if (e->action != ACTION_OPEN)
		return (struct turn){ .kind = TURN_STAY };
	hold->study->left = true;
	return exam_study_turn(hold);
}

static const struct binding over_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("close"), .help = N_("Close this page") },
	{ .action = ACTION_BACK },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_over = {
	.name = "exam-over",
	.state_size = sizeof(struct exam_hold),
	.bindings = over_bindings,
	.init = exam_screen_init,
	.enter = exam_screen_enter,
	.describe = over_describe,
	.on_action = over_on_action,
	.tick = over_tick,
	.stays = true,
	.locked = true,
	.release = exam_screen_release,
};

/* --- back to the board ------------------------------------------------------------ */

enum { CODE_BYTES_MAX = 12 };

/* The state is the two lines: code and PIN. */
static void back_init(void *state, const void *arg)
{
	struct two_lines *lines = state;

	(void)arg;
	two_lines_init(lines, CODE_BYTES_MAX);
	lines->second.secret = true;
}

static void back_release(void *state)
{
	two_lines_release(state);
}

static struct turn sign_in_again(struct app *app, void *state, struct err *e)
{
	struct two_lines *lines = state;
	bool ok = sign_in(app, edit_text(&lines->first), edit_text(&lines->second), e);

	edit_clear(&lines->second);
	lines->at_second = ok;
	if (!ok)
		return (struct turn){ .kind = TURN_STAY };
	if (app->person.role != ROLE_LEARNER)
		return (struct turn){ .kind = TURN_POP };
	sign_out(app);
	err_set(e, ERR_DENIED, _("this needs an instructor or administrator"));
	return (struct turn){ .kind = TURN_STAY };
}

/* Who left by signing in is here already. */
static struct turn back_enter(struct app *app, void *state, struct err *e)
{
	(void)state;
	(void)e;
	return (struct turn){ .kind = app->person.id != 0 && app->person.role != ROLE_LEARNER ? TURN_POP : TURN_STAY };
}

static void back_describe(const void *state, const struct reader *r, struct page *page)
{
	(void)r;
	page_heading(page, 1, _("For the supervisor"));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("The exam at this screen is over or left. Sign in to come back to your board."));
	page_space(page);
	two_lines_describe(state, page, _("Your code"), _("Your PIN"), CODE_BYTES_MAX);
}

static struct turn back_on_action(void *state, const struct event *e)
{
	return two_lines_turn(state, e, sign_in_again);
}

static bool back_typing(const void *state)
{
	(void)state;
	return true;
}

static const struct binding back_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("From the code to the PIN, then sign in") },
	{ .action = ACTION_UP, .help = N_("To the field above or below") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIELD },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_BACK },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_back = {
	.name = "exam-back",
	.state_size = sizeof(struct two_lines),
	.bindings = back_bindings,
	.init = back_init,
	.enter = back_enter,
	.typing = back_typing,
	.describe = back_describe,
	.on_action = back_on_action,
	.stays = true,
	.locked = true,
	.release = back_release,
};
