#include "config.h"
#include "view/screens.h"

#include "app/machine.h"
#include "core/i18n.h"
#include "view/fields.h"
#include "view/parts.h"

static const struct fields_row moved_rows[] = {
	{ .kind = FIELDS_LINE, .label = N_("Why"), .note = N_("For example: the old computer was replaced. It stays in the log with your name."), .bytes_max = 300 },
};

struct moved_state {
	struct fields fields;
	bool done;
};

static void moved_init(void *state, const void *arg)
{
	(void)arg;
	fields_init(&((struct moved_state *)state)->fields, moved_rows, 1);
}

static void moved_release(void *state)
{
	fields_release(&((struct moved_state *)state)->fields);
}

static struct turn moved_accept(struct app *app, void *state, struct err *e)
{
	struct moved_state *s = state;

	s->done = machine_accept(app, fields_text(&s->fields, 0), e);
	return (struct turn){ .kind = TURN_STAY };
}

static void moved_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct moved_state *s = state;

	(void)r;
	page->place = _("Administration");
	page_heading(page, 1, _("This store was made on another machine"));
	page_space(page);
	if (s->done) {
		page_message(page, STYLE_GOOD, _("The store goes on here. It is in the log."));
		return;
	}
	page_text(page, STYLE_PLAIN, _("If it has moved here for good, say why, and exams can be opened here. If this is a copy, and the other machine is still in use, go "
		"back: an exam held on both would count for neither."));
	page_space(page);
	fields_describe(&s->fields, page, NULL, NULL);
}

static struct turn moved_on_action(void *state, const struct event *e)
{
	struct moved_state *s = state;

	if (e->action == ACTION_BACK || (s->done && e->action == ACTION_OPEN))
		return (struct turn){ .kind = TURN_POP };
	if (!s->done && fields_action(&s->fields, e) == FIELDS_DONE)
		return (struct turn){ .kind = TURN_EFFECT, .effect = moved_accept };
	return (struct turn){ .kind = TURN_STAY };
}

static bool moved_typing(const void *state)
{
	return !((const struct moved_state *)state)->done;
}

static bool moved_open(const void *state, enum action a)
{
	return a == ACTION_BACK || a == ACTION_OPEN || !((const struct moved_state *)state)->done;
}

static const struct binding moved_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("go on"), .help = N_("The store goes on here, for the reason typed") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is decided") },
	{ .action = ACTION_NONE },
};

const struct screen screen_site_moved = {
	.name = "site-moved",
	.state_size = sizeof(struct moved_state),
	.bindings = moved_bindings,
	.init = moved_init,
	.open = moved_open,
	.typing = moved_typing,
	.describe = moved_describe,
	.on_action = moved_on_action,
	.release = moved_release,
};
