/* Marks of examinations as people read them. */
#ifndef SAFAR_VIEW_EXAM_POINTS_H
#define SAFAR_VIEW_EXAM_POINTS_H

#include "app/exam.h"
#include "core/arena.h"

/* "6", "6½", "½": a mark in units of 1/scale points; scale is 1 or 2, else a decimal is shown. In `a`. */
const char *exam_points(struct arena *a, int mark, int scale);

/* "6½ of 10", translated. */
const char *exam_points_of(struct arena *a, int mark, int maximum, int scale);

/* For whose marks a section waits: "waits for its marks"; "" where it does not. Translated. */
const char *exam_waits(enum marks_state s);

/* How a sitting stands in a word or two: "passed", "not passed", "marks are missing", "void", "no result"; with its style. Translated. */
struct exam_standing_word {
	const char *text;
	bool passed;
};
struct exam_standing_word exam_standing_of(const struct exam_result *r);

#endif
