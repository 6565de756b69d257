#include "config.h"
#include "paper/blocks.h"

#include <string.h>

#include "core/str.h"
#include "paper/description.h"

enum { GAP = 6, SIGN = 28 }; /* points between blocks, and for a signature */

static const double LABEL_SHARE = 0.36, LABEL_SHARE_NARROW = 0.46, NARROW = 300, BOX = 9;

double blocks_put(struct flow *f, const json_t *blocks, double x, double y, double width)
{
	struct flow old = *f;
	f->x = x;
	f->y = y;
	f->width = width;
	f->inside = true;
	blocks_place(f, blocks);
	double height = f->y - y;
	bool failed = f->failed;
	int heading = f->heading;
	*f = old;
	f->failed = failed;
	f->heading = heading;
	return height;
}

double blocks_height(const struct flow *f, const json_t *blocks, double width)
{
	struct flow copy = *f;
	struct err ignored = ERR_INIT;
	copy.measuring = true;
	copy.e = &ignored;
	return blocks_put(&copy, blocks, 0, 0, width);
}

static void place_heading(struct flow *f, const json_t *b)
{
	static const double sizes[] = {23, 14, 11, 9.5};
	int level = description_number(b, "level", 2);
	struct face face = {.size = sizes[level - 1], .bold = level > 1, .serif = flow_serif(f) && level < 3, .align = flow_align(description_text(b, "align"))};
	PangoLayout *layout = flow_layout(f, description_text(b, "text"), &face, f->width);
	double height = flow_height(layout), before = level == 1 ? 4 : 7;
	/* never alone at the end of a page */
	flow_room(f, before + height + 40);
	char tag[] = "H1";
	f->heading = level > f->heading + 1 ? f->heading + 1 : level;
	tag[1] = (char)('0' + f->heading);
	flow_tag(f, tag);
	if (flow_drawing(f)) {
		flow_tone(f, level < 3 ? TONE_ACCENT : TONE_INK);
		cairo_move_to(f->cr, f->x, f->y + before);
		pango_cairo_show_layout(f->cr, layout);
	}
	flow_untag(f, tag);
	f->y += before + height + (level == 1 ? 4 : 1);
	g_object_unref(layout);
}

/* Text of all runs, and where it is bold. */
static void add_runs(const json_t *runs, struct str *text, PangoAttrList *attrs)
{
	for (size_t i = 0; i < json_array_size(runs); i++) {
		const json_t *run = json_array_get(runs, i);
		size_t from = text->len;
		str_add(text, description_text(run, "text"));
		if (!description_flag(run, "bold"))
			continue;
		PangoAttribute *a = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
		a->start_index = (guint)from;
		a->end_index = (guint)text->len;
		pango_attr_list_insert(attrs, a);
	}
}

/* Line by line, so that a long paragraph goes on over the page: then each page's share of it is a span of its own. */
static void show_lines(struct flow *f, PangoLayout *layout, bool faint)
{
	PangoLayoutIter *it = pango_layout_get_iter(layout);
	bool goes_on = !f->inside && f->y + flow_height(layout) > f->bottom, first = true;
	do {
		PangoRectangle box;
		int top, bottom;
		pango_layout_iter_get_line_extents(it, NULL, &box);
		pango_layout_iter_get_line_yrange(it, &top, &bottom);
		double height = (double)(bottom - top) / PANGO_SCALE, rise = (double)(pango_layout_iter_get_baseline(it) - top) / PANGO_SCALE;
		bool breaks = goes_on && !f->failed && f->y + height > f->bottom;
		if (breaks && !first)
			flow_untag(f, "Span");
		flow_room(f, height);
		if (first)
			flow_tag(f, "P");
		if (goes_on && (first || breaks))
			flow_tag(f, "Span");
		first = false;
		if (flow_drawing(f)) {
			flow_tone(f, faint ? TONE_FAINT : TONE_INK);
			cairo_move_to(f->cr, f->x + (double)box.x / PANGO_SCALE, f->y + rise);
			pango_cairo_show_layout_line(f->cr, pango_layout_iter_get_line_readonly(it));
		}
		f->y += height;
	} while (pango_layout_iter_next_line(it));
	if (goes_on)
		flow_untag(f, "Span");
	flow_untag(f, "P");
	pango_layout_iter_free(it);
}

