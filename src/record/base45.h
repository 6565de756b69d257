/* Base 45 (RFC 9285): bytes in the letters of a QR code's alphanumeric mode. */
#ifndef SAFAR_RECORD_BASE45_H
#define SAFAR_RECORD_BASE45_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/str.h"

void base45_add(struct str *out, const uint8_t *bytes, size_t n);

/* Reads a text; `*n` is the room of `out`, then the number of bytes. False if it is no base 45 (a letter outside, a group over its range, one letter left)
 * or does not fit. */
bool base45_read(const char *text, uint8_t *out, size_t *n);

#endif
