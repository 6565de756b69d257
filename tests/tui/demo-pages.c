/* Shows the sample pages in this terminal, to look at them: ← → turn the page, Esc leaves. With --plain as lines; --theme NAME as in safar. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "plain/loop.h"
#include "tui/loop.h"
#include "view/sample-pages.h"

struct demo {
	size_t at;
};

static void describe(const void *state, const struct reader *r, struct page *page)
{
	const struct demo *d = state;

	(void)r;
	samples[d->at].fill(page);
}

static struct turn on_action(void *state, const struct event *e)
{
	struct demo *d = state;

	if (e->action == ACTION_NEXT || e->action == ACTION_OPEN)
		d->at = (d->at + 1) % sample_count;
	if (e->action == ACTION_PREVIOUS)
		d->at = (d->at + sample_count - 1) % sample_count;
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding bindings[] = {
	{ .action = ACTION_PREVIOUS, .label = N_("turn") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_OPEN },
	{ .action = ACTION_NONE },
};

static const struct screen demo = { .name = "demo", .state_size = sizeof(struct demo), .bindings = bindings, .describe = describe, .on_action = on_action };

int main(int argc, char **argv)
{
	struct err e = ERR_INIT;
	struct tui_options o = { .theme = THEME_COLOUR };
	struct stack *s;
	int status;

	i18n_start(NULL);
	if (argc > 2 && strcmp(argv[1], "--theme") == 0)
		theme_from(argv[2], &o.theme);
	s = stack_new(NULL, &demo);
	status = argc > 1 && strcmp(argv[1], "--plain") == 0 ? plain_run(s, stdin, stdout, &e) : tui_run(s, &o, &e);
	stack_free(s);
	if (e.kind != ERR_NONE)
		fprintf(stderr, "%s\n", e.msg);
	return status;
}
