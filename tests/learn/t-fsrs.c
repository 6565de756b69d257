/* FSRS-6 against the vectors that its implementations publish, and against rows computed by an independent implementation. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/clock.h"
#include "learn/fsrs.h"

static const double *const w6 = fsrs_default_weights;

/* Equal within a share of the wanted value. */
static void near_enough(double got, double want, double share, const char *what, size_t row)
{
	if (!(fabs(got - want) <= share * fabs(want)))
		fail_msg("%s, row %zu: %.10f instead of %.10f", what, row, got, want);
}

static struct fsrs plain(void)
{
	struct fsrs p;
	fsrs_init(&p);
	p.spread = false;
	return p;
}

static void a_card_reviewed_when_due(void **state)
{
	(void)state;
	static const struct {
		int grade, days;
		double stability, difficulty;
	} rows[] = {
		{3, 0, 2.3065, 2.1181039705}, {3, 2, 2.3065, 2.1112142358}, {3, 11, 10.9710482631, 2.1043313908},
		{3, 46, 46.3168584401, 2.0974554288}, {3, 163, 162.9998157747, 2.0905863426}, {3, 498, 497.8765551246, 2.0837241256},
		{1, 0, 6.8904125076, 7.3832023200}, {1, 0, 2.1545983743, 9.1251047661}, {3, 2, 2.1545983743, 9.1112080307},
		{3, 4, 3.9831233795, 9.0973251919}, {3, 7, 7.2362544769, 9.0834562360}, {3, 12, 12.4830435787, 9.0696011491},
		{3, 21, 20.7703572850, 9.0557599172},
	};
	struct fsrs p = plain();
	struct fsrs_card c = {0};
	/* 2022-11-29 12:30 UTC; days begin at midnight UTC */
	int64_t at = INT64_C(1669725000000);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		fsrs_review(&p, &c, (enum fsrs_grade)rows[i].grade, site_day(at, 0, 0), 1);
		assert_int_equal(c.days, rows[i].days);
		near_enough(c.memory.stability, rows[i].stability, 1e-6, "stability", i);
		near_enough(c.memory.difficulty, rows[i].difficulty, 1e-6, "difficulty", i);
		at += c.wait * INT64_C(1000) + c.days * INT64_C(86400000);
	}
	assert_int_equal(c.reps, 13);
	assert_int_equal(c.lapses, 1);
}

static void memory_after_a_series(void **state)
{
	(void)state;
	static const int grades[] = {1, 3, 3, 3, 3, 3}, days[] = {0, 0, 1, 3, 8, 21};
	static const struct fsrs_memory want[] = {
		{.212, 6.4133}, {.24668919, 6.40211507}, {2.02147725, 6.39094132}, {7.86369884, 6.37977875}, {21.91771315, 6.36862734},
		{53.62690292, 6.35748708},
	};
	struct fsrs_memory m = {0}, without = {0};
	double w[FSRS_WEIGHTS];
	memcpy(w, w6, sizeof(w));
	w[17] = w[18] = w[19] = 0;
	for (size_t i = 0; i < 6; i++) {
		m = fsrs_memory_next(w6, m, (enum fsrs_grade)grades[i], days[i]);
		without = fsrs_memory_next(w, without, (enum fsrs_grade)grades[i], days[i]);
		/* eight places are given */
		near_enough(m.stability, want[i].stability, 1e-7, "stability", i);
		near_enough(m.difficulty, want[i].difficulty, 1e-8, "difficulty", i);
	}
	assert_true(fabs(m.stability - 53.62691) < 1e-4 && fabs(m.difficulty - 6.3574867) < 1e-4);
	near_enough(without.stability, 53.335106, 1e-6, "without same-day weights", 0);
	near_enough(without.difficulty, m.difficulty, 1e-12, "difficulty", 0);
}

