/* Cells: widths, clipping, what is overwritten, what never gets in. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/canvas.h"

static const char *row(const struct canvas *c, struct str *out)
{
	str_clear(out);
	canvas_dump(c, false, out);
	if (out->len > 0)
		out->buf[strcspn(out->buf, "\n")] = '\0';
	return out->buf;
}

static void text_is_put_and_clipped(void **state)
{
	static const struct {
		int x, columns, used;
		const char *text, *put, *clip;
	} cases[] = {
		{ 0, 10, 5, "hello", "hello", "hello" },
		{ 2, 3, 3, "hello", "  hel", "  he…" },
		{ 7, 10, 3, "hello", "       hel", "       he…" },
		{ 0, 5, 4, "日本語", "日本", "日本…" },
		{ 9, 5, 0, "日", "", "         …" },
		{ 0, 2, 2, "e\xCC\x81u\xCC\x88x", "e\xCC\x81u\xCC\x88", "e\xCC\x81…" },
		{ 0, 9, 9, "a\tb\nc\033d\xC2\x9B\xFF", "a b c\xEF\xBF\xBD" "d\xEF\xBF\xBD\xEF\xBF\xBD", NULL },
	};
	struct str out;

	(void)state;
	str_init(&out);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct canvas c;

		canvas_init(&c, 10, 1);
		assert_int_equal(canvas_put(&c, cases[i].x, 0, cases[i].columns, LOOK_PLAIN, cases[i].text), cases[i].used);
		assert_string_equal(row(&c, &out), cases[i].put);
		canvas_clear(&c);
		if (cases[i].clip != NULL) {
			canvas_clip(&c, cases[i].x, 0, cases[i].columns, LOOK_PLAIN, cases[i].text);
			assert_string_equal(row(&c, &out), cases[i].clip);
		}
		canvas_release(&c);
	}
	str_release(&out);
}

static void half_a_wide_cluster_becomes_a_blank(void **state)
{
	struct canvas c;
	struct str out;

	(void)state;
	str_init(&out);
	canvas_init(&c, 6, 1);
	canvas_put(&c, 0, 0, 6, LOOK_PLAIN, "日本語");
	canvas_put(&c, 1, 0, 1, LOOK_PLAIN, "x");
	canvas_put(&c, 4, 0, 1, LOOK_PLAIN, "y");
	assert_string_equal(row(&c, &out), " x本y");
	assert_int_equal(canvas_cell(&c, 2, 0)->width, 2);
	assert_int_equal(canvas_cell(&c, 3, 0)->width, 0);
	canvas_release(&c);
	str_release(&out);
}

static void long_clusters_live_in_the_pool(void **state)
{
	const char *tower = "a\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87";
	struct canvas c, d;
	struct str out;

	(void)state;
	str_init(&out);
	canvas_init(&c, 4, 2);
	canvas_init(&d, 4, 1);
	canvas_put(&c, 0, 1, 4, LOOK_GOOD, tower);
	canvas_copy(&d, 0, &c, 1, 1);
	assert_string_equal(row(&d, &out), tower);
	assert_int_equal(canvas_cell(&d, 0, 0)->look, LOOK_GOOD);
	canvas_release(&c);
	canvas_release(&d);
	str_release(&out);
}

static void nothing_is_drawn_outside(void **state)
{
	struct canvas c;
	struct str out;

	(void)state;
	str_init(&out);
	canvas_init(&c, 3, 1);
	assert_int_equal(canvas_put(&c, 0, 1, 3, LOOK_PLAIN, "x"), 0);
	assert_int_equal(canvas_put(&c, -1, 0, 3, LOOK_PLAIN, "x"), 0);
	assert_int_equal(canvas_put(&c, 3, 0, 3, LOOK_PLAIN, "x"), 0);
	canvas_fill(&c, 0, 0, 9, LOOK_RULE, "─");
	canvas_dump(&c, true, &out);
	assert_string_equal(out.buf, "───\n|rrr\n");
	canvas_release(&c);
	str_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_put_and_clipped),
		cmocka_unit_test(half_a_wide_cluster_becomes_a_blank),
		cmocka_unit_test(long_clusters_live_in_the_pool),
		cmocka_unit_test(nothing_is_drawn_outside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
