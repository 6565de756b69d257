#include "config.h"
#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/i18n.h"
#include "core/str.h"
#include "store/stmt.h"

int migrations_latest(const struct migration *table)
{
	int latest = 0;
	for (; table->version; table++)
		latest = table->version;
	return latest;
}

bool migrate_identify(struct store *s, const struct migration *table, int *version, struct err *e)
{
	int64_t application, user;
	if (!sql_number(s, "PRAGMA application_id", &application, e) || !sql_number(s, "PRAGMA user_version", &user, e))
		return false;
	if (application != STORE_APPLICATION_ID)
		return sql_fault(s, SQLITE_NOTADB, e);
	int latest = migrations_latest(table);
	if (user > latest)
		return err_set(e, ERR_STORE, _("the store '%s' belongs to a newer safar (its format is %d, this program knows %d); update this program"),
			       s->path, (int)user, latest);
	*version = (int)user;
	return true;
}

/* Copies through connections of its own: SQLite copies nothing from one that holds the write lock. */
static bool copy_pages(struct store *s, const char *to, struct err *e)
{
	sqlite3 *from_db = NULL, *to_db = NULL;
	int rc = sqlite3_open_v2(s->path, &from_db, SQLITE_OPEN_READONLY, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_open_v2(to, &to_db, SQLITE_OPEN_READWRITE, NULL);
	if (rc == SQLITE_OK) {
		sqlite3_backup *b = sqlite3_backup_init(to_db, "main", from_db, "main");
		if (b)
			sqlite3_backup_step(b, -1);
		rc = b ? sqlite3_backup_finish(b) : sqlite3_errcode(to_db);
	}
	bool ok = rc == SQLITE_OK || err_set(e, ERR_IO, _("the store '%s' cannot be copied to '%s' before its format changes (%s); free some space and try again"),
					     s->path, to, sqlite3_errstr(rc));
	sqlite3_close(from_db);
	if (sqlite3_close(to_db) != SQLITE_OK && ok)
		ok = err_set(e, ERR_IO, _("the copy '%s' cannot be written; free some space and try again"), to);
	return ok;
}

static bool keep_copy(struct store *s, int version, struct err *e)
{
	struct str part, final;
	str_init(&part);
	str_init(&final);
	str_addf(&final, "%s.before-%d", s->path, version);
	str_addf(&part, "%s-t", final.buf);
	bool ok;
	int fd = open(part.buf, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0600);
	if (fd < 0) {
		ok = err_errno(e, errno, _("the copy '%s' cannot be made"), part.buf);
	} else {
		close(fd);
		ok = copy_pages(s, part.buf, e);
		if (ok && rename(part.buf, final.buf) != 0)
			ok = err_errno(e, errno, _("the copy '%s' cannot be named"), final.buf);
		if (!ok)
			unlink(part.buf);
	}
	str_release(&part);
	str_release(&final);
	return ok;
}

static bool apply(struct store *s, const struct migration *m, struct err *e)
{
	struct str sql;
	str_init(&sql);
	for (const char *const *line = m->lines; *line; line++)
		str_add(&sql, *line);
	bool ok = sql_exec(s, sql.buf, e) || err_add(e, _("changing the format of the store (%s)"), m->name);
	str_release(&sql);
	return ok;
}

static bool sound_references(struct store *s, struct err *e)
{
	int64_t faults;
	return sql_number(s, "SELECT count(*) FROM pragma_foreign_key_check", &faults, e) &&
	       (faults == 0 || err_set(e, ERR_STORE, _("the store '%s' holds records that name nothing; restore the last backup"), s->path));
}

static bool apply_missing(struct store *s, const struct migration *table, struct err *e)
{
	/* Under the lock, because another process may just have done it. */
	int64_t version;
	if (!sql_number(s, "PRAGMA user_version", &version, e))
		return false;
	if (version >= migrations_latest(table))
		return true;
	if (version > 0 && !keep_copy(s, (int)version, e))
		return false;
	for (const struct migration *m = table; m->version; m++)
		if (m->version > version && !apply(s, m, e))
			return false;
	char last[64];
	snprintf(last, sizeof(last), "PRAGMA user_version = %d", migrations_latest(table));
	return sound_references(s, e) && sql_exec(s, last, e);
}

bool migrate(struct store *s, const struct migration *table, struct err *e)
{
	int64_t version;
	if (!sql_number(s, "PRAGMA user_version", &version, e))
		return false;
	if (version >= migrations_latest(table))
		return true;
	/* Rebuilding a table drops the old one, which must not drag along the rows that name it. */
	if (!sql_exec(s, "PRAGMA foreign_keys = OFF", e) || !store_begin(s, e))
		return false;
	return store_end(s, apply_missing(s, table, e), e) && sql_exec(s, "PRAGMA foreign_keys = ON", e);
}
