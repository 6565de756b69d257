/* Giving out the results of a session. First an assessor looks at every typed answer that the grader did not simply take, each gap by itself: equal answers
 * of the whole session together, without names and seats. When nothing is doubtful any more and all marks are entered, the results are released; a learner may then ask
 * for a review, once. */
#ifndef SAFAR_APP_EXAM_RELEASE_H
#define SAFAR_APP_EXAM_RELEASE_H

#include <stdbool.h>
#include <stdint.h>

#include "app/exam.h"
#include "store/marks.h"

/* --- typed answers ------------------------------------------------------- */

enum doubt_state { DOUBT_OPEN, DOUBT_CONFIRMED, DOUBT_HALF, DOUBT_FULL };
struct doubt {
	const char *path, *hash, *answer; /* together with `gap` its key: the item, its text, the answer as the grader compares it */
	int gap, gaps;                    /* of an item with several gaps: which one, from 1, and how many; else 0 and 1 */
	const char *asked, *given, *expected; /* Markdown; the last two for a line, as typed by whoever came first */
	const char *verdict, *reasons;    /* the grader's, by their ids; reasons with commas */
	int count;                        /* so many gave it */
	int mark, maximum, scale;         /* what it earned, in units of 1/scale points; of a gap its share, which counts rounded down with the others */
	enum doubt_state state;
	const char *by;                   /* who said so, "" for nobody or the command line */
};
struct doubts {
	struct arena arena;
	struct doubt *list;
	size_t count, open;
};
/* Of a closed session, question by question. doubts_release in any case. */
bool doubts_load(struct app *app, int64_t session, struct doubts *out, struct err *e);
void doubts_release(struct doubts *d);

/* Says what an answer earns, for all who gave it: what the grader gave (DOUBT_CONFIRMED), half or all of the points – never less than it has; DOUBT_OPEN takes
 * back what was said. Not after the release. */
bool doubt_decide(struct app *app, int64_t session, const struct doubt *d, enum doubt_state to, struct err *e);

/* --- release ------------------------------------------------------------- */

struct release_state {
	bool closed, released, practice;
	int64_t released_at;
	const char *by;                 /* "" for the program or the command line */
	int sittings;                   /* with a result */
	int marks;                      /* sections of sittings whose marks are missing */
	int answers, answers_open;      /* groups of equal answers; those nobody looked at */
};
bool release_state(struct app *app, int64_t session, struct arena *a, struct release_state *out, struct err *e);

/* Gives out the results. ERR_INPUT with what is missing. */
bool release_results(struct app *app, int64_t session, struct err *e);

/* When a session is closed, inside that transaction: gives out the results of a practice exam of which nothing is to be marked or confirmed. */
bool release_at_close(struct app *app, int64_t session, struct err *e);

/* A session as it stands: everybody who has a seat. */
struct session_results {
	struct arena arena;
	struct exam_session session;
	const struct blueprint *blueprint;
	const char *title, **section_titles; /* in the reader's language */
	struct exam_result *list;       /* by seat; where nothing was shown or it is void, the marks say nothing */
	size_t count;
	struct release_state release;
};
/* session_results_release in any case. */
bool session_results_load(struct app *app, int64_t session, struct session_results *out, struct err *e);
void session_results_release(struct session_results *r);

/* The answers of one sitting, question by question, for staff. Texts in `a`, for a line. */
struct sheet_row {
	int number, section;            /* number: of the form */
	const char *kind;               /* N_(): what `asked` begins with where the question has no words of its own to say what is to be done */
	const char *asked, *given, *right, *verdict; /* given: in words; verdict: the grader's id, "" for no answer */
	int mark, maximum;              /* as they count now, in units of 1/scale points of the exam_result; maximum 0: left out */
	bool changed;                   /* an assessor or a mended key says so, not the grader */
};
bool release_sheet(struct app *app, const char *sitting, struct arena *a, struct sheet_row **out, size_t *count, int *scale, struct err *e);

/* The results that were given out for a sitting, oldest first. */
bool release_history(struct app *app, const char *sitting, outcome_row_fn *fn, void *ctx, struct err *e);

/* After the release, for one sitting: what item `number` of its form earns. Needs a reason and a second person; another result is given out. */
struct lifted {
	int number;
	enum doubt_state to;            /* DOUBT_HALF, DOUBT_FULL, or DOUBT_CONFIRMED for the grader's mark */
	const char *reason;
	int64_t second;                 /* from exam_witness */
};
bool release_lift(struct app *app, const char *sitting, const struct lifted *l, struct err *e);

/* What waits for assessors. */
struct release_todo {
	int marks, answers, reviews, ready; /* ready: sessions that could be released */
};
bool release_todo(struct app *app, struct release_todo *out, struct err *e);
typedef bool release_waiting_fn(void *ctx, int64_t session, const struct release_state *s);
/* Closed sessions that are not released, the earliest day first. */
bool release_waiting(struct app *app, release_waiting_fn *fn, void *ctx, struct err *e);

/* --- requests for review --------------------------------------------------- */

enum { REVIEW_DAYS = 14, REVIEW_TEXT_MAX = 400 };
enum review_state { REVIEW_POSSIBLE, REVIEW_ASKED, REVIEW_ANSWERED, REVIEW_TOO_LATE, REVIEW_NOT_YET };
struct review {
	enum review_state state;
	const char *until;              /* last day to ask, ISO date; "" before the release */
	const char *text, *answer;      /* what was asked, what was answered; "" */
	bool changed;                   /* another result was given out */
	int64_t asked_at, answered_at;
};
/* How it stands with one's own sitting, or for staff with any. */
bool review_of(struct app *app, const char *sitting, struct arena *a, struct review *out, struct err *e);
/* Asks: one's own sitting, once, until REVIEW_DAYS days after the release. `text` a line of up to REVIEW_TEXT_MAX bytes. */
bool review_ask(struct app *app, const char *sitting, const char *text, struct err *e);
/* For staff: those that wait, or all, the oldest first; titles in the reader's language. */
bool review_list(struct app *app, bool waiting, review_request_fn *fn, void *ctx, struct err *e);
/* Answers. A mark that was changed since it was asked (marking_put, release_lift) makes it "changed"; else the result stays. */
bool review_answer(struct app *app, const char *sitting, const char *answer, struct err *e);

/* --- what stands --------------------------------------------------------- */

/* The result of one sitting. Texts are borrowed for the length of the call. */
struct exam_standing {
	const char *sitting;                 /* its id */
	const char *exam, *examines;         /* own path "pack/exam"; the path that programmes name: the same for practice */
	const char *title;                   /* as in the pack */
	bool live;                           /* of a live bank: counts for a certificate; else it was practice */
	bool released;                       /* given out: only then it counts */
	bool passed, complete;               /* complete: every section was examined */
	int mark, maximum, scale;            /* in units of 1/scale points */
	int64_t session, person, ended_at, released_at; /* ms; released_at 0: not yet */
	const char *latin, *birth, *document; /* as frozen */
	int valid_months;                    /* how long it counts, from ended_at on; 0: not said */
	const char *day, *room, *language;   /* ISO date; of questions and options, "" for the learner's own */
};
typedef bool exam_standing_fn(void *ctx, const struct exam_standing *s);

/* Sittings that count, the earliest first: begun, ended and not void; of one person, or of all with 0. What was not given out yet comes as it would
 * stand now. One's own anybody may read, those of others staff. */
bool exam_standings(struct app *app, int64_t person, exam_standing_fn *fn, void *ctx, struct err *e);

#endif
