/* A zip file put together in memory so that the same files always give the same bytes. libarchive's own writer puts times and owners in extra fields of every
 * entry; a pack must begin with a plain `mimetype` (as in EPUB's container format) and must not tell when and by whom it was made. */
#ifndef SAFAR_PACK_ZIP_H
#define SAFAR_PACK_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"
#include "core/str.h"

struct zip {
	struct str bytes;     /* the file so far */
	struct str directory; /* its central directory so far */
	size_t count;
};

void zip_init(struct zip *z);
void zip_release(struct zip *z);

/* Appends an entry, dated 1980-01-01, mode 0644; deflated unless `stored`. Names are ASCII. Fails when the file would pass 2 GiB or 65,535 entries. */
bool zip_add(struct zip *z, const char *name, const void *bytes, size_t n, bool stored, struct err *e);

/* Appends the central directory: z->bytes is the whole file then. */
void zip_end(struct zip *z);

#endif
