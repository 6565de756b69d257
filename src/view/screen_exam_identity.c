#include "config.h"
#include "view/screens.h"

#include "app/exam_seating.h"
#include "core/i18n.h"
#include "view/fields.h"
#include "view/parts.h"

/* First what stands in the passport is typed, then it is looked at beside the record, then it is confirmed. */

enum { IDENTITY_NAME, IDENTITY_BORN, IDENTITY_NUMBER, IDENTITY_FIELDS };

static const struct fields_row identity_rows[IDENTITY_FIELDS] = {
	[IDENTITY_NAME] = { .kind = FIELDS_LINE, .label = N_("Name in the passport"), .note = N_("Letter by letter from the lower lines, as KARIMOVA<<AZIZA or with spaces."), .bytes_max = 80 },
	[IDENTITY_BORN] = { .kind = FIELDS_DATE, .label = N_("Born"), .note = N_("For example 27.3.1998 or 1998-03-27."), .bytes_max = 10 },
	[IDENTITY_NUMBER] = { .kind = FIELDS_LINE, .label = N_("Number of the document"), .note = N_("Or the whole second line of 44 characters: its check digits find slips."), .bytes_max = 60 },
};

struct identity_state {
	struct exam_seat_arg arg;
	struct fields fields;
	struct arena own, arena; /* of the seat; of the look */
	struct exam_planned seat;
	struct exam_identity_look look;
	bool known, looking;
	int current;
};

static void identity_init(void *state, const void *arg)
{
	struct identity_state *s = state;

	s->arg = *(const struct exam_seat_arg *)arg;
	fields_init(&s->fields, identity_rows, IDENTITY_FIELDS);
}

static void identity_release(void *state)
{
	struct identity_state *s = state;

	fields_release(&s->fields);
	arena_release(&s->own);
	arena_release(&s->arena);
}

static struct turn identity_enter(struct app *app, void *state, struct err *e)
{
	struct identity_state *s = state;

	arena_release(&s->own);
	s->known = exam_planned_seat(app, s->arg.session, s->arg.seat, &s->own, &s->seat, e);
	return (struct turn){ .kind = TURN_STAY };
}

static bool is_as_registered(const struct exam_identity_look *k)
{
	return k->name_same && k->birth_same && k->other[0] == '\0';
}

static struct turn identity_look(struct app *app, void *state, struct err *e)
{
	struct identity_state *s = state;
	char birth[32];

	parts_iso(fields_text(&s->fields, IDENTITY_BORN), birth);
	struct exam_identity typed = {
		.latin = fields_text(&s->fields, IDENTITY_NAME),
		.birth = birth,
		.document = fields_text(&s->fields, IDENTITY_NUMBER),
	};
	arena_release(&s->arena);
	s->looking = exam_identity_look(app, s->arg.session, s->arg.seat, &typed, &s->arena, &s->look, e);
	for (size_t i = IDENTITY_FIELDS; !s->looking && i-- > 0;)
		if (fields_text(&s->fields, i)[0] == '\0')
			s->fields.at = i; /* what is missing is to be typed first */
	s->current = s->looking && is_as_registered(&s->look) ? 0 : 1;
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn identity_confirm(struct app *app, void *state, struct err *e)
{
	struct identity_state *s = state;

	return (struct turn){ .kind = exam_identity_confirm(app, s->arg.session, s->arg.seat, &s->look, e) ? TURN_POP : TURN_STAY };
}

static void row(struct page *page, const char *label, const char *value, bool same)
{
	parts_cell(page, STYLE_DIM, label);
	parts_cell_raw(page, same ? STYLE_PLAIN : STYLE_NOTE, value);
}

static void describe_difference(const struct exam_identity_look *k, const struct reader *r, struct page *page)
{
	static const enum change_kind kinds[] = {
		[IDENTITY_SAME] = CHANGE_NONE,
		[IDENTITY_MISSING] = CHANGE_MISSING,
		[IDENTITY_EXTRA] = CHANGE_EXTRA,
		[IDENTITY_OTHER] = CHANGE_OTHER,
	};

	if (!k->name_same) {
		page_message(page, STYLE_NOTE, _("The name is not as registered. Above as typed, below as registered:"));
		page_difference(page, STYLE_NOTE);
		for (size_t i = 0; i < k->span_count; i++)
			page_change(page, kinds[k->spans[i].kind], k->spans[i].typed, k->spans[i].record);
	}
	if (!k->birth_same)
		page_message(page, STYLE_NOTE, arena_printf(&page->arena, _("The birth date is not as registered: %s."), parts_date(page, r, k->record_birth)));
}

static void describe_look(const struct identity_state *s, const struct reader *r, struct page *page)
{
	const struct exam_identity_look *k = &s->look;

	page_table(page, 2, false);
	row(page, _("Name in the passport"), k->identity.latin, k->name_same);
	row(page, _("Born"), parts_date(page, r, k->identity.birth), k->birth_same);
	row(page, _("Number of the document"), k->identity.document, k->other[0] == '\0');
	page_space(page);
	if (k->name_same && k->birth_same)
		page_message(page, STYLE_GOOD, _("Name and birth date are as registered."));
	else
		describe_difference(k, r, page);
	if (k->other[0] != '\0')
		page_message(page, STYLE_NOTE, arena_printf(&page->arena, _("This document was somebody else's before: %s."), k->other));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("Is this the person who stands before you? It goes into the record so, and cannot be changed once the exam has begun."));
	page_menu(page, false, s->current);
	page_entry(page, '1', _("Yes, confirm"), NULL, NULL);
	page_entry(page, '2', _("No, look again"), NULL, NULL);
}