static void memory_stays_within_bounds(void **state)
{
	(void)state;
	struct fsrs p = plain();
	struct fsrs_card easy = {0}, again = {0}, ever = {0};
	for (int i = 0; i < 10; i++)
		fsrs_review(&p, &easy, FSRS_EASY, 0, 1);
	assert_true(easy.memory.difficulty == 1.0);
	for (int64_t i = 0, day = 0; i < 1000; i++) {
		fsrs_review(&p, &again, FSRS_AGAIN, day, 1);
		assert_true(again.memory.stability >= 0.001 && again.memory.difficulty <= 10);
		day += again.days + 1;
	}
	for (int64_t i = 0; i < 200; i++)
		fsrs_review(&p, &ever, FSRS_EASY, i * FSRS_DAYS_MAX, 1);
	assert_true(ever.memory.stability == FSRS_DAYS_MAX);
	assert_int_equal(ever.days, FSRS_DAYS_MAX);
}

static void chance_to_remember(void **state)
{
	(void)state;
	static const struct {
		double t, s, want;
	} rows[] = {
		{0, 1, 1.0}, {1, 2, .9403443}, {2, 3, .9253786}, {3, 4, .9185229}, {4, 4, .9}, {5, 2, .8261359},
		{1, 1, .9}, {2, 1, .84588465}, {3, 1, .8093881}, {8, 8.2956, .9024733},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		near_enough(fsrs_retrievability(w6, rows[i].t, rows[i].s), rows[i].want, 1e-6, "retrievability", i);
	assert_true(fsrs_retrievability(w6, 0, 0) == 0);
	double w[FSRS_WEIGHTS];
	memcpy(w, w6, sizeof(w));
	w[20] = 0.2;
	static const double slow[] = {.9, .84028935, .7985001};
	for (size_t i = 0; i < 3; i++)
		near_enough(fsrs_retrievability(w, (double)i + 1, 1), slow[i], 1e-6, "decay 0.2", i);
}

static void difficulty_moves(void **state)
{
	(void)state;
	static const double next[] = {8.34176237, 6.66599536, 4.99022837, 3.31446137}, raw[] = {8.354889, 6.6774445, 5, 3.3225555},
			    first[] = {6.4133, 5.11217071, 2.11810397, 1}, stability[] = {.212, 1.2931, 2.3065, 8.2956};
	static const int days[] = {0, 0, 0, 8};
	struct fsrs p = plain();
	double w[FSRS_WEIGHTS];
	memcpy(w, w6, sizeof(w));
	w[7] = 0; /* no reversion to the mean */
	for (size_t i = 0; i < 4; i++) {
		enum fsrs_grade g = (enum fsrs_grade)(i + 1);
		struct fsrs_card c = {0};
		near_enough(fsrs_next_difficulty(w6, 5, g), next[i], 1e-8, "next difficulty", i);
		near_enough(fsrs_next_difficulty(w, 5, g), raw[i], 1e-6, "without reversion", i);
		near_enough(fsrs_first_difficulty(w6, g), first[i], 1e-8, "first difficulty", i);
		fsrs_review(&p, &c, g, 0, 1);
		near_enough(c.memory.stability, stability[i], 1e-12, "first stability", i);
		assert_int_equal(c.days, days[i]);
	}
}

static void stability_moves(void **state)
{
	(void)state;
	static const double recall[] = {25.60252118, 28.22657096, 58.65599107, 127.2266925},
			    forgot[] = {1.05253961, 1.18943295, 1.36808387, 1.58498896}, same_day[] = {1.596818, 5, 5, 8.12960956};
	for (size_t i = 0; i < 4; i++) {
		struct fsrs_memory m = {5, (double)i + 1};
		double r = .9 - .1 * (double)i;
		near_enough(fsrs_after_recall(w6, m, r, (enum fsrs_grade)(i + 1)), recall[i], 1e-6, "recall", i);
		near_enough(fsrs_after_forgetting(w6, m, r), forgot[i], 1e-6, "forgetting", i);
		near_enough(fsrs_after_same_day(w6, 5, (enum fsrs_grade)(i + 1)), same_day[i], 1e-6, "same day", i);
	}
}

static void intervals_for_a_retention(void **state)
{
	(void)state;
	static const int want[] = {3116769, 34793, 2508, 387, 90, 27, 9, 3, 1, 1};
	for (int i = 0; i < 10; i++)
		assert_int_equal(fsrs_interval(w6, (i + 1) / 10.0, 1, INT32_MAX), want[i]);
	assert_int_equal(fsrs_interval(w6, 0.1, 1, FSRS_DAYS_MAX), FSRS_DAYS_MAX);
	near_enough(fsrs_days(w6, 0.9, 12.5), 12.5, 1e-12, "days at nine of ten", 0);
}

/* The scheduler of ts-fsrs without learning steps: whole days only, and each better grade at least a day later than the one below. */
static void run_long_term(const struct fsrs *p, const int *grades, const int *want, size_t count, struct fsrs_memory *m)
{
	int days = 0;
	for (size_t i = 0; i < count; i++) {
		struct fsrs_memory next[5];
		int ivl[5];
		for (int g = FSRS_AGAIN; g <= FSRS_EASY; g++) {
			next[g] = fsrs_memory_next(p->w, *m, (enum fsrs_grade)g, days);
			ivl[g] = fsrs_interval(p->w, p->retention, next[g].stability, p->maximum);
		}
		ivl[1] = ivl[1] < ivl[2] ? ivl[1] : ivl[2];
		for (int g = FSRS_HARD; g <= FSRS_EASY; g++)
			if (ivl[g] <= ivl[g - 1])
				ivl[g] = ivl[g - 1] + 1;
		*m = next[grades[i]];
		days = ivl[grades[i]];
		if (days != want[i])
			fail_msg("review %zu: %d days instead of %d", i, days, want[i]);
	}
}

static void whole_days_without_steps(void **state)
{
	(void)state;
	static const double w[] = {.4197, 1.1869, 3.0412, 15.2441, 7.1434, .6477, 1.0007, .0674, 1.6597, .1712, 1.1178, 2.0225, .0904, .3025,
		2.1214, .2498, 2.9466, .4891, .6468};
	static const int ones[] = {3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3}, one_days[] = {3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773};
	static const struct {
		int grades[8], days[8];
	} rows[] = {
		{{1, 2, 3, 4, 1, 2, 3, 4}, {1, 2, 6, 41, 4, 7, 21, 133}},
		{{2, 3, 4, 1, 2, 3, 4, 1}, {2, 7, 54, 5, 8, 26, 171, 8}},
		{{3, 4, 1, 2, 3, 4, 1, 2}, {3, 33, 4, 7, 26, 193, 9, 14}},
		{{4, 1, 2, 3, 4, 1, 2, 3}, {15, 3, 6, 27, 240, 10, 17, 60}},
	};
	struct fsrs p = plain();
	struct err e = ERR_INIT;
	struct fsrs_memory m = {0};
	assert_true(fsrs_set_weights(&p, w, 19, &e));
	p.w[17] = p.w[18] = 0; /* what is forgotten never rises, and nothing is asked twice a day */
	run_long_term(&p, ones, one_days, 13, &m);
	near_enough(m.stability, 772.94026648, 1e-6, "last stability", 0);
	near_enough(m.difficulty, 4.26464541, 1e-6, "last difficulty", 0);
	for (size_t i = 0; i < 4; i++) {
		m = (struct fsrs_memory){0};
		run_long_term(&p, rows[i].grades, rows[i].days, 8, &m);
	}
}

/* A card of SM-2 (ease, interval, retention) has the stability that gives the same interval, and the difficulty with which a pass at that
 * retention multiplies the stability by the ease. */
static void memory_from_ease_and_interval(void **state)
{
	(void)state;
	static const struct {
		double ease, days, retention, stability, difficulty;
	} rows[] = {{2.5, 10, .9, 10, 6.9140563}, {2.5, 10, .8, 3.01572, 9.393428}, {2.5, 10, .95, 24.841097, 1.2974405}, {1.3, 20, .9, 20, 10}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		double s = rows[i].days / fsrs_days(w6, rows[i].retention, 1);
		double growth = fsrs_after_recall(w6, (struct fsrs_memory){s, 10}, rows[i].retention, FSRS_GOOD) / s - 1;
		double d = fmin(fmax(11 - (rows[i].ease - 1) / growth, 1), 10);
		near_enough(s, rows[i].stability, 1e-6, "stability", i);
		near_enough(d, rows[i].difficulty, 2e-6, "difficulty (single precision)", i);
	}
}

static int wait_after(const struct fsrs *p, int step, enum fsrs_grade g, enum fsrs_state from)
{
	struct fsrs_card c = {.state = from, .step = step, .memory = {from == FSRS_NEW ? 0 : 3, 5}};
	fsrs_review(p, &c, g, 0, 1);
	assert_int_equal(c.wait == 0, c.state == FSRS_REVIEW);
	assert_int_equal(c.days == 0, c.state != FSRS_REVIEW);
	return c.wait;
}

static void learning_steps(void **state)
{
	(void)state;
	enum { DAY = 86400, NONE = 0 };
	static const struct {
		int steps[3];
		size_t count;
		int at, again, hard, good; /* seconds; none: in review */
	} rows[] = {
		{{60, 600}, 2, 0, 60, 330, 600}, {{60, 600}, 2, 1, 60, 600, NONE}, {{60, 600, 6000}, 3, 0, 60, 330, 600},
		{{60, 600, 6000}, 3, 1, 60, 600, 6000}, {{60, 600, 6000}, 3, 2, 60, 6000, NONE}, {{600}, 1, 0, 600, 900, NONE},
		{{3 * DAY}, 1, 0, 3 * DAY, 4 * DAY, NONE}, {{0}, 0, 0, NONE, NONE, NONE},
		{{60, 600}, 2, 5, 60, NONE, NONE}, /* the steps were made fewer meanwhile */
	};
	struct fsrs p = plain();
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		enum fsrs_state from = rows[i].at ? FSRS_LEARNING : FSRS_NEW;
		memcpy(p.learning, rows[i].steps, sizeof(rows[i].steps));
		p.learning_count = rows[i].count;
		assert_int_equal(wait_after(&p, rows[i].at, FSRS_AGAIN, from), rows[i].again);
		assert_int_equal(wait_after(&p, rows[i].at, FSRS_HARD, from), rows[i].hard);
		assert_int_equal(wait_after(&p, rows[i].at, FSRS_GOOD, from), rows[i].good);
		assert_int_equal(wait_after(&p, rows[i].at, FSRS_EASY, from), NONE);
	}
	fsrs_init(&p);
	assert_int_equal(wait_after(&p, 0, FSRS_AGAIN, FSRS_REVIEW), 600);
	assert_int_equal(wait_after(&p, 0, FSRS_HARD, FSRS_RELEARNING), 900);
	p.relearning_count = 0;
	assert_int_equal(wait_after(&p, 0, FSRS_AGAIN, FSRS_REVIEW), NONE);
}

