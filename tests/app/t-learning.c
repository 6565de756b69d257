/* One unit from installation through lesson, upgrade and back, to check, certificate and export. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/check.h"
#include "app/export.h"
#include "app/home.h"
#include "app/lesson.h"
#include "app/packs.h"
#include "app/people.h"
#include "app/readiness.h"
#include "core/str.h"
#include "fixture.h"

static struct lesson *open_lesson(struct fixture *f)
{
	return fixture_lesson(f, "first-words", "hello");
}

static const char *next_id(const struct lesson *l)
{
	size_t next = lesson_next(l);
	return next < l->unit->step_count ? l->unit->steps[next].id : "";
}

static void read_page(struct fixture *f, struct lesson *l)
{
	struct err e = ERR_INIT;
	assert_true(lesson_seen(&f->app, l, lesson_next(l), &e));
}

/* Answers the next exercise by choosing a source number or typing. */
static enum verdict answer(struct fixture *f, struct lesson *l, int choice, const char *typed)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct grade g;
	struct feedback fb;
	struct response r = {.kind = typed ? FORM_GAPS : FORM_CHOICE, .chosen = {choice}, .count = !typed, .typed = &typed, .typed_count = typed != NULL};
	f->clock.mono += 1500;
	assert_true(lesson_answer(&f->app, l, lesson_next(l), &r, 0, &a, &g, &fb, &e));
	arena_release(&a);
	return g.verdict;
}

static void a_lesson_goes_on_where_it_stood(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	fixture_install(&f->app, "tests/data/upgrade/v1");
	fixture_learner(f);
	struct lesson *l = open_lesson(f);
	assert_string_equal(next_id(l), "greeting");
	read_page(f, l);
	read_page(f, l);
	assert_string_equal(next_id(l), "morning");
	uint64_t seed = lesson_seed(&f->app, l, lesson_next(l));
	lesson_free(l);
	/* the power fails: same exercise, same order of options */
	fixture_reopen(f);
	assert_true(sign_in(&f->app, "1001", "402817", &e));
	l = open_lesson(f);
	assert_string_equal(next_id(l), "morning");
	assert_true(seed == lesson_seed(&f->app, l, lesson_next(l)));
	/* a wrong one comes again after the others; its feedback stands in the same order */
	size_t asked = lesson_next(l);
	assert_int_equal(answer(f, l, 1, NULL), VERDICT_WRONG);
	assert_true(seed == lesson_seed(&f->app, l, asked));
	lesson_shown(&f->app, l);
	assert_true(seed != lesson_seed(&f->app, l, asked));
	assert_string_equal(next_id(l), "type-boss");
	assert_int_equal(answer(f, l, 0, ""), VERDICT_EMPTY);
	assert_string_equal(next_id(l), "type-boss");
	assert_int_equal(answer(f, l, 0, "DE  BAAS!"), VERDICT_OK);
	assert_int_equal(answer(f, l, 0, NULL), VERDICT_OK);
	assert_string_equal(next_id(l), "morning");
	assert_int_equal(answer(f, l, 0, NULL), VERDICT_OK);
	assert_string_equal(next_id(l), "");
	assert_int_equal(lesson_done(l), 5);
	lesson_free(l);
}

struct last_answer {
	char verdict[16], drill[16], given[64];
	int rows, mark;
};

static bool take_last(void *ctx, const struct answer *a)
{
	struct last_answer *last = ctx;
	snprintf(last->verdict, sizeof(last->verdict), "%s", a->verdict);
	snprintf(last->drill, sizeof(last->drill), "%s", a->drill);
	snprintf(last->given, sizeof(last->given), "%s", a->given);
	last->mark = a->mark;
	last->rows++;
	return true;
}

static bool count_tries(void *ctx, const struct progress_row *p)
{
	*(int *)ctx += p->tries;
	return true;
}

/* Judges what was mended at the step that was answered last. */
static enum verdict mend(struct fixture *f, struct lesson *l, size_t step, const char *typed, struct last_answer *last)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct grade g;
	struct feedback fb;
	struct response r = {.kind = FORM_GAPS, .typed = &typed, .typed_count = 1};
	assert_true(lesson_mend(&f->app, l, step, &r, &a, &g, &fb, &e));
	*last = (struct last_answer){.rows = 0};
	assert_true(answer_each(f->app.store, f->app.person.id, 0, take_last, last, &e));
	arena_release(&a);
	return g.verdict;
}

