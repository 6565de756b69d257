/* Forms of answers, their comparison, and the one line that a response is in the log. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/str.h"
#include "learn/form.h"
#include "learn/forms.h"
#include "learn/grade.h"

static const struct node place = {.kind = NODE_SCALAR, .text = "", .file = "x.yaml", .line = 3, .column = 5};

/* The forms of a pattern as "a / b / c". */
static const char *forms_of(struct arena *a, const char *pattern)
{
	struct diag_list d;
	diag_init(&d);
	struct forms f = {.count = 0};
	bool sound = forms_add(a, &f, pattern, &place, &d);
	assert_int_equal(sound, d.errors == 0);
	struct str s;
	str_init(&s);
	for (size_t i = 0; i < f.count; i++)
		str_addf(&s, i ? " / %s" : "%s", f.shown[i]);
	const char *text = sound ? arena_strndup(a, s.buf, s.len) : NULL;
	str_release(&s);
	diag_release(&d);
	return text;
}

static void patterns_expand(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *forms;
	} rows[] = {
		{"de collega", "de collega"},
		{"Hoe gaat het (met u)?", "Hoe gaat het met u? / Hoe gaat het?"},
		{"[Hoe|En hoe] is het?", "Hoe is het? / En hoe is het?"},
		{"(de) achternaam", "de achternaam / achternaam"},
		{"woon|werk", "woon / werk"},
		{"[Dag|Hoi], (jij|Piet)!", "Dag, jij! / Hoi, jij! / Dag, Piet! / Hoi, Piet! / Dag,! / Hoi,!"},
		{"a [b (c|d)|e]", "a b c / a b d / a b / a e"},
		{"A demain !", "A demain !"},
		{"tot (later) !", "tot later ! / tot !"},
		{"  twee   woorden ", "twee woorden"},
		{"\\(ja\\) \\| nee\\\\", "(ja) | nee\\"},
		{"ja|Ja!|JA", "ja"},
		{"a(b(c))", "abc / ab / a"},
		{"[a]", "a"},
		{"3,20 euro", "3,20 euro"},
		{"", NULL},
		{"a||b", NULL},
		{"(a)", NULL},
		{"a(", NULL},
		{"a)", NULL},
		{"[a|b", NULL},
		{"[a)", NULL},
		{"a\\", NULL},
		{"a\\b", NULL},
		{"`a`", NULL},
		{"…", NULL},
		{"€", NULL},
	};
	struct arena a = ARENA_INIT;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *forms = forms_of(&a, rows[i].pattern);
		if (!str_eq(forms, rows[i].forms))
			fail_msg("'%s' gives %s", rows[i].pattern, forms ? forms : "a fault");
	}
	arena_release(&a);
}

static void patterns_have_limits(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	struct forms f = {.count = 0};
	assert_true(forms_add(&a, &f, "(a)(b)(c)(d)(e)(f)(g)(h)i", &place, &d));
	assert_int_equal(f.count, 256);
	assert_true(forms_add(&a, &f, "(j)(k)(l)(m)(n)(o)(p)(q)r", &place, &d));
	assert_int_equal(f.count, FORMS_MAX);
	assert_false(forms_add(&a, &f, "s", &place, &d));
	f = (struct forms){.count = 0};
	assert_false(forms_add(&a, &f, "((((((((((a)b)c)d)e)f)g)h)i)j)k", &place, &d));
	char longer[FORM_BYTES_MAX + 2];
	memset(longer, 'x', sizeof(longer));
	longer[sizeof(longer) - 1] = '\0';
	assert_false(forms_add(&a, &f, longer, &place, &d));
	longer[sizeof(longer) - 2] = '\0';
	assert_true(forms_add(&a, &f, longer, &place, &d));
	for (size_t i = 0; i < d.count; i++) {
		assert_int_equal(d.items[i].line, 3);
		assert_non_null(d.items[i].cure);
	}
	diag_release(&d);
	arena_release(&a);
}

