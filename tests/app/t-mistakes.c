/* What a learner confuses: gathered from the log, ordered by what it costs, gone when it is right on other days. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/lesson.h"
#include "app/mistakes.h"
#include "fixture.h"

static int set_up(void **state)
{
	return fixture_with(state, "tests/screens/packs/mend");
}

static void type(struct fixture *f, size_t step, const char *text)
{
	struct lesson *l = fixture_lesson(f, "steps", "canteen");
	fixture_type(f, l, step, text);
	lesson_free(l);
}

static void days_pass(struct fixture *f, int days)
{
	f->clock.wall += days * 24 * 3600 * 1000LL;
}

/* "kind given>right count" of each, in order. */
static const char *listed(struct fixture *f)
{
	static char out[600];
	struct mistakes m;
	struct err e = ERR_INIT;
	int count = -1;
	*out = '\0';
	if (!mistakes_load(&f->app, &m, &e) || !mistakes_count(&f->app, &count, &e))
		fail_msg("%s", e.msg);
	assert_int_equal(count, m.count);
	for (size_t i = 0; i < m.count; i++)
		snprintf(out + strlen(out), sizeof(out) - strlen(out), "%d %s>%s %d\n", (int)m.list[i].kind, m.list[i].given, m.list[i].right, m.list[i].count);
	mistakes_release(&m);
	return out;
}

static void what_costs_most_stands_first(void **state)
{
	struct fixture *f = *state;
	assert_string_equal(listed(f), "");
	type(f, 2, "la pain");
	type(f, 0, "la tasse");
	type(f, 0, "La tasse!");
	type(f, 2, "le pian");
	char wanted[200];
	snprintf(wanted, sizeof(wanted), "%d La tasse!>`le café` 2\n%d la pain>`le pain` 1\n%d le pian>`le pain` 1\n", MISTAKE_OTHER_WORD, MISTAKE_ARTICLE, MISTAKE_SPELLING);
	assert_string_equal(listed(f), wanted);
}

static void what_is_right_on_other_days_goes(void **state)
{
	struct fixture *f = *state;
	type(f, 2, "la pain");
	type(f, 2, "la pain");
	/* right at once says little */
	type(f, 2, "le pain");
	assert_string_equal(listed(f), "0 la pain>`le pain` 2\n");
	days_pass(f, 1);
	type(f, 2, "le pain");
	type(f, 2, "le pain");
	assert_string_equal(listed(f), "0 la pain>`le pain` 2\n");
	days_pass(f, 3);
	type(f, 2, "le pain");
	assert_string_equal(listed(f), "");
	/* and comes back */
	days_pass(f, 1);
	type(f, 2, "la pain");
	assert_string_equal(listed(f), "0 la pain>`le pain` 1\n");
}

static void reasons_name_the_kind(void **state)
{
	(void)state;
	assert_int_equal(mistake_kind_of("article", ""), MISTAKE_ARTICLE);
	assert_int_equal(mistake_kind_of("accent,typo", ""), MISTAKE_SPELLING);
	assert_int_equal(mistake_kind_of("article,other-word", "type"), MISTAKE_OTHER_WORD);
	assert_int_equal(mistake_kind_of("accent,word-order", ""), MISTAKE_ORDER);
	assert_int_equal(mistake_kind_of("", "recognise"), MISTAKE_MEANING);
	assert_int_equal(mistake_kind_of("", ""), MISTAKE_EXERCISE);
	assert_int_equal(mistake_kind_of("nonsense,,articles", "choose"), MISTAKE_MEANING);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_costs_most_stands_first, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(what_is_right_on_other_days_goes, set_up, fixture_tear_down),
		cmocka_unit_test(reasons_name_the_kind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
