/* A sheet of cells in memory: what a terminal would show, without a terminal. */
#ifndef SAFAR_TUI_CANVAS_H
#define SAFAR_TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/str.h"
#include "view/page.h"

/* How a cell looks: the styles of a page with the same numbers, then what only the frame around it needs. theme.h says which colours. */
enum look {
	LOOK_PLAIN = STYLE_PLAIN, LOOK_EMPH = STYLE_EMPH, LOOK_STRONG = STYLE_STRONG, LOOK_TAUGHT = STYLE_TAUGHT, LOOK_DIM = STYLE_DIM,
	LOOK_ACCENT = STYLE_ACCENT, LOOK_GOOD = STYLE_GOOD, LOOK_BAD = STYLE_BAD, LOOK_NOTE = STYLE_NOTE,
	LOOK_RULE,  /* lines across */
	LOOK_BRAND, /* the program's name */
	LOOK_KEY,   /* a key in the footer */
	LOOK_FIELD, /* text being typed */
	LOOK_BAR,   /* the done part of a gauge */
	LOOK_COUNT
};

/* One cell. Short clusters (nearly all) stand in it, longer ones in the canvas' pool at the offset that `small` holds. */
enum { CELL_SMALL = 12 };
struct cell {
	char small[CELL_SMALL];
	unsigned char len;   /* bytes */
	unsigned char width; /* columns: 1, 2; 0: covered by the wide cell to its left */
	unsigned char look;  /* enum look */
};

struct canvas {
	int width, height;
	struct cell *cells; /* owned; row by row */
	struct str pool;
};

/* Blank, at least 1 by 1. */
void canvas_init(struct canvas *c, int width, int height);
void canvas_release(struct canvas *c);
void canvas_clear(struct canvas *c);

/* At least `height` rows; what stands there stays. */
void canvas_grow(struct canvas *c, int height);

/* Puts whole clusters of the first `n` bytes of `text` from column `x` on, at most `columns` columns and never beyond the edge. Gives the columns used. Outside rows nothing
 * happens. Control characters, invalid bytes and bidi controls become U+FFFD: no escape sequence ever reaches a cell. */
int canvas_putn(struct canvas *c, int x, int y, int columns, enum look look, const char *text, size_t n);
int canvas_put(struct canvas *c, int x, int y, int columns, enum look look, const char *text);
/* The same with "…" as the last column where the text is longer. */
int canvas_clip(struct canvas *c, int x, int y, int columns, enum look look, const char *text);
/* `columns` times the one-column `cluster`. */
void canvas_fill(struct canvas *c, int x, int y, int columns, enum look look, const char *cluster);

/* The cluster in a cell, `*len` bytes, not terminated; borrowed until the canvas changes. */
const char *canvas_at(const struct canvas *c, int x, int y, size_t *len);
const struct cell *canvas_cell(const struct canvas *c, int x, int y);

/* Copies `rows` rows; both are of the same width. */
void canvas_copy(struct canvas *to, int to_y, const struct canvas *from, int from_y, int rows);

/* Lines of text without trailing blanks, each ended by \n. With `marks`, every line that is not all plain is followed by one beginning with '|'
 * that has a letter under each cell: e emph, s strong, t taught, d dim, a accent, g good, b bad, n note, r rule, m brand, k key, f field, x bar. */
void canvas_dump(const struct canvas *c, bool marks, struct str *out);

#endif
