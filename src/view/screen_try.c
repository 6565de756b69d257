#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

#include "app/findings.h"
#include "app/trial.h"
#include "core/i18n.h"
#include "view/parts.h"
#include "view/study.h"

enum {
	SHOWN_MAX = 30,      /* findings on the page; mending the first ones often mends the others */
	SOURCE_COLUMNS = 34, /* the line of a finding and its caret fit a screen of 40 columns */
};

struct try_state {
	const struct trial *trial; /* borrowed from the app; NULL before the first reading */
	struct study *study;       /* the lesson that is open above, or NULL */
	char unit[48], step[48];   /* of the lesson that is open or waits for a fault to be mended; "" */
	size_t at;                 /* number of that step, should its id go */
	int current;
};

static const char *unit_id(const struct trial *t, size_t i)
{
	return node_text(t->pack.units[i], "id");
}

static void remember(struct try_state *s)
{
	const struct step *step = s->study != NULL ? study_step(s->study) : NULL;

	if (step != NULL) {
		snprintf(s->step, sizeof s->step, "%s", step->id);
		s->at = s->study->at;
	}
	study_drop(s->study);
	s->study = NULL;
}

static void forget(struct try_state *s)
{
	study_drop(s->study);
	s->study = NULL;
	s->unit[0] = s->step[0] = '\0';
	s->at = 0;
}

/* The lesson at the step it stood at before, found by its id, else by its number. */
static struct turn open_unit(struct app *app, void *state, struct err *e)
{
	struct try_state *s = state;
	const struct unit *u;
	struct turn t;

	s->study = study_new(app, s->trial->pack.id, s->unit, true, e);
	if (s->study == NULL) {
		s->unit[0] = '\0';
		return (struct turn){ .kind = TURN_STAY };
	}
	u = s->study->lesson->unit;
	for (size_t i = 0; i < u->step_count; i++)
		if (strcmp(u->steps[i].id, s->step) == 0)
			s->at = i;
	study_go(app, s->study, s->at);
	t = study_turn(s->study);
	t.kind = TURN_PUSH;
	return t;
}

/* Which unit is opened without being chosen. */
static void choose_first(struct try_state *s, const struct trial *t)
{
	const char *wanted = t->unit != NULL ? t->unit : t->pack.unit_count == 1 ? unit_id(t, 0) : "";

	snprintf(s->unit, sizeof s->unit, "%s", wanted);
}

static struct turn try_enter(struct app *app, void *state, struct err *e)
{
	struct try_state *s = state;
	struct trial *t = (struct trial *)app; /* by the contract in screens.h */
	bool first = s->trial == NULL;

