/* Machine-readable lines as people type them; the sample lines are those of ICAO Doc 9303 part 4, appendix A. */
#include "config.h"
#include "text/mrz.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void names_are_put_in_order(void **state)
{
	static const struct {
		const char *typed, *name; /* NULL: refused */
	} rows[] = {
		{"KARIMOVA<<AZIZA", "KARIMOVA AZIZA"},
		{"karimova<<aziza<bakir<qizi<<<<<<<", "KARIMOVA AZIZA BAKIR QIZI"},
		{"P<UZBKARIMOVA<<AZIZA<<<<<<<<<<<<<<<<<<<<<<<<", "KARIMOVA AZIZA"},
		{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "ERIKSSON ANNA MARIA"},
		{"PMUZBKARIMOVA<<AZIZA<<<<<<<<<<<<<<<<<<<<<<<<", "KARIMOVA AZIZA"},
		{"  Pulatov   Botir ", "PULATOV BOTIR"},
		{"PULATOV<<BOTIR", "PULATOV BOTIR"},
		{"O'CONNOR-SMITH<<ENYA", "O'CONNOR-SMITH ENYA"},
		{"KARIM0VA<<AZIZA", NULL},
		{"КАРИМОВА", NULL},
		{"<<<", NULL},
		{"", NULL},
		{"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", NULL},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char name[MRZ_NAME_SIZE] = "";
		assert_int_equal(mrz_name(rows[i].typed, name), rows[i].name != NULL);
		if (rows[i].name)
			assert_string_equal(name, rows[i].name);
	}
}

static void numbers_are_capitals_and_digits(void **state)
{
	char number[MRZ_NUMBER_SIZE];
	(void)state;
	assert_true(mrz_number("fa 123-4567<", number));
	assert_string_equal(number, "FA1234567");
	assert_false(mrz_number("FA/1", number));
	assert_false(mrz_number("", number));
	assert_false(mrz_number("123456789012345678901", number));
}

static const char second[] = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

static void a_second_line_gives_number_and_birth(void **state)
{
	char number[MRZ_NUMBER_SIZE], birth[11];
	(void)state;
	assert_true(mrz_is_second_line(second));
	assert_false(mrz_is_second_line("FA1234567"));
	assert_true(mrz_second_line(second, "2026-11-23", number, birth));
	assert_string_equal(number, "L898902C3");
	assert_string_equal(birth, "1974-08-12");
}

/* Every character is under at least one check digit but nationality and sex: each other digit or letter there is found. */
static void one_wrong_character_is_found(void **state)
{
	char line[MRZ_LINE + 1], number[MRZ_NUMBER_SIZE], birth[11];
	(void)state;
	for (size_t i = 0; i < MRZ_LINE; i++) {
		bool outside = (i >= 10 && i < 13) || i == 20;
		strcpy(line, second);
		line[i] = line[i] == '7' ? '8' : '7';
		assert_int_equal(mrz_second_line(line, "2026-11-23", number, birth), outside);
	}
	strcpy(line, second);
	line[MRZ_LINE - 1] = '\0';
	assert_false(mrz_second_line(line, "2026-11-23", number, birth));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_put_in_order),
		cmocka_unit_test(numbers_are_capitals_and_digits),
		cmocka_unit_test(a_second_line_gives_number_and_birth),
		cmocka_unit_test(one_wrong_character_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
