/* Marks of assessors for what is done in the room: bands of a rubric, a second marker, a change.
 *
 * Nobody marks a learner they taught where another member of staff could: whoever marks says so first, once for each learner. A mark that was
 * given is changed only with a second person's sign-in; every mark and both names stay. */
#ifndef SAFAR_APP_EXAM_MARKING_H
#define SAFAR_APP_EXAM_MARKING_H

#include "app/exam.h"

enum { MARK_REMARK_MAX = 400 };

/* What one assessor gave. Texts "" and person 0 where nothing is given, or on the command line. */
struct marking_marker {
	bool given, absent;          /* absent: did not take part in the section; nothing counts */
	int sum;
	const int *points;           /* by criterion, −1: none */
	int64_t person, at;
	const char *name, *remark, *second; /* second: who signed in for a change */
};
enum marking_taught { TAUGHT_UNSAID, TAUGHT_NO, TAUGHT_YES };

/* One section of one sitting, for the one signed in. */
struct marking {
	const char *sitting, *title, *name; /* title of the exam, in the reader's language */
	int64_t session, person;
	int seat;
	size_t section;              /* of the blueprint */
	const struct exam_section *rules;
	const char *section_title;   /* these in the reader's language */
	const char *task_title, *task; /* Markdown; NULL: there is no task */
	const char **criteria, ***bands;
	struct marking_marker markers[MARKER_COUNT];
	enum marks_state state;
	bool absent;
	int points, maximum;         /* points: that count, 0 until the state is complete */
	int mine;                    /* MARKER_…: what the one signed in gives, or changes; −1: nothing */
	bool decides_with;           /* mine is MARKER_DECIDES, and the one signed in is one of the two: the other signs in too */
	enum marking_taught taught;  /* what the one signed in said of this learner */
	bool others;                 /* another member of staff can sign in */
	bool released;               /* a change is given out at once, and needs a remark */
};
/* ERR_INPUT for a section that nobody marks, or a sitting that has not ended. */
bool marking_load(struct app *app, const char *sitting, size_t section, struct arena *a, struct marking *out, struct err *e);

/* Whether the one signed in taught the learner; kept in the log of the session, and asked once. */
bool marking_declare(struct app *app, const char *sitting, bool taught, struct err *e);

/* Gives or changes marks. ERR_DENIED with what is missing: the word about teaching, another person, a second person's sign-in. */
struct marking_entry {
	size_t section;
	int marker;                  /* MARKER_… */
	bool absent;
	const int *bands;            /* by criterion: number of the band from 0; not read where absent */
	const char *remark;          /* or NULL */
	int64_t second;              /* from exam_witness, or 0 */
};
bool marking_put(struct app *app, const char *sitting, const struct marking_entry *m, struct err *e);

/* Every mark that was given or changed, oldest first. */
struct marking_row {
	int64_t at;
	const char *section, *criterion, *kind, *assessor, *second, *text; /* section, criterion: their ids; kind: rubric, absent, verdict, rescore */
	int number, marker, mark, maximum; /* number: of the question in the form, 0 for criteria; marker from 1 */
};
typedef bool marking_row_fn(void *ctx, const struct marking_row *r);
bool marking_history(struct app *app, const char *sitting, marking_row_fn *fn, void *ctx, struct err *e);

#endif
