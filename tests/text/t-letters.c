/* Letters that a keyboard may lack. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/letters.h"

static void each_language_has_its_own(void **state)
{
	(void)state;
	assert_string_equal(letters_of("de")[3], "ß");
	assert_string_equal(letters_of("nl-BE")[0], "é");
	assert_ptr_equal(letters_of("fr"), letters_of("fr-BE"));
	assert_null(letters_of("en"));
	assert_null(letters_of("nld"));
	assert_null(letters_of(NULL));
}

static void a_letter_goes_round_its_forms(void **state)
{
	static const struct {
		const char *tag, *round; /* letters apart by spaces, from the plain one back to it */
	} cases[] = {
		{ "fr", "e é è ê ë e" }, { "fr", "a à â a" }, { "fr", "o ô œ o" }, { "fr", "c ç c" }, { "fr", "E É È Ê Ë E" }, { "fr", "O Ô Œ O" },
		{ "nl", "e é è ë ê e" }, { "nl-BE", "i ï í i" }, { "de", "u ü u" }, { "de", "s ß s" }, { "de", "A Ä A" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char copy[64], *rest, *from, *to, out[LETTER_BYTES];

		strcpy(copy, cases[i].round);
		from = strtok_r(copy, " ", &rest);
		while ((to = strtok_r(NULL, " ", &rest)) != NULL) {
			assert_true(letter_turn(cases[i].tag, from, strlen(from), out));
			assert_string_equal(out, to);
			from = to;
		}
	}
}

static void what_has_no_other_form_stays(void **state)
{
	static const char *const letters[] = { "b", "", "1", " ", "ü", "е", "e\xCC\x81", "\xFF", "日" };
	char out[LETTER_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		assert_false(letter_turn("fr", letters[i], strlen(letters[i]), out) && i != 4);
	assert_false(letter_turn("de", "e", 1, out));
	assert_false(letter_turn("ru", "e", 1, out));
	assert_false(letter_turn(NULL, "e", 1, out));
}

static void each_letter_knows_its_plain_one_and_its_capital(void **state)
{
	static const char *const tags[] = { "nl", "fr", "de" };
	char out[LETTER_BYTES];

	(void)state;
	for (size_t t = 0; t < 3; t++)
		for (const char *const *l = letters_of(tags[t]); *l != NULL; l++) {
			char plain = letter_plain(*l), again[LETTER_BYTES], one[2] = { plain, '\0' };

			assert_in_range(plain, 'a', 'z');
			letter_capital(*l, out);
			assert_int_equal(letter_plain(out), plain);
			assert_true(letter_turn(tags[t], one, 1, again)); /* reached by the accent key */
		}
	letter_capital("ß", out);
	assert_string_equal(out, "ß");
	assert_true(letter_is_capital("É", 2));
	assert_false(letter_is_capital("é", 2));
	assert_false(letter_is_capital("", 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_language_has_its_own),
		cmocka_unit_test(a_letter_goes_round_its_forms),
		cmocka_unit_test(what_has_no_other_form_stays),
		cmocka_unit_test(each_letter_knows_its_plain_one_and_its_capital),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
