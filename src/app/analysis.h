/* Marks from a table, so that anyone can check how an exam worked. */
#ifndef SAFAR_APP_ANALYSIS_H
#define SAFAR_APP_ANALYSIS_H

#include "core/arena.h"
#include "core/csv.h"
#include "core/err.h"
#include "exam/analysis.h"

struct marks_table {
	struct marks marks;
	const char **items; /* their ids */
	const struct csv_row *rows; /* as they stand in the file: ids, maxima, then the attempts; the cell of item i is i + 1 */
};
enum { MARKS_BYTES_MAX = 32 * 1024 * 1024 };

/* A number as tables have it: digits without a sign, a decimal point or comma; neither 1e400 nor nan. */
bool marks_number(const char *text, double *out);

/* Reads CSV: a row of item ids behind one cell of any text, a row of maxima, then a row per attempt that begins with its id. A decimal point or comma; an
 * empty cell is an item that was not reached, a hyphen one that was not in the form. All texts in `a`. A fault names line and column. */
bool marks_read(struct arena *a, const char *path, struct marks_table *out, struct err *e);

#endif
