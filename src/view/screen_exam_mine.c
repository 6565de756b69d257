/* A learner's own examinations, and what came of one of them. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/exam_mine.h"
#include "app/exam_release.h"
#include "core/i18n.h"
#include "view/edit.h"
#include "view/exam_points.h"
#include "view/exam_words.h"
#include "view/parts.h"

struct mine_state {
	struct exam_mines mines;
	int current;
	struct exam_own_arg arg;
};

static void mine_release(void *state)
{
	exam_mines_release(&((struct mine_state *)state)->mines);
}

static struct turn mine_enter(struct app *app, void *state, struct err *e)
{
	struct mine_state *s = state;

	exam_mines_release(&s->mines);
	exam_mines_load(app, &s->mines, e);
	if (s->current >= (int)s->mines.count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

/* What there is to know of it in a word or two. */
static const char *state_of(const struct exam_mine *m, struct page *page)
{
	if (m->state == SITTING_VOID)
		return exam_word_state(m->state);
	if (m->released)
		return arena_printf(&page->arena, m->passed ? _("✓ passed, %s") : _("below the mark, %s"), exam_points_of(&page->arena, m->mark, m->maximum, m->scale));
	if (sitting_ended(m->state) && m->started)
		return _("no result yet");
	return exam_word_state(m->state);
}

static void mine_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct mine_state *s = state;

	page->place = _("My examinations");
	if (s->mines.count == 0) {
		page_text(page, STYLE_PLAIN, _("No examination is planned for you."));
		return;
	}
	page_menu(page, false, s->current);
	for (size_t i = 0; i < s->mines.count; i++) {
		const struct exam_mine *m = &s->mines.list[i];
		const char *day = parts_date(page, r, m->day);
		struct entry *en = page_entry(page, i < 9 ? (char)('1' + i) : 0, "",
			m->room[0] != '\0' && !sitting_ended(m->state) ? arena_printf(&page->arena, _("%s, room %s"), day, m->room) : day, state_of(m, page));

		en->label = page_raw(page, STYLE_PLAIN, m->practice ? arena_printf(&page->arena, _("%s (practice)"), m->title) : m->title);
	}
}

static struct turn open_one(struct mine_state *s, size_t i)
{
	const struct exam_mine *m = &s->mines.list[i];

	if (!sitting_ended(m->state))
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_enter };
	if (!m->started)
		return (struct turn){ .kind = TURN_STAY };
	snprintf(s->arg.sitting, sizeof s->arg.sitting, "%s", m->sitting);
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_own, .arg = &s->arg };
}

static struct turn mine_on_action(void *state, const struct event *e)
{
	struct mine_state *s = state;
	int count = (int)s->mines.count;

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_EXAM)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_enter };
	if (e->action == ACTION_DIGIT && e->digit >= 1 && e->digit <= count) {
		s->current = e->digit - 1;
		return open_one(s, (size_t)s->current);
	}
	if (e->action == ACTION_OPEN && count > 0)
		return open_one(s, (size_t)s->current);
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

/* What was never begun has nothing to open. */
static bool mine_open(const void *state, enum action a)
{
	const struct mine_state *s = state;
	const struct exam_mine *m = s->mines.count > 0 ? &s->mines.list[s->current] : NULL;

	return a != ACTION_OPEN || (m != NULL && (m->started || !sitting_ended(m->state)));
}

static const char *mine_label(const void *state, enum action a)
{
	const struct mine_state *s = state;

	return a == ACTION_OPEN && s->mines.count > 0 && !sitting_ended(s->mines.list[s->current].state) ? _("sit one") : NULL;
}

static const struct binding mine_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("What came of it") },
	{ .action = ACTION_EXAM, .label = N_("sit one"), .help = N_("Sit an examination: with the number and the code of your seat") },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_mine = {
	.name = "exam-mine",
	.state_size = sizeof(struct mine_state),
	.bindings = mine_bindings,
	.enter = mine_enter,
	.describe = mine_describe,
	.open = mine_open,
	.label = mine_label,
	.on_action = mine_on_action,
	.release = mine_release,
};
