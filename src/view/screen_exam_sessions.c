#include "config.h"
#include "view/screens.h"

#include "app/exam_seating.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_words.h"
#include "view/parts.h"

struct sessions_state {
	struct arena arena;
	struct exam_session *list;
	size_t count, room;
	int current;
	bool none_installed;
	struct exam_seat_arg arg;
};

static void sessions_release(void *state)
{
	arena_release(&((struct sessions_state *)state)->arena);
}

static bool keep_session(void *ctx, const struct exam_session *x)
{
	struct sessions_state *s = ctx;

	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof *s->list);
	s->list[s->count++] = (struct exam_session){
		.id = x->id,
		.title = arena_strdup(&s->arena, x->title),
		.day = arena_strdup(&s->arena, x->day),
		.room = arena_strdup(&s->arena, x->room),
		.state = arena_strdup(&s->arena, x->state),
		.supervisor_name = arena_strdup(&s->arena, x->supervisor_name),
		.practice = x->practice,
		.seats = x->seats,
	};
	return true;
}

static struct turn sessions_enter(struct app *app, void *state, struct err *e)
{
	struct sessions_state *s = state;
	struct exam_choice *choices;
	size_t count = 0;

	arena_release(&s->arena);
	s->list = NULL;
	s->count = s->room = 0;
	if (exam_choices(app, &s->arena, &choices, &count, e))
		exam_sessions(app, keep_session, s, e);
	s->none_installed = count == 0;
	if (s->current >= (int)s->count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

/* The title in full, or the state beside a title that may be cut: with the word that this session is no real one. */
static const char *mark_of(const struct exam_session *x, const char *text, struct page *page)
{
	/* TRANSLATORS: behind the title of an exam that counts for no real certificate, or behind the state of its session; keep it short */
	return x->practice ? arena_printf(&page->arena, _("%s (practice)"), text) : text;
}

static void sessions_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct sessions_state *s = state;
	const char *below = NULL; /* the session under the pointer, in full */

	page->place = _("Examinations");
	page->rule_right = arena_printf(&page->arena, ngettext("%d session", "%d sessions", (unsigned long)s->count), (int)s->count);
	if (s->none_installed)
		page_text(page, STYLE_PLAIN, _("No exam is installed. Install a pack that has one first."));
	else if (s->count == 0)
		page_text(page, STYLE_PLAIN, _("Nothing is planned. Press n to plan an examination."));
	if (s->count > 0)
		page_menu(page, false, s->current);
	for (size_t i = 0; i < s->count; i++) {
		const struct exam_session *x = &s->list[i];
		const char *day = parts_date(page, r, x->day), *seats = arena_printf(&page->arena, ngettext("%d seat", "%d seats", (unsigned long)x->seats), x->seats);
		const char *where = x->room[0] != '\0' ? arena_printf(&page->arena, _("%s, room %s"), day, x->room) : day;
		struct entry *en = page_entry(page, 0, "", where, mark_of(x, exam_word_state_id(x->state), page));

		en->label = page_raw(page, STYLE_PLAIN, x->title);
		if ((int)i == s->current)
			below = arena_printf(&page->arena, "%s · %s · %s", mark_of(x, x->title, page), where, seats);
	}
	if (below != NULL) {
		page_space(page);
		parts_raw_block(page, STYLE_DIM, below);
	}
}

static struct turn sessions_on_action(void *state, const struct event *e)
{
	struct sessions_state *s = state;

	if (parts_move(&s->current, (int)s->count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_ADD)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_plan };
	if (e->action != ACTION_OPEN || s->count == 0)
		return (struct turn){ .kind = TURN_STAY };
	const char *at = s->list[s->current].state;

	s->arg = (struct exam_seat_arg){ .session = s->list[s->current].id };
	return (struct turn){ .kind = TURN_PUSH, .screen = str_eq(at, "open") ? &screen_exam_board : str_eq(at, "closed") ? &screen_exam_results : &screen_exam_seats,
			      .arg = &s->arg };
}

static bool sessions_open(const void *state, enum action a)
{
	const struct sessions_state *s = state;

	if (a == ACTION_ADD)
		return !s->none_installed;
	return a == ACTION_BACK || s->count > 0;
}

static const struct binding sessions_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open the session under the pointer: seats while it is planned, the board while it is held, results afterwards") },
	{ .action = ACTION_ADD, .label = N_("plan"), .help = N_("Plan an examination") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_sessions = {
	.name = "exam-sessions",
	.state_size = sizeof(struct sessions_state),
	.bindings = sessions_bindings,
	.enter = sessions_enter,
	.open = sessions_open,
	.describe = sessions_describe,
	.on_action = sessions_on_action,
	.release = sessions_release,
};
