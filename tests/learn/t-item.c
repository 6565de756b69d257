/* What exercises show, and what is said after an answer. */
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
#include "learn/gap.h"
#include "learn/item.h"
#include "samples.h"

/* A translation that shows its context and source: what was asked for is what the test sees. */
static const char *marked(void *ctx, struct arena *a, const char *context, const char *msgid)
{
	(void)ctx;
	return arena_printf(a, "<%s:%s>", context, msgid);
}
static const struct words marking = {.translate = marked};

static const struct item *item_of(struct arena *a, const char *path)
{
	struct diag_list d;
	diag_init(&d);
	const struct item *it = item_parse(a, sample_node(a, path, &d), "unit", "nl-BE", &d);
	assert_non_null(it);
	diag_release(&d);
	return it;
}

static const struct form_part *answer_part(const struct form *f)
{
	const struct form_part *found = NULL;
	for (size_t i = 0; i < f->count; i++) {
		if (f->parts[i].kind == FORM_TEXT || f->parts[i].kind == FORM_ASK)
			continue;
		assert_null(found);
		found = &f->parts[i];
	}
	assert_non_null(found);
	return found;
}

static void texts_are_asked_for_in_their_contexts(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct form f;
	item_form(item_of(&a, "exercises/choice/good.yaml"), &a, &marking, 1, &f);
	assert_int_equal(f.count, 2);
	assert_string_equal(f.parts[0].text, "<unit/morning.ask:What do you say at eight in the morning?>");
	assert_string_equal(f.hint, "<unit/morning.hint:Before noon.>");
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(answer_part(&f)->options[i][0], '`'); /* taught words are not translated */

	item_form(item_of(&a, "exercises/choice/good-notice.yaml"), &a, &marking, 1, &f);
	assert_int_equal(f.parts[0].kind, FORM_TEXT);
	assert_true(str_starts(f.parts[0].text, "<unit/notice.text:# Canteen"));
	const struct form_part *part = answer_part(&f);
	assert_string_equal(part->options[0], "<unit/notice.option:Monday>");
	for (int i = 0; i < 3; i++)
		assert_int_equal(part->keys[i], i); /* shuffle: no */

	item_form(item_of(&a, "exercises/true-false/good.yaml"), &a, &marking, 1, &f);
	assert_string_equal(f.parts[0].text, "True or false?");
	assert_string_equal(f.parts[1].text, "<unit/keep.statement:Your employer may keep your passport.>");
	part = answer_part(&f);
	assert_string_equal(part->options[0], "true");
	assert_string_equal(part->options[1], "false");
	assert_int_equal(part->keys[1], 1);

	item_form(item_of(&a, "exercises/cloze/good.yaml"), &a, &marking, 1, &f);
	assert_string_equal(f.parts[0].text, "Fill in what is missing.");
	assert_string_equal(f.parts[1].text, "<unit/aziza.means:I am Aziza and I live in Ghent.>");
	part = answer_part(&f);
	assert_int_equal(part->gap_count, 2);
	assert_string_equal(part->pieces[0], "Ik ");
	assert_string_equal(part->pieces[1], " Aziza en ik ");
	assert_string_equal(part->pieces[2], " in Gent.");

	item_form(item_of(&a, "exercises/typed/good.yaml"), &a, &marking, 1, &f);
	part = answer_part(&f);
	assert_int_equal(part->gap_count, 1);
	assert_string_equal(part->pieces[0], "");
	assert_string_equal(part->pieces[1], "");
	arena_release(&a);
}

/* The numbers shown, each once, as a text. */
static const char *order_shown(struct arena *a, const struct item *it, uint64_t seed)
{
	struct form f;
	item_form(it, a, &words_source, seed, &f);
	const struct form_part *part = answer_part(&f);
	bool met[RESPONSE_MAX] = {false};
	struct response r = {.kind = FORM_PAIR};
	for (size_t i = 0; i < part->option_count; i++) {
		assert_in_range(part->keys[i], 0, part->option_count - 1);
		assert_false(met[part->keys[i]]);
		met[part->keys[i]] = true;
		r.chosen[r.count++] = part->keys[i];
	}
	struct str s;
	str_init(&s);
	response_write(&r, &s);
	const char *text = arena_strndup(a, s.buf, s.len);
	str_release(&s);
	return text;
}

static void the_seed_decides_the_order(void **state)
{
	(void)state;
	static const char *const paths[] = {"exercises/choice/good.yaml", "exercises/several/good.yaml", "exercises/order/good.yaml",
					    "exercises/match/good.yaml"};
	struct arena a = ARENA_INIT;
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		const struct item *it = item_of(&a, paths[i]);
		int different = 0;
		for (uint64_t seed = 0; seed < 50; seed++) {
			assert_string_equal(order_shown(&a, it, seed), order_shown(&a, it, seed));
			different += strcmp(order_shown(&a, it, seed), order_shown(&a, it, seed + 1)) != 0;
		}
		assert_true(different > 20);
	}
	arena_release(&a);
}

static void no_order_gives_the_answer_away(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	const struct item *order = item_of(&a, "exercises/order/good.yaml"), *match = item_of(&a, "exercises/match/good.yaml");
	const struct item *two = item_parse(&a, node_of(&a, "{id: x, type: order, answer: Ik kom.}", &d), "unit", "nl", &d);
	for (uint64_t seed = 0; seed < 300; seed++) {
		assert_string_equal(order_shown(&a, two, seed), "1,0");
		assert_string_not_equal(order_shown(&a, match, seed), "0,1,2");
		/* without the two extra words, neither of the two answers */
		const char *shown = order_shown(&a, order, seed);
		char words[8] = "";
		size_t n = 0;
		for (const char *s = shown; *s; s++)
			if (*s >= '0' && *s <= '3')
				words[n++] = *s;
		assert_string_not_equal(words, "0123");
		assert_string_not_equal(words, "2310");
	}
	/* where every order is right there is nothing to avoid */
	const struct item *same = item_parse(&a, node_of(&a, "{id: x, type: order, answer: ja ja}", &d), "unit", "nl", &d);
	assert_non_null(order_shown(&a, same, 3));
	diag_release(&d);
	arena_release(&a);
}

