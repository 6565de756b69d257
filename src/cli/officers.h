/* Acts that two people sign in for: an administrator and another member of staff. */
#ifndef SAFAR_CLI_OFFICERS_H
#define SAFAR_CLI_OFFICERS_H

#include "cli/cli.h"
#include "core/phrase.h"

/* What such a command is given; --officer, --second, --pins-file, --key, --phrase-file. */
struct officers {
	const char *officer, *second, *pins_file, *key, *phrase_file;
};
#define OFFICERS_OPTIONS {"officer", required_argument, NULL, 'O'}, {"second", required_argument, NULL, 'S'}, {"pins-file", required_argument, NULL, 'P'}
#define OFFICERS_KEY_OPTIONS {"key", required_argument, NULL, 'K'}, {"phrase-file", required_argument, NULL, 'p'}

/* Takes one of these options; false for another one. */
bool officers_option(struct officers *o, int option, const char *value);

/* Opens the store, asks for both PINs and signs both in: the officer in c->app, the second for one act. */
bool officers_sign_in(struct cli *c, const struct officers *o, int64_t *second);

/* The same where the second one is asked for by some cases only: *second is 0 without --second. */
bool officers_sign_in_one(struct cli *c, const struct officers *o, int64_t *second);

#endif