static void place_paragraph(struct flow *f, const json_t *b)
{
	struct face face = {.size = flow_size(description_text(b, "size")), .faint = description_flag(b, "faint"), .mono = description_flag(b, "mono"),
		.serif = flow_serif(f) && strcmp(description_text(b, "size"), "huge") == 0, .align = flow_align(description_text(b, "align"))};
	struct str text;
	PangoAttrList *attrs = pango_attr_list_new();
	str_init(&text);
	str_add(&text, description_text(b, "text"));
	add_runs(json_object_get(b, "runs"), &text, attrs);
	PangoLayout *layout = flow_layout(f, text.buf, &face, f->width);
	flow_set_attributes(layout, attrs);
	show_lines(f, layout, face.faint);
	g_object_unref(layout);
	pango_attr_list_unref(attrs);
	str_release(&text);
}

/* A label (in two languages, one under the other) and what belongs to it. */
static void place_lines(struct flow *f, const json_t *b)
{
	const json_t *rows = json_object_get(b, "rows");
	double label = f->width * (f->width < NARROW ? LABEL_SHARE_NARROW : LABEL_SHARE), value_x = label + 8;
	for (size_t i = 0; i < json_array_size(rows); i++) {
		const json_t *row = json_array_get(rows, i);
		struct face faces[] = {{.size = 8.5}, {.size = 7.5, .faint = true}, {.size = 10, .bold = description_flag(row, "bold")}, {.size = 7.5, .faint = true}};
		static const char *const keys[] = {"label", "second", "value", "note"};
		PangoLayout *parts[4];
		double sides[2] = {0, 0}, at[4];
		for (int k = 0; k < 4; k++) {
			const char *text = description_text(row, keys[k]);
			parts[k] = flow_layout(f, text, &faces[k], k < 2 ? label : f->width - value_x);
			at[k] = sides[k / 2];
			sides[k / 2] += *text ? flow_height(parts[k]) : 0;
		}
		double height = sides[0] > sides[1] ? sides[0] : sides[1];
		flow_room(f, height + 5);
		if (i == 0)
			flow_tag(f, "L");
		flow_tag(f, "LI");
		for (int k = 0; k < 4; k++) {
			const char *side = k < 2 ? "Lbl" : "LBody";
			if (k % 2 == 0)
				flow_tag(f, side);
			if (*description_text(row, keys[k]))
				flow_show_as(f, k < 2 ? "Span" : "P", parts[k], f->x + (k < 2 ? 0 : value_x), f->y + at[k], faces[k].faint);
			if (k % 2 == 1)
				flow_untag(f, side);
			g_object_unref(parts[k]);
		}
		flow_untag(f, "LI");
		f->y += height + 5;
	}
	if (json_array_size(rows) > 0)
		flow_untag(f, "L");
}

static void place_rule(struct flow *f, const json_t *b)
{
	(void)b;
	flow_room(f, 6);
	flow_line(f, f->x, f->x + f->width, f->y + 3, 0.6, TONE_RULE);
	f->y += 6;
}

static void place_space(struct flow *f, const json_t *b)
{
	f->y += description_number(b, "height", 1) * PAPER_MM;
	if (!f->inside && f->y > f->bottom)
		flow_break(f);
}

static void place_sign(struct flow *f, const json_t *b)
{
	const json_t *lines = json_object_get(b, "lines");
	size_t n = json_array_size(lines);
	double gap = 16, each = (f->width - gap * (double)(n - 1)) / (double)n, highest = 0;
	static const struct face face = {.size = 8};
	for (size_t i = 0; i < n; i++) {
		PangoLayout *l = flow_layout(f, json_string_value(json_array_get(lines, i)), &face, each);
		highest = flow_height(l) > highest ? flow_height(l) : highest;
		g_object_unref(l);
	}
	flow_room(f, SIGN + 4 + highest);
	for (size_t i = 0; i < n; i++) {
		double x = f->x + (double)i * (each + gap);
		flow_line(f, x, x + each, f->y + SIGN, 0.6, TONE_INK);
		flow_put(f, "P", json_string_value(json_array_get(lines, i)), &face, x, f->y + SIGN + 3, each);
	}
	f->y += SIGN + 4 + highest;
}

static void draw_box(const struct flow *f, double x, double y)
{
	if (!flow_drawing(f))
		return;
	flow_tone(f, TONE_INK);
	cairo_set_line_width(f->cr, 0.8);
	cairo_rectangle(f->cr, x, y, BOX, BOX);
	cairo_stroke(f->cr);
}

