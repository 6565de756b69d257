#include "config.h"
#include "record/profile.h"

#include <stdint.h>
#include <string.h>

#include "core/i18n.h"
#include "core/set.h"
#include "core/str.h"

/* The vocabularies. The last is https: a quirk of the badge context, which the RDF has to keep. */
#define OB "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
#define VC "https://www.w3.org/2018/credentials#"
#define SC "https://schema.org/"

const char *const profile_contexts[PROFILE_CONTEXTS] = {
	"https://www.w3.org/ns/credentials/v2",
	"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
};

static const struct profile_type credential_types[] = {{"VerifiableCredential", VC "VerifiableCredential"}, {"OpenBadgeCredential", OB "OpenBadgeCredential"}, {0}};
static const struct profile_type issuer_types[] = {{"Profile", OB "Profile"}, {0}};
static const struct profile_type subject_types[] = {{"AchievementSubject", OB "AchievementSubject"}, {0}};
static const struct profile_type identity_types[] = {{"IdentityObject", OB "IdentityObject"}, {0}};
static const struct profile_type achievement_types[] = {{"Achievement", OB "Achievement"}, {0}};
static const struct profile_type description_types[] = {{"ResultDescription", OB "ResultDescription"}, {0}};
static const struct profile_type result_types[] = {{"Result", OB "Result"}, {0}};

static const struct profile_key issuer_keys[] = {
	{.name = "id", .value = VALUE_ID, .needed = true},
	{.name = "type", .value = VALUE_TYPE, .needed = true},
	{.name = "name", .value = VALUE_TEXT, .needed = true, .predicate = SC "name"},
	{.name = "description", .value = VALUE_TEXT, .predicate = SC "description"},
	{.name = "url", .value = VALUE_URI, .predicate = SC "url"},
	{0},
};
static const struct profile_node issuer = {.name = "issuer", .keys = issuer_keys, .types = issuer_types};

static const struct profile_key identity_keys[] = {
	{.name = "type", .value = VALUE_TYPE, .needed = true},
	{.name = "hashed", .value = VALUE_FLAG, .needed = true, .predicate = OB "hashed"},
	{.name = "identityHash", .value = VALUE_TEXT, .needed = true, .predicate = OB "identityHash"},
	{.name = "identityType", .value = VALUE_TEXT, .needed = true, .predicate = OB "identityType"},
	{.name = "salt", .value = VALUE_TEXT, .predicate = OB "salt"},
	{0},
};
static const struct profile_node identity = {.name = "identifier", .keys = identity_keys, .types = identity_types};

static const struct profile_key criteria_keys[] = {
	{.name = "id", .value = VALUE_ID, .needed = true},
	{.name = "narrative", .value = VALUE_TEXT, .needed = true, .predicate = OB "narrative"},
	{0},
};
static const struct profile_node criteria = {.name = "criteria", .keys = criteria_keys};

static const struct profile_key description_keys[] = {
	{.name = "id", .value = VALUE_ID, .needed = true},
	{.name = "type", .value = VALUE_TYPE, .needed = true},
	{.name = "name", .value = VALUE_TEXT, .needed = true, .predicate = SC "name"},
	{.name = "resultType", .value = VALUE_TEXT, .needed = true, .predicate = OB "resultType"},
	{.name = "valueMin", .value = VALUE_TEXT, .predicate = OB "valueMin"},
	{.name = "valueMax", .value = VALUE_TEXT, .predicate = OB "valueMax"},
	{.name = "requiredValue", .value = VALUE_TEXT, .predicate = OB "requiredValue"},
	{0},
};
static const struct profile_node description = {.name = "resultDescription", .keys = description_keys, .types = description_types};

static const struct profile_key achievement_keys[] = {
	{.name = "id", .value = VALUE_ID, .needed = true},
	{.name = "type", .value = VALUE_TYPE, .needed = true},
	{.name = "name", .value = VALUE_TEXT, .needed = true, .predicate = SC "name"},
	{.name = "description", .value = VALUE_TEXT, .needed = true, .predicate = SC "description"},
	{.name = "criteria", .value = VALUE_NODE, .needed = true, .predicate = OB "Criteria", .node = &criteria},
	{.name = "achievementType", .value = VALUE_TEXT, .predicate = OB "achievementType"},
	{.name = "humanCode", .value = VALUE_TEXT, .predicate = OB "humanCode"},
	{.name = "version", .value = VALUE_TEXT, .predicate = OB "version"},
	{.name = "inLanguage", .value = VALUE_TEXT, .predicate = SC "inLanguage"},
	{.name = "resultDescription", .value = VALUE_NODES, .predicate = OB "resultDescription", .node = &description},
	{0},
};
static const struct profile_node achievement = {.name = "achievement", .keys = achievement_keys, .types = achievement_types};

