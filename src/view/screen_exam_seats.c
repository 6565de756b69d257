#include "config.h"
#include "view/screens.h"

#include <stdlib.h>

#include "app/exam_bank.h"
#include "app/exam_cards.h"
#include "app/exam_rehearse.h"
#include "app/exam_seating.h"
#include "app/export.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"

/* --- the seats of a session ---------------------------------------------- */

struct seats_state {
	struct exam_seat_arg arg, next;
	struct exam_who_arg who;
	struct arena arena;
	struct exam_session session;
	struct exam_planned *list;
	size_t count, room;
	struct exam_tried *tried; /* at the rehearsal */
	size_t tried_count, tried_room;
	int current;
	enum exam_bank_state bank;
	bool known;
};

static void seats_init(void *state, const void *arg)
{
	((struct seats_state *)state)->arg = *(const struct exam_seat_arg *)arg;
}

static void seats_release(void *state)
{
	arena_release(&((struct seats_state *)state)->arena);
}

static bool keep_seat(void *ctx, const struct exam_planned *x)
{
	struct seats_state *s = ctx;

	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof *s->list);
	s->list[s->count] = *x;
	s->list[s->count++].name = arena_strdup(&s->arena, x->name);
	return true;
}

static bool keep_tried(void *ctx, const struct exam_tried *t)
{
	struct seats_state *s = ctx;

	s->tried = arena_grow(&s->arena, s->tried, s->tried_count, &s->tried_room, sizeof *s->tried);
	s->tried[s->tried_count++] = (struct exam_tried){ .seat = t->seat, .answered = t->answered };
	return true;
}

static struct turn seats_enter(struct app *app, void *state, struct err *e)
{
	struct seats_state *s = state;

	arena_release(&s->arena);
	s->list = NULL;
	s->tried = NULL;
	s->count = s->room = s->tried_count = s->tried_room = 0;
	s->known = exam_session(app, s->arg.session, &s->arena, &s->session, e) && exam_seating(app, s->arg.session, keep_seat, s, e) &&
		   exam_rehearsals(app, s->arg.session, keep_tried, s, e) && exam_bank_state(app, s->arg.session, &s->bank, e);
	if (s->current >= (int)s->count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

/* Where a seat stands on its way to the exam: what comes next of identity and opening. */
static const char *seat_stage(const struct exam_planned *x)
{
	switch (x->state) {
	case SITTING_PLANNED:
		return _("identity missing");
	case SITTING_IDENTITY:
		return _("✓ identity");
	case SITTING_OPEN:
		return _("✓ open");
	case SITTING_RUNNING:
	case SITTING_PAUSED:
		return _("under way");
	case SITTING_SUBMITTED:
	case SITTING_TIME_UP:
	case SITTING_ABANDONED:
	case SITTING_VOID:
	case SITTING_STATE_COUNT:
		break;
	}
	return _("ended");
}

static const char *seat_help(const struct exam_planned *x, struct page *page)
{
	const char *extra = x->extra_percent > 0 ? arena_printf(&page->arena, "+%d %%", x->extra_percent) : "";

	return x->aloud ? arena_printf(&page->arena, "%s%s%s", extra, extra[0] != '\0' ? " · " : "", _("read aloud")) : extra;
}

/* Whether the seat was tried at a terminal, as long as that is of interest. */
static const char *seat_tried(const struct seats_state *s, int seat)
{
	if (!str_eq(s->session.state, "planned"))
		return NULL;
	for (size_t i = 0; i < s->tried_count; i++)
		if (s->tried[i].seat == seat)
			return s->tried[i].answered == EXAM_REHEARSAL_ITEMS ? _("✓ tried") : _("entered");
	return NULL;
}

static void describe_session(const struct exam_session *x, const struct reader *r, struct page *page)
{
	const char *day = parts_date(page, r, x->day);
	struct block *b = page_heading(page, 1, "");

	b->text = page_raw(page, STYLE_STRONG, x->practice ? arena_printf(&page->arena, _("%s (practice)"), x->title) : x->title);
	/* TRANSLATORS: a date and the name of a room */
	parts_raw_block(page, STYLE_DIM, x->room[0] != '\0' ? arena_printf(&page->arena, _("%s, room %s"), day, x->room) : day);
}

static void seats_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct seats_state *s = state;

	page->place = _("Examinations");
	if (!s->known)
		return;
	page->rule_right = arena_printf(&page->arena, ngettext("%d seat", "%d seats", (unsigned long)s->count), (int)s->count);
	describe_session(&s->session, r, page);
	if (s->bank == BANK_SEALED && str_eq(s->session.state, "planned"))
		page_text(page, STYLE_PLAIN, _("The questions are sealed. On the day two officers open them: press m."));
	page_space(page);
	page_menu(page, false, s->current);
	for (size_t i = 0; i < s->count; i++) {
		const struct exam_planned *x = &s->list[i];
		const char *help = seat_help(x, page);
		const char *code = x->locked ? _("✗ code locked") : x->coded ? _("✓ code") : _("no code");
		const char *tried = seat_tried(s, x->number), *stage = seat_stage(x);
		struct entry *en = page_entry(page, 0, "", tried != NULL ? arena_printf(&page->arena, "%s · %s", stage, tried) : stage, help[0] != '\0' ? arena_printf(&page->arena, "%s · %s", code, help) : code);

		en->label = page_raw(page, STYLE_PLAIN, arena_printf(&page->arena, "%2d  %s", x->number, x->name));
	}
}

static struct turn seats_on_action(void *state, const struct event *e)
{
	struct seats_state *s = state;

