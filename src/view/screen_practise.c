#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"
#include "view/study.h"

/* --- before the drills of a practice ------------------------------------- */

struct practise_state {
	struct study_hold hold;
};

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

static void practise_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	(void)r;
	study_header(s, page);
	if (study_step(s) != NULL)
		study_describe_part(s, study_step(s)->part, page);
}

static struct turn practise_on_action(void *state, const struct event *e)
{
	struct study_hold *hold = state;

	if (e->action == ACTION_OPEN || e->action == ACTION_NEXT)
		return (struct turn){ .kind = TURN_EFFECT, .effect = practise_begin };
	if (e->action == ACTION_PREVIOUS)
		return study_back(hold->study);
	if (e->action == ACTION_WORDS)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_words, .arg = hold };
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static bool practise_open(const void *state, enum action a)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	if (a == ACTION_PREVIOUS)
		return study_can_back(s);
	if (a == ACTION_WORDS)
		return study_has_words(s);
	return true;
}

static const struct binding practise_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("On to the next page or exercise") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_PREVIOUS, .label = N_("back"), .help = N_("To the page before; your place is kept") },
	{ .action = ACTION_WORDS, .label = N_("words"), .help = N_("All words of this unit") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("Leave the lesson; it goes on here the next time") },
	{ .action = ACTION_NONE },
};

const struct screen screen_practise = {
	.name = "practise",
	.state_size = sizeof(struct practise_state),
	.bindings = practise_bindings,
	.init = study_screen_init,
	.enter = practise_enter,
	.open = practise_open,
	.describe = practise_describe,
	.on_action = practise_on_action,
	.release = study_screen_release,
};
