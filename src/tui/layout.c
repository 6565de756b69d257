#include "config.h"
#include "tui/layout.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "text/cluster.h"
#include "tui/body.h"

enum {
	NARROW_BELOW = 60, /* columns */
	TALL_FROM = 16,    /* rows: a blank line below the upper rule */
	MEASURE_MAX = 96,  /* columns of text: longer lines tire the eye */
};

void body_need(struct body *b, int y)
{
	if (y >= b->canvas.height)
		canvas_grow(&b->canvas, y + 16);
}

void body_focus(struct body *b, int top, int bottom)
{
	b->focus = (struct span_rows){ .top = top, .bottom = bottom };
}

void body_point(struct body *b, int x, int y, enum look look, const char *sign)
{
	body_need(b, y);
	canvas_put(&b->canvas, x, y, 1, look, sign);
}

/* Gauges below one heading and the next are to be compared: headings do not part them. */
static bool goes_with(enum block_kind kind, enum block_kind other)
{
	return other == kind || other == BLOCK_SPACE || (kind == BLOCK_GAUGE && other == BLOCK_HEADING);
}

void body_group(const struct body *b, size_t i, size_t *first, size_t *last)
{
	enum block_kind kind = b->page->blocks[i].kind;

	*first = *last = i;
	for (size_t k = i; k > 0 && goes_with(kind, b->page->blocks[k - 1].kind); k--)
		*first = k - 1;
	for (size_t k = i; k + 1 < b->page->count && goes_with(kind, b->page->blocks[k + 1].kind); k++)
		*last = k + 1;
}

static const struct {
	void (*draw)(struct body *b, size_t i);
} kinds[] = {
	[BLOCK_TITLE] = { .draw = layout_title },
	[BLOCK_HEADING] = { .draw = layout_heading },
	[BLOCK_TEXT] = { .draw = layout_text },
	[BLOCK_ITEM] = { .draw = layout_item },
	[BLOCK_TABLE] = { .draw = layout_table },
	[BLOCK_MENU] = { .draw = layout_menu },
	[BLOCK_GAUGE] = { .draw = layout_gauge },
	[BLOCK_LINE] = { .draw = layout_line },
	[BLOCK_FIELD] = { .draw = layout_field },
	[BLOCK_GAPS] = { .draw = layout_gaps },
	[BLOCK_DRAWING] = { .draw = layout_drawing },
	[BLOCK_MESSAGE] = { .draw = layout_message },
	[BLOCK_DIFFERENCE] = { .draw = layout_difference },
	[BLOCK_PLACES] = { .draw = layout_places },
	[BLOCK_SPACE] = { .draw = NULL },
};

/* A page of nothing but a title and what can be chosen stands in the middle: by how much it has to move. */
static int middle_shift(const struct body *b)
{
	int widest = 0, shift;
	bool title = false;

	for (size_t i = 0; i < b->page->count; i++) {
		enum block_kind kind = b->page->blocks[i].kind;
		int width = 0;

		if (kind == BLOCK_TITLE)
			title = true;
		else if (kind == BLOCK_MENU && !b->page->blocks[i].flow)
			width = menu_width(b, i);
		else if (kind == BLOCK_TABLE)
			width = table_width(b, i);
		else if (kind != BLOCK_SPACE)
			return 0;
		if (width > widest)
			widest = width;
	}
	shift = (b->canvas.width - widest) / 2 - b->left;
	return title && !b->narrow && shift > 0 ? shift : 0;
}

static void lay_body(struct body *b, const struct page *page, int width, bool tall, bool dense, bool undrawn, int window)
{
	bool space = false;

	*b = (struct body){
		.page = page,
		.narrow = width < NARROW_BELOW,
		.dense = dense,
		.undrawn = undrawn,
		.window = window,
		.focus = { .top = -1 },
		.message = { .top = -1 },
		.bank = -1,
		.cursor_x = -1,
		.cursor_y = -1,
	};
	canvas_init(&b->canvas, width, 32);
	b->left = b->narrow ? 2 : 3;
	b->pointer = b->narrow ? 0 : 1;
	b->right = width - (b->narrow ? 1 : 3);
	if (b->right > b->left + MEASURE_MAX)
		b->right = b->left + MEASURE_MAX;
	b->shift = middle_shift(b);
	b->y = tall ? 1 : 0;
	for (size_t i = 0; i < page->count; i++) {
		enum block_kind kind = page->blocks[i].kind;

		if (kind == BLOCK_SPACE) {
			space = true;
			continue;
		}
		if (space && i > 0 && b->y > (tall ? 1 : 0) && !dense)
			b->y++;
		if (kind == BLOCK_TITLE && tall)
			b->y++;
		space = false;
		kinds[kind].draw(b, i);
	}
}

