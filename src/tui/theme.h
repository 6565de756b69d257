/* Which colours and marks a look has: sixteen colours at most, never colour alone (signs stand beside it), and glyphs that the terminal can show. */
#ifndef SAFAR_TUI_THEME_H
#define SAFAR_TUI_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/canvas.h"

enum theme_kind { THEME_COLOUR, THEME_MONO, THEME_CONTRAST };

/* A colour as ANSI counts them (1 red, 2 green, 3 yellow, 6 cyan, 7 white), −1: the terminal's own. */
struct paint {
	short colour;
	bool bold, dim, underline, reverse, italic;
};

/* Borrowed, static. */
const struct paint *theme_paint(enum theme_kind theme, enum look look);

/* "colour" (or "color"), "mono", "high-contrast"; false for other names. */
bool theme_from(const char *name, enum theme_kind *out);

/* The theme when --theme does not say: mono where NO_COLOR is set and not empty (no-color.org), else colour. */
enum theme_kind theme_default(const char *no_color);

/* What the characters of a terminal allow. */
enum glyphs {
	GLYPHS_ALL,     /* UTF-8 and a font that follows */
	GLYPHS_CONSOLE, /* UTF-8 on the Linux console: fonts of 256 or 512 glyphs, safe are those of code page 437 */
	GLYPHS_PLAIN,   /* another charset */
};

/* From the environment: LC_ALL, LC_CTYPE, LANG in this order name a charset behind a point ("uz_UZ.UTF-8"); "C", "POSIX" and names without a charset have none.
 * Nothing set means UTF-8. TERM "linux" is the console. Each may be NULL. */
enum glyphs glyphs_of(const char *lc_all, const char *lc_ctype, const char *lang, const char *term);

/* What stands in for a cluster of `n` bytes: always of the same width. The cluster itself where it can be shown; for GLYPHS_PLAIN ASCII, '?' where there is nothing like it.
 * `*len` gets its bytes. Borrowed from the argument or static. */
const char *glyph_for(enum glyphs g, const char *cluster, size_t n, size_t *len);

#endif
