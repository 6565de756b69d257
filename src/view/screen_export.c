#include "config.h"
#include "view/screens.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/export.h"
#include "app/readiness.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/fields.h"
#include "view/parts.h"

enum { EXPORT_SINCE, EXPORT_UNTIL, EXPORT_PROGRAMME, EXPORT_PROFILE, EXPORT_PATH, EXPORT_FIELDS };
enum { PATH_BYTES_MAX = 400 };

static const char *profile_name(int option)
{
	return option == 0 ? _("Excel") : _("other programs");
}

static const struct fields_row export_rows[EXPORT_FIELDS] = {
	[EXPORT_SINCE] = { .kind = FIELDS_DATE, .label = N_("From day"), .note = N_("For example 1.9.2026. Empty: from the beginning."), .bytes_max = 10 },
	[EXPORT_UNTIL] = { .kind = FIELDS_DATE, .label = N_("To day"), .note = N_("This day is included. Empty: until now."), .bytes_max = 10 },
	[EXPORT_PROGRAMME] = { .kind = FIELDS_CHOICE, .label = N_("Programme"), .note = N_("Turn with the arrows ← →.") },
	[EXPORT_PROFILE] = { .kind = FIELDS_CHOICE, .label = N_("For"), .note = N_("Excel opens the one at once; other programs read the other."), .option_count = 2,
			     .name = profile_name },
	[EXPORT_PATH] = { .kind = FIELDS_LINE, .label = N_("File"), .note = N_("Press Enter to write it."), .bytes_max = PATH_BYTES_MAX },
};

struct export_state {
	struct fields fields;
	struct arena arena;
	struct programme_choice *choices;
	size_t count;
	int64_t rows;        /* counted for the fields as they stand; after writing: written */
	bool counted, done;
	bool own_path;       /* typed by the person: no proposal any more */
	bool replace;        /* the person agreed to write over a file that is there */
	struct ask ask;
	char since[32], until[32]; /* lent to the request */
};

static void export_init(void *state, const void *arg)
{
	(void)arg;
	fields_init(&((struct export_state *)state)->fields, export_rows, EXPORT_FIELDS);
}

static void export_release(void *state)
{
	struct export_state *s = state;

	fields_release(&s->fields);
	arena_release(&s->arena);
}

static struct export_request request(struct export_state *s)
{
	int programme = s->fields.chosen[EXPORT_PROGRAMME];

	parts_iso(fields_text(&s->fields, EXPORT_SINCE), s->since);
	parts_iso(fields_text(&s->fields, EXPORT_UNTIL), s->until);
	return (struct export_request){
		.since = s->since,
		.until = s->until,
		.programme = programme > 0 && programme <= (int)s->count ? s->choices[programme - 1].path : NULL,
		.profile = s->fields.chosen[EXPORT_PROFILE] == 0 ? PROFILE_EXCEL : PROFILE_MACHINE,
		.format = "csv",
		.path = fields_text(&s->fields, EXPORT_PATH),
	};
}

/* While a date is only half typed there is nothing to count and nothing to say. */
static struct turn export_recount(struct app *app, void *state, struct err *e)
{
	struct export_state *s = state;
	struct export_request r = request(s);
	struct err half = ERR_INIT;

	(void)e;
	s->counted = export_count(app, &r, &s->rows, &half);
	return (struct turn){ .kind = TURN_STAY };
}

static const struct ask replace_ask = {
	.question = N_("Replace the file?"),
	.detail = N_("A file of this name is there already. What it holds is lost then."),
	.yes = N_("Yes, replace it"),
	.no = N_("No, keep it"),
	.careful = true,
};

static struct turn export_write(struct app *app, void *state, struct err *e)
{
	struct export_state *s = state;
	struct export_request r = request(s);
	int64_t rows;

	if (!s->replace && access(r.path, F_OK) == 0) {
		s->ask = replace_ask;
		s->ask.agreed = &s->replace;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
	}
	s->replace = false;
	s->done = export_completions(app, &r, &app->progress, &rows, e);
	if (s->done)
		s->rows = rows; /* after a stop the count offered still stands */
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn export_enter(struct app *app, void *state, struct err *e)
{
	struct export_state *s = state;
	struct export_request r;
	char *path;

	if (s->done)
		return (struct turn){ .kind = TURN_STAY };
	if (s->replace)
		return export_write(app, state, e);
	arena_release(&s->arena);
	s->count = 0;
	if (!programmes_list(app, &s->arena, &s->choices, &s->count, e))
		return (struct turn){ .kind = TURN_STAY };
	s->fields.options[EXPORT_PROGRAMME] = (int)s->count + 1;
	if (!s->own_path) {
		r = request(s);
		path = export_path_dup(app, &r);
		fields_set(&s->fields, EXPORT_PATH, path);
		free(path);
	}
	return export_recount(app, state, e);
}

static const char *export_option(const void *state, struct page *page, size_t i, int option)
{
	const struct export_state *s = state;

	(void)i;
	return option > 0 && option <= (int)s->count ? parts_plain(&page->arena, s->choices[option - 1].title) : _("all");
}

static void export_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct export_state *s = state;

	(void)r;
	page->place = _("Export");
	page_heading(page, 1, _("What learners completed"));
	page_space(page);
	if (s->done) {
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, ngettext("%lld row was written.", "%lld rows were written.", (unsigned long)s->rows),
			     (long long)s->rows));
		parts_raw_block(page, STYLE_PLAIN, fields_text(&s->fields, EXPORT_PATH));
		return;
	}
	fields_describe(&s->fields, page, export_option, s);
	page_space(page);
	if (s->counted)
		page_text(page, STYLE_STRONG, arena_printf(&page->arena, ngettext("%lld row will be written.", "%lld rows will be written.", (unsigned long)s->rows),
			  (long long)s->rows));
}

static struct turn export_on_action(void *state, const struct event *e)
{
	struct export_state *s = state;

	if (s->done || e->action == ACTION_BACK)
		return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN ? TURN_POP : TURN_STAY };
	switch (fields_action(&s->fields, e)) {
	case FIELDS_DONE:
		return (struct turn){ .kind = TURN_EFFECT, .effect = export_write };
	case FIELDS_CHANGED:
		s->own_path = s->own_path || s->fields.at == EXPORT_PATH;
		return (struct turn){ .kind = TURN_EFFECT, .effect = s->fields.at == EXPORT_PROFILE ? export_enter : export_recount };
	case FIELDS_MOVED:
	case FIELDS_IGNORED:
		break;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static bool export_open(const void *state, enum action a)
{
	return !((const struct export_state *)state)->done || a == ACTION_OPEN || a == ACTION_BACK;
}

static bool export_typing(const void *state)
{
	const struct export_state *s = state;

	return !s->done && fields_typing(&s->fields);
}

static const struct binding export_bindings[] = {
	FIELDS_MOVES,
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; on the last one, write the file") },
	{ .action = ACTION_SAVE, .label = N_("write"), .help = N_("Write the file") },
	FIELDS_TURNS,
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_export = {
	.name = "export",
	.state_size = sizeof(struct export_state),
	.bindings = export_bindings,
	.init = export_init,
	.enter = export_enter,
	.open = export_open,
	.typing = export_typing,
	.describe = export_describe,
	.on_action = export_on_action,
	.release = export_release,
};
