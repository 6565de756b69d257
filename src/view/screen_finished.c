#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/parts.h"
#include "view/study.h"

/* --- the end of a lesson ------------------------------------------------ */

struct finished_state {
	struct study_hold hold;
	int current;
	char pack[48], unit[48]; /* lent to the check's argument */
	struct unit_arg arg;
};

static void finished_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct finished_state *st = state;
	const struct lesson *l = st->hold.study->lesson;
	const struct unit *u = l->unit;

	(void)r;
	study_header(st->hold.study, page);
	page_message(page, STYLE_GOOD, _("You have done every page of this unit."));
	page_space(page);
	page_heading(page, 2, _("You can now"));
	for (size_t i = 0; i < u->can_do_count; i++) {
		struct block *b = page_add(page, BLOCK_ITEM);

		b->text = page_spans(page, STYLE_PLAIN, words_get(&l->words, &page->arena, u->id, NULL, "can-do", u->can_do[i]));
	}
	page_space(page);
	page_menu(page, false, st->current);
	if (u->has_check)
		page_entry(page, '1', _("Unit check"), arena_printf(&page->arena, ngettext("%d question", "%d questions", (unsigned long)u->draw), u->draw),
			   NULL);
	page_entry(page, '0', _("Home"), NULL, NULL);
}

static struct turn finished_choose(struct finished_state *st, int choice)
{
	const struct lesson *l = st->hold.study->lesson;

	if (choice != 0 || !l->unit->has_check)
		return (struct turn){ .kind = TURN_HOME };
	st->arg = (struct unit_arg){ .pack = l->pack, .unit = l->unit->id };
	return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_check, .arg = &st->arg };
}

static struct turn finished_on_action(void *state, const struct event *e)
{
	struct finished_state *st = state;
	bool has_check = st->hold.study->lesson->unit->has_check;

	if (parts_move(&st->current, has_check ? 2 : 1, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_OPEN)
		return finished_choose(st, st->current);
	if (e->action == ACTION_DIGIT && e->digit == 1 && has_check)
		return finished_choose(st, 0);
	if (e->action == ACTION_DIGIT && e->digit == 0)
		return finished_choose(st, 1);
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static const struct binding finished_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_finished = {
	.name = "finished",
	.state_size = sizeof(struct finished_state),
	.bindings = finished_bindings,
	.init = study_screen_init,
	.enter = study_screen_enter,
	.describe = finished_describe,
	.on_action = finished_on_action,
	.release = study_screen_release,
};

/* --- all words of the unit ---------------------------------------------- */

struct words_state {
	struct study_hold hold;
};

static struct turn words_enter(struct app *app, void *state, struct err *e)
{
	lesson_speak(app, ((struct study_hold *)state)->study->lesson, e);
	return (struct turn){ .kind = TURN_STAY };
}

static void words_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct study *s = ((const struct study_hold *)state)->study;

	(void)r;
	page->place = parts_unit(page, s->lesson->unit_number, s->lesson->unit_title);
	page_heading(page, 1, _("Words of this unit"));
	page_space(page);
	page_table(page, 2, false);
	for (size_t i = 0; i < s->lesson->unit->part_count; i++) {
		const struct part *part = &s->lesson->unit->parts[i];

		for (size_t k = 0; part->kind == PART_WORDS && k < part->count; k++) {
			const struct word *w = &part->words[k];

			parts_cell_raw(page, STYLE_TAUGHT, w->term);
			parts_cell(page, STYLE_PLAIN, words_get(&s->lesson->words, &page->arena, s->lesson->unit->id, w->id, "means", w->means));
		}
	}
}

static struct turn words_on_action(void *state, const struct event *e)
{
	(void)state;
	if (e->action == ACTION_FIND)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_search };
	return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN || e->action == ACTION_WORDS ? TURN_POP : TURN_STAY };
}

static const struct binding words_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("back"), .help = N_("Back to the lesson") },
	{ .action = ACTION_WORDS },
	{ .action = ACTION_FIND, .label = N_("find"), .help = N_("Search in all your courses") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back to the lesson") },
	{ .action = ACTION_NONE },
};

const struct screen screen_words = {
	.name = "words",
	.state_size = sizeof(struct words_state),
	.bindings = words_bindings,
	.init = study_screen_init,
	.enter = words_enter,
	.describe = words_describe,
	.on_action = words_on_action,
	.release = study_screen_release,
};
