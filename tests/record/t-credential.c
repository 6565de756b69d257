/* Credentials against published vectors and one made by other programs: keys, base 58 and 45, canonical JSON, N-Quads, both proofs, and changed files. */
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
#include "record/base45.h"
#include "record/base58.h"
#include "record/credential.h"
#include "record/cwt.h"
#include "record/jcs.h"
#include "record/nquads.h"
#include "record/profile.h"
#include "record/proof.h"

static void read_data(struct str *out, const char *name)
{
	char path[512];
	const char *top = getenv("top_srcdir");
	snprintf(path, sizeof(path), "%s/tests/data/credentials/%s", top ? top : ".", name);
	FILE *f = fopen(path, "rb");
	if (!f)
		fail_msg("%s is missing", path);
	char block[4096];
	for (size_t n; (n = fread(block, 1, sizeof(block), f)) > 0;)
		str_addn(out, block, n);
	fclose(f);
}

static json_t *read_credential(const char *name)
{
	struct str s;
	struct err e = ERR_INIT;
	str_init(&s);
	read_data(&s, name);
	json_t *c = credential_read(s.buf, s.len, &e);
	if (!c)
		fail_msg("%s: %s", name, e.msg);
	str_release(&s);
	return c;
}

static void key_of(struct sign_key *key, uint8_t last)
{
	uint8_t seed[SIGN_SEED_BYTES] = {0};
	seed[SIGN_SEED_BYTES - 1] = last;
	sign_key_from_seed(key, seed);
}

