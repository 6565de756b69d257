/* Around the lessons: searching in one's courses, and what stands on home beside today. */
#include "config.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "stage.h"

/* Somebody without a programme, to whom all courses belong. */
static int set_up(void **state)
{
	stage_open(state, "tests/screens/packs/drills");
	struct stage *st = *state;
	st->f.app.front = "cli";
	stage_add(st, (struct person){ .code = "1002", .name = "Rahimov Jasur", .birth = "1999-01-30", .role = ROLE_LEARNER }, "402817", NULL);
	st->f.app.front = "tui";
	return 0;
}

static void words_are_found_in_any_script(void **state)
{
	struct stage *st = *state;
	st->prefix = "search";
	stage_play(st, "4 1002 Enter 402817 Enter @home 7 @search =empty c =letter Enter =list Down Enter @word Esc @search Up Up ollega =taught Enter @word =new-word Esc / @search");
	stage_play(st, "Undo Undo Undo Undo Undo Undo Undo xyzzy =nothing F3 2 @search Undo Undo Undo Undo Undo ҳамк =cyrillic F3 4");
	stage_play(st, "Undo Undo Undo Undo be F8 @exercise =practise Esc @search Esc @home");
}

static int set_up_place(void **state)
{
	stage_open(state, "tests/screens/packs/place");
	struct stage *st = *state;
	st->f.app.front = "cli";
	stage_add(st, (struct person){ .code = "1002", .name = "Rahimov Jasur", .birth = "1999-01-30", .role = ROLE_LEARNER }, "402817", NULL);
	st->f.app.front = "tui";
	return 0;
}

static void what_is_known_is_skipped(void **state)
{
	struct stage *st = *state;
	st->prefix = "placement";
	stage_play(st, "4 1002 Enter 402817 Enter @home =home 2 @placement =before Enter =first Enter =empty 2 Enter @placement =second Esc @home =begun");
	stage_play(st, "2 @placement Enter =resumed de _ maand Enter Enter Enter Enter Enter =not-known 3 Enter het _ jaar Enter =after Enter @home =home-after 4 @units =units 1 @unit =unit-known 1 @reading");
}

/* No file of this process can grow while it is so: a full disk. */
static void fill_disk(bool full)
{
	struct rlimit now;

	signal(SIGXFSZ, full ? SIG_IGN : SIG_DFL);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &now), 0);
	now.rlim_cur = full ? 0 : now.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &now), 0);
}

/* The question is drawn anew meanwhile; the page must not show what was let go with the old one. */
static void an_answer_that_was_not_stored_is_given_again(void **state)
{
	struct stage *st = *state;
	st->prefix = "placement";
	stage_play(st, "4 1002 Enter 402817 Enter @home 2 @placement Enter =first 2");
	fill_disk(true);
	stage_play(st, "Enter @placement");
	fill_disk(false);
	stage_play(st, "Up Down =not-stored Enter @placement =second");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_are_found_in_any_script, set_up, stage_close),
		cmocka_unit_test_setup_teardown(what_is_known_is_skipped, set_up_place, stage_close),
		cmocka_unit_test_setup_teardown(an_answer_that_was_not_stored_is_given_again, set_up_place, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
