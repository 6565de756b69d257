/* Inside the store: whether a file may be, or become, a store where it lies. */
#ifndef SAFAR_STORE_PLACE_H
#define SAFAR_STORE_PLACE_H

#include <stdint.h>

#include "core/err.h"
#include "store/store.h"

/* The name of a network file system by its statfs magic (linux/magic.h), or NULL where WAL is safe. SQLite's WAL needs memory shared
 * by all who open the file (sqlite.org/wal.html, section 1), which no network file system gives. */
const char *place_network_name(uint64_t magic);

/* Whether the store may be opened or made there: reports what is in the way. */
bool place_check(const char *path, enum store_mode mode, struct err *e);

/* Makes the empty file with mode 0600 (less the umask); never touches one that is there. */
bool place_make(const char *path, struct err *e);

#endif