/* w3c-ccg/did-method-key, test-vectors/ed25519-x25519.json */
static void keys_have_their_published_names(void **state)
{
	(void)state;
	static const struct {
		uint8_t last;
		const char *did;
	} rows[] = {
		{0, "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"}, {1, "did:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG"},
		{2, "did:key:z6MknGc3ocHs3zdPiJbnaaqDi58NGb4pk1Sp9WxWufuXSdxf"}, {3, "did:key:z6MkvqoYXQfDDJRv8L4wKzxYeuKyVZBfi9Qo6Ro8MiLH3kDQ"},
		{5, "did:key:z6MkwYMhwTvsq376YBAcJHy3vyRWzBgn5vKfVqqDCgm7XVKU"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct sign_key key;
		uint8_t read[SIGN_PUBLIC_BYTES];
		struct str s;
		key_of(&key, rows[i].last);
		str_init(&s);
		str_add(&s, "did:key:");
		multikey_add(&s, key.public);
		assert_string_equal(s.buf, rows[i].did);
		assert_true(did_key_read(s.buf, read));
		assert_memory_equal(read, key.public, sizeof(read));
		str_release(&s);
	}
	static const char *const bad[] = {
		"did:key:6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp", "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW", "did:web:example.org",
		"did:key:z", "did:key:z0OIl", "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme", /* a key of another curve */
	};
	uint8_t read[SIGN_PUBLIC_BYTES];
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (did_key_read(bad[i], read))
			fail_msg("%s was taken for a key", bad[i]);
	static const uint8_t zero[SIGN_PUBLIC_BYTES]; /* a point, but not of the main subgroup */
	struct str s;
	str_init(&s);
	str_add(&s, "did:key:");
	multikey_add(&s, zero);
	assert_false(did_key_read(s.buf, read));
	str_release(&s);
}

/* RFC 9285 §4.3 and §4.4 */
static void base_45_is_the_standard_s(void **state)
{
	(void)state;
	static const char *const rows[][2] = {{"AB", "BB8"}, {"Hello!!", "%69 VD92EX0"}, {"base-45", "UJCLQE7W581"}, {"ietf!", "QED8WEX0"}, {"", ""}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str s;
		uint8_t bytes[64];
		size_t n = sizeof(bytes);
		str_init(&s);
		base45_add(&s, (const uint8_t *)rows[i][0], strlen(rows[i][0]));
		assert_string_equal(s.buf, rows[i][1]);
		assert_true(base45_read(s.buf, bytes, &n));
		assert_int_equal(n, strlen(rows[i][0]));
		assert_memory_equal(bytes, rows[i][0], n);
		str_release(&s);
	}
	static const char *const bad[] = {"A", "AAAA", "GGW", ":::", "ab8", "BB8\n", "BB8é", "::"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		uint8_t bytes[64];
		size_t n = sizeof(bytes);
		if (base45_read(bad[i], bytes, &n))
			fail_msg("%s was taken for base 45", bad[i]);
	}
	uint8_t one;
	size_t n = 1;
	assert_false(base45_read("BB8", &one, &n));
}

/* cyberphone/json-canonicalization testdata: structures, unicode, weird, french (those without numbers), and the alumni credential of vc-di-eddsa. */
static void canonical_json_is_the_standard_s(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"[\"x\", {\"d\": true, \"10\": null, \"1\": [] }]", "[\"x\",{\"1\":[],\"10\":null,\"d\":true}]"},
		{"{\"u\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}", "{\"u\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"},
		{"{\"\\u20ac\":\"Euro\",\"\\r\":\"CR\",\"\\ufb33\":\"Dalet\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Smile\",\"\\u0080\":\"Control\",\"\\u00f6\":\"o\"}",
		 "{\"\\r\":\"CR\",\"1\":\"One\",\"\xc2\x80\":\"Control\",\"ö\":\"o\",\"€\":\"Euro\",\"😀\":\"Smile\",\"\xef\xac\xb3\":\"Dalet\"}"},
		{"{\"peach\":\"a\",\"péché\":\"b\",\"pêche\":\"c\",\"sin\":\"d\"}", "{\"peach\":\"a\",\"péché\":\"b\",\"pêche\":\"c\",\"sin\":\"d\"}"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err e = ERR_INIT;
		struct str s;
		str_init(&s);
		json_t *v = credential_read(rows[i][0], strlen(rows[i][0]), &e);
		assert_non_null(v);
		assert_true(jcs_add(&s, v, &e));
		assert_string_equal(s.buf, rows[i][1]);
		str_release(&s);
		json_decref(v);
	}
	static const char *const bad[] = {"[1]", "[1e400]", "[1.5]", "{\"a\":1,\"a\":2}", "[\"\\ud800\"]", "[\"\\u0000\"]", "{\"a\":{}", "", "[]x"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct err e = ERR_INIT;
		struct str s;
		str_init(&s);
		json_t *v = credential_read(bad[i], strlen(bad[i]), &e);
		if (v && jcs_add(&s, v, &e))
			fail_msg("%s was taken", bad[i]);
		assert_int_equal(e.kind, ERR_INPUT);
		str_release(&s);
		json_decref(v);
	}
}

static void n_quads_are_those_of_other_programs(void **state)
{
	(void)state;
	struct str expected, got;
	struct err e = ERR_INIT;
	str_init(&expected);
	str_init(&got);
	read_data(&expected, "ob3_canonical.nq");
	json_t *c = read_credential("ob3_unsigned.json");
	assert_true(profile_check(c, &e));
	assert_true(nquads_add(&got, c, &e));
	assert_string_equal(got.buf, expected.buf);
	json_decref(c);
	str_release(&expected);
	str_release(&got);
}

static void both_proofs_come_out_byte_for_byte(void **state)
{
	(void)state;
	struct err e = ERR_INIT;
	struct sign_key key;
	key_of(&key, 1);
	json_t *signed_by_others = read_credential("ob3_proofset.json"), *c = read_credential("ob3_unsigned.json");
	if (!proof_add(c, &key, "2026-05-01T09:00:00Z", &e))
		fail_msg("%s", e.msg);
	assert_true(json_equal(c, signed_by_others));
	uint8_t issuer[SIGN_PUBLIC_BYTES];
	if (!proof_check(signed_by_others, issuer, &e))
		fail_msg("%s", e.msg);
	assert_memory_equal(issuer, key.public, sizeof(issuer));
	key_of(&key, 2);
	assert_false(proof_add(c, &key, "2026-05-01T09:00:00Z", &e)); /* another's key */
	json_decref(c);
	json_decref(signed_by_others);
}

