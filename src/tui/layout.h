/* Lays a page on a canvas of any size from 20 by 6. Designed for 80 by 24 and 40 by 12: on a narrow canvas the second and third columns of menus
 * give way, never the task. */
#ifndef SAFAR_TUI_LAYOUT_H
#define SAFAR_TUI_LAYOUT_H

#include <stdbool.h>

#include "tui/canvas.h"
#include "view/page.h"

enum { LAYOUT_WIDTH_MIN = 20, LAYOUT_HEIGHT_MIN = 6 };

/* How far a page that is longer than the canvas has been moved up, kept from one drawing to the next. */
struct layout_view {
	int scroll;  /* rows; mended by layout_page */
	bool free;   /* set when the person scrolls: the current entry may go out of sight until the next other key */
	/* filled by layout_page: */
	int rows;    /* of the body that can be seen at once */
	int length;  /* rows of the whole body */
	bool more;   /* a page to be read goes on below: Enter shows the rest first */
	int cursor_x, cursor_y; /* where the terminal's cursor stands; −1: hidden */
};

/* Clears the canvas and draws the page. The current entry, the active field or the message stays in sight; ↑ PgUp and ↓ PgDn in the
 * rules say that there is more. */
void layout_page(struct canvas *c, const struct page *page, struct layout_view *view);

/* Moves by `pages` screens (−1, 1) or `rows`; false if there is nothing more that way. */
bool layout_scroll(struct layout_view *view, int pages, int rows);

#endif
