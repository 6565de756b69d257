/* The board is killed at any moment while learners answer: what it had told is done, what it had not is done wholly or not at all, no answer is lost, and another board goes
 * on. SAFAR_KILLS: how many times (20). */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/exam_watch.h"

enum { LEARNERS = 2, STEPS = 24 };

static bool open_again(struct room *r)
{
	struct err e = ERR_INIT;
	if (!app_open(&r->f.app, r->f.path, STORE_OPEN, &e))
		return false;
	r->f.app.front = "cli"; /* the owner of the store may supervise */
	return true;
}

/* Acts without a pause and writes the act's letter when it was done. */
static void supervise(struct room *r, int out)
{
	struct err e = ERR_INIT;
	struct exam_reason why = {.why = WHY_TECHNICAL, .text = "drill", .second = r->witness};
	if (!open_again(r))
		_exit(2);
	struct exam_watch *w = exam_watch_new(&r->f.app, r->session, &e);
	for (int step = 0; w; step++) {
		int seat = step / 3 % 3 + 1;
		char told = '-';
		if (step == 0)
			told = exam_open_seat(&r->f.app, r->session, 0, NULL, &e) ? 'o' : '-';
		else if (step == 1)
			told = exam_start(&r->f.app, r->session, NULL, &e) ? 's' : '-';
		else if (step % 3 == 0)
			told = exam_pause(&r->f.app, r->session, seat, &why, NULL, &e) ? 'p' : '-';
		else if (step % 3 == 1)
			told = exam_extend(&r->f.app, r->session, seat, 1, &why, NULL, &e) ? 't' : '-';
		else
			told = exam_release(&r->f.app, r->session, seat, &why, NULL, &e) ? 'r' : '-';
		if (!exam_watch_look(&r->f.app, w, &e) || write(out, &told, 1) != 1)
			_exit(3);
	}
	_exit(4);
}

/* Enters as soon as the seat is open and answers for ever; a letter for each answer that was acknowledged. */
static void learn(struct room *r, int seat, int out)
{
	struct err e = ERR_INIT;
	struct exam_run *run = NULL;
	if (!open_again(r))
		_exit(2);
	while (!run)
		run = exam_enter(&r->f.app, seat, r->codes[seat], &e);
	for (size_t i = 0;; i++) {
		if (!exam_tick(&r->f.app, run, &e))
			_exit(3);
		if (run->state == SITTING_OPEN && run->room_started)
			exam_begin_here(&r->f.app, run, &e);
		bool retry;
		struct response resp = {.kind = FORM_CHOICE, .chosen = {(int)(i / 3 % 2)}, .count = 1};
		if (run->count && exam_answer(&r->f.app, run, i % run->count, &resp, &retry, &e) && write(out, "a", 1) != 1)
			_exit(4);
	}
}

static pid_t begin(struct room *r, int seat, int *from)
{
	int pipes[2];
	assert_int_equal(pipe(pipes), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(pipes[0]);
		if (seat)
			learn(r, seat, pipes[1]);
		supervise(r, pipes[1]);
	}
	close(pipes[1]);
	*from = pipes[0];
	return child;
}

static void finish(pid_t child)
{
	int status;
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL)
		fail_msg("ended by itself with %d", WEXITSTATUS(status));
}

/* Counts what was told until the other end is gone. */
static void hear(int from, int counts[128])
{
	char byte;
	while (read(from, &byte, 1) == 1)
		counts[(unsigned char)byte & 127]++;
	close(from);
}

struct found {
	int events[128], answers;
	char state[4][16]; /* by seat: where the log says it is */
};

static bool take_event(void *ctx, const struct exam_event *ev)
{
	struct found *f = ctx;
	static const struct {
		const char *act;
		char letter;
	} acts[] = {{"open", 'o'}, {"start", 's'}, {"pause", 'p'}, {"extend", 't'}, {"release", 'r'}, {"minutes", 'm'}};
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		f->events[(unsigned char)acts[i].letter] += strcmp(ev->act, acts[i].act) == 0;
	if (ev->seat >= 1 && ev->seat <= 3 && *ev->to)
		snprintf(f->state[ev->seat], sizeof(f->state[0]), "%s", ev->to);
	return true;
}

