/* Text from outside: validity, NFC, what a terminal may be shown, and the form in which answers are compared. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/alloc.h"
#include "core/str.h"
#include "text/norm.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct pair {
	const char *from, *to;
};

static void expect(char *(*function)(const char *), const struct pair *table, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *got = function(table[i].from);
		assert_string_equal(got, table[i].to);
		free(got);
	}
}

static void bad_bytes_are_found_where_they_stand(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t n, bad;
	} table[] = {
		{"a\x80", 2, 1},                 /* a trail byte alone */
		{"ab\xC3", 3, 2},                /* cut after the lead */
		{"\xE2\x82", 2, 0},              /* cut in the middle */
		{"\xF0\x9F\x98", 3, 0},
		{"\xC0\x80", 2, 0},              /* overlong NUL */
		{"\xC1\xBF", 2, 0},
		{"\xE0\x80\xAF", 3, 0},          /* overlong slash */
		{"\xF0\x80\x80\xAF", 4, 0},
		{"x\xED\xA0\x80", 4, 1},         /* surrogate */
		{"\xED\xBF\xBF", 3, 0},
		{"\xF4\x90\x80\x80", 4, 0},      /* beyond U+10FFFF */
		{"\xF5\x80\x80\x80", 4, 0},
		{"\xFE", 1, 0},
		{"\xFF", 1, 0},
		{"\xC3(", 2, 0},                 /* lead, then no trail */
		{"\xEF\xBB\xBF\xE4", 4, 3},
		{"a\0b", 3, 1},                  /* NUL */
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		size_t bad = 99;
		assert_false(text_valid(table[i].bytes, table[i].n, &bad));
		assert_int_equal(bad, table[i].bad);
		assert_false(text_valid(table[i].bytes, table[i].n, NULL));
	}
	static const char *const good[] = {"", "abc", "é", "Ўзбекча", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "👩‍🔧"};
	for (size_t i = 0; i < COUNT(good); i++)
		assert_true(text_valid(good[i], strlen(good[i]), NULL));
}

static void accents_are_composed(void **state)
{
	(void)state;
	static const struct pair table[] = {
		{"", ""},
		{"cafe", "cafe"},
		{"cafe\u0301", "café"},
		{"e\u0301le\u0300ve", "élève"},
		{"и\u0306", "й"},
		{"u\u0308ber", "über"},
		{"a\u0323\u0302", "ậ"},
		{"a\u0302\u0323", "ậ"},
		{"\u212B", "Å"},
		{"\u1100\u1161\u11A8", "각"},
		{"ﬁ", "ﬁ"}, /* compatibility characters stay */
	};
	expect(text_nfc_dup, table, COUNT(table));
	for (size_t i = 0; i < COUNT(table); i++) {
		assert_true(text_is_nfc(table[i].to));
		assert_int_equal(text_is_nfc(table[i].from), !strcmp(table[i].from, table[i].to));
	}
	assert_true(text_is_nfc("q\u0301 х\u0301")); /* marks that have no composed form */
}

static void unsafe_characters_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint32_t code;
	} table[] = {
		{"a\001b", 1},           {"a\033[31m", 0x1B},    {"\r", '\r'},          {"\177", 0x7F},
		{"\xC2\x85", 0x85},        {"\xC2\x9B", 0x9B},       {"x\u202E", 0x202E},   {"\u202A", 0x202A},
		{"\u2066", 0x2066},      {"\u2069", 0x2069},     {"\u200E", 0x200E},    {"\u200F", 0x200F},
		{"\u061C", 0x061C},      {"\u2028", 0x2028},     {"\u2029", 0x2029},    {"\uFEFFa", 0xFEFF},
		{"\xEF\xB7\x90", 0xFDD0}, {"\xEF\xBF\xBE", 0xFFFE}, {"\xF0\x9F\xBF\xBF", 0x1FFFF},
		{"\xF4\x8F\xBF\xBF", 0x10FFFF},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		uint32_t code = 0;
		assert_non_null(text_first_unsafe(table[i].text, &code));
		assert_int_equal(code, table[i].code);
	}
	const char *text = "één\tдва\n\033";
	assert_ptr_equal(text_first_unsafe(text, NULL), strchr(text, '\033'));
	assert_true(text_is_line("één два 👩‍🔧 ʻ\u00A0"));
	assert_false(text_is_line("één\tдва"));
	assert_false(text_is_line("één\nдва"));
	assert_false(text_is_line("\u202Eдва"));
	assert_null(text_first_unsafe("één\tдва\n👩‍🔧 ʻ\u00A0\u200B", NULL));
}

