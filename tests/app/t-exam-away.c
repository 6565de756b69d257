/* Who comes back to an exam after a while: what was seen is exchanged, a screen that slept was away. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Forward only, away for long: the question shown last is another now, and there is no way back to those before it. */
static void an_exchange_opens_no_way_back(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct form form;
	plan_room_of(&r, "tests/data/exams/gaps", "final");
	struct exam_run *run = start_planned(&r, 1);
	assert_true(exam_hand_in(&r.f.app, run, &e));
	assert_true(run->blueprint->sections[run->section].forward);
	show(&r, run, 0);
	assert_true(choose(&r, run, 0, 0, &e));
	show(&r, run, 1);
	int number = run->questions[1].number;
	exam_run_free(run);
	pass(&r, EXAM_AWAY_MS + 60000);
	run = enter(&r, 1);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_int_equal(run->now, 1);
	assert_int_not_equal(run->questions[1].number, number); /* exchanged */
	assert_true(run->questions[0].passed_by);
	assert_false(exam_show(&r.f.app, run, 0, &a, &form, &e));
	err_clear(&e);
	assert_false(choose(&r, run, 0, 1, &e));
	arena_release(&a);
	end(&r, run);
}

/* A laptop that was shut for a while: the screen goes on by itself, and finds its sitting paused; even where an answer comes before the first look. */
static void a_screen_that_slept_was_away(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct exam_run *run = start(&r, 1);
	sit(&r, run, 60);
	pass(&r, EXAM_ASLEEP_MS); /* not longer: a disk that was slow */
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_int_equal(run->left_ms, 10 * 60000 - 60000 - 2 * EXAM_BEAT_MS);
	int64_t left = run->left_ms;
	show(&r, run, 0);
	pass(&r, EXAM_AWAY_MS + 1000);
	assert_false(choose(&r, run, 0, 0, &e));
	assert_non_null(strstr(e.msg, "paused"));
	assert_int_equal(run->state, SITTING_PAUSED);
	assert_int_equal(run->left_ms, left);
	assert_int_equal(place(&r, 1, &a).interruptions, 1);
	err_clear(&e);
	int number = run->questions[0].number;
	sit(&r, run, 6);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_false(run->moved);
	assert_int_equal(run->left_ms, left);
	assert_int_not_equal(run->questions[0].number, number); /* seen and not answered, and away for long */
	pass(&r, EXAM_ASLEEP_MS + 1000);
	tick(&r, run);
	assert_int_equal(run->state, SITTING_PAUSED);
	assert_int_equal(run->left_ms, left);
	assert_int_equal(place(&r, 1, &a).interruptions, 2);
	arena_release(&a);
	end(&r, run);
}

struct counting {
	const char *act;
	int count;
};

static bool count_one(void *ctx, const struct exam_event *ev)
{
	struct counting *c = ctx;
	c->count += strcmp(ev->act, c->act) == 0;
	return true;
}

static int count_event(struct room *r, const char *act)
{
	struct counting c = {.act = act};
	struct err e = ERR_INIT;
	assert_true(exam_events(&r->f.app, r->session, count_one, &c, &e));
	return c.count;
}

/* Released while nobody was there: what counts is when they come. */
static void who_comes_late_after_a_release_was_away(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *run = start(&r, 1);
	show(&r, run, 0);
	sit(&r, run, 6);
	int number = run->questions[0].number;
	exam_run_free(run);
	pass(&r, 60000);
	assert_true(release(&r, 1, &e));
	assert_int_equal(count_event(&r, "replace"), 0);
	pass(&r, EXAM_AWAY_MS);
	run = enter(&r, 1);
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_int_equal(count_event(&r, "replace"), 1);
	assert_int_not_equal(run->questions[0].number, number);
	end(&r, run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_exchange_opens_no_way_back),
		cmocka_unit_test(a_screen_that_slept_was_away),
		cmocka_unit_test(who_comes_late_after_a_release_was_away),
	};
	return cmocka_run_group_tests_name("away", tests, NULL, NULL);
}
