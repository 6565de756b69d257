/* Where the pass mark should stand: judges say of each item how probably somebody who is just good enough answers it right (modified Angoff). */
#ifndef SAFAR_APP_EXAM_ANGOFF_H
#define SAFAR_APP_EXAM_ANGOFF_H

#include "app/app.h"
#include "core/arena.h"

struct exam_cut {
	int64_t id, at;
	const char *judged_on, *by;       /* ISO day; who entered it, "" for the command line */
	int rounds, judges, items;
	double cut, standard_error, maximum; /* points of a form; standard_error NAN: one judge */
};

/* Judges' estimates of an installed exam (path or short id) from a table as app/analysis.h reads it: item ids ("id" of the exam's own, "unit/id" of a unit's check, the id of a section that
 * assessors mark), their points, then a row of estimates from 0 to 1 per judge. Items stand for the stratum they are drawn from: the cut is that of a form. Kept for ever, with the
 * table; from now on results that are given out name it. Administrators. ERR_INPUT: an id that cannot be drawn, other points than the item has, a stratum without an estimate,
 * an estimate that is none. `judged_on` ISO; rounds from 1: after how many talks the judges gave these. */
bool exam_angoff(struct app *app, const char *exam, const char *path, const char *judged_on, int rounds, struct arena *a, struct exam_cut *out, struct err *e);

/* The cuts of an exam, the oldest first; the last one is in force. */
typedef bool exam_cut_fn(void *ctx, const struct exam_cut *c);
bool exam_cuts(struct app *app, const char *exam, exam_cut_fn *fn, void *ctx, struct err *e);

/* The one that was in force when the last result of a sitting was given out; nothing where none was. Staff only. */
bool exam_cut_of(struct app *app, const char *sitting, exam_cut_fn *fn, void *ctx, struct err *e);

#endif
