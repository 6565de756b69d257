/* What a supervisor does at a seat or at all of them: says what will happen, asks for what the act needs, does it. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/norm.h"
#include "view/exam_board.h"
#include "view/exam_reason.h"
#include "view/exam_words.h"
#include "view/parts.h"

/* Then why, as everywhere. */
enum asked { FIELD_CONFIRM, FIELD_MINUTES, FIELD_COUNT, FIELDS_ALL = FIELD_COUNT + EXAM_REASON_FIELDS };
enum { WORDS_MAX = 400 };

static const struct fields_row act_rows[FIELD_COUNT] = {
	[FIELD_CONFIRM] = { .kind = FIELDS_DIGITS, .label = N_("Number of the seat"), .note = N_("Type it, so that it is the right one."), .bytes_max = 3 },
	[FIELD_MINUTES] = { .kind = FIELDS_DIGITS, .label = N_("Minutes"), .note = N_("Whole minutes, in the section that is running now."), .bytes_max = 3 },
};
/* For all seats the word is typed instead of a number. */
static const struct fields_row all_row = { .kind = FIELDS_LINE, .label = N_("Type ALL"), .note = N_("Every seat is meant."), .bytes_max = 24 };

/* What an act is called here, and what it needs beyond a reason. */
static const struct act {
	enum sitting_act act;
	const char *all;       /* heading for all seats, N_() */
	bool confirm, second;  /* also at one seat */
} acts[] = {
	{ .act = ACT_PAUSE, .all = N_("Pause all seats") },
	{ .act = ACT_RELEASE, .all = N_("All seats go on") },
	{ .act = ACT_EXTEND, .all = N_("More time for all seats"), .second = true },
	{ .act = ACT_END, .all = N_("End all sittings"), .confirm = true, .second = true },
	{ .act = ACT_VOID, .all = N_("Declare all sittings void"), .confirm = true, .second = true },
};

struct act_state {
	struct fields fields;                /* first, for fields_screen_… */
	struct exam_ask ask;
	const struct act *act;
	char name[128];
	struct fields_row rows[FIELDS_ALL];  /* those that are asked for */
	size_t place[FIELD_COUNT];           /* which of them each one is; FIELDS_ALL where it is not asked for */
	char words[WORDS_MAX];               /* what the second person reads */
	struct second second;
	int64_t second_person;
};

static const struct act *act_of(enum sitting_act act)
{
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (acts[i].act == act)
			return &acts[i];
	BUG("no supervisor is asked about act %d", (int)act);
}

static bool needs_second(const struct act_state *s)
{
	return s->act->second || s->ask.seat == 0;
}

static void act_init(void *state, const void *arg)
{
	struct act_state *s = state;
	size_t n = 0;

	s->ask = *(const struct exam_ask *)arg;
	snprintf(s->name, sizeof s->name, "%s", s->ask.name != NULL ? s->ask.name : "");
	s->ask.name = s->name;
	s->act = act_of(s->ask.act);
	for (int f = 0; f < FIELD_COUNT; f++) {
		bool asked = f == FIELD_CONFIRM ? s->act->confirm || s->ask.seat == 0 : s->ask.act == ACT_EXTEND;

		s->place[f] = asked ? n : FIELDS_ALL;
		if (asked)
			s->rows[n++] = f == FIELD_CONFIRM && s->ask.seat == 0 ? all_row : act_rows[f];
	}
	memcpy(&s->rows[n], exam_reason_rows, sizeof exam_reason_rows);
	fields_init(&s->fields, s->rows, n + EXAM_REASON_FIELDS);
}

/* "" where it is not asked for. */
static const char *typed(const struct act_state *s, enum asked which)
{
	return s->place[which] < FIELDS_ALL ? fields_text(&s->fields, s->place[which]) : "";
}

/* --- what will happen ---------------------------------------------------- */

