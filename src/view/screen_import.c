#include "config.h"
#include "view/screens.h"

#include "app/import.h"
#include "core/i18n.h"
#include "view/fields.h"
#include "view/parts.h"

/* Which file, then what is in it and a question, then done. */
enum phase { PHASE_FILE, PHASE_ASK, PHASE_DONE };
enum { IMPORT_PATH, IMPORT_ENCODING, IMPORT_FIELDS };
enum { REFUSED_SHOWN = 50, PATH_BYTES_MAX = 400 };

static const char *encoding_name(int option)
{
	return option == 1 ? "Windows-1251" : "UTF-8";
}

static const struct fields_row import_rows[IMPORT_FIELDS] = {
	[IMPORT_PATH] = { .kind = FIELDS_LINE, .label = N_("File"), .note = N_("A table saved from Excel as CSV: code, name, latin, birth, region, role, programme, departure."),
			  .bytes_max = PATH_BYTES_MAX },
	[IMPORT_ENCODING] = { .kind = FIELDS_CHOICE, .label = N_("Letters"), .note = N_("Windows-1251 only if names look wrong otherwise. Turn with the arrows ← →."),
			      .option_count = 2, .name = encoding_name },
};

struct import_state {
	enum phase phase;
	struct fields fields;
	struct import import;
	bool read;     /* `import` is filled */
	int current;
	const char *summary; /* in its arena */
};

static void import_init(void *state, const void *arg)
{
	(void)arg;
	fields_init(&((struct import_state *)state)->fields, import_rows, IMPORT_FIELDS);
}

static void forget(struct import_state *s)
{
	if (s->read)
		import_release(&s->import);
	s->read = false;
	s->summary = NULL;
	s->phase = PHASE_FILE;
	s->current = 0;
}

static void import_screen_release(void *state)
{
	struct import_state *s = state;

	forget(s);
	fields_release(&s->fields);
}

static struct turn import_look(struct app *app, void *state, struct err *e)
{
	struct import_state *s = state;

	forget(s);
	s->read = true;
	if (import_read(app, fields_text(&s->fields, IMPORT_PATH), s->fields.chosen[IMPORT_ENCODING] == 1, &s->import, e)) {
		s->phase = PHASE_ASK;
		s->summary = import_summary(&s->import, &s->import.arena);
	} else {
		forget(s);
	}
	return (struct turn){ .kind = TURN_STAY };
}

/* After a change of language what is on the screen is read again. */
static struct turn import_enter(struct app *app, void *state, struct err *e)
{
	const struct import_state *s = state;

	return s->phase == PHASE_ASK ? import_look(app, state, e) : (struct turn){ .kind = TURN_STAY };
}

static struct turn import_now(struct app *app, void *state, struct err *e)
{
	struct import_state *s = state;

	if (import_apply(app, &s->import, s->import.refused > 0, e))
		s->phase = PHASE_DONE;
	return (struct turn){ .kind = TURN_STAY };
}

static size_t work(const struct import_state *s)
{
	return s->import.added + s->import.changed;
}

static void describe_refused(const struct import_state *s, struct page *page)
{
	size_t shown = 0;

	page_space(page);
	page_heading(page, 2, _("Refused"));
	page_table(page, 3, true);
	page_cell(page, _("Row"));
	page_cell(page, _("Name"));
	page_cell(page, _("Why"));
	for (size_t i = 0; i < s->import.count && shown < REFUSED_SHOWN; i++) {
		const struct import_row *row = &s->import.rows[i];

		if (row->fate != IMPORT_REFUSED)
			continue;
		parts_cell_raw(page, STYLE_DIM, arena_printf(&page->arena, "%d", row->line));
		parts_cell_raw(page, STYLE_PLAIN, row->person.name != NULL ? row->person.name : "");
		parts_cell_raw(page, STYLE_PLAIN, row->reason);
		shown++;
	}
	if (s->import.refused > shown)
		page_text(page, STYLE_DIM, "…");
}

