#include "config.h"
#include "record/base58.h"

#include <string.h>

#define DID_KEY "did:key:z"

static const char alphabet[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
static const uint8_t ed25519_prefix[] = {0xED, 0x01};

/* More digits than bytes of base 256 can have: log 256 / log 58 < 1.366. */
enum { DIGITS_MAX = BASE58_BYTES_MAX * 1366 / 1000 + 1 };

void base58_add(struct str *out, const uint8_t *bytes, size_t n)
{
	uint8_t digits[DIGITS_MAX];
	size_t zeros = 0, count = 0;
	while (zeros < n && bytes[zeros] == 0)
		zeros++;
	for (size_t i = zeros; i < n; i++) {
		unsigned carry = bytes[i];
		for (size_t j = 0; j < count; j++) {
			carry += (unsigned)digits[j] << 8;
			digits[j] = (uint8_t)(carry % 58);
			carry /= 58;
		}
		for (; carry; carry /= 58)
			digits[count++] = (uint8_t)(carry % 58);
	}
	for (size_t i = 0; i < zeros; i++)
		str_addc(out, alphabet[0]);
	while (count > 0)
		str_addc(out, alphabet[digits[--count]]);
}

bool base58_read(const char *text, uint8_t *out, size_t *n)
{
	uint8_t bytes[BASE58_BYTES_MAX]; /* the least significant first */
	size_t zeros = strspn(text, "1"), count = 0;
	for (const char *p = text + zeros; *p; p++) {
		const char *at = strchr(alphabet, *p);
		if (!at)
			return false;
		unsigned carry = (unsigned)(at - alphabet);
		for (size_t j = 0; j < count; j++) {
			carry += bytes[j] * 58u;
			bytes[j] = (uint8_t)carry;
			carry >>= 8;
		}
		if (carry && count == sizeof(bytes))
			return false;
		if (carry)
			bytes[count++] = (uint8_t)carry;
	}
	if (zeros + count > *n)
		return false;
	memset(out, 0, zeros);
	for (size_t i = 0; i < count; i++)
		out[zeros + i] = bytes[count - 1 - i];
	*n = zeros + count;
	return true;
}

void multikey_add(struct str *out, const uint8_t public[SIGN_PUBLIC_BYTES])
{
	uint8_t bytes[sizeof(ed25519_prefix) + SIGN_PUBLIC_BYTES];
	memcpy(bytes, ed25519_prefix, sizeof(ed25519_prefix));
	memcpy(bytes + sizeof(ed25519_prefix), public, SIGN_PUBLIC_BYTES);
	str_addc(out, 'z');
	base58_add(out, bytes, sizeof(bytes));
}

bool did_key_read(const char *did, uint8_t public[SIGN_PUBLIC_BYTES])
{
	uint8_t bytes[sizeof(ed25519_prefix) + SIGN_PUBLIC_BYTES];
	size_t n = sizeof(bytes);
	if (!str_starts(did, DID_KEY) || !base58_read(did + strlen(DID_KEY), bytes, &n) || n != sizeof(bytes) ||
	    memcmp(bytes, ed25519_prefix, sizeof(ed25519_prefix)) != 0)
		return false;
	memcpy(public, bytes + sizeof(ed25519_prefix), SIGN_PUBLIC_BYTES);
	return sign_public_is_sound(public);
}
