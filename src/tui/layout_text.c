/* Title, heading, paragraph, list item, message, dialogue line. */
#include "config.h"
#include "tui/body.h"

#include <string.h>

#include "text/cluster.h"

/* A short word as a name on a door: "s a f a r". */
static void space_out(const char *word, struct str *out)
{
	for (size_t i = 0, n; (n = cluster_next(word + i)) > 0; i += n) {
		if (i > 0)
			str_addc(out, ' ');
		str_addn(out, word + i, n);
	}
}

void layout_title(struct body *b, size_t i)
{
	enum { SPACED_MAX = 12 };
	const struct block *t = &b->page->blocks[i];
	struct arena a = ARENA_INIT;
	const char *words = text_words(&a, &t->text);
	struct str spaced;
	struct flow f;
	int width;

	str_init(&spaced);
	if (text_clusters(words) <= SPACED_MAX && strchr(words, ' ') == NULL)
		space_out(words, &spaced);
	else
		str_add(&spaced, words);
	flow_init(&f);
	flow_add(&f, LOOK_STRONG, spaced.buf);
	width = flow_width(&f);
	if (width > b->right - b->left)
		flow_draw(&f, b, b->left, b->right - b->left);
	else
		flow_draw(&f, b, (b->canvas.width - width) / 2, width + 1);
	flow_release(&f);
	str_release(&spaced);
	arena_release(&a);
}

void layout_heading(struct body *b, size_t i)
{
	const struct block *h = &b->page->blocks[i];
	int width = b->right - b->left, caption = h->caption != NULL ? text_width(h->caption) : 0, y = b->y;
	struct flow f;

	flow_init(&f);
	flow_add_text(&f, LOOK_STRONG, &h->text);
	if (caption > 0 && flow_width(&f) + 3 + caption <= width)
		width -= caption + 3;
	else
		caption = 0;
	flow_draw(&f, b, b->left, width);
	if (caption > 0)
		canvas_put(&b->canvas, b->right - caption, y, caption, LOOK_DIM, h->caption);
	flow_release(&f);
}

void layout_text(struct body *b, size_t i)
{
	const struct block *t = &b->page->blocks[i];
	struct flow f;

	flow_init(&f);
	flow_add_text(&f, (enum look)t->style, &t->text);
	flow_draw(&f, b, b->left, b->right - b->left);
	flow_release(&f);
}

void layout_drawing(struct body *b, size_t i)
{
	const struct block *d = &b->page->blocks[i];
	int room = b->right - b->left, width = 0;
	struct flow f;

	for (size_t k = 0; k < d->piece_count; k++)
		width = text_width(d->pieces[k]) > width ? text_width(d->pieces[k]) : width;
	if (b->undrawn || width > room || d->piece_count == 0) {
		flow_init(&f);
		flow_add(&f, LOOK_PLAIN, d->caption != NULL ? d->caption : "");
		flow_draw(&f, b, b->left, room);
		flow_release(&f);
		return;
	}
	for (size_t k = 0; k < d->piece_count; k++, b->y++) {
		body_need(b, b->y);
		canvas_put(&b->canvas, b->left, b->y, room, LOOK_PLAIN, d->pieces[k]);
	}
}

void layout_item(struct body *b, size_t i)
{
	const struct block *t = &b->page->blocks[i];
	int x = b->left + (b->narrow ? 2 : 3) * (t->level < 4 ? t->level : 4);
	struct arena a = ARENA_INIT;
	const char *sign = t->number > 0 ? arena_printf(&a, "%d.", t->number) : "•";
	int hang = t->number > 0 ? 4 : 2;
	struct flow f;

	body_need(b, b->y);
	canvas_put(&b->canvas, x, b->y, hang, LOOK_PLAIN, sign);
	flow_init(&f);
	flow_add_text(&f, LOOK_PLAIN, &t->text);
	flow_draw(&f, b, x + hang, b->right - x - hang);
	flow_release(&f);
	arena_release(&a);
}

void layout_message_block(struct body *b, const struct block *m)
{
	const char *sign = m->style == STYLE_GOOD ? "✓" : m->style == STYLE_BAD ? "✗" : m->style == STYLE_NOTE ? "≈" : NULL;
	enum look look = (enum look)m->style;
	struct flow f;

	body_need(b, b->y);
	if (sign != NULL)
		canvas_put(&b->canvas, b->pointer, b->y, 1, look, sign);
	flow_init(&f);
	flow_add_text(&f, look, &m->text);
	flow_draw(&f, b, b->left, b->right - b->left);
	flow_release(&f);
}

void layout_message(struct body *b, size_t i)
{
	int top = b->y;

	layout_message_block(b, &b->page->blocks[i]);
	if (b->message.top < 0)
		b->message.top = top;
	b->message.bottom = b->y - 1;
}

/* Columns for the names of all who speak in this dialogue. */
static int who_columns(const struct body *b, size_t i)
{
	size_t first, last;
	int most = 0, cap = b->narrow ? 10 : 18;

	body_group(b, i, &first, &last);
	for (size_t k = first; k <= last; k++) {
		const char *who = b->page->blocks[k].label;
		int width = b->page->blocks[k].kind == BLOCK_LINE && who != NULL ? text_width(who) : 0;

		if (width > most)
			most = width;
	}
	if (most > cap)
		most = cap;
	return most > 0 ? most + (b->narrow ? 2 : 4) : 0;
}

void layout_line(struct body *b, size_t i)
{
	const struct block *l = &b->page->blocks[i];
	int who = who_columns(b, i), x = b->left + who, top = b->y;
	struct flow f;

	body_need(b, b->y);
	if (l->label != NULL)
		canvas_clip(&b->canvas, b->left, b->y, who - 1, l->selected ? LOOK_ACCENT : LOOK_DIM, l->label);
	if (l->selected)
		body_point(b, b->pointer, b->y, LOOK_ACCENT, "▸");
	flow_init(&f);
	flow_add_text(&f, LOOK_PLAIN, &l->text);
	flow_draw(&f, b, x, b->right - x);
	flow_release(&f);
	if (l->caption != NULL && l->caption[0] != '\0') {
		flow_init(&f);
		flow_add(&f, LOOK_DIM, l->caption);
		flow_draw(&f, b, x, b->right - x);
		flow_release(&f);
	}
	if (l->selected)
		body_focus(b, top, b->y - 1);
}
