/* What all figures share: time, a temporary folder, the median, and one line of the table `name  ours  baseline  ratio`. */
#ifndef SAFAR_BENCH_BENCH_H
#define SAFAR_BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Monotonic nanoseconds. */
int64_t bench_now(void);

/* A new folder under TMPDIR (/tmp), and its end with all files in it. The caller frees the paths. */
char *bench_folder(void);
char *bench_path(const char *folder, const char *name);
void bench_remove(char *folder);

/* Sorts; the value that `share` of the others do not exceed (0.5: the median, 0.99: p99). */
double bench_quantile(double *values, size_t count, double share);

/* One line of the table; a baseline of 0 means that there is none. The unit stands behind both figures. */
void bench_line(const char *name, double ours, double baseline, const char *unit);

/* Ends the program with 1: only a figure that cannot be taken does that, never a bad one. */
void bench_broken(const char *why, const char *detail) __attribute__((noreturn));

/* Runs `sh -c command` and gives whether it ended with 0. */
bool bench_shell(const char *command);

#endif