static bool text_is_accepted(const char *text, size_t n)
{
	struct err e = ERR_INIT;
	uint8_t issuer[SIGN_PUBLIC_BYTES];
	json_t *c = credential_read(text, n, &e);
	bool ok = c && proof_check(c, issuer, &e);
	if (!ok)
		assert_int_equal(e.kind, ERR_INPUT);
	json_decref(c);
	return ok;
}

static void every_changed_byte_is_noticed(void **state)
{
	(void)state;
	struct str s;
	str_init(&s);
	read_data(&s, "ob3_proofset.json");
	json_t *c = json_loadb(s.buf, s.len, 0, NULL);
	char *compact = json_dumps(c, JSON_COMPACT);
	size_t n = strlen(compact);
	assert_true(text_is_accepted(compact, n));
	for (size_t i = 0; i < n; i++) {
		for (int bit = 1; bit < 256; bit <<= 3) {
			compact[i] = (char)(compact[i] ^ bit);
			if (text_is_accepted(compact, n))
				fail_msg("byte %zu may change by %d", i, bit);
			compact[i] = (char)(compact[i] ^ bit);
		}
		if (text_is_accepted(compact, i))
			fail_msg("may be cut after %zu bytes", i);
	}
	free(compact);
	json_decref(c);
	str_release(&s);
}

/* Changes that keep the JSON sound: order of lists, strange and doubled parts, proofs of other kinds. */
static void hostile_credentials_are_refused(void **state)
{
	(void)state;
	struct err e = ERR_INIT;
	uint8_t issuer[SIGN_PUBLIC_BYTES];
	for (int i = 0; i < 9; i++) {
		json_t *c = read_credential("ob3_proofset.json"), *subject = json_object_get(c, "credentialSubject"), *proof = json_object_get(c, "proof");
		json_t *results = json_object_get(subject, "result");
		switch (i) {
		case 0: json_array_append(results, json_array_get(results, 0)), json_array_remove(results, 0); break;
		case 1: json_object_set_new(subject, "name", json_string("x")); break;
		case 2: json_array_append(proof, json_array_get(proof, 0)); break;
		case 3: json_array_remove(proof, 0); break;
		case 4: json_array_append(proof, json_array_get(proof, 0)), json_array_remove(proof, 0); break;
		case 5: json_object_set_new(json_array_get(proof, 1), "domain", json_string("x")); break;
		case 6: json_array_append(results, json_array_get(results, 0)); break; /* two that are alike */
		case 7: json_object_set_new(c, "credentialStatus", json_object()); break;
		case 8: json_object_set_new(json_object_get(c, "issuer"), "id", json_string("did:key:z6MknGc3ocHs3zdPiJbnaaqDi58NGb4pk1Sp9WxWufuXSdxf")); break;
		}
		if (proof_check(c, issuer, &e))
			fail_msg("change %d is not noticed", i);
		json_decref(c);
	}
}

static void token_of_the_vector(struct cwt *c)
{
	*c = (struct cwt){.issuer = "UZ-MIG", .subject = "A1234567", .expires = 1840784400, .not_before = 1777626000, .issued = 1777626000, .version = 1,
			  .achievement = "be-predeparture:1", .name = "KARIMOV ALISHER", .birth = "1998-03-14",
			  .results = {{"nl-A1", 84}, {"vca", 91}, {"conduct", 100}}, .result_count = 3};
	static const uint8_t id[] = {0x0b, 0x8b, 0x6f, 0x0e, 0x2f, 0x0e, 0x4a, 0x53, 0x9d, 0x5c, 0x6a, 0x6c, 0x1b, 0x1d, 0x2e, 0x3f};
	memcpy(c->id, id, sizeof(id));
}

