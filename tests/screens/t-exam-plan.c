/* Staff plan an examination: sessions, who sits, seats, identity, codes. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/exam.h"
#include "stage.h"
#include "store/stmt.h"

static int set_up(void **state)
{
	char libexec[512];
	struct stage *st;
	int failed = stage_open(state, "tests/data/exams/pack");

	st = *state;
	snprintf(libexec, sizeof libexec, "%s/src", getenv("top_builddir") != NULL ? getenv("top_builddir") : ".");
	setenv("SAFAR_LIBEXECDIR", libexec, 1);
	st->prefix = "exam-plan";
	st->f.app.front = "cli";
	stage_add(st, (struct person){ .code = "1002", .name = "Saidov Botir", .latin = "SAIDOV BOTIR", .birth = "2000-01-31", .region = "UZ-NG", .role = ROLE_LEARNER }, "502817", NULL);
	stage_add(st, (struct person){ .code = "1003", .name = "Aliyev Otabek", .birth = "1999-12-01", .region = "UZ-NG", .role = ROLE_LEARNER }, "602817", NULL);
	st->f.app.front = "tui";
	return failed;
}

#define TO_SESSIONS "4 2001 Enter 538206 Enter @staff 2 @exam-sessions"
#define TO_SEATS TO_SESSIONS " n @exam-plan Enter Enter Enter 2 Enter @exam-who Enter @exam-seats"

static void a_session_is_planned(void **state)
{
	struct stage *st = *state;

	stage_play(st, TO_SESSIONS " =none n @exam-plan =form Right Enter Down Back Back Back Back Back Back Back Back Back Back 1.1.2001 Enter 2 Enter =past");
	stage_play(st, "Back Back Back Back Back Back Back Back Back Back 2026-11-26 Enter Enter @exam-who =who Down _ =ticked Enter @exam-seats =seats Esc @exam-sessions =sessions Enter @exam-seats");
	/* one more; who has a seat has none again */
	stage_play(st, "n @exam-who =more Down _ Enter @exam-seats =three Esc Esc @staff");
}

static void a_group_is_a_programme(void **state)
{
	struct stage *st = *state;

	stage_play(st, TO_SESSIONS " n Down Right =group F9 @exam-who =enrolled Esc @exam-plan Esc @exam-sessions");
}

static void a_seat_gets_help_and_a_code(void **state)
{
	struct stage *st = *state;

	stage_play(st, TO_SEATS " Down Enter @exam-seat =seat 3 @exam-help Back 25 Enter _ =help Enter @second 9001 Enter 716493 Enter @exam-seat =helped 2 @exam-codes =ask 2 @exam-seat 2 @exam-codes 1 =code Enter @exam-seat Esc");
	stage_play(st, "p @exam-codes =all-ask Enter =all-codes Esc @exam-seats =coded");
}

/* The name differs from the record by letters, the birth date by a digit: shown, asked, logged. */
static void identity_letter_by_letter(void **state)
{
	struct stage *st = *state;

	stage_play(st, TO_SEATS " Down Down Enter @exam-seat Enter @exam-identity =typing Enter Enter Enter =nothing");
	stage_play(st, "saydov<<botirjon<<<< Enter 30.1.2000 Enter FA1234567 Enter =differs Enter =again");
	stage_play(st, "Home Del Del Del Del Del Del Del Del Del Del Del Del Del Del Del Del Del Del Del Del Del Del SAIDOV<<BOTIR Down Back Back Back Back Back Back Back Back 1.1.2000 F9 =born 1 @exam-seat =confirmed");
	stage_play(st, "4 =open Esc @exam-seats =one-open m @exam-more =session 2 =no-more 4 @ask 2 @exam-more 4 1 @exam-closing =closed Enter @exam-seats");
}

/* A day that has not come is nobody's birth date, and one document is one person's: told before it is confirmed, and in the log after. */
static void a_document_is_one_persons(void **state)
{
	struct stage *st = *state;
	struct err e = ERR_INIT;
	int64_t told;

	stage_play(st, TO_SEATS " Down Down Enter Enter @exam-identity SAIDOV<<BOTIR Enter 1.1.2000 Enter FA1234567 Enter 1 @exam-seat Esc @exam-seats");
	stage_play(st, "Home Enter Enter @exam-identity ALIYEV<<OTABEK Enter 1.12.2099 Enter FA1234567 Enter =unborn Up Back Back Back Back 1999 F9 =somebody-elses 1 @exam-seat Esc Esc @exam-sessions");
	assert_true(sql_number(st->f.app.store, "SELECT count(*) FROM exam_event WHERE act = 'document-twice' AND text = 'Saidov Botir'", &told, &e));
	assert_int_equal(told, 1);
}

/* What stays of a session is written when it is closed, and once more from its results under another name; a folder that takes nothing keeps the session closed. */
static void files_of_a_closed_session(void **state)
{
	struct stage *st = *state;

	stage_play(st, TO_SEATS " m @exam-more");
	assert_int_equal(rmdir("home"), 0);
	stage_play(st, "4 1 @exam-closing =closing-refused Enter @exam-closing");
	assert_int_equal(mkdir("home", 0700), 0);
	stage_play(st, "Enter @exam-closing =closing-written Enter @exam-seats Esc @exam-sessions Enter @exam-results =closing-results x @exam-closing =closing-again Esc @exam-results");
	assert_int_equal(access("home/safar-session-1.closing", R_OK) | access("home/safar-session-1.pdf", R_OK) | access("home/safar-session-1-2.closing", R_OK) |
				 access("home/safar-session-1-2.pdf", R_OK), 0);
}

