#include "config.h"
#include "learn/fsrs.h"

#include <math.h>

#include "core/random.h"

const double fsrs_default_weights[FSRS_WEIGHTS] = {
	0.212,	1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,	 1.8722, 0.1666, 0.796,
	1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
};

static const double stability_least = 0.001, stability_most = FSRS_DAYS_MAX;
static const int day_seconds = 86400;

static double bounded(double value, double least, double most)
{
	/* written so that what is no number ends at the lower bound */
	return value > least ? (value < most ? value : most) : least;
}

const char *fsrs_state_name(enum fsrs_state s)
{
	static const char *const names[] = {
		[FSRS_NEW] = "new", [FSRS_LEARNING] = "learning", [FSRS_REVIEW] = "review", [FSRS_RELEARNING] = "relearning",
	};
	return names[s];
}

static double decay_factor(const double *w)
{
	return pow(0.9, -1 / w[20]) - 1;
}

double fsrs_retrievability(const double *w, double elapsed, double stability)
{
	if (!(stability > 0))
		return 0;
	return pow(1 + decay_factor(w) * elapsed / stability, -w[20]);
}

double fsrs_days(const double *w, double retention, double stability)
{
	return stability / decay_factor(w) * (pow(retention, -1 / w[20]) - 1);
}

int fsrs_interval(const double *w, double retention, double stability, int maximum)
{
	return (int)bounded(round(fsrs_days(w, retention, stability)), 1, maximum);
}

/* Not bounded: the mean that difficulty reverts to is reckoned so. */
static double raw_first_difficulty(const double *w, enum fsrs_grade g)
{
	return w[4] - exp(w[5] * ((int)g - 1)) + 1;
}

double fsrs_first_difficulty(const double *w, enum fsrs_grade g)
{
	return bounded(raw_first_difficulty(w, g), 1, 10);
}

double fsrs_next_difficulty(const double *w, double difficulty, enum fsrs_grade g)
{
	double change = -w[6] * ((int)g - 3);
	double damped = difficulty + change * (10 - difficulty) / 9;
	return bounded(w[7] * raw_first_difficulty(w, FSRS_EASY) + (1 - w[7]) * damped, 1, 10);
}

double fsrs_after_recall(const double *w, struct fsrs_memory m, double retrievability, enum fsrs_grade g)
{
	double growth = exp(w[8]) * (11 - m.difficulty) * pow(m.stability, -w[9]) * (exp(w[10] * (1 - retrievability)) - 1);
	growth *= g == FSRS_HARD ? w[15] : g == FSRS_EASY ? w[16] : 1;
	return bounded(m.stability * (1 + growth), stability_least, stability_most);
}

double fsrs_after_forgetting(const double *w, struct fsrs_memory m, double retrievability)
{
	double left = w[11] * pow(m.difficulty, -w[12]) * (pow(m.stability + 1, w[13]) - 1) * exp(w[14] * (1 - retrievability));
	return bounded(fmin(left, m.stability / exp(w[17] * w[18])), stability_least, stability_most);
}

double fsrs_after_same_day(const double *w, double stability, enum fsrs_grade g)
{
	double k = exp(w[17] * ((int)g - 3 + w[18])) * pow(stability, -w[19]);
	if (g >= FSRS_HARD)
		k = fmax(k, 1);
	return bounded(stability * k, stability_least, stability_most);
}

struct fsrs_memory fsrs_memory_next(const double *w, struct fsrs_memory m, enum fsrs_grade g, double elapsed)
{
	struct fsrs_memory next;
	if (!(m.stability > 0))
		return (struct fsrs_memory){bounded(w[(int)g - 1], stability_least, stability_most), fsrs_first_difficulty(w, g)};
	double r = fsrs_retrievability(w, elapsed, m.stability);
	if (elapsed < 1)
		next.stability = fsrs_after_same_day(w, m.stability, g);
	else if (g == FSRS_AGAIN)
		next.stability = fsrs_after_forgetting(w, m, r);
	else
		next.stability = fsrs_after_recall(w, m, r, g);
	next.difficulty = fsrs_next_difficulty(w, m.difficulty, g);
	return next;
}

