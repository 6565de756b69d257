#include "config.h"
#include "record/cwt.h"

#include <string.h>
#include <strings.h>

#include "core/i18n.h"
#include "record/base45.h"
#include "record/cbor.h"

#define PREFIX "SAF1:"

/* Registered claims (RFC 8392 §3.1), and ours: a key below -65536 is for private use. A negative key k stands in CBOR as -1 - k. */
enum { CLAIM_ISSUER = 1, CLAIM_SUBJECT = 2, CLAIM_EXPIRES = 4, CLAIM_NOT_BEFORE = 5, CLAIM_ISSUED = 6, CLAIM_ID = 7, CLAIM_SAFAR = 70001 - 1, CLAIMS = 7 };
enum { SAFAR_VERSION = 1, SAFAR_ACHIEVEMENT, SAFAR_NAME, SAFAR_BIRTH, SAFAR_RESULTS, SAFAR_FIELDS = 5 };
/* COSE (RFC 9052): the tag of a COSE_Sign1, labels of the protected header, and EdDSA (-8). */
enum { TAG_SIGN1 = 18, SIGN1_PARTS = 4, HEADER_ALGORITHM = 1, HEADER_KID = 4, HEADERS = 2, EDDSA = 8 - 1 };

static void add_number(struct str *out, uint64_t key, uint64_t value)
{
	cbor_add(out, CBOR_KIND_UINT, key);
	cbor_add(out, CBOR_KIND_UINT, value);
}

static void add_text(struct str *out, uint64_t key, const char *text)
{
	cbor_add(out, CBOR_KIND_UINT, key);
	cbor_add_text(out, text);
}

static void add_payload(struct str *out, const struct cwt *c)
{
	cbor_add(out, CBOR_KIND_MAP, CLAIMS);
	add_text(out, CLAIM_ISSUER, c->issuer);
	add_text(out, CLAIM_SUBJECT, c->subject);
	add_number(out, CLAIM_EXPIRES, c->expires);
	add_number(out, CLAIM_NOT_BEFORE, c->not_before);
	add_number(out, CLAIM_ISSUED, c->issued);
	cbor_add(out, CBOR_KIND_UINT, CLAIM_ID);
	cbor_add_bytes(out, c->id, sizeof(c->id));
	cbor_add(out, CBOR_KIND_NEGATIVE, CLAIM_SAFAR);
	cbor_add(out, CBOR_KIND_MAP, SAFAR_FIELDS);
	add_number(out, SAFAR_VERSION, c->version);
	add_text(out, SAFAR_ACHIEVEMENT, c->achievement);
	add_text(out, SAFAR_NAME, c->name);
	add_text(out, SAFAR_BIRTH, c->birth);
	cbor_add(out, CBOR_KIND_UINT, SAFAR_RESULTS);
	cbor_add(out, CBOR_KIND_ARRAY, c->result_count);
	for (size_t i = 0; i < c->result_count; i++) {
		cbor_add(out, CBOR_KIND_ARRAY, 2);
		cbor_add_text(out, c->results[i].unit);
		cbor_add(out, CBOR_KIND_UINT, c->results[i].percent);
	}
}

static void add_header(struct str *out, const uint8_t kid[CWT_KID_BYTES])
{
	cbor_add(out, CBOR_KIND_MAP, HEADERS);
	cbor_add(out, CBOR_KIND_UINT, HEADER_ALGORITHM);
	cbor_add(out, CBOR_KIND_NEGATIVE, EDDSA);
	cbor_add(out, CBOR_KIND_UINT, HEADER_KID);
	cbor_add_bytes(out, kid, CWT_KID_BYTES);
}

/* Sig_structure (RFC 9052 §4.4). */
static void add_to_be_signed(struct str *out, const struct str *header, const struct str *payload)
{
	cbor_add(out, CBOR_KIND_ARRAY, 4);
	cbor_add_text(out, "Signature1");
	cbor_add_bytes(out, header->buf, header->len);
	cbor_add_bytes(out, "", 0);
	cbor_add_bytes(out, payload->buf, payload->len);
}

