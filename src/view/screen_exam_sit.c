/* A question of an examination, or one to try before it. */
#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_study.h"
#include "view/parts.h"

enum wish { WISH_NONE, WISH_GO, WISH_OVERVIEW, WISH_HAND_IN, WISH_CALL, WISH_FLAG, WISH_LEAVE };

struct sit_state {
	struct exam_hold hold;
	enum wish wish;  /* what is done when the answer on the screen is stored */
	size_t to;       /* WISH_GO */
	bool lines;      /* in the line mode: "previous" and "next" are questions while an answer is typed, too */
	bool agreed;     /* a question without an answer is left for good */
	struct ask ask;
};

static const struct ask close_ask = {
	.question = N_("Leave this question without an answer?"),
	.detail = N_("In this part there is no way back to a question."),
	.yes = N_("Yes, go on"),
	.no = N_("No, stay here"),
	.careful = true,
};

static struct turn stay(void)
{
	return (struct turn){ .kind = TURN_STAY };
}

/* In the trial what comes after the last question is the waiting room. */
static struct turn go(struct app *app, struct sit_state *s, struct err *e)
{
	struct exam_study *st = s->hold.study;

	if (s->to < exam_study_count(st)) {
		exam_study_show(app, st, s->to, e);
		return stay();
	}
	if (exam_study_tries(st)) {
		st->tried = true;
		st->called = false;
		return exam_study_turn(&s->hold);
	}
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_hand_in, .arg = &s->hold };
}

static struct turn call(struct app *app, struct exam_study *st)
{
	struct err ignored = ERR_INIT;

	if (exam_study_tries(st))
		st->called = !st->called;
	else
		st->trouble |= !exam_call(app, st->run, !st->run->calls, &ignored) && ignored.kind != ERR_DENIED;
	return stay();
}

static struct turn carry_out(struct app *app, void *state, struct err *e)
{
	struct sit_state *s = state;
	struct exam_study *st = s->hold.study;
	enum wish wish = s->wish;
	bool told = st->retry;

	s->wish = WISH_NONE;
	if (!exam_study_store(app, st) && wish != WISH_CALL)
		return exam_study_place(st) == EXAM_AT_QUESTION ? stay() : exam_study_turn(&s->hold);
	if (st->retry && !told && wish != WISH_CALL && wish != WISH_LEAVE)
		return stay(); /* wrong letters are told before the question goes, however fast Enter came */
	switch (wish) {
	case WISH_NONE:
		break;
	case WISH_GO:
		return go(app, s, e);
	case WISH_FLAG:
		exam_study_flag(st, st->at);
		break;
	case WISH_CALL:
		return call(app, st);
	case WISH_OVERVIEW:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_overview, .arg = &s->hold };
	case WISH_HAND_IN:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_hand_in, .arg = &s->hold };
	case WISH_LEAVE:
		return exam_study_leave(&s->hold);
	}
	return stay();
}

static struct turn wish(struct sit_state *s, enum wish w, size_t to)
{
	s->wish = w;
	s->to = to;
	return (struct turn){ .kind = TURN_EFFECT, .effect = carry_out };
}

static struct turn sit_enter(struct app *app, void *state, struct err *e)
{
	struct sit_state *s = state;
	struct exam_study *st = s->hold.study;
	struct turn t = exam_study_come(app, &s->hold, exam_study_tries(st) ? EXAM_AT_TRIAL : EXAM_AT_QUESTION, e);

	s->lines = str_eq(app->front, "plain");
	if (t.kind != TURN_STAY)
		return t; /* while another page stood above this one, or it comes for the first time */
	if (st->formed)
		exam_screen_enter(app, state, e);
	else
		exam_study_show(app, st, 0, e);
	if (s->agreed) {
		s->agreed = false;
		return go(app, s, e);
	}
	return stay();
}

static struct turn sit_tick(struct app *app, void *state, struct err *e)
{
	struct sit_state *s = state;

	return exam_study_tick(app, &s->hold, exam_study_tries(s->hold.study) ? EXAM_AT_TRIAL : EXAM_AT_QUESTION, e);
}

/* What was chosen is durable before it is drawn; what is typed is stored with the tick. */
static struct turn sit_settle(struct app *app, void *state, struct err *e)
{
	struct sit_state *s = state;
	struct exam_study *st = s->hold.study;