	if (parts_move(&s->current, (int)s->count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_PAGE_UP || e->action == ACTION_PAGE_DOWN)
		for (int i = 0; i < 10; i++)
			parts_move(&s->current, (int)s->count, e->action == ACTION_PAGE_UP ? ACTION_UP : ACTION_DOWN);
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	s->next = (struct exam_seat_arg){ .session = s->arg.session, .seat = s->count > 0 ? s->list[s->current].number : 0 };
	if (e->action == ACTION_OPEN && s->count > 0)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_seat, .arg = &s->next };
	if (e->action == ACTION_ADD) {
		s->who = (struct exam_who_arg){ .session = s->arg.session };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_who, .arg = &s->who };
	}
	s->next.seat = 0;
	if (e->action == ACTION_PIN)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_codes, .arg = &s->next };
	if (e->action == ACTION_MORE)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_more, .arg = &s->next };
	return (struct turn){ .kind = TURN_STAY };
}

static bool seats_open(const void *state, enum action a)
{
	const struct seats_state *s = state;

	if (a == ACTION_ADD || a == ACTION_PIN || a == ACTION_MORE)
		return s->known && !str_eq(s->session.state, "closed");
	return a == ACTION_BACK || s->count > 0;
}

static const struct binding seats_bindings[] = {
	{ .action = ACTION_UP, .label = N_("seat"), .help = N_("Move the pointer to another seat") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Identity, code, help and opening of the seat under the pointer") },
	{ .action = ACTION_PIN, .label = N_("codes"), .help = N_("Give all seats new codes; asks first") },
	{ .action = ACTION_ADD, .label = N_("new"), .help = N_("Give somebody else a seat") },
	{ .action = ACTION_MORE, .label = N_("more"), .help = N_("What else can be done with the whole session") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_seats = {
	.name = "exam-seats",
	.state_size = sizeof(struct seats_state),
	.bindings = seats_bindings,
	.init = seats_init,
	.enter = seats_enter,
	.open = seats_open,
	.describe = seats_describe,
	.on_action = seats_on_action,
	.release = seats_release,
};

/* --- what can be done with all of them ------------------------------------- */

enum { MORE_REHEARSE, MORE_UNSEAL, MORE_CARDS, MORE_OPEN, MORE_BOARD, MORE_CLOSE, MORE_PAPER, MORE_ACTS };

struct more_state {
	struct exam_seat_arg arg;
	struct arena arena;
	struct exam_session session;
	enum exam_bank_state bank;
	int current, done; /* done: how many seats were opened; −1: nothing was done yet */
	int cards;         /* written; −1: none yet */
	char *path;        /* of the cards; owned */
	bool print, close;
	struct ask ask;
};

static const struct ask cards_ask = {
	.question = N_("New codes, on cards?"),
	.detail = N_("Every seat that has not ended gets a new code, which stands on the cards and nowhere else. Former codes open nothing any more."),
	.yes = N_("Yes, write the cards"),
	.no = N_("No, leave the codes as they are"),
};

static const struct ask close_ask = {
	.question = N_("Close this session?"),
	.detail = N_("Nobody can sit it afterwards. Seats that were never started have no result, and are no attempt."),
	.yes = N_("Yes, close it"),
	.no = N_("No, leave it as it is"),
	.careful = true,
};

static void more_init(void *state, const void *arg)
{
	struct more_state *s = state;

	s->arg = *(const struct exam_seat_arg *)arg;
	s->done = s->cards = -1;
}

static void more_release(void *state)
{
	struct more_state *s = state;

	arena_release(&s->arena);
	free(s->path);
}

/* Into the person's folder of documents; cards written before are no longer of use. */
static void write_cards(struct app *app, struct more_state *s, struct err *e)
{
	struct arena a = ARENA_INIT;

	free(s->path);
	s->path = export_document_dup(arena_printf(&a, "safar-seats-%lld.pdf", (long long)s->arg.session));
	if (!exam_cards_paper(app, s->arg.session, 0, s->path, &s->cards, e))
		s->cards = -1;
	arena_release(&a);
}

static struct turn more_enter(struct app *app, void *state, struct err *e)
{
	struct more_state *s = state;

	if (s->print) {
		s->print = false;
		write_cards(app, s, e);
	}
	if (s->close) {
		s->close = false;
		if (exam_close(app, s->arg.session, e))
			return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_exam_closing, .arg = &s->arg };
	}
	arena_release(&s->arena);
	s->session = (struct exam_session){ .title = "", .day = "", .room = "" };
	if (exam_session(app, s->arg.session, &s->arena, &s->session, e))
		exam_bank_state(app, s->arg.session, &s->bank, e);
	return (struct turn){ .kind = TURN_STAY };
}

/* What can be done now, by number. */
static int list_more(const struct more_state *s, int out[MORE_ACTS])
{
	bool open = str_eq(s->session.state, "open");
	int n = 0;

	for (int i = 0; i < MORE_ACTS; i++)
		if ((i != MORE_REHEARSE || !open) && (i != MORE_BOARD || open) && (i != MORE_UNSEAL || (s->bank == BANK_SEALED && !open)))
			out[n++] = i;
	return n;
}

static struct turn more_open_all(struct app *app, void *state, struct err *e)
{
	struct more_state *s = state;

	exam_open_seat(app, s->arg.session, 0, &s->done, e);
	more_enter(app, state, e);
	for (int i = 0, acts[MORE_ACTS], n = list_more(s, acts); s->done > 0 && i < n; i++)
		if (acts[i] == MORE_BOARD)
			s->current = i; /* what comes next */
	return (struct turn){ .kind = TURN_STAY };
}

static void describe_done(const struct more_state *s, struct page *page)
{
	if (s->cards >= 0) {
		page_space(page);
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, ngettext("%d card was written. Print it, then delete the file:", "%d cards were written. Print them, then delete the file:",
			     (unsigned long)s->cards), s->cards));
		parts_raw_block(page, STYLE_PLAIN, s->path);
	}
	if (s->done < 0)
		return;
	page_space(page);
	page_message(page, s->done > 0 ? STYLE_GOOD : STYLE_NOTE, s->done > 0 ?
		     arena_printf(&page->arena, ngettext("%d seat is open now.", "%d seats are open now.", (unsigned long)s->done), s->done) :
		     _("No seat is ready: confirm the identity of who sits there first."));
	if (s->done > 0)
		page_text(page, STYLE_PLAIN, _("Enter goes on to the board, where the room is started."));
}

