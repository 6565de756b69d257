/* The exams of a pack as its author wrote them: judged – blueprints by src/exam, their questions by src/learn – and gone through. */
#ifndef SAFAR_APP_EXAM_CHECK_H
#define SAFAR_APP_EXAM_CHECK_H

#include "core/diag.h"
#include "exam/blueprint.h"
#include "learn/item.h"
#include "pack/source.h"

/* Reports every fault of p->exams to `d`. `banks` says how many items the check of each unit holds, in the order of p->units; -1 where there is no check. */
void exam_check(const struct pack *p, const int *banks, struct diag_list *d);

/* Every question that stands in an exam itself – of its bank, of its scripts – and each script before its questions (it NULL). What has faults is left out. Lives as long as the call. */
typedef void exam_part_fn(void *ctx, const struct exam_script *script, const struct item *it);
void exam_each_part(const struct pack *p, exam_part_fn *fn, void *ctx);

#endif
