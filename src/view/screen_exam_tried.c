/* The end of a rehearsal at one terminal: whether this seat works. */
#include "config.h"
#include "view/screens.h"

#include "app/exam_rehearse.h"
#include "core/i18n.h"
#include "view/exam_study.h"

static int answered(const struct exam_study *st)
{
	int n = 0;

	for (size_t i = 0; i < EXAM_TRIALS; i++)
		n += st->tries[i].answered;
	return n;
}

static struct turn tried_enter(struct app *app, void *state, struct err *e)
{
	const struct exam_hold *hold = state;

	if (exam_screen_enter(app, state, e).kind == TURN_STAY)
		exam_rehearse_done(app, hold->study->run, answered(hold->study), e);
	return (struct turn){ .kind = TURN_STAY };
}

static void tried_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct exam_study *st = ((const struct exam_hold *)state)->study;
	int n = answered(st);

	(void)r;
	exam_study_header(st, page);
	page_title(page, n == EXAM_TRIALS ? _("This seat works") : _("Not all was tried"));
	page_space(page);
	page_text(page, STYLE_PLAIN, arena_printf(&page->arena, _("Questions to try that were answered: %d of %d. The supervisor sees it in the list of seats."), n, (int)EXAM_TRIALS));
	page_space(page);
	page_menu(page, false, 0);
	page_entry(page, '1', _("Done: leave this seat"), NULL, NULL);
	page_entry(page, '2', _("Try the keys again"), NULL, NULL);
}

static struct turn tried_on_action(void *state, const struct event *e)
{
	struct exam_hold *hold = state;

	if (e->action == ACTION_OPEN || e->action == ACTION_BACK || e->action == ACTION_EXAM || (e->action == ACTION_DIGIT && e->digit == 1))
		return exam_study_leave(hold);
	if (e->action != ACTION_DIGIT || e->digit != 2)
		return (struct turn){ .kind = TURN_STAY };
	hold->study->tried = false;
	return exam_study_turn(hold);
}

static const struct binding tried_bindings[] = {
	{ .action = ACTION_DIGIT, .label = N_("choose"), .help = N_("Leave the seat, or try the keys once more") },
	{ .action = ACTION_OPEN, .label = N_("leave"), .help = N_("Leave this seat") },
	{ .action = ACTION_EXAM },
	{ .action = ACTION_BACK },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_tried = {
	.name = "exam-tried",
	.state_size = sizeof(struct exam_hold),
	.bindings = tried_bindings,
	.init = exam_screen_init,
	.enter = tried_enter,
	.describe = tried_describe,
	.on_action = tried_on_action,
	.release = exam_screen_release,
};