static void describe_ask(const struct import_state *s, struct page *page)
{
	size_t n = work(s);

	page_text(page, STYLE_STRONG, s->summary);
	page_space(page);
	page_menu(page, false, s->current);
	if (n > 0 && s->import.refused == 0)
		page_entry(page, '1', arena_printf(&page->arena, ngettext("Import %zu person", "Import %zu people", (unsigned long)n), n), NULL, NULL);
	else if (n > 0)
		page_entry(page, '1', arena_printf(&page->arena, ngettext("Import the %zu good row, leave the others", "Import the %zu good rows, leave the others",
			   (unsigned long)n), n), NULL, NULL);
	page_entry(page, n > 0 ? '2' : '1', _("No, choose another file"), NULL, NULL);
	if (s->import.refused > 0)
		describe_refused(s, page);
}

static void import_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct import_state *s = state;

	(void)r;
	page->place = _("Import");
	page_heading(page, 1, _("People from a spreadsheet"));
	page_space(page);
	switch (s->phase) {
	case PHASE_FILE:
		fields_describe(&s->fields, page, NULL, NULL);
		break;
	case PHASE_ASK:
		parts_raw_block(page, STYLE_DIM, fields_text(&s->fields, IMPORT_PATH));
		describe_ask(s, page);
		break;
	case PHASE_DONE:
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, _("Done: %s"), s->summary));
		page_space(page);
		page_text(page, STYLE_PLAIN, _("New people have no PIN yet. Give one from the list of people, while the person stands beside you."));
		break;
	}
}

static struct turn ask_on_action(struct import_state *s, const struct event *e)
{
	bool some = work(s) > 0;
	int choice = s->current, count = some ? 2 : 1;

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_DIGIT)
		choice = e->digit - 1;
	else if (e->action == ACTION_BACK)
		choice = count - 1;
	else if (e->action != ACTION_OPEN)
		return (struct turn){ .kind = TURN_STAY };
	if (choice < 0 || choice >= count)
		return (struct turn){ .kind = TURN_STAY };
	if (some && choice == 0)
		return (struct turn){ .kind = TURN_EFFECT, .effect = import_now };
	forget(s);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn import_on_action(void *state, const struct event *e)
{
	struct import_state *s = state;

	if (s->phase == PHASE_ASK)
		return ask_on_action(s, e);
	if (e->action == ACTION_BACK || s->phase == PHASE_DONE)
		return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN ? TURN_POP : TURN_STAY };
	if (fields_action(&s->fields, e) == FIELDS_DONE && fields_text(&s->fields, IMPORT_PATH)[0] != '\0')
		return (struct turn){ .kind = TURN_EFFECT, .effect = import_look };
	return (struct turn){ .kind = TURN_STAY };
}

static bool import_open(const void *state, enum action a)
{
	const struct import_state *s = state;

	if (a == ACTION_OPEN || a == ACTION_BACK)
		return true;
	if (a == ACTION_DIGIT)
		return s->phase == PHASE_ASK;
	if (a == ACTION_UP || a == ACTION_DOWN)
		return s->phase != PHASE_DONE;
	return s->phase == PHASE_FILE;
}

static bool import_typing(const void *state)
{
	const struct import_state *s = state;

	return s->phase == PHASE_FILE && fields_typing(&s->fields);
}

static const struct binding import_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("Read the file and show what is in it; nothing is stored before you say yes") },
	{ .action = ACTION_SAVE },
	{ .action = ACTION_FIELD },
	{ .action = ACTION_FIELD_BACK },
	FIELDS_TURNS,
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_import = {
	.name = "import",
	.state_size = sizeof(struct import_state),
	.bindings = import_bindings,
	.init = import_init,
	.enter = import_enter,
	.open = import_open,
	.typing = import_typing,
	.describe = import_describe,
	.on_action = import_on_action,
	.release = import_screen_release,
};
