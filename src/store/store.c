#include "config.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/migrate.h"
#include "store/place.h"
#include "store/stmt.h"

enum { BUSY_LIMIT_MS = 10000, BUSY_WAIT_MIN_US = 500, BUSY_WAIT_SPAN_US = 1500 };

static int64_t mono_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* SQLite's own handler backs off to 100 ms, which makes the slowest of 200 writers ten times slower than short random waits do. */
static int wait_a_little(void *ctx, int count)
{
	struct store *s = ctx;
	if (count == 0)
		s->waiting_since = mono_ms();
	if (mono_ms() - s->waiting_since > BUSY_LIMIT_MS)
		return 0;
	struct timespec pause = {.tv_nsec = (long)(BUSY_WAIT_MIN_US + rng_below(&s->waits, BUSY_WAIT_SPAN_US)) * 1000};
	nanosleep(&pause, NULL);
	return 1;
}

static bool connect_file(struct store *s, enum store_mode mode, struct err *e)
{
	int flags = mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	int rc = sqlite3_open_v2(s->path, &s->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc != SQLITE_OK)
		return sql_fault(s, rc, e);
	sqlite3_extended_result_codes(s->db, 0);
	sqlite3_busy_handler(s->db, wait_a_little, s);
	/* Until the file is known to be ours, closing must not move anything from the log into it. */
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	if (mode == STORE_OPEN && sqlite3_db_readonly(s->db, "main") == 1)
		return sql_fault(s, SQLITE_READONLY, e);
	return true;
}

static bool configure(struct store *s, enum store_mode mode, bool memory, struct err *e)
{
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
	if (!sql_exec(s, "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF;"
			 "PRAGMA cell_size_check = ON; PRAGMA cache_size = -1024; PRAGMA journal_size_limit = 16777216;"
			 "PRAGMA synchronous = NORMAL", e))
		return false;
	if (memory)
		return true;
	if (mode == STORE_READ)
		return sql_exec(s, "PRAGMA query_only = ON", e);
	return sql_exec(s, "PRAGMA journal_mode = WAL", e);
}

static bool read_version(struct store *s, const struct migration *table, enum store_mode mode, struct err *e)
{
	int version;
	if (!migrate_identify(s, table, &version, e))
		return false;
	if (mode == STORE_READ && version < migrations_latest(table))
		return err_set(e, ERR_STORE, _("the store '%s' has an older format; open it once with this program, which keeps a copy, and then read it"), s->path);
	return true;
}

void store_discard(struct store *s)
{
	static const char *const suffixes[] = {"", "-wal", "-shm", "-journal"};
	char *path = xstrdup(s->path);
	store_close(s);
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		struct str name;
		str_init(&name);
		str_addf(&name, "%s%s", path, suffixes[i]);
		unlink(name.buf);
		str_release(&name);
	}
	free(path);
}

const char *store_path(const struct store *s)
{
	return s->path;
}

struct store *store_open_with(const char *path, enum store_mode mode, const struct migration *table, struct err *e)
{
	bool memory = str_eq(path, ":memory:"), made = false;
	if (!memory && !place_check(path, mode, e))
		return NULL;
	struct store *s = xcalloc(1, sizeof(*s));
	s->path = xstrdup(path);
	struct entropy chance = entropy_system();
	s->waits.state = entropy_u64(&chance);
	bool ok = memory || mode != STORE_CREATE || (made = place_make(path, e));
	ok = ok && connect_file(s, mode, e);
	if (ok && !memory && !made)
		ok = read_version(s, table, mode, e);
	ok = ok && configure(s, mode, memory, e) && (mode == STORE_READ || migrate(s, table, e));
	if (ok)
		return s;
	if (made)
		store_discard(s);
	else
		store_close(s);
	return NULL;
}

struct store *store_open(const char *path, enum store_mode mode, struct err *e)
{
	return store_open_with(path, mode, schema_migrations, e);
}

