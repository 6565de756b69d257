/* The placement test of a language course (learn/placement.h) for the person signed in: what is known already is skipped.
 *
 * It asks words and phrases of the units, as recognised, chosen or typed; never an item of a unit's check or of an exam, which stay unseen. Units judged known are skipped, not done: home
 * goes on behind them, their checks are still asked where a programme wants them, and any of them can be opened. Their words get no review cards: a card
 * says that a word was asked and how well it went, and of most of these words nothing was asked; they come in as they are met in practice. */
#ifndef SAFAR_APP_PLACEMENT_H
#define SAFAR_APP_PLACEMENT_H

#include "app/app.h"
#include "learn/drill.h"

enum {
	PLACING_AGAIN_DAYS = 14, /* after one that was finished */
	PLACING_UNITS_MIN = 3,	 /* with words: else there is nothing to place in */
	PLACING_MINUTES = 5,
};
enum placing_may {
	PLACING_NOT,   /* the course teaches no language, has too few units, or it was taken lately */
	PLACING_FREE,  /* never taken, or long ago */
	PLACING_AGAIN, /* likewise, but it was taken before */
	PLACING_OPEN,  /* was left on the way */
};
/* Whether a placement may be taken in an active pack. */
bool placing_may(struct app *app, const char *pack, enum placing_may *out, struct err *e);

struct placing; /* NULL is never one; free with placing_free (NULL is fine) */

/* Goes on with the one that is open, or begins one. ERR_INPUT where none may be taken. */
struct placing *placing_open(struct app *app, const char *pack, struct err *e);
void placing_free(struct placing *p);

/* The question on the screen, NULL when it is over; texts in the language of the last placing_speak. */
const struct drill *placing_drill(const struct placing *p);
uint64_t placing_seed(const struct placing *p);
int placing_asked(const struct placing *p); /* before this one */
const char *placing_teaches(const struct placing *p);

/* All texts in the app's present language; cheap if it did not change. The drill is made anew. */
bool placing_speak(struct app *app, struct placing *p, struct err *e);

/* Judges and stores the answer, and draws the next question; durable when true. `r` NULL or empty: not known. *again: the answer does not count, because it was
 * written in another script or on another layout (learn/grade.h, VERDICT_RETRY); the question stays. With the last answer the units judged known are skipped. */
bool placing_answer(struct app *app, struct placing *p, const struct response *r, bool *again, struct err *e);

/* When it is over: how many of the first units are judged known. */
size_t placing_known(const struct placing *p);

#endif
