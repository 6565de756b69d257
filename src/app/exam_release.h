/* Giving out the results of a session: what stands, and of whom. */
#ifndef SAFAR_APP_EXAM_RELEASE_H
#define SAFAR_APP_EXAM_RELEASE_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"

/* The result of one sitting. Texts are borrowed for the length of the call. */
struct exam_standing {
	const char *sitting;                 /* its id */
	const char *exam, *examines;         /* own path "pack/exam"; the path that programmes name: the same for practice */
	const char *title;                   /* as in the pack */
	bool live;                           /* of a live bank: counts for a certificate; else it was practice */
	bool released;                       /* given out: only then it counts */
	bool passed, complete;               /* complete: every section was examined */
	int mark, maximum, scale;            /* in units of 1/scale points */
	int64_t session, person, ended_at, released_at; /* ms; released_at 0: not yet */
	const char *latin, *birth, *document; /* as frozen */
	int valid_months;                    /* how long it counts, from ended_at on; 0: not said */
	const char *day, *room, *language;   /* ISO date; of questions and options, "" for the learner's own */
};
typedef bool exam_standing_fn(void *ctx, const struct exam_standing *s);

/* Sittings that count, the earliest first: begun, ended and not void; of one person, or of all with 0. What was not given out yet comes as it would
 * stand now. One's own anybody may read, those of others staff. */
bool exam_standings(struct app *app, int64_t person, exam_standing_fn *fn, void *ctx, struct err *e);

#endif
