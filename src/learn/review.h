/* What an answer to a drill means for the card of its word: the pure decisions between judging (grade.h) and remembering (fsrs.h).
 * There is one card per person and word or phrase, named by its path "pack/unit/id". */
#ifndef SAFAR_LEARN_REVIEW_H
#define SAFAR_LEARN_REVIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "learn/fsrs.h"
#include "learn/grade.h"

/* Direction of a drill, as it stands in the log of answers. */
#define REVIEW_RECOGNISE "recognise" /* the word is shown and its meaning found: choose, match */
#define REVIEW_PRODUCE "produce"     /* the word is put together or typed */

/* Longest stability, in days, that recognising alone gives. */
enum { REVIEW_RECOGNISED_DAYS = 7 };

/* The grade of an answer: wrong is Again; a typo, or any hint taken, Hard; ok and note Good. 0 for what does not count: empty, retry, a page
 * seen. */
int review_grade(enum verdict v, int hints);

/* A review of a card. A word that was only recognised stays as it was where it was stable for more than seven days, and does not get beyond them. */
void review_card(const struct fsrs *p, struct fsrs_card *c, enum fsrs_grade g, bool recognised, int64_t day, uint64_t seed);

/* What names a card to fsrs_review. */
uint64_t review_seed(int64_t person, const char *path);

/* How much more likely the word is to be remembered `horizon` days from `day` if it is reviewed on `day` than if it is not; 0 to 1. Where time is short, the
 * cards for which it is highest come first. */
double review_gain(const struct fsrs *p, const struct fsrs_card *c, int64_t day, int horizon);

#endif
