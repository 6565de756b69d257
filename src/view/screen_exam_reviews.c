/* What waits for assessors, requests for review, and answering one. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/exam_release.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/fields.h"
#include "view/parts.h"

/* --- what waits ------------------------------------------------------------ */

struct waiting_session {
	int64_t id;
	const char *title, *day, *room;
	struct release_state state;
};
struct marking_state {
	struct arena arena;
	struct waiting_session *list;
	size_t count, room;
	struct release_todo todo;
	struct app *app;
	struct err *e;
	int current; /* of the sessions, then the requests */
	struct exam_seat_arg arg;
};

static bool keep_session(void *ctx, int64_t session, const struct release_state *st)
{
	struct marking_state *s = ctx;
	struct exam_session x;

	if (!exam_session(s->app, session, &s->arena, &x, s->e))
		return false;
	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof *s->list);
	s->list[s->count++] = (struct waiting_session){ .id = session, .title = x.title, .day = x.day, .room = x.room, .state = *st };
	return true;
}

static struct turn marking_enter(struct app *app, void *state, struct err *e)
{
	struct marking_state *s = state;

	arena_release(&s->arena);
	s->list = NULL;
	s->count = s->room = 0;
	s->app = app;
	s->e = e;
	if (release_waiting(app, keep_session, s, e))
		release_todo(app, &s->todo, e);
	s->app = NULL;
	s->e = NULL;
	if (s->current > (int)s->count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static const char *missing(const struct release_state *st, struct arena *a)
{
	if (st->marks > 0)
		return arena_printf(a, ngettext("%d mark is missing", "%d marks are missing", (unsigned long)st->marks), st->marks);
	if (st->answers_open > 0)
		return arena_printf(a, ngettext("%d answer to look at", "%d answers to look at", (unsigned long)st->answers_open), st->answers_open);
	return _("to be given out");
}

static void marking_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct marking_state *s = state;
	struct arena *a = &page->arena;

	page->place = _("Marking");
	if (s->count == 0)
		page_text(page, STYLE_PLAIN, _("No examination waits for its results."));
	page_menu(page, false, s->current < (int)s->count ? s->current : -1);
	for (size_t i = 0; i < s->count; i++) {
		const struct waiting_session *x = &s->list[i];
		const char *day = parts_date(page, r, x->day);
		struct entry *en = page_entry(page, 0, "", x->room[0] != '\0' ? arena_printf(a, _("%s, room %s"), day, x->room) : day, missing(&x->state, a));

		en->label = page_raw(page, STYLE_PLAIN, x->title);
	}
	page_space(page);
	page_menu(page, false, s->current == (int)s->count ? 0 : -1);
	page_entry(page, '0', _("Requests for review"), s->todo.reviews > 0 ?
		   arena_printf(a, ngettext("%d to answer", "%d to answer", (unsigned long)s->todo.reviews), s->todo.reviews) : _("none waits"), NULL);
}

static struct turn marking_on_action(void *state, const struct event *e)
{
	struct marking_state *s = state;

	if (parts_move(&s->current, (int)s->count + 1, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_DIGIT && e->digit != 0)
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_DIGIT)
		s->current = (int)s->count;
	if (s->current == (int)s->count)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_reviews };
	s->arg = (struct exam_seat_arg){ .session = s->list[s->current].id };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_results, .arg = &s->arg };
}

static void marking_release(void *state)
{
	arena_release(&((struct marking_state *)state)->arena);
}

static const struct binding marking_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open the session under the pointer, or the requests for review") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_marking = {
	.name = "exam-marking",
	.state_size = sizeof(struct marking_state),
	.bindings = marking_bindings,
	.enter = marking_enter,
	.describe = marking_describe,
	.on_action = marking_on_action,
	.release = marking_release,
};

/* --- requests --------------------------------------------------------------- */

struct reviews_state {
	struct arena arena;
	struct review_request *list;
	size_t count, room;
	int current;
	struct exam_sitting_arg arg;
};

static bool keep_request(void *ctx, const struct review_request *r)
{
	struct reviews_state *s = ctx;

	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof *s->list);
	s->list[s->count++] = (struct review_request){
		.sitting = arena_strdup(&s->arena, r->sitting),
		.name = arena_strdup(&s->arena, r->name),
		.title = arena_strdup(&s->arena, r->title),
		.day = arena_strdup(&s->arena, r->day),
		.asked_at = r->asked_at,
	};
	return true;
}

static struct turn reviews_enter(struct app *app, void *state, struct err *e)
{
	struct reviews_state *s = state;

