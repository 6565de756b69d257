/* Reports of learners, what was decided about them, and accepted answers. */
#include "config.h"
#include "house.h"

#include <stdio.h>
#include <string.h>

#include "core/str.h"
#include "store/reports.h"
#include "store/stmt.h"

static struct report about(int64_t answer, const char *key)
{
	return (struct report){.answer = answer, .key = key, .asked = "the boss", .expected = "de baas", .at = 7000};
}

static int64_t mistake(struct store *s, int64_t person, int64_t version, const char *path, const char *given)
{
	struct err e = ERR_INIT;
	struct answer a = answer_to(person, version, path, "wrong");
	a.given = given;
	assert_ok(answer_add(s, &a, &e), &e);
	return a.seq;
}

struct seen {
	struct report_group groups[4];
	char text[400];
	int count;
};

static bool take(void *ctx, const struct report_group *g)
{
	struct seen *seen = ctx;
	seen->groups[seen->count++] = *g;
	snprintf(seen->text + strlen(seen->text), sizeof(seen->text) - strlen(seen->text), "%s %s %s %d %s %s\n", g->name.path, g->name.key, g->given, g->people,
		 report_state_name(g->state), g->reason);
	return true;
}

static struct seen groups(struct store *s, enum report_state state)
{
	struct err e = ERR_INIT;
	struct seen seen = {.count = 0};
	assert_ok(report_groups(s, state, take, &seen, &e), &e);
	return seen;
}

static void equal_answers_stand_together_and_each_person_counts_once(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	int64_t version = pack_new(s, "p", "1.0.0", 1, "text"), x = person_new(s, "1"), y = person_new(s, "2");
	bool taken = true;
	struct report one = about(mistake(s, x, version, "p/u/p1", "baas"), "baas"), same = about(mistake(s, y, version, "p/u/p1", "Baas!"), "baas");
	struct report other = about(mistake(s, x, version, "p/u/p1", "chef"), "chef"), again = about(mistake(s, x, version, "p/u/p1", "baas"), "baas");
	assert_ok(report_add(s, &other, &taken, &e) && !taken, &e);
	assert_ok(report_add(s, &one, &taken, &e) && !taken, &e);
	assert_ok(report_add(s, &same, &taken, &e) && !taken, &e);
	assert_ok(report_add(s, &again, &taken, &e), &e);
	assert_true(taken);
	struct seen seen = groups(s, REPORT_OPEN);
	assert_string_equal(seen.text, "p/u/p1 baas baas 2 open \np/u/p1 chef chef 1 open \n");
	int waiting = 0;
	assert_ok(report_open_count(s, &waiting, &e), &e);
	assert_int_equal(waiting, 2);
	store_close(s);
}

static bool hash_is(void *ctx, const struct report_group *g)
{
	strcpy(ctx, !*g->hash_now ? "gone" : str_eq(g->hash_now, g->body_hash) ? "same" : "changed");
	return true;
}

static void what_is_accepted_outlives_versions(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct reported what;
	int64_t version = pack_new(s, "p", "1.0.0", 1, "text"), x = person_new(s, "1");
	bool taken, found = false;
	char hash[16];
	struct report one = about(mistake(s, x, version, "p/u/p1", "baas"), "baas");
	assert_ok(report_add(s, &one, &taken, &e), &e);
	assert_ok(report_read(s, groups(s, REPORT_OPEN).groups[0].id, &a, &what, &e), &e);
	assert_ok(accepted_add(s, &what, 8000, 0, &e) && report_decide(s, &what.name, REPORT_ACCEPTED, "", 8000, 0, &e), &e);
	assert_ok(report_groups(s, REPORT_ACCEPTED, hash_is, hash, &e), &e);
	assert_string_equal(hash, "same");
	pack_new(s, "p", "1.1.0", 1, "another text");
	assert_ok(report_groups(s, REPORT_ACCEPTED, hash_is, hash, &e), &e);
	assert_string_equal(hash, "changed");
	pack_new(s, "p", "1.2.0", 0, "text");
	assert_ok(report_groups(s, REPORT_ACCEPTED, hash_is, hash, &e), &e);
	assert_string_equal(hash, "gone");
	assert_ok(accepted_find(s, &what.name, &found, &e), &e);
	assert_true(found);
	what.name.drill = "type";
	assert_ok(accepted_find(s, &what.name, &found, &e), &e);
	assert_false(found);
	assert_false(report_read(s, 99, &a, &what, &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	arena_release(&a);
	store_close(s);
}

static bool count_row(void *ctx, const struct answer *a)
{
	(void)a;
	++*(int *)ctx;
	return true;
}

static void only_mistakes_that_stand_are_found_by_their_item(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	int64_t version = pack_new(s, "p", "1.0.0", 1, "text"), x = person_new(s, "1"), first = mistake(s, x, version, "p/u/p1", "baas");
	struct answer right = answer_to(x, version, "p/u/p1", "ok"), almost = answer_to(x, version, "p/u/p1", "typo"), other = answer_to(x, version, "p/u/p2", "wrong");
	assert_ok(answer_add(s, &right, &e) && answer_add(s, &almost, &e) && answer_add(s, &other, &e), &e);
	int n = 0;
	assert_ok(answer_mistaken_at(s, "p/u/p1", "", count_row, &n, &e), &e);
	assert_int_equal(n, 2);
	struct answer mended = answer_to(x, version, "p/u/p1", "ok");
	mended.corrects = first;
	assert_ok(answer_add(s, &mended, &e), &e);
	n = 0;
	assert_ok(answer_mistaken_at(s, "p/u/p1", "", count_row, &n, &e), &e);
	assert_int_equal(n, 1);
	n = 0;
	assert_ok(answer_mistaken_at(s, "p/u/p1", "type", count_row, &n, &e), &e);
	assert_int_equal(n, 0);
	/* found by an index of the few rows that matter, however long the log is */
	sqlite3_stmt *st;
	assert_int_equal(sqlite3_prepare_v2(s->db, "EXPLAIN QUERY PLAN SELECT seq FROM answer WHERE path = 'p/u/p1' AND drill = '' AND verdict IN ('wrong', 'typo')"
		" AND sitting IS NULL", -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	assert_non_null(strstr((const char *)sqlite3_column_text(st, 3), "answer_mistaken"));
	sqlite3_finalize(st);
	store_close(s);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_answers_stand_together_and_each_person_counts_once),
		cmocka_unit_test(what_is_accepted_outlives_versions),
		cmocka_unit_test(only_mistakes_that_stand_are_found_by_their_item),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
