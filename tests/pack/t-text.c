/* Lesson text: blocks and runs, what is refused, backticks, facts in text. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "pack/markdown.h"
#include "pack/words.h"

static void show_rich(const struct rich *r, struct str *out)
{
	static const char marks[] = { [RUN_PLAIN] = 0, [RUN_EMPH] = '/', [RUN_STRONG] = '+', [RUN_TAUGHT] = '`' };
	for (size_t i = 0; i < r->count; i++)
		if (marks[r->runs[i].style])
			str_addf(out, "%c%s%c", marks[r->runs[i].style], r->runs[i].text, marks[r->runs[i].style]);
		else
			str_add(out, r->runs[i].text);
}

/* A parsed text in one line, so that a case is a row of a table. */
static void show_blocks(const struct md *md, struct str *out)
{
	for (size_t i = 0; i < md->count; i++) {
		const struct md_block *b = &md->blocks[i];
		if (b->kind == MD_HEADING)
			str_addf(out, "h%d:", b->level);
		else if (b->kind == MD_ITEM)
			str_addf(out, "i%d.%d:", b->level, b->number);
		else if (b->kind == MD_TABLE)
			str_addf(out, "t%zux%zu:", b->rows, b->columns);
		show_rich(&b->text, out);
		for (size_t c = 0; b->kind == MD_TABLE && c < b->rows * b->columns; c++) {
			str_add(out, "|");
			show_rich(&b->cells[c], out);
		}
		str_addc(out, ';');
	}
}

struct row {
	const char *text, *shown;
};
static const struct row good[] = {
	{ "", "" },
	{ "One\ntwo.\n\nThree.\n", "One two.;Three.;" },
	{ "# A\n## *B*\n", "h1:A;h2:/B/;" },
	{ "a *b* **c** `d` e", "a /b/ +c+ `d` e;" },
	{ "**a `b` c**", "+a +`b`+ c+;" },
	{ "- a\n- b\n  - c\n  - d\n- e\n", "i0.0:a;i0.0:b;i1.0:c;i1.0:d;i0.0:e;" },
	{ "3. a\n4. b\n", "i0.3:a;i0.4:b;" },
	{ "- a\n\n- b\n\n  c\n", "i0.0:a;i0.0:b;c;" },
	{ "|a|b|\n|---|:---:|\n|`c`| d |\n| |e|\n|f| |\n", "t4x2:|a|b|`c`|d||e|f|;" },
	{ "a | b\n--- | ---\nc | d", "t2x2:|a|b|c|d;" },
	{ "3 * 4 = 12, snake_case, Naam: ____\n", "3 * 4 = 12, snake_case, Naam: ____;" },
	{ "\\*a\\* \\`b \\_c \\< \\&amp;", "*a* `b _c < &amp;;" },
	{ "A & B, 2 < 3", "A & B, 2 < 3;" },
	{ "|a `x|y`|b|\n|---|---|\n|c|d\\|e|", "t2x2:|a `x|y`|b|c|d|e;" },
};
static const struct row bad[] = {
	{ "a\n\n<b>x</b>", "3 raw HTML" },
	{ "<div>\nx\n</div>", "1 raw HTML" },
	{ "<!-- x -->", "1 raw HTML" },
	{ "a [b](http://c)", "1 links" },
	{ "x\ny <http://c>", "2 links" },
	{ "a\n\n![b](c)", "3 images" },
	{ "[a]: http://b\n", "1 link definitions" },
	{ "    code", "1 code blocks" },
	{ "a\n\n```\nx\n```\n", "4 code blocks" },
	{ "a\n\n> b", "3 quotes" },
	{ "a\n\n---\n\nb", "3 a line of its own" },
	{ "* * *", "1 a line of its own" },
	{ "a &nbsp; b", "1 HTML entities" },
	{ "a *b", "1 emphasis" },
	{ "x\na **b c", "2 emphasis" },
	{ "a b** c", "1 emphasis" },
	{ "a *b `c*` d", "1 emphasis" },
	{ "a _b c", "1 emphasis" },
	{ "a `b", "1 a backtick" },
	{ "- a\n-\n- b", "3 an entry of the list is empty" },
	{ "#\n\na", "3 a heading is empty" },
	{ "|a|b|\n|---|---|\n|c|\n", "3 the number of cells in this row of the table is 1, in its head 2" },
	{ "|a|b|\n|---|---|---|\n|c|d|\n", "2 the number of cells" },
	{ "|a|b|\n|c|d|\n", "1 a row of a table without a head" },
	{ "|a|b|\n| |---|\n|c|d|\n", "2 the line under the head" },
	{ "|a|b|\n|---|---|\n||c|\n", "3 two bars without a space" },
	{ "|a||\n|---|---|\n|b|c|\n", "1 two bars without a space" },
	{ "|a|b|\n|--|---|\n|c|d|\n", "2 the line under the head" },
	{ "|a|b|\n|---||\n|c|d|\n", "2 the line under the head" },
	{ "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g", "6 more than 6 lists" },
};

static void lesson_text_becomes_blocks(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		struct arena a = ARENA_INIT;
		struct md md;
		struct str out;
		int line;
		const char *fault = NULL;
		str_init(&out);
		if (!markdown_parse(&a, good[i].text, &md, &line, &fault))
			fail_msg("%s: line %d: %s", good[i].text, line, fault);
		show_blocks(&md, &out);
		assert_string_equal(out.buf, good[i].shown);
		str_release(&out);
		arena_release(&a);
	}
}

