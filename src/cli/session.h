/* A person at the terminal: opens the store and runs the screens in one of the two renderings. */
#ifndef SAFAR_CLI_SESSION_H
#define SAFAR_CLI_SESSION_H

#include "cli/cli.h"

struct session_options {
	bool plain;           /* line by line */
	const char *theme;    /* colour | mono | contrast, or NULL: what the terminal can */
	const char *language; /* or NULL: the first screen asks */
};

int session_run(struct cli *c, const struct session_options *o);

#endif
