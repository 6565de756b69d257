/* FSRS-6: how well a card is remembered and when to ask it again. Pure and in double precision; it knows no clock: days are handed in
 * as whole numbers (the site's days, which begin at its rollover hour), learning steps are seconds.
 *
 * Formulas and default weights: FSRS version 6 (open-spaced-repetition: py-fsrs 6.3, fsrs-rs 6.6, ts-fsrs 5.4). Where those differ, this is
 * kept: stability after a pass on the same day never falls (grades 2 to 4; the cap on w17 and w18 for several
 * relearning steps is not needed with one), stability stays within 0.001 and 36500 days, elapsed time is
 * whole days, a single learning step answered Hard waits min(1.5 s, s + 1 day), intervals are spread as Anki does. */
#ifndef SAFAR_LEARN_FSRS_H
#define SAFAR_LEARN_FSRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"

enum fsrs_grade { FSRS_AGAIN = 1, FSRS_HARD, FSRS_GOOD, FSRS_EASY };
enum fsrs_state { FSRS_NEW, FSRS_LEARNING, FSRS_REVIEW, FSRS_RELEARNING };
const char *fsrs_state_name(enum fsrs_state s);

enum {
	FSRS_WEIGHTS = 21,
	FSRS_STEPS_MAX = 8,
	FSRS_DAYS_MAX = 36500, /* no interval, stability or elapsed time is longer */
};
extern const double fsrs_default_weights[FSRS_WEIGHTS];

/* Stability in days: how long until nine of ten are still remembered. Difficulty 1 to 10. A card never reviewed has stability 0. */
struct fsrs_memory {
	double stability, difficulty;
};

/* The parts of the model, for weights `w` of version 6. */
double fsrs_retrievability(const double *w, double elapsed, double stability); /* chance to remember after so many days; 0 for stability 0 */
double fsrs_days(const double *w, double retention, double stability);	       /* when that chance falls to `retention`; not rounded */
int fsrs_interval(const double *w, double retention, double stability, int maximum); /* the same, rounded, 1 to maximum */
double fsrs_first_difficulty(const double *w, enum fsrs_grade g);		   /* within 1 to 10 */
double fsrs_next_difficulty(const double *w, double difficulty, enum fsrs_grade g);
double fsrs_after_recall(const double *w, struct fsrs_memory m, double retrievability, enum fsrs_grade g);
double fsrs_after_forgetting(const double *w, struct fsrs_memory m, double retrievability);
double fsrs_after_same_day(const double *w, double stability, enum fsrs_grade g);

/* The memory after a review `elapsed` whole days after the last one (below 1: the same day). */
struct fsrs_memory fsrs_memory_next(const double *w, struct fsrs_memory m, enum fsrs_grade g, double elapsed);

/* Spreads an interval (not rounded, days) so that cards learnt together do not stay together. `factor` is chance, 0 to below 1. */
int fsrs_spread(double interval, double factor, int minimum, int maximum);

/* What a centre may set. */
struct fsrs {
	double w[FSRS_WEIGHTS];
	double retention; /* desired chance to remember when a card comes due, 0.7 to 0.97 */
	int maximum;	  /* longest interval, days */
	bool spread;
	int learning[FSRS_STEPS_MAX], relearning[FSRS_STEPS_MAX]; /* waits in seconds */
	size_t learning_count, relearning_count;
};

/* Default weights, retention 0.9, learning steps 1 and 10 minutes, relearning 10 minutes, spread. */
void fsrs_init(struct fsrs *p);

/* Takes weights of version 6 (21), or of 5 (19) and 4.5 (17), which are carried over to version 6. ERR_INPUT, and nothing changed, when the number of
 * weights is another, or one is not within the range that the optimizers keep to; the message names it. */
bool fsrs_set_weights(struct fsrs *p, const double *weights, size_t count, struct err *e);

/* The same from a text: numbers parted by commas or spaces. */
bool fsrs_read_weights(struct fsrs *p, const char *text, struct err *e);

/* ERR_INPUT when retention is not within 0.7 and 0.97: above that the work explodes. */
bool fsrs_set_retention(struct fsrs *p, double retention, struct err *e);

struct fsrs_card {
	enum fsrs_state state;
	int step;	 /* learning step, from 0; 0 in review */
	struct fsrs_memory memory;
	int reps, lapses;
	int64_t last_day; /* of the last review */
	int wait;	 /* seconds until it is due: a learning step; 0: due by days */
	int days;	 /* until it is due; 0 while `wait` counts */
};

/* A review on `day` with a grade. `seed` names the card: with the number of its reviews it decides the spread, so that a preview and the review
 * itself agree. A day before the last one counts as the same day; from then on days count from there, so that a clock that jumped heals.
 * A grade that is none changes nothing. */
void fsrs_review(const struct fsrs *p, struct fsrs_card *c, enum fsrs_grade g, int64_t day, uint64_t seed);

/* Sets when a card in state review is due, from its stability; for a caller that bounds the stability. */
void fsrs_set_due(const struct fsrs *p, struct fsrs_card *c, uint64_t seed);

/* Days since the last review as the model counts them: never negative, at most FSRS_DAYS_MAX. */
int fsrs_elapsed(const struct fsrs_card *c, int64_t day);

#endif