static void more_describe(const void *state, const struct reader *r, struct page *page)
{
	static const char *const labels[MORE_ACTS] = {
		[MORE_REHEARSE] = N_("Rehearse: try everything the exam needs"),
		[MORE_UNSEAL] = N_("Open the sealed questions"),
		[MORE_CARDS] = N_("New codes for all seats, on cards to print"),
		[MORE_OPEN] = N_("Open all seats whose identity is confirmed"),
		[MORE_BOARD] = N_("To the board of the session"),
		[MORE_CLOSE] = N_("Close the session"),
		[MORE_PAPER] = N_("Forms for paper"),
	};
	const struct more_state *s = state;
	int acts[MORE_ACTS], n = list_more(s, acts);

	page->place = _("Examinations");
	describe_session(&s->session, r, page);
	page_space(page);
	page_menu(page, false, s->current);
	for (int i = 0; i < n; i++)
		page_entry(page, (char)('1' + i), _(labels[acts[i]]), NULL, NULL);
	describe_done(s, page);
}

static struct turn more_act(struct more_state *s, int act)
{
	switch (act) {
	case MORE_REHEARSE:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_rehearse, .arg = &s->arg };
	case MORE_UNSEAL:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_unseal, .arg = &s->arg };
	case MORE_OPEN:
		return (struct turn){ .kind = TURN_EFFECT, .effect = more_open_all };
	case MORE_BOARD:
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_exam_board, .arg = &s->arg };
	case MORE_PAPER:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_print, .arg = &s->arg };
	case MORE_CARDS:
		s->ask = cards_ask;
		s->ask.agreed = &s->print;
		break;
	default:
		s->ask = close_ask;
		s->ask.agreed = &s->close;
		break;
	}
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
}

static struct turn more_on_action(void *state, const struct event *e)
{
	struct more_state *s = state;
	int acts[MORE_ACTS], n = list_more(s, acts), choice = e->action == ACTION_DIGIT ? e->digit - 1 : e->action == ACTION_OPEN ? s->current : -1;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (parts_move(&s->current, n, e->action) || choice < 0 || choice >= n)
		return (struct turn){ .kind = TURN_STAY };
	return more_act(s, acts[choice]);
}

static const struct binding more_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("take"), .help = N_("Take what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_more = {
	.name = "exam-more",
	.state_size = sizeof(struct more_state),
	.bindings = more_bindings,
	.init = more_init,
	.enter = more_enter,
	.describe = more_describe,
	.on_action = more_on_action,
	.release = more_release,
};
