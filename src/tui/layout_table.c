/* Tables: columns as wide as their texts; where there is no room the widest are wrapped, and where not even that helps rows become lines. */
#include "config.h"
#include "tui/body.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "text/cluster.h"

enum { COLUMN_MIN = 9, COLUMNS_MAX = 16 };

static int cell_width(const struct text *t)
{
	int width = 0;

	for (size_t i = 0; i < t->count; i++)
		width += text_width(t->spans[i].text);
	return width;
}

static size_t columns_of(const struct block *t)
{
	return t->columns < COLUMNS_MAX ? t->columns : COLUMNS_MAX;
}

static int gap_of(const struct body *b)
{
	return b->narrow ? 2 : 3;
}

/* Widths of the columns as they would like to be; gives their sum with the gaps. */
static int natural(const struct body *b, const struct block *t, int widths[COLUMNS_MAX])
{
	size_t columns = columns_of(t);
	int sum = gap_of(b) * ((int)columns - 1);

	for (size_t c = 0; c < columns; c++) {
		widths[c] = 1;
		for (size_t r = 0; r < t->rows; r++) {
			int width = cell_width(&t->cells[r * t->columns + c]);

			if (width > widths[c])
				widths[c] = width;
		}
		sum += widths[c];
	}
	return sum;
}

int table_width(const struct body *b, size_t i)
{
	int widths[COLUMNS_MAX];

	return natural(b, &b->page->blocks[i], widths);
}

/* Takes columns from the widest until all fit; false if even the narrowest do not. */
static bool squeeze(int widths[COLUMNS_MAX], size_t columns, int over)
{
	for (; over > 0; over--) {
		size_t widest = 0;

		for (size_t c = 1; c < columns; c++)
			if (widths[c] > widths[widest])
				widest = c;
		if (widths[widest] <= COLUMN_MIN)
			return false;
		widths[widest]--;
	}
	return true;
}

/* One row; each cell wraps in its column. */
static void draw_row(struct body *b, const struct block *t, size_t row, const int widths[COLUMNS_MAX], int left)
{
	int top = b->y, bottom = b->y, x = left;

	for (size_t c = 0; c < columns_of(t); c++) {
		struct flow f;

		b->y = top;
		flow_init(&f);
		flow_add_text(&f, LOOK_PLAIN, &t->cells[row * t->columns + c]);
		flow_draw(&f, b, x, widths[c]);
		flow_release(&f);
		if (b->y > bottom)
			bottom = b->y;
		x += widths[c] + gap_of(b);
	}
	b->y = bottom;
}

/* Where there is no room for columns: the first cell, and below it the others in one running line. The head would say nothing here. */
static void draw_stacked(struct body *b, const struct block *t, size_t row)
{
	struct flow first, others;

	if (t->head && row == 0)
		return;
	flow_init(&first);
	flow_init(&others);
	flow_add_text(&first, LOOK_PLAIN, &t->cells[row * t->columns]);
	for (size_t c = 1; c < t->columns; c++) {
		size_t before = others.text.len;

		if (cell_width(&t->cells[row * t->columns + c]) == 0)
			continue;
		if (before > 0)
			flow_add(&others, LOOK_DIM, " · ");
		flow_add_text(&others, LOOK_DIM, &t->cells[row * t->columns + c]);
	}
	flow_draw(&first, b, b->left, b->right - b->left);
	if (others.text.len > 0)
		flow_draw(&others, b, b->left + 2, b->right - b->left - 2);
	flow_release(&first);
	flow_release(&others);
}

void layout_table(struct body *b, size_t i)
{
	const struct block *t = &b->page->blocks[i];
	int widths[COLUMNS_MAX], available = b->right - b->left - b->shift, sum, indent = b->narrow || b->shift > 0 ? 0 : 4;
	bool columns;

	if (t->rows == 0)
		return;
	if (t->window) {
		layout_window(b, i);
		return;
	}
	sum = natural(b, t, widths);
	if (sum + indent > available)
		indent = 0;
	columns = t->columns <= COLUMNS_MAX && squeeze(widths, columns_of(t), sum - available);
	for (size_t r = 0; r < t->rows; r++) {
		int top = b->y;

		if (columns)
			draw_row(b, t, r, widths, b->left + b->shift + indent);
		else
			draw_stacked(b, t, r);
		if (t->current >= 0 && (size_t)t->current == r) {
			body_point(b, b->pointer, top, LOOK_ACCENT, "▸");
			body_focus(b, top, b->y - 1);
		}
	}
}