	(void)e;
	if (form_view_typing(&st->view) || exam_study_store(app, st))
		return stay();
	return exam_study_place(st) == EXAM_AT_QUESTION || exam_study_tries(st) ? stay() : exam_study_turn(&s->hold);
}

/* --- keys ----------------------------------------------------------------- */

/* Whether the answer has a use of its own for keys that else are those of the exam. */
static bool takes_keys(const struct exam_study *st)
{
	return st->view.part != NULL && (form_view_typing(&st->view) || form_view_open(&st->view, ACTION_NEXT));
}

static bool answering(const struct exam_study *st)
{
	return st->view.part != NULL && !st->rests;
}

static bool sit_typing(const void *state)
{
	const struct exam_study *st = ((const struct sit_state *)state)->hold.study;

	return answering(st) && form_view_typing(&st->view);
}

/* To another question; out of a forward section's question without an answer only when asked. */
static struct turn move(struct sit_state *s, size_t to)
{
	struct exam_study *st = s->hold.study;

	if (exam_study_forward(st) && to > st->at && to < exam_study_count(st) && (st->retry || !exam_study_whole(st))) {
		s->to = to;
		s->ask = close_ask;
		s->ask.agreed = &s->agreed;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
	}
	return wish(s, WISH_GO, to);
}

static struct turn previous(struct sit_state *s)
{
	const struct exam_study *st = s->hold.study;

	return st->at == 0 || exam_study_closed(st, st->at - 1) || exam_study_forward(st) ? stay() : wish(s, WISH_GO, st->at - 1);
}

/* What the form leaves over is for the exam. */
static struct turn for_exam(struct sit_state *s, const struct event *e)
{
	struct exam_study *st = s->hold.study;

	switch ((int)e->action) {
	case ACTION_PREVIOUS:
		return previous(s);
	case ACTION_NEXT:
	case ACTION_OPEN:
		return move(s, st->at + 1);
	case ACTION_BACK:
		st->rests = !st->rests && takes_keys(st);
		return stay();
	case ACTION_FLAG:
		return wish(s, WISH_FLAG, 0);
	case ACTION_OVERVIEW:
		return wish(s, WISH_OVERVIEW, 0);
	case ACTION_CALL:
		return wish(s, WISH_CALL, 0);
	case ACTION_EXAM:
		return wish(s, WISH_LEAVE, 0);
	default:
		return stay();
	}
}

static struct turn sit_on_action(void *state, const struct event *e)
{
	struct sit_state *s = state;
	struct exam_study *st = s->hold.study;
	bool across = e->press == PRESS_NONE && s->lines && sit_typing(s) && (e->action == ACTION_PREVIOUS || e->action == ACTION_NEXT);
	bool empty = e->action == ACTION_OPEN && st->missing;

	st->missing = false;
	if (e->action == ACTION_BACK && answering(st) && form_view_takes(&st->view, ACTION_BACK)) {
		form_view_action(&st->view, e);
		return stay();
	}
	if (e->action == ACTION_FLAG || e->action == ACTION_OVERVIEW || e->action == ACTION_CALL || e->action == ACTION_EXAM || e->action == ACTION_BACK ||
	    across || empty || !answering(st))
		return for_exam(s, e);
	switch (form_view_action(&st->view, e)) {
	case FORM_DONE:
		return move(s, st->at + 1);
	case FORM_MORE: /* said once; Enter again leaves it open */
		st->missing = true;
		break;
	case FORM_CHANGED:
		st->retry = false;
		break;
	case FORM_IGNORED:
		return for_exam(s, e);
	}
	return stay();
}

static bool sit_open(const void *state, enum action a)
{
	const struct exam_study *st = ((const struct sit_state *)state)->hold.study;

	switch ((int)a) {
	case ACTION_BACK:
		return st->rests || (answering(st) && takes_keys(st));
	case ACTION_PREVIOUS:
	case ACTION_NEXT:
	case ACTION_FLAG:
	case ACTION_OVERVIEW:
	case ACTION_CALL: /* letters go into the line; on lines there are words for all this */
		return !sit_typing(state) || ((const struct sit_state *)state)->lines;
	case ACTION_OPEN:
	case ACTION_EXAM:
		return true;
	default:
		return answering(st) && form_view_open(&st->view, a);
	}
}

