#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"

struct units_state {
	struct home home;
	int current;
	struct unit_arg unit;
};

static struct turn units_enter(struct app *app, void *state, struct err *e)
{
	struct units_state *s = state;

	home_release(&s->home);
	home_load(app, &s->home, e);
	if (s->current >= (int)s->home.unit_count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void units_release(void *state)
{
	home_release(&((struct units_state *)state)->home);
}

/* How far a unit is, in a few words. */
static const char *how_far(struct page *page, const struct home_unit *u)
{
	if (u->passed)
		return arena_printf(&page->arena, _("✓ passed, %d of %d"), u->best_mark, u->best_maximum);
	if (u->in_check)
		return _("check begun");
	if (u->steps > 0 && u->done >= u->steps)
		return u->has_check ? _("check to take") : _("✓ done");
	if (u->last_seq != 0)
		return parts_place(page, u);
	return u->minutes > 0 ? arena_printf(&page->arena, ngettext("%d min", "%d min", (unsigned long)u->minutes), u->minutes) : NULL;
}

static void units_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct units_state *s = state;

	(void)r;
	page->place = _("All units");
	if (s->home.unit_count == 0)
		page_text(page, STYLE_PLAIN, _("No course is installed yet. Tell your instructor."));
	for (size_t i = 0; i < s->home.pack_count; i++) {
		const struct home_pack *p = &s->home.packs[i];
		int at = s->current - (int)p->first;

		page_space(page);
		page_heading(page, 2, p->title);
		page_menu(page, false, at >= 0 && at < (int)p->count ? at : -1);
		for (size_t k = p->first; k < p->first + p->count; k++) {
			const struct home_unit *u = &s->home.units[k];

			page_entry(page, k < 9 ? (char)('1' + k) : 0, parts_unit(page, u->number, u->title), NULL, how_far(page, u));
		}
	}
}

static struct turn units_on_action(void *state, const struct event *e)
{
	struct units_state *s = state;
	int choice = s->current;

	if (parts_move(&s->current, (int)s->home.unit_count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_DIGIT)
		choice = e->digit - 1;
	if (choice < 0 || choice >= (int)s->home.unit_count)
		return (struct turn){ .kind = TURN_STAY };
	s->current = choice;
	s->unit = (struct unit_arg){ .pack = s->home.units[choice].pack, .unit = s->home.units[choice].unit };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_unit, .arg = &s->unit };
}

static const struct binding units_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_units = {
	.name = "units",
	.state_size = sizeof(struct units_state),
	.bindings = units_bindings,
	.enter = units_enter,
	.describe = units_describe,
	.on_action = units_on_action,
	.release = units_release,
};
