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
	bool listing;           /* the pointer stands in the list; else characters go into the line */
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
	s->listing = s->listing && s->found.count > 0;
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
	struct field f = edit_field(&s->typed, page, !s->listing);
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
	page_menu(page, false, s->listing ? s->current : -1);
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

static struct turn open_word(struct search_state *s)
{
	s->arg.path = s->found.list[s->current].path;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_word, .arg = &s->arg };
}

/* In the line: Enter goes to the list, or opens the one word there is. */
static struct turn typing_on_action(struct search_state *s, const struct event *e)
{
	if (e->action == ACTION_OPEN || e->action == ACTION_DOWN) {
		s->listing = s->found.count > 0;
		s->current = 0;
		return e->action == ACTION_OPEN && s->found.count == 1 ? open_word(s) : (struct turn){ .kind = TURN_STAY };
	}
	edit_action(&s->typed, e);
	look_up(s);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn listing_on_action(struct search_state *s, const struct event *e)
{
	if (e->action == ACTION_OPEN)
		return open_word(s);
	if (e->action == ACTION_FIND || (e->action == ACTION_UP && s->current == 0))
		s->listing = false;
	else if (e->action == ACTION_PAGE_UP || e->action == ACTION_PAGE_DOWN)
		for (int i = 0; i < TURN_LINES; i++)
			parts_move(&s->current, (int)s->found.count, e->action == ACTION_PAGE_UP ? ACTION_UP : ACTION_DOWN);
	else
		parts_move(&s->current, (int)s->found.count, e->action);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn search_on_action(void *state, const struct event *e)
{
	struct search_state *s = state;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_PRACTISE)
		return s->found.count > 0 ? (struct turn){ .kind = TURN_EFFECT, .effect = search_practise_found } : (struct turn){ .kind = TURN_STAY };
	return s->listing ? listing_on_action(s, e) : typing_on_action(s, e);
}

static bool search_open_now(const void *state, enum action a)
{
	const struct search_state *s = state;

	if (a == ACTION_FIND || a == ACTION_UP || a == ACTION_PAGE_UP || a == ACTION_PAGE_DOWN || a == ACTION_FIRST || a == ACTION_LAST)
		return s->listing;
	return a == ACTION_BACK || s->found.count > 0;
}

/* In the line Enter goes to the list. */
static const char *search_label(const void *state, enum action a)
{
	const struct search_state *s = state;

	return a == ACTION_OPEN && !s->listing && s->found.count > 1 ? _("choose") : NULL;
}

static bool search_typing(const void *state)
{
	return !((const struct search_state *)state)->listing;
}

static const struct binding search_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("See the word under the pointer, and practise it") },
	{ .action = ACTION_PRACTISE, .label = N_("practise"), .help = N_("Practise the words that are listed") },
	{ .action = ACTION_FIND, .label = N_("find"), .help = N_("Back to the line, to type something else") },
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
	.label = search_label,
	.typing = search_typing,
	.describe = search_describe,
	.on_action = search_on_action,
	.release = search_release,
};
