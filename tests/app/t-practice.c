/* Practice with drills: a run goes on after a power cut, wrong ones come again, each answer is in the log under the path of its word. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/lesson.h"
#include "app/my_words.h"
#include "app/people.h"
#include "app/practice.h"
#include "core/str.h"
#include "fixture.h"

static int set_up(void **state)
{
	return fixture_with(state, "tests/screens/packs/drills");
}

static struct lesson *open_lesson(struct fixture *f, const char *unit)
{
	return fixture_lesson(f, "drills", unit);
}

/* The unit's pages are read; gives the lesson at its practice. */
static struct lesson *at_practice(struct fixture *f)
{
	struct err e = ERR_INIT;
	struct lesson *l = open_lesson(f, "work");
	while (l->unit->steps[lesson_next(l)].part->kind != PART_PRACTISE)
		assert_true(lesson_seen(&f->app, l, lesson_next(l), &e));
	return l;
}

static struct practice *open_practice(struct fixture *f, const struct lesson *l)
{
	struct err e = ERR_INIT;
	struct practice *p = practice_of_step(&f->app, l, lesson_next(l), &e);
	if (!p)
		fail_msg("%s", e.msg);
	return p;
}

static enum verdict answer(struct fixture *f, struct practice *p, bool right)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct response r;
	struct grade g;
	struct feedback fb;
	const struct item *it = practice_drill(p)->item;
	bool there = right ? it->type->accepted(it, &a, 0, &r) : it->type->refused(it, &a, 0, &r);
	if (!there) { /* nothing is listed as wrong where anything may be typed */
		assert_true(it->type->accepted(it, &a, 0, &r));
		r.typed[0] = "xyzzy";
	}
	f->clock.mono += 2000;
	assert_true(practice_answer(&f->app, p, &r, 0, &a, &g, &fb, &e));
	assert_non_null(fb.right);
	assert_int_equal(verdict_accepted(g.verdict), right);
	arena_release(&a);
	return g.verdict;
}

struct seen {
	int rows, wrong;
	char last[64], drill[16], direction[16];
	uint64_t seed;
};

static bool see(void *ctx, const struct answer *a)
{
	struct seen *s = ctx;
	if (!*a->drill)
		return true;
	s->rows++;
	s->wrong += strcmp(a->verdict, "wrong") == 0;
	snprintf(s->last, sizeof(s->last), "%s", a->path);
	snprintf(s->drill, sizeof(s->drill), "%s", a->drill);
	snprintf(s->direction, sizeof(s->direction), "%s", a->direction);
	s->seed = a->seed;
	return true;
}

static struct seen logged(struct fixture *f)
{
	struct seen s = {.rows = 0};
	struct err e = ERR_INIT;
	assert_true(answer_each(f->app.store, f->app.person.id, 0, see, &s, &e));
	return s;
}

static void a_run_goes_on_after_a_power_cut(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct lesson *l = at_practice(f);
	struct practice *p = open_practice(f, l);
	size_t step = lesson_next(l);
	int drills = 0, cuts = 0;
	while (practice_drill(p)) {
		char path[64];
		uint64_t seed = practice_seed(p);
		enum drill_kind kind = practice_drill(p)->kind;
		snprintf(path, sizeof(path), "%s", practice_entry(p)->path);
		if (drills % 3 == 1) {
			practice_free(p);
			lesson_free(l);
			fixture_reopen(f);
			assert_true(sign_in(&f->app, "1001", "402817", &e));
			l = open_lesson(f, "work");
			assert_int_equal(lesson_next(l), step);
			p = open_practice(f, l);
			assert_non_null(practice_drill(p));
			assert_true(seed == practice_seed(p));
			assert_int_equal(kind, practice_drill(p)->kind);
			assert_string_equal(path, practice_entry(p)->path);
			cuts++;
		}
		struct seen before = logged(f);
		answer(f, p, drills % 4 != 0);
		struct seen after = logged(f);
		assert_int_equal(after.rows - before.rows, practice_drill(p)->count);
		assert_string_equal(after.drill, drill_name(kind));
		assert_string_equal(after.direction, drill_direction(kind));
		assert_true(after.seed == seed);
		practice_next(&f->app, p);
		assert_true(++drills < 40);
	}
	assert_true(drills > 8 && cuts > 2);
	/* the run is through, the step not yet recorded: nothing is asked again */
	practice_free(p);
	p = open_practice(f, l);
	assert_null(practice_drill(p));
	practice_free(p);
	assert_true(lesson_practised(&f->app, l, step, &e));
	assert_int_equal(lesson_next(l), l->unit->step_count);
	/* once more is a new run */
	p = practice_of_step(&f->app, l, step, &e);
	assert_non_null(p);
	assert_non_null(practice_drill(p));
	assert_int_equal(practice_place(p).done, 0);
	practice_free(p);
	lesson_free(l);
}

