/* How an exam worked, from stored sittings; the table that is written says the same. */
#include "config.h"
#include "exam_house.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/analysis.h"
#include "app/exam_analysis.h"
#include "app/exam_angoff.h"
#include "app/exam_release.h"

/* One sitting: each question is on the screen for its number of seconds, then answered; from `reach` on nothing is seen. */
static void sit_through(struct room *r, int seat, int wrong, size_t reach)
{
	struct err e = ERR_INIT;
	struct exam_run *run = enter(r, seat);
	tick(r, run);
	size_t done = 0;
	while (run->state == SITTING_RUNNING) {
		for (size_t i = 0; i < run->count && done < reach; i++, done++) {
			show(r, run, i);
			sit(r, run, (int)done + 1);
			assert_true(choose(r, run, i, (int)done < wrong ? 1 : 0, &e));
		}
		assert_true(exam_hand_in(&r->f.app, run, &e));
	}
	exam_run_free(run);
}

/* Three sat: all right; the first three wrong; the last one not reached. */
static void hold(struct room *r)
{
	struct err e = ERR_INIT;
	plan_room(r);
	open_room(r);
	assert_true(exam_start(&r->f.app, r->session, NULL, &e));
	sit_through(r, 1, 0, 5);
	sit_through(r, 2, 3, 5);
	sit_through(r, 3, 0, 4);
}

static bool look(struct room *r, const struct exam_analysis_of *of, struct arena *a, struct exam_analysis *x, struct err *e)
{
	return exam_analyse(&r->f.app, of, a, x, e);
}

static void figures_of_stored_sittings(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct exam_analysis x;
	struct exam_analysis_of of = {.exam = "mock", .cut = NAN};
	hold(&r);
	assert_false(look(&r, &of, &a, &x, &e)); /* nothing was given out */
	assert_int_equal(e.kind, ERR_ABSENT);
	err_clear(&e);
	of.all = true;
	if (!look(&r, &of, &a, &x, &e))
		fail_msg("%s", e.msg);
	assert_string_equal(x.exam, "safety/mock");
	assert_int_equal(x.figures.people, 3);
	assert_true(fabs(x.figures.maximum - 5) < 1e-9);
	assert_true(fabs(x.figures.mean - (5 + 2 + 4) / 3.0) < 1e-9);
	assert_true(fabs(x.cut - 3) < 1e-9);
	assert_false(isnan(x.figures.alpha));
	/* the check of the unit comes before the exam's own bank, and each item stands once */
	size_t attempts = 0, unreached = 0, right = 0, wrong = 0;
	bool timed = false;
	for (size_t i = 0; i < x.marks.items; i++) {
		const struct item_figures *f = &x.figures.item[i];
		attempts += f->attempts;
		unreached += f->unreached;
		timed |= f->seconds >= 1 && f->seconds <= 5;
		assert_int_equal(f->option_count, 2);
		assert_true(f->options[0].right && !f->options[1].right);
		right += f->options[0].count;
		wrong += f->options[1].count;
		assert_true(i == 0 || strcmp(x.items[i - 1], x.items[i]) != 0);
		assert_true(*x.asked[i] != '\0');
	}
	assert_int_equal(attempts, 15);
	assert_int_equal(unreached, 1);
	assert_int_equal(right, 11);
	assert_int_equal(wrong, 3);
	assert_true(timed);
	arena_release(&a);
	fixture_close(&r.f);
}

static void the_table_that_is_written_says_the_same(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct exam_analysis x;
	struct exam_figures again;
	struct marks_table t;
	struct exam_analysis_of of = {.exam = "safety/mock", .cut = NAN, .all = true};
	char path[128];
	hold(&r);
	snprintf(path, sizeof(path), "%s/marks.csv", r.f.folder);
	assert_true(look(&r, &of, &a, &x, &e));
	assert_true(exam_write_marks(&x, path, &e));
	if (!marks_read(&a, path, &t, &e))
		fail_msg("%s", e.msg);
	assert_true(analyse(&a, &t.marks, x.cut, &again));
	assert_int_equal(again.people, x.figures.people);
	assert_int_equal(again.items, x.figures.items);
	assert_memory_equal(&again.mean, &x.figures.mean, sizeof(double));
	assert_memory_equal(&again.alpha, &x.figures.alpha, sizeof(double));
	for (size_t i = 0; i < again.items; i++) {
		assert_string_equal(t.items[i], x.items[i]);
		assert_int_equal(again.item[i].attempts, x.figures.item[i].attempts);
		assert_int_equal(again.item[i].unreached, x.figures.item[i].unreached);
		assert_memory_equal(&again.item[i].facility, &x.figures.item[i].facility, sizeof(double));
	}
	arena_release(&a);
	fixture_close(&r.f);
}

