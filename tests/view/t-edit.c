/* The line editor, as one would type. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/cluster.h"
#include "view/edit.h"

static bool act(struct edit *e, enum action a, const char *text)
{
	struct event event = { .action = a, .text = text };

	return edit_action(e, &event);
}

/* Keys in short: < > arrows, ^ $ Home End, # Backspace, ! Delete; { } a word back and on; ~ erases a word,
 * @ deletes one; - undo, + redo; all else is typed, one cluster at a time. */
static void type(struct edit *e, const char *keys)
{
	static const struct {
		char key;
		enum action action;
	} table[] = {
		{ '<', ACTION_PREVIOUS }, { '>', ACTION_NEXT }, { '^', ACTION_FIRST }, { '$', ACTION_LAST }, { '#', ACTION_ERASE }, { '!', ACTION_DELETE },
		{ '{', ACTION_WORD_PREVIOUS }, { '}', ACTION_WORD_NEXT }, { '~', ACTION_WORD_ERASE }, { '@', ACTION_WORD_DELETE },
		{ '-', ACTION_UNDO }, { '+', ACTION_REDO },
	};

	for (size_t i = 0, n; (n = cluster_next(keys + i)) > 0; i += n) {
		char text[65] = "";
		enum action a = ACTION_TEXT;

		memcpy(text, keys + i, n);
		for (size_t k = 0; k < sizeof table / sizeof table[0]; k++)
			if (n == 1 && *text == table[k].key)
				a = table[k].action;
		assert_true(act(e, a, text));
	}
}

static void lines_are_typed_and_mended(void **state)
{
	static const struct {
		const char *keys, *text;
		size_t cursor;
	} cases[] = {
		{ "", "", 0 },
		{ "brodje", "brodje", 6 },
		{ "brdje<<<o", "brodje", 3 },
		{ "abc^x$y", "xabcy", 5 },
		{ "abc##", "a", 1 },
		{ "abc^!!", "c", 0 },
		{ "abc####<<", "", 0 },
		{ "abc>>!", "abc", 3 },
		{ "één<#", "én", 2 },
		{ "🇺🇿x<<!", "x", 0 },
		{ "oʻzbek^>>!", "oʻbek", 3 },
		{ "ўқи<#", "ўи", 2 },
		{ "ik eet brood{x", "ik eet xbrood", 8 },
		{ "ik eet brood{{x", "ik xeet brood", 4 },
		{ "ik eet{{{{x", "xik eet", 1 },
		{ "ik eet^}x", "ikx eet", 3 },
		{ "ik eet^}}x", "ik eetx", 7 },
		{ "ik eet  ~", "ik ", 3 },
		{ "ik eet~~~", "", 0 },
		{ "ik eet brood{{@", "ik  brood", 3 },
		{ "ẹ\xCC\x81té^>#", "té", 0 },
		{ "日本語<<#", "本語", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct edit e;

		edit_init(&e, 64);
		type(&e, cases[i].keys);
		assert_string_equal(edit_text(&e), cases[i].text);
		assert_int_equal(e.cursor, cases[i].cursor);
		edit_release(&e);
		assert_string_equal(edit_text(&e), "");
	}
}

static void slips_are_undone_and_done_again(void **state)
{
	static const struct {
		const char *keys, *text;
		size_t cursor;
	} cases[] = {
		{ "-", "", 0 }, { "+", "", 0 },
		{ "brood-", "", 0 }, { "brood-+", "brood", 5 },
		{ "ik eet-", "ik ", 3 }, { "ik eet--", "", 0 }, { "ik eet--++", "ik eet", 6 }, { "ik eet---+++++", "ik eet", 6 },
		{ "brood##-", "brood", 5 }, { "brood##--", "", 0 },
		{ "brood<x-", "brood", 4 }, { "brood<x--", "", 0 },
		{ "ik eet~-", "ik eet", 6 }, { "ik eet{@-", "ik eet", 3 },
		{ "brood-ei+", "ei", 2 }, /* what is typed anew leaves nothing to do again */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct edit e;

		edit_init(&e, 64);
		type(&e, cases[i].keys);
		assert_string_equal(edit_text(&e), cases[i].text);
		assert_int_equal(e.cursor, cases[i].cursor);
		edit_release(&e);
	}
}

static void undo_is_bounded_and_knows_no_secret(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, 400);
	for (int i = 0; i < 200; i++)
		type(&e, "a ");
	for (int i = 0; i < 300; i++)
		type(&e, "-");
	assert_int_equal(e.len, 400 - 2 * 64);
	for (int i = 0; i < 300; i++)
		type(&e, "+");
	assert_int_equal(e.len, 400);
	edit_clear(&e);
	type(&e, "-");
	assert_string_equal(edit_text(&e), "");
	edit_release(&e);
	edit_init(&e, 6);
	e.secret = e.digits = true;
	type(&e, "402817##-");
	assert_string_equal(edit_text(&e), "4028");
	assert_null(e.undo);
	type(&e, "<~");
	assert_string_equal(edit_text(&e), "8"); /* one word, so that nothing tells where spaces stand */
	edit_release(&e);
}

