/* The day before an exam: what is tried, what is found, and seats that are tried at a terminal without a sitting. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "app/exam_rehearse.h"
#include "app/exam_seating.h"
#include "app/machine.h"
#include "app/packs.h"
#include "app/rehearsal.h"
#include "core/file.h"
#include "record/key_file.h"

static void try_all(struct room *r, const struct rehearsal_means *means, struct arena *a, struct rehearsal *out)
{
	struct err e = ERR_INIT;
	static const struct rehearsal_means usual = {.path = "/nonexistent", .trust_folder = "/nonexistent"};
	if (!rehearse(&r->f.app, r->session, means ? means : &usual, a, out, &e))
		fail_msg("%s", e.msg);
}

/* The worst mark of a subject: bad before note before good. */
static enum rehearsal_mark worst(const struct rehearsal *out, enum rehearsal_subject s)
{
	enum rehearsal_mark mark = REHEARSAL_GOOD;
	size_t count = 0;
	for (size_t i = 0; i < out->count; i++) {
		if (out->list[i].subject != s)
			continue;
		count++;
		if (mark != REHEARSAL_BAD && out->list[i].mark != REHEARSAL_GOOD)
			mark = out->list[i].mark;
	}
	assert_true(count > 0);
	return mark;
}

static bool says(const struct rehearsal *out, enum rehearsal_subject s, const char *text)
{
	for (size_t i = 0; i < out->count; i++)
		if (out->list[i].subject == s && strstr(out->list[i].said, text))
			return true;
	return false;
}

static void try_seat(struct room *r, int seat, int answered)
{
	struct err e = ERR_INIT;
	struct exam_run *run = enter(r, seat);
	assert_true(run->rehearsal);
	assert_int_equal(run->seat, seat);
	assert_int_equal(run->session, r->session);
	tick(r, run);
	assert_int_equal(run->count, 0); /* no question of the exam */
	if (!exam_rehearse_done(&r->f.app, run, answered, &e))
		fail_msg("%s", e.msg);
	exam_run_free(run);
}

static void a_room_is_ready_once_each_seat_was_tried(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct rehearsal out;
	plan_room(&r);
	try_all(&r, NULL, &a, &out);
	assert_false(out.good);
	assert_int_equal(worst(&out, REHEARSAL_PACK), REHEARSAL_GOOD);
	assert_true(says(&out, REHEARSAL_PACK, "15 questions are unchanged"));
	assert_int_equal(worst(&out, REHEARSAL_KEY), REHEARSAL_NOTE);
	assert_int_equal(worst(&out, REHEARSAL_CLOCK), REHEARSAL_GOOD);
	assert_int_not_equal(worst(&out, REHEARSAL_DISK), REHEARSAL_BAD);
	assert_true(says(&out, REHEARSAL_PRINTER, "NO PRINTER"));
	assert_true(says(&out, REHEARSAL_SEATS, "Tried at a terminal: 0 of 3"));
	try_seat(&r, 1, EXAM_REHEARSAL_ITEMS);
	try_seat(&r, 2, EXAM_REHEARSAL_ITEMS);
	try_seat(&r, 3, 2); /* not to the end */
	try_all(&r, NULL, &a, &out);
	assert_true(says(&out, REHEARSAL_SEATS, "Tried at a terminal: 2 of 3"));
	try_seat(&r, 3, EXAM_REHEARSAL_ITEMS);
	try_seat(&r, 1, 0); /* entered once more: what was tried stays tried */
	try_all(&r, NULL, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_SEATS), REHEARSAL_GOOD);
	arena_release(&a);
	fixture_close(&r.f);
}

static bool count_event(void *ctx, const struct exam_event *ev)
{
	int *n = ctx;
	*n += strcmp(ev->act, "code") != 0;
	return true;
}

