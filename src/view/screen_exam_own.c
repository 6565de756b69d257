/* What came of one examination, for whoever sat it; and asking for a review. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/exam.h"
#include "app/exam_release.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/edit.h"
#include "view/exam_points.h"
#include "view/exam_words.h"
#include "view/parts.h"

struct mark_state {
	char sitting[40];
	struct arena arena;
	bool loaded;
	struct exam_result result;
	struct review review;
	struct exam_own_arg arg;
};

static void mark_init(void *state, const void *arg)
{
	struct mark_state *s = state;

	snprintf(s->sitting, sizeof s->sitting, "%s", ((const struct exam_own_arg *)arg)->sitting);
}

static void mark_release(void *state)
{
	arena_release(&((struct mark_state *)state)->arena);
}

static struct turn mark_enter(struct app *app, void *state, struct err *e)
{
	struct mark_state *s = state;

	arena_release(&s->arena);
	s->loaded = exam_result(app, s->sitting, &s->arena, &s->result, e) && review_of(app, s->sitting, &s->arena, &s->review, e);
	return (struct turn){ .kind = TURN_STAY };
}

static const char *points(struct page *page, const struct exam_result *r, int mark, int maximum)
{
	return exam_points_of(&page->arena, mark, maximum, r->scale);
}

/* The fewest points that reach a mark, of all there are: "9 of 18". */
static const char *needed(struct page *page, const struct exam_result *r, const struct mark_of *m, int maximum)
{
	int least = (int)(((int64_t)m->points * maximum + m->of - 1) / m->of);

	return points(page, r, least, maximum);
}

static void describe_sections(const struct exam_result *r, struct page *page)
{
	page_table(page, 3, false);
	for (size_t i = 0; i < r->blueprint->section_count; i++) {
		const struct section_outcome *o = &r->sections[i];
		const struct exam_section *sec = &r->blueprint->sections[i];

		parts_cell_raw(page, STYLE_PLAIN, r->section_titles[i]);
		parts_cell_raw(page, STYLE_STRONG, o->maximum > 0 ? points(page, r, o->mark, o->maximum) : _("not examined"));
		parts_cell_raw(page, STYLE_DIM, sec->minimum.of == 0 || o->maximum == 0 ? "" : o->reached ? _("enough") :
			/* TRANSLATORS: %s is "5 of 10", points */
			arena_printf(&page->arena, _("%s are needed"), needed(page, r, &sec->minimum, o->maximum)));
	}
}

static void describe_below(const struct exam_result *r, const struct reader *reader, struct page *page)
{
	if (!r->outcome.points)
		/* TRANSLATORS: %s is "9 of 18", points */
		page_message(page, STYLE_NOTE, arena_printf(&page->arena, _("Below the mark: %s are needed."), needed(page, r, &r->blueprint->pass, r->outcome.maximum)));
	else
		page_message(page, STYLE_NOTE, r->outcome.complete ? _("The points would do, but one part is below its own mark.") : _("Not every part was examined."));
	page_space(page);
	describe_sections(r, page);
	page_space(page);
	if (r->practise_count > 0)
		page_text(page, STYLE_STRONG, _("Practise this, the first most:"));
	for (size_t i = 0; i < r->practise_count; i++)
		page_item(page, 0, 0, r->practise[i]);
	page_space(page);
	if (!r->again)
		page_text(page, STYLE_PLAIN, _("There is no attempt left. Talk with your instructor."));
	else if (r->again_from[0] == '\0')
		page_text(page, STYLE_PLAIN, _("You may sit it again at any time; your instructor plans it."));
	else
		page_text(page, STYLE_PLAIN, arena_printf(&page->arena, _("You may sit it again from %s on."), parts_date(page, reader, r->again_from)));
}

static void describe_review(const struct review *v, const struct reader *r, struct page *page)
{
	page_space(page);
	switch (v->state) {
	case REVIEW_POSSIBLE:
		page_text(page, STYLE_DIM, arena_printf(&page->arena, _("If you think that something was judged wrongly, ask for a review with F6, until %s."),
			  parts_date(page, r, v->until)));
		break;
	case REVIEW_ASKED:
		page_text(page, STYLE_PLAIN, _("You have asked for a review. The answer comes here."));
		break;
	case REVIEW_ANSWERED:
		page_text(page, STYLE_STRONG, v->changed ? _("Review: your result was changed.") : _("Review: the result stays."));
		parts_raw_block(page, STYLE_PLAIN, v->answer);
		break;
	case REVIEW_TOO_LATE:
	case REVIEW_NOT_YET:
		break;
	}
}

