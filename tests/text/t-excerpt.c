#include "config.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "text/cluster.h"
#include "text/excerpt.h"

struct sample {
	const char *line;
	int column, columns;
	const char *shown;
	int caret;
};

static void test_lines(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"id: e1", 5, 60, "id: e1", 4},
		{"id: e1", 1, 60, "id: e1", 0},
		{"id:", 9, 60, "id:", 3},                                     /* behind the end */
		{"", 1, 60, "", 0},
		{"\tid: e1", 2, 60, "        id: e1", 8},                     /* a tab up to the next eighth column */
		{"ab\tc", 4, 60, "ab      c", 8},
		{"ab\tc", 3, 60, "ab      c", 2},                             /* the tab itself */
		{"漢字: x", 3, 60, "漢字: x", 4},                             /* wide characters */
		{"e\xCC\x81tat: x", 3, 60, "e\xCC\x81tat: x", 1},             /* a combining mark takes no column */
		{"e\xCC\x81tat: x", 2, 60, "e\xCC\x81tat: x", 0},             /* inside a cluster: its beginning */
		{"a\x1b[2Jb", 2, 60, "a\xEF\xBF\xBD[2Jb", 1},                 /* an order to the terminal */
		{"a\xE2\x80\xAE" "b", 3, 60, "a\xEF\xBF\xBD" "b", 2},         /* a mark that turns the direction */
		{"0123456789abcdefghijklmnopqrstuvwxyz", 1, 20, "0123456789abcdefgh…", 0},
		{"0123456789abcdefghijklmnopqrstuvwxyz", 36, 20, "…ijklmnopqrstuvwxyz", 18},
		{"0123456789abcdefghijklmnopqrstuvwxyz", 21, 20, "…bcdefghijklmnopqrs…", 10},
	};
	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		const struct sample *s = &samples[i];
		struct str out;
		str_init(&out);
		int caret = excerpt_line(s->line, strlen(s->line), s->column, s->columns, &out);
		assert_string_equal(out.buf, s->shown);
		assert_int_equal(caret, s->caret);
		str_release(&out);
	}
}

/* However long the line and wherever the place: never wider than asked, the caret inside, and the place under it. */
static void test_long(void **state)
{
	(void)state;
	struct str line;
	str_init(&line);
	for (int i = 0; i < 20000; i++)
		str_add(&line, i == 12345 ? "!" : i % 7 ? "ü" : "漢");
	for (int columns = 20; columns < 100; columns += 13) {
		struct str out;
		str_init(&out);
		int caret = excerpt_line(line.buf, line.len, 12346, columns, &out);
		assert_true(text_width(out.buf) <= columns);
		assert_int_equal(out.buf[text_fit(out.buf, caret, NULL)], '!');
		str_release(&out);
	}
	str_release(&line);
}

static void test_find(void **state)
{
	(void)state;
	static const char text[] = "\xEF\xBB\xBF" "one\r\n\nthree\nlast";
	static const struct {
		int line;
		const char *is;
	} wanted[] = {{1, "one"}, {2, ""}, {3, "three"}, {4, "last"}, {2, ""}, {1, "one"}, {5, NULL}};
	size_t at = 0, n;
	int number = 1;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		const char *line = excerpt_find(text, strlen(text), wanted[i].line, &at, &number, &n);
		if (!wanted[i].is) {
			assert_null(line);
			continue;
		}
		assert_non_null(line);
		assert_int_equal(n, strlen(wanted[i].is));
		assert_memory_equal(line, wanted[i].is, n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines), cmocka_unit_test(test_long), cmocka_unit_test(test_find)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
