/* The day before, at the supervisor's screen: what was found, and what to do. */
#include "config.h"
#include "view/screens.h"

#include "app/rehearsal.h"
#include "core/i18n.h"
#include "view/parts.h"

struct rehearse_state {
	struct exam_seat_arg arg;
	struct arena arena;
	struct rehearsal found;
	bool tried;
};

static void rehearse_init(void *state, const void *arg)
{
	((struct rehearse_state *)state)->arg = *(const struct exam_seat_arg *)arg;
}

static void rehearse_release(void *state)
{
	arena_release(&((struct rehearse_state *)state)->arena);
}

static struct turn rehearse_enter(struct app *app, void *state, struct err *e)
{
	struct rehearse_state *s = state;
	struct rehearsal_means means = { .key_file = NULL };

	arena_release(&s->arena);
	s->tried = rehearse(app, s->arg.session, &means, &s->arena, &s->found, e);
	return (struct turn){ .kind = TURN_STAY };
}

static void rehearse_describe(const void *state, const struct reader *r, struct page *page)
{
	static const enum style styles[] = { [REHEARSAL_GOOD] = STYLE_GOOD, [REHEARSAL_BAD] = STYLE_BAD, [REHEARSAL_NOTE] = STYLE_NOTE };
	const struct rehearse_state *s = state;

	(void)r;
	page->place = _("Rehearsal");
	if (!s->tried)
		return;
	page_heading(page, 1, s->found.good ? _("Everything that the exam needs is there.") : _("Not everything that the exam needs is there."));
	page_space(page);
	/* what must be done comes first */
	for (int pass = 0; pass < 3; pass++) {
		static const enum rehearsal_mark order[] = { REHEARSAL_BAD, REHEARSAL_NOTE, REHEARSAL_GOOD };

		for (size_t i = 0; i < s->found.count; i++) {
			const struct rehearsal_finding *f = &s->found.list[i];

			if (f->mark != order[pass])
				continue;
			page_message(page, styles[f->mark], f->said);
			if (f->cure[0] != '\0')
				page_text(page, STYLE_DIM, arena_printf(&page->arena, "→ %s", f->cure));
		}
	}
}

static struct turn rehearse_on_action(void *state, const struct event *e)
{
	(void)state;
	if (e->action == ACTION_OPEN)
		return (struct turn){ .kind = TURN_EFFECT, .effect = rehearse_enter };
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static const struct binding rehearse_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("try again"), .help = N_("Try everything again") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_rehearse = {
	.name = "exam-rehearse",
	.state_size = sizeof(struct rehearse_state),
	.bindings = rehearse_bindings,
	.init = rehearse_init,
	.enter = rehearse_enter,
	.describe = rehearse_describe,
	.on_action = rehearse_on_action,
	.release = rehearse_release,
};
