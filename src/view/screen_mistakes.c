/* What a learner confuses: the list by kind, and one mistake with a way to practise it. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/mistakes.h"
#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"
#include "view/study.h"

static const char *kind_name(enum mistake_kind k)
{
	switch (k) {
	case MISTAKE_ARTICLE:
		/* TRANSLATORS: headings over a learner's mistakes; the article is the little word before a name of a thing. */
		return _("The article");
	case MISTAKE_FORM:
		return _("Endings and forms");
	case MISTAKE_OTHER_WORD:
		return _("Words taken for others");
	case MISTAKE_ORDER:
		return _("The order of words");
	case MISTAKE_WORDS:
		return _("Words missing or too many");
	case MISTAKE_SPELLING:
		return _("Spelling");
	case MISTAKE_ACCENT:
		return _("Accents");
	case MISTAKE_MEANING:
		return _("What words mean");
	case MISTAKE_EXERCISE:
	case MISTAKE_KINDS:
		break;
	}
	return _("Exercises");
}

static const char *times(struct page *page, int n)
{
	return arena_printf(&page->arena, ngettext("%d time", "%d times", (unsigned long)n), n);
}

static const char *right_words(struct arena *a, const struct mistake *m)
{
	return m->word ? m->right : parts_plain(a, m->right);
}

/* --- the list --------------------------------------------------------------- */

struct mistake_arg {
	const char *path, *drill, *given;
};
struct mistakes_state {
	struct mistakes mistakes;
	int current;
	struct mistake_arg arg;
};

static struct turn mistakes_enter(struct app *app, void *state, struct err *e)
{
	struct mistakes_state *s = state;

	mistakes_release(&s->mistakes);
	mistakes_load(app, &s->mistakes, e);
	if (s->current >= (int)s->mistakes.count)
		s->current = s->mistakes.count > 0 ? (int)s->mistakes.count - 1 : 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void list_mistake(const struct mistake *m, struct page *page)
{
	struct arena *a = &page->arena;
	const char *right = right_words(a, m);
	struct entry *en = page_entry(page, 0, "", NULL, times(page, m->count));

	if (m->given[0] != '\0')
		right = arena_printf(a, "%s → %s", m->word ? m->given : parts_plain(a, m->given), right);
	en->label = page_raw(page, STYLE_TAUGHT, right);
}

static void mistakes_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct mistakes_state *s = state;
	int count = (int)s->mistakes.count;

	(void)r;
	page->place = _("My mistakes");
	if (count == 0) {
		page_text(page, STYLE_PLAIN, _("Nothing here: what you confuse is listed until you know it."));
		return;
	}
	page->rule_right = arena_printf(&page->arena, ngettext("%d mistake", "%d mistakes", (unsigned long)count), count);
	for (int i = 0; i < count; i++) {
		const struct mistake *m = &s->mistakes.list[i];

		if (i == 0 || m->kind != m[-1].kind) {
			int n = 0;

			while (i + n < count && m[n].kind == m->kind)
				n++;
			page_space(page);
			page_heading(page, 2, kind_name(m->kind));
			page_menu(page, false, s->current >= i && s->current < i + n ? s->current - i : -1);
		}
		list_mistake(m, page);
	}
}

static struct turn mistakes_on_action(void *state, const struct event *e)
{
	struct mistakes_state *s = state;
	int count = (int)s->mistakes.count;

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_PAGE_UP || e->action == ACTION_PAGE_DOWN) {
		for (int i = 0; i < 10; i++)
			parts_move(&s->current, count, e->action == ACTION_PAGE_UP ? ACTION_UP : ACTION_DOWN);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (e->action == ACTION_BACK || count == 0)
		return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
	const struct mistake *m = &s->mistakes.list[s->current];

	s->arg = (struct mistake_arg){ .path = m->path, .drill = m->drill, .given = m->given };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_mistake, .arg = &s->arg };
}

static bool mistakes_open(const void *state, enum action a)
{
	return a == ACTION_BACK || ((const struct mistakes_state *)state)->mistakes.count > 0;
}

static void mistakes_screen_release(void *state)
{
	mistakes_release(&((struct mistakes_state *)state)->mistakes);
}

static const struct binding mistakes_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("See the mistake under the pointer, and practise") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_mistakes = {
	.name = "mistakes",
	.state_size = sizeof(struct mistakes_state),
	.bindings = mistakes_bindings,
	.enter = mistakes_enter,
	.open = mistakes_open,
	.describe = mistakes_describe,
	.on_action = mistakes_on_action,
	.release = mistakes_screen_release,
};

/* --- one mistake -------------------------------------------------------------- */

