#include "config.h"

#include "pty.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double seconds_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

double median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_value);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

void bench_line(const char *name, const char *ours, const char *baseline, double ratio)
{
	printf("%-28s %16s %16s ", name, ours, baseline ? baseline : "-");
	if (ratio > 0)
		printf("%7.2f\n", ratio);
	else
		puts("      -");
	fflush(stdout);
}

char *made(const char *fmt, ...)
{
	char *out = NULL;
	va_list args;
	va_start(args, fmt);
	if (vasprintf(&out, fmt, args) < 0)
		abort();
	va_end(args);
	return out;
}

bool shell(const char *fmt, ...)
{
	char *command = NULL;
	va_list args;
	va_start(args, fmt);
	if (vasprintf(&command, fmt, args) < 0)
		abort();
	va_end(args);
	bool ok = system(command) == 0;
	free(command);
	return ok;
}

const char *build_folder(void)
{
	const char *folder = getenv("top_builddir");
	return folder ? folder : ".";
}

const char *source_folder(void)
{
	const char *folder = getenv("top_srcdir");
	return folder ? folder : "..";
}

bool pty_start(struct pty *p, char *const argv[])
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	*p = (struct pty){.fd = -1};
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		execv(argv[0], argv);
		_exit(127);
	}
	return p->pid > 0;
}

bool pty_wait(struct pty *p, const char *text, int limit_ms)
{
	double end = seconds_now() + limit_ms / 1000.0;
	size_t searched = 0, n = strlen(text);
	for (;;) {
		char *hit = NULL;
		if (p->length >= n) {
			size_t from = searched > n ? searched - n : 0;
			hit = memmem(p->seen + from, p->length - from, text, n);
			searched = p->length;
		}
		if (hit) {
			p->length = 0;
			return true;
		}
		struct pollfd f = {.fd = p->fd, .events = POLLIN};
		int left = (int)((end - seconds_now()) * 1000);
		if (left <= 0 || p->gone || poll(&f, 1, left) <= 0)
			return false;
		char part[16384];
		ssize_t got = read(p->fd, part, sizeof(part));
		if (got <= 0) {
			p->gone = true;
			return false;
		}
		char *grown = realloc(p->seen, p->length + (size_t)got);
		if (!grown)
			abort();
		p->seen = grown;
		memcpy(p->seen + p->length, part, (size_t)got);
		p->length += (size_t)got;
	}
}

void pty_send(struct pty *p, const char *keys)
{
	size_t n = strlen(keys);
	if (write(p->fd, keys, n) != (ssize_t)n)
		p->gone = true;
}

void pty_end(struct pty *p)
{
	if (p->pid > 0) {
		kill(p->pid, SIGKILL);
		waitpid(p->pid, NULL, 0);
	}
	if (p->fd >= 0)
		close(p->fd);
	free(p->seen);
	*p = (struct pty){.fd = -1};
}
