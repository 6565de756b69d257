/* Ninety days before departure, 600 words, twenty learners whose memory follows weights up to a fifth away from ours: how many words they know on the last day,
 * and what that costs a day, when reviewing and learning together may take 6, 8, 10 or 30 minutes. Our planning (learn/plan.h) beside FSRS with reviews first, beside
 * Leitner boxes (1 2 4 8 16 32 days) and beside fixed intervals (1 3 7 14 30 60 days), each with reviews first and with the new words first.
 * Two lines for each limit and rule: words known (the sum of the chances to remember), baseline our plan; minutes a day really spent, likewise.
 *
 * What a learner's minute buys is an assumption: 20 s to meet a word, 9 s for a right answer, 18 s for a wrong one with its correction; three of four first
 * answers are right. The word begun when the time is over is finished. Measured with these (words known / minutes a day):
 *
 *	limit                  6 min       8 min       10 min      30 min
 *	plan                   461 /  6.3  535 /  8.2  576 / 10.1  583 / 12.3
 *	FSRS, reviews first    315 /  5.9  412 /  7.8  511 /  9.6  576 / 11.9
 *	FSRS, new first        467 /  6.3  537 /  8.3  565 / 10.2  560 / 11.9
 *	Leitner, reviews first 283 /  5.9  373 /  7.7  463 /  9.6  580 / 13.2
 *	Leitner, new first     457 /  6.2  535 /  8.3  569 / 10.2  583 / 13.9
 *	fixed, reviews first   301 /  5.9  398 /  7.7  492 /  9.5  574 / 12.2
 *	fixed, new first       474 /  6.2  541 /  8.2  570 / 10.2  575 / 12.7
 *
 * What was learnt from it: reviews first, as schedulers of cards do it, loses to both simpler rules with the new words first wherever time is short: a word
 * never met is worth more than one half forgotten. Hence the even pace of new words in plan.c. Among the words due those come first that gain most
 * for their time; by date or by chance to remember is worse. Where time is ample, boxes ask more often and so know a few words more on the last day; hence the
 * words brought forward in the last week (plan_polish), with which the plan knows as many in a tenth less time. At six and eight minutes, with which 600
 * words cannot be kept, fixed intervals with the new words first stay 3 and 1 % ahead: the second learning step costs each new word a drill more. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "core/random.h"
#include "learn/plan.h"
#include "learn/review.h"

enum { WORDS = 600, DAYS = 90, LEARNERS = 20, BOXES = 6, TRIES = 6 };
static const double right_s = 9, wrong_s = 18, meet_s = 20, first_right = 0.75, same_day_right = 0.95;

enum rule { RULE_PLAN, RULE_FSRS, RULE_LEITNER, RULE_FIXED };
struct policy {
	const char *name;
	enum rule rule;
	bool new_first;
};
static const struct policy policies[] = {
	{"plan", RULE_PLAN, false}, {"FSRS, reviews first", RULE_FSRS, false}, {"FSRS, new first", RULE_FSRS, true},
	{"Leitner, reviews first", RULE_LEITNER, false}, {"Leitner, new first", RULE_LEITNER, true},
	{"fixed, reviews first", RULE_FIXED, false}, {"fixed, new first", RULE_FIXED, true},
};

struct word {
	struct fsrs_card card;	  /* as we believe */
	struct fsrs_memory truth; /* as it is */
	int last, due, box;
	uint64_t seed;
	double order;
};
struct learner {
	const struct policy *policy;
	struct fsrs ours, truth;
	struct rng rng;
	struct word words[WORDS];
	int met, day;
	double used, total; /* seconds: today, in all */
};

static double chance(struct rng *r)
{
	return (double)(rng_next(r) >> 11) * 0x1p-53;
}

static void plan_next(struct learner *l, struct word *w, bool ok)
{
	static const int boxes[][BOXES] = {[RULE_LEITNER] = {1, 2, 4, 8, 16, 32}, [RULE_FIXED] = {1, 3, 7, 14, 30, 60}};
	review_card(&l->ours, &w->card, ok ? FSRS_GOOD : FSRS_AGAIN, false, l->day, w->seed);
	if (l->policy->rule <= RULE_FSRS) {
		w->due = l->day + (w->card.state == FSRS_REVIEW ? w->card.days : 1);
		return;
	}
	w->box = ok ? (w->box < BOXES ? w->box + 1 : BOXES) : 0;
	w->due = l->day + boxes[l->policy->rule][w->box ? w->box - 1 : 0];
}

static bool ask(struct learner *l, struct word *w, double p)
{
	bool ok = chance(&l->rng) < p;
	w->truth = fsrs_memory_next(l->truth.w, w->truth, ok ? FSRS_GOOD : FSRS_AGAIN, l->day - w->last);
	w->last = l->day;
	l->used += ok ? right_s : wrong_s;
	return ok;
}

