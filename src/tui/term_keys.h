/* The keyboard's half of the terminal. Only for term_curses.c, which opens it. */
#ifndef SAFAR_TUI_TERM_KEYS_H
#define SAFAR_TUI_TERM_KEYS_H

#include <stdbool.h>

#include "core/str.h"
#include "view/key.h"

/* Tells curses of the keys that terminfo does not name. Once, after it was opened. */
void term_teach_keys(void);

/* A press that has already come in, its text at the end of `text`; PRESS_NONE if there is none (then *any is false), or only one that means nothing. */
enum press term_take(struct str *text, bool *any);

#endif
