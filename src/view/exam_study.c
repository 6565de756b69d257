#include "config.h"
#include "view/exam_study.h"

#include <stdlib.h>

#include "core/alloc.h"
#include "core/clock.h"
#include "view/screens.h"

enum { LOOK_MS = 900 /* between two looks at the clock */, SAID_MS = 20 * 1000 /* a warning stands so long */ };

struct exam_study *exam_study_new(struct exam_run *run, bool one)
{
	struct exam_study *s = xcalloc(1, sizeof *s);

	s->refs = 1;
	s->run = run;
	s->one = one;
	s->generation = -1;
	s->section = run->section;
	str_init(&s->stored);
	for (size_t i = 0; i < EXAM_TRIALS; i++)
		str_init(&s->tries[i].given);
	return s;
}

static void forget_question(struct exam_study *s)
{
	form_view_release(&s->view);
	arena_release(&s->arena);
	s->formed = s->rests = s->missing = s->retry = false;
	str_clear(&s->stored);
}

void exam_study_drop(struct exam_study *s)
{
	if (s == NULL || --s->refs > 0)
		return;
	forget_question(s);
	str_release(&s->stored);
	for (size_t i = 0; i < EXAM_TRIALS; i++)
		str_release(&s->tries[i].given);
	exam_run_free(s->run);
	free(s);
}

void exam_screen_init(void *state, const void *arg)
{
	struct exam_hold *hold = state;

	hold->study = ((const struct exam_hold *)arg)->study;
	hold->study->refs++;
}

void exam_screen_release(void *state)
{
	exam_study_drop(((struct exam_hold *)state)->study);
}

enum exam_place exam_study_place(const struct exam_study *s)
{
	const struct exam_run *r = s->run;

	if (s->left)
		return EXAM_AT_DOOR;
	if (r->moved || sitting_ended(r->state))
		return EXAM_AT_END;
	if (r->state == SITTING_PAUSED)
		return EXAM_AT_HOLD;
	if (r->state == SITTING_RUNNING && r->count > 0)
		return EXAM_AT_QUESTION;
	if (r->state == SITTING_RUNNING && r->task != NULL)
		return EXAM_AT_TASK;
	return !s->rules_read ? EXAM_AT_RULES : !s->tried ? EXAM_AT_TRIAL : EXAM_AT_WAIT;
}

struct turn exam_study_turn(struct exam_hold *hold)
{
	static const struct screen *const screens[EXAM_PLACE_COUNT] = {
		[EXAM_AT_RULES] = &screen_exam_rules, [EXAM_AT_TRIAL] = &screen_exam_sit, [EXAM_AT_WAIT] = &screen_exam_wait,
		[EXAM_AT_QUESTION] = &screen_exam_sit, [EXAM_AT_TASK] = &screen_exam_task, [EXAM_AT_HOLD] = &screen_exam_hold, [EXAM_AT_END] = &screen_exam_over,
		[EXAM_AT_DOOR] = &screen_exam_back,
	};

	if (exam_study_place(hold->study) == EXAM_AT_DOOR && !hold->study->one)
		return (struct turn){ .kind = TURN_SIGN_OUT };
	if (exam_study_place(hold->study) == EXAM_AT_WAIT && hold->study->run->rehearsal)
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_exam_tried, .arg = hold };
	return (struct turn){ .kind = TURN_REPLACE, .screen = screens[exam_study_place(hold->study)], .arg = hold };
}

struct turn exam_study_leave(struct exam_hold *hold)
{
	if (!hold->study->run->rehearsal)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_leave, .arg = hold };
	hold->study->left = true;
	return exam_study_turn(hold);
}

/* --- the question on the screen ------------------------------------------ */

static const char *given_of(const struct exam_study *s, size_t i)
{
	return exam_study_tries(s) ? s->tries[i].given.buf : s->run->questions[i].given;
}

/* The answer as it stands on the screen, as a line of the log. */
static void write_answer(struct exam_study *s, struct response *r, struct str *out)
{
	form_view_response(&s->view, r);
	response_write(r, out);
}

bool exam_study_whole(struct exam_study *s)
{
	struct response r;

	form_view_response(&s->view, &r);
	return response_is_whole(&s->form, &r);
}

static bool make_form(struct app *app, struct exam_study *s, size_t i, struct arena *a, struct form *out, struct err *e)
{
	if (!exam_study_tries(s))
		return exam_show(app, s->run, i, a, out, e);
	exam_trial_form(i, a, out);
	return true;
}

bool exam_study_show(struct app *app, struct exam_study *s, size_t i, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct form form;
	struct response r;

	if (!make_form(app, s, i, &a, &form, e)) {
		arena_release(&a);
		return false;
	}
	forget_question(s);
	s->arena = a;
	s->form = form;
	s->at = i;
	s->formed = true;
	form_view_begin(&s->view, &s->form);
	form_view_letters(&s->view, exam_study_tries(s) ? NULL : s->run->types);
	form_view_exam(&s->view);
	if (s->view.part != NULL && response_parse(&s->arena, s->view.part->kind, given_of(s, i), &r) && given_of(s, i)[0] != '\0')
		form_view_restore(&s->view, &r);
	write_answer(s, &r, &s->stored);
	return true;
}