static void intervals_are_spread(void **state)
{
	(void)state;
	static const struct {
		double interval;
		int least, most, want[3];
	} rows[] = {
		{2.49, 1, 1000, {2, 2, 2}}, {2.5, 1, 1000, {2, 3, 4}}, {7, 1, 1000, {5, 7, 9}}, {17, 1, 1000, {14, 17, 20}},
		{37, 1, 1000, {33, 37, 41}}, {2, 3, 1000, {3, 4, 4}}, {100, 101, 1000, {101, 105, 108}}, {100, 1, 99, {92, 96, 99}},
		{100, 97, 103, {97, 100, 103}}, {11, 1, 1000, {9, 11, 13}},
	};
	static const double factors[] = {0, 0.5, 0.99};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (size_t k = 0; k < 3; k++)
			assert_int_equal(fsrs_spread(rows[i].interval, factors[k], rows[i].least, rows[i].most), rows[i].want[k]);
	/* the same card at the same review is spread the same, another differently */
	struct fsrs p;
	fsrs_init(&p);
	bool seen[14] = {false};
	int kinds = 0;
	for (uint64_t seed = 0; seed < 64; seed++) {
		struct fsrs_card c = {.state = FSRS_REVIEW, .memory = {11, 5}, .reps = 3}, again = c;
		fsrs_set_due(&p, &c, seed);
		fsrs_set_due(&p, &again, seed);
		assert_int_equal(c.days, again.days);
		assert_in_range(c.days, 9, 13);
		kinds += !seen[c.days];
		seen[c.days] = true;
	}
	assert_int_equal(kinds, 5);
}

