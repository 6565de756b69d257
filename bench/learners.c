/* A room of learners on one store: each is a process that answers every two seconds. How long the slowest of a hundred answers takes until it is durable,
 * and whether anybody was sent away. To reach: 50 ms, none. */
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

enum { LEARNERS = 200, EVERY_MS = 2000, SECONDS = 20, MOST = SECONDS * 1000 / EVERY_MS + 1 };

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

int main(void)
{
	sync(); /* what earlier benches wrote must not be waited for here */
	char *folder = bench_folder(), *path = bench_path(folder, "room.db");
	int64_t version;
	store_close(site_new(path, LEARNERS, &version));
	struct learner *room = mmap(NULL, sizeof(*room) * LEARNERS, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (room == MAP_FAILED)
		bench_broken("no shared memory", "mmap");
	int64_t start = bench_now() + INT64_C(3000000000); /* time for all to come in */
	for (int i = 0; i < LEARNERS; i++)
		if (fork() == 0)
			learn(&room[i], path, i + 1, version, start);
	while (wait(NULL) > 0)
		;
	static double all[LEARNERS * MOST];
	size_t count = 0;
	int errors = 0;
	for (int i = 0; i < LEARNERS; i++) {
		memcpy(all + count, room[i].ms, sizeof(double) * (size_t)room[i].answers);
		count += (size_t)room[i].answers;
		errors += room[i].errors;
		if (room[i].errors)
			fprintf(stderr, "bench: learner %d: %s\n", i + 1, room[i].msg);
	}
	bench_line("200 learners, answer p50", bench_quantile(all, count, 0.5), 0, "ms");
	bench_line("200 learners, answer p99", bench_quantile(all, count, 0.99), 0, "ms");
	bench_line("200 learners, busy errors", errors, 0, "");
	munmap(room, sizeof(*room) * LEARNERS);
	free(path);
	bench_remove(folder);
	return 0;
}
