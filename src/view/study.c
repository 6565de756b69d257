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
	s->formed = s->hint = s->all = s->mended = s->reportable = false;
	s->report = REPORT_NONE;
	s->report_reason = "";
	s->mend = (struct mend){ .view = NULL };
	s->line = 0;
	for (size_t i = 0; i < sizeof s->shown / sizeof *s->shown; i++)
		s->shown[i] = false;
}

static void forget_practice(struct study *s)
{
	practice_free(s->practice);
	s->practice = NULL;
	s->drilling = false;
}

static void begin_drill(struct study *s)
{
	forget_step(s);
	s->drilling = true;
	s->once_more = practice_place(s->practice).again;
	s->seed = practice_seed(s->practice);
}

static void begin_step(struct app *app, struct study *s)
{
	const struct step_state *st = study_step(s) != NULL ? &s->lesson->states[s->at] : NULL;

	forget_step(s);
	forget_practice(s);
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

struct study *study_of_practice_take(struct practice *p, bool review)
{
	struct study *s = xcalloc(1, sizeof *s);

	s->self.study = s;
	s->refs = 1;
	s->practice = p;
	s->review = review;
	begin_drill(s);
	return s;
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
	practice_free(s->practice);
	lesson_free(s->lesson);
	free(s);
}

const struct step *study_step(const struct study *s)
{
	return s->lesson != NULL && s->at < s->lesson->unit->step_count ? &s->lesson->unit->steps[s->at] : NULL;
}

const struct item *study_item(const struct study *s)
{
	const struct step *step = study_step(s);

	if (s->drilling)
		return practice_drill(s->practice) != NULL ? practice_drill(s->practice)->item : NULL;
	return step != NULL ? step->item : NULL;
}

/* Whether what was put into one form means the same in the other. */
static bool same_shape(const struct form_part *x, const struct form *f)
{
	const struct form_part *y = NULL;

	for (size_t i = 0; i < f->count; i++)
		if (f->parts[i].kind != FORM_TEXT && f->parts[i].kind != FORM_ASK)
			y = &f->parts[i];
	if (x == NULL || y == NULL)
		return x == y;
	return x->kind == y->kind && x->option_count == y->option_count && x->left_count == y->left_count && x->gap_count == y->gap_count;
}

bool study_speak(struct app *app, struct study *s, struct err *e)
{
	const struct item *item;

	if ((s->lesson != NULL && !lesson_speak(app, s->lesson, e)) || (s->practice != NULL && !practice_speak(app, s->practice, e)))
		return false;
	item = study_item(s);
	if (item == NULL)
		return true;
	item_form(item, &s->arena, s->drilling ? &words_source : &s->lesson->words, s->seed, &s->form);
	if (s->formed && same_shape(s->view.part, &s->form)) {
		form_view_renew(&s->view, &s->form);
	} else {
		form_view_begin(&s->view, &s->form);
		form_view_letters(&s->view, item->teaches);
		if (s->letters)
			strip_suggest(&s->view.strip, false);
	}
	s->formed = true;
	return true;
}

bool study_answer(struct app *app, struct study *s, struct err *e)
{
	struct response r;
	int hints = s->hint ? 1 : 0;

	form_view_response(&s->view, &r);
	if (s->drilling ? !practice_answer(app, s->practice, &r, hints, &s->arena, &s->grade, &s->feedback, e)
			: !lesson_answer(app, s->lesson, s->at, &r, hints, &s->arena, &s->grade, &s->feedback, e))
		return false;
	s->answered = s->drilling ? practice_answered(s->practice) : s->lesson->states[s->at].last_seq;
	s->reportable = s->view.part != NULL && s->view.part->kind == FORM_GAPS && s->view.part->bank != BANK_WORDS &&
			(s->grade.verdict == VERDICT_WRONG || s->grade.verdict == VERDICT_TYPO);
	return true;
}

bool study_report(struct app *app, struct study *s, struct err *e)
{
	return report_file(app, study_item(s), s->answered, &s->arena, &s->report, &s->report_reason, e);
}

void study_feedback(struct study *s)
{
	struct response r;

	if (!s->drilling) {
		item_feedback(study_item(s), &s->arena, &s->lesson->words, &s->grade, &s->feedback);
		return;
	}
	/* the drill was made anew, and with it what the grade points to */
	form_view_response(&s->view, &r);
	if (s->mend.count > 0)
		r.typed = s->mend.given; /* what was judged, not what is being mended */
	if (s->grade.verdict != VERDICT_OK) /* right stays right: it may have been accepted by staff */
		item_grade(study_item(s), &s->arena, &r, &s->grade);
	practice_feedback(s->practice, &s->arena, &s->grade, &s->feedback);
}

struct turn study_turn(struct study *s)
{
	const struct step *step = study_step(s);
	const struct screen *screen = &screen_reading;

	if (study_item(s) != NULL)
		screen = &screen_exercise;
	else if (s->lesson == NULL)
		screen = &screen_practised;
	else if (step == NULL)
		screen = &screen_finished;
	else if (step->part->kind == PART_PRACTISE)
		screen = &screen_practise;
	else if (step->part->kind == PART_DIALOGUE)
		screen = &screen_dialogue;
	else if (step->part->kind == PART_LISTEN)
		screen = &screen_listen;
	return (struct turn){ .kind = TURN_REPLACE, .screen = screen, .arg = &s->self };
}

void study_judged(struct study *s, bool again)
{
	const struct item *item = study_item(s);

	if (item == NULL)
		return;
	mend_begin(&s->mend, &s->view, item, &s->grade, again, &s->arena);
	s->letters |= mend_accents(&s->mend);
}

bool study_mend(struct app *app, struct study *s, enum verdict *verdict, struct err *e)
{
	struct response r;
	struct grade g;
	struct feedback f;

	form_view_response(&s->view, &r);
	if (s->drilling) {
		/* what counts stands in the log with the drill; its words are not asked again here */
		if (!practice_judge(app, s->practice, &r, &s->arena, &g, &f, e))
			return false;
	} else if (!lesson_mend(app, s->lesson, s->at, &r, &s->arena, &g, &f, e)) {
		return false;
	}
	*verdict = g.verdict;
	if (g.verdict == VERDICT_EMPTY || g.verdict == VERDICT_RETRY)
		return true;
	s->grade = g;
	s->feedback = f;
	if (g.verdict == VERDICT_OK || g.verdict == VERDICT_NOTE)
		s->mended = true;
	study_judged(s, true);
	return true;
}

/* The next page to read from `from` on, before `end`; `end` if there is none. */
static size_t page_after(const struct study *s, size_t from, size_t end)
{
	while (from < end && s->lesson->unit->steps[from].item != NULL)
		from++;
	return from;
}

/* Whether there is a next drill. */
static bool next_drill(struct app *app, struct study *s)
{
	practice_next(app, s->practice);
	begin_drill(s);
	return practice_drill(s->practice) != NULL;
}

bool study_practice_begun(struct app *app, struct study *s, struct err *e)
{
	if (s->back || lesson_next(s->lesson) != s->at)
		return false;
	if (s->practice == NULL)
		s->practice = practice_of_step(app, s->lesson, s->at, e);
	return s->practice != NULL && (practice_drill(s->practice) == NULL || practice_place(s->practice).done > 0);
}

struct turn study_drill(struct app *app, struct study *s, struct err *e)
{
	if (s->practice == NULL && (s->back || (lesson_next(s->lesson) != s->at && !s->again)))
		return study_advance(app, s, e); /* an earlier page, looked at once more */
	if (s->practice == NULL)
		s->practice = practice_of_step(app, s->lesson, s->at, e);
	if (s->practice == NULL)
		return (struct turn){ .kind = TURN_STAY };
	begin_drill(s);
	return practice_drill(s->practice) == NULL ? study_advance(app, s, e) : study_turn(s);
}

struct turn study_advance(struct app *app, struct study *s, struct err *e)
{
	size_t place;

	if (s->drilling) {
		if (next_drill(app, s) || s->lesson == NULL)
			return study_turn(s);
		if (!lesson_practised(app, s->lesson, s->at, e))
			return (struct turn){ .kind = TURN_STAY };
	}
	place = lesson_next(s->lesson);
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
	forget_practice(s);
	return study_turn(s);
}

static void drill_header(const struct study *s, struct page *page)
{
	struct practice_place p = practice_place(s->practice);

	page->total = p.goal;
	page->done = p.again || p.done > p.goal ? p.goal : p.done;
	page->rule_right = p.again ? arena_printf(&page->arena, ngettext("%d left", "%d left", (unsigned long)p.left), p.left)
				   : arena_printf(&page->arena, _("%d of %d"), p.done + 1, p.goal);
}

void study_header(const struct study *s, struct page *page)
{
	const struct lesson *l = s->lesson;
	int count;

	if (l == NULL)
		/* TRANSLATORS: the place in the header while words of several units are repeated. */
		page->place = s->review ? _("Review") : _("Practice");
	else
		page->place = parts_unit(page, l->unit_number, l->unit_title);
	if (s->drilling && study_item(s) != NULL) {
		drill_header(s, page);
		return;
	}
	if (l == NULL || s->at >= l->unit->step_count)
		return;
	count = (int)l->unit->step_count;
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
	for (size_t i = 0; s->lesson != NULL && i < s->lesson->unit->part_count; i++)
		if (s->lesson->unit->parts[i].kind == PART_WORDS)
			return true;
	return false;
}
