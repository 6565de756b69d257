/* Secrets: hashing of PINs, comparison in constant time, wiping, and hashes that name content. */
#ifndef SAFAR_CORE_SECRET_H
#define SAFAR_CORE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

enum {
	PIN_DIGITS = 6,
	PIN_HASH_SIZE = 128, /* bytes of the encoded hash, with its terminator */
	HASH_HEX_SIZE = 65,  /* hexadecimal SHA-256 with its terminator */
};

/* Whether `pin` is six digits and not one that everybody tries first (all equal, or counting up or down). */
bool pin_is_digits(const char *pin);
bool pin_is_weak(const char *pin);

/* Argon2id, 8 MiB, 3 passes (RFC 9106 asks for more memory; 200 terminals on one small server decide here).
 * Writes the encoded hash with its salt. False only when memory for it cannot be had. */
bool pin_hash(const char *pin, char out[PIN_HASH_SIZE]);
bool pin_verify(const char *pin, const char *hash);

/* Overwrites so that the compiler cannot drop it. */
void secret_wipe(void *p, size_t n);

/* Wipes a text and frees it. NULL is fine. */
void secret_free(char *text);

/* No file of this process's memory when it dies: PINs, pass phrases, keys and opened banks stand there. Programs that it starts inherit it. */
void secret_keep_from_dumps(void);

/* Whether `n` bytes are the same, in a time that tells nothing of where they differ. */
bool secret_equal(const void *a, const void *b, size_t n);

/* SHA-256 of `n` bytes in lower-case hexadecimal. */
void hash_hex(const void *bytes, size_t n, char out[HASH_HEX_SIZE]);

#endif
