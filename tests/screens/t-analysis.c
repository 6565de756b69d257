/* Staff see how an exam worked: the whole, what is to be looked at, one question. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/exam.h"
#include "stage.h"

enum { PEOPLE = 3 };

/* Each question is on the screen for five seconds; the first ones are answered wrong. */
static void sit(struct stage *st, int seat, const char *code, int wrong)
{
	struct err e = ERR_INIT;
	struct app *app = &st->f.app;
	struct exam_run *run = exam_enter(app, seat, code, &e);
	int done = 0;

	if (run == NULL || !exam_begin_here(app, run, &e))
		fail_msg("%s", e.msg);
	while (run->state == SITTING_RUNNING) {
		for (size_t i = 0; i < run->count; i++) {
			struct arena a = ARENA_INIT;
			struct form form;
			struct response r = { .kind = FORM_CHOICE, .chosen = { done++ < wrong }, .count = 1 };
			bool retry;

			assert_true(exam_show(app, run, i, &a, &form, &e));
			st->f.clock.mono += 5000;
			st->f.clock.wall += 5000;
			assert_true(exam_tick(app, run, &e) && exam_answer(app, run, i, &r, &retry, &e));
			arena_release(&a);
		}
		assert_true(exam_hand_in(app, run, &e));
	}
	exam_run_free(run);
}

static int set_up(void **state)
{
	static const struct exam_identity id = { .latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567" };
	int failed = stage_open(state, "tests/data/exams/pack");
	struct stage *st = *state;
	struct app *app = &st->f.app;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct person p;
	int64_t people[PEOPLE], session;
	char codes[PEOPLE][EXAM_CODE_SIZE];

	st->prefix = "analysis";
	app->front = "cli";
	stage_add(st, (struct person){ .code = "1002", .name = "Saidov Botir", .birth = "2000-01-31", .region = "UZ-NG", .role = ROLE_LEARNER }, "502817", NULL);
	stage_add(st, (struct person){ .code = "1003", .name = "Aliyev Otabek", .birth = "1999-12-01", .region = "UZ-NG", .role = ROLE_LEARNER }, "602817", NULL);
	for (int i = 0; i < PEOPLE; i++) {
		char code[16];

		snprintf(code, sizeof code, "100%d", i + 1);
		assert_true(person_by_code(app->store, code, &a, &p, &e));
		people[i] = p.id;
	}
	struct exam_plan plan = { .exam = "mock", .day = "2026-11-23", .room = "2", .people = people, .count = PEOPLE };

	if (!exam_plan(app, &plan, &session, &e))
		fail_msg("%s", e.msg);
	for (int i = 0; i < PEOPLE; i++)
		assert_true(exam_new_code(app, session, i + 1, codes[i], &e) && exam_confirm(app, session, i + 1, &id, &e));
	assert_true(exam_open_seat(app, session, 0, NULL, &e) && exam_start(app, session, NULL, &e));
	for (int i = 0; i < PEOPLE; i++)
		sit(st, i + 1, codes[i], 2 * i);
	app->front = "tui";
	arena_release(&a);
	return failed;
}

static void from_the_exam_to_a_question(void **state)
{
	struct stage *st = *state;

	stage_play(st, "4 2001 Enter 538206 Enter @staff 7 @analysis =exams Enter @analysis-exam =none a @analysis-exam =exam Enter @analysis-item =item Esc @analysis-exam");
	stage_play(st, "End =last a =released Esc @analysis Esc @staff");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(from_the_exam_to_a_question, set_up, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
