#include "config.h"
#include "paper/blocks.h"

#include "paper/description.h"

static const double PAD = 11;

static void put_card(struct flow *f, const json_t *card, double x, double y, double width)
{
	static const struct face title = {.size = 10, .bold = true}, big = {.size = 25, .bold = true, .mono = true}, line = {.size = 8.5};
	const json_t *lines = json_object_get(card, "lines");
	double at = y + PAD, room = width - 2 * PAD;
	flow_tag(f, "Sect");
	at += flow_put(f, "P", description_text(card, "title"), &title, x + PAD, at, room) + 2;
	if (*description_text(card, "big"))
		at += flow_put(f, "P", description_text(card, "big"), &big, x + PAD, at, room) + 2;
	for (size_t i = 0; i < json_array_size(lines); i++)
		at += flow_put(f, "P", json_string_value(json_array_get(lines, i)), &line, x + PAD, at, room) + 1;
	flow_untag(f, "Sect");
}

/* Dashed lines to cut along. */
static void draw_cuts(const struct flow *f, int across, int down, double wide, double high)
{
	static const double dashes[] = {3, 3};
	if (!flow_drawing(f))
		return;
	flow_tone(f, TONE_FAINT);
	cairo_set_line_width(f->cr, 0.5);
	cairo_set_dash(f->cr, dashes, 2, 0);
	for (int i = 0; i <= across; i++) {
		cairo_move_to(f->cr, f->x + i * wide, f->y);
		cairo_line_to(f->cr, f->x + i * wide, f->y + down * high);
	}
	for (int i = 0; i <= down; i++) {
		cairo_move_to(f->cr, f->x, f->y + i * high);
		cairo_line_to(f->cr, f->x + across * wide, f->y + i * high);
	}
	cairo_stroke(f->cr);
	cairo_set_dash(f->cr, NULL, 0, 0);
}

void place_cards(struct flow *f, const json_t *b)
{
	const json_t *cards = json_object_get(b, "cards");
	int across = description_number(b, "across", 2), down = description_number(b, "down", 5), n = (int)json_array_size(cards);
	double wide = f->width / across, high = (f->bottom - f->y) / down;
	for (int i = 0; i < n && !f->failed; i++) {
		int at = i % (across * down);
		if (at == 0 && i > 0)
			flow_break(f);
		if (at == 0) {
			high = (f->bottom - f->y) / down;
			draw_cuts(f, across, down, wide, high);
		}
		put_card(f, json_array_get(cards, (size_t)i), f->x + at % across * wide, f->y + at / across * high, wide);
	}
	if (n > 0)
		f->y = f->bottom;
}
