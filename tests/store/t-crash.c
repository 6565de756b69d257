/* What becomes of answers when the disk fills up, the process is killed, or two write at once. */
#include "config.h"
#include "house.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

#include "core/random.h"
#include "core/str.h"
#include "faulty_vfs.h"
#include "store/migrate.h"

struct count {
	int64_t rows, last;
};

static bool count_row(void *ctx, const struct answer *a)
{
	struct count *c = ctx;
	assert_int_equal(a->seq, ++c->last); /* without a gap */
	c->rows++;
	return true;
}

static int64_t rows_in(struct store *s)
{
	struct count c = {0};
	struct err e = ERR_INIT;
	assert_ok(answer_each(s, 0, 0, count_row, &c, &e), &e);
	return c.rows;
}

static bool note_tries(void *ctx, const struct progress_row *p)
{
	*(int64_t *)ctx += p->tries;
	return true;
}

/* Sound, all confirmed answers there, nothing half done: progress counts each answer of the log once. */
static void assert_sound(const char *path, int64_t person, int64_t confirmed, int64_t spare)
{
	struct err e = ERR_INIT;
	struct store *s = store_open(path, STORE_OPEN, &e);
	assert_ok(s != NULL && store_check(s, &e), &e);
	int64_t rows = rows_in(s), tries = 0;
	if (rows < confirmed || rows > confirmed + spare)
		fail_msg("%ld confirmed, %ld there", (long)confirmed, (long)rows);
	assert_ok(progress_each(s, person, "", note_tries, &tries, &e), &e);
	assert_int_equal(tries, rows);
	store_close(s);
}

/* Each round the disk takes a few bytes more, so that in one of them every write of an answer is the one that fails. */
static void a_full_disk_loses_nothing_confirmed(void **state)
{
	(void)state;
	static const struct {
		int code, in_half;
		const char *says;
	} faults[] = {{SQLITE_FULL, 0, "full"}, {SQLITE_FULL, 1, "full"}, {SQLITE_IOERR_WRITE, 1, "cannot be read or written"}, {SQLITE_IOERR_SHMSIZE, 0, "is full"}};
	char *folder = folder_new(), *path = path_in(folder, "f.db");
	struct store *s = store_new(path);
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1", 2, "text"), confirmed = 0;
	for (int round = 0; round < 60; round++) {
		size_t which = (size_t)round % (sizeof(faults) / sizeof(faults[0]));
		faulty_vfs_limit(round * 1777, faults[which].code, faults[which].in_half);
		struct err e = ERR_INIT;
		bool ok = true;
		for (int i = 0; ok && i < 20; i++) {
			struct answer a = answer_to(person, version, i % 2 ? "p/u/p1" : "p/u/p2", "ok");
			ok = answer_add(s, &a, &e);
			confirmed += ok;
		}
		if (!ok) {
			assert_int_equal(e.kind, ERR_IO);
			if (!strstr(e.msg, faults[which].says))
				fail_msg("round %d says: %s", round, e.msg);
		}
		faulty_vfs_limit(-1, 0, 0);
		/* Room again: the same connection goes on. */
		struct answer a = answer_to(person, version, "p/u/p1", "wrong");
		e = (struct err)ERR_INIT;
		assert_ok(answer_add(s, &a, &e), &e);
		confirmed++;
		assert_int_equal(rows_in(s), confirmed);
	}
	store_close(s);
	assert_sound(path, person, confirmed, 0);
	free(path);
	folder_gone(folder);
}

/* What was confirmed is on the disk: nothing of the log waits for a sync, in transactions or outside. */
static void confirmed_means_synced(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "f.db");
	struct store *s = store_new(path);
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1", 2, "text");
	struct err e = ERR_INIT;
	assert_int_equal(faulty_vfs_unsynced(), 0);
	struct answer a = answer_to(person, version, "p/u/p1", "ok");
	assert_ok(answer_add(s, &a, &e), &e);
	assert_int_equal(faulty_vfs_unsynced(), 0);
	assert_ok(store_set_setting(s, "site-name", "Namangan", &e), &e);
	assert_int_equal(faulty_vfs_unsynced(), 0);
	assert_ok(store_begin(s, &e) && store_set_setting(s, "site-name", "Buxoro", &e), &e);
	store_rollback(s);
	/* A disk that takes bytes but does not keep them: nothing is confirmed. */
	faulty_vfs_no_sync(SQLITE_IOERR_FSYNC);
	a = answer_to(person, version, "p/u/p1", "ok");
	assert_false(answer_add(s, &a, &e));
	assert_int_equal(e.kind, ERR_IO);
	assert_true(faulty_vfs_unsynced() > 0);
	e = (struct err)ERR_INIT;
	assert_false(store_set_setting(s, "site-name", "Navoiy", &e));
	faulty_vfs_no_sync(0);
	a = answer_to(person, version, "p/u/p1", "ok");
	e = (struct err)ERR_INIT;
	assert_ok(answer_add(s, &a, &e), &e);
	assert_int_equal(faulty_vfs_unsynced(), 0);
	store_close(s);
	free(path);
	folder_gone(folder);
}

