/* Exams on paper: the form is the one of the screen, what is typed in from a sheet is graded as there, and nothing is stored of a sheet that cannot be read. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/exam_paper_inside.h"
#include "core/str.h"

static void print_forms(struct room *r)
{
	struct err e = ERR_INIT;
	int count = 0;
	char libexec[512], path[128];
	snprintf(libexec, sizeof(libexec), "%s/src", getenv("top_builddir") ? getenv("top_builddir") : ".");
	setenv("SAFAR_LIBEXECDIR", libexec, 1);
	snprintf(path, sizeof(path), "%s/forms.pdf", r->f.folder);
	struct exam_papers to = {.forms = path};
	if (!exam_paper(&r->f.app, r->session, 0, &to, &count, &e))
		fail_msg("%s", e.msg);
	assert_int_equal(count, 3);
	assert_int_equal(access(path, R_OK), 0);
	remove(path);
}

static void load(struct room *r, int seat, struct arena *a, struct sheet *s)
{
	struct err e = ERR_INIT;
	if (!sheet_load(&r->f.app, r->session, seat, a, s, &e))
		fail_msg("%s", e.msg);
}

/* The letters that are right, without the words behind them. */
static const char *right(const struct sheet_question *q, struct arena *a)
{
	const char *text = sheet_right(q, a), *end = strstr(text, "  ");
	return arena_strndup(a, text, end ? (size_t)(end - text) : strlen(text));
}

static bool enter_sheet(struct room *r, int seat, const struct exam_written *list, size_t count, int64_t second, struct err *e)
{
	struct str told;
	str_init(&told);
	bool ok = exam_paper_enter(&r->f.app, r->session, seat, list, count, second, &told, e);
	str_release(&told);
	return ok;
}

static void the_form_on_paper_is_the_form_at_the_screen(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct sheet before, after;
	plan_room(&r);
	print_forms(&r);
	load(&r, 1, &a, &before);
	assert_int_equal(before.count, 5);
	print_forms(&r); /* once more: nothing is drawn anew */
	struct exam_run *run = start_planned(&r, 1);
	load(&r, 1, &a, &after);
	for (size_t i = 0; i < before.count; i++) {
		assert_string_equal(before.questions[i].path, after.questions[i].path);
		assert_int_equal(before.questions[i].number, after.questions[i].number);
	}
	for (size_t i = 0; i < run->count; i++) {
		struct form f;
		struct err e = ERR_INIT;
		const struct form_part *paper = sheet_part(&before.questions[i].form);
		assert_string_equal(run->questions[i].path, before.questions[i].path);
		assert_true(exam_show(&r.f.app, run, i, &a, &f, &e));
		const struct form_part *screen = sheet_part(&f);
		assert_int_equal(screen->option_count, paper->option_count);
		for (size_t k = 0; k < screen->option_count; k++)
			assert_int_equal(screen->keys[k], paper->keys[k]);
	}
	sheet_release(&before);
	sheet_release(&after);
	arena_release(&a);
	end(&r, run);
}

static bool count_entered(void *ctx, const struct exam_event *ev)
{
	if (strcmp(ev->act, "paper-entered") == 0) {
		++*(int *)ctx;
		assert_string_equal(ev->text, "Dilnoza Yusupova, Jasur Rahimov");
	}
	return true;
}

