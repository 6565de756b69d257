/* What learners say of their answers, and what staff see of it. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

static int set_up_mend(void **state)
{
	return stage_open(state, "tests/screens/packs/mend");
}

/* To the third exercise, and a wrong answer there. */
static void answer_wrong(struct stage *st, const char *code_and_pin)
{
	stage_play(st, "4");
	stage_play(st, code_and_pin);
	stage_play(st, "Enter 4 1 1 @exercise le _ café Enter Enter x Enter Enter @exercise la _ baguette Enter @feedback");
}

static void an_answer_is_reported_and_decided(void **state)
{
	struct stage *st = *state;
	st->prefix = "reports";
	st->f.app.front = "cli";
	stage_add(st, (struct person){ .code = "1002", .name = "Abdullayev Botir", .birth = "2000-01-01", .region = "UZ-NG", .role = ROLE_LEARNER }, "502817", "north");
	st->f.app.front = "tui";
	answer_wrong(st, "1001 Enter 402817");
	stage_play(st, "=wrong F6 =told F6 Enter @exercise Esc Esc Esc @home 0 1");
	answer_wrong(st, "1002 Enter 502817");
	stage_play(st, "F6 Esc Esc Esc @home 0 1 4 2001 Enter 538206 Enter @staff =home 4 @reports =list Enter @report =one a @ask =ask 2 @report d @dismiss =why Esc @report a 1 @report =accepted");
	stage_play(st, "Enter @reports =none Esc @staff");
}

static void a_dismissed_answer_says_why(void **state)
{
	struct stage *st = *state;
	st->prefix = "reports";
	answer_wrong(st, "1001 Enter 402817");
	stage_play(st, "F6 Esc Esc Esc @home 0 1 4 9001 Enter 716493 Enter @staff 5 @reports Enter @report d @dismiss Down Enter @reports Esc 0 1");
	stage_play(st, "4 1001 Enter 402817 Enter 4 1 1 @exercise");
	/* what was wrong comes again at the end */
	stage_play(st, "Je Enter Enter x Tab y Enter Enter x Enter Enter @exercise x Enter Enter @exercise la _ baguette Enter @feedback F6 =dismissed");
}

/* What was wrong stands in a list until it is right on another day. */
static void a_learner_sees_what_was_confused(void **state)
{
	struct stage *st = *state;
	st->prefix = "mistakes";
	answer_wrong(st, "1001 Enter 402817");
	stage_play(st, "Esc Esc Esc @home =home 6 @mistakes =list Down Enter @mistake =one 1 @exercise Esc @mistake Esc @mistakes F3 1 =list-uz F3 4");
	st->f.clock.wall += 2 * 24 * 3600 * 1000LL;
	stage_play(st, "4 Home Enter @mistake Enter @exercise Esc @mistake Esc Esc @home");
}

static void words_that_were_confused_are_practised(void **state)
{
	struct stage *st = *state;
	st->prefix = "mistakes";
	stage_install(st, "tests/screens/packs/drills");
	stage_play(st, "4 1001 Enter 402817 Enter 4 3 1 Enter Enter @practise Enter @exercise");
	for (int i = 0; i < 2; i++)
		stage_play(st, "@exercise 3 @feedback Enter");
	stage_play(st, "@exercise Esc Esc Esc @home 6 @mistakes =words Enter @mistake =word Enter @exercise Esc @mistake");
}

static void what_several_confuse_is_told_to_the_instructor(void **state)
{
	struct stage *st = *state;
	st->prefix = "confusions";
	stage_play(st, "4 2001 Enter 538206 Enter @staff 5 @confusions =none Esc 0 1");
	st->f.app.front = "cli";
	stage_add(st, (struct person){ .code = "1002", .name = "Abdullayev Botir", .birth = "2000-01-01", .region = "UZ-NG", .role = ROLE_LEARNER }, "502817", "north");
	stage_add(st, (struct person){ .code = "1003", .name = "Saidov Otabek", .birth = "2000-01-01", .region = "UZ-NG", .role = ROLE_LEARNER }, "602817", "north");
	st->f.app.front = "tui";
	answer_wrong(st, "1001 Enter 402817");
	stage_play(st, "Esc Esc Esc @home 0 1");
	answer_wrong(st, "1002 Enter 502817");
	stage_play(st, "Esc Esc Esc @home 0 1");
	answer_wrong(st, "1003 Enter 602817");
	stage_play(st, "Esc Esc Esc @home 0 1 4 2001 Enter 538206 Enter @staff 5 @confusions =list Enter @confusion =one Esc @confusions Esc @staff");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_answer_is_reported_and_decided, set_up_mend, stage_close),
		cmocka_unit_test_setup_teardown(a_dismissed_answer_says_why, set_up_mend, stage_close),
		cmocka_unit_test_setup_teardown(a_learner_sees_what_was_confused, set_up_mend, stage_close),
		cmocka_unit_test_setup_teardown(words_that_were_confused_are_practised, set_up_mend, stage_close),
		cmocka_unit_test_setup_teardown(what_several_confuse_is_told_to_the_instructor, set_up_mend, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
