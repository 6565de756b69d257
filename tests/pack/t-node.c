/* YAML as nodes: what is refused, where and with which words; JSON and back. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pack/node.h"

#define MACRON "\xCC\x84"

static struct node *parse(struct arena *a, const char *yaml, struct diag_list *d)
{
	return node_parse(a, yaml, strlen(yaml), "f.yaml", d);
}

static void scalars_are_text_in_every_style(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	const struct node *n = parse(&a,
				     "no: no\nversion: 1.10\n'yes': ~\nnothing:\nfolded: >\n  a\n  b\nkept: |\n  a\n\n  b\n"
				     "quoted: \"a\\tb\\u00e9\"\nlist: [1, 2.0, {x: 0x10}]\n",
				     &d);
	assert_non_null(n);
	assert_int_equal(n->count, 8);
	assert_string_equal(node_text(n, "no"), "no");
	assert_string_equal(node_text(n, "version"), "1.10");
	assert_string_equal(node_text(n, "yes"), "~");
	assert_string_equal(node_text(n, "nothing"), "");
	assert_string_equal(node_text(n, "folded"), "a b\n");
	assert_string_equal(node_text(n, "kept"), "a\n\nb\n");
	assert_string_equal(node_text(n, "quoted"), "a\tb\xC3\xA9");
	const struct node *list = node_get(n, "list");
	assert_int_equal(list->kind, NODE_LIST);
	assert_int_equal(list->count, 3);
	assert_string_equal(node_text(list->last, "x"), "0x10");
	assert_null(node_text(n, "list"));
	assert_null(node_get(n, "absent"));
	assert_null(node_get(NULL, "x"));
	assert_null(node_get(list, "x"));
	diag_release(&d);
	arena_release(&a);
}

static void places_count_characters(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	const struct node *n = parse(&a, "a: {\xC3\xA9\xC3\xA9: x, y: z}\r\nb:\r\n  - c: d\r\n", &d);
	assert_non_null(n);
	const struct node *y = node_get(node_get(n, "a"), "y"), *b = node_get(n, "b");
	assert_int_equal(y->line, 1);
	assert_int_equal(y->column, 15);
	assert_string_equal(y->file, "f.yaml");
	assert_int_equal(node_get(b->first, "c")->line, 3);
	assert_int_equal(node_get(b->first, "c")->column, 8);
	diag_release(&d);
	arena_release(&a);
}

static void text_becomes_nfc(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	const struct node *n = parse(&a, "e\xCC\x81: u" MACRON "\nj: \"e\\u0301\"\n", &d);
	assert_non_null(n);
	assert_string_equal(n->first->key, "\xC3\xA9");
	assert_string_equal(n->first->text, "\xC5\xAB");
	assert_string_equal(n->last->text, "\xC3\xA9");
	diag_release(&d);
	arena_release(&a);
}

struct fault {
	const char *yaml, *said; /* the beginning of the finding */
};
static const struct fault faults[] = {
	{ "a: b\n\tc: d\n", "f.yaml:2:1: error: a tab in the indentation; indent with spaces" },
	{ "a:\n  \t- d\n", "f.yaml:2:3: error: a tab in the indentation" },
	{ "a: &x b\n", "f.yaml:1:4: error: anchors are not allowed; " },
	{ "a: *x\n", "f.yaml:1:4: error: aliases are not allowed; " },
	{ "a: !!str b\n", "f.yaml:1:4: error: tags are not allowed; " },
	{ "a: !x [b]\n", "f.yaml:1:4: error: tags are not allowed; " },
	{ "a: b\n---\nc: d\n", "f.yaml:2:1: error: a second document begins here; " },
	{ "a: b\nc: d\na: e\n", "f.yaml:3:1: error: the key 'a' stands twice here; " },
	{ "[a]: b\n", "f.yaml:1:1: error: a key must be plain text" },
	{ "? {a: b}\n: c\n", "f.yaml:1:3: error: a key must be plain text" },
	{ "a: \xFF\n", "f.yaml:1:4: error: this is no valid UTF-8; save the file as UTF-8" },
	{ "\xEF\xBB\xBF" "a: b\n", "f.yaml:1:1: error: the file begins with a byte order mark; " },
	{ "a: \xE2\x80\xAE" "b\n", "f.yaml:1:4: error: the character U+202E is not allowed" },
	{ "# \xE2\x81\xA6\na: b\n", "f.yaml:1:3: error: the character U+2066 is not allowed" },
	{ "a: \x1B[31mred\n", "f.yaml:1:4: error: the character U+001B is not allowed" },
	{ "a: \"\\e[31m\"\n", "f.yaml:1:4: error: the character U+001B is not allowed" },
	{ "a: \"\\0\"\n", "f.yaml:1:4: error: the character U+0000 is not allowed" },
	{ "a: b\rc: d\n", "f.yaml:1:5: error: the character U+000D is not allowed" },
	{ "", "f.yaml:1:1: error: the document is empty; " },
	{ "# nothing\n", "f.yaml:1:1: error: the document is empty; " },
	{ "a: `b` is x\n", "f.yaml:1:4: error: text cannot begin with this character; put the text in double quotes" },
	{ "a: b: c\n", "f.yaml:1:5: error: a second colon in one line; " },
	{ "a: \"b\n", "f.yaml:1:4: error: the quotes that open here are never closed; " },
	{ "a: \"b\n---\nc\n", "f.yaml:1:4: error: the quotes that open here are not closed before" },
	{ "a: [b, c\nd: e\n", "f.yaml:2:2: error: a comma or ']' is expected here; " },
	{ "a: {b: c\nd: e}\n", "f.yaml:2:2: error: a comma or '}' is expected here; " },
	{ "a:\n  b: c\n d: e\n", "f.yaml:3:2: error: a key with a colon is expected here; " },
	{ "a: b\nc\n", "f.yaml:3:1: error: the colon behind a key is missing; " },
	{ "a: \"\\q\"\n", "f.yaml:1:5: error: unknown escape after '\\'; " },
	{ "%YAML 9.9\n---\na: b\n", "f.yaml:1:1: error: this is no valid YAML (found incompatible YAML document); " },
};

