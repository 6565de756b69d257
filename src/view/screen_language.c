/* F3: another language or script, at once and anywhere. */
#include "config.h"
#include "view/common.h"

#include "core/i18n.h"

struct turn language_enter(struct app *app, void *state, struct err *e)
{
	struct language_state *s = state;
	int now = app != NULL ? language_find(app->language) : -1;

	(void)e;
	if (now >= 0)
		s->current = now;
	return (struct turn){ .kind = TURN_STAY };
}

struct turn language_action(struct language_state *s, const struct event *e, effect_fn *chosen)
{
	struct turn go = { .kind = TURN_EFFECT, .effect = chosen };

	switch ((int)e->action) {
	case ACTION_UP:
		s->current = (s->current + LANGUAGE_COUNT - 1) % LANGUAGE_COUNT;
		break;
	case ACTION_DOWN:
		s->current = (s->current + 1) % LANGUAGE_COUNT;
		break;
	case ACTION_FIRST:
		s->current = 0;
		break;
	case ACTION_LAST:
		s->current = LANGUAGE_COUNT - 1;
		break;
	case ACTION_DIGIT:
		if (e->digit < 1 || e->digit > LANGUAGE_COUNT)
			break;
		s->current = e->digit - 1;
		return go;
	case ACTION_OPEN:
		return go;
	case ACTION_BACK:
		return (struct turn){ .kind = TURN_POP };
	default:
		break;
	}
	return (struct turn){ .kind = TURN_STAY };
}

void language_menu(const struct language_state *s, struct page *page)
{
	page_menu(page, false, s->current);
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		page_entry(page, (char)('1' + i), languages[i].own_name, NULL, NULL);
}

static struct turn change_chosen(struct app *app, void *state, struct err *e)
{
	const struct language_state *s = state;

	if (app == NULL)
		i18n_set_language(languages[s->current].tag);
	else if (!app_set_language(app, languages[s->current].tag, e))
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = TURN_POP };
}

static struct turn change_on_action(void *state, const struct event *e)
{
	return language_action(state, e, change_chosen);
}

static void change_describe(const void *state, const struct reader *r, struct page *page)
{
	(void)r;
	page->place = _("Language");
	page_heading(page, 1, _("Language"));
	page_space(page);
	language_menu(state, page);
}

static const struct binding change_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move among the languages, or choose one by its digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("take"), .help = N_("Take this language") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back, nothing is changed") },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_LANGUAGE },
	{ .action = ACTION_NONE },
};

const struct screen screen_language_change = {
	.name = "language-change",
	.state_size = sizeof(struct language_state),
	.bindings = change_bindings,
	.enter = language_enter,
	.describe = change_describe,
	.on_action = change_on_action,
};
