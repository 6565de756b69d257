/* The day before an exam: whether everything is there that it needs. Nothing of it counts as an attempt and no question of the exam is shown. */
#ifndef SAFAR_APP_REHEARSAL_H
#define SAFAR_APP_REHEARSAL_H

#include "app/exam.h"

/* What is tried, in this order. */
enum rehearsal_subject {
	REHEARSAL_PACK,    /* installed, unchanged, every question can be shown, every draw is possible, words to judge with */
	REHEARSAL_KEY,     /* the key that certificates are signed with */
	REHEARSAL_CLOCK,
	REHEARSAL_DISK,
	REHEARSAL_PRINTER,
	REHEARSAL_MACHINE, /* the store is no copy */
	REHEARSAL_SEATS,   /* codes given, and tried at a terminal */
	REHEARSAL_SUBJECT_COUNT
};
const char *rehearsal_subject_name(enum rehearsal_subject s); /* an id: "pack" */

enum rehearsal_mark {
	REHEARSAL_GOOD,
	REHEARSAL_BAD,  /* the exam cannot be held so */
	REHEARSAL_NOTE, /* it can, but somebody should look */
};
struct rehearsal_finding {
	enum rehearsal_subject subject;
	enum rehearsal_mark mark;
	const char *said; /* a sentence in the reader's language */
	const char *cure; /* another one: what to do; "" where nothing is */
};

/* What it is tried with; NULL fields: the usual. */
struct rehearsal_means {
	const char *key_file;     /* NULL: the site's */
	const char *phrase;       /* of the key; NULL: it is not tried */
	const char *trust_folder; /* of the lists that certificates are verified with */
	const char *path;         /* where `lp` is looked for, as $PATH */
};
struct rehearsal {
	struct rehearsal_finding *list; /* by subject */
	size_t count, room;
	bool good;                      /* no finding is REHEARSAL_BAD */
};

/* Tries all of it, in `a`. Writes a few small rows to the store, whose times are reported, and prints a page to a PDF file that is removed again. False only where it
 * could not even be tried: no such session, or a session that is closed. */
bool rehearse(struct app *app, int64_t session, const struct rehearsal_means *means, struct arena *a, struct rehearsal *out, struct err *e);

#endif
