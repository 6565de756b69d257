/* The key of a centre, to which live banks of examinations are sealed: its public part is a file for the agency, its seed is a file under the pass phrases of two officers. */
#ifndef SAFAR_RECORD_EXAM_KEY_H
#define SAFAR_RECORD_EXAM_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"
#include "core/random.h"
#include "core/seal.h"
#include "core/str.h"

enum { EXAM_KEY_BYTES_MAX = 4096, EXAM_KEY_ID_SIZE = 72, EXAM_KEY_PRINT_SIZE = 48 };

/* Makes a new key and appends its two files. Either phrase needs PHRASE_CHARACTERS_MIN characters, and they differ: else ERR_INPUT. */
bool exam_key_new(struct str *secret, struct str *public, const char *one, const char *other, const struct entropy *entropy, struct err *e);

/* The public key of either file. ERR_INPUT for anything else, and for a key that nothing can be sealed to. */
bool exam_key_public(const char *text, size_t n, uint8_t public[SEAL_PUBLIC_BYTES], struct err *e);

/* The pair of keys, opened with both phrases in either order; the caller wipes it. ERR_DENIED with other phrases, ERR_INPUT for a file that holds no secret. */
bool exam_key_open(const char *text, size_t n, const char *one, const char *other, struct seal_key *out, struct err *e);

/* "did:key:z6LS…" (multicodec x25519-pub, W3C did-method-key). */
void exam_key_id(const uint8_t public[SEAL_PUBLIC_BYTES], char out[EXAM_KEY_ID_SIZE]);

/* What people compare on paper, and what a sealed file names its readers by: the first 16 bytes of the SHA-256 of the public key, in hexadecimal by fours. */
void exam_key_print(const uint8_t public[SEAL_PUBLIC_BYTES], char out[EXAM_KEY_PRINT_SIZE]);

#endif
