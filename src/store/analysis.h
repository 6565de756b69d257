/* What analysis of exams reads of stored sittings. */
#ifndef SAFAR_STORE_ANALYSIS_H
#define SAFAR_STORE_ANALYSIS_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

/* Which sittings of an exam; days "" for no limit. */
struct analysis_query {
	const char *exam, *since, *until; /* "pack/exam"; ISO days of their sessions, both included */
	bool everything;                  /* also what was not given out yet */
	bool every;                       /* also second and later attempts */
};
typedef bool analysis_sitting_fn(void *ctx, const char *sitting, int64_t version);
bool analysis_sittings(struct store *s, const struct analysis_query *what, analysis_sitting_fn *fn, void *ctx, struct err *e); /* the earliest first */

/* Answers of a sitting in the order in which they were given, with the clock of their section. */
typedef bool analysis_time_fn(void *ctx, int number, int section, int64_t consumed_ms);
bool analysis_times(struct store *s, const char *sitting, analysis_time_fn *fn, void *ctx, struct err *e);

#endif
