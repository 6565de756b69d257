/* Files that somebody names: reading them whole, writing new ones, and which may be written over. */
#ifndef SAFAR_CORE_FILE_H
#define SAFAR_CORE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"
#include "core/str.h"

/* Appends the bytes of the file at `path` ("-" is standard input) to `out`, at most `limit` of them. ERR_IO if it cannot be read, ERR_INPUT if it is larger. */
bool file_read(const char *path, size_t limit, struct str *out, struct err *e);

/* Whether nothing stands at `path` yet: asked before something is made with much trouble that file_write_new would refuse to write. ERR_INPUT. */
bool file_absent(const char *path, struct err *e);

/* Writes a new file with these access rights (0600 for secrets), synced. One that is there is never replaced: ERR_INPUT; ERR_IO if it cannot be written, and then nothing is
 * left of it. */
bool file_write_new(const char *path, unsigned rights, const struct str *text, struct err *e);

/* Whether the file at `path` may be replaced by one that is written: none is there, or an empty one, or one that begins with one of `pages` (ends with NULL). `pages` NULL: any
 * file but a store, a key or what was sealed. ERR_INPUT where it may not: a wrong name typed costs nobody their store. Nothing is said of folders, devices and pipes. */
bool file_may_give_way(const char *path, const char *const *pages, struct err *e);

#endif
