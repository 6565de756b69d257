/* What a verifier is told: signed lists, every finding in its order, practice, passport numbers, replayed and changed lists. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "record/cwt.h"
#include "record/list.h"
#include "record/profile.h"
#include "record/verify.h"

/* 2026-11-23T12:00:00Z, after the certificate of the vector came into force. */
#define NOW INT64_C(1795435200000)
#define ISSUER "did:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG"
#define CREDENTIAL "urn:uuid:0b8b6f0e-2f0e-4a53-9d5c-6a6c1b1d2e3f"

static void key_of(struct sign_key *key, uint8_t last)
{
	uint8_t seed[SIGN_SEED_BYTES] = {0};
	seed[SIGN_SEED_BYTES - 1] = last;
	sign_key_from_seed(key, seed);
}

static void badge(struct str *out)
{
	char path[512], block[4096];
	const char *top = getenv("top_srcdir");
	snprintf(path, sizeof(path), "%s/tests/data/credentials/ob3_proofset.json", top ? top : ".");
	FILE *f = fopen(path, "rb");
	assert_non_null(f);
	for (size_t n; (n = fread(block, 1, sizeof(block), f)) > 0;)
		str_addn(out, block, n);
	fclose(f);
}

static struct list trust_in(struct list_entry *entry)
{
	*entry = (struct list_entry){.id = ISSUER, .name = "Agency for migration", .telephone = "+998 71 000 00 00", .from = "2026-01-01T00:00:00Z", .until = ""};
	return (struct list){.kind = LIST_TRUST, .issued = "2026-11-01T00:00:00Z", .sequence = 1, .entries = entry, .count = 1};
}

static struct list revoked_on(const char *issued)
{
	return (struct list){.kind = LIST_REVOKED, .issued = issued, .sequence = 1};
}

static void lists_travel_and_notice_changes(void **state)
{
	(void)state;
	struct sign_key key;
	struct list_entry entry;
	struct list list = trust_in(&entry), back;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct str text;
	key_of(&key, 3);
	str_init(&text);
	assert_true(list_add(&text, &list, &key, &e));
	if (!list_read(text.buf, text.len, &a, &back, &e))
		fail_msg("%s", e.msg);
	assert_int_equal(back.kind, LIST_TRUST);
	assert_int_equal(back.count, 1);
	assert_string_equal(back.signer, "did:key:z6MkvqoYXQfDDJRv8L4wKzxYeuKyVZBfi9Qo6Ro8MiLH3kDQ");
	assert_string_equal(list_find(&back, ISSUER)->telephone, "+998 71 000 00 00");
	assert_null(list_find(&back, "did:key:zOther"));
	for (size_t i = 0; i < text.len; i++) {
		text.buf[i] = (char)(text.buf[i] ^ 1);
		if (list_read(text.buf, text.len, &a, &back, &e))
			fail_msg("byte %zu may change", i);
		text.buf[i] = (char)(text.buf[i] ^ 1);
		assert_false(list_read(text.buf, i, &a, &back, &e));
	}
	str_release(&text);
	/* the same issuer twice */
	struct list_entry twice[] = {entry, entry};
	list.entries = twice;
	list.count = 2;
	str_init(&text);
	assert_true(list_add(&text, &list, &key, &e));
	assert_false(list_read(text.buf, text.len, &a, &back, &e));
	str_release(&text);
	arena_release(&a);
}

static enum finding found(const char *text, const struct list *trust, const struct list *revoked, int64_t now, struct arena *a)
{
	struct verified v;
	verify_text(text, strlen(text), trust, revoked, now, a, &v);
	assert_true(*v.why != '\0');
	return v.finding;
}

