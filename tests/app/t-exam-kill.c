/* Supervised sittings whose programs are killed between any two steps. */
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_kill_between_any_two_steps_loses_nothing_told),
	};
	return cmocka_run_group_tests_name("killed sittings", tests, NULL, NULL);
}
