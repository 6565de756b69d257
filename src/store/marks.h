/* Marks by assessors, verdicts about typed answers, results given out and requests for review, as they are kept: only added to.
 * Rules – who may do what when – are those of src/app. */
#ifndef SAFAR_STORE_MARKS_H
#define SAFAR_STORE_MARKS_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

/* A result as it was given out; of the sitting, the session and the person. `at` 0: none was. */
struct standing_row {
	const char *sitting, *exam, *latin, *birth, *document, *title, *day, *room, *kind; /* kind of the pack; title as in the pack */
	int64_t session, person, version, ended_at, at;
	int mark, maximum, scale;
	bool passed, complete;
	const char *sections; /* "mark/maximum" of each, with a space between */
};
typedef bool standing_row_fn(void *ctx, const struct standing_row *r);
/* Sittings that ended, were begun and are not void, the earliest first; person 0: of all. */
bool exam_standing_each(struct store *s, int64_t person, standing_row_fn *fn, void *ctx, struct err *e);

#endif
