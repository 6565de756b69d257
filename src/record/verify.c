#include "config.h"
#include "record/verify.h"

#include <inttypes.h>
#include <string.h>

#include <jansson.h>

#include "core/clock.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "exam/serial.h"
#include "record/base58.h"
#include "record/cwt.h"
#include "record/profile.h"
#include "record/proof.h"

#define DAY_MS INT64_C(86400000)

/* What a judgement works with. */
struct check {
	const struct list *trust, *revoked;
	int64_t now;
	struct arena *arena;
	struct verified *out;
};

static void find(struct verified *v, enum finding finding, const char *why)
{
	v->finding = finding;
	v->why = why;
}

static const char *text_of(struct check *c, const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));
	return text ? arena_strdup(c->arena, text) : "";
}

/* Days since 1970 of a time of the record, or false. */
static bool day_of(const char *time, int64_t *days)
{
	char date[11];
	snprintf(date, sizeof(date), "%.10s", time);
	return date_parse(date, days);
}

/* Times of the record have one form, so they compare as texts. */
static const char *now_text(struct check *c)
{
	char *text = arena_alloc(c->arena, 21);
	instant_format(c->now, text);
	return text;
}

static bool may_issue(const struct list_entry *issuer, const char *time)
{
	return strcmp(issuer->from, time) <= 0 && (!*issuer->until || strcmp(time, issuer->until) <= 0);
}

/* Neither is one new that was made after tomorrow: with a clock that ran ahead it would stay new for years. */
static bool list_is_old(struct check *c)
{
	int64_t issued, today = c->now / DAY_MS;
	return !c->revoked || !day_of(c->revoked->issued, &issued) || today - issued > REVOKED_DAYS || issued > today + 1;
}

/* What remains once the signature is known to be good: the gravest finding first. */
static void judge_standing(struct check *c, const struct list_entry *issuer)
{
	struct verified *v = c->out;
	const char *now = now_text(c);
	const struct list_entry *withdrawn = c->revoked ? list_find(c->revoked, v->id) : NULL;
	if (withdrawn)
		v->revoked_on = withdrawn->from;
	if (!issuer)
		find(v, FOUND_UNKNOWN_ISSUER, _("the signature is good, but this issuer is not on your list"));
	else if (withdrawn)
		find(v, FOUND_REVOKED, _("this certificate was withdrawn"));
	else if (strcmp(v->from, now) > 0)
		find(v, FOUND_NOT_IN_FORCE, _("this certificate is not in force yet"));
	else if (*v->until && strcmp(v->until, now) < 0)
		find(v, FOUND_NOT_IN_FORCE, _("this certificate is no longer in force"));
	else if (!may_issue(issuer, v->from))
		find(v, FOUND_NOT_IN_FORCE, _("its issuer might not issue certificates on that day"));
	else if (list_is_old(c))
		find(v, FOUND_OLD_LIST, _("not known to be withdrawn, but your list of withdrawn certificates is old; get the newest"));
	else
		find(v, FOUND_VALID, _("this certificate is valid and its issuer is on your list"));
}

static void name_issuer(struct check *c, const struct list_entry *issuer)
{
	if (!issuer)
		return;
	c->out->issuer = issuer->id;
	c->out->issuer_name = issuer->name;
	c->out->telephone = issuer->telephone;
}

/* --- a file: Open Badges 3.0 --------------------------------------------- */

static void read_identity(struct check *c, const json_t *identity)
{
	const char *kind = json_string_value(json_object_get(identity, "identityType"));
	if (str_eq(kind, "ext:name")) {
		c->out->name = text_of(c, identity, "identityHash");
	} else if (str_eq(kind, "nationalIdentityNumber") && json_is_true(json_object_get(identity, "hashed"))) {
		c->out->document = text_of(c, identity, "identityHash");
		c->out->salt = text_of(c, identity, "salt");
	} else if (str_eq(kind, "ext:birthDate")) {
		c->out->birth = text_of(c, identity, "identityHash");
	}
}

