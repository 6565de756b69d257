/* Signing in, adding people, PINs, lists from spreadsheets. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/import.h"
#include "app/people.h"
#include "fixture.h"
#include "store/people.h"

static void five_wrong_pins_wait_and_the_wait_doubles(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	fixture_learner(f);
	sign_out(&f->app);
	for (int i = 0; i < 5; i++) {
		assert_false(sign_in(&f->app, "1001", "000001", &e));
		assert_int_equal(e.kind, ERR_DENIED);
		assert_null(strstr(e.msg, "wait"));
	}
	assert_false(sign_in(&f->app, "1001", "402817", &e));
	assert_non_null(strstr(e.msg, "60 seconds"));
	f->clock.wall += 60 * 1000;
	assert_false(sign_in(&f->app, "1001", "000001", &e));
	assert_null(strstr(e.msg, "wait"));
	f->clock.wall += 119 * 1000;
	assert_false(sign_in(&f->app, "1001", "402817", &e));
	assert_non_null(strstr(e.msg, "1 second"));
	f->clock.wall += 1000;
	assert_true(sign_in(&f->app, "1001", "402817", &e));
	assert_string_equal(f->app.person.name, "Aziza Karimova");
	/* a success forgets the failures */
	sign_out(&f->app);
	for (int i = 0; i < 4; i++)
		assert_false(sign_in(&f->app, "1001", "000001", &e));
	assert_true(sign_in(&f->app, "1001", "402817", &e));
}

static void a_clock_set_back_locks_nobody_out(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	fixture_learner(f);
	sign_out(&f->app);
	f->clock.wall += INT64_C(365) * 24 * 3600 * 1000;
	for (int i = 0; i < 5; i++)
		assert_false(sign_in(&f->app, "1001", "000001", &e));
	assert_false(sign_in(&f->app, "1001", "402817", &e));
	f->clock.wall -= INT64_C(365) * 24 * 3600 * 1000;
	assert_true(sign_in(&f->app, "1001", "402817", &e));
}

static void tries_never_bring_an_old_pin_back(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct pin_state before, after;
	bool same;
	fixture_learner(f);
	int64_t id = f->app.person.id;
	f->app.front = "cli";
	assert_true(pin_read(f->app.store, id, &before, &e));
	assert_true(person_set_pin(&f->app, id, "918273", &e)); /* by staff, while the old PIN is being compared */
	before.failures = 3;
	assert_true(pin_tries(f->app.store, id, &before, &same, &e));
	assert_false(same);
	assert_true(pin_read(f->app.store, id, &after, &e));
	assert_string_not_equal(after.hash, before.hash);
	assert_int_equal(after.failures, 0);
	assert_true(pin_tries(f->app.store, id, &after, &same, &e));
	assert_true(same);
}

static void an_unknown_code_says_no_more_than_a_wrong_pin(void **state)
{
	struct fixture *f = *state;
	struct err known = ERR_INIT, unknown = ERR_INIT;
	fixture_learner(f);
	sign_out(&f->app);
	assert_false(sign_in(&f->app, "1001", "999998", &known));
	assert_false(sign_in(&f->app, "7777", "999998", &unknown));
	assert_string_equal(known.msg, unknown.msg);
	assert_int_equal(known.kind, unknown.kind);
}

static void a_person_without_pin_cannot_sign_in(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct person p = {.name = "Botir Aliyev", .birth = "1999-01-02", .role = ROLE_LEARNER};
	assert_true(person_put(&f->app, &a, &p, &e));
	assert_false(sign_in(&f->app, p.code, "", &e));
	char pin[PIN_DIGITS + 1];
	assert_true(person_new_pin(&f->app, p.id, pin, &e));
	assert_true(pin_is_digits(pin));
	assert_true(sign_in(&f->app, p.code, pin, &e));
	arena_release(&a);
}

