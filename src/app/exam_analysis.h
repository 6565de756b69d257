/* How an exam and each of its items worked, from stored sittings. Formulas are those of exam/analysis.h. */
#ifndef SAFAR_APP_EXAM_ANALYSIS_H
#define SAFAR_APP_EXAM_ANALYSIS_H

#include "app/app.h"
#include "core/arena.h"
#include "exam/analysis.h"

enum { EXAM_CELLS_MAX = 10 * 1000 * 1000 }; /* attempts × items: 80 MB */

/* Which sittings. By default the first attempt of each person – who has seen the questions before is no measure of them –, and results that were given out. */
struct exam_analysis_of {
	const char *exam;          /* "pack/exam", or the short id where only one installed exam has it */
	const char *since, *until; /* ISO days of sessions, both included; NULL: no limit */
	bool all;                  /* also results that were not given out yet */
	bool every;                /* also second and later attempts */
	double cut;                /* points; NAN: the pass mark of the exam */
};
struct exam_analysis {
	const char *exam;          /* "pack/exam" */
	const char *title;         /* in the reader's language where it is translated */
	const char **items;        /* labels: "id" of the exam's own items and sections that assessors mark, "unit/id"; another wording of an item is "id~2" */
	const char **asked;        /* what is asked, Markdown; "" where it is long */
	const char **attempts;     /* ids of sittings */
	double cut;                /* points of a form */
	struct marks marks;        /* columns by section, stratum and path */
	struct exam_figures figures;
};
/* Everything in `a`. Staff only. ERR_ABSENT: no such exam, or no sitting of it that is meant. ERR_INPUT: a day that is none, more than EXAM_CELLS_MAX cells or ANALYSIS_ITEMS_MAX items. */
bool exam_analyse(struct app *app, const struct exam_analysis_of *of, struct arena *a, struct exam_analysis *out, struct err *e);

/* The table of marks in the form in which app/analysis.h reads it: sittings by their ids, nobody by name; an empty cell was not reached, a hyphen not in the form. */
bool exam_write_marks(const struct exam_analysis *x, const char *path, struct err *e);

#endif
