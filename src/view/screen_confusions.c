/* What the group confuses, for the instructor's next lesson; who it is only on opening a row. */
#include "config.h"
#include "view/screens.h"

#include "app/confusions.h"
#include "core/i18n.h"
#include "view/parts.h"

struct confusions_state {
	struct confusions confusions;
	int current;
};

static struct turn confusions_enter(struct app *app, void *state, struct err *e)
{
	struct confusions_state *s = state;

	confusions_release(&s->confusions);
	confusions_load(app, "", INT64_MIN, &s->confusions, e);
	if (s->current >= (int)s->confusions.count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static const char *sentence(const struct confusion *c, struct arena *a)
{
	switch (c->kind) {
	case CONFUSION_ARTICLE:
		/* TRANSLATORS: "9 of 18 write de before words in -je": so many learners of those who tried. */
		return arena_printf(a, _("%d of %d write %s before words in -%s"), c->n, c->of, c->given, c->ending);
	case CONFUSION_ACCENT:
		return arena_printf(a, _("%d of %d leave the accent off %s"), c->n, c->of, c->given);
	case CONFUSION_PAIR:
		/* TRANSLATORS: "6 of 12 write poison for poisson". */
		return arena_printf(a, _("%d of %d write %s for %s"), c->n, c->of, c->given, c->right);
	case CONFUSION_ORDER:
		return arena_printf(a, _("%d of %d put the words of a sentence in another order"), c->n, c->of);
	case CONFUSION_ITEM:
		break;
	}
	/* TRANSLATORS: the right answer to an item that most get wrong. */
	return arena_printf(a, _("%d of %d do not find %s"), c->n, c->of, c->right);
}

static void confusions_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct confusions_state *s = state;
	int n = s->confusions.learners;

	(void)r;
	page->place = _("For the next lesson");
	page->rule_right = arena_printf(&page->arena, ngettext("%d learner", "%d learners", (unsigned long)n), n);
	if (s->confusions.count == 0) {
		page_text(page, STYLE_PLAIN, _("Nothing yet that several learners confuse. At least three must have tried the same."));
		return;
	}
	page_text(page, STYLE_DIM, _("What several learners confused in the last four weeks, of those who tried:"));
	page_space(page);
	page_menu(page, false, s->current);
	for (size_t i = 0; i < s->confusions.count; i++)
		page_entry(page, 0, "", NULL, NULL)->label = page_raw(page, STYLE_PLAIN, sentence(&s->confusions.list[i], &page->arena));
}

static struct turn confusions_on_action(void *state, const struct event *e)
{
	struct confusions_state *s = state;
	int count = (int)s->confusions.count;

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK || count == 0)
		return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_confusion, .arg = &s->confusions.list[s->current] };
}

static bool confusions_open(const void *state, enum action a)
{
	return a == ACTION_BACK || ((const struct confusions_state *)state)->confusions.count > 0;
}

static void confusions_screen_release(void *state)
{
	confusions_release(&((struct confusions_state *)state)->confusions);
}

static const struct binding confusions_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("See who confuses it, and where") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_confusions = {
	.name = "confusions",
	.state_size = sizeof(struct confusions_state),
	.bindings = confusions_bindings,
	.enter = confusions_enter,
	.open = confusions_open,
	.describe = confusions_describe,
	.on_action = confusions_on_action,
	.release = confusions_screen_release,
};

/* --- one of them ---------------------------------------------------------------- */

struct confusion_state {
	struct arena arena;
	struct confusion confusion; /* a copy: the list below may be read anew */
};

static void confusion_init(void *state, const void *arg)
{
	struct confusion_state *s = state;
	struct confusion *c = &s->confusion;
	const struct confusion *from = arg;
	struct arena *a = &s->arena;

	*c = *from;
	c->given = arena_strdup(a, from->given);
	c->right = arena_strdup(a, from->right);
	c->ending = arena_strdup(a, from->ending);
	c->asked = arena_strdup(a, from->asked);
	c->path = arena_strdup(a, from->path);
	c->names = arena_array(a, (size_t)from->n, sizeof *c->names);
	for (int i = 0; i < from->n; i++)
		c->names[i] = arena_strdup(a, from->names[i]);
}

static void confusion_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct confusion *c = &((const struct confusion_state *)state)->confusion;

	(void)r;
	page->place = _("For the next lesson");
	parts_raw_block(page, STYLE_STRONG, sentence(c, &page->arena));
	page_space(page);
	if (c->asked[0] != '\0')
		page_text(page, STYLE_PLAIN, c->asked);
	parts_raw_block(page, STYLE_DIM, c->path);
	page_space(page);
	for (int i = 0; i < c->n; i++)
		parts_raw_block(page, STYLE_PLAIN, c->names[i]);
}

static struct turn confusion_on_action(void *state, const struct event *e)
{
	(void)state;
	(void)e;
	return (struct turn){ .kind = TURN_POP };
}

static void confusion_release(void *state)
{
	arena_release(&((struct confusion_state *)state)->arena);
}

static const struct binding confusion_bindings[] = {
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_confusion = {
	.name = "confusion",
	.state_size = sizeof(struct confusion_state),
	.bindings = confusion_bindings,
	.init = confusion_init,
	.describe = confusion_describe,
	.on_action = confusion_on_action,
	.release = confusion_release,
};
