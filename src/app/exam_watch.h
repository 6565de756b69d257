/* What the supervisor's board shows, kept up to date at little cost: one statement for all seats a look, and what is new of the two logs. Several boards may watch one session. */
#ifndef SAFAR_APP_EXAM_WATCH_H
#define SAFAR_APP_EXAM_WATCH_H

#include "app/exam.h"

/* A seat with what happened there last. */
struct exam_watched {
	struct exam_seat seat;      /* as exam_board gives it; left_ms goes on between two signs of life */
	struct exam_event last;     /* the newest event of its sitting that tells where it stands: a change of state, minutes given, somebody entered; act NULL: none yet */
	struct exam_event change;   /* the newest change of state; likewise */
	int64_t away_at;            /* wall clock of the last sign of life where it is lost or paused without a screen, else 0 */
	bool decision;              /* it waits for a release that needs a reason */
};

struct exam_tally {
	int unready;  /* nobody confirmed who sits there */
	int closed;   /* confirmed, but not open */
	int open;     /* open, not started */
	int entered;  /* of these: somebody is at the screen */
	int running, paused, lost, ended, calls; /* running: without those that are lost */
	int given;    /* void or never begun are not counted: sittings with a result to come */
};

struct exam_watch {
	struct exam_session session; /* texts in `arena` */
	const struct blueprint *blueprint;
	const char **section_titles; /* in the reader's language */
	const char *title;           /* of the exam, likewise */
	struct exam_watched *seats;  /* by number */
	size_t count;
	struct exam_tally tally;
	int64_t seen;                /* the newest event */
	struct exam_event *news;     /* since the look before, oldest first; none at the first look. Gone with the next look */
	size_t news_count;
	int64_t back_ms;             /* the clock of this computer stands so much before what was recorded already; 0: it does not */
	struct arena arena;          /* what lives as long as the watch */
	struct exam_watch_inside *inside;
};

/* Begins to watch, with a first look. NULL on failure. ERR_DENIED for those who may not supervise. */
struct exam_watch *exam_watch_new(struct app *app, int64_t session, struct err *e);
void exam_watch_free(struct exam_watch *w); /* NULL is fine */

/* Looks again; once a second is often enough. A clock that went back is noted as an event of the session. On failure what was seen last stays. */
bool exam_watch_look(struct app *app, struct exam_watch *w, struct err *e);

/* The seat of that number, or NULL. */
const struct exam_watched *exam_watch_seat(const struct exam_watch *w, int number);

#endif
