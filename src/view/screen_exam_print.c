/* An examination on paper, for where screens fail: forms, key and the supervisor's sheet as files to print. */
#include "config.h"
#include "view/screens.h"

#include <stdlib.h>

#include "app/exam_paper.h"
#include "app/export.h"
#include "core/i18n.h"
#include "view/parts.h"

enum paper { PAPER_FORMS, PAPER_ROOM, PAPER_KEY, PAPER_COUNT };

static const struct {
	const char *name;    /* of its file, before the number of the session */
	const char *meaning; /* N_() */
} papers[PAPER_COUNT] = {
	[PAPER_FORMS] = { "safar-forms", N_("For learners: questions and an answer sheet for each seat.") },
	[PAPER_ROOM] = { "safar-room", N_("For you: the seats with their forms, and what is read to the room. Learners must not see it.") },
	[PAPER_KEY] = { "safar-key", N_("For assessors only: what is right. Lock it away, and delete the file once it is printed.") },
};

struct print_state {
	struct exam_seat_arg arg;
	char *paths[PAPER_COUNT]; /* owned */
	int seats;                /* printed for; −1: nothing is written yet */
};

static void print_init(void *state, const void *arg)
{
	struct print_state *s = state;
	struct arena a = ARENA_INIT;

	s->arg = *(const struct exam_seat_arg *)arg;
	s->seats = -1;
	for (int i = 0; i < PAPER_COUNT; i++)
		s->paths[i] = export_document_dup(arena_printf(&a, "%s-%lld.pdf", papers[i].name, (long long)s->arg.session));
	arena_release(&a);
}

static void print_release(void *state)
{
	struct print_state *s = state;

	for (int i = 0; i < PAPER_COUNT; i++)
		free(s->paths[i]);
}

/* Files of the same names are written over: the forms of a session stay what they are. */
static struct turn print_write(struct app *app, void *state, struct err *e)
{
	struct print_state *s = state;
	struct exam_papers to = { .forms = s->paths[PAPER_FORMS], .key = s->paths[PAPER_KEY], .room = s->paths[PAPER_ROOM] };

	if (!exam_paper(app, s->arg.session, 0, &to, &s->seats, e))
		s->seats = -1;
	return (struct turn){ .kind = TURN_STAY };
}

static void print_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct print_state *s = state;

	(void)r;
	page->place = _("Examinations");
	if (s->seats >= 0) {
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, ngettext("Written for %d seat.", "Written for %d seats.", (unsigned long)s->seats), s->seats));
	} else {
		page_heading(page, 1, _("Forms for paper"));
		page_text(page, STYLE_PLAIN, _("Enter writes three files to print. A seat has the same questions on paper and at the screen. Answers are typed in later, at each seat."));
	}
	for (int i = 0; i < PAPER_COUNT; i++) {
		page_space(page);
		page_text(page, STYLE_PLAIN, _(papers[i].meaning));
		parts_raw_block(page, s->seats >= 0 ? STYLE_STRONG : STYLE_DIM, s->paths[i]);
	}
}

static struct turn print_on_action(void *state, const struct event *e)
{
	const struct print_state *s = state;

	if (e->action == ACTION_OPEN && s->seats < 0)
		return (struct turn){ .kind = TURN_EFFECT, .effect = print_write };
	return (struct turn){ .kind = e->action == ACTION_OPEN || e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static const char *print_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && ((const struct print_state *)state)->seats >= 0 ? _("back") : NULL;
}

static const struct binding print_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("write"), .help = N_("Write the files; afterwards back") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_print = {
	.name = "exam-print",
	.state_size = sizeof(struct print_state),
	.bindings = print_bindings,
	.init = print_init,
	.label = print_label,
	.describe = print_describe,
	.on_action = print_on_action,
	.release = print_release,
};