static void further_rows(void **state)
{
	(void)state;
	static const struct {
		int grade, days;
		struct fsrs_memory want;
	} rows[] = {
		{1, 0, {.2120000000, 6.4133}}, {2, 0, {.2120000000, 7.6042097691}}, {3, 0, {.2466891878, 7.5918339286}},
		{4, 1, {2.7105929429, 6.7723654174}}, {2, 5, {7.4286934655, 7.8425741256}}, {1, 9, {1.1847707003, 9.2760971549}},
		{1, 0, {.4159745964, 9.7472864266}}, {2, 0, {.4159745964, 9.8174653228}}, {3, 0, {.4630409141, 9.8028762268}},
		{3, 3, {1.4245684852, 9.7883017199}}, {4, 12, {6.5802467651, 9.7027903891}}, {2, 60, {13.1141937479, 9.7879267796}},
		{1, 30, {1.7046774606, 9.9155213439}}, {3, 1, {2.3132812227, 9.9008341918}},
	};
	static const double from_ten[] = {1.3919869730, 23.2468751105, 32.0267294820, 51.2538616468};
	struct fsrs_memory m = {0};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		m = fsrs_memory_next(w6, m, (enum fsrs_grade)rows[i].grade, rows[i].days);
		near_enough(m.stability, rows[i].want.stability, 1e-9, "stability", i);
		near_enough(m.difficulty, rows[i].want.difficulty, 1e-10, "difficulty", i);
	}
	for (size_t i = 0; i < 4; i++) {
		struct fsrs_memory after = fsrs_memory_next(w6, (struct fsrs_memory){10, 5}, (enum fsrs_grade)(i + 1), 10);
		near_enough(after.stability, from_ten[i], 1e-10, "from ten", i);
	}
}

