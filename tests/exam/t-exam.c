/* Programmes and the results that fulfil them; serial numbers. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../learn/samples.h"
#include "core/arena.h"
#include "core/diag.h"
#include "core/random.h"
#include "core/str.h"
#include "exam/outcome.h"
#include "exam/programme.h"
#include "exam/serial.h"

static void samples_show_their_faults(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	char **names = sample_names(&a, "programmes", "", ".yaml");
	size_t good = 0, bad = 0;
	for (; *names; names++) {
		const char *path = arena_printf(&a, "programmes/%s", *names);
		struct diag_list d;
		diag_init(&d);
		const struct programme *p = programme_parse(&a, sample_node(&a, path, &d), &d);
		assert_expected(&a, path, sample_text(&a, path), &d);
		assert_int_equal(p != NULL, str_starts(*names, "good"));
		good += p != NULL;
		bad += p == NULL;
		diag_release(&d);
	}
	assert_true(good >= 2 && bad >= 3);
	arena_release(&a);
}

/* Results of a test: "check mark maximum". */
struct results {
	struct {
		const char *check;
		struct result r;
	} list[8];
};

static struct result look_up(void *ctx, const struct rule *leaf)
{
	const struct results *all = ctx;
	for (size_t i = 0; i < 8 && all->list[i].check; i++)
		if (str_eq(all->list[i].check, leaf->path))
			return all->list[i].r;
	return (struct result){.mark = 0, .maximum = 0};
}

static const struct programme *good_programme(struct arena *a)
{
	struct diag_list d;
	diag_init(&d);
	const struct programme *p = programme_parse(a, sample_node(a, "programmes/good.yaml", &d), &d);
	assert_non_null(p);
	diag_release(&d);
	return p;
}

