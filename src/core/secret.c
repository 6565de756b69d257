#include "config.h"
#include "core/secret.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "core/alloc.h"

enum { PIN_PASSES = 3, PIN_MEMORY = 8 * 1024 * 1024 };

_Static_assert(PIN_HASH_SIZE >= crypto_pwhash_argon2id_STRBYTES, "a hash must fit");
_Static_assert(HASH_HEX_SIZE == 2 * crypto_hash_sha256_BYTES + 1, "a digest must fit");

static void start(void)
{
	if (sodium_init() < 0)
		BUG("libsodium does not start");
}

bool pin_is_digits(const char *pin)
{
	return strlen(pin) == PIN_DIGITS && strspn(pin, "0123456789") == PIN_DIGITS;
}

bool pin_is_weak(const char *pin)
{
	for (int step = -1; step <= 1; step++) {
		int i = 1;
		while (pin[i] && pin[i] - pin[i - 1] == step)
			i++;
		if (!pin[i])
			return true;
	}
	return false;
}

bool pin_hash(const char *pin, char out[PIN_HASH_SIZE])
{
	start();
	return crypto_pwhash_argon2id_str(out, pin, strlen(pin), PIN_PASSES, PIN_MEMORY) == 0;
}

bool pin_verify(const char *pin, const char *hash)
{
	start();
	return crypto_pwhash_argon2id_str_verify(hash, pin, strlen(pin)) == 0;
}

void secret_keep_from_dumps(void)
{
	static const struct rlimit none = {0, 0};
	setrlimit(RLIMIT_CORE, &none); /* lowering a limit is always allowed */
}

void secret_wipe(void *p, size_t n)
{
	sodium_memzero(p, n);
}

void secret_free(char *text)
{
	if (text)
		sodium_memzero(text, strlen(text));
	free(text);
}

bool secret_equal(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

void hash_hex(const void *bytes, size_t n, char out[HASH_HEX_SIZE])
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	crypto_hash_sha256(digest, bytes, n);
	sodium_bin2hex(out, HASH_HEX_SIZE, digest, sizeof(digest));
}
