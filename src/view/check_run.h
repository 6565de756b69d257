/* A unit check on its way: what its questions and its result share while one replaces the other. */
#ifndef SAFAR_VIEW_CHECK_RUN_H
#define SAFAR_VIEW_CHECK_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "app/check.h"
#include "view/form_view.h"
#include "view/screen.h"

struct check_run {
	int refs;            /* screens that hold it */
	struct check *check; /* owned */
	size_t at;           /* question on the screen */
	struct arena arena;  /* of its form */
	bool formed;
	struct form form;
	struct form_view view;
	struct check_result result;
};
struct check_hold { /* first member of the state of every screen of a check, and the argument each opens the next with */
	struct check_run *run;
};

/* Takes `check` over. The caller drops what it got when the next screen holds it. */
struct check_run *check_run_new(struct check *check);
void check_run_drop(struct check_run *r); /* the last one frees; NULL is fine */

/* init and release of screens whose state begins with a check_hold. */
void check_screen_init(void *state, const void *arg);
void check_screen_release(void *state);

/* On to the first question not answered yet, or, when there is none, to the result: then the check is closed. */
struct turn check_run_turn(struct app *app, struct check_hold *hold, struct err *e);

#endif
