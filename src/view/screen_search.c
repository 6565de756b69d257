#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/search.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/edit.h"
#include "view/parts.h"
#include "view/study.h"

enum { TYPED_BYTES_MAX = 120, TURN_LINES = 10 };

struct search_state {
	struct study_hold hold; /* while what was found is practised */
	struct edit typed;
	struct search *search;
	struct found found;
	char language[16];      /* of `search` */
	int current;
	struct word_arg arg;
};

static void search_init(void *state, const void *arg)
{
	(void)arg;
	edit_init(&((struct search_state *)state)->typed, TYPED_BYTES_MAX);
}

static void forget(struct search_state *s)
{
	found_release(&s->found);
	search_free(s->search);
	s->search = NULL;
}

static void search_release(void *state)
{
	struct search_state *s = state;

	forget(s);
	edit_release(&s->typed);
	study_screen_release(state);
}

static void look_up(struct search_state *s)
{
	found_release(&s->found);
	if (s->search != NULL)
		search_find(s->search, edit_text(&s->typed), &s->found);
	if (s->current >= (int)s->found.count)
		s->current = 0;
}

/* Words are read once, and anew in another language. */
static struct turn search_enter(struct app *app, void *state, struct err *e)
{
	struct search_state *s = state;

	if (s->search == NULL || !str_eq(s->language, app->language)) {
		forget(s);
		s->search = search_open(app, e);
		snprintf(s->language, sizeof s->language, "%s", app->language);
	}
	look_up(s);
	return (struct turn){ .kind = TURN_STAY };
}

static void search_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct search_state *s = state;
	struct field f = edit_field(&s->typed, page, true);
	int total = (int)s->found.total;

	(void)r;
	page->place = _("Search");
	page_field(page, _("Find"), &f);
	page_space(page);
	if (s->typed.len == 0) {
		page_text(page, STYLE_DIM, _("Type the beginning of a word, or of what it means, in any script; accents do not matter."));
		return;
	}
	page->rule_right = arena_printf(&page->arena, ngettext("%d word", "%d words", (unsigned long)total), total);
	if (total == 0) {
		page_text(page, STYLE_PLAIN, _("Nothing fits in your courses. Try fewer letters."));
		return;
	}
	page_menu(page, false, s->current);
	for (size_t i = 0; i < s->found.count; i++) {
		const struct found_word *w = &s->found.list[i];
		struct entry *en = page_entry(page, 0, "", parts_plain(&page->arena, w->means), parts_plain(&page->arena, w->unit));

		en->label = page_raw(page, STYLE_TAUGHT, w->term);
	}
	if (s->found.total > s->found.count)
		page_text(page, STYLE_DIM, _("There are more; type further letters."));
}

static struct turn search_practise_found(struct app *app, void *state, struct err *e)
{
	struct search_state *s = state;
	struct practice *p = search_practise(app, &s->found, e);

	if (p == NULL)
		return (struct turn){ .kind = TURN_STAY };
	study_drop(s->hold.study);
	s->hold.study = study_of_practice_take(p, false);
	return (struct turn){ .kind = TURN_PUSH, .screen = study_turn(s->hold.study).screen, .arg = &s->hold };
}

/* The pointer runs through the list; what else there is goes into the line. */
static bool move(struct search_state *s, enum action a)
{
	int steps = a == ACTION_PAGE_UP || a == ACTION_PAGE_DOWN ? TURN_LINES : 1;

	if (a != ACTION_UP && a != ACTION_DOWN && a != ACTION_PAGE_UP && a != ACTION_PAGE_DOWN)
		return false;
	for (int i = 0; i < steps; i++)
		parts_move(&s->current, (int)s->found.count, a == ACTION_UP || a == ACTION_PAGE_UP ? ACTION_UP : ACTION_DOWN);
	return true;
}

static struct turn search_on_action(void *state, const struct event *e)
{
	struct search_state *s = state;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_PRACTISE)
		return s->found.count > 0 ? (struct turn){ .kind = TURN_EFFECT, .effect = search_practise_found } : (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_OPEN) {
		if (s->found.count == 0)
			return (struct turn){ .kind = TURN_STAY };
		s->arg.path = s->found.list[s->current].path;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_word, .arg = &s->arg };
	}
	if (move(s, e->action))
		return (struct turn){ .kind = TURN_STAY };
	s->current = 0;
	edit_action(&s->typed, e);
	look_up(s);
	return (struct turn){ .kind = TURN_STAY };
}

static bool search_open_now(const void *state, enum action a)
{
	const struct search_state *s = state;

	return s->found.count > 0 || (a != ACTION_OPEN && a != ACTION_PRACTISE && a != ACTION_UP && a != ACTION_PAGE_UP);
}

static bool search_typing(const void *state)
{
	(void)state;
	return true;
}

static const struct binding search_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer; what you type goes on in the line above") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("See the word under the pointer, and practise it") },
	{ .action = ACTION_PRACTISE, .label = N_("practise"), .help = N_("Practise the words that are listed") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_search = {
	.name = "search",
	.state_size = sizeof(struct search_state),
	.bindings = search_bindings,
	.init = search_init,
	.enter = search_enter,
	.open = search_open_now,
	.typing = search_typing,
	.describe = search_describe,
	.on_action = search_on_action,
	.release = search_release,
};
