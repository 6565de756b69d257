#include "config.h"
#include "learn/placement.h"

/* Certain enough to end. */
static const double certain = 0.95;
/* Known is what is so likely known: to sit through a unit that is known costs less than to miss one that is not. */
static const double likely = 0.55;

/* The chance to know what a question asks, by how many units the place is ahead of the unit asked (below 1: the unit is not known). The border is not sharp: part of the last
 * unit is forgotten, part of the next is known from elsewhere. */
static double knows(long ahead)
{
	static const double steps[] = {0.05, 0.2, 0.8, 0.95}; /* -1 to 2 ahead */
	if (ahead < -1)
		return 0.01;
	return ahead > 2 ? 0.99 : steps[ahead + 1];
}

/* The chance of a right answer: who does not know guesses, who knows slips. A third is more than one in four: one option is often out of the question. */
static double rightly(long ahead, bool chosen)
{
	double guess = chosen ? 0.33 : 0.03, slip = chosen ? 0.05 : 0.15, k = knows(ahead);
	return k * (1 - slip) + (1 - k) * guess;
}

void placement_begin(struct placement *p, size_t units)
{
	*p = (struct placement){.units = units < PLACEMENT_UNITS_MAX ? units : PLACEMENT_UNITS_MAX};
	for (size_t k = 0; k <= p->units; k++)
		p->chance[k] = 1.0 / (double)(p->units + 1);
}

void placement_answer(struct placement *p, size_t unit, bool right, bool chosen)
{
	double sum = 0;
	p->asked++;
	for (size_t k = 0; k <= p->units; k++) {
		double r = rightly((long)k - (long)unit, chosen);
		p->chance[k] *= right ? r : 1 - r;
		sum += p->chance[k];
	}
	for (size_t k = 0; k <= p->units; k++)
		p->chance[k] /= sum;
}

/* The chance that the place is `k` or beyond. */
static double beyond(const struct placement *p, size_t k)
{
	double sum = 0;
	for (size_t i = k; i <= p->units; i++)
		sum += p->chance[i];
	return sum;
}

size_t placement_known(const struct placement *p)
{
	size_t k = p->units;
	while (k && beyond(p, k) < likely)
		k--;
	return k;
}

static bool over(const struct placement *p)
{
	size_t k = placement_known(p), last = k + 1 < p->units ? k + 1 : p->units;
	double sum = 0;
	if (p->asked < PLACEMENT_ITEMS_MIN)
		return false;
	for (size_t i = k ? k - 1 : 0; i <= last; i++)
		sum += p->chance[i];
	return p->asked >= PLACEMENT_ITEMS_MAX || sum >= certain;
}

bool placement_next(const struct placement *p, const size_t *left, size_t *unit)
{
	double best = 2;
	if (over(p))
		return false;
	for (size_t u = 0; u < p->units; u++) {
		double known = beyond(p, u + 1), off = known > 0.5 ? known - 0.5 : 0.5 - known;
		if (left[u] && off < best) {
			best = off;
			*unit = u;
		}
	}
	return best < 2;
}
