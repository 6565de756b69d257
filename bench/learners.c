/* Rooms of learners on one store: each is a process that answers every two seconds. How long the slowest of a hundred answers takes until it is durable,
 * and whether anybody was sent away. To reach: 50 ms on this disk, 60 ms for 200 where each sync takes 10 ms longer, and nobody. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench.h"
#include "core/random.h"
#include "site.h"
#include "store/faulty_vfs.h"

enum { MOST_LEARNERS = 500, EVERY_MS = 2000, SECONDS = 20, MOST = SECONDS * 1000 / EVERY_MS + 1 };

/* A room: how many learners, and how much longer each sync takes than this machine's disk needs. */
static const struct room {
	int learners, slow_ms;
	const char *name;
} rooms[] = {
	{200, 0, "200 learners"},
	{200, 10, "200 learners, sync 10 ms"},
	{500, 10, "500 learners, sync 10 ms"},
};

struct learner {
	int answers, errors;
	double ms[MOST];
	char msg[200];
};

static void wait_until(int64_t when_ns)
{
	struct timespec t = {.tv_sec = when_ns / 1000000000, .tv_nsec = when_ns % 1000000000};
	while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL) != 0)
		;
}

static void learn(struct learner *l, const char *path, int64_t person, int64_t version, int64_t start)
{
	struct err e = ERR_INIT;
	struct store *s = store_open(path, STORE_OPEN, &e);
	struct rng rng = {.state = (uint64_t)person};
	int64_t next = start + (int64_t)rng_below(&rng, EVERY_MS) * 1000000;
	for (int i = 0; i < MOST - 1; i++, next += (int64_t)EVERY_MS * 1000000) {
		struct site_answer a;
		site_answer(&a, person, version, (uint64_t)i);
		wait_until(next);
		int64_t began = bench_now();
		if (s && answer_add(s, &a.answer, &e)) {
			l->ms[l->answers++] = (double)(bench_now() - began) / 1e6;
		} else {
			l->errors++;
			snprintf(l->msg, sizeof(l->msg), "%s", e.msg);
		}
	}
	store_close(s);
	_exit(0);
}

static void report(const struct room *r, const struct learner *learners)
{
	static double all[MOST_LEARNERS * MOST];
	size_t count = 0;
	int errors = 0;
	for (int i = 0; i < r->learners; i++) {
		memcpy(all + count, learners[i].ms, sizeof(double) * (size_t)learners[i].answers);
		count += (size_t)learners[i].answers;
		errors += learners[i].errors;
		if (learners[i].errors)
			fprintf(stderr, "bench: learner %d: %s\n", i + 1, learners[i].msg);
	}
	char name[64];
	snprintf(name, sizeof(name), "%s, answer p50", r->name);
	bench_line(name, bench_quantile(all, count, 0.5), 0, "ms");
	snprintf(name, sizeof(name), "%s, answer p99", r->name);
	bench_line(name, bench_quantile(all, count, 0.99), 0, "ms");
	snprintf(name, sizeof(name), "%s, busy errors", r->name);
	bench_line(name, errors, 0, "");
}

static void run(const struct room *r)
{
	sync(); /* what earlier benches wrote must not be waited for here */
	char *folder = bench_folder(), *path = bench_path(folder, "room.db");
	int64_t version;
	store_close(site_new(path, r->learners, &version));
	faulty_vfs_slow(r->slow_ms);
	size_t size = sizeof(struct learner) * (size_t)r->learners;
	struct learner *learners = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (learners == MAP_FAILED)
		bench_broken("no shared memory", "mmap");
	int64_t start = bench_now() + INT64_C(3000000000); /* time for all to come in */
	for (int i = 0; i < r->learners; i++)
		if (fork() == 0)
			learn(&learners[i], path, i + 1, version, start);
	while (wait(NULL) > 0)
		;
	faulty_vfs_slow(0);
	report(r, learners);
	munmap(learners, size);
	free(path);
	bench_remove(folder);
}

int main(void)
{
	faulty_vfs_install();
	for (size_t i = 0; i < sizeof(rooms) / sizeof(rooms[0]); i++)
		run(&rooms[i]);
	return 0;
}
