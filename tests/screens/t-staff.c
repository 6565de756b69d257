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
	stage_play(st, "F6 Esc Esc Esc @home 0 1 4 2001 Enter 538206 Enter @staff =home 3 @reports =list Enter @report =one a @ask =ask 2 @report d @dismiss =why Esc @report a 1 @report =accepted");
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

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_answer_is_reported_and_decided, set_up_mend, stage_close),
		cmocka_unit_test_setup_teardown(a_dismissed_answer_says_why, set_up_mend, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
