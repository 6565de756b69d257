/* Before an examination: the rules in one's own language, then the wait for the supervisor, who starts all together. */
#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/exam_study.h"
#include "view/parts.h"

/* --- rules ------------------------------------------------------------------ */

static const char *typo_rule(const struct blueprint *b)
{
	switch (b->typo) {
	case TYPO_FULL:
		return _("A small typing mistake costs nothing.");
	case TYPO_HALF:
		return _("A small typing mistake costs half of the points where words and grammar are asked; elsewhere it costs nothing.");
	case TYPO_NONE:
		return _("A small typing mistake counts as wrong where words and grammar are asked; elsewhere it costs nothing.");
	}
	return "";
}

static void describe_sections(const struct exam_study *st, struct page *page)
{
	const struct blueprint *b = st->run->blueprint;
	bool free = false, forward = false, room = false, heard = false, written = false;

	for (size_t i = 0; i < b->section_count; i++) {
		room |= !section_at_screen(&b->sections[i]);
		written |= b->sections[i].room && section_at_screen(&b->sections[i]);
		heard |= b->sections[i].heard;
		free |= !b->sections[i].room && !b->sections[i].forward;
		forward |= !b->sections[i].room && b->sections[i].forward;
	}
	page_item(page, 0, 0, _("Each part has its own time. You see the minutes that are left; at 10, 5 and 1 minute you are told. When the time is over the next part begins."));
	if (free)
		page_item(page, 0, 0, _("← and → go to another question; o shows all of them, f puts a flag on one that you want to see again."));
	if (forward)
		page_item(page, 0, 0, free ? _("In some parts there is no way back to a question; it is said there.") : _("There is no way back to a question that you have left."));
	if (heard)
		page_item(page, 0, 0, _("In listening your supervisor reads the texts to all, as often as is said; the questions are on your screen meanwhile."));
	if (written)
		page_item(page, 0, 0, _("In writing the task is on your screen, and you write on your sheet of paper."));
	if (room)
		page_item(page, 0, 0, _("Some parts are done in the room, away from the screen; your supervisor tells you when."));
}

static void rules_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct exam_study *st = ((const struct exam_hold *)state)->study;
	const struct exam_run *run = st->run;

	exam_study_header(st, page);
	if (run->rehearsal)
		page_text(page, STYLE_STRONG, _("This is a rehearsal of the room, not the exam: nothing counts. Go on to the end of the three questions, then this seat is known to work."));
	page_space(page);
	page_heading(page, 1, _("Is this you?"));
	page_space(page);
	page_table(page, 2, false);
	parts_cell_raw(page, STYLE_DIM, _("Name"));
	parts_cell_raw(page, STYLE_STRONG, run->latin[0] != '\0' ? run->latin : run->name);
	if (!run->rehearsal) { /* where nobody's passport was looked at */
		parts_cell_raw(page, STYLE_DIM, _("Date of birth"));
		parts_cell_raw(page, STYLE_STRONG, parts_date(page, r, run->birth));
		page_space(page);
		page_text(page, STYLE_DIM, run->practice ? _("If a letter or a digit is wrong, raise your hand now.") :
							   _("If a letter or a digit is wrong, raise your hand now: it stands so on the certificate."));
	}
	page_space(page);
	page_heading(page, 1, _("The rules"));
	page_space(page);
	if (run->practice)
		page_item(page, 0, 0, _("This is a practice exam: it shows where you stand and counts for no certificate."));
	describe_sections(st, page);
	page_item(page, 0, 0, _("Every answer is kept at once, also if the power fails. You can change it until its part is over; an empty answer is wrong."));
	page_item(page, 0, 0, _("Whether an answer is right is not said. Only when you write with the wrong letters (Cyrillic for Latin) you are told at once; that costs nothing."));
	page_item(page, 0, 0, typo_rule(run->blueprint));
	if (run->aloud)
		page_item(page, 0, 0, _("Somebody may read the questions aloud to you."));
	page_item(page, 0, 0, _("h calls your supervisor without a sound, for a question, or because you feel unwell."));
	page_item(page, 0, 0, _("There is no way out of the exam but handing in, or a code from the supervisor."));
	page_space(page);
	page_text(page, STYLE_STRONG, _("Press Enter to try the keys with three questions that do not count."));
	exam_study_says(st, page);
}

static struct turn rules_tick(struct app *app, void *state, struct err *e)
{
	return exam_study_tick(app, state, EXAM_AT_RULES, e);
}

static struct turn rules_enter(struct app *app, void *state, struct err *e)
{
	exam_screen_enter(app, state, e);
	return exam_study_come(app, state, EXAM_AT_RULES, e);
}

