/* Every screen of the program, and what each is opened with. Language and help, which the stack itself opens, are in common.h. */
#ifndef SAFAR_VIEW_SCREENS_H
#define SAFAR_VIEW_SCREENS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/secret.h"
#include "exam/sitting.h"
#include "view/common.h"
#include "view/screen.h"

/* --- for everybody ------------------------------------------------------ */
extern const struct screen screen_sign_in;
extern const struct screen screen_ask; /* arg: struct ask */

/* A question before something that could lose something. Texts are N_(). */
struct ask {
	const char *question, *detail; /* detail may be NULL */
	const char *yes, *no;
	bool careful;         /* the pointer stands on `no` at first */
	enum turn_kind turn;  /* what yes means, if `agreed` is NULL */
	bool *agreed;         /* set to true by yes; the screen below finds it in its `enter`. Borrowed */
};

/* Before a form is left in which something was typed; `agreed` is filled in by who asks. */
extern const struct ask ask_discard;

/* The home of the person signed in: learner or staff. */
const struct screen *home_of(enum role role);

/* --- for learners ------------------------------------------------------- */
struct unit_arg {
	const char *pack, *unit; /* ids */
	bool again;              /* the lesson from its first page, though all is done */
};
struct review_arg {
	int words; /* at most, as today has room for; 0: as many as one goes well with */
};
struct placement_arg {
	const char *pack; /* id of a course that teaches a language */
};
struct word_arg {
	const char *path; /* pack/unit/id of a word or phrase */
};
struct certificate_arg {
	const char *serial;
};

extern const struct screen screen_home;
extern const struct screen screen_units;
extern const struct screen screen_unit;        /* arg: struct unit_arg */
extern const struct screen screen_lesson;      /* arg: struct unit_arg; goes on as one of the next six */
extern const struct screen screen_reading;     /* arg of these: struct study_hold (study.h) */
extern const struct screen screen_dialogue;
extern const struct screen screen_listen;
extern const struct screen screen_practise;   /* before the drills of a practice */
extern const struct screen screen_exercise;
extern const struct screen screen_feedback;
extern const struct screen screen_finished;
extern const struct screen screen_words;       /* arg: struct study_hold: the words of the unit */
extern const struct screen screen_review;      /* arg: struct review_arg or NULL: what is due; goes on as exercises and screen_practised */
extern const struct screen screen_practised;   /* arg: struct study_hold: the end of drills without a lesson */
extern const struct screen screen_my_words;
extern const struct screen screen_mistakes;    /* what the learner confuses */
extern const struct screen screen_mistake;     /* opened by it */
extern const struct screen screen_word;        /* arg: struct word_arg */
extern const struct screen screen_search;
extern const struct screen screen_placement;   /* arg: struct placement_arg; the test from its first page to what came of it */
extern const struct screen screen_check;       /* arg: struct unit_arg; goes on as the next two */
extern const struct screen screen_check_item;  /* arg: struct check_hold (check_run.h) */
extern const struct screen screen_result;      /* likewise */
extern const struct screen screen_progress;
extern const struct screen screen_certificate; /* arg: struct certificate_arg */

/* --- examinations (exam_study.h) ---------------------------------------- */
struct exam_enter_arg {
	int seat;
	char code[8]; /* six digits */
};
extern const struct screen screen_exam_enter;    /* arg: NULL, or struct exam_enter_arg where a supervisor opens one seat at the same program: whoever is signed in
						  * is signed out, the learner sits, and afterwards a supervisor signs in here before the screen below comes back */
extern const struct screen screen_exam_rules;    /* arg of these: struct exam_hold */
extern const struct screen screen_exam_wait;
extern const struct screen screen_exam_tried;    /* in its place at a rehearsal */
extern const struct screen screen_exam_sit;
extern const struct screen screen_exam_task;     /* a section that is written on paper */
extern const struct screen screen_exam_overview;
extern const struct screen screen_exam_hand_in;
extern const struct screen screen_exam_hold;
extern const struct screen screen_exam_leave;
extern const struct screen screen_exam_over;
struct exam_own_arg {
	char sitting[40]; /* id */
};
extern const struct screen screen_exam_mine;     /* a learner's own examinations */
extern const struct screen screen_exam_own;      /* arg of these: struct exam_own_arg: what came of one; and asking for a review */
extern const struct screen screen_exam_review_ask;
extern const struct screen screen_exam_back;     /* no arg: a supervisor signs in, then the screen below comes back */

/* --- for authors --------------------------------------------------------- */
/* A pack on trial (app/trial.h): its faults, or its units as learners see them. The app of the stack is that of a struct trial; goes on as the second. */
extern const struct screen screen_try_begin;
extern const struct screen screen_try;

/* --- for staff ---------------------------------------------------------- */
/* An act of a supervisor at a seat or at all of them, from app/exam.h: what screen_exam_act asks about. It asks for the number of the seat or ALL where sittings end or all are meant,
 * for minutes, the reason, and a second person where that is needed; Esc does nothing. Then the `enter` of the screen below runs and finds *done. */
struct exam_ask {
	int64_t session;
	int seat;              /* 0: all */
	enum sitting_act act;  /* ACT_PAUSE, ACT_RELEASE (needs no asking before the third interruption), ACT_EXTEND, ACT_END or ACT_VOID */
	int64_t seen;          /* the newest event that was shown when it was decided; 0: whatever happened */
	const char *name;      /* of one seat: who sits there; copied */
	int interruptions, answered;
	int64_t left_ms;       /* of the section */
	int meant;             /* for all: how many */
	int *done;             /* seats at which it was done; borrowed, or NULL */
};