static const char *told_of_one(const struct act_state *s, struct arena *a)
{
	const struct exam_ask *k = &s->ask;
	int left = board_minutes(k->left_ms);

	switch ((int)k->act) {
	case ACT_PAUSE:
		return arena_printf(a, _("%s: the clock stands and every answer is kept. It goes on when you release it."), s->name);
	case ACT_RELEASE:
		return arena_printf(a, ngettext("%s: interrupted %d time, %d min left. Say why it may go on; or end it instead.",
						"%s: interrupted %d times, %d min left. Say why it may go on; or end it instead.", (unsigned long)k->interruptions),
				    s->name, k->interruptions, left);
	case ACT_EXTEND:
		return arena_printf(a, _("%s: %d min left in this section. The minutes are added to them at once."), s->name, left);
	case ACT_END:
		return arena_printf(a, ngettext("%s: ends now and cannot go on. The %d answer of this section and those before it count.",
						"%s: ends now and cannot go on. The %d answers of this section and those before it count.", (unsigned long)k->answered),
				    s->name, k->answered);
	default:
		return arena_printf(a, _("%s: there will be no result, for ever. With an environment or technical reason it is no attempt."), s->name);
	}
}

static const char *told_of_all(const struct act_state *s, struct arena *a)
{
	unsigned long n = (unsigned long)s->ask.meant;

	switch ((int)s->ask.act) {
	case ACT_PAUSE:
		return arena_printf(a, ngettext("The clock of %d seat stands and every answer is kept.", "The clocks of %d seats stand and every answer is kept.", n), s->ask.meant);
	case ACT_RELEASE:
		return arena_printf(a, ngettext("%d seat goes on where it stopped.", "%d seats go on where they stopped.", n), s->ask.meant);
	case ACT_EXTEND:
		return arena_printf(a, ngettext("%d seat gets the minutes in the section that it is in.", "%d seats get the minutes, each in the section that it is in.", n),
				    s->ask.meant);
	case ACT_END:
		return arena_printf(a, ngettext("%d sitting ends now and cannot go on. What was answered counts.", "%d sittings end now and cannot go on. What was answered counts.", n),
				    s->ask.meant);
	default:
		return arena_printf(a, ngettext("%d sitting will have no result, for ever. With an environment or technical reason it is no attempt.",
						"%d sittings will have no result, for ever. With an environment or technical reason they are no attempts.", n), s->ask.meant);
	}
}

/* The heading, "Pause seat 3", in `a`. */
static const char *heading(const struct act_state *s, struct arena *a)
{
	if (s->ask.seat == 0)
		return _(s->act->all);
	switch ((int)s->ask.act) {
	case ACT_PAUSE:
		return arena_printf(a, _("Pause seat %d"), s->ask.seat);
	case ACT_RELEASE:
		return arena_printf(a, _("Seat %d goes on"), s->ask.seat);
	case ACT_EXTEND:
		return arena_printf(a, _("More time for seat %d"), s->ask.seat);
	case ACT_END:
		return arena_printf(a, _("End the sitting of seat %d"), s->ask.seat);
	default:
		return arena_printf(a, _("Declare seat %d void"), s->ask.seat);
	}
}

static void act_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct act_state *s = state;

	(void)r;
	page_heading(page, 1, heading(s, &page->arena));
	parts_raw_block(page, STYLE_PLAIN, s->ask.seat != 0 ? told_of_one(s, &page->arena) : told_of_all(s, &page->arena));
	page_space(page);
	fields_describe(&s->fields, page, NULL, NULL);
}

/* --- doing it ------------------------------------------------------------ */

static bool is_all(const char *text)
{
	char *typed_word = text_fold_dup(text), *own = text_fold_dup(_("ALL")), *english = text_fold_dup("ALL");
	bool same = strcmp(typed_word, own) == 0 || strcmp(typed_word, english) == 0;

	free(typed_word);
	free(own);
	free(english);
	return same;
}

