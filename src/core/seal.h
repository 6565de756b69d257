/* Sealed files: bytes that only the holders of some secret keys can read, behind a header that everybody can.
 *
 * One random key encrypts the bytes, in chunks of SEAL_CHUNK (XChaCha20-Poly1305, libsodium's secretstream); that key lies in the file once for each reader, in an
 * anonymous box (X25519 and XSalsa20-Poly1305, crypto_box_seal). Every chunk authenticates everything that stands before it: a header that was changed, a reader that was
 * added or left out, a chunk that was moved, cut off or doubled opens for nobody. It hides nothing of the length, and says nothing of who sealed it. */
#ifndef SAFAR_CORE_SEAL_H
#define SAFAR_CORE_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/str.h"

enum {
	SEAL_SEED_BYTES = 32,
	SEAL_PUBLIC_BYTES = 32,
	SEAL_SECRET_BYTES = 32,
	SEAL_BOX_BYTES = 80,               /* the file's key for one reader */
	SEAL_CHUNK = 64 * 1024,
	SEAL_READERS_MAX = 64,
	SEAL_HEADER_MAX = 1024 * 1024,     /* bytes */
	SEAL_BYTES_MAX = 128 * 1024 * 1024, /* of what is sealed */
	SEAL_FILE_MAX = SEAL_BYTES_MAX + 2 * SEAL_HEADER_MAX, /* a sound file is never larger */
};

/* A reader's pair of keys. Whoever holds one wipes it (secret_wipe) when it is no longer needed. */
struct seal_key {
	uint8_t public[SEAL_PUBLIC_BYTES];
	uint8_t secret[SEAL_SECRET_BYTES];
};

/* The pair that belongs to a seed: the same seed gives the same pair. */
void seal_key_from_seed(struct seal_key *key, const uint8_t seed[SEAL_SEED_BYTES]);

/* Whether something can be sealed to these 32 bytes: a point of small order would let everybody read it. */
bool seal_public_is_sound(const uint8_t public[SEAL_PUBLIC_BYTES]);

/* Appends the sealed file to `out`. False, and nothing appended, for a header, bytes or readers beyond the limits above, or a reader that is not sound. */
bool seal_make(struct str *out, const void *header, size_t header_size, const uint8_t (*readers)[SEAL_PUBLIC_BYTES], size_t count, const void *bytes, size_t n);

/* A sealed file in memory, in its parts; all of it borrowed. */
struct seal_parts {
	const char *header; /* not terminated, and not authenticated before seal_open has succeeded */
	size_t header_size, readers, size; /* size: bytes that are sealed */
	const uint8_t *start;              /* of the file */
};

/* Finds the parts by shape alone. False for what is no sealed file, or longer or shorter than it says. */
bool seal_read(const void *file, size_t n, struct seal_parts *out);

enum seal_end { SEAL_OPENED, SEAL_OTHER_KEY, SEAL_DAMAGED };
/* Opens what was read: p->size bytes into `out`. SEAL_OTHER_KEY: it is sealed to others. Otherwise than SEAL_OPENED `out` is wiped. */
enum seal_end seal_open(const struct seal_parts *p, const struct seal_key *key, uint8_t *out);

#endif
