/* Item analysis against the marks and figures that Moodle publishes with its quiz statistics, and where nothing can be computed. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "exam/analysis.h"

/* mod/quiz/report/statistics/tests/fixtures/results00.csv: 25 attempts, 7 items. */
static const double oracle[25][7] = {
	{1, 1, 1, 1, 1, 0, 1},       {1, 1, 1, 1, 0.5, 1, 0},   {1, 1, 1, 1, 0.5, 0, 1},     {0, 0, 1, 1, 1, 0, 0},         {1, 0, 1, 0, 0, 1, 0.5},
	{1, 1, 1, 1, 0.5, 0, 0.5},   {0, 1, 1, 1, 0.5, 1, 0.5}, {1, 1, 1, 0, 0.5, 1, 0.5},   {1, 0, 1, 1, 1, 1, 1},         {0, 1, 1, 0, 0.5, 1, 0.5},
	{0.8, 0, 1, 1, 0.5, 1, 0.5}, {1, 1, 1, 0, 0.5, 1, 1},   {1, 0, 1, 1, 0.5, 1, 0.5},   {1, 0, 1, 1, 1, 0, 0.5},       {0, 0, 1, 1, 0, 1, 1},
	{1, 0, 1, 0, 0.5, 1, 1},     {0.8, 0, 1, 1, 0.5, 0, 1}, {1, 0, 1, 1, 0, 1, 0.5},     {1, 0, 1, 1, 0.5, 0, 0.5},     {0, 1, 1, 0, 0.5, 1, 0},
	{1, 1, 0.3333333, 1, 0.5, 0, 0.5}, {1, 1, 1, 0, 0.5, 0, 0.5}, {1, 1, 1, 1, 0, 1, 0.5}, {0, 0, 1, 0, 0.5, 1, 1},     {0, 0, 1, 1, 1, 1, 1},
};
static const double ones[7] = {1, 1, 1, 1, 1, 1, 1};

static void near(double got, double wanted, const char *what)
{
	if (!(fabs(got - wanted) <= 1e-9 * fmax(1, fabs(wanted))))
		fail_msg("%s: %.10f, not %.10f", what, got, wanted);
}

/* qstats00.csv and statistics_test.php of the same version. */
static void figures_are_the_published_ones(void **state)
{
	(void)state;
	static const struct {
		double facility, sd, weight, discrimination, efficiency;
	} items[] = {
		{0.704, 0.4513682901, 21.2922742344, -7.0650767526, -9.4550536967},   {0.48, 0.5099019514, 18.8979800309, -28.8982125772, -36.7834118938},
		{0.973333332, 0.13333334, 4.443012573, -9.1230674268, -21.6545012165}, {0.68, 0.4760952286, 18.9347251357, -22.6306444113, -31.4411395613},
		{0.52, 0.3055050463, 11.1450138688, -17.6997047674, -21.1794802584},  {0.64, 0.4898979486, 9.8081339177, -45.3785178421, -56.9365974439},
		{0.62, 0.331662479, 15.4788602394, -5.6543166602, -6.5043742058},
	};
	struct arena a = ARENA_INIT;
	struct exam_figures x;
	const struct marks m = {.people = 25, .items = 7, .max = ones, .mark = &oracle[0][0]};
	assert_true(analyse(&a, &m, 4, &x));
	near(x.median, 4.5, "median");
	near(x.mean, 4.617333332, "mean");
	near(x.sd, 0.8117265554, "sd");
	near(x.skewness, -0.092502502, "skewness");
	near(x.kurtosis, -0.7073968557, "kurtosis");
	near(100 * x.alpha, -87.2230935542, "alpha");
	near(x.error_ratio, 136.8294900795, "error ratio");
	near(x.sem, 1.1106813066, "sem");
	near(x.se_at_cut, sqrt(4.0 * 3 / 6), "standard error at the cut");
	assert_true(x.few);
	for (size_t i = 0; i < 7; i++) {
		near(x.item[i].facility, items[i].facility, "facility");
		near(x.item[i].sd, items[i].sd, "sd of an item");
		near(x.item[i].weight, items[i].weight, "weight");
		near(x.item[i].discrimination, items[i].discrimination, "discrimination");
		near(x.item[i].efficiency, items[i].efficiency, "efficiency");
		assert_true(x.item[i].flags & ITEM_NEGATIVE);
	}
	assert_true(x.item[2].flags & ITEM_EASY);
	arena_release(&a);
}