/* A word on one day, until it is right: with FSRS until its learning steps are over, with the others once more after meeting it or after a fault. */
static void practise(struct learner *l, struct word *w)
{
	bool fresh = w->card.state == FSRS_NEW, by_steps = l->policy->rule <= RULE_FSRS;
	l->used += fresh ? meet_s : 0;
	if (fresh)
		w->last = l->day;
	bool ok = ask(l, w, fresh ? first_right : fsrs_retrievability(l->truth.w, l->day - w->last, w->truth.stability));
	plan_next(l, w, ok);
	bool again = fresh || !ok;
	for (int i = 0; i < TRIES && (by_steps ? w->card.state != FSRS_REVIEW : again); i++) {
		int box = w->box, due = w->due;
		ok = ask(l, w, same_day_right);
		plan_next(l, w, ok);
		again = !ok;
		if (!by_steps && ok) {
			/* the second time on a day lifts no box */
			w->box = box > 0 ? box : 1;
			w->due = due;
		}
	}
}

static int by_order(const void *a, const void *b)
{
	const struct word *x = *(struct word *const *)a, *y = *(struct word *const *)b;
	return (x->order > y->order) - (x->order < y->order);
}

static int due_today(struct learner *l, struct word **out)
{
	int n = 0;
	for (int i = 0; i < l->met; i++) {
		struct word *w = &l->words[i];
		bool polish = l->policy->rule == RULE_PLAN && plan_polish(&l->ours, &w->card, l->day, DAYS);
		if (w->due > l->day && !polish)
			continue;
		w->order = l->policy->rule == RULE_LEITNER ? w->box : w->due;
		if (l->policy->rule <= RULE_FSRS)
			w->order = -plan_worth(&l->ours, &w->card, l->day, DAYS - l->day);
		out[n++] = w;
	}
	qsort(out, (size_t)n, sizeof(*out), by_order);
	return n;
}

static void live_day(struct learner *l, int minutes)
{
	struct word *due[WORDS];
	double limit = minutes * 60.0;
	int count = due_today(l, due), at = 0;
	struct plan plan = {.review_today = l->policy->new_first ? 0 : count, .fresh_today = WORDS};
	if (l->policy->rule == RULE_PLAN) {
		struct plan_facts f = {.today = l->day, .departure = DAYS, .fresh = WORDS - l->met, .due = count, .minutes = minutes, .pace = pace_default()};
		plan_make(&f, &plan);
	} else if (l->day > DAYS - PLAN_TAIL_DAYS) {
		plan.fresh_today = 0;
	}
	l->used = 0;
	while (at < count && at < plan.review_today && l->used < limit)
		practise(l, due[at++]);
	for (int i = 0; i < plan.fresh_today && l->met < WORDS && l->used < limit; i++)
		practise(l, &l->words[l->met++]);
	while (at < count && l->used < limit)
		practise(l, due[at++]);
	l->total += l->used;
}

/* Words known on the last day, and minutes a day. */
static void live(const struct policy *policy, int minutes, uint64_t seed, double *known, double *load)
{
	static struct learner l;
	memset(&l, 0, sizeof(l));
	l.policy = policy;
	l.rng.state = seed;
	fsrs_init(&l.ours);
	fsrs_init(&l.truth);
	for (int i = 0; i < FSRS_WEIGHTS; i++)
		l.truth.w[i] *= 0.8 + 0.4 * chance(&l.rng);
	for (int i = 0; i < WORDS; i++)
		l.words[i].seed = seed << 16 ^ (uint64_t)i;
	for (l.day = 0; l.day < DAYS; l.day++)
		live_day(&l, minutes);
	for (int i = 0; i < l.met; i++)
		*known += fsrs_retrievability(l.truth.w, DAYS - l.words[i].last, l.words[i].truth.stability) / LEARNERS;
	*load += l.total / 60 / DAYS / LEARNERS;
}

int main(void)
{
	static const int limits[] = {6, 8, 10, 30};
	for (size_t m = 0; m < sizeof(limits) / sizeof(limits[0]); m++) {
		double known[8] = {0}, load[8] = {0};
		for (size_t i = 0; i < sizeof(policies) / sizeof(policies[0]); i++) {
			char name[64];
			for (uint64_t seed = 1; seed <= LEARNERS; seed++)
				live(&policies[i], limits[m], seed, &known[i], &load[i]);
			snprintf(name, sizeof(name), "%d min, %s", limits[m], policies[i].name);
			bench_line(name, known[i], i ? known[0] : 0, "");
			bench_line("", load[i], i ? load[0] : 0, "m");
		}
	}
	return 0;
}
