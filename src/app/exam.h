/* Supervised sittings: planning, identity, the room, the learner's answers, the board and results. Drawing, states and marks follow src/exam; answers are graded by src/learn.
 *
 * Time is consumed time: it runs only while a learner's screen is live, as counted by exam_tick in the process that shows it. Wall clocks may jump.
 * Whatever a function here has answered with true is durable, exam_tick's clock excepted: after a crash it stands at most EXAM_BEAT_MS earlier. */
#ifndef SAFAR_APP_EXAM_H
#define SAFAR_APP_EXAM_H

#include "app/app.h"
#include "exam/blueprint.h"
#include "exam/outcome.h"
#include "exam/sitting.h"
#include "learn/item.h"

enum {
	EXAM_BEAT_MS = 5000,          /* between two signs of life */
	EXAM_LOST_MS = 15000,         /* without one: the screen is lost */
	EXAM_ASLEEP_MS = 60000,       /* without one, then it goes on by itself, as after a laptop was shut: an interruption */
	EXAM_GRACE_MS = 2000,         /* an answer under way when time ran out still counts */
	EXAM_AWAY_MS = 10 * 60 * 1000, /* longer away: questions seen and not answered are replaced */
	EXAM_CODE_TRIES = 10,         /* wrong seat codes before the supervisor must give a new one */
	EXAM_LEAVE_TRIES = 5,         /* wrong codes for leaving before the supervisor must give a new one */
	EXAM_LEAVE_MS = 2 * 60 * 1000, /* how long a code for leaving holds */
	EXAM_CODE_SIZE = PIN_DIGITS + 1,
	EXAM_SEATS_MAX = 500,
};

/* --- exams and sessions --- */

struct exam_choice {
	const char *path, *title; /* "pack/exam"; title in the reader's language */
	bool practice;            /* of a course pack: say so wherever it is named */
};
/* Exams of installed packs, in `a`. */
bool exam_choices(struct app *app, struct arena *a, struct exam_choice **out, size_t *count, struct err *e);

struct exam_session {
	int64_t id, version, supervisor;
	const char *exam, *title, *day, *room, *supervisor_name; /* "pack/exam"; title in the reader's language; ISO date */
	const char *source_title;    /* as in the pack, for what is read elsewhere */
	const char *state;           /* planned | open | closed */
	bool started, practice;
	int seats;
};
typedef bool exam_session_fn(void *ctx, const struct exam_session *s);
bool exam_sessions(struct app *app, exam_session_fn *fn, void *ctx, struct err *e); /* the newest day first */
bool exam_session(struct app *app, int64_t id, struct arena *a, struct exam_session *out, struct err *e);

/* Plans a session: exam by path ("dutch-a1/mock") or its short id where only one has it; people by their ids, who get seats 1, 2, …. Refused, with the name: no attempt
 * left, or before the first possible day; `day` in the past; nobody; twice the same. */
struct exam_plan {
	const char *exam, *day, *room;
	const int64_t *people;
	size_t count;
};
bool exam_plan_day(struct app *app, const char *text, struct err *e); /* whether an exam may be planned for it: an ISO date, today or later */
bool exam_plan(struct app *app, const struct exam_plan *p, int64_t *session, struct err *e);
/* One more seat, up to EXAM_SEATS_MAX. */
bool exam_add_seat(struct app *app, int64_t session, int64_t person, int *seat, struct err *e);
/* Extra time in per cent (0–200) and reading aloud of a seat, until it is running. Another extra time needs a `second` person, from exam_witness; for reading aloud 0 will do. */
struct exam_help {
	int extra_percent;
	bool aloud;
	int64_t second;
};
bool exam_set_help(struct app *app, int64_t session, int seat, const struct exam_help *help, struct err *e);

/* A new six-digit code of a seat, shown once by the caller and then wiped; the former one opens nothing any more. */
bool exam_new_code(struct app *app, int64_t session, int seat, char code[EXAM_CODE_SIZE], struct err *e);

/* --- the supervisor's side --- */