int fsrs_spread(double interval, double factor, int minimum, int maximum)
{
	/* the longer the interval, the less each further day adds */
	static const struct {
		double from, to, share;
	} ranges[] = {{2.5, 7, 0.15}, {7, 20, 0.1}, {20, INFINITY, 0.05}};
	interval = bounded(interval, minimum, maximum);
	double delta = interval < 2.5 ? 0 : 1;
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		delta += ranges[i].share * fmax(fmin(interval, ranges[i].to) - ranges[i].from, 0);
	int low = (int)bounded(round(interval - delta), minimum, maximum);
	int high = (int)bounded(round(interval + delta), minimum, maximum);
	if (high == low && high > 2 && high < maximum)
		high = low + 1;
	return low + (int)floor(factor * (1 + high - low));
}

void fsrs_init(struct fsrs *p)
{
	*p = (struct fsrs){
		.retention = 0.9, .maximum = FSRS_DAYS_MAX, .spread = true,
		.learning = {60, 600}, .learning_count = 2,
		.relearning = {600}, .relearning_count = 1,
	};
	for (int i = 0; i < FSRS_WEIGHTS; i++)
		p->w[i] = fsrs_default_weights[i];
}

int fsrs_elapsed(const struct fsrs_card *c, int64_t day)
{
	if (c->state == FSRS_NEW || day <= c->last_day)
		return 0;
	/* days may be as far apart as the numbers go */
	uint64_t days = (uint64_t)day - (uint64_t)c->last_day;
	return days < FSRS_DAYS_MAX ? (int)days : FSRS_DAYS_MAX;
}

void fsrs_set_due(const struct fsrs *p, struct fsrs_card *c, uint64_t seed)
{
	struct rng chance = {seed ^ (uint64_t)c->reps * UINT64_C(0xD1B54A32D192ED03)};
	double factor = (double)(rng_next(&chance) >> 11) * 0x1p-53;
	c->wait = 0;
	c->days = p->spread ? fsrs_spread(fsrs_days(p->w, p->retention, c->memory.stability), factor, 1, p->maximum)
			    : fsrs_interval(p->w, p->retention, c->memory.stability, p->maximum);
}

static int hard_wait(const int *steps, size_t count, int step)
{
	if (step > 0)
		return steps[step];
	if (count > 1)
		return (int)(((int64_t)steps[0] + steps[1]) / 2);
	int64_t longer = (int64_t)steps[0] * 3 / 2, capped = (int64_t)steps[0] + day_seconds;
	return (int)(longer < capped ? longer : capped);
}

/* Takes a card through its steps; false when it has left them. */
static bool take_step(struct fsrs_card *c, const int *steps, size_t count, enum fsrs_grade g)
{
	if (c->step < 0)
		c->step = 0;
	if (count == 0 || g == FSRS_EASY || (c->step >= (int)count && g > FSRS_AGAIN))
		return false;
	if (g == FSRS_GOOD && ++c->step >= (int)count)
		return false;
	if (g == FSRS_AGAIN)
		c->step = 0;
	c->wait = g == FSRS_HARD ? hard_wait(steps, count, c->step) : steps[c->step];
	c->days = 0;
	return true;
}

void fsrs_review(const struct fsrs *p, struct fsrs_card *c, enum fsrs_grade g, int64_t day, uint64_t seed)
{
	if (g < FSRS_AGAIN || g > FSRS_EASY)
		return;
	c->memory = fsrs_memory_next(p->w, c->memory, g, fsrs_elapsed(c, day));
	c->last_day = day;
	c->reps++;
	bool in_steps;
	if (c->state == FSRS_REVIEW) {
		c->lapses += g == FSRS_AGAIN;
		c->step = 0;
		in_steps = g == FSRS_AGAIN && take_step(c, p->relearning, p->relearning_count, g);
		c->state = in_steps ? FSRS_RELEARNING : FSRS_REVIEW;
	} else if (c->state == FSRS_RELEARNING) {
		in_steps = take_step(c, p->relearning, p->relearning_count, g);
	} else {
		c->state = FSRS_LEARNING;
		in_steps = take_step(c, p->learning, p->learning_count, g);
	}
	if (in_steps)
		return;
	c->state = FSRS_REVIEW;
	c->step = 0;
	fsrs_set_due(p, c, seed);
}
