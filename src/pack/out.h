/* A file written whole or not at all. */
#ifndef SAFAR_PACK_OUT_H
#define SAFAR_PACK_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"

/* Writes `n` bytes to a temporary file beside `path`, syncs it and renames it, mode 0644 less the umask. On failure nothing is left behind. ERR_INPUT
 * where a store, a key or something sealed stands there (file_may_give_way). */
bool out_write(const char *path, const void *bytes, size_t n, struct err *e);

#endif
