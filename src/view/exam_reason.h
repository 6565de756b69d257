/* Why a supervisor does something in an examination: where the reason lies, and what happened in words. They are the last two fields of every screen that asks for it. */
#ifndef SAFAR_VIEW_EXAM_REASON_H
#define SAFAR_VIEW_EXAM_REASON_H

#include <stdbool.h>

#include "app/exam.h"
#include "view/fields.h"

enum { EXAM_REASON_WHY, EXAM_REASON_TEXT, EXAM_REASON_FIELDS };
extern const struct fields_row exam_reason_rows[EXAM_REASON_FIELDS];

/* What was chosen and typed in the last two fields of `f`; nobody has signed in for it yet. The text is borrowed from `f`. */
struct exam_reason exam_reason_of(const struct fields *f);

/* Whether the last two fields of `f` say enough; else the pointer stands in the one that does not, and what it lacks is shown. */
bool exam_reason_enough(struct fields *f);

#endif