/* All parts of a token, and together. */
struct parts {
	struct str header, payload, to_be_signed, whole;
};

static void parts_make(struct parts *p, const struct cwt *c, const uint8_t kid[CWT_KID_BYTES])
{
	str_init(&p->header);
	str_init(&p->payload);
	str_init(&p->to_be_signed);
	str_init(&p->whole);
	add_header(&p->header, kid);
	add_payload(&p->payload, c);
	add_to_be_signed(&p->to_be_signed, &p->header, &p->payload);
	cbor_add(&p->whole, CBOR_KIND_TAG, TAG_SIGN1);
	cbor_add(&p->whole, CBOR_KIND_ARRAY, SIGN1_PARTS);
	cbor_add_bytes(&p->whole, p->header.buf, p->header.len);
	cbor_add(&p->whole, CBOR_KIND_MAP, 0);
	cbor_add_bytes(&p->whole, p->payload.buf, p->payload.len);
}

static void parts_release(struct parts *p)
{
	str_release(&p->header);
	str_release(&p->payload);
	str_release(&p->to_be_signed);
	str_release(&p->whole);
}

static void kid_of(uint8_t kid[CWT_KID_BYTES], const uint8_t public[SIGN_PUBLIC_BYTES])
{
	uint8_t digest[DIGEST_BYTES];
	digest_make(digest, public, SIGN_PUBLIC_BYTES);
	memcpy(kid, digest, CWT_KID_BYTES);
}

void cwt_add(struct str *out, const struct cwt *c, const struct sign_key *key)
{
	uint8_t kid[CWT_KID_BYTES], signature[SIGN_BYTES];
	struct parts p;
	kid_of(kid, key->public);
	parts_make(&p, c, kid);
	sign_make(signature, p.to_be_signed.buf, p.to_be_signed.len, key);
	cbor_add_bytes(&p.whole, signature, sizeof(signature));
	str_add(out, PREFIX);
	base45_add(out, (const uint8_t *)p.whole.buf, p.whole.len);
	parts_release(&p);
}

static uint64_t read_number(struct cbor_reader *r, uint64_t key)
{
	cbor_expect(r, CBOR_KIND_UINT, key);
	return cbor_next(r, CBOR_KIND_UINT);
}

static const char *read_text(struct cbor_reader *r, uint64_t key, struct arena *a)
{
	cbor_expect(r, CBOR_KIND_UINT, key);
	return cbor_next_text(r, a);
}

static void read_results(struct cbor_reader *r, struct arena *a, struct cwt *out)
{
	cbor_expect(r, CBOR_KIND_UINT, SAFAR_RESULTS);
	uint64_t count = cbor_next(r, CBOR_KIND_ARRAY);
	if (count > CWT_RESULTS_MAX)
		r->broken = true;
	for (; !r->broken && out->result_count < count; out->result_count++) {
		struct cwt_result *result = &out->results[out->result_count];
		cbor_expect(r, CBOR_KIND_ARRAY, 2);
		result->unit = cbor_next_text(r, a);
		result->percent = cbor_next(r, CBOR_KIND_UINT);
	}
}

