/* The first screen: nobody has to read anything before choosing a language. */
#include "config.h"
#include "view/common.h"

#include <stdlib.h>

#include "app/setup.h"
#include "core/clock.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/locale.h"
#include "view/screens.h"

static struct turn first_enter(struct app *app, void *state, struct err *e)
{
	struct language_state *s = state;

	s->may_plain = app != NULL && str_eq(app->front, "tui");
	s->demo = app != NULL && app_is_demo(app);
	return language_enter(app, state, e);
}

static struct turn first_chosen(struct app *app, void *state, struct err *e)
{
	const struct language_state *s = state;

	if (!app_set_language(app, languages[s->current].tag, e))
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_sign_in };
}

/* The renderer sees that another front is wanted and hands the stack over. */
static struct turn first_plain(struct app *app, void *state, struct err *e)
{
	(void)e;
	app->front = "plain";
	return first_enter(app, state, e);
}

static struct turn first_on_action(void *state, const struct event *e)
{
	struct language_state *s = state;

	if (e->action == ACTION_DIGIT && e->digit == 9 && s->may_plain)
		return (struct turn){ .kind = TURN_EFFECT, .effect = first_plain };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_QUIT };
	return language_action(s, e, first_chosen);
}

/* Names, codes and PINs of the sample people: nothing to translate. */
static void describe_demo(struct page *page)
{
	page_space(page);
	page_table(page, 3, false);
	for (size_t i = 0; i < sizeof demo_people / sizeof demo_people[0]; i++) {
		page_cell(page, demo_people[i].name);
		page_cell(page, demo_people[i].code);
		page_cell(page, demo_people[i].pin);
	}
}

static void first_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct language_state *s = state;
	int64_t local = r->now_ms + r->offset_min * 60000LL, day = local / 86400000;
	int minute = (int)(local / 60000 % 1440);
	char *date = locale_date_dup(r->language, day, DATE_SHORT);

	page_title(page, "safar");
	page_space(page);
	language_menu(s, page);
	if (s->may_plain) {
		page_space(page);
		page_menu(page, false, -1);
		page_entry(page, '9', "Qatorma-qator · Строка за строкой   (screen reader)", NULL, NULL);
	}
	if (s->demo)
		describe_demo(page);
	page->bottom = arena_printf(&page->arena, "%s   %02d:%02d", date, minute / 60, minute % 60);
	free(date);
}

static const struct binding first_bindings[] = {
	{ .action = ACTION_UP, .label = "", .help = N_("Move among the languages") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT, .label = "", .help = N_("Choose a language by its digit") },
	{ .action = ACTION_OPEN, .label = "", .help = N_("Take this language and go on to sign in") },
	{ .action = ACTION_HELP, .label = "", .help = N_("Show the keys") },
	{ .action = ACTION_BACK },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_LANGUAGE },
	{ .action = ACTION_NONE },
};

const struct screen screen_language = {
	.name = "language",
	.state_size = sizeof(struct language_state),
	.bindings = first_bindings,
	.enter = first_enter,
	.describe = first_describe,
	.on_action = first_on_action,
};
