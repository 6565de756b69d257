/* Inside the store: the connection, and how a named statement is bound, stepped and ended. Not for other floors.
 *
 *	struct query q;
 *	query_open(&q, s, STMT_PERSON_BY_ID);
 *	query_int(&q, id);
 *	while (query_row(&q))
 *		... query_text_at(&q, 1) ...
 *	return query_end(&q, e);
 *
 * Values are bound in the order in which the parameters first stand in the SQL. A fault on the way is kept and reported by
 * query_end, so that only the end is checked. */
#ifndef SAFAR_STORE_STMT_H
#define SAFAR_STORE_STMT_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "core/err.h"
#include "core/random.h"
#include "store/statements.h"
#include "store/store.h"

struct store {
	sqlite3 *db;
	char *path;                     /* owned */
	sqlite3_stmt *stmts[STMT_COUNT]; /* prepared when first used */
	int depth;                      /* of nested transactions */
	bool doomed;                    /* an inner level rolled back: the outermost must too */
	const char *begun_file;         /* where the outermost began, for faults of the program itself */
	int begun_line;
	struct rng waits;               /* lengths of the busy handler's waits */
	int64_t waiting_since;          /* monotonic ms */
	struct {                        /* unit that items were last added to while installing */
		int64_t version, id;
		char name[128];
	} unit;
	int64_t installing;             /* version that this connection is installing, or 0 */
};

struct query {
	struct store *store;
	sqlite3_stmt *st;
	int next; /* parameter bound next, from 1 */
	int rc;   /* the last result; anything but OK, ROW and DONE is a fault */
	bool own; /* st is not the shared one: that one was running */
	bool soft; /* nobody waits for the disk */
};

void query_open(struct query *q, struct store *s, enum stmt id);
void query_int(struct query *q, int64_t value);
void query_real(struct query *q, double value);
void query_text(struct query *q, const char *value);       /* borrowed until query_end; NULL is "" */
void query_text_or_null(struct query *q, const char *value); /* NULL for "" as well */
void query_int_or_null(struct query *q, int64_t value);      /* NULL for 0 */

/* Whether there is a next row. */
bool query_row(struct query *q);

/* Columns of the row, from 0. Texts are borrowed until the next row; NULL reads as "". */
int64_t query_int_at(struct query *q, int column);
double query_real_at(struct query *q, int column);
const char *query_text_at(struct query *q, int column);

/* Ends it and reports what went wrong, if anything. query_run steps to the end first. */
bool query_end(struct query *q, struct err *e);
bool query_run(struct query *q, struct err *e);

/* The same for a write that may be lost in a power cut: it is not waited for. Another program's crash does not lose it. */
bool query_run_soft(struct query *q, struct err *e);

/* The same for a write that may collide with a unique key: false and *taken if it did, with nothing in `e`. */
bool query_run_unique(struct query *q, bool *taken, struct err *e);

/* Waits until all that was committed is on the disk. store_commit does it, and query_end for a write outside a transaction. */
bool store_make_durable(struct store *s, struct err *e);

/* The one reporter of SQLite's errors: turns the last fault of the connection into a message with a cure. Always false. */
bool sql_fault(struct store *s, int rc, struct err *e);

/* Runs SQL of the program itself that gives no rows of interest (pragmas, schema). */
bool sql_exec(struct store *s, const char *sql, struct err *e);
/* The first column of the first row as a number. */
bool sql_number(struct store *s, const char *sql, int64_t *out, struct err *e);

#endif
