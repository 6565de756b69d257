/* What a check found, with the line of the source each finding is about. */
#ifndef SAFAR_APP_FINDINGS_H
#define SAFAR_APP_FINDINGS_H

#include "core/diag.h"
#include "pack/source.h"

/* The line a finding is about, made harmless and cut to `columns` around the place, in `a`; `*caret` (may be NULL) gets the column, from 0, of the place. NULL where no place
 * is known or the file is not among those of `p`. A pack that could not be read whole will do. */
struct finder { /* zeroed: where the last line was found, so that a long file is walked through once */
	const struct pack_file *file;
	size_t at;
	int number;
};
const char *finding_line(struct finder *f, const struct pack *p, const struct diag *d, int columns, struct arena *a, int *caret);

/* Appends every finding as diag_print does and below each its line with a caret. `d` is sorted first. */
void findings_print(struct diag_list *d, const struct pack *p, int columns, struct str *out);

#endif