static void marks_are_compared_in_integers(void **state)
{
	(void)state;
	static const struct {
		int mark, maximum, points, of;
		bool passes;
	} rows[] = {
		{26, 40, 26, 40, true},	 {25, 40, 26, 40, false}, {13, 20, 26, 40, true},    {129, 200, 65, 100, false},
		{130, 200, 65, 100, true}, {0, 0, 1, 10, false},  {10, 10, 10, 10, true},    {7, 10, 2, 3, true},
		{6, 10, 2, 3, false},	 {2000000000, 2000000000, 10000, 10000, true}, {1999999999, 2000000000, 10000, 10000, false},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (result_passes((struct result){.mark = rows[i].mark, .maximum = rows[i].maximum}, rows[i].points, rows[i].of) != rows[i].passes)
			fail_msg("row %zu", i);
}

static void rules_are_fulfilled_as_written(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	const struct programme *p = good_programme(&a);
	const struct rule *language = &p->requirements[0].rule, *rights = &p->requirements[1].rule;
	struct results none = {0}, r = {{{"dutch-a1/letters", {.mark = 9, .maximum = 10}}, {"french-a1/first-day", {.mark = 6, .maximum = 10}}}};
	assert_false(programme_fulfilled(p, look_up, &none));
	assert_int_equal(rule_result(language, look_up, &none).maximum, 0);
	/* neither branch is there: the higher share of what was taken is shown */
	assert_false(rule_fulfilled(language, look_up, &r));
	assert_int_equal(rule_result(language, look_up, &r).mark, 9);
	r.list[2].check = "dutch-a1/first-day";
	r.list[2].r = (struct result){.mark = 3, .maximum = 10};
	assert_int_equal(rule_result(language, look_up, &r).mark, 12); /* 12 of 20 is as good as 6 of 10: the first stays */
	r.list[2].r = (struct result){.mark = 5, .maximum = 10};
	assert_int_equal(rule_result(language, look_up, &r).mark, 14);
	assert_int_equal(rule_result(language, look_up, &r).maximum, 20);
	/* a fulfilled branch goes before a higher one that is not */
	r.list[1].r = (struct result){.mark = 7, .maximum = 10};
	r.list[0].r = (struct result){.mark = 10, .maximum = 10};
	r.list[2].r = (struct result){.mark = 6, .maximum = 10};
	assert_true(rule_fulfilled(language, look_up, &r));
	assert_int_equal(rule_result(language, look_up, &r).mark, 7);
	assert_false(programme_fulfilled(p, look_up, &r));
	r.list[3].check = "conduct-belgium/contract-and-pay";
	r.list[3].r = (struct result){.mark = 25, .maximum = 40};
	assert_false(rule_fulfilled(rights, look_up, &r));
	r.list[3].r.mark = 26;
	assert_true(programme_fulfilled(p, look_up, &r));
	arena_release(&a);
}

static void collect(void *ctx, const struct rule *r)
{
	str_addf(ctx, "%s %d/%d;", r->path, r->points, r->of);
}

static void every_check_is_named_in_order(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	const struct programme *p = good_programme(&a);
	struct str s;
	str_init(&s);
	for (size_t i = 0; i < p->count; i++)
		rule_each_leaf(&p->requirements[i].rule, collect, &s);
	assert_string_equal(s.buf, "dutch-a1/letters 7/10;dutch-a1/first-day 7/10;french-a1/first-day 7/10;"
				   "conduct-belgium/contract-and-pay 26/40;");
	str_release(&s);
	arena_release(&a);
}

static void exams_pass_by_their_own_marks(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	struct str s;
	diag_init(&d);
	str_init(&s);
	const struct programme *p = programme_parse(&a, sample_node(&a, "programmes/good-exams.yaml", &d), &d);
	assert_non_null(p);
	const struct rule *language = &p->requirements[0].rule;
	struct results r = {{{"dutch-a1/final", {.mark = 90, .maximum = 100}}, {"french-a1/final", {.mark = 55, .maximum = 100, .passed = true}}}};
	/* French passed; of Dutch a section stayed below its minimum */
	assert_true(rule_fulfilled(language, look_up, &r));
	assert_int_equal(rule_result(language, look_up, &r).mark, 55);
	assert_false(programme_fulfilled(p, look_up, &r));
	rule_each_used(language, look_up, &r, collect, &s);
	assert_string_equal(s.buf, "french-a1/final 0/0;");
	r.list[0].r.passed = true;
	r.list[2].check = "workplace-safety/final";
	r.list[2].r = (struct result){.mark = 26, .maximum = 40, .passed = true};
	r.list[3].check = "workplace-safety/danger-112";
	r.list[3].r = (struct result){.mark = 7, .maximum = 10};
	assert_true(programme_fulfilled(p, look_up, &r));
	str_clear(&s);
	for (size_t i = 0; i < p->count; i++)
		rule_each_used(&p->requirements[i].rule, look_up, &r, collect, &s);
	assert_string_equal(s.buf, "dutch-a1/final 0/0;workplace-safety/final 0/0;workplace-safety/danger-112 7/10;");
	str_release(&s);
	diag_release(&d);
	arena_release(&a);
}

/* Check digits computed with bc: 98 - (number * 100) % 97. */
static void serials_have_known_check_digits(void **state)
{
	(void)state;
	static const struct {
		uint64_t number;
		const char *serial;
	} rows[] = {
		{0, "0000 0000 0000 0098"},
		{12345678901234, "1234 5678 9012 3428"},
		{1, "0000 0000 0000 0195"},
		{97, "0000 0000 0000 9798"},
		{99999999999999, "9999 9999 9999 9939"},
		{31415926535897, "3141 5926 5358 9728"},
		{20261126000042, "2026 1126 0000 4211"},
	};
	char out[SERIAL_SIZE];
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		serial_format(rows[i].number, false, out);
		assert_string_equal(out, rows[i].serial);
		bool practice = true;
		assert_true(serial_parse(rows[i].serial, &practice, out));
		assert_false(practice);
	}
	bool practice;
	serial_format(rows[1].number, true, out);
	char typed[64];
	snprintf(typed, sizeof(typed), " p-%s ", rows[1].serial);
	for (char *s = typed + 3; *s; s++)
		*s = *s == ' ' && s[1] && s[1] != ' ' ? '-' : *s;
	char again[SERIAL_SIZE];
	assert_true(serial_parse(typed, &practice, again));
	assert_true(practice);
	assert_string_equal(again, out);
	assert_true(str_starts(out, "P "));
	static const char *const bad[] = {"", "P", "0000 0000 0000 0000", "0000 0000 0000 0001", "0000 0000 0000 098", "0000 0000 0000 00098",
					  "x000 0000 0000 0098", "0000 0000 0000 009８", "PP 0000 0000 0000 0098", "0000 P000 0000 0098"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(serial_parse(bad[i], &practice, again));
}

/* ISO 7064 MOD 97-10 finds every wrong digit and every swap of two digits next to each other. */
static void typing_errors_show(void **state)
{
	(void)state;
	struct rng rng = {20261126};
	char out[SERIAL_SIZE], wrong[SERIAL_SIZE], digits[SERIAL_DIGITS + 1];
	for (int round = 0; round < 500; round++) {
		bool practice;
		serial_format(rng_below(&rng, 100000000000000), false, out);
		size_t n = 0;
		for (const char *s = out; *s; s++)
			if (*s != ' ')
				digits[n++] = *s;
		digits[n] = '\0';
		assert_int_equal(n, SERIAL_DIGITS);
		assert_int_equal(strtoull(digits, NULL, 10) % 97, 1);
		assert_true(serial_parse(digits, &practice, wrong));
		for (size_t i = 0; i < n; i++) {
			char right = digits[i];
			for (char c = '0'; c <= '9'; c++) {
				digits[i] = c;
				assert_int_equal(serial_parse(digits, &practice, wrong), c == right);
			}
			digits[i] = right;
			if (i + 1 == n || digits[i + 1] == right)
				continue;
			digits[i] = digits[i + 1];
			digits[i + 1] = right;
			assert_false(serial_parse(digits, &practice, wrong));
			digits[i + 1] = digits[i];
			digits[i] = right;
		}
	}
}

static void two_markers_agree_or_somebody_decides(void **state)
{
	(void)state;
	static const struct {
		bool second;
		int difference;
		int given, points[MARKER_COUNT]; /* so many of them */
		enum marks_state state;
		int counts;
	} rows[] = {
		{false, 0, 0, {0}, MARKS_WAIT_FIRST, 0},
		{false, 0, 1, {0}, MARKS_COMPLETE, 0},
		{false, 0, 1, {7}, MARKS_COMPLETE, 7},
		{true, 3, 0, {0}, MARKS_WAIT_FIRST, 0},
		{true, 3, 1, {7}, MARKS_WAIT_SECOND, 0},
		{true, 3, 2, {7, 7}, MARKS_COMPLETE, 7},
		{true, 3, 2, {7, 4}, MARKS_COMPLETE, 6}, /* 5.5, rounded up */
		{true, 3, 2, {4, 7}, MARKS_COMPLETE, 6},
		{true, 3, 2, {6, 4}, MARKS_COMPLETE, 5},
		{true, 3, 2, {8, 4}, MARKS_WAIT_DECISION, 0},
		{true, 3, 3, {8, 4, 4}, MARKS_COMPLETE, 4},
		{true, 3, 3, {4, 8, 9}, MARKS_COMPLETE, 9},
		{true, 3, 3, {7, 4, 0}, MARKS_COMPLETE, 6}, /* a decision that is not needed any more does not count */
		{true, 0, 2, {5, 5}, MARKS_COMPLETE, 5},
		{true, 0, 2, {5, 4}, MARKS_WAIT_DECISION, 0},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct exam_section s = {.second = rows[i].second, .difference = rows[i].difference};
		struct markers m = {.given = {false}};
		int points;
		for (int k = 0; k < rows[i].given; k++) {
			m.given[k] = true;
			m.points[k] = rows[i].points[k];
		}
		if (outcome_markers(&s, &m, &points) != rows[i].state || points != rows[i].counts)
			fail_msg("row %zu gives %d points", i, points);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(samples_show_their_faults),
		cmocka_unit_test(marks_are_compared_in_integers),
		cmocka_unit_test(rules_are_fulfilled_as_written),
		cmocka_unit_test(every_check_is_named_in_order),
		cmocka_unit_test(exams_pass_by_their_own_marks),
		cmocka_unit_test(two_markers_agree_or_somebody_decides),
		cmocka_unit_test(serials_have_known_check_digits),
		cmocka_unit_test(typing_errors_show),
	};
	return cmocka_run_group_tests_name("programmes and serials", tests, NULL, NULL);
}
