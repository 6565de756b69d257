#include "config.h"
#include "app/analysis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/csv.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/norm.h"

enum { NUMBER_MAX = 40 };

/* A number without a sign, written with a point or a comma: digits only, so that neither 1e400 nor nan gets in. */
static bool read_number(const char *cell, double *out)
{
	char text[NUMBER_MAX];
	size_t n = strlen(cell), digits = strspn(cell, "0123456789");
	if (n == 0 || n >= sizeof(text) || digits == 0)
		return false;
	memcpy(text, cell, n + 1);
	if (cell[digits] == ',' || cell[digits] == '.') {
		text[digits] = '.'; /* the program's numbers are always in the C locale */
		digits += 1 + strspn(cell + digits + 1, "0123456789");
	}
	*out = strtod(text, NULL);
	return digits == n;
}

static bool fault_at(const char *path, const struct csv_row *row, size_t cell, const char *what, struct err *e)
{
	return err_set(e, ERR_INPUT, _("%s:%d:%d: %s"), path, row->places[cell].line, row->places[cell].column, what);
}

static bool read_maxima(const char *path, const struct csv_row *row, double *max, size_t items, struct err *e)
{
	for (size_t i = 0; i < items; i++)
		if (!read_number(row->cells[i + 1], &max[i]) || max[i] <= 0)
			return fault_at(path, row, i + 1, _("the second row holds the maximum of each item, a number above 0"), e);
	return true;
}

static bool read_attempt(const char *path, const struct csv_row *row, const double *max, double *mark, size_t items, struct err *e)
{
	for (size_t i = 0; i < items; i++) {
		mark[i] = NAN;
		if (!*row->cells[i + 1])
			continue;
		if (strcmp(row->cells[i + 1], "-") == 0) {
			mark[i] = MARK_NOT_DRAWN;
			continue;
		}
		if (!read_number(row->cells[i + 1], &mark[i]))
			return fault_at(path, row, i + 1, _("a mark is a number without a sign, or nothing where the item was not reached"), e);
		if (mark[i] > max[i])
			return fault_at(path, row, i + 1, _("a mark is above the maximum of its item"), e);
	}
	return true;
}

static bool read_table(struct arena *a, const char *path, const struct csv *csv, struct marks_table *out, struct err *e)
{
	if (csv->count < 3 || csv->rows[0].count < 2)
		return err_set(e, ERR_INPUT, _("'%s' has too little in it: a row of item ids, a row of maxima, then a row per attempt"), path);
	size_t items = csv->rows[0].count - 1, people = csv->count - 2;
	if (items > ANALYSIS_ITEMS_MAX || people > ANALYSIS_PEOPLE_MAX)
		return err_set(e, ERR_INPUT, _("'%s' has more than %d items or %d attempts"), path, ANALYSIS_ITEMS_MAX, ANALYSIS_PEOPLE_MAX);
	for (size_t r = 1; r < csv->count; r++)
		if (csv->rows[r].count != items + 1)
			return fault_at(path, &csv->rows[r], 0, _("this row has not as many cells as the first"), e);
	double *max = arena_array(a, items, sizeof(*max)), *mark = arena_array(a, items * people, sizeof(*mark));
	if (!read_maxima(path, &csv->rows[1], max, items, e))
		return false;
	for (size_t p = 0; p < people; p++)
		if (!read_attempt(path, &csv->rows[p + 2], max, mark + p * items, items, e))
			return false;
	out->items = csv->rows[0].cells + 1;
	out->marks = (struct marks){.people = people, .items = items, .max = max, .mark = mark};
	return true;
}

bool marks_read(struct arena *a, const char *path, struct marks_table *out, struct err *e)
{
	struct str bytes;
	size_t bad;
	int line;
	struct csv csv;
	str_init(&bytes);
	bool ok = file_read(path, MARKS_BYTES_MAX, &bytes, e);
	if (ok && (memchr(bytes.buf, '\0', bytes.len) || !text_valid(bytes.buf, bytes.len, &bad)))
		ok = err_set(e, ERR_INPUT, _("'%s' is no CSV text in UTF-8; in the spreadsheet choose Save as, CSV UTF-8"), path);
	if (ok && !csv_parse(a, bytes.buf, bytes.len, &csv, &line))
		ok = err_set(e, ERR_INPUT, _("%s:%d: a quote that opens here is never closed"), path, line);
	ok = ok && read_table(a, path, &csv, out, e);
	str_release(&bytes);
	return ok;
}