static void a_full_disk_leaves_no_half_store(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "f.db");
	int made = 0;
	for (int64_t bytes = 0; bytes < 1000000 && !made; bytes += 9973) {
		faulty_vfs_limit(bytes, SQLITE_FULL, 1);
		struct err e = ERR_INIT;
		struct store *s = store_open(path, STORE_CREATE, &e);
		made = s != NULL;
		if (!made) {
			assert_int_equal(e.kind, ERR_IO);
			assert_int_not_equal(access(path, F_OK), 0);
		}
		faulty_vfs_limit(-1, 0, 0);
		store_close(s);
	}
	assert_true(made);
	assert_sound(path, 1, 0, 0);
	free(path);
	folder_gone(folder);
}

/* Writes answers, and says over the pipe after each that it was confirmed, until it is killed or `limit` are done. */
static void write_answers(const char *path, int64_t person, int64_t version, int to, int limit)
{
	struct err e = ERR_INIT;
	struct store *s = store_open(path, STORE_OPEN, &e);
	if (!s)
		_exit(1);
	for (int i = 0; i < limit; i++) {
		struct answer a = answer_to(person, version, "p/u/p1", "ok");
		if (!answer_add(s, &a, &e) || (to >= 0 && write(to, "x", 1) != 1))
			_exit(2);
	}
	store_close(s);
	_exit(0);
}

/* The kernel sends SIGKILL at that moment, whatever the process is doing then. */
static void kill_me_after(long us)
{
	timer_t timer;
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
	struct itimerspec when = {.it_value = {.tv_nsec = us * 1000}};
	if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0 || timer_settime(timer, 0, &when, NULL) != 0)
		_exit(3);
}

static void kill_9_loses_nothing_confirmed(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "k.db");
	struct store *s = store_new(path);
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1", 1, "text"), confirmed = 0;
	store_close(s);
	struct entropy chance = entropy_system();
	for (int round = 0; round < 20; round++) {
		int out[2];
		assert_int_equal(pipe(out), 0);
		long moment_us = 1000 + (long)entropy_below(&chance, 40000);
		pid_t child = fork();
		if (child == 0) {
			close(out[0]);
			kill_me_after(moment_us);
			write_answers(path, person, version, out[1], 1000000);
		}
		close(out[1]);
		char bytes[256];
		ssize_t n;
		while ((n = read(out[0], bytes, sizeof(bytes))) > 0)
			confirmed += n;
		close(out[0]);
		int status;
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status));
		/* At most the one under way may be there without having been confirmed. */
		struct err e = ERR_INIT;
		s = store_open(path, STORE_OPEN, &e);
		assert_ok(s != NULL, &e);
		int64_t rows = rows_in(s);
		store_close(s);
		assert_sound(path, person, confirmed, 1);
		confirmed = rows;
	}
	assert_true(confirmed > 0);
	free(path);
	folder_gone(folder);
}

static void two_write_at_once(void **state)
{
	(void)state;
	enum { EACH = 150 };
	char *folder = folder_new(), *path = path_in(folder, "t.db");
	struct store *s = store_new(path);
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1", 1, "text");
	store_close(s);
	pid_t children[2];
	for (int i = 0; i < 2; i++)
		if ((children[i] = fork()) == 0)
			write_answers(path, person, version, -1, EACH);
	for (int i = 0; i < 2; i++) {
		int status;
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	assert_sound(path, person, 2 * EACH, 0);
	free(path);
	folder_gone(folder);
}

static const char *const old_lines[] = {"PRAGMA application_id = 0x73616672;", "CREATE TABLE t (x INTEGER) STRICT;", "INSERT INTO t VALUES (1);", NULL};
static const char *const new_lines[] = {"CREATE TABLE u AS SELECT x AS y FROM t;", NULL};
static const struct migration old_table[] = {{.version = 1, .name = "old", .lines = old_lines}, {.version = 0}};
static const struct migration new_table[] = {{.version = 1, .name = "old", .lines = old_lines}, {.version = 2, .name = "new", .lines = new_lines}, {.version = 0}};

static void no_room_for_the_copy_means_no_change(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "m.db"), *part = path_in(folder, "m.db.before-1-t");
	struct err e = ERR_INIT;
	store_close(store_open_with(path, STORE_CREATE, old_table, &e));
	faulty_vfs_limit(5000, SQLITE_FULL, 0);
	assert_null(store_open_with(path, STORE_OPEN, new_table, &e));
	faulty_vfs_limit(-1, 0, 0);
	assert_int_equal(e.kind, ERR_IO);
	assert_int_not_equal(access(part, F_OK), 0);
	struct store *s = store_open_with(path, STORE_OPEN, old_table, &e);
	assert_ok(s != NULL, &e);
	store_close(s);
	free(part);
	free(path);
	folder_gone(folder);
}

int main(void)
{
	faulty_vfs_install();
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_full_disk_loses_nothing_confirmed),
		cmocka_unit_test(confirmed_means_synced),
		cmocka_unit_test(a_full_disk_leaves_no_half_store),
		cmocka_unit_test(kill_9_loses_nothing_confirmed),
		cmocka_unit_test(two_write_at_once),
		cmocka_unit_test(no_room_for_the_copy_means_no_change),
	};
	return cmocka_run_group_tests_name("crash", tests, NULL, NULL);
}
