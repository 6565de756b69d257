/* The word table: what is refused and where, what is found, what it changes in a verdict, and how it is made. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/str.h"
#include "learn/grade.h"
#include "learn/word_table.h"
#include "learn/word_table_build.h"

#define HEAD "# safar word table 1\nlanguage\tnl-BE\ndictionary\tnl_NL\t2.20.18\t0123456789abcdef\nwords\t"
static const char sound[] = HEAD "7\n"
	"aan\tc\n"
	"maan\ta\tmaan\n"
	"man\tcn\tman\n"
	"mand\tn\tmand\n"
	"wonen\ts\twonen\n"
	"woonde\tn\twonen\twoonde\n"
	"woont\ta\twonen\n";

static void reads(const char *text, bool good, int line)
{
	struct diag_list d;
	struct word_table t;
	diag_init(&d);
	assert_int_equal(word_table_read(text, strlen(text), "x.tsv", &t, &d), good);
	assert_int_equal(d.errors, !good);
	if (!good && d.items[0].line != line)
		fail_msg("'%s' is found in line %d, should be %d: %s", text, d.items[0].line, line, d.items[0].message);
	diag_release(&d);
}

static void damaged_ones_are_refused(void **state)
{
	(void)state;
	reads(sound, true, 0);
	reads(HEAD "0\n", true, 0);
	reads("", false, 1);
	reads("# safar word table 2\n", false, 1);
	reads("# safar word table 1\nlanguage\n", false, 2);
	reads("# safar word table 1\nlanguage\tnl\ndictionary\n", false, 3);
	reads("# safar word table 1\nlanguage\tnl\ndictionary\tnone\nwords\tmany\n", false, 4);
	reads("# safar word table 1\nlanguage\tnl\ndictionary\tnone\nwords\t999999\n", false, 4);
	reads(HEAD "1\n", false, 5);
	reads(HEAD "1\naan\tc", false, 5);
	reads(HEAD "1\naan\n", false, 5);
	reads(HEAD "1\n\tc\n", false, 5);
	reads(HEAD "1\naan\tz\n", false, 5);
	reads(HEAD "1\naan\tcc\n", false, 5);
	reads(HEAD "1\naan\tca\n", false, 5);
	reads(HEAD "1\naan\tc\t\n", false, 5);
	reads(HEAD "1\naan\tc\t\tx\n", false, 5);
	reads(HEAD "2\nb\tc\na\tc\n", false, 6);
	reads(HEAD "2\na\tc\na\tc\n", false, 6);
	reads(HEAD "1\na\tc\nb\tc\n", false, 6);
	reads(HEAD "2\na\tc\n\xFF\tc\n", false, 6);
	reads(HEAD "2\na\tc\nb\x1B\tc\n", false, 6);
	reads(HEAD "2\na\tc\nb\r\tc\n", false, 6);
}

static void every_row_is_found(void **state)
{
	(void)state;
	struct diag_list d;
	struct word_table t;
	struct table_word w, other;
	diag_init(&d);
	assert_true(word_table_read(sound, strlen(sound), "x.tsv", &t, &d));
	assert_string_equal(t.language, "nl-BE");
	assert_string_equal(t.dictionary, "nl_NL 2.20.18 0123456789abcdef");
	assert_int_equal(strlen(t.hash), 64);
	static const char *const words[] = {"aan", "maan", "man", "mand", "woont", "wonen", "woonde"};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		assert_true(word_table_find(&t, words[i], strlen(words[i]), &w));
	static const char *const others[] = {"", "a", "aa", "aand", "ma", "maand", "woon", "woonden", "z", "a\tc"};
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_false(word_table_find(&t, others[i], strlen(others[i]), &w));
	assert_true(word_table_find(&t, "woont!", 5, &w));
	assert_int_equal(w.flags, WORD_ACCEPTED);
	assert_true(word_table_find(&t, "woonde", 6, &other));
	assert_int_equal(other.flags, WORD_NEAR);
	assert_true(table_word_shares_stem(&w, &other));
	assert_true(word_table_knows_stem(&t, &other));
	assert_true(word_table_find(&t, "mand", 4, &other));
	assert_false(word_table_knows_stem(&t, &other));
	assert_false(table_word_shares_stem(&w, &other));
	diag_release(&d);
}

static enum verdict judged(const char *table, const char *pattern, const char *typed, unsigned *reasons)
{
	static const struct node place = {.kind = NODE_SCALAR, .text = "", .file = "x", .line = 1, .column = 1};
	struct arena a = ARENA_INIT;
	struct diag_list d;
	struct word_table t;
	struct forms f = {.count = 0};
	diag_init(&d);
	assert_true(forms_add(&a, &f, pattern, &place, &d));
	if (table)
		assert_true(word_table_read(table, strlen(table), "x.tsv", &t, &d));
	struct typed_rules rules = {.language = "nl", .table = table ? &t : NULL};
	enum verdict v = typed_judge(&f, typed, &rules, reasons);
	diag_release(&d);
	arena_release(&a);
	return v;
}

/* A real word whose stem is taught is another word; one that nobody means, or that is none, is a slip. */
static void stems_decide(void **state)
{
	(void)state;
	static const char table[] = HEAD "6\n"
		"boek\tas\tboek\n"
		"boeken\tn\tboek\tboeken\n"
		"doek\tpc\tdoek\n"
		"hoeken\tn\thoek\n"
		"kast\ta\tkast\n"
		"kist\ts\tkist\n";
	unsigned reasons;
	assert_int_equal(judged(table, "boek", "doek", &reasons), VERDICT_WRONG);
	assert_int_equal(reasons, 1u << REASON_OTHER_WORD);
	assert_int_equal(judged(table, "boek", "boeken", &reasons), VERDICT_WRONG);
	assert_int_equal(reasons, 1u << REASON_FORM);
	assert_int_equal(judged(table, "boek", "boejk", &reasons), VERDICT_TYPO);
	/* Without a row a word is none, even where an ending of the language's table could be taken off; more than one edit was not asked about. */
	assert_int_equal(judged(table, "kast", "kaste", &reasons), VERDICT_TYPO);
	assert_int_equal(judged(table, "kast", "kasten", &reasons), VERDICT_WRONG);
	assert_int_equal(reasons, 1u << REASON_FORM);
	assert_int_equal(judged(table, "kast", "kust", &reasons), VERDICT_TYPO);
	assert_int_equal(judged(NULL, "kast", "kaste", &reasons), VERDICT_WRONG);
}

