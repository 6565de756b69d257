/* The closing file of an exam session: lines of JSON, each naming the SHA-256 of the line before it, so that none can be changed, moved, added or left out alone. The first is the session,
 * then one for each sitting, the last one says how many there are and may be signed. What is read is foreign: every size has a limit. */
#ifndef SAFAR_RECORD_CLOSING_H
#define SAFAR_RECORD_CLOSING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/secret.h"
#include "core/seal.h"
#include "core/sign.h"
#include "core/str.h"

enum { CLOSING_LINES_MAX = 600, CLOSING_BYTES_MAX = SEAL_BYTES_MAX, CLOSING_DID_SIZE = 72 };

/* Writing: closing_add for each JSON object ("{…}", on one line), then closing_end. */
struct closing {
	struct str *out;           /* borrowed */
	char last[HASH_HEX_SIZE];  /* hash of the last line; all zeros before the first */
	char record[HASH_HEX_SIZE], records[HASH_HEX_SIZE]; /* of the last object alone, and of those of all sittings one after the other: as long as nothing is added to them they
							     * are the same in every file and report */
	size_t count;
};
void closing_begin(struct closing *c, struct str *out);
void closing_add(struct closing *c, const char *json);
void closing_end(struct closing *c, const struct sign_key *key); /* `key` NULL: not signed. Then c->last is the hash of the whole */

struct closing_sitting {
	int seat;
	const char *sitting, *state, *latin, *record; /* record: hash of the object alone */
};
struct closing_found {
	const char *site, *title, *exam, *day, *room;
	int64_t session, at;
	struct closing_sitting *sittings;
	size_t count;
	bool signature;                  /* there is one, and it holds */
	char signer[CLOSING_DID_SIZE];   /* did:key of it, "" without */
	char hash[HASH_HEX_SIZE];        /* of the whole */
	char records[HASH_HEX_SIZE];     /* of the sittings' objects */
};
/* Checks every line; texts in `a`. ERR_INPUT says which line is wrong. */
bool closing_check(const char *text, size_t n, struct arena *a, struct closing_found *out, struct err *e);

#endif
