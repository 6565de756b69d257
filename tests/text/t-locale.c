/* Dates, numbers and order as readers of seven languages expect them; bytes of old Windows files; names in passports. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/clock.h"
#include "core/i18n.h"
#include "text/locale.h"
#include "text/norm.h"
#include "text/script.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void dates_read_as_people_write_them(void **state)
{
	(void)state;
	static const struct {
		const char *language, *full, *brief, *day_month;
	} table[] = {
		{"en", "Thursday 26 November 2026", "26.11.2026", "26 November"},
		{"uz", "2026-yil 26-noyabr, payshanba", "26.11.2026", "26-noyabr"},
		{"uz@cyrillic", "2026 йил 26 ноябрь, пайшанба", "26.11.2026", "26 ноябрь"},
		{"ru", "четверг, 26 ноября 2026\u00A0г.", "26.11.2026", "26 ноября"},
		{"nl", "donderdag 26 november 2026", "26/11/2026", "26 november"},
		{"nl-BE", "donderdag 26 november 2026", "26/11/2026", "26 november"},
		{"fr", "jeudi 26 novembre 2026", "26/11/2026", "26 novembre"},
		{"de", "Donnerstag, 26. November 2026", "26.11.2026", "26. November"},
		{"xx", "Thursday 26 November 2026", "26.11.2026", "26 November"},
	};
	int64_t days = date_to_days(2026, 11, 26);
	for (size_t i = 0; i < COUNT(table); i++) {
		const char *const want[] = {table[i].full, table[i].brief, table[i].day_month};
		static const enum date_style styles[] = {DATE_FULL, DATE_SHORT, DATE_DAY_MONTH};
		for (size_t k = 0; k < COUNT(styles); k++) {
			char *got = locale_date_dup(table[i].language, days, styles[k]);
			assert_string_equal(got, want[k]);
			free(got);
		}
	}
	char *first = locale_date_dup("fr", date_to_days(2027, 3, 1), DATE_DAY_MONTH);
	assert_string_equal(first, "1er mars");
	free(first);
	char *old = locale_date_dup("en", date_to_days(1969, 12, 31), DATE_FULL);
	assert_string_equal(old, "Wednesday 31 December 1969");
	free(old);
	char *early = locale_date_dup("de", date_to_days(2026, 2, 3), DATE_SHORT);
	assert_string_equal(early, "03.02.2026");
	free(early);
}

static void every_language_has_its_months_and_days(void **state)
{
	(void)state;
	for (int l = 0; l < LANGUAGE_COUNT; l++)
		for (int64_t day = 20000; day < 20366; day++) {
			char *date = locale_date_dup(languages[l].tag, day, DATE_FULL);
			assert_true(strlen(date) > 12 && text_is_nfc(date));
			free(date);
		}
}

static void numbers_keep_their_digits(void **state)
{
	(void)state;
	static const struct {
		const char *language, *decimal, *number, *money, *percent;
	} table[] = {
		{"en", "2111.89", "2,111.89", "€2,111.89", "2,111.89%"},
		{"nl", "2111.89", "2.111,89", "€\u00A0" "2.111,89", "2.111,89\u00A0%"},
		{"de", "2111.89", "2.111,89", "2.111,89\u00A0€", "2.111,89\u00A0%"},
		{"fr", "2111.89", "2\u00A0" "111,89", "2\u00A0" "111,89\u00A0€", "2\u00A0" "111,89\u00A0%"},
		{"ru", "2111.89", "2111,89", "2111,89\u00A0€", "2111,89\u00A0%"},
		{"uz", "12345.60", "12\u00A0" "345,60", "12\u00A0" "345,60\u00A0€", "12\u00A0" "345,60%"},
		{"uz@cyrillic", "1234567", "1\u00A0" "234\u00A0" "567", "1\u00A0" "234\u00A0" "567\u00A0€", "1\u00A0" "234\u00A0" "567%"},
		{"nl", "-3", "-3", "€\u00A0-3", "-3\u00A0%"},
		{"nl", "13.07", "13,07", "€\u00A0" "13,07", "13,07\u00A0%"},
		{"en", "0.5000", "0.5000", "€0.5000", "0.5000%"},
		{"en", "100", "100", "€100", "100%"},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		char *number = locale_number_dup(table[i].language, table[i].decimal);
		char *money = locale_money_dup(table[i].language, table[i].decimal, "EUR");
		char *percent = locale_percent_dup(table[i].language, table[i].decimal);
		assert_string_equal(number, table[i].number);
		assert_string_equal(money, table[i].money);
		assert_string_equal(percent, table[i].percent);
		free(percent);
		free(money);
		free(number);
	}
	char *soum = locale_money_dup("ru", "1500000", "UZS");
	assert_string_equal(soum, "1\u00A0" "500\u00A0" "000\u00A0UZS");
	free(soum);
	static const char *const bad[] = {"", "-", ".5", "5.", "1,5", "1e5", "1.2.3", "abc", "--1", " 1",
					  "11111111111111111111111111111111111111111"};
	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_null(locale_number_dup("en", bad[i]));
		assert_null(locale_money_dup("en", bad[i], "EUR"));
		assert_null(locale_percent_dup("en", bad[i]));
	}
}

static void order_is_that_of_the_alphabet(void **state)
{
	(void)state;
	static const struct {
		const char *language, *less, *more;
	} table[] = {
		{"en", "apple", "Banana"},
		{"fr", "école", "zèbre"},
		{"de", "Äpfel", "Zebra"},
		{"nl", "een", "één"},
		{"ru", "ёж", "жук"},
		{"ru", "Абдуллаев", "Яхшибоев"},
		{"uz", "Obid", "Oʻktam"},
		{"uz", "Zuhra", "Oʻktam"},
		{"uz", "Zuhra", "Gʻulom"},
		{"uz", "Zuhra", "Shohruh"},
		{"uz@cyrillic", "Яхшибоев", "Ўктам"},
		{"uz@cyrillic", "Абдуллаев", "Каримов"},
		{"uz@cyrillic", "Кўчкоров", "Қодиров"},
		{"uz@cyrillic", "Ерматов", "Ёқубов"},
		{"uz@cyrillic", "Қодиров", "Ғуломов"},
		{"uz@cyrillic", "Ғуломов", "Ҳасанов"},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		struct collation *c = collation_new(table[i].language);
		assert_true(collation_compare(c, table[i].less, table[i].more) < 0);
		assert_true(collation_compare(c, table[i].more, table[i].less) > 0);
		assert_int_equal(collation_compare(c, table[i].less, table[i].less), 0);
		assert_int_equal(collation_compare(c, "e\u0301", "é"), 0);
		collation_free(c);
	}
	collation_free(NULL);
}

static void old_windows_files_can_be_read(void **state)
{
	(void)state;
	static const struct {
		const char *bytes, *text;
	} table[] = {
		{"", ""},
		{"Karimova Aziza;1999", "Karimova Aziza;1999"},
		{"\xCA\xE0\xF0\xE8\xEC\xEE\xE2\xE0 \xC0\xE7\xE8\xE7\xE0", "Каримова Азиза"},
		{"\xB8\xEB\xEA\xE0 \xA8", "ёлка Ё"},
		{"\xA1\xEA\xF2\xE0\xEC \xA2", "Ўктам ў"},
		{"\x93\xCD\xE0\xEC\xE0\xED\xE3\xE0\xED\x94 \xB9 3", "“Наманган” № 3"},
		{"\xDF\xFF\x88\xAB\xBB", "Яя€«»"},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		char *text = NULL;
		assert_true(decode_cp1251_dup(table[i].bytes, strlen(table[i].bytes), &text));
		assert_string_equal(text, table[i].text);
		free(text);
	}
	char *none = NULL;
	assert_false(decode_cp1251_dup("a\x98", 2, &none));
	assert_false(decode_cp1251_dup("a\0b", 3, &none));
	assert_null(none);
}

static void names_are_spelled_as_in_passports(void **state)
{
	(void)state;
	static const struct {
		const char *name, *line;
	} table[] = {
		{"Karimova Aziza", "KARIMOVA AZIZA"},
		{"Каримова Азиза", "KARIMOVA AZIZA"},
		{"Oʻktam Gʻulomov", "OKTAM GULOMOV"},
		{"O'ktam G`ulomov", "OKTAM GULOMOV"},
		{"Ўктам Ғуломов", "OKTAM GULOMOV"},
		{"Ҳасанов Қодир", "HASANOV QODIR"},
		{"Шоҳруҳ Чориев", "SHOHRUH CHORIYEV"},
		{"Сергеев Юрий", "SERGEYEV YURIY"},
		{"Елена Щербакова", "YELENA SHCHERBAKOVA"},
		{"Эргашев Жўрабек", "ERGASHEV JORABEK"},
		{"Цой Игорь", "TSOY IGOR"},
		{"Исҳоқ Хўжаев", "ISHOQ XOJAYEV"},
		{"Abdul-Aziz  Ali", "ABDUL-AZIZ ALI"},
		{" Rahimov\tJasur ", "RAHIMOV JASUR"},
		{"Müller Zoë Åsa", "MUELLER ZOE AASA"},
		{"Strauß Œuvre", "STRAUSS OEUVRE"},
		{"François Dvořák", "FRANCOIS DVORAK"},
		{"Ájiniyaz Ǵayratdıń", "AJINIYAZ GAYRATDIN"},
		{"Әжинияз", "AJINIYAZ"},
		{"Zoe\u0308", "ZOE"},
		{"A. Navoiy, 2", "A NAVOIY"},
		{"", ""},
		{"\xFF", ""},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		char *line = script_passport_dup(table[i].name);
		assert_string_equal(line, table[i].line);
		free(line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_read_as_people_write_them),
		cmocka_unit_test(every_language_has_its_months_and_days),
		cmocka_unit_test(numbers_keep_their_digits),
		cmocka_unit_test(order_is_that_of_the_alphabet),
		cmocka_unit_test(old_windows_files_can_be_read),
		cmocka_unit_test(names_are_spelled_as_in_passports),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
