#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "core/str.h"
#include "view/check_run.h"
#include "view/form_view.h"
#include "view/parts.h"

struct question_state {
	struct check_hold hold;
	bool missing;
	struct ask ask;
	bool leave; /* the person said yes to leaving */
};

static const struct ask leave_ask = {
	.question = N_("Leave the check?"),
	.detail = N_("Your answers are kept. You can go on later from here."),
	.yes = N_("Yes, leave for now"),
	.no = N_("No, go on with the check"),
	.careful = true,
};

static struct turn question_enter(struct app *app, void *state, struct err *e)
{
	struct question_state *s = state;
	struct check_run *r = s->hold.run;

	if (s->leave)
		return (struct turn){ .kind = TURN_POP };
	if (!check_speak(app, r->check, e))
		return (struct turn){ .kind = TURN_STAY };
	check_form(r->check, r->at, &r->arena, &r->form);
	if (r->formed) {
		form_view_renew(&r->view, &r->form);
	} else {
		form_view_begin(&r->view, &r->form);
		form_view_letters(&r->view, r->check->lesson->teaches);
		form_view_careful(&r->view, !str_eq(app->front, "plain")); /* there a line is confirmed by its Enter already */
	}
	r->formed = true;
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn question_answer(struct app *app, void *state, struct err *e)
{
	struct question_state *s = state;
	struct check_run *r = s->hold.run;
	struct response response;
	bool stored = r->check->answered[r->at];

	form_view_response(&r->view, &response);
	/* An answer that is stored already waits for the end only: finishing failed before. */
	if (!stored && !check_answer(app, r->check, r->at, &response, &stored, e))
		return (struct turn){ .kind = TURN_STAY };
	s->missing = !stored;
	return stored ? check_run_turn(app, &s->hold, e) : (struct turn){ .kind = TURN_STAY };
}

static void question_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct question_state *s = state;
	const struct check_run *run = s->hold.run;
	const struct lesson *l = run->check->lesson;

	(void)r;
	/* TRANSLATORS: %s is "Unit 2 · Your first day": the header while its check is taken. */
	page->place = arena_printf(&page->arena, _("Check: %s"), parts_unit(page, l->unit_number, l->unit_title));
	page->done = (int)run->at;
	page->total = (int)run->check->count;
	page->rule_right = arena_printf(&page->arena, _("%d of %d"), (int)run->at + 1, (int)run->check->count);
	form_view_describe(&run->view, page);
	if (s->missing) {
		page_space(page);
		page_message(page, STYLE_NOTE, form_view_missing(&run->view));
	}
}

static struct turn question_on_action(void *state, const struct event *e)
{
	struct question_state *s = state;

	s->missing = false;
	if (e->action == ACTION_BACK && !form_view_takes(&s->hold.run->view, ACTION_BACK)) {
		s->ask = leave_ask;
		s->ask.agreed = &s->leave;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
	}
	switch (form_view_action(&s->hold.run->view, e)) {
	case FORM_DONE:
		return (struct turn){ .kind = TURN_EFFECT, .effect = question_answer };
	case FORM_MORE:
		s->missing = true;
		break;
	case FORM_CHANGED:
	case FORM_IGNORED:
		break;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static bool question_open(const void *state, enum action a)
{
	return form_view_open(&((const struct question_state *)state)->hold.run->view, a);
}

static bool question_typing(const void *state)
{
	return form_view_typing(&((const struct question_state *)state)->hold.run->view);
}

static const char *question_label(const void *state, enum action a)
{
	return form_view_label(&((const struct question_state *)state)->hold.run->view, a);
}

static const struct binding question_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PREVIOUS, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_MARK, .label = N_("tick"), .help = N_("Tick, or take the tick away; more than one can be right") },
	{ .action = ACTION_OPEN, .label = N_("answer"), .help = N_("Answer; or take the word, where words are put in order") },
	/* TRANSLATORS: what F7 changes: a sentence is put together from words, or typed. As short as can be */
	{ .action = ACTION_SWITCH, .label = N_("words/keys"), .help = N_("Answer with the words shown, or type; what you have stays") },
	{ .action = ACTION_LETTERS, .label = N_("letters"), .help = N_("Letters that the keyboard may lack; a digit puts one in") },
	{ .action = ACTION_ACCENT, .label = N_("accent"), .help = N_("Turn the letter before the cursor into the next of its accented forms") },
	{ .action = ACTION_FIELD, .label = N_("next gap"), .help = N_("To the next gap") },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_ERASE, .label = N_("take back"), .help = N_("Take the last word back, or the partner of this line") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("Leave the check; asks first, and you can go on later") },
	{ .action = ACTION_NONE },
};

const struct screen screen_check_item = {
	.name = "check-item",
	.state_size = sizeof(struct question_state),
	.bindings = question_bindings,
	.init = check_screen_init,
	.enter = question_enter,
	.open = question_open,
	.label = question_label,
	.typing = question_typing,
	.describe = question_describe,
	.on_action = question_on_action,
	.release = check_screen_release,
};
