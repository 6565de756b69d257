#include "config.h"
#include "record/list.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "core/i18n.h"
#include "core/set.h"
#include "record/base58.h"
#include "record/jcs.h"
#include "record/profile.h"

/* What each kind is called in its file, and which texts its entries have; the needed ones first. */
struct list_field {
	const char *name;
	size_t offset; /* in struct list_entry */
	bool needed;
};
static const struct list_field trust_fields[] = {
	{"id", offsetof(struct list_entry, id), true},           {"name", offsetof(struct list_entry, name), true}, {"validFrom", offsetof(struct list_entry, from), true},
	{"validUntil", offsetof(struct list_entry, until), false}, {"telephone", offsetof(struct list_entry, telephone), false}, {0},
};
static const struct list_field revoked_fields[] = {
	{"id", offsetof(struct list_entry, id), true}, {"revokedOn", offsetof(struct list_entry, from), true}, {"reason", offsetof(struct list_entry, reason), false}, {0},
};
static const struct {
	const char *type, *entries;
	const struct list_field *fields;
} shapes[] = {
	[LIST_TRUST] = {"SafarTrustList", "issuers", trust_fields},
	[LIST_REVOKED] = {"SafarRevocationList", "revoked", revoked_fields},
};

static const char **text_of(struct list_entry *entry, const struct list_field *f)
{
	return (const char **)(void *)((char *)entry + f->offset);
}

static json_t *entry_json(const struct list_entry *entry, const struct list_field *fields)
{
	json_t *o = json_object();
	struct list_entry copy = *entry;
	for (const struct list_field *f = fields; f->name; f++) {
		const char *text = *text_of(&copy, f);
		if (text && *text)
			json_object_set_new(o, f->name, json_string(text));
	}
	return o;
}

static bool seal(json_t *doc, const struct sign_key *key, struct err *e)
{
	struct str s;
	uint8_t signature[SIGN_BYTES];
	str_init(&s);
	bool ok = jcs_add(&s, doc, e);
	sign_make(signature, s.buf, s.len, key);
	str_clear(&s);
	str_addc(&s, 'z');
	base58_add(&s, signature, sizeof(signature));
	json_object_set_new(doc, "signature", json_string(s.buf));
	str_release(&s);
	return ok;
}

bool list_add(struct str *out, const struct list *list, const struct sign_key *key, struct err *e)
{
	struct str did, sequence;
	str_init(&did);
	str_init(&sequence);
	str_add(&did, "did:key:");
	multikey_add(&did, key->public);
	str_addf(&sequence, "%" PRIu64, list->sequence);
	json_t *entries = json_array();
	for (size_t i = 0; i < list->count; i++)
		json_array_append_new(entries, entry_json(&list->entries[i], shapes[list->kind].fields));
	/* The sequence is a text, so that the canonical form needs no numbers. */
	json_t *doc = json_pack("{s:s, s:s, s:s, s:s, s:o}", "type", shapes[list->kind].type, "signer", did.buf, "issued", list->issued, "sequence", sequence.buf,
				shapes[list->kind].entries, entries);
	bool ok = seal(doc, key, e);
	char *text = ok ? json_dumps(doc, JSON_COMPACT) : NULL;
	if (text)
		str_add(out, text);
	free(text);
	json_decref(doc);
	str_release(&sequence);
	str_release(&did);
	return ok;
}

static bool wrong(struct err *e)
{
	return err_set(e, ERR_INPUT, _("this is no list of issuers or of withdrawn certificates, or it was changed; get it again"));
}

/* A text without control characters, "" where there is none; NULL if it is no such text. */
static const char *clean_text(struct arena *a, const json_t *value)
{
	if (!value)
		return "";
	if (!json_is_string(value) || strlen(json_string_value(value)) != json_string_length(value))
		return NULL;
	for (const unsigned char *p = (const unsigned char *)json_string_value(value); *p; p++)
		if (*p < 0x20 || *p == 0x7F || (*p == 0xC2 && p[1] < 0xA0)) /* C0, DEL, C1 */
			return NULL;
	return arena_strdup(a, json_string_value(value));
}