/* Nothing is made up where there is nothing to compute from. */
static void what_is_undefined_is_not_a_number(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct exam_figures x;
	struct marks m = {.people = 0, .items = 7, .max = ones, .mark = &oracle[0][0]};
	assert_false(analyse(&a, &m, NAN, &x));
	m.people = 1;
	assert_true(analyse(&a, &m, NAN, &x));
	near(x.mean, 6, "mean of one");
	assert_true(isnan(x.sd) && isnan(x.alpha) && isnan(x.skewness) && isnan(x.item[0].discrimination) && isnan(x.item[0].sd) && isnan(x.item[0].weight));
	assert_true(isnan(x.se_at_cut));
	static const double same[4][2] = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
	m = (struct marks){.people = 4, .items = 2, .max = ones, .mark = &same[0][0]};
	assert_true(analyse(&a, &m, NAN, &x));
	assert_true(isnan(x.alpha) && isnan(x.skewness) && isnan(x.item[0].discrimination) && isnan(x.item[0].efficiency) && isnan(x.item[1].weight));
	near(x.sd, 0, "sd of equal totals");
	static const double one_item[3][1] = {{1}, {0}, {1}};
	m = (struct marks){.people = 3, .items = 1, .max = ones, .mark = &one_item[0][0]};
	assert_true(analyse(&a, &m, NAN, &x));
	assert_true(isnan(x.alpha) && isnan(x.item[0].discrimination) && isnan(x.kurtosis) && !isnan(x.skewness));
	arena_release(&a);
}

static void not_reached_is_told_from_wrong(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct exam_figures x;
	static const double mark[4][2] = {{1, NAN}, {1, 0}, {0, 1}, {1, 1}};
	const struct marks m = {.people = 4, .items = 2, .max = ones, .mark = &mark[0][0]};
	assert_true(analyse(&a, &m, NAN, &x));
	assert_int_equal(x.item[0].unreached, 0);
	assert_int_equal(x.item[1].unreached, 1);
	assert_true(x.item[1].flags & ITEM_UNREACHED);
	near(x.item[1].facility, 0.5, "facility with one not reached");
	arena_release(&a);
}

/* Of three items each attempt has two, the first and one of the others: worked by hand. */
static void forms_that_are_drawn(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct exam_figures x;
	static const double none = MARK_NOT_DRAWN, max[] = {1, 2, 2};
	const double mark[4][3] = {{1, 2, none}, {1, none, 1}, {0, 0, none}, {1, none, NAN}};
	const struct marks m = {.people = 4, .items = 3, .max = max, .mark = &mark[0][0]};
	assert_true(analyse(&a, &m, NAN, &x));
	near(x.maximum, 3, "maximum of a form");
	near(x.mean, 1.5, "mean"); /* 3, 2, 0, 1 */
	/* slots {1,1,0,1} and {2,1,0,0}: variances 1/4 and 11/12; of the totals 5/3 */
	near(x.alpha, 2 * (1 - (0.25 + 11.0 / 12) / (5.0 / 3)), "alpha of the slots");
	assert_int_equal(x.item[0].attempts, 4);
	assert_int_equal(x.item[1].attempts, 2);
	assert_int_equal(x.item[2].attempts, 2);
	assert_int_equal(x.item[2].unreached, 1);
	near(x.item[1].facility, 0.5, "facility of those who had it");
	near(x.item[2].facility, 0.25, "facility of those who had it");
	near(x.item[1].discrimination, 100, "two who had it agree"); /* {2,0} with {1,0} */
	assert_true(isnan(x.item[0].weight) && isnan(x.item[1].weight));
	/* forms of two lengths: no reliability; totals are brought to the longer one */
	const double uneven[2][3] = {{1, 2, none}, {1, none, none}};
	assert_true(analyse(&a, &(struct marks){.people = 2, .items = 3, .max = max, .mark = &uneven[0][0]}, NAN, &x));
	assert_true(isnan(x.alpha));
	near(x.mean, 3, "of 3 points");
	assert_true(isnan(x.item[2].facility));
	arena_release(&a);
}

