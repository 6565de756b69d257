#include "config.h"
#include "paper/flow.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "paper/description.h"

static const double WIDTH = 210 * PAPER_MM, HEIGHT = 297 * PAPER_MM, SIDE = 22 * PAPER_MM, TOP = 18 * PAPER_MM, BOTTOM = 21 * PAPER_MM, FOOT = 12 * PAPER_MM;

static const double tones[][3] = {
	[TONE_INK] = {0.11, 0.13, 0.16}, [TONE_FAINT] = {0.40, 0.43, 0.47}, [TONE_ACCENT] = {0.09, 0.29, 0.38},
	[TONE_RULE] = {0.70, 0.74, 0.77}, [TONE_PALE] = {0.95, 0.87, 0.84},
};

void flow_tone(const struct flow *f, enum tone t)
{
	cairo_set_source_rgb(f->cr, tones[t][0], tones[t][1], tones[t][2]);
}

bool flow_drawing(const struct flow *f)
{
	return f->cr && !f->measuring && !f->failed && (f->only == 0 || f->only == f->page);
}

static bool is_tagged(const struct flow *f)
{
	return f->only == 0 && flow_drawing(f);
}

void flow_tag(const struct flow *f, const char *name)
{
	if (is_tagged(f))
		cairo_tag_begin(f->cr, name, NULL);
}

void flow_untag(const struct flow *f, const char *name)
{
	if (is_tagged(f))
		cairo_tag_end(f->cr, name);
}

void flow_line(const struct flow *f, double x0, double x1, double y, double thickness, enum tone t)
{
	if (!flow_drawing(f))
		return;
	flow_tone(f, t);
	cairo_set_line_width(f->cr, thickness);
	cairo_move_to(f->cr, x0, y);
	cairo_line_to(f->cr, x1, y);
	cairo_stroke(f->cr);
}

double flow_size(const char *name)
{
	static const struct {
		const char *name;
		double size;
	} sizes[] = {{"tiny", 7}, {"small", 8}, {"normal", 9.5}, {"large", 12}, {"huge", 20}};
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		if (strcmp(sizes[i].name, name) == 0)
			return sizes[i].size;
	return 9.5;
}