/* An id that no certificate can have, or a day that is no day, would never withdraw nor end anything, and nobody would notice. */
static bool entry_sound(const struct list_entry *entry, const struct list_field *fields)
{
	uint8_t public[SIGN_PUBLIC_BYTES];
	static const char shape[] = "urn:uuid:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
	bool ok = profile_time(entry->from) && (!*entry->until || profile_time(entry->until));
	if (fields == trust_fields)
		return ok && did_key_read(entry->id, public);
	ok = ok && strlen(entry->id) == sizeof(shape) - 1;
	for (size_t i = 0; ok && shape[i]; i++)
		ok = shape[i] == 'x' ? strchr("0123456789abcdef", entry->id[i]) != NULL : entry->id[i] == shape[i];
	return ok;
}

static bool read_entry(const json_t *o, const struct list_field *fields, struct arena *a, struct list_entry *out)
{
	*out = (struct list_entry){.id = "", .name = "", .telephone = "", .from = "", .until = "", .reason = ""};
	size_t known = 0;
	for (const struct list_field *f = fields; f->name; f++) {
		const json_t *value = json_object_get(o, f->name);
		const char *text = clean_text(a, value);
		if (!text || (f->needed && !*text))
			return false;
		known += value != NULL;
		*text_of(out, f) = text;
	}
	return known == json_object_size(o) && entry_sound(out, fields);
}

static bool read_entries(const json_t *array, const struct list_field *fields, struct arena *a, struct list *out)
{
	size_t count = json_array_size(array);
	if (!json_is_array(array) || count > LIST_ENTRIES_MAX)
		return false;
	struct set ids = {.arena = a};
	out->entries = arena_array(a, count + 1, sizeof(*out->entries));
	for (; out->count < count; out->count++) {
		struct list_entry *entry = &out->entries[out->count];
		if (!read_entry(json_array_get(array, out->count), fields, a, entry) || !set_add(&ids, entry->id))
			return false;
	}
	return true;
}

static bool read_sequence(const char *text, uint64_t *out)
{
	size_t n = strlen(text);
	if (n == 0 || n > 18 || strspn(text, "0123456789") != n)
		return false;
	*out = strtoull(text, NULL, 10);
	return true;
}

static bool read_list(const json_t *doc, struct arena *a, struct list *out)
{
	const char *type = clean_text(a, json_object_get(doc, "type")), *sequence = clean_text(a, json_object_get(doc, "sequence"));
	out->signer = clean_text(a, json_object_get(doc, "signer"));
	out->issued = clean_text(a, json_object_get(doc, "issued"));
	if (!type || !sequence || !out->signer || !out->issued || json_object_size(doc) != 6 || !profile_time(out->issued) || !read_sequence(sequence, &out->sequence))
		return false;
	for (int kind = LIST_TRUST; kind <= LIST_REVOKED; kind++)
		if (str_eq(type, shapes[kind].type)) {
			out->kind = (enum list_kind)kind;
			return read_entries(json_object_get(doc, shapes[kind].entries), shapes[kind].fields, a, out);
		}
	return false;
}

static bool signature_holds(json_t *doc, const char *signer)
{
	uint8_t public[SIGN_PUBLIC_BYTES], signature[SIGN_BYTES];
	size_t n = sizeof(signature);
	const char *text = json_string_value(json_object_get(doc, "signature"));
	if (!text || *text != 'z' || !base58_read(text + 1, signature, &n) || n != sizeof(signature) || !did_key_read(signer, public))
		return false;
	json_object_del(doc, "signature");
	struct err ignored = ERR_INIT;
	struct str s;
	str_init(&s);
	bool ok = jcs_add(&s, doc, &ignored) && sign_holds(signature, s.buf, s.len, public);
	str_release(&s);
	return ok;
}

bool list_read(const char *text, size_t n, struct arena *a, struct list *out, struct err *e)
{
	*out = (struct list){0};
	json_t *doc = n <= LIST_BYTES_MAX ? json_loadb(text, n, JSON_REJECT_DUPLICATES, NULL) : NULL;
	bool ok = doc && json_is_object(doc) && read_list(doc, a, out) && signature_holds(doc, out->signer);
	json_decref(doc);
	return ok || wrong(e);
}

bool list_entry_sound(enum list_kind kind, const struct list_entry *entry)
{
	struct list_entry copy = *entry;
	for (const struct list_field *f = shapes[kind].fields; f->name; f++)
		for (const unsigned char *p = (const unsigned char *)*text_of(&copy, f); *p; p++)
			if (*p < 0x20 || *p == 0x7F)
				return false;
	return entry_sound(entry, shapes[kind].fields);
}

const struct list_entry *list_find(const struct list *list, const char *id)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_eq(list->entries[i].id, id))
			return &list->entries[i];
	return NULL;
}