static void idle_options_and_slow_items_are_told(void **state)
{
	(void)state;
	static const struct option_count idle[] = {{"a", 20, true}, {"b", 5, false}, {"c", 0, false}}, used[] = {{"a", 0, true}, {"b", 25, false}};
	struct item_figures items[] = {
		{.attempts = 25, .seconds = 10, .options = idle, .option_count = 3}, {.attempts = 25, .seconds = 12, .options = used, .option_count = 2},
		{.attempts = 25, .seconds = 37}, {.attempts = 25, .seconds = NAN}, {.attempts = 19, .seconds = 90, .options = idle, .option_count = 3},
		{.attempts = 25, .seconds = 9},
	};
	struct exam_figures x = {.items = sizeof(items) / sizeof(items[0]), .item = items};
	analyse_answers(&x);
	assert_int_equal(items[0].flags, ITEM_IDLE_OPTION);
	assert_int_equal(items[1].flags, 0);
	assert_int_equal(items[2].flags, ITEM_SLOW);
	assert_int_equal(items[3].flags, 0);
	assert_int_equal(items[4].flags, 0); /* too few say nothing */
}

/* Worked by hand: judges at 1.6, 2.0 and 2.1 of 4 points; their standard deviation is 0.264575. */
static void angoff_s_cut_is_the_mean_of_the_judges(void **state)
{
	(void)state;
	static const double max[] = {1, 1, 2}, mark[3][3] = {{0.5, 0.5, 0.3}, {0.6, 0.6, 0.4}, {0.6, 0.5, 0.5}};
	struct angoff cut;
	assert_true(angoff_cut(&(struct marks){.people = 3, .items = 3, .max = max, .mark = &mark[0][0]}, &cut));
	near(cut.cut, 1.9, "cut");
	near(cut.standard_error, sqrt(0.07 / 3), "standard error");
	assert_true(angoff_cut(&(struct marks){.people = 1, .items = 3, .max = max, .mark = &mark[0][0]}, &cut));
	assert_true(isnan(cut.standard_error));
	static const double bad[1][3] = {{0.5, 1.5, 0.3}};
	assert_false(angoff_cut(&(struct marks){.people = 1, .items = 3, .max = max, .mark = &bad[0][0]}, &cut));
	assert_true(isnan(cut.cut));
}

/* Tenths have no exact double: what is equal on paper is equal here, and small marks are marks. */
static void rounding_is_not_taken_for_a_difference(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct exam_figures x;
	static const double thirds[3] = {0.3, 0.3, 0.3}, alike[4][3] = {{0.1, 0.1, 0.1}, {0.2, 0.2, 0.2}, {0.3, 0.3, 0.3}, {0.1, 0.1, 0.1}};
	const struct marks equal = {.people = 4, .items = 3, .max = thirds, .mark = &alike[0][0]};
	assert_true(analyse(&a, &equal, NAN, &x));
	near(x.alpha, 1, "alpha of equal items");
	near(x.error_ratio, 0, "their error ratio");
	near(x.sem, 0, "their error of measurement");

	static const double sums[3][2] = {{0.1, 0.2}, {0.3, 0}, {0, 0.3}};
	const struct marks level = {.people = 3, .items = 2, .max = thirds, .mark = &sums[0][0]};
	assert_true(analyse(&a, &level, NAN, &x));
	near(x.sd, 0, "no spread of totals");
	assert_true(isnan(x.skewness) && isnan(x.alpha) && isnan(x.item[0].weight) && isnan(x.item[1].weight));

	static const double tiny[2] = {1e-6, 2e-6}, small[4][2] = {{1e-6, 0}, {0, 2e-6}, {1e-6, 2e-6}, {0, 1e-6}};
	const struct marks little = {.people = 4, .items = 2, .max = tiny, .mark = &small[0][0]};
	assert_true(analyse(&a, &little, NAN, &x));
	near(x.alpha, -8.0 / 11, "alpha of small marks");
	near(x.item[0].efficiency, -100.0 / 3, "their efficiency");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_are_the_published_ones),
		cmocka_unit_test(what_is_undefined_is_not_a_number),
		cmocka_unit_test(rounding_is_not_taken_for_a_difference),
		cmocka_unit_test(not_reached_is_told_from_wrong),
		cmocka_unit_test(forms_that_are_drawn),
		cmocka_unit_test(idle_options_and_slow_items_are_told),
		cmocka_unit_test(angoff_s_cut_is_the_mean_of_the_judges),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