static void the_first_verdict_counts_and_mending_is_only_kept(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct last_answer last;
	fixture_install(&f->app, "tests/data/upgrade/v1");
	fixture_learner(f);
	struct lesson *l = open_lesson(f);
	read_page(f, l);
	read_page(f, l);
	answer(f, l, 0, NULL);
	size_t typed = lesson_next(l);
	assert_string_equal(next_id(l), "type-boss");
	assert_int_equal(answer(f, l, 0, "de bbaas"), VERDICT_TYPO);
	int tries = l->states[typed].tries, stored = 0, after = 0;
	bool done = l->states[typed].done;
	assert_true(progress_each(f->app.store, f->app.person.id, "", count_tries, &stored, &e));
	assert_int_equal(mend(f, l, typed, "het baas", &last), VERDICT_WRONG);
	assert_int_equal(mend(f, l, typed, "de baas", &last), VERDICT_OK);
	assert_string_equal(last.verdict, "retry");
	assert_string_equal(last.drill, LESSON_MEND);
	assert_string_equal(last.given, "de baas");
	assert_int_equal(last.mark, 0);
	assert_int_equal(last.rows, 6);
	assert_int_equal(mend(f, l, typed, "", &last), VERDICT_EMPTY);
	assert_string_equal(last.verdict, "empty");
	assert_true(progress_each(f->app.store, f->app.person.id, "", count_tries, &after, &e));
	assert_int_equal(after, stored);
	assert_int_equal(l->states[typed].tries, tries);
	assert_true(l->states[typed].done == done && done);
	lesson_free(l);
}

static void words_come_in_the_readers_language_and_script(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	static const struct {
		const char *language, *title, *ask;
	} cases[] = {
		{"en", "Hello at work", "What do you say in the morning?"},
		{"uz", "Ishda salomlashish", "Ertalab nima deysiz?"},
		{"uz@cyrillic", "Ишда саломлашиш", "Эрталаб нима дейсиз?"},
		{"ru", "Приветствие на работе", "Что говорят утром?"},
		{"de", "Hello at work", "What do you say in the morning?"}, /* the last resort */
	};
	fixture_install(&f->app, "tests/data/upgrade/v1");
	fixture_learner(f);
	struct lesson *l = open_lesson(f);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct form form;
		assert_true(app_set_language(&f->app, cases[i].language, &e));
		assert_true(lesson_speak(&f->app, l, &e));
		assert_string_equal(l->unit_title, cases[i].title);
		lesson_form(&f->app, l, 2, &a, &form);
		assert_string_equal(form.parts[0].text, cases[i].ask);
	}
	lesson_free(l);
	arena_release(&a);
}

static void install(struct fixture *f, const char *pack, bool downgrade, struct pack_change *change, struct err *e)
{
	struct diag_list d;
	char path[64];
	diag_init(&d);
	snprintf(path, sizeof(path), "tests/data/upgrade/%s", pack);
	packs_install(&f->app, fixture_source(path), downgrade ? PACKS_DOWNGRADE : 0, NULL, &d, change, e);
	diag_release(&d);
}

