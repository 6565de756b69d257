/* What a learner confuses, from the log of answers: most costly first, and less with each day on which it is right. */
#ifndef SAFAR_APP_MISTAKES_H
#define SAFAR_APP_MISTAKES_H

#include "app/app.h"
#include "learn/grade.h"

enum mistake_kind {
	MISTAKE_ARTICLE, MISTAKE_FORM, MISTAKE_OTHER_WORD, MISTAKE_ORDER, MISTAKE_WORDS /* missing or too many */, MISTAKE_SPELLING, MISTAKE_ACCENT,
	MISTAKE_MEANING /* of a word, chosen wrongly */, MISTAKE_EXERCISE,
	MISTAKE_KINDS
};
/* By the gravest reason in a row of the log ("article,typo"); without one, by whether it is a drill. */
enum mistake_kind mistake_kind_of(const char *reasons, const char *drill);
/* Its reasons as bits of enum reason. */
unsigned mistake_reasons(const char *reasons);

struct mistake {
	enum mistake_kind kind;
	const char *path, *drill;
	const char *given;  /* plain text; "" where it cannot be told */
	const char *right, *asked; /* inline markup, but `right` of a word is plain */
	bool word;
	int count;	    /* how often */
	int cost;	    /* what it weighs now: 2 for wrong, 1 for almost right, 2 less for each later day on which it was right */
	int64_t last_day;   /* of the site */
};
struct mistakes {
	struct arena arena;
	struct mistake *list; /* the kind that costs most first, within it the mistake that costs most */
	size_t count;
};
/* Of the person signed in; what no active pack has any more is left out. At most MISTAKES_MAX. mistakes_release in any case. */
enum { MISTAKES_MAX = 60 };
bool mistakes_load(struct app *app, struct mistakes *out, struct err *e);
void mistakes_release(struct mistakes *m);

/* How many there are, without looking up their words. */
bool mistakes_count(struct app *app, int *out, struct err *e);

#endif
