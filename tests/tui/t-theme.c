/* Themes and glyphs: signs beside colours, and something to show on every terminal. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/theme.h"

static void themes_have_names(void **state)
{
	enum theme_kind k = THEME_MONO;

	(void)state;
	assert_true(theme_from("colour", &k) && k == THEME_COLOUR);
	assert_true(theme_from("high-contrast", &k) && k == THEME_CONTRAST);
	assert_true(theme_from("mono", &k) && k == THEME_MONO);
	assert_false(theme_from("pink", &k));
	assert_int_equal(theme_default(NULL), THEME_COLOUR);
	assert_int_equal(theme_default(""), THEME_COLOUR);
	assert_int_equal(theme_default("1"), THEME_MONO);
}

static void mono_has_no_colour_and_contrast_nothing_dim(void **state)
{
	(void)state;
	for (int look = 0; look < LOOK_COUNT; look++) {
		const struct paint *mono = theme_paint(THEME_MONO, (enum look)look), *contrast = theme_paint(THEME_CONTRAST, (enum look)look);

		assert_int_equal(mono->colour, -1);
		assert_false(contrast->dim);
		assert_true(theme_paint(THEME_COLOUR, (enum look)look)->colour < 8);
	}
	assert_true(theme_paint(THEME_MONO, LOOK_ACCENT)->bold);
}

static void the_environment_names_the_charset(void **state)
{
	static const struct {
		const char *all, *ctype, *lang, *term;
		enum glyphs want;
	} cases[] = {
		{ NULL, NULL, NULL, "xterm", GLYPHS_ALL },
		{ "", "", "", "xterm", GLYPHS_ALL },
		{ NULL, NULL, "uz_UZ.UTF-8", "xterm", GLYPHS_ALL },
		{ NULL, NULL, "uz_UZ.utf8@cyrillic", "tmux", GLYPHS_ALL },
		{ NULL, NULL, "ru_RU.UTF-8", "linux", GLYPHS_CONSOLE },
		{ NULL, NULL, "ru_RU.KOI8-R", "xterm", GLYPHS_PLAIN },
		{ NULL, NULL, "C", "xterm", GLYPHS_PLAIN },
		{ "C.UTF-8", NULL, "C", "xterm", GLYPHS_ALL },
		{ "POSIX", "ru_RU.UTF-8", NULL, "xterm", GLYPHS_PLAIN },
		{ NULL, "ru_RU.UTF-8", "C", NULL, GLYPHS_ALL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(glyphs_of(cases[i].all, cases[i].ctype, cases[i].lang, cases[i].term), cases[i].want);
}

static void every_sign_has_something_in_its_place(void **state)
{
	static const struct {
		const char *sign, *console, *plain;
	} cases[] = {
		{ "█", "█", "#" }, { "░", "░", "-" }, { "▸", "►", ">" }, { "✓", "√", "+" }, { "✗", "×", "x" }, { "≈", "≈", "~" }, { "ʻ", "'", "'" },
		{ "─", "─", "-" }, { "é", "é", "e" }, { "Қ", "Қ", "Q" }, { "日", "日", "?" }, { "a", "a", "a" }, { "…", ".", "." },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		size_t n;
		const char *s = glyph_for(GLYPHS_ALL, cases[i].sign, strlen(cases[i].sign), &n);

		assert_ptr_equal(s, cases[i].sign);
		s = glyph_for(GLYPHS_CONSOLE, cases[i].sign, strlen(cases[i].sign), &n);
		assert_true(n == strlen(cases[i].console) && memcmp(s, cases[i].console, n) == 0);
		s = glyph_for(GLYPHS_PLAIN, cases[i].sign, strlen(cases[i].sign), &n);
		assert_true(n == 1 && *s == cases[i].plain[0]);
	}
}

/* What src/learn/type_picture.c lets an author draw with. */
static void every_sign_of_a_drawing_has_an_ascii_one(void **state)
{
	static const char signs[] = "─│┌┐└┘├┤┬┴┼═║╔╗╚╝█▀▄▌▐░▒▓▲▼◄►■●○↑↓←→";

	(void)state;
	for (const char *s = signs; *s != '\0'; s += 3) {
		size_t n;
		const char *plain = glyph_for(GLYPHS_PLAIN, s, 3, &n);

		assert_int_equal(n, 1);
		assert_true(*plain > ' ' && *plain != '?');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(themes_have_names),
		cmocka_unit_test(mono_has_no_colour_and_contrast_nothing_dim),
		cmocka_unit_test(the_environment_names_the_charset),
		cmocka_unit_test(every_sign_has_something_in_its_place),
		cmocka_unit_test(every_sign_of_a_drawing_has_an_ascii_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
