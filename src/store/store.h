/* The store: one SQLite file per centre. Opening, migrating, transactions. The only floor that knows SQLite.
 * Every call that can fail takes the error last. Rows handed to callbacks are borrowed for the length of the call; a callback that gives
 * false ends the listing, which succeeds all the same; callbacks read the store as they like, but do not write it. */
#ifndef SAFAR_STORE_STORE_H
#define SAFAR_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"

struct store;

enum store_mode {
	STORE_OPEN,   /* must exist; migrated when it is older (a copy FILE.before-N is kept beside it) */
	STORE_CREATE, /* must not exist; made with mode 0600 */
	STORE_READ,   /* must exist; only read, for exports */
};

/* Opens `path` (":memory:" for tests). Refused with what to do: not there, already there, no safar store, of a newer program, read-only file or folder, network
 * file system (NFS, CIFS, SMB2, 9p, FUSE by statfs magic). WAL, foreign keys on, a busy handler of random waits of 0.5–2 ms for up to 10 s.
 * NULL on failure. */
struct store *store_open(const char *path, enum store_mode mode, struct err *e);
void store_close(struct store *s); /* NULL is fine */
const char *store_path(const struct store *s); /* as it was opened; borrowed */

/* Closes a store that was just made and removes its files: its first records could not be written. */
void store_discard(struct store *s);

/* Transactions nest by a depth counter: only the outermost BEGIN IMMEDIATE and COMMIT reach SQLite; any rollback inside undoes all. */
#define store_begin(s, e) store_begin_at(s, __FILE__, __LINE__, e)
bool store_begin_at(struct store *s, const char *file, int line, struct err *e);
/* Durable when true: the log was synced after the write lock had been given back. False with a disk that refuses the sync, though others may see the change. */
bool store_commit(struct store *s, struct err *e);
void store_rollback(struct store *s); /* never fails; the outermost level rolls back */
bool store_end(struct store *s, bool ok, struct err *e); /* commit if ok, else roll back; gives ok && committed */

/* Whether integrity and foreign keys are sound (PRAGMA quick_check, foreign_key_check). */
bool store_check(struct store *s, struct err *e);

/* Settings of the site: "site-name", "utc-offset-min", "rollover-hour", "idle-seconds", "demo" … `value` is copied to `out` (empty if unset). */
bool store_setting(struct store *s, const char *name, char *out, size_t size, struct err *e);
bool store_set_setting(struct store *s, const char *name, const char *value, struct err *e);

/* Caller-numbered changes since opening by other connections (PRAGMA data_version). */
int64_t store_data_version(struct store *s);

#endif
