/* Words that come due, for a learner of an installed pack. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/answering.h"
#include "app/packs.h"
#include "app/people.h"
#include "app/review.h"
#include "fixture.h"
#include "store/packs.h"

static const int64_t day_ms = 86400000;

static int set_up(void **state)
{
	return fixture_with(state, "tests/data/upgrade/v1");
}

struct found_item {
	const char *id;
	char hash[65];
};

static bool find_item(void *ctx, const struct item_row *r)
{
	struct found_item *f = ctx;
	if (strcmp(r->id, f->id) == 0)
		snprintf(f->hash, sizeof(f->hash), "%s", r->hash);
	return true;
}

/* Answers a drill of a word of the unit hello, as practice does. */
static void answer(struct fixture *f, const char *id, const char *direction, enum verdict v)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct pack_row pack;
	struct found_item item = {.id = id};
	char path[64];
	assert_true(pack_active(f->app.store, "first-words", &a, &pack, &e));
	assert_true(pack_unit_rows(f->app.store, pack.id, "hello", find_item, &item, &e));
	assert_true(item.hash[0]);
	snprintf(path, sizeof(path), "first-words/hello/%s", id);
	struct asked q = {.path = path, .body_hash = item.hash, .sitting = "", .version = pack.id, .shown_mono = f->clock.mono - 4000, .drill = "type",
			  .direction = direction};
	struct grade g = {.verdict = v};
	if (!answering_store(&f->app, &q, NULL, NULL, &g, &e))
		fail_msg("%s", e.msg);
	arena_release(&a);
}

static void list(struct fixture *f, struct due_words *d)
{
	struct err e = ERR_INIT;
	if (!review_due(&f->app, d, &e))
		fail_msg("%s", e.msg);
}

static void words_come_due(void **state)
{
	struct fixture *f = *state;
	struct due_words d;
	answer(f, "baas", REVIEW_PRODUCE, VERDICT_OK);
	list(f, &d);
	assert_int_equal(d.count, 0);
	assert_int_equal(d.soon, 1);
	assert_int_equal(d.met, 1);
	assert_int_equal(d.learnt, 0);
	due_words_release(&d);
	/* ten minutes later its learning step is over */
	f->clock.wall += 600000;
	list(f, &d);
	assert_int_equal(d.count, 1);
	assert_true(d.list[0].in_steps);
	assert_string_equal(d.list[0].path, "first-words/hello/baas");
	due_words_release(&d);
	answer(f, "baas", REVIEW_PRODUCE, VERDICT_NOTE);
	list(f, &d);
	assert_int_equal(d.count + (size_t)d.soon, 0);
	assert_int_equal(d.learnt, 1);
	due_words_release(&d);
	f->clock.wall += 10 * day_ms;
	list(f, &d);
	assert_int_equal(d.count, 1);
	assert_false(d.list[0].in_steps);
	assert_true(d.list[0].worth > 0 && d.list[0].worth < 1);
	due_words_release(&d);
	/* a removed pack hides its words and keeps their cards */
	struct err e = ERR_INIT;
	f->app.front = "cli";
	assert_true(packs_remove(&f->app, "first-words", &e));
	list(f, &d);
	assert_int_equal(d.count + (size_t)d.met, 0);
	due_words_release(&d);
}

static void the_day_begins_at_four(void **state)
{
	struct fixture *f = *state;
	struct due_words d;
	/* 03:59 at the site is still the day before: learnt at 02:00, twice, then not due at 03:59, but two days later at 04:00 */
	int64_t midnight = f->clock.wall / day_ms * day_ms - 5 * 3600000;
	f->clock.wall = midnight + 2 * 3600000;
	answer(f, "baas", REVIEW_PRODUCE, VERDICT_OK);
	f->clock.wall += 600000;
	answer(f, "baas", REVIEW_PRODUCE, VERDICT_OK);
	f->clock.wall = midnight + day_ms + 4 * 3600000 - 1;
	list(f, &d);
	assert_int_equal(d.count, 0);
	due_words_release(&d);
	f->clock.wall++;
	list(f, &d);
	assert_int_equal(d.count, 1);
	due_words_release(&d);
}

