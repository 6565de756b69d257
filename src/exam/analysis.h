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

/* Marks: one row per attempt. An item that was not reached is NAN: it counts as 0 and is told apart. One that was not in the attempt's form is MARK_NOT_DRAWN: the figures of an
 * item are those of the attempts that had it. Where forms are drawn by strata, the items of a stratum stand side by side: the n-th item of every form is then one slot, and
 * reliability is that of the slots. */
#define MARK_NOT_DRAWN (-1.0)
struct marks {
	size_t people, items;
	const double *max;   /* per item, above 0 */
	const double *mark;  /* people × items, row by row */
};

/* What may be wrong with an item, for people to read (bits). All but ITEM_UNREACHED need five attempts. */
enum item_flag {
	ITEM_NEGATIVE = 1,   /* who does well elsewhere does badly here: look at the key */
	ITEM_DUBIOUS = 2,    /* discriminative efficiency below 15 */
	ITEM_EASY = 4,       /* nearly everybody has it right: facility above 0.95 */
	ITEM_HARD = 8,       /* nearly nobody: facility below 0.15 */
	ITEM_UNREACHED = 16, /* a tenth or more did not come so far */
	ITEM_IDLE_OPTION = 32, /* a wrong option that nobody chose */
	ITEM_SLOW = 64,      /* takes three times as long as the one in the middle */
};

/* An option of an item, or what was typed, and how often. */
struct option_count {
	const char *text;
	size_t count;
	bool right;
};
struct item_figures {
	size_t attempts;       /* that had it in their form */
	double facility;       /* mean mark over the maximum, 0–1 */
	double sd;             /* of the marks */
	double discrimination; /* 100 × correlation with the sum of the other items (corrected point-biserial × 100) */
	double efficiency;     /* 100 × covariance with the rest over the largest that these marks allow */
	double weight;         /* effective weight in the variance of the totals, percent */
	size_t unreached;
	double seconds;        /* median of the time that was used for it; NAN: not known */
	const struct option_count *options; /* or NULL */
	size_t option_count;
	unsigned flags;        /* of enum item_flag */
};
struct exam_figures {
	size_t people, items;
	double maximum;        /* of the totals; of the longest form where they differ: totals are then brought to it */
	double mean, median, sd, skewness, kurtosis;
	double alpha;          /* Cronbach's; may be negative. NAN where forms have not all as many items */
	double error_ratio;    /* 100 × √(1 − alpha); over 100 with a negative alpha */
	double sem;            /* standard error of measurement, in marks */
	double se_at_cut;      /* conditional, binomial: √(c(M − c)/(M − 1)) at the cut c of M points; NAN without a cut */
	bool few;              /* fewer than 30 attempts: reliability says little */
	struct item_figures *item; /* in the arena */
};

/* The most that the form of an attempt was worth; 0 without one. */
double analysis_maximum(const struct marks *m);

/* Sets ITEM_SLOW and ITEM_IDLE_OPTION from seconds and options, which whoever has them fills in after analyse. Few answers say nothing. */
void analyse_answers(struct exam_figures *x);

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
