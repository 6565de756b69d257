/* Answers of several gaps after an exam: each gap is confirmed or lifted by itself. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "app/exam_gaps.h"
#include "app/exam_release.h"

static int answers_open(struct room *r)
{
	struct arena a = ARENA_INIT;
	struct release_state s;
	struct err e = ERR_INIT;
	check(release_state(&r->f.app, r->session, &a, &s, &e), &e);
	arena_release(&a);
	return s.answers_open;
}

/* One learner's answers to the exam with gaps, by the ids of its questions. */
static void answer_gaps(struct room *r, int seat, const char *three, const char *two)
{
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct exam_run *run = enter(r, seat);
	tick(r, run);
	for (size_t i = 0; i < run->count; i++) {
		const char *id = strrchr(run->questions[i].path, '/') + 1, *given = strcmp(id, "w1") == 0 ? three : strcmp(id, "w2") == 0 ? two : "";
		struct response resp;
		bool retry;
		show(r, run, i);
		if (!*given)
			continue;
		assert_true(response_parse(&a, FORM_GAPS, given, &resp));
		check(exam_answer(&r->f.app, run, i, &resp, &retry, &e), &e);
	}
	check(exam_hand_in(&r->f.app, run, &e) && exam_hand_in(&r->f.app, run, &e), &e);
	assert_int_equal(run->state, SITTING_SUBMITTED);
	exam_run_free(run);
	arena_release(&a);
}

static void hold_gaps(struct room *r)
{
	struct err e = ERR_INIT;
	plan_room_of(r, "tests/data/exams/gaps", "final");
	open_room(r);
	check(exam_start(&r->f.app, r->session, NULL, &e), &e);
	answer_gaps(r, 1, "ben\037ga\037Turkije", "");               /* 1 of 3: two gaps to look at */
	answer_gaps(r, 2, "is\037Ga.\037Oezbekistan", "spelen\037"); /* 1 of 3; the other one: what was left out is nothing to look at */
	answer_gaps(r, 3, "ben\037kom\037Oezbekistan", "spelen\037eten");
	check(exam_close(&r->f.app, r->session, &e), &e);
}

static void look_for(struct room *r, const char *given, int gap, int count, enum doubt_state to)
{
	struct err e = ERR_INIT;
	struct doubts d;
	bool found = false;
	check(doubts_load(&r->f.app, r->session, &d, &e), &e);
	for (size_t i = 0; i < d.count; i++)
		if (strcmp(d.list[i].given, given) == 0 && d.list[i].gap == gap) {
			assert_int_equal(d.list[i].count, count);
			assert_int_equal(d.list[i].state, to);
			found = true;
		}
	if (!found)
		fail_msg("nobody typed '%s' into gap %d", given, gap);
	doubts_release(&d);
}

static void gaps_are_decided_one_by_one(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct doubts d;
	hold_gaps(&r);
	check(doubts_load(&r.f.app, r.session, &d, &e), &e);
	assert_int_equal(d.count, 4);
	assert_string_equal(d.list[0].given, "is"); /* by gap, then as typed */
	assert_string_equal(d.list[0].expected, "ben");
	assert_string_equal(d.list[0].asked, "Fill in what is missing.\n\nIk  […]  Aziza en ik  …  uit  … .");
	assert_int_equal(d.list[1].gap, 2);
	assert_int_equal(d.list[1].gaps, 3);
	assert_int_equal(d.list[1].count, 2); /* "ga" and "Ga." */
	assert_int_equal(d.list[3].count, 2);
	doubts_release(&d);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 1);
	assert_int_equal(result_of(&r, 3, &a).sections[0].mark, 3);
	decide(&r, "ga", DOUBT_FULL); /* for both, and only in that gap */
	look_for(&r, "ga", 2, 2, DOUBT_FULL);
	look_for(&r, "Turkije", 3, 1, DOUBT_OPEN);
	look_for(&r, "is", 1, 1, DOUBT_OPEN);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 2);
	assert_int_equal(result_of(&r, 2, &a).sections[0].mark, 2);
	decide(&r, "is", DOUBT_HALF);
	struct exam_result x = result_of(&r, 2, &a);
	assert_int_equal(x.scale, 2);
	assert_int_equal(x.sections[0].mark, 5); /* two and a half */
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 2);
	decide(&r, "Turkije", DOUBT_CONFIRMED);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 2); /* what was said of the other gap stays */
	decide(&r, "ga", DOUBT_OPEN);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 1);
	assert_int_equal(result_of(&r, 2, &a).sections[0].mark, 3); /* one and a half */
	decide(&r, "ga", DOUBT_CONFIRMED);
	/* one point for two gaps: a share is rounded down as the grader rounds it */
	assert_int_equal(answers_open(&r), 1);
	decide(&r, "spelen", DOUBT_HALF);
	x = result_of(&r, 3, &a);
	assert_int_equal(x.scale, 2);
	assert_int_equal(x.sections[0].mark, 7); /* three and a half: one gap whole, one half */
	decide(&r, "spelen", DOUBT_FULL);
	assert_int_equal(result_of(&r, 3, &a).sections[0].mark, 4);
	assert_int_equal(result_of(&r, 2, &a).sections[0].mark, 3); /* the empty gap is still empty */
	assert_int_equal(answers_open(&r), 0);
	check(release_results(&r.f.app, r.session, &e), &e);
	arena_release(&a);
	fixture_close(&r.f);
}

