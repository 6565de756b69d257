/* The placement test of a course: it goes on after a power cut, skips what is known, and counts for nothing else. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/home.h"
#include "app/my_words.h"
#include "app/people.h"
#include "app/placement.h"
#include "core/str.h"
#include "fixture.h"
#include "learn/placement.h"
#include "store/log.h"

static int set_up(void **state)
{
	return fixture_with(state, "tests/screens/packs/place");
}

static struct placing *open_placing(struct fixture *f)
{
	struct err e = ERR_INIT;
	struct placing *p = placing_open(&f->app, "place", &e);
	if (!p)
		fail_msg("%s", e.msg);
	return p;
}

struct last {
	char path[64];
	int rows;
};

static bool see(void *ctx, const struct answer *a)
{
	struct last *l = ctx;
	assert_string_equal(a->drill, ANSWER_PLACEMENT);
	assert_string_equal(a->sitting, "");
	l->rows++;
	return true;
}

static int logged(struct fixture *f)
{
	struct last l = {.rows = 0};
	struct err e = ERR_INIT;
	assert_true(answer_each(f->app.store, f->app.person.id, 0, see, &l, &e));
	return l.rows;
}

/* Right, or not known. */
static void answer(struct fixture *f, struct placing *p, bool right)
{
	struct arena a = ARENA_INIT;
	struct response r;
	struct err e = ERR_INIT;
	bool again;
	const struct item *it = placing_drill(p)->item;
	assert_true(it->type->accepted(it, &a, 0, &r));
	f->clock.mono += 3000;
	if (!placing_answer(&f->app, p, right ? &r : NULL, &again, &e))
		fail_msg("%s", e.msg);
	assert_false(again);
	arena_release(&a);
}

static enum placing_may may(struct fixture *f)
{
	struct err e = ERR_INIT;
	enum placing_may m;
	assert_true(placing_may(&f->app, "place", &m, &e));
	return m;
}

static void run(struct fixture *f, bool right)
{
	struct placing *p = open_placing(f);
	while (placing_drill(p))
		answer(f, p, right);
	placing_free(p);
}

static void units_known_are_skipped_and_not_done(void **state)
{
	struct fixture *f = *state;
	struct home h;
	struct err e = ERR_INIT;
	struct my_words words;
	assert_int_equal(may(f), PLACING_FREE);
	run(f, true);
	assert_true(logged(f) >= PLACEMENT_ITEMS_MIN && logged(f) <= PLACEMENT_ITEMS_MAX);
	assert_true(home_load(&f->app, &h, &e));
	assert_int_equal(h.packs[0].finished, 0);
	assert_int_equal(h.packs[0].placing, PLACING_NOT);
	assert_false(h.packs[0].begun);
	assert_true(h.units[0].skipped && h.units[1].skipped && h.units[2].skipped);
	assert_int_equal(h.units[0].done, 0);
	/* home goes on behind them, and their words are neither due nor to be learnt */
	assert_true(h.today_count == 0 || h.today[0] == 3);
	assert_int_equal(h.share.due, 0);
	assert_int_equal(h.share.words, h.units[3].skipped ? 0 : 8);
	assert_int_equal(h.share.minutes, 0);
	home_release(&h);
	assert_true(my_words_load(&f->app, &words, &e));
	assert_int_equal(words.count, 0);
	my_words_release(&words);
}

static void who_knows_nothing_begins_with_the_first_unit(void **state)
{
	struct fixture *f = *state;
	struct home h;
	struct err e = ERR_INIT;
	run(f, false);
	assert_true(home_load(&f->app, &h, &e));
	assert_false(h.units[0].skipped);
	assert_int_equal(h.today[0], 0);
	home_release(&h);
}

static void a_power_cut_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct placing *p = open_placing(f);
	answer(f, p, true);
	uint64_t seed = placing_seed(p);
	char id[64];
	struct err e = ERR_INIT;
	snprintf(id, sizeof id, "%s", placing_drill(p)->item->id);
	placing_free(p);
	assert_int_equal(may(f), PLACING_OPEN);
	fixture_reopen(f);
	assert_true(sign_in(&f->app, "1001", "402817", &e));
	p = open_placing(f);
	assert_int_equal(placing_asked(p), 1);
	assert_int_equal(placing_seed(p), seed);
	assert_string_equal(placing_drill(p)->item->id, id);
	placing_free(p);
}

static void it_is_taken_again_after_a_while(void **state)
{
	struct fixture *f = *state;
	struct home h;
	struct err e = ERR_INIT;
	run(f, true);
	assert_null(placing_open(&f->app, "place", &e));
	assert_int_equal(e.kind, ERR_INPUT);
	f->clock.wall += (int64_t)PLACING_AGAIN_DAYS * 24 * 3600 * 1000;
	assert_int_equal(may(f), PLACING_AGAIN);
	run(f, false);
	assert_true(home_load(&f->app, &h, &e));
	assert_false(h.units[0].skipped); /* the last one counts */
	home_release(&h);
}

static void nothing_is_asked_twice(void **state)
{
	struct fixture *f = *state;
	struct placing *p = open_placing(f);
	const char *ids[PLACEMENT_ITEMS_MAX];
	struct arena a = ARENA_INIT;
	size_t n = 0;
	for (bool right = true; placing_drill(p); right = !right) {
		const char *now = arena_strdup(&a, placing_drill(p)->item->id);
		for (size_t i = 0; i < n; i++)
			assert_string_not_equal(ids[i], now);
		ids[n++] = now;
		answer(f, p, right);
	}
	assert_true(n >= PLACEMENT_ITEMS_MIN && n <= PLACEMENT_ITEMS_MAX);
	placing_free(p);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(units_known_are_skipped_and_not_done, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(who_knows_nothing_begins_with_the_first_unit, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_power_cut_changes_nothing, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(it_is_taken_again_after_a_while, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(nothing_is_asked_twice, set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
