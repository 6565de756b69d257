/* Opening, refusing, migrating; transactions; settings; every statement. */
#include "config.h"
#include "house.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "core/str.h"
#include "store/migrate.h"
#include "store/people.h"
#include "store/place.h"
#include "store/stmt.h"

static void every_statement_prepares(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	for (int i = 0; i < STMT_COUNT; i++) {
		sqlite3_stmt *st = NULL;
		const char *rest = NULL;
		if (sqlite3_prepare_v2(s->db, stmt_texts[i].sql, -1, &st, &rest) != SQLITE_OK)
			fail_msg("%s: %s", stmt_texts[i].name, sqlite3_errmsg(s->db));
		if (*rest && strcmp(rest, "\n") != 0)
			fail_msg("%s: text after the statement: %s", stmt_texts[i].name, rest);
		sqlite3_finalize(st);
	}
	store_close(s);
}

static void a_new_store_is_private_and_strict(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "a.db");
	mode_t old = umask(022);
	struct store *s = store_new(path);
	umask(old);
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	static const struct {
		const char *sql;
		int64_t value;
	} facts[] = {
		{"PRAGMA application_id", STORE_APPLICATION_ID}, {"PRAGMA foreign_keys", 1}, {"PRAGMA synchronous", 1}, {"PRAGMA recursive_triggers", 1},
		{"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'", 0},
		{"SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1},
	};
	struct err e = ERR_INIT;
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++) {
		int64_t value = -1;
		assert_ok(sql_number(s, facts[i].sql, &value, &e), &e);
		if (value != facts[i].value)
			fail_msg("%s gives %ld", facts[i].sql, (long)value);
	}
	assert_ok(store_check(s, &e), &e);
	assert_null(store_open(path, STORE_CREATE, &e));
	assert_non_null(strstr(e.msg, "already"));
	store_close(s);
	s = store_open(path, STORE_OPEN, &e);
	assert_ok(s != NULL, &e);
	store_close(s);
	free(path);
	folder_gone(folder);
}

static void write_file(const char *path, const void *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static char *file_bytes(const char *path, size_t *n)
{
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	*n = (size_t)st.st_size;
	char *bytes = malloc(*n + 1);
	FILE *f = fopen(path, "rb");
	assert_non_null(f);
	assert_int_equal(fread(bytes, 1, *n, f), *n);
	fclose(f);
	return bytes;
}

static void what_is_no_store_is_refused(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "x.db");
	struct err e = ERR_INIT;
	assert_null(store_open(path, STORE_OPEN, &e));
	assert_int_equal(e.kind, ERR_STORE);
	assert_null(store_open(folder, STORE_OPEN, &e));
	assert_int_equal(e.kind, ERR_STORE);
	write_file(path, "", 0);
	assert_null(store_open(path, STORE_OPEN, &e));
	assert_non_null(strstr(e.msg, "no safar store"));
	char text[4096];
	memset(text, 'x', sizeof(text));
	write_file(path, text, sizeof(text));
	assert_null(store_open(path, STORE_OPEN, &e));
	assert_non_null(strstr(e.msg, "no safar store"));
	unlink(path);
	sqlite3 *other;
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "CREATE TABLE t (x)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
	assert_null(store_open(path, STORE_OPEN, &e));
	assert_non_null(strstr(e.msg, "no safar store"));
	char *deep = path_in(path, "x.db");
	assert_null(store_open(deep, STORE_CREATE, &e));
	assert_non_null(strstr(e.msg, "no folder"));
	free(deep);
	free(path);
	folder_gone(folder);
}

static void a_newer_store_is_refused_untouched(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "n.db");
	struct store *s = store_new(path);
	struct err e = ERR_INIT;
	assert_ok(sql_exec(s, "PRAGMA user_version = 4711", &e), &e);
	store_close(s);
	size_t before_n, after_n;
	char *before = file_bytes(path, &before_n);
	for (enum store_mode mode = STORE_OPEN; mode <= STORE_READ; mode++) {
		if (mode == STORE_CREATE)
			continue;
		assert_null(store_open(path, mode, &e));
		assert_non_null(strstr(e.msg, "newer"));
		assert_non_null(strstr(e.msg, "4711"));
	}
	char *after = file_bytes(path, &after_n);
	assert_int_equal(before_n, after_n);
	assert_memory_equal(before, after, before_n);
	free(before);
	free(after);
	free(path);
	folder_gone(folder);
}

