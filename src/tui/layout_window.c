/* Tables of which as many rows are shown as there is room for: each one line, the one under the pointer among them. */
#include "config.h"
#include "tui/body.h"

#include <stdio.h>

#include "text/cluster.h"

enum { COLUMNS_MAX = 16, COLUMN_MIN = 6, GAP = 2 };

struct columns {
	int widths[COLUMNS_MAX]; /* 0: left out */
	size_t count;
};

static int cell_width(const struct text *t)
{
	int width = 0;

	for (size_t i = 0; i < t->count; i++)
		width += text_width(t->spans[i].text);
	return width;
}

static int sum(const struct columns *c)
{
	int columns = -GAP;

	for (size_t i = 0; i < c->count; i++)
		columns += c->widths[i] > 0 ? c->widths[i] + GAP : 0;
	return columns;
}

/* What is too wide loses its secondary columns first, on a narrow canvas; then the widest are cut. */
static struct columns measure(const struct block *t, int available, bool narrow)
{
	struct columns c = { .count = t->columns < COLUMNS_MAX ? t->columns : COLUMNS_MAX };

	for (size_t i = 0; i < c.count; i++)
		for (size_t r = 0; r < t->rows; r++) {
			int width = cell_width(&t->cells[r * t->columns + i]);

			c.widths[i] = width > c.widths[i] ? width : c.widths[i];
		}
	for (size_t i = c.count; i-- > 0 && narrow && sum(&c) > available;)
		if (t->secondary & 1u << i)
			c.widths[i] = 0;
	while (sum(&c) > available) {
		size_t widest = 0;

		for (size_t i = 1; i < c.count; i++)
			if (c.widths[i] > c.widths[widest])
				widest = i;
		if (c.widths[widest] <= COLUMN_MIN)
			break;
		c.widths[widest]--;
	}
	return c;
}

static void draw_row(struct body *b, const struct block *t, size_t row, const struct columns *c, bool current)
{
	int x = b->left;

	for (size_t i = 0; i < c->count; i++) {
		struct flow f;

		if (c->widths[i] == 0)
			continue;
		flow_init(&f);
		flow_add_text(&f, current ? LOOK_ACCENT : LOOK_PLAIN, &t->cells[row * t->columns + i]);
		flow_clip(&f, b, x, b->y, c->widths[i]);
		flow_release(&f);
		x += c->widths[i] + GAP;
	}
	if (current) {
		body_point(b, b->pointer, b->y, LOOK_ACCENT, "▸");
		body_focus(b, b->y, b->y);
	}
	b->y++;
}

/* The first row of those that are shown, whole pages of them, so that the list stands still while the pointer moves in it. */
static size_t first_shown(size_t current, size_t rows, size_t room)
{
	size_t first = current / room * room;

	return first + room > rows ? rows - room : first;
}

void layout_window(struct body *b, size_t i)
{
	const struct block *t = &b->page->blocks[i];
	struct columns c = measure(t, b->canvas.width - 1 - b->left, b->narrow);
	size_t head = t->head && t->rows > 0 ? 1 : 0, rows = t->rows - head, room = rows, from = 0;
	size_t current = t->current >= (int)head ? (size_t)t->current - head : 0;
	bool all = b->window == 0 || (int)(rows + head) <= b->window;

	if (!all) {
		room = (size_t)b->window - head - (b->narrow ? 0 : 1); /* at least one: layout.c */
		from = first_shown(current, rows, room);
	}
	if (head > 0)
		draw_row(b, t, 0, &c, false);
	for (size_t r = from; r < from + room; r++)
		draw_row(b, t, r + head, &c, (int)(r + head) == t->current);
	if (!all && !b->narrow) {
		char text[64];

		snprintf(text, sizeof text, "… %zu–%zu / %zu", from + 1, from + room, rows);
		body_need(b, b->y);
		canvas_put(&b->canvas, b->left, b->y++, b->right - b->left, LOOK_DIM, text);
	}
}

/* The table of the page that is such a window; the count of its blocks if there is none. */
static size_t find_window(const struct page *p)
{
	size_t i = 0;

	while (i < p->count && !(p->blocks[i].kind == BLOCK_TABLE && p->blocks[i].window))
		i++;
	return i;
}

int window_rows(const struct page *p)
{
	size_t i = find_window(p);

	return i < p->count ? (int)p->blocks[i].rows : 0;
}
