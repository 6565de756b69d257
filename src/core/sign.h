/* Signatures with Ed25519 (RFC 8032) and the digest they are made over (SHA-256). */
#ifndef SAFAR_CORE_SIGN_H
#define SAFAR_CORE_SIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SIGN_SEED_BYTES = 32, SIGN_PUBLIC_BYTES = 32, SIGN_SECRET_BYTES = 64, SIGN_BYTES = 64, DIGEST_BYTES = 32 };

/* A pair of keys. Whoever holds one wipes it (secret_wipe) when it is no longer needed. */
struct sign_key {
	uint8_t public[SIGN_PUBLIC_BYTES];
	uint8_t secret[SIGN_SECRET_BYTES];
};

/* The pair that belongs to a seed: the same seed gives the same pair. */
void sign_key_from_seed(struct sign_key *key, const uint8_t seed[SIGN_SEED_BYTES]);

/* Signs `n` bytes; deterministic, as the standard has it. */
void sign_make(uint8_t out[SIGN_BYTES], const void *bytes, size_t n, const struct sign_key *key);

/* Whether the signature is the owner's of `public` over these bytes. */
bool sign_holds(const uint8_t signature[SIGN_BYTES], const void *bytes, size_t n, const uint8_t public[SIGN_PUBLIC_BYTES]);

/* Whether 32 bytes are a public key that somebody can have: a point of the curve in the main subgroup. */
bool sign_public_is_sound(const uint8_t public[SIGN_PUBLIC_BYTES]);

/* SHA-256. */
void digest_make(uint8_t out[DIGEST_BYTES], const void *bytes, size_t n);

#endif
