/* Trying a seat before its session is held: whoever sits at a terminal enters the seat's code as in the exam, gets the questions to try that stand before every exam, and no other. It
 * is no sitting and no attempt; kept is only that the seat was tried. */
#ifndef SAFAR_APP_EXAM_REHEARSE_H
#define SAFAR_APP_EXAM_REHEARSE_H

#include "app/exam.h"

enum { EXAM_REHEARSAL_ITEMS = 3 }; /* questions to try */

struct exam_rehearsal {
	int64_t session;
	int seat;
	const char *name, *title; /* of the person; of the exam, in its source language */
};

/* Enters a seat of a session that is still planned; texts in `a`. ERR_DENIED for a wrong code, the same for an unknown seat. Wrong tries are counted with those of exam_enter. */
bool exam_rehearse_enter(struct app *app, int seat, const char *code, struct arena *a, struct exam_rehearsal *out, struct err *e);
/* So many of the questions to try were answered there. Kept with the name of this terminal. ERR_DENIED once the session is held. */
bool exam_rehearse_done(struct app *app, const struct exam_rehearsal *r, int answered, struct err *e);

/* The last try of each seat of a session, by seat; `at` ms. */
struct exam_tried {
	int seat, answered;
	int64_t at;
	const char *terminal;
};
typedef bool exam_tried_fn(void *ctx, const struct exam_tried *t);
bool exam_rehearsals(struct app *app, int64_t session, exam_tried_fn *fn, void *ctx, struct err *e);

#endif
