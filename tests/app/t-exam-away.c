/* Who comes back to an exam after a while: what was seen is exchanged, a screen that slept was away. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store/stmt.h"

/* Forward only, away for long: the question shown last is another now, and there is no way back to those before it. */
static void an_exchange_opens_no_way_back(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct form form;
	plan_room_of(&r, "tests/data/exams/gaps", "final");
	struct exam_run *run = start_planned(&r, 1);
	assert_true(exam_hand_in(&r.f.app, run, &e));
	assert_true(run->blueprint->sections[run->section].forward);
	show(&r, run, 0);
	assert_true(choose(&r, run, 0, 0, &e));
	show(&r, run, 1);
	int number = run->questions[1].number;
	exam_run_free(run);
	pass(&r, EXAM_AWAY_MS + 60000);
	run = enter(&r, 1);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_int_equal(run->now, 1);
	assert_int_not_equal(run->questions[1].number, number); /* exchanged */
	assert_true(run->questions[0].passed_by);
	assert_false(exam_show(&r.f.app, run, 0, &a, &form, &e));
	err_clear(&e);
	assert_false(choose(&r, run, 0, 1, &e));
	arena_release(&a);
	end(&r, run);
}

/* A laptop that was shut for a while: the screen goes on by itself, and finds its sitting paused; even where an answer comes before the first look. */
static void a_screen_that_slept_was_away(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct exam_run *run = start(&r, 1);
	sit(&r, run, 60);
	pass(&r, EXAM_ASLEEP_MS); /* not longer: a disk that was slow */
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_int_equal(run->left_ms, 10 * 60000 - 60000 - 2 * EXAM_BEAT_MS);
	int64_t left = run->left_ms;
	show(&r, run, 0);
	pass(&r, EXAM_AWAY_MS + 1000);
	assert_false(choose(&r, run, 0, 0, &e));
	assert_non_null(strstr(e.msg, "paused"));
	assert_int_equal(run->state, SITTING_PAUSED);
	assert_int_equal(run->left_ms, left);
	assert_int_equal(place(&r, 1, &a).interruptions, 1);
	err_clear(&e);
	int number = run->questions[0].number;
	sit(&r, run, 6);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_false(run->moved);
	assert_int_equal(run->left_ms, left);
	assert_int_not_equal(run->questions[0].number, number); /* seen and not answered, and away for long */
	pass(&r, EXAM_ASLEEP_MS + 1000);
	tick(&r, run);
	assert_int_equal(run->state, SITTING_PAUSED);
	assert_int_equal(run->left_ms, left);
	assert_int_equal(place(&r, 1, &a).interruptions, 2);
	arena_release(&a);
	end(&r, run);
}

struct counting {
	const char *act;
	int count;
};

static bool count_one(void *ctx, const struct exam_event *ev)
{
	struct counting *c = ctx;
	c->count += strcmp(ev->act, c->act) == 0;
	return true;
}

static int count_event(struct room *r, const char *act)
{
	struct counting c = {.act = act};
	struct err e = ERR_INIT;
	assert_true(exam_events(&r->f.app, r->session, count_one, &c, &e));
	return c.count;
}

/* Released while nobody was there: what counts is when they come. */
static void who_comes_late_after_a_release_was_away(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *run = start(&r, 1);
	show(&r, run, 0);
	sit(&r, run, 6);
	int number = run->questions[0].number;
	exam_run_free(run);
	pass(&r, 60000);
	assert_true(release(&r, 1, &e));
	assert_int_equal(count_event(&r, "replace"), 0);
	pass(&r, EXAM_AWAY_MS);
	run = enter(&r, 1);
	tick(&r, run);
	assert_int_equal(run->state, SITTING_RUNNING);
	assert_int_equal(count_event(&r, "replace"), 1);
	assert_int_not_equal(run->questions[0].number, number);
	end(&r, run);
}

static bool take_hash(void *ctx, const struct form_row *r)
{
	snprintf(ctx, 65, "%s", r->hash);
	return false;
}

