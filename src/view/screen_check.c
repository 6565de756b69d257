#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/check.h"
#include "core/i18n.h"
#include "view/check_run.h"
#include "view/parts.h"

struct intro_state {
	struct check_hold hold; /* NULL until begun */
	char pack[48], unit[48];
	struct lesson *lesson; /* owned */
	bool begun;            /* a sitting is open: it goes on */
};

static void intro_init(void *state, const void *arg)
{
	struct intro_state *s = state;
	const struct unit_arg *u = arg;

	snprintf(s->pack, sizeof s->pack, "%s", u->pack);
	snprintf(s->unit, sizeof s->unit, "%s", u->unit);
}

static void intro_release(void *state)
{
	struct intro_state *s = state;

	lesson_free(s->lesson);
	check_run_drop(s->hold.run);
}

static bool is_begun(struct app *app, const char *pack, const char *unit)
{
	struct arena a = ARENA_INIT;
	struct err ignored = ERR_INIT;
	struct sitting sitting;
	bool open = sitting_open(app->store, app->person.id, arena_printf(&a, "%s/%s", pack, unit), &a, &sitting, &ignored);

	arena_release(&a);
	return open;
}

static struct turn intro_enter(struct app *app, void *state, struct err *e)
{
	struct intro_state *s = state;

	lesson_free(s->lesson);
	s->lesson = lesson_open(app, s->pack, s->unit, e);
	s->begun = s->lesson != NULL && is_begun(app, s->pack, s->unit);
	return (struct turn){ .kind = TURN_STAY };
}

static void intro_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct intro_state *s = state;
	const struct lesson *l = s->lesson;
	int draw, points, of;

	(void)r;
	if (l == NULL || !l->unit->has_check) {
		page_text(page, STYLE_PLAIN, _("This unit has no check."));
		return;
	}
	draw = l->unit->draw;
	points = l->unit->pass.points;
	of = l->unit->pass.of;
	page->place = parts_unit(page, l->unit_number, l->unit_title);
	page_heading(page, 1, _("Unit check"));
	page_space(page);
	page_item(page, 0, 0, arena_printf(&page->arena, ngettext("%d question, one after the other", "%d questions, one after the other", (unsigned long)draw), draw));
	/* TRANSLATORS: the pass mark: "7 of 10 points are needed to pass". */
	page_item(page, 0, 0, arena_printf(&page->arena, ngettext("%d of %d point is needed to pass", "%d of %d points are needed to pass", (unsigned long)points),
					   points, of));
	page_item(page, 0, 0, _("What was right and what was wrong is counted at the end"));
	page_item(page, 0, 0, _("You can leave and go on later; every answer is kept"));
	page_item(page, 0, 0, _("You can take it again as often as you like"));
	page_space(page);
	page_text(page, STYLE_STRONG, s->begun ? _("You have begun this check. Press Enter to go on.") : _("Press Enter when you are ready."));
}

static struct turn intro_begin(struct app *app, void *state, struct err *e)
{
	struct intro_state *s = state;
	struct check *check = check_open(app, s->pack, s->unit, e);

	if (check == NULL)
		return (struct turn){ .kind = TURN_STAY };
	check_run_drop(s->hold.run);
	s->hold.run = check_run_new(check);
	return check_run_turn(app, &s->hold, e);
}

static struct turn intro_on_action(void *state, const struct event *e)
{
	const struct intro_state *s = state;

	if (e->action == ACTION_OPEN && s->lesson != NULL && s->lesson->unit->has_check)
		return (struct turn){ .kind = TURN_EFFECT, .effect = intro_begin };
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static const struct binding intro_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("begin"), .help = N_("Begin the check, or go on with it") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_check = {
	.name = "check",
	.state_size = sizeof(struct intro_state),
	.bindings = intro_bindings,
	.init = intro_init,
	.enter = intro_enter,
	.describe = intro_describe,
	.on_action = intro_on_action,
	.release = intro_release,
};