static void letters_of_every_script_count(void **state)
{
	(void)state;
	static const char *const with[] = {"a", "7", "é", "ë!", "ж", "Ў", "ʻo", "漢", "– x", "ĳ"};
	static const char *const without[] = {"", "!", "…", "–", "« »", "€", "×", "’", "？"};
	for (size_t i = 0; i < sizeof(with) / sizeof(with[0]); i++)
		assert_true(answer_has_letter(with[i]));
	for (size_t i = 0; i < sizeof(without) / sizeof(without[0]); i++)
		assert_false(answer_has_letter(without[i]));
}

static void typed_answers_are_compared_kindly(void **state)
{
	(void)state;
	static const struct {
		const char *language, *pattern, *typed;
		enum verdict v;
		unsigned reasons;
	} rows[] = {
		{"nl", "Mijn naam is Aziza.", "mijn naam is aziza", VERDICT_OK, 0},
		{"fr-BE", "l'usine", "l’usine", VERDICT_OK, 0},
		{"nl-BE", "ijs", "ĳs", VERDICT_OK, 0},
		{"fr", "départ", "de\xCC\x81part", VERDICT_OK, 0},
		{"nl", "Het kost 3,20 euro.", "het kost 3,20 euro", VERDICT_OK, 0},
		{"nl", "Het kost 3,20 euro.", "Het kost 320 euro.", VERDICT_WRONG, 1u << REASON_OTHER_WORD},
		{"nl", "de tafel", "het tafel", VERDICT_WRONG, 1u << REASON_ARTICLE},
		{"nl", "goedemiddag", "", VERDICT_EMPTY, 0},
		{"nl", "goedemiddag", "  … ", VERDICT_EMPTY, 0},
		{"nl", "goedemiddag", "\xFF", VERDICT_WRONG, 0},
		/* what a keyboard lacks */
		{"nl", "geïnteresseerd", "geinteresseerd", VERDICT_NOTE, 1u << REASON_ACCENT},
		{"fr", "l'élève", "l'eleve", VERDICT_NOTE, 1u << REASON_ACCENT},
		{"fr-BE", "la sœur", "la soeur", VERDICT_NOTE, 1u << REASON_SPELLING},
		{"fr", "moelleux", "mœlleux", VERDICT_TYPO, 1u << REASON_TYPO},
		{"fr", "ça va", "ca va", VERDICT_NOTE, 1u << REASON_ACCENT},
		{"de", "groß", "gross", VERDICT_NOTE, 1u << REASON_SPELLING},
		{"de-BE", "die Größe", "die Groesse", VERDICT_NOTE, 1u << REASON_SPELLING},
		{"de", "über", "uber", VERDICT_TYPO, 1u << REASON_ACCENT},
		{"de", "schon", "schön", VERDICT_WRONG, 1u << REASON_OTHER_WORD},
		{"ru", "ёлка", "елка", VERDICT_NOTE, 1u << REASON_ACCENT},
	};
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct forms f = {.count = 0};
		struct typed_rules rules = {.language = rows[i].language};
		unsigned reasons = 7;
		assert_true(forms_add(&a, &f, rows[i].pattern, &place, &d));
		if (typed_judge(&f, rows[i].typed, &rules, &reasons) != rows[i].v)
			fail_msg("'%s' for '%s' is not %s", rows[i].typed, rows[i].pattern, verdict_name(rows[i].v));
		assert_int_equal(reasons, rows[i].reasons);
	}
	struct typed_rules rules = {.language = "nl"};
	struct forms f = {.count = 0};
	unsigned reasons;
	assert_true(forms_add(&a, &f, "ja", &place, &d));
	char *flood = arena_alloc(&a, 1 << 20);
	memset(flood, ' ', (1 << 20) - 1);
	memcpy(flood, "ja", 2);
	assert_int_equal(typed_judge(&f, flood, &rules, &reasons), VERDICT_WRONG);
	diag_release(&d);
	arena_release(&a);
}

