#include "config.h"
#include "record/exam_key.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/secret.h"
#include "record/base58.h"
#include "record/key_json.h"

static const char secret_type[] = "SafarExamKey", public_type[] = "SafarExamPublicKey";
static const char did[] = "did:key:z";
enum { CODE = 2, SEALED_BYTES = SEAL_SEED_BYTES + PHRASE_TAG_BYTES };
static const uint8_t code[CODE] = {0xEC, 0x01}; /* multicodec x25519-pub, as a varint */

void exam_key_id(const uint8_t public[SEAL_PUBLIC_BYTES], char out[EXAM_KEY_ID_SIZE])
{
	uint8_t bytes[CODE + SEAL_PUBLIC_BYTES];
	struct str s;
	memcpy(bytes, code, CODE);
	memcpy(bytes + CODE, public, SEAL_PUBLIC_BYTES);
	str_init(&s);
	str_add(&s, did);
	base58_add(&s, bytes, sizeof(bytes));
	memcpy(out, s.buf, s.len + 1); /* 56 characters */
	str_release(&s);
}

static bool id_read(const char *id, uint8_t public[SEAL_PUBLIC_BYTES])
{
	uint8_t bytes[CODE + SEAL_PUBLIC_BYTES];
	size_t n = sizeof(bytes);
	if (!str_starts(id, did) || !base58_read(id + sizeof(did) - 1, bytes, &n) || n != sizeof(bytes) || memcmp(bytes, code, CODE) != 0)
		return false;
	memcpy(public, bytes + CODE, SEAL_PUBLIC_BYTES);
	return seal_public_is_sound(public);
}

void exam_key_print(const uint8_t public[SEAL_PUBLIC_BYTES], char out[EXAM_KEY_PRINT_SIZE])
{
	char hex[HASH_HEX_SIZE];
	struct str s;
	hash_hex(public, SEAL_PUBLIC_BYTES, hex);
	str_init(&s);
	for (int i = 0; i < 8; i++)
		str_addf(&s, "%s%.4s", i ? " " : "", hex + 4 * i);
	memcpy(out, s.buf, s.len + 1); /* 39 characters */
	str_release(&s);
}

static void add_file(struct str *out, json_t *o)
{
	char *text = json_dumps(o, JSON_INDENT(2));
	str_addf(out, "%s\n", text);
	free(text);
	json_decref(o);
}

static bool phrases_are_fit(const char *one, const char *other, struct err *e)
{
	if (phrase_characters(one) < PHRASE_CHARACTERS_MIN || phrase_characters(other) < PHRASE_CHARACTERS_MIN)
		return err_set(e, ERR_INPUT, _("a pass phrase is too short; take five words or more, %d characters at least"), PHRASE_CHARACTERS_MIN);
	return strcmp(one, other) != 0 || err_set(e, ERR_INPUT, _("both pass phrases are the same; each officer takes one of their own and tells it nobody"));
}

bool exam_key_new(struct str *secret, struct str *public, const char *one, const char *other, const struct entropy *entropy, struct err *e)
{
	struct phrase_box box;
	struct seal_key key;
	uint8_t seed[SEAL_SEED_BYTES], sealed[SEALED_BYTES];
	char id[EXAM_KEY_ID_SIZE];
	if (!phrases_are_fit(one, other, e))
		return false;
	entropy->fill(entropy->ctx, seed, sizeof(seed));
	seal_key_from_seed(&key, seed);
	exam_key_id(key.public, id);
	bool ok = phrase_pair_seal(&box, sealed, seed, sizeof(seed), one, other, entropy);
	secret_wipe(seed, sizeof(seed));
	secret_wipe(&key, sizeof(key));
	if (!ok)
		return err_set(e, ERR_IO, _("too little memory to protect a key; close other programs and try again"));
	json_t *o = json_pack("{s:s, s:s}", "type", secret_type, "id", id);
	key_json_set(o, "salt", box.salt, sizeof(box.salt));
	key_json_set(o, "nonce", box.nonce, sizeof(box.nonce));
	key_json_set(o, "sealed", sealed, sizeof(sealed));
	add_file(secret, o);
	add_file(public, json_pack("{s:s, s:s}", "type", public_type, "id", id));
	return true;
}

/* The file as an object with a sound key; NULL with the fault. */
static json_t *read_file(const char *text, size_t n, bool *is_secret, uint8_t public[SEAL_PUBLIC_BYTES], struct err *e)
{
	json_t *o = n <= EXAM_KEY_BYTES_MAX ? json_loadb(text, n, JSON_REJECT_DUPLICATES, NULL) : NULL;
	const char *id = json_string_value(json_object_get(o, "id")), *type = json_string_value(json_object_get(o, "type"));
	*is_secret = type && strcmp(type, secret_type) == 0;
	if (id && type && (*is_secret || strcmp(type, public_type) == 0) && id_read(id, public))
		return o;
	json_decref(o);
	err_set(e, ERR_INPUT, _("this is no key for sealed exams, or it is damaged; 'safar exam key' makes one"));
	return NULL;
}

bool exam_key_public(const char *text, size_t n, uint8_t public[SEAL_PUBLIC_BYTES], struct err *e)
{
	bool is_secret;
	json_t *o = read_file(text, n, &is_secret, public, e);
	json_decref(o);
	return o != NULL;
}

bool exam_key_open(const char *text, size_t n, const char *one, const char *other, struct seal_key *out, struct err *e)
{
	struct phrase_box box;
	uint8_t public[SEAL_PUBLIC_BYTES], sealed[SEALED_BYTES], seed[SEAL_SEED_BYTES];
	bool is_secret;
	json_t *o = read_file(text, n, &is_secret, public, e);
	if (!o)
		return false;
	bool ok = is_secret && key_json_get(o, "salt", box.salt, sizeof(box.salt)) && key_json_get(o, "nonce", box.nonce, sizeof(box.nonce)) &&
		  key_json_get(o, "sealed", sealed, sizeof(sealed));
	json_decref(o);
	if (!ok)
		return err_set(e, ERR_INPUT, is_secret ? _("this is no key for sealed exams, or it is damaged; 'safar exam key' makes one") :
							 _("this is the public part of a key and opens nothing; name the file that the centre keeps"));
	if (!phrase_pair_open(&box, seed, sealed, sizeof(sealed), one, other))
		return err_set(e, ERR_DENIED, _("the two pass phrases do not open this key"));
	seal_key_from_seed(out, seed);
	secret_wipe(seed, sizeof(seed));
	return memcmp(out->public, public, sizeof(public)) == 0 || err_set(e, ERR_INPUT, _("the key file names another key than it holds; it was changed"));
}
