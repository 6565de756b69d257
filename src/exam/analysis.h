/* Classical item analysis: how an exam and each of its items worked. Pure: marks in, figures out.
 *
 * Formulas are those of Moodle's quiz statistics, whose published fixture is a test here; variances and covariances are over S - 1. What is not defined –
 * one attempt, no variance, a negative weight – is NAN and shown as "not computed", never as 0. */
#ifndef SAFAR_EXAM_ANALYSIS_H
#define SAFAR_EXAM_ANALYSIS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

enum { ANALYSIS_PEOPLE_MAX = 100000, ANALYSIS_ITEMS_MAX = 1000 };

/* Marks: one row per attempt. An item that was not reached is NAN: it counts as 0 and is told apart. */
struct marks {
	size_t people, items;
	const double *max;   /* per item, above 0 */
	const double *mark;  /* people × items, row by row */
};

/* What may be wrong with an item, for people to read (bits). */
enum item_flag {
	ITEM_NEGATIVE = 1,   /* who does well elsewhere does badly here: look at the key */
	ITEM_DUBIOUS = 2,    /* discriminative efficiency below 15 */
	ITEM_EASY = 4,       /* nearly everybody has it right: facility above 0.95 */
	ITEM_HARD = 8,       /* nearly nobody: facility below 0.15 */
	ITEM_UNREACHED = 16, /* a tenth or more did not come so far */
};

struct item_figures {
	double facility;       /* mean mark over the maximum, 0–1 */
	double sd;             /* of the marks */
	double discrimination; /* 100 × correlation with the sum of the other items (corrected point-biserial × 100) */
	double efficiency;     /* 100 × covariance with the rest over the largest that these marks allow */
	double weight;         /* effective weight in the variance of the totals, percent */
	size_t unreached;
	unsigned flags;        /* of enum item_flag */
};
struct exam_figures {
	size_t people, items;
	double maximum;        /* of the totals */
	double mean, median, sd, skewness, kurtosis;
	double alpha;          /* Cronbach's; may be negative */
	double error_ratio;    /* 100 × √(1 − alpha); over 100 with a negative alpha */
	double sem;            /* standard error of measurement, in marks */
	double se_at_cut;      /* conditional, binomial: √(c(M − c)/(M − 1)) at the cut c of M points; NAN without a cut */
	bool few;              /* fewer than 30 attempts: reliability says little */
	struct item_figures *item; /* in the arena */
};

/* `cut` NAN: none. False if nothing can be said at all (no attempt or no item, or over the limits). */
bool analyse(struct arena *a, const struct marks *m, double cut, struct exam_figures *out);

/* Modified Angoff: judges' estimates (0–1) that somebody who is just good enough answers an item right, one row per judge. The cut in points
 * (Σ over items of the estimate × its maximum, mean over judges) and its standard error sd/√judges (NAN for one judge). */
struct angoff {
	double cut, standard_error;
	size_t judges;
};
bool angoff_cut(const struct marks *estimates, struct angoff *out);

#endif
