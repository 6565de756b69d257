/* The result of a sitting: sums, section minima and the pass mark, in integers. Pure. */
#ifndef SAFAR_EXAM_OUTCOME_H
#define SAFAR_EXAM_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "exam/blueprint.h"

struct section_outcome {
	int mark, maximum; /* in the units of blueprint_scale; maximum 0: not examined */
	bool reached;      /* its minimum, if it has one */
};
struct outcome {
	int mark, maximum;
	bool minima;       /* every section reached its minimum */
	bool points;       /* the pass mark is reached */
	bool passed;       /* both, and every section is examined */
	bool complete;     /* every section is examined */
};

/* `sections` holds mark and maximum of each section of `b`; `reached` is filled in. */
void outcome_make(const struct blueprint *b, struct section_outcome *sections, struct outcome *out);

/* What the assessors of a section in the room gave: the first, the second, and who decides between them. */
enum { MARKER_FIRST, MARKER_SECOND, MARKER_DECIDES, MARKER_COUNT };
struct markers {
	bool given[MARKER_COUNT];
	int points[MARKER_COUNT]; /* sums over the criteria */
};
/* What is missing still. */
enum marks_state { MARKS_COMPLETE, MARKS_WAIT_FIRST, MARKS_WAIT_SECOND, MARKS_WAIT_DECISION };

/* The difference rule. One marker: their sum. Two: where the sums are further apart than `s->difference` a decision is needed and counts; else the
 * mean counts, half a point rounded up, in the learner's favour. *points is the sum that counts; 0 until complete. */
enum marks_state outcome_markers(const struct exam_section *s, const struct markers *m, int *points);

/* A stratum of a form: how much of it was earned. */
struct stratum_mark {
	const char *unit, *topic; /* one of the two */
	int mark, maximum;
};
/* Sorts by what is to be practised most: the most points lost first; those without a loss go behind the returned count. */
size_t outcome_practise(struct stratum_mark *list, size_t count);

/* The first day (days since 1970-01-01) on which the next attempt may be: the day of the last one and the delay. INT64_MAX: no attempt is left; `attempts`
 * so many were made; INT64_MIN: at any time. */
int64_t outcome_next_day(const struct blueprint *b, int attempts, int64_t last_day);

#endif