static void what_was_wrong_comes_again(void **state)
{
	struct fixture *f = *state;
	struct lesson *l = at_practice(f);
	struct practice *p = open_practice(f, l);
	char first[64];
	snprintf(first, sizeof(first), "%s", practice_entry(p)->path);
	answer(f, p, false);
	practice_next(&f->app, p);
	bool again = false;
	while (practice_drill(p)) {
		struct practice_place place = practice_place(p);
		if (place.again) {
			assert_string_equal(practice_entry(p)->path, first);
			assert_int_equal(place.left, 1);
			again = true;
		}
		answer(f, p, true);
		practice_next(&f->app, p);
	}
	assert_true(again);
	struct practice_sum sum = practice_sum(p);
	assert_true(sum.words >= 3);
	assert_int_equal(sum.right, sum.words - 1);
	assert_true(sum.active_ms >= 2000);
	practice_free(p);
	lesson_free(l);
}

static void an_empty_answer_counts_as_nothing(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct lesson *l = at_practice(f);
	struct practice *p = open_practice(f, l);
	struct response none = {.kind = FORM_TEXT};
	struct grade g;
	struct feedback fb;
	assert_true(practice_answer(&f->app, p, &none, 0, &a, &g, &fb, &e));
	assert_int_equal(g.verdict, VERDICT_EMPTY);
	assert_int_equal(logged(f).rows, 1);
	practice_next(&f->app, p);
	assert_int_equal(practice_place(p).done, 0);
	practice_free(p);
	lesson_free(l);
	arena_release(&a);
}

static void older_units_are_mixed_in_once_they_were_begun(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	for (int begun = 0; begun < 2; begun++) {
		bool old = false;
		if (begun) {
			struct lesson *first = open_lesson(f, "begin");
			assert_true(lesson_seen(&f->app, first, 0, &e));
			lesson_free(first);
		}
		struct lesson *l = at_practice(f);
		struct practice *p = open_practice(f, l);
		while (practice_drill(p)) {
			for (size_t i = 0; i < practice_drill(p)->count; i++)
				old |= str_eq(practice_entry(p)->unit, "begin");
			answer(f, p, true);
			practice_next(&f->app, p);
		}
		assert_int_equal(old, begun);
		practice_free(p);
		assert_true(lesson_practised(&f->app, l, 2, &e));
		lesson_free(l);
		if (!begun) { /* a fresh learner for the second time round */
			fixture_tear_down(state);
			set_up(state);
			f = *state;
		}
	}
}

static void the_language_changes_on_the_way(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct form form;
	struct lesson *l = at_practice(f);
	struct practice *p = open_practice(f, l);
	assert_true(app_set_language(&f->app, "uz", &e));
	assert_true(practice_speak(&f->app, p, &e));
	item_form(practice_drill(p)->item, &a, &words_source, practice_seed(p), &form);
	bool uzbek = false;
	const struct form_part *options = &form.parts[form.count - 1];
	for (size_t i = 0; i < options->option_count; i++)
		uzbek |= strstr(options->options[i], "hamkasb") || strstr(options->options[i], "boshl") || strstr(options->options[i], "qoʻriqchi") ||
			 strstr(options->options[i], "Aziza") || strstr(options->options[i], "ishlamoq");
	assert_true(uzbek);
	answer(f, p, true);
	practice_free(p);
	lesson_free(l);
	arena_release(&a);
}