/* Runs `work` as a user whom rights bind, also where the tests run as root. */
static int as_nobody(const char *path, int (*work)(const char *path))
{
	pid_t child = fork();
	if (child == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(99);
		_exit(work(path));
	}
	int status = 0;
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int opens_read_only_file(const char *path)
{
	struct err e = ERR_INIT;
	if (store_open(path, STORE_OPEN, &e) || e.kind != ERR_STORE || !strstr(e.msg, "may only be read"))
		return 1;
	return 0;
}

static int creates_in_closed_folder(const char *path)
{
	struct err e = ERR_INIT;
	if (store_open(path, STORE_CREATE, &e) || e.kind != ERR_STORE || !strstr(e.msg, "may not be written"))
		return 1;
	return 0;
}

static void what_may_not_be_written_is_refused(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "r.db"), *fresh = path_in(folder, "fresh.db");
	store_close(store_new(path));
	chmod(path, 0444);
	chmod(folder, 0555);
	assert_int_equal(as_nobody(path, opens_read_only_file), 0);
	assert_int_equal(as_nobody(fresh, creates_in_closed_folder), 0);
	chmod(folder, 0755);
	assert_int_not_equal(access(fresh, F_OK), 0);
	free(path);
	free(fresh);
	folder_gone(folder);
}

static void reading_reads_only(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "r.db");
	struct store *s = store_new(path);
	person_new(s, "1001");
	struct err e = ERR_INIT;
	struct store *r = store_open(path, STORE_READ, &e);
	assert_ok(r != NULL, &e);
	int64_t n = 0;
	assert_ok(person_count(r, -1, &n, &e), &e);
	assert_int_equal(n, 1);
	assert_false(store_set_setting(r, "site-name", "x", &e));
	assert_int_equal(e.kind, ERR_STORE);
	store_close(r);
	store_close(s);
	free(path);
	folder_gone(folder);
}

static void network_file_systems_are_known(void **state)
{
	(void)state;
	static const struct {
		uint64_t magic;
		const char *name;
	} rows[] = {
		{0x6969, "NFS"}, {0xFF534D42, "CIFS"}, {UINT64_C(0xFFFFFFFFFF534D42), "CIFS"}, {0xFE534D42, "SMB2"}, {0x01021997, "9p"}, {0x65735546, "FUSE"},
		{0xEF53, NULL}, {0x9123683E, NULL}, {0x01021994, NULL}, {0x58465342, NULL}, {0x794C7630, NULL},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *name = place_network_name(rows[i].magic);
		if (!str_eq(name, rows[i].name))
			fail_msg("%lx is %s", (unsigned long)rows[i].magic, name ? name : "local");
	}
}

/* --- migrations ---------------------------------------------------------------------------- */

static const char *const first_lines[] = {"PRAGMA application_id = 0x73616672;", "CREATE TABLE t (x INTEGER) STRICT;", "INSERT INTO t VALUES (1);", NULL};
static const char *const second_lines[] = {"ALTER TABLE t ADD COLUMN y TEXT NOT NULL DEFAULT 'new';", "INSERT INTO t VALUES (2, 'two');", NULL};
static const char *const broken_lines[] = {"INSERT INTO t VALUES (3, 'three');", "INSERT INTO nowhere VALUES (1);", NULL};
static const struct migration one[] = {{.version = 1, .name = "first", .lines = first_lines}, {.version = 0}};
static const struct migration two[] = {
	{.version = 1, .name = "first", .lines = first_lines}, {.version = 2, .name = "second", .lines = second_lines}, {.version = 0}};
static const struct migration broken[] = {{.version = 1, .name = "first", .lines = first_lines}, {.version = 2, .name = "second", .lines = second_lines},
					  {.version = 3, .name = "third", .lines = broken_lines}, {.version = 0}};

