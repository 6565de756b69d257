/* A lesson on its way: what its pages, exercises and feedback share while one replaces the other. */
#ifndef SAFAR_VIEW_STUDY_H
#define SAFAR_VIEW_STUDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/lesson.h"
#include "app/practice.h"
#include "app/reports.h"
#include "view/form_view.h"
#include "view/mend.h"
#include "view/screen.h"

struct study;
struct study_hold { /* first member of the state of every screen of a lesson, and the argument each opens the next with */
	struct study *study;
};

struct study {
	struct study_hold self;
	int refs;             /* screens that hold it */
	struct lesson *lesson; /* owned; NULL where words of several units are practised */
	struct practice *practice; /* owned; NULL where none is open */
	bool review;          /* no lesson: what is due is repeated */
	bool drilling;        /* a drill takes the place of the step's item */
	size_t at;            /* step on the screen */
	bool again;           /* all was done before: walk through in order */
	bool back;            /* an earlier page is on the screen; the place is lesson_next */
	bool once_more;       /* the step was tried before and not yet right */
	struct arena arena;   /* of the step: form, grade, feedback */
	uint64_t seed;        /* of its form */
	bool formed;
	struct form form;
	struct form_view view;
	bool hint;            /* was shown; counts in the log */
	struct grade grade;
	struct feedback feedback;
	struct mend mend;     /* of the answer judged last */
	bool mended;          /* what was wrong in it has been put right */
	int64_t answered;     /* row in the log of the answer judged first */
	bool reportable;      /* it was typed and not accepted: the learner may say that it is right */
	enum report_state report; /* of that */
	const char *report_reason;
	bool letters;         /* an accent was wrong in this lesson: the strip stands below every answer from then on */
	size_t line;          /* dialogue: under the pointer; listening: so many are shown */
	bool shown[64], all;  /* dialogue, listening: meanings asked for */
};

/* Opens the lesson at its place. NULL with `e` on failure. The caller drops what it got when the next screen holds it. */
struct study *study_new(struct app *app, const char *pack, const char *unit, bool again, struct err *e);
/* A study of drills alone, which takes `p`: a review of what is due, or words chosen. At its end comes screen_practised. */
struct study *study_of_practice_take(struct practice *p, bool review);
struct study *study_keep(struct study *s); /* one more holder */
void study_drop(struct study *s);          /* the last one frees; NULL is fine */

/* Stands at that step now (the last one if there are fewer), whatever was done before. */
void study_go(struct app *app, struct study *s, size_t step);

/* Everything of the step in the app's language, input kept: what `enter` calls. */
bool study_speak(struct app *app, struct study *s, struct err *e);

/* The step shown now, NULL when nothing is left or there is no lesson. */
const struct step *study_step(const struct study *s);

/* What is asked now: the step's exercise or a drill; NULL for a page. */
const struct item *study_item(const struct study *s);

/* Begins the drills of the practice that the step is, or goes on with them; the screen of the first. */
struct turn study_drill(struct app *app, struct study *s, struct err *e);

/* Whether the step is a practice that was left on the way: then its page need not be shown again. */
bool study_practice_begun(struct app *app, struct study *s, struct err *e);

/* Judges what stands in the view; durable when true. The grade and the feedback are in `s`. */
bool study_answer(struct app *app, struct study *s, struct err *e);
/* The feedback anew, after study_speak. */
void study_feedback(struct study *s);
/* The answer in the view has been judged (s->grade): what may be mended in it. `again`: it was mended already. */
void study_judged(struct study *s, bool again);
/* Judges what was mended; durable when true. s->grade and what may still be mended are anew, unless it does not count (VERDICT_EMPTY, VERDICT_RETRY, in *verdict). */
bool study_mend(struct app *app, struct study *s, enum verdict *verdict, struct err *e);

/* "My answer is right": files the answer that was judged; s->report says how that stands. */
bool study_report(struct app *app, struct study *s, struct err *e);

/* The screen for where the study stands now. */
struct turn study_turn(struct study *s);

/* On to the next step, and its screen; back to the page before (TURN_STAY where there is none). */
struct turn study_advance(struct app *app, struct study *s, struct err *e);
struct turn study_back(struct study *s);
bool study_can_back(const struct study *s);

/* Header and rule of a page of this lesson. */
void study_header(const struct study *s, struct page *page);

/* What is to be read: texts, words, phrases of the step. */
void study_describe_part(const struct study *s, const struct part *part, struct page *page);

/* init and release of screens whose state begins with a study_hold. */
void study_screen_init(void *state, const void *arg);
void study_screen_release(void *state);
/* enter of the same: study_speak. */
struct turn study_screen_enter(struct app *app, void *state, struct err *e);

bool study_has_words(const struct study *s);

#endif