/* A second member of staff signs in for one act: code and PIN as sign_in judges them, instructor or administrator, not the one signed in. Nobody is signed in by it. */
bool exam_witness(struct app *app, const char *code, const char *pin, int64_t *person, struct err *e);

/* Identity, letter by letter from the document: frozen into the sitting when it begins. Latin as in the machine-readable lines, birth ISO date, document number of letters and digits. */
struct exam_identity {
	const char *latin, *birth, *document;
};
bool exam_confirm(struct app *app, int64_t session, int seat, const struct exam_identity *id, struct err *e);

/* What the supervisor says with an act; text NULL or "": nothing. second: from exam_witness, or 0. seen: the newest event the one who decides has seen; what was decided
 * at the seat after it, at another board, refuses the act. 0: whatever happened. */
enum { EXAM_REASON_MAX = 400 }; /* bytes, one line */
struct exam_reason {
	enum sitting_why why;
	const char *text;
	int64_t second, seen;
};
/* seat 0: all seats in a state for which the act is meant. Each is a transaction of its own: where one refuses, the others are done all the same, and ERR_DENIED names those that
 * refused. But for opening and starting, all seats need a reason in words and a second sign-in. *done counts seats, also when false, and may be NULL.
 * The first seat opened makes the session open, in the same transaction; the first one started marks the room as started. */
/* ERR_DENIED on a machine that the store does not belong to (app/machine.h). */
bool exam_open_seat(struct app *app, int64_t session, int seat, int *done, struct err *e);
/* The room starts: open seats at whose screen somebody is are drawn and run. Whoever comes later begins by exam_begin_here. ERR_INPUT when none is open. */
bool exam_start(struct app *app, int64_t session, int *done, struct err *e);
bool exam_pause(struct app *app, int64_t session, int seat, const struct exam_reason *r, int *done, struct err *e);
/* Goes on at the terminal that entered last. Replaces what must be replaced; questions about a text that was read to the room stay, since all have heard it. From the third interruption on `r` must say why. */
bool exam_release(struct app *app, int64_t session, int seat, const struct exam_reason *r, int *done, struct err *e);
/* More minutes in the section that is running; 1–180. Needs a reason and a second person. */
bool exam_extend(struct app *app, int64_t session, int seat, int minutes, const struct exam_reason *r, int *done, struct err *e);
/* Ends sittings; the answers count. Seats never started have no result. Needs a reason and a second person. */
bool exam_end(struct app *app, int64_t session, int seat, const struct exam_reason *r, int *done, struct err *e);
bool exam_void(struct app *app, int64_t session, int seat, const struct exam_reason *r, int *done, struct err *e);
/* Closes a session of which no sitting is running, paused or open any more; seats never started are abandoned. Nothing happens to one that is closed. */
bool exam_close(struct app *app, int64_t session, struct err *e);
/* A code that lets one seat leave the examination screen within EXAM_LEAVE_MS. */
bool exam_leave_code(struct app *app, int64_t session, int seat, char code[EXAM_CODE_SIZE], struct err *e);
bool exam_call_done(struct app *app, int64_t session, int seat, struct err *e);

/* One line of the board. */
struct exam_seat {
	int number;
	int64_t person;
	const char *code, *name, *latin, *birth; /* of the person */
	const char *sitting;         /* its id */
	enum sitting_state state;
	bool lost;                   /* running, but its screen gave no sign of life: it will be paused when somebody enters */
	bool live;                   /* running, and its screen is there; or waiting for a release with a terminal that has entered */
	bool calls;                  /* wants the supervisor */
	int extra_percent;
	bool aloud;
	size_t section;              /* of the blueprint */
	int position, answered, count; /* in the section: question shown last (from 1, 0: none yet), answered with nothing left out, in all */
	int64_t left_ms;             /* of the section */
	int64_t away_ms;             /* since the last sign of life, 0 if live or never */
	int interruptions;
	const char *why, *text;      /* of the last change of state */
};
typedef bool exam_seat_fn(void *ctx, const struct exam_seat *s);
bool exam_board(struct app *app, int64_t session, exam_seat_fn *fn, void *ctx, struct err *e);

