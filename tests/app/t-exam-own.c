/* What a person may not: decide about their own exam, who may work here later and signs in as staff then, nor sit an exam oftener than it allows. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/exam_marking.h"
#include "app/exam_paper.h"
#include "app/exam_release.h"
#include "app/exam_rescore.h"
#include "store/stmt.h"

static void refused(bool ok, struct err *e)
{
	if (ok || e->kind != ERR_DENIED || !strstr(e->msg, "nobody decides about their own exam"))
		fail_msg("%s", ok ? "done" : e->msg);
	err_clear(e);
}

/* Signed in as somebody who sits in the session. */
static void nobody_decides_about_their_own_exam(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct doubts d;
	struct exam_reason reason = {.why = WHY_TECHNICAL, .text = "power"};
	hold_final(&r);
	reason.second = r.supervisor;
	check(doubts_load(&r.f.app, r.session, &d, &e), &e);
	assert_true(d.count);
	r.f.app.person.id = r.people[0];
	refused(doubt_decide(&r.f.app, r.session, &d.list[0], DOUBT_FULL, &e), &e);
	refused(exam_void(&r.f.app, r.session, 1, &reason, NULL, &e), &e);
	refused(release_results(&r.f.app, r.session, &e), &e);
	refused(review_answer(&r.f.app, place(&r, 1, &a).sitting, "it is more", &e), &e);
	check(exam_void(&r.f.app, r.session, 2, &reason, NULL, &e), &e); /* another's */
	doubts_release(&d);
	arena_release(&a);
	fixture_close(&r.f);
}

/* Who sits in the session as the one who signs in too. */
static void nor_signs_in_for_it(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	int changed;
	hold_final(&r);
	const char *sitting = place(&r, 1, &a).sitting;
	struct exam_reason reason = {.why = WHY_TECHNICAL, .text = "power", .second = r.people[0]};
	struct marking_entry marks = {.section = 1, .marker = MARKER_FIRST, .second = r.people[0]};
	struct lifted lifted = {.number = 1, .to = DOUBT_FULL, .reason = "as good", .second = r.people[0]};
	struct rescore rescore = {.exam = "words/final", .item = "w3", .how = RESCORE_EVERYBODY, .reason = "a wrong key", .second = r.people[0]};
	refused(exam_void(&r.f.app, r.session, 1, &reason, NULL, &e), &e);
	refused(marking_put(&r.f.app, sitting, &marks, &e), &e);
	refused(release_lift(&r.f.app, sitting, &lifted, &e), &e);
	refused(rescore_do(&r.f.app, &rescore, NULL, NULL, &changed, &e), &e);
	check(exam_void(&r.f.app, r.session, 2, &reason, NULL, &e), &e); /* another's */
	arena_release(&a);
	fixture_close(&r.f);
}

/* Nor takes more time, prints the key, opens the way out, or types in the own sheet. */
static void nor_helps_themselves(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_papers to = {0};
	struct str told;
	char code[EXAM_CODE_SIZE];
	int seats;
	struct exam_help more = {.extra_percent = 200}, some = {.extra_percent = 25};
	plan_room(&r);
	check(sql_exec(r.f.app.store, "UPDATE person SET role = 'instructor' WHERE code = '1001'", &e), &e);
	r.f.app.person.id = r.people[0];
	more.second = some.second = r.witness;
	refused(exam_set_help(&r.f.app, r.session, 1, &more, &e), &e);
	refused(exam_leave_code(&r.f.app, r.session, 1, code, &e), &e);
	refused(exam_paper(&r.f.app, r.session, 0, &to, &seats, &e), &e);
	check(exam_set_help(&r.f.app, r.session, 2, &some, &e), &e); /* another's */
	some.second = 0;
	check(exam_set_help(&r.f.app, r.session, 2, &some, &e), &e); /* as much as it was */
	some.extra_percent = 50;
	assert_false(exam_set_help(&r.f.app, r.session, 2, &some, &e));
	assert_non_null(strstr(e.msg, "second member of staff"));
	err_clear(&e);
	some.second = r.people[1];
	refused(exam_set_help(&r.f.app, r.session, 2, &some, &e), &e); /* nor vouches for it */
	r.f.app.person.id = r.supervisor;
	struct exam_run *run = start_planned(&r, 1);
	refused(exam_leave_staff(&r.f.app, run, "1001", "402817", &e), &e);
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	str_init(&told);
	refused(exam_paper_enter(&r.f.app, r.session, 1, NULL, 0, r.people[0], &told, &e), &e);
	str_release(&told);
	end(&r, run);
}