static void mark_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct mark_state *s = state;
	const struct exam_result *res = &s->result;

	page->place = _("My examinations");
	if (!s->loaded)
		return;
	page_heading(page, 1, parts_plain(&page->arena, res->title));
	if (res->practice)
		page_text(page, STYLE_DIM, _("A practice exam: it counts for no certificate."));
	page_space(page);
	if (res->state == SITTING_VOID) {
		page_text(page, STYLE_PLAIN, res->attempt ? _("It was declared void and counts as an attempt.") : _("It was declared void and is no attempt."));
	} else if (!res->released) {
		page_text(page, STYLE_PLAIN, _("There is no result yet. It stands here when your supervisor has given it out."));
	} else if (res->outcome.passed) {
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, _("Passed: %s points."), points(page, res, res->outcome.mark, res->outcome.maximum)));
		page_space(page);
		describe_sections(res, page);
	} else {
		page_text(page, STYLE_STRONG, arena_printf(&page->arena, _("%s points"), points(page, res, res->outcome.mark, res->outcome.maximum)));
		describe_below(res, r, page);
	}
	if (res->released)
		describe_review(&s->review, r, page);
}

static bool mark_open(const void *state, enum action a)
{
	const struct mark_state *s = state;

	return a != ACTION_REPORT || (s->loaded && s->result.released && s->review.state == REVIEW_POSSIBLE);
}

static struct turn mark_on_action(void *state, const struct event *e)
{
	struct mark_state *s = state;

	if (e->action == ACTION_REPORT) {
		snprintf(s->arg.sitting, sizeof s->arg.sitting, "%s", s->sitting);
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_review_ask, .arg = &s->arg };
	}
	return (struct turn){ .kind = TURN_POP };
}

static const struct binding mark_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("back") },
	{ .action = ACTION_REPORT, .label = N_("ask for a review"), .help = N_("Say what you think was judged wrongly; an assessor looks at it again") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_own = {
	.name = "exam-own",
	.state_size = sizeof(struct mark_state),
	.bindings = mark_bindings,
	.init = mark_init,
	.enter = mark_enter,
	.open = mark_open,
	.describe = mark_describe,
	.on_action = mark_on_action,
	.release = mark_release,
};

/* --- asking for a review ---------------------------------------------------------- */

struct review_state_ask {
	char sitting[40];
	struct edit text;
	bool empty;
};

static void review_init(void *state, const void *arg)
{
	struct review_state_ask *s = state;

	snprintf(s->sitting, sizeof s->sitting, "%s", ((const struct exam_own_arg *)arg)->sitting);
	edit_init(&s->text, REVIEW_TEXT_MAX);
}

static void review_release(void *state)
{
	edit_release(&((struct review_state_ask *)state)->text);
}

static struct turn send_review(struct app *app, void *state, struct err *e)
{
	struct review_state_ask *s = state;

	return (struct turn){ .kind = review_ask(app, s->sitting, edit_text(&s->text), e) ? TURN_POP : TURN_STAY };
}

static void review_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct review_state_ask *s = state;
	struct field f = edit_field(&s->text, page, true);

	(void)r;
	page->place = _("My examinations");
	page_heading(page, 1, _("Ask for a review"));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("What do you think was judged wrongly, and why? You can ask once. An assessor looks at it again; the result can stay, rise, or fall."));
	page_space(page);
	page_field(page, _("Your words"), &f);
	if (s->empty) {
		page_space(page);
		page_message(page, STYLE_NOTE, _("Write a few words first."));
	}
}

static struct turn review_on_action(void *state, const struct event *e)
{
	struct review_state_ask *s = state;

	s->empty = false;
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_OPEN && s->text.len > 0)
		return (struct turn){ .kind = TURN_EFFECT, .effect = send_review };
	if (e->action == ACTION_OPEN)
		s->empty = true;
	else
		edit_action(&s->text, e);
	return (struct turn){ .kind = TURN_STAY };
}

static bool review_typing(const void *state)
{
	(void)state;
	return true;
}

static const struct binding review_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("ask"), .help = N_("Ask for the review") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is asked") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_review_ask = {
	.name = "exam-review-ask",
	.state_size = sizeof(struct review_state_ask),
	.bindings = review_bindings,
	.init = review_init,
	.typing = review_typing,
	.describe = review_describe,
	.on_action = review_on_action,
	.release = review_release,
};