static void names_go_both_ways(void **state)
{
	(void)state;
	for (int i = VERDICT_OK; i <= VERDICT_SEEN; i++) {
		enum verdict v;
		assert_true(verdict_from(verdict_name((enum verdict)i), &v));
		assert_int_equal(v, i);
		assert_int_equal(verdict_accepted(v), i <= VERDICT_TYPO);
	}
	enum verdict v;
	assert_false(verdict_from("fine", &v));
	for (int i = 0; i < REASON_COUNT; i++)
		for (int j = 0; j < i; j++)
			assert_string_not_equal(reason_name((enum reason)i), reason_name((enum reason)j));
}

static void responses_round_trip(void **state)
{
	(void)state;
	static const struct {
		enum form_part_kind kind;
		const char *text;
		bool sound;
	} rows[] = {
		{FORM_CHOICE, "2", true},	 {FORM_CHOICE, "0,2", true},	 {FORM_CHOICE, "", true},
		{FORM_CHOICE, "2,0", false},	 {FORM_CHOICE, "1,1", false},	 {FORM_CHOICE, "-1", false},
		{FORM_CHOICE, "0,", false},	 {FORM_CHOICE, ",0", false},	 {FORM_CHOICE, "64", false},
		{FORM_CHOICE, "063", false},	 {FORM_CHOICE, "999999999999", false}, {FORM_CHOICE, " 1", false},
		{FORM_CHOICE, "63", true},	 {FORM_ORDER, "3,0,1", true},	 {FORM_ORDER, "3,0,3", false},
		{FORM_ORDER, "-1", false},	 {FORM_PAIR, "1,-1,0", true},	 {FORM_PAIR, "-2", false},
		{FORM_PAIR, "0,0", true},	 {FORM_PAIR, "--1", false},	 {FORM_GAPS, "", true},
		{FORM_GAPS, "ik ben", true},	 {FORM_GAPS, "a\x1F" "b\x1F", true}, {FORM_GAPS, "\x1F", true},
		{FORM_GAPS, "\xC3", false},	 {FORM_TEXT, "", true},		 {FORM_TEXT, "0", false},
		{FORM_ASK, "", true},
	};
	struct arena a = ARENA_INIT;
	struct str s;
	str_init(&s);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct response r;
		if (response_parse(&a, rows[i].kind, rows[i].text, &r) != rows[i].sound)
			fail_msg("row %zu: '%s'", i, rows[i].text);
		if (!rows[i].sound)
			continue;
		str_clear(&s);
		response_write(&r, &s);
		assert_string_equal(s.buf, rows[i].text);
		assert_int_equal(r.kind, rows[i].kind);
	}
	str_release(&s);
	arena_release(&a);
}

static void responses_stay_on_one_line(void **state)
{
	(void)state;
	const char *typed[] = {"ik\nben\x1F", "\x1B[31m"};
	struct response r = {.kind = FORM_GAPS, .typed = typed, .typed_count = 2};
	struct str s;
	str_init(&s);
	response_write(&r, &s);
	assert_string_equal(s.buf, "ik ben \x1F [31m");
	struct arena a = ARENA_INIT;
	struct str many;
	str_init(&many);
	for (int i = 0; i < RESPONSE_MAX; i++)
		str_addc(&many, 0x1F);
	assert_false(response_parse(&a, FORM_GAPS, many.buf, &r));
	str_clear(&many);
	for (int i = 0; i <= RESPONSE_MAX; i++)
		str_add(&many, i ? ",-1" : "-1");
	assert_false(response_parse(&a, FORM_PAIR, many.buf, &r));
	str_release(&many);
	str_release(&s);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_expand),
		cmocka_unit_test(patterns_have_limits),
		cmocka_unit_test(letters_of_every_script_count),
		cmocka_unit_test(typed_answers_are_compared_kindly),
		cmocka_unit_test(names_go_both_ways),
		cmocka_unit_test(responses_round_trip),
		cmocka_unit_test(responses_stay_on_one_line),
	};
	return cmocka_run_group_tests_name("grading", tests, NULL, NULL);
}
