/* Into an examination: the number of the seat and its code. No PIN: the supervisor has seen who sits there. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/people.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "view/exam_study.h"
#include "view/two_lines.h"

enum { SEAT_DIGITS = 3, SCREEN_WIDTH = 80, SCREEN_HEIGHT = 24 };

struct enter_state {
	struct exam_hold hold;
	struct two_lines lines; /* the seat and its code */
	bool one;               /* opened by a supervisor at this program */
	bool tried;             /* the way in was gone by itself */
};

static void enter_init(void *state, const void *arg)
{
	struct enter_state *s = state;
	const struct exam_enter_arg *a = arg;
	char number[16];

	two_lines_init(&s->lines, SEAT_DIGITS);
	if (a == NULL)
		return;
	s->one = s->lines.at_second = true;
	snprintf(number, sizeof number, "%d", a->seat);
	edit_set(&s->lines.first, number);
	edit_set(&s->lines.second, a->code);
}

static void enter_release(void *state)
{
	struct enter_state *s = state;

	two_lines_release(&s->lines);
	exam_study_drop(s->hold.study);
}

static struct turn go_in(struct app *app, void *state, struct err *e)
{
	struct enter_state *s = state;
	struct exam_run *run = exam_enter(app, (int)strtol(edit_text(&s->lines.first), NULL, 10), edit_text(&s->lines.second), e);
	struct err ignored = ERR_INIT;

	edit_clear(&s->lines.second);
	if (run == NULL)
		return (struct turn){ .kind = TURN_STAY };
	if (app->person.id != 0)
		sign_out(app); /* nothing of theirs is open to whoever sits the exam */
	if (s->one && run->own_language[0] != '\0' && app_set_language(app, run->own_language, &ignored))
		exam_speak(app, run, &ignored);
	exam_study_drop(s->hold.study);
	s->hold.study = exam_study_new(run, s->one);
	return exam_study_turn(&s->hold);
}

/* From the board the seat is entered at once. */
static struct turn enter_enter(struct app *app, void *state, struct err *e)
{
	struct enter_state *s = state;

	if (!s->one || s->tried)
		return (struct turn){ .kind = TURN_STAY };
	s->tried = true;
	return go_in(app, state, e);
}

static void enter_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct enter_state *s = state;

	(void)r;
	page->width_min = SCREEN_WIDTH;
	page->height_min = SCREEN_HEIGHT;
	page_heading(page, 1, _("Sit an examination"));
	page_space(page);
	two_lines_describe(&s->lines, page, _("Number of your seat"), _("Code of your seat"), PIN_DIGITS + 6);
	page_space(page);
	if (s->lines.incomplete)
		page_message(page, STYLE_NOTE, s->lines.at_second ? _("The code has six digits.") : _("Type the number of your seat first."));
	else
		page_text(page, STYLE_DIM, _("Both stand on the slip at your seat. You need no PIN."));
}

static struct turn enter_on_action(void *state, const struct event *e)
{
	struct enter_state *s = state;

	if (e->action == ACTION_BACK && (!s->lines.at_second || s->one))
		return (struct turn){ .kind = TURN_POP };
	return two_lines_turn(&s->lines, e, go_in);
}

static bool enter_typing(const void *state)
{
	(void)state;
	return true;
}

static const struct binding enter_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("From the seat to its code, then into the exam") },
	{ .action = ACTION_UP, .help = N_("To the field above or below") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIELD },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("From the code to the seat, then back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_enter = {
	.name = "exam-enter",
	.state_size = sizeof(struct enter_state),
	.bindings = enter_bindings,
	.init = enter_init,
	.enter = enter_enter,
	.typing = enter_typing,
	.describe = enter_describe,
	.on_action = enter_on_action,
	.release = enter_release,
};
