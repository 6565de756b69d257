/* Clusters, columns and lines, by hand-made tables and against ICU's own iterators on random texts. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "core/random.h"
#include "core/str.h"
#include "text/cluster.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void one_cluster_at_a_time(void **state)
{
	(void)state;
	static const struct {
		const char *text; /* one cluster */
		int width;
	} table[] = {
		{"a", 1}, {" ", 1}, {"é", 1}, {"e\u0301", 1}, {"ў", 1}, {"и\u0306", 1}, {"ʻ", 1}, {"█", 1}, {"░", 1},
		{"▸", 1}, {"✓", 1}, {"≈", 1}, {"…", 1}, {"€", 1}, {"日", 2}, {"가", 2}, {"\u1100\u1161\u11A8", 2},
		{"ａ", 2}, {"ｱ", 1}, {"😀", 2}, {"👍🏽", 2}, {"👩‍🔧", 2}, {"👨‍👩‍👧‍👦", 2}, {"🇧🇪", 2}, {"🇧", 1},
		{"☺\uFE0F", 2}, {"☺", 1}, {"1\uFE0F\u20E3", 2}, {"⚑", 1}, {"✋", 2}, {"\u0301", 0}, {"\u200B", 0},
		{"\uFEFF", 0}, {"\n", 0}, {"\t", 0}, {"\r\n", 0}, {"\177", 0}, {"\xC2\x85", 0}, {"\xFF", 1}, {"\uFFFD", 1},
		{"q\u0301\u0302\u0303\u0304", 1}, {"\u0BA8\u0BBF", 1},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		const char *text = table[i].text;
		size_t n = strlen(text);
		assert_int_equal(cluster_next(text), n);
		assert_int_equal(cluster_prev(text, n), n);
		assert_int_equal(cluster_width(text, n), table[i].width);
		assert_int_equal(text_width(text), table[i].width);
		assert_int_equal(text_clusters(text), 1);
	}
	assert_int_equal(cluster_next(""), 0);
	assert_int_equal(cluster_prev("", 0), 0);
	assert_int_equal(cluster_width("", 0), 0);
	assert_int_equal(text_width("Oʻzbekcha 日本 👩‍🔧"), 9 + 1 + 4 + 1 + 2);
	assert_int_equal(text_clusters("🇧🇪🇳🇱🇫"), 3);
}

static void towers_of_marks_are_cut(void **state)
{
	(void)state;
	struct str s;
	str_init(&s);
	str_add(&s, "a");
	for (int i = 0; i < 10000; i++)
		str_add(&s, "\u0301");
	size_t total = 0, count = 0;
	for (size_t n; (n = cluster_next(s.buf + total)) > 0; total += n) {
		assert_true(n <= 64);
		count++;
	}
	assert_int_equal(total, s.len);
	assert_int_equal(count, text_clusters(s.buf));
	assert_int_equal(text_width(s.buf), 1);
	assert_int_equal(cluster_prev(s.buf, s.len), s.len - 63 - 64 * ((s.len - 63) / 64));
	str_release(&s);
}

static void texts_are_clipped_at_clusters(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int columns;
		const char *clipped;
		size_t fit;
		int used;
	} table[] = {
		{"", 0, "", 0, 0},         {"abc", 0, "", 0, 0},       {"abc", 1, "…", 1, 1},
		{"abc", 3, "abc", 3, 3},   {"abcd", 3, "ab…", 3, 3},   {"日本", 3, "日…", 3, 2},
		{"日本", 4, "日本", 6, 4}, {"日本", 2, "…", 3, 2},     {"e\u0301le\u0300ve", 3, "e\u0301l…", 7, 3},
		{"ab cd", 4, "ab…", 4, 4}, {"abc", -1, "", 0, 0},      {"👩‍🔧👩‍🔧", 3, "👩‍🔧…", 11, 2},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		char *clipped = text_clip_dup(table[i].text, table[i].columns);
		int used;
		assert_string_equal(clipped, table[i].clipped);
		assert_int_equal(text_fit(table[i].text, table[i].columns, &used), table[i].fit);
		assert_int_equal(used, table[i].used);
		free(clipped);
	}
}

