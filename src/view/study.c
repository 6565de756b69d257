#include "config.h"
#include "view/study.h"

#include <stdlib.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "view/parts.h"
#include "view/screens.h"

static void forget_step(struct study *s)
{
	form_view_release(&s->view);
	arena_release(&s->arena);
	s->formed = s->hint = s->all = false;
	s->line = 0;
	for (size_t i = 0; i < sizeof s->shown / sizeof *s->shown; i++)
		s->shown[i] = false;
}

static void begin_step(struct app *app, struct study *s)
{
	const struct step_state *st = study_step(s) != NULL ? &s->lesson->states[s->at] : NULL;

	forget_step(s);
	s->once_more = !s->again && st != NULL && st->tries > 0 && !st->done;
	/* an answer changes the seed; what is on the screen keeps its order, also in another language */
	s->seed = st != NULL ? lesson_seed(app, s->lesson, s->at) : 0;
	lesson_shown(app, s->lesson);
}

struct study *study_new(struct app *app, const char *pack, const char *unit, bool again, struct err *e)
{
	struct lesson *lesson = lesson_open(app, pack, unit, e);
	struct study *s;

	if (lesson == NULL)
		return NULL;
	s = xcalloc(1, sizeof *s);
	s->self.study = s;
	s->refs = 1;
	s->lesson = lesson;
	s->again = again;
	s->at = again ? 0 : lesson_next(lesson);
	begin_step(app, s);
	return s;
}

void study_go(struct app *app, struct study *s, size_t step)
{
	size_t count = s->lesson->unit->step_count;

	s->at = step < count ? step : count > 0 ? count - 1 : 0;
	begin_step(app, s);
}

struct study *study_keep(struct study *s)
{
	s->refs++;
	return s;
}

void study_drop(struct study *s)
{
	if (s == NULL || --s->refs > 0)
		return;
	forget_step(s);
	lesson_free(s->lesson);
	free(s);
}

const struct step *study_step(const struct study *s)
{
	return s->at < s->lesson->unit->step_count ? &s->lesson->unit->steps[s->at] : NULL;
}

bool study_speak(struct app *app, struct study *s, struct err *e)
{
	const struct step *step = study_step(s);

	if (!lesson_speak(app, s->lesson, e))
		return false;
	if (step == NULL || step->item == NULL)
		return true;
	item_form(step->item, &s->arena, &s->lesson->words, s->seed, &s->form);
	if (s->formed) {
		form_view_renew(&s->view, &s->form);
	} else {
		form_view_begin(&s->view, &s->form);
		form_view_letters(&s->view, s->lesson->teaches);
	}
	s->formed = true;
	return true;
}

struct turn study_turn(struct study *s)
{
	const struct step *step = study_step(s);
	const struct screen *screen = &screen_reading;

	if (step == NULL)
		screen = &screen_finished;
	else if (step->item != NULL)
		screen = &screen_exercise;
	else if (step->part->kind == PART_DIALOGUE)
		screen = &screen_dialogue;
	else if (step->part->kind == PART_LISTEN)
		screen = &screen_listen;
	return (struct turn){ .kind = TURN_REPLACE, .screen = screen, .arg = &s->self };
}

/* The next page to read from `from` on, before `end`; `end` if there is none. */
static size_t page_after(const struct study *s, size_t from, size_t end)
{
	while (from < end && s->lesson->unit->steps[from].item != NULL)
		from++;
	return from;
}

struct turn study_advance(struct app *app, struct study *s)
{
	size_t place = lesson_next(s->lesson);

	if (s->again) {
		s->at++;
	} else if (s->back && s->at < place) {
		s->at = page_after(s, s->at + 1, place);
		s->back = s->at != place;
	} else {
		s->at = place;
		s->back = false;
	}
	begin_step(app, s);
	return study_turn(s);
}

static size_t page_before(const struct study *s)
{
	for (size_t i = s->at; i > 0; i--)
		if (s->lesson->unit->steps[i - 1].item == NULL)
			return i - 1;
	return s->at;
}

bool study_can_back(const struct study *s)
{
	return page_before(s) != s->at;
}

struct turn study_back(struct study *s)
{
	size_t before = page_before(s);

	if (before == s->at)
		return (struct turn){ .kind = TURN_STAY };
	s->at = before;
	s->back = true;
	s->once_more = false;
	forget_step(s);
	return study_turn(s);
}

void study_header(const struct study *s, struct page *page)
{
	const struct lesson *l = s->lesson;
	int count = (int)l->unit->step_count;

	page->place = parts_unit(page, l->unit_number, l->unit_title);
	if (s->at >= l->unit->step_count)
		return;
	page->done = s->once_more ? lesson_done(l) : (int)s->at;
	page->total = count;
	if (s->once_more) {
		int left = count - lesson_done(l);

		page->rule_right = arena_printf(&page->arena, ngettext("%d left", "%d left", (unsigned long)left), left);
	} else {
		/* TRANSLATORS: "3 of 9": the third of nine pages of a lesson. */
		page->rule_right = arena_printf(&page->arena, _("%d of %d"), (int)s->at + 1, count);
	}
}

void study_screen_init(void *state, const void *arg)
{
	const struct study_hold *from = arg;
	struct study_hold *hold = state;

	hold->study = study_keep(from->study);
}

void study_screen_release(void *state)
{
	struct study_hold *hold = state;

	study_drop(hold->study);
	hold->study = NULL;
}

struct turn study_screen_enter(struct app *app, void *state, struct err *e)
{
	struct study_hold *hold = state;

	study_speak(app, hold->study, e);
	return (struct turn){ .kind = TURN_STAY };
}

bool study_has_words(const struct study *s)
{
	for (size_t i = 0; i < s->lesson->unit->part_count; i++)
		if (s->lesson->unit->parts[i].kind == PART_WORDS)
			return true;
	return false;
}
