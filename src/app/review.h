/* Reviews of the person signed in: which words are due, and what an answer means for them.
 *
 * How a drill is asked and kept: take the words of review_due in their order, make a drill for each, and store the answer by answering_store with
 * asked.path the word's own path ("pack/unit/id" of the word or phrase, never of a step), asked.drill the name of the kind of drill, and
 * asked.direction REVIEW_RECOGNISE or REVIEW_PRODUCE (learn/review.h). That enters the review in the same commit. The same holds for drills of
 * practice in a unit: a word's card begins with its first judged drill. After each answer ask review_due again, or keep the list and put a word whose card is
 * `in_steps` at its end: a word in learning steps comes back on the same day. */
#ifndef SAFAR_APP_REVIEW_H
#define SAFAR_APP_REVIEW_H

#include "app/app.h"
#include "learn/fsrs.h"
#include "learn/review.h"
#include "store/log.h"

struct due_word {
	const char *path;	 /* pack/unit/id */
	struct fsrs_card memory; /* as it stands in the store; wait and days 0 */
	bool in_steps;		 /* in learning steps: to be asked again the same day */
	double worth;		 /* plan_worth towards departure */
};
struct due_words {
	struct arena arena;
	struct due_word *list; /* due now, or brought forward in the last week before departure: those in learning steps first, then the most useful first */
	size_t count;
	int soon;   /* in learning steps whose wait is not over yet */
	int met;    /* words with a card */
	int learnt; /* of them past their learning steps */
};

/* Words of active packs only. due_words_release in any case. */
bool review_due(struct app *app, struct due_words *out, struct err *e);
void due_words_release(struct due_words *d);

/* The card of one word as a drill needs it to choose between easier and harder; state FSRS_NEW if it was never asked. */
bool review_memory(struct app *app, const char *path, struct fsrs_card *out, struct err *e);

/* Enters what an answer that answer_add has just stored means for its card; call it in the same transaction. Does nothing for what is no drill.
 * answering_store calls it; whoever stores a correction of a drill by answer_add calls it, too. */
bool review_record(struct app *app, const struct answer *row, struct err *e);

/* With what the reviews of a person are reckoned: the centre's weights, and the desired retention of the person's programmes (the highest), else of the
 * centre, else 0.9. A setting of the centre that cannot be read is as if unset; review_settings tells. */
bool review_terms(struct app *app, int64_t person, struct fsrs *out, struct err *e);

/* The centre's own settings. ERR_INPUT if one is damaged. */
bool review_settings(struct app *app, struct fsrs *out, struct err *e);

/* Retention from a text: a number within 0.7 and 0.97, nothing else; ERR_INPUT. */
bool review_read_retention(struct fsrs *p, const char *text, struct err *e);

/* Changes them; each may be NULL: unchanged, "default" or "": back to the default. Needs MAY_CHANGE_PEOPLE; ERR_INPUT changes nothing. */
bool review_set(struct app *app, const char *weights, const char *retention, struct err *e);

/* Makes all cards again from the log; *entered: answers that were missing from the log of reviews. */
bool review_rebuild(struct app *app, int64_t *entered, struct err *e);

#endif
