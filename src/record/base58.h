/* Base 58 as Bitcoin writes it, and the multibase form of Ed25519 keys: did:key (W3C did-method-key, Multikey of vc-di-eddsa §2.1.1). */
#ifndef SAFAR_RECORD_BASE58_H
#define SAFAR_RECORD_BASE58_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/sign.h"
#include "core/str.h"

enum { BASE58_BYTES_MAX = 128 };

/* Appends `n` bytes (at most BASE58_BYTES_MAX) in base 58. */
void base58_add(struct str *out, const uint8_t *bytes, size_t n);

/* Reads a text of base 58 into `out`; `*n` is the room there, then the number of bytes. False if it is none or does not fit. */
bool base58_read(const char *text, uint8_t *out, size_t *n);

/* Appends "z" and the key with its prefix ED 01: what stands behind "did:key:" and behind '#' in a verification method. */
void multikey_add(struct str *out, const uint8_t public[SIGN_PUBLIC_BYTES]);

/* The key of a "did:key:z…": false if it is no sound Ed25519 key. */
bool did_key_read(const char *did, uint8_t public[SIGN_PUBLIC_BYTES]);

#endif
