#include "config.h"
#include "record/credential.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "core/clock.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "record/base58.h"
#include "record/profile.h"
#include "record/proof.h"
#include "record/verify.h"

/* These stand in the file in English, whoever issues it: it is read abroad, and later versions of the program must not change what was said. */
static const char criteria_text[] = "Every exam that the programme requires was sat under supervision, identity confirmed from the passport, and passed by its own pass mark and minima.";
static const char caution_text[] = "This states preparation and examination before departure; it is no CEFR certificate and no VCA certificate.";

void credential_digest(struct str *out, const char *document, const char *salt)
{
	struct str s;
	char hex[HASH_HEX_SIZE];
	str_init(&s);
	for (const char *p = document; *p; p++)
		if (*p != ' ' && *p != '-')
			str_addc(&s, *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p);
	str_add(&s, salt);
	hash_hex(s.buf, s.len, hex);
	secret_wipe(s.buf, s.len);
	str_release(&s);
	str_addf(out, "sha256$%s", hex);
}

/* "urn:safar:KIND:pack:id" of a path. */
static json_t *urn(const char *kind, const char *path)
{
	struct str s;
	str_init(&s);
	str_addf(&s, "urn:safar:%s:%s", kind, path);
	for (char *p = strchr(s.buf, '/'); p; p = strchr(p, '/'))
		*p = ':';
	json_t *value = json_string(s.buf);
	str_release(&s);
	return value;
}

/* The id of a result's description: of its exam, with its place, so that none stands twice. */
static json_t *part_urn(const struct credential_part *p, size_t i)
{
	struct str s;
	str_init(&s);
	str_addf(&s, "%s:%zu-%s", p->id, i + 1, *p->skill ? p->skill : "whole");
	json_t *value = urn("rd", s.buf);
	str_release(&s);
	return value;
}

static json_t *identity(const char *kind, const char *text, const char *salt)
{
	json_t *o = json_pack("{s:[s], s:b, s:s, s:s}", "type", "IdentityObject", "hashed", salt != NULL, "identityHash", text, "identityType", kind);
	if (salt)
		json_object_set_new(o, "salt", json_string(salt));
	return o;
}

static json_t *identities(const struct credential_facts *f)
{
	struct str digest;
	str_init(&digest);
	credential_digest(&digest, f->document, f->salt);
	json_t *list = json_pack("[o, o, o]", identity("ext:name", f->latin, NULL), identity("ext:birthDate", f->birth, NULL),
				 identity("nationalIdentityNumber", digest.buf, f->salt));
	str_release(&digest);
	return list;
}

static json_t *description_of(const struct credential_part *p, size_t i)
{
	json_t *o = json_pack("{s:o, s:[s], s:s, s:s}", "id", part_urn(p, i), "type", "ResultDescription", "name", p->name, "resultType", p->value ? "RawScore" : "Result");
	if (p->value) {
		json_object_set_new(o, "valueMin", json_string("0"));
		json_object_set_new(o, "valueMax", json_string(p->maximum));
	}
	if (p->value && p->needed)
		json_object_set_new(o, "requiredValue", json_string(p->needed));
	return o;
}

static json_t *achievement(const struct credential_facts *f)
{
	struct str text;
	str_init(&text);
	str_addf(&text, "%s (%s). %s", f->title, f->destination, caution_text);
	json_t *o = json_pack("{s:o, s:[s], s:s, s:s, s:s, s:{s:o, s:s}}", "id", urn("achievement", f->programme), "type", "Achievement", "achievementType", "Certificate",
			      "name", f->title, "description", text.buf, "criteria", "id", urn("criteria", f->programme), "narrative", criteria_text);
	str_release(&text);
	if (*f->language)
		json_object_set_new(o, "inLanguage", json_string(f->language));
	json_t *parts = json_array();
	for (size_t i = 0; i < f->part_count; i++)
		json_array_append_new(parts, description_of(&f->parts[i], i));
	json_object_set_new(o, "resultDescription", parts);
	return o;
}

static json_t *subject(const struct credential_facts *f)
{
	json_t *results = json_array();
	for (size_t i = 0; i < f->part_count; i++)
		json_array_append_new(results, json_pack("{s:[s], s:o, s:s}", "type", "Result", "resultDescription", part_urn(&f->parts[i], i), "value",
							 f->parts[i].value ? f->parts[i].value : "not examined"));
	return json_pack("{s:s+, s:[s], s:o, s:o, s:o}", "id", "urn:uuid:", f->subject, "type", "AchievementSubject", "identifier", identities(f), "achievement",
			 achievement(f), "result", results);
}

