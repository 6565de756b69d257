/* Seat cards: a page of cards to cut, each with the code that opens one seat. */
#ifndef SAFAR_APP_EXAM_CARDS_H
#define SAFAR_APP_EXAM_CARDS_H

#include "app/exam.h"

/* Gives the seat (0: every seat that has not ended) a new code and prints the cards, each in the language of whoever sits there. Codes are shown once: they stand on the paper and nowhere
 * else. *count of cards, may be NULL. ERR_ABSENT if no seat waits for a code, ERR_INPUT if paper_may_write says no. Where printing fails the codes given before open nothing any more, and new ones are to be printed. */
bool exam_cards_paper(struct app *app, int64_t session, int seat, const char *path, int *count, struct err *e);

#endif