static void the_code_comes_out_byte_for_byte(void **state)
{
	(void)state;
	struct sign_key key;
	struct cwt c, back;
	struct cwt_seal seal;
	struct str text, hex, expected;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	key_of(&key, 1);
	token_of_the_vector(&c);
	str_init(&text);
	str_init(&hex);
	str_init(&expected);
	cwt_add(&text, &c, &key);
	uint8_t bytes[CWT_BYTES_MAX];
	size_t n = sizeof(bytes);
	assert_true(base45_read(text.buf + 5, bytes, &n));
	for (size_t i = 0; i < n; i++)
		str_addf(&hex, "%02x", bytes[i]);
	read_data(&expected, "cwt.hex");
	expected.buf[strcspn(expected.buf, "\n")] = '\0';
	assert_string_equal(hex.buf, expected.buf);
	assert_int_equal(text.len, 343);
	assert_true(str_starts(text.buf, "SAF1:RRQT 9P60GO0CI9HK6O9GIVB8CK7ZH/70PZAWW5*B9VD0*A8QF60R6J%6FN08*D7P41T0"));
	assert_true(cwt_read(text.buf, &a, &back, &seal, &e));
	assert_string_equal(back.name, c.name);
	assert_int_equal(back.results[2].percent, 100);
	assert_true(cwt_seal_holds(&seal, key.public));
	key_of(&key, 2);
	assert_false(cwt_seal_holds(&seal, key.public));
	arena_release(&a);
	str_release(&text);
	str_release(&hex);
	str_release(&expected);
}

static bool code_is_accepted(const uint8_t *bytes, size_t n, const uint8_t public[SIGN_PUBLIC_BYTES])
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct cwt c;
	struct cwt_seal seal;
	struct str text;
	str_init(&text);
	str_add(&text, "SAF1:");
	base45_add(&text, bytes, n);
	bool ok = cwt_read(text.buf, &a, &c, &seal, &e) && cwt_seal_holds(&seal, public);
	str_release(&text);
	arena_release(&a);
	return ok;
}

static void every_changed_byte_of_a_code_is_noticed(void **state)
{
	(void)state;
	struct sign_key key;
	struct cwt c;
	struct str text;
	key_of(&key, 1);
	token_of_the_vector(&c);
	str_init(&text);
	cwt_add(&text, &c, &key);
	uint8_t bytes[CWT_BYTES_MAX];
	size_t n = sizeof(bytes);
	assert_true(base45_read(text.buf + 5, bytes, &n));
	assert_true(code_is_accepted(bytes, n, key.public));
	for (size_t i = 0; i < n; i++) {
		for (int bit = 1; bit < 256; bit <<= 1) {
			bytes[i] = (uint8_t)(bytes[i] ^ bit);
			if (code_is_accepted(bytes, n, key.public))
				fail_msg("byte %zu may change by %d", i, bit);
			bytes[i] = (uint8_t)(bytes[i] ^ bit);
		}
		assert_false(code_is_accepted(bytes, i, key.public));
	}
	bytes[n] = 0;
	assert_false(code_is_accepted(bytes, n + 1, key.public));
	/* counts and lengths that promise more than there is, and what has no end */
	static const char *const bombs[] = {"\xd2\x9b\xff\xff\xff\xff\xff\xff\xff\xff", "\xd2\x84\x5b\x7f\xff\xff\xff\xff\xff\xff\xff", "\xd2\x9f\x9f\x9f\x9f\x9f",
					     "\xd2\x84\x5f\x41\x01\xff", "\xfb\x7f\xf0\x01\x01\x01\x01\x01\x01", "\xd2\xd2\xd2\xd2"};
	for (size_t i = 0; i < sizeof(bombs) / sizeof(bombs[0]); i++)
		assert_false(code_is_accepted((const uint8_t *)bombs[i], strlen(bombs[i]), key.public));
	str_release(&text);
}

