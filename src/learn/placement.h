/* Placement: how many of the first units of a course somebody knows already, found by few questions. Pure, and the same from the same answers and seed.
 *
 * An up-and-down method (Dixon and Mood, J. Am. Stat. Assoc. 43, 1948): after a right answer the next question comes from a later unit, after a wrong one from an earlier
 * unit. How far it goes is reckoned as in QUEST (Watson and Pelli, Perception & Psychophysics 33, 1983): for each place k, "knows the first k units", the chance
 * is kept and changed after each answer by Bayes' rule, and the next question stands at the middle of what is left. A right answer
 * among given ones may be a guess and says less than a typed one. It ends when the place is certain to one unit up or down, but not before
 * PLACEMENT_ITEMS_MIN questions, when nothing is left to ask, or after PLACEMENT_ITEMS_MAX. */
#ifndef SAFAR_LEARN_PLACEMENT_H
#define SAFAR_LEARN_PLACEMENT_H

#include <stdbool.h>
#include <stddef.h>

enum {
	PLACEMENT_ITEMS_MIN = 6, /* however clear it looks: nobody believes less */
	PLACEMENT_ITEMS_MAX = 25,
	PLACEMENT_UNITS_MAX = 200, /* further units are never judged known */
};

struct placement {
	size_t units;
	int asked;
	double chance[PLACEMENT_UNITS_MAX + 1]; /* of each place; together 1 */
};

/* Nothing is known yet of a course of so many units. */
void placement_begin(struct placement *p, size_t units);

/* A question about a unit (from 0) was answered; `chosen`: among given answers. */
void placement_answer(struct placement *p, size_t unit, bool right, bool chosen);

/* Which unit the next question is from. `left`: how many questions each unit still has. False when it is over. */
bool placement_next(const struct placement *p, const size_t *left, size_t *unit);

/* How many of the first units are judged known: as many as are more likely known than not, with some caution. */
size_t placement_known(const struct placement *p);

#endif
