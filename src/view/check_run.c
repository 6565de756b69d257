#include "config.h"
#include "view/check_run.h"

#include <stdlib.h>

#include "core/alloc.h"
#include "view/screens.h"

struct check_run *check_run_new(struct check *check)
{
	struct check_run *r = xcalloc(1, sizeof *r);

	r->refs = 1;
	r->check = check;
	return r;
}

static void forget_question(struct check_run *r)
{
	form_view_release(&r->view);
	arena_release(&r->arena);
	r->formed = false;
}

void check_run_drop(struct check_run *r)
{
	if (r == NULL || --r->refs > 0)
		return;
	forget_question(r);
	check_free(r->check);
	free(r);
}

void check_screen_init(void *state, const void *arg)
{
	struct check_hold *hold = state;

	hold->run = ((const struct check_hold *)arg)->run;
	hold->run->refs++;
}

void check_screen_release(void *state)
{
	check_run_drop(((struct check_hold *)state)->run);
}

struct turn check_run_turn(struct app *app, struct check_hold *hold, struct err *e)
{
	struct check_run *r = hold->run;
	size_t next = check_next(r->check);

	if (next < r->check->count) {
		forget_question(r);
		r->at = next;
		check_shown(app, r->check);
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_check_item, .arg = hold };
	}
	if (!check_finish(app, r->check, &r->result, e))
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_result, .arg = hold };
}