static const char *sit_label(const void *state, enum action a)
{
	const struct exam_study *st = ((const struct sit_state *)state)->hold.study;
	const char *word = answering(st) ? form_view_label(&st->view, a) : NULL;

	if (word != NULL)
		return word;
	if (a == ACTION_BACK)
		/* TRANSLATORS: footer of an examination: Esc makes the keys those of the whole exam, and again those of the answer. As short as can be */
		return st->rests ? _("answer on") : _("other keys");
	if (a == ACTION_OPEN && (st->rests || st->view.part == NULL))
		return _("next");
	if (a == ACTION_PREVIOUS && answering(st) && takes_keys(st))
		return _("choose");
	return NULL;
}

/* Which of the texts that are read to the room a question is about. */
static void describe_heard(const struct exam_study *st, struct page *page)
{
	const struct exam_question *q = &st->run->questions[st->at];
	bool titled = q->text_title != NULL && q->text_title[0] != '\0';

	page_text(page, STYLE_EMPH, titled ? arena_printf(&page->arena, _("Listen: text %d, %s. Your supervisor reads it to all."), q->text, parts_plain(&page->arena, q->text_title))
		  : arena_printf(&page->arena, _("Listen: text %d. Your supervisor reads it to all."), q->text));
	page_space(page);
}

static void sit_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct exam_study *st = ((const struct sit_state *)state)->hold.study;

	(void)r;
	exam_study_header(st, page);
	exam_study_time(st, page);
	if (!st->formed)
		return;
	if (!exam_study_tries(st) && st->run->questions[st->at].text > 0)
		describe_heard(st, page);
	form_view_describe(&st->view, page);
	if (exam_study_forward(st)) {
		page_space(page);
		page_text(page, STYLE_DIM, _("In this part there is no way back to a question."));
	}
	exam_study_says(st, page);
	if (st->rests && page->message == NULL)
		page_notice(page, STYLE_NOTE, _("The keys are for the whole exam now. Esc: go on with your answer."));
	exam_study_strip(st, page);
}

static const struct binding sit_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("answer"), .help = N_("Answer; once more goes on to the next question") },
	{ .action = ACTION_DIGIT, .label = N_("answer"), .help = N_("Choose the answer with this digit") },
	{ .action = ACTION_BACK, .label = N_("other keys"), .help = N_("While you type or put words in order: the keys below work for the whole exam; Esc again, and you go on with the answer") },
	{ .action = ACTION_PREVIOUS, .label = N_("question"), .help = N_("To the question before or after") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_FLAG, .label = N_("flag"), .help = N_("Put a flag on the question, to see it again; once more takes it away") },
	{ .action = ACTION_OVERVIEW, .label = N_("overview"), .help = N_("All questions of this part; from there it is handed in") },
	/* TRANSLATORS: footer of an examination: calls the supervisor to this seat, without a sound. As short as can be */
	{ .action = ACTION_CALL, .label = N_("call"), .help = N_("Call the supervisor, without a sound; once more takes it back") },
	{ .action = ACTION_MARK, .label = N_("tick"), .help = N_("Tick, or take the tick away; more than one can be right") },
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	/* TRANSLATORS: what F7 changes: a sentence is put together from words, or typed. As short as can be */
	{ .action = ACTION_SWITCH, .label = N_("words/keys"), .help = N_("Answer with the words shown, or type; what you have stays") },
	{ .action = ACTION_LETTERS, .label = N_("letters"), .help = N_("Letters that the keyboard may lack; a digit puts one in") },
	{ .action = ACTION_FIELD, .label = N_("next gap"), .help = N_("To the next gap") },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_ACCENT, .label = N_("accent"), .help = N_("Turn the letter before the cursor into the next of its accented forms") },
	{ .action = ACTION_ERASE, .label = N_("take back"), .help = N_("Take the answer back, the last word, or the partner of this line") },
	{ .action = ACTION_EXAM, .label = N_("leave with a code"), .help = N_("Leave the exam; only with a code from the supervisor") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_sit = {
	.name = "exam-sit",
	.state_size = sizeof(struct sit_state),
	.bindings = sit_bindings,
	.init = exam_screen_init,
	.enter = sit_enter,
	.open = sit_open,
	.label = sit_label,
	.typing = sit_typing,
	.describe = sit_describe,
	.on_action = sit_on_action,
	.tick = sit_tick,
	.settle = sit_settle,
	.stays = true,
	.locked = true,
	.release = exam_screen_release,
};
