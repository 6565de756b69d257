/* Drills made from words and phrases, rule by rule on a small vocabulary. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "learn/drill.h"
#include "samples.h"

static const char *describe(struct arena *a, const struct drill *d, uint64_t seed)
{
	struct str s;
	struct form f;
	str_init(&s);
	item_form(d->item, a, &words_source, seed, &f);
	str_addf(&s, "%s", drill_name(d->kind));
	for (size_t i = 0; i < f.count; i++) {
		const struct form_part *p = &f.parts[i];
		str_addf(&s, "\n%s", p->text ? p->text : "");
		for (size_t k = 0; k < p->option_count; k++)
			str_addf(&s, "|%d %s", p->keys[k], p->options[k]);
		for (size_t k = 0; k < p->left_count; k++)
			str_addf(&s, "<%s", p->lefts[k]);
	}
	const char *text = arena_strndup(a, s.buf, s.len);
	str_release(&s);
	return text;
}

/* --- a small vocabulary, to see the rules one by one ----------------------- */

static const char unit_text[] =
	"id: u\ntitle: T\ncan-do: [C]\nminutes: 5\nparts:\n"
	"- words:\n    id: w\n    list:\n"
	"    - {id: baas, term: de baas, pos: noun, means: boss}\n"
	"    - {id: chef, term: de chef, pos: noun, means: 'boss, chief'}\n"
	"    - {id: man, term: de man, pos: noun, means: man}\n"
	"    - {id: maan, term: de maan, pos: noun, means: moon}\n"
	"    - {id: u, term: u, pos: pronoun, means: you (formal)}\n"
	"    - {id: je, term: je, pos: pronoun, means: you (informal)}\n"
	"    - {id: werken, term: werken, pos: verb, means: to work, example: Ik werk in Gent., example-means: I work in Ghent.}\n"
	"    - {id: boek, term: het boek, pos: noun, means: book}\n"
	"    - {id: kassier, term: 'de kassier, de kassierster', pos: noun, means: cashier}\n"
	"- phrases:\n    id: p\n    list:\n"
	"    - {id: heet, say: ['Ik heet <name>.', 'Mijn naam is <name>.'], means: My name is \\<name>.}\n"
	"    - {id: woon, say: 'Ik woon in <town>.', means: I live in \\<town>.}\n";

static void begin_small(struct vocabulary *v, struct arena *a, const char *name)
{
	struct diag_list d;
	diag_init(&d);
	const struct unit *u = unit_parse(a, node_of(a, unit_text, &d), "nl-BE", false, &d);
	assert_non_null(u);
	struct own_data own = {.name = name};
	vocabulary_begin(v, "nl-BE", &own);
	vocabulary_add(v, "p", u, &words_source);
	vocabulary_finish(v);
	diag_release(&d);
}

static size_t at(const struct vocabulary *v, const char *id)
{
	char path[64] = "p/u/";
	strcat(path, id);
	size_t i = vocabulary_find(v, path);
	assert_true(i != SIZE_MAX);
	return i;
}

static void words_that_mean_the_same_are_no_options_of_each_other(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct vocabulary v;
	begin_small(&v, &a, NULL);
	assert_true(vocabulary_alike(&v, at(&v, "baas"), at(&v, "chef")));
	assert_true(vocabulary_alike(&v, at(&v, "u"), at(&v, "je")));
	assert_false(vocabulary_alike(&v, at(&v, "man"), at(&v, "maan")));
	assert_true(vocabulary_same(&v, at(&v, "baas"), at(&v, "chef")));
	assert_false(vocabulary_same(&v, at(&v, "u"), at(&v, "je")));
	size_t baas = at(&v, "baas");
	for (uint64_t seed = 0; seed < 50; seed++) {
		struct drill d;
		drill_make(&a, &v, DRILL_CHOOSE, &baas, 1, seed, &d);
		assert_null(strstr(describe(&a, &d, seed), "chef"));
	}
	struct drill d;
	size_t man = at(&v, "man");
	drill_make(&a, &v, DRILL_CHOOSE, &man, 1, 5, &d);
	assert_non_null(strstr(describe(&a, &d, 5), "de maan")); /* the one that fools */
	size_t all[] = {baas, at(&v, "chef"), at(&v, "man"), at(&v, "maan"), at(&v, "boek")};
	drill_make(&a, &v, DRILL_MATCH, all, 5, 1, &d);
	assert_int_equal(d.kind, DRILL_MATCH);
	assert_int_equal(d.count, 4);
	drill_make(&a, &v, DRILL_MATCH, all, 4, 1, &d); /* only three are left */
	assert_int_equal(d.kind, DRILL_RECOGNISE);
	vocabulary_release(&v);
	arena_release(&a);
}

static enum verdict typed(struct arena *a, const struct drill *d, const char *text)
{
	const char *given[] = {text};
	struct response r = {.kind = FORM_GAPS, .typed = given, .typed_count = 1};
	struct grade g;
	item_grade(d->item, a, &r, &g);
	return g.verdict;
}