static const struct profile_key result_keys[] = {
	{.name = "type", .value = VALUE_TYPE, .needed = true},
	{.name = "resultDescription", .value = VALUE_URI, .needed = true, .predicate = OB "resultDescription"},
	{.name = "value", .value = VALUE_TEXT, .predicate = SC "value"},
	{.name = "status", .value = VALUE_TEXT, .predicate = OB "status"},
	{0},
};
static const struct profile_node result = {.name = "result", .keys = result_keys, .types = result_types};

static const struct profile_key subject_keys[] = {
	{.name = "id", .value = VALUE_ID, .needed = true},
	{.name = "type", .value = VALUE_TYPE, .needed = true},
	{.name = "identifier", .value = VALUE_NODES, .needed = true, .predicate = OB "identifier", .node = &identity},
	{.name = "achievement", .value = VALUE_NODE, .needed = true, .predicate = OB "achievement", .node = &achievement},
	{.name = "result", .value = VALUE_NODES, .predicate = OB "result", .node = &result},
	{0},
};
static const struct profile_node subject = {.name = "credentialSubject", .keys = subject_keys, .types = subject_types};

static const struct profile_key credential_keys[] = {
	{.name = "@context", .value = VALUE_CONTEXT, .needed = true},
	{.name = "id", .value = VALUE_ID, .needed = true},
	{.name = "type", .value = VALUE_TYPE, .needed = true},
	{.name = "name", .value = VALUE_TEXT, .needed = true, .predicate = SC "name"},
	{.name = "description", .value = VALUE_TEXT, .predicate = SC "description"},
	{.name = "issuer", .value = VALUE_NODE, .needed = true, .predicate = VC "issuer", .node = &issuer},
	{.name = "validFrom", .value = VALUE_TIME, .needed = true, .predicate = VC "validFrom"},
	{.name = "validUntil", .value = VALUE_TIME, .predicate = VC "validUntil"},
	{.name = "credentialSubject", .value = VALUE_NODE, .needed = true, .predicate = VC "credentialSubject", .node = &subject},
	{.name = "proof", .value = VALUE_PROOF},
	{0},
};
const struct profile_node profile_credential = {.name = "credential", .keys = credential_keys, .types = credential_types};

json_t *credential_read(const char *text, size_t n, struct err *e)
{
	if (n > CREDENTIAL_BYTES_MAX) {
		err_set(e, ERR_INPUT, _("a certificate has at most %d bytes; this is none"), CREDENTIAL_BYTES_MAX);
		return NULL;
	}
	json_error_t fault;
	json_t *value = json_loadb(text, n, JSON_REJECT_DUPLICATES, &fault);
	if (!value)
		err_set(e, ERR_INPUT, _("line %d, column %d: this is no JSON of a certificate (%s); the file is cut or was changed"), fault.line, fault.column, fault.text);
	return value;
}

static bool text_is_clean(const json_t *value)
{
	if (!json_is_string(value) || json_string_length(value) == 0 || strlen(json_string_value(value)) != json_string_length(value))
		return false;
	for (const unsigned char *p = (const unsigned char *)json_string_value(value); *p; p++)
		if (*p < 0x20 || *p == 0x7F || (*p == 0xC2 && p[1] < 0xA0)) /* C0, DEL, C1 */
			return false;
	return true;
}

/* An absolute IRI without what N-Quads would have to escape. */
static bool is_iri(const json_t *value)
{
	return text_is_clean(value) && strchr(json_string_value(value), ':') && !strpbrk(json_string_value(value), " <>\"{}|^`\\");
}

bool profile_time(const char *text)
{
	static const char shape[] = "dddd-dd-ddTdd:dd:ddZ";
	if (strlen(text) != sizeof(shape) - 1)
		return false;
	for (const char *s = shape; *s; s++, text++)
		if (*s == 'd' ? *text < '0' || *text > '9' : *text != *s)
			return false;
	return true;
}

