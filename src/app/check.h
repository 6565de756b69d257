/* The unit check: items drawn from the unit's bank, no feedback before the end, one pass mark. */
#ifndef SAFAR_APP_CHECK_H
#define SAFAR_APP_CHECK_H

#include "app/lesson.h"
#include "store/log.h"

struct check {
	struct arena arena;
	struct lesson *lesson;        /* owned: unit and words, of the version the sitting was begun with */
	struct sitting sitting;
	const struct item **items;    /* drawn, in the order asked */
	const char **hashes;
	bool *answered;
	size_t count;
	int64_t shown_mono;
};

/* Goes on with the open sitting of this person, or begins a new one. The caller frees with check_free (NULL is fine). */
struct check *check_open(struct app *app, const char *pack, const char *unit, struct err *e);
void check_free(struct check *c);
bool check_speak(struct app *app, struct check *c, struct err *e); /* as lesson_speak */
size_t check_next(const struct check *c); /* first item not answered, or count */
void check_shown(struct app *app, struct check *c);
void check_form(const struct check *c, size_t i, struct arena *a, struct form *out);
/* Stores an answer that is not empty; an empty one gives *stored = false and asks again. Where another terminal of the same learner has answered
 * already, that answer stays the one that counts and this one is dropped. */
bool check_answer(struct app *app, struct check *c, size_t i, const struct response *r, bool *stored, struct err *e);

enum { READ_AGAIN_MAX = 3 };
struct check_result {
	int mark, maximum, points, of;
	bool passed;
	int wrong;               /* questions that did not earn all their points */
	size_t read_again[READ_AGAIN_MAX], read_again_count; /* numbers of parts of the unit that go with them, most needed first */
	const char *certificate; /* serial of the practice certificate this result earned, or NULL; in the check's arena */
	const char *programme;   /* its title */
};
/* Gives the result of a sitting that another terminal has closed; else closes it when all are answered, counts requirements, issues a practice certificate when the last one is met: all in one commit. */
bool check_finish(struct app *app, struct check *c, struct check_result *out, struct err *e);

#endif