static void data_of_people_are_checked(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	static const struct {
		struct person p;
		const char *fault; /* part of the message, NULL: good */
	} cases[] = {
		{{.name = "  Gʻulom   Oʻktamov ", .birth = "1998-03-27"}, NULL},
		{{.name = "", .birth = "1998-03-27"}, "no name"},
		{{.name = "X", .birth = ""}, "no birth date"},
		{{.name = "X", .birth = "27/03/1998"}, "no date"},
		{{.name = "X", .birth = "2020-01-01"}, "years old"},
		{{.name = "X", .birth = "1998-03-27", .region = "ng"}, NULL},
		{{.name = "X", .birth = "1998-03-27", .region = "BE-VLG"}, "no region"},
		{{.name = "X", .birth = "1998-03-27", .latin = "OKTAMOV G'ULOM"}, "Latin line"},
		{{.name = "X\033[2J", .birth = "1998-03-27"}, "cannot be printed"},
		{{.name = "X", .birth = "1998-03-27", .code = "12a"}, "not of digits"},
		{{.name = "X", .birth = "1998-03-27", .code = "0417"}, "begins with 0"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct person p = cases[i].p;
		struct err e = ERR_INIT;
		bool ok = person_put(&f->app, &a, &p, &e);
		assert_int_equal(ok, cases[i].fault == NULL);
		if (cases[i].fault)
			assert_non_null(strstr(e.msg, cases[i].fault));
		else if (i == 0) {
			assert_string_equal(p.name, "Gʻulom Oʻktamov");
			assert_int_equal(strspn(p.latin, "ABCDEFGHIJKLMNOPQRSTUVWXYZ "), strlen(p.latin));
		}
	}
	arena_release(&a);
}

static void learners_may_not_do_what_staff_do(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	fixture_learner(f);
	f->app.front = "tui";
	struct person p = {.name = "Botir Aliyev", .birth = "1999-01-02"};
	assert_false(person_put(&f->app, &a, &p, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	char pin[PIN_DIGITS + 1];
	assert_false(person_new_pin(&f->app, f->app.person.id, pin, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	arena_release(&a);
}

static void namesakes_are_told_apart_by_birth_year(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct person one = {.name = "Jasur Rahimov", .birth = "1999-01-02"}, two = {.name = "jasur rahimov", .birth = "2003-01-02"};
	assert_true(person_put(&f->app, &a, &one, &e));
	assert_string_equal(person_shown(&f->app, &a, &one), "Jasur Rahimov");
	assert_true(person_put(&f->app, &a, &two, &e));
	assert_string_equal(person_shown(&f->app, &a, &one), "Jasur Rahimov (1999)");
	arena_release(&a);
}

static void lists_come_as_spreadsheets_save_them(void **state)
{
	struct fixture *f = *state;
	static const char *const files[] = {
		"name,birth,region\nKarimova Aziza,2001-05-14,UZ-NG\n\"Aliyev, Botir\",02.01.1999,\n",
		"\xEF\xBB\xBFname;birth;region\r\nKarimova Aziza;2001-05-14;UZ-NG\r\n\"Aliyev, Botir\";02.01.1999;\r\n",
		"sep=;\nИмя;Дата рождения;Регион\nKarimova Aziza;2001-05-14;UZ-NG\n\"Aliyev, Botir\";02.01.1999;\n",
		"ISM\tTugʻilgan sana\nKarimova Aziza\t2001-05-14\n\"Aliyev, Botir\"\t02.01.1999\n",
	};
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		struct import im;
		struct err e = ERR_INIT;
		assert_true(import_read(&f->app, fixture_file(f, "list.csv", files[i]), false, &im, &e));
		assert_int_equal(im.added, 2);
		assert_string_equal(im.rows[1].person.name, "Aliyev, Botir");
		assert_string_equal(im.rows[1].person.birth, "1999-01-02");
		import_release(&im);
	}
}

static void an_import_is_all_or_nothing_and_repeats_as_nothing(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct import im;
	struct err e = ERR_INIT;
	int64_t count;
	const char *path = fixture_file(f, "list.csv", "code;name;birth;phone\n;Karimova Aziza;2001-05-14\n;Aliyev Botir;\n;Tosheva Malika;1990-02-03\n");
	assert_true(import_read(&f->app, path, false, &im, &e));
	assert_string_equal(import_summary(&im, &a), "2 new, 0 changed, 0 the same, 1 refused (row 3: no birth date); columns not used: phone");
	assert_false(import_apply(&f->app, &im, false, &e));
	assert_true(person_count(f->app.store, -1, &count, &e));
	assert_int_equal(count, 0);
	assert_true(import_apply(&f->app, &im, true, &e));
	assert_true(person_count(f->app.store, -1, &count, &e));
	assert_int_equal(count, 2);
	import_release(&im);
	path = fixture_file(f, "list.csv", "name;birth;region\nKarimova Aziza;2001-05-14;\nTosheva Malika;1990-02-03;UZ-SA\n");
	assert_true(import_read(&f->app, path, false, &im, &e));
	assert_string_equal(import_summary(&im, &a), "0 new, 1 changed, 1 the same");
	assert_true(import_apply(&f->app, &im, false, &e));
	import_release(&im);
	assert_true(import_read(&f->app, path, false, &im, &e));
	assert_int_equal(im.same, 2);
	import_release(&im);
	arena_release(&a);
}

static void an_import_keeps_the_line_of_the_passport(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	static const struct {
		const char *list, *latin;
	} steps[] = {
		{"code;name;latin;birth\n501;Shahnoza Xoliqova;SHAKHNOZA KHOLIKOVA;1995-01-01\n502;Olim Aka;;1995-01-01\n", "OLIM AKA"},
		{"code;name\n501;Shahnoza Rahimova\n502;Olim Akbarov\n", "OLIM AKBAROV"},
	};
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		struct import im;
		assert_true(import_read(&f->app, fixture_file(f, "list.csv", steps[i].list), false, &im, &e));
		assert_int_equal(im.refused, 0);
		assert_true(import_apply(&f->app, &im, false, &e));
		assert_string_equal(im.rows[0].person.latin, "SHAKHNOZA KHOLIKOVA");
		assert_string_equal(im.rows[1].person.latin, steps[i].latin);
		import_release(&im);
	}
}

static void what_enrolling_would_refuse_is_refused_before_anything_is_stored(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct import im;
	static const struct {
		const char *row, *reason;
	} cases[] = {
		{"Olim;2001-01-01;learner;nowhere;", "no programme 'nowhere'"},
		{"Olim;2001-01-01;learner;going/north;2020-01-01", "in the past"},
		{"Olim;2001-01-01;learner;going/north;soon", "no date"},
		{"Olim;2001-01-01;learner;;2027-01-01", "a departure without a programme"},
		{"Olim;;administrator;going/north;", "no learner"},
	};
	fixture_learner(f);
	f->app.front = "cli";
	fixture_install(&f->app, "tests/data/upgrade/v1");
	fixture_install(&f->app, "tests/data/upgrade/programme");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char list[256];
		snprintf(list, sizeof(list), "name;birth;role;programme;departure\nAli;2001-01-01;learner;;\n%s\n", cases[i].row);
		assert_true(import_read(&f->app, fixture_file(f, "list.csv", list), false, &im, &e));
		assert_int_equal(im.refused, 1);
		assert_non_null(strstr(im.rows[1].reason, cases[i].reason));
		assert_true(import_apply(&f->app, &im, true, &e));
		import_release(&im);
	}
}

static void given_codes_keep_clear_of_those_in_the_list(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct import im;
	fixture_learner(f);
	f->app.front = "cli";
	assert_true(import_read(&f->app, fixture_file(f, "list.csv", "code,name,birth\n,Ali,2001-01-01\n1002,Vali,2001-01-01\n,ALI,2001-01-01\n,Olim,2001-01-01\n"),
		false, &im, &e));
	assert_int_equal(im.added, 3);
	assert_int_equal(im.refused, 1);
	assert_int_equal(im.rows[2].fate, IMPORT_REFUSED);
	assert_true(import_apply(&f->app, &im, true, &e));
	assert_string_equal(im.rows[0].person.code, "1003");
	assert_string_equal(im.rows[3].person.code, "1004");
	import_release(&im);
}

static void a_list_with_enrolments_repeats_as_nothing(void **state)
{
	struct fixture *f = *state;
	struct import im;
	struct err e = ERR_INIT;
	fixture_install(&f->app, "tests/data/upgrade/v1");
	fixture_install(&f->app, "tests/data/upgrade/programme");
	const char *path = fixture_file(f, "list.csv", "name;birth;programme;departure\nKarimova Aziza;2001-05-14;north;2027-03-15\n");
	assert_true(import_read(&f->app, path, false, &im, &e));
	assert_int_equal(im.added, 1);
	assert_true(import_apply(&f->app, &im, false, &e));
	import_release(&im);
	assert_true(import_read(&f->app, path, false, &im, &e));
	assert_int_equal(im.same, 1);
	import_release(&im);
	path = fixture_file(f, "list.csv", "name;birth;programme;departure\nKarimova Aziza;2001-05-14;north;2027-04-01\n");
	assert_true(import_read(&f->app, path, false, &im, &e));
	assert_int_equal(im.changed, 1);
	import_release(&im);
}

static void lists_that_are_none_are_refused_with_the_cure(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *bytes, *fault;
		bool cp1251;
	} cases[] = {
		{"", "is empty", false},
		{"a;b\n1;2\n", "names no column", false},
		{"name;birth\n\"Karimova;2001-05-14\n", "line 2", false},
		{"name;birth\n\xCA\xE0\xF0\xE8\xEC\xEE\xE2;2001-05-14\n", "not in UTF-8", false},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct import im;
		struct err e = ERR_INIT;
		assert_false(import_read(&f->app, fixture_file(f, "list.csv", cases[i].bytes), cases[i].cp1251, &im, &e));
		assert_non_null(strstr(e.msg, cases[i].fault));
		import_release(&im);
	}
	struct import im;
	struct err e = ERR_INIT;
	assert_true(import_read(&f->app, fixture_file(f, "list.csv", cases[3].bytes), true, &im, &e));
	assert_string_equal(im.rows[0].person.name, "Каримов");
	assert_string_equal(im.rows[0].person.latin, "KARIMOV");
	import_release(&im);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(five_wrong_pins_wait_and_the_wait_doubles, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_clock_set_back_locks_nobody_out, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(tries_never_bring_an_old_pin_back, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(an_unknown_code_says_no_more_than_a_wrong_pin, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_person_without_pin_cannot_sign_in, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(data_of_people_are_checked, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(learners_may_not_do_what_staff_do, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(namesakes_are_told_apart_by_birth_year, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(lists_come_as_spreadsheets_save_them, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(what_enrolling_would_refuse_is_refused_before_anything_is_stored, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(given_codes_keep_clear_of_those_in_the_list, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(an_import_is_all_or_nothing_and_repeats_as_nothing, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(an_import_keeps_the_line_of_the_passport, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_list_with_enrolments_repeats_as_nothing, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(lists_that_are_none_are_refused_with_the_cure, fixture_set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