/* Whether the questions on the screen are others now: another section, or some were exchanged. */
static bool is_stale(const struct exam_study *s)
{
	return !exam_study_tries(s) && s->generation != s->run->generation;
}

static bool store_try(struct exam_study *s, const struct response *r, const char *text)
{
	struct exam_try *t = &s->tries[s->at];

	str_clear(&t->given);
	str_add(&t->given, text);
	t->answered = response_is_whole(&s->form, r);
	return true;
}

bool exam_study_store(struct app *app, struct exam_study *s)
{
	struct response r;
	struct str now;
	struct err e = ERR_INIT;
	bool ok = true, retry = false;

	if (!s->formed || s->view.part == NULL || is_stale(s))
		return true;
	str_init(&now);
	write_answer(s, &r, &now);
	if (!str_eq(now.buf, s->stored.buf)) {
		ok = exam_study_tries(s) ? store_try(s, &r, now.buf) : exam_answer(app, s->run, s->at, &r, &retry, &e);
		s->retry = ok && retry;
		s->trouble = !ok && e.kind != ERR_DENIED;
		if (ok) {
			str_clear(&s->stored);
			str_add(&s->stored, now.buf);
		}
	}
	str_release(&now);
	return ok;
}

struct turn exam_screen_enter(struct app *app, void *state, struct err *e)
{
	struct exam_study *s = ((struct exam_hold *)state)->study;
	struct arena a = ARENA_INIT;
	struct form form;

	if (!exam_speak(app, s->run, e) || !s->formed || s->at >= exam_study_count(s))
		return (struct turn){ .kind = TURN_STAY };
	if (!make_form(app, s, s->at, &a, &form, e)) {
		arena_release(&a);
		return (struct turn){ .kind = TURN_STAY };
	}
	s->form = form; /* the view looks at it until the old one goes */
	form_view_renew(&s->view, &s->form);
	arena_release(&s->arena);
	s->arena = a;
	return (struct turn){ .kind = TURN_STAY };
}

/* --- time ----------------------------------------------------------------- */

static const int warnings[] = { 10, 5, 1 }; /* minutes */

/* What is past already when a section comes on the screen is not said any more. */
static void forget_warnings(struct exam_study *s)
{
	s->told = s->warning = 0;
	for (size_t i = 0; i < sizeof warnings / sizeof *warnings; i++)
		if (s->run->left_ms <= warnings[i] * 60000LL)
			s->told = warnings[i];
}

/* Each once in a section, if that was longer; once more where minutes were given since. */
static void warn(struct exam_study *s, long long now)
{
	if (now - s->warned_ms >= SAID_MS) {
		s->warning = 0;
		s->begun = false;
	}
	if (s->told > 0 && s->run->left_ms > s->told * 60000LL)
		forget_warnings(s);
	for (size_t i = 0; i < sizeof warnings / sizeof *warnings; i++) {
		int64_t ms = warnings[i] * 60000LL;

		if (s->run->left_ms > ms || s->run->limit_ms <= ms || (s->told > 0 && s->told <= warnings[i]))
			continue;
		s->warning = s->told = warnings[i];
		s->warned_ms = now;
	}
}

static struct turn show_anew(struct app *app, struct exam_hold *hold, struct err *e)
{
	struct exam_study *s = hold->study;
	bool first = s->generation < 0, other = s->section != s->run->section;

	s->generation = s->run->generation;
	if (other || first)
		forget_warnings(s);
	s->begun = other && !first;
	s->warned_ms = clock_mono(&app->clock);
	s->section = s->run->section;
	if (exam_study_place(s) == EXAM_AT_QUESTION)
		exam_study_show(app, s, s->run->now, e);
	else
		forget_question(s);
	return exam_study_turn(hold);
}

/* Where time runs. */
static bool under_way(enum exam_place place)
{
	return place == EXAM_AT_QUESTION || place == EXAM_AT_TASK;
}

struct turn exam_study_come(struct app *app, struct exam_hold *hold, enum exam_place here, struct err *e)
{
	enum exam_place place = exam_study_place(hold->study);

	if (under_way(place) && (here != place || is_stale(hold->study)))
		return show_anew(app, hold, e);
	return here == place ? (struct turn){ .kind = TURN_STAY } : exam_study_turn(hold);
}

struct turn exam_study_tick(struct app *app, struct exam_hold *hold, enum exam_place here, struct err *e)
{
	struct exam_study *s = hold->study;
	long long now = clock_mono(&app->clock);
	struct err failed = ERR_INIT;

	if (here == EXAM_AT_QUESTION || here == EXAM_AT_TRIAL)
		exam_study_store(app, s);
	if (now - s->ticked_ms >= LOOK_MS || now < s->ticked_ms) {
		bool was = s->trouble;

		s->ticked_ms = now;
		if (!exam_tick(app, s->run, &failed))
			s->trouble = true;
		else if (was)
			s->trouble = !exam_study_store(app, s) && s->trouble;
	}
	if (under_way(here) && exam_study_place(s) == here && !is_stale(s))
		warn(s, now);
	return exam_study_come(app, hold, here, e);
}