static struct turn rules_on_action(void *state, const struct event *e)
{
	struct exam_hold *hold = state;

	if (e->action == ACTION_EXAM)
		return exam_study_leave(hold);
	if (e->action != ACTION_OPEN)
		return (struct turn){ .kind = TURN_STAY };
	hold->study->rules_read = true;
	return exam_study_turn(hold);
}

static const char *rules_label(const void *state, enum action a)
{
	return a == ACTION_EXAM && ((const struct exam_hold *)state)->study->run->rehearsal ? _("leave") : NULL;
}

static const struct binding rules_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("try the keys"), .help = N_("On to three questions that do not count") },
	{ .action = ACTION_EXAM, .label = N_("leave with a code"), .help = N_("Leave the exam; only with a code from the supervisor") },
	{ .action = ACTION_BACK },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_rules = {
	.name = "exam-rules",
	.state_size = sizeof(struct exam_hold),
	.bindings = rules_bindings,
	.init = exam_screen_init,
	.enter = rules_enter,
	.label = rules_label,
	.describe = rules_describe,
	.on_action = rules_on_action,
	.tick = rules_tick,
	.stays = true,
	.locked = true,
	.release = exam_screen_release,
};

/* --- waiting for the room --------------------------------------------------- */

static void wait_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct exam_study *st = ((const struct exam_hold *)state)->study;

	(void)r;
	exam_study_header(st, page);
	page_title(page, st->run->room_started ? _("Ready to begin?") : _("Wait for the supervisor"));
	page_space(page);
	page_text(page, STYLE_PLAIN, st->run->room_started ? _("The exam has been started. Your own time begins when you press Enter, and not before.") :
		  _("You are ready. The exam begins here by itself when your supervisor starts it for all."));
	page_space(page);
	page_menu(page, false, -1);
	page_entry(page, '1', _("Read the rules again"), NULL, NULL);
	page_entry(page, '2', _("Try the keys again"), NULL, NULL);
	exam_study_says(st, page);
}

static struct turn wait_call(struct app *app, void *state, struct err *e)
{
	struct exam_study *st = ((struct exam_hold *)state)->study;

	exam_call(app, st->run, !st->run->calls, e);
	return (struct turn){ .kind = TURN_STAY };
}

/* Who comes after the start begins by themselves. */
static struct turn wait_begin(struct app *app, void *state, struct err *e)
{
	struct exam_hold *hold = state;

	exam_begin_here(app, hold->study->run, e);
	return exam_study_come(app, hold, EXAM_AT_WAIT, e);
}

static bool wait_open(const void *state, enum action a)
{
	return a != ACTION_OPEN || ((const struct exam_hold *)state)->study->run->room_started;
}

static struct turn wait_tick(struct app *app, void *state, struct err *e)
{
	return exam_study_tick(app, state, EXAM_AT_WAIT, e);
}

static struct turn wait_enter(struct app *app, void *state, struct err *e)
{
	exam_screen_enter(app, state, e);
	return exam_study_come(app, state, EXAM_AT_WAIT, e);
}

static struct turn wait_on_action(void *state, const struct event *e)
{
	struct exam_hold *hold = state;
	struct exam_study *st = hold->study;

	if (e->action == ACTION_EXAM)
		return exam_study_leave(hold);
	if (e->action == ACTION_CALL)
		return (struct turn){ .kind = TURN_EFFECT, .effect = wait_call };
	if (e->action == ACTION_OPEN)
		return (struct turn){ .kind = TURN_EFFECT, .effect = wait_begin };
	if (e->action != ACTION_DIGIT || e->digit < 1 || e->digit > 2)
		return (struct turn){ .kind = TURN_STAY };
	st->tried = false;
	st->rules_read = e->digit == 2;
	return exam_study_turn(hold);
}

static const struct binding wait_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("begin"), .help = N_("Begin the exam; your time runs from then on") },
	{ .action = ACTION_DIGIT, .label = N_("choose"), .help = N_("The rules or the keys once more") },
	{ .action = ACTION_CALL, .label = N_("call"), .help = N_("Call the supervisor, without a sound; once more takes it back") },
	{ .action = ACTION_EXAM, .label = N_("leave with a code"), .help = N_("Leave the exam; only with a code from the supervisor") },
	{ .action = ACTION_BACK },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_wait = {
	.name = "exam-wait",
	.state_size = sizeof(struct exam_hold),
	.bindings = wait_bindings,
	.init = exam_screen_init,
	.enter = wait_enter,
	.open = wait_open,
	.describe = wait_describe,
	.on_action = wait_on_action,
	.tick = wait_tick,
	.stays = true,
	.locked = true,
	.release = exam_screen_release,
};
