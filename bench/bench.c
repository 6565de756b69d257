#include "config.h"
#include "bench.h"

#include <dirent.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/alloc.h"

int64_t bench_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

char *bench_folder(void)
{
	const char *base = getenv("TMPDIR");
	char name[400];
	snprintf(name, sizeof(name), "%s/safar-bench-XXXXXX", base && *base ? base : "/tmp");
	if (!mkdtemp(name))
		bench_broken("no temporary folder", name);
	return xstrdup(name);
}

char *bench_path(const char *folder, const char *name)
{
	size_t size = strlen(folder) + strlen(name) + 2;
	char *path = xmalloc(size);
	snprintf(path, size, "%s/%s", folder, name);
	return path;
}

void bench_remove(char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *entry;
	while (d && (entry = readdir(d))) {
		char *path = bench_path(folder, entry->d_name);
		unlink(path);
		free(path);
	}
	if (d)
		closedir(d);
	rmdir(folder);
	free(folder);
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

double bench_quantile(double *values, size_t count, double share)
{
	if (count == 0)
		return 0;
	qsort(values, count, sizeof(*values), by_value);
	size_t at = (size_t)(share * (double)count);
	return values[at < count ? at : count - 1];
}

void bench_line(const char *name, double ours, double baseline, const char *unit)
{
	char left[32], right[32] = "-", ratio[32] = "-";
	snprintf(left, sizeof(left), "%.2f %s", ours, unit);
	if (baseline > 0) {
		snprintf(right, sizeof(right), "%.2f %s", baseline, unit);
		snprintf(ratio, sizeof(ratio), "%.2f", ours / baseline);
	}
	printf("%-28s %16s %16s %7s\n", name, left, right, ratio);
	fflush(stdout);
}

void bench_broken(const char *why, const char *detail)
{
	fprintf(stderr, "bench: %s: %s\n", why, detail);
	exit(1);
}

bool bench_shell(const char *command)
{
	char sh[] = "sh", c[] = "-c";
	char *line = xstrdup(command);
	char *argv[] = {sh, c, line, NULL};
	pid_t child;
	int status = 1;
	if (posix_spawn(&child, "/bin/sh", NULL, NULL, argv, environ) == 0)
		waitpid(child, &status, 0);
	free(line);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
