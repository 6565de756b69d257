/* Sealing a live bank to the keys of centres. Needs no store; only for programs that read packs. */
#ifndef SAFAR_APP_EXAM_SEAL_H
#define SAFAR_APP_EXAM_SEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/diag.h"
#include "core/err.h"
#include "core/seal.h"
#include "core/str.h"
#include "pack/source.h"

/* Checks the built pack at `path` as packs_check does – faults go to `d` – and appends it, sealed to `count` public keys, to `out`. Only packs of kind exam. Nothing is appended
 * when false. */
bool exam_seal(const char *path, const uint8_t (*keys)[SEAL_PUBLIC_BYTES], size_t count, int64_t today, const struct progress *progress, struct diag_list *d,
	       struct str *out, struct err *e);

/* A file in memory only, open for reading and without a name, that holds these bytes; the caller closes it. Below 0 with the fault. */
int exam_memory_file(const void *bytes, size_t n, struct err *e);
/* Wipes the file of that size and closes it; nothing for one below 0. */
void exam_memory_close(int fd, size_t n);

#endif