static void faults_are_told_with_place_and_cure(void **state)
{
	(void)state;
	int missed = 0;
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		struct arena a = ARENA_INIT;
		struct diag_list d;
		struct str said;
		diag_init(&d);
		str_init(&said);
		const struct node *n = parse(&a, faults[i].yaml, &d);
		diag_print(&d, &said);
		if (n || d.count != 1 || !str_starts(said.buf, faults[i].said) || !d.items[0].cure) {
			print_error("case %zu: %s: got %s", i, faults[i].said, said.buf);
			missed++;
		}
		str_release(&said);
		diag_release(&d);
		arena_release(&a);
	}
	assert_int_equal(missed, 0);
}

static char *repeat_dup(const char *head, const char *what, size_t times, const char *tail)
{
	struct str s;
	str_init(&s);
	str_add(&s, head);
	while (times--)
		str_add(&s, what);
	str_add(&s, tail);
	return str_steal(&s);
}

static bool accepts(char *yaml, const char *said)
{
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	bool good = node_parse(&a, yaml, strlen(yaml), "f", &d);
	if (!good)
		assert_non_null(strstr(d.items[0].message, said));
	diag_release(&d);
	arena_release(&a);
	free(yaml);
	return good;
}

static void limits_hold(void **state)
{
	(void)state;
	assert_true(accepts(repeat_dup("a: ", "x", NODE_SCALAR_MAX, "\n"), ""));
	assert_false(accepts(repeat_dup("a: ", "x", NODE_SCALAR_MAX + 1, "\n"), "longer than 64 KiB"));
	assert_false(accepts(repeat_dup("a: ", "x", 10 * 1024 * 1024, "\n"), "longer than 64 KiB"));
	assert_false(accepts(repeat_dup("a: b\n", "#", NODE_FILE_MAX, "\n"), "larger than 16 MiB"));
	char *close = repeat_dup("", "]", NODE_DEPTH_MAX, "");
	assert_true(accepts(repeat_dup("", "[", NODE_DEPTH_MAX, close), ""));
	free(close);
	assert_false(accepts(repeat_dup("", "[", NODE_DEPTH_MAX + 1, ""), "more than 32 levels"));
	assert_false(accepts(repeat_dup("", "{a: ", 100000, ""), "more than 32 levels"));
	assert_false(accepts(repeat_dup("", "k", 300, ": x\n"), "key is too long"));
}

static void twins_are_found_in_large_maps(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	struct str s;
	diag_init(&d);
	str_init(&s);
	for (int i = 0; i < 100000; i++)
		str_addf(&s, "key-%d: x\n", i);
	assert_non_null(parse(&a, s.buf, &d));
	str_add(&s, "key-70: x\nkey-3: y\n");
	assert_null(parse(&a, s.buf, &d));
	assert_int_equal(d.items[0].line, 100001);
	str_release(&s);
	diag_release(&d);
	arena_release(&a);
}

static void json_comes_back_the_same(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	struct str once, twice;
	diag_init(&d);
	str_init(&once);
	str_init(&twice);
	const struct node *n = parse(&a, "a: \"q \\\" b \\\\ t\\t\"\n'': [x, '', {}, []]\nlong: |\n  one\n\n  two: three\nno: 1.10\n", &d);
	assert_non_null(n);
	node_write_json(n, NULL, &once);
	assert_string_equal(once.buf, "{\"a\":\"q \\\" b \\\\ t\\t\",\"\":[\"x\",\"\",{},[]],\"long\":\"one\\n\\ntwo: three\\n\",\"no\":\"1.10\"}");
	n = parse(&a, once.buf, &d);
	assert_non_null(n);
	node_write_json(n, NULL, &twice);
	assert_string_equal(once.buf, twice.buf);
	str_clear(&twice);
	node_write_json(n, (const char *const[]){ "a", "long", NULL }, &twice);
	assert_string_equal(twice.buf, "{\"\":[\"x\",\"\",{},[]],\"no\":\"1.10\"}");
	str_release(&once);
	str_release(&twice);
	diag_release(&d);
	arena_release(&a);
}