static bool is_time(const json_t *value)
{
	return text_is_clean(value) && profile_time(json_string_value(value));
}

static bool has_contexts(const json_t *value)
{
	if (json_array_size(value) != PROFILE_CONTEXTS)
		return false;
	for (size_t i = 0; i < PROFILE_CONTEXTS; i++)
		if (!json_is_string(json_array_get(value, i)) || !str_eq(json_string_value(json_array_get(value, i)), profile_contexts[i]))
			return false;
	return true;
}

static bool has_types(const json_t *value, const struct profile_type *types)
{
	if (json_is_string(value))
		return str_eq(json_string_value(value), types[0].name) && !types[1].name;
	size_t i = 0;
	for (; types[i].name; i++)
		if (!json_is_string(json_array_get(value, i)) || !str_eq(json_string_value(json_array_get(value, i)), types[i].name))
			return false;
	return json_array_size(value) == i;
}

static bool node_check(const json_t *node, const struct profile_node *shape, struct set *ids, struct err *e);

/* Of two names one would be shown here and the other elsewhere. */
static bool kinds_differ(const json_t *list, struct err *e)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		for (size_t k = 0; k < i; k++)
			if (json_equal(json_object_get(json_array_get(list, i), "identityType"), json_object_get(json_array_get(list, k), "identityType")))
				return err_set(e, ERR_INPUT, _("the certificate says twice who it is about; it is none of ours"));
	return true;
}

static bool nodes_check(const json_t *list, const struct profile_node *shape, struct set *ids, struct err *e)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		if (!node_check(json_array_get(list, i), shape, ids, e))
			return false;
	if (json_array_size(list) == 0)
		return err_set(e, ERR_INPUT, _("'%s' of the certificate must be a list with something in it"), shape->name);
	return shape != &identity || kinds_differ(list, e);
}

static bool value_check(const json_t *value, const struct profile_key *key, const struct profile_node *shape, struct set *ids, struct err *e)
{
	bool ok = false;
	switch (key->value) {
	case VALUE_CONTEXT: ok = has_contexts(value); break;
	case VALUE_ID: ok = is_iri(value) && set_add(ids, json_string_value(value)); break;
	case VALUE_TYPE: ok = has_types(value, shape->types); break;
	case VALUE_TEXT: ok = text_is_clean(value); break;
	case VALUE_TIME: ok = is_time(value); break;
	case VALUE_FLAG: ok = json_is_boolean(value); break;
	case VALUE_URI: ok = is_iri(value); break;
	case VALUE_NODE: return node_check(value, key->node, ids, e);
	case VALUE_NODES: return nodes_check(value, key->node, ids, e);
	case VALUE_PROOF: ok = true; break;
	}
	return ok || err_set(e, ERR_INPUT, _("'%s' of '%s' in the certificate is not as it must be; the file was changed or is of another kind"), key->name, shape->name);
}

static const struct profile_key *key_named(const struct profile_node *shape, const char *name)
{
	const struct profile_key *k = shape->keys;
	while (k->name && !str_eq(k->name, name))
		k++;
	return k->name ? k : NULL;
}

static bool node_check(const json_t *node, const struct profile_node *shape, struct set *ids, struct err *e)
{
	if (!json_is_object(node))
		return err_set(e, ERR_INPUT, _("'%s' of the certificate must be a mapping; the file was changed or is of another kind"), shape->name);
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)(uintptr_t)node, name, value)
		if (!key_named(shape, name))
			return err_set(e, ERR_INPUT, _("'%s' does not belong into '%s' of a certificate; it would not be covered by the signature"), name, shape->name);
	for (const struct profile_key *k = shape->keys; k->name; k++) {
		const json_t *given = json_object_get(node, k->name);
		if (!given && k->needed)
			return err_set(e, ERR_INPUT, _("'%s' is missing in '%s' of the certificate"), k->name, shape->name);
		if (given && !value_check(given, k, shape, ids, e))
			return false;
	}
	return true;
}

bool profile_check(const json_t *credential, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct set ids = {.arena = &a};
	bool ok = node_check(credential, &profile_credential, &ids, e);
	arena_release(&a);
	return ok;
}