/* The same findings for the file and for the code, the gravest first where several would do. */
static void findings_come_in_their_order(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct sign_key key;
	struct str file, code;
	struct list_entry issuer, withdrawn = {.id = CREDENTIAL, .name = "", .telephone = "", .from = "2026-06-01T00:00:00Z", .until = "", .reason = "void"};
	struct list trust = trust_in(&issuer), none = {.kind = LIST_TRUST}, fresh = revoked_on("2026-11-20T00:00:00Z"), old = revoked_on("2026-10-01T00:00:00Z"), with = fresh, old_with = old;
	with.entries = old_with.entries = &withdrawn;
	with.count = old_with.count = 1;
	const int64_t before = INT64_C(1767225600000), after = INT64_C(1861920000000); /* 2026-01-01, 2029-01-01 */
	key_of(&key, 1);
	str_init(&file);
	str_init(&code);
	badge(&file);
	struct cwt token = {.issuer = "UZ-MIG", .subject = "1234", .expires = 1840784400, .not_before = 1777626000, .issued = 1777626000, .version = 1, .achievement = "be:1",
			    .name = "KARIMOV ALISHER", .birth = "1998-03-14", .id = {0x0b, 0x8b, 0x6f, 0x0e, 0x2f, 0x0e, 0x4a, 0x53, 0x9d, 0x5c, 0x6a, 0x6c, 0x1b, 0x1d, 0x2e, 0x3f}};
	cwt_add(&code, &token, &key);
	const char *const texts[] = {file.buf, code.buf};
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(found(texts[i], &trust, &fresh, NOW, &a), FOUND_VALID);
		assert_int_equal(found(texts[i], &trust, &old, NOW, &a), FOUND_OLD_LIST);
		assert_int_equal(found(texts[i], &trust, NULL, NOW, &a), FOUND_OLD_LIST);
		assert_int_equal(found(texts[i], &trust, &old, before, &a), FOUND_NOT_IN_FORCE);
		assert_int_equal(found(texts[i], &trust, &fresh, after, &a), FOUND_NOT_IN_FORCE);
		assert_int_equal(found(texts[i], &trust, &with, after, &a), FOUND_REVOKED);
		assert_int_equal(found(texts[i], &trust, &old_with, NOW, &a), FOUND_REVOKED);
		assert_int_equal(found(texts[i], &none, &with, after, &a), FOUND_UNKNOWN_ISSUER);
		assert_int_equal(found(texts[i], NULL, NULL, NOW, &a), FOUND_UNKNOWN_ISSUER);
		issuer.from = "2026-05-02T00:00:00Z"; /* trusted only from the day after it was issued */
		assert_int_equal(found(texts[i], &trust, &fresh, NOW, &a), FOUND_NOT_IN_FORCE);
		issuer.from = "2026-01-01T00:00:00Z";
	}
	/* bytes that a text ends before are no part of a certificate */
	struct verified v;
	verify_text(file.buf, file.len + 1, &trust, &fresh, NOW, &a, &v);
	assert_int_equal(v.finding, FOUND_FALSE);
	verify_text(code.buf, code.len + 1, &trust, &fresh, NOW, &a, &v);
	assert_int_equal(v.finding, FOUND_FALSE);
	str_clear(&code);
	token.name = "KARIMOV\x9B";
	cwt_add(&code, &token, &key);
	assert_int_equal(found(code.buf, &trust, &fresh, NOW, &a), FOUND_FALSE);
	file.buf[file.len / 2] ^= 1;
	assert_int_equal(found(file.buf, &none, &old_with, after, &a), FOUND_FALSE);
	static const char *const nonsense[] = {"", "hello", "{}", "[]", "SAF1:", "SAF1:AAAA", "P 1234 5678 9012 3475", "\xff\xfe"};
	for (size_t i = 0; i < sizeof(nonsense) / sizeof(nonsense[0]); i++)
		assert_int_equal(found(nonsense[i], &trust, &fresh, NOW, &a), FOUND_FALSE);
	str_release(&file);
	str_release(&code);
	arena_release(&a);
}

/* What both tests judge: the file and the code of one certificate. */
static const struct cwt vector_token = {.issuer = "UZ-MIG", .subject = "1234", .expires = 1840784400, .not_before = 1777626000, .issued = 1777626000, .version = 1,
	.achievement = "be:1", .name = "KARIMOV ALISHER", .birth = "1998-03-14",
	.id = {0x0b, 0x8b, 0x6f, 0x0e, 0x2f, 0x0e, 0x4a, 0x53, 0x9d, 0x5c, 0x6a, 0x6c, 0x1b, 0x1d, 0x2e, 0x3f}};

