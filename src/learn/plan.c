#include "config.h"
#include "learn/plan.h"

#include <math.h>
#include <stdlib.h>

#include "learn/review.h"

/* More than this a day nobody learns for weeks. */
enum { MOST_MINUTES = 180, ENOUGH_ANSWERS = 10 };

/* A faulty answer costs the answer, its correction and another try. */
static const double fault_cost = 3, least_review_share = 0.05;

struct pace pace_default(void)
{
	return (struct pace){.review = 11, .fresh = 45, .step = 40};
}

static int by_value(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

double pace_median(int64_t *ms, size_t count, double otherwise)
{
	if (count < ENOUGH_ANSWERS)
		return otherwise;
	for (size_t i = 0; i < count; i++)
		ms[i] = ms[i] < 0 ? 0 : ms[i] > PLAN_PAUSE_MS ? PLAN_PAUSE_MS : ms[i];
	qsort(ms, count, sizeof(*ms), by_value);
	/* a median of nothing would promise everything */
	return fmax((double)ms[count / 2] / 1000, 1);
}

double plan_worth(const struct fsrs *p, const struct fsrs_card *c, int64_t day, int horizon)
{
	double known = fsrs_retrievability(p->w, fsrs_elapsed(c, day), c->memory.stability);
	return review_gain(p, c, day, horizon) / (known + (1 - known) * fault_cost);
}

bool plan_polish(const struct fsrs *p, const struct fsrs_card *c, int64_t today, int64_t departure)
{
	enum { WEEK = 7, ABROAD = 60 };
	if (c->state != FSRS_REVIEW || departure < today || departure - today > WEEK || c->last_day >= departure - WEEK)
		return false;
	int elapsed = fsrs_elapsed(c, departure);
	return fsrs_retrievability(p->w, elapsed + ABROAD, c->memory.stability) < p->retention;
}

double plan_reviews_ahead(const struct fsrs *p, const struct fsrs_card *c, int due_in, int days)
{
	/* each pass at the desired retention; what fails comes back soon, and more than once: about three more */
	const double per_pass = 1 + 3 * (1 - p->retention);
	struct fsrs_memory m = c->memory;
	int at = due_in > 0 ? due_in : 0;
	double reviews = 0;
	if (c->state == FSRS_NEW) {
		m = fsrs_memory_next(p->w, m, FSRS_GOOD, 0);
		at += fsrs_interval(p->w, p->retention, m.stability, p->maximum);
	}
	for (int elapsed = fsrs_interval(p->w, p->retention, m.stability, p->maximum); at < days; at += elapsed) {
		m = fsrs_memory_next(p->w, m, FSRS_GOOD, elapsed);
		elapsed = fsrs_interval(p->w, p->retention, m.stability, p->maximum);
		reviews += per_pass;
	}
	return reviews;
}

static int whole(double value)
{
	return value < 0 ? 0 : value > 1e9 ? 1000000000 : (int)value;
}

/* The shares of today. */
static void share_today(const struct plan_facts *f, int days_for_new, struct plan *out)
{
	int minutes = f->minutes < 1 ? 1 : f->minutes > PLAN_MINUTES_MAX ? PLAN_MINUTES_MAX : f->minutes;
	double whole_day = minutes * 60.0, seconds = fmax(whole_day - f->spent, 0);
	int fresh = f->fresh > 0 ? f->fresh : 0;
	if (days_for_new <= 0)
		fresh = 0;
	/* a margin of a tenth: nobody comes every day */
	int even = days_for_new > 0 ? whole(ceil((fresh + f->met_today) * 1.1 / days_for_new) - f->met_today) : 0;
	double for_new = fmin((even < fresh ? even : fresh) * f->pace.fresh, seconds - fmin(whole_day * least_review_share, seconds));
	double for_review = fmin(f->due * f->pace.review, seconds - for_new);
	out->review_today = whole(ceil(for_review / f->pace.review));
	if (out->review_today > f->due)
		out->review_today = f->due;
	out->fresh_today = whole(round((seconds - for_review) / f->pace.fresh));
	if (out->fresh_today > fresh)
		out->fresh_today = fresh;
}

/* Ahead or behind: lessons are spread evenly from enrolment to the last day for new words. */
static int days_ahead(const struct plan_facts *f, int64_t last_new_day)
{
	int64_t span = last_new_day - f->begun, gone = f->today - f->begun;
	if (span < 1 || gone < 0 || f->steps < 1)
		return 0;
	/* what today still holds is not late yet */
	double ahead = (double)f->done * (double)span / f->steps - (double)gone;
	return (int)(ahead < 0 ? ceil(ahead) : floor(ahead));
}

void plan_make(const struct plan_facts *f, struct plan *out)
{
	*out = (struct plan){.state = PLAN_NONE};
	int steps_left = f->steps > f->done ? f->steps - f->done : 0;
	double seconds = steps_left * f->pace.step + f->fresh * f->pace.fresh + f->ahead * f->pace.review;
	out->hours_left = seconds / 3600;
	if (f->departure == INT64_MIN || f->departure < f->today || f->departure - f->today > FSRS_DAYS_MAX) {
		/* no date: as many new words as the day has room for */
		share_today(f, 1, out);
		return;
	}
	int days = (int)(f->departure - f->today);
	out->last_new_day = f->departure - PLAN_TAIL_DAYS;
	share_today(f, days - PLAN_TAIL_DAYS + 1, out);
	out->minutes = whole(ceil(seconds / 60 / (days > 0 ? days : 1)));
	int ahead = days_ahead(f, out->last_new_day);
	out->days = abs(ahead);
	if (out->minutes > MOST_MINUTES)
		out->state = PLAN_TOO_MUCH;
	else if (f->today > out->last_new_day)
		out->state = PLAN_REPEAT;
	else if (ahead < 0 || (f->active > 0 && out->minutes > f->active * 1.25 && out->minutes > f->minutes))
		out->state = PLAN_BEHIND;
	else
		out->state = ahead > 0 ? PLAN_AHEAD : PLAN_ON;
}