static void calendar_days_and_older_weights(void **state)
{
	(void)state;
	static const double first_w[] = {1.1596, 1.7974, 13.1205, 49.3729, 7.2303, .5081, 1.5371, .001, 1.5052, .1261, .9735, 1.8924, .1486,
		.2407, 2.1937, .1518, 3.0699, .4636, .6048},
			    second_w[] = {.4911, 4.5674, 24.8836, 77.045, 7.5474, .1873, 1.7732, .001, 1.1112, .152, .5728, 1.8747, .1733, .2449,
		2.2905, 0, 2.9898, .0883, .9033};
	static const int64_t first_at[] = {1704468957000, 1704469645000, 1704599572000, 1705509507000},
			     second_at[] = {1698678054940, 1698678126399, 1698688771401, 1698688837021, 1698688916440, 1698698192380,
		1699260169343, 1702718934003, 1704910583686, 1713000017248};
	static const double first_s[] = {13.1205, 17.3668145, 21.28550751, 39.63452215};
	static const int second_grades[] = {3, 3, 1, 3, 3, 3, 0, 3, 0, 3};
	struct fsrs p = plain();
	struct fsrs_card a = {0}, b = {0};
	struct err e = ERR_INIT;
	assert_true(fsrs_set_weights(&p, first_w, 19, &e));
	for (size_t i = 0; i < 4; i++) {
		fsrs_review(&p, &a, FSRS_GOOD, site_day(first_at[i], 0, 0), 1);
		near_enough(a.memory.stability, first_s[i], 1e-6, "stability", i);
	}
	assert_true(fsrs_set_weights(&p, second_w, 19, &e));
	for (size_t i = 0; i < 10; i++)
		fsrs_review(&p, &b, (enum fsrs_grade)second_grades[i], site_day(second_at[i], 0, 0), 1);
	/* two places are given */
	assert_true(fabs(b.memory.stability - 71.77) < 0.006);
	/* version 4.5 */
	static const double old[] = {.4, .9, 2.3, 10.9, 4.93, .94, .86, .01, 1.49, .14, .94, 2.18, .05, .34, 1.26, .29, 2.61};
	assert_true(fsrs_set_weights(&p, old, 17, &e));
	static const double now[] = {6.81, .44675013, 1.36};
	for (size_t i = 0; i < 3; i++)
		near_enough(p.w[4 + i], now[i], 1e-7, "carried over", i);
	assert_true(p.w[17] == 0 && p.w[18] == 0 && p.w[19] == 0 && p.w[20] == 0.5);
}

