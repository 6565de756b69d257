/* What is filled in and what fills up: fields, gaps in a text, gauges. */
#include "config.h"
#include "tui/body.h"

#include <string.h>

#include "text/cluster.h"

enum { FIELD_MAX = 44, FIELD_MIN = 12, GAP_MIN = 4 };

/* The value as shown, and in *cursor the byte before which the cursor stands. */
static void shown_value(const struct field *f, struct str *out, size_t *cursor)
{
	*cursor = f->cursor;
	if (!f->secret) {
		str_add(out, f->value);
		return;
	}
	*cursor = 0;
	for (size_t i = 0, n; (n = cluster_next(f->value + i)) > 0; i += n) {
		if (i < f->cursor)
			*cursor += strlen("•");
		str_add(out, "•");
	}
}

/* Adds a field of `columns` to a text: its value, then a line to write on. */
static void add_field(struct flow *flow, const struct field *f, int columns)
{
	size_t cursor, begin = flow->text.len;
	struct str value;
	int left;

	str_init(&value);
	shown_value(f, &value, &cursor);
	flow_add(flow, f->style != STYLE_PLAIN ? (enum look)f->style : LOOK_FIELD, value.buf);
	if (f->active)
		flow->cursor = begin + cursor;
	left = columns - text_width(value.buf);
	if (f->style != STYLE_PLAIN && value.len > 0)
		left = 0; /* judged: there is nothing more to write */
	else if (left < 1 && f->active)
		left = 1; /* where the cursor stands at the end */
	str_clear(&value);
	for (; left > 0; left--)
		str_addc(&value, '_');
	flow_add(flow, f->style != STYLE_PLAIN ? (enum look)f->style : LOOK_DIM, value.buf);
	str_release(&value);
}

/* A value longer than its field: the part around the cursor, with ‹ › where it goes on. `text` holds it. */
static struct field part_of(const struct field *f, int columns, struct str *text)
{
	struct field part = *f;
	size_t from = 0, bytes;
	int before, after;

	str_clear(text);
	if (f->secret || columns < 4 || text_width(f->value) <= columns)
		return part;
	str_addn(text, f->value, f->cursor);
	before = text_width(text->buf);
	after = text_width(f->value + f->cursor);
	if (after > columns / 3) /* what comes next is seen, too */
		after = columns / 3;
	for (size_t n; before + (from > 0) >= columns - after && (n = cluster_next(f->value + from)) > 0 && from + n <= f->cursor; from += n)
		before -= cluster_width(f->value + from, n);
	str_clear(text);
	str_add(text, from > 0 ? "‹" : "");
	bytes = text_fit(f->value + from, columns - (from > 0 ? 2 : 1), NULL);
	if (f->value[from + bytes] != '\0') /* the last column is the sign's */
		bytes = text_fit(f->value + from, columns - (from > 0 ? 3 : 2), NULL);
	str_addn(text, f->value + from, bytes);
	part.cursor = f->cursor - from + (from > 0 ? strlen("‹") : 0);
	str_add(text, f->value[from + bytes] != '\0' ? "›" : "");
	part.value = text->buf;
	return part;
}

/* Columns of the labels of all fields that stand together. */
static int label_columns(const struct body *b, size_t i, enum block_kind kind, int cap)
{
	size_t first, last;
	int most = 0;

	body_group(b, i, &first, &last);
	for (size_t k = first; k <= last; k++) {
		const struct block *o = &b->page->blocks[k];
		int width = o->kind == kind && o->label != NULL ? text_width(o->label) : 0;

		if (width > most)
			most = width;
	}
	return most < cap ? most : cap;
}