/* A name too long for its place loses its last words first (the patronymic, an addition in brackets), never the first two. Gives its columns. */
static int shorten_name(struct str *name, int columns)
{
	for (;;) {
		char *first = strchr(name->buf, ' '), *last = strrchr(name->buf, ' ');
		int width = text_width(name->buf);

		if (width <= columns || first == NULL || first == last)
			return width < columns ? width : columns;
		*last = '\0';
	}
}

static void draw_header(struct canvas *c, const struct page *p, bool narrow)
{
	int badge = p->badge != NULL ? text_width(p->badge) + 2 : 0;
	int corner = p->corner != NULL ? text_width(p->corner) : 0, x = 1, room = c->width - 2 - badge;

	if (badge > 0)
		canvas_put(c, c->width + 1 - badge, 0, badge, LOOK_STRONG, p->badge);
	if (!narrow || p->place == NULL)
		x += canvas_put(c, x, 0, room, LOOK_BRAND, p->brand != NULL ? p->brand : "safar") + 3;
	if (narrow && p->place != NULL && text_width(p->place) + 3 + corner > room)
		corner = 0;
	if (corner > room / 3 && x + (p->place != NULL ? text_width(p->place) : 0) + 3 + corner > room)
		corner = room / 3;
	if (corner > 0) {
		struct str name;

		str_init(&name);
		str_add(&name, p->corner);
		corner = shorten_name(&name, corner);
		canvas_clip(c, c->width - 1 - badge - corner, 0, corner, LOOK_DIM, name.buf);
		str_release(&name);
	}
	if (p->place != NULL)
		canvas_clip(c, x, 0, c->width - 1 - badge - x - (corner > 0 ? corner + 3 : 0), LOOK_PLAIN, p->place);
}

/* The upper rule: as a gauge, and with what is set into it. */
static void draw_rule(struct canvas *c, const struct page *p, bool above)
{
	enum { TAIL = 4 };
	int right = p->rule_right != NULL ? text_width(p->rule_right) : 0, end = c->width;

	if (right > c->width - 2 * TAIL - 2)
		right = 0;
	canvas_fill(c, 0, 1, c->width, LOOK_RULE, "─");
	if (right > 0)
		end = c->width - TAIL - right - 2;
	if (p->total > 0) {
		int room = right > 0 ? end : c->width - TAIL, done = p->done <= 0 ? 0 : p->done >= p->total ? room : (int)((long long)p->done * room / p->total);

		canvas_fill(c, 0, 1, done, LOOK_BAR, "█");
		canvas_fill(c, done, 1, room - done, LOOK_RULE, "░");
	}
	if (right > 0) {
		canvas_put(c, end, 1, 1, LOOK_RULE, " ");
		canvas_put(c, end + 1, 1, right, LOOK_DIM, p->rule_right);
		canvas_put(c, end + 1 + right, 1, 1, LOOK_RULE, " ");
	}
	if (above)
		canvas_put(c, TAIL, 1, 8, LOOK_KEY, " ↑ PgUp ");
}

static void draw_lower_rule(struct canvas *c, bool below)
{
	int y = c->height - 2;

	canvas_fill(c, 0, y, c->width, LOOK_RULE, "─");
	if (below)
		canvas_put(c, c->width - 12, y, 8, LOOK_KEY, " ↓ PgDn ");
}

/* Whether nothing waits for a choice or for letters: then Enter is there to read on. */
static bool is_reading(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];
		size_t fields = b->kind == BLOCK_FIELD ? 1 : b->kind == BLOCK_GAPS ? b->piece_count - 1 : 0;

		if (b->kind == BLOCK_MENU && b->current >= 0)
			return false;
		for (size_t k = 0; k < fields; k++)
			if (b->fields[k].active)
				return false;
	}
	return true;
}

static int hint_width(const struct hint *h)
{
	return text_width(h->keys) + (h->label != NULL && h->label[0] != '\0' ? 1 + text_width(h->label) : 0);
}

/* As long as there is more to read, that is what Enter does. */
static struct hint hint_now(const struct hint *h, bool more)
{
	struct hint now = *h;

	if (more && str_eq(h->keys, "Enter"))
		/* TRANSLATORS: what Enter does while a page goes on below the edge of the screen: show the rest of it. */
		now.label = _("read on");
	return now;
}

/* The hint as it is now: where room is short, what is kept beside the first kept one loses its words. */
static struct hint hint_fit(const struct page *p, size_t i, bool more, bool bare)
{
	struct hint now = hint_now(&p->hints[i], more);
	bool first = true;

