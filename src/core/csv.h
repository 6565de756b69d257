/* Reading tables as spreadsheets save them (RFC 4180, with the delimiter found in the header). */
#ifndef SAFAR_CORE_CSV_H
#define SAFAR_CORE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

struct csv_place {
	int line, column; /* from 1; columns count characters */
};
struct csv_row {
	const char **cells;
	struct csv_place *places; /* where each cell begins, quotes included */
	size_t count;
	int line; /* of its first cell, from 1 */
};
struct csv {
	struct csv_row *rows;
	size_t count;
	char delimiter;
	struct csv_place open; /* the cell whose quote is never closed */
};

/* Parses valid UTF-8 text (a BOM and a first line "sep=X" are skipped). Empty lines are left out. False if a quote is never closed: *line says where it opened. */
bool csv_parse(struct arena *a, const char *text, size_t n, struct csv *out, int *line);

#endif