/* Lines joined by '|', each with its columns. */
static char *lines_of(const char *text, int columns)
{
	struct str out;
	str_init(&out);
	int used;
	for (size_t n; (n = text_wrap(text, columns, &used)) > 0; text += n) {
		str_addn(&out, text, n);
		str_addf(&out, "%d|", used);
	}
	return str_steal(&out);
}

static void lines_break_where_readers_expect(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int columns;
		const char *lines;
	} table[] = {
		{"", 10, ""},
		{"one two three", 20, "one two three13|"},
		{"one two three", 7, "one two 7|three5|"},
		{"one two three", 6, "one 3|two 3|three5|"},
		{"one  two", 3, "one  3|two3|"},
		{"a\nb", 10, "a\n1|b1|"},
		{"a\n\nb\n", 10, "a\n1|\n0|b\n1|"},
		{"abc  \nd", 3, "abc  \n3|d1|"},
		{"abcdefgh", 3, "abc3|def3|gh2|"},
		{"ab abcdefgh", 4, "ab 2|abcd4|efgh4|"},
		{"Comment ça va ?", 13, "Comment ça 10|va ?4|"},
		{"well-known fact", 6, "well-5|known 5|fact4|"},
		{"pay -5 euro", 5, "pay 3|-5 2|euro4|"},
		{"€ 2.111,89 bruto", 8, "€ 1|2.111,89 8|bruto5|"},
		{"(ab) (cd)", 5, "(ab) 4|(cd)4|"},
		{"日本語テキスト", 5, "日本4|語テ4|キス4|ト2|"},
		{"Oʻzbekistonda oʻqish", 14, "Oʻzbekistonda 13|oʻqish6|"},
		{"Ўзбекистонда ўқиш", 13, "Ўзбекистонда 12|ўқиш4|"},
		{"e\u0301 e\u0301", 1, "e\u0301 1|e\u03011|"},
		{"日", 1, "日2|"},
		{"a\u00A0b c", 3, "a\u00A0b 3|c1|"},
		{"   a", 10, "   a4|"},
		{"👩‍🔧👩‍🔧", 3, "👩‍🔧2|👩‍🔧2|"},
	};
	for (size_t i = 0; i < COUNT(table); i++) {
		char *lines = lines_of(table[i].text, table[i].columns);
		assert_string_equal(lines, table[i].lines);
		free(lines);
	}
}

/* Random texts of pieces that meet in every way. The Indic conjuncts are left out: versions of ICU differ about them. */
static char *random_text(struct rng *r, size_t pieces)
{
	static const char *const alphabet[] = {
		"a", "b", "Z", "é", "e\u0301", "\u0308", "ў", "ʻ", "ʼ", "'", "’", " ", " ", " ", "  ", "-", "–", "—", "/", ".",
		",", ":", "!", "?", "(", ")", "[", "]", "\"", "«", "»", "“", "1", "23", "%", "€", "$", "\u00A0", "\u200B",
		"\u2060", "\u200D", "日", "本", "。", "가", "\u1100", "\u1161", "\u11A8", "😀", "👩", "🔧", "🏽", "\uFE0F", "🇧",
		"🇪", "…", "=", "+", "\\", "ก", "า", "א", "\u00AD", "1.5", "word", "слово", "\u0600", "\u0903",
	};
	struct str s;
	str_init(&s);
	for (size_t i = 0; i < pieces; i++)
		str_add(&s, alphabet[rng_below(r, COUNT(alphabet))]);
	return str_steal(&s);
}