static struct feedback answer(struct arena *a, const char *path, const char *given)
{
	const struct item *it = item_of(a, path);
	struct response r;
	struct grade g;
	struct feedback f;
	assert_true(response_parse(a, it->type->answer, given, &r));
	item_grade(it, a, &r, &g);
	if (g.why)
		assert_string_equal(g.why_context, arena_printf(a, "%s.why", it->id));
	item_feedback(it, a, &marking, &g, &f);
	assert_non_null(f.right);
	return f;
}

static void feedback_says_what_is_right(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct feedback f = answer(&a, "exercises/choice/good.yaml", "1");
	assert_string_equal(f.why, "<unit/morning.why:That is said before going to sleep.>");
	assert_string_equal(f.explain, "<unit/morning.explain:After noon it is `goedemiddag`.>");
	assert_string_equal(f.right, "`Goedemorgen`");
	assert_null(answer(&a, "exercises/choice/good.yaml", "2").why);
	f = answer(&a, "exercises/several/good.yaml", "0,1,3");
	assert_string_equal(f.why, "<unit/long.why:One `a` before the last consonant.>");
	assert_string_equal(f.right, "`naam`; `uur`");
	f = answer(&a, "exercises/true-false/good.yaml", "1");
	assert_string_equal(f.why, "<unit/keep.why:Nobody may keep it, not even for a day.>");
	assert_string_equal(f.right, "false");
	assert_null(f.explain);
	f = answer(&a, "exercises/typed/good.yaml", "Een collega");
	assert_string_equal(f.why, "<unit/colleague.why:The word goes with `de`.>");
	assert_string_equal(f.right, "`de collega`");
	assert_string_equal(answer(&a, "exercises/cloze/good.yaml", "ben").right, "`Ik ben Aziza en ik woon in Gent.`");
	assert_string_equal(answer(&a, "exercises/cloze/good-one.yaml", "").right, "`'s Morgens neem ik de trein {lijn 1}.`");
	assert_string_equal(answer(&a, "exercises/order/good.yaml", "1").right, "`Ik woon in Gent.`");
	assert_string_equal(answer(&a, "exercises/match/good.yaml", "1").right,
			    "`de baas` – <unit/meanings.pair:boss>; `de collega` – <unit/meanings.pair:colleague>; "
			    "`de ploeg` – <unit/meanings.pair:shift>");
	arena_release(&a);
}

static void a_response_of_another_kind_is_empty(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	for (const struct exercise_type *t = exercise_types; t->name; t++) {
		const struct item *it = item_of(&a, arena_printf(&a, "exercises/%s/good.yaml", t->name));
		struct response none = {.kind = FORM_TEXT};
		struct grade g;
		item_grade(it, &a, &none, &g);
		assert_int_equal(g.verdict, VERDICT_EMPTY);
		assert_int_equal(g.mark, 0);
		assert_int_equal(g.maximum, it->points);
	}
	arena_release(&a);
}

static bool gap_of(struct arena *a, const char *path, const char *one, const char *two, size_t i, struct gap_grade *out)
{
	const char *typed[] = {one, two};
	struct response r = {.kind = FORM_GAPS, .typed = typed, .typed_count = two ? 2 : 1};
	return gap_judge(item_of(a, path), a, &r, i, out);
}

static void each_gap_is_judged_alone(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct gap_grade g;
	assert_true(gap_of(&a, "exercises/cloze/good.yaml", "ben", "won", 0, &g));
	assert_int_equal(g.verdict, VERDICT_OK);
	assert_false(g.marked);
	assert_true(gap_of(&a, "exercises/cloze/good.yaml", "ben", "waark", 1, &g));
	assert_true(g.marked);
	assert_string_equal(g.difference.typed, "waark");
	assert_false(gap_of(&a, "exercises/cloze/good.yaml", "ben", "won", 2, &g));
	/* what the author lists as wrong is wrong, though its letters are nearly right; the marks are there all the same */
	assert_true(gap_of(&a, "exercises/typed/good.yaml", "het collega", NULL, 0, &g));
	assert_int_equal(g.verdict, VERDICT_WRONG);
	assert_true(g.marked);
	assert_int_equal(g.difference.fault, 0);
	assert_true(gap_of(&a, "exercises/typed/good.yaml", "de colega", NULL, 0, &g));
	assert_int_equal(g.verdict, VERDICT_TYPO);
	assert_in_range(g.difference.fault, 5, 6); /* which of the two l's is missing, nobody can say */
	assert_true(gap_of(&a, "exercises/typed/good.yaml", "", NULL, 0, &g));
	assert_int_equal(g.verdict, VERDICT_EMPTY);
	assert_false(g.marked);
	assert_false(gap_of(&a, "exercises/choice/good.yaml", "x", NULL, 0, &g));
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_asked_for_in_their_contexts),
		cmocka_unit_test(the_seed_decides_the_order),
		cmocka_unit_test(no_order_gives_the_answer_away),
		cmocka_unit_test(feedback_says_what_is_right),
		cmocka_unit_test(a_response_of_another_kind_is_empty),
		cmocka_unit_test(each_gap_is_judged_alone),
	};
	return cmocka_run_group_tests_name("exercises", tests, NULL, NULL);
}
