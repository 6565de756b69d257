/* Today's share for a learner with a date: measured pace, minutes really worked, and a plan that is told as it is. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/answering.h"
#include "app/home.h"
#include "app/people.h"
#include "app/review.h"
#include "fixture.h"
#include "store/packs.h"

static const int64_t day_ms = 86400000;

static int set_up(void **state)
{
	static struct fixture f;
	struct err e = ERR_INIT;
	fixture_open(&f);
	fixture_install(&f.app, "tests/data/upgrade/v1");
	fixture_install(&f.app, "tests/data/upgrade/programme");
	fixture_learner(&f);
	f.app.front = "cli";
	/* the twenty-third of November; departure in a hundred days */
	if (!person_enrol(&f.app, f.app.person.id, "north", "2027-03-03", &e))
		fail_msg("%s", e.msg);
	*state = &f;
	return 0;
}

static bool first_hash(void *ctx, const struct item_row *r)
{
	snprintf(ctx, 65, "%s", r->hash);
	return false;
}

/* An answer that took so long. */
static void work(struct fixture *f, const char *id, const char *drill, int64_t ms, enum verdict v)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct pack_row pack;
	char path[64], hash[65] = "";
	assert_true(pack_active(f->app.store, "first-words", &a, &pack, &e));
	assert_true(pack_unit_rows(f->app.store, pack.id, "hello", first_hash, hash, &e));
	snprintf(path, sizeof(path), "first-words/hello/%s", id);
	f->clock.mono += ms;
	f->clock.wall += ms;
	struct asked q = {.path = path, .body_hash = hash, .sitting = "", .version = pack.id, .shown_mono = f->clock.mono - ms, .drill = drill,
			  .direction = drill ? REVIEW_PRODUCE : NULL};
	struct grade g = {.verdict = v};
	assert_true(answering_store(&f->app, &q, NULL, NULL, &g, &e));
	arena_release(&a);
}

static void load(struct fixture *f, struct home *h)
{
	struct err e = ERR_INIT;
	if (!home_load(&f->app, h, &e))
		fail_msg("%s", e.msg);
}

static void pace_and_minutes_come_from_the_log(void **state)
{
	struct fixture *f = *state;
	struct home h;
	load(f, &h);
	assert_true(h.share.pace.step == pace_default().step && h.share.minutes == 0);
	assert_int_equal(h.planned, 0);
	assert_int_equal(h.share.words, 2);
	assert_int_equal(h.share.plan.state, PLAN_ON);
	assert_int_equal(h.share.plan.fresh_today, 2); /* there is time for both */
	home_release(&h);
	for (int i = 0; i < 12; i++)
		work(f, "greeting", NULL, i == 5 ? 3600000 : 20000, VERDICT_SEEN); /* an hour away from the screen */
	for (int i = 0; i < 12; i++)
		work(f, "baas", "type", 8000, VERDICT_OK);
	work(f, "baas", "type", 8000, VERDICT_RETRY); /* counts for nothing */
	load(f, &h);
	assert_true(h.share.pace.step == 20 && h.share.pace.review == 8);
	/* eleven times 20 s, a minute, twelve times 8 s */
	assert_int_equal(h.share.minutes, (11 * 20 + 60 + 12 * 8) / 60);
	assert_int_equal(h.share.week_minutes, h.share.minutes);
	assert_int_equal(h.share.met, 1);
	assert_int_equal(h.share.learnt, 1);
	home_release(&h);
	f->clock.wall += day_ms;
	load(f, &h);
	assert_int_equal(h.share.minutes, 0);
	assert_int_equal(h.share.week_minutes, 6);
	home_release(&h);
	f->clock.wall += 7 * day_ms;
	load(f, &h);
	assert_int_equal(h.share.week_minutes, 0);
	home_release(&h);
}

static void the_pairs_of_a_match_take_time_once(void **state)
{
	struct fixture *f = *state;
	struct home h;
	work(f, "baas", "match", 50000, VERDICT_OK);
	for (int i = 0; i < 3; i++) {
		/* the same moment, each with the whole time on the row */
		f->clock.mono -= 50000;
		f->clock.wall -= 50000;
		work(f, "collega", "match", 50000, VERDICT_OK);
	}
	work(f, "greeting", NULL, 15000, VERDICT_SEEN);
	load(f, &h);
	assert_int_equal(h.share.minutes, 1);
	home_release(&h);
}

