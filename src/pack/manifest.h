/* MANIFEST.sha256: a checksum for every file of a built pack, in the form of sha256sum(1). */
#ifndef SAFAR_PACK_MANIFEST_H
#define SAFAR_PACK_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"
#include "core/str.h"
#include "pack/source.h"

/* Appends "<64 hexadecimal digits>  path\n" for each file in the order given. */
void manifest_write(const struct pack_file *files, size_t count, struct str *out);

/* Whether the manifest `m` (one of the sorted files, of `archive`) names every other file once, with its checksum, and nothing else. */
bool manifest_check(const struct pack_file *m, const struct pack_file *files, size_t count, const char *archive, struct err *e);

#endif
