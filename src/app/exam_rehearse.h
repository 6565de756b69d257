/* Trying a seat before its session is held: whoever sits at a terminal enters the seat's code as in the exam, gets the questions to try that stand before every exam, and no other. It
 * is no sitting and no attempt; kept is only that the seat was tried. */
#ifndef SAFAR_APP_EXAM_REHEARSE_H
#define SAFAR_APP_EXAM_REHEARSE_H

#include "app/exam.h"

enum { EXAM_REHEARSAL_ITEMS = 3 }; /* questions to try */

/* exam_enter gives a run with `rehearsal` for a seat of a session that is still planned, and keeps that the seat was entered. Of these questions so many were answered there: kept with the
 * name of the terminal. ERR_DENIED once the session is held. */
bool exam_rehearse_done(struct app *app, const struct exam_run *r, int answered, struct err *e);

/* The last try of each seat of a session, by seat; `at` ms. */
struct exam_tried {
	int seat, answered;
	int64_t at;
	const char *terminal;
};
typedef bool exam_tried_fn(void *ctx, const struct exam_tried *t);
bool exam_rehearsals(struct app *app, int64_t session, exam_tried_fn *fn, void *ctx, struct err *e);

#endif