/* What a second member of staff signs in for, with code and PIN (exam_witness in app/exam.h). Opened by the screen that needs it, with TURN_PUSH. Signed in: the screen closes, *person
 * is who it was, and the `enter` of the screen below runs: there, where *person is not 0, the act is done with it and *person set back to 0, so that each act has its own
 * sign-in. Esc: *person is 0. screen_exam_act.c shows it. */
struct second_said {
	char code[16], pin[PIN_DIGITS + 1];
};
struct second {
	const char *what; /* translated: what the second person vouches for, a sentence or several lines. Borrowed as long as the screen is open: of the state of the screen below, or static */
	int64_t *person;  /* likewise; set to 0 on opening */
	struct second_said *said; /* NULL, or likewise: what was typed, for a program of its own that judges it once more. The screen below wipes it */
};

struct person_arg {
	int64_t id; /* 0: a new one, where that makes sense */
};

extern const struct screen screen_staff;
extern const struct screen screen_certificates;
extern const struct screen screen_issue;       /* to all who are ready, with pass phrase and second person */
extern const struct screen screen_withdraw;    /* arg: struct certificate_arg; closes when it is done */
extern const struct screen screen_reissue;      /* arg: struct certificate_arg: issued anew with name, birth date or document put right */
extern const struct screen screen_withdrawn;    /* signs the list of withdrawn ones */
extern const struct screen screen_site_moved;  /* a store that was made on another machine: an administrator decides */
extern const struct screen screen_people;
extern const struct screen screen_person;      /* arg of these: struct person_arg */
extern const struct screen screen_person_form;
extern const struct screen screen_pin;
extern const struct screen screen_enrol;
extern const struct screen screen_import;
extern const struct screen screen_export;
extern const struct screen screen_packs;
extern const struct screen screen_reports;
extern const struct screen screen_confusions;  /* what the group confuses */
extern const struct screen screen_confusion;   /* arg: struct confusion (app/confusions.h) */
extern const struct screen screen_exam_act;    /* arg: struct exam_ask */
extern const struct screen screen_second;      /* arg: struct second */
extern const struct screen screen_report;      /* opened by screen_reports, as is the next */
extern const struct screen screen_dismiss;

/* How exams worked: which one, the whole of it, one item. */
struct analysis_arg {
	const char *exam, *item; /* path of the exam; label of the item (app/exam_analysis.h), of the last screen. Copied */
	bool all;                /* also results that were not given out yet */
};
extern const struct screen screen_analysis;
extern const struct screen screen_analysis_exam; /* arg of these: struct analysis_arg */
extern const struct screen screen_analysis_item;
extern const struct screen screen_exam_rescore;  /* likewise: its marks are counted anew */

/* What is read or played to all in the room while an examination runs. */
struct exam_script_arg {
	int64_t session;
	int number; /* of the text, from 1; 0: the first */
};
extern const struct screen screen_exam_script;     /* arg of both: struct exam_script_arg */
extern const struct screen screen_exam_script_why; /* once more than the exam allows */

/* Examinations before they are held: planned, seats, codes, identity. */
struct exam_seat_arg {
	int64_t session;
	int seat; /* 0: all, or of no meaning */
};
/* Who sits: for a session to be planned, or (session not 0) for more seats of one that is. Texts are copied. */
struct exam_who_arg {
	int64_t session;
	const char *exam, *day, *room, *programme; /* of a new one; programme NULL: all learners */
	int64_t *planned;                          /* gets its id; borrowed */
};

extern const struct screen screen_exam_sessions;
extern const struct screen screen_exam_plan;
extern const struct screen screen_exam_who;      /* arg: struct exam_who_arg */
extern const struct screen screen_exam_seats;    /* arg of these: struct exam_seat_arg */
extern const struct screen screen_exam_rehearse;
extern const struct screen screen_exam_unseal;   /* two officers open the sealed questions */
extern const struct screen screen_exam_more;
extern const struct screen screen_exam_seat;
extern const struct screen screen_exam_identity;
extern const struct screen screen_exam_help;
extern const struct screen screen_exam_codes;
extern const struct screen screen_exam_print;    /* forms for paper, of the whole session */
extern const struct screen screen_exam_type;     /* the answers that stand on the sheet of a seat */
/* While they are held; all take struct exam_seat_arg. */
extern const struct screen screen_exam_board;      /* seat: where the pointer stands, 0: at the first */
extern const struct screen screen_exam_board_more; /* what else can be done with that seat, all seats and the session */
extern const struct screen screen_exam_out;        /* the code for leaving a seat */
extern const struct screen screen_exam_log;        /* everything that happened */

/* Examinations after they were held: marks, typed answers, release, reviews. Texts are copied. */
struct exam_sitting_arg {
	const char *sitting; /* its id */
};
struct exam_mark_arg {
	const char *sitting;
	size_t section;      /* of the blueprint */
};
struct exam_lift_arg {
	const char *sitting;
	int number;          /* of the question in the form */
};

extern const struct screen screen_exam_marking;  /* what waits for assessors */
extern const struct screen screen_exam_closing;  /* arg: struct exam_seat_arg, its session, which is closed: writes what stays of it */
extern const struct screen screen_exam_results;  /* arg of these: struct exam_seat_arg, its session */
extern const struct screen screen_exam_release;  /* typed answers, one after the other */
extern const struct screen screen_exam_sheet;    /* arg: struct exam_sitting_arg */
extern const struct screen screen_exam_mark;     /* arg: struct exam_mark_arg */
extern const struct screen screen_exam_lift;     /* arg: struct exam_lift_arg */
extern const struct screen screen_exam_reviews;
extern const struct screen screen_exam_review;   /* arg: struct exam_sitting_arg */

#endif