static int64_t number(struct store *s, const char *sql)
{
	struct err e = ERR_INIT;
	int64_t n = -1;
	assert_ok(sql_number(s, sql, &n, &e), &e);
	return n;
}

static void an_older_store_is_copied_and_changed(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "m.db"), *copy = path_in(folder, "m.db.before-1");
	struct err e = ERR_INIT;
	struct store *s = store_open_with(path, STORE_CREATE, one, &e);
	assert_ok(s != NULL, &e);
	assert_ok(sql_exec(s, "INSERT INTO t VALUES (10)", &e), &e);
	/* Another program has it open, so that the newest rows are still in the log and not in the file. */
	assert_null(store_open_with(path, STORE_READ, two, &e));
	assert_non_null(strstr(e.msg, "older"));
	struct store *m = store_open_with(path, STORE_OPEN, two, &e);
	assert_ok(m != NULL, &e);
	assert_int_equal(number(m, "PRAGMA user_version"), 2);
	assert_int_equal(number(m, "PRAGMA foreign_keys"), 1);
	assert_int_equal(number(m, "SELECT sum(x) FROM t WHERE y <> ''"), 13);
	store_close(m);
	store_close(s);
	struct stat st;
	assert_int_equal(stat(copy, &st), 0);
	assert_int_equal(st.st_mode & 077, 0);
	s = store_open_with(copy, STORE_OPEN, one, &e);
	assert_ok(s != NULL, &e);
	assert_int_equal(number(s, "PRAGMA user_version"), 1);
	assert_int_equal(number(s, "SELECT sum(x) FROM t"), 11);
	store_close(s);
	free(copy);
	free(path);
	folder_gone(folder);
}

static void a_failed_migration_changes_nothing(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "m.db");
	struct err e = ERR_INIT;
	store_close(store_open_with(path, STORE_CREATE, one, &e));
	assert_null(store_open_with(path, STORE_OPEN, broken, &e));
	assert_non_null(strstr(e.msg, "third"));
	struct store *s = store_open_with(path, STORE_OPEN, one, &e);
	assert_ok(s != NULL, &e);
	assert_int_equal(number(s, "PRAGMA user_version"), 1);
	assert_int_equal(number(s, "SELECT sum(x) FROM t"), 1);
	store_close(s);
	/* And a store that cannot be made leaves nothing behind. */
	char *fresh = path_in(folder, "fresh.db");
	assert_null(store_open_with(fresh, STORE_CREATE, broken, &e));
	assert_int_not_equal(access(fresh, F_OK), 0);
	free(fresh);
	free(path);
	folder_gone(folder);
}

/* Each old schema is kept as a dump with rows in it. */
static void every_old_schema_still_opens(void **state)
{
	(void)state;
	const char *top = getenv("top_srcdir");
	for (int version = 1; version <= migrations_latest(schema_migrations); version++) {
		char dump[500];
		snprintf(dump, sizeof(dump), "%s/tests/data/migrations/%04d.sql", top ? top : ".", version);
		size_t n;
		char *sql = file_bytes(dump, &n), *folder = folder_new(), *path = path_in(folder, "old.db");
		sql[n] = '\0';
		sqlite3 *db;
		assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
		if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
			fail_msg("%s: %s", dump, sqlite3_errmsg(db));
		sqlite3_close(db);
		struct err e = ERR_INIT;
		struct store *s = store_open(path, STORE_OPEN, &e);
		assert_ok(s != NULL && store_check(s, &e), &e);
		assert_int_equal(number(s, "SELECT count(*) FROM answer"), 3);
		assert_int_equal(number(s, "SELECT count(*) FROM completion"), 1);
		/* Schemas once released never change: what is stored is what the dump says. */
		if (version == migrations_latest(schema_migrations)) {
			struct store *fresh = store_new(NULL);
			sqlite3_stmt *a, *b;
			static const char schema[] = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name";
			assert_int_equal(sqlite3_prepare_v2(s->db, schema, -1, &a, NULL), SQLITE_OK);
			assert_int_equal(sqlite3_prepare_v2(fresh->db, schema, -1, &b, NULL), SQLITE_OK);
			int more;
			while ((more = sqlite3_step(a)) == SQLITE_ROW) {
				assert_int_equal(sqlite3_step(b), SQLITE_ROW);
				assert_string_equal((const char *)sqlite3_column_text(a, 1), (const char *)sqlite3_column_text(b, 1));
			}
			assert_int_equal(sqlite3_step(b), SQLITE_DONE);
			sqlite3_finalize(a);
			sqlite3_finalize(b);
			store_close(fresh);
		}
		store_close(s);
		free(sql);
		free(path);
		folder_gone(folder);
	}
}

