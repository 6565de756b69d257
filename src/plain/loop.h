/* The line-by-line front: prints a page, reads a line, does what it says. Works on a terminal, through a pipe and from a script. */
#ifndef SAFAR_PLAIN_LOOP_H
#define SAFAR_PLAIN_LOOP_H

#include <stdio.h>

#include "core/err.h"
#include "view/screen.h"

/* What a line means: empty: Enter; a number: that entry; in a field its text, then on to the next field or Enter; a word of view/key.h ("back", "help", "language"), a key
 * as shown ("w", "F3", "Esc"), or a label of the hints: that. `?` helps anywhere. Where text is expected a word stands behind a colon (":back"). PINs
 * are read without echo on a terminal. The end of the input ends it cleanly. Gives 0, or 1 with `e` when the output cannot be written. */
int plain_run(struct stack *s, FILE *in, FILE *out, struct err *e);

#endif