static void an_upgrade_keeps_history_and_says_what_changed(void **state)
{
	struct fixture *f = *state;
	struct pack_change change;
	struct err e = ERR_INIT;
	fixture_install(&f->app, "tests/data/upgrade/v1");
	fixture_learner(f);
	struct lesson *l = open_lesson(f);
	read_page(f, l);
	read_page(f, l);
	answer(f, l, 0, NULL);
	answer(f, l, 0, "de baas");
	lesson_free(l);

	install(f, "v2", false, &change, &e);
	assert_string_equal(e.msg, "");
	assert_string_equal(change.before, "1.0.0");
	assert_int_equal(change.appeared, 1);
	assert_string_equal(change.appeared_ids[0], "hello/ploeg");
	assert_int_equal(change.changed, 1);
	assert_string_equal(change.changed_ids[0], "hello/morning");
	assert_int_equal(change.vanished, 1);
	assert_string_equal(change.vanished_ids[0], "hello/type-boss");
	assert_int_equal(change.moved, 1);
	assert_string_equal(change.moved_ids[0], "hello/leaving");
	assert_int_equal(change.learners, 1);
	pack_change_release(&change);
	/* the edited and moved exercise is still done, the untouched one still to do */
	l = open_lesson(f);
	assert_int_equal(l->unit->step_count, 4);
	assert_string_equal(next_id(l), "leaving");
	assert_int_equal(lesson_done(l), 3);
	lesson_free(l);

	/* the same again changes nothing; back only when it is meant */
	install(f, "v2", false, &change, &e);
	assert_string_equal(e.msg, "");
	assert_int_equal(change.appeared + change.changed + change.vanished + change.moved, 0);
	pack_change_release(&change);
	install(f, "v1", false, &change, &e);
	assert_non_null(strstr(e.msg, "--downgrade"));
	pack_change_release(&change);
	err_clear(&e);
	install(f, "v1", true, &change, &e);
	assert_string_equal(e.msg, "");
	pack_change_release(&change);
	l = open_lesson(f);
	assert_int_equal(l->unit->step_count, 5);
	assert_int_equal(lesson_done(l), 4);
	lesson_free(l);
	assert_true(progress_rebuild(f->app.store, &e));
	l = open_lesson(f);
	assert_int_equal(lesson_done(l), 4);
	lesson_free(l);
}

static void answer_check(struct fixture *f, struct check *c, bool right)
{
	struct err e = ERR_INIT;
	bool stored;
	size_t i = check_next(c);
	const struct item *it = c->items[i];
	const char *typed = right ? "de collega" : "de boom";
	struct response r = {.kind = FORM_CHOICE, .count = 1};
	if (strcmp(it->id, "b3") == 0)
		r = (struct response){.kind = FORM_GAPS, .typed = &typed, .typed_count = 1};
	else
		r.chosen[0] = (strcmp(it->id, "b1") == 0) == right ? 0 : 1;
	assert_true(check_answer(&f->app, c, i, &r, &stored, &e));
	assert_true(stored);
}

static struct check *open_check(struct fixture *f)
{
	struct err e = ERR_INIT;
	struct check *c = check_open(&f->app, "first-words", "hello", &e);
	if (!c)
		fail_msg("%s", e.msg);
	return c;
}

static void a_check_survives_and_earns_the_certificate(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct check_result result;
	fixture_install(&f->app, "tests/data/upgrade/v1");
	fixture_install(&f->app, "tests/data/upgrade/programme");
	fixture_learner(f);
	assert_true(person_enrol(&f->app, f->app.person.id, "north", "2027-03-15", &e));

	struct check *c = open_check(f);
	assert_int_equal(c->count, 2);
	const char *first = c->items[0]->id;
	char begun[40], item[40];
	snprintf(begun, sizeof(begun), "%s", c->sitting.id);
	snprintf(item, sizeof(item), "%s", first);
	assert_false(check_finish(&f->app, c, &result, &e));
	answer_check(f, c, false);
	check_free(c);
	/* the same sitting after a power cut and an upgrade */
	fixture_install(&f->app, "tests/data/upgrade/v2");
	fixture_reopen(f);
	err_clear(&e);
	assert_true(sign_in(&f->app, "1001", "402817", &e));
	c = open_check(f);
	assert_string_equal(c->sitting.id, begun);
	assert_string_equal(c->items[0]->id, item);
	assert_int_equal(check_next(c), 1);
	answer_check(f, c, false);
	assert_true(check_finish(&f->app, c, &result, &e));
	assert_false(result.passed);
	assert_null(result.certificate);
	assert_int_equal(result.maximum, 2);
	check_free(c);

	c = open_check(f);
	answer_check(f, c, true);
	answer_check(f, c, false);
	assert_true(check_finish(&f->app, c, &result, &e));
	assert_true(result.passed);
	assert_non_null(result.certificate);
	struct str text;
	str_init(&text);
	assert_true(certificate_show(&f->app, result.certificate, &text, &e));
	assert_non_null(strstr(text.buf, "Aziza Karimova"));
	assert_non_null(strstr(text.buf, result.certificate));
	assert_non_null(strstr(text.buf, "1 / 2"));
	assert_non_null(strstr(text.buf, "PRACTICE"));
	str_release(&text);
	check_free(c);

	struct home h;
	assert_true(home_load(&f->app, &h, &e));
	assert_int_equal(h.programme_count, 1);
	assert_int_equal(h.programmes[0].days_left, 112);
	assert_true(h.programmes[0].requirements[0].fulfilled);
	assert_int_equal(h.programmes[0].serial[0], 'P');
	assert_true(h.units[0].passed);
	home_release(&h);
}