static void what_no_terminal_shows_is_refused(void **state)
{
	(void)state;
	int missed = 0;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct arena a = ARENA_INIT;
		struct md md;
		int line;
		const char *fault = NULL;
		bool parsed = markdown_parse(&a, bad[i].text, &md, &line, &fault);
		const char *said = parsed ? "accepted" : arena_printf(&a, "%d %s", line, fault);
		if (!str_starts(said, bad[i].shown) || !strstr(said, "; ")) {
			print_error("'%s': %s\n", bad[i].text, said);
			missed++;
		}
		arena_release(&a);
	}
	assert_int_equal(missed, 0);
}

static const struct row lines[] = {
	{ "", "" },
	{ "a *b* **c** `d` _e_ __f__", "a /b/ +c+ `d` /e/ +f+" },
	{ "1. a # b - c", "1. a # b - c" },
	{ "a *b", "a *b" },
	{ "a ** b *c*", "a ** b /c/" },
	{ "*a `*` b*", "/a /`*`/ b/" },
	{ "snake_case_x", "snake_case_x" },
	{ "``a ` b`` `c", "`a ` b` `c" },
	{ "\\*a\\* \\x", "*a* \\x" },
	{ "***a***", "***a***" },
	{ "a\nb", "a b" },
};

static void one_line_never_fails(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct arena a = ARENA_INIT;
		struct str out;
		str_init(&out);
		struct rich r = md_inline(&a, lines[i].text);
		show_rich(&r, &out);
		assert_string_equal(out.buf, lines[i].shown);
		str_release(&out);
		arena_release(&a);
	}
	struct arena a = ARENA_INIT;
	struct rich r = md_inline(&a, "een `goede` *dag*");
	assert_string_equal(md_plain(&a, &r), "een goede dag");
	arena_release(&a);
}

static void long_lines_of_markers_stay_quick(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct str s;
	str_init(&s);
	for (int i = 0; i < 200000; i++)
		str_add(&s, "*a __b ");
	struct rich r = md_inline(&a, s.buf);
	assert_int_equal(r.count, 1);
	str_release(&s);
	arena_release(&a);
}

static void wholly_taught_text_is_known(void **state)
{
	(void)state;
	const char *taught[] = { "`Goedemorgen`", "`a` – `b`", "`a`, `b`.", "(`a`)", "| `a` | `b` |\n|---|---|\n| `c` | `d` |", "``a ` b``", "\u00AB`a`\u00BB" };
	const char *mixed[] = { "", "a", "`a` or `b`", "`a", "a `b`", "`a` 1", "{fact:x} `a`", "–", "\\`a\\`", "`a` \u0438 `b`" };
	for (size_t i = 0; i < sizeof(taught) / sizeof(*taught); i++)
		assert_true(words_all_taught(taught[i]));
	for (size_t i = 0; i < sizeof(mixed) / sizeof(*mixed); i++)
		assert_false(words_all_taught(mixed[i]));
}

static const char *bracketed(void *ctx, struct arena *a, const char *context, const char *msgid)
{
	assert_null(ctx);
	return arena_printf(a, "<%s|%s>", context, msgid);
}

static void contexts_follow_the_format(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct words w = { .translate = bracketed };
	assert_string_equal(words_get(&w, &a, "u", "i", "ask", "x"), "<u/i.ask|x>");
	assert_string_equal(words_get(&w, &a, "u", "", "title", "x"), "<u.title|x>");
	assert_string_equal(words_get(&w, &a, "u", NULL, "title", "x"), "<u.title|x>");
	assert_string_equal(words_get(&w, &a, "u", "i", NULL, "x"), "<u/i|x>");
	assert_null(words_get(&w, &a, "u", "i", "note", NULL));
	assert_string_equal(words_blocks(&w, &a, "u", "i", "\n\n  a\nb  \n \t\n\n| c |\n|---|\n"), "<u/i|  a\nb  >\n\n<u/i|| c |\n|---|>");
	assert_string_equal(words_blocks(&w, &a, "u", "i", "\n"), "");
	assert_string_equal(words_get(&words_source, &a, "u", "i", "ask", "x"), "x");
	arena_release(&a);
}

static const char *value_of(void *ctx, struct arena *a, const char *name)
{
	(void)ctx;
	return strcmp(name, "gone") == 0 ? NULL : arena_printf(a, "[%s]", name);
}

static void facts_are_put_in(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	assert_string_equal(words_facts(&a, "a {fact:x-1} b {fact:gone} c {fact:y}", value_of, NULL), "a [x-1] b {fact:gone} c [y]");
	const char *plain = "{fact:} {fact:X} {fact: a} {fact:a";
	assert_ptr_equal(words_facts(&a, plain, value_of, NULL), plain);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lesson_text_becomes_blocks),
		cmocka_unit_test(what_no_terminal_shows_is_refused),
		cmocka_unit_test(one_line_never_fails),
		cmocka_unit_test(long_lines_of_markers_stay_quick),
		cmocka_unit_test(wholly_taught_text_is_known),
		cmocka_unit_test(contexts_follow_the_format),
		cmocka_unit_test(facts_are_put_in),
	};
	return cmocka_run_group_tests_name("pack/text", tests, NULL, NULL);
}
