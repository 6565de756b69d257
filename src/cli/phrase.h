/* Pass phrases and PINs on the command line: never an argument, never shown, never kept. */
#ifndef SAFAR_CLI_PHRASE_H
#define SAFAR_CLI_PHRASE_H

#include <stdbool.h>

#include "core/err.h"
#include "core/phrase.h"

/* Reads a phrase: the first line of `file`, or, with `file` NULL, from the terminal without showing it (twice if it is a new one). The caller wipes `out`. */
bool cli_phrase(const char *file, bool twice, char out[PHRASE_BYTES_MAX], struct err *e);

/* Whose secret it is, which says what to do without a terminal: the pass phrase of a key, PINs of two people, the phrases of two officers, or all that an officer types. */
enum cli_secret_kind { SECRET_PHRASE, SECRET_PIN, SECRET_PAIR, SECRET_OFFICER };

/* The same with another question than "pass phrase"; a PIN is read so too. Ctrl-C and the like end the program with the terminal as it was. */
bool cli_secret(enum cli_secret_kind k, const char *file, const char *question, bool twice, char out[PHRASE_BYTES_MAX], struct err *e);

/* Two PINs: the first two lines of `file`, or asked for on the terminal by these codes. The caller wipes both. */
bool cli_pins(const char *file, const char *first, const char *second, char out[2][PHRASE_BYTES_MAX], struct err *e);

#endif