static void who_is_late_is_told_the_minutes(void **state)
{
	struct fixture *f = *state;
	struct home h;
	f->clock.wall += 43 * day_ms;
	load(f, &h);
	assert_int_equal(h.share.plan.state, PLAN_BEHIND);
	assert_int_equal(h.share.plan.days, 43);
	assert_true(h.share.plan.minutes >= 1);
	home_release(&h);
	f->clock.wall += 100 * day_ms;
	load(f, &h);
	assert_true(h.planned == SIZE_MAX && h.share.plan.state == PLAN_NONE);
	home_release(&h);
}

static void a_review_never_fills_more_than_the_day(void **state)
{
	struct fixture *f = *state;
	struct home h;
	struct err e = ERR_INIT;
	work(f, "baas", "type", 8000, VERDICT_OK);
	work(f, "collega", "type", 8000, VERDICT_OK);
	f->clock.wall += 20 * day_ms;
	load(f, &h);
	assert_int_equal(h.share.due, 2);
	assert_int_equal(h.share.plan.review_today, 2);
	assert_int_equal(h.share.review_minutes, 1);
	home_release(&h);
	/* a day of one minute that is used up */
	assert_true(today_set_minutes(&f->app, "1", &e));
	work(f, "baas", "type", 60000, VERDICT_OK);
	work(f, "baas", "type", 60000, VERDICT_OK);
	load(f, &h);
	assert_int_equal(h.share.due, 1);
	assert_int_equal(h.share.plan.review_today, 0);
	home_release(&h);
}

/* Monday 2026-11-23, and a fortnight before. */
static void weeks_say_what_was_done(void **state)
{
	struct fixture *f = *state;
	struct weeks w;
	struct err e = ERR_INIT;
	f->clock.wall -= INT64_C(14) * 24 * 3600 * 1000;
	work(f, "collega", "type", 120000, VERDICT_OK); /* counts a minute: the rest was a pause */
	f->clock.wall += INT64_C(14) * 24 * 3600 * 1000;
	work(f, "collega", "type", 30000, VERDICT_OK);
	f->clock.wall += 1;
	work(f, "collega", "type", 30000, VERDICT_OK);
	assert_true(weeks_load(&f->app, &w, &e));
	assert_int_equal(w.count, 2);
	assert_int_equal(w.list[0].monday - w.list[1].monday, 14);
	assert_int_equal((w.list[0].monday + 3) % 7, 0);
	assert_int_equal(w.list[0].minutes, 1);
	assert_int_equal(w.list[1].minutes, 1);
	assert_int_equal(w.list[0].words, 0);
	assert_int_equal(w.list[1].words, 1); /* met then, known now */
}

static void minutes_a_day_are_checked(void **state)
{
	struct fixture *f = *state;
	static const char *const bad[] = {"", "0", "481", "-1", "10m", "99999999999", "1 "};
	struct err e = ERR_INIT;
	int minutes;
	assert_true(today_minutes(&f->app, &minutes, &e) && minutes == PLAN_MINUTES);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(today_set_minutes(&f->app, bad[i], &e));
		assert_int_equal(e.kind, ERR_INPUT);
	}
	assert_true(today_set_minutes(&f->app, "12", &e) && today_minutes(&f->app, &minutes, &e) && minutes == 12);
	assert_true(store_set_setting(f->app.store, "daily-minutes", "damaged", &e) && today_minutes(&f->app, &minutes, &e) && minutes == PLAN_MINUTES);
	f->app.front = "tui";
	assert_false(today_set_minutes(&f->app, "5", &e));
	assert_int_equal(e.kind, ERR_DENIED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pace_and_minutes_come_from_the_log, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(the_pairs_of_a_match_take_time_once, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(who_is_late_is_told_the_minutes, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_review_never_fills_more_than_the_day, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(weeks_say_what_was_done, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(minutes_a_day_are_checked, set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
