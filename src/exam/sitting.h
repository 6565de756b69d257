/* The life of a sitting as a table: from which state, by what act of whom, into which state, and what must be said with it. Pure: no clock, no store. */
#ifndef SAFAR_EXAM_SITTING_H
#define SAFAR_EXAM_SITTING_H

#include <stdbool.h>
#include <stddef.h>

/* Stored by name. */
enum sitting_state {
	SITTING_PLANNED,
	SITTING_IDENTITY,  /* the supervisor has confirmed who sits there */
	SITTING_OPEN,      /* the seat may be entered: rules and questions to try */
	SITTING_RUNNING,
	SITTING_PAUSED,    /* by the supervisor, or the screen was lost: goes on after a release */
	SITTING_SUBMITTED,
	SITTING_TIME_UP,
	SITTING_ABANDONED, /* ended by the supervisor, or nobody came */
	SITTING_VOID,
	SITTING_STATE_COUNT
};
const char *sitting_state_name(enum sitting_state s);
bool sitting_state_from(const char *name, enum sitting_state *out);
bool sitting_ended(enum sitting_state s);

enum sitting_act {
	ACT_CONFIRM, /* identity, also once more */
	ACT_OPEN,
	ACT_START,
	ACT_PAUSE,
	ACT_LOSE,    /* the screen is gone, or another terminal took the seat */
	ACT_RELEASE, /* goes on */
	ACT_EXTEND,  /* more time */
	ACT_SUBMIT,
	ACT_EXPIRE,  /* the time of the last section is used up */
	ACT_END,     /* by the supervisor; what was answered counts */
	ACT_VOID,
	SITTING_ACT_COUNT
};
const char *sitting_act_name(enum sitting_act a);

/* Who acts; bits, so that a row may allow several. */
enum sitting_role { BY_EXAMINEE = 1, BY_SUPERVISOR = 2, BY_PROGRAM = 4 };
const char *sitting_role_name(enum sitting_role r);

/* Why, where a reason is asked for. Environment and technical: a void sitting is then no attempt. */
enum sitting_why { WHY_NONE, WHY_ENVIRONMENT, WHY_EXAMINEE, WHY_SUPERVISOR, WHY_TECHNICAL, SITTING_WHY_COUNT };
const char *sitting_why_name(enum sitting_why w); /* "" for WHY_NONE */
bool sitting_why_from(const char *name, enum sitting_why *out);

enum { SITTING_DECISION = 3 }; /* the interruption after which going on needs a decision with a reason */

/* What somebody wants to do. */
struct sitting_ask {
	enum sitting_state state;
	enum sitting_act act;
	enum sitting_role role;
	enum sitting_why why;
	bool text;         /* a reason is given in words */
	bool second;       /* a second member of staff has signed in for it */
	int interruptions; /* so far */
};

enum sitting_refusal {
	SITTING_ALLOWED,
	SITTING_NOT_NOW,         /* not in this state */
	SITTING_NOT_YOU,         /* not this role */
	SITTING_NEEDS_WHY,       /* why and words */
	SITTING_NEEDS_DECISION,  /* the same, because it is the third interruption */
	SITTING_NEEDS_SECOND,    /* a second person's sign-in */
};

/* SITTING_ALLOWED and the new state, or what is missing. */
enum sitting_refusal sitting_next(const struct sitting_ask *ask, enum sitting_state *out);

/* Whether a sitting that ended so counts as an attempt. `started`: questions were shown. */
bool sitting_is_attempt(enum sitting_state s, bool started, enum sitting_why why);

#endif
