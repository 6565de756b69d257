/* Secrets kept under a pass phrase: Argon2id (256 MiB, 3 passes: this is done by hand, now and then) and XSalsa20-Poly1305. */
#ifndef SAFAR_CORE_PHRASE_H
#define SAFAR_CORE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/random.h"

enum { PHRASE_CHARACTERS_MIN = 16, PHRASE_BYTES_MAX = 512, PHRASE_SALT_BYTES = 16, PHRASE_NONCE_BYTES = 24, PHRASE_TAG_BYTES = 16 };

/* What stands beside the sealed bytes. */
struct phrase_box {
	uint8_t salt[PHRASE_SALT_BYTES], nonce[PHRASE_NONCE_BYTES];
};

/* Seals `n` bytes into `out` (n + PHRASE_TAG_BYTES) and fills the box. False only when memory for it cannot be had. */
bool phrase_seal(struct phrase_box *box, uint8_t *out, const uint8_t *in, size_t n, const char *phrase, const struct entropy *entropy);

/* The way back: `n` sealed bytes become n - PHRASE_TAG_BYTES. False with another phrase, changed bytes, or without memory. */
bool phrase_open(const struct phrase_box *box, uint8_t *out, const uint8_t *in, size_t n, const char *phrase);

/* The same under two phrases of two people: both are needed, in either order, and whoever has one of them learns nothing by trying others for the other.
 * Both must not be the same. */
bool phrase_pair_seal(struct phrase_box *box, uint8_t *out, const uint8_t *in, size_t n, const char *one, const char *other, const struct entropy *entropy);
bool phrase_pair_open(const struct phrase_box *box, uint8_t *out, const uint8_t *in, size_t n, const char *one, const char *other);

/* Characters of a phrase, not bytes: one in Cyrillic is not twice as long. */
size_t phrase_characters(const char *phrase);

#endif
