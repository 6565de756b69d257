/* Searching in courses: what comes first, in which scripts, and practice of what was found. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/my_words.h"
#include "app/search.h"
#include "fixture.h"

static int set_up(void **state)
{
	return fixture_with(state, "tests/screens/packs/drills");
}

static void speak(struct fixture *f, const char *language)
{
	struct err e = ERR_INIT;
	assert_true(app_set_language(&f->app, language, &e));
}

static struct search *open_search(struct fixture *f)
{
	struct err e = ERR_INIT;
	struct search *s = search_open(&f->app, &e);
	if (!s)
		fail_msg("%s", e.msg);
	return s;
}

static void a_word_is_found_by_all_its_languages(void **state)
{
	static const struct {
		const char *language, *typed;
		size_t total;
		const char *term, *means;
	} rows[] = {
		{"en", "colleague", 1, "de collega", "colleague"},
		{"en", "coll", 1, "de collega", "colleague"},
		{"en", "COLLÈGA", 1, "de collega", "colleague"},
		{"en", "bazen", 1, "de baas", "boss"},
		{"en", "hamkasb", 1, "de collega", "colleague"},
		{"en", "ҳамкасб", 1, "de collega", "colleague"},
		{"uz", "ҳамкасб", 1, "de collega", "hamkasb"},
		{"uz@cyrillic", "hamkasb", 1, "de collega", "ҳамкасб"},
		{"uz@cyrillic", "colleague", 1, "de collega", "ҳамкасб"},
		{"en", "nieuw ben", 1, "Ik ben nieuw hier.", "I am new here."},
		{"en", "ollega", 0, NULL, NULL},
		{"en", " ?! ", 0, NULL, NULL},
		{"en", "", 0, NULL, NULL},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct found f;
		speak(*state, rows[i].language);
		struct search *s = open_search(*state);
		search_find(s, rows[i].typed, &f);
		if (f.total != rows[i].total || f.count != rows[i].total)
			fail_msg("'%s' finds %zu", rows[i].typed, f.total);
		if (f.count) {
			assert_string_equal(f.list[0].term, rows[i].term);
			assert_string_equal(f.list[0].means, rows[i].means);
		}
		found_release(&f);
		search_free(s);
	}
}

static void whole_words_come_first(void **state)
{
	struct found f;
	speak(*state, "en");
	struct search *s = open_search(*state);
	search_find(s, "boss", &f);
	assert_int_equal(f.total, 1);
	assert_string_equal(f.list[0].path, "drills/work/baas");
	assert_string_equal(f.list[0].unit, "At work");
	found_release(&f);
	search_find(s, "be", &f); /* beginnen, to begin; boss is none of them */
	assert_true(f.total >= 2);
	for (size_t i = 0; i < f.total; i++)
		assert_true(strstr(f.list[i].term, "be") || strstr(f.list[i].means, "be"));
	found_release(&f);
	search_free(s);
}

static void what_was_found_is_practised_and_nothing_else(void **state)
{
	struct found f;
	struct err e = ERR_INIT;
	speak(*state, "en");
	struct search *s = open_search(*state);
	search_find(s, "beginnen", &f);
	assert_int_equal(f.count, 1);
	struct practice *p = search_practise(&((struct fixture *)*state)->app, &f, &e);
	assert_non_null(p);
	assert_non_null(practice_drill(p));
	assert_string_equal(practice_entry(p)->path, f.list[0].path);
	assert_int_equal(practice_place(p).goal, 1);
	practice_free(p);
	found_release(&f);
	search_free(s);
}

static void a_word_not_met_yet_can_be_looked_at(void **state)
{
	struct my_words w;
	struct err e = ERR_INIT;
	struct fixture *f = *state;
	assert_true(my_words_load_one(&f->app, "drills/work/bewaker", &w, &e));
	assert_int_equal(w.count, 1);
	assert_false(w.list[0].met);
	assert_string_equal(w.list[0].note, "He stands at the gate.");
	my_words_release(&w);
	assert_true(my_words_load_one(&f->app, "drills/work/nobody", &w, &e));
	assert_int_equal(w.count, 0);
	my_words_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_word_is_found_by_all_its_languages, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(whole_words_come_first, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(what_was_found_is_practised_and_nothing_else, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_word_not_met_yet_can_be_looked_at, set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