/* No sitting begins, nothing is drawn, no attempt is used; and it ends when the session is held. */
static void trying_a_seat_is_no_sitting(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	int events = 0;
	plan_room(&r);
	struct app *app = &r.f.app;
	try_seat(&r, 1, EXAM_REHEARSAL_ITEMS);
	struct place_row row = place(&r, 1, &a);
	assert_string_equal(row.state, "planned");
	assert_true(row.started_at == 0);
	assert_string_equal(row.live, "");
	assert_true(exam_events(app, r.session, count_event, &events, &e));
	assert_int_equal(events, 0);
	assert_null(exam_enter(app, 1, "000000", &e));
	assert_int_equal(e.kind, ERR_DENIED);
	assert_null(exam_enter(app, 9, r.codes[1], &e));
	struct exam_run *rehearsal = enter(&r, 2);
	assert_true(exam_call(app, rehearsal, true, &e)); /* can be tried, and calls nobody */
	assert_false(place(&r, 2, &a).calls);
	open_room(&r);
	e = (struct err)ERR_INIT;
	assert_false(exam_rehearse_done(app, rehearsal, 3, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	exam_run_free(rehearsal);
	struct exam_run *run = enter(&r, 1);
	assert_false(run->rehearsal);
	exam_run_free(run);
	arena_release(&a);
	fixture_close(&r.f);
}

/* A room that is held and one that is rehearsed have the same numbers: rehearsing locks nobody out. */
static void rehearsing_locks_no_seat_that_is_held(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	char code[EXAM_CODE_SIZE];
	int64_t second;
	plan_room(&r);
	struct app *app = &r.f.app;
	open_room(&r);
	struct exam_plan plan = {.exam = "mock", .day = "2026-11-30", .room = "3", .people = r.people, .count = 3};
	assert_true(exam_plan(app, &plan, &second, &e));
	assert_true(exam_new_code(app, second, 1, code, &e));
	for (int i = 0; i < EXAM_CODE_TRIES + 2; i++) {
		struct exam_run *run = exam_enter(app, 1, code, &e);
		assert_non_null(run);
		assert_int_equal(run->session, second);
		assert_true(run->rehearsal);
		exam_run_free(run);
	}
	struct exam_run *held = enter(&r, 1);
	assert_int_equal(held->session, r.session);
	exam_run_free(held);
	fixture_close(&r.f);
}

static void a_clock_set_back_is_told(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct rehearsal out;
	plan_room(&r);
	r.f.clock.wall -= 24 * 3600 * 1000LL;
	try_all(&r, NULL, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_CLOCK), REHEARSAL_BAD);
	assert_true(says(&out, REHEARSAL_CLOCK, "before the last record"));
	r.f.clock.wall += 400 * 24 * 3600 * 1000LL;
	try_all(&r, NULL, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_CLOCK), REHEARSAL_NOTE);
	r.f.clock.wall = 0;
	try_all(&r, NULL, &a, &out);
	assert_true(says(&out, REHEARSAL_CLOCK, "younger"));
	r.f.clock.boot = "unknown";
	try_all(&r, NULL, &a, &out);
	assert_true(says(&out, REHEARSAL_CLOCK, "does not run"));
	arena_release(&a);
	fixture_close(&r.f);
}

static void a_pack_that_changed_is_told(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct rehearsal out;
	struct err e = ERR_INIT;
	plan_room(&r);
	struct app *app = &r.f.app;
	app->front = "cli";
	install(app, "tests/data/exams/pack-2");
	app->front = "tui";
	try_all(&r, NULL, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_PACK), REHEARSAL_NOTE);
	assert_true(says(&out, REHEARSAL_PACK, "newer version"));
	assert_true(says(&out, REHEARSAL_PACK, "unchanged and can be shown")); /* its own questions are still there */
	app->front = "cli";
	if (!packs_remove(app, "safety", &e))
		fail_msg("%s", e.msg);
	try_all(&r, NULL, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_PACK), REHEARSAL_NOTE); /* what the session keeps was superseded, not removed */
	arena_release(&a);
	fixture_close(&r.f);
}

