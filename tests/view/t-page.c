/* Pages as they are filled: markup, Markdown, what is unsafe. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "view/page.h"

/* "plain <t taught> <s strong>" */
static const char *shown(struct page *p, const struct text *t)
{
	static const char letters[] = "pestdagbn";
	struct str s;
	const char *copy;

	str_init(&s);
	for (size_t i = 0; i < t->count; i++)
		if (t->spans[i].style == STYLE_PLAIN)
			str_add(&s, t->spans[i].text);
		else
			str_addf(&s, "<%c %s>", letters[t->spans[i].style], t->spans[i].text);
	copy = arena_strdup(&p->arena, s.buf);
	str_release(&s);
	return copy;
}

static void markup_becomes_spans(void **state)
{
	static const struct {
		const char *text, *plain;
	} cases[] = {
		{ "no markup", "no markup" },
		{ "Say `een koffie` *now*, **please**.", "Say <t een koffie> <e now>, <s please>." },
		{ "\033[2J", "\xEF\xBF\xBD[2J" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct page p;
		struct text t;

		page_init(&p);
		t = page_spans(&p, STYLE_PLAIN, cases[i].text);
		assert_string_equal(shown(&p, &t), cases[i].plain);
		t = page_raw(&p, STYLE_PLAIN, "`a` *b*");
		assert_string_equal(shown(&p, &t), "`a` *b*");
		page_release(&p);
	}
}

static void markdown_becomes_blocks(void **state)
{
	static const enum block_kind want[] = { BLOCK_HEADING, BLOCK_SPACE, BLOCK_TEXT, BLOCK_SPACE, BLOCK_ITEM, BLOCK_ITEM, BLOCK_SPACE, BLOCK_TABLE };
	struct page p;

	(void)state;
	page_init(&p);
	page_markdown(&p, "# Title\n\nA `word`.\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| c | d |\n");
	assert_int_equal(p.count, sizeof want / sizeof want[0]);
	for (size_t i = 0; i < p.count; i++)
		assert_int_equal(p.blocks[i].kind, want[i]);
	assert_string_equal(shown(&p, &p.blocks[2].text), "A <t word>.");
	assert_int_equal(p.blocks[5].number, 2);
	assert_int_equal(p.blocks[7].rows, 2);
	assert_int_equal(p.blocks[7].columns, 2);
	assert_string_equal(shown(&p, &p.blocks[7].cells[3]), "d");
	page_release(&p);
}

static void markdown_that_does_not_parse_is_shown_as_written(void **state)
{
	struct page p;

	(void)state;
	page_init(&p);
	page_markdown(&p, "<b>raw</b>");
	assert_int_equal(p.count, 1);
	assert_string_equal(shown(&p, &p.blocks[0].text), "<b>raw</b>");
	page_release(&p);
}

static void tables_count_whole_rows_and_menus_their_entries(void **state)
{
	struct page p;

	(void)state;
	page_init(&p);
	page_table(&p, 2, true);
	for (int i = 0; i < 5; i++)
		page_cell(&p, "x");
	assert_int_equal(p.blocks[0].rows, 2);
	assert_int_equal(p.blocks[0].cells[1].spans[0].style, STYLE_DIM);
	assert_int_equal(p.blocks[0].cells[2].spans[0].style, STYLE_PLAIN);
	page_menu(&p, false, 3);
	for (int i = 0; i < 100; i++)
		page_entry(&p, 0, arena_printf(&p.arena, "%d", i), NULL, NULL);
	assert_int_equal(p.blocks[1].entry_count, 100);
	assert_string_equal(p.blocks[1].entries[42].label.spans[0].text, "42");
	page_notice(&p, STYLE_BAD, "*no markup*");
	assert_string_equal(p.message->text.spans[0].text, "*no markup*");
	page_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_becomes_spans),
		cmocka_unit_test(markdown_becomes_blocks),
		cmocka_unit_test(markdown_that_does_not_parse_is_shown_as_written),
		cmocka_unit_test(tables_count_whole_rows_and_menus_their_entries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
