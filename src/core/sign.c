#include "config.h"
#include "core/sign.h"

#include <sodium.h>

_Static_assert(SIGN_SEED_BYTES == crypto_sign_SEEDBYTES && SIGN_PUBLIC_BYTES == crypto_sign_PUBLICKEYBYTES &&
		       SIGN_SECRET_BYTES == crypto_sign_SECRETKEYBYTES && SIGN_BYTES == crypto_sign_BYTES && DIGEST_BYTES == crypto_hash_sha256_BYTES,
	       "libsodium's sizes");

void sign_key_from_seed(struct sign_key *key, const uint8_t seed[SIGN_SEED_BYTES])
{
	crypto_sign_seed_keypair(key->public, key->secret, seed);
}

void sign_make(uint8_t out[SIGN_BYTES], const void *bytes, size_t n, const struct sign_key *key)
{
	crypto_sign_detached(out, NULL, bytes, n, key->secret);
}

bool sign_holds(const uint8_t signature[SIGN_BYTES], const void *bytes, size_t n, const uint8_t public[SIGN_PUBLIC_BYTES])
{
	return crypto_sign_verify_detached(signature, bytes, n, public) == 0;
}

bool sign_public_is_sound(const uint8_t public[SIGN_PUBLIC_BYTES])
{
	return crypto_core_ed25519_is_valid_point(public) == 1;
}

void digest_make(uint8_t out[DIGEST_BYTES], const void *bytes, size_t n)
{
	crypto_hash_sha256(out, bytes, n);
}
