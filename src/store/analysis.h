/* What analysis of exams reads of stored sittings, and the cuts that judges came to. */
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

struct cut_row {
	int64_t id, version, at, actor;
	const char *exam, *actor_name, *judged_on, *body; /* actor_name when listed; body when added: the estimates, CSV */
	int rounds, judges, items;
	double cut, standard_error, maximum;              /* standard_error NAN: one judge */
};
bool cut_add(struct store *s, const struct cut_row *r, int64_t *id, struct err *e);
typedef bool cut_row_fn(void *ctx, const struct cut_row *r);
bool cut_each(struct store *s, const char *exam, cut_row_fn *fn, void *ctx, struct err *e); /* the oldest first */

/* The cut that the last result given out of a sitting names; gives nothing where it names none. */
bool cut_of_result(struct store *s, const char *sitting, cut_row_fn *fn, void *ctx, struct err *e);

#endif
