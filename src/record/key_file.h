/* The signing key of an issuer as a file: its public part to be read by anyone, its seed under a pass phrase. */
#ifndef SAFAR_RECORD_KEY_FILE_H
#define SAFAR_RECORD_KEY_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"
#include "core/random.h"
#include "core/sign.h"
#include "core/str.h"

enum { KEY_FILE_BYTES_MAX = 4096, KEY_DID_SIZE = 72, KEY_PRINT_SIZE = 48 };

/* Makes a new key and appends its file. ERR_INPUT with a phrase shorter than PHRASE_CHARACTERS_MIN. */
bool key_file_new(struct str *out, const char *phrase, const struct entropy *entropy, struct err *e);

/* The did:key of a file, without the phrase. */
bool key_file_did(const char *text, size_t n, char did[KEY_DID_SIZE], struct err *e);

/* The pair of keys; the caller wipes it. ERR_DENIED with another phrase. */
bool key_file_open(const char *text, size_t n, const char *phrase, struct sign_key *out, struct err *e);

/* What people compare on paper: the first 16 bytes of the SHA-256 of the public key, in hexadecimal by fours. False if `did` is none. */
bool key_print(const char *did, char out[KEY_PRINT_SIZE]);

#endif
