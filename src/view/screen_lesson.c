#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "core/i18n.h"
#include "view/parts.h"
#include "view/study.h"

/* --- opening ------------------------------------------------------------ */

struct lesson_state {
	struct study_hold hold; /* NULL until opened */
	char pack[48], unit[48];
	bool again;
};

static void lesson_init(void *state, const void *arg)
{
	struct lesson_state *s = state;
	const struct unit_arg *u = arg;

	snprintf(s->pack, sizeof s->pack, "%s", u->pack);
	snprintf(s->unit, sizeof s->unit, "%s", u->unit);
	s->again = u->again;
}

static struct turn lesson_enter(struct app *app, void *state, struct err *e)
{
	struct lesson_state *s = state;

	study_drop(s->hold.study);
	s->hold.study = study_new(app, s->pack, s->unit, s->again, e);
	return s->hold.study != NULL ? study_turn(s->hold.study) : (struct turn){ .kind = TURN_STAY };
}

static void lesson_describe(const void *state, const struct reader *r, struct page *page)
{
	(void)state;
	(void)r;
	page_text(page, STYLE_PLAIN, _("This lesson cannot be opened now. Go back and try again; if it stays so, tell your instructor."));
}

static struct turn lesson_on_action(void *state, const struct event *e)
{
	(void)state;
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static const struct binding lesson_bindings[] = {
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_lesson = {
	.name = "lesson",
	.state_size = sizeof(struct lesson_state),
	.bindings = lesson_bindings,
	.init = lesson_init,
	.enter = lesson_enter,
	.describe = lesson_describe,
	.on_action = lesson_on_action,
	.release = study_screen_release,
};

/* --- a page to read ----------------------------------------------------- */

struct reading_state {
	struct study_hold hold;
};

/* Durable before the next step is on the screen. */
static struct turn page_read(struct app *app, void *state, struct err *e)
{
	struct study *s = ((struct study_hold *)state)->study;

	if (!s->lesson->states[s->at].done && !lesson_seen(app, s->lesson, s->at, e))
		return (struct turn){ .kind = TURN_STAY };
	return study_advance(app, s, e);
}

static void reading_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	(void)r;
	study_header(s, page);
	if (study_step(s) != NULL)
		study_describe_part(s, study_step(s)->part, page);
}

/* `next`: what the way on does. */
static struct turn page_turn(struct study_hold *hold, const struct event *e, effect_fn *next)
{
	if (e->action == ACTION_OPEN || e->action == ACTION_NEXT)
		return (struct turn){ .kind = TURN_EFFECT, .effect = next };
	if (e->action == ACTION_PREVIOUS)
		return study_back(hold->study);
	if (e->action == ACTION_WORDS)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_words, .arg = hold };
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static struct turn reading_on_action(void *state, const struct event *e)
{
	return page_turn(state, e, page_read);
}

static bool reading_open(const void *state, enum action a)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	if (a == ACTION_PREVIOUS)
		return study_can_back(s);
	if (a == ACTION_WORDS)
		return study_has_words(s);
	return true;
}

static const struct binding reading_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("On to the next page or exercise") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_PREVIOUS, .label = N_("back"), .help = N_("To the page before; your place is kept") },
	{ .action = ACTION_WORDS, .label = N_("words"), .help = N_("All words of this unit") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("Leave the lesson; it goes on here the next time") },
	{ .action = ACTION_NONE },
};

const struct screen screen_reading = {
	.name = "reading",
	.state_size = sizeof(struct reading_state),
	.bindings = reading_bindings,
	.init = study_screen_init,
	.enter = study_screen_enter,
	.open = reading_open,
	.describe = reading_describe,
	.on_action = reading_on_action,
	.release = study_screen_release,
};

/* --- before the drills of a practice ------------------------------------- */

static struct turn practise_begin(struct app *app, void *state, struct err *e)
{
	return study_drill(app, ((struct study_hold *)state)->study, e);
}

/* One that was left on the way goes on at once. */
static struct turn practise_enter(struct app *app, void *state, struct err *e)
{
	struct study *s = ((struct study_hold *)state)->study;

