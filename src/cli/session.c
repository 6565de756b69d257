#include "config.h"
#include "cli/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/i18n.h"
#include "plain/loop.h"
#include "tui/loop.h"
#include "tui/theme.h"
#include "view/common.h"
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

static bool choose_theme(const char *name, enum theme_kind *out, struct err *e)
{
	*out = theme_default(getenv("NO_COLOR"));
	return !name || theme_from(name, out) || err_set(e, ERR_USAGE, _("no theme '%s'; there are colour, mono and high-contrast"), name);
}

static int run_screens(struct cli *c, const struct session_options *o, const struct tui_options *tui)
{
	struct stack *stack = stack_new(&c->app, o->language ? &screen_sign_in : &screen_language);
	int end = TUI_TO_PLAIN;
	if (!o->plain)
		end = tui_run(stack, tui, &c->e);
	if (end == TUI_TO_PLAIN) {
		c->app.front = "plain";
		end = plain_run(stack, stdin, stdout, &c->e);
	}
	stack_free(stack);
	return end;
}

int session_run(struct cli *c, const struct session_options *o)
{
	struct tui_options tui = {0};
	if (!choose_theme(o->theme, &tui.theme, &c->e) || !store_is_there(c) || !cli_open(c, STORE_OPEN)) {
		int code = cli_fail(c);
		cli_close(c);
		return code;
	}
	c->app.front = o->plain ? "plain" : "tui";
	bool spoken = !o->language || app_set_language(&c->app, o->language, &c->e);
	int end = spoken ? run_screens(c, o, &tui) : 1;
	cli_close(c);
	return end ? cli_fail(c) : EXIT_OK;
}