/* The result's description among those of the achievement, or NULL. */
static const json_t *description_of(const json_t *achievement, const json_t *result)
{
	const char *id = json_string_value(json_object_get(result, "resultDescription"));
	const json_t *list = json_object_get(achievement, "resultDescription");
	for (size_t i = 0; i < json_array_size(list); i++)
		if (str_eq(json_string_value(json_object_get(json_array_get(list, i), "id")), id))
			return json_array_get(list, i);
	return NULL;
}

static struct verified_result read_result(struct check *c, const json_t *achievement, const json_t *result)
{
	const json_t *d = description_of(achievement, result);
	const char *value = text_of(c, result, "value"), *most = text_of(c, d, "valueMax");
	struct verified_result r = {.name = d ? text_of(c, d, "name") : text_of(c, result, "resultDescription"), .value = *value ? value : text_of(c, result, "status")};
	if (*value && *most && str_eq(json_string_value(json_object_get(d, "resultType")), "RawScore"))
		r.value = arena_printf(c->arena, _("%s of %s"), value, most);
	else if (str_eq(value, "not examined"))
		r.value = arena_strdup(c->arena, _("not examined"));
	return r;
}

static void read_subject(struct check *c, const json_t *subject)
{
	const json_t *identities = json_object_get(subject, "identifier"), *achievement = json_object_get(subject, "achievement"), *results = json_object_get(subject, "result");
	for (size_t i = 0; i < json_array_size(identities); i++)
		read_identity(c, json_array_get(identities, i));
	c->out->programme = text_of(c, achievement, "name");
	c->out->description = text_of(c, achievement, "description");
	size_t count = json_array_size(results);
	struct verified_result *all = arena_array(c->arena, count + 1, sizeof(*all));
	for (size_t i = 0; i < count; i++)
		all[i] = read_result(c, achievement, json_array_get(results, i));
	c->out->results = all;
	c->out->result_count = count;
}

static void judge_badge(struct check *c, const char *text, size_t n)
{
	struct err e = ERR_INIT;
	uint8_t public[SIGN_PUBLIC_BYTES];
	json_t *doc = credential_read(text, n, &e);
	if (!doc || !proof_check(doc, public, &e)) {
		find(c->out, FOUND_FALSE, arena_strdup(c->arena, e.msg));
		json_decref(doc);
		return;
	}
	const json_t *issuer = json_object_get(doc, "issuer");
	c->out->id = text_of(c, doc, "id");
	c->out->issuer = text_of(c, issuer, "id");
	c->out->issuer_name = text_of(c, issuer, "name");
	c->out->details = text_of(c, doc, "description");
	c->out->from = text_of(c, doc, "validFrom");
	c->out->until = text_of(c, doc, "validUntil");
	read_subject(c, json_object_get(doc, "credentialSubject"));
	json_decref(doc);
	const struct list_entry *known = c->trust ? list_find(c->trust, c->out->issuer) : NULL;
	name_issuer(c, known);
	judge_standing(c, known);
}

/* --- a code: CBOR Web Token ----------------------------------------------- */