static void what_means_the_same_is_accepted_when_typed(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct vocabulary v;
	struct drill d;
	begin_small(&v, &a, NULL);
	size_t baas = at(&v, "baas"), u = at(&v, "u");
	drill_make(&a, &v, DRILL_TYPE, &baas, 1, 1, &d);
	assert_int_equal(typed(&a, &d, "de baas"), VERDICT_OK);
	assert_int_equal(typed(&a, &d, "de chef"), VERDICT_OK);
	assert_int_equal(typed(&a, &d, "baas"), VERDICT_NOTE);
	assert_int_equal(typed(&a, &d, "het baas"), VERDICT_WRONG);
	drill_make(&a, &v, DRILL_TYPE, &u, 1, 1, &d);
	assert_int_equal(typed(&a, &d, "je"), VERDICT_WRONG);
	/* either of the two that the word list names */
	size_t kassier = at(&v, "kassier");
	drill_make(&a, &v, DRILL_TYPE, &kassier, 1, 1, &d);
	assert_int_equal(typed(&a, &d, "de kassier"), VERDICT_OK);
	assert_int_equal(typed(&a, &d, "de kassierster"), VERDICT_OK);
	assert_int_equal(typed(&a, &d, "de kassier, de kassierster"), VERDICT_OK);
	assert_int_equal(typed(&a, &d, "kassierster"), VERDICT_NOTE);
	vocabulary_release(&v);
	arena_release(&a);
}

static void ones_own_name_is_shown_and_any_is_accepted(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct vocabulary v;
	struct drill d;
	struct grade g = {.verdict = VERDICT_WRONG};
	struct feedback f;
	begin_small(&v, &a, "Aziza");
	size_t heet = at(&v, "heet"), woon = at(&v, "woon");
	drill_make(&a, &v, DRILL_TYPE, &heet, 1, 1, &d);
	assert_non_null(strstr(describe(&a, &d, 1), "My name is Aziza."));
	assert_int_equal(typed(&a, &d, "Ik heet Aziza"), VERDICT_OK);
	assert_true(verdict_accepted(typed(&a, &d, "Mijn naam is Botir")));
	drill_feedback(&v, &d, &a, &g, &f);
	assert_string_equal(f.right, "`Ik heet Aziza.`");
	drill_make(&a, &v, DRILL_TYPE, &woon, 1, 1, &d);
	assert_true(verdict_accepted(typed(&a, &d, "ik woon in Namangan")));
	drill_feedback(&v, &d, &a, &g, &f);
	assert_string_equal(f.right, "`Ik woon in ….`");
	drill_make(&a, &v, DRILL_BANK, &heet, 1, 1, &d);
	assert_int_equal(d.kind, DRILL_BANK);
	assert_non_null(strstr(describe(&a, &d, 1), "`Aziza.`"));
	vocabulary_release(&v);
	arena_release(&a);
}

static void a_typed_drill_has_a_hint(void **state)
{
	(void)state;
	static const struct {
		const char *id, *hint;
	} rows[] = {{"baas", "It begins so: `de b…`"}, {"werken", "It begins so: `w…`"}, {"heet", "It begins so: `Ik…`"}, {"je", "It begins so: `j…`"}};
	struct arena a = ARENA_INIT;
	struct vocabulary v;
	begin_small(&v, &a, NULL);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t entry = at(&v, rows[i].id);
		struct drill d;
		struct form f;
		drill_make(&a, &v, DRILL_TYPE, &entry, 1, 1, &d);
		item_form(d.item, &a, &words_source, 1, &f);
		assert_string_equal(f.hint, rows[i].hint);
	}
	vocabulary_release(&v);
	arena_release(&a);
}

static void names_and_strength(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct vocabulary v;
	enum drill_kind k;
	for (int i = 0; i < DRILL_KINDS; i++) {
		assert_true(drill_from(drill_name((enum drill_kind)i), &k));
		assert_int_equal(k, i);
	}
	assert_false(drill_from("card", &k));
	assert_string_equal(drill_direction(DRILL_MATCH), "recognise");
	assert_string_equal(drill_direction(DRILL_CHOOSE), "recognise");
	assert_string_equal(drill_direction(DRILL_BANK), "produce");
	begin_small(&v, &a, NULL);
	size_t werken = at(&v, "werken"), baas = at(&v, "baas");
	static const double days[] = {0, 2.3, 11, 46};
	static const enum drill_kind with[] = {DRILL_RECOGNISE, DRILL_CHOOSE, DRILL_BANK, DRILL_TYPE},
				     without[] = {DRILL_RECOGNISE, DRILL_CHOOSE, DRILL_TYPE, DRILL_TYPE};
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(drill_for_stability(&v, werken, days[i]), with[i]);
		assert_int_equal(drill_for_stability(&v, baas, days[i]), without[i]);
	}
	vocabulary_release(&v);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_that_mean_the_same_are_no_options_of_each_other),
		cmocka_unit_test(what_means_the_same_is_accepted_when_typed),
		cmocka_unit_test(ones_own_name_is_shown_and_any_is_accepted),
		cmocka_unit_test(a_typed_drill_has_a_hint),
		cmocka_unit_test(names_and_strength),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