static void a_sheet_is_graded_as_the_screen_grades(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct sheet s;
	struct exam_result result;
	struct exam_written list[5];
	int entered = 0;
	plan_room(&r);
	print_forms(&r);
	load(&r, 2, &a, &s);
	for (int i = 0; i < 5; i++)
		list[i] = (struct exam_written){i + 1, i == 4 ? "" : right(&s.questions[i], &a)};
	assert_false(enter_sheet(&r, 2, list, 5, r.witness, &e)); /* nobody has looked at a passport */
	assert_int_equal(e.kind, ERR_DENIED);
	static const struct exam_identity id = {.latin = "SAIDOV BOTIR", .birth = "2001-05-14", .document = "FA1234568"};
	err_clear(&e);
	assert_true(exam_confirm(&r.f.app, r.session, 2, &id, &e));
	assert_false(enter_sheet(&r, 2, list, 5, 0, &e));
	err_clear(&e);
	assert_false(enter_sheet(&r, 2, list, 5, r.supervisor, &e)); /* nobody checks the own typing */
	err_clear(&e);
	if (!enter_sheet(&r, 2, list, 5, r.witness, &e))
		fail_msg("%s", e.msg);
	struct place_row row = place(&r, 2, &a);
	assert_string_equal(row.state, "submitted");
	if (!exam_result(&r.f.app, row.sitting, &a, &result, &e))
		fail_msg("%s", e.msg);
	assert_int_equal(result.outcome.mark, 4);
	assert_int_equal(result.outcome.maximum, 5);
	assert_true(result.attempt);
	assert_true(exam_events(&r.f.app, r.session, count_entered, &entered, &e));
	assert_int_equal(entered, 1);
	assert_false(enter_sheet(&r, 2, list, 5, r.witness, &e)); /* it has ended */
	assert_int_equal(e.kind, ERR_DENIED);
	sheet_release(&s);
	arena_release(&a);
	fixture_close(&r.f);
}

static void a_sheet_that_cannot_be_read_changes_nothing(void **state)
{
	(void)state;
	static const struct {
		const char *why;
		struct exam_written list[2];
		size_t count;
	} sheets[] = {
		{"no question 9", {{1, "a"}, {9, "a"}}, 2}, {"no question 0", {{0, "a"}}, 1}, {"answered twice", {{1, "a"}, {1, "b"}}, 2},
		{"no answer to it", {{1, "a"}, {2, "z"}}, 2}, {"no answer to it", {{1, "a,b"}}, 1}, {"no answer to it", {{1, "1"}}, 1}, {"no answer to it", {{1, "-"}}, 1},
	};
	struct room r;
	struct arena a = ARENA_INIT;
	plan_room(&r);
	print_forms(&r);
	open_room(&r);
	for (size_t i = 0; i < sizeof(sheets) / sizeof(sheets[0]); i++) {
		struct err e = ERR_INIT;
		assert_false(enter_sheet(&r, 1, sheets[i].list, sheets[i].count, r.witness, &e));
		assert_int_equal(e.kind, ERR_INPUT);
		if (!strstr(e.msg, sheets[i].why))
			fail_msg("'%s' says not '%s'", e.msg, sheets[i].why);
		assert_string_equal(place(&r, 1, &a).state, "open");
	}
	arena_release(&a);
	fixture_close(&r.f);
}

static void what_was_answered_at_the_screen_stays(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct sheet s;
	struct exam_result result;
	struct exam_written list[4];
	size_t n = 0;
	struct exam_run *run = start(&r, 1);
	for (size_t i = 0; i < 2; i++)
		show(&r, run, i);
	assert_true(choose(&r, run, 0, 0, &e));
	load(&r, 1, &a, &s);
	assert_int_equal(s.questions[0].number, run->questions[0].number);
	exam_run_free(run);
	pass(&r, 30 * 60000); /* the power was away for half an hour: at a screen the second question would be another now */
	for (size_t i = 1; i < s.count; i++)
		list[n++] = (struct exam_written){(int)i + 1, right(&s.questions[i], &a)};
	if (!enter_sheet(&r, 1, list, n, r.witness, &e))
		fail_msg("%s", e.msg);
	struct place_row row = place(&r, 1, &a);
	assert_string_equal(row.state, "submitted");
	assert_true(exam_result(&r.f.app, row.sitting, &a, &result, &e));
	assert_int_equal(result.outcome.mark, 5);
	sheet_release(&s);
	arena_release(&a);
	fixture_close(&r.f);
}

