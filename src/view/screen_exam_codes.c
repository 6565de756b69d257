#include "config.h"
#include "view/screens.h"

#include "app/exam_seating.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "view/parts.h"

struct coded_seat {
	int number;
	const char *name;
	char code[EXAM_CODE_SIZE];
};

struct codes_state {
	struct exam_seat_arg arg;
	struct arena arena;
	struct coded_seat *list; /* wiped on the way out */
	size_t count, room;
	bool given;
	int current;
};

static void codes_init(void *state, const void *arg)
{
	((struct codes_state *)state)->arg = *(const struct exam_seat_arg *)arg;
}

static void codes_release(void *state)
{
	struct codes_state *s = state;

	if (s->list != NULL)
		secret_wipe(s->list, s->count * sizeof *s->list);
	arena_release(&s->arena);
}

static bool keep_seat(void *ctx, const struct exam_planned *x)
{
	struct codes_state *s = ctx;

	if (sitting_ended(x->state) || (s->arg.seat != 0 && s->arg.seat != x->number))
		return true;
	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof *s->list);
	s->list[s->count++] = (struct coded_seat){ .number = x->number, .name = arena_strdup(&s->arena, x->name) };
	return true;
}

static struct turn codes_enter(struct app *app, void *state, struct err *e)
{
	struct codes_state *s = state;

	if (s->list == NULL)
		exam_seating(app, s->arg.session, keep_seat, s, e);
	return (struct turn){ .kind = TURN_STAY };
}

/* Those given before one that cannot be are shown all the same: nobody could look them up. */
static struct turn codes_make(struct app *app, void *state, struct err *e)
{
	struct codes_state *s = state;

	for (size_t i = 0; i < s->count; i++) {
		if (!exam_new_code(app, s->arg.session, s->list[i].number, s->list[i].code, e))
			break;
		s->given = true;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static void codes_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct codes_state *s = state;

	(void)r;
	page->place = _("Seat codes");
	if (s->given) {
		page_message(page, STYLE_NOTE, _("They are shown only now. Write them down before you go on."));
		page_space(page);
		page_table(page, 3, false);
		for (size_t i = 0; i < s->count; i++) {
			parts_cell_raw(page, STYLE_DIM, arena_printf(&page->arena, "%d", s->list[i].number));
			parts_cell_raw(page, STYLE_PLAIN, s->list[i].name);
			parts_cell_raw(page, STYLE_ACCENT, s->list[i].code[0] != '\0' ? arena_printf(&page->arena, "%.3s %.3s", s->list[i].code, s->list[i].code + 3) : "–");
		}
		return;
	}
	page_heading(page, 1, arena_printf(&page->arena, ngettext("New code for %d seat", "New codes for %d seats", (unsigned long)s->count), (int)s->count));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("A learner enters the exam with the number of the seat and its code. Former codes open nothing any more from then on."));
	page_space(page);
	page_menu(page, false, s->current);
	page_entry(page, '1', _("Yes, give new codes"), NULL, NULL);
	page_entry(page, '2', _("No, leave them as they are"), NULL, NULL);
}

static struct turn codes_on_action(void *state, const struct event *e)
{
	struct codes_state *s = state;
	bool yes;

	if (!s->given && parts_move(&s->current, 2, e->action))
		return (struct turn){ .kind = TURN_STAY };
	yes = (e->action == ACTION_OPEN && s->current == 0) || e->action == ACTION_YES || (e->action == ACTION_DIGIT && e->digit == 1);
	if (!s->given && yes)
		return (struct turn){ .kind = TURN_EFFECT, .effect = codes_make };
	if (!s->given && e->action == ACTION_DIGIT && e->digit != 2)
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = !s->given || e->action == ACTION_OPEN || e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static bool codes_open(const void *state, enum action a)
{
	const struct codes_state *s = state;

	return !s->given || a == ACTION_OPEN || a == ACTION_BACK;
}

static const struct binding codes_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("go on"), .help = N_("Take what the pointer stands on; when the codes were written down, back") },
	{ .action = ACTION_YES },
	{ .action = ACTION_NO },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_codes = {
	.name = "exam-codes",
	.state_size = sizeof(struct codes_state),
	.bindings = codes_bindings,
	.init = codes_init,
	.enter = codes_enter,
	.open = codes_open,
	.describe = codes_describe,
	.on_action = codes_on_action,
	.release = codes_release,
};
