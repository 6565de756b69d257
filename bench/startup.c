/* From exec to the first complete frame, in a pseudo-terminal, against bench/idle. Both take turns, warm; the middle of all runs counts. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "pty.h"

enum { RUNS = 41 };

/* The footer is painted last, and Enter stands in it. */
static bool frame_seconds(char *const argv[], double *out)
{
	struct pty p;
	double began = seconds_now();
	bool ok = pty_start(&p, argv) && pty_wait(&p, "Enter", 10000);
	*out = seconds_now() - began;
	pty_end(&p);
	return ok;
}

int main(void)
{
	char *safar = made("%s/src/safar", build_folder()), *idle = made("%s/bench/idle", build_folder());
	char *store = made("%s/bench/startup.db", build_folder());
	if (!shell("rm -f '%s'*; '%s' --store '%s' init --demo >/dev/null", store, safar, store)) {
		fprintf(stderr, "startup: cannot make a store\n");
		return 1;
	}
	char option[] = "--store";
	char *const ours[] = {safar, option, store, NULL}, *const theirs[] = {idle, store, NULL};
	double a[RUNS], b[RUNS], warm;
	frame_seconds(ours, &warm);
	frame_seconds(theirs, &warm);
	for (int i = 0; i < RUNS; i++)
		if (!frame_seconds(ours, &a[i]) || !frame_seconds(theirs, &b[i])) {
			fprintf(stderr, "startup: no frame came\n");
			return 1;
		}
	double mine = median(a, RUNS), base = median(b, RUNS);
	char left[32], right[32];
	snprintf(left, sizeof(left), "%.2f ms", mine * 1000);
	snprintf(right, sizeof(right), "%.2f ms", base * 1000);
	bench_line("startup", left, right, mine / base);
	return 0;
}