static bool count_of_sitting(void *ctx, const struct answer *a)
{
	*(int *)ctx += *a->sitting != '\0';
	return true;
}

static void two_terminals_take_one_check(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct check_result one, two;
	int answers = 0;
	fixture_install(&f->app, "tests/data/upgrade/v1");
	fixture_learner(f);
	struct check *a = open_check(f), *b = open_check(f);
	assert_string_equal(a->sitting.id, b->sitting.id);
	answer_check(f, a, false);
	answer_check(f, b, true); /* the same question: the first answer stays */
	assert_int_equal(check_next(b), 1);
	answer_check(f, a, false);
	assert_true(check_finish(&f->app, a, &one, &e));
	assert_int_equal(one.mark, 0);
	answer_check(f, b, true); /* too late: the sitting is closed */
	assert_int_equal(check_next(b), b->count);
	assert_true(check_finish(&f->app, b, &two, &e));
	assert_int_equal(two.mark, 0);
	assert_int_equal(two.maximum, one.maximum);
	assert_true(answer_each(f->app.store, f->app.person.id, 0, count_of_sitting, &answers, &e));
	assert_int_equal(answers, 2);
	check_free(a);
	check_free(b);
}

static char *slurp(const char *path)
{
	FILE *in = fopen(path, "rb");
	assert_non_null(in);
	static char bytes[8192];
	size_t n = fread(bytes, 1, sizeof(bytes) - 1, in);
	bytes[n] = '\0';
	fclose(in);
	return bytes;
}

static void an_export_shows_names_as_they_were(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct check_result result;
	char path[128];
	a_check_survives_and_earns_the_certificate(state);
	struct check *c = open_check(f);
	answer_check(f, c, true);
	answer_check(f, c, true);
	assert_true(check_finish(&f->app, c, &result, &e));
	assert_null(result.certificate);
	check_free(c);
	struct person p = f->app.person;
	p.name = "Aziza Rahimova";
	assert_true(person_put(&f->app, &a, &p, &e));
	snprintf(path, sizeof(path), "%s/out.csv", f->folder);
	struct export_request r = {.format = "csv", .path = path, .programme = "north"};
	int64_t rows, counted;
	assert_true(export_completions(&f->app, &r, NULL, &rows, &e));
	assert_true(export_count(&f->app, &r, &counted, &e));
	assert_int_equal(rows, 1);
	assert_int_equal(counted, 1);
	const char *text = slurp(path);
	assert_non_null(strstr(text, "person_code,name,latin_name,birth_date,region,programme,"));
	assert_non_null(strstr(text, "\r\n1001,Aziza Karimova,AZIZA KARIMOVA,2001-05-14,UZ-NG,going/north,Ready for the north,BE-VLG,language,First words of Dutch,1,2,"));
	r.since = "2026-11-24";
	r.until = "2026-11-23";
	assert_false(export_count(&f->app, &r, &counted, &e));
	assert_int_equal(e.kind, ERR_USAGE);
	err_clear(&e);
	r.since = NULL;
	r.until = "2026-11-22";
	assert_true(export_count(&f->app, &r, &counted, &e));
	assert_int_equal(counted, 0);
	r.until = "2026-11-23";
	assert_true(export_count(&f->app, &r, &counted, &e));
	assert_int_equal(counted, 1);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_lesson_goes_on_where_it_stood, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(the_first_verdict_counts_and_mending_is_only_kept, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(words_come_in_the_readers_language_and_script, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(an_upgrade_keeps_history_and_says_what_changed, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(two_terminals_take_one_check, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_check_survives_and_earns_the_certificate, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(an_export_shows_names_as_they_were, fixture_set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
