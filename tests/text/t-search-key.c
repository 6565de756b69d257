/* What is typed in one script finds what is written in another, and accents do not matter. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/search_key.h"

static void keys_are_the_same_in_all_scripts(void **state)
{
	static const struct {
		const char *text, *typed, *all;
	} rows[] = {
		{"De collega", " de collega", " de collega"},
		{"Ўзбекистон", " ozbekiston", " ozbekiston"},
		{"Oʻzbekiston", " ozbekiston", " ozbekiston zbekiston"},
		{"O'zbekiston", " ozbekiston", " ozbekiston zbekiston"},
		{"l'usine", " lusine", " lusine usine"},
		{"e-mail", " email", " email mail"},
		{"сўз", " soz", " soz"},
		{"ер", " er", " er yer"},
		{"yer", " yer", " yer er"},
		{"ёлка", " yolka", " yolka elka"},
		{"Élève", " eleve", " eleve"},
		{"e\xCC\x81le\xCC\x80ve", " eleve", " eleve"},
		{"Straße, Mädchen", " strasse madchen", " strasse madchen"},
		{"l'œuf", " loeuf", " loeuf oeuf"},
		{"A1 / 24 %", " a1 24", " a1 24"},
		{"", "", ""},
		{" - ' ", "", ""},
		{"\xFF", "", ""},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str typed, all;
		str_init(&typed);
		str_init(&all);
		text_search_key(rows[i].text, false, &typed);
		text_search_key(rows[i].text, true, &all);
		if (strcmp(typed.buf, rows[i].typed) != 0 || strcmp(all.buf, rows[i].all) != 0)
			fail_msg("'%s' is '%s' typed and '%s' in all", rows[i].text, typed.buf, all.buf);
		str_release(&typed);
		str_release(&all);
	}
}

static void what_is_typed_finds_what_is_written(void **state)
{
	static const struct {
		const char *typed, *text;
		bool finds;
	} rows[] = {
		{"coll", "de collega", true},
		{"ollega", "de collega", false},
		{"COLL DE", "de collega", true},
		{"coll het", "de collega", false},
		{"ҳамк", "hamkasb", true},
		{"hamk", "ҳамкасб", true},
		{"yer", "ер", true},
		{"ер", "yer", true},
		{"елка", "ёлка", true},
		{"ёлка", "ёлка", true},
		{"usine", "l’usine", true},
		{"l'us", "l’usine", true},
		{"eleve", "l’élève", true},
		{"élève", "eleve", true},
		{"ozbek", "oʻzbek tili", true},
		{"ўзбек", "oʻzbek tili", true},
		{"oʻzbek", "ўзбек тили", true},
		{"", "de collega", false},
		{" ", "de collega", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str typed, key;
		str_init(&typed);
		str_init(&key);
		text_search_key(rows[i].typed, false, &typed);
		text_search_key(rows[i].text, true, &key);
		if (text_search_fits(key.buf, typed.buf) != rows[i].finds)
			fail_msg("'%s' in '%s' (%s in %s)", rows[i].typed, rows[i].text, typed.buf, key.buf);
		str_release(&typed);
		str_release(&key);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_the_same_in_all_scripts),
		cmocka_unit_test(what_is_typed_finds_what_is_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
