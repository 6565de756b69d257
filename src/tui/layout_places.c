/* The strip of questions of an examination. */
#include "config.h"
#include "tui/body.h"

#include <stdio.h>

#include "text/cluster.h"

void layout_places(struct body *b, size_t i)
{
	const struct block *m = &b->page->blocks[i];
	int x = b->left, caption = m->caption != NULL ? text_width(m->caption) : 0;

	body_need(b, b->y);
	for (size_t k = 0; k < m->entry_count; k++) {
		const struct entry *e = &m->entries[k];
		bool current = (int)k == m->current;
		char number[32];
		int width;

		snprintf(number, sizeof number, "%zu%s%s", k + 1, e->mark == MARK_FULL ? "●" : "○", e->right != NULL ? "⚑" : "");
		width = text_width(number);
		if (x > b->left && x + width > b->right) {
			x = b->left;
			body_need(b, ++b->y);
		}
		if (current)
			canvas_put(&b->canvas, x - 1, b->y, 1, LOOK_ACCENT, "▸");
		x += canvas_put(&b->canvas, x, b->y, width, current ? LOOK_ACCENT : LOOK_PLAIN, number) + 2;
		if (current)
			body_focus(b, b->y, b->y);
	}
	if (x + 1 + caption > b->right)
		body_need(b, ++b->y);
	canvas_put(&b->canvas, b->right - caption, b->y, caption, LOOK_DIM, m->caption != NULL ? m->caption : "");
	b->y++;
}