	if (!trial_changed(t)) { /* back from a lesson, or another language */
		if (t->sound)
			forget(s);
		return (struct turn){ .kind = TURN_STAY };
	}
	s->trial = t;
	remember(s);
	if (!trial_read(t)) {
		if (first && t->unit != NULL)
			snprintf(s->unit, sizeof s->unit, "%s", t->unit);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (first)
		choose_first(s, t);
	if (s->current >= (int)t->pack.unit_count)
		s->current = 0;
	return s->unit[0] != '\0' ? open_unit(app, state, e) : (struct turn){ .kind = TURN_STAY };
}

/* The place, what is wrong, the cure, and the line with a caret below it. */
static void describe_finding(const struct trial *t, struct finder *f, const struct diag *d, struct page *page)
{
	int caret = 0;
	const char *line = finding_line(f, &t->pack, d, SOURCE_COLUMNS, &page->arena, &caret);
	size_t folder = strlen(t->path);
	const char *file = strncmp(d->file, t->path, folder) == 0 && d->file[folder] == '/' ? d->file + folder + 1 : d->file;
	bool bad = d->level == DIAG_ERROR;
	struct block *b;

	page_space(page);
	b = page_add(page, BLOCK_TEXT);
	b->text = page_raw(page, STYLE_STRONG, d->line > 0 ? arena_printf(&page->arena, "%s:%d:%d", file, d->line, d->column) : file);
	/* no BLOCK_MESSAGE: a page is moved until its message is seen, and here the first of many counts */
	parts_raw_block(page, bad ? STYLE_BAD : STYLE_NOTE, arena_printf(&page->arena, "%s %s", bad ? "✗" : "≈", d->message));
	if (d->cure != NULL)
		parts_raw_block(page, STYLE_PLAIN, d->cure);
	if (line == NULL)
		return;
	parts_raw_block(page, STYLE_DIM, line);
	parts_raw_block(page, STYLE_ACCENT, arena_printf(&page->arena, "%*s^", caret, ""));
}

static void describe_findings(const struct trial *t, struct page *page)
{
	struct finder f = { 0 };
	const struct diag_list *d = &t->diags;

	for (int level = DIAG_ERROR, shown = 0; level <= DIAG_WARNING; level++) {
		size_t n = level == DIAG_ERROR ? d->errors : d->warnings;

		if (n == 0)
			continue;
		page_space(page);
		page_heading(page, 2, level == DIAG_ERROR
			? arena_printf(&page->arena, ngettext("%zu error", "%zu errors", n), n)
			: arena_printf(&page->arena, ngettext("%zu warning", "%zu warnings", n), n));
		for (size_t i = 0; i < d->count && shown < SHOWN_MAX; i++)
			if ((int)d->items[i].level == level) {
				describe_finding(t, &f, &d->items[i], page);
				shown++;
			}
	}
}

static void describe_units(const struct try_state *s, struct page *page)
{
	const struct trial *t = s->trial;

	if (t->pack.unit_count == 0) {
		page_text(page, STYLE_PLAIN, _("This pack has no lessons to look at."));
		return;
	}
	page_menu(page, false, s->current);
	for (size_t i = 0; i < t->pack.unit_count; i++) {
		const char *title = node_text(t->pack.units[i], "title"), *minutes = node_text(t->pack.units[i], "minutes");

		page_entry(page, i < 9 ? (char)('1' + i) : 0, parts_unit(page, (int)i + 1, parts_plain(&page->arena, title != NULL ? title : "")), NULL,
			   minutes != NULL ? arena_printf(&page->arena, _("%s min"), minutes) : NULL);
	}
}

static void try_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct try_state *s = state;
	const struct trial *t = s->trial;

	(void)r;
	page->place = _("Trial");
	if (t == NULL)
		return;
	page->corner = page_copy(page, t->path);
	if (t->sound) {
		page_heading(page, 1, t->pack.title);
		page_space(page);
		describe_units(s, page);
		page_space(page);
		page_text(page, STYLE_DIM, _("Save a file and the lesson is shown anew, at the same place."));
	} else {
		page_heading(page, 1, _("Mend this first"));
		page_text(page, STYLE_DIM, _("Save the file and the lesson goes on by itself."));
		if (t->err.kind != ERR_NONE)
			parts_raw_block(page, STYLE_BAD, arena_printf(&page->arena, "✗ %s", t->err.msg));
	}
	describe_findings(t, page);
}

static bool try_open(const void *state, enum action a)
{
	const struct try_state *s = state;

	return a == ACTION_BACK || (s->trial != NULL && s->trial->sound && s->trial->pack.unit_count > 0);
}

static struct turn try_on_action(void *state, const struct event *e)
{
	struct try_state *s = state;
	int choice = s->current;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_QUIT };
	if (parts_move(&s->current, (int)s->trial->pack.unit_count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_DIGIT)
		choice = e->digit - 1;
	if (choice < 0 || choice >= (int)s->trial->pack.unit_count)
		return (struct turn){ .kind = TURN_STAY };
	s->current = choice;
	snprintf(s->unit, sizeof s->unit, "%s", unit_id(s->trial, (size_t)choice));
	return (struct turn){ .kind = TURN_EFFECT, .effect = open_unit };
}

static void try_release(void *state)
{
	study_drop(((struct try_state *)state)->study);
}

static const struct binding try_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("End the trial; nothing of it is kept") },
	{ .action = ACTION_NONE },
};

const struct screen screen_try = {
	.name = "try",
	.state_size = sizeof(struct try_state),
	.bindings = try_bindings,
	.enter = try_enter,
	.open = try_open,
	.describe = try_describe,
	.on_action = try_on_action,
	.release = try_release,
};

/* --- the beginning ------------------------------------------------------ */

/* Home is the trial itself, in the place of the first screen. */
static struct turn begin_enter(struct app *app, void *state, struct err *e)
{
	(void)app;
	(void)state;
	(void)e;
	return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_try };
}

const struct screen screen_try_begin = {
	.name = "try-begin",
	.bindings = try_bindings,
	.enter = begin_enter,
	.describe = try_describe,
	.on_action = try_on_action,
};
