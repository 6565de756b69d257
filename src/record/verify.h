/* Whether a certificate is real, whose it is, whether its issuer is trusted, and whether it is in force: for an employer or a consulate, offline. */
#ifndef SAFAR_RECORD_VERIFY_H
#define SAFAR_RECORD_VERIFY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "record/list.h"

/* The gravest first; the numbers are the exit codes of `safar certificate verify` (2 is wrong use). */
enum finding {
	FOUND_VALID = 0,
	FOUND_FALSE = 1,          /* damaged, changed, of another kind, or practice */
	FOUND_UNKNOWN_ISSUER = 3, /* the signature is good, but nobody on the list of trust made it */
	FOUND_REVOKED = 4,
	FOUND_NOT_IN_FORCE = 5,   /* not yet, or no longer; or its issuer might not issue when it was made */
	FOUND_OLD_LIST = 6,       /* the list of withdrawn certificates is older than REVOKED_DAYS, or there is none */
};
enum { REVOKED_DAYS = 30 };

struct verified_result {
	const char *name, *value; /* "Reading" "18 of 25", or as the code has it: "nl-A1" "84 %" */
};
/* What the certificate says and what was found. Texts are never NULL. */
struct verified {
	enum finding finding;
	const char *why;          /* one translated sentence about the finding */
	const char *id;           /* urn:uuid */
	const char *issuer;       /* did:key, or "" where a code does not say and nobody trusted has that key */
	const char *issuer_name;  /* by the list of trust; else as the certificate itself says it */
	const char *telephone;    /* by the list of trust */
	const char *name, *birth; /* of the person; birth "" in a badge */
	const char *document;     /* "sha256$…" of the passport number, or "" */
	const char *salt;
	const char *programme, *description, *details; /* details: when and where, by whom; "" in a code */
	const char *from, *until; /* times as in the record */
	const struct verified_result *results;
	size_t result_count;
	const char *revoked_on;   /* "" if not */
	const char *list_issued;  /* of the list of withdrawn certificates; "" if there is none */
};

/* Judges the text of a file (JSON) or of a QR code ("SAF1:…"). `trust` and `revoked` may be NULL. `now` is UTC in milliseconds. Never fails: what cannot be
 * read is FOUND_FALSE. Everything in `a`. */
void verify_text(const char *text, size_t n, const struct list *trust, const struct list *revoked, int64_t now, struct arena *a, struct verified *out);

/* Whether a passport number is the one of the certificate, compared in constant time; spaces and case are nothing. */
bool verified_document_is(const struct verified *v, const char *number);

#endif
