#include "config.h"
#include "record/key_file.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "core/i18n.h"
#include "core/phrase.h"
#include "core/secret.h"
#include "record/base58.h"
#include "record/key_json.h"

static const char type[] = "SafarKey";
enum { SEALED_BYTES = SIGN_SEED_BYTES + PHRASE_TAG_BYTES };

static void did_of(const uint8_t public[SIGN_PUBLIC_BYTES], char did[KEY_DID_SIZE])
{
	struct str s;
	str_init(&s);
	str_add(&s, "did:key:");
	multikey_add(&s, public);
	memcpy(did, s.buf, s.len + 1); /* 56 characters */
	str_release(&s);
}

bool key_file_new(struct str *out, const char *phrase, const struct entropy *entropy, struct err *e)
{
	if (phrase_characters(phrase) < PHRASE_CHARACTERS_MIN)
		return err_set(e, ERR_INPUT, _("the pass phrase is too short; take five words or more, %d characters at least"), PHRASE_CHARACTERS_MIN);
	struct phrase_box box;
	struct sign_key key;
	uint8_t seed[SIGN_SEED_BYTES], sealed[SEALED_BYTES];
	char did[KEY_DID_SIZE];
	entropy->fill(entropy->ctx, seed, sizeof(seed));
	sign_key_from_seed(&key, seed);
	did_of(key.public, did);
	bool ok = phrase_seal(&box, sealed, seed, sizeof(seed), phrase, entropy);
	secret_wipe(seed, sizeof(seed));
	secret_wipe(&key, sizeof(key));
	if (!ok)
		return err_set(e, ERR_IO, _("too little memory to protect a key; close other programs and try again"));
	json_t *o = json_pack("{s:s, s:s}", "type", type, "id", did);
	key_json_set(o, "salt", box.salt, sizeof(box.salt));
	key_json_set(o, "nonce", box.nonce, sizeof(box.nonce));
	key_json_set(o, "sealed", sealed, sizeof(sealed));
	char *text = json_dumps(o, JSON_INDENT(2));
	str_addf(out, "%s\n", text);
	free(text);
	json_decref(o);
	return true;
}

/* The file as an object with a sound did:key, or NULL. */
static json_t *read_file(const char *text, size_t n, uint8_t public[SIGN_PUBLIC_BYTES], struct err *e)
{
	json_t *o = n <= KEY_FILE_BYTES_MAX ? json_loadb(text, n, JSON_REJECT_DUPLICATES, NULL) : NULL;
	const char *id = json_string_value(json_object_get(o, "id")), *kind = json_string_value(json_object_get(o, "type"));
	if (id && kind && str_eq(kind, type) && did_key_read(id, public))
		return o;
	json_decref(o);
	err_set(e, ERR_INPUT, _("this is no key file of safar, or it is damaged"));
	return NULL;
}

bool key_file_did(const char *text, size_t n, char did[KEY_DID_SIZE], struct err *e)
{
	uint8_t public[SIGN_PUBLIC_BYTES];
	json_t *o = read_file(text, n, public, e);
	if (o)
		did_of(public, did);
	json_decref(o);
	return o != NULL;
}

bool key_file_open(const char *text, size_t n, const char *phrase, struct sign_key *out, struct err *e)
{
	struct phrase_box box;
	uint8_t public[SIGN_PUBLIC_BYTES], sealed[SEALED_BYTES], seed[SIGN_SEED_BYTES];
	json_t *o = read_file(text, n, public, e);
	if (!o)
		return false;
	bool ok = (key_json_get(o, "salt", box.salt, sizeof(box.salt)) && key_json_get(o, "nonce", box.nonce, sizeof(box.nonce)) && key_json_get(o, "sealed", sealed, sizeof(sealed))) ||
		  err_set(e, ERR_INPUT, _("this is no key file of safar, or it is damaged"));
	json_decref(o);
	if (!ok)
		return false;
	if (!phrase_open(&box, seed, sealed, sizeof(sealed), phrase))
		return err_set(e, ERR_DENIED, _("the pass phrase does not open this key"));
	sign_key_from_seed(out, seed);
	secret_wipe(seed, sizeof(seed));
	return memcmp(out->public, public, sizeof(public)) == 0 || err_set(e, ERR_INPUT, _("the key file names another key than it holds; it was changed"));
}

bool key_print(const char *did, char out[KEY_PRINT_SIZE])
{
	uint8_t public[SIGN_PUBLIC_BYTES];
	char hex[HASH_HEX_SIZE];
	if (!did_key_read(did, public))
		return false;
	hash_hex(public, sizeof(public), hex);
	struct str s;
	str_init(&s);
	for (int i = 0; i < 8; i++)
		str_addf(&s, "%s%.4s", i ? " " : "", hex + 4 * i);
	memcpy(out, s.buf, s.len + 1); /* 39 characters */
	str_release(&s);
	return true;
}
