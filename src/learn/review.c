#include "config.h"
#include "learn/review.h"

#include <math.h>

#include "core/random.h"

int review_grade(enum verdict v, int hints)
{
	switch (v) {
	case VERDICT_OK:
	case VERDICT_NOTE:
		return hints > 0 ? FSRS_HARD : FSRS_GOOD;
	case VERDICT_TYPO:
		return FSRS_HARD;
	case VERDICT_WRONG:
		return FSRS_AGAIN;
	case VERDICT_EMPTY:
	case VERDICT_RETRY:
	case VERDICT_SEEN:
		break;
	}
	return 0;
}

void review_card(const struct fsrs *p, struct fsrs_card *c, enum fsrs_grade g, bool recognised, int64_t day, uint64_t seed)
{
	double most = fmax(c->memory.stability, REVIEW_RECOGNISED_DAYS);
	fsrs_review(p, c, g, day, seed);
	if (!recognised || c->memory.stability <= most)
		return;
	c->memory.stability = most;
	if (c->state == FSRS_REVIEW)
		fsrs_set_due(p, c, seed);
}

uint64_t review_seed(int64_t person, const char *path)
{
	return seed_from(path, (uint64_t)person);
}

double review_gain(const struct fsrs *p, const struct fsrs_card *c, int64_t day, int horizon)
{
	if (horizon < 0)
		horizon = 0;
	double elapsed = fsrs_elapsed(c, day), now = fsrs_retrievability(p->w, elapsed, c->memory.stability);
	struct fsrs_memory pass = fsrs_memory_next(p->w, c->memory, FSRS_GOOD, elapsed), fail = fsrs_memory_next(p->w, c->memory, FSRS_AGAIN, elapsed);
	double with = now * fsrs_retrievability(p->w, horizon, pass.stability) + (1 - now) * fsrs_retrievability(p->w, horizon, fail.stability);
	return with - fsrs_retrievability(p->w, elapsed + horizon, c->memory.stability);
}
