/* People, PINs, enrolments, acts. */
#include "config.h"
#include "house.h"

#include <stdio.h>
#include <string.h>

#include "core/str.h"
#include "store/people.h"
#include "store/stmt.h"

static void people_are_kept_and_found(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct person p = {.code = "0007", .name = "Oʻgʻiloy Joʻrayeva", .latin = "JURAEVA UGILOY", .birth = "2001-12-31", .region = "UZ-FA",
			   .role = ROLE_LEARNER, .language = ""}, got;
	assert_ok(person_save(s, &p, 1, &e), &e);
	assert_ok(person_by_code(s, "0007", &a, &got, &e), &e);
	assert_int_equal(got.id, p.id);
	assert_string_equal(got.name, p.name);
	assert_string_equal(got.region, "UZ-FA");
	assert_false(got.pin_set);
	p.role = ROLE_INSTRUCTOR;
	p.code = "8";
	assert_ok(person_save(s, &p, 2, &e) && person_set_language(s, p.id, "ru", &e) && person_by_id(s, p.id, &a, &got, &e), &e);
	assert_int_equal(got.role, ROLE_INSTRUCTOR);
	assert_string_equal(got.code, "8");
	assert_string_equal(got.language, "ru");
	assert_false(person_by_code(s, "0007", &a, &got, &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	arena_release(&a);
	store_close(s);
}

static void codes_are_digits_and_unique(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	char code[16];
	assert_ok(person_free_code(s, code, &e), &e);
	assert_string_equal(code, "1000");
	person_new(s, "1000");
	assert_ok(person_free_code(s, code, &e), &e);
	assert_string_equal(code, "1001");
	person_new(s, "0020517");
	assert_ok(person_free_code(s, code, &e), &e);
	assert_string_equal(code, "20518");
	static const char *const bad[] = {"1000", "", "12a", "1234567890123456", "-1", "١٢٣"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct person p = {.code = bad[i], .name = "X", .latin = "", .birth = "", .region = "", .language = ""};
		e = (struct err)ERR_INIT;
		if (person_save(s, &p, 1, &e) || e.kind != ERR_INPUT)
			fail_msg("'%s' was taken: %s", bad[i], e.msg);
	}
	person_new(s, "999999999999999");
	assert_false(person_free_code(s, code, &e));
	store_close(s);
}

static bool note_code(void *ctx, const struct person *p)
{
	str_addf(ctx, "%s ", p->code);
	return true;
}

static void lists_are_ordered_and_searched(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	static const struct person rows[] = {
		{.code = "1", .name = "Ёқубов Анвар", .latin = "YOQUBOV ANVAR", .birth = "1990-01-01", .region = "", .language = ""},
		{.code = "2", .name = "Karimova Dilnoza", .latin = "KARIMOVA DILNOZA", .birth = "2000-01-01", .region = "", .language = ""},
		{.code = "3", .name = "karimova dilnoza", .latin = "", .birth = "1995-01-01", .region = "", .language = ""},
		{.code = "4", .name = "G‘ulomov", .latin = "GULOMOV", .birth = "1995-01-01", .region = "", .role = ROLE_INSTRUCTOR, .language = ""},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct person p = rows[i];
		assert_ok(person_save(s, &p, 1, &e), &e);
	}
	static const struct {
		int role;
		const char *find, *codes;
	} looks[] = {
		{-1, NULL, "4 3 2 1 "}, {ROLE_INSTRUCTOR, NULL, "4 "}, {-1, "KARIMOVA", "3 2 "}, {-1, "yoqubov", "1 "}, {-1, "Gʻulomov", "4 "},
		{-1, "ёқубов", "1 "}, {-1, "%", ""}, {ROLE_LEARNER, "4", ""},
	};
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
		struct str out;
		str_init(&out);
		assert_ok(person_each(s, looks[i].role, looks[i].find, note_code, &out, &e), &e);
		assert_string_equal(out.buf, looks[i].codes);
		str_release(&out);
	}
	int64_t n = 0;
	assert_ok(person_count(s, ROLE_LEARNER, &n, &e), &e);
	assert_int_equal(n, 3);
	store_close(s);
}

static bool note_enrolment(void *ctx, const struct enrolment *en)
{
	str_addf(ctx, "%s %s;", en->programme, en->departure);
	return true;
}

static void pins_and_enrolments(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	int64_t id = person_new(s, "1001");
	struct pin_state pin = {.hash = "$argon2id$x", .failures = 3, .locked_until = 123456}, got = {0};
	assert_ok(pin_write(s, id, &pin, &e) && pin_read(s, id, &got, &e), &e);
	assert_string_equal(got.hash, pin.hash);
	assert_int_equal(got.failures, 3);
	assert_int_equal(got.locked_until, 123456);
	assert_false(pin_read(s, id + 1, &got, &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	struct enrolment en = {.programme = "belgium/flanders", .departure = "", .at = 5};
	assert_ok(enrol_save(s, id, &en, &e), &e);
	en.departure = "2027-03-01";
	assert_ok(enrol_save(s, id, &en, &e), &e);
	struct str out;
	str_init(&out);
	assert_ok(enrol_each(s, id, note_enrolment, &out, &e), &e);
	assert_string_equal(out.buf, "belgium/flanders 2027-03-01;");
	str_release(&out);
	assert_false(enrol_save(s, id + 1, &en, &e)); /* nobody */
	store_close(s);
}

static bool note_act(void *ctx, int64_t seq, int64_t at, int64_t actor, const char *act, const char *subject, const char *detail)
{
	str_addf(ctx, "%d %d %d %s %s %s;", (int)seq, (int)at, (int)actor, act, subject, detail);
	return true;
}

static void acts_stay(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	assert_ok(act_add(s, 10, 0, "person-add", "1001", "learner", &e) && act_add(s, 11, 2, "pin-reset", "1001", "", &e), &e);
	assert_false(sql_exec(s, "UPDATE act SET actor = 3", &e));
	assert_non_null(strstr(e.msg, "only added to"));
	assert_false(sql_exec(s, "DELETE FROM act", &e));
	assert_false(sql_exec(s, "INSERT OR REPLACE INTO act VALUES (1, 0, 0, '', '', '')", &e));
	struct str out;
	str_init(&out);
	assert_ok(act_each(s, note_act, &out, &e), &e);
	assert_string_equal(out.buf, "1 10 0 person-add 1001 learner;2 11 2 pin-reset 1001 ;");
	str_release(&out);
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_are_kept_and_found),
		cmocka_unit_test(codes_are_digits_and_unique),
		cmocka_unit_test(lists_are_ordered_and_searched),
		cmocka_unit_test(pins_and_enrolments),
		cmocka_unit_test(acts_stay),
	};
	return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