/* Forms are printed, somebody writes on paper, and two people type it in: what cannot be read is told at its question. */
static void answers_come_from_paper(void **state)
{
	static const struct exam_identity id = { .latin = "ALIYEV OTABEK", .birth = "1999-12-01", .document = "FA1234567" };
	struct stage *st = *state;
	struct err e = ERR_INIT;

	stage_play(st, TO_SEATS);
	if (!exam_confirm(&st->f.app, 1, 1, &id, &e))
		fail_msg("%s", e.msg);
	stage_play(st, "Enter @exam-seat =paper-seat 5 @exam-seat =paper-no-form Esc m 5 @exam-print =paper Enter @exam-print =paper-written Enter @exam-more Esc");
	assert_int_equal(access("home/safar-forms-1.pdf", R_OK) | access("home/safar-key-1.pdf", R_OK) | access("home/safar-room-1.pdf", R_OK), 0);
	stage_play(st, "@exam-seats Enter 5 @exam-type =paper-question x Esc @ask 1 @exam-seat 5 @exam-type =paper-question z Enter =paper-unread Back a Enter Enter Enter Enter Enter =paper-all Esc @ask =paper-leave 2 @exam-type =paper-all");
	stage_play(st, "Up Enter Enter @second 9001 Enter 716493 Enter @exam-type =paper-done Enter @exam-seat");
}

static void a_second_line_is_checked(void **state)
{
	struct stage *st = *state;

	stage_play(st, TO_SEATS " Down Enter 1 @exam-identity P<UTOERIKSSON<<ANNA<MARIA Enter Enter L898902C36UTO7408122F1204159ZE184226B<<<<<11 Enter =slip Back 0 Enter =line 2 Esc @exam-seat");
}

/* The code of seat 1 as the screen shows it only once. */
static void enter_with_code(struct stage *st)
{
	struct err e = ERR_INIT;
	char code[EXAM_CODE_SIZE];

	st->f.app.front = "cli"; /* another terminal */
	assert_true(exam_new_code(&st->f.app, 1, 1, code, &e));
	st->f.app.front = "tui";
	stage_play(st, "4 F10 @exam-enter 1 Enter");
	stage_type(st, code);
	stage_play(st, "Enter @exam-rules");
}

/* The day before, at a terminal: three questions to try, no other, and the supervisor sees it. */
static void a_seat_is_tried(void **state)
{
	struct stage *st = *state;

	st->prefix = "rehearsal";
	stage_play(st, TO_SEATS " m @exam-more =more 1 @exam-rehearse Enter @exam-rehearse Esc @exam-more 2 @ask =cards 2 @exam-more Esc Esc Esc @staff 0 1");
	enter_with_code(st);
	stage_play(st, "=rules Down Down Down Down Enter @exam-sit =try 1 Right Esc Right Right @exam-tried =half 2 @exam-sit");
	stage_play(st, "F10");
	stage_play(st, "4 2001 Enter 538206 Enter 2 Enter @exam-seats =entered Esc Esc 0 1");
	enter_with_code(st);
	stage_play(st, "Enter @exam-sit 1 Right Otabek Esc Right 3 2 1 Enter @exam-tried =works Enter");
	stage_play(st, "4 2001 Enter 538206 Enter 2 Enter @exam-seats =tried");
}

/* A store that was copied: staff are told, an administrator decides, and until then no seat opens. */
static void a_copy_of_the_store_is_told(void **state)
{
	struct stage *st = *state;

	st->prefix = "site";
	setenv("SAFAR_MACHINE_ID", fixture_file(&st->f, "machine-id", "0123456789abcdef0123456789abcdef\n"), 1);
	stage_play(st, TO_SEATS " Enter Enter @exam-identity ALIYEV<<OTABEK Enter 1999-12-01 Enter FA1234567 Enter 1 @exam-seat Esc Esc Esc @staff 0 1");
	setenv("SAFAR_MACHINE_ID", fixture_file(&st->f, "machine-id", "ffffffffffffffffffffffffffffffff\n"), 1);
	stage_play(st, "4 2001 Enter 538206 Enter @staff =told 2 Enter Enter @exam-seat 4 =refused Esc Esc Esc @staff 0 1 4 9001 Enter 716493 Enter @staff =administrator 8 @site-moved =why Enter =no-reason");
	stage_play(st, "The _ old _ computer _ broke. Enter =decided Enter @staff =home 2 @exam-sessions Enter Enter 4 @exam-seat =opened");
	unsetenv("SAFAR_MACHINE_ID");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_session_is_planned, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_group_is_a_programme, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_seat_gets_help_and_a_code, set_up, stage_close),
		cmocka_unit_test_setup_teardown(identity_letter_by_letter, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_document_is_one_persons, set_up, stage_close),
		cmocka_unit_test_setup_teardown(files_of_a_closed_session, set_up, stage_close),
		cmocka_unit_test_setup_teardown(answers_come_from_paper, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_seat_is_tried, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_copy_of_the_store_is_told, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_second_line_is_checked, set_up, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
