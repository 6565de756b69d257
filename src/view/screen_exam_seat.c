#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/exam_seating.h"
#include "core/i18n.h"
#include "view/fields.h"
#include "view/parts.h"

/* --- one seat -------------------------------------------------------------- */

enum { SEAT_IDENTITY, SEAT_CODE, SEAT_HELP, SEAT_OPEN, SEAT_TYPE, SEAT_ACTS };

struct seat_state {
	struct exam_seat_arg arg;
	struct arena arena;
	struct exam_planned seat;
	bool known;
	int current;
};

static void seat_init(void *state, const void *arg)
{
	((struct seat_state *)state)->arg = *(const struct exam_seat_arg *)arg;
}

static void seat_release(void *state)
{
	arena_release(&((struct seat_state *)state)->arena);
}

static struct turn seat_enter(struct app *app, void *state, struct err *e)
{
	struct seat_state *s = state;

	arena_release(&s->arena);
	s->known = exam_planned_seat(app, s->arg.session, s->arg.seat, &s->arena, &s->seat, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn seat_open_now(struct app *app, void *state, struct err *e)
{
	struct seat_state *s = state;

	if (exam_open_seat(app, s->arg.session, s->arg.seat, NULL, e))
		s->current = 0;
	return seat_enter(app, state, e);
}

static bool may_now(const struct exam_planned *x, int act)
{
	switch (act) {
	case SEAT_IDENTITY:
		return x->state <= SITTING_OPEN; /* whoever sits there reads it on the page with the rules, and may see a slip */
	case SEAT_CODE:
		return !sitting_ended(x->state);
	case SEAT_HELP:
		return x->state <= SITTING_OPEN;
	case SEAT_TYPE:
		return x->state >= SITTING_IDENTITY && !sitting_ended(x->state);
	default:
		return x->state == SITTING_IDENTITY;
	}
}

/* What can be done now, by number. */
static int list_acts(const struct seat_state *s, int out[SEAT_ACTS])
{
	int n = 0;

	for (int i = 0; s->known && i < SEAT_ACTS; i++)
		if (may_now(&s->seat, i))
			out[n++] = i;
	return n;
}

static void row(struct page *page, const char *label, const char *value)
{
	parts_cell(page, STYLE_DIM, label);
	parts_cell_raw(page, STYLE_PLAIN, value[0] != '\0' ? value : "–");
}

static void seat_describe(const void *state, const struct reader *r, struct page *page)
{
	static const char *const labels[SEAT_ACTS] = {
		[SEAT_IDENTITY] = N_("Confirm identity"),
		[SEAT_CODE] = N_("New seat code"),
		[SEAT_HELP] = N_("Extra time and reading aloud"),
		[SEAT_OPEN] = N_("Open this seat"),
		[SEAT_TYPE] = N_("Type in answers from paper"),
	};
	const struct seat_state *s = state;
	const struct exam_planned *x = &s->seat;
	int acts[SEAT_ACTS], n = list_acts(s, acts);
	struct block *b;

	page->place = _("Examinations");
	if (!s->known)
		return;
	page->rule_right = arena_printf(&page->arena, _("seat %d"), x->number);
	b = page_heading(page, 1, "");
	b->text = page_raw(page, STYLE_STRONG, x->name);
	page_space(page);
	page_table(page, 2, false);
	row(page, _("Code"), x->code);
	row(page, _("Name in the passport"), x->confirmed ? x->latin : x->record_latin);
	row(page, _("Born"), parts_date(page, r, x->confirmed ? x->birth : x->record_birth));
	row(page, _("Document"), x->document);
	row(page, _("Identity"), x->confirmed ? _("✓ confirmed") : _("to be confirmed from the passport"));
	row(page, _("Seat code"), x->locked ? _("locked after too many wrong tries: give a new one") : x->coded ? _("given") : _("none yet"));
	row(page, _("Extra time"), x->extra_percent > 0 ? arena_printf(&page->arena, "%d %%", x->extra_percent) : "");
	row(page, _("Read aloud"), x->aloud ? _("yes") : _("no"));
	page_space(page);
	if (n > 0)
		page_menu(page, false, s->current);
	for (int i = 0; i < n; i++)
		page_entry(page, (char)('1' + i), acts[i] == SEAT_IDENTITY && x->confirmed ? _("Confirm identity again") : _(labels[acts[i]]), NULL, NULL);
	if (x->state == SITTING_OPEN)
		page_message(page, x->coded ? STYLE_GOOD : STYLE_NOTE, x->coded ? _("This seat is open: it can be entered with its code.") :
			     _("This seat is open, but it has no code yet."));
}

static struct turn seat_on_action(void *state, const struct event *e)
{
	static const struct screen *const screens[SEAT_ACTS] = {
		[SEAT_IDENTITY] = &screen_exam_identity,
		[SEAT_CODE] = &screen_exam_codes,
		[SEAT_HELP] = &screen_exam_help,
		[SEAT_TYPE] = &screen_exam_type,
	};
	struct seat_state *s = state;
	int acts[SEAT_ACTS], n = list_acts(s, acts), choice = e->action == ACTION_DIGIT ? e->digit - 1 : e->action == ACTION_OPEN ? s->current : -1;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (parts_move(&s->current, n, e->action) || choice < 0 || choice >= n)
		return (struct turn){ .kind = TURN_STAY };
	if (acts[choice] == SEAT_OPEN)
		return (struct turn){ .kind = TURN_EFFECT, .effect = seat_open_now };
	return (struct turn){ .kind = TURN_PUSH, .screen = screens[acts[choice]], .arg = &s->arg };
}

static const struct binding seat_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("take"), .help = N_("Take what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_seat = {
	.name = "exam-seat",
	.state_size = sizeof(struct seat_state),
	.bindings = seat_bindings,
	.init = seat_init,
	.enter = seat_enter,
	.describe = seat_describe,
	.on_action = seat_on_action,
	.release = seat_release,
};

/* --- extra time and reading aloud ------------------------------------------- */

enum { HELP_EXTRA, HELP_ALOUD, HELP_FIELDS };

static const char *yes_no(int option)
{
	return option == 1 ? _("yes") : _("no");
}

static const struct fields_row help_rows[HELP_FIELDS] = {
	[HELP_EXTRA] = { .kind = FIELDS_DIGITS, .label = N_("Extra time in per cent"), .note = N_("For example 25: a part of 20 minutes takes 25 then."), .bytes_max = 3 },
	[HELP_ALOUD] = { .kind = FIELDS_CHOICE, .label = N_("Read aloud"), .note = N_("A person reads questions and options to this learner."), .option_count = 2, .name = yes_no },
};

struct help_state {
	struct fields fields; /* first, for fields_screen_typing and fields_screen_release */
	struct exam_seat_arg arg;
	bool read;
	int planned;          /* per cent of extra time, as it stands */
	char words[160];      /* what the second person reads */
	struct second second;
	int64_t second_person;
};

static void help_init(void *state, const void *arg)
{
	struct help_state *s = state;

	s->arg = *(const struct exam_seat_arg *)arg;
	fields_init(&s->fields, help_rows, HELP_FIELDS);
}

static int typed_extra(const struct help_state *s)
{
	return (int)strtol(fields_text(&s->fields, HELP_EXTRA), NULL, 10);
}

static struct turn help_now(struct app *app, struct help_state *s, struct err *e)
{
	struct exam_help h = { .extra_percent = typed_extra(s), .aloud = s->fields.chosen[HELP_ALOUD] == 1, .second = s->second_person };

	s->second_person = 0;
	return (struct turn){ .kind = exam_set_help(app, s->arg.session, s->arg.seat, &h, e) ? TURN_POP : TURN_STAY };
}

/* Also back from the second sign-in. */
static struct turn help_enter(struct app *app, void *state, struct err *e)
{
	struct help_state *s = state;
	struct arena a = ARENA_INIT;
	struct exam_planned seat;

	if (s->second_person != 0)
		return help_now(app, s, e);
	if (!s->read && exam_planned_seat(app, s->arg.session, s->arg.seat, &a, &seat, e)) {
		if (seat.extra_percent > 0) /* else a digit typed behind the 0 would stand there with it */
			fields_set(&s->fields, HELP_EXTRA, arena_printf(&a, "%d", seat.extra_percent));
		s->fields.chosen[HELP_ALOUD] = seat.aloud;
		s->planned = seat.extra_percent;
		s->read = true;
	}
	arena_release(&a);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn help_save(struct app *app, void *state, struct err *e)
{
	struct help_state *s = state;
	char seat[64];

	if (typed_extra(s) == s->planned)
		return help_now(app, s, e);
	snprintf(seat, sizeof seat, _("seat %d"), s->arg.seat);
	snprintf(s->words, sizeof s->words, "%s, %s: %d %%", _("Extra time"), seat, typed_extra(s));
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

static void help_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct help_state *s = state;

	(void)r;
	page->place = _("Examinations");
	page->rule_right = arena_printf(&page->arena, _("seat %d"), s->arg.seat);
	page_heading(page, 1, _("Extra time and reading aloud"));
	page_space(page);
	fields_describe(&s->fields, page, NULL, NULL);
}

static struct turn help_on_action(void *state, const struct event *e)
{
	return fields_turn(&((struct help_state *)state)->fields, e, help_save);
}

static const struct binding help_bindings[] = {
	FIELDS_MOVES,
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; after the last one it is done, or a second person signs in for it") },
	{ .action = ACTION_SAVE, .label = N_("save"), .help = N_("Save") },
	FIELDS_TURNS,
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_help = {
	.name = "exam-help",
	.state_size = sizeof(struct help_state),
	.bindings = help_bindings,
	.init = help_init,
	.enter = help_enter,
	.typing = fields_screen_typing,
	.describe = help_describe,
	.on_action = help_on_action,
	.release = fields_screen_release,
};
