/* Judging the exams of a pack: blueprints by src/exam, their questions by src/learn. */
#ifndef SAFAR_APP_EXAM_CHECK_H
#define SAFAR_APP_EXAM_CHECK_H

#include "core/diag.h"
#include "pack/source.h"

/* Reports every fault of p->exams to `d`. `banks` says how many items the check of each unit holds, in the order of p->units; -1 where there is no check. */
void exam_check(const struct pack *p, const int *banks, struct diag_list *d);

#endif