	arena_release(&s->arena);
	s->list = NULL;
	s->count = s->room = 0;
	review_list(app, true, keep_request, s, e);
	if (s->current >= (int)s->count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void reviews_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct reviews_state *s = state;

	page->place = _("Requests for review");
	if (s->count == 0) {
		page_text(page, STYLE_PLAIN, _("Nobody waits for a review."));
		return;
	}
	page_menu(page, false, s->current);
	for (size_t i = 0; i < s->count; i++) {
		const struct review_request *x = &s->list[i];
		struct entry *en = page_entry(page, 0, "", x->title, parts_day(page, r, (x->asked_at + r->offset_min * 60000LL) / 86400000, false));

		en->label = page_raw(page, STYLE_PLAIN, x->name);
	}
}

static struct turn reviews_on_action(void *state, const struct event *e)
{
	struct reviews_state *s = state;

	if (parts_move(&s->current, (int)s->count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	s->arg = (struct exam_sitting_arg){ .sitting = s->list[s->current].sitting };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_review, .arg = &s->arg };
}

static bool reviews_open(const void *state, enum action a)
{
	return a == ACTION_BACK || ((const struct reviews_state *)state)->count > 0;
}

static void reviews_release(void *state)
{
	arena_release(&((struct reviews_state *)state)->arena);
}

static const struct binding reviews_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Read the request under the pointer, and answer it") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_reviews = {
	.name = "exam-reviews",
	.state_size = sizeof(struct reviews_state),
	.bindings = reviews_bindings,
	.enter = reviews_enter,
	.open = reviews_open,
	.describe = reviews_describe,
	.on_action = reviews_on_action,
	.release = reviews_release,
};

/* --- one request -------------------------------------------------------------- */

struct review_screen {
	char sitting[40];
	struct arena arena;
	struct review review;
	struct exam_result result;
	bool loaded, changed;
	struct fields fields;
	struct exam_sitting_arg arg;
};
static const struct fields_row answer_rows[] = {
	{ .kind = FIELDS_LINE, .label = N_("Answer"), .note = N_("The learner reads it. Enter sends it."), .bytes_max = REVIEW_TEXT_MAX },
};

static void review_init(void *state, const void *arg)
{
	struct review_screen *s = state;

	snprintf(s->sitting, sizeof s->sitting, "%s", ((const struct exam_sitting_arg *)arg)->sitting);
	fields_init(&s->fields, answer_rows, 1);
}

static bool find_change(void *ctx, const struct outcome_row *r)
{
	struct review_screen *s = ctx;

	s->changed |= r->at >= s->review.asked_at && str_eq(r->cause, "review");
	return true;
}

static struct turn review_enter(struct app *app, void *state, struct err *e)
{
	struct review_screen *s = state;

	arena_release(&s->arena);
	s->changed = false;
	s->loaded = review_of(app, s->sitting, &s->arena, &s->review, e) && exam_result(app, s->sitting, &s->arena, &s->result, e) &&
		    release_history(app, s->sitting, find_change, s, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn answer_now(struct app *app, void *state, struct err *e)
{
	struct review_screen *s = state;

	return (struct turn){ .kind = review_answer(app, s->sitting, fields_text(&s->fields, 0), e) ? TURN_POP : TURN_STAY };
}

static void review_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct review_screen *s = state;

	page->place = _("Requests for review");
	if (!s->loaded)
		return;
	page->rule_right = parts_day(page, r, (s->review.asked_at + r->offset_min * 60000LL) / 86400000, false);
	parts_raw_block(page, STYLE_STRONG, arena_printf(&page->arena, "%s · %s", s->result.name, s->result.title));
	page_space(page);
	parts_raw_block(page, STYLE_PLAIN, s->review.text);
	page_space(page);
	page_text(page, STYLE_DIM, s->changed ? _("Marks were changed since: the learner reads that the result is another one.") :
		  _("F7 opens the answers and marks, where they can be changed. If nothing is changed, the result stays."));
	page_space(page);
	fields_describe(&s->fields, page, NULL, s);
}

static struct turn review_on_action(void *state, const struct event *e)
{
	struct review_screen *s = state;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_SWITCH) {
		s->arg = (struct exam_sitting_arg){ .sitting = s->sitting };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_sheet, .arg = &s->arg };
	}
	return fields_action(&s->fields, e) == FIELDS_DONE ? (struct turn){ .kind = TURN_EFFECT, .effect = answer_now } : (struct turn){ .kind = TURN_STAY };
}

static bool review_typing(const void *state)
{
	return ((const struct review_screen *)state)->loaded;
}

static void review_release(void *state)
{
	struct review_screen *s = state;

	arena_release(&s->arena);
	fields_release(&s->fields);
}

static const struct binding review_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("answer"), .help = N_("Send the answer; the request is closed with it") },
	{ .action = ACTION_SWITCH, .label = N_("marks"), .help = N_("The answers and marks of this sitting") },
	{ .action = ACTION_SAVE },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; the request waits on") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_review = {
	.name = "exam-review",
	.state_size = sizeof(struct review_screen),
	.bindings = review_bindings,
	.init = review_init,
	.enter = review_enter,
	.typing = review_typing,
	.describe = review_describe,
	.on_action = review_on_action,
	.release = review_release,
};
