#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/my_words.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"
#include "view/study.h"

static const char *how_well(enum word_strength s)
{
	switch (s) {
	case STRENGTH_NEW:
		/* TRANSLATORS: how well a word is known, beside the word; these four from least to most. */
		return _("new");
	case STRENGTH_WEAK:
		return _("weak");
	case STRENGTH_GOOD:
		return _("good");
	case STRENGTH_STRONG:
		return _("strong");
	}
	return "";
}

/* --- the list --------------------------------------------------------------- */

struct my_words_state {
	struct my_words words;
	int current;
	struct word_arg arg;
};

static struct turn my_words_enter(struct app *app, void *state, struct err *e)
{
	struct my_words_state *s = state;

	my_words_release(&s->words);
	my_words_load(app, &s->words, e);
	if (s->current >= (int)s->words.count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void my_words_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct my_words_state *s = state;
	int count = (int)s->words.count;

	(void)r;
	page->place = _("My words");
	page->rule_right = arena_printf(&page->arena, ngettext("%d word", "%d words", (unsigned long)count), count);
	if (count == 0) {
		page_text(page, STYLE_PLAIN, _("Words come here once you have practised them in a lesson."));
		return;
	}
	page_menu(page, false, s->current);
	for (int i = 0; i < count; i++) {
		const struct my_word *w = &s->words.list[i];
		struct entry *en = page_entry(page, 0, "", parts_plain(&page->arena, w->means), how_well(w->strength));

		en->label = page_raw(page, STYLE_TAUGHT, w->term);
	}
}

static struct turn my_words_on_action(void *state, const struct event *e)
{
	struct my_words_state *s = state;
	int count = (int)s->words.count;

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_PAGE_UP || e->action == ACTION_PAGE_DOWN) {
		for (int i = 0; i < 10; i++)
			parts_move(&s->current, count, e->action == ACTION_PAGE_UP ? ACTION_UP : ACTION_DOWN);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_FIND)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_search };
	if (e->action != ACTION_OPEN || count == 0)
		return (struct turn){ .kind = TURN_STAY };
	s->arg.path = s->words.list[s->current].path;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_word, .arg = &s->arg };
}

static bool my_words_open(const void *state, enum action a)
{
	return a == ACTION_BACK || a == ACTION_FIND || ((const struct my_words_state *)state)->words.count > 0;
}

static void my_words_screen_release(void *state)
{
	my_words_release(&((struct my_words_state *)state)->words);
}

static const struct binding my_words_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("See the word under the pointer, and practise it") },
	{ .action = ACTION_FIND, .label = N_("find"), .help = N_("Search in all your courses") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_my_words = {
	.name = "my-words",
	.state_size = sizeof(struct my_words_state),
	.bindings = my_words_bindings,
	.enter = my_words_enter,
	.open = my_words_open,
	.describe = my_words_describe,
	.on_action = my_words_on_action,
	.release = my_words_screen_release,
};

/* --- one word ---------------------------------------------------------------- */

struct word_state {
	struct study_hold hold; /* while it is practised */
	char path[160];
	struct my_words words;
	const struct my_word *word; /* NULL if it is no longer there */
};

static void word_init(void *state, const void *arg)
{
	struct word_state *s = state;

	snprintf(s->path, sizeof s->path, "%s", ((const struct word_arg *)arg)->path);
}

static struct turn word_enter(struct app *app, void *state, struct err *e)
{
	struct word_state *s = state;

	my_words_release(&s->words);
	s->word = NULL;
	if (my_words_load_one(app, s->path, &s->words, e) && s->words.count > 0)
		s->word = &s->words.list[0];
	return (struct turn){ .kind = TURN_STAY };
}

static void word_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct my_word *w = ((const struct word_state *)state)->word;

	page->place = _("Words");
	if (w == NULL) {
		page_text(page, STYLE_PLAIN, _("This word is no longer in your courses."));
		return;
	}
	parts_raw_block(page, STYLE_TAUGHT, w->plural != NULL ? arena_printf(&page->arena, "%s, %s", w->term, w->plural) : w->term);
	page_text(page, STYLE_STRONG, w->means);
	if (w->example != NULL && w->example_means != NULL) {
		page_space(page);
		parts_raw_block(page, STYLE_TAUGHT, w->example);
		page_text(page, STYLE_PLAIN, w->example_means);
	}
	if (w->note != NULL) {
		page_space(page);
		page_text(page, STYLE_DIM, w->note);
	}
	page_space(page);
	if (!w->met) {
		page_text(page, STYLE_DIM, _("You have not practised it yet."));
	} else if (w->strength == STRENGTH_NEW) {
		page_text(page, STYLE_DIM, _("You have just met it; it comes again today."));
	} else {
		/* TRANSLATORS: %s is "new", "weak", "good" or "strong". */
		page_text(page, STYLE_DIM, arena_printf(&page->arena, _("How well you know it: %s"), how_well(w->strength)));
		/* TRANSLATORS: %s is a date. */
		page_text(page, STYLE_DIM, arena_printf(&page->arena, _("It comes again on %s."), parts_day(page, r, w->due_day, false)));
	}
	page_space(page);
	page_menu(page, false, 0);
	page_entry(page, '1', _("Practise this word"), NULL, NULL);
}

static struct turn word_practise(struct app *app, void *state, struct err *e)
{
	struct word_state *s = state;
	struct practice *p = practice_of_word(app, s->path, e);

	if (p == NULL)
		return (struct turn){ .kind = TURN_STAY };
	study_drop(s->hold.study);
	s->hold.study = study_of_practice_take(p, false);
	return (struct turn){ .kind = TURN_PUSH, .screen = study_turn(s->hold.study).screen, .arg = &s->hold };
}

static struct turn word_on_action(void *state, const struct event *e)
{
	const struct word_state *s = state;

	if (s->word != NULL && (e->action == ACTION_OPEN || (e->action == ACTION_DIGIT && e->digit == 1)))
		return (struct turn){ .kind = TURN_EFFECT, .effect = word_practise };
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static void word_release(void *state)
{
	my_words_release(&((struct word_state *)state)->words);
	study_screen_release(state);
}

static const struct binding word_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("practise"), .help = N_("Practise this word in all ways, from easy to hard") },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_word = {
	.name = "word",
	.state_size = sizeof(struct word_state),
	.bindings = word_bindings,
	.init = word_init,
	.enter = word_enter,
	.describe = word_describe,
	.on_action = word_on_action,
	.release = word_release,
};
