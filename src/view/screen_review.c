#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"
#include "view/study.h"

/* --- opening --------------------------------------------------------------- */

struct review_state {
	struct study_hold hold; /* NULL until something is due */
	int most;               /* words in one go; 0: as many as one goes well with */
	bool known;             /* what is waiting could be read */
	struct practice_waiting waiting;
};

static void review_init(void *state, const void *arg)
{
	((struct review_state *)state)->most = arg != NULL ? ((const struct review_arg *)arg)->words : 0;
}

static struct turn review_enter(struct app *app, void *state, struct err *e)
{
	struct review_state *s = state;
	struct practice *p;

	s->known = practice_of_due(app, s->most, &p, &s->waiting, e);
	if (p == NULL)
		return (struct turn){ .kind = TURN_STAY };
	study_drop(s->hold.study);
	s->hold.study = study_of_practice_take(p, true);
	return study_turn(s->hold.study);
}

/* What comes after the words that were due. */
static void describe_rest(const struct practice_waiting *w, struct page *page)
{
	if (w->soon > 0)
		page_text(page, STYLE_PLAIN, arena_printf(&page->arena, ngettext("%d word comes back in some minutes.", "%d words come back in some minutes.",
			  (unsigned long)w->soon), w->soon));
	else if (w->met == 0)
		page_text(page, STYLE_PLAIN, _("Words come here once you have practised them in a lesson."));
	else
		page_text(page, STYLE_PLAIN, _("The next words come on another day. Go on with a lesson."));
}

static void review_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct review_state *s = state;

	(void)r;
	page->place = _("Review");
	if (!s->known) {
		page_text(page, STYLE_PLAIN, _("The review cannot be opened now. Go back and try again; if it stays so, tell your instructor."));
		return;
	}
	page_message(page, STYLE_GOOD, _("Nothing is to be repeated now."));
	page_space(page);
	describe_rest(&s->waiting, page);
}

static struct turn review_on_action(void *state, const struct event *e)
{
	(void)state;
	return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN ? TURN_POP : TURN_STAY };
}

static const struct binding review_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("back") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_review = {
	.name = "review",
	.state_size = sizeof(struct review_state),
	.init = review_init,
	.bindings = review_bindings,
	.enter = review_enter,
	.describe = review_describe,
	.on_action = review_on_action,
	.release = study_screen_release,
};

/* --- the end of drills without a lesson ------------------------------------ */

struct practised_state {
	struct study_hold hold;
	int current;
	struct practice_waiting waiting;
};

static struct turn practised_enter(struct app *app, void *state, struct err *e)
{
	struct practised_state *s = state;

	if (s->hold.study->review)
		practice_waits(app, &s->waiting, e);
	return (struct turn){ .kind = TURN_STAY };
}

static bool more_due(const struct practised_state *s)
{
	return s->hold.study->review && s->waiting.due > 0;
}

static void describe_sum(struct practice_sum sum, struct page *page)
{
	int minutes = (int)((sum.active_ms + 59999) / 60000); /* begun ones count */

	page_text(page, STYLE_PLAIN, arena_printf(&page->arena, ngettext("%d word practised, %d right at once.", "%d words practised, %d right at once.",
		  (unsigned long)sum.words), sum.words, sum.right));
	page_text(page, STYLE_PLAIN, arena_printf(&page->arena, ngettext("It took %d minute.", "It took %d minutes.", (unsigned long)minutes), minutes));
}

static void practised_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct practised_state *s = state;
	struct practice_sum sum = practice_sum(s->hold.study->practice);

	(void)r;
	study_header(s->hold.study, page);
	page_message(page, STYLE_GOOD, _("Done for now."));
	page_space(page);
	if (sum.words > 0)
		describe_sum(sum, page);
	if (s->hold.study->review && !more_due(s)) {
		page_space(page);
		describe_rest(&s->waiting, page);
	}
	page_space(page);
	page_menu(page, false, s->current);
	if (more_due(s))
		page_entry(page, '1', _("Go on"), arena_printf(&page->arena, ngettext("%d word", "%d words", (unsigned long)s->waiting.due), s->waiting.due), NULL);
	page_entry(page, '0', _("Back"), NULL, NULL);
}

static struct turn practised_on_action(void *state, const struct event *e)
{
	struct practised_state *s = state;
	bool more = more_due(s);

	if (parts_move(&s->current, more ? 2 : 1, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (more && ((e->action == ACTION_OPEN && s->current == 0) || (e->action == ACTION_DIGIT && e->digit == 1)))
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_review };
	if (e->action == ACTION_OPEN || e->action == ACTION_BACK || (e->action == ACTION_DIGIT && e->digit == 0))
		return (struct turn){ .kind = TURN_POP };
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding practised_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_practised = {
	.name = "practised",
	.state_size = sizeof(struct practised_state),
	.bindings = practised_bindings,
	.init = study_screen_init,
	.enter = practised_enter,
	.describe = practised_describe,
	.on_action = practised_on_action,
	.release = study_screen_release,
};