/* Who claims the key of an issuer on the list is no unknown issuer. */
static void a_forged_code_is_false(void **state)
{
	(void)state;
	const int64_t after = INT64_C(1861920000000);
	struct arena a = ARENA_INIT;
	struct sign_key key, other;
	struct str code, changed, forged;
	struct list_entry issuer;
	struct list trust = trust_in(&issuer), fresh = revoked_on("2026-11-20T00:00:00Z");
	struct cwt token = vector_token;
	key_of(&key, 1);
	key_of(&other, 2);
	str_init(&code);
	str_init(&changed);
	str_init(&forged);
	cwt_add(&code, &token, &key);
	cwt_add(&forged, &token, &other);
	assert_int_equal(found(forged.buf, &trust, &fresh, NOW, &a), FOUND_UNKNOWN_ISSUER);
	token.name = "KARIMOV ALISHEr";
	cwt_add(&changed, &token, &key); /* the signature of one token over the claims of another */
	str_clear(&forged);
	size_t split = 5 + (code.len - 5 - 105) / 3 * 3; /* behind the name, before the signature */
	str_addn(&forged, changed.buf, split);
	str_add(&forged, code.buf + split);
	assert_int_equal(found(forged.buf, &trust, &fresh, after, &a), FOUND_FALSE);
	assert_int_equal(found(forged.buf, NULL, &fresh, NOW, &a), FOUND_UNKNOWN_ISSUER);
	str_release(&code);
	str_release(&changed);
	str_release(&forged);
	arena_release(&a);
}

static void the_clock_of_a_list_is_not_believed_for_years(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct sign_key key;
	struct str code;
	struct list_entry issuer;
	struct list trust = trust_in(&issuer), tomorrow = revoked_on("2026-11-24T00:00:00Z"), later = revoked_on("2026-11-25T00:00:00Z"), never = revoked_on("2026-99-99T00:00:00Z");
	key_of(&key, 1);
	str_init(&code);
	cwt_add(&code, &vector_token, &key);
	assert_int_equal(found(code.buf, &trust, &tomorrow, NOW, &a), FOUND_VALID); /* clocks differ by hours */
	assert_int_equal(found(code.buf, &trust, &later, NOW, &a), FOUND_OLD_LIST);
	assert_int_equal(found(code.buf, &trust, &never, NOW, &a), FOUND_OLD_LIST);
	str_release(&code);
	arena_release(&a);
}

/* What this version does not know the meaning of, it does not explain. */
static void another_version_of_a_code_is_refused(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct sign_key key;
	struct str code;
	struct list_entry issuer;
	struct list trust = trust_in(&issuer), fresh = revoked_on("2026-11-20T00:00:00Z");
	key_of(&key, 1);
	str_init(&code);
	for (int i = 0; i < 3; i++) {
		struct cwt token = vector_token;
		token.version = (uint64_t)i;
		token.name = "KARIMOV";
		str_clear(&code);
		cwt_add(&code, &token, &key);
		assert_int_equal(found(code.buf, &trust, &fresh, NOW, &a), i == 1 ? FOUND_VALID : FOUND_FALSE);
	}
	struct cwt token = vector_token;
	token.name = "KARIMOV\xC2\x9B" "2J"; /* a control character of two bytes */
	str_clear(&code);
	cwt_add(&code, &token, &key);
	assert_int_equal(found(code.buf, &trust, &fresh, NOW, &a), FOUND_FALSE);
	str_release(&code);
	arena_release(&a);
}