static const char *uuid_of(struct check *c, const uint8_t id[CWT_ID_BYTES])
{
	struct str s;
	str_init(&s);
	str_add(&s, "urn:uuid:");
	for (int i = 0; i < CWT_ID_BYTES; i++)
		str_addf(&s, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", id[i]);
	const char *text = arena_strdup(c->arena, s.buf);
	str_release(&s);
	return text;
}

static const char *instant_of(struct check *c, uint64_t seconds)
{
	const uint64_t last = UINT64_C(253402300799); /* 9999-12-31T23:59:59Z */
	char *text = arena_alloc(c->arena, 21);
	/* later than dates are written here: as far as they go */
	int64_t ms = (int64_t)(seconds < last ? seconds : last) * 1000;
	instant_format(ms, text);
	return text;
}

/* Whose seal it is: a code carries only the beginning of a digest of the key. *forged: it names a key of the list, which did not make it. */
static const struct list_entry *sealed_by(struct check *c, const struct cwt_seal *seal, bool *forged)
{
	*forged = false;
	for (size_t i = 0; c->trust && i < c->trust->count; i++) {
		uint8_t public[SIGN_PUBLIC_BYTES];
		if (!did_key_read(c->trust->entries[i].id, public))
			continue;
		if (cwt_seal_holds(seal, public))
			return &c->trust->entries[i];
		*forged |= cwt_seal_names(seal, public);
	}
	return NULL;
}

static void judge_code(struct check *c, const char *text)
{
	struct err e = ERR_INIT;
	struct cwt token;
	struct cwt_seal seal;
	if (!cwt_read(text, c->arena, &token, &seal, &e)) {
		find(c->out, FOUND_FALSE, arena_strdup(c->arena, e.msg));
		return;
	}
	bool forged;
	const struct list_entry *known = sealed_by(c, &seal, &forged);
	if (!known && forged) {
		find(c->out, FOUND_FALSE, arena_printf(c->arena, _("the signature '%s' does not hold: the certificate was changed after it was signed"), "COSE_Sign1"));
		return;
	}
	struct verified *v = c->out;
	v->id = uuid_of(c, token.id);
	v->issuer_name = token.issuer;
	v->name = token.name;
	v->birth = token.birth;
	v->programme = token.achievement;
	v->from = instant_of(c, token.not_before);
	v->until = instant_of(c, token.expires);
	struct verified_result *results = arena_array(c->arena, token.result_count + 1, sizeof(*results));
	for (size_t i = 0; i < token.result_count; i++)
		results[i] = (struct verified_result){.name = token.results[i].unit, .value = arena_printf(c->arena, "%" PRIu64 " %%", token.results[i].percent)};
	v->results = results;
	v->result_count = token.result_count;
	name_issuer(c, known);
	if (known)
		judge_standing(c, known);
	else
		find(v, FOUND_UNKNOWN_ISSUER, _("no issuer on your list made this signature: it cannot be checked"));
}

void verify_text(const char *text, size_t n, const struct list *trust, const struct list *revoked, int64_t now, struct arena *a, struct verified *out)
{
	*out = (struct verified){.why = "", .id = "", .issuer = "", .issuer_name = "", .telephone = "", .name = "", .birth = "", .document = "", .salt = "", .programme = "",
				 .description = "", .details = "", .from = "", .until = "", .revoked_on = "", .list_issued = revoked ? revoked->issued : ""};
	struct check c = {.trust = trust, .revoked = revoked, .now = now, .arena = a, .out = out};
	bool practice;
	if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) { /* as editors save files */
		text += 3;
		n -= 3;
	}
	while (n > 0 && memchr(" \t\r\n", text[n - 1], 4)) /* no code ends in a space: three of its letters are a number below 65536, and the last counts 2025 times 36 */
		n--;
	const char *whole = arena_strndup(a, text, n), *begin = whole + strspn(whole, " \t\r\n");
	bool is_text = strlen(whole) == n;
	if (is_text && serial_like(whole, &practice))
		find(out, FOUND_FALSE,
		     practice ? _("this is a practice certificate: it proves nothing to an employer or authority") :
				arena_printf(a, _("'%s' is no serial: its check digits do not fit; type it again"), whole));
	else if (is_text && cwt_like(begin))
		judge_code(&c, begin);
	else
		judge_badge(&c, text, n);
}

bool verified_document_is(const struct verified *v, const char *number)
{
	struct str s;
	char hex[HASH_HEX_SIZE];
	str_init(&s);
	for (; *number; number++)
		if (*number != ' ' && *number != '-')
			str_addc(&s, *number >= 'a' && *number <= 'z' ? (char)(*number - 'a' + 'A') : *number);
	str_add(&s, v->salt);
	hash_hex(s.buf, s.len, hex);
	secret_wipe(s.buf, s.len);
	str_clear(&s);
	str_addf(&s, "sha256$%s", hex);
	bool same = *v->document && strlen(v->document) == s.len && secret_equal(s.buf, v->document, s.len);
	str_release(&s);
	return same;
}