/* What happened, oldest first. */
struct exam_event {
	int64_t seq, at;
	int seat;
	const char *who, *with, *role, *act, *from, *to, *why, *text; /* who: name, "" for the program; with: who signed in too, or "" */
};
typedef bool exam_event_fn(void *ctx, const struct exam_event *ev);
bool exam_events(struct app *app, int64_t session, exam_event_fn *fn, void *ctx, struct err *e);

/* --- texts that are read to the room --- */

/* Drawn once for the session, when its first sitting begins; all sittings have the questions about them. */
struct exam_heard {
	int number;              /* from 1, in the order in which they are heard */
	const char *id, *title;  /* title in the reader's language where it is translated; "" for none */
	const char *say;         /* to be read aloud or played; in the language of the exam */
	int plays, limit;        /* so far; how many the section allows without a reason */
};
typedef bool exam_heard_fn(void *ctx, const struct exam_heard *h);
/* For the supervisor. Nothing is given before the room has begun, or where the exam has no such section. */
bool exam_scripts(struct app *app, int64_t session, exam_heard_fn *fn, void *ctx, struct err *e);

enum { EXAM_PLAY_MS = 3000 }; /* a key that is held down counts once */
/* Counts that text `number` was read or played to all; *plays so far, this one included, may be NULL. Over the limit `r` must say why and what happened (ERR_DENIED); else
 * it may be NULL. ERR_INPUT: no such text, the session is closed, or one was counted less than EXAM_PLAY_MS ago. */
bool exam_play(struct app *app, int64_t session, int number, const struct exam_reason *r, int *plays, struct err *e);

/* --- the learner's side: one live screen --- */

struct exam_question {
	int number;                /* in the form, of the whole sitting: its key in the store */
	const char *path;
	const struct item *item;
	const char *given;         /* the last durable answer (response_parse reads it), "" if none */
	bool answered, seen, flagged; /* answered: nothing of it is left out; flagged: only on this screen, for the learner */
	bool passed_by;            /* forward only: left, and closed */
	int text;                  /* number of the text that was read to the room and that it asks about, from 1; 0: none */
	const char *text_title;    /* of that text, in the learner's language; "" or NULL: none */
};
struct exam_run {
	struct arena arena;        /* what lives as long as the run */
	struct arena section_arena; /* questions of the section */
	const char *sitting, *name, *title; /* title in the learner's language */
	const char *latin, *birth; /* as confirmed by the supervisor */
	const char *own_language;  /* kept for the person, "" if none */
	const char *types;         /* language of what is typed, BCP 47, or "" */
	int64_t session, person, version;
	int seat;
	bool rehearsal;            /* the session is only planned: rules and questions to try, and nothing of it is a sitting (app/exam_rehearse.h) */
	bool practice, aloud, started; /* started: this sitting is; before that rules and questions to try are shown */
	bool room_started;         /* the supervisor has started the room: exam_begin_here begins this sitting */
	enum sitting_state state;
	bool calls;                /* the supervisor was called and has not come yet */
	bool moved;                /* another terminal took the seat: this screen stops */
	const struct blueprint *blueprint;
	size_t section;            /* running now */
	const char *section_title; /* in the learner's language */
	const struct exam_task *task; /* what is written on paper in this section, likewise; NULL: it has questions */
	struct exam_question *questions;
	size_t count;
	size_t now;                /* shown */
	int64_t limit_ms, left_ms; /* of the section, as of the last tick */
	int generation;            /* grows when questions were exchanged, or another section began: read them again */
	struct exam_run_inside *inside;
};

/* Enters a seat by its number and code, of a session that is open; of one that is still planned it gives a rehearsal. The first time it needs no release; a seat whose screen was live, lost or paused is paused and waits for the
 * supervisor's release (the older screen is told). ERR_DENIED for a wrong code, the same for an unknown seat. Free with exam_run_free (NULL is fine). */
