#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"

/* What the pointer runs through: units, and before those of a course its placement test, where it may be taken. */
struct row {
	bool placement;
	size_t pack, unit; /* of home */
};

struct units_state {
	struct home home;
	struct arena arena;
	struct row *rows;
	size_t count;
	int current;
	struct unit_arg unit;
	struct placement_arg placement;
};

/* A course that is done needs none. */
static bool may_place(const struct home_pack *p)
{
	return p->placing != PLACING_NOT && p->finished < (int)p->count;
}

static void gather_rows(struct units_state *s)
{
	const struct home *h = &s->home;

	arena_release(&s->arena);
	s->count = 0;
	s->rows = arena_array(&s->arena, h->unit_count + h->pack_count + 1, sizeof *s->rows);
	for (size_t i = 0; i < h->pack_count; i++) {
		if (may_place(&h->packs[i]))
			s->rows[s->count++] = (struct row){ true, i, 0 };
		for (size_t k = h->packs[i].first; k < h->packs[i].first + h->packs[i].count; k++)
			s->rows[s->count++] = (struct row){ false, i, k };
	}
}

static struct turn units_enter(struct app *app, void *state, struct err *e)
{
	struct units_state *s = state;

	home_release(&s->home);
	home_load(app, &s->home, e);
	gather_rows(s);
	if (s->current >= (int)s->count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void units_release(void *state)
{
	home_release(&((struct units_state *)state)->home);
	arena_release(&((struct units_state *)state)->arena);
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
	if (u->skipped)
		return _("known already");
	return u->minutes > 0 ? arena_printf(&page->arena, ngettext("%d min", "%d min", (unsigned long)u->minutes), u->minutes) : NULL;
}

/* Title and menu of the course that row `first` is the first of. */
static void begin_pack(const struct units_state *s, size_t first, struct page *page)
{
	size_t last = first;

	while (last < s->count && s->rows[last].pack == s->rows[first].pack)
		last++;
	page_space(page);
	page_heading(page, 2, s->home.packs[s->rows[first].pack].title);
	page_menu(page, false, s->current >= (int)first && s->current < (int)last ? s->current - (int)first : -1);
}

static void units_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct units_state *s = state;

	(void)r;
	page->place = _("All units");
	if (s->home.unit_count == 0)
		page_text(page, STYLE_PLAIN, _("No course is installed yet. Tell your instructor."));
	for (size_t i = 0; i < s->count; i++) {
		const struct row *row = &s->rows[i];
		const struct home_unit *u = &s->home.units[row->unit];

		if (i == 0 || row->pack != s->rows[i - 1].pack)
			begin_pack(s, i, page);
		if (row->placement)
			page_entry(page, 0, _("Placement test"), NULL, s->home.packs[row->pack].placing == PLACING_OPEN ? _("begun") : NULL);
		else
			page_entry(page, row->unit < 9 ? (char)('1' + row->unit) : 0, parts_unit(page, u->number, u->title), NULL, how_far(page, u));
	}
}

static struct turn units_on_action(void *state, const struct event *e)
{
	struct units_state *s = state;
	const struct row *row;

	if (parts_move(&s->current, (int)s->count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	for (size_t i = 0; e->action == ACTION_DIGIT && i < s->count; i++)
		if (!s->rows[i].placement && (int)s->rows[i].unit == e->digit - 1)
			s->current = (int)i;
	if (s->current >= (int)s->count || (e->action == ACTION_DIGIT && (e->digit == 0 || e->digit > (int)s->home.unit_count)))
		return (struct turn){ .kind = TURN_STAY };
	row = &s->rows[s->current];
	if (row->placement) {
		s->placement.pack = s->home.packs[row->pack].pack;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_placement, .arg = &s->placement };
	}
	s->unit = (struct unit_arg){ .pack = s->home.units[row->unit].pack, .unit = s->home.units[row->unit].unit };
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
