#include "config.h"
#include "view/screens.h"

#include "app/pack_list.h"
#include "core/i18n.h"
#include "view/parts.h"

struct packs_state {
	struct arena arena;
	struct pack_listing *list;
	size_t count;
};

static void packs_release(void *state)
{
	arena_release(&((struct packs_state *)state)->arena);
}

static struct turn packs_enter(struct app *app, void *state, struct err *e)
{
	struct packs_state *s = state;

	arena_release(&s->arena);
	pack_list_load(app, &s->arena, &s->list, &s->count, e);
	return (struct turn){ .kind = TURN_STAY };
}

static void packs_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct packs_state *s = state;

	page->place = _("Courses");
	page_heading(page, 1, _("Installed packs"));
	page_space(page);
	if (s->count == 0) {
		page_text(page, STYLE_PLAIN, _("None yet. On the command line: `safar pack install FILE`"));
		return;
	}
	page_table(page, 4, true);
	page_cell(page, _("Pack"));
	page_cell(page, _("Version"));
	page_cell(page, _("Title"));
	page_cell(page, _("Installed"));
	for (size_t i = 0; i < s->count; i++) {
		const struct pack_listing *p = &s->list[i];

		parts_cell_raw(page, STYLE_STRONG, p->pack);
		parts_cell_raw(page, STYLE_PLAIN, p->version);
		parts_cell(page, STYLE_PLAIN, p->title);
		parts_cell_raw(page, STYLE_DIM, parts_day(page, r, (p->installed_at + r->offset_min * 60000LL) / 86400000, false));
	}
}

static struct turn packs_on_action(void *state, const struct event *e)
{
	(void)state;
	return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN ? TURN_POP : TURN_STAY };
}

static const struct binding packs_bindings[] = {
	{ .action = ACTION_OPEN },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_packs = {
	.name = "packs",
	.state_size = sizeof(struct packs_state),
	.bindings = packs_bindings,
	.enter = packs_enter,
	.describe = packs_describe,
	.on_action = packs_on_action,
	.release = packs_release,
};