/* Others had all questions of the unit but these more often. */
static void use_others(struct room *r, const char *form, const char *other, const char *const *not, size_t count)
{
	struct err e = ERR_INIT;
	char hash[65], path[32];
	struct form_row row = {.section = 9, .path = path, .hash = hash, .maximum = 1};
	check(exam_item_each(r->f.app.store, form, take_hash, hash, &e), &e);
	for (int i = 0; i < 27; i++) {
		bool left_out = false;
		snprintf(path, sizeof(path), "safety/one/b%d", i % 9 + 1);
		for (size_t k = 0; k < count; k++)
			left_out |= strcmp(not[k], path) == 0;
		row.number = row.position = 100 + i;
		if (!left_out)
			check(exam_item_add(r->f.app.store, other, &row, &e), &e);
	}
}

/* What an exchange puts there is not of the last form either, though others were used more. */
static void an_exchange_takes_nothing_of_the_last_form(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	struct exam_run *run = start(&r, 1);
	const char *last[8];
	size_t count = run->count;
	assert_in_range(count, 1, 8);
	for (size_t i = 0; i < count; i++)
		last[i] = arena_strdup(&a, run->questions[i].path);
	const char *first = arena_strdup(&a, run->sitting), *other = place(&r, 3, &a).sitting;
	while (run->state == SITTING_RUNNING)
		check(exam_hand_in(&r.f.app, run, &e), &e);
	exam_run_free(run);
	pass(&r, 7 * INT64_C(86400000));
	struct exam_plan plan = {.exam = "mock", .day = "2026-11-30", .room = "2", .people = r.people, .count = 1};
	check(exam_plan(&r.f.app, &plan, &r.session, &e) && exam_new_code(&r.f.app, r.session, 1, r.codes[1], &e), &e);
	check(exam_confirm(&r.f.app, r.session, 1, &id, &e) && exam_open_seat(&r.f.app, r.session, 1, NULL, &e) && exam_start(&r.f.app, r.session, NULL, &e), &e);
	run = enter(&r, 1);
	tick(&r, run);
	show(&r, run, 0);
	int number = run->questions[0].number;
	exam_run_free(run);
	use_others(&r, first, other, last, count);
	pass(&r, EXAM_AWAY_MS + 60000);
	run = enter(&r, 1);
	check(release(&r, 1, &e), &e);
	tick(&r, run);
	assert_int_not_equal(run->questions[0].number, number); /* exchanged */
	for (size_t i = 0; i < count; i++)
		assert_string_not_equal(run->questions[0].path, last[i]);
	arena_release(&a);
	end(&r, run);
}

/* Another terminal writes when this one asks for the write lock. */
struct meanwhile {
	const char *path, *sql;
};

static int do_meanwhile(unsigned kind, void *ctx, void *statement, void *text)
{
	struct meanwhile *m = ctx;
	sqlite3 *db;
	(void)kind, (void)statement;
	if (!m->sql || strncmp(text, "BEGIN", 5) != 0)
		return 0;
	assert_int_equal(sqlite3_open(m->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, m->sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	m->sql = NULL;
	return 0;
}

/* The board gives minutes when the screen has seen that there are none left and has not ended the section yet. */
static void minutes_given_at_the_last_moment_count(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *run = start(&r, 1);
	sit(&r, run, 10 * 60 - 6);
	assert_int_equal(run->section, 0);
	struct meanwhile other = {.path = r.f.path, .sql = "UPDATE exam_life SET added_ms = 60000 WHERE live <> ''"};
	sqlite3_trace_v2(r.f.app.store->db, SQLITE_TRACE_STMT, do_meanwhile, &other);
	pass(&r, 6000);
	check(exam_tick(&r.f.app, run, &e), &e);
	sqlite3_trace_v2(r.f.app.store->db, 0, NULL, NULL);
	assert_null(other.sql);
	assert_int_equal(run->section, 0);
	assert_int_equal(run->left_ms, 60000);
	sit(&r, run, 60);
	assert_int_equal(run->section, 1);
	end(&r, run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_exchange_opens_no_way_back),
		cmocka_unit_test(a_screen_that_slept_was_away),
		cmocka_unit_test(who_comes_late_after_a_release_was_away),
		cmocka_unit_test(an_exchange_takes_nothing_of_the_last_form),
		cmocka_unit_test(minutes_given_at_the_last_moment_count),
	};
	return cmocka_run_group_tests_name("away", tests, NULL, NULL);
}
