/* What the files of app/exam_paper.h share. */
#ifndef SAFAR_APP_EXAM_PAPER_INSIDE_H
#define SAFAR_APP_EXAM_PAPER_INSIDE_H

#include "app/exam_paper.h"
#include "app/exam_sheets.h"
#include "record/document.h"

/* The question, or instruction, in words; "" for none. In `a`. */
const char *sheet_ask(const struct form *f, struct arena *a);

/* Text of a pack, as paragraphs, items and tables. */
void paper_markdown(struct arena *a, const char *text, json_t *blocks);

/* A question as it is read, and the place where its answer is written. */
void paper_question(const struct sheet_question *q, struct arena *a, json_t *blocks);
void paper_answer_line(const struct sheet_question *q, struct arena *a, json_t *blocks);

#endif
