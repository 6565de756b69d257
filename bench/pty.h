/* A program in a pseudo-terminal, as a person would have it: for measuring what a session costs. */
#ifndef SAFAR_BENCH_PTY_H
#define SAFAR_BENCH_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct pty {
	pid_t pid;
	int fd;
	char *seen; /* everything the program wrote since the last pty_wait that found its text */
	size_t length;
	bool gone;  /* the program closed its end */
};

/* Starts argv on a terminal of 80 columns and 24 rows (TERM=xterm-256color, C.UTF-8). False if that fails. */
bool pty_start(struct pty *p, char *const argv[]);

/* Reads until the program has written `text`; false after `limit_ms`, or when it ends before. */
bool pty_wait(struct pty *p, const char *text, int limit_ms);

void pty_send(struct pty *p, const char *keys);

/* Kills the program, waits for it, frees what was seen. */
void pty_end(struct pty *p);

/* Monotonic time in seconds. */
double seconds_now(void);

/* The middle one; sorts `v`. */
double median(double *v, size_t n);

/* One line "name  ours  baseline  ratio" in the columns that all benches share; baseline or ratio 0: a dash. */
void bench_line(const char *name, const char *ours, const char *baseline, double ratio);

/* A text made as by printf, and whether the shell ran the command made so. What is made lives until the program ends. */
char *made(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
bool shell(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Folders of the build and of the sources, as the makefile hands them over. */
const char *build_folder(void);
const char *source_folder(void);

#endif
