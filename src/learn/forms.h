/* Pieces of text shared by the forms of answers, gaps and tokens. Inside src/learn only; forms_add itself is in grade.h. */
#ifndef SAFAR_LEARN_FORMS_H
#define SAFAR_LEARN_FORMS_H

#include <stdbool.h>

#include "core/arena.h"

/* The form in which answers are compared: text_answer_dup, then text_fold_dup, in `a`. */
const char *answer_normal(struct arena *a, const char *s);

/* Whether `s` has anything to pronounce: a letter or a digit of any script. Punctuation, symbols and currency signs are none. */
bool answer_has_letter(const char *s);

/* `s` in backticks, the way words of the taught language are marked; `s` itself must hold none. */
const char *answer_taught(struct arena *a, const char *s);

#endif
