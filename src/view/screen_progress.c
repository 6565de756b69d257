#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"

struct progress_state {
	struct home home;
	struct weeks weeks;
	struct certificate_arg certificate;
};

static struct turn progress_enter(struct app *app, void *state, struct err *e)
{
	struct progress_state *s = state;

	home_release(&s->home);
	if (home_load(app, &s->home, e))
		weeks_load(app, &s->weeks, e);
	return (struct turn){ .kind = TURN_STAY };
}

static void progress_release(void *state)
{
	home_release(&((struct progress_state *)state)->home);
}

static const char *points(struct page *page, int mark, int maximum)
{
	return maximum > 0 ? arena_printf(&page->arena, _("%d of %d points"), mark, maximum) : _("not yet");
}

static void describe_programme(const struct home_programme *p, struct page *page)
{
	page_space(page);
	page_heading(page, 2, p->title);
	page_table(page, 2, false);
	for (size_t i = 0; i < p->count; i++) {
		const struct home_requirement *q = &p->requirements[i];

		parts_cell(page, STYLE_PLAIN, arena_printf(&page->arena, "%s %s", q->fulfilled ? "✓" : "○", q->title));
		parts_cell_raw(page, q->fulfilled ? STYLE_GOOD : STYLE_DIM, points(page, q->mark, q->maximum));
	}
	if (p->serial[0] == '\0')
		return;
	page_menu(page, false, -1);
	page_entry(page, '9', _("Certificate"), p->serial, NULL);
}

static void describe_unit(const struct home_unit *u, struct page *page)
{
	const char *check = NULL;

	if (u->has_check)
		/* TRANSLATORS: beside the pages done of a unit: its check and the best result. */
		check = arena_printf(&page->arena, u->passed ? _("check ✓ %s") : _("check: %s"), points(page, u->best_mark, u->best_maximum));
	page_gauge(page, parts_unit(page, u->number, u->title), u->done, u->steps, check);
}

/* What was done, week by week; a week without work is no reproach, it is not there. */
static void describe_weeks(const struct weeks *w, const struct reader *r, struct page *page)
{
	if (w->count == 0)
		return;
	page_space(page);
	page_heading(page, 2, _("Your weeks"));
	page_table(page, 3, false);
	for (size_t i = 0; i < w->count; i++) {
		const struct week *k = &w->list[i];

		/* TRANSLATORS: %s is the date of a Monday. */
		parts_cell_raw(page, STYLE_PLAIN, arena_printf(&page->arena, _("from %s"), parts_day(page, r, k->monday, false)));
		parts_cell_raw(page, STYLE_PLAIN, arena_printf(&page->arena, ngettext("%d min", "%d min", (unsigned long)k->minutes), k->minutes));
		parts_cell_raw(page, STYLE_PLAIN, k->words > 0 ? arena_printf(&page->arena, ngettext("%d word learnt", "%d words learnt", (unsigned long)k->words), k->words) : "");
	}
}

static void progress_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct progress_state *s = state;

	page->place = _("Progress");
	for (size_t i = 0; i < s->home.programme_count; i++)
		describe_programme(&s->home.programmes[i], page);
	for (size_t i = 0; i < s->home.pack_count; i++) {
		const struct home_pack *p = &s->home.packs[i];

		page_space(page);
		page_heading(page, 2, p->title);
		for (size_t k = p->first; k < p->first + p->count; k++)
			describe_unit(&s->home.units[k], page);
	}
	describe_weeks(&s->weeks, r, page);
	if (s->home.pack_count == 0)
		page_text(page, STYLE_PLAIN, _("No course is installed yet. Tell your instructor."));
}

static struct turn progress_on_action(void *state, const struct event *e)
{
	struct progress_state *s = state;

	for (size_t i = 0; e->action == ACTION_DIGIT && e->digit == 9 && i < s->home.programme_count; i++)
		if (s->home.programmes[i].serial[0] != '\0') {
			s->certificate.serial = s->home.programmes[i].serial;
			return (struct turn){ .kind = TURN_PUSH, .screen = &screen_certificate, .arg = &s->certificate };
		}
	return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN ? TURN_POP : TURN_STAY };
}

static bool progress_open(const void *state, enum action a)
{
	const struct home *h = &((const struct progress_state *)state)->home;

	for (size_t i = 0; a == ACTION_DIGIT && i < h->programme_count; i++)
		if (h->programmes[i].serial[0] != '\0')
			return true;
	return a != ACTION_DIGIT;
}

static const struct binding progress_bindings[] = {
	{ .action = ACTION_OPEN },
	{ .action = ACTION_DIGIT, .label = N_("open"), .help = N_("Open by its digit") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_progress = {
	.name = "progress",
	.state_size = sizeof(struct progress_state),
	.bindings = progress_bindings,
	.enter = progress_enter,
	.open = progress_open,
	.describe = progress_describe,
	.on_action = progress_on_action,
	.release = progress_release,
};
