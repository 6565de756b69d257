/* Uzbek Latin to Cyrillic: the word list beside this file, and what must stay as it is; names for the passport's line. */
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

#include "core/str.h"
#include "text/norm.h"
#include "text/script.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct pair {
	const char *from, *to;
};

static void expect(char *(*function)(const char *), const struct pair *table, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *got = function(table[i].from);
		assert_string_equal(got, table[i].to);
		free(got);
	}
}

static FILE *open_pairs(void)
{
	const char *top = getenv("top_srcdir");
	char path[4096];
	snprintf(path, sizeof(path), "%s/tests/text/uz-cyrillic-pairs.tsv", top ? top : ".");
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	return f;
}

/* The word with each of its apostrophes written `as`. */
static char *with_apostrophe_dup(const char *word, const char *as)
{
	struct str out;
	str_init(&out);
	while (*word) {
		bool apostrophe = str_starts(word, "ʻ") || str_starts(word, "ʼ");
		size_t n = apostrophe ? strlen("ʻ") : 1;
		if (apostrophe)
			str_add(&out, as);
		else
			str_addn(&out, word, n);
		word += n;
	}
	return str_steal(&out);
}

static void words_are_those_of_the_list(void **state)
{
	(void)state;
	FILE *f = open_pairs();
	char line[256];
	int count = 0, wrong = 0;
	while (fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = '\0';
		char *cyrillic = strchr(line, '\t');
		if (line[0] == '#' || !cyrillic)
			continue;
		*cyrillic++ = '\0';
		static const char *const spellings[] = {"ʻ", "ʼ", "‘", "’", "'", "`"};
		for (size_t i = 0; i < COUNT(spellings); i++) {
			char *word = with_apostrophe_dup(line, spellings[i]), *got = script_uz_cyrillic_dup(word);
			if (strcmp(got, cyrillic) != 0) {
				print_error("%s: %s, not %s\n", word, got, cyrillic);
				wrong++;
			}
			free(got);
			free(word);
		}
		count++;
	}
	fclose(f);
	assert_true(count >= 300);
	assert_int_equal(wrong, 0);
}

static void what_is_marked_stays(void **state)
{
	(void)state;
	static const struct pair table[] = {
		{"", ""},
		{"Enter tugmasini bosing", "Enter тугмасини босинг"},
		{"Enterni bosing, Esc – orqaga", "Enterни босинг, Esc – орқага"},
		{"Endi F1 yoki Ctrl+C ni bosing", "Энди F1 ёки Ctrl+C ни босинг"},
		{"Shift+Tab bilan", "Shift+Tab билан"},
		{"`de collega` – hamkasb", "`de collega` – ҳамкасб"},
		{"`het`ni oʻrganing", "`het`ни ўрганинг"},
		{"Bo`lim: `les` so`zi", "Бўлим: `les` сўзи"},
		{"Eng kam ish haqi {fact:minimum-wage-month}.", "Энг кам иш ҳақи {fact:minimum-wage-month}."},
		{"Mening ismim <name>.", "Менинг исмим <name>."},
		{"%d ta soʻz", "%d та сўз"},
		{"%s dan %zu ta, %1$s, %5.1f%%", "%s дан %zu та, %1$s, %5.1f%%"},
		{"%dta soʻz", "%dта сўз"},
		{"%<PRIu64> soʻz", "%<PRIu64> сўз"},
		{"13,07 % dan 20%dan", "13,07 % дан 20%дан"},
		{"www.vdab.be saytida", "www.vdab.be сайтида"},
		{"https://fairworkbelgium.be/nl, ish@vdab.be", "https://fairworkbelgium.be/nl, ish@vdab.be"},
		{"fairworkbelgium.be. Saytda", "fairworkbelgium.be. Сайтда"},
		{"Keldi.Ketdi", "Келди.Кетди"},
		{"--plain va SAFAR_STORE, /var/lib/safar/safar.db", "--plain ва SAFAR_STORE, /var/lib/safar/safar.db"},
		{"XXI asr, II bob, I bosqich", "XXI аср, II боб, I босқич"},
		{"V. Karimov, M. Aliyev", "В. Каримов, М. Алиев"},
		{"A1 daraja, B2", "A1 даража, B2"},
		{"80x24", "80x24"},
		{"Excel va CSV, PDF faylda", "Excel ва CSV, PDF файлда"},
		{"PIN kod, QR-kod", "ПИН код, QR-код"},
		{"Wallonie, café", "Wallonie, café"},
		{"Allaqachon кирилл", "Аллақачон кирилл"},
		{"2026-yil 26-noyabr, 1-sentabrdan 5-maygacha", "2026 йил 26 ноябрь, 1 сентябрдан 5 майгача"},
		{"5-sinf, 3-maydon", "5-синф, 3-майдон"},
		{"‘Salom’ va 'tog'", "‘Салом’ ва 'тог'"},
		{"«E, keling!» (eshik)", "«Э, келинг!» (эшик)"},
		{"manʼ etiladi", "манъ этилади"},
		{"Ikki `ochiq belgi", "Икки `очиқ белги"},
		{"{ochiq", "{очиқ"},
		{"o\u0301lim", "ólim"},
		{"\xFFmen", "\uFFFDмен"},
	};
	expect(script_uz_cyrillic_dup, table, COUNT(table));
}

static void long_texts_are_no_burden(void **state)
{
	(void)state;
	static const char *const pieces[] = {"rolmimimi", "`a", "oʻ", "{", "%", "Enter", "a.b", "ts", "'", "I"};
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct str s;
		str_init(&s);
		for (int k = 0; k < 3000; k++)
			str_add(&s, pieces[i]);
		char *got = script_uz_cyrillic_dup(s.buf);
		assert_true(text_valid(got, strlen(got), NULL));
		free(got);
		str_release(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_those_of_the_list),
		cmocka_unit_test(what_is_marked_stays),
		cmocka_unit_test(long_texts_are_no_burden),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