/* As many seats as a session has when it is planned, and no more. */
static void seats_that_are_added_are_counted(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	int seat;
	plan_room(&r);
	check(sql_exec(r.f.app.store, "WITH RECURSIVE n (i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
				      "INSERT INTO exam_seat (session, number) SELECT 1, i FROM n", &e), &e);
	assert_false(exam_add_seat(&r.f.app, r.session, r.witness, &seat, &e));
	assert_non_null(strstr(e.msg, "1 to 500 seats"));
	fixture_close(&r.f);
}

/* Planned twice before the first was sat: attempts and the days between them are asked again when a seat is opened. */
static void two_sessions_planned_give_no_second_attempt_on_a_day(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	plan_room(&r);
	struct exam_plan plan = {.exam = "mock", .day = "2026-11-23", .room = "3", .people = r.people, .count = 1};
	int64_t other;
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	assert_true(exam_plan(&r.f.app, &plan, &other, &e));
	assert_true(exam_confirm(&r.f.app, other, 1, &id, &e));
	struct exam_run *run = start_planned(&r, 1);
	assert_false(exam_open_seat(&r.f.app, other, 1, NULL, &e)); /* another one is under way */
	err_clear(&e);
	while (run->state == SITTING_RUNNING)
		assert_true(exam_hand_in(&r.f.app, run, &e));
	assert_false(exam_open_seat(&r.f.app, other, 1, NULL, &e));
	assert_non_null(strstr(e.msg, "may sit this exam again from 2026-11-30"));
	err_clear(&e);
	pass(&r, 7 * INT64_C(86400000));
	assert_true(exam_open_seat(&r.f.app, other, 1, NULL, &e));
	end(&r, run);
}

/* Nor by a second bank that stands for the same: while one sitting goes on, no other is opened. */
static void one_exam_is_sat_once_at_a_time(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	int64_t other;
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	struct exam_run *run = start(&r, 1);
	struct person supervisor = r.f.app.person;
	r.f.app.person = (struct person){0};
	r.f.app.front = "cli";
	install(&r.f.app, "tests/data/exams/dutch");
	r.f.app.person = supervisor;
	r.f.app.front = "tui";
	struct exam_plan plan = {.exam = "words/final", .day = "2026-11-23", .room = "3", .people = r.people, .count = 1};
	check(exam_plan(&r.f.app, &plan, &other, &e) && exam_confirm(&r.f.app, other, 1, &id, &e), &e);
	check(sql_exec(r.f.app.store, "UPDATE exam SET examines = 'trade/final'", &e), &e);
	assert_false(exam_open_seat(&r.f.app, other, 1, NULL, &e));
	assert_non_null(strstr(e.msg, "another sitting of this exam under way"));
	err_clear(&e);
	check(sql_exec(r.f.app.store, "UPDATE exam SET examines = id || '/final'", &e), &e);
	check(exam_open_seat(&r.f.app, other, 1, NULL, &e), &e);
	end(&r, run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_decides_about_their_own_exam),
		cmocka_unit_test(nor_signs_in_for_it),
		cmocka_unit_test(nor_helps_themselves),
		cmocka_unit_test(seats_that_are_added_are_counted),
		cmocka_unit_test(two_sessions_planned_give_no_second_attempt_on_a_day),
		cmocka_unit_test(one_exam_is_sat_once_at_a_time),
	};
	return cmocka_run_group_tests_name("own exams", tests, NULL, NULL);
}
