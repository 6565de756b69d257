#include "config.h"
#include "core/phrase.h"

#include <sodium.h>
#include <string.h>

_Static_assert(PHRASE_SALT_BYTES == crypto_pwhash_SALTBYTES && PHRASE_NONCE_BYTES == crypto_secretbox_NONCEBYTES && PHRASE_TAG_BYTES == crypto_secretbox_MACBYTES,
	       "libsodium's sizes");

static bool key_from(uint8_t key[crypto_secretbox_KEYBYTES], const struct phrase_box *box, const char *phrase)
{
	return crypto_pwhash(key, crypto_secretbox_KEYBYTES, phrase, strlen(phrase), box->salt, crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE,
			     crypto_pwhash_ALG_ARGON2ID13) == 0;
}

bool phrase_seal(struct phrase_box *box, uint8_t *out, const uint8_t *in, size_t n, const char *phrase, const struct entropy *entropy)
{
	uint8_t key[crypto_secretbox_KEYBYTES];
	entropy->fill(entropy->ctx, box->salt, sizeof(box->salt));
	entropy->fill(entropy->ctx, box->nonce, sizeof(box->nonce));
	bool ok = key_from(key, box, phrase);
	if (ok)
		crypto_secretbox_easy(out, in, n, box->nonce, key);
	sodium_memzero(key, sizeof(key));
	return ok;
}

bool phrase_open(const struct phrase_box *box, uint8_t *out, const uint8_t *in, size_t n, const char *phrase)
{
	uint8_t key[crypto_secretbox_KEYBYTES];
	bool ok = n >= PHRASE_TAG_BYTES && key_from(key, box, phrase) && crypto_secretbox_open_easy(out, in, n, box->nonce, key) == 0;
	sodium_memzero(key, sizeof(key));
	return ok;
}
