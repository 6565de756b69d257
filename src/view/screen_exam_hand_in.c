/* Handing in a section: what is still open is named first. The question stands below this screen. */
#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_study.h"
#include "view/parts.h"

struct hand_in_state {
	struct exam_hold hold;
	int current;
};

static void hand_in_init(void *state, const void *arg)
{
	struct hand_in_state *s = state;

	exam_screen_init(state, arg);
	s->current = 1;
}

/* Numbers of the open questions, or of those flagged, the first of them where there are many: yes and no stay on the screen. "" if there are none. */
static const char *numbers(const struct exam_study *st, bool flagged, struct page *page)
{
	enum { NAMED_MAX = 30 };
	struct str list;
	const char *out;
	int count = 0;

	str_init(&list);
	for (size_t i = 0; i < exam_study_count(st) && count <= NAMED_MAX; i++)
		if ((flagged ? exam_study_flagged(st, i) : !exam_study_answered(st, i)) && count++ < NAMED_MAX)
			str_addf(&list, list.len > 0 ? ", %zu" : "%zu", i + 1);
	if (count > NAMED_MAX)
		str_add(&list, ", …");
	out = arena_strdup(&page->arena, list.buf);
	str_release(&list);
	return out;
}

static bool is_last(const struct exam_study *st)
{
	const struct blueprint *b = st->run->blueprint;

	for (size_t i = st->run->section + 1; i < b->section_count; i++)
		if (section_at_screen(&b->sections[i]))
			return false;
	return true;
}

static void hand_in_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct hand_in_state *s = state;
	const struct exam_study *st = s->hold.study;
	const char *open = numbers(st, false, page), *flagged = numbers(st, true, page);

	(void)r;
	exam_study_header(st, page);
	exam_study_time(st, page);
	page->rule_right = NULL;
	page_heading(page, 1, is_last(st) ? _("Hand in, and end your exam?") : _("Hand this part in?"));
	page_space(page);
	page_text(page, STYLE_PLAIN, is_last(st) ? _("After this nothing can be changed.") : _("After this you cannot come back to this part; the next one begins at once."));
	if (open[0] != '\0')
		/* TRANSLATORS: %s are numbers of questions of an examination: "3, 7". */
		page_text(page, STYLE_STRONG, arena_printf(&page->arena, _("Without an answer: %s"), open));
	if (flagged[0] != '\0')
		page_text(page, STYLE_PLAIN, arena_printf(&page->arena, _("Flagged: %s"), flagged));
	page_space(page);
	page_menu(page, false, s->current);
	page_entry(page, '1', _("Yes, hand in"), NULL, NULL);
	page_entry(page, '2', _("No, go on with it"), NULL, NULL);
	exam_study_says(st, page);
}

static struct turn hand_in(struct app *app, void *state, struct err *e)
{
	struct hand_in_state *s = state;
	struct exam_study *st = s->hold.study;
	struct err refused = ERR_INIT;

	(void)e;
	if (!exam_hand_in(app, st->run, &refused))
		st->trouble = refused.kind != ERR_DENIED;
	return (struct turn){ .kind = TURN_POP }; /* the screen below sees where the learner is now */
}

static struct turn hand_in_on_action(void *state, const struct event *e)
{
	struct hand_in_state *s = state;
	bool yes = e->action == ACTION_YES || (e->action == ACTION_DIGIT && e->digit == 1) || (e->action == ACTION_OPEN && s->current == 0);

	if (parts_move(&s->current, 2, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (yes)
		return (struct turn){ .kind = TURN_EFFECT, .effect = hand_in };
	if (e->action == ACTION_DIGIT && e->digit != 2)
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = TURN_POP };
}

static const struct binding hand_in_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("take"), .help = N_("Take what the pointer stands on") },
	{ .action = ACTION_YES },
	{ .action = ACTION_NO },
	{ .action = ACTION_BACK, .label = N_("no"), .help = N_("No: back, nothing is changed") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_hand_in = {
	.name = "exam-hand-in",
	.state_size = sizeof(struct hand_in_state),
	.bindings = hand_in_bindings,
	.init = hand_in_init,
	.enter = exam_screen_enter,
	.describe = hand_in_describe,
	.on_action = hand_in_on_action,
	.release = exam_screen_release,
};
