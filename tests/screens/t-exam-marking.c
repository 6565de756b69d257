/* What staff do after an examination: marks, typed answers, release, reviews. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/exam.h"
#include "app/exam_release.h"
#include "stage.h"

static int set_up(void **state)
{
	return stage_open(state, "tests/screens/packs/mend");
}

static void must(bool ok, const struct err *e)
{
	if (!ok)
		fail_msg("%s", e->msg);
}

static int64_t person_of(struct stage *st, const char *code)
{
	struct arena a = ARENA_INIT;
	struct person p;
	struct err e = ERR_INIT;

	must(person_by_code(st->f.app.store, code, &a, &p, &e), &e);
	arena_release(&a);
	return p.id;
}

static void type(struct stage *st, struct exam_run *run, size_t i, const char *text)
{
	struct response resp = { .kind = FORM_GAPS, .typed = &text, .typed_count = 1 };
	struct err e = ERR_INIT;
	bool retry;

	must(exam_answer(&st->f.app, run, i, &resp, &retry, &e), &e);
}

static void answer(struct stage *st, int seat, const char *code, const char *first, const char *second)
{
	struct err e = ERR_INIT;
	struct response choice = { .kind = FORM_CHOICE, .chosen = { 0 }, .count = 1 };
	struct exam_run *run = exam_enter(&st->f.app, seat, code, &e);
	bool retry;

	must(run != NULL, &e);
	must(exam_begin_here(&st->f.app, run, &e), &e);
	type(st, run, 0, first);
	type(st, run, 1, second);
	must(exam_answer(&st->f.app, run, 2, &choice, &retry, &e) && exam_hand_in(&st->f.app, run, &e), &e);
	exam_run_free(run);
}

static void sit_words(struct stage *st, int seat, const char *code)
{
	answer(st, seat, code, "het eethuis", seat == 1 ? "de poort" : "de port");
}

static void sit_gaps(struct stage *st, int seat, const char *code)
{
	const char *typed[3] = { "ben", "ga", seat == 1 ? "Oezbekistan" : "Turkije" };
	struct response gaps = { .kind = FORM_GAPS, .typed = typed, .typed_count = 3 };
	struct err e = ERR_INIT;
	struct exam_run *run = exam_enter(&st->f.app, seat, code, &e);
	bool retry;

	must(run != NULL, &e);
	must(exam_begin_here(&st->f.app, run, &e), &e);
	for (size_t i = 0; i < run->count; i++)
		if (strcmp(strrchr(run->questions[i].path, '/'), "/w1") == 0)
			must(exam_answer(&st->f.app, run, i, &gaps, &retry, &e), &e);
	must(exam_hand_in(&st->f.app, run, &e) && exam_hand_in(&st->f.app, run, &e), &e);
	exam_run_free(run);
}

/* A session of two that is closed; its number. */
static int64_t hold(struct stage *st, const char *pack, const char *exam, void (*sit)(struct stage *st, int seat, const char *code))
{
	static const struct exam_identity id = { .latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567" };
	struct app *app = &st->f.app;
	struct err e = ERR_INIT;
	char codes[2][EXAM_CODE_SIZE];
	int64_t people[2], session;

	app->front = "cli";
	stage_install(st, pack);
	stage_add(st, (struct person){ .code = "1002", .name = "Abdullayev Botir", .birth = "2000-01-01", .region = "UZ-NG", .role = ROLE_LEARNER }, "502817", NULL);
	people[0] = person_of(st, "1001");
	people[1] = person_of(st, "1002");
	struct exam_plan plan = { .exam = exam, .day = "2026-12-01", .room = "2", .people = people, .count = 2 };

	must(exam_plan(app, &plan, &session, &e), &e);
	for (int seat = 1; seat <= 2; seat++)
		must(exam_new_code(app, session, seat, codes[seat - 1], &e) && exam_confirm(app, session, seat, &id, &e), &e);
	must(exam_open_seat(app, session, 0, NULL, &e) && exam_start(app, session, NULL, &e), &e);
	for (int seat = 1; seat <= 2; seat++)
		sit(st, seat, codes[seat - 1]);
	must(exam_close(app, session, &e), &e);
	app->front = "tui";
	return session;
}

static void results_are_marked_looked_at_and_given_out(void **state)
{
	struct stage *st = *state;

	st->prefix = "marking";
	hold(st, "tests/data/exams/dutch", "words/final", sit_words);
	stage_play(st, "4 2001 Enter 538206 Enter @staff =staff 3 @exam-marking =home Enter @exam-results =results Down Down Enter @exam-sheet =sheet 1 @exam-mark =taught 1");
	stage_play(st, "=band 3 2 @exam-mark =end Enter @exam-sheet =first Esc @exam-results Home 1 @exam-release =doubt 3 =next 1 =all Left Esc");
	/* the other one marks, too, and they are far apart */
	stage_play(st, "@exam-results Down Down Down Enter @exam-sheet 1 1 0 Enter @exam-sheet =absent Esc Esc Esc @staff 0 1 4 9001 Enter 716493 Enter @staff");
	stage_play(st, "3 @exam-marking Enter @exam-results Down Down Enter 1 1 1 2 =second Enter @exam-sheet 1 @exam-mark =decide 2 2 =decision Enter @second 2001 Enter 538206 Enter @exam-sheet =decided");
	stage_play(st, "Esc 2 @ask =ask 1 @exam-results =released Down Enter @exam-sheet Esc Esc @exam-marking Esc @staff");
}

/* Marked, looked at, given out. */
static int64_t give_out(struct stage *st)
{
	struct err e = ERR_INIT;
	struct doubts d;
	int64_t session = hold(st, "tests/data/exams/dutch", "words/final", sit_words);

	stage_play(st, "4 2001 Enter 538206 Enter @staff 3 @exam-marking Enter @exam-results Down Down Enter @exam-sheet 1 1 0 Enter Esc Down Down Down Enter 1 1 0 Enter Esc @exam-results");
	must(doubts_load(&st->f.app, session, &d, &e), &e);
	for (size_t i = 0; i < d.count; i++)
		must(doubt_decide(&st->f.app, session, &d.list[i], DOUBT_CONFIRMED, &e), &e);
	doubts_release(&d);
	must(release_results(&st->f.app, session, &e), &e);
	return session;
}

static void a_mended_key_counts_anew(void **state)
{
	struct stage *st = *state;

	st->prefix = "rescore";
	give_out(st);
	stage_play(st, "Esc @exam-marking Esc @staff 2 @exam-sessions Enter @exam-results =results m @analysis-exam =exam Down Enter @analysis-item =item m @exam-rescore =same Enter Enter =lacks");
	stage_install(st, "tests/data/exams/dutch-2");
	stage_play(st, "Esc @analysis-item m @exam-rescore =mended Left =left-out Left =everybody Left Enter Enter =reason eetzaal Enter @ask =ask 1 @second =second 9001 Enter 716493 Enter @exam-rescore =done");
	stage_play(st, "Enter @analysis-item =item-after m @exam-rescore =after Esc Esc Esc @exam-results =results-after");
}

static void a_request_for_review_is_answered(void **state)
{
	struct stage *st = *state;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	const char *sitting;
	int64_t session = give_out(st);

	st->prefix = "marking";
	must(exam_sitting_of(&st->f.app, session, 1, &a, &sitting, &e), &e);
	stage_play(st, "Esc @exam-marking Esc @staff 0 1 4 1001 Enter 402817 Enter @home");
	must(review_ask(&st->f.app, sitting, "Een eethuis is ook een kantine.", &e), &e);
	stage_play(st, "0 1 4 2001 Enter 538206 Enter @staff 3 @exam-marking =none 0 @exam-reviews =reviews Enter @exam-review =review F7 @exam-sheet Down Enter @exam-lift =lift");
	stage_play(st, "Right Right Enter Enter @exam-lift =lift-why a _ canteen =lifting Enter @second 9001 Enter 716493 Enter @exam-sheet =changed Esc @exam-review =answering You _ are _ right. Enter @exam-reviews =answered");
	arena_release(&a);
}

static void gaps_are_looked_at_one_by_one(void **state)
{
	struct stage *st = *state;

	st->prefix = "gaps";
	hold(st, "tests/data/exams/gaps", "gaps/final", sit_gaps);
	stage_play(st, "4 2001 Enter 538206 Enter @staff 3 @exam-marking F3 3 =home-ru Enter @exam-results 1 @exam-release F3 4 =first 2 =second 1 =all Left =half Esc @exam-results =results");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(results_are_marked_looked_at_and_given_out, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_mended_key_counts_anew, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_request_for_review_is_answered, set_up, stage_close),
		cmocka_unit_test_setup_teardown(gaps_are_looked_at_one_by_one, set_up, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