/* Boxes to tick: one under the other with their texts, or in a line behind a label. */
static void place_boxes(struct flow *f, const json_t *b)
{
	const json_t *items = json_object_get(b, "items");
	bool in_line = description_flag(b, "inline");
	const char *label = description_text(b, "label");
	static const struct face bold = {.size = 9.5, .bold = true}, plain = {.size = 9.5};
	double indent = *label ? 30 : 0, x = f->x + indent;
	if (*label) {
		flow_room(f, 16);
		flow_put(f, "P", label, &bold, f->x, f->y, 60);
	}
	for (size_t i = 0; i < json_array_size(items); i++) {
		const char *text = json_string_value(json_array_get(items, i));
		PangoLayout *l = flow_layout(f, text, &plain, in_line ? -1 : f->width - indent - BOX - 6);
		double height = flow_height(l), wide = BOX + 5 + flow_text_width(l) + 14;
		if (in_line && x + wide > f->x + f->width && x > f->x + indent) {
			x = f->x + indent;
			f->y += height + 4;
		}
		if (!in_line)
			flow_room(f, height + 3);
		if (i == 0)
			flow_tag(f, "L");
		draw_box(f, x, f->y + 1.5);
		flow_tag(f, "LI");
		flow_show_as(f, "LBody", l, x + BOX + 5, f->y, false);
		flow_untag(f, "LI");
		if (in_line)
			x += wide;
		if (!in_line || i + 1 == json_array_size(items))
			f->y += height + 3;
		g_object_unref(l);
	}
	if (json_array_size(items) > 0)
		flow_untag(f, "L");
}

static void place_writing(struct flow *f, const json_t *b)
{
	static const struct face face = {.size = 9.5, .bold = true};
	const char *label = description_text(b, "label");
	for (int i = 0; i < description_number(b, "lines", 1); i++) {
		flow_room(f, 21);
		if (*label && i == 0)
			flow_put(f, "P", label, &face, f->x, f->y + 5, 60);
		f->y += 19;
		flow_line(f, f->x + (*label ? 30 : 0), f->x + f->width, f->y, 0.5, TONE_FAINT);
		f->y += 2;
	}
}

static void place_columns(struct flow *f, const json_t *b)
{
	double gap = 18, each = (f->width - gap) / 2;
	const json_t *left = json_object_get(b, "left"), *right = json_object_get(b, "right");
	double hl = blocks_height(f, left, each), hr = blocks_height(f, right, each), height = hl > hr ? hl : hr;
	flow_room(f, height);
	blocks_put(f, left, f->x, f->y, each);
	blocks_put(f, right, f->x + each + gap, f->y, each);
	f->y += height;
}

static void place_group(struct flow *f, const json_t *b)
{
	const json_t *blocks = json_object_get(b, "blocks");
	double pad = description_flag(b, "border") ? 8 : 0, height = blocks_height(f, blocks, f->width - 2 * pad) + 2 * pad;
	flow_room(f, height);
	blocks_put(f, blocks, f->x + pad, f->y + pad, f->width - 2 * pad);
	if (pad > 0 && flow_drawing(f)) {
		flow_tone(f, TONE_RULE);
		cairo_set_line_width(f->cr, 0.7);
		cairo_rectangle(f->cr, f->x, f->y, f->width, height);
		cairo_stroke(f->cr);
	}
	f->y += height;
}

static void place_break(struct flow *f, const json_t *b)
{
	flow_part(f, description_text(b, "foot"), description_flag(b, "restart"));
}

static void (*const places[BLOCK_KIND_COUNT])(struct flow *f, const json_t *b) = {
	[BLOCK_HEADING] = place_heading, [BLOCK_PARAGRAPH] = place_paragraph, [BLOCK_TABLE] = place_table, [BLOCK_LINES] = place_lines,
	[BLOCK_RULE] = place_rule, [BLOCK_SPACE] = place_space, [BLOCK_QR] = place_qr, [BLOCK_SIGN] = place_sign, [BLOCK_BOXES] = place_boxes,
	[BLOCK_WRITING] = place_writing, [BLOCK_CARDS] = place_cards, [BLOCK_COLUMNS] = place_columns, [BLOCK_GROUP] = place_group,
	[BLOCK_BREAK] = place_break,
};

void blocks_place(struct flow *f, const json_t *blocks)
{
	for (size_t i = 0; i < json_array_size(blocks) && !f->failed; i++) {
		const json_t *b = json_array_get(blocks, i);
		enum block_kind k = description_kind(b);
		places[k](f, b);
		if (k != BLOCK_BREAK && k != BLOCK_SPACE && i + 1 < json_array_size(blocks))
			f->y += GAP;
	}
}
