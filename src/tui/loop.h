/* The whole-page front: stack → page → canvas → terminal, and keys back. */
#ifndef SAFAR_TUI_LOOP_H
#define SAFAR_TUI_LOOP_H

#include "core/err.h"
#include "tui/theme.h"
#include "view/screen.h"

struct tui_options {
	enum theme_kind theme;
};

enum tui_end {
	TUI_ENDED,    /* the person left, or the terminal went away: every answer is kept */
	TUI_FAILED,   /* the terminal cannot be used: `e` says why */
	TUI_TO_PLAIN, /* the person chose the line mode: run plain_run on the same stack */
};

/* Runs until the end. `s` stays the caller's. */
int tui_run(struct stack *s, const struct tui_options *o, struct err *e);

#endif
