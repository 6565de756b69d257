/* A room of live sittings on one store: each is a process with an exam on the screen that answers every two seconds and gives its signs of life, while the supervisor's
 * board looks each second. How long the slowest of a hundred answers takes until it is durable, how long a look of the board takes, and whether anybody was
 * sent away. To reach: 60 ms for 200 where each sync takes 10 ms, and nobody. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/exam_watch.h"
#include "app/packs.h"
#include "app/people.h"
#include "bench.h"
#include "core/random.h"
#include "store/faulty_vfs.h"

enum { EVERY_MS = 2000, TICK_MS = 1000, SECONDS = 20, SYNC_MS = 10, ENTER_MS = 40 };

struct times {
	int count, errors;
	double ms[SECONDS + 1];
	char msg[512];
};

static void wait_until(int64_t when_ns)
{
	struct timespec t = {.tv_sec = when_ns / 1000000000, .tv_nsec = when_ns % 1000000000};
	while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL) != 0)
		;
}

static void open_app(struct app *app, const char *path)
{
	struct err e = ERR_INIT;
	if (!app_open(app, path, STORE_OPEN, &e))
		bench_broken("open", e.msg);
	app->front = "cli";
}

static void note(struct times *t, bool ok, int64_t began, const struct err *e)
{
	if (ok && t->count < (int)(sizeof(t->ms) / sizeof(t->ms[0]))) {
		t->ms[t->count++] = (double)(bench_now() - began) / 1e6;
	} else if (!ok) {
		t->errors++;
		snprintf(t->msg, sizeof(t->msg), "%s", e->msg);
	}
}

/* A learner: in before `start`, then a tick each second and an answer with every other one. */
static void sit(struct times *t, const char *path, int seat, const char *code, int64_t start)
{
	struct err e = ERR_INIT;
	struct app app;
	struct rng rng = {.state = (uint64_t)seat};
	open_app(&app, path);
	wait_until(start - (int64_t)(seat + 25) * ENTER_MS * 1000000);
	struct exam_run *run = exam_enter(&app, seat, code, &e);
	int64_t next = start + (int64_t)rng_below(&rng, EVERY_MS) * 1000000;
	if (!run || !exam_begin_here(&app, run, &e) || !run->count)
		note(t, false, 0, &e);
	for (int i = 0; run && run->count && i < SECONDS; i++, next += (int64_t)TICK_MS * 1000000) {
		struct response r = {.kind = FORM_CHOICE, .chosen = {i % 2}, .count = 1};
		bool retry;
		wait_until(next);
		if (!exam_tick(&app, run, &e))
			note(t, false, 0, &e);
		if (i % (EVERY_MS / TICK_MS))
			continue;
		int64_t began = bench_now();
		bool ok = exam_answer(&app, run, (size_t)i % run->count, &r, &retry, &e);
		note(t, ok, began, &e);
	}
	exam_run_free(run);
	app_close(&app);
	_exit(0);
}

static void watch(struct times *t, const char *path, int64_t session, int64_t start)
{
	struct err e = ERR_INIT;
	struct app app;
	open_app(&app, path);
	wait_until(start);
	struct exam_watch *w = exam_watch_new(&app, session, &e);
	for (int i = 0; i < SECONDS; i++) {
		wait_until(start + (int64_t)i * 1000000000);
		int64_t began = bench_now();
		bool ok = w && exam_watch_look(&app, w, &e);
		note(t, ok, began, &e);
	}
	if (w && w->tally.running < (int)w->count)
		bench_broken("the board", "not every seat runs");
	exam_watch_free(w);
	app_close(&app);
	_exit(0);
}

static void install(struct app *app)
{
	const char *top = getenv("top_srcdir");
	struct err e = ERR_INIT;
	struct diag_list d;
	struct pack_change change;
	char pack[4096];
	snprintf(pack, sizeof(pack), "%s/tests/data/exams/pack", top ? top : ".");
	diag_init(&d);
	if (!packs_install(app, pack, true, NULL, &d, &change, &e))
		bench_broken("install", e.msg);
	pack_change_release(&change);
	diag_release(&d);
}

