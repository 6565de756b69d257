/* Inside the store: the schema, step by step, and how an older file is brought up to it. */
#ifndef SAFAR_STORE_MIGRATE_H
#define SAFAR_STORE_MIGRATE_H

#include "store/store.h"

struct migration {
	int version;                /* what user_version becomes: 1, 2, … */
	const char *name;           /* its file */
	const char *const *lines;   /* SQL, NULL at the end */
};

/* Ends with version 0. Made from src/store/sql/schema. */
extern const struct migration schema_migrations[];
int migrations_latest(const struct migration *table);

enum { STORE_APPLICATION_ID = 0x73616672 };

/* Whether the connection's file is a store no newer than the table; `*version` gets its own (0: empty). */
bool migrate_identify(struct store *s, const struct migration *table, int *version, struct err *e);

/* Applies what is missing in one transaction, user_version last. A file that held something is copied to FILE.before-N first,
 * under the same write lock, so that the copy is exactly what was migrated. */
bool migrate(struct store *s, const struct migration *table, struct err *e);

/* store_open with another table: how tests reach old and future schemas. */
struct store *store_open_with(const char *path, enum store_mode mode, const struct migration *table, struct err *e);

#endif
