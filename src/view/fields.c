#include "config.h"
#include "view/fields.h"

#include <string.h>

#include "core/i18n.h"
#include "text/cluster.h"
#include "view/parts.h"

enum { LINE_BYTES = 200, LINE_COLUMNS = 44 };

void fields_init(struct fields *f, const struct fields_row *rows, size_t count)
{
	memset(f, 0, sizeof *f);
	f->rows = rows;
	f->count = count;
	for (size_t i = 0; i < count; i++) {
		edit_init(&f->edits[i], rows[i].bytes_max > 0 ? rows[i].bytes_max : LINE_BYTES);
		f->options[i] = rows[i].option_count;
	}
}

void fields_release(struct fields *f)
{
	for (size_t i = 0; i < f->count; i++)
		edit_release(&f->edits[i]);
	f->count = 0;
}

const char *fields_text(const struct fields *f, size_t i)
{
	return edit_text(&f->edits[i]);
}

void fields_set(struct fields *f, size_t i, const char *text)
{
	edit_set(&f->edits[i], text);
}

bool fields_typing(const struct fields *f)
{
	return f->rows[f->at].kind != FIELDS_CHOICE;
}

/* Whether the text may go into a field of that kind. */
static bool fits(enum fields_kind kind, const char *text)
{
	if (kind == FIELDS_DIGITS)
		return strspn(text, "0123456789") == strlen(text);
	if (kind == FIELDS_DATE)
		return strspn(text, "0123456789.-/") == strlen(text);
	return true;
}

static enum fields_outcome choice_action(struct fields *f, const struct event *e)
{
	int count = f->options[f->at], *chosen = &f->chosen[f->at];

	if (count < 1)
		return FIELDS_IGNORED;
	if (e->action == ACTION_PREVIOUS)
		*chosen = (*chosen + count - 1) % count;
	else if (e->action == ACTION_NEXT || e->action == ACTION_MARK)
		*chosen = (*chosen + 1) % count;
	else if (e->action == ACTION_FIRST)
		*chosen = 0;
	else if (e->action == ACTION_LAST)
		*chosen = count - 1;
	else
		return FIELDS_IGNORED;
	return FIELDS_CHANGED;
}

enum fields_outcome fields_action(struct fields *f, const struct event *e)
{
	enum fields_kind kind = f->rows[f->at].kind;

	f->lacks = NULL;
	if (e->action == ACTION_SAVE)
		return FIELDS_DONE;
	if (e->action == ACTION_OPEN && f->at + 1 == f->count)
		return FIELDS_DONE;
	if (e->action == ACTION_FIELD || e->action == ACTION_DOWN || e->action == ACTION_OPEN) {
		f->at = (f->at + 1) % f->count;
		return FIELDS_MOVED;
	}
	if (e->action == ACTION_FIELD_BACK || e->action == ACTION_UP) {
		f->at = (f->at + f->count - 1) % f->count;
		return FIELDS_MOVED;
	}
	if (kind == FIELDS_CHOICE)
		return choice_action(f, e);
	if (e->action == ACTION_TEXT && !fits(kind, e->text))
		return FIELDS_IGNORED;
	return edit_action(&f->edits[f->at], e) ? FIELDS_CHANGED : FIELDS_IGNORED;
}

struct turn fields_turn(struct fields *f, const struct event *e, effect_fn *done)
{
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (fields_action(f, e) == FIELDS_DONE)
		return (struct turn){ .kind = TURN_EFFECT, .effect = done };
	return (struct turn){ .kind = TURN_STAY };
}

struct turn fields_lack(struct fields *f, size_t at, const char *what)
{
	f->at = at;
	f->lacks = what;
	return (struct turn){ .kind = TURN_STAY };
}

bool fields_blank(const struct fields *f, size_t i)
{
	const char *text = fields_text(f, i);

	return text[strspn(text, " ")] == '\0';
}

static struct field describe_choice(const struct fields *f, size_t i, struct page *page, fields_option_fn *option, const void *state)
{
	bool active = i == f->at;
	struct field line = { .active = active, .style = active ? STYLE_ACCENT : STYLE_PLAIN };
	const char *name = "";

	if (f->options[i] > 0)
		name = f->rows[i].name != NULL ? f->rows[i].name(f->chosen[i]) : option(state, page, i, f->chosen[i]);
	line.value = active ? arena_printf(&page->arena, "‹ %s ›", name) : arena_strdup(&page->arena, name);
	line.width = text_width(line.value);
	return line;
}

/* What is to be known of the field under the pointer, translated; or NULL. */
static const char *told(const struct fields *f)
{
	const struct fields_row *row = &f->rows[f->at];

	if (row->about != NULL)
		return row->about(f->chosen[f->at]);
	return row->note != NULL ? _(row->note) : NULL;
}

void fields_describe(const struct fields *f, struct page *page, fields_option_fn *option, const void *state)
{
	for (size_t i = 0; i < f->count; i++) {
		struct field line;

		if (f->rows[i].kind == FIELDS_CHOICE) {
			line = describe_choice(f, i, page, option, state);
		} else {
			line = edit_field(&f->edits[i], page, i == f->at);
			line.width = f->edits[i].limit + 2 < LINE_COLUMNS ? (int)f->edits[i].limit + 2 : LINE_COLUMNS;
		}
		page_field(page, _(f->rows[i].label), &line);
	}
	if (told(f) != NULL) {
		page_space(page);
		page_text(page, STYLE_DIM, told(f));
	}
	if (f->lacks != NULL) {
		page_space(page);
		page_message(page, STYLE_NOTE, _(f->lacks));
	}
}

bool fields_screen_typing(const void *state)
{
	return fields_typing(state);
}

bool fields_screen_open(const void *state, enum action a)
{
	return (a != ACTION_PREVIOUS && a != ACTION_NEXT && a != ACTION_MARK) || !fields_typing(state);
}

void fields_screen_release(void *state)
{
	fields_release(state);
}
