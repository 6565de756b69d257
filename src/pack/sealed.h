/* The header of a sealed pack: what everybody may know of a live bank before it is opened. No question is in it, no text that is read aloud, no task. */
#ifndef SAFAR_PACK_SEALED_H
#define SAFAR_PACK_SEALED_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/str.h"
#include "pack/source.h"

struct sealed_exam {
	const char *id, *title, *examines;
	const char *body; /* the blueprint without what is asked, as compact JSON: sections, times, pass mark */
};
struct sealed {
	const char *pack, *version, *title, *source_language;
	const char *teaches, *level; /* "" for none */
	struct sealed_exam *exams;
	size_t exam_count;
	const char **readers;        /* prints of the keys it is sealed to */
	size_t reader_count;
};

/* Appends the header of a checked pack of kind exam, sealed to keys with these prints. */
void sealed_write(const struct pack *p, const char *const *readers, size_t count, struct str *out);

/* Reads a header; everything in `a`. ERR_INPUT, naming the file `shown`, for anything that is none: it is as foreign as the file it stands in. */
bool sealed_read(struct arena *a, const char *bytes, size_t n, const char *shown, struct sealed *out, struct err *e);

#endif
