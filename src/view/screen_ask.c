#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"

const struct ask ask_discard = {
	.question = N_("Leave without saving?"),
	.detail = N_("What you typed here is lost then."),
	.yes = N_("Yes, leave"),
	.no = N_("No, go on"),
	.careful = true,
};

struct ask_state {
	struct ask ask;
	int current;
};

static void ask_init(void *state, const void *arg)
{
	struct ask_state *s = state;

	s->ask = *(const struct ask *)arg;
	s->current = s->ask.careful ? 1 : 0;
}

static void ask_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct ask_state *s = state;

	(void)r;
	page_heading(page, 1, _(s->ask.question));
	if (s->ask.detail != NULL) {
		page_space(page);
		page_text(page, STYLE_PLAIN, _(s->ask.detail));
	}
	page_space(page);
	page_menu(page, false, s->current);
	page_entry(page, '1', _(s->ask.yes), NULL, NULL);
	page_entry(page, '2', _(s->ask.no), NULL, NULL);
}

static struct turn ask_answer(struct ask_state *s, bool yes)
{
	if (!yes)
		return (struct turn){ .kind = TURN_POP };
	if (s->ask.agreed == NULL)
		return (struct turn){ .kind = s->ask.turn };
	*s->ask.agreed = true;
	return (struct turn){ .kind = TURN_POP };
}

static struct turn ask_on_action(void *state, const struct event *e)
{
	struct ask_state *s = state;

	if (parts_move(&s->current, 2, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_OPEN)
		return ask_answer(s, s->current == 0);
	if (e->action == ACTION_YES || (e->action == ACTION_DIGIT && e->digit == 1))
		return ask_answer(s, true);
	if (e->action == ACTION_NO || e->action == ACTION_BACK || (e->action == ACTION_DIGIT && e->digit == 2))
		return ask_answer(s, false);
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding ask_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("take"), .help = N_("Take what the pointer stands on") },
	{ .action = ACTION_YES },
	{ .action = ACTION_NO },
	{ .action = ACTION_BACK, .label = N_("no"), .help = N_("No: back, nothing is changed") },
	{ .action = ACTION_NONE },
};

const struct screen screen_ask = {
	.name = "ask",
	.state_size = sizeof(struct ask_state),
	.bindings = ask_bindings,
	.init = ask_init,
	.describe = ask_describe,
	.on_action = ask_on_action,
};
