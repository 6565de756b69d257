/* The words of examinations in the reader's language: what stands in the store are English ids. */
#ifndef SAFAR_VIEW_EXAM_WORDS_H
#define SAFAR_VIEW_EXAM_WORDS_H

#include <stdbool.h>

#include "app/exam.h"
#include "core/arena.h"

/* "running", "paused", "handed in". Borrowed, translated now. */
const char *exam_word_state(enum sitting_state s);
/* The same by its id ("time-up"); also "closed" of a session. The id itself where it is none. */
const char *exam_word_state_id(const char *id);

/* Why: "environment", "the person examined", "supervision", "technical"; "" for WHY_NONE. And what belongs there, for choosing: "noise, power, weather". */
const char *exam_word_why(enum sitting_why w);
const char *exam_word_why_id(const char *id);
const char *exam_word_why_about(enum sitting_why w);

/* Who acted, by the id of the role: "examinee", "supervisor", "program". */
const char *exam_word_role(const char *id);

/* What happened, by the id of the event, as a short sentence without its subject: "identity confirmed", "more time". The id itself where it is unknown. */
const char *exam_word_act(const char *id);

/* The text of an event: what the program itself wrote there in English ids ("screen lost", minutes, help) in the reader's words, in `a` or static; what people wrote as it
 * stands. "" where there is nothing to say. */
const char *exam_word_text(struct arena *a, const char *act, const char *text);

#endif
