/* CBOR (RFC 8949) head by head: written in the deterministic form (§4.2), read without building anything, so that no count in the input makes memory. */
#ifndef SAFAR_RECORD_CBOR_H
#define SAFAR_RECORD_CBOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/str.h"

enum cbor_kind { CBOR_KIND_UINT, CBOR_KIND_NEGATIVE, CBOR_KIND_BYTES, CBOR_KIND_TEXT, CBOR_KIND_ARRAY, CBOR_KIND_MAP, CBOR_KIND_TAG, CBOR_KIND_OTHER };

/* Appends the head of an item: its value, count or length. For bytes and texts cbor_add_bytes and cbor_add_text do all of it. */
void cbor_add(struct str *out, enum cbor_kind kind, uint64_t value);
void cbor_add_bytes(struct str *out, const void *bytes, size_t n);
void cbor_add_text(struct str *out, const char *text);

struct cbor_reader {
	const uint8_t *at;
	size_t left;
	bool broken; /* something was not as asked for; all further reading fails */
};

/* The next head must be of this kind (not a tag); its value (negative: −1 − value). Bytes and texts are read by the calls below. */
uint64_t cbor_next(struct cbor_reader *r, enum cbor_kind kind);
/* The same and the value must be this one. */
void cbor_expect(struct cbor_reader *r, enum cbor_kind kind, uint64_t value);
/* A tag that must be this one. libcbor's decoder knows no tag from 6 to 20, so the bytes of its head are compared. */
bool cbor_skip_tag(struct cbor_reader *r, uint64_t tag);
/* Bytes, borrowed from the input. */
const uint8_t *cbor_next_bytes(struct cbor_reader *r, size_t *n);
/* A text copied into `a`: UTF-8, not empty, without control characters; never NULL ("" when broken). */
const char *cbor_next_text(struct cbor_reader *r, struct arena *a);

#endif