/* What may stand on a certificate and what may not; what may comes out whole, and is what the verifier reads. */
static void only_what_verifies_is_made(void **state)
{
	(void)state;
	static const struct credential_part parts[] = {
		{.id = "dutch/final", .skill = "", .name = "Final exam", .value = "34.5", .maximum = "50", .needed = "25"},
		{.id = "dutch/final", .skill = "speaking", .name = "Final exam: Speaking"},
	};
	static const struct cwt_result shares[] = {{.unit = "dutch", .percent = 69}};
	const struct credential_facts good = {
		.uuid = "0b8b6f0e-2f0e-4a53-9d5c-6a6c1b1d2e3f", .subject = "6f1c2a34-7d55-4a0e-8a83-1f0b9c0d4e5a", .serial = "1234 5678 9012 3475", .programme = "going/north",
		.title = "Ready for the north", .destination = "BE-VLG", .latin = "O'KTAMOVA \"GUL\"", .birth = "2001-05-14", .document = "fa-123 4567", .salt = "9f2c",
		.issuer = "Markaz «Gʻijduvon» \\ 3", .language = "nl-BE", .examined = "Final exam: 2026-11-23.", .officer = "Dilnoza", .second = "Жасур", .from = 1795424400000,
		.until = 1858582799000, .parts = parts, .part_count = 2, .results = shares, .result_count = 1,
	};
	const struct {
		const char *what;
		size_t offset;
		const char *text;
	} bad[] = {
		{"a control character", offsetof(struct credential_facts, officer), "Dil\nnoza"}, {"no name", offsetof(struct credential_facts, latin), ""},
		{"no UTF-8", offsetof(struct credential_facts, issuer), "Mark\xffz"}, {"a path that is no IRI", offsetof(struct credential_facts, programme), "going/no rth"},
		{"an id that stands twice", offsetof(struct credential_facts, subject), "0b8b6f0e-2f0e-4a53-9d5c-6a6c1b1d2e3f"},
	};
	struct sign_key key;
	struct str json, compact;
	struct err e = ERR_INIT;
	key_of(&key, 1);
	str_init(&json);
	str_init(&compact);
	if (!credential_make(&good, &key, &json, &compact, &e))
		fail_msg("%s", e.msg);
	assert_true(str_starts(compact.buf, "SAF1:"));
	assert_null(strchr(json.buf, '\n'));
	assert_null(strstr(json.buf, "1234567"));
	assert_non_null(strstr(json.buf, "\"value\":\"not examined\""));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct credential_facts f = good;
		memcpy((char *)&f + bad[i].offset, &bad[i].text, sizeof(bad[i].text));
		err_clear(&e);
		str_clear(&json);
		if (credential_make(&f, &key, &json, &compact, &e) || e.kind != ERR_INPUT)
			fail_msg("%s is taken", bad[i].what);
	}
	struct credential_facts none = good;
	none.part_count = 0;
	err_clear(&e);
	assert_false(credential_make(&none, &key, &json, &compact, &e));
	str_release(&compact);
	str_release(&json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_have_their_published_names),
		cmocka_unit_test(base_45_is_the_standard_s),
		cmocka_unit_test(canonical_json_is_the_standard_s),
		cmocka_unit_test(n_quads_are_those_of_other_programs),
		cmocka_unit_test(both_proofs_come_out_byte_for_byte),
		cmocka_unit_test(every_changed_byte_is_noticed),
		cmocka_unit_test(hostile_credentials_are_refused),
		cmocka_unit_test(the_code_comes_out_byte_for_byte),
		cmocka_unit_test(every_changed_byte_of_a_code_is_noticed),
		cmocka_unit_test(only_what_verifies_is_made),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