/* What is missing before the reason, with the field it is missing in; or NULL. */
static const char *missing(const struct act_state *s, enum asked *where)
{
	enum { MINUTES_MAX = 180 };
	long minutes = strtol(typed(s, FIELD_MINUTES), NULL, 10);

	*where = FIELD_CONFIRM;
	if (s->ask.seat == 0 && !is_all(typed(s, FIELD_CONFIRM)))
		/* TRANSLATORS: ALL: the word itself, in capitals; it is typed as you write it in the translation of "ALL" */
		return N_("Every seat is meant: type the word ALL.");
	if (s->ask.seat != 0 && s->act->confirm && strtol(typed(s, FIELD_CONFIRM), NULL, 10) != s->ask.seat)
		return N_("That is not the number of this seat. Look at the heading, or go back with Esc.");
	*where = FIELD_MINUTES;
	return s->ask.act == ACT_EXTEND && (minutes < 1 || minutes > MINUTES_MAX) ? N_("Give 1 to 180 minutes.") : NULL;
}

static bool do_act(struct app *app, struct act_state *s, const struct exam_reason *r, int *done, struct err *e)
{
	switch ((int)s->ask.act) {
	case ACT_PAUSE:
		return exam_pause(app, s->ask.session, s->ask.seat, r, done, e);
	case ACT_RELEASE:
		return exam_release(app, s->ask.session, s->ask.seat, r, done, e);
	case ACT_EXTEND:
		return exam_extend(app, s->ask.session, s->ask.seat, (int)strtol(typed(s, FIELD_MINUTES), NULL, 10), r, done, e);
	case ACT_END:
		return exam_end(app, s->ask.session, s->ask.seat, r, done, e);
	default:
		return exam_void(app, s->ask.session, s->ask.seat, r, done, e);
	}
}

/* Where it was done at some seats at least there is nothing more to ask here; what refused is said above the board. */
static struct turn act_now(struct app *app, void *state, struct err *e)
{
	struct act_state *s = state;
	struct exam_reason r = exam_reason_of(&s->fields);
	int done = 0;
	bool ok;

	r.second = s->second_person;
	r.seen = s->ask.seen;
	ok = do_act(app, s, &r, &done, e);
	s->second_person = 0;
	if (s->ask.done != NULL)
		*s->ask.done = done;
	return (struct turn){ .kind = ok || done > 0 ? TURN_POP : TURN_STAY };
}

/* Back from the second sign-in. */
static struct turn act_enter(struct app *app, void *state, struct err *e)
{
	struct act_state *s = state;

	return s->second_person != 0 ? act_now(app, state, e) : (struct turn){ .kind = TURN_STAY };
}

static struct turn ask_second(struct act_state *s)
{
	struct arena a = ARENA_INIT;
	struct exam_reason r = exam_reason_of(&s->fields);

	snprintf(s->words, sizeof s->words, "%s. %s (%s)", heading(s, &a), r.text, exam_word_why(r.why));
	arena_release(&a);
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

static struct turn act_done(struct act_state *s)
{
	enum asked where;
	const char *lacks = missing(s, &where);

	if (lacks != NULL)
		return fields_lack(&s->fields, s->place[where], lacks);
	if (!exam_reason_enough(&s->fields))
		return (struct turn){ .kind = TURN_STAY };
	return needs_second(s) ? ask_second(s) : (struct turn){ .kind = TURN_EFFECT, .effect = act_now };
}

static struct turn act_on_action(void *state, const struct event *e)
{
	struct act_state *s = state;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	return fields_action(&s->fields, e) == FIELDS_DONE ? act_done(s) : (struct turn){ .kind = TURN_STAY };
}

static const struct binding act_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; after the last one it is done, or a second person signs in for it") },
	{ .action = ACTION_PREVIOUS, .label = N_("choose"), .help = N_("Turn through the reasons") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_MARK },
	FIELDS_MOVES_QUIET,
	{ .action = ACTION_SAVE },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is done") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_act = {
	.name = "exam-act",
	.state_size = sizeof(struct act_state),
	.bindings = act_bindings,
	.init = act_init,
	.enter = act_enter,
	.open = fields_screen_open,
	.typing = fields_screen_typing,
	.describe = act_describe,
	.on_action = act_on_action,
	.release = fields_screen_release,
};
