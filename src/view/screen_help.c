/* F1: the keys of the screen one comes from, out of the same table that handles them. */
#include "config.h"
#include "view/common.h"

#include "core/i18n.h"
#include "view/hints.h"

struct help_state {
	const struct binding *bindings; /* borrowed, static */
};

static void help_init(void *state, const void *arg)
{
	struct help_state *s = state;

	s->bindings = arg;
}

static void row(struct page *page, const char *keys, const char *help)
{
	struct block *b = &page->blocks[page->count - 1];

	page_cell(page, keys);
	b->cells[b->cell_count - 1].spans[0].style = STYLE_STRONG;
	page_cell(page, help);
}

static bool takes_letters(const struct binding *b)
{
	while (b != NULL && b->action != ACTION_NONE && b->action != ACTION_LETTERS)
		b++;
	return b != NULL && b->action == ACTION_LETTERS;
}

/* What every line understands; told where most is typed. */
static void typing_keys(struct page *page)
{
	page_space(page);
	page_heading(page, 2, _("Keys while you type"));
	page_space(page);
	page_table(page, 2, false);
	row(page, "←→ Home End", _("Move in the text"));
	row(page, "Ctrl+← Ctrl+→", _("Move by a word; so does Alt with an arrow"));
	row(page, "⌫ Del Ctrl+W", _("Erase the letter before or after the cursor, or the word before it"));
	row(page, "Ctrl+U Ctrl+R", _("Undo, and do it again"));
}

static void help_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct help_state *s = state;
	struct hint_row rows[HINTS_MAX];
	size_t n = hints_collect(&page->arena, s->bindings, NULL, NULL, NULL, key_label(ACTION_DIGIT), rows);

	(void)r;
	page->place = _("Help");
	page_heading(page, 1, _("Keys on this screen"));
	page_space(page);
	page_table(page, 2, false);
	for (size_t i = 0; i < n; i++)
		if (rows[i].help[0] != '\0')
			row(page, rows[i].keys, rows[i].help);
	if (takes_letters(s->bindings))
		typing_keys(page);
	page_space(page);
	page_heading(page, 2, _("Keys everywhere"));
	page_space(page);
	page_table(page, 2, false);
	row(page, "F1  ?", _("Show the keys"));
	row(page, "F3", _("Change language or script"));
	row(page, "Esc", _("One step back"));
	row(page, "PgUp PgDn", _("Show the lines above and below"));
	page_space(page);
	page_text(page, STYLE_DIM, _("If the keyboard has no F keys: Esc and at once a digit. Letters answer in Latin, Russian and Uzbek layouts alike."));
}

static struct turn help_on_action(void *state, const struct event *e)
{
	(void)state;
	if (e->action == ACTION_BACK || e->action == ACTION_OPEN || e->action == ACTION_HELP)
		return (struct turn){ .kind = TURN_POP };
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding help_bindings[] = {
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("One step back") },
	{ .action = ACTION_OPEN },
	{ .action = ACTION_HELP },
	{ .action = ACTION_NONE },
};

const struct screen screen_help = {
	.name = "help",
	.state_size = sizeof(struct help_state),
	.bindings = help_bindings,
	.init = help_init,
	.describe = help_describe,
	.on_action = help_on_action,
};
