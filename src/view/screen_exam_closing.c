/* What stays of a session that is closed: the closing file and the report, written into the folder of documents. */
#include "config.h"
#include "view/screens.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/exam_closing.h"
#include "app/export.h"
#include "core/i18n.h"
#include "view/exam_words.h"
#include "view/parts.h"

enum { FILES_MAX = 100 }; /* written before, of one session */

struct closing_state {
	struct exam_seat_arg arg;
	char *file, *report; /* paths; owned */
	bool has_file, has_report;
	struct exam_closed closed;
};

static void closing_init(void *state, const void *arg)
{
	((struct closing_state *)state)->arg = *(const struct exam_seat_arg *)arg;
}

static void closing_release(void *state)
{
	struct closing_state *s = state;

	free(s->file);
	free(s->report);
}

static char *path_dup(const struct closing_state *s, int number, const char *suffix)
{
	struct arena a = ARENA_INIT;
	const char *again = number > 1 ? arena_printf(&a, "-%d", number) : "";
	char *path = export_document_dup(arena_printf(&a, "safar-session-%lld%s.%s", (long long)s->arg.session, again, suffix));

	arena_release(&a);
	return path;
}

/* Both get the first number that neither has: what was written and signed before stays. */
static void choose_paths(struct closing_state *s)
{
	for (int number = 1; number <= FILES_MAX; number++) {
		free(s->file);
		free(s->report);
		s->file = path_dup(s, number, "closing");
		s->report = path_dup(s, number, "pdf");
		if (access(s->file, F_OK) != 0 && access(s->report, F_OK) != 0)
			return;
	}
}

/* The file first: its hash stands on the report. One that cannot be written does not keep the other back, and neither opens the session again. */
static struct turn closing_write(struct app *app, void *state, struct err *e)
{
	static const struct exam_report_words words = { exam_word_state, exam_word_act, exam_word_why_id, exam_word_text };
	struct closing_state *s = state;
	struct err second = ERR_INIT;

	if (!s->has_file && !s->has_report)
		choose_paths(s);
	if (!s->has_file)
		s->has_file = exam_closing_write(app, s->arg.session, NULL, NULL, s->file, &s->closed, e);
	if (!s->has_report)
		s->has_report = exam_report_paper(app, s->arg.session, &words, s->report, s->has_file ? e : &second);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn closing_enter(struct app *app, void *state, struct err *e)
{
	struct closing_state *s = state;

	return s->file == NULL ? closing_write(app, state, e) : (struct turn){ .kind = TURN_STAY };
}

static bool complete(const struct closing_state *s)
{
	return s->has_file && s->has_report;
}

static void closing_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct closing_state *s = state;

	(void)r;
	page->place = _("Examinations");
	page_message(page, STYLE_GOOD, _("The session is closed."));
	page_space(page);
	if (s->has_report) {
		page_text(page, STYLE_PLAIN, _("The report: print it. You and a second person sign it. Keep the paper."));
		parts_raw_block(page, STYLE_STRONG, s->report);
		page_space(page);
	}
	if (s->has_file) {
		page_text(page, STYLE_PLAIN, s->closed.print[0] != '\0' ?
			  _("The closing file, sealed to the key of the centre: all answers, marks and events. Copy it to a stick and keep both.") :
			  _("The closing file: all answers, marks and events. It is not sealed: lock away whatever it is copied to, and delete it here."));
		parts_raw_block(page, STYLE_STRONG, s->file);
		page_space(page);
	}
	if (!complete(s))
		page_message(page, STYLE_NOTE, _("Not everything could be written. The session stays closed. Press Enter to try again, now or later from its results."));
}

static struct turn closing_on_action(void *state, const struct event *e)
{
	const struct closing_state *s = state;

	if (e->action == ACTION_OPEN && !complete(s))
		return (struct turn){ .kind = TURN_EFFECT, .effect = closing_write };
	return (struct turn){ .kind = e->action == ACTION_OPEN || e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static const char *closing_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && !complete(state) ? _("write") : NULL;
}

static const struct binding closing_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("go on"), .help = N_("Back; what could not be written is tried again first") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_closing = {
	.name = "exam-closing",
	.state_size = sizeof(struct closing_state),
	.bindings = closing_bindings,
	.init = closing_init,
	.enter = closing_enter,
	.label = closing_label,
	.describe = closing_describe,
	.on_action = closing_on_action,
	.release = closing_release,
};
