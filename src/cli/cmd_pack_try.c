/* safar pack try: a pack as learners see it, from its folder. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/trial.h"
#include "core/i18n.h"
#include "plain/loop.h"
#include "tui/loop.h"
#include "tui/theme.h"
#include "view/screens.h"

struct try_options {
	const char *language, *theme;
	bool plain;
};

static bool changed(void *ctx)
{
	return trial_changed(ctx);
}

static int run(struct trial *t, const struct try_options *o, struct err *e)
{
	struct tui_options tui = {.theme = theme_default(getenv("NO_COLOR"))};
	if (o->theme && !theme_from(o->theme, &tui.theme)) {
		err_set(e, ERR_USAGE, _("no theme '%s'; there are colour, mono and high-contrast"), o->theme);
		return 1;
	}
	t->app.front = o->plain ? "plain" : "tui";
	struct stack *stack = stack_new(&t->app, &screen_try_begin);
	stack_watch(stack, changed, t);
	int end = o->plain ? TUI_TO_PLAIN : (int)tui_run(stack, &tui, e);
	if (end == TUI_TO_PLAIN)
		end = plain_run(stack, stdin, stdout, e);
	stack_free(stack);
	return end;
}

int cmd_pack_try(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"plain", no_argument, NULL, 'p'}, {"language", required_argument, NULL, 'l'},
		{"theme", required_argument, NULL, 't'}, {0}};
	char usual[16];
	struct try_options o = {.language = usual};
	cli_language_tag(usual);
	for (int x; (x = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (x) {
		case 'p': o.plain = true; break;
		case 'l': o.language = optarg; break;
		case 't': o.theme = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind < 1 || argc - optind > 2)
		return EXIT_USAGE;
	const char *path = argv[optind], *unit = argc - optind == 2 ? argv[optind + 1] : NULL;
	if (language_find(o.language) < 0) {
		err_set(&c->e, ERR_USAGE, _("no language '%s'; there are uz, uz@cyrillic, ru, en, nl, fr and de"), o.language);
		return cli_fail(c);
	}
	if (access(path, R_OK | X_OK) != 0) {
		err_set(&c->e, ERR_ABSENT, _("there is no folder '%s'; name the folder that holds pack.yaml"), path);
		return cli_fail(c);
	}
	struct trial t;
	int end = trial_open(&t, path, unit, o.language, &c->e) ? run(&t, &o, &c->e) : 1;
	trial_close(&t);
	return end ? cli_fail(c) : EXIT_OK;
}
