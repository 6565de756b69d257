/* What the commands about examinations share. */
#ifndef SAFAR_CLI_EXAM_ARGS_H
#define SAFAR_CLI_EXAM_ARGS_H

#include "cli/cli.h"

/* A session or seat as typed. */
bool exam_number(struct cli *c, const char *text, int64_t *out);

/* A mark in units of 1/scale points, in `a`: "6", "6.5". */
const char *exam_mark_text(struct arena *a, int mark, int scale);

#endif