static void a_letter_takes_the_place_of_another(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, 64);
	edit_set(&e, "cafe au lait");
	edit_move(&e, 4);
	edit_replace(&e, 1, "é");
	assert_string_equal(edit_text(&e), "café au lait");
	assert_int_equal(e.cursor, 5);
	type(&e, "-");
	assert_string_equal(edit_text(&e), "cafe au lait");
	edit_replace(&e, 99, "x");
	assert_string_equal(edit_text(&e), "x au lait");
	edit_release(&e);
}

static void what_is_pasted_is_made_fit(void **state)
{
	static const struct {
		const char *paste, *text;
		bool digits;
	} cases[] = {
		{ "one\ntwo\tthree\n", "one two three", false },
		{ "\033[31mred\a", "[31mred", false },
		{ "e\xCC\x81", "é", false },
		{ "bad\xFF\xC3 byte", "bad byte", false },
		{ "\xE2\x80\xAEright to left", "right to left", false },
		{ "12 34-56a٧", "123456", true },
		{ "", "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct edit e;

		edit_init(&e, 64);
		e.digits = cases[i].digits;
		assert_true(act(&e, ACTION_TEXT, cases[i].paste));
		assert_string_equal(edit_text(&e), cases[i].text);
		edit_release(&e);
	}
}

static void the_limit_cuts_at_a_cluster(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e, 5);
	edit_set(&e, "éééé");
	assert_string_equal(edit_text(&e), "éé");
	type(&e, "xy");
	assert_string_equal(edit_text(&e), "ééx");
	edit_release(&e);
	assert_true(act(&e, ACTION_TEXT, "a")); /* one that was released takes nothing */
	assert_string_equal(edit_text(&e), "");
}

static void the_cursor_goes_to_the_fault(void **state)
{
	static const size_t want[] = { 0, 1, 1, 3, 4, 4 };
	struct edit e;

	(void)state;
	edit_init(&e, 64);
	edit_set(&e, "aéb");
	for (size_t at = 0; at < sizeof want / sizeof want[0]; at++) {
		edit_move(&e, at);
		assert_int_equal(e.cursor, want[at]);
	}
	assert_false(act(&e, ACTION_OPEN, NULL));
	assert_false(act(&e, ACTION_UP, NULL));
	edit_release(&e);
}

static void a_secret_never_reaches_a_page(void **state)
{
	struct page p;
	struct edit e;
	struct field f;

	(void)state;
	page_init(&p);
	edit_init(&e, 6);
	e.secret = e.digits = true;
	type(&e, "402817<<");
	f = edit_field(&e, &p, true);
	assert_true(f.secret && f.active);
	assert_string_equal(f.value, "******");
	assert_int_equal(f.cursor, 4);
	edit_release(&e);
	page_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_typed_and_mended),
		cmocka_unit_test(slips_are_undone_and_done_again),
		cmocka_unit_test(undo_is_bounded_and_knows_no_secret),
		cmocka_unit_test(a_letter_takes_the_place_of_another),
		cmocka_unit_test(what_is_pasted_is_made_fit),
		cmocka_unit_test(the_limit_cuts_at_a_cluster),
		cmocka_unit_test(the_cursor_goes_to_the_fault),
		cmocka_unit_test(a_secret_never_reaches_a_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
