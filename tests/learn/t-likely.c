/* What learners are likely to type, and what the check makes of it. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "learn/likely.h"
#include "samples.h"

static const struct sample {
	const char *language, *form;
	enum likely_kind kind;
	const char *answer; /* one of those given; NULL: none of that kind is given */
} samples[] = {
	{"nl-BE", "de pauze", LIKELY_NO_ARTICLE, "pauze"},
	{"nl-BE", "de pauze", LIKELY_OTHER_ARTICLE, "het pauze"},
	{"fr", "l'eau", LIKELY_NO_ARTICLE, "eau"},
	{"fr", "l'eau", LIKELY_OTHER_ARTICLE, "la eau"},
	{"de", "der Tisch", LIKELY_OTHER_ARTICLE, "das Tisch"},
	{"nl", "de auto staat hier", LIKELY_NO_ARTICLE, NULL}, /* a sentence keeps its articles */
	{"fr", "la clé", LIKELY_NO_ACCENTS, "la cle"},
	{"de", "die Tür", LIKELY_NO_ACCENTS, "die Tuer"},
	{"de", "die Tür", LIKELY_CASE, "die tür"},
	{"nl", "poort", LIKELY_SWAPPED, NULL}, /* two equal letters */
	{"nl", "sleutel", LIKELY_SWAPPED, "sluetel"},
	{"nl", "Hoe heet u?", LIKELY_REGISTER, "Hoe heet je?"},
	{"nl", "Hoe heet je?", LIKELY_REGISTER, "Hoe heet u?"},
	{"nl", "Wilt u uw badge?", LIKELY_REGISTER, "Wil je je badge?"},
	{"nl", "Werkt u hier?", LIKELY_REGISTER, "Werk je hier?"},
	{"nl", "Hoe gaat het met u?", LIKELY_REGISTER, "Hoe gaat het met je?"},
	{"nl", "Ik werk.", LIKELY_REGISTER, NULL},
	{"fr", "Vous travaillez ici ?", LIKELY_REGISTER, "Tu travailles ici ?"},
	{"fr", "J'ai rendez-vous.", LIKELY_REGISTER, NULL},
	{"fr", "Je suis fatigué.", LIKELY_SEX, "Je suis fatiguée."},
	{"fr", "Je suis fatiguée.", LIKELY_SEX, "Je suis fatigué."},
	{"fr", "Je suis malade.", LIKELY_SEX, NULL},
	{"de", "Ich bin Arbeiter.", LIKELY_SEX, "Ich bin Arbeiterin."},
	{"de", "Haben Sie Zeit?", LIKELY_REGISTER, "Hast du Zeit?"},
	{"de", "sie haben Zeit", LIKELY_REGISTER, NULL}, /* they, not you */
	{"nl", "Ik werk morgen.", LIKELY_ORDER, "Morgen werk ik."},
	{"nl", "Vandaag begin ik vroeg.", LIKELY_ORDER, "Ik begin vandaag vroeg."},
	{"fr", "Je travaille demain.", LIKELY_ORDER, "Demain, je travaille."},
	{"de", "Ich arbeite heute.", LIKELY_ORDER, "Heute arbeite ich."},
	{"nl", "Ik woon in Gent.", LIKELY_ORDER, NULL},
	{"de", "Ich gehe zum Tor.", LIKELY_CONTRACTION, "Ich gehe zu dem Tor."},
	{"fr", "J'ai faim.", LIKELY_CONTRACTION, "Je ai faim."},
	{"nl", "de poort", LIKELY_KEYBOARD, "ву зщщке"},
	{"fr", "la clé", LIKELY_KEYBOARD, NULL},
	{"es", "la puerta", LIKELY_NO_ARTICLE, NULL}, /* no tables: no rules, and no fall */
};

struct looking {
	const struct sample *wanted;
	bool found, any;
};

static void look(void *ctx, enum likely_kind kind, const char *answer)
{
	struct looking *l = ctx;
	assert_string_not_equal(answer, l->wanted->form);
	if (kind != l->wanted->kind)
		return;
	l->any = true;
	l->found |= l->wanted->answer && strcmp(answer, l->wanted->answer) == 0;
}