static bool take_answer(void *ctx, int64_t seq, int seat, int number, const char *verdict, const char *given)
{
	(void)seq;
	(void)seat;
	(void)number;
	(void)verdict;
	(void)given;
	++*(int *)ctx;
	return true;
}

/* What is stored fits together, and everything that was told is there. */
static void check_round(struct room *r, int round, const int told[128], int answers)
{
	struct err e = ERR_INIT;
	struct found f = {.answers = 0};
	struct arena a = ARENA_INIT;
	struct exam_session s;
	assert_true(exam_events(&r->f.app, r->session, take_event, &f, &e));
	assert_true(exam_answer_since(r->f.app.store, r->session, 0, take_answer, &f.answers, &e));
	if (f.answers < answers)
		fail_msg("round %d: %d answers told, %d kept", round, answers, f.answers);
	for (const char *act = "ptr"; *act; act++) {
		int kept = f.events[(unsigned char)*act];
		if (kept < told[(unsigned char)*act] || kept > told[(unsigned char)*act] + 1)
			fail_msg("round %d: '%c' told %d times, kept %d times", round, *act, told[(unsigned char)*act], kept);
	}
	assert_int_equal(f.events['t'], f.events['m']); /* minutes come with their reason, or not at all */
	assert_true(exam_session(&r->f.app, r->session, &a, &s, &e));
	assert_int_equal(strcmp(s.state, "open") == 0, f.events['o'] > 0);
	assert_true(s.started || f.events['s'] == 0); /* started, and nobody there yet: no seat begins */
	for (int seat = 1; seat <= 3; seat++) {
		struct place_row row = place(r, seat, &a);
		assert_string_equal(row.state, f.state[seat]);
	}
	arena_release(&a);
}

/* Another board takes over and brings the session to its end. */
static void go_on(struct room *r)
{
	struct err e = ERR_INIT;
	struct exam_reason over = {.why = WHY_TECHNICAL, .text = "the board is gone", .second = r->witness};
	struct exam_watch *w = exam_watch_new(&r->f.app, r->session, &e);
	assert_non_null(w);
	if (w->tally.closed)
		assert_true(exam_open_seat(&r->f.app, r->session, 0, NULL, &e));
	assert_true(exam_watch_look(&r->f.app, w, &e));
	if (w->tally.open)
		assert_true(exam_start(&r->f.app, r->session, NULL, &e));
	if (!exam_end(&r->f.app, r->session, 0, &over, NULL, &e) || !exam_close(&r->f.app, r->session, &e))
		fail_msg("%s", e.msg);
	exam_watch_free(w);
}

static void a_killed_board_leaves_nothing_half_done(void **state)
{
	(void)state;
	const char *wanted = getenv("SAFAR_KILLS");
	int rounds = wanted ? (int)strtol(wanted, NULL, 10) : 20;
	for (int round = 0; round < rounds; round++) {
		struct room r;
		struct err e = ERR_INIT;
		static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
		int told[128] = {0}, answers[128] = {0}, from[LEARNERS + 1];
		pid_t child[LEARNERS + 1];
		char byte;
		plan_room(&r);
		for (int seat = 1; seat <= 3; seat++)
			assert_true(exam_confirm(&r.f.app, r.session, seat, &id, &e));
		app_close(&r.f.app);
		for (int i = 0; i <= LEARNERS; i++)
			child[i] = begin(&r, i, &from[i]);
		/* it dies within the act after so many, wherever that is then */
		for (int i = 0; i < round % STEPS && read(from[0], &byte, 1) == 1; i++)
			told[(unsigned char)byte & 127]++;
		finish(child[0]);
		for (int i = 1; i <= LEARNERS; i++)
			finish(child[i]);
		hear(from[0], told);
		for (int i = 1; i <= LEARNERS; i++)
			hear(from[i], answers);
		assert_true(open_again(&r));
		check_round(&r, round, told, answers['a']);
		go_on(&r);
		fixture_close(&r.f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_killed_board_leaves_nothing_half_done),
	};
	return cmocka_run_group_tests_name("killed boards", tests, NULL, NULL);
}
