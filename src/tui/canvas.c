#include "config.h"
#include "tui/canvas.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "text/cluster.h"
#include "text/norm.h"

enum { CLUSTER_BYTES = 64 }; /* text/cluster.h: a cluster is never longer */

static const struct cell blank = { .small = " ", .len = 1, .width = 1, .look = LOOK_PLAIN };

void canvas_init(struct canvas *c, int width, int height)
{
	c->width = width > 0 ? width : 1;
	c->height = 0;
	c->cells = NULL;
	str_init(&c->pool);
	canvas_grow(c, height > 0 ? height : 1);
}

void canvas_release(struct canvas *c)
{
	free(c->cells);
	str_release(&c->pool);
	*c = (struct canvas){ .width = 0 };
}

static void blank_rows(struct canvas *c, int from)
{
	for (size_t i = (size_t)from * (size_t)c->width; i < (size_t)c->height * (size_t)c->width; i++)
		c->cells[i] = blank;
}

void canvas_clear(struct canvas *c)
{
	blank_rows(c, 0);
	str_clear(&c->pool);
}

void canvas_grow(struct canvas *c, int height)
{
	int from = c->height;

	if (height <= from)
		return;
	c->cells = xrealloc(c->cells, (size_t)height * (size_t)c->width, sizeof *c->cells);
	c->height = height;
	blank_rows(c, from);
}

const struct cell *canvas_cell(const struct canvas *c, int x, int y)
{
	return &c->cells[(size_t)y * (size_t)c->width + (size_t)x];
}

const char *canvas_at(const struct canvas *c, int x, int y, size_t *len)
{
	const struct cell *cell = canvas_cell(c, x, y);
	uint32_t offset;

	*len = cell->len;
	if (cell->len <= CELL_SMALL)
		return cell->small;
	memcpy(&offset, cell->small, sizeof offset);
	return c->pool.buf + offset;
}

/* Whether a cluster may stand on a terminal; printable ASCII and two-byte letters (most of what is shown) are seen at a glance. */
static bool is_safe(const char *s, size_t n)
{
	char copy[CLUSTER_BYTES + 1];
	unsigned char first = (unsigned char)s[0];

	if (n == 1)
		return first >= 0x20 && first < 0x7F;
	if (n == 2 && first >= 0xC3 && first <= 0xD7)
		return ((unsigned char)s[1] & 0xC0) == 0x80;
	memcpy(copy, s, n);
	copy[n] = '\0';
	return text_valid(copy, n, NULL) && text_is_line(copy);
}

/* What is left of a wide cluster when one of its halves is overwritten is a blank. */
static void free_cell(struct canvas *c, int x, int y)
{
	struct cell *cell = &c->cells[(size_t)y * (size_t)c->width + (size_t)x];

	if (cell->width == 0 && x > 0)
		cell[-1] = blank;
	if (cell->width == 2 && x + 1 < c->width)
		cell[1] = blank;
}

static void set(struct canvas *c, int x, int y, enum look look, const char *s, size_t n, int width)
{
	struct cell *cell = &c->cells[(size_t)y * (size_t)c->width + (size_t)x];

	for (int i = 0; i < width; i++)
		free_cell(c, x + i, y);
	*cell = (struct cell){ .len = (unsigned char)n, .width = (unsigned char)width, .look = (unsigned char)look };
	if (n <= CELL_SMALL) {
		memcpy(cell->small, s, n);
	} else {
		uint32_t offset = (uint32_t)c->pool.len;

		str_addn(&c->pool, s, n);
		memcpy(cell->small, &offset, sizeof offset);
	}
	if (width == 2)
		cell[1] = (struct cell){ .len = 0, .width = 0, .look = (unsigned char)look };
}

int canvas_putn(struct canvas *c, int x, int y, int columns, enum look look, const char *text, size_t n)
{
	int used = 0;

	if (y < 0 || y >= c->height || x < 0)
		return 0;
	for (size_t i = 0, step; i < n && (step = cluster_next(text + i)) > 0; i += step) {
		const char *s = text + i;
		size_t bytes = step <= n - i ? step : n - i;
		int width;

		if (bytes == 1 && (*s == '\t' || *s == '\n')) {
			s = " ";
		} else if (!is_safe(s, bytes)) {
			s = "\xEF\xBF\xBD";
			bytes = 3;
		}
		width = cluster_width(s, bytes);
		if (width == 0)
			continue;
		if (used + width > columns || x + used + width > c->width)
			break;
		set(c, x + used, y, look, s, bytes, width);
		used += width;
	}
	return used;
}

int canvas_put(struct canvas *c, int x, int y, int columns, enum look look, const char *text)
{
	return canvas_putn(c, x, y, columns, look, text, strlen(text));
}

int canvas_clip(struct canvas *c, int x, int y, int columns, enum look look, const char *text)
{
	int used;
	size_t fit;

	if (columns > c->width - x)
		columns = c->width - x;
	if (columns <= 0)
		return 0;
	if (text_width(text) <= columns)
		return canvas_put(c, x, y, columns, look, text);
	fit = text_fit(text, columns - 1, NULL);
	while (fit > 0 && text[fit - 1] == ' ')
		fit--;
	used = canvas_putn(c, x, y, columns - 1, look, text, fit);
	return used + canvas_put(c, x + used, y, 1, look, "…");
}

void canvas_fill(struct canvas *c, int x, int y, int columns, enum look look, const char *cluster)
{
	for (int i = 0; i < columns; i++)
		canvas_put(c, x + i, y, 1, look, cluster);
}

void canvas_copy(struct canvas *to, int to_y, const struct canvas *from, int from_y, int rows)
{
	for (int y = 0; y < rows; y++) {
		if (from_y + y < 0 || from_y + y >= from->height || to_y + y < 0 || to_y + y >= to->height)
			continue;
		for (int x = 0; x < from->width && x < to->width; x++) {
			const struct cell *cell = canvas_cell(from, x, from_y + y);
			size_t n;
			const char *s = canvas_at(from, x, from_y + y, &n);

			if (cell->width > 0)
				set(to, x, to_y + y, (enum look)cell->look, s, n, cell->width);
		}
	}
}

static void dump_row(const struct canvas *c, int y, struct str *out)
{
	size_t end = out->len;

	for (int x = 0; x < c->width; x++) {
		size_t n;
		const char *s = canvas_at(c, x, y, &n);

		str_addn(out, s, n);
		if (!(n == 1 && *s == ' ') && n > 0)
			end = out->len;
	}
	out->buf[out->len = end] = '\0';
	str_addc(out, '\n');
}

static void dump_marks(const struct canvas *c, int y, struct str *out)
{
	static const char letters[LOOK_COUNT + 1] = " estdagbnrmkfx";
	struct str line;

	str_init(&line);
	str_addc(&line, '|');
	for (int x = 0; x < c->width; x++)
		str_addc(&line, letters[canvas_cell(c, x, y)->look]);
	while (line.len > 0 && line.buf[line.len - 1] == ' ')
		line.buf[--line.len] = '\0';
	if (line.len > 1)
		str_addf(out, "%s\n", line.buf);
	str_release(&line);
}

void canvas_dump(const struct canvas *c, bool marks, struct str *out)
{
	for (int y = 0; y < c->height; y++) {
		dump_row(c, y, out);
		if (marks)
			dump_marks(c, y, out);
	}
}