static void one_is_made_without_dictionary(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct str x, y;
	struct diag_list d;
	struct word_table t;
	struct table_word w;
	str_init(&x);
	str_init(&y);
	diag_init(&d);
	struct table_words *one = table_words_new(&a, "nl-BE"), *two = table_words_new(&a, "nl-BE");
	assert_null(table_words_new(&a, "xx"));
	table_words_add(one, "Ik werk bij <name>, d'accord!", true);
	table_words_add(one, "Xylofoon 12", false);
	table_words_add(two, "xylofoon.", false);
	table_words_add(two, "Ik WERK bij d'accord 12", true);
	assert_true(table_words_write(one, &x));
	assert_true(table_words_write(two, &y));
	assert_true(word_table_read(x.buf, x.len, "x.tsv", &t, &d));
	assert_string_equal(t.dictionary, "");
	assert_true(word_table_find(&t, "werk", 4, &w));
	assert_true(w.flags & WORD_ACCEPTED);
	assert_true(word_table_find(&t, "xylofoon", 8, &w));
	assert_int_equal(w.flags, WORD_PACK);
	assert_false(word_table_find(&t, "<name>", 6, &w));
	assert_true(word_table_read(y.buf, y.len, "y.tsv", &t, &d));
	diag_release(&d);
	str_release(&y);
	str_release(&x);
	arena_release(&a);
}

/* With the dictionary of the machine, where there is one: the same bytes twice, and the neighbours that a teacher would name. */
static void one_is_made_with_dictionary(void **state)
{
	(void)state;
	struct dictionary *d = dictionary_open("de");
	if (!d)
		skip();
	struct arena a = ARENA_INIT;
	struct str out[2];
	struct diag_list diags;
	struct word_table t;
	struct table_word w;
	diag_init(&diags);
	for (int i = 0; i < 2; i++) {
		str_init(&out[i]);
		struct table_words *words = table_words_new(&a, "de");
		table_words_add(words, i ? "Der Tisch steht." : "der Tisch", true);
		table_words_add(words, "Fisch", false);
		table_words_add(words, "Handschuh", true);
		table_words_add(words, i ? "der Tisch" : "steht", true);
		table_words_look_up(words, d);
		assert_true(table_words_write(words, &out[i]));
	}
	assert_true(strcmp(out[0].buf, out[1].buf) == 0);
	assert_true(word_table_read(out[0].buf, out[0].len, "x.tsv", &t, &diags));
	assert_true(strncmp(t.dictionary, "de_DE ", 6) == 0);
	assert_true(word_table_find(&t, "tische", 6, &w));
	assert_true(w.flags & WORD_NEAR);
	assert_true(word_table_find(&t, "fisch", 5, &w));
	assert_false(word_table_find(&t, "tisxh", 5, &w));
	assert_true(word_table_find(&t, "handschuh", 9, &w));
	assert_false(word_table_find(&t, "sandschuh", 9, &w));
	for (int i = 0; i < 2; i++)
		str_release(&out[i]);
	diag_release(&diags);
	arena_release(&a);
	dictionary_close(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(damaged_ones_are_refused),
		cmocka_unit_test(every_row_is_found),
		cmocka_unit_test(stems_decide),
		cmocka_unit_test(one_is_made_without_dictionary),
		cmocka_unit_test(one_is_made_with_dictionary),
	};
	return cmocka_run_group_tests_name("word-table", tests, NULL, NULL);
}
