#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"
#include "view/reasons.h"
#include "view/study.h"

struct exercise_state {
	struct study_hold hold;
	bool missing;         /* Enter came too early */
	enum verdict verdict; /* of a try that did not count: EMPTY or RETRY, else OK */
};

static void exercise_init(void *state, const void *arg)
{
	((struct exercise_state *)state)->verdict = VERDICT_OK;
	study_screen_init(state, arg);
}

/* Judged and durable before the feedback is on the screen. */
static struct turn exercise_answer(struct app *app, void *state, struct err *e)
{
	struct exercise_state *st = state;
	struct study *s = st->hold.study;

	if (!study_answer(app, s, e))
		return (struct turn){ .kind = TURN_STAY };
	if (s->grade.verdict == VERDICT_EMPTY || s->grade.verdict == VERDICT_RETRY) {
		st->verdict = s->grade.verdict;
		return (struct turn){ .kind = TURN_STAY };
	}
	study_judged(s, false);
	return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_feedback, .arg = &st->hold };
}

static void exercise_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct exercise_state *st = state;
	const struct study *s = st->hold.study;

	(void)r;
	study_header(s, page);
	if (s->once_more) {
		page_text(page, STYLE_DIM, _("Once more:"));
		page_space(page);
	}
	form_view_describe(&s->view, page);
	if (s->hint && s->form.hint != NULL) {
		page_space(page);
		/* TRANSLATORS: %s is a hint for an exercise. */
		page_text(page, STYLE_EMPH, arena_printf(&page->arena, _("Hint: %s"), s->form.hint));
	}
	if (st->missing || st->verdict == VERDICT_EMPTY) {
		page_space(page);
		page_message(page, STYLE_NOTE, form_view_missing(&s->view));
	} else if (st->verdict == VERDICT_RETRY) {
		page_space(page);
		page_message(page, STYLE_NOTE, reasons_retry(s->grade.reasons));
	}
}

static struct turn exercise_on_action(void *state, const struct event *e)
{
	struct exercise_state *st = state;
	struct study *s = st->hold.study;

	if (e->action == ACTION_BACK && !form_view_takes(&s->view, ACTION_BACK))
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_HINT) {
		s->hint = s->form.hint != NULL;
		return (struct turn){ .kind = TURN_STAY };
	}
	if (e->action == ACTION_WORDS)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_words, .arg = &st->hold };
	st->verdict = VERDICT_OK;
	st->missing = false;
	switch (form_view_action(&s->view, e)) {
	case FORM_DONE:
		return (struct turn){ .kind = TURN_EFFECT, .effect = exercise_answer };
	case FORM_MORE:
		st->missing = true;
		break;
	case FORM_CHANGED:
	case FORM_IGNORED:
		break;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static bool exercise_open(const void *state, enum action a)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	if (a == ACTION_HINT)
		return s->form.hint != NULL && !s->hint;
	if (a == ACTION_WORDS)
		return !s->drilling && !form_view_typing(&s->view) && study_has_words(s); /* the words are what is asked */
	return form_view_open(&s->view, a);
}

static bool exercise_typing(const void *state)
{
	return form_view_typing(&((const struct study_hold *)state)->study->view);
}

static const char *exercise_label(const void *state, enum action a)
{
	return form_view_label(&((const struct study_hold *)state)->study->view, a);
}

static const struct binding exercise_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PREVIOUS, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_MARK, .label = N_("tick"), .help = N_("Tick, or take the tick away; more than one can be right") },
	{ .action = ACTION_TURN, .label = N_("turn"), .help = N_("Turn the card; Enter does it, too") },
	{ .action = ACTION_OPEN, .label = N_("answer"), .help = N_("Answer; or take the word, where words are put in order") },
	/* TRANSLATORS: what F7 changes: a sentence is put together from words, or typed. As short as can be */
	{ .action = ACTION_SWITCH, .label = N_("words/keys"), .help = N_("Answer with the words shown, or type; what you have stays") },
	{ .action = ACTION_LETTERS, .label = N_("letters"), .help = N_("Letters that the keyboard may lack; a digit puts one in") },
	{ .action = ACTION_ACCENT, .label = N_("accent"), .help = N_("Turn the letter before the cursor into the next of its accented forms") },
	{ .action = ACTION_FIELD, .label = N_("next gap"), .help = N_("To the next gap") },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_ERASE, .label = N_("take back"), .help = N_("Take the last word back, or the partner of this line") },
	{ .action = ACTION_HINT, .label = N_("hint"), .help = N_("Show a hint") },
	{ .action = ACTION_WORDS, .label = N_("words"), .help = N_("All words of this unit") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("Leave the lesson; it goes on here the next time") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exercise = {
	.name = "exercise",
	.state_size = sizeof(struct exercise_state),
	.bindings = exercise_bindings,
	.init = exercise_init,
	.enter = study_screen_enter,
	.open = exercise_open,
	.label = exercise_label,
	.typing = exercise_typing,
	.describe = exercise_describe,
	.on_action = exercise_on_action,
	.release = study_screen_release,
};
