#include "config.h"
#include "cli/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/i18n.h"
#include "plain/loop.h"
#include "tui/loop.h"
#include "view/screens.h"

/* A store that is missing is the commonest first mistake: say how to make one. */
static bool store_is_there(struct cli *c)
{
	char *path = app_store_path_dup(c->store);
	bool there = access(path, F_OK) == 0;
	if (!there)
		err_set(&c->e, ERR_STORE, _("there is no store at '%s'; make one with 'safar init', or name yours with --store"), path);
	free(path);
	return there;
}

int session_run(struct cli *c, const struct session_options *o)
{
	struct tui_options tui = {.theme = o->theme};
	if (!store_is_there(c) || !cli_open(c, STORE_OPEN)) {
		int code = cli_fail(c);
		cli_close(c);
		return code;
	}
	c->app.front = o->plain ? "plain" : "tui";
	if (o->language)
		app_set_language(&c->app, o->language, &c->e);
	struct stack *stack = stack_new(&c->app, o->language ? &screen_sign_in : &screen_language);
	int code = o->plain ? plain_run(stack, stdin, stdout, &c->e) : tui_run(stack, &tui, &c->e);
	stack_free(stack);
	cli_close(c);
	return c->e.msg[0] ? cli_fail(c) : code;
}