static void test_generation(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		struct arena a = ARENA_INIT;
		struct looking l = {.wanted = &samples[i]};
		bool none = !samples[i].answer;
		likely_each(&a, samples[i].language, samples[i].form, look, &l);
		if (none ? l.any : !l.found)
			fail_msg("'%s', %s: %s", samples[i].form, likely_name(samples[i].kind), none ? "something was given" : samples[i].answer);
		arena_release(&a);
	}
}

static const char unit[] =
	"id: one\ntitle: One\ncan-do: [Go]\nminutes: 5\nparts:\n"
	"  - phrases:\n      id: p\n      list:\n"
	"        - {id: polite, say: Hoe heet u?, means: x}\n"
	"        - {id: both, say: [Hoe heet u?, Hoe heet je?], means: x}\n"
	"        - {id: meant, say: Hoe heet u?, means: x, only: [register]}\n"
	"        - {id: other, say: Hoe heet u?, means: x, only: [order]}\n"
	"  - exercise: {id: when, type: typed, ask: x, answer: Ik werk morgen.}\n"
	"  - exercise: {id: whens, type: typed, ask: x, answer: [Ik werk morgen., Morgen werk ik.]}\n"
	"  - exercise: {id: words, type: order, answer: Ik werk morgen.}\n"
	"  - exercise: {id: wordss, type: order, answer: [Ik werk morgen., Morgen werk ik.]}\n"
	"  - exercise: {id: gap, type: cloze, text: 'Hoe {heet} u?'}\n";

static void test_warnings(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	const struct unit *u = unit_parse(&a, node_of(&a, unit, &d), "nl-BE", true, &d);
	assert_non_null(u);
	assert_int_equal(d.errors + d.warnings, 0);
	likely_check(u, "nl-BE", &d);
	diag_sort(&d);
	static const int lines[] = {9, 12, 13, 15};
	assert_int_equal(d.warnings, sizeof(lines) / sizeof(*lines));
	assert_int_equal(d.errors, 0);
	for (size_t i = 0; i < d.count; i++)
		assert_int_equal(d.items[i].line, lines[i]);
	diag_release(&d);
	arena_release(&a);
}

static void count_graded(void *ctx, const struct item *it, enum likely_kind kind, const char *answer, const struct grade *g)
{
	int *counts = ctx;
	(void)it;
	assert_true(*answer != '\0');
	if (kind == LIKELY_COUNT)
		assert_int_equal(g->verdict, VERDICT_OK);
	if (kind == LIKELY_OTHER_ARTICLE)
		assert_int_equal(g->verdict, VERDICT_WRONG);
	counts[kind]++;
}

static void test_graded(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	int counts[LIKELY_COUNT + 1] = {0};
	diag_init(&d);
	const struct item *typed = item_parse(&a, node_of(&a, "{id: t, type: typed, ask: x, answer: de sleutel}", &d), "u", "nl-BE", &d);
	const struct item *gaps = item_parse(&a, node_of(&a, "{id: c, type: cloze, text: 'Ik {werk} in {Gent}.'}", &d), "u", "nl-BE", &d);
	const struct item *choice = item_parse(&a, node_of(&a, "{id: t, type: true-false, statement: x, answer: true}", &d), "u", "nl-BE", &d);
	assert_int_equal(d.errors, 0);
	likely_graded(&a, typed, count_graded, counts);
	assert_int_equal(counts[LIKELY_COUNT], 1);
	assert_int_equal(counts[LIKELY_NO_ARTICLE], 1);
	likely_graded(&a, gaps, count_graded, counts);
	assert_int_equal(counts[LIKELY_COUNT], 3);
	likely_graded(&a, choice, count_graded, counts);
	assert_int_equal(counts[LIKELY_COUNT], 3);
	diag_release(&d);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_generation), cmocka_unit_test(test_warnings), cmocka_unit_test(test_graded)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