static void who_it_is_about_stands_there_once(void **state)
{
	(void)state;
	struct str file;
	struct err e = ERR_INIT;
	str_init(&file);
	badge(&file);
	json_t *doc = json_loadb(file.buf, file.len, 0, NULL), *subject = json_object_get(doc, "credentialSubject"), *list = json_object_get(subject, "identifier");
	assert_true(profile_check(doc, &e));
	json_t *other = json_deep_copy(json_array_get(list, 0));
	json_object_set_new(other, "identityHash", json_string("SOMEBODY ELSE"));
	json_array_append_new(list, other);
	assert_false(profile_check(doc, &e));
	assert_non_null(strstr(e.msg, "twice"));
	err_clear(&e);
	json_array_remove(list, json_array_size(list) - 1);
	assert_true(profile_check(doc, &e));
	json_object_set_new(doc, "name", json_string("\xC2\x85"));
	assert_false(profile_check(doc, &e));
	json_decref(doc);
	str_release(&file);
}

/* What editors, mail and phones put around it, and what people type instead. */
static void surroundings_do_not_matter(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct sign_key key;
	struct str file, code, wrapped;
	struct list_entry issuer;
	struct list trust = trust_in(&issuer), fresh = revoked_on("2026-11-20T00:00:00Z");
	struct verified v;
	key_of(&key, 1);
	str_init(&file);
	str_init(&code);
	str_init(&wrapped);
	badge(&file);
	cwt_add(&code, &vector_token, &key);
	const char *const texts[] = {file.buf, code.buf};
	for (size_t i = 0; i < 2; i++) {
		str_clear(&wrapped);
		str_addf(&wrapped, "\xEF\xBB\xBF\r\n %s \t\r\n", texts[i]);
		assert_int_equal(found(wrapped.buf, &trust, &fresh, NOW, &a), FOUND_VALID);
	}
	verify_text("P 1234 5678 9012 3475", 21, &trust, &fresh, NOW, &a, &v); /* check digits that do not fit */
	assert_non_null(strstr(v.why, "practice"));
	verify_text("1234 5678 9012 3475", 19, &trust, &fresh, NOW, &a, &v);
	assert_non_null(strstr(v.why, "check digits"));
	str_release(&wrapped);
	str_release(&code);
	str_release(&file);
	arena_release(&a);
}

static void everything_it_says_is_shown(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct str file;
	struct list_entry issuer;
	struct list trust = trust_in(&issuer), fresh = revoked_on("2026-11-20T00:00:00Z");
	struct verified v;
	str_init(&file);
	badge(&file);
	verify_text(file.buf, file.len, &trust, &fresh, NOW, &a, &v);
	assert_string_equal(v.name, "KARIMOV ALISHER");
	assert_string_equal(v.issuer_name, "Agency for migration");
	assert_string_equal(v.programme, "Readiness BE");
	assert_string_equal(v.until, "2028-05-01T09:00:00Z");
	assert_int_equal(v.result_count, 2);
	assert_string_equal(v.results[1].name, "safety");
	assert_string_equal(v.results[1].value, "91");
	assert_string_equal(v.salt, "9f2c");
	assert_false(verified_document_is(&v, "AA0000000"));
	v.document = "";
	assert_false(verified_document_is(&v, ""));
	str_release(&file);
	arena_release(&a);
}

static void a_passport_number_matches_or_does_not(void **state)
{
	(void)state;
	/* sha256 of "AB1234567" and the salt "ab" */
	struct verified v = {.salt = "ab", .document = "sha256$1e0127b0b46816560db7fe046c091508b712eb82b4a4ff2213f2fce736e1ce23"};
	assert_true(verified_document_is(&v, "AB1234567"));
	assert_true(verified_document_is(&v, "ab 123 45-67"));
	assert_false(verified_document_is(&v, "AB1234568"));
	assert_false(verified_document_is(&v, ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_travel_and_notice_changes),
		cmocka_unit_test(findings_come_in_their_order),
		cmocka_unit_test(a_forged_code_is_false),
		cmocka_unit_test(the_clock_of_a_list_is_not_believed_for_years),
		cmocka_unit_test(another_version_of_a_code_is_refused),
		cmocka_unit_test(who_it_is_about_stands_there_once),
		cmocka_unit_test(surroundings_do_not_matter),
		cmocka_unit_test(everything_it_says_is_shown),
		cmocka_unit_test(a_passport_number_matches_or_does_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
