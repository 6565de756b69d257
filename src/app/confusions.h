/* What a group confuses, for the instructor's next lesson: counted from the log of answers, never from checks. */
#ifndef SAFAR_APP_CONFUSIONS_H
#define SAFAR_APP_CONFUSIONS_H

#include "app/app.h"

enum confusion_kind {
	CONFUSION_ARTICLE, /* `given` is the article written before words that end in `ending` */
	CONFUSION_ACCENT,  /* the letter `given` without its accent */
	CONFUSION_PAIR,    /* `given` for `right` */
	CONFUSION_ORDER,   /* words of a sentence in another order */
	CONFUSION_ITEM,    /* `right` is got wrong, in whatever way */
};
const char *confusion_kind_name(enum confusion_kind k);

struct confusion {
	enum confusion_kind kind;
	int n, of;		   /* so many of those who tried */
	const char *given, *right, *ending; /* as the kind says, else "" */
	const char *asked;	   /* PAIR, ITEM: what was asked, inline markup */
	const char *path;	   /* of one item of it */
	const char **names;	   /* who, "Name (code)", n of them */
};
struct confusions {
	struct arena arena;
	struct confusion *list; /* what most learners share first */
	size_t count;
	int learners;		/* in the group */
};

/* Nothing is said of a group in which fewer than three tried, nor of what only one learner confuses. */
enum { CONFUSION_OF_MIN = 3, CONFUSION_N_MIN = 2, CONFUSIONS_MAX = 20, CONFUSION_DAYS = 28 };

/* Of the learners enrolled in a programme (its path or short id; "" for all), from answers of `since` (a day of the site; INT64_MIN: the last CONFUSION_DAYS days). ERR_ABSENT for an
 * unknown programme; needs MAY_SEE_PEOPLE. confusions_release in any case. */
bool confusions_load(struct app *app, const char *programme, int64_t since, struct confusions *out, struct err *e);
void confusions_release(struct confusions *c);

#endif