/* A session whose seats are open and started, with a code each. */
static int64_t hold(struct app *app, int seats, char (*codes)[EXAM_CODE_SIZE])
{
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	struct err e = ERR_INIT;
	int64_t *people = calloc((size_t)seats, sizeof(*people)), session;
	char day[11], name[64];
	bool ok = people;
	for (int i = 0; ok && i < seats; i++) {
		struct arena a = ARENA_INIT;
		snprintf(name, sizeof(name), "Learner %d", i + 1);
		struct person p = {.code = "", .name = name, .birth = "2001-05-14", .region = "UZ-NG", .role = ROLE_LEARNER};
		ok = person_put(app, &a, &p, &e);
		people[i] = p.id;
		arena_release(&a);
	}
	date_format(app_today(app), day);
	struct exam_plan plan = {.exam = "mock", .day = day, .room = "", .people = people, .count = (size_t)seats};
	ok = ok && exam_plan(app, &plan, &session, &e);
	for (int seat = 1; ok && seat <= seats; seat++)
		ok = exam_new_code(app, session, seat, codes[seat - 1], &e) && exam_confirm(app, session, seat, &id, &e);
	if (!ok || !exam_open_seat(app, session, 0, NULL, &e) || !exam_start(app, session, NULL, &e))
		bench_broken("a session", e.msg);
	free(people);
	return session;
}

static void report(int seats, const struct times *all)
{
	double *ms = calloc((size_t)seats * (SECONDS + 1), sizeof(*ms));
	size_t count = 0;
	int errors = 0;
	char name[80];
	for (int i = 0; ms && i < seats; i++) {
		memcpy(ms + count, all[i].ms, sizeof(double) * (size_t)all[i].count);
		count += (size_t)all[i].count;
		errors += all[i].errors;
		if (all[i].errors)
			fprintf(stderr, "bench: seat %d: %s\n", i + 1, all[i].msg);
	}
	if (!count)
		bench_broken("sittings", "no answer");
	snprintf(name, sizeof(name), "%d sittings, sync 10 ms, answer p50", seats);
	bench_line(name, bench_quantile(ms, count, 0.5), 0, "ms");
	snprintf(name, sizeof(name), "%d sittings, sync 10 ms, answer p99", seats);
	bench_line(name, bench_quantile(ms, count, 0.99), 0, "ms");
	snprintf(name, sizeof(name), "%d sittings, errors", seats);
	bench_line(name, errors + all[seats].errors, 0, "");
	memcpy(ms, all[seats].ms, sizeof(double) * (size_t)all[seats].count);
	snprintf(name, sizeof(name), "%d sittings, a look of the board p50", seats);
	bench_line(name, bench_quantile(ms, (size_t)all[seats].count, 0.5), 0, "ms");
	free(ms);
}

static void run(int seats)
{
	char *folder = bench_folder(), *path = bench_path(folder, "room.db");
	char (*codes)[EXAM_CODE_SIZE] = calloc((size_t)seats, sizeof(*codes));
	size_t size = sizeof(struct times) * (size_t)(seats + 1);
	struct times *times = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct app app;
	struct err e = ERR_INIT;
	if (times == MAP_FAILED || !codes || !app_open(&app, path, STORE_CREATE, &e))
		bench_broken("a room", e.msg);
	app.front = "cli";
	install(&app);
	int64_t session = hold(&app, seats, codes);
	app_close(&app);
	sync();
	faulty_vfs_slow(SYNC_MS);
	int64_t start = bench_now() + (int64_t)(seats + 75) * ENTER_MS * 1000000; /* time for all to come in */
	for (int i = 0; i <= seats; i++) {
		pid_t child = fork();
		if (child == 0 && i < seats)
			sit(&times[i], path, i + 1, codes[i], start);
		else if (child == 0)
			watch(&times[i], path, session, start);
	}
	while (wait(NULL) > 0)
		;
	faulty_vfs_slow(0);
	report(seats, times);
	munmap(times, size);
	free(codes);
	free(path);
	bench_remove(folder);
}

int main(void)
{
	faulty_vfs_install();
	run(200);
	run(500);
	return 0;
}
