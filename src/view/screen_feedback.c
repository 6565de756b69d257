/* What was right and what was not, and the mending of it. */
#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"
#include "view/reasons.h"
#include "view/study.h"

struct feedback_state {
	struct study_hold hold;
	enum verdict verdict; /* of a mending that did not count: EMPTY or RETRY, else OK */
};

static void feedback_init(void *state, const void *arg)
{
	((struct feedback_state *)state)->verdict = VERDICT_OK;
	study_screen_init(state, arg);
}

static struct turn feedback_enter(struct app *app, void *state, struct err *e)
{
	struct study *s = ((struct study_hold *)state)->study;

	if (study_speak(app, s, e))
		study_feedback(s);
	return (struct turn){ .kind = TURN_STAY };
}

/* Whether the marks on the form do not yet show the right answer. */
static bool needs_right(const struct study *s)
{
	enum form_part_kind kind = s->view.part != NULL ? s->view.part->kind : FORM_TEXT;

	if (s->grade.verdict == VERDICT_OK)
		return false;
	return kind == FORM_GAPS || (kind == FORM_ORDER && !s->view.part->lines);
}

static void feedback_message(const struct study *s, struct page *page)
{
	bool card = s->view.part != NULL && s->view.part->kind == FORM_CARD;

	if (s->mended) {
		page_message(page, STYLE_GOOD, mend_whole(&s->mend) || s->grade.verdict == VERDICT_OK ? _("Mended: now it is right.") : _("Mended. It is usually written so:"));
		return;
	}
	if (s->mend.live && s->grade.verdict == VERDICT_WRONG) {
		page_message(page, STYLE_BAD, _("Not yet. Mend what is marked, or go on."));
		return;
	}
	switch (s->grade.verdict) {
	case VERDICT_OK:
		/* TRANSLATORS: "You knew it." is said of a flip card that the learner says was known. */
		page_message(page, STYLE_GOOD, card ? _("You knew it.") : _("Right."));
		break;
	case VERDICT_NOTE:
		page_message(page, STYLE_NOTE, mend_whole(&s->mend) ? _("Right. Look only at what is marked.") : _("Right. It is usually written so:"));
		break;
	case VERDICT_TYPO:
		page_message(page, STYLE_NOTE, s->mend.live ? _("Almost. Mend only what is marked.") : _("Almost: look at the spelling."));
		break;
	case VERDICT_WRONG:
	case VERDICT_EMPTY:
	case VERDICT_RETRY:
	case VERDICT_SEEN:
		page_message(page, STYLE_BAD, _("Not yet. It comes once more at the end."));
		break;
	}
}

/* The learner's own text: to be mended, or marked, or as it is. */
static void describe_answer(const struct study *s, struct page *page)
{
	if (s->mend.live) {
		form_view_describe(&s->view, page);
	} else if (mend_whole(&s->mend)) {
		form_view_asked(&s->view, page);
		mend_differences(&s->mend, page);
	} else {
		form_view_judged(&s->view, study_item(s), s->grade.verdict == VERDICT_OK, page);
	}
}

static void describe_fault(const struct feedback_state *st, const struct study *s, struct page *page)
{
	if (st->verdict == VERDICT_EMPTY) {
		page_message(page, STYLE_NOTE, form_view_missing(&s->view));
		return;
	}
	if (st->verdict == VERDICT_RETRY) {
		page_message(page, STYLE_NOTE, reasons_retry(s->mend.reasons));
		return;
	}
	feedback_message(s, page);
	if (s->grade.verdict == VERDICT_OK)
		return;
	if (s->feedback.why == NULL) /* the author's own words say it better */
		mend_reasons(&s->mend, page);
	if (s->mend.live || !mend_whole(&s->mend))
		mend_differences(&s->mend, page);
	if (!mend_whole(&s->mend) && needs_right(s) && s->feedback.right != NULL)
		page_message(page, STYLE_GOOD, s->feedback.right);
}

/* What became of "my answer is right". */
static void describe_report(const struct study *s, struct page *page)
{
	switch (s->report) {
	case REPORT_OPEN:
		page_message(page, STYLE_PLAIN, _("Noted. Your instructor will look at it."));
		break;
	case REPORT_ACCEPTED:
		page_message(page, STYLE_GOOD, _("Your instructor has accepted this answer; from now on it counts."));
		break;
	case REPORT_DISMISSED:
		/* TRANSLATORS: %s is the reason, a sentence or a few words. */
		page_message(page, STYLE_PLAIN, arena_printf(&page->arena, _("Your instructor has looked at this answer: %s"), _(s->report_reason)));
		break;
	case REPORT_NONE:
		return;
	}
	page_space(page);
}

