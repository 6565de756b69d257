/* Counting anew what was answered to an item whose key was mended, or that turned out faulty: said who changes from what to what before it is done, logged, old and new kept. */
#ifndef SAFAR_APP_EXAM_RESCORE_H
#define SAFAR_APP_EXAM_RESCORE_H

#include "app/app.h"

enum rescore_how {
	RESCORE_REGRADE,   /* stored answers judged by the item as the newest installed version has it; who had it so already is left alone */
	RESCORE_EVERYBODY, /* everybody gets its points */
	RESCORE_LEFT_OUT,  /* it counts for nobody */
};
struct rescore {
	const char *exam;  /* "pack/exam" */
	const char *item;  /* its path, or its id in the exam's own bank */
	enum rescore_how how;
	const char *reason; /* these two when it is done */
	int64_t second;    /* from exam_witness */
};
/* One sitting with the item in its form. Marks in units of 1/scale points; maximum 0: left out. */
struct rescored {
	int64_t session;
	int seat, number;  /* number: of the question in the form */
	const char *sitting, *name, *given; /* given: as stored, for a line */
	int before, before_maximum, after, after_maximum, scale;
	bool passed_before, passed_after, released;
};
typedef void rescored_fn(void *ctx, const struct rescored *r);

/* Shows what would change; nothing is written. ERR_INPUT where the item was not mended, its options are others now, or nobody was asked it. */
bool rescore_look(struct app *app, const struct rescore *r, rescored_fn *fn, void *ctx, struct err *e);

/* Does it, for all at once; *changed: how many sittings have another mark. Where results were given out, another result is; the former stays. */
bool rescore_do(struct app *app, const struct rescore *r, rescored_fn *fn, void *ctx, int *changed, struct err *e);

#endif