static const struct item *item_of(const struct exam_run *run, const char *id)
{
	for (size_t i = 0; i < run->count; i++)
		if (strcmp(strrchr(run->questions[i].path, '/') + 1, id) == 0)
			return run->questions[i].item;
	fail_msg("no question '%s'", id);
	return NULL;
}

/* Of three gaps for three points: what is better never earns less. */
static void each_gap_earns_what_a_typo_earns(void **state)
{
	(void)state;
	static const struct {
		const char *given;
		int full, half, none; /* in units of the scale: half counts twice */
	} rows[] = {
		{"ben\037kom\037Oezbekistan", 3, 6, 3}, {"ben\037kom\037Oezbekistn", 3, 5, 2}, {"is\037kom\037Oezbekistn", 2, 3, 1}, {"is\037ga\037Oezbekistn", 1, 1, 0},
		{"is\037kom\037Oezbekistan", 2, 4, 2}, {"\037kom\037", 1, 2, 1}, {"\037\037", 0, 0, 0}, {"is\037ga\037Turkije", 0, 0, 0},
	};
	struct room r;
	plan_room_of(&r, "tests/data/exams/gaps", "final");
	struct exam_run *run = start_planned(&r, 1);
	const struct item *it = item_of(run, "w1");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena a = ARENA_INIT;
		struct response resp;
		struct grade g;
		assert_true(response_parse(&a, FORM_GAPS, arena_strdup(&a, rows[i].given), &resp));
		item_grade(it, &a, &resp, &g);
		const struct blueprint full = {.typo = TYPO_FULL}, half = {.typo = TYPO_HALF}, none = {.typo = TYPO_NONE};
		const int got[] = {gaps_earned(it, &full, SKILL_VOCABULARY_GRAMMAR, &resp, &g, &a), gaps_earned(it, &half, SKILL_VOCABULARY_GRAMMAR, &resp, &g, &a),
				   gaps_earned(it, &none, SKILL_VOCABULARY_GRAMMAR, &resp, &g, &a), gaps_earned(it, &none, SKILL_READING, &resp, &g, &a)};
		if (got[0] != rows[i].full || got[1] != rows[i].half || got[2] != rows[i].none || got[3] != rows[i].full)
			fail_msg("row %zu: %d %d %d %d", i, got[0], got[1], got[2], got[3]);
		arena_release(&a);
	}
	end(&r, run);
}

/* A last answer in the wrong script, and nothing else: it earns nothing by itself, and a person looks at it. */
static void what_was_told_of_and_left_is_looked_at(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	plan_room_of(&r, "tests/data/exams/gaps", "final");
	open_room(&r);
	check(exam_start(&r.f.app, r.session, NULL, &e), &e);
	answer_gaps(&r, 1, "бен\037kom\037Oezbekistan", "");
	answer_gaps(&r, 2, "", "");
	answer_gaps(&r, 3, "ben\037kom\037Oezbekistan", "");
	check(exam_close(&r.f.app, r.session, &e), &e);
	assert_int_equal(answers_open(&r), 1);
	look_for(&r, "бен", 1, 1, DOUBT_OPEN);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 0);
	decide(&r, "бен", DOUBT_FULL);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 3);
	assert_int_equal(result_of(&r, 2, &a).sections[0].mark, 0);
	decide(&r, "бен", DOUBT_CONFIRMED);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 0);
	arena_release(&a);
	fixture_close(&r.f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gaps_are_decided_one_by_one),
		cmocka_unit_test(each_gap_earns_what_a_typo_earns),
		cmocka_unit_test(what_was_told_of_and_left_is_looked_at),
	};
	return cmocka_run_group_tests_name("gaps", tests, NULL, NULL);
}
