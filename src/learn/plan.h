/* Towards a date: what to do today, whether everything fits before departure, and how far ahead or behind somebody is. Pure; days are the site's day numbers.
 *
 * The rules come from a simulation (bench/reviews.c): where time is short, words never met cost more than words half forgotten. So the new words of the day
 * come before the reviews, evenly until two weeks before departure; reviews get the rest of the day's minutes, at least a twentieth, those first that gain most for
 * their time; and what is then left goes to further new words. Days that were missed only change the shares, never the minutes of a day. */
#ifndef SAFAR_LEARN_PLAN_H
#define SAFAR_LEARN_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "learn/fsrs.h"

enum {
	PLAN_TAIL_DAYS = 14,	  /* before departure, without new words */
	PLAN_MINUTES = 30,	  /* a day, where the centre says nothing else */
	PLAN_MINUTES_MAX = 480,
	PLAN_PAUSE_MS = 60 * 1000, /* no answer or page counts for longer: the rest is a pause */
};

/* How fast somebody works, in seconds. */
struct pace {
	double review; /* a word reviewed */
	double fresh;  /* a word met for the first time: the page and its drills of that day */
	double step;   /* a step of a lesson */
};
/* What is assumed until there are answers enough. */
struct pace pace_default(void);

/* The middle one of `count` durations, each counted for at most PLAN_PAUSE_MS and none below 0, in seconds; `otherwise` below 10 of them. Sorts `ms`. */
double pace_median(int64_t *ms, size_t count, double otherwise);

/* What is known today. */
struct plan_facts {
	int64_t today, begun; /* begun: the day of enrolment */
	int64_t departure;    /* INT64_MIN: no date */
	int fresh;	      /* words not met yet */
	int due;	      /* words due for review now */
	int met_today;	      /* words met for the first time today */
	double spent;	      /* seconds of today already spent on words */
	double ahead;	      /* reviews to come until departure, plan_reviews_ahead of all cards */
	int steps, done;      /* of the lessons that are wanted */
	int minutes;	      /* a day at most, reviewing and learning words together; bounded to 1..PLAN_MINUTES_MAX */
	double active;	      /* minutes a day somebody really worked lately; 0: not known */
	struct pace pace;
};

enum plan_state {
	PLAN_NONE,     /* no date, or it has passed */
	PLAN_ON,       /* fits, and in time */
	PLAN_AHEAD,    /* fits, `days` ahead */
	PLAN_BEHIND,   /* `days` behind, but it fits with `minutes` a day */
	PLAN_REPEAT,   /* the last weeks: nothing new, what is known is repeated */
	PLAN_TOO_MUCH, /* does not fit, even with the most minutes a day that anybody can learn */
};
struct plan {
	enum plan_state state;
	int days;	      /* ahead or behind */
	int64_t last_new_day; /* on which new words begin; departure - PLAN_TAIL_DAYS */
	int fresh_today;      /* new words today */
	int review_today;     /* reviews today; never more than due */
	int minutes;	      /* a day from now on, for everything that is left */
	double hours_left;    /* of work, at this pace */
};
void plan_make(const struct plan_facts *f, struct plan *out);

/* Reviews a card will ask for within the next `days`, passes as often as desired and the extra ones after faults included; `due_in` days from now the first
 * (below 0: now). A new card is one of state FSRS_NEW. */
double plan_reviews_ahead(const struct fsrs *p, const struct fsrs_card *c, int due_in, int days);

/* Whether a word not due yet shall come forward: in the week before departure, when it was not reviewed in that week and would be below the desired retention
 * two months after departure. */
bool plan_polish(const struct fsrs *p, const struct fsrs_card *c, int64_t today, int64_t departure);

/* How much a review gains for its time (review_gain towards the end of `horizon` days, by the seconds it is likely to take): the order of reviews. */
double plan_worth(const struct fsrs *p, const struct fsrs_card *c, int64_t day, int horizon);

#endif