static bool read_payload(struct cbor_reader *r, struct arena *a, struct cwt *out)
{
	cbor_expect(r, CBOR_KIND_MAP, CLAIMS);
	out->issuer = read_text(r, CLAIM_ISSUER, a);
	out->subject = read_text(r, CLAIM_SUBJECT, a);
	out->expires = read_number(r, CLAIM_EXPIRES);
	out->not_before = read_number(r, CLAIM_NOT_BEFORE);
	out->issued = read_number(r, CLAIM_ISSUED);
	cbor_expect(r, CBOR_KIND_UINT, CLAIM_ID);
	size_t n;
	const uint8_t *id = cbor_next_bytes(r, &n);
	if (n == sizeof(out->id))
		memcpy(out->id, id, n);
	else
		r->broken = true;
	cbor_expect(r, CBOR_KIND_NEGATIVE, CLAIM_SAFAR);
	cbor_expect(r, CBOR_KIND_MAP, SAFAR_FIELDS);
	out->version = read_number(r, SAFAR_VERSION);
	r->broken |= out->version != 1; /* what another one means nobody knows yet */
	out->achievement = read_text(r, SAFAR_ACHIEVEMENT, a);
	out->name = read_text(r, SAFAR_NAME, a);
	out->birth = read_text(r, SAFAR_BIRTH, a);
	read_results(r, a, out);
	return !r->broken && r->left == 0;
}

/* Takes the four parts of a COSE_Sign1 apart; the shape of the header is judged by writing it again. */
static bool read_sign1(struct cbor_reader *r, struct arena *a, struct cwt *out, struct cwt_seal *seal)
{
	size_t header_count, payload_count, signature_count;
	cbor_skip_tag(r, TAG_SIGN1);
	cbor_expect(r, CBOR_KIND_ARRAY, SIGN1_PARTS);
	const uint8_t *header = cbor_next_bytes(r, &header_count);
	cbor_expect(r, CBOR_KIND_MAP, 0);
	const uint8_t *payload = cbor_next_bytes(r, &payload_count);
	const uint8_t *signature = cbor_next_bytes(r, &signature_count);
	if (r->broken || r->left > 0 || signature_count != SIGN_BYTES || header_count < CWT_KID_BYTES)
		return false;
	memcpy(seal->signature, signature, SIGN_BYTES);
	memcpy(seal->kid, header + header_count - CWT_KID_BYTES, CWT_KID_BYTES);
	struct cbor_reader inner = {.at = payload, .left = payload_count};
	return read_payload(&inner, a, out);
}

bool cwt_like(const char *text)
{
	return strncasecmp(text, PREFIX, strlen(PREFIX)) == 0;
}

bool cwt_read(const char *text, struct arena *a, struct cwt *out, struct cwt_seal *seal, struct err *e)
{
	*out = (struct cwt){0};
	uint8_t bytes[CWT_BYTES_MAX];
	size_t n = sizeof(bytes);
	if (!str_starts(text, PREFIX) || !base45_read(text + strlen(PREFIX), bytes, &n))
		return err_set(e, ERR_INPUT, _("this is no code of a certificate, or it was cut or wrapped; take all of it, spaces included"));
	struct cbor_reader r = {.at = bytes, .left = n};
	if (!read_sign1(&r, a, out, seal))
		return err_set(e, ERR_INPUT, _("the code is damaged or of another kind; scan it again"));
	struct parts p;
	parts_make(&p, out, seal->kid);
	cbor_add_bytes(&p.whole, seal->signature, SIGN_BYTES);
	bool same = p.whole.len == n && memcmp(p.whole.buf, bytes, n) == 0;
	char *signed_bytes = arena_alloc(a, p.to_be_signed.len);
	memcpy(signed_bytes, p.to_be_signed.buf, p.to_be_signed.len);
	seal->signed_bytes = signed_bytes;
	seal->signed_count = p.to_be_signed.len;
	parts_release(&p);
	return same || err_set(e, ERR_INPUT, _("the code is written in another way than ours; this certificate was not made by this program"));
}

bool cwt_seal_names(const struct cwt_seal *seal, const uint8_t public[SIGN_PUBLIC_BYTES])
{
	uint8_t kid[CWT_KID_BYTES];
	kid_of(kid, public);
	return memcmp(kid, seal->kid, sizeof(kid)) == 0;
}

bool cwt_seal_holds(const struct cwt_seal *seal, const uint8_t public[SIGN_PUBLIC_BYTES])
{
	return cwt_seal_names(seal, public) && sign_holds(seal->signature, seal->signed_bytes, seal->signed_count, public);
}