static const struct node_key word_keys[] = {
	{ .name = "id", .required = true },
	{ .name = "means", .required = true },
	{ .name = "say", .or_list = true },
	{ .name = "list", .kind = NODE_LIST },
	{ .name = "pass", .kind = NODE_MAP },
	{ .name = NULL },
};
static const struct fault shapes[] = {
	{ "{id: a, means: b, say: c}", "" },
	{ "{id: a, means: b, say: [c, d], list: [], pass: {}}", "" },
	{ "{id: a}", "f.yaml:1:1: error: a word has no 'means'; add 'means: …'\n" },
	{ "{id: a, maens: b, means: c}", "f.yaml:1:9: error: unknown key 'maens' in a word; write 'means'\n" },
	{ "{id: a, means: b, colour: red}", "f.yaml:1:19: error: unknown key 'colour' in a word; remove it\n" },
	{ "{id: a, means: }", "f.yaml:1:16: error: 'means' is empty; write its text, or remove the key\n" },
	{ "{id: a, means: [b]}", "f.yaml:1:16: error: 'means' must be text; " },
	{ "{id: a, means: b, list: c}", "f.yaml:1:25: error: 'list' must be a list; " },
	{ "{id: a, means: b, pass: 7}", "f.yaml:1:25: error: 'pass' must have keys of its own; " },
	{ "{id: a, means: b, say: [c, {d: e}]}", "f.yaml:1:28: error: an entry of 'say' must be text; " },
	{ "{id: a, means: b, say: []}", "f.yaml:1:24: error: 'say' is empty; " },
	{ "[a]", "f.yaml:1:1: error: a word must have keys with values; " },
};

static void shapes_are_checked(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++) {
		struct arena a = ARENA_INIT;
		struct diag_list d;
		struct str said;
		diag_init(&d);
		str_init(&said);
		const struct node *n = parse(&a, shapes[i].yaml, &d);
		assert_non_null(n);
		assert_int_equal(node_check_keys(n, "a word", word_keys, &d), !*shapes[i].said);
		diag_print(&d, &said);
		if (*shapes[i].said ? !str_starts(said.buf, shapes[i].said) : said.len > 0)
			fail_msg("%s: %s", shapes[i].yaml, said.buf);
		str_release(&said);
		diag_release(&d);
		arena_release(&a);
	}
}

static const struct fault ids[] = {
	{ "a", NULL }, { "a-1", NULL }, { "0", NULL }, { "abcdefghij-abcdefghij-abcdefghij-abcdefg", NULL },
	{ "abcdefghij-abcdefghij-abcdefghij-abcdefghi", "such as abcdefghij-abcdefghij-abcdefghij-abcdefg" },
	{ "Foo_Bar", "such as foo-bar" }, { "-a", "such as a" }, { "a--b", "such as a-b" }, { "caf\xC3\xA9", "such as caf" }, { "..", "40 characters" },
};

static void ids_are_checked_and_proposed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		struct arena a = ARENA_INIT;
		struct diag_list d;
		diag_init(&d);
		assert_int_equal(node_check_id(node_new(&a, NODE_SCALAR, NULL, ids[i].yaml), &d), !ids[i].said);
		if (ids[i].said) {
			const char *tail = strstr(d.items[0].cure, ids[i].said);
			assert_non_null(tail);
			assert_string_equal(tail, ids[i].said);
		}
		diag_release(&d);
		arena_release(&a);
	}
}

static void numbers_are_whole_and_in_range(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	int out = 0;
	diag_init(&d);
	assert_true(node_int(node_new(&a, NODE_SCALAR, NULL, "-7"), -10, 10, &out, &d));
	assert_int_equal(out, -7);
	const char *bad[] = { "11", "1.0", "x", "", "-", " 1", "0x1", "99999999999999999999" };
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		assert_false(node_int(node_new(&a, NODE_SCALAR, NULL, bad[i]), -10, 10, &out, &d));
		assert_int_equal(d.errors, i + 1);
		assert_string_equal(d.items[i].cure, "write a whole number from -10 to 10");
	}
	assert_int_equal(out, -7);
	diag_release(&d);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scalars_are_text_in_every_style),
		cmocka_unit_test(places_count_characters),
		cmocka_unit_test(text_becomes_nfc),
		cmocka_unit_test(faults_are_told_with_place_and_cure),
		cmocka_unit_test(limits_hold),
		cmocka_unit_test(twins_are_found_in_large_maps),
		cmocka_unit_test(json_comes_back_the_same),
		cmocka_unit_test(shapes_are_checked),
		cmocka_unit_test(ids_are_checked_and_proposed),
		cmocka_unit_test(numbers_are_whole_and_in_range),
	};
	return cmocka_run_group_tests_name("pack/node", tests, NULL, NULL);
}