	for (size_t k = 0; k < i; k++)
		first &= !p->hints[k].keep;
	if (bare && now.keep && !first)
		now.label = NULL;
	return now;
}

/* Columns of the hints that are to be kept, with a gap behind each. */
static int kept_width(const struct page *p, int gap, bool more, bool bare)
{
	int kept = 0;

	for (size_t i = 0; i < p->hint_count; i++)
		if (p->hints[i].keep) {
			const struct hint now = hint_fit(p, i, more, bare);

			kept += hint_width(&now) + gap;
		}
	return kept;
}

/* The first hints as far as they go; those that are to be kept have their place first. */
static void draw_footer(struct canvas *c, const struct page *p, bool narrow, bool more)
{
	int gap = narrow ? 2 : 3, room = c->width - 2, x = 1, y = c->height - 1;
	bool bare = kept_width(p, gap, more, false) - gap > room, full = false;
	int kept = kept_width(p, gap, more, bare);

	for (size_t i = 0; i < p->hint_count; i++) {
		const struct hint h = hint_fit(p, i, more, bare);
		int width = hint_width(&h);

		if (h.keep)
			kept -= width + gap;
		else if (full || x - 1 + width + kept > room) {
			full = true;
			continue;
		}
		if (x - 1 + width > room)
			continue;
		x += canvas_put(c, x, y, width, LOOK_KEY, h.keys);
		if (h.label != NULL && h.label[0] != '\0')
			x += 1 + canvas_put(c, x + 1, y, width, LOOK_DIM, h.label);
		x += gap;
	}
}

/* The rows that have to be seen: the pointer or field, and a message if both go into `rows`; else the message alone. */
static struct span_rows wanted(const struct body *b, int rows)
{
	struct span_rows w = b->focus;

	if (w.top >= 0 && b->bank - w.top < rows && b->bank > w.bottom)
		w.bottom = b->bank; /* what there is to take from, too */
	if (b->message.top < 0)
		return w;
	if (w.top < 0 && b->message.bottom - b->message.top >= rows) /* a page that is all messages is read from its beginning */
		return (struct span_rows){ b->message.top, b->message.top };
	if (w.top < 0)
		return b->message;
	if (b->message.top < w.top)
		w.top = b->message.top;
	if (b->message.bottom > w.bottom)
		w.bottom = b->message.bottom;
	return w.bottom - w.top < rows ? w : b->message;
}

static int scroll_to(const struct body *b, const struct layout_view *v)
{
	int most = v->length > v->rows ? v->length - v->rows : 0, scroll = v->scroll;
	struct span_rows w = wanted(b, v->rows);

	if (!v->free && w.top >= 0) {
		if (w.bottom < v->rows)
			scroll = 0; /* the beginning belongs to what is read */
		else if (w.top < scroll)
			scroll = w.top;
		else if (w.bottom >= scroll + v->rows)
			scroll = w.bottom - v->rows + 1 < w.top ? w.bottom - v->rows + 1 : w.top;
	}
	return scroll < 0 ? 0 : scroll > most ? most : scroll;
}

/* The message above the footer: gives its rows, with a blank one above it where there is room. */
static int draw_notice(struct canvas *c, const struct page *p, bool tall)
{
	enum { NOTICE_MAX = 4 };
	struct page one = { .blocks = p->message, .count = 1 };
	struct body b;
	int rows;

	if (p->message == NULL)
		return 0;
	lay_body(&b, &one, c->width, false, true, true, 0);
	rows = b.y < NOTICE_MAX ? b.y : NOTICE_MAX;
	if (rows > c->height - 5)
		rows = c->height - 5;
	canvas_copy(c, c->height - 2 - rows, &b.canvas, 0, rows);
	canvas_release(&b.canvas);
	return tall ? rows + 1 : rows;
}

/* The foot above row `bottom`; of a long one the rows around what is on the screen. Gives its rows with a blank one above it. */
static int draw_foot(struct canvas *c, const struct page *p, int bottom, bool tall)
{
	enum { FOOT_MAX = 4 };
	struct page one = { .blocks = p->foot, .count = 1 };
	struct body b;
	int rows, from;

	if (p->foot == NULL || !tall)
		return 0;
	lay_body(&b, &one, c->width, false, true, true, 0);
	rows = b.y < FOOT_MAX ? b.y : FOOT_MAX;
	from = b.focus.top - rows / 2;
	from = from > b.y - rows ? b.y - rows : from < 0 ? 0 : from;
	canvas_copy(c, bottom - rows, &b.canvas, from, rows);
	canvas_release(&b.canvas);
	return rows + 1;
}