static void what_is_shown_is_harmless(void **state)
{
	(void)state;
	static const struct pair table[] = {
		{"", ""},
		{"Goedemorgen", "Goedemorgen"},
		{"a\tb\nc", "a b c"},
		{"\033[2J", "\uFFFD[2J"},
		{"a\x80\xFFz", "a\uFFFD\uFFFDz"},
		{"\xE2\x82", "\uFFFD\uFFFD"},
		{"\u202Eabc", "\uFFFDabc"},
		{"Ўзбекча é", "Ўзбекча é"},
	};
	expect(text_sanitise_dup, table, COUNT(table));
}

static void answers_lose_what_no_teacher_minds(void **state)
{
	(void)state;
	static const struct pair table[] = {
		{"", ""},
		{"   ", ""},
		{"...", ""},
		{" Mijn  naam\tis Aziza. ", "Mijn naam is Aziza"},
		{"Hoe gaat het?", "Hoe gaat het"},
		{"Comment ça va ?", "Comment ça va"},
		{"¿Qué?  ¡Sí!", "Qué Sí"},
		{"«Ja»", "Ja"},
		{"„Ja“, zei hij", "Ja zei hij"},
		{"\"Ja\"", "Ja"},
		{"Ja,graag", "Ja graag"},
		{"Ja…nee", "Ja nee"},
		{"Ja...nee", "Ja nee"},
		{"z.B.", "zB"},
		{"3,20 euro", "3,20 euro"},
		{"12:30", "12:30"},
		{"1.234,56.", "1.234,56"},
		{"5, 6", "5 6"},
		{"nummer 5.", "nummer 5"},
		{"l’usine", "l'usine"},
		{"oʻzbek oʼzbek o`zbek o´zbek", "o'zbek o'zbek o'zbek o'zbek"},
		{"'s morgens", "'s morgens"},
		{"foto’s", "foto's"},
		{"Noord–Brabant", "Noord-Brabant"},
		{"−5", "-5"},
		{"a\u00A0b\u202Fc\u3000d\u2009e", "a b c d e"},
		{"ĳs Ĳs", "ijs IJs"},
		{"de\u0301part", "départ"},
		{"Straße", "Straße"},
		{"col\u00ADle\u200Bga", "collega"},
		{"(de) achternaam", "(de) achternaam"},
		{"\xFFx", "\uFFFDx"},
		{"ja\r\n", "ja"},
		{"\u0663,\u0664", "\u0663,\u0664"},
	};
	expect(text_answer_dup, table, COUNT(table));
}

static void folding_keeps_one_for_one(void **state)
{
	(void)state;
	static const struct pair table[] = {
		{"ABC xyz", "abc xyz"},
		{"STRASSE Straße", "strasse straße"},
		{"ẞ", "ß"},
		{"İI ıi", "İi ıi"}, /* Turkic i: no language's own rule */
		{"ÉÈ", "éè"},
		{"ЎҒҚҲ", "ўғқҳ"},
		{"ŒUVRE", "œuvre"},
		{"ΣΑΣ", "σασ"},
	};
	expect(text_fold_dup, table, COUNT(table));
}

static void names_are_one_whatever_the_apostrophe(void **state)
{
	(void)state;
	static const struct pair table[] = {
		{"Oʻktam", "o'ktam"}, {"Oʼktam", "o'ktam"}, {"O‘KTAM", "o'ktam"}, {"O’ktam", "o'ktam"},
		{"O'ktam", "o'ktam"}, {"O`ktam", "o'ktam"}, {"Й", "й"}, {"И\u0306", "й"}, {"", ""},
	};
	expect(text_name_key_dup, table, COUNT(table));
}

/* A hundred thousand characters, and the time must grow with the length, not with its square: the runner's limit sees to it. */
static void long_answers_are_no_burden(void **state)
{
	(void)state;
	enum { MANY = 100000 };
	static const char *const pieces[] = {"a", "é", "e\u0301", " .", "👩", "\u0301", "\xFF", "1,"};
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct str s;
		str_init(&s);
		for (int k = 0; k < MANY; k++)
			str_add(&s, pieces[i]);
		char *answer = text_answer_dup(s.buf), *folded = text_fold_dup(answer), *key = text_name_key_dup(s.buf);
		assert_true(text_valid(folded, strlen(folded), NULL));
		assert_true(text_valid(key, strlen(key), NULL));
		char *again = text_answer_dup(answer);
		assert_string_equal(again, answer);
		free(again);
		free(key);
		free(folded);
		free(answer);
		str_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bad_bytes_are_found_where_they_stand),
		cmocka_unit_test(accents_are_composed),
		cmocka_unit_test(unsafe_characters_are_named),
		cmocka_unit_test(what_is_shown_is_harmless),
		cmocka_unit_test(answers_lose_what_no_teacher_minds),
		cmocka_unit_test(folding_keeps_one_for_one),
		cmocka_unit_test(names_are_one_whatever_the_apostrophe),
		cmocka_unit_test(long_answers_are_no_burden),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
