#include "config.h"
#include "core/csv.h"

#include <string.h>

#include "core/str.h"

/* The delimiter that the header has most of outside quotes. */
static char sniff(const char *p, const char *end)
{
	static const char known[] = ";,\t";
	int counts[3] = {0};
	bool quoted = false;
	for (; p < end && (quoted || (*p != '\n' && *p != '\r')); p++) {
		if (*p == '"')
			quoted = !quoted;
		const char *at = quoted || !*p ? NULL : strchr(known, *p);
		if (at)
			counts[at - known]++;
	}
	int best = 0;
	for (int i = 1; i < 3; i++)
		if (counts[i] > counts[best])
			best = i;
	return known[best];
}

struct reader {
	struct arena *arena;
	const char *p, *end;
	const char *counted; /* characters of the line up to here are in `column` */
	int column;
	char delimiter;
	int line;
	struct csv_place open;
	struct str cell;
};

static void end_line(struct reader *r)
{
	r->line++;
	r->counted = r->p;
	r->column = 1;
}

/* The column of the next byte. Each byte is counted once. */
static int column(struct reader *r)
{
	for (; r->counted < r->p; r->counted++)
		r->column += ((unsigned char)*r->counted & 0xC0) != 0x80;
	return r->column;
}

/* One cell; false when its quote is never closed. *last: the row ends behind it. */
static bool read_cell(struct reader *r, bool *last)
{
	bool quoted = r->p < r->end && *r->p == '"';
	str_clear(&r->cell);
	r->p += quoted;
	while (r->p < r->end) {
		char c = *r->p;
		if (quoted && c == '"') {
			if (r->p + 1 < r->end && r->p[1] == '"')
				r->p++;
			else {
				quoted = false;
				r->p++;
				continue;
			}
		} else if (!quoted && (c == r->delimiter || c == '\n' || c == '\r')) {
			break;
		}
		str_addc(&r->cell, *r->p++);
		if (c == '\n')
			end_line(r);
	}
	*last = r->p == r->end || *r->p != r->delimiter;
	if (r->p < r->end && *r->p == '\r' && r->p + 1 < r->end && r->p[1] == '\n')
		r->p++;
	if (r->p < r->end && *r->p++ != r->delimiter)
		end_line(r);
	return !quoted;
}

static bool read_row(struct reader *r, struct csv_row *row)
{
	size_t room = 0, place_room = 0;
	bool last = false;
	*row = (struct csv_row){.line = r->line};
	while (!last) {
		struct csv_place place = {.line = r->line, .column = column(r)};
		if (!read_cell(r, &last)) {
			r->open = place;
			return false;
		}
		row->places = arena_grow(r->arena, row->places, row->count, &place_room, sizeof(*row->places));
		row->places[row->count] = place;
		row->cells = arena_grow(r->arena, row->cells, row->count, &room, sizeof(*row->cells));
		row->cells[row->count++] = arena_strndup(r->arena, r->cell.buf, r->cell.len);
	}
	return true;
}

bool csv_parse(struct arena *a, const char *text, size_t n, struct csv *out, int *line)
{
	struct reader r = {.arena = a, .p = text, .end = text + n, .line = 1, .column = 1};
	size_t room = 0;
	*out = (struct csv){0};
	if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		r.p += 3;
	/* only a printable ASCII sign can part cells: half a letter or a quote would tear the text */
	if (r.end - r.p >= 5 && memcmp(r.p, "sep=", 4) == 0 && (r.p[4] == '\t' || (r.p[4] > ' ' && r.p[4] < 0x7F && r.p[4] != '"'))) {
		r.delimiter = r.p[4];
		while (r.p < r.end && *r.p != '\n')
			r.p++;
		r.p += r.p < r.end;
		r.line = 2;
	} else {
		r.delimiter = sniff(r.p, r.end);
	}
	r.counted = r.p;
	out->delimiter = r.delimiter;
	str_init(&r.cell);
	bool ok = true;
	while (ok && r.p < r.end) {
		struct csv_row row;
		ok = read_row(&r, &row);
		if (ok && (row.count > 1 || *row.cells[0])) {
			out->rows = arena_grow(a, out->rows, out->count, &room, sizeof(*out->rows));
			out->rows[out->count++] = row;
		}
	}
	str_release(&r.cell);
	out->open = r.open;
	*line = r.open.line;
	return ok;
}
