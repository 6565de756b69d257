/* Reading a whole file that somebody names. */
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

#endif