PangoAlignment flow_align(const char *name)
{
	return strcmp(name, "centre") == 0 ? PANGO_ALIGN_CENTER : strcmp(name, "right") == 0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

bool flow_serif(const struct flow *f)
{
	return strcmp(description_text(f->doc, "face"), "serif") == 0;
}

/* No ligatures: in a file that is searched and read aloud every letter is one of its own. */
void flow_set_attributes(PangoLayout *layout, PangoAttrList *attrs)
{
	pango_attr_list_insert(attrs, pango_attr_font_features_new("liga=0, clig=0"));
	pango_layout_set_attributes(layout, attrs);
}

PangoLayout *flow_layout(struct flow *f, const char *text, const struct face *face, double width)
{
	PangoLayout *layout = pango_layout_new(f->pango);
	PangoFontDescription *font = pango_font_description_new();
	pango_font_description_set_family(font, face->mono ? "DejaVu Sans Mono, monospace" : face->serif ? "DejaVu Serif, serif" : "DejaVu Sans, sans-serif");
	pango_font_description_set_weight(font, face->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(font, face->size * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	PangoAttrList *attrs = pango_attr_list_new();
	flow_set_attributes(layout, attrs);
	pango_attr_list_unref(attrs);
	pango_layout_set_auto_dir(layout, FALSE);
	pango_layout_set_alignment(layout, face->align);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_line_spacing(layout, 1.12F);
	if (width >= 0)
		pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_text(layout, text, -1);
	if (pango_layout_get_unknown_glyphs_count(layout) > 0 && !f->failed) {
		f->failed = true;
		err_set(f->e, ERR_INPUT, _("no font on this machine has all letters of '%.60s'; install fonts-dejavu-core"), text);
	}
	return layout;
}

double flow_height(PangoLayout *layout)
{
	PangoRectangle box;
	pango_layout_get_extents(layout, NULL, &box);
	return (double)box.height / PANGO_SCALE;
}

double flow_text_width(PangoLayout *layout)
{
	PangoRectangle box;
	pango_layout_get_extents(layout, NULL, &box);
	return (double)box.width / PANGO_SCALE;
}

void flow_show(const struct flow *f, PangoLayout *layout, double x, double y, bool faint)
{
	if (!flow_drawing(f))
		return;
	flow_tone(f, faint ? TONE_FAINT : TONE_INK);
	cairo_move_to(f->cr, x, y);
	pango_cairo_show_layout(f->cr, layout);
}

void flow_show_as(const struct flow *f, const char *tag, PangoLayout *layout, double x, double y, bool faint)
{
	flow_tag(f, tag);
	flow_show(f, layout, x, y, faint);
	flow_untag(f, tag);
}

double flow_put(struct flow *f, const char *tag, const char *text, const struct face *face, double x, double y, double width)
{
	PangoLayout *layout = flow_layout(f, text, face, width);
	double height = flow_height(layout);
	if (tag)
		flow_show_as(f, tag, layout, x, y, face->faint);
	else
		flow_show(f, layout, x, y, face->faint);
	g_object_unref(layout);
	return height;
}

/* Words slanting across the page, behind all that stands on it. */
static void draw_mark(struct flow *f)
{
	const json_t *mark = json_object_get(f->doc, "mark");
	size_t n = json_array_size(mark);
	static const struct face face = {.size = 46, .bold = true};
	for (size_t i = 0; i < n; i++) {
		PangoLayout *layout = flow_layout(f, json_string_value(json_array_get(mark, i)), &face, -1);
		cairo_save(f->cr);
		cairo_translate(f->cr, WIDTH / 2 + (i % 2 == 0 ? -60 : 60), HEIGHT * ((double)i + 1) / ((double)n + 1));
		cairo_rotate(f->cr, -0.42);
		cairo_move_to(f->cr, -flow_text_width(layout) / 2, -flow_height(layout) / 2);
		flow_tone(f, TONE_PALE);
		pango_cairo_show_layout(f->cr, layout);
		cairo_restore(f->cr);
		g_object_unref(layout);
	}
}

static void draw_frame(const struct flow *f)
{
	static const double gaps[][2] = {{9 * PAPER_MM, 1.1}, {10.2 * PAPER_MM, 0.4}};
	flow_tone(f, TONE_ACCENT);
	for (size_t i = 0; i < sizeof(gaps) / sizeof(gaps[0]); i++) {
		cairo_set_line_width(f->cr, gaps[i][1]);
		cairo_rectangle(f->cr, gaps[i][0], gaps[i][0], WIDTH - 2 * gaps[i][0], HEIGHT - 2 * gaps[i][0]);
		cairo_stroke(f->cr);
	}
}

static void draw_foot(struct flow *f)
{
	static const struct face face = {.size = 7, .faint = true};
	double y = HEIGHT - FOOT - 8;
	char number[32];
	snprintf(number, sizeof(number), "%d / %d", f->part_page, f->count->pages[f->part]);
	if (*f->foot)
		flow_put(f, NULL, f->foot, &face, SIDE, y, WIDTH - 2 * SIDE - 50);
	if (description_flag(f->doc, "numbers")) {
		PangoLayout *layout = flow_layout(f, number, &face, -1);
		flow_show(f, layout, WIDTH - SIDE - flow_text_width(layout), y, true);
		g_object_unref(layout);
	}
}

static void begin_page(struct flow *f)
{
	f->x = SIDE;
	f->width = WIDTH - 2 * SIDE;
	f->y = TOP;
	f->bottom = HEIGHT - BOTTOM;
	f->part_page++;
	if (++f->page > FLOW_PAGES_MAX && !f->failed) {
		f->failed = true;
		err_set(f->e, ERR_INPUT, _("this would be more than %d pages"), FLOW_PAGES_MAX);
	}
	if (!flow_drawing(f))
		return;
	draw_mark(f);
	if (description_flag(f->doc, "frame"))
		draw_frame(f);
}

static void end_page(struct flow *f)
{
	if (!f->cr)
		f->count->pages[f->part] = f->part_page;
	if (!flow_drawing(f))
		return;
	draw_foot(f);
	cairo_show_page(f->cr);
}

void flow_break(struct flow *f)
{
	if (f->inside || f->failed)
		return;
	end_page(f);
	begin_page(f);
}

void flow_room(struct flow *f, double height)
{
	if (f->inside || f->failed)
		return;
	if (TOP + height > f->bottom) {
		f->failed = true;
		err_set(f->e, ERR_INPUT, _("something does not fit on a page; make it shorter"));
	} else if (f->y + height > f->bottom) {
		flow_break(f);
	}
}

void flow_part(struct flow *f, const char *foot, bool restart)
{
	end_page(f);
	if (restart && f->part + 1 < FLOW_PARTS_MAX) {
		f->part++;
		f->part_page = 0;
	}
	if (*foot)
		f->foot = foot;
	begin_page(f);
}

void flow_begin(struct flow *f)
{
	f->foot = description_text(f->doc, "foot");
	f->page = f->part = f->part_page = f->heading = 0;
	begin_page(f);
}

void flow_end(struct flow *f)
{
	end_page(f);
	if (!f->cr) {
		f->count->parts = f->part + 1;
		f->count->all = f->page;
	}
}
