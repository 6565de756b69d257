/* The terminal: paints canvases, gives presses. term_curses.c and term_keys.c are the files that know curses; there is one terminal per process. */
#ifndef SAFAR_TUI_TERM_H
#define SAFAR_TUI_TERM_H

#include <stdbool.h>

#include "core/err.h"
#include "core/str.h"
#include "tui/canvas.h"
#include "tui/theme.h"
#include "view/key.h"

struct terminal;

struct term_options {
	enum theme_kind theme;
	enum glyphs glyphs;
};

/* Takes the terminal over. NULL with a message that names `safar --plain` when standard input or output is none, or TERM is unknown or cannot place a cursor. */
struct terminal *term_open(const struct term_options *o, struct err *e);
/* Gives it back as it was. `t` may be NULL. */
void term_close(struct terminal *t);

void term_size(const struct terminal *t, int *width, int *height);

/* Shows the canvas, which is as large as the terminal; only what changed is sent. The cursor goes to (x, y), or is hidden where x < 0. */
void term_paint(struct terminal *t, const struct canvas *c, int cursor_x, int cursor_y);

/* While locked, Ctrl+C, Ctrl+\\ and Ctrl+Z do nothing. */
void term_lock(struct terminal *t, bool locked);

enum term_event {
	TERM_PRESS,  /* press and text */
	TERM_RESIZE, /* ask term_size and paint again */
	TERM_QUIET,  /* nothing came in time */
	TERM_END,    /* hang-up, a signal to end, or the terminal is gone */
};
/* Waits at most `ms` milliseconds. On TERM_PRESS `*press` is set, and for PRESS_TEXT `text` holds a cluster, for PRESS_PASTE what was pasted. A stop (Ctrl+Z) and going
 * on again is handled inside and ends as TERM_RESIZE. */
enum term_event term_read(struct terminal *t, int ms, enum press *press, struct str *text);

#endif