static void identity_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct identity_state *s = state;
	struct block *b;

	page->place = _("Identity");
	if (!s->known)
		return;
	page->rule_right = arena_printf(&page->arena, _("seat %d"), s->seat.number);
	b = page_heading(page, 1, "");
	b->text = page_raw(page, STYLE_STRONG, s->seat.name);
	page_space(page);
	if (s->looking)
		describe_look(s, r, page);
	else
		fields_describe(&s->fields, page, NULL, NULL);
}

static struct turn look_on_action(struct identity_state *s, const struct event *e)
{
	bool yes = (e->action == ACTION_OPEN && s->current == 0) || e->action == ACTION_YES || (e->action == ACTION_DIGIT && e->digit == 1);

	if (parts_move(&s->current, 2, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (yes)
		return (struct turn){ .kind = TURN_EFFECT, .effect = identity_confirm };
	if (e->action == ACTION_OPEN || e->action == ACTION_NO || e->action == ACTION_BACK || (e->action == ACTION_DIGIT && e->digit == 2)) {
		s->looking = false;
		s->fields.at = IDENTITY_NAME;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn identity_on_action(void *state, const struct event *e)
{
	struct identity_state *s = state;

	if (s->looking)
		return look_on_action(s, e);
	return s->known ? fields_turn(&s->fields, e, identity_look) : (struct turn){ .kind = TURN_POP };
}

static bool identity_typing(const void *state)
{
	const struct identity_state *s = state;

	return !s->looking && fields_typing(&s->fields);
}

static bool identity_open(const void *state, enum action a)
{
	const struct identity_state *s = state;
	bool choosing = a == ACTION_DIGIT || a == ACTION_YES || a == ACTION_NO;

	if (a == ACTION_SAVE || a == ACTION_FIELD || a == ACTION_FIELD_BACK || a == ACTION_PREVIOUS || a == ACTION_NEXT)
		return !s->looking;
	return !choosing || s->looking;
}

static const char *identity_label(const void *state, enum action a)
{
	const struct identity_state *s = state;

	if (!s->looking)
		return NULL;
	return a == ACTION_UP ? _("choose") : a == ACTION_OPEN ? _("take") : NULL;
}

static const struct binding identity_bindings[] = {
	{ .action = ACTION_UP, .label = N_("field"), .help = N_("To the field above or below, or to the other answer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; on the last one, compare with the record; then take what the pointer stands on") },
	{ .action = ACTION_SAVE, .label = N_("compare"), .help = N_("Compare with the record") },
	{ .action = ACTION_FIELD },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_PREVIOUS },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_YES },
	{ .action = ACTION_NO },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_identity = {
	.name = "exam-identity",
	.state_size = sizeof(struct identity_state),
	.bindings = identity_bindings,
	.init = identity_init,
	.enter = identity_enter,
	.open = identity_open,
	.label = identity_label,
	.typing = identity_typing,
	.describe = identity_describe,
	.on_action = identity_on_action,
	.release = identity_release,
};
