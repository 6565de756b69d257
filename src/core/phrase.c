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

/* One key of two phrases. The two keys are put in their order before they are hashed (BLAKE2b), so that it does not matter who typed first. */
static bool key_from_pair(uint8_t key[crypto_secretbox_KEYBYTES], const struct phrase_box *box, const char *one, const char *other)
{
	static const char context[] = "safar: two phrases";
	uint8_t both[2][crypto_secretbox_KEYBYTES];
	bool ok = strcmp(one, other) != 0 && key_from(both[0], box, one) && key_from(both[1], box, other);
	if (ok) {
		bool turned = sodium_compare(both[0], both[1], sizeof(both[0])) > 0;
		crypto_generichash_state state;
		crypto_generichash_init(&state, (const uint8_t *)context, sizeof(context) - 1, crypto_secretbox_KEYBYTES);
		crypto_generichash_update(&state, both[turned], sizeof(both[0]));
		crypto_generichash_update(&state, both[!turned], sizeof(both[0]));
		crypto_generichash_final(&state, key, crypto_secretbox_KEYBYTES);
		sodium_memzero(&state, sizeof(state));
	}
	sodium_memzero(both, sizeof(both));
	return ok;
}

bool phrase_pair_seal(struct phrase_box *box, uint8_t *out, const uint8_t *in, size_t n, const char *one, const char *other, const struct entropy *entropy)
{
	uint8_t key[crypto_secretbox_KEYBYTES];
	entropy->fill(entropy->ctx, box->salt, sizeof(box->salt));
	entropy->fill(entropy->ctx, box->nonce, sizeof(box->nonce));
	bool ok = key_from_pair(key, box, one, other);
	if (ok)
		crypto_secretbox_easy(out, in, n, box->nonce, key);
	sodium_memzero(key, sizeof(key));
	return ok;
}

bool phrase_pair_open(const struct phrase_box *box, uint8_t *out, const uint8_t *in, size_t n, const char *one, const char *other)
{
	uint8_t key[crypto_secretbox_KEYBYTES];
	bool ok = n >= PHRASE_TAG_BYTES && key_from_pair(key, box, one, other) && crypto_secretbox_open_easy(out, in, n, box->nonce, key) == 0;
	sodium_memzero(key, sizeof(key));
	return ok;
}

size_t phrase_characters(const char *phrase)
{
	size_t n = 0;
	for (; *phrase; phrase++)
		n += ((unsigned char)*phrase & 0xC0) != 0x80;
	return n;
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