static UBreakIterator *iterator(UBreakIteratorType type, UText *window, const char *text)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *it = ubrk_open(type, "en", NULL, 0, &status);
	utext_openUTF8(window, text, -1, &status);
	ubrk_setUText(it, window, &status);
	assert_true(U_SUCCESS(status));
	return it;
}

static void clusters_are_those_of_icu(void **state)
{
	(void)state;
	struct rng r = {20261123};
	for (int round = 0; round < 400; round++) {
		char *text = random_text(&r, 1 + (size_t)rng_below(&r, 30));
		UText window = UTEXT_INITIALIZER;
		UBreakIterator *it = iterator(UBRK_CHARACTER, &window, text);
		size_t at = 0;
		for (int32_t end = ubrk_next(it); end != UBRK_DONE; end = ubrk_next(it)) {
			if ((size_t)end - at > 64) /* a tower: ours is cut */
				break;
			assert_int_equal(at + cluster_next(text + at), end);
			assert_int_equal(cluster_prev(text, (size_t)end), (size_t)end - at);
			at = (size_t)end;
		}
		ubrk_close(it);
		utext_close(&window);
		free(text);
	}
}

/* Columns up to `n` without trailing spaces. */
static int columns_of(const char *text, size_t n)
{
	int columns = 0, inked = 0;
	for (size_t at = 0; at < n; at += cluster_next(text + at)) {
		columns += cluster_width(text + at, cluster_next(text + at));
		if (cluster_next(text + at) > 1 || text[at] != ' ')
			inked = columns;
	}
	return inked;
}

/* Each line ends at the last place where ICU, looking at the whole text, allows it; where there is none, no cluster more would fit. */
static void lines_are_those_of_icu(void **state)
{
	(void)state;
	struct rng r = {42};
	for (int round = 0; round < 400; round++) {
		char *text = random_text(&r, 1 + (size_t)rng_below(&r, 60));
		int columns = 2 + (int)rng_below(&r, 20);
		UText window = UTEXT_INITIALIZER;
		int used;
		size_t at = 0;
		for (size_t n; (n = text_wrap(text + at, columns, &used)) > 0; at += n) {
			UBreakIterator *it = iterator(UBRK_LINE, &window, text + at);
			size_t best = 0, total = strlen(text + at), one = 0;
			for (size_t end = 0; end < total;) {
				size_t len = cluster_next(text + at + end);
				end += len;
				if (columns_of(text + at, end) > columns)
					break;
				one = end;
				if (end == total || ubrk_isBoundary(it, (int32_t)end))
					best = end;
			}
			assert_int_equal(used, columns_of(text + at, n));
			assert_true(used <= columns);
			assert_int_equal(n, best ? best : one ? one : cluster_next(text + at));
			ubrk_close(it);
		}
		assert_int_equal(at, strlen(text));
		utext_close(&window);
		free(text);
	}
}

static void long_texts_are_wrapped_in_linear_time(void **state)
{
	(void)state;
	enum { MANY = 100000 };
	static const char *const pieces[] = {"a", "ab ", " ", "é-", "日", "\u0301", "\u200B", "(", "! ", "👩\u200D", "x\n", "\xFF", "a  !"};
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct str s;
		str_init(&s);
		for (int k = 0; k < MANY; k++)
			str_add(&s, pieces[i]);
		size_t at = 0;
		int used;
		for (size_t n; (n = text_wrap(s.buf + at, 74, &used)) > 0; at += n)
			assert_true(used <= 74);
		assert_int_equal(at, s.len);
		str_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_cluster_at_a_time),
		cmocka_unit_test(towers_of_marks_are_cut),
		cmocka_unit_test(texts_are_clipped_at_clusters),
		cmocka_unit_test(lines_break_where_readers_expect),
		cmocka_unit_test(clusters_are_those_of_icu),
		cmocka_unit_test(lines_are_those_of_icu),
		cmocka_unit_test(long_texts_are_wrapped_in_linear_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
