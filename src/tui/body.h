/* The body of a page while it is being laid out, and one function per kind of block. Only for the files of the layout. */
#ifndef SAFAR_TUI_BODY_H
#define SAFAR_TUI_BODY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/str.h"
#include "tui/canvas.h"
#include "view/page.h"

struct span_rows {
	int top, bottom; /* both included; top −1: none */
};

struct body {
	struct canvas canvas; /* as long as need be */
	const struct page *page;
	int y;                /* the next row */
	int left, right;      /* first column of text, first column after it */
	int pointer;          /* column of ▸ and of the signs ✓ ✗ ≈ */
	int shift;            /* columns by which menus and tables are moved to stand in the middle */
	bool narrow, dense;   /* dense: blank lines are left out because then all fits */
	int window;           /* rows that a table of the kind `window` may take; 0: all it has */
	bool undrawn;         /* drawings give way to their descriptions because they do not fit */
	struct span_rows focus, message;
	int bank;             /* last row of a menu that follows the one with the pointer: what the digits take from; −1: none */
	int cursor_x, cursor_y; /* −1: none */
};

/* Styled text that is wrapped as one. */
struct flow {
	struct str text;
	struct flow_run {
		size_t end; /* byte after the run */
		enum look look;
	} *runs;
	size_t count, room;
	size_t cursor; /* byte before which the cursor stands; SIZE_MAX: nowhere */
};
void flow_init(struct flow *f);
void flow_release(struct flow *f);
void flow_add(struct flow *f, enum look look, const char *text);
/* The spans; plain ones in `base`. */
void flow_add_text(struct flow *f, enum look base, const struct text *t);
int flow_width(const struct flow *f); /* columns of the whole in one line */
/* Wraps from (x, b->y) in `columns` and moves b->y below it; at least one row. Notes the cursor. Gives the columns of the last line. */
int flow_draw(struct flow *f, struct body *b, int x, int columns);
/* One line, cut with "…". */
void flow_clip(struct flow *f, struct body *b, int x, int y, int columns);

/* Puts the pointer or a sign before row `y` and notes that this row has to be seen. */
void body_point(struct body *b, int x, int y, enum look look, const char *sign);
/* The canvas reaches row `y` at least. */
void body_need(struct body *b, int y);
void body_focus(struct body *b, int top, int bottom);

/* Each draws block `i` of the page and moves b->y below it. */
void layout_title(struct body *b, size_t i);
void layout_heading(struct body *b, size_t i);
void layout_text(struct body *b, size_t i);
void layout_item(struct body *b, size_t i);
void layout_drawing(struct body *b, size_t i);
void layout_message(struct body *b, size_t i);
void layout_line(struct body *b, size_t i);
void layout_menu(struct body *b, size_t i);
void layout_table(struct body *b, size_t i);
void layout_window(struct body *b, size_t i); /* a table with `window` */
void layout_gauge(struct body *b, size_t i);
void layout_field(struct body *b, size_t i);
void layout_gaps(struct body *b, size_t i);
void layout_difference(struct body *b, size_t i);
void layout_places(struct body *b, size_t i);

/* Columns that a menu or table would like, for a page that stands in the middle. */
int menu_width(const struct body *b, size_t i);
int window_rows(const struct page *p); /* rows of the page's table with `window`; 0: it has none */
int table_width(const struct body *b, size_t i);

/* A message with its sign into `b`; for the one above the footer as well. */
void layout_message_block(struct body *b, const struct block *m);

/* First and last of the blocks of one kind that stand together around block `i`, blank lines between them allowed: they share their columns. */
void body_group(const struct body *b, size_t i, size_t *first, size_t *last);

#endif
