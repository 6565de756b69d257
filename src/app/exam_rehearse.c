#include "config.h"
#include "app/exam_rehearse.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/exam_inside.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/rehearsals.h"

/* "host tty": which of the terminals of a room it was. */
static void name_terminal(char *out, size_t size)
{
	char host[65] = "", tty[64] = "";
	if (gethostname(host, sizeof(host) - 1) != 0)
		*host = '\0';
	if (ttyname_r(STDIN_FILENO, tty, sizeof(tty)) != 0)
		*tty = '\0';
	snprintf(out, size, "%s %s", host, strncmp(tty, "/dev/", 5) == 0 ? tty + 5 : tty);
}

static bool keep(struct app *app, const struct exam_run *r, int answered, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct session_row s;
	char terminal[160];
	name_terminal(terminal, sizeof(terminal));
	struct rehearsal_row row = {.session = r->session, .seat = r->seat, .answered = answered, .at = app_now(app), .terminal = terminal, .front = app->front};
	bool ok = exam_session_get(app->store, r->session, &a, &s, e);
	if (ok && strcmp(s.state, "planned") != 0)
		ok = err_set(e, ERR_DENIED, _("this session is not rehearsed any more: it is held"));
	ok = ok && rehearsal_keep(app->store, &row, e);
	arena_release(&a);
	return ok;
}

bool exam_rehearse_done(struct app *app, const struct exam_run *r, int answered, struct err *e)
{
	return store_begin(app->store, e) && store_end(app->store, keep(app, r, answered, e), e);
}

struct telling {
	exam_tried_fn *fn;
	void *ctx;
};

static bool tell(void *ctx, const struct rehearsal_row *row)
{
	struct telling *t = ctx;
	struct exam_tried tried = {.seat = row->seat, .answered = row->answered, .at = row->at, .terminal = row->terminal};
	return t->fn(t->ctx, &tried);
}

bool exam_rehearsals(struct app *app, int64_t session, exam_tried_fn *fn, void *ctx, struct err *e)
{
	struct telling t = {fn, ctx};
	return app_may(app, MAY_EXAM, e) && rehearsal_each(app->store, session, tell, &t, e);
}
