#include "config.h"
#include "paper/blocks.h"

#include "core/alloc.h"
#include "paper/description.h"

enum { COLUMNS_MAX = 12 };
static const double PAD_X = 4, PAD_Y = 3, PAD_Y_SMALL = 2; /* small: of letters below 9 points */

struct table {
	const json_t *columns, *head;
	size_t count;
	double x[COLUMNS_MAX + 1]; /* where columns begin, from the left edge */
	double size, pad; /* of letters; above and below them */
	bool grid;
};

static void measure_columns(const struct flow *f, const json_t *b, struct table *t)
{
	int all = 0, sum = 0;
	t->columns = json_object_get(b, "columns");
	t->head = json_object_get(b, "head");
	t->count = json_array_size(t->columns);
	t->size = flow_size(description_text(b, "size"));
	t->pad = t->size < 9 ? PAD_Y_SMALL : PAD_Y;
	t->grid = description_flag(b, "grid");
	for (size_t i = 0; i < t->count; i++)
		all += description_number(json_array_get(t->columns, i), "weight", 1);
	for (size_t i = 0; i < t->count; i++) {
		t->x[i] = f->width * sum / all;
		sum += description_number(json_array_get(t->columns, i), "weight", 1);
	}
	t->x[t->count] = f->width;
}

/* Lays a row out; gives its height. The caller unrefs the cells. */
static double lay_row(struct flow *f, const struct table *t, const json_t *row, bool head, PangoLayout *cells[COLUMNS_MAX])
{
	double height = 0;
	for (size_t i = 0; i < t->count; i++) {
		struct face face = {.size = head ? t->size - 1 : t->size, .bold = head,
			.align = flow_align(description_text(json_array_get(t->columns, i), "align"))};
		cells[i] = flow_layout(f, json_string_value(json_array_get(row, i)), &face, t->x[i + 1] - t->x[i] - 2 * PAD_X);
		height = flow_height(cells[i]) > height ? flow_height(cells[i]) : height;
	}
	return height + 2 * t->pad;
}

static void show_row(struct flow *f, const struct table *t, PangoLayout *cells[COLUMNS_MAX], double height, bool head, bool tagged)
{
	const char *cell = head ? "TH" : "TD";
	if (tagged)
		flow_tag(f, "TR");
	for (size_t i = 0; i < t->count; i++) {
		double x = f->x + t->x[i] + PAD_X, y = f->y + t->pad;
		if (tagged)
			flow_show_as(f, cell, cells[i], x, y, head);
		else
			flow_show(f, cells[i], x, y, head);
		g_object_unref(cells[i]);
	}
	if (tagged)
		flow_untag(f, "TR");
	if (t->grid && flow_drawing(f)) {
		flow_tone(f, TONE_RULE);
		cairo_set_line_width(f->cr, 0.5);
		for (size_t i = 0; i < t->count; i++) {
			cairo_rectangle(f->cr, f->x + t->x[i], f->y, t->x[i + 1] - t->x[i], height);
			cairo_stroke(f->cr);
		}
	}
	f->y += height;
	if (!t->grid)
		flow_line(f, f->x, f->x + f->width, f->y, head ? 0.9 : 0.4, head ? TONE_ACCENT : TONE_RULE);
}

/* `again`: on a further page it is decoration, so that nobody hears it twice. */
static void put_head(struct flow *f, const struct table *t, bool again)
{
	PangoLayout *cells[COLUMNS_MAX];
	if (!t->head)
		return;
	double height = lay_row(f, t, t->head, true, cells);
	show_row(f, t, cells, height, true, !again);
}

void place_table(struct flow *f, const json_t *b)
{
	struct table t;
	const json_t *rows = json_object_get(b, "rows");
	measure_columns(f, b, &t);
	for (size_t i = 0; i < json_array_size(rows) && !f->failed; i++) {
		PangoLayout *cells[COLUMNS_MAX];
		double height = lay_row(f, &t, json_array_get(rows, i), false, cells);
		int page = f->page;
		/* the head stands above the first row and on every page, never alone at the end of one */
		flow_room(f, height + (i == 0 && t.head ? 24 : 0));
		if (i == 0)
			flow_tag(f, "Table");
		if (i == 0 || f->page != page)
			put_head(f, &t, i > 0);
		show_row(f, &t, cells, height, false, true);
	}
	if (json_array_size(rows) > 0)
		flow_untag(f, "Table");
}
