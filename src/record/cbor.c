#include "config.h"
#include "record/cbor.h"

#include <cbor.h>
#include <string.h>

#include "text/norm.h"

void cbor_add(struct str *out, enum cbor_kind kind, uint64_t value)
{
	unsigned char head[9];
	size_t n = 0;
	switch (kind) {
	case CBOR_KIND_UINT: n = cbor_encode_uint(value, head, sizeof(head)); break;
	case CBOR_KIND_NEGATIVE: n = cbor_encode_negint(value, head, sizeof(head)); break;
	case CBOR_KIND_BYTES: n = cbor_encode_bytestring_start(value, head, sizeof(head)); break;
	case CBOR_KIND_TEXT: n = cbor_encode_string_start(value, head, sizeof(head)); break;
	case CBOR_KIND_ARRAY: n = cbor_encode_array_start(value, head, sizeof(head)); break;
	case CBOR_KIND_MAP: n = cbor_encode_map_start(value, head, sizeof(head)); break;
	case CBOR_KIND_TAG: n = cbor_encode_tag(value, head, sizeof(head)); break;
	case CBOR_KIND_OTHER: break;
	}
	str_addn(out, (const char *)head, n);
}

void cbor_add_bytes(struct str *out, const void *bytes, size_t n)
{
	cbor_add(out, CBOR_KIND_BYTES, n);
	str_addn(out, bytes, n);
}

void cbor_add_text(struct str *out, const char *text)
{
	cbor_add(out, CBOR_KIND_TEXT, strlen(text));
	str_add(out, text);
}

/* What the decoder found in one step. */
struct head {
	enum cbor_kind kind;
	uint64_t value;
	const uint8_t *bytes;
	size_t count;
};

static void found(void *ctx, enum cbor_kind kind, uint64_t value)
{
	*(struct head *)ctx = (struct head){.kind = kind, .value = value};
}

static void on_uint8(void *ctx, uint8_t v)
{
	found(ctx, CBOR_KIND_UINT, v);
}

static void on_uint16(void *ctx, uint16_t v)
{
	found(ctx, CBOR_KIND_UINT, v);
}

static void on_uint32(void *ctx, uint32_t v)
{
	found(ctx, CBOR_KIND_UINT, v);
}

static void on_uint64(void *ctx, uint64_t v)
{
	found(ctx, CBOR_KIND_UINT, v);
}

static void on_negint8(void *ctx, uint8_t v)
{
	found(ctx, CBOR_KIND_NEGATIVE, v);
}

static void on_negint16(void *ctx, uint16_t v)
{
	found(ctx, CBOR_KIND_NEGATIVE, v);
}

static void on_negint32(void *ctx, uint32_t v)
{
	found(ctx, CBOR_KIND_NEGATIVE, v);
}

static void on_negint64(void *ctx, uint64_t v)
{
	found(ctx, CBOR_KIND_NEGATIVE, v);
}

static void on_bytes(void *ctx, cbor_data bytes, size_t n)
{
	*(struct head *)ctx = (struct head){.kind = CBOR_KIND_BYTES, .bytes = bytes, .count = n};
}

static void on_text(void *ctx, cbor_data bytes, size_t n)
{
	*(struct head *)ctx = (struct head){.kind = CBOR_KIND_TEXT, .bytes = bytes, .count = n};
}

static void on_array(void *ctx, size_t n)
{
	found(ctx, CBOR_KIND_ARRAY, n);
}

static void on_map(void *ctx, size_t n)
{
	found(ctx, CBOR_KIND_MAP, n);
}

static struct head next_head(struct cbor_reader *r)
{
	struct head h = {.kind = CBOR_KIND_OTHER};
	struct cbor_callbacks calls = cbor_empty_callbacks;
	calls.uint8 = on_uint8;
	calls.uint16 = on_uint16;
	calls.uint32 = on_uint32;
	calls.uint64 = on_uint64;
	calls.negint8 = on_negint8;
	calls.negint16 = on_negint16;
	calls.negint32 = on_negint32;
	calls.negint64 = on_negint64;
	calls.byte_string = on_bytes;
	calls.string = on_text;
	calls.array_start = on_array;
	calls.map_start = on_map;
	struct cbor_decoder_result result = {.status = CBOR_DECODER_ERROR};
	if (!r->broken && r->left > 0)
		result = cbor_stream_decode(r->at, r->left, &calls, &h);
	if (result.status != CBOR_DECODER_FINISHED || h.kind == CBOR_KIND_OTHER || result.read > r->left) {
		r->broken = true;
		return (struct head){.kind = CBOR_KIND_OTHER};
	}
	r->at += result.read;
	r->left -= result.read;
	return h;
}

bool cbor_skip_tag(struct cbor_reader *r, uint64_t tag)
{
	struct str head;
	str_init(&head);
	cbor_add(&head, CBOR_KIND_TAG, tag);
	if (r->broken || r->left < head.len || memcmp(r->at, head.buf, head.len) != 0) {
		r->broken = true;
	} else {
		r->at += head.len;
		r->left -= head.len;
	}
	str_release(&head);
	return !r->broken;
}

uint64_t cbor_next(struct cbor_reader *r, enum cbor_kind kind)
{
	struct head h = next_head(r);
	if (h.kind != kind)
		r->broken = true;
	return h.value;
}

void cbor_expect(struct cbor_reader *r, enum cbor_kind kind, uint64_t value)
{
	if (cbor_next(r, kind) != value)
		r->broken = true;
}

const uint8_t *cbor_next_bytes(struct cbor_reader *r, size_t *n)
{
	struct head h = next_head(r);
	if (h.kind != CBOR_KIND_BYTES)
		r->broken = true;
	*n = r->broken ? 0 : h.count;
	return h.bytes;
}

const char *cbor_next_text(struct cbor_reader *r, struct arena *a)
{
	struct head h = next_head(r);
	size_t bad;
	if (h.kind != CBOR_KIND_TEXT || h.count == 0 || (!r->broken && !text_valid((const char *)h.bytes, h.count, &bad)))
		r->broken = true;
	for (size_t i = 0; !r->broken && i < h.count; i++) /* C0, DEL, C1 */
		r->broken = h.bytes[i] < 0x20 || h.bytes[i] == 0x7F || (h.bytes[i] == 0xC2 && i + 1 < h.count && h.bytes[i + 1] < 0xA0);
	return r->broken ? "" : arena_strndup(a, (const char *)h.bytes, h.count);
}