/* Every kind of question of a course: what the key says, written down, is right. */
static void the_key_is_right_for_every_kind(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	int lettered = 0;
	plan_room_of(&r, "courses/dutch-a1", "mock");
	print_forms(&r);
	for (int seat = 1; seat <= 3; seat++) {
		struct sheet s;
		load(&r, seat, &a, &s);
		for (size_t i = 0; i < s.count; i++) {
			struct response resp;
			struct grade g;
			struct err e = ERR_INIT;
			const struct sheet_question *q = &s.questions[i];
			const struct form_part *p = sheet_part(&q->form);
			assert_non_null(p);
			assert_true(sheet_response(q, "", &a, &resp, &e));
			if (p->kind != FORM_CHOICE && p->kind != FORM_ORDER && p->kind != FORM_PAIR)
				continue;
			lettered++;
			if (!sheet_response(q, right(q, &a), &a, &resp, &e))
				fail_msg("%s: %s", q->path, e.msg);
			item_grade(q->item, &a, &resp, &g);
			if (g.verdict != VERDICT_OK)
				fail_msg("%s: '%s' is %s", q->path, right(q, &a), verdict_name(g.verdict));
		}
		sheet_release(&s);
	}
	assert_true(lettered > 20);
	arena_release(&a);
	fixture_close(&r.f);
}

static void tables_of_answers_are_read_or_refused(void **state)
{
	(void)state;
	static const struct {
		const char *text, *why; /* why NULL: it is read */
		size_t count;
	} tables[] = {
		{"question,answer\n1,a\n2,\"b, c\"\n", NULL, 2}, {"\xEF\xBB\xBFquestion;answer\n3;de sleutel\n", NULL, 1}, {"answer,question\nb,7\n", NULL, 1},
		{"question,answer\n", NULL, 0}, {"", "no columns", 0}, {"number,answer\n1,a\n", "no columns", 0}, {"question,answer\nx,a\n", "t.csv:2", 0},
		{"question,answer\n-1,a\n", "t.csv:2", 0}, {"question,answer\n1,a\n99999999999999999999,a\n", "t.csv:3", 0}, {"question,answer\n1,\"a\n", "never closed", 0},
		{"question,answer\n1,\xff\n", "no UTF-8", 0},
	};
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		struct arena a = ARENA_INIT;
		struct err e = ERR_INIT;
		struct exam_written *list;
		size_t count = 0;
		bool ok = exam_written_read(tables[i].text, strlen(tables[i].text), "t.csv", &a, &list, &count, &e);
		if (ok != !tables[i].why || (ok && count != tables[i].count) || (!ok && !strstr(e.msg, tables[i].why)))
			fail_msg("%zu: %s", i, ok ? "read" : e.msg);
		arena_release(&a);
	}
}

static bool is_plain(void *ctx, const struct form_row *r)
{
	(void)ctx;
	assert_null(strpbrk(r->given, "\033\037"));
	return true;
}

/* A table comes from anywhere: what drives terminals is not stored, nor a page instead of a word. */
static void what_is_typed_in_is_plain(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	static char page[5000];
	memset(page, 'a', sizeof(page) - 1);
	struct exam_written list[] = {{1, "de \033[2J kantine\037de poort"}, {2, page}};
	plan_room_of(&r, "tests/data/exams/dutch", "final");
	print_forms(&r);
	open_room(&r);
	assert_false(enter_sheet(&r, 1, list, 2, r.witness, &e));
	assert_non_null(strstr(e.msg, "question 2"));
	err_clear(&e);
	check(enter_sheet(&r, 1, list, 1, r.witness, &e), &e);
	check(exam_item_each(r.f.app.store, place(&r, 1, &a).sitting, is_plain, NULL, &e), &e);
	arena_release(&a);
	fixture_close(&r.f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_form_on_paper_is_the_form_at_the_screen),
		cmocka_unit_test(a_sheet_is_graded_as_the_screen_grades),
		cmocka_unit_test(what_is_typed_in_is_plain),
		cmocka_unit_test(a_sheet_that_cannot_be_read_changes_nothing),
		cmocka_unit_test(what_was_answered_at_the_screen_stays),
		cmocka_unit_test(the_key_is_right_for_every_kind),
		cmocka_unit_test(tables_of_answers_are_read_or_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
