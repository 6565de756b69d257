/* What one more learner costs the server: Private_Dirty of ten open sessions, signed in, from smaps_rollup. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty.h"

enum { SESSIONS = 10 };

static long private_dirty_kib(pid_t pid)
{
	char path[64], line[256];
	snprintf(path, sizeof(path), "/proc/%ld/smaps_rollup", (long)pid);
	FILE *f = fopen(path, "r");
	long kib = -1;
	while (f && fgets(line, sizeof(line), f))
		if (sscanf(line, "Private_Dirty: %ld kB", &kib) == 1)
			break;
	if (f)
		fclose(f);
	return kib;
}

/* Signs in as the sample learner and opens the first lesson page, so that what a session needs is loaded. */
static bool sign_in(struct pty *p)
{
	/* the sample learner of every demo store */
	if (!pty_wait(p, "Enter", 10000))
		return false;
	pty_send(p, "4");
	if (!pty_wait(p, "PIN", 10000))
		return false;
	pty_send(p, "1001\r402817\r");
	if (!pty_wait(p, "Today", 10000))
		return false;
	pty_send(p, "\r");
	return pty_wait(p, "next", 10000);
}

int main(void)
{
	char *safar = made("%s/src/safar", build_folder()), *store = made("%s/bench/memory.db", build_folder());
	if (!shell("rm -f '%s'*; '%s' --store '%s' init --demo >/dev/null && for p in dutch-a1 conduct-belgium belgium; "
		   "do '%s' --store '%s' pack install '%s/courses/'$p >/dev/null </dev/null || exit 1; done",
		   store, safar, store, safar, store, source_folder())) {
		fprintf(stderr, "memory: cannot make a store\n");
		return 1;
	}
	char option[] = "--store";
	char *const argv[] = {safar, option, store, NULL};
	struct pty p[SESSIONS];
	long total = 0;
	bool ok = true;
	for (int i = 0; i < SESSIONS; i++)
		ok &= pty_start(&p[i], argv) && sign_in(&p[i]);
	for (int i = 0; ok && i < SESSIONS; i++) {
		long kib = private_dirty_kib(p[i].pid);
		ok &= kib > 0;
		total += kib;
	}
	for (int i = 0; i < SESSIONS; i++)
		pty_end(&p[i]);
	if (!ok) {
		fprintf(stderr, "memory: a session did not get to its home screen, or the kernel shows no smaps_rollup\n");
		return 1;
	}
	char ours[32];
	snprintf(ours, sizeof(ours), "%.2f MiB", (double)total / SESSIONS / 1024);
	bench_line("memory per session", ours, NULL, 0);
	return 0;
}
