#include "config.h"
#include "store/stmt.h"

#include <errno.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"

static bool full_message(struct store *s, struct err *e)
{
	return err_set(e, ERR_IO, _("the disk that holds the store '%s' is full; free some space and try again – what was confirmed before is safe"), s->path);
}

static bool io_message(struct store *s, struct err *e)
{
	/* SQLite calls it an I/O error when the memory it shares between processes does not fit on the disk. */
	if (sqlite3_extended_errcode(s->db) == SQLITE_IOERR_SHMSIZE || sqlite3_system_errno(s->db) == ENOSPC)
		return full_message(s, e);
	return err_set(e, ERR_IO, _("the store '%s' cannot be read or written (%s); check the disk and its cable"), s->path, sqlite3_errmsg(s->db));
}

static bool readonly_message(struct store *s, struct err *e)
{
	return err_set(e, ERR_STORE, _("the store '%s' may only be read; give yourself the right to write the file and its folder"), s->path);
}

static bool damaged_message(struct store *s, struct err *e)
{
	return err_set(e, ERR_STORE, _("the store '%s' is damaged (%s); stop working with it and restore the last backup"), s->path, sqlite3_errmsg(s->db));
}

static bool foreign_message(struct store *s, struct err *e)
{
	return err_set(e, ERR_STORE, _("'%s' is no safar store; name the right file with --store, or make a store with 'safar init'"), s->path);
}

static bool busy_message(struct store *s, struct err *e)
{
	if (sqlite3_extended_errcode(s->db) == SQLITE_BUSY_SNAPSHOT)
		return err_set(e, ERR_STORE, _("the store '%s' was changed while it was being read; try again"), s->path);
	return err_set(e, ERR_STORE, _("the store '%s' was busy for ten seconds; try again, and end the program that holds it"), s->path);
}

static bool open_message(struct store *s, struct err *e)
{
	return err_set(e, ERR_STORE, _("the store '%s' cannot be opened; check that you may read and write the file and its folder"), s->path);
}

static bool constraint_message(struct store *s, struct err *e)
{
	switch (sqlite3_extended_errcode(s->db)) {
	case SQLITE_CONSTRAINT_TRIGGER:
		return err_set(e, ERR_STORE, _("the store refuses a change: %s"), sqlite3_errmsg(s->db));
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return err_set(e, ERR_STORE, _("a record names something that the store '%s' does not hold"), s->path);
	default:
		return err_set(e, ERR_STORE, _("the store '%s' refuses a record: %s"), s->path, sqlite3_errmsg(s->db));
	}
}

static bool undone_message(struct store *s, struct err *e)
{
	return err_set(e, ERR_STORE, _("the work on the store '%s' was undone by an earlier fault; try again"), s->path);
}

bool sql_fault(struct store *s, int rc, struct err *e)
{
	static const struct {
		int rc;
		bool (*message)(struct store *s, struct err *e);
	} table[] = {
		{.rc = SQLITE_FULL, .message = full_message},
		{.rc = SQLITE_IOERR, .message = io_message},
		{.rc = SQLITE_READONLY, .message = readonly_message},
		{.rc = SQLITE_CORRUPT, .message = damaged_message},
		{.rc = SQLITE_NOTADB, .message = foreign_message},
		{.rc = SQLITE_BUSY, .message = busy_message},
		{.rc = SQLITE_CANTOPEN, .message = open_message},
		{.rc = SQLITE_CONSTRAINT, .message = constraint_message},
		{.rc = SQLITE_ABORT, .message = undone_message},
	};
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i].rc == (rc & 0xFF))
			return table[i].message(s, e);
	return err_set(e, ERR_STORE, _("the store '%s' failed: %s (SQLite error %d)"), s->path, sqlite3_errmsg(s->db), rc);
}

void query_open(struct query *q, struct store *s, enum stmt id)
{
	*q = (struct query){.store = s, .next = 1, .rc = SQLITE_OK};
	sqlite3_stmt *shared = s->stmts[id];
	if (shared && !sqlite3_stmt_busy(shared)) {
		q->st = shared;
		return;
	}
	/* Either the first use, or a callback asks again while the shared one is giving rows. */
	q->own = shared != NULL;
	q->rc = sqlite3_prepare_v3(s->db, stmt_texts[id].sql, -1, q->own ? 0 : SQLITE_PREPARE_PERSISTENT, &q->st, NULL);
	if (!q->own)
		s->stmts[id] = q->st;
}

