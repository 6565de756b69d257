/* Typing in what stands on the answer sheet of a seat: question by question, then all of it for the second person who compares. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_paper.h"
#include "core/i18n.h"
#include "view/edit.h"
#include "view/parts.h"

enum { ANSWER_BYTES_MAX = 2000, WORDS_MAX = 400 };

struct asked {
	int question;
	const char *asked, *how;
	struct edit answer;
};

struct type_state {
	struct exam_seat_arg arg;
	struct arena arena;
	struct asked *list;
	size_t count, room, at; /* at == count: all answers are shown */
	bool done, leave;
	struct ask ask;
	char words[WORDS_MAX];
	struct second second;
	int64_t second_person;
	struct str told;
};

static void type_init(void *state, const void *arg)
{
	struct type_state *s = state;

	s->arg = *(const struct exam_seat_arg *)arg;
	str_init(&s->told);
}

static void type_release(void *state)
{
	struct type_state *s = state;

	for (size_t i = 0; i < s->count; i++)
		edit_release(&s->list[i].answer);
	str_release(&s->told);
	arena_release(&s->arena);
}

static bool keep(void *ctx, int question, const char *asked, const char *how)
{
	struct type_state *s = ctx;

	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof *s->list);
	s->list[s->count] = (struct asked){ .question = question, .asked = parts_plain(&s->arena, asked), .how = arena_strdup(&s->arena, how) };
	edit_init(&s->list[s->count++].answer, ANSWER_BYTES_MAX);
	return true;
}

static struct turn type_store(struct app *app, struct type_state *s, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct exam_written *list = arena_array(&a, s->count + 1, sizeof *list);
	int64_t second = s->second_person;

	s->second_person = 0;
	str_clear(&s->told);
	for (size_t i = 0; i < s->count; i++)
		list[i] = (struct exam_written){ .question = s->list[i].question, .answer = edit_text(&s->list[i].answer) };
	s->done = exam_paper_enter(app, s->arg.session, s->arg.seat, list, s->count, second, &s->told, e);
	arena_release(&a);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn type_enter(struct app *app, void *state, struct err *e)
{
	struct type_state *s = state;

	if (s->leave)
		return (struct turn){ .kind = TURN_POP };
	if (s->second_person != 0)
		return type_store(app, s, e);
	if (s->count == 0 && !exam_sheet(app, s->arg.session, s->arg.seat, keep, s, e))
		return (struct turn){ .kind = TURN_POP };
	return (struct turn){ .kind = TURN_STAY };
}

/* Told at once, while the finger is still on the sheet. */
static struct turn type_next(struct app *app, void *state, struct err *e)
{
	struct type_state *s = state;
	const struct asked *x = &s->list[s->at];
	struct exam_written w = { .question = x->question, .answer = edit_text(&x->answer) };

	if (exam_written_fits(app, s->arg.session, s->arg.seat, &w, e))
		s->at++;
	return (struct turn){ .kind = TURN_STAY };
}

/* --- what is shown ---------------------------------------------------------- */

static void describe_question(const struct type_state *s, struct page *page)
{
	const struct asked *x = &s->list[s->at];
	struct field f = edit_field(&x->answer, page, true);

	page_heading(page, 1, arena_printf(&page->arena, _("Question %zu of %zu"), s->at + 1, s->count));
	parts_raw_block(page, STYLE_PLAIN, x->asked);
	page_space(page);
	page_field(page, _("As it stands on the sheet"), &f);
	page_space(page);
	parts_raw_block(page, STYLE_DIM, x->how);
	if (edit_text(&x->answer)[0] == '\0')
		page_text(page, STYLE_DIM, _("Left empty: nothing was written."));
}

static void describe_all(const struct type_state *s, struct page *page)
{
	page_heading(page, 1, _("Compare with the sheet"));
	page_text(page, STYLE_PLAIN, _("A second person compares every answer and signs in. Then the sitting is handed in and nothing can be changed."));
	page_space(page);
	page_table(page, 2, false);
	for (size_t i = 0; i < s->count; i++) {
		const char *text = edit_text(&s->list[i].answer);

		parts_cell_raw(page, STYLE_DIM, arena_printf(&page->arena, "%d", s->list[i].question));
		parts_cell_raw(page, STYLE_PLAIN, text[0] != '\0' ? text : "–");
	}
}

static void type_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct type_state *s = state;

	(void)r;
	page->place = _("Examinations");
	page->rule_right = arena_printf(&page->arena, _("seat %d"), s->arg.seat);
	if (s->done) {
		page_message(page, STYLE_GOOD, _("The answers are typed in, and the sitting is handed in. Keep the sheet with the report."));
		for (const char *line = s->told.len > 0 ? s->told.buf : ""; *line != '\0'; line += strspn(line, "\n")) {
			size_t n = strcspn(line, "\n");

			parts_raw_block(page, STYLE_PLAIN, arena_strndup(&page->arena, line, n));
			line += n;
		}
	} else if (s->count > 0 && s->at < s->count) {
		describe_question(s, page);
	} else if (s->count > 0) {
		describe_all(s, page);
	}
}

/* --- what is done ------------------------------------------------------------- */

static struct turn ask_second(struct type_state *s)
{
	snprintf(s->words, sizeof s->words, _("What was typed in for seat %d is what stands on its answer sheet."), s->arg.seat);
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

/* A sheet of forty answers is not lost by one key. */
static struct turn leave(struct type_state *s)
{
	bool typed = false;

	for (size_t i = 0; i < s->count; i++)
		typed |= s->list[i].answer.len > 0;
	if (s->done || !typed)
		return (struct turn){ .kind = TURN_POP };
	s->ask = ask_discard;
	s->ask.agreed = &s->leave;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
}

static struct turn type_on_action(void *state, const struct event *e)
{
	struct type_state *s = state;

	if (e->action == ACTION_BACK || (s->done && e->action == ACTION_OPEN))
		return leave(s);
	if (s->done)
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_UP || e->action == ACTION_FIELD_BACK)
		s->at -= s->at > 0;
	else if (s->at == s->count)
		return e->action == ACTION_OPEN ? ask_second(s) : (struct turn){ .kind = TURN_STAY };
	else if (e->action == ACTION_OPEN || e->action == ACTION_DOWN || e->action == ACTION_FIELD)
		return (struct turn){ .kind = TURN_EFFECT, .effect = type_next };
	else
		edit_action(&s->list[s->at].answer, e);
	return (struct turn){ .kind = TURN_STAY };
}

static bool type_typing(const void *state)
{
	const struct type_state *s = state;

	return !s->done && s->at < s->count;
}

static bool type_open(const void *state, enum action a)
{
	const struct type_state *s = state;

	return a == ACTION_OPEN || a == ACTION_BACK || (!s->done && (a == ACTION_UP || a == ACTION_FIELD_BACK ? s->at > 0 : s->at < s->count));
}

static const char *type_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && ((const struct type_state *)state)->done ? _("back") : NULL;
}

static const struct binding type_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next question; after all of them a second person signs in") },
	{ .action = ACTION_UP, .label = N_("before"), .help = N_("To the question before") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIELD },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; what was typed here is lost, and asked about first") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_type = {
	.name = "exam-type",
	.state_size = sizeof(struct type_state),
	.bindings = type_bindings,
	.init = type_init,
	.enter = type_enter,
	.open = type_open,
	.typing = type_typing,
	.label = type_label,
	.describe = type_describe,
	.on_action = type_on_action,
	.release = type_release,
};
