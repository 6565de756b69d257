/* An examination on its way at this screen: what its screens share while one replaces the other. Questions to try before it are shown and answered in the same way. */
#ifndef SAFAR_VIEW_EXAM_STUDY_H
#define SAFAR_VIEW_EXAM_STUDY_H

#include <stdbool.h>
#include <stddef.h>

#include "app/exam.h"
#include "core/str.h"
#include "view/form_view.h"
#include "view/screen.h"

/* Where a learner is. */
enum exam_place { EXAM_AT_RULES, EXAM_AT_TRIAL, EXAM_AT_WAIT, EXAM_AT_QUESTION, EXAM_AT_TASK /* writes on paper */, EXAM_AT_HOLD /* paused */, EXAM_AT_END, EXAM_AT_DOOR /* left by code */, EXAM_PLACE_COUNT };

enum { EXAM_TRIALS = 3 };
struct exam_try { /* a question to try: nothing of it is kept */
	struct str given;
	bool answered, flagged;
};

struct exam_study {
	int refs;               /* screens that hold it */
	struct exam_run *run;   /* owned */
	bool one;               /* one laptop: a supervisor opened the seat here and comes back here */
	bool left;              /* by the supervisor's code */
	bool rules_read, tried; /* before the room starts */
	struct exam_try tries[EXAM_TRIALS];
	struct arena arena;     /* of the question on the screen */
	bool formed;
	struct form form;
	struct form_view view;
	size_t at;              /* question on the screen */
	int generation;         /* of run's questions, as shown */
	size_t section;         /* as shown */
	struct str stored;      /* the answer on the screen as it was stored last */
	bool rests;             /* keys are for the whole exam, not for the answer */
	bool missing;           /* Enter, but something of the answer is missing: said once */
	bool retry;             /* the answer was typed in another layout or script */
	bool called;            /* h was tried */
	bool trouble;           /* the answer on the screen, or the clock, cannot be stored just now */
	int told;               /* the warning given last in this section: 10, 5, 1 minutes; 0: none yet */
	int warning;            /* shown now; 0: none */
	long long warned_ms, ticked_ms; /* monotonic */
	bool begun;             /* another section has begun: said for as long as a warning */
};
struct exam_hold { /* first member of the state of every screen of an examination, and the argument each opens the next with */
	struct exam_study *study;
};

/* Takes `run` over. The caller drops what it got when a screen holds it. */
struct exam_study *exam_study_new(struct exam_run *run, bool one);
void exam_study_drop(struct exam_study *s); /* the last one frees; NULL is fine */

/* init, release and enter of screens whose state begins with an exam_hold. Entering speaks the language that was chosen. */
void exam_screen_init(void *state, const void *arg);
void exam_screen_release(void *state);
struct turn exam_screen_enter(struct app *app, void *state, struct err *e);

/* Where the learner is now, and the turn to its screen. */
enum exam_place exam_study_place(const struct exam_study *s);
struct turn exam_study_turn(struct exam_hold *hold);
/* The way out: by the supervisor's code; of a rehearsal at once. */
struct turn exam_study_leave(struct exam_hold *hold);

/* The turn from a screen at `here` to where the learner is now, other questions on it; TURN_STAY if that is here and all is as shown. */
struct turn exam_study_come(struct app *app, struct exam_hold *hold, enum exam_place here, struct err *e);

/* The tick of a screen at `here`: stores what is not stored, counts time, warns; turns to another screen where the learner is somewhere else now. */
struct turn exam_study_tick(struct app *app, struct exam_hold *hold, enum exam_place here, struct err *e);

/* Puts question `i` on the screen with what was given. */
bool exam_study_show(struct app *app, struct exam_study *s, size_t i, struct err *e);
/* Stores the answer on the screen if it is another than the one stored. False: it could not be (s->trouble), or the exam does not run any more. */
bool exam_study_store(struct app *app, struct exam_study *s);

/* Whether nothing is left out of the answer as it stands on the screen, stored or not. */
bool exam_study_whole(struct exam_study *s);

/* Questions of the section, or those to try. */
bool exam_study_tries(const struct exam_study *s);
size_t exam_study_count(const struct exam_study *s);
bool exam_study_answered(const struct exam_study *s, size_t i);
bool exam_study_flagged(const struct exam_study *s, size_t i);
void exam_study_flag(struct exam_study *s, size_t i);
/* Answered ones of all. */
size_t exam_study_done(const struct exam_study *s);
/* Left behind, with no way back. */
bool exam_study_closed(const struct exam_study *s, size_t i);
bool exam_study_forward(const struct exam_study *s);

/* Header of all pages of an examination; then the time left, what is to be said now, and the strip of questions at the foot. */
void exam_study_header(const struct exam_study *s, struct page *page);
void exam_study_time(const struct exam_study *s, struct page *page);
void exam_study_says(const struct exam_study *s, struct page *page);
void exam_study_strip(const struct exam_study *s, struct page *page);

/* Questions to try (exam_trial.c): the form in the reader's language. */
void exam_trial_form(size_t i, struct arena *a, struct form *out);

#endif
