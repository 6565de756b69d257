/* A folder of one test, with files in it, gone afterwards. */
#ifndef SAFAR_TESTS_PACK_SCRATCH_H
#define SAFAR_TESTS_PACK_SCRATCH_H

#include <stddef.h>

#include "core/str.h"

struct scratch {
	char dir[64];
	struct str path; /* of the file asked for last */
};

void scratch_open(struct scratch *s);
void scratch_close(struct scratch *s); /* removes the folder with everything in it */

/* Path of `name` in the folder; good until the next call. */
const char *scratch_path(struct scratch *s, const char *name);

/* Writes a file there, making its folder if need be. */
void scratch_write(struct scratch *s, const char *name, const void *bytes, size_t n);

/* The whole of a file; the caller frees. */
char *file_bytes_dup(const char *path, size_t *n);

/* Path of a file of the sources ("tests/data/…"). The caller frees. */
char *source_path_dup(const char *name);

#endif
