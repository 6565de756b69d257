#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "app/people.h"

void check(bool ok, const struct err *e)
{
	if (!ok)
		fail_msg("%s", e->msg);
}

int64_t add_person(struct app *app, const char *code, const char *name, enum role role)
{
	return fixture_person(app, (struct person){.code = code, .name = name, .birth = "2001-05-14", .region = "UZ-NG", .role = role}, "402817");
}

void install(struct app *app, const char *path)
{
	fixture_install(app, path);
}

void plan_room(struct room *r)
{
	plan_room_of(r, "tests/data/exams/pack", "mock");
}

/* A session with three seats, signed in as its supervisor. */
void plan_room_of(struct room *r, const char *pack, const char *exam)
{
	struct err e = ERR_INIT;
	fixture_open(&r->f);
	struct app *app = &r->f.app;
	install(app, pack);
	r->supervisor = add_person(app, "9001", "Dilnoza Yusupova", ROLE_INSTRUCTOR);
	r->witness = add_person(app, "9002", "Jasur Rahimov", ROLE_INSTRUCTOR);
	r->people[0] = add_person(app, "1001", "Aziza Karimova", ROLE_LEARNER);
	r->people[1] = add_person(app, "1002", "Botir Saidov", ROLE_LEARNER);
	r->people[2] = add_person(app, "1003", "Otabek Aliyev", ROLE_LEARNER);
	app->front = "tui";
	if (!sign_in(app, "9001", "402817", &e))
		fail_msg("%s", e.msg);
	struct exam_plan plan = {.exam = exam, .day = "2026-11-23", .room = "2", .people = r->people, .count = 3};
	if (!exam_plan(app, &plan, &r->session, &e))
		fail_msg("%s", e.msg);
	for (int seat = 1; seat <= 3; seat++)
		assert_true(exam_new_code(app, r->session, seat, r->codes[seat], &e));
}

void open_room(struct room *r)
{
	struct err e = ERR_INIT;
	int done;
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	for (int seat = 1; seat <= 3; seat++)
		assert_true(exam_confirm(&r->f.app, r->session, seat, &id, &e));
	if (!exam_open_seat(&r->f.app, r->session, 0, &done, &e))
		fail_msg("%s", e.msg);
	assert_int_equal(done, 3);
}

void pass(struct room *r, int64_t ms)
{
	r->f.clock.wall += ms;
	r->f.clock.mono += ms;
}

struct exam_run *enter(struct room *r, int seat)
{
	struct err e = ERR_INIT;
	struct exam_run *run = exam_enter(&r->f.app, seat, r->codes[seat], &e);
	if (!run)
		fail_msg("%s", e.msg);
	if (run->state == SITTING_OPEN && run->room_started && !exam_begin_here(&r->f.app, run, &e))
		fail_msg("%s", e.msg);
	return run;
}

void tick(struct room *r, struct exam_run *run)
{
	struct err e = ERR_INIT;
	if (!exam_tick(&r->f.app, run, &e))
		fail_msg("%s", e.msg);
}

/* Seconds that pass at a live screen. */
void sit(struct room *r, struct exam_run *run, int seconds)
{
	for (int i = 0; i < seconds; i++) {
		pass(r, 1000);
		tick(r, run);
	}
}

bool choose(struct room *r, struct exam_run *run, size_t i, int option, struct err *e)
{
	struct response resp = {.kind = FORM_CHOICE, .chosen = {option}, .count = 1};
	bool retry;
	return exam_answer(&r->f.app, run, i, &resp, &retry, e);
}

bool type(struct room *r, struct exam_run *run, size_t i, const char *text, struct err *e)
{
	struct response resp = {.kind = FORM_GAPS, .typed = &text, .typed_count = 1};
	bool retry;
	return exam_answer(&r->f.app, run, i, &resp, &retry, e);
}

void show(struct room *r, struct exam_run *run, size_t i)
{
	struct arena a = ARENA_INIT;
	struct form form;
	struct err e = ERR_INIT;
	if (!exam_show(&r->f.app, run, i, &a, &form, &e))
		fail_msg("%s", e.msg);
	arena_release(&a);
}

struct exam_run *start(struct room *r, int seat)
{
	plan_room(r);
	return start_planned(r, seat);
}

struct exam_run *start_planned(struct room *r, int seat)
{
	struct err e = ERR_INIT;
	open_room(r);
	struct exam_run *run = enter(r, seat);
	assert_false(run->started);
	assert_true(exam_start(&r->f.app, r->session, NULL, &e));
	tick(r, run);
	assert_true(run->started);
	assert_int_equal(run->state, SITTING_RUNNING);
	return run;
}

void end(struct room *r, struct exam_run *run)
{
	exam_run_free(run);
	fixture_close(&r->f);
}

bool release(struct room *r, int seat, struct err *e)
{
	return exam_release(&r->f.app, r->session, seat, NULL, NULL, e);
}

struct place_row place(struct room *r, int seat, struct arena *a)
{
	struct place_row row;
	struct err e = ERR_INIT;
	assert_true(exam_place_at(r->f.app.store, r->session, seat, a, &row, &e));
	return row;
}

static void answer_all(struct room *r, int seat, const char *first, const char *second, int option)
{
	struct err e = ERR_INIT;
	struct exam_run *run = enter(r, seat);
	tick(r, run);
	for (size_t i = 0; i < 3; i++)
		show(r, run, i);
	if (*first)
		assert_true(type(r, run, 0, first, &e));
	if (*second)
		assert_true(type(r, run, 1, second, &e));
	assert_true(choose(r, run, 2, option, &e));
	assert_true(exam_hand_in(&r->f.app, run, &e));
	assert_int_equal(run->state, SITTING_SUBMITTED);
	exam_run_free(run);
}

void hold_final(struct room *r)
{
	struct err e = ERR_INIT;
	plan_room_of(r, "tests/data/exams/dutch", "final");
	open_room(r);
	assert_true(exam_start(&r->f.app, r->session, NULL, &e));
	answer_all(r, 1, "het eethuis", "de poort", 0);
	answer_all(r, 2, "Het  eethuis.", "", 0);
	answer_all(r, 3, "de kantine", "de port", 1);
	assert_true(exam_close(&r->f.app, r->session, &e));
}

struct exam_result result_of(struct room *r, int seat, struct arena *a)
{
	struct exam_result x;
	struct err e = ERR_INIT;
	check(exam_result(&r->f.app, place(r, seat, a).sitting, a, &x, &e), &e);
	return x;
}

void decide(struct room *r, const char *given, enum doubt_state to)
{
	struct err e = ERR_INIT;
	struct doubts d;
	bool found = false;
	check(doubts_load(&r->f.app, r->session, &d, &e), &e);
	for (size_t i = 0; i < d.count; i++)
		if (strcmp(d.list[i].given, given) == 0) {
			check(doubt_decide(&r->f.app, r->session, &d.list[i], to, &e), &e);
			found = true;
		}
	assert_true(found);
	doubts_release(&d);
}
