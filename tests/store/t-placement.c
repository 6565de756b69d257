/* Placements: one is open at a time, its answers count for nothing else, and what it lets skip is what the last one said. */
#include "config.h"
#include "house.h"

#include <stdio.h>
#include <string.h>

#include "core/str.h"
#include "store/cards.h"
#include "store/log.h"
#include "store/placement.h"

static bool note_progress(void *ctx, const struct progress_row *p)
{
	(void)p;
	(*(int *)ctx)++;
	return true;
}

static bool note_time(void *ctx, const struct answer_time *t)
{
	(void)t;
	(*(int *)ctx)++;
	return true;
}

static bool note_drill(void *ctx, const struct drill_row *d)
{
	(void)d;
	(*(int *)ctx)++;
	return true;
}

static bool note_answer(void *ctx, const struct placement_answer *a)
{
	str_addf(ctx, "%s %s %d;", a->path, a->verdict, (int)(a->seed & 1023));
	return true;
}

static bool note_skipped(void *ctx, const char *pack, const char *unit, int words)
{
	str_addf(ctx, "%s/%s %d;", pack, unit, words);
	return true;
}

static void its_answers_count_for_nothing_else(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct str out;
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 3, "text"), entered = -1;
	struct placement_row p = {.person = person, .pack = "p", .seed = 7 << 10, .begun_at = 5};
	struct fsrs with;
	int counted = 0;
	assert_ok(placement_start(s, &p, &e), &e);
	static const char *const verdicts[] = {"ok", "retry", "wrong"};
	for (size_t i = 0; i < sizeof(verdicts) / sizeof(verdicts[0]); i++) {
		struct answer a = answer_to(person, version, "p/u/p1", verdicts[i]);
		a.drill = ANSWER_PLACEMENT;
		a.direction = "recognise";
		a.seed = p.seed | i;
		assert_ok(answer_add(s, &a, &e), &e);
	}
	fsrs_init(&with);
	assert_ok(progress_each(s, person, "", note_progress, &counted, &e) && answer_times(s, person, 10, note_time, &counted, &e) &&
		  drill_each(s, person, "p", 10, note_drill, &counted, &e), &e);
	assert_int_equal(counted, 0);
	assert_ok(progress_rebuild(s, &e) && cards_rebuild(s, &with, 4, &entered, &e) && progress_each(s, person, "", note_progress, &counted, &e), &e);
	assert_int_equal(entered, 0);
	assert_int_equal(counted, 0);
	str_init(&out);
	assert_ok(placement_answers(s, &p, note_answer, &out, &e), &e);
	assert_string_equal(out.buf, "p/u/p1 ok 0;p/u/p1 wrong 2;");
	str_release(&out);
	store_close(s);
}

static void one_is_open_and_the_last_one_counts(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct str out;
	static const char *const units[] = {"u", "gone"};
	int64_t person = person_new(s, "1");
	struct placement_row p = {.person = person, .pack = "p", .seed = 1024, .begun_at = 5}, again = p, last;
	pack_new(s, "p", "1.0.0", 3, "text");
	str_init(&out);
	assert_ok(placement_last(s, person, "p", &last, &e), &e);
	assert_int_equal(last.id, 0);
	assert_ok(placement_start(s, &p, &e), &e);
	assert_false(placement_start(s, &again, &e));
	assert_int_equal(e.kind, ERR_INPUT);
	assert_ok(placement_finish(s, &p, 9, units, 2, &e), &e);
	assert_ok(placement_last(s, person, "p", &last, &e), &e);
	assert_int_equal(last.finished_at, 9);
	assert_int_equal(last.known, 2);
	assert_ok(skipped_each(s, person, note_skipped, &out, &e), &e);
	assert_string_equal(out.buf, "p/u 0;"); /* the unit that is gone is not there, words of the pack are none */
	/* the second one judges less known */
	assert_ok(placement_start(s, &again, &e), &e);
	assert_ok(placement_last(s, person, "p", &last, &e), &e);
	assert_int_equal(last.finished_at, 0);
	assert_ok(placement_finish(s, &again, 20, units, 0, &e), &e);
	str_clear(&out);
	assert_ok(skipped_each(s, person, note_skipped, &out, &e), &e);
	assert_string_equal(out.buf, "");
	str_release(&out);
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(its_answers_count_for_nothing_else),
		cmocka_unit_test(one_is_open_and_the_last_one_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
