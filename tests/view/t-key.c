/* Keys: one meaning each, in every layout. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "view/key.h"

static enum action of(enum press press, const char *text, bool typing)
{
	struct event e = { .press = press, .text = text };

	key_action(&e, typing);
	return e.action;
}

static void letters_answer_in_every_layout(void **state)
{
	static const struct {
		enum action action;
		const char *latin, *cyrillic;
	} cases[] = {
		{ ACTION_ALL, "a", "ф" }, { ACTION_WORDS, "w", "ц" }, { ACTION_ADD, "n", "т" }, { ACTION_IMPORT, "i", "ш" },
		{ ACTION_EXPORT, "x", "ч" }, { ACTION_ENROL, "e", "у" }, { ACTION_PIN, "p", "з" }, { ACTION_YES, "y", "н" },
		{ ACTION_ALL, "A", "Ф" }, { ACTION_WORDS, "W", "Ц" }, { ACTION_HELP, "?", "?" }, { ACTION_MARK, " ", " " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(of(PRESS_TEXT, cases[i].latin, false), cases[i].action);
		assert_int_equal(of(PRESS_TEXT, cases[i].cyrillic, false), cases[i].action);
		assert_int_equal(of(PRESS_TEXT, cases[i].latin, true), ACTION_TEXT);
		assert_int_equal(of(PRESS_TEXT, cases[i].cyrillic, true), ACTION_TEXT);
	}
	assert_int_equal(of(PRESS_TEXT, "ab", false), ACTION_NONE);
	assert_int_equal(of(PRESS_TEXT, "", false), ACTION_NONE);
	assert_int_equal(of(PRESS_TEXT, NULL, false), ACTION_NONE);
}

static void digits_carry_their_value(void **state)
{
	(void)state;
	for (int i = 0; i < 10; i++) {
		char text[2] = { (char)('0' + i), '\0' };
		struct event e = { .press = PRESS_TEXT, .text = text };

		key_action(&e, false);
		assert_int_equal(e.action, ACTION_DIGIT);
		assert_int_equal(e.digit, i);
		key_action(&e, true);
		assert_int_equal(e.action, ACTION_TEXT);
	}
}

static void other_keys_mean_the_same_while_typing(void **state)
{
	static const struct {
		enum press press;
		enum action action;
	} cases[] = {
		{ PRESS_ENTER, ACTION_OPEN }, { PRESS_ESC, ACTION_BACK }, { PRESS_TAB, ACTION_FIELD }, { PRESS_BACKTAB, ACTION_FIELD_BACK },
		{ PRESS_BACKSPACE, ACTION_ERASE }, { PRESS_DELETE, ACTION_DELETE }, { PRESS_LEFT, ACTION_PREVIOUS }, { PRESS_RIGHT, ACTION_NEXT },
		{ PRESS_UP, ACTION_UP }, { PRESS_DOWN, ACTION_DOWN }, { PRESS_HOME, ACTION_FIRST }, { PRESS_END, ACTION_LAST }, { PRESS_F1, ACTION_HELP },
		{ PRESS_F2, ACTION_LETTERS }, { PRESS_F3, ACTION_LANGUAGE }, { PRESS_F4, ACTION_ACCENT }, { PRESS_F5, ACTION_HINT }, { PRESS_F9, ACTION_SAVE },
		{ PRESS_WORD_LEFT, ACTION_WORD_PREVIOUS }, { PRESS_WORD_ERASE, ACTION_WORD_ERASE }, { PRESS_UNDO, ACTION_UNDO }, { PRESS_F10, ACTION_EXAM }, { PRESS_TICK, ACTION_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(of(cases[i].press, NULL, false), cases[i].action);
		assert_int_equal(of(cases[i].press, NULL, true), cases[i].action);
	}
}

/* How many actions a press may mean; "no" shares its keys with what no question offers beside it, "yes" shares Enter,
 * "accept", where something is to be decided, the "a" of "all", and "pause", while an exam runs, the "p" of "codes", which were given before it. */
static int meanings(const struct event *e)
{
	int n = 0;

	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
		n += a != ACTION_NO && a != ACTION_ACCEPT && a != ACTION_PAUSE && a != ACTION_TURN && !(a == ACTION_YES && e->press == PRESS_ENTER) && key_is(e, (enum action)a);
	return n;
}

static void a_key_means_one_thing(void **state)
{
	(void)state;
	for (int press = PRESS_ENTER; press < PRESS_TICK; press++)
		assert_true(meanings(&(struct event){ .press = (enum press)press }) <= 1);
	for (char c = 'a'; c <= 'z'; c++) {
		char text[2] = { c, '\0' };

		assert_true(meanings(&(struct event){ .press = PRESS_TEXT, .text = text }) <= 1);
	}
	assert_true(key_is(&(struct event){ .press = PRESS_ENTER }, ACTION_YES));
	assert_true(key_is(&(struct event){ .press = PRESS_ESC }, ACTION_NO));
	assert_true(key_is(&(struct event){ .press = PRESS_TEXT, .text = "т" }, ACTION_NO));
	assert_false(key_is(&(struct event){ .press = PRESS_TEXT, .text = "x" }, ACTION_NO));
}

static void no_key_of_a_paste_acts(void **state)
{
	static const char *const pastes[] = { "3", "y", "?", " ", "\n", "a", "ф" };

	(void)state;
	for (size_t i = 0; i < sizeof pastes / sizeof *pastes; i++) {
		struct event e = { .press = PRESS_PASTE, .text = pastes[i] };

		assert_int_equal(meanings(&e), 0);
		assert_int_equal(of(PRESS_PASTE, pastes[i], false), ACTION_NONE);
		assert_int_equal(of(PRESS_PASTE, pastes[i], true), ACTION_TEXT);
	}
}

static void every_action_has_a_key_and_a_word(void **state)
{
	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
		assert_true(a == ACTION_TEXT || key_label((enum action)a)[0] != '\0');
		assert_true(key_word((enum action)a)[0] != '\0');
		assert_int_equal(key_of_word(key_word((enum action)a)), a);
	}
	assert_int_equal(key_of_word("nonsense"), ACTION_NONE);
	assert_int_equal(key_of_word(""), ACTION_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_answer_in_every_layout),
		cmocka_unit_test(digits_carry_their_value),
		cmocka_unit_test(other_keys_mean_the_same_while_typing),
		cmocka_unit_test(a_key_means_one_thing),
		cmocka_unit_test(no_key_of_a_paste_acts),
		cmocka_unit_test(every_action_has_a_key_and_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