struct mistake_state {
	struct study_hold hold; /* while it is practised */
	char path[160], drill[16];
	char *given;		/* owned */
	struct mistakes mistakes;
	const struct mistake *mistake; /* NULL: put right meanwhile */
};

static void mistake_init(void *state, const void *arg)
{
	struct mistake_state *s = state;
	const struct mistake_arg *from = arg;

	snprintf(s->path, sizeof s->path, "%s", from->path);
	snprintf(s->drill, sizeof s->drill, "%s", from->drill);
	s->given = xstrdup(from->given);
}

static struct turn mistake_enter(struct app *app, void *state, struct err *e)
{
	struct mistake_state *s = state;
	const struct mistake *other = NULL;

	mistakes_release(&s->mistakes);
	s->mistake = NULL;
	mistakes_load(app, &s->mistakes, e);
	for (size_t i = 0; i < s->mistakes.count; i++) {
		const struct mistake *m = &s->mistakes.list[i];

		if (!str_eq(m->path, s->path) || !str_eq(m->drill, s->drill))
			continue;
		other = m; /* the words may be others in another language */
		if (str_eq(m->given, s->given))
			s->mistake = m;
	}
	if (s->mistake == NULL)
		s->mistake = other;
	return (struct turn){ .kind = TURN_STAY };
}

static void mistake_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct mistake *m = ((const struct mistake_state *)state)->mistake;
	struct arena *a = &page->arena;

	page->place = _("My mistakes");
	if (m == NULL) {
		page_message(page, STYLE_GOOD, _("You know this now."));
		return;
	}
	page->rule_right = kind_name(m->kind);
	if (m->asked[0] != '\0')
		page_text(page, STYLE_PLAIN, m->asked);
	page_space(page);
	if (m->given[0] != '\0')
		page_message(page, STYLE_BAD, m->word ? m->given : parts_plain(a, m->given));
	page_message(page, STYLE_GOOD, right_words(a, m));
	page_space(page);
	/* TRANSLATORS: "3 times, the last on 26.11.2026": how often a mistake was made. */
	page_text(page, STYLE_DIM, arena_printf(a, _("%s, the last on %s"), times(page, m->count), parts_day(page, r, m->last_day, false)));
	page_text(page, STYLE_DIM, _("It leaves this list when it is right on another day."));
	page_space(page);
	page_menu(page, false, 0);
	page_entry(page, '1', m->word ? _("Practise this word") : _("Do the exercise again"), NULL, NULL);
}

/* The lesson at that exercise; NULL with the fault. */
static struct study *reopen(struct app *app, const char *path, struct err *e)
{
	char pack[160];
	char *unit, *id = NULL;
	struct study *study;

	snprintf(pack, sizeof pack, "%s", path);
	unit = strchr(pack, '/');
	if (unit != NULL)
		id = strchr(unit + 1, '/');
	if (id == NULL)
		return NULL;
	*unit++ = *id++ = '\0';
	study = study_new(app, pack, unit, true, e);
	for (size_t i = 0; study != NULL && i < study->lesson->unit->step_count; i++)
		if (str_eq(study->lesson->unit->steps[i].id, id))
			study_go(app, study, i);
	return study;
}

static struct turn mistake_practise(struct app *app, void *state, struct err *e)
{
	struct mistake_state *s = state;
	struct practice *p = NULL;
	struct study *study = NULL;

	if (!s->mistake->word)
		study = reopen(app, s->path, e);
	else if ((p = practice_of_word(app, s->path, e)) != NULL)
		study = study_of_practice_take(p, false);
	if (study == NULL)
		return (struct turn){ .kind = TURN_STAY };
	study_drop(s->hold.study);
	s->hold.study = study;
	return (struct turn){ .kind = TURN_PUSH, .screen = study_turn(study).screen, .arg = &s->hold };
}

static struct turn mistake_on_action(void *state, const struct event *e)
{
	if (e->action == ACTION_OPEN || (e->action == ACTION_DIGIT && e->digit == 1))
		return (struct turn){ .kind = TURN_EFFECT, .effect = mistake_practise };
	(void)state;
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static bool mistake_open(const void *state, enum action a)
{
	return a == ACTION_BACK || ((const struct mistake_state *)state)->mistake != NULL;
}

static void mistake_release(void *state)
{
	struct mistake_state *s = state;

	mistakes_release(&s->mistakes);
	free(s->given);
	study_screen_release(state);
}

static const struct binding mistake_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("practise"), .help = N_("Practise the word, or do the exercise again") },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_mistake = {
	.name = "mistake",
	.state_size = sizeof(struct mistake_state),
	.bindings = mistake_bindings,
	.init = mistake_init,
	.enter = mistake_enter,
	.open = mistake_open,
	.describe = mistake_describe,
	.on_action = mistake_on_action,
	.release = mistake_release,
};