/* --- transactions -------------------------------------------------------------------------- */

static void transactions_nest(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	char value[32];
	assert_ok(store_begin(s, &e) && store_begin(s, &e), &e);
	assert_ok(store_set_setting(s, "a", "1", &e) && store_commit(s, &e), &e);
	store_rollback(s);
	assert_ok(store_setting(s, "a", value, sizeof(value), &e), &e);
	assert_string_equal(value, "");

	assert_ok(store_begin(s, &e) && store_set_setting(s, "a", "2", &e) && store_begin(s, &e), &e);
	store_rollback(s);
	assert_false(store_commit(s, &e)); /* an inner level failed, so nothing may stay */
	assert_ok(store_setting(s, "a", value, sizeof(value), &e), &e);
	assert_string_equal(value, "");

	assert_ok(store_begin(s, &e), &e);
	assert_true(store_end(s, store_set_setting(s, "a", "3", &e), &e));
	assert_ok(store_setting(s, "a", value, sizeof(value), &e), &e);
	assert_string_equal(value, "3");
	store_close(s);
}

static void a_transaction_that_sqlite_ended_writes_no_more(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	char value[32];
	assert_ok(store_begin(s, &e) && store_set_setting(s, "a", "1", &e), &e);
	assert_ok(sql_exec(s, "ROLLBACK", &e), &e); /* what a full disk does */
	assert_false(store_set_setting(s, "b", "2", &e));
	assert_false(store_commit(s, &e));
	assert_ok(store_setting(s, "b", value, sizeof(value), &e), &e);
	assert_string_equal(value, "");
	assert_ok(store_set_setting(s, "b", "3", &e), &e);
	store_close(s);
}

static void others_are_noticed(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "d.db");
	struct err e = ERR_INIT;
	struct store *a = store_new(path), *b = store_open(path, STORE_OPEN, &e);
	assert_ok(b != NULL, &e);
	int64_t before = store_data_version(a);
	assert_ok(store_set_setting(b, "x", "1", &e), &e);
	assert_int_not_equal(store_data_version(a), before);
	store_close(a);
	store_close(b);
	free(path);
	folder_gone(folder);
}

static void damage_is_found(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	assert_ok(store_check(s, &e), &e);
	assert_ok(sql_exec(s, "PRAGMA foreign_keys = OFF; INSERT INTO enrolment VALUES (99, 'p/q', '', 1)", &e), &e);
	assert_false(store_check(s, &e));
	assert_non_null(strstr(e.msg, "enrolment"));
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_statement_prepares),
		cmocka_unit_test(a_new_store_is_private_and_strict),
		cmocka_unit_test(what_is_no_store_is_refused),
		cmocka_unit_test(a_newer_store_is_refused_untouched),
		cmocka_unit_test(what_may_not_be_written_is_refused),
		cmocka_unit_test(reading_reads_only),
		cmocka_unit_test(network_file_systems_are_known),
		cmocka_unit_test(an_older_store_is_copied_and_changed),
		cmocka_unit_test(a_failed_migration_changes_nothing),
		cmocka_unit_test(every_old_schema_still_opens),
		cmocka_unit_test(transactions_nest),
		cmocka_unit_test(a_transaction_that_sqlite_ended_writes_no_more),
		cmocka_unit_test(others_are_noticed),
		cmocka_unit_test(damage_is_found),
	};
	return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