void store_close(struct store *s)
{
	if (!s)
		return;
	if (s->depth > 0)
		BUG("store closed inside the transaction begun at %s:%d", s->begun_file, s->begun_line);
	for (int i = 0; i < STMT_COUNT; i++)
		sqlite3_finalize(s->stmts[i]);
	sqlite3_close(s->db);
	free(s->path);
	free(s);
}

bool store_begin_at(struct store *s, const char *file, int line, struct err *e)
{
	if (s->depth == 0) {
		struct query q;
		query_open(&q, s, STMT_BEGIN);
		if (!query_run(&q, e))
			return false;
		s->begun_file = file;
		s->begun_line = line;
		s->doomed = false;
	}
	s->depth++;
	return true;
}

void store_rollback(struct store *s)
{
	if (s->depth == 0)
		BUG("rollback outside a transaction");
	s->doomed = true;
	if (--s->depth > 0 || sqlite3_get_autocommit(s->db))
		return;
	struct query q;
	struct err ignored = ERR_INIT;
	query_open(&q, s, STMT_ROLLBACK);
	query_run(&q, &ignored);
}

/* SQLite would sync its log while it still holds the write lock: with a disk of 10 ms a room of terminals would stand in a queue of a hundred answers a
 * second. So it is told not to, and the log is synced here, after the lock was given back: all wait for the disk side by side. Frames of the log
 * are chained by their checksums, so what is synced includes all that was committed before it; and before anything moves from the
 * log into the file, SQLite syncs the log itself. */
bool store_make_durable(struct store *s, struct err *e)
{
	sqlite3_file *log = NULL;
	int rc = sqlite3_file_control(s->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
	if (rc == SQLITE_OK && log && log->pMethods)
		rc = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
	return rc == SQLITE_OK || sql_fault(s, rc, e);
}

bool store_commit(struct store *s, struct err *e)
{
	if (s->depth == 0)
		BUG("commit outside a transaction");
	if (s->depth > 1) {
		s->depth--;
		return true;
	}
	bool ok;
	if (s->doomed) {
		ok = sql_fault(s, SQLITE_ABORT, e);
	} else {
		struct query q;
		query_open(&q, s, STMT_COMMIT);
		ok = query_run(&q, e);
	}
	if (!ok) {
		store_rollback(s);
		return false;
	}
	s->depth = 0;
	return store_make_durable(s, e);
}

bool store_end(struct store *s, bool ok, struct err *e)
{
	if (ok)
		return store_commit(s, e);
	store_rollback(s);
	return false;
}

bool store_check(struct store *s, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_QUICK_CHECK);
	bool sound = true;
	if (query_row(&q) && strcmp(query_text_at(&q, 0), "ok") != 0)
		sound = err_set(e, ERR_STORE, _("the store '%s' is damaged (%s); stop working with it and restore the last backup"), s->path, query_text_at(&q, 0));
	if (!query_end(&q, e) || !sound)
		return false;
	query_open(&q, s, STMT_FOREIGN_KEY_CHECK);
	if (query_row(&q))
		sound = err_set(e, ERR_STORE, _("the store '%s' is damaged (a row of '%s' names nothing); stop working with it and restore the last backup"),
				s->path, query_text_at(&q, 0));
	return query_end(&q, e) && sound;
}

bool store_setting(struct store *s, const char *name, char *out, size_t size, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SETTING);
	query_text(&q, name);
	snprintf(out, size, "%s", query_row(&q) ? query_text_at(&q, 0) : "");
	return query_end(&q, e);
}

bool store_set_setting(struct store *s, const char *name, const char *value, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SET_SETTING);
	query_text(&q, name);
	query_text(&q, value);
	return query_run(&q, e);
}

int64_t store_data_version(struct store *s)
{
	struct query q;
	struct err ignored = ERR_INIT;
	query_open(&q, s, STMT_DATA_VERSION);
	int64_t version = query_row(&q) ? query_int_at(&q, 0) : 0;
	query_end(&q, &ignored);
	return version;
}