static bool has_drawing(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].kind == BLOCK_DRAWING)
			return true;
	return false;
}

/* A page with a table that takes the rows which all else leaves, a few at least: what stands below it keeps its place. */
static void lay_window(struct body *b, const struct page *page, int width, bool tall, int rows)
{
	enum { LEAST = 4 };
	int window;

	lay_body(b, page, width, tall, !tall, false, 0);
	if (b->y <= rows)
		return;
	window = rows - (b->y - window_rows(page));
	canvas_release(&b->canvas);
	lay_body(b, page, width, tall, !tall, false, window > LEAST ? window : LEAST);
}

/* The body in the way in which it fits, if it fits: with drawings, then without, then without air. */
static void lay_best(struct body *b, const struct page *page, int width, bool tall, int rows)
{
	bool undrawn = false;

	if (window_rows(page) > 0) {
		lay_window(b, page, width, tall, rows);
		return;
	}
	lay_body(b, page, width, tall, false, false, 0);
	if (b->y > rows && has_drawing(page)) {
		canvas_release(&b->canvas);
		lay_body(b, page, width, tall, true, false, 0);
		undrawn = b->y > rows;
		if (!undrawn)
			return;
		canvas_release(&b->canvas);
		lay_body(b, page, width, tall, false, true, 0);
	}
	if (b->y <= rows || tall)
		return;
	canvas_release(&b->canvas);
	lay_body(b, page, width, tall, true, undrawn, 0);
	if (b->y > rows && b->bank < 0) { /* it must be scrolled anyhow: then with air */
		canvas_release(&b->canvas);
		lay_body(b, page, width, tall, false, undrawn, 0);
	}
}

/* Instead of a page that needs more room. */
static void draw_too_small(struct canvas *c, const struct page *page)
{
	struct page small;
	struct body b;

	page_init(&small);
	page_text(&small, STYLE_PLAIN, arena_printf(&small.arena, _("This needs a window of %d columns and %d rows; yours has %d and %d. Make it larger, or its letters smaller."),
		  page->width_min, page->height_min, c->width, c->height));
	lay_body(&b, &small, c->width, false, true, true, 0);
	body_need(&b, c->height - 1);
	canvas_copy(c, 0, &b.canvas, 0, c->height);
	canvas_release(&b.canvas);
	page_release(&small);
}

void layout_page(struct canvas *c, const struct page *page, struct layout_view *v)
{
	bool narrow = c->width < NARROW_BELOW, tall = c->height >= TALL_FROM;
	struct body b;
	int below;

	canvas_clear(c);
	v->cursor_x = v->cursor_y = -1;
	if (c->width < LAYOUT_WIDTH_MIN || c->height < LAYOUT_HEIGHT_MIN) {
		canvas_put(c, 0, 0, c->width, LOOK_PLAIN, "safar: > 20 x 6");
		return;
	}
	if (c->width < page->width_min || c->height < page->height_min) {
		draw_too_small(c, page);
		return;
	}
	below = draw_notice(c, page, tall);
	if (below == 0 && page->bottom != NULL && tall)
		below = 1;
	below += draw_foot(c, page, c->height - 2 - below, tall);
	v->rows = c->height - 4 - below;
	lay_best(&b, page, c->width, tall, v->rows);
	v->length = b.y;
	v->scroll = scroll_to(&b, v);
	body_need(&b, v->scroll + v->rows);
	canvas_copy(c, 2, &b.canvas, v->scroll, v->rows);
	if (b.cursor_y >= v->scroll && b.cursor_y < v->scroll + v->rows) {
		v->cursor_x = b.cursor_x < c->width ? b.cursor_x : c->width - 1;
		v->cursor_y = 2 + b.cursor_y - v->scroll;
	}
	draw_header(c, page, narrow);
	draw_rule(c, page, v->scroll > 0);
	draw_lower_rule(c, v->scroll + v->rows < v->length);
	v->more = v->scroll + v->rows < v->length && is_reading(page);
	draw_footer(c, page, narrow, v->more);
	if (page->bottom != NULL && page->message == NULL && tall) {
		int width = text_width(page->bottom);

		canvas_put(c, c->width - 1 - width, c->height - 3, width, LOOK_DIM, page->bottom);
	}
	canvas_release(&b.canvas);
}

bool layout_scroll(struct layout_view *v, int pages, int rows)
{
	int step = v->rows > 2 ? v->rows - 1 : 1, most = v->length > v->rows ? v->length - v->rows : 0;
	int to = v->scroll + pages * step + rows;

	to = to < 0 ? 0 : to > most ? most : to;
	if (to == v->scroll)
		return false;
	v->scroll = to;
	v->free = true;
	return true;
}
