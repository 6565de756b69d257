/* The code by which one seat leaves the examination screen: shown for as long as it holds. */
#include "config.h"
#include "view/screens.h"

#include "app/exam.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "view/parts.h"

struct out_state {
	struct exam_seat_arg arg;
	char code[EXAM_CODE_SIZE]; /* "" when there is none any more */
	int64_t until;             /* monotonic */
	int64_t left_ms;
};

static void out_init(void *state, const void *arg)
{
	((struct out_state *)state)->arg = *(const struct exam_seat_arg *)arg;
}

static void out_release(void *state)
{
	struct out_state *s = state;

	secret_wipe(s->code, sizeof s->code);
}

static struct turn out_tick(struct app *app, void *state, struct err *e)
{
	struct out_state *s = state;

	(void)e;
	s->left_ms = s->until - clock_mono(&app->clock);
	if (s->left_ms <= 0)
		secret_wipe(s->code, sizeof s->code);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn out_enter(struct app *app, void *state, struct err *e)
{
	struct out_state *s = state;

	if (s->until == 0) {
		s->until = clock_mono(&app->clock) + EXAM_LEAVE_MS;
		if (!exam_leave_code(app, s->arg.session, s->arg.seat, s->code, e))
			return (struct turn){ .kind = TURN_POP };
	}
	return out_tick(app, s, e);
}

static void out_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct out_state *s = state;
	int seconds = (int)((s->left_ms + 999) / 1000);

	(void)r;
	page->place = _("Examinations");
	page_heading(page, 1, arena_printf(&page->arena, _("Code for leaving seat %d"), s->arg.seat));
	page_space(page);
	if (s->code[0] == '\0') {
		page_message(page, STYLE_NOTE, _("The two minutes are over: the code opens nothing any more. Ask for another if it is still wanted."));
		return;
	}
	parts_raw_block(page, STYLE_STRONG, arena_printf(&page->arena, "%.3s %s", s->code, s->code + 3));
	page_space(page);
	page_text(page, STYLE_PLAIN, arena_printf(&page->arena, ngettext("It opens this seat's screen once, for %d second more. Type it there yourself.",
									"It opens this seat's screen once, for %d seconds more. Type it there yourself.", (unsigned long)seconds), seconds));
	page_text(page, STYLE_DIM, _("A running sitting is paused by it; coming back needs your release."));
}

static struct turn out_on_action(void *state, const struct event *e)
{
	(void)state;
	(void)e;
	return (struct turn){ .kind = TURN_POP };
}

static const struct binding out_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("back"), .help = N_("Back to the board; the code holds all the same") },
	{ .action = ACTION_BACK },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_out = {
	.name = "exam-out",
	.state_size = sizeof(struct out_state),
	.bindings = out_bindings,
	.init = out_init,
	.enter = out_enter,
	.describe = out_describe,
	.on_action = out_on_action,
	.tick = out_tick,
	.release = out_release,
};