	if (study_speak(app, s, e) && study_practice_begun(app, s, e))
		return study_drill(app, s, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn practise_on_action(void *state, const struct event *e)
{
	return page_turn(state, e, practise_begin);
}

const struct screen screen_practise = {
	.name = "practise",
	.state_size = sizeof(struct reading_state),
	.bindings = reading_bindings,
	.init = study_screen_init,
	.enter = practise_enter,
	.open = reading_open,
	.describe = reading_describe,
	.on_action = practise_on_action,
	.release = study_screen_release,
};

/* --- a dialogue --------------------------------------------------------- */

static void dialogue_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	reading_describe(state, r, page);
	page_space(page);
	page_text(page, STYLE_DIM, s->all ? _("Read it aloud, once for each person.") : _("Space shows what a line means. Read it aloud."));
}

static struct turn dialogue_on_action(void *state, const struct event *e)
{
	struct study *s = ((struct study_hold *)state)->study;
	int line = (int)s->line;

	if (parts_move(&line, (int)study_step(s)->part->count, e->action))
		s->line = (size_t)line;
	else if (e->action == ACTION_MARK && s->line < sizeof s->shown / sizeof *s->shown)
		s->shown[s->line] = !s->shown[s->line];
	else if (e->action == ACTION_ALL)
		s->all = !s->all;
	else
		return reading_on_action(state, e);
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding dialogue_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("On to the next page or exercise") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_UP, .label = N_("line"), .help = N_("To the line before or after") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_MARK, .label = N_("meaning"), .help = N_("Show or hide what the line under the pointer means") },
	{ .action = ACTION_ALL, .label = N_("all"), .help = N_("Show or hide all meanings") },
	{ .action = ACTION_PREVIOUS, .label = N_("back"), .help = N_("To the page before; your place is kept") },
	{ .action = ACTION_WORDS, .label = N_("words"), .help = N_("All words of this unit") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("Leave the lesson; it goes on here the next time") },
	{ .action = ACTION_NONE },
};

const struct screen screen_dialogue = {
	.name = "dialogue",
	.state_size = sizeof(struct reading_state),
	.bindings = dialogue_bindings,
	.init = study_screen_init,
	.enter = study_screen_enter,
	.open = reading_open,
	.describe = dialogue_describe,
	.on_action = dialogue_on_action,
	.release = study_screen_release,
};

/* --- listening ---------------------------------------------------------- */

static void listen_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	reading_describe(state, r, page);
	page_space(page);
	if (s->line < study_step(s)->part->count)
		page_text(page, STYLE_DIM, _("If you are alone, Space shows it line by line."));
	else
		page_text(page, STYLE_DIM, _("Questions follow."));
}

static struct turn listen_on_action(void *state, const struct event *e)
{
	struct study *s = ((struct study_hold *)state)->study;
	bool more = s->line < study_step(s)->part->count;

	if (e->action == ACTION_ALL)
		s->all = !s->all;
	else if (e->action == ACTION_MARK)
		s->line += more;
	else
		return reading_on_action(state, e);
	return (struct turn){ .kind = TURN_STAY };
}

static bool listen_open(const void *state, enum action a)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	if (a == ACTION_MARK)
		return s->line < study_step(s)->part->count;
	return a == ACTION_ALL ? s->line > 0 : reading_open(state, a);
}

static const struct binding listen_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("On to the next page or exercise") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_MARK, .label = N_("line"), .help = N_("Show the next line") },
	{ .action = ACTION_ALL, .label = N_("meaning"), .help = N_("Show or hide all meanings") },
	{ .action = ACTION_PREVIOUS, .label = N_("back"), .help = N_("To the page before; your place is kept") },
	{ .action = ACTION_WORDS, .label = N_("words"), .help = N_("All words of this unit") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("Leave the lesson; it goes on here the next time") },
	{ .action = ACTION_NONE },
};

const struct screen screen_listen = {
	.name = "listen",
	.state_size = sizeof(struct reading_state),
	.bindings = listen_bindings,
	.init = study_screen_init,
	.enter = study_screen_enter,
	.open = listen_open,
	.describe = listen_describe,
	.on_action = listen_on_action,
	.release = study_screen_release,
};
