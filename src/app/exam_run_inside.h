/* What a live screen of an exam keeps besides what it shows. */
#ifndef SAFAR_APP_EXAM_RUN_INSIDE_H
#define SAFAR_APP_EXAM_RUN_INSIDE_H

#include "app/exam_inside.h"
#include "app/pack_table.h"
#include "app/pack_words.h"

struct exam_run_inside {
	const char *token, *teaches;      /* token: of this screen */
	char language[16];                /* of questions */
	struct pack_words *own, *questions; /* of the exam in the learner's language; of questions in theirs */
	struct words question_view;
	struct word_table table;
	int64_t last_mono, last_beat;     /* monotonic ms */
	int64_t pending, consumed;        /* ms of the section: not written yet, written */
	bool slept;                       /* it was away for EXAM_ASLEEP_MS while it was to run, and has not said so yet */
	int section_loaded, form_last;    /* which questions are in the run: section, highest number */
};

/* Enters the seat of a sitting without a code, for staff who type what stands on paper. Free with exam_run_free. */
struct exam_run *exam_run_open(struct app *app, const char *sitting, struct err *e);

/* The seed of the order in which a question's options stand. */
uint64_t run_seed(const struct exam_run *r, const struct exam_question *q);
/* Whether the question counts as answered (exam_is_answered). */
bool run_is_answered(const struct exam_run *r, const struct exam_question *q, const char *verdict, const char *given);

/* Counts what passed since the last look while the screen was live and running. */
void run_count_time(struct app *app, struct exam_run *r);
/* The same, for what needs a sitting that runs: after a sleep it is paused, as one whose screen was lost. ERR_DENIED then; the store's faults. */
bool run_awake(struct app *app, struct exam_run *r, struct err *e);
/* A sign of life, and the time that was not written yet. */
bool run_beat(struct app *app, struct exam_run *r, struct err *e);
/* After a transaction that was taken back: neither the sign of life nor the time in it is written. `before`: as it was when it began. */
void run_take_back(struct exam_run *r, const struct exam_run_inside *before);
/* The row of the sitting, inside a transaction, if this screen may still change it; else ERR_DENIED. */
bool run_fresh(struct app *app, struct exam_run *r, struct arena *a, struct place_row *row, struct err *e);
/* Looks again after a refusal, so that the screen knows why; the refusal stays. Always false. */
bool run_look_after(struct app *app, struct exam_run *r);
/* The same, where another screen is the live one: ERR_DENIED. */
bool run_not_here(struct app *app, struct exam_run *r, struct err *e);

/* Brings state, section, questions and time up to date with the store. */
bool run_look(struct app *app, struct exam_run *r, struct err *e);

/* Title and task of the section that runs, in the learner's language. */
void run_name_section(struct exam_run *r);

/* Says of each question of a section that is heard which text it asks about; titles in `keep`. */
bool run_label_texts(struct app *app, struct exam_run *r, size_t section, struct exam_question *list, size_t count, struct arena *keep, struct err *e);

#endif
