#include "config.h"
#include "tui/body.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "text/cluster.h"

void flow_init(struct flow *f)
{
	str_init(&f->text);
	f->runs = NULL;
	f->count = f->room = 0;
	f->cursor = SIZE_MAX;
}

void flow_release(struct flow *f)
{
	str_release(&f->text);
	free(f->runs);
}

void flow_add(struct flow *f, enum look look, const char *text)
{
	if (text == NULL || text[0] == '\0')
		return;
	str_add(&f->text, text);
	if (f->count == f->room) {
		f->room = f->room > 0 ? 2 * f->room : 8;
		f->runs = xrealloc(f->runs, f->room, sizeof *f->runs);
	}
	f->runs[f->count++] = (struct flow_run){ .end = f->text.len, .look = look };
}

void flow_add_text(struct flow *f, enum look base, const struct text *t)
{
	for (size_t i = 0; i < t->count; i++)
		flow_add(f, t->spans[i].style == STYLE_PLAIN ? base : (enum look)t->spans[i].style, t->spans[i].text);
}

int flow_width(const struct flow *f)
{
	return text_width(f->text.buf);
}

/* Draws bytes from..end, run by run, in one row. Gives the columns used. */
static int draw_range(const struct flow *f, struct canvas *c, int x, int y, int columns, size_t from, size_t end)
{
	int used = 0;

	for (size_t r = 0; r < f->count && from < end; r++) {
		size_t stop = f->runs[r].end < end ? f->runs[r].end : end;

		if (stop <= from)
			continue;
		used += canvas_putn(c, x + used, y, columns - used, f->runs[r].look, f->text.buf + from, stop - from);
		from = stop;
	}
	return used;
}

static int width_of(const char *text, size_t n)
{
	char *copy = xstrndup(text, n);
	int width = text_width(copy);

	free(copy);
	return width;
}

int flow_draw(struct flow *f, struct body *b, int x, int columns)
{
	size_t at = 0;
	int used = 0;

	if (columns < 1)
		columns = 1;
	do {
		size_t n = text_wrap(f->text.buf + at, columns, &used), shown = n;

		while (shown > 0 && strchr(" \n", f->text.buf[at + shown - 1]) != NULL)
			shown--;
		body_need(b, b->y);
		draw_range(f, &b->canvas, x, b->y, columns, at, at + shown);
		if (f->cursor >= at && (f->cursor < at + n || f->text.buf[at + n] == '\0') && f->cursor != SIZE_MAX) {
			int before = width_of(f->text.buf + at, f->cursor - at);

			b->cursor_x = x + (before < columns ? before : columns - 1);
			b->cursor_y = b->y;
		}
		at += n;
		b->y++;
	} while (f->text.buf[at] != '\0');
	return used;
}

void flow_clip(struct flow *f, struct body *b, int x, int y, int columns)
{
	size_t fits;
	int used;

	if (columns < 1)
		return;
	body_need(b, y);
	if (flow_width(f) <= columns) {
		draw_range(f, &b->canvas, x, y, columns, 0, f->text.len);
		return;
	}
	fits = text_fit(f->text.buf, columns - 1, NULL);
	while (fits > 0 && f->text.buf[fits - 1] == ' ')
		fits--;
	used = draw_range(f, &b->canvas, x, y, columns - 1, 0, fits);
	canvas_put(&b->canvas, x + used, y, 1, f->count > 0 ? f->runs[f->count - 1].look : LOOK_PLAIN, "…");
}
