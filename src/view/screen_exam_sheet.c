/* One sitting that is over, for staff: its marks, its answers, what was reached; marks are given and answers looked at from here. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_marking.h"
#include "app/exam_release.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_points.h"
#include "view/exam_words.h"
#include "view/parts.h"

struct sheet_state {
	char sitting[40];
	struct arena arena;
	struct exam_result result;
	struct sheet_row *rows;
	size_t count, *rooms, room_count; /* sections that assessors mark */
	int scale, current;
	bool loaded;
	struct exam_mark_arg mark_arg;
	struct exam_lift_arg lift_arg;
};

static void sheet_init(void *state, const void *arg)
{
	struct sheet_state *s = state;

	snprintf(s->sitting, sizeof s->sitting, "%s", ((const struct exam_sitting_arg *)arg)->sitting);
}

static struct turn sheet_enter(struct app *app, void *state, struct err *e)
{
	struct sheet_state *s = state;

	arena_release(&s->arena);
	s->room_count = s->count = 0;
	s->loaded = exam_result(app, s->sitting, &s->arena, &s->result, e) && release_sheet(app, s->sitting, &s->arena, &s->rows, &s->count, &s->scale, e);
	if (!s->loaded)
		return (struct turn){ .kind = TURN_STAY };
	const struct blueprint *b = s->result.blueprint;

	s->rooms = arena_array(&s->arena, b->section_count, sizeof *s->rooms);
	for (size_t i = 0; i < b->section_count; i++)
		if (b->sections[i].rubric_count > 0 && s->result.started && s->result.state != SITTING_VOID)
			s->rooms[s->room_count++] = i;
	if (s->current >= (int)(s->room_count + s->count))
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void describe_sections(const struct sheet_state *s, struct page *page)
{
	const struct exam_result *r = &s->result;
	struct arena *a = &page->arena;

	page_table(page, 3, false);
	for (size_t i = 0; i < r->blueprint->section_count; i++) {
		const struct section_outcome *x = &r->sections[i];
		bool least = r->blueprint->sections[i].minimum.of > 0;

		parts_cell_raw(page, STYLE_PLAIN, r->section_titles[i]);
		parts_cell_raw(page, STYLE_PLAIN, r->waits[i] != MARKS_COMPLETE ? exam_waits(r->waits[i]) :
			x->maximum > 0 ? exam_points_of(a, x->mark, x->maximum, r->scale) : _("not examined"));
		parts_cell_raw(page, STYLE_DIM, !least || x->maximum == 0 ? "" : x->reached ? _("minimum reached") : _("below the minimum"));
	}
	parts_cell_raw(page, STYLE_STRONG, _("Together"));
	parts_cell_raw(page, STYLE_STRONG, exam_points_of(a, r->outcome.mark, r->outcome.maximum, r->scale));
	parts_cell_raw(page, STYLE_STRONG, exam_standing_of(r).text);
}

/* Below the mark: what to practise, and when again. */
static void describe_below(const struct sheet_state *s, const struct reader *reader, struct page *page)
{
	const struct exam_result *r = &s->result;

	if (r->outcome.passed || r->missing > 0 || r->state == SITTING_VOID)
		return;
	page_space(page);
	for (size_t i = 0; i < r->practise_count; i++)
		parts_raw_block(page, STYLE_PLAIN, arena_printf(&page->arena, _("To practise: %s"), r->practise[i]));
	if (!r->again)
		page_text(page, STYLE_PLAIN, _("No attempt is left."));
	else if (r->again_from[0] != '\0')
		page_text(page, STYLE_PLAIN, arena_printf(&page->arena, _("Again from %s on."), parts_date(page, reader, r->again_from)));
}

/* What tells the question from others in a line: "Fill in what is missing." stands over many. */
static const char *first_line(struct arena *a, const struct sheet_row *row)
{
	const char *kind = _(row->kind), *text = row->asked;
	size_t n = strlen(kind);

	if (str_starts(text, kind) && text[n] == '\n')
		text += n + strspn(text + n, "\n");
	n = 0;
	while (text[n] != '\0' && text[n] != '\n')
		n++;
	return parts_plain(a, arena_strndup(a, text, n));
}

static void describe_menu(const struct sheet_state *s, struct page *page)
{
	struct arena *a = &page->arena;

	page_menu(page, false, s->current);
	for (size_t i = 0; i < s->room_count; i++)
		page_entry(page, i < 9 ? (char)('1' + i) : 0, arena_printf(a, _("Marks: %s"), s->result.section_titles[s->rooms[i]]),
			   exam_waits(s->result.waits[s->rooms[i]]), NULL);
	for (size_t i = 0; i < s->count; i++) {
		const struct sheet_row *row = &s->rows[i];
		const char *marks = row->maximum > 0 ? arena_printf(a, "%s/%s%s", exam_points(a, row->mark, s->scale), exam_points(a, row->maximum, s->scale),
								     row->changed ? "*" : "") : _("left out");
		struct entry *en = page_entry(page, 0, "", row->verdict[0] == '\0' ? _("no answer") : parts_plain(a, row->given), marks);

		en->label = page_raw(page, STYLE_PLAIN, arena_printf(a, "%*d %s", s->count > 9 ? 2 : 1, row->number, first_line(a, row)));
	}
}

static void sheet_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct sheet_state *s = state;

	page->place = _("Results");
	if (!s->loaded)
		return;
	page->rule_right = arena_printf(&page->arena, _("seat %d"), s->result.seat);
	parts_raw_block(page, STYLE_STRONG, arena_printf(&page->arena, "%s · %s", s->result.name, s->result.title));
	describe_sections(s, page);
	describe_below(s, r, page);
	page_space(page);
	describe_menu(s, page);
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].changed) {
			page_space(page);
			page_text(page, STYLE_DIM, _("* said by an assessor or a mended key"));
			break;
		}
}

static struct turn sheet_on_action(void *state, const struct event *e)
{
	struct sheet_state *s = state;
	int count = (int)(s->room_count + s->count);

	if (parts_move(&s->current, count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_DIGIT) {
		if (e->digit < 1 || e->digit > (int)s->room_count)
			return (struct turn){ .kind = TURN_STAY };
		s->current = e->digit - 1;
	}
	if (s->current < (int)s->room_count) {
		s->mark_arg = (struct exam_mark_arg){ .sitting = s->sitting, .section = s->rooms[s->current] };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_mark, .arg = &s->mark_arg };
	}
	const struct sheet_row *row = &s->rows[s->current - (int)s->room_count];

	s->lift_arg = (struct exam_lift_arg){ .sitting = s->sitting, .number = row->number };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_lift, .arg = &s->lift_arg };
}

static bool sheet_open(const void *state, enum action a)
{
	const struct sheet_state *s = state;

	return a == ACTION_BACK || (a == ACTION_DIGIT ? s->room_count > 0 : s->room_count + s->count > 0);
}

static void sheet_release(void *state)
{
	arena_release(&((struct sheet_state *)state)->arena);
}

static const struct binding sheet_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Give the marks of a section, or look at the answer under the pointer") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_sheet = {
	.name = "exam-sheet",
	.state_size = sizeof(struct sheet_state),
	.bindings = sheet_bindings,
	.init = sheet_init,
	.enter = sheet_enter,
	.open = sheet_open,
	.describe = sheet_describe,
	.on_action = sheet_on_action,
	.release = sheet_release,
};
