/* Learners of known level are placed right within one unit, in few questions, whatever the course's length. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/random.h"
#include "learn/placement.h"

enum { RUNS = 500, WORDS = 30 };

/* How somebody answers who is at a place: 0 to 1, the chance to know what is asked `ahead` units before the place. */
typedef double learner_fn(long ahead);

static double sharp(long ahead)
{
	return ahead > 0;
}

static double blurred(long ahead)
{
	if (ahead > 2)
		return 0.98;
	if (ahead < -2)
		return 0.03;
	static const double steps[] = {0.06, 0.12, 0.3, 0.8, 0.92};
	return steps[ahead + 2];
}

static double chance(struct rng *r)
{
	return (double)rng_below(r, 1000000) / 1000000;
}

struct sum {
	int near, most;
	double asked;
};

static void run(size_t units, size_t place, learner_fn *knows, uint64_t seed, struct sum *sum)
{
	struct rng r = {seed};
	struct placement p;
	size_t left[PLACEMENT_UNITS_MAX], unit;
	for (size_t u = 0; u < units; u++)
		left[u] = WORDS;
	placement_begin(&p, units);
	while (placement_next(&p, left, &unit)) {
		bool chosen = p.asked % 2 == 0;
		bool known = chance(&r) < knows((long)place - (long)unit);
		/* four options; spelling costs who types */
		double right = known ? (chosen ? 0.97 : 0.88) : chosen ? 0.25 : 0.01;
		left[unit]--;
		placement_answer(&p, unit, chance(&r) < right, chosen);
	}
	size_t found = placement_known(&p);
	sum->near += found <= place + 1 && place <= found + 1;
	sum->asked += p.asked;
	sum->most = p.asked > sum->most ? p.asked : sum->most;
}

static void learners_are_placed_right_within_one_unit(void **state)
{
	static const size_t courses[] = {3, 6, 12, 20, 40};
	static learner_fn *const kinds[] = {sharp, blurred};
	(void)state;
	for (size_t c = 0; c < sizeof(courses) / sizeof(courses[0]); c++)
		for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
			struct sum sum = {.near = 0};
			for (uint64_t i = 0; i < RUNS; i++)
				run(courses[c], i % (courses[c] + 1), kinds[k], i + 1, &sum);
			print_message("# %zu units, %s: %.1f %% within one unit, %.1f questions, at most %d\n", courses[c], k ? "blurred" : "sharp",
				      100.0 * sum.near / RUNS, sum.asked / RUNS, sum.most);
			assert_true(sum.near >= RUNS * 9 / 10);
			assert_true(sum.most <= PLACEMENT_ITEMS_MAX);
			assert_true(sum.asked < RUNS * PLACEMENT_ITEMS_MAX);
		}
}

static void who_knows_nothing_or_all_is_soon_found_out(void **state)
{
	size_t left[12], unit;
	(void)state;
	for (size_t u = 0; u < 12; u++)
		left[u] = WORDS;
	for (int all = 0; all < 2; all++) {
		struct placement p;
		placement_begin(&p, 12);
		while (placement_next(&p, left, &unit))
			placement_answer(&p, unit, all, false);
		/* nothing lies beyond the last unit that could tell more of it */
		assert_true(all ? placement_known(&p) >= 11 : placement_known(&p) == 0);
		assert_true(p.asked < 12);
	}
}

static void right_goes_up_and_wrong_goes_down(void **state)
{
	size_t left[20], first, up, down;
	struct placement p, q;
	(void)state;
	for (size_t u = 0; u < 20; u++)
		left[u] = WORDS;
	placement_begin(&p, 20);
	assert_true(placement_next(&p, left, &first));
	q = p;
	placement_answer(&p, first, true, false);
	placement_answer(&q, first, false, false);
	assert_true(placement_next(&p, left, &up));
	assert_true(placement_next(&q, left, &down));
	assert_true(down < first && first < up);
	/* a guess may be behind a choice: it goes up less far */
	placement_begin(&q, 20);
	placement_answer(&q, first, true, true);
	assert_true(placement_next(&q, left, &down));
	assert_true(down > first && down < up);
}

static void units_without_questions_are_passed_over(void **state)
{
	size_t left[5] = {0, 1, 0, 1, 0}, unit;
	struct placement p;
	(void)state;
	placement_begin(&p, 5);
	int asked = 0;
	while (placement_next(&p, left, &unit)) {
		assert_true(left[unit] > 0);
		left[unit]--;
		placement_answer(&p, unit, true, true);
		asked++;
	}
	assert_int_equal(asked, 2);
	placement_begin(&p, 0);
	assert_false(placement_next(&p, left, &unit));
	assert_int_equal(placement_known(&p), 0);
	placement_begin(&p, 1000);
	assert_int_equal(p.units, PLACEMENT_UNITS_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(learners_are_placed_right_within_one_unit),
		cmocka_unit_test(who_knows_nothing_or_all_is_soon_found_out),
		cmocka_unit_test(right_goes_up_and_wrong_goes_down),
		cmocka_unit_test(units_without_questions_are_passed_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
