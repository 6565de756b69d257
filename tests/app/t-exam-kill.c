/* Supervised sittings whose programs are killed between any two steps, and terminals that want the same seat. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* What the dying child told of, in memory that outlives it. */
struct told {
	int answered; /* acknowledged answers */
	int64_t consumed;
};

/* The learner's program runs in a child and kills itself between step `at` and the next; everything it told of must be there. */
static void live_until(struct room *r, int at, int out)
{
	struct err e = ERR_INIT;
	struct told told = {0};
	struct fixture *f = &r->f;
	app_close(&f->app);
	if (!app_open(&f->app, f->path, STORE_OPEN, &e))
		_exit(2);
	f->app.clock = clock_from_fixed(&f->clock);
	f->app.front = "tui";
	struct exam_run *run = exam_enter(&f->app, 1, r->codes[1], &e);
	if (run && !exam_begin_here(&f->app, run, &e))
		_exit(4);
	for (int step = 0; run && step < 1000; step++) {
		if (step == at) {
			if (write(out, &told, sizeof(told)) != (ssize_t)sizeof(told))
				_exit(3);
			kill(getpid(), SIGKILL);
		}
		struct arena a = ARENA_INIT;
		struct form form;
		size_t q = (size_t)(step / 3 % 3);
		switch (step % 3) {
		case 0: exam_show(&f->app, run, q, &a, &form, &e); break;
		case 1: told.answered += choose(r, run, q, 0, &e); break;
		default:
			pass(r, 1000);
			told.consumed += 1000;
			exam_tick(&f->app, run, &e);
		}
		arena_release(&a);
	}
	_exit(1);
}

static bool count_answer(void *ctx, const struct form_row *r)
{
	int *count = ctx;
	*count += *r->verdict != '\0';
	return true;
}

static void a_kill_between_any_two_steps_loses_nothing_told(void **state)
{
	(void)state;
	for (int at = 0; at < 40; at++) {
		struct room r;
		struct err e = ERR_INIT;
		struct arena a = ARENA_INIT;
		struct told told = {0};
		int pipes[2], status, kept = 0;
		plan_room(&r);
		open_room(&r);
		assert_true(exam_start(&r.f.app, r.session, NULL, &e));
		assert_int_equal(pipe(pipes), 0);
		app_close(&r.f.app);
		pid_t child = fork();
		if (child == 0)
			live_until(&r, at, pipes[1]);
		close(pipes[1]);
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
		assert_int_equal(read(pipes[0], &told, sizeof(told)), sizeof(told));
		close(pipes[0]);
		if (!app_open(&r.f.app, r.f.path, STORE_OPEN, &e))
			fail_msg("%s", e.msg);
		r.f.app.clock = clock_from_fixed(&r.f.clock);
		struct place_row row = place(&r, 1, &a);
		assert_true(exam_item_each(r.f.app.store, row.sitting, count_answer, &kept, &e));
		if (kept != (told.answered < 3 ? told.answered : 3))
			fail_msg("step %d: %d answers told, %d kept", at, told.answered, kept);
		if (row.consumed_ms > told.consumed || told.consumed - row.consumed_ms > EXAM_BEAT_MS)
			fail_msg("step %d: %d ms used, %d ms written", at, (int)told.consumed, (int)row.consumed_ms);
		arena_release(&a);
		fixture_close(&r.f);
	}
}

/* A terminal that takes seat 1 as soon as `go` is closed, looks once more when `again` is, and tells whether it is the live one. */
static void take_seat(struct room *r, int go, int again, int out)
{
	struct err e = ERR_INIT;
	struct fixture *f = &r->f;
	char byte;
	if (!app_open(&f->app, f->path, STORE_OPEN, &e))
		_exit(2);
	f->app.clock = clock_from_fixed(&f->clock);
	f->app.front = "tui";
	if (read(go, &byte, 1) != 0)
		_exit(3);
	struct exam_run *run = exam_enter(&f->app, 1, r->codes[1], &e);
	if (!run || write(out, "e", 1) != 1 || read(again, &byte, 1) != 0 || !exam_tick(&f->app, run, &e))
		_exit(4);
	byte = run->moved ? 'm' : 'l';
	if (exam_begin_here(&f->app, run, &e) == run->moved) /* only the live one begins */
		_exit(6);
	if (write(out, &byte, 1) != 1)
		_exit(5);
	exam_run_free(run);
	app_close(&f->app);
	_exit(0);
}

static bool count_form(void *ctx, const struct form_row *r)
{
	(void)r;
	++*(int *)ctx;
	return true;
}

static void two_terminals_at_one_seat_make_one_sitting(void **state)
{
	(void)state;
	enum { TERMINALS = 4 };
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	int go[2], again[2], out[2], live = 0, moved = 0, drawn = 0;
	plan_room(&r);
	open_room(&r);
	/* the room is started, seat 1 comes late: whoever is the live one draws the form */
	assert_true(exam_session_started(r.f.app.store, r.session, 1, &e));
	assert_int_equal(pipe(go) | pipe(again) | pipe(out), 0);
	app_close(&r.f.app);
	for (int i = 0; i < TERMINALS; i++) {
		pid_t child = fork();
		assert_true(child >= 0);
		if (child == 0) {
			close(go[1]);
			close(again[1]);
			take_seat(&r, go[0], again[0], out[1]);
		}
	}
	close(out[1]);
	close(go[1]);
	char byte;
	for (int i = 0; i < TERMINALS; i++)
		assert_int_equal(read(out[0], &byte, 1), 1);
	close(again[1]);
	while (read(out[0], &byte, 1) == 1) {
		live += byte == 'l';
		moved += byte == 'm';
	}
	for (int status, i = 0; i < TERMINALS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(live, 1);
	assert_int_equal(moved, TERMINALS - 1);
	assert_true(app_open(&r.f.app, r.f.path, STORE_OPEN, &e));
	struct place_row row = place(&r, 1, &a);
	assert_true(exam_item_each(r.f.app.store, row.sitting, count_form, &drawn, &e));
	assert_int_equal(drawn, 5);
	assert_string_equal(row.state, "running");
	arena_release(&a);
	close(go[0]);
	close(again[0]);
	close(out[0]);
	fixture_close(&r.f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_kill_between_any_two_steps_loses_nothing_told),
		cmocka_unit_test(two_terminals_at_one_seat_make_one_sitting),
	};
	return cmocka_run_group_tests_name("killed sittings", tests, NULL, NULL);
}
