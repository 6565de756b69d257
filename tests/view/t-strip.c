/* The strip of letters, as one would use it. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/cluster.h"
#include "view/strip.h"

/* Keys in short: ; F2, * F4, < > arrows, ^ ↑, / Enter, \ Esc, # Backspace; all else is typed. What the strip leaves goes to the line. */
static void type(struct strip *s, struct edit *line, const char *keys)
{
	static const struct {
		char key;
		enum action action;
	} table[] = {
		{ ';', ACTION_LETTERS }, { '*', ACTION_ACCENT }, { '<', ACTION_PREVIOUS }, { '>', ACTION_NEXT }, { '^', ACTION_UP }, { '/', ACTION_OPEN },
		{ '\\', ACTION_BACK }, { '#', ACTION_ERASE },
	};

	for (size_t i = 0, n; (n = cluster_next(keys + i)) > 0; i += n) {
		char text[65] = "";
		struct event e = { .action = ACTION_TEXT, .text = text };

		memcpy(text, keys + i, n);
		for (size_t k = 0; k < sizeof table / sizeof table[0]; k++)
			if (n == 1 && *text == table[k].key)
				e.action = table[k].action;
		if (!strip_action(s, line, &e))
			edit_action(line, &e);
	}
}

static void letters_are_put_in(void **state)
{
	static const struct {
		const char *language, *keys, *text;
		bool focused;
	} cases[] = {
		{ "fr", "caf;1", "café", false },
		{ "fr", "caf;/", "café", false },
		{ "fr", "tr;>/s", "très", false },
		{ "fr", "gar;con", "garçon", false },      /* one form only: put in at once */
		{ "fr", "tr;e/s", "trés", false }, { "fr", "tr;ee/s", "très", false }, { "fr", "tr;eeeee/s", "trés", false },
		{ "fr", ";<<", "", true },
		{ "fr", ";<</", "ù", false },
		{ "fr", ";0", "ô", false },                /* the tenth */
		{ "de", ";9", "", true },                  /* none there: nothing happens */
		{ "fr", ";^1cole", "École", false },
		{ "fr", "ARR;1", "ARRÉ", false },          /* whoever writes in capitals gets capitals */
		{ "fr", ";;a", "a", false },
		{ "fr", ";\\a", "a", false },
		{ "fr", "caf;xy", "cafxy", false },        /* typing on means the line */
		{ "fr", "caf;#", "ca", false },
		{ "fr", "cafe*", "café", false },
		{ "fr", "tre**s", "très", false },
		{ "fr", "e*****", "e", false },
		{ "fr", "b*", "b", false },
		{ "fr", "b*e<*", "bé", false },            /* the letter under the cursor, where that before it has no other form */
		{ "nl", "een<<<*", "éen", false },
		{ "de", "strase<*", "straße", false },
		{ "en", "e;1*", "e1", false },             /* a language that needs none */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct strip s;
		struct edit line;

		edit_init(&line, 64);
		strip_begin(&s, cases[i].language);
		type(&s, &line, cases[i].keys);
		assert_string_equal(edit_text(&line), cases[i].text);
		assert_int_equal(s.focused, cases[i].focused);
		edit_release(&line);
	}
}

static void after_an_accent_fault_the_letter_is_replaced(void **state)
{
	struct strip s;
	struct edit line;

	(void)state;
	edit_init(&line, 64);
	strip_begin(&s, "fr");
	edit_set(&line, "cafe noir");
	edit_move(&line, 4);
	strip_suggest(&s, true);
	assert_true(s.shown);
	assert_false(s.focused);
	type(&s, &line, ";1");
	assert_string_equal(edit_text(&line), "café noir");
	assert_true(s.shown); /* goes on standing there */
	type(&s, &line, ";1");
	assert_string_equal(edit_text(&line), "caféé noir"); /* but only once */
	edit_set(&line, "cafe");
	strip_suggest(&s, true);
	type(&s, &line, ";7");
	assert_string_equal(edit_text(&line), "cafeç"); /* no form of e */
	strip_begin(&s, NULL);
	strip_suggest(&s, true);
	assert_false(s.shown);
	edit_release(&line);
}

static void the_name_of_the_language_may_go(void **state)
{
	char language[] = "fr";
	struct strip s;
	struct edit line;

	(void)state;
	strip_begin(&s, language);
	memset(language, 'x', sizeof language - 1);
	edit_init(&line, 60);
	type(&s, &line, "cafe*");
	assert_string_equal(edit_text(&line), "café");
	edit_release(&line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_name_of_the_language_may_go),
		cmocka_unit_test(letters_are_put_in),
		cmocka_unit_test(after_an_accent_fault_the_letter_is_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
