#include "config.h"
#include "app/analysis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/csv.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/set.h"
#include "core/str.h"
#include "text/norm.h"

enum { NUMBER_MAX = 40 };

bool marks_number(const char *cell, double *out)
{
	char text[NUMBER_MAX];
	size_t n = strlen(cell), digits = strspn(cell, "0123456789");
	if (n == 0 || n >= sizeof(text))
		return false;
	memcpy(text, cell, n + 1);
	size_t end = digits;
	if (cell[digits] == ',' || cell[digits] == '.') {
		size_t decimals = strspn(cell + digits + 1, "0123456789");
		text[digits] = '.'; /* the program's numbers are always in the C locale */
		digits += decimals;
		end = digits + 1;
	}
	*out = strtod(text, NULL);
	return digits > 0 && end == n;
}

static bool fault_at(const char *path, const struct csv_row *row, size_t cell, const char *what, struct err *e)
{
	return err_set(e, ERR_INPUT, _("%s:%d:%d: %s"), path, row->places[cell].line, row->places[cell].column, what);
}

static bool read_maxima(const char *path, const struct csv_row *row, double *max, size_t items, struct err *e)
{
	for (size_t i = 0; i < items; i++)
		if (!marks_number(row->cells[i + 1], &max[i]) || max[i] <= 0)
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
		if (!marks_number(row->cells[i + 1], &mark[i]))
			return fault_at(path, row, i + 1, _("a mark is a number without a sign, or nothing where the item was not reached"), e);
		if (mark[i] > max[i])
			return fault_at(path, row, i + 1, _("a mark is above the maximum of its item"), e);
	}
	return true;
}

/* Each item under a name of its own, which the terminal can show: figures are told apart by it. */
static bool check_items(const char *path, const struct csv_row *row, struct arena *a, struct err *e)
{
	struct set names = {.arena = a};
	for (size_t i = 1; i < row->count; i++) {
		if (!*row->cells[i])
			return fault_at(path, row, i, _("an item has no id"), e);
		if (!text_is_line(row->cells[i]))
			return fault_at(path, row, i, _("an item's id is no plain text of one line"), e);
		if (!set_add(&names, row->cells[i]))
			return fault_at(path, row, i, _("this id stands twice"), e);
	}
	return true;
}

static bool check_attempts(const char *path, const struct csv *csv, struct arena *a, struct err *e)
{
	struct set ids = {.arena = a};
	double most, id;
	bool bare = marks_number(csv->rows[1].cells[0], &most);
	for (size_t r = 2; bare && r < csv->count; r++)
		bare = marks_number(csv->rows[r].cells[0], &id) && id <= most;
	if (bare)
		return fault_at(path, &csv->rows[1], 0, _("this column holds marks where ids belong; put a column of ids before it"), e);
	for (size_t r = 2; r < csv->count; r++)
		if (*csv->rows[r].cells[0] && !set_add(&ids, csv->rows[r].cells[0]))
			return fault_at(path, &csv->rows[r], 0, _("this id stands twice"), e);
	return true;
}

/* Rows of a spreadsheet's grid in which nothing was written are no attempts. */
static void drop_empty_rows(struct csv *csv)
{
	size_t kept = 0;
	for (size_t r = 0; r < csv->count; r++) {
		bool empty = true;
		for (size_t i = 0; i < csv->rows[r].count; i++)
			empty = empty && !*csv->rows[r].cells[i];
		if (!empty)
			csv->rows[kept++] = csv->rows[r];
	}
	csv->count = kept;
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
	if (!check_items(path, &csv->rows[0], a, e) || !check_attempts(path, csv, a, e))
		return false;
	double *max = arena_array(a, items, sizeof(*max)), *mark = arena_array(a, items * people, sizeof(*mark));
	if (!read_maxima(path, &csv->rows[1], max, items, e))
		return false;
	for (size_t p = 0; p < people; p++)
		if (!read_attempt(path, &csv->rows[p + 2], max, mark + p * items, items, e))
			return false;
	out->items = csv->rows[0].cells + 1;
	out->rows = csv->rows;
	out->marks = (struct marks){.people = people, .items = items, .max = max, .mark = mark};
	return true;
}

/* Where the byte at `at` stands. */
static struct csv_place place_of(const char *text, size_t at)
{
	struct csv_place place = {1, 1};
	for (size_t i = 0; i < at; i++) {
		place.column += ((unsigned char)text[i] & 0xC0) != 0x80;
		if (text[i] == '\n') {
			place.line++;
			place.column = 1;
		}
	}
	return place;
}

bool marks_read(struct arena *a, const char *path, struct marks_table *out, struct err *e)
{
	struct str bytes;
	size_t bad;
	int line;
	struct csv csv;
	str_init(&bytes);
	bool ok = file_read(path, MARKS_BYTES_MAX, &bytes, e);
	if (ok && !text_valid(bytes.buf, bytes.len, &bad)) {
		struct csv_place place = place_of(bytes.buf, bad);
		ok = err_set(e, ERR_INPUT, _("%s:%d:%d: %s"), path, place.line, place.column,
			     _("this is no CSV text in UTF-8; in the spreadsheet choose Save as, CSV UTF-8"));
	}
	if (ok && !csv_parse(a, bytes.buf, bytes.len, &csv, &line))
		ok = err_set(e, ERR_INPUT, _("%s:%d:%d: %s"), path, csv.open.line, csv.open.column, _("a quote that opens here is never closed"));
	if (ok)
		drop_empty_rows(&csv);
	ok = ok && read_table(a, path, &csv, out, e);
	str_release(&bytes);
	return ok;
}