static void single_words_and_those_that_are_due(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct practice *p = practice_of_word(&f->app, "drills/work/werken", &e);
	assert_non_null(p);
	int drills = 0, hardest = -1;
	while (practice_drill(p)) {
		assert_string_equal(practice_entry(p)->id, "werken");
		assert_true((int)practice_drill(p)->kind > hardest);
		hardest = (int)practice_drill(p)->kind;
		answer(f, p, true);
		practice_next(&f->app, p);
		drills++;
	}
	assert_int_equal(drills, 4);
	assert_int_equal(hardest, DRILL_TYPE);
	assert_int_equal(practice_sum(p).right, 1);
	practice_free(p);
	/* right when it was easy, wrong when it was hard: not right at once, however often it was right afterwards */
	p = practice_of_word(&f->app, "drills/work/werken", &e);
	for (int i = 0; practice_drill(p) && i < 12; i++) {
		answer(f, p, i != 1 && i != 2);
		practice_next(&f->app, p);
	}
	assert_int_equal(practice_sum(p).words, 1);
	assert_int_equal(practice_sum(p).right, 0);
	practice_free(p);
	assert_null(practice_of_word(&f->app, "drills/work/gone", &e));
	static const struct practice_word due[] = {{"drills/work/baas", 30}, {"drills/gone/x", 1}, {"drills/begin/brood", 2}, {"drills/work/new", 0}};
	static const struct {
		const char *id;
		enum drill_kind kind;
	} expected[] = {{"baas", DRILL_TYPE}, {"brood", DRILL_CHOOSE}, {"new", DRILL_RECOGNISE}};
	p = practice_of_words(&f->app, due, 4, &e);
	assert_non_null(p);
	for (size_t i = 0; i < 3; i++) {
		assert_non_null(practice_drill(p));
		assert_string_equal(practice_entry(p)->id, expected[i].id);
		assert_int_equal(practice_drill(p)->kind, expected[i].kind);
		assert_int_equal(practice_place(p).goal, 3);
		answer(f, p, i != 1);
		practice_next(&f->app, p);
	}
	assert_true(practice_place(p).again);
	assert_string_equal(practice_entry(p)->id, "brood");
	answer(f, p, true);
	practice_next(&f->app, p);
	assert_null(practice_drill(p));
	practice_free(p);
}

static void what_was_practised_is_mine_and_comes_due(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct my_words mine;
	struct practice_waiting waiting;
	struct lesson *l = at_practice(f);
	struct practice *p = open_practice(f, l), *due;
	char first[64];
	snprintf(first, sizeof(first), "%s", practice_entry(p)->path);
	assert_true(my_words_load(&f->app, &mine, &e));
	assert_int_equal(mine.count, 0);
	my_words_release(&mine);
	answer(f, p, true);
	practice_next(&f->app, p);
	answer(f, p, false);
	practice_free(p);
	lesson_free(l);
	assert_true(my_words_load(&f->app, &mine, &e));
	assert_int_equal(mine.count, 2);
	size_t known = strcmp(mine.list[0].path, first) == 0 ? 0 : 1;
	assert_string_equal(mine.list[known].path, first);
	assert_int_equal(mine.list[known].strength, STRENGTH_NEW);
	my_words_release(&mine);
	assert_true(practice_of_due(&f->app, 0, &due, &waiting, &e));
	assert_null(due);
	assert_int_equal(waiting.soon, 2);
	f->clock.wall += 11 * 60 * 1000; /* the learning steps are over */
	f->clock.mono += 11 * 60 * 1000;
	/* no more than the day has room for */
	assert_true(practice_of_due(&f->app, 1, &due, &waiting, &e));
	assert_int_equal(practice_place(due).goal, 1);
	assert_int_equal(waiting.due, 2);
	practice_free(due);
	assert_true(practice_of_due(&f->app, 0, &due, &waiting, &e));
	assert_non_null(due);
	assert_int_equal(waiting.due, 2);
	answer(f, due, true);
	practice_next(&f->app, due);
	answer(f, due, true);
	practice_next(&f->app, due);
	assert_null(practice_drill(due));
	assert_int_equal(practice_sum(due).words, 2);
	practice_free(due);
	assert_true(practice_waits(&f->app, &waiting, &e));
	assert_int_equal(waiting.due, 0);
	assert_int_equal(waiting.met, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_run_goes_on_after_a_power_cut, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(what_was_wrong_comes_again, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(an_empty_answer_counts_as_nothing, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(older_units_are_mixed_in_once_they_were_begun, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(the_language_changes_on_the_way, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(what_was_practised_is_mine_and_comes_due, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(single_words_and_those_that_are_due, set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