struct exam_run *exam_enter(struct app *app, int seat, const char *code, struct err *e);
void exam_run_free(struct exam_run *r);
/* The texts of the run anew, after another language was chosen; forms are then to be made again. */
bool exam_speak(struct app *app, struct exam_run *r, struct err *e);

/* Title of any section in the learner's language, in `a`. */
const char *exam_section_title(const struct exam_run *r, size_t section, struct arena *a);

/* Begins the sitting of somebody who entered after the room was started, once rules and questions to try are behind them. ERR_DENIED before the room was. */
bool exam_begin_here(struct app *app, struct exam_run *r, struct err *e);

/* To be called about once a second, and after every wait: counts the time, gives a sign of life every EXAM_BEAT_MS, and brings state, section, questions and left_ms up to date. When the
 * time of a section is over it goes on to the next one, or ends the sitting. */
bool exam_tick(struct app *app, struct exam_run *r, struct err *e);

/* Question `i` is on the screen: counted as shown, its order kept. Fills the form, in `a`, in the language of the exam. With forward navigation the ones before close. */
bool exam_show(struct app *app, struct exam_run *r, size_t i, struct arena *a, struct form *out, struct err *e);

/* Stores an answer; durable when true. An empty one takes back what was given. *retry: typed in another layout or script – the learner is told so at once, the answer
 * before it stays. ERR_DENIED when the sitting does not run here any more (r->state and r->moved say why) or time is up. */
bool exam_answer(struct app *app, struct exam_run *r, size_t i, const struct response *resp, bool *retry, struct err *e);

/* The learner hands in the section; the last one ends the sitting. */
bool exam_hand_in(struct app *app, struct exam_run *r, struct err *e);
/* Calls the supervisor silently, or takes the call back. */
bool exam_call(struct app *app, struct exam_run *r, bool on, struct err *e);
/* Leaves by the supervisor's code: a running sitting is paused. ERR_DENIED for another code. */
bool exam_leave(struct app *app, struct exam_run *r, const char *code, struct err *e);
/* The same by the sign-in of a member of staff, where the only terminal is the learner's and no board can show a code; the event names them. Nobody is signed in by it.
 * ERR_DENIED as sign_in says it, for learners, and for whoever sits there. */
bool exam_leave_staff(struct app *app, struct exam_run *r, const char *code, const char *pin, struct err *e);

/* --- results --- */

enum { EXAM_PRACTISE_MAX = 5 };
struct exam_result {
	const char *sitting, *exam, *title; /* title in the reader's language */
	int64_t session, person;
	int seat;
	const char *name, *latin, *birth, *document; /* as frozen */
	enum sitting_state state;
	bool practice, attempt, started;
	bool released;               /* given out: before that whoever sat it sees no marks */
	int64_t released_at;         /* ms, 0: not yet */
	int missing;                 /* sections that assessors have not marked yet */
	enum marks_state *waits;     /* of each section: for whose marks */
	int scale;                   /* marks are in units of 1/scale points */
	struct outcome outcome;
	struct section_outcome *sections; /* one per section of the blueprint */
	const struct blueprint *blueprint;
	const char **section_titles; /* in the reader's language */
	struct stratum_mark *strata; /* what was drawn together, and what it earned */
	size_t stratum_count;
	const char *practise[EXAM_PRACTISE_MAX]; /* below the mark: titles of units or names of topics, most needed first */
	size_t practise_count;
	bool again;                  /* below the mark: another attempt is possible, … */
	const char *again_from;      /* … from that day on, ISO date; "" at any time */
};
/* Of one sitting that ended; everything in `a`. Staff see it as it stands now; whoever sat it sees it once it is released, and before that neither marks nor
 * whether it is passed. */
bool exam_result(struct app *app, const char *sitting, struct arena *a, struct exam_result *out, struct err *e);
/* The sitting of a seat. */
bool exam_sitting_of(struct app *app, int64_t session, int seat, struct arena *a, const char **sitting, struct err *e);

#endif