void layout_field(struct body *b, size_t i)
{
	const struct block *t = &b->page->blocks[i];
	const struct field *f = &t->fields[0];
	int available = b->right - b->left, labels = label_columns(b, i, BLOCK_FIELD, available);
	int x = b->left + (labels > 0 ? labels + (b->narrow ? 2 : 3) : 0), top = b->y, width;
	struct field part;
	struct str window;
	struct flow flow;

	body_need(b, b->y);
	if (t->label != NULL && t->label[0] != '\0') {
		bool below = b->right - x < (f->width > 0 && f->width < FIELD_MIN ? f->width : FIELD_MIN);

		canvas_clip(&b->canvas, b->left, b->y, available, f->active ? LOOK_ACCENT : LOOK_PLAIN, t->label);
		if (f->active)
			canvas_put(&b->canvas, b->pointer, b->y, 1, LOOK_ACCENT, "▸");
		if (below) {
			x = b->left;
			b->y++;
		}
	}
	width = f->width > 0 ? f->width : FIELD_MAX;
	width = width < b->right - x ? width : b->right - x;
	str_init(&window);
	part = part_of(f, width, &window);
	flow_init(&flow);
	add_field(&flow, &part, width);
	flow_clip(&flow, b, x, b->y, width + 1);
	if (f->active) {
		struct str before;
		size_t cursor;

		str_init(&before);
		shown_value(&part, &before, &cursor);
		before.buf[cursor < before.len ? cursor : before.len] = '\0';
		b->cursor_x = x + text_width(before.buf);
		b->cursor_y = b->y;
		str_release(&before);
	}
	flow_release(&flow);
	str_release(&window);
	b->y++;
	if (f->active)
		body_focus(b, top, b->y - 1);
}

/* Whether the block is one answer line and nothing else. */
static bool is_bare(const struct block *t)
{
	return t->piece_count == 2 && t->pieces[0][strspn(t->pieces[0], " ")] == '\0' && t->pieces[1][strspn(t->pieces[1], " .")] == '\0';
}

void layout_gaps(struct body *b, size_t i)
{
	const struct block *t = &b->page->blocks[i];
	int top = b->y, room = b->right - b->left, cursor_y = b->cursor_y;
	struct str window;
	struct flow f;

	str_init(&window);
	flow_init(&f);
	for (size_t k = 0; k < t->piece_count; k++) {
		const struct field *field = &t->fields[k];
		struct field part;
		int columns;

		flow_add(&f, LOOK_PLAIN, t->pieces[k]);
		if (k + 1 == t->piece_count)
			break;
		columns = field->width > 0 ? field->width : is_bare(t) ? FIELD_MAX : GAP_MIN;
		if (columns > room - 1)
			columns = room - 1;
		/* while it is typed a long answer grows to the whole line and then moves sideways: nothing below it jumps */
		part = field->style == STYLE_PLAIN ? part_of(field, room - 1, &window) : *field;
		add_field(&f, &part, columns < GAP_MIN ? GAP_MIN : columns);
	}
	flow_draw(&f, b, b->left, room);
	flow_release(&f);
	str_release(&window);
	if (b->cursor_y != cursor_y)
		body_focus(b, top, b->y - 1);
}

/* Columns of the widest caption of the gauges that stand together. */
static int caption_columns(const struct body *b, size_t i)
{
	size_t first, last;
	int most = 0;

	body_group(b, i, &first, &last);
	for (size_t k = first; k <= last; k++) {
		const struct block *o = &b->page->blocks[k];
		int width = o->kind == BLOCK_GAUGE && o->caption != NULL && o->total > 0 ? text_width(o->caption) : 0;

		if (width > most)
			most = width;
	}
	return most;
}

void layout_gauge(struct body *b, size_t i)
{
	enum { BAR_MAX = 28, BAR_MIN = 8 };
	const struct block *g = &b->page->blocks[i];
	int room = b->right - b->left, gap = b->narrow ? 2 : 4, caption = caption_columns(b, i);
	int most = room - gap - BAR_MIN - (caption > 0 ? caption + 3 : 0);
	/* the bar says it at a glance: labels are cut for it, unless little of them would be left */
	int labels = label_columns(b, i, BLOCK_GAUGE, most > room / 3 ? most : room / 2);
	int x = b->left + (labels > 0 ? labels + gap : 0), bar;

	body_need(b, b->y);
	canvas_clip(&b->canvas, b->left, b->y, labels, LOOK_PLAIN, g->label != NULL ? g->label : "");
	bar = b->right - x - (caption > 0 ? caption + 3 : 0);
	bar = bar > BAR_MAX ? BAR_MAX : bar;
	if (g->total > 0 && bar >= BAR_MIN) {
		int done = g->done <= 0 ? 0 : g->done >= g->total ? bar : (int)((long long)g->done * bar / g->total);

		if (done == 0 && g->done > 0)
			done = 1;
		canvas_fill(&b->canvas, x, b->y, done, LOOK_BAR, "█");
		canvas_fill(&b->canvas, x + done, b->y, bar - done, LOOK_RULE, "░");
		x += bar + 3;
	}
	if (g->caption != NULL)
		canvas_clip(&b->canvas, x, b->y, b->right - x, LOOK_DIM, g->caption);
	b->y++;
}
