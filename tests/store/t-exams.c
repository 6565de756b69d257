/* What must hold of exams whatever programs do: logs only added to, identity and form frozen, one live screen, time that does not come back. */
#include "config.h"
#include "house.h"

#include <stdio.h>
#include <string.h>

#include "store/exams.h"
#include "store/stmt.h"

static void refused(struct store *s, const char *sql, const char *why)
{
	char *message = NULL;
	int rc = sqlite3_exec(s->db, sql, NULL, NULL, &message);
	if (rc == SQLITE_OK || !message || !strstr(message, why))
		fail_msg("%s: %s", sql, message ? message : "was done");
	sqlite3_free(message);
}

static void done(struct store *s, const char *sql)
{
	char *message = NULL;
	if (sqlite3_exec(s->db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
}

/* One sitting with an item and an answer. */
static struct store *with_sitting(void)
{
	struct store *s = store_new(NULL);
	done(s, "INSERT INTO person (id, code, name, name_key, role, created_at, changed_at) VALUES (1, '1', 'A', 'a', 'learner', 0, 0);"
		"INSERT INTO pack_version (id, pack, version, title, kind, teaches, level, source_language, state, digest, installed_at)"
		" VALUES (1, 'p', '1.0.0', 'P', 'conduct', '', '', 'en', 'active', '', 0);"
		"INSERT INTO item_body VALUES ('h', '{}');"
		"INSERT INTO exam (version, id, title, body) VALUES (1, 'mock', 'Mock', '{}');"
		"INSERT INTO exam_session (id, exam, version, title, day, room, supervisor, planned_at) VALUES (1, 'p/mock', 1, 'Mock', '2026-11-23', '', 0, 0);"
		"INSERT INTO exam_session (id, exam, version, title, day, room, supervisor, planned_at) VALUES (2, 'p/mock', 1, 'Mock', '2026-11-24', '', 0, 0);"
		"INSERT INTO exam_seat (session, number) VALUES (1, 1), (2, 1);"
		"INSERT INTO exam_sitting (id, session, seat, person, exam, version) VALUES ('u', 1, 1, 1, 'p/mock', 1), ('v', 2, 1, 1, 'p/mock', 1);"
		"INSERT INTO exam_life (sitting) VALUES ('u'), ('v');"
		"INSERT INTO exam_item (sitting, number, section, position, stratum, path, hash, maximum) VALUES ('u', 1, 0, 0, 0, 'p/mock/a', 'h', 1);"
		"INSERT INTO exam_event (session, sitting, at, actor, second, role, act, from_state, to_state, why, text)"
		" VALUES (1, 'u', 0, 0, 0, 'program', 'start', 'open', 'running', '', '');"
		"INSERT INTO exam_mark (sitting, section, criterion, number, mark, maximum, assessor, at, text) VALUES ('u', 0, 'c', 0, 1, 2, 1, 0, '');"
		"INSERT INTO exam_answer (sitting, number, given, verdict, reasons, mark, maximum, at, offset_min, boot, mono_ms, consumed_ms, language, front, program)"
		" VALUES ('u', 1, '0', 'ok', '', 1, 1, 0, 0, 'b', 0, 0, 'uz', 'tui', '1');");
	return s;
}

static void logs_are_only_added_to(void **state)
{
	(void)state;
	struct store *s = with_sitting();
	refused(s, "UPDATE exam_answer SET mark = 2", "only added to");
	refused(s, "DELETE FROM exam_answer", "only added to");
	refused(s, "UPDATE exam_event SET why = 'technical'", "only added to");
	refused(s, "DELETE FROM exam_event", "only added to");
	refused(s, "UPDATE exam_mark SET mark = 2", "only added to");
	refused(s, "DELETE FROM exam_mark", "only added to");
	done(s, "INSERT INTO exam_verdict (session, path, hash, answer, verdict, assessor, at) VALUES (1, 'p/mock/a', 'h', 'x', 'full', 1, 0);"
		"INSERT INTO exam_release VALUES (1, 0, 1, 'assessor');"
		"INSERT INTO exam_outcome (sitting, at, cause, assessor, second, text, mark, maximum, scale, passed, complete, sections)"
		" VALUES ('u', 0, 'release', 1, 0, '', 1, 1, 1, 1, 1, '1/1');"
		"INSERT INTO exam_review VALUES ('u', 0, 'look again');"
		"INSERT INTO exam_review_answer VALUES ('u', 0, 1, 0, 0, 'it stays');");
	static const char *const kept[] = {"exam_verdict SET verdict = 'undo'", "exam_release SET at = 9", "exam_outcome SET mark = 9", "exam_review SET text = 'x'",
					   "exam_review_answer SET changed = 1"};
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		char sql[80];
		snprintf(sql, sizeof(sql), "UPDATE %s", kept[i]);
		refused(s, sql, "only added to");
		snprintf(sql, sizeof(sql), "DELETE FROM %.*s", (int)strcspn(kept[i], " "), kept[i]);
		refused(s, sql, "only added to");
	}
	refused(s, "INSERT INTO exam_release VALUES (1, 1, 1, 'assessor')", "UNIQUE");
	refused(s, "INSERT INTO exam_review VALUES ('u', 1, 'once more')", "UNIQUE");
	refused(s, "DELETE FROM exam_item", "never deleted");
	refused(s, "UPDATE exam_item SET path = 'p/mock/b'", "never changes");
	refused(s, "UPDATE exam_item SET maximum = 2", "never changes");
	refused(s, "DELETE FROM exam_sitting", "never deleted");
	refused(s, "DELETE FROM exam_session", "never deleted");
	refused(s, "DELETE FROM exam_seat", "never deleted");
	refused(s, "DELETE FROM exam_life", "never deleted");
	done(s, "INSERT INTO exam_time VALUES ('u', 0, 1000, 0);"
		"INSERT INTO exam_sealed (digest, pack, version, at, actor) VALUES ('d', 'p', 1, 0, 1);"
		"INSERT INTO exam_sealed_item VALUES (1, 'mock', 0, 'a', 't', 'reading', '', 'h', '{}');");
	refused(s, "UPDATE exam_time SET consumed_ms = 0", "does not come back");
	refused(s, "DELETE FROM exam_time", "does not come back");
	refused(s, "UPDATE exam_sealed SET digest = 'e'", "only added to");
	refused(s, "DELETE FROM exam_sealed", "only added to");
	refused(s, "DELETE FROM exam_sealed_item", "never deleted");
	done(s, "UPDATE exam_session SET state = 'closed' WHERE id = 2");
	refused(s, "UPDATE exam_session SET state = 'open' WHERE id = 2", "never changes");
	store_close(s);
}

static void a_sitting_keeps_whose_it_is_and_how_it_ended(void **state)
{
	(void)state;
	struct store *s = with_sitting();
	done(s, "UPDATE exam_sitting SET latin = 'A' WHERE id = 'u'; UPDATE exam_sitting SET state = 'open' WHERE id = 'u'");
	refused(s, "UPDATE exam_sitting SET latin = 'B' WHERE id = 'u'", "confirmed already");
	refused(s, "UPDATE exam_sitting SET person = 2 WHERE id = 'u'", "never becomes another");
	refused(s, "UPDATE exam_sitting SET version = 2 WHERE id = 'u'", "never becomes another");
	/* no person has two of one exam under way */
	refused(s, "UPDATE exam_sitting SET state = 'open' WHERE id = 'v'", "UNIQUE");
	done(s, "UPDATE exam_sitting SET state = 'submitted' WHERE id = 'u'; UPDATE exam_sitting SET state = 'open' WHERE id = 'v'");
	refused(s, "UPDATE exam_sitting SET state = 'running' WHERE id = 'u'", "has ended");
	refused(s, "UPDATE exam_sitting SET interruptions = 0 WHERE id = 'u'", "has ended");
	done(s, "UPDATE exam_sitting SET state = 'void' WHERE id = 'u'");
	refused(s, "UPDATE exam_sitting SET state = 'submitted' WHERE id = 'u'", "has ended");
	store_close(s);
}

static void only_the_live_screen_uses_time(void **state)
{
	(void)state;
	struct store *s = with_sitting();
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct place_row row;
	struct moment now = {.at = 1000, .mono = 50, .boot = "b"};
	bool taken;
	assert_ok(exam_live(s, "u", "one", &now, &e), &e);
	assert_ok(exam_beat(s, "u", "one", 0, 5000, &now, &taken, &e), &e);
	assert_false(taken); /* it does not run */
	assert_ok(exam_beat(s, "u", "one", 0, 0, &now, &taken, &e), &e);
	assert_true(taken);
	done(s, "UPDATE exam_sitting SET state = 'running' WHERE id = 'u'");
	assert_ok(exam_beat(s, "u", "one", 0, 5000, &now, &taken, &e), &e);
	assert_true(taken);
	assert_ok(exam_live(s, "u", "two", &now, &e), &e);
	assert_ok(exam_beat(s, "u", "one", 0, 5000, &now, &taken, &e), &e);
	assert_false(taken);
	assert_ok(exam_beat(s, "u", "two", 1, 5000, &now, &taken, &e), &e);
	assert_false(taken); /* another section */
	assert_ok(exam_place_of(s, "u", &a, &row, &e), &e);
	assert_int_equal(row.consumed_ms, 5000);
	refused(s, "UPDATE exam_life SET consumed_ms = 4000 WHERE sitting = 'u'", "does not come back");
	assert_ok(exam_section_next(s, "u", 1, &e), &e);
	refused(s, "UPDATE exam_life SET section = 0 WHERE sitting = 'u'", "does not come back");
	assert_ok(exam_place_of(s, "u", &a, &row, &e), &e);
	assert_int_equal(row.section, 1);
	assert_int_equal(row.consumed_ms, 0);
	arena_release(&a);
	store_close(s);
}

static bool count_place(void *ctx, const struct place_row *r)
{
	(void)r;
	++*(int *)ctx;
	return true;
}

static int attempts(struct store *s, const char *exam)
{
	struct err e = ERR_INIT;
	int n = 0;
	assert_ok(exam_place_attempts(s, 1, exam, count_place, &n, &e), &e);
	return n;
}

/* Another bank that stands for the same exam gives nobody new attempts; practice exams stand for themselves. */
static void banks_of_one_exam_share_attempts(void **state)
{
	(void)state;
	struct store *s = with_sitting();
	done(s, "INSERT INTO pack_version (id, pack, version, title, kind, teaches, level, source_language, state, digest, installed_at)"
		" VALUES (2, 'q', '1.0.0', 'Q', 'exam', '', '', 'en', 'removed', '', 0);"
		"INSERT INTO exam VALUES (2, 'final', 'Final', '{}', 'c/final'), (2, 'other', 'Other', '{}', 'c/other')");
	assert_int_equal(attempts(s, "p/mock"), 2);
	assert_int_equal(attempts(s, "q/final"), 0);
	done(s, "UPDATE exam SET examines = 'c/final' WHERE version = 1");
	assert_int_equal(attempts(s, "p/mock"), 2);
	assert_int_equal(attempts(s, "q/final"), 2);
	assert_int_equal(attempts(s, "q/other"), 0);
	store_close(s);
}

static bool last_given(void *ctx, const struct form_row *r)
{
	char *out = ctx;
	snprintf(out, 16, "%s %s %d", r->given, r->verdict, r->mark);
	return true;
}

static void the_last_answer_counts_and_a_retry_does_not(void **state)
{
	(void)state;
	struct store *s = with_sitting();
	struct err e = ERR_INIT;
	char given[16];
	struct exam_answer_row r = {.sitting = "u", .number = 1, .given = "1", .verdict = "wrong", .reasons = "", .words = "", .maximum = 1,
				    .at = {.at = 1, .mono = 1, .boot = "b"}, .language = "uz", .front = "tui", .program = "1"};
	assert_ok(exam_answer_add(s, &r, &e) && exam_item_each(s, "u", last_given, given, &e), &e);
	assert_string_equal(given, "1 wrong 0");
	r.given = "x";
	r.verdict = "retry";
	assert_ok(exam_answer_add(s, &r, &e) && exam_item_each(s, "u", last_given, given, &e), &e);
	assert_string_equal(given, "1 wrong 0");
	r.given = "";
	r.verdict = "empty";
	assert_ok(exam_answer_add(s, &r, &e) && exam_item_each(s, "u", last_given, given, &e), &e);
	assert_string_equal(given, " empty 0");
	r.number = 2; /* was not drawn */
	assert_false(exam_answer_add(s, &r, &e));
	store_close(s);
}

/* On a store of years, what is asked at a seat or for one person finds its rows by an index. */
static void what_grows_is_searched(void **state)
{
	(void)state;
	static const enum stmt asked[] = {
		STMT_EXAM_TAUGHT, STMT_CLOSING_SITTINGS, STMT_EXAM_STANDING_EACH, STMT_CREDENTIAL_EACH, STMT_EXAM_ITEM_EACH, STMT_EXAM_DECIDED, STMT_EXAM_EVENT_SINCE,
		STMT_EXAM_CLOCK_TOLD, STMT_EXAM_ANSWER_SINCE, STMT_EXAM_PATH_USED, STMT_EXAM_BEAT, STMT_EXAM_PLACE_OF, STMT_EXAM_PLACE_AT, STMT_EXAM_PLACE_EACH,
		STMT_EXAM_PLACE_PERSON, STMT_EXAM_MARK_EACH, STMT_EXAM_OUTCOME_EACH, STMT_EXAM_VERDICT_EACH, STMT_ANALYSIS_TIMES, STMT_CREDENTIAL_USED,
	};
	struct store *s = store_new(NULL);
	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
		sqlite3_stmt *st;
		char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", stmt_texts[asked[i]].sql);
		assert_int_equal(sqlite3_prepare_v2(s->db, sql, -1, &st, NULL), SQLITE_OK);
		while (sqlite3_step(st) == SQLITE_ROW) {
			const char *step = (const char *)sqlite3_column_text(st, 3);
			if (strncmp(step, "SCAN ", 5) == 0 && !strstr(step, "subquery"))
				fail_msg("%s: %s", step, sql);
		}
		sqlite3_finalize(st);
		sqlite3_free(sql);
	}
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(logs_are_only_added_to),
		cmocka_unit_test(a_sitting_keeps_whose_it_is_and_how_it_ended),
		cmocka_unit_test(only_the_live_screen_uses_time),
		cmocka_unit_test(banks_of_one_exam_share_attempts),
		cmocka_unit_test(the_last_answer_counts_and_a_retry_does_not),
		cmocka_unit_test(what_grows_is_searched),
	};
	return cmocka_run_group_tests_name("exams in the store", tests, NULL, NULL);
}
