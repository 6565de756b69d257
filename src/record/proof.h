/* Signing a credential and checking its signatures: W3C Data Integrity proofs with EdDSA (vc-di-eddsa, May 2025), eddsa-rdfc-2022 first, because validators of
 * badges look at the first proof only, then eddsa-jcs-2022, which covers the exact JSON. Ours needs both to hold. */
#ifndef SAFAR_RECORD_PROOF_H
#define SAFAR_RECORD_PROOF_H

#include <stdbool.h>

#include <jansson.h>

#include "core/err.h"
#include "core/sign.h"

/* Gives `credential` its `proof`: both, with the time `created` (2026-05-01T09:00:00Z). Its issuer must be the did:key of `key`. */
bool proof_add(json_t *credential, const struct sign_key *key, const char *created, struct err *e);

/* Whether the credential has the closed shape, exactly the two proofs, and both hold under the issuer's did:key, which goes to `issuer`. That says
 * nothing about who that is: the caller looks it up among the trusted. */
bool proof_check(const json_t *credential, uint8_t issuer[SIGN_PUBLIC_BYTES], struct err *e);

#endif