static void days_that_jump(void **state)
{
	(void)state;
	struct fsrs p = plain();
	struct fsrs_card c = {0};
	fsrs_review(&p, &c, FSRS_EASY, 100, 1);
	double before = c.memory.stability;
	fsrs_review(&p, &c, FSRS_GOOD, 90, 1); /* the clock went back: the same day */
	assert_true(c.memory.stability >= before && c.memory.stability < before * 2);
	assert_int_equal(c.last_day, 90);
	assert_int_equal(fsrs_elapsed(&c, 95), 5);
	assert_int_equal(fsrs_elapsed(&c, INT64_MAX), FSRS_DAYS_MAX);
	c.last_day = INT64_MIN;
	assert_int_equal(fsrs_elapsed(&c, INT64_MAX), FSRS_DAYS_MAX);
	fsrs_review(&p, &c, FSRS_GOOD, INT64_MAX, 1);
	assert_true(c.memory.stability <= FSRS_DAYS_MAX && c.days <= FSRS_DAYS_MAX);
	struct fsrs_card same = c;
	fsrs_review(&p, &c, (enum fsrs_grade)0, 5, 1);
	fsrs_review(&p, &c, (enum fsrs_grade)5, 5, 1);
	assert_memory_equal(&c, &same, sizeof(c));
}

static void damaged_weights(void **state)
{
	(void)state;
	static const struct {
		const char *text, *fault;
	} rows[] = {
		{"", "0 weights"}, {"0.2, 1.3", "2 weights"}, {"0.2,1.3,x", "not a list"}, {"nan", "1 weights"},
		{"0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.9",
		 "w20 is 0.9"},
		{"nan 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.1542",
		 "w0 is nan"},
		{"1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "not a list"},
		{"1;2;3", "not a list"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct fsrs p = plain();
		struct err e = ERR_INIT;
		assert_false(fsrs_read_weights(&p, rows[i].text, &e));
		assert_int_equal(e.kind, ERR_INPUT);
		if (!strstr(e.msg, rows[i].fault))
			fail_msg("row %zu: %s", i, e.msg);
		assert_memory_equal(p.w, w6, sizeof(p.w));
	}
	struct fsrs p = plain();
	struct err e = ERR_INIT;
	assert_true(fsrs_read_weights(&p, "0.3,1.2931 2.3065, 8.2956\n6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 1.6483 0.6014 1.8729 "
			"0.5425 0.0912 0.0658 0.1542", &e));
	assert_true(p.w[0] == 0.3 && p.w[20] == 0.1542);
	assert_false(fsrs_set_retention(&p, 0.99, &e));
	assert_false(fsrs_set_retention(&p, NAN, &e));
	assert_true(fsrs_set_retention(&p, 0.85, &e) && p.retention == 0.85);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_card_reviewed_when_due),
		cmocka_unit_test(memory_after_a_series),
		cmocka_unit_test(memory_stays_within_bounds),
		cmocka_unit_test(chance_to_remember),
		cmocka_unit_test(difficulty_moves),
		cmocka_unit_test(stability_moves),
		cmocka_unit_test(intervals_for_a_retention),
		cmocka_unit_test(whole_days_without_steps),
		cmocka_unit_test(memory_from_ease_and_interval),
		cmocka_unit_test(learning_steps),
		cmocka_unit_test(intervals_are_spread),
		cmocka_unit_test(further_rows),
		cmocka_unit_test(calendar_days_and_older_weights),
		cmocka_unit_test(days_that_jump),
		cmocka_unit_test(damaged_weights),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