static void note(struct query *q, int rc)
{
	if (q->rc == SQLITE_OK)
		q->rc = rc;
}

void query_int(struct query *q, int64_t value)
{
	if (q->st)
		note(q, sqlite3_bind_int64(q->st, q->next++, value));
}

void query_real(struct query *q, double value)
{
	if (q->st)
		note(q, sqlite3_bind_double(q->st, q->next++, value));
}

void query_text(struct query *q, const char *value)
{
	if (q->st)
		note(q, sqlite3_bind_text(q->st, q->next++, value ? value : "", -1, SQLITE_STATIC));
}

void query_text_or_null(struct query *q, const char *value)
{
	if (q->st)
		note(q, sqlite3_bind_text(q->st, q->next++, value && *value ? value : NULL, -1, SQLITE_STATIC));
}

void query_int_or_null(struct query *q, int64_t value)
{
	if (q->st)
		note(q, value ? sqlite3_bind_int64(q->st, q->next++, value) : sqlite3_bind_null(q->st, q->next++));
}

bool query_row(struct query *q)
{
	struct store *s = q->store;
	if (q->rc != SQLITE_OK && q->rc != SQLITE_ROW)
		return false;
	if (q->rc == SQLITE_OK && q->next - 1 != sqlite3_bind_parameter_count(q->st))
		BUG("%d values bound to: %s", q->next - 1, sqlite3_sql(q->st));
	/* A full disk may end a transaction without being asked: what follows must not be written on its own. */
	if (s->depth > 0 && sqlite3_get_autocommit(s->db))
		q->rc = SQLITE_ABORT;
	else
		q->rc = sqlite3_step(q->st);
	return q->rc == SQLITE_ROW;
}

int64_t query_int_at(struct query *q, int column)
{
	return sqlite3_column_int64(q->st, column);
}

double query_real_at(struct query *q, int column)
{
	return sqlite3_column_double(q->st, column);
}

const char *query_text_at(struct query *q, int column)
{
	const unsigned char *text = sqlite3_column_text(q->st, column);
	return text ? (const char *)text : "";
}

static void put_back(struct query *q)
{
	if (q->own)
		sqlite3_finalize(q->st);
	else if (q->st)
		sqlite3_reset(q->st);
	q->st = NULL;
}

bool query_end(struct query *q, struct err *e)
{
	bool ok = q->rc == SQLITE_OK || q->rc == SQLITE_ROW || q->rc == SQLITE_DONE;
	if (!ok)
		sql_fault(q->store, q->rc, e); /* before the reset, which clears the connection's message */
	bool wrote = ok && !q->soft && q->st && q->store->depth == 0 && !sqlite3_stmt_readonly(q->st) && sqlite3_get_autocommit(q->store->db);
	put_back(q);
	return ok && (!wrote || store_make_durable(q->store, e));
}

bool query_run(struct query *q, struct err *e)
{
	while (query_row(q))
		;
	return query_end(q, e);
}

bool query_run_soft(struct query *q, struct err *e)
{
	q->soft = true;
	return query_run(q, e);
}

bool query_run_unique(struct query *q, bool *taken, struct err *e)
{
	while (query_row(q))
		;
	int extended = q->rc == SQLITE_DONE ? 0 : sqlite3_extended_errcode(q->store->db);
	*taken = extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY;
	if (!*taken)
		return query_end(q, e);
	put_back(q);
	return false;
}

bool sql_exec(struct store *s, const char *sql, struct err *e)
{
	int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
	return rc == SQLITE_OK || sql_fault(s, rc, e);
}

bool sql_number(struct store *s, const char *sql, int64_t *out, struct err *e)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	bool ok = rc == SQLITE_ROW;
	if (ok)
		*out = sqlite3_column_int64(st, 0);
	else
		sql_fault(s, rc, e);
	sqlite3_finalize(st);
	return ok;
}