static json_t *credential_new(const struct credential_facts *f, const char *did, const char *from, const char *until)
{
	struct str text;
	str_init(&text);
	str_addf(&text, "Certificate %s. %s Issued by %s together with %s.", f->serial, f->examined, f->officer, f->second);
	json_t *doc = json_pack("{s:[s, s], s:s+, s:[s, s], s:s, s:s, s:{s:s, s:[s], s:s}, s:s, s:s, s:o}", "@context", profile_contexts[0], profile_contexts[1], "id",
				"urn:uuid:", f->uuid, "type", "VerifiableCredential", "OpenBadgeCredential", "name", f->title, "description", text.buf, "issuer", "id", did, "type",
				"Profile", "name", f->issuer, "validFrom", from, "validUntil", until, "credentialSubject", subject(f));
	str_release(&text);
	return doc;
}

static void uuid_bytes(const char *uuid, uint8_t out[CWT_ID_BYTES])
{
	for (size_t i = 0; i < CWT_ID_BYTES; uuid += *uuid == '-' ? 1 : 2)
		if (*uuid != '-') {
			const char hex[] = {uuid[0], uuid[1], '\0'};
			out[i++] = (uint8_t)strtoul(hex, NULL, 16);
		}
}

static void add_code(const struct credential_facts *f, const struct sign_key *key, struct str *out)
{
	char digits[32];
	size_t n = 0;
	for (const char *p = f->serial; *p && n + 1 < sizeof(digits); p++)
		if (*p != ' ')
			digits[n++] = *p;
	digits[n] = '\0';
	struct cwt c = {
		.issuer = f->issuer, .subject = digits, .expires = (uint64_t)(f->until / 1000), .not_before = (uint64_t)(f->from / 1000),
		.issued = (uint64_t)(f->from / 1000), .version = 1, .achievement = f->programme, .name = f->latin, .birth = f->birth,
	};
	uuid_bytes(f->uuid, c.id);
	for (; c.result_count < f->result_count && c.result_count < CWT_RESULTS_MAX; c.result_count++)
		c.results[c.result_count] = f->results[c.result_count];
	cwt_add(out, &c, key);
}

/* Whether a verifier who trusts nobody but this key finds it valid, and finds what was meant. */
static bool holds(const struct credential_facts *f, const char *did, const char *from, const struct str *text, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct list_entry self = {.id = did, .name = f->issuer, .telephone = "", .from = from, .until = "", .reason = ""};
	struct list trust = {.kind = LIST_TRUST, .signer = did, .issued = from, .sequence = 1, .entries = &self, .count = 1};
	struct list none = {.kind = LIST_REVOKED, .signer = did, .issued = from, .sequence = 1};
	struct verified v;
	verify_text(text->buf, text->len, &trust, &none, f->from, &a, &v);
	bool ok = v.finding == FOUND_VALID || err_set(e, ERR_INPUT, _("the certificate that was made would not be found valid (%s); nothing was issued"), v.why);
	ok = ok && ((str_eq(v.id + strlen("urn:uuid:"), f->uuid) && str_eq(v.name, f->latin) && (!*v.document || verified_document_is(&v, f->document))) ||
		    err_set(e, ERR_INPUT, _("the certificate that was made says something else than was meant; nothing was issued")));
	arena_release(&a);
	return ok;
}

bool credential_make(const struct credential_facts *f, const struct sign_key *key, struct str *json, struct str *compact, struct err *e)
{
	char from[21], until[21];
	struct str did;
	instant_format(f->from, from);
	instant_format(f->until, until);
	str_init(&did);
	str_add(&did, "did:key:");
	multikey_add(&did, key->public);
	json_t *doc = f->part_count > 0 && f->part_count <= CREDENTIAL_PARTS_MAX ? credential_new(f, did.buf, from, until) : NULL;
	bool ok = doc != NULL || err_set(e, ERR_INPUT, _("a text of the certificate is no UTF-8, or it has no result; look at the names and titles"));
	ok = ok && proof_add(doc, key, from, e);
	char *text = ok ? json_dumps(doc, JSON_COMPACT) : NULL;
	json_decref(doc);
	if (text)
		str_add(json, text);
	free(text);
	if (ok)
		add_code(f, key, compact);
	ok = ok && holds(f, did.buf, from, json, e) && holds(f, did.buf, from, compact, e);
	str_release(&did);
	return ok;
}
