/* A certificate small enough for a QR code: a CBOR Web Token (RFC 8392) signed as COSE_Sign1 (RFC 9052) with EdDSA, in base 45 behind "SAF1:". */
#ifndef SAFAR_RECORD_CWT_H
#define SAFAR_RECORD_CWT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/sign.h"
#include "core/str.h"

enum { CWT_RESULTS_MAX = 16, CWT_BYTES_MAX = 2048, CWT_ID_BYTES = 16, CWT_KID_BYTES = 8 };

struct cwt_result {
	const char *unit;
	uint64_t percent;
};
/* What it says; texts are never NULL. Times are seconds since 1970 UTC. */
struct cwt {
	const char *issuer, *subject; /* short name of the issuer; number of the certificate */
	uint64_t expires, not_before, issued;
	uint8_t id[CWT_ID_BYTES];     /* the UUID of the credential */
	uint64_t version;
	const char *achievement, *name, *birth; /* name in capital Latin letters; birth date */
	struct cwt_result results[CWT_RESULTS_MAX];
	size_t result_count;
};

/* Signs and appends the text. */
void cwt_add(struct str *out, const struct cwt *c, const struct sign_key *key);

/* The signature of a token that was read, and what it was made over. */
struct cwt_seal {
	uint8_t kid[CWT_KID_BYTES]; /* the first bytes of the SHA-256 of the signer's public key */
	uint8_t signature[SIGN_BYTES];
	const char *signed_bytes;   /* in the arena */
	size_t signed_count;
};

/* Whether it is meant to be a code: it begins as one, be it in small letters, which codes do not have. */
bool cwt_like(const char *text);

/* Reads a text in the one form that cwt_add writes: another order, length or form of the same is refused, as is what is cut, wrapped or over
 * CWT_BYTES_MAX. Texts go into `a`. Says nothing about the signature. */
bool cwt_read(const char *text, struct arena *a, struct cwt *out, struct cwt_seal *seal, struct err *e);

/* Whether the seal says that `public` made it. */
bool cwt_seal_names(const struct cwt_seal *seal, const uint8_t public[SIGN_PUBLIC_BYTES]);

/* Whether the seal is the one of `public`. */
bool cwt_seal_holds(const struct cwt_seal *seal, const uint8_t public[SIGN_PUBLIC_BYTES]);

#endif