static void feedback_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct feedback_state *st = state;
	const struct study *s = st->hold.study;
	const struct feedback *f = &s->feedback;

	(void)r;
	study_header(s, page);
	describe_answer(s, page);
	page_space(page);
	describe_report(s, page);
	describe_fault(st, s, page);
	if (f->why != NULL) {
		page_space(page);
		page_text(page, STYLE_PLAIN, f->why);
	}
	if (f->explain != NULL) {
		page_space(page);
		page_text(page, STYLE_PLAIN, f->explain);
	}
}

static struct turn feedback_go_on(struct app *app, void *state, struct err *e)
{
	return study_advance(app, ((struct study_hold *)state)->study, e);
}

static struct turn feedback_report(struct app *app, void *state, struct err *e)
{
	study_report(app, ((struct study_hold *)state)->study, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn feedback_mend(struct app *app, void *state, struct err *e)
{
	struct feedback_state *st = state;
	enum verdict v;

	if (study_mend(app, st->hold.study, &v, e))
		st->verdict = v == VERDICT_EMPTY || v == VERDICT_RETRY ? v : VERDICT_OK;
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn feedback_on_action(void *state, const struct event *e)
{
	struct feedback_state *st = state;
	struct study *s = st->hold.study;
	bool live = s->mend.live, inside = live && form_view_takes(&s->view, e->action);

	if (e->action == ACTION_BACK && !inside)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_OPEN && !inside)
		return (struct turn){ .kind = TURN_EFFECT, .effect = mend_changed(&s->mend) ? feedback_mend : feedback_go_on };
	if (e->action == ACTION_REPORT)
		return (struct turn){ .kind = TURN_EFFECT, .effect = feedback_report };
	if (live) {
		st->verdict = VERDICT_OK;
		form_view_action(&s->view, e);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (e->action == ACTION_NEXT || e->action == ACTION_MARK)
		return (struct turn){ .kind = TURN_EFFECT, .effect = feedback_go_on };
	if (e->action == ACTION_WORDS)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_words, .arg = &st->hold };
	return (struct turn){ .kind = TURN_STAY };
}

static bool feedback_open(const void *state, enum action a)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	if (a == ACTION_OPEN || a == ACTION_BACK)
		return true;
	if (a == ACTION_REPORT)
		return s->reportable && !s->mended && s->report == REPORT_NONE;
	if (s->mend.live)
		return a != ACTION_WORDS && a != ACTION_MARK && form_view_open(&s->view, a);
	if (a == ACTION_WORDS)
		return study_has_words(s);
	return a == ACTION_NEXT || a == ACTION_MARK;
}

static bool feedback_typing(const void *state)
{
	return ((const struct study_hold *)state)->study->mend.live;
}

static const char *feedback_label(const void *state, enum action a)
{
	const struct study *s = ((const struct study_hold *)state)->study;
	const char *word = s->mend.live ? form_view_label(&s->view, a) : NULL;

	if (word == NULL && a == ACTION_OPEN && mend_changed(&s->mend))
		return _("check");
	return word;
}

static const struct binding feedback_bindings[] = {
	{ .action = ACTION_UP, .label = N_("capitals"), .help = N_("In the strip of letters: as capitals, and small again") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PREVIOUS, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("go on"), .help = N_("On to the next page or exercise; check, where you have mended something") },
	{ .action = ACTION_LETTERS, .label = N_("letters"), .help = N_("Letters that the keyboard may lack; a digit puts one in") },
	{ .action = ACTION_REPORT, .label = N_("my answer is right"), .help = N_("Your answer is right all the same: your instructor will look at it") },
	{ .action = ACTION_ACCENT, .label = N_("accent"), .help = N_("Turn the letter before the cursor into the next of its accented forms") },
	{ .action = ACTION_FIELD, .label = N_("next gap"), .help = N_("To the next gap") },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_MARK },
	{ .action = ACTION_WORDS, .label = N_("words"), .help = N_("All words of this unit") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("Leave the lesson; it goes on here the next time") },
	{ .action = ACTION_NONE },
};

const struct screen screen_feedback = {
	.name = "feedback",
	.state_size = sizeof(struct feedback_state),
	.bindings = feedback_bindings,
	.init = feedback_init,
	.enter = feedback_enter,
	.open = feedback_open,
	.label = feedback_label,
	.typing = feedback_typing,
	.describe = feedback_describe,
	.on_action = feedback_on_action,
	.release = study_screen_release,
};