static void a_clock_that_jumped_hides_nothing(void **state)
{
	struct fixture *f = *state;
	struct due_words d;
	int64_t now = f->clock.wall;
	f->clock.wall = now + 3650 * day_ms; /* ten years ahead */
	answer(f, "baas", REVIEW_PRODUCE, VERDICT_OK);
	f->clock.wall += 600000;
	answer(f, "baas", REVIEW_PRODUCE, VERDICT_OK);
	f->clock.wall = now;
	list(f, &d);
	assert_int_equal(d.count, 1);
	due_words_release(&d);
	answer(f, "baas", REVIEW_PRODUCE, VERDICT_OK);
	list(f, &d);
	assert_int_equal(d.count, 0);
	due_words_release(&d);
	/* and within learning steps */
	f->clock.wall = now + 8 * 3600000;
	answer(f, "baas", REVIEW_PRODUCE, VERDICT_WRONG);
	f->clock.wall = now;
	list(f, &d);
	assert_int_equal(d.count, 1);
	due_words_release(&d);
}

static void the_centre_and_the_programme_decide(void **state)
{
	struct fixture *f = *state;
	struct fsrs p;
	struct err e = ERR_INIT;
	char weights[512] = "";
	for (int i = 0; i < FSRS_WEIGHTS; i++)
		snprintf(weights + strlen(weights), sizeof(weights) - strlen(weights), "%s%g", i ? ", " : "", i == 2 ? 4.5 : fsrs_default_weights[i]);
	f->app.front = "cli";
	assert_true(review_settings(&f->app, &p, &e) && p.retention == 0.9);
	assert_true(review_set(&f->app, weights, "0.85", &e));
	assert_true(review_terms(&f->app, f->app.person.id, &p, &e));
	assert_true(p.retention == 0.85 && p.w[2] == 4.5);
	assert_false(review_set(&f->app, "1,2,3", NULL, &e));
	assert_int_equal(e.kind, ERR_INPUT);
	assert_false(review_set(&f->app, NULL, "0.99", &e));
	assert_false(review_set(&f->app, NULL, "0.9x", &e));
	assert_true(review_settings(&f->app, &p, &e) && p.retention == 0.85 && p.w[2] == 4.5);
	/* a damaged setting does not stop a learner, and is told to who looks */
	assert_true(store_set_setting(f->app.store, "review-weights", "1,2,", &e));
	assert_true(review_terms(&f->app, f->app.person.id, &p, &e) && p.w[2] == fsrs_default_weights[2]);
	assert_false(review_settings(&f->app, &p, &e));
	assert_non_null(strstr(e.msg, "damaged"));
	assert_true(review_set(&f->app, "default", "default", &e));
	assert_true(review_settings(&f->app, &p, &e) && p.retention == 0.9);
	f->app.front = "tui";
	assert_false(review_set(&f->app, NULL, "0.8", &e));
	assert_int_equal(e.kind, ERR_DENIED);
}

static void the_programmes_retention_wins(void **state)
{
	struct fixture *f = *state;
	struct fsrs p;
	struct err e = ERR_INIT;
	f->app.front = "cli";
	fixture_install(&f->app, "tests/data/upgrade/programme");
	assert_true(review_set(&f->app, NULL, "0.8", &e));
	assert_true(person_enrol(&f->app, f->app.person.id, "north", "", &e));
	assert_true(review_terms(&f->app, f->app.person.id, &p, &e));
	assert_true(p.retention == 0.92);
}

static void an_answer_and_its_review_are_one_commit(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct due_words d;
	int64_t entered;
	answer(f, "baas", REVIEW_RECOGNISE, VERDICT_WRONG);
	answer(f, "baas", REVIEW_RECOGNISE, VERDICT_OK);
	f->app.front = "cli";
	assert_true(review_rebuild(&f->app, &entered, &e));
	assert_int_equal(entered, 0); /* nothing was missing */
	list(f, &d);
	assert_int_equal(d.met, 1);
	due_words_release(&d);
	struct fsrs_card c;
	assert_true(review_memory(&f->app, "first-words/hello/baas", &c, &e) && c.reps == 2);
	assert_true(review_memory(&f->app, "first-words/hello/nothing", &c, &e) && c.state == FSRS_NEW);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_come_due, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(the_day_begins_at_four, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_clock_that_jumped_hides_nothing, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(the_centre_and_the_programme_decide, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(the_programmes_retention_wins, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(an_answer_and_its_review_are_one_commit, set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
