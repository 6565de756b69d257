/* The word table in a session: the record of a typed answer names the table that judged it, and a damaged one is told, not guessed at. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/lesson.h"
#include "app/pack_table.h"
#include "app/packs.h"
#include "app/people.h"
#include "fixture.h"
#include "store/packs.h"

static int set_up(void **state)
{
	return fixture_with(state, "tests/data/upgrade/v1");
}

static struct lesson *open_lesson(struct fixture *f)
{
	return fixture_lesson(f, "first-words", "hello");
}

static size_t step_of(const struct lesson *l, const char *id)
{
	for (size_t i = 0; i < l->unit->step_count; i++)
		if (strcmp(l->unit->steps[i].id, id) == 0)
			return i;
	fail_msg("no step '%s'", id);
	return 0;
}

static enum verdict answer(struct fixture *f, struct lesson *l, const char *id, const struct response *r)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct grade g;
	struct feedback fb;
	if (!lesson_answer(&f->app, l, step_of(l, id), r, 0, &a, &g, &fb, &e))
		fail_msg("%s", e.msg);
	enum verdict v = g.verdict;
	arena_release(&a);
	return v;
}

struct seen {
	int count;
	char words[2][HASH_HEX_SIZE];
};

static bool see(void *ctx, const struct answer *a)
{
	struct seen *s = ctx;
	snprintf(s->words[s->count++ % 2], HASH_HEX_SIZE, "%s", a->words);
	return true;
}

static void typed_answers_name_their_table(void **state)
{
	struct fixture *f = *state;
	struct lesson *l = open_lesson(f);
	const char *typed = "de baaz";
	struct response choice = {.kind = FORM_CHOICE, .chosen = {0}, .count = 1}, text = {.kind = FORM_GAPS, .typed = &typed, .typed_count = 1};
	assert_int_equal(strlen(l->table.hash), HASH_HEX_SIZE - 1);
	assert_int_equal(answer(f, l, "morning", &choice), VERDICT_OK);
	assert_int_equal(answer(f, l, "type-boss", &text), VERDICT_TYPO);
	struct seen s = {0};
	struct err e = ERR_INIT;
	assert_true(answer_each(f->app.store, f->app.person.id, 0, see, &s, &e));
	assert_int_equal(s.count, 2);
	assert_string_equal(s.words[0], "");
	assert_string_equal(s.words[1], l->table.hash);
	lesson_free(l);
}

/* Words that stand in the table are other words, whatever the program's own list says. */
static void the_stored_table_decides(void **state)
{
	struct fixture *f = *state;
	static const char table[] = "# safar word table 1\nlanguage\tnl-BE\ndictionary\tnone\nwords\t3\nbaas\ta\nbaaz\tp\nde\ta\n";
	struct lesson *l = open_lesson(f);
	struct word_table t;
	struct diag_list d;
	struct err e = ERR_INIT;
	const char *typed = "de baaz";
	struct response text = {.kind = FORM_GAPS, .typed = &typed, .typed_count = 1};
	diag_init(&d);
	assert_true(word_table_read(table, strlen(table), "x", &t, &d));
	diag_release(&d);
	assert_true(word_table_keep(f->app.store, l->version, t.hash, table, &e));
	/* A lesson keeps the table it was opened with; the next one has the new one. */
	assert_int_equal(answer(f, l, "type-boss", &text), VERDICT_TYPO);
	lesson_free(l);
	l = open_lesson(f);
	assert_string_equal(l->table.hash, t.hash);
	assert_int_equal(answer(f, l, "type-boss", &text), VERDICT_WRONG);
	lesson_free(l);
}

static void a_damaged_table_is_told(void **state)
{
	struct fixture *f = *state;
	struct lesson *l = open_lesson(f);
	struct err e = ERR_INIT;
	assert_true(word_table_keep(f->app.store, l->version, "0123", "# safar word table 1\nrubbish\n", &e));
	lesson_free(l);
	assert_null(lesson_open(&f->app, "first-words", "hello", &e));
	assert_int_equal(e.kind, ERR_STORE);
	assert_non_null(strstr(e.msg, "word table"));
}

/* Answers to questions of an exam are words of the pack as well: a slip in them is judged like any other. */
static void words_of_exams_are_in_the_table(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct pack p = {0};
	struct err e = ERR_INIT;
	struct diag_list d;
	const char *text;
	size_t size;
	diag_init(&d);
	assert_true(packs_check(&p, fixture_source("tests/data/packs/good/live-sample"), 0, NULL, &d, &e));
	assert_true(pack_table_text(&p, &a, &text, &size, &e));
	assert_non_null(strstr(text, "ploegbaas"));
	pack_release(&p);
	diag_release(&d);
	arena_release(&a);
}

static void a_live_bank_is_not_installed(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct diag_list d;
	struct pack_change change;
	diag_init(&d);
	sign_out(&f->app);
	assert_false(packs_install(&f->app, fixture_source("tests/data/packs/good/live-sample"), 0, NULL, &d, &change, &e));
	assert_int_equal(e.kind, ERR_INPUT);
	assert_non_null(strstr(e.msg, "live bank"));
	pack_change_release(&change);
	diag_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(typed_answers_name_their_table, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(the_stored_table_decides, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_damaged_table_is_told, set_up, fixture_tear_down),
		cmocka_unit_test(words_of_exams_are_in_the_table),
		cmocka_unit_test_setup_teardown(a_live_bank_is_not_installed, set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
