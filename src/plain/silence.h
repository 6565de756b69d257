/* The terminal of the line mode while a PIN is typed, and while a screen is locked. */
#ifndef SAFAR_PLAIN_SILENCE_H
#define SAFAR_PLAIN_SILENCE_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <termios.h>

struct silence {
	FILE *in;
	int signals; /* signalfd while the terminal is silent, else −1 */
	bool locked; /* keys that end or stop a program are ignored */
	tcflag_t flow; /* IXON as it was before it was locked, … */
	cc_t eof;      /* … and the key for the end of input */
	struct termios terminal; /* both as they were before it fell silent */
	sigset_t mask;
};

/* On a terminal, typing shows nothing until silence_end. Ctrl+C comes as a character then and the signals that end a program wait, so that the
 * terminal is never left dumb. False where `in` is no terminal. */
bool silence_begin(struct silence *s);
/* As it was; a line end goes to `out`. Takes the signals that waited as what they are: the program may end here. */
void silence_end(struct silence *s, FILE *out);

/* While locked, Ctrl+C, Ctrl+\\, Ctrl+Z, Ctrl+S and Ctrl+D do nothing. Not for what is no terminal. */
void silence_lock(struct silence *s, bool locked);

#endif
