/* What the tests of the store begin with: temporary folders, stores with a person and a pack, answers. */
#ifndef SAFAR_TESTS_STORE_HOUSE_H
#define SAFAR_TESTS_STORE_HOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/log.h"
#include "store/store.h"

/* A new folder in TMPDIR, and a file in it; folder_gone removes it with all its files. The caller frees. */
char *folder_new(void);
char *path_in(const char *folder, const char *name);
void folder_gone(char *folder);

/* Fails the test with the message if not `ok`. */
#define assert_ok(ok, e) assert_ok_at(ok, e, __FILE__, __LINE__)
void assert_ok_at(bool ok, const struct err *e, const char *file, int line);

/* Opens; in memory when `path` is NULL. */
struct store *store_new(const char *path);

int64_t person_new(struct store *s, const char *code);

/* Installs version `version` of pack `pack`: unit "u" with `steps` read parts "p1" … whose bodies say `text`. Gives the version's id. */
int64_t pack_new(struct store *s, const char *pack, const char *version, int steps, const char *text);
/* The hash that pack_new gave to a part. */
void part_hash(const char *id, const char *text, char out[65]);

/* An answer to pack "p", unit "u", id `id`. */
struct answer answer_to(int64_t person, int64_t version, const char *path, const char *verdict);

#endif
