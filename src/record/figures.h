/* The figures of an exam written for people, for a spreadsheet, and for programs. */
#ifndef SAFAR_RECORD_FIGURES_H
#define SAFAR_RECORD_FIGURES_H

#include <stdbool.h>
#include <stdio.h>

#include "core/err.h"
#include "exam/analysis.h"

/* A way to write them; rows end with a NULL name. `items` are the ids of the items. What is not computed is said in words or shown as a dash in the text, empty in CSV, null in
 * JSON. CSV and JSON are for machines, in long form: item (empty: the whole exam), figure, value with ten digits. */
struct figures_format {
	const char *name;
	bool (*write)(FILE *out, const struct exam_figures *x, const char *const *items, struct err *e);
};
extern const struct figures_format figures_formats[];

/* The n-th (from 0) thing that is wrong with an item, in the reader's words; NULL when there are no more. */
const char *figures_fault(const struct item_figures *f, size_t n);

/* Writes in the format of that name; ERR_USAGE if there is none, ERR_IO if it cannot be written. */
bool figures_write(FILE *out, const char *format, const struct exam_figures *x, const char *const *items, struct err *e);

#endif
