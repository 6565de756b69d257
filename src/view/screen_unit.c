#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/lesson.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"

enum { CHOICE_LESSON, CHOICE_CHECK, CHOICE_AGAIN, CHOICE_MAX };

struct unit_state {
	char pack[48], unit[48];
	struct home home;
	const struct home_unit *now; /* in home, or NULL */
	struct lesson *lesson;       /* owned */
	int current;
	struct unit_arg arg;
};

static void unit_init(void *state, const void *arg)
{
	struct unit_state *s = state;
	const struct unit_arg *u = arg;

	snprintf(s->pack, sizeof s->pack, "%s", u->pack);
	snprintf(s->unit, sizeof s->unit, "%s", u->unit);
}

static void unit_release(void *state)
{
	struct unit_state *s = state;

	s->now = NULL;
	home_release(&s->home);
	lesson_free(s->lesson);
	s->lesson = NULL;
}

static struct turn unit_enter(struct app *app, void *state, struct err *e)
{
	struct unit_state *s = state;

	unit_release(s);
	if (!home_load(app, &s->home, e))
		return (struct turn){ .kind = TURN_STAY };
	for (size_t i = 0; i < s->home.unit_count; i++)
		if (str_eq(s->home.units[i].pack, s->pack) && str_eq(s->home.units[i].unit, s->unit))
			s->now = &s->home.units[i];
	s->lesson = lesson_open(app, s->pack, s->unit, e);
	return (struct turn){ .kind = TURN_STAY };
}

/* What can be done with the unit now. */
static size_t choices(const struct unit_state *s, int out[CHOICE_MAX])
{
	size_t n = 0;
	bool done;

	if (s->now == NULL || s->lesson == NULL)
		return 0;
	done = s->now->done >= s->now->steps;
	if (!done)
		out[n++] = CHOICE_LESSON;
	if (s->now->has_check)
		out[n++] = CHOICE_CHECK;
	if (done)
		out[n++] = CHOICE_AGAIN;
	return n;
}

static void describe_choice(const struct unit_state *s, int choice, char digit, struct page *page)
{
	const struct home_unit *u = s->now;
	int draw = s->lesson->unit->draw;

	if (choice == CHOICE_LESSON)
		page_entry(page, digit, u->last_seq != 0 ? _("Continue") : _("Begin"), u->last_seq != 0 ? parts_place(page, u) : NULL, NULL);
	else if (choice == CHOICE_AGAIN)
		page_entry(page, digit, _("From the start"), NULL, NULL);
	else
		page_entry(page, digit, u->in_check ? _("Go on with the check") : u->best_maximum > 0 ? _("Unit check again") : _("Unit check"),
			   arena_printf(&page->arena, ngettext("%d question", "%d questions", (unsigned long)draw), draw), NULL);
}

static void describe_result(const struct home_unit *u, struct page *page)
{
	if (u->best_maximum == 0)
		return;
	page_space(page);
	page_message(page, u->passed ? STYLE_GOOD : STYLE_NOTE,
		     arena_printf(&page->arena, u->passed ? _("Unit check passed with %d of %d points.") : _("Best result of the unit check so far: %d of %d points."),
				  u->best_mark, u->best_maximum));
}

static void unit_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct unit_state *s = state;
	const struct lesson *l = s->lesson;
	int list[CHOICE_MAX];
	size_t n = choices(s, list);

	(void)r;
	if (n == 0) {
		page_text(page, STYLE_PLAIN, _("This unit cannot be opened now."));
		return;
	}
	page->place = arena_strdup(&page->arena, l->pack_title);
	page_heading(page, 1, parts_unit(page, l->unit_number, l->unit_title));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("After this unit you can"));
	for (size_t i = 0; i < l->unit->can_do_count; i++)
		page_item(page, 0, 0, words_get(&l->words, &page->arena, l->unit->id, NULL, "can-do", l->unit->can_do[i]));
	page_space(page);
	page_gauge(page, _("Pages"), s->now->done, s->now->steps,
		   arena_printf(&page->arena, ngettext("%d min", "%d min", (unsigned long)s->now->minutes), s->now->minutes));
	describe_result(s->now, page);
	if (s->now->skipped)
		page_text(page, STYLE_DIM, _("The placement test found that you know this. Open it whenever you like."));
	page_space(page);
	page_menu(page, false, s->current < (int)n ? s->current : 0);
	for (size_t i = 0; i < n; i++)
		describe_choice(s, list[i], (char)('1' + i), page);
}

static struct turn unit_on_action(void *state, const struct event *e)
{
	struct unit_state *s = state;
	int list[CHOICE_MAX];
	int n = (int)choices(s, list), choice;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (parts_move(&s->current, n, e->action))
		return (struct turn){ .kind = TURN_STAY };
	choice = e->action == ACTION_DIGIT ? e->digit - 1 : s->current < n ? s->current : 0;
	if (choice < 0 || choice >= n)
		return (struct turn){ .kind = TURN_STAY };
	s->arg = (struct unit_arg){ .pack = s->pack, .unit = s->unit, .again = list[choice] == CHOICE_AGAIN };
	return (struct turn){ .kind = TURN_PUSH, .screen = list[choice] == CHOICE_CHECK ? &screen_check : &screen_lesson, .arg = &s->arg };
}

static const struct binding unit_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_unit = {
	.name = "unit",
	.state_size = sizeof(struct unit_state),
	.bindings = unit_bindings,
	.init = unit_init,
	.enter = unit_enter,
	.describe = unit_describe,
	.on_action = unit_on_action,
	.release = unit_release,
};
