/* Supervised sittings on a real store: the room, answers, clocks, interruptions, results. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/packs.h"
#include "store/exams.h"
#include "store/marks.h"

static void a_sitting_from_plan_to_result(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct exam_result result;
	struct exam_run *run = start(&r, 1);
	assert_int_equal(run->count, 3);
	assert_int_equal(run->left_ms, 10 * 60000);
	assert_string_equal(run->section_title, "Rules");
	for (size_t i = 0; i < run->count; i++) {
		show(&r, run, i);
		assert_true(choose(&r, run, i, 1, &e));
		assert_true(choose(&r, run, i, 0, &e)); /* the last one counts; all are right so */
	}
	assert_true(exam_hand_in(&r.f.app, run, &e));
	assert_int_equal(run->section, 1);
	assert_int_equal(run->count, 2);
	assert_true(run->left_ms == 5 * 60000);
	show(&r, run, 0);
	assert_true(choose(&r, run, 0, 1, &e));
	sit(&r, run, 5 * 60 + 1);
	assert_int_equal(run->state, SITTING_TIME_UP);
	assert_false(choose(&r, run, 1, 0, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	err_clear(&e);
	assert_true(exam_result(&r.f.app, run->sitting, &a, &result, &e));
	assert_int_equal(result.outcome.mark, 3);
	assert_int_equal(result.outcome.maximum, 5);
	assert_false(result.outcome.passed); /* 3 of 5 would do, but the second section needs 1 of 4 */
	assert_true(result.outcome.points);
	assert_int_equal(result.practise_count, 1);
	assert_string_equal(result.practise[0], "signs");
	assert_true(result.again);
	assert_string_equal(result.again_from, "2026-11-30");
	assert_string_equal(result.latin, "KARIMOVA AZIZA");
	/* not before that day */
	struct exam_plan plan = {.exam = "safety/mock", .day = "2026-11-29", .people = r.people, .count = 1};
	int64_t session;
	assert_false(exam_plan(&r.f.app, &plan, &session, &e));
	err_clear(&e);
	plan.day = "2026-11-30";
	assert_true(exam_plan(&r.f.app, &plan, &session, &e));
	arena_release(&a);
	end(&r, run);
}

static void nobody_enters_without_code_or_before_the_seat_is_open(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	plan_room(&r);
	struct exam_run *rehearsal = enter(&r, 1); /* the session is only planned: nothing of the exam */
	assert_true(rehearsal->rehearsal);
	exam_run_free(rehearsal);
	open_room(&r);
	err_clear(&e);
	assert_null(exam_enter(&r.f.app, 1, r.codes[2], &e));
	for (int i = 1; i < EXAM_CODE_TRIES; i++)
		assert_null(exam_enter(&r.f.app, 1, "000000", &e));
	assert_null(exam_enter(&r.f.app, 1, r.codes[1], &e)); /* too many wrong ones: even the right one */
	err_clear(&e);
	assert_true(exam_new_code(&r.f.app, r.session, 1, r.codes[1], &e));
	/* a slip that is seen on the page with the rules is mended there; once the exam runs the identity is frozen */
	static const struct exam_identity other = {.latin = "OTHER", .birth = "1999-01-01", .document = "FA7654321"};
	struct exam_run *run = enter(&r, 1);
	assert_true(exam_confirm(&r.f.app, r.session, 1, &other, &e));
	tick(&r, run);
	assert_int_equal(run->state, SITTING_OPEN);
	assert_string_equal(run->latin, "OTHER");
	assert_string_equal(run->birth, "1999-01-01");
	assert_true(exam_start(&r.f.app, r.session, NULL, &e));
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_false(exam_confirm(&r.f.app, r.session, 1, &other, &e));
	end(&r, run);
}

static void open_first_seat(struct room *r, int64_t session)
{
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	struct err e = ERR_INIT;
	assert_true(exam_confirm(&r->f.app, session, 1, &id, &e));
	assert_true(exam_open_seat(&r->f.app, session, 1, NULL, &e));
}

static void entering_in_one_room_locks_no_seat_of_another(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	plan_room(&r);
	struct exam_plan plan = {.exam = "mock", .day = "2026-11-23", .room = "3", .people = &r.people[1], .count = 1};
	int64_t other;
	char code[EXAM_CODE_SIZE];
	assert_true(exam_plan(&r.f.app, &plan, &other, &e));
	assert_true(exam_new_code(&r.f.app, other, 1, code, &e));
	open_first_seat(&r, r.session);
	open_first_seat(&r, other);
	struct arena a = ARENA_INIT;
	for (int i = 0; i < EXAM_CODE_TRIES; i++) {
		struct exam_run *run = exam_enter(&r.f.app, 1, code, &e);
		assert_non_null(run);
		assert_int_equal(run->session, other);
		exam_run_free(run);
	}
	assert_int_equal(place(&r, 1, &a).code_failures, 0);
	assert_null(exam_enter(&r.f.app, 1, "000000", &e));
	assert_int_equal(place(&r, 1, &a).code_failures, 1);
	exam_run_free(enter(&r, 1));
	assert_int_equal(place(&r, 1, &a).code_failures, 0);
	arena_release(&a);
	fixture_close(&r.f);
}

/* Two terminals that read the same number of failures are two tries. */
static void tries_at_one_seat_are_counted_one_by_one(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	bool may;
	plan_room(&r);
	struct place_row seen = place(&r, 1, &a);
	for (int i = 0; i < EXAM_CODE_TRIES; i++)
		assert_true(exam_seat_try(r.f.app.store, r.session, 1, seen.code_hash, EXAM_CODE_TRIES, &may, &e) && may);
	assert_true(exam_seat_try(r.f.app.store, r.session, 1, seen.code_hash, EXAM_CODE_TRIES, &may, &e));
	assert_false(may);
	assert_int_equal(place(&r, 1, &a).code_failures, EXAM_CODE_TRIES);
	arena_release(&a);
	fixture_close(&r.f);
}

static void time_is_what_a_live_screen_used(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct exam_run *run = start(&r, 1);
	sit(&r, run, 60);
	assert_int_equal(run->left_ms, 9 * 60000);
	/* the clock on the wall goes back a day: nothing changes */
	r.f.clock.wall -= INT64_C(86400000);
	sit(&r, run, 60);
	assert_int_equal(run->left_ms, 8 * 60000);
	/* killed: at most EXAM_BEAT_MS come back */
	sit(&r, run, 4);
	exam_run_free(run);
	pass(&r, 120000);
	run = enter(&r, 1);
	assert_int_equal(run->state, SITTING_PAUSED);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_in_range(run->left_ms, 8 * 60000 - 4000, 8 * 60000 + 1000);
	/* a pause costs nothing */
	int64_t before = run->left_ms;
	struct exam_reason fire = {.why = WHY_ENVIRONMENT, .text = "fire drill"};
	assert_false(exam_pause(&r.f.app, r.session, 1, NULL, NULL, &e));
	err_clear(&e);
	assert_true(exam_pause(&r.f.app, r.session, 1, &fire, NULL, &e));
	sit(&r, run, 100);
	assert_int_equal(run->state, SITTING_PAUSED);
	assert_false(choose(&r, run, 0, 0, &e));
	err_clear(&e);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_in_range(run->left_ms, before - 1000, before);
	/* more minutes */
	assert_false(exam_extend(&r.f.app, r.session, 1, 5, &fire, NULL, &e));
	err_clear(&e);
	fire.second = r.witness;
	assert_true(exam_extend(&r.f.app, r.session, 1, 5, &fire, NULL, &e));
	tick(&r, run);
	assert_in_range(run->left_ms, before + 5 * 60000 - 1000, before + 5 * 60000);
	/* the third interruption needs a decision */
	exam_run_free(run);
	pass(&r, 60000);
	assert_false(release(&r, 1, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	err_clear(&e);
	struct exam_reason decision = {.why = WHY_TECHNICAL, .text = "the cable"};
	assert_true(exam_release(&r.f.app, r.session, 1, &decision, NULL, &e));
	run = enter(&r, 1);
	assert_int_equal(run->state, SITTING_RUNNING); /* released before it was entered: no further release */
	assert_int_equal(place(&r, 1, &a).interruptions, 3);
	arena_release(&a);
	end(&r, run);
}

static void one_seat_has_one_live_screen(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *first = start(&r, 1);
	assert_true(choose(&r, first, 0, 0, &e));
	struct exam_run *second = enter(&r, 1);
	assert_int_equal(second->state, SITTING_PAUSED);
	/* the older one does not know yet: it shows nothing and calls nobody */
	struct arena a = ARENA_INIT;
	struct form form;
	assert_false(exam_show(&r.f.app, first, 1, &a, &form, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	assert_true(first->moved);
	err_clear(&e);
	assert_false(exam_call(&r.f.app, first, true, &e));
	err_clear(&e);
	assert_int_equal(place(&r, 1, &a).shown, 0);
	assert_false(place(&r, 1, &a).calls);
	arena_release(&a);
	pass(&r, 1000);
	tick(&r, first);
	assert_true(first->moved);
	assert_false(choose(&r, first, 1, 0, &e));
	err_clear(&e);
	assert_true(release(&r, 1, &e));
	tick(&r, second);
	assert_int_equal(second->state, SITTING_RUNNING);
	assert_true(second->questions[0].answered);
	assert_false(choose(&r, first, 1, 0, &e));
	err_clear(&e);
	assert_true(choose(&r, second, 1, 0, &e));
	/* two at once, before anything ran: the one that came last is it */
	struct exam_run *third = enter(&r, 2), *fourth = enter(&r, 2);
	tick(&r, third);
	tick(&r, fourth);
	assert_true(third->moved);
	assert_false(fourth->moved);
	exam_run_free(first);
	exam_run_free(third);
	exam_run_free(fourth);
	end(&r, second);
}

static void long_away_questions_seen_are_exchanged(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *run = start(&r, 1);
	show(&r, run, 0);
	assert_true(choose(&r, run, 0, 0, &e));
	show(&r, run, 1);
	char answered[64], seen[64], unseen[64];
	snprintf(answered, sizeof(answered), "%s", run->questions[0].path);
	snprintf(seen, sizeof(seen), "%s", run->questions[1].path);
	snprintf(unseen, sizeof(unseen), "%s", run->questions[2].path);
	exam_run_free(run);
	pass(&r, EXAM_AWAY_MS - 1000);
	run = enter(&r, 1);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_string_equal(run->questions[1].path, seen);
	assert_int_equal(run->now, 1);
	exam_run_free(run);
	pass(&r, EXAM_AWAY_MS + EXAM_LOST_MS);
	run = enter(&r, 1);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_int_equal(run->count, 3);
	assert_string_equal(run->questions[0].path, answered);
	assert_true(run->questions[0].answered);
	assert_string_not_equal(run->questions[1].path, seen);
	assert_string_equal(run->questions[2].path, unseen);
	end(&r, run);
}

static void a_pack_may_change_or_go_under_a_running_exam(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *run = start(&r, 1);
	char path[64];
	snprintf(path, sizeof(path), "%s", run->questions[0].path);
	assert_true(choose(&r, run, 0, 0, &e));
	install(&r.f.app, "tests/data/exams/pack-2");
	exam_run_free(run);
	pass(&r, 20000);
	run = enter(&r, 1);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_string_equal(run->questions[0].path, path);
	assert_int_equal(run->count, 3);
	assert_true(packs_remove(&r.f.app, "safety", &e));
	assert_true(choose(&r, run, 1, 0, &e));
	assert_true(exam_hand_in(&r.f.app, run, &e));
	assert_int_equal(run->count, 2);
	end(&r, run);
}

static void sessions_of_a_pack_are_told_until_results_are_given_out(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct pack_session *list;
	size_t count;
	struct exam_run *run = start(&r, 1);
	assert_true(packs_sessions(&r.f.app, "safe", &a, &list, &count, &e));
	assert_int_equal(count, 0);
	assert_true(packs_sessions(&r.f.app, "safety", &a, &list, &count, &e));
	assert_int_equal(count, 1);
	assert_int_equal(list[0].id, r.session);
	assert_int_equal(list[0].stage, PACK_SESSION_OPEN);
	assert_true(exam_session_state(r.f.app.store, r.session, "closed", &e));
	assert_true(packs_sessions(&r.f.app, "safety", &a, &list, &count, &e));
	assert_int_equal(count, 1);
	assert_int_equal(list[0].stage, PACK_SESSION_WAITING);
	const struct release_row given = {.at = app_now(&r.f.app), .act = "program"};
	assert_true(exam_release_add(r.f.app.store, r.session, &given, &e));
	assert_true(packs_sessions(&r.f.app, "safety", &a, &list, &count, &e));
	assert_int_equal(count, 0);
	arena_release(&a);
	end(&r, run);
}

static void ending_and_voiding_need_a_reason_and_a_second_person(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct exam_run *run = start(&r, 1);
	struct exam_reason reason = {.why = WHY_TECHNICAL, .text = "power"};
	assert_true(choose(&r, run, 0, 0, &e));
	assert_false(exam_void(&r.f.app, r.session, 1, &reason, NULL, &e));
	err_clear(&e);
	assert_false(exam_witness(&r.f.app, "9002", "000000", &reason.second, &e));
	err_clear(&e);
	assert_false(exam_witness(&r.f.app, "9001", "402817", &reason.second, &e)); /* the one signed in */
	err_clear(&e);
	assert_false(exam_witness(&r.f.app, "1002", "402817", &reason.second, &e)); /* a learner */
	err_clear(&e);
	assert_int_equal(reason.second, 0);
	assert_true(exam_witness(&r.f.app, "9002", "402817", &reason.second, &e));
	assert_int_equal(r.f.app.person.id, r.supervisor);
	assert_false(exam_close(&r.f.app, r.session, &e));
	err_clear(&e);
	assert_true(exam_end(&r.f.app, r.session, 2, &reason, NULL, &e));
	assert_true(exam_void(&r.f.app, r.session, 1, &reason, NULL, &e));
	assert_true(exam_end(&r.f.app, r.session, 3, &reason, NULL, &e));
	assert_true(exam_close(&r.f.app, r.session, &e));
	tick(&r, run);
	assert_int_equal(run->state, SITTING_VOID);
	struct exam_result result;
	assert_true(exam_result(&r.f.app, run->sitting, &a, &result, &e));
	assert_false(result.attempt);
	assert_string_equal(result.again_from, "");
	arena_release(&a);
	end(&r, run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sitting_from_plan_to_result),
		cmocka_unit_test(nobody_enters_without_code_or_before_the_seat_is_open),
		cmocka_unit_test(entering_in_one_room_locks_no_seat_of_another),
		cmocka_unit_test(tries_at_one_seat_are_counted_one_by_one),
		cmocka_unit_test(time_is_what_a_live_screen_used),
		cmocka_unit_test(one_seat_has_one_live_screen),
		cmocka_unit_test(long_away_questions_seen_are_exchanged),
		cmocka_unit_test(a_pack_may_change_or_go_under_a_running_exam),
		cmocka_unit_test(sessions_of_a_pack_are_told_until_results_are_given_out),
		cmocka_unit_test(ending_and_voiding_need_a_reason_and_a_second_person),
	};
	return cmocka_run_group_tests_name("supervised sittings", tests, NULL, NULL);
}
