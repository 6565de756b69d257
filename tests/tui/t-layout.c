/* Every kind of block at both design sizes, as text. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "golden.h"
#include "text/cluster.h"
#include "tui/layout.h"
#include "view/sample-pages.h"

static void draw(const struct sample *s, int width, int height, bool marks, struct layout_view *view, struct str *out)
{
	struct page p;
	struct canvas c;

	page_init(&p);
	s->fill(&p);
	canvas_init(&c, width, height);
	layout_page(&c, &p, view);
	canvas_dump(&c, marks, out);
	canvas_release(&c);
	page_release(&p);
}

static void pages_look_as_agreed(void **state)
{
	static const struct {
		int width, height;
	} sizes[] = { { 80, 24 }, { 40, 12 } };

	(void)state;
	for (size_t i = 0; i < sample_count; i++)
		for (size_t k = 0; k < 2; k++) {
			struct layout_view view = { .scroll = 0 };
			struct str out;
			char name[64];

			str_init(&out);
			draw(&samples[i], sizes[k].width, sizes[k].height, k == 0, &view, &out);
			str_addf(&out, "cursor %d %d, %d of %d rows from %d\n", view.cursor_x, view.cursor_y, view.rows, view.length, view.scroll);
			snprintf(name, sizeof name, "%s-%dx%d.txt", samples[i].name, sizes[k].width, sizes[k].height);
			assert_true(golden_equal("tests/tui/golden", name, out.buf));
			str_release(&out);
		}
}

/* No size may break it, and no row may be longer than the canvas. */
static void any_size_will_do(void **state)
{
	(void)state;
	for (size_t i = 0; i < sample_count; i++)
		for (int width = 1; width < 130; width += 7)
			for (int height = 1; height < 50; height += 5) {
				struct layout_view view = { .scroll = 0 };
				struct str out;
				char *line, *rest;
				int rows = 0;

				str_init(&out);
				draw(&samples[i], width, height, false, &view, &out);
				for (rest = out.buf; (line = strsep(&rest, "\n")) != NULL && rest != NULL; rows++)
					assert_true(text_width(line) <= width);
				assert_int_equal(rows, height);
				assert_true(view.cursor_x < width && view.cursor_y < height);
				str_release(&out);
			}
}

static void nothing_hostile_gets_through(void **state)
{
	struct layout_view view = { .scroll = 0 };
	struct str out;

	(void)state;
	for (size_t i = 0; i < sample_count; i++) {
		if (strcmp(samples[i].name, "hostile") != 0)
			continue;
		str_init(&out);
		draw(&samples[i], 80, 24, false, &view, &out);
		for (const char *c = out.buf; *c != '\0'; c++)
			assert_true((unsigned char)*c >= 0x20 || *c == '\n');
		assert_null(strstr(out.buf, "\xC2\x9B"));
		assert_null(strstr(out.buf, "\xE2\x80\xAE"));
		assert_null(strchr(out.buf, 0x7F));
		assert_non_null(strstr(out.buf, "escape"));
		str_release(&out);
	}
}

static void a_long_page_follows_its_pointer(void **state)
{
	struct layout_view view = { .scroll = 0 };
	struct canvas c;
	struct page p;

	(void)state;
	canvas_init(&c, 40, 12);
	for (int current = 0; current < 30; current++) {
		struct str out;
		char want[32];

		page_init(&p);
		page_menu(&p, false, current);
		for (int i = 0; i < 30; i++)
			page_entry(&p, 0, arena_printf(&p.arena, "Entry %d.", i), NULL, NULL);
		layout_page(&c, &p, &view);
		str_init(&out);
		canvas_dump(&c, false, &out);
		snprintf(want, sizeof want, "▸ Entry %d.\n", current);
		assert_non_null(strstr(out.buf, want));
		assert_int_equal(strstr(out.buf, "↓ PgDn") != NULL, view.scroll < 22);
		assert_int_equal(strstr(out.buf, "↑ PgUp") != NULL, view.scroll > 0);
		str_release(&out);
		page_release(&p);
	}
	assert_int_equal(view.scroll, 22);
	assert_true(layout_scroll(&view, -1, 0));
	assert_int_equal(view.scroll, 15);
	assert_true(view.free);
	canvas_release(&c);
}

/* Findings one below the other, more than the screen has rows: they are read from the first. */
static void a_page_of_messages_begins_at_its_top(void **state)
{
	struct layout_view view = { .scroll = 0 };
	struct canvas c;
	struct page p;
	struct str out;

	(void)state;
	canvas_init(&c, 40, 12);
	page_init(&p);
	page_heading(&p, 1, "What was found");
	for (int i = 0; i < 20; i++)
		page_message(&p, STYLE_GOOD, "This is there.");
	layout_page(&c, &p, &view);
	str_init(&out);
	canvas_dump(&c, false, &out);
	assert_non_null(strstr(out.buf, "What was found"));
	assert_int_equal(view.scroll, 0);
	str_release(&out);
	page_release(&p);
	canvas_release(&c);
}

/* A long name gives way before the state beside it; a choice with a long name has the whole line. */
static void what_matters_stays_whole(void **state)
{
	static const char title[] = "Final examination of the second half of the year, for all";
	struct layout_view view = { .scroll = 0 };
	struct canvas c;
	struct page p;
	struct str out;

	(void)state;
	canvas_init(&c, 80, 24);
	page_init(&p);
	page_menu(&p, false, 0);
	page_entry(&p, 0, title, "identity missing", "no code");
	page_field(&p, "Exam", &(struct field){ .value = title, .width = text_width(title) });
	layout_page(&c, &p, &view);
	str_init(&out);
	canvas_dump(&c, false, &out);
	assert_non_null(strstr(out.buf, "▸ Final examination of the second half of the ye…  identity missing  no code\n"));
	assert_non_null(strstr(out.buf, "  Exam   Final examination of the second half of the year, for all\n"));
	canvas_release(&c);
	page_release(&p);
	canvas_init(&c, 40, 12);
	page_init(&p);
	page_menu(&p, false, 0);
	page_entry(&p, 0, title, "not open", NULL);
	layout_page(&c, &p, &view);
	str_clear(&out);
	canvas_dump(&c, false, &out);
	assert_non_null(strstr(out.buf, "▸ Final examination of the s…  not open\n"));
	str_release(&out);
	page_release(&p);
	canvas_release(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_look_as_agreed),
		cmocka_unit_test(any_size_will_do),
		cmocka_unit_test(nothing_hostile_gets_through),
		cmocka_unit_test(a_long_page_follows_its_pointer),
		cmocka_unit_test(a_page_of_messages_begins_at_its_top),
		cmocka_unit_test(what_matters_stays_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
