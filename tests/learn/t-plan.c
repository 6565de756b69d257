/* What is done today, and what is promised. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "learn/plan.h"
#include "learn/review.h"

/* A hundred days before departure, twenty days after enrolment, half an hour a day. */
static struct plan_facts facts(void)
{
	return (struct plan_facts){.today = 1000, .begun = 980, .departure = 1100, .fresh = 300, .due = 40, .ahead = 1500, .steps = 1060, .done = 200,
				   .minutes = 30, .pace = {.review = 10, .fresh = 40, .step = 30}};
}

static void new_words_end_two_weeks_before(void **state)
{
	(void)state;
	struct plan p;
	struct plan_facts f = facts();
	plan_make(&f, &p);
	assert_int_equal(p.last_new_day, 1086);
	assert_true(p.fresh_today > 0);
	f.today = 1086;
	plan_make(&f, &p);
	assert_true(p.fresh_today > 0);
	f.today = 1087;
	plan_make(&f, &p);
	assert_int_equal(p.fresh_today, 0);
	assert_int_equal(p.review_today, 40);
}

static void missed_days_raise_no_wall(void **state)
{
	(void)state;
	struct plan p;
	struct plan_facts f = facts();
	/* seven hundred words are due after a month away */
	f.due = 700;
	for (int minutes = 6; minutes <= 60; minutes += 6) {
		f.minutes = minutes;
		plan_make(&f, &p);
		double seconds = p.review_today * f.pace.review + p.fresh_today * f.pace.fresh;
		assert_true(seconds <= minutes * 60 + f.pace.review);
		assert_true(p.review_today > 0 && p.review_today < 700);
		/* and new words go on */
		assert_true(p.fresh_today >= 4);
	}
	/* nothing due: all the time is for new words, as many as there are */
	f.due = 0;
	f.minutes = 30;
	plan_make(&f, &p);
	assert_int_equal(p.review_today, 0);
	assert_int_equal(p.fresh_today, 45);
	f.fresh = 3;
	plan_make(&f, &p);
	assert_int_equal(p.fresh_today, 3);
}

static void the_plan_is_honest(void **state)
{
	(void)state;
	static const struct {
		int done;
		int64_t departure;
		double active;
		enum plan_state state;
		int days;
	} rows[] = {
		{200, 1100, 0, PLAN_ON, 0},	 /* 1060 steps in 106 days: ten a day */
		{229, 1100, 0, PLAN_AHEAD, 2},	 {180, 1100, 0, PLAN_BEHIND, 2}, {200, 1100, 1, PLAN_ON, 0},
		{200, 1004, 0, PLAN_TOO_MUCH, 0}, /* fifteen hours in four days */
		{1060, 1010, 0, PLAN_REPEAT, 0}, {200, 999, 0, PLAN_NONE, 0},	 {200, INT64_MIN, 0, PLAN_NONE, 0}, {200, INT64_MAX, 0, PLAN_NONE, 0},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct plan_facts f = facts();
		struct plan p;
		f.done = rows[i].done;
		f.departure = rows[i].departure;
		f.active = rows[i].active;
		plan_make(&f, &p);
		if (p.state != rows[i].state)
			fail_msg("row %zu: state %d, %d days, %d minutes", i, p.state, p.days, p.minutes);
		if (p.state == PLAN_AHEAD || p.state == PLAN_BEHIND)
			assert_int_equal(p.days, rows[i].days);
		/* 300 new, 1500 reviews, and the steps that are left */
		assert_true(fabs(p.hours_left - (300 * 40 + 1500 * 10 + (1060 - f.done) * 30) / 3600.0) < 1e-9);
	}
	/* who does little a day is told, even if in time so far */
	struct plan_facts f = facts();
	struct plan p;
	f.minutes = 5;
	f.active = 3;
	plan_make(&f, &p);
	assert_int_equal(p.state, PLAN_BEHIND);
	assert_int_equal(p.minutes, 9);
}

static void odd_facts_are_bounded(void **state)
{
	(void)state;
	struct plan p;
	struct plan_facts f = facts();
	f.minutes = -5;
	f.fresh = -1;
	f.steps = f.done = 0;
	f.begun = 5000; /* the clock was wrong at enrolment */
	plan_make(&f, &p);
	assert_int_equal(p.fresh_today, 0);
	assert_int_equal(p.days, 0);
	f = facts();
	f.minutes = INT32_MAX;
	f.due = INT32_MAX;
	plan_make(&f, &p);
	assert_true(p.review_today <= PLAN_MINUTES_MAX * 60 / 10);
}

static void pace_is_the_middle(void **state)
{
	(void)state;
	int64_t few[] = {1, 2, 3}, ms[] = {8000, -5000, 9000, 3600000, 7000, 10000, 600000, 11000, 12000, 6000, 9500};
	assert_true(pace_median(few, 3, 33) == 33);
	assert_true(pace_median(ms, 11, 33) == 9.5);
	assert_int_equal(ms[10], PLAN_PAUSE_MS);
	int64_t none[10] = {0};
	assert_true(pace_median(none, 10, 33) == 1);
}

static void reviews_to_come(void **state)
{
	(void)state;
	struct fsrs p;
	fsrs_init(&p);
	struct fsrs_card fresh = {0}, firm = {.state = FSRS_REVIEW, .memory = {400, 3}};
	double soon = plan_reviews_ahead(&p, &fresh, 0, 7), month = plan_reviews_ahead(&p, &fresh, 0, 30), season = plan_reviews_ahead(&p, &fresh, 0, 90);
	assert_true(soon > 0 && soon < month && month < season && season < 8);
	assert_true(plan_reviews_ahead(&p, &firm, 100, 90) == 0);
	assert_true(plan_reviews_ahead(&p, &firm, -3, 90) >= 1);
	assert_true(plan_reviews_ahead(&p, &fresh, 0, 0) == 0);
	/* for the 600 words of the simulation, met evenly, it is near what that measured: ten minutes a day */
	struct plan plan;
	struct plan_facts f = {.departure = 90, .fresh = 600, .ahead = 600 * plan_reviews_ahead(&p, &fresh, 38, 90), .minutes = 30, .pace = pace_default()};
	plan_make(&f, &plan);
	assert_in_range(plan.minutes, 9, 13);
}

static void the_order_of_reviews(void **state)
{
	(void)state;
	struct fsrs p;
	fsrs_init(&p);
	struct fsrs_card fading = {.state = FSRS_REVIEW, .memory = {3, 5}, .last_day = 90}, firm = {.state = FSRS_REVIEW, .memory = {300, 5}, .last_day = 90};
	assert_true(plan_worth(&p, &fading, 100, 60) > plan_worth(&p, &firm, 100, 60));
	assert_true(review_gain(&p, &fading, 100, 60) > 0 && review_gain(&p, &fading, 100, -5) >= -1);
	/* in the last week what would fade abroad comes forward, once */
	assert_false(plan_polish(&p, &fading, 100, 150));
	assert_true(plan_polish(&p, &fading, 143, 150));
	assert_false(plan_polish(&p, &firm, 143, 150));
	fading.last_day = 144;
	assert_false(plan_polish(&p, &fading, 146, 150));
	assert_false(plan_polish(&p, &fading, 151, 150));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(new_words_end_two_weeks_before),
		cmocka_unit_test(missed_days_raise_no_wall),
		cmocka_unit_test(the_plan_is_honest),
		cmocka_unit_test(odd_facts_are_bounded),
		cmocka_unit_test(pace_is_the_middle),
		cmocka_unit_test(reviews_to_come),
		cmocka_unit_test(the_order_of_reviews),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
