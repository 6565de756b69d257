#include "config.h"
#include "record/proof.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "record/base58.h"
#include "record/jcs.h"
#include "record/nquads.h"
#include "record/profile.h"

enum { PROOFS = 2, HASH_DATA_BYTES = 2 * DIGEST_BYTES };

/* Makes what a suite signs: the digest of the proof's options, then that of the credential without proof. */
typedef bool hash_fn(const json_t *bare, const json_t *options, uint8_t out[HASH_DATA_BYTES], struct err *e);

static const char *text_at(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

static bool hash_rdfc(const json_t *bare, const json_t *options, uint8_t out[HASH_DATA_BYTES], struct err *e)
{
	struct str s;
	str_init(&s);
	nquads_add_proof(&s, text_at(options, "created"), text_at(options, "cryptosuite"), text_at(options, "verificationMethod"));
	digest_make(out, s.buf, s.len);
	str_clear(&s);
	bool ok = nquads_add(&s, bare, e);
	digest_make(out + DIGEST_BYTES, s.buf, s.len);
	str_release(&s);
	return ok;
}

static bool hash_jcs(const json_t *bare, const json_t *options, uint8_t out[HASH_DATA_BYTES], struct err *e)
{
	struct str s;
	str_init(&s);
	bool ok = jcs_add(&s, options, e);
	digest_make(out, s.buf, s.len);
	str_clear(&s);
	ok = ok && jcs_add(&s, bare, e);
	digest_make(out + DIGEST_BYTES, s.buf, s.len);
	str_release(&s);
	return ok;
}

static const struct suite {
	const char *name;
	hash_fn *hash;
	bool with_context; /* its options repeat the credential's @context */
} suites[PROOFS] = {
	{.name = "eddsa-rdfc-2022", .hash = hash_rdfc},
	{.name = "eddsa-jcs-2022", .hash = hash_jcs, .with_context = true},
};

static json_t *without_proof(const json_t *credential)
{
	json_t *bare = json_copy((json_t *)(uintptr_t)credential);
	json_object_del(bare, "proof");
	return bare;
}

static json_t *options_new(const struct suite *suite, const json_t *bare, const char *created, const char *method)
{
	json_t *o = json_pack("{s:s, s:s, s:s, s:s, s:s}", "type", "DataIntegrityProof", "created", created, "verificationMethod", method, "proofPurpose", "assertionMethod",
			      "cryptosuite", suite->name);
	if (suite->with_context)
		json_object_set(o, "@context", json_object_get(bare, "@context"));
	return o;
}

static bool sign_with(const struct suite *suite, json_t *bare, json_t *proofs, const struct sign_key *key, const char *created, const char *method, struct err *e)
{
	json_t *options = options_new(suite, bare, created, method);
	uint8_t hash[HASH_DATA_BYTES], signature[SIGN_BYTES];
	bool ok = suite->hash(bare, options, hash, e);
	if (ok) {
		sign_make(signature, hash, sizeof(hash), key);
		struct str value;
		str_init(&value);
		str_addc(&value, 'z');
		base58_add(&value, signature, sizeof(signature));
		json_object_set_new(options, "proofValue", json_string(value.buf));
		json_array_append(proofs, options);
		str_release(&value);
	}
	json_decref(options);
	return ok;
}

bool proof_add(json_t *credential, const struct sign_key *key, const char *created, struct err *e)
{
	struct str method;
	str_init(&method);
	str_add(&method, "did:key:");
	multikey_add(&method, key->public);
	json_t *bare = without_proof(credential), *proofs = json_array();
	bool ok = profile_check(bare, e);
	if (ok && !str_eq(text_at(json_object_get(bare, "issuer"), "id"), method.buf))
		ok = err_set(e, ERR_INPUT, _("the certificate names another issuer than the key belongs to"));
	str_addc(&method, '#');
	multikey_add(&method, key->public);
	for (size_t i = 0; ok && i < PROOFS; i++)
		ok = sign_with(&suites[i], bare, proofs, key, created, method.buf, e);
	if (ok)
		json_object_set(credential, "proof", proofs);
	json_decref(proofs);
	json_decref(bare);
	str_release(&method);
	return ok;
}

/* The proof has the keys of its suite and no other, with the values that ours always have; `method` is the issuer's. */
static bool options_sound(const json_t *proof, const struct suite *suite, const json_t *bare, const char *method)
{
	if (json_object_size(proof) != (suite->with_context ? 7u : 6u) || !text_at(proof, "created") || !text_at(proof, "proofValue"))
		return false;
	if (suite->with_context && !json_equal(json_object_get(proof, "@context"), json_object_get(bare, "@context")))
		return false;
	/* a time in the one form that is written, so that nothing of it can break out of its line */
	const char *created = text_at(proof, "created");
	return profile_time(created) && str_eq(text_at(proof, "type"), "DataIntegrityProof") &&
	       str_eq(text_at(proof, "proofPurpose"), "assertionMethod") && str_eq(text_at(proof, "cryptosuite"), suite->name) &&
	       str_eq(text_at(proof, "verificationMethod"), method);
}

static bool holds(const json_t *proof, const struct suite *suite, const json_t *bare, const uint8_t public[SIGN_PUBLIC_BYTES], struct err *e)
{
	uint8_t hash[HASH_DATA_BYTES], signature[SIGN_BYTES];
	size_t n = sizeof(signature);
	const char *value = text_at(proof, "proofValue");
	json_t *options = json_copy((json_t *)(uintptr_t)proof);
	json_object_del(options, "proofValue");
	bool ok = suite->hash(bare, options, hash, e);
	json_decref(options);
	if (!ok)
		return false;
	if (*value != 'z' || !base58_read(value + 1, signature, &n) || n != sizeof(signature) || !sign_holds(signature, hash, sizeof(hash), public))
		return err_set(e, ERR_INPUT, _("the signature '%s' does not hold: the certificate was changed after it was signed"), suite->name);
	return true;
}

bool proof_check(const json_t *credential, uint8_t issuer[SIGN_PUBLIC_BYTES], struct err *e)
{
	if (!profile_check(credential, e))
		return false;
	const char *did = text_at(json_object_get(credential, "issuer"), "id");
	if (!did_key_read(did, issuer))
		return err_set(e, ERR_INPUT, _("the issuer '%s' is no did:key of Ed25519; this certificate is none of ours"), did);
	const json_t *proofs = json_object_get(credential, "proof");
	if (json_array_size(proofs) != PROOFS)
		return err_set(e, ERR_INPUT, _("the certificate is not signed as ours are: it must have exactly %d proofs"), PROOFS);
	json_t *bare = without_proof(credential);
	struct str method;
	str_init(&method);
	str_addf(&method, "%s#%s", did, did + strlen("did:key:"));
	bool ok = true;
	for (size_t i = 0; ok && i < PROOFS; i++) {
		const json_t *proof = json_array_get(proofs, i);
		ok = options_sound(proof, &suites[i], bare, method.buf) ||
		     err_set(e, ERR_INPUT, _("proof %zu of the certificate is not as ours are; the file was changed or is of another kind"), i + 1);
		ok = ok && holds(proof, &suites[i], bare, issuer, e);
	}
	str_release(&method);
	json_decref(bare);
	return ok;
}
