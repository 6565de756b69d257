/* Practice with drills (learn/drill.h): a practice part of a lesson, single words, or what is due for review. Every answer is durable before the next drill is drawn; all that
 * decides what comes next stands in the log of answers. */
#ifndef SAFAR_APP_PRACTICE_H
#define SAFAR_APP_PRACTICE_H

#include "app/app.h"
#include "app/lesson.h"
#include "learn/drill.h"

struct practice; /* NULL is never a practice; free with practice_free */

/* The practice part that step `step` of a lesson is: goes on where the last run was left, or begins a new one after that was gone through. */
struct practice *practice_of_step(struct app *app, const struct lesson *l, size_t step, struct err *e);

/* One word or phrase ("pack/unit/id") in all kinds of drills, easy ones first. ERR_ABSENT if no active pack has it. */
struct practice *practice_of_word(struct app *app, const char *path, struct err *e);

/* Words in this order, each once in a kind that suits how stable it is (days, as FSRS has it), wrong ones again at the end. Words that no active pack has are left out. */
struct practice_word {
	const char *path;
	double stability;
};
struct practice *practice_of_words(struct app *app, const struct practice_word *words, size_t count, struct err *e);

/* A review: what is due now, the most useful first, at most `most` (0: REVIEW_WORDS_MAX, which is also the most) words of one language. *out is NULL where nothing is due. */
enum { REVIEW_WORDS_MAX = 30 };
struct practice_waiting {
	int due;  /* words due now, those of the review included */
	int soon; /* in learning steps: due again in some minutes */
	int met;  /* words that were ever asked */
};
bool practice_of_due(struct app *app, int most, struct practice **out, struct practice_waiting *waiting, struct err *e);
bool practice_waits(struct app *app, struct practice_waiting *waiting, struct err *e);
void practice_free(struct practice *p);

/* The drill on the screen, NULL when the practice is done; its texts are in the language of the last practice_speak. The seed its form is shuffled by stays until practice_next. */
const struct drill *practice_drill(const struct practice *p);
uint64_t practice_seed(const struct practice *p);
/* The word or phrase drilled, the first one of a match. */
const struct vocable *practice_entry(const struct practice *p);

/* All texts in the app's present language; cheap if it did not change. The drill is made anew: forms and grades of it must be too. */
bool practice_speak(struct app *app, struct practice *p, struct err *e);

/* Draws the next drill; it is on the screen from now. */
void practice_next(struct app *app, struct practice *p);

/* Judges and stores, one row for each word. Texts of `g` and `f` live in `a`. VERDICT_EMPTY and VERDICT_RETRY are stored, too, but count as nothing. */
bool practice_answer(struct app *app, struct practice *p, const struct response *r, int hints, struct arena *a, struct grade *g, struct feedback *f, struct err *e);

/* Judges by what staff accepted, too, and stores nothing. */
bool practice_judge(struct app *app, const struct practice *p, const struct response *r, struct arena *a, struct grade *g, struct feedback *f, struct err *e);

/* The row in the log of the last answer, 0 if there is none. */
int64_t practice_answered(const struct practice *p);

/* The same feedback in another language, after practice_speak. */
void practice_feedback(const struct practice *p, struct arena *a, const struct grade *g, struct feedback *out);

/* How far it is: drill `done` + 1 of `goal`, or, with what was wrong, how many are left. */
struct practice_place {
	int done, goal;
	bool again;
	int left;
};
struct practice_place practice_place(const struct practice *p);

/* What was done since it was opened. */
struct practice_sum {
	int words, right; /* different words asked; those that never went wrong */
	int64_t active_ms;
};
struct practice_sum practice_sum(const struct practice *p);

#endif
