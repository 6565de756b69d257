/* A session that is over: everybody's marks, what is missing, and giving the results out. */
#include "config.h"
#include "view/screens.h"

#include "app/exam_release.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_points.h"
#include "view/parts.h"

enum { ENTRY_ANSWERS, ENTRY_RELEASE, ENTRY_COUNT };

struct results_state {
	int64_t session;
	struct session_results results;
	bool loaded, agreed;
	int current;               /* of the acts, then of the seats */
	struct ask ask;
	struct exam_seat_arg seat_arg;
	struct exam_sitting_arg sitting_arg;
	struct analysis_arg analysis_arg;
};

static const struct ask release_ask = {
	.question = N_("Give the results out?"),
	.detail = N_("Everybody of this session sees their result from now on. What was confirmed can then be changed by a review only."),
	.yes = N_("Yes, give them out"),
	.no = N_("No, not yet"),
	.careful = true,
};

static void results_init(void *state, const void *arg)
{
	((struct results_state *)state)->session = ((const struct exam_seat_arg *)arg)->session;
}

/* Acts on offer above the learners. */
static int act_count(const struct results_state *s)
{
	return s->loaded && s->results.release.closed && !s->results.release.released ? ENTRY_COUNT : 0;
}

static struct turn results_enter(struct app *app, void *state, struct err *e)
{
	struct results_state *s = state;

	if (s->agreed) {
		s->agreed = false;
		release_results(app, s->session, e);
	}
	session_results_release(&s->results);
	s->loaded = session_results_load(app, s->session, &s->results, e);
	if (s->current >= act_count(s) + (int)s->results.count)
		s->current = 0; /* what can be done is no more on offer once it is done */
	return (struct turn){ .kind = TURN_STAY };
}

static const char *marks_text(const struct results_state *s, const struct exam_result *r, struct arena *a)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < s->results.blueprint->section_count; i++) {
		const struct section_outcome *x = &r->sections[i];

		str_addf(&out, "%s%s", i > 0 ? " · " : "", r->waits[i] != MARKS_COMPLETE ? "?" : x->maximum > 0 ? exam_points(a, x->mark, r->scale) : "–");
	}
	const char *text = arena_strdup(a, out.buf);

	str_release(&out);
	return text;
}

static void describe_acts(const struct results_state *s, struct page *page)
{
	const struct release_state *st = &s->results.release;
	struct arena *a = &page->arena;
	const char *answers = st->answers == 0 ? _("nothing typed is doubtful") : arena_printf(a, _("%d of %d looked at"), st->answers - st->answers_open, st->answers);
	const char *wait = st->marks > 0 ? arena_printf(a, ngettext("%d mark is missing", "%d marks are missing", (unsigned long)st->marks), st->marks) :
			   st->answers_open > 0 ? _("after the typed answers") : _("everything is there");

	page_menu(page, false, s->current < ENTRY_COUNT ? s->current : -1);
	page_entry(page, '1', _("Typed answers"), answers, NULL);
	page_entry(page, '2', _("Give the results out"), wait, NULL);
	page_space(page);
}

static void describe_sections(const struct results_state *s, struct page *page)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < s->results.blueprint->section_count; i++)
		str_addf(&out, "%s%s", i > 0 ? " · " : "", s->results.section_titles[i]);
	parts_raw_block(page, STYLE_DIM, out.buf);
	str_release(&out);
}

static void results_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct results_state *s = state;
	const struct session_results *x = &s->results;
	int acts = act_count(s);

	page->place = _("Results");
	if (!s->loaded)
		return;
	page->rule_right = parts_date(page, r, x->session.day);
	parts_raw_block(page, STYLE_STRONG, x->session.practice ? arena_printf(&page->arena, _("%s (practice)"), x->title) : x->title);
	if (x->release.released)
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, _("Given out on %s."),
			parts_day(page, r, (x->release.released_at + r->offset_min * 60000LL) / 86400000, false)));
	page_space(page);
	if (acts > 0)
		describe_acts(s, page);
	describe_sections(s, page);
	page_menu(page, false, s->current - acts);
	for (size_t i = 0; i < x->count; i++) {
		const struct exam_result *one = &x->list[i];
		bool any = one->started && one->state != SITTING_VOID;
		struct exam_standing_word word = exam_standing_of(one);
		struct entry *en = page_entry(page, 0, "", word.text, any ? marks_text(s, one, &page->arena) : NULL);

		en->label = page_raw(page, STYLE_PLAIN, one->name);
	}
}

static struct turn results_open_current(struct results_state *s)
{
	int at = s->current - act_count(s);

	if (at >= 0) {
		s->sitting_arg = (struct exam_sitting_arg){ .sitting = s->results.list[at].sitting };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_sheet, .arg = &s->sitting_arg };
	}
	if (s->current == ENTRY_ANSWERS) {
		s->seat_arg = (struct exam_seat_arg){ .session = s->session };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_release, .arg = &s->seat_arg };
	}
	s->ask = release_ask;
	s->ask.agreed = &s->agreed;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
}

static struct turn results_on_action(void *state, const struct event *e)
{
	struct results_state *s = state;
	int acts = act_count(s), count = acts + (int)s->results.count;

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_EXPORT) {
		s->seat_arg = (struct exam_seat_arg){ .session = s->session };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_closing, .arg = &s->seat_arg };
	}
	if (e->action == ACTION_MORE) {
		s->analysis_arg = (struct analysis_arg){ .exam = s->results.session.exam, .all = true };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_analysis_exam, .arg = &s->analysis_arg };
	}
	if (e->action == ACTION_DIGIT) {
		if (e->digit < 1 || e->digit > acts)
			return (struct turn){ .kind = TURN_STAY };
		s->current = e->digit - 1;
	}
	return s->current < count ? results_open_current(s) : (struct turn){ .kind = TURN_STAY };
}

static bool results_open(const void *state, enum action a)
{
	const struct results_state *s = state;

	if (a == ACTION_EXPORT || a == ACTION_MORE)
		return s->loaded && s->results.release.closed;
	return a == ACTION_BACK || (s->loaded && s->results.count > 0 && (a != ACTION_DIGIT || act_count(s) > 0));
}

static void results_release(void *state)
{
	session_results_release(&((struct results_state *)state)->results);
}

static const struct binding results_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open the act or the learner under the pointer: marks, answers, what was reached") },
	{ .action = ACTION_MORE, .label = N_("questions"), .help = N_("See how each question of this exam worked, and count one anew whose key was mended") },
	{ .action = ACTION_EXPORT, .label = N_("files"), .help = N_("Write the closing file and the report for two signatures once more") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_results = {
	.name = "exam-results",
	.state_size = sizeof(struct results_state),
	.bindings = results_bindings,
	.init = results_init,
	.enter = results_enter,
	.open = results_open,
	.describe = results_describe,
	.on_action = results_on_action,
	.release = results_release,
};
