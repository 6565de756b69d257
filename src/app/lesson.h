/* A unit being learnt: its steps, where the learner stands, and every answer made durable before the next question. */
#ifndef SAFAR_APP_LESSON_H
#define SAFAR_APP_LESSON_H

#include "app/app.h"
#include "app/own.h"
#include "learn/course.h"
#include "learn/word_table.h"
#include "pack/words.h"
#include "store/log.h"

/* Pack text in the reader's language (falls back to the source language). */
struct pack_words;

struct lesson {
	struct arena arena;
	const char *pack, *pack_source_title, *pack_title, *teaches;
	int64_t version;
	struct unit *unit;
	const char *unit_title;      /* in the reader's language */
	int unit_number;             /* in its pack, from 1 */
	struct step_state *states;   /* one per step */
	struct words words;
	struct word_table table;     /* what typed answers are judged with; bytes NULL: the core list alone */
	struct pack_words *pack_words;
	const char **hashes;         /* of the bodies, one per step */
	const char **bank_hashes;    /* one per item of the check's bank */
	struct own_data own;         /* what stands in the blanks of phrases */
	int64_t shown_mono;          /* when the current step was shown */
	int *shown_tries;            /* tries of each step at that time: what its shuffle hangs on */
	char language[16];
};

/* NULL and `e` when the unit is not installed. The caller frees with lesson_free (NULL is fine). */
struct lesson *lesson_open(struct app *app, const char *pack, const char *unit, struct err *e);
void lesson_free(struct lesson *l);

/* Texts in the app's present language; cheap if it did not change. */
bool lesson_speak(struct app *app, struct lesson *l, struct err *e);

/* Step to do next (unit_next), or unit->step_count when all are done. */
size_t lesson_next(const struct lesson *l);
int lesson_done(const struct lesson *l);

/* A step is on the screen from now: durations count from here, and its shuffle stays until the next call, so that feedback shows the same order. */
void lesson_shown(struct app *app, struct lesson *l);

/* Seed of a step's shuffle: the same until it was answered and left, so that a power cut changes nothing. */
uint64_t lesson_seed(const struct app *app, const struct lesson *l, size_t step);

/* The exercise of a step as a form, in `a`. */
void lesson_form(const struct app *app, const struct lesson *l, size_t step, struct arena *a, struct form *out);

/* A page was read. Durable when true. */
bool lesson_seen(struct app *app, struct lesson *l, size_t step, struct err *e);

/* A practice was gone through once, perhaps not for the first time. Durable when true. */
bool lesson_practised(struct app *app, struct lesson *l, size_t step, struct err *e);

/* Judges and stores; texts of `g` and `f` live in `a`. VERDICT_EMPTY and VERDICT_RETRY are stored, too, but count as nothing. Durable when true. */
bool lesson_answer(struct app *app, struct lesson *l, size_t step, const struct response *r, int hints, struct arena *a, struct grade *g, struct feedback *f, struct err *e);

/* Judges an answer that was mended after lesson_answer had judged it. The first verdict stays the one that counts: the row is stored as VERDICT_RETRY with the
 * drill LESSON_MEND, so that it changes neither progress nor review. `g` and `f` get the true verdict, as above. */
#define LESSON_MEND "mend"
bool lesson_mend(struct app *app, struct lesson *l, size_t step, const struct response *r, struct arena *a, struct grade *g, struct feedback *f, struct err *e);

#endif