static void first_attempts_that_were_given_out(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct exam_analysis x;
	struct exam_analysis_of of = {.exam = "mock", .cut = NAN, .all = true};
	hold(&r);
	assert_true(exam_close(&r.f.app, r.session, &e));
	/* the second attempt of one of them, eight days later */
	pass(&r, INT64_C(8) * 86400000);
	struct exam_plan plan = {.exam = "mock", .day = "2026-12-01", .room = "2", .people = r.people, .count = 1};
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	if (!exam_plan(&r.f.app, &plan, &r.session, &e))
		fail_msg("%s", e.msg);
	assert_true(exam_new_code(&r.f.app, r.session, 1, r.codes[1], &e) && exam_confirm(&r.f.app, r.session, 1, &id, &e) &&
		    exam_open_seat(&r.f.app, r.session, 1, NULL, &e) && exam_start(&r.f.app, r.session, NULL, &e));
	sit_through(&r, 1, 5, 5);
	assert_true(look(&r, &of, &a, &x, &e));
	assert_int_equal(x.figures.people, 3);
	of.every = true;
	assert_true(look(&r, &of, &a, &x, &e));
	assert_int_equal(x.figures.people, 4);
	of.since = "2026-12-01";
	assert_true(look(&r, &of, &a, &x, &e));
	assert_int_equal(x.figures.people, 1);
	of.every = false;
	assert_false(look(&r, &of, &a, &x, &e)); /* it is the second of that person, whatever the days */
	assert_int_equal(e.kind, ERR_ABSENT);
	err_clear(&e);
	of = (struct exam_analysis_of){.exam = "mock", .cut = 2, .until = "2026-13-01"};
	assert_false(look(&r, &of, &a, &x, &e));
	assert_int_equal(e.kind, ERR_INPUT);
	err_clear(&e);
	/* closing a practice session gives its results out where nothing is doubtful */
	of.until = "2026-11-30";
	assert_true(look(&r, &of, &a, &x, &e));
	assert_int_equal(x.figures.people, 3);
	assert_true(fabs(x.cut - 2) < 1e-9);
	of.exam = "nowhere";
	assert_false(look(&r, &of, &a, &x, &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	arena_release(&a);
	fixture_close(&r.f);
}

static bool see_cut(void *ctx, const struct exam_cut *c)
{
	*(struct exam_cut *)ctx = *c;
	return true;
}

static void a_result_names_the_cut_it_was_given_out_with(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct exam_cut cut, seen = {0};
	const char *sitting;
	hold(&r);
	const char *path = fixture_file(&r.f, "judges.csv", "judge,s1,one/b1\npoints,1,1\nA,0.5,0.6\n");
	assert_false(exam_angoff(&r.f.app, "mock", path, "2026-11-20", 1, &a, &cut, &e)); /* an administrator's */
	err_clear(&e);
	r.f.app.person.role = ROLE_ADMINISTRATOR;
	if (!exam_angoff(&r.f.app, "mock", path, "2026-11-20", 1, &a, &cut, &e))
		fail_msg("%s", e.msg);
	assert_true(fabs(cut.cut - (2 * 0.5 + 3 * 0.6)) < 1e-9);
	assert_true(fabs(cut.maximum - 5) < 1e-9);
	assert_true(isnan(cut.standard_error));
	assert_true(exam_sitting_of(&r.f.app, r.session, 1, &a, &sitting, &e));
	assert_true(exam_cut_of(&r.f.app, sitting, see_cut, &seen, &e));
	assert_int_equal(seen.id, 0); /* no result yet */
	assert_true(exam_close(&r.f.app, r.session, &e));
	/* another one afterwards changes nothing of what was given out */
	assert_true(exam_angoff(&r.f.app, "mock", path, "2026-11-23", 2, &a, &cut, &e));
	assert_true(exam_cut_of(&r.f.app, sitting, see_cut, &seen, &e));
	assert_int_equal(seen.id, cut.id - 1);
	arena_release(&a);
	fixture_close(&r.f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_of_stored_sittings),
		cmocka_unit_test(the_table_that_is_written_says_the_same),
		cmocka_unit_test(a_result_names_the_cut_it_was_given_out_with),
		cmocka_unit_test(first_attempts_that_were_given_out),
	};
	return cmocka_run_group_tests_name("analysis of sittings", tests, NULL, NULL);
}
