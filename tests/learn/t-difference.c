/* Differences written as text: -missing, +extra, expected>typed, and ^word^ for a displaced word in either place, each in braces; and the promises of the header. */
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
#include "learn/difference.h"

static void write_span(const struct difference *d, const struct difference_span *s, struct str *out)
{
	int e = (int)(s->expected_to - s->expected_from), t = (int)(s->typed_to - s->typed_from);
	const char *expected = d->expected + s->expected_from, *typed = d->typed + s->typed_from;
	switch (s->kind) {
	case DIFFERENCE_SAME:
		str_addf(out, "%.*s", t, typed);
		break;
	case DIFFERENCE_MISSING:
		str_addf(out, "{-%.*s}", e, expected);
		break;
	case DIFFERENCE_EXTRA:
		str_addf(out, "{+%.*s}", t, typed);
		break;
	case DIFFERENCE_CHANGED:
		str_addf(out, "{%.*s>%.*s}", e, expected, t, typed);
		break;
	case DIFFERENCE_DISPLACED:
		str_addf(out, "{^%.*s%.*s^}", e, expected, t, typed);
		break;
	}
}

/* All bytes of both texts are covered once and in order. */
static void covers(const struct difference *d)
{
	size_t e = 0, t = 0;
	for (size_t i = 0; i < d->count; i++) {
		assert_int_equal(d->spans[i].expected_from, e);
		assert_int_equal(d->spans[i].typed_from, t);
		e = d->spans[i].expected_to;
		t = d->spans[i].typed_to;
	}
	assert_int_equal(e, strlen(d->expected));
	assert_int_equal(t, strlen(d->typed));
}

static void differs(const char *language, const char *pattern, const char *typed, unsigned strict, const char *want, size_t fault)
{
	static const struct node place = {.kind = NODE_SCALAR, .text = "", .file = "x", .line = 1, .column = 1};
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	struct forms f = {.count = 0};
	assert_true(forms_add(&a, &f, pattern, &place, &d));
	struct typed_rules rules = {.language = language, .strict = strict};
	struct difference out;
	bool any = typed_difference(&f, typed, &rules, &a, &out);
	struct str s;
	str_init(&s);
	if (any) {
		covers(&out);
		for (size_t i = 0; i < out.count; i++)
			write_span(&out, &out.spans[i], &s);
		if (out.fault != fault)
			fail_msg("'%s' for '%s': the fault is at %zu, should be %zu", typed, pattern, out.fault, fault);
	}
	if (strcmp(s.buf, want) != 0)
		fail_msg("'%s' for '%s': %s, should be %s", typed, pattern, s.buf, want);
	str_release(&s);
	diag_release(&d);
	arena_release(&a);
}

static void letters(void **state)
{
	(void)state;
	differs("nl", "de collega", "de colega", 0, "de co{-l}lega", 5);
	differs("nl", "Ik wil een thee.", "ik vil een thee", 0, "ik {w>v}il een thee", 3);
	differs("nl", "de maan", "de man", 0, "de m{-a}an", 4);
	differs("nl", "de taxi", "d\xD0\xB5 taxi", 0, "d{e>\xD0\xB5} taxi", 1);
	differs("nl", "morgen", "mogren", 0, "mo{rg>gr}en", 2);
	differs("de", "\xC3\xBC" "ber", "uber", 0, "{\xC3\xBC>u}ber", 0);
	differs("de", "die Gr\xC3\xB6\xC3\x9F" "e", "die Groesse", 0, "die Gr{\xC3\xB6\xC3\x9F>oess}e", 6);
	differs("de", "die Arbeit", "Die arbeit", 0, "Die {A>a}rbeit", 4);
	differs("fr", "d\xC3\xA9part", "depart", 0, "d{\xC3\xA9>e}part", 1);
	differs("fr", "l'\xC3\xA9t\xC3\xA9", "l\xE2\x80\x99" "e\xCC\x81te", 0, "l\xE2\x80\x99" "e\xCC\x81t{\xC3\xA9>e}", 8);
	differs("fr", "l'usine", "lusine", 0, "l{-'}usine", 1);
	differs("nl", "ijs kopen", "\xC4\xB3s kopn", 0, "\xC4\xB3s kop{-e}n", 7);
	differs("nl", "Hallo.", "Hallo", STRICT_PUNCTUATION, "Hallo{-.}", 5);
}

static void words(void **state)
{
	(void)state;
	differs("nl", "de tafel", "het tafel", 0, "{de>het} tafel", 0);
	differs("nl", "de tafel", "tafel", 0, "{-de }tafel", 0);
	differs("nl", "Ik zie de tafel.", "Ik zie tafel.", 0, "Ik zie {-de }tafel.", 7);
	differs("nl", "Ik kom morgen niet.", "Ik niet kom morgen.", 0, "Ik {^niet ^}kom morgen{^ niet^}.", 3);
	differs("nl", "Ik kom morgen.", "Ik kom heel morgen.", 0, "Ik kom {+heel }morgen.", 7);
	differs("nl", "Wij komen morgen naar huis.", "we komen morgen huis", 0, "we komen morgen {-naar }huis", 16);
	differs("nl", "zevenentwintig", "zeven en twintig", 0, "zeven{+ }en{+ }twintig", 5);
	differs("fr", "peut-\xC3\xAAtre", "peut \xC3\xAAtre", 0, "peut{-> }\xC3\xAAtre", 4);
	differs("nl", "[Dag|Hoi], Piet!", "hoi pit", 0, "hoi pi{-e}t", 6);
	differs("nl", "Mijn naam is <name>.", "Mijn nam is Botir", 0, "Mijn n{-a}am is Botir", 6);
}

static void nothing_to_show(void **state)
{
	(void)state;
	differs("nl", "de maan", "De maan!", 0, "", 0);
	differs("nl", "de maan", "", 0, "", 0);
	differs("nl", "goedemiddag", "\xD0\xBF\xD1\x89\xD1\x83\xD0\xB2\xD1\x83\xD1\x8C\xD1\x88\xD0\xB2\xD0\xB2\xD1\x84\xD0\xBF", 0, "", 0);
	differs("nl", "de maan", "\xED\xA0\x80", 0, "", 0);
	struct str s;
	str_init(&s);
	for (int i = 0; i < 100000; i++)
		str_add(&s, "a ");
	differs("nl", "de maan", s.buf, 0, "", 0);
	str_release(&s);
}

/* Many faults far apart are one change, and that costs little. */
static void long_texts_are_bounded(void **state)
{
	(void)state;
	struct str s, want;
	str_init(&s);
	str_init(&want);
	for (int i = 0; i < 60; i++)
		str_add(&s, "x ");
	str_add(&s, "x");
	str_addf(&want, "{de maan>%s}", s.buf);
	differs("nl", "de maan", s.buf, 0, want.buf, 0);
	str_release(&want);
	str_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters),
		cmocka_unit_test(words),
		cmocka_unit_test(nothing_to_show),
		cmocka_unit_test(long_texts_are_bounded),
	};
	return cmocka_run_group_tests_name("difference", tests, NULL, NULL);
}