static void the_key_is_read_and_its_phrase_tried(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct rehearsal out;
	struct err e = ERR_INIT;
	struct str key;
	plan_room(&r);
	str_init(&key);
	assert_true(key_file_new(&key, "seven horses drink tea slowly", &r.f.app.entropy, &e));
	struct rehearsal_means means = {.path = "/nonexistent", .trust_folder = "/nonexistent", .key_file = arena_strdup(&a, fixture_file(&r.f, "k", key.buf))};
	try_all(&r, &means, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_KEY), REHEARSAL_NOTE);
	assert_true(says(&out, REHEARSAL_KEY, "on no list"));
	means.phrase = "seven horses drink tea quickly";
	try_all(&r, &means, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_KEY), REHEARSAL_BAD);
	means.phrase = "seven horses drink tea slowly";
	try_all(&r, &means, &a, &out);
	assert_true(says(&out, REHEARSAL_KEY, "opens the key"));
	means.key_file = arena_strdup(&a, fixture_file(&r.f, "k", "no key"));
	try_all(&r, &means, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_KEY), REHEARSAL_BAD);
	means.key_file = "/nonexistent/key";
	try_all(&r, &means, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_KEY), REHEARSAL_BAD);
	str_release(&key);
	arena_release(&a);
	fixture_close(&r.f);
}

static void a_copy_and_a_printer_are_told(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct rehearsal out;
	struct err e = ERR_INIT;
	plan_room(&r);
	setenv("SAFAR_MACHINE_ID", fixture_file(&r.f, "m", "0123"), 1);
	assert_true(machine_bind(&r.f.app, &e));
	try_all(&r, NULL, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_MACHINE), REHEARSAL_GOOD);
	setenv("SAFAR_MACHINE_ID", fixture_file(&r.f, "m", "4567"), 1);
	try_all(&r, NULL, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_MACHINE), REHEARSAL_BAD);
	setenv("SAFAR_MACHINE_ID", "/nonexistent", 1);
	try_all(&r, NULL, &a, &out);
	assert_int_equal(worst(&out, REHEARSAL_MACHINE), REHEARSAL_NOTE);
	unsetenv("SAFAR_MACHINE_ID");
	struct rehearsal_means means = {.path = arena_printf(&a, "/nonexistent:%s", r.f.folder), .trust_folder = "/nonexistent"};
	const char *lp = fixture_file(&r.f, "lp", "#!/bin/sh\n");
	assert_int_equal(chmod(lp, 0700), 0);
	try_all(&r, &means, &a, &out);
	assert_true(says(&out, REHEARSAL_PRINTER, "lp, which prints"));
	arena_release(&a);
	fixture_close(&r.f);
}

static void a_closed_session_is_not_rehearsed(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct rehearsal out;
	struct rehearsal_means means = {0};
	struct err e = ERR_INIT;
	plan_room(&r);
	assert_true(exam_close(&r.f.app, r.session, &e));
	assert_false(rehearse(&r.f.app, r.session, &means, &a, &out, &e));
	assert_int_equal(e.kind, ERR_INPUT);
	assert_false(rehearse(&r.f.app, 99, &means, &a, &out, &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	arena_release(&a);
	fixture_close(&r.f);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_room_is_ready_once_each_seat_was_tried),
		cmocka_unit_test(trying_a_seat_is_no_sitting),
		cmocka_unit_test(rehearsing_locks_no_seat_that_is_held),
		cmocka_unit_test(a_clock_set_back_is_told),
		cmocka_unit_test(a_pack_that_changed_is_told),
		cmocka_unit_test(the_key_is_read_and_its_phrase_tried),
		cmocka_unit_test(a_copy_and_a_printer_are_told),
		cmocka_unit_test(a_closed_session_is_not_rehearsed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
