/* A question whose key was mended, or that turned out faulty: what would change, then with a reason and a second person its marks are counted anew. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_release.h"
#include "app/exam_rescore.h"
#include "core/i18n.h"
#include "view/exam_points.h"
#include "view/fields.h"
#include "view/parts.h"

enum { RESCORE_HOW, RESCORE_REASON, RESCORE_FIELDS };
enum { ROWS_SHOWN = 8, WORDS_BYTES = 400 };

static const char *how_name(int option)
{
	static const char *const names[] = { [RESCORE_REGRADE] = N_("by the mended key"), [RESCORE_EVERYBODY] = N_("everybody gets its points"), [RESCORE_LEFT_OUT] = N_("it counts for nobody") };

	return _(names[option]);
}

static const struct fields_row rescore_rows[RESCORE_FIELDS] = {
	[RESCORE_HOW] = { .kind = FIELDS_CHOICE, .label = N_("Counted"), .note = N_("Turn with the arrows ← →."), .option_count = RESCORE_LEFT_OUT + 1, .name = how_name },
	[RESCORE_REASON] = { .kind = FIELDS_LINE, .label = N_("Reason"), .note = N_("Why; it is kept with the result."), .bytes_max = REVIEW_TEXT_MAX },
};

/* What a look found, or what was done. */
struct rescore_found {
	int asked, changed, passed, failed, released; /* of those that change: who passes now, or does not any more, and whose result was given out */
	struct rescored *list;                        /* the first that change */
	size_t count, room;
};

struct rescore_state {
	struct fields fields; /* first, for fields_screen_… */
	char exam[160], item[320], label[160];
	struct arena arena;
	struct rescore_found found;
	char why[sizeof ((struct err *)0)->msg]; /* nothing can be counted so */
	bool agreed, done;
	int changed;
	struct ask ask;
	struct second second;
	int64_t second_person;
	char words[WORDS_BYTES];
};

static const struct ask rescore_ask = {
	.question = N_("Count these marks anew?"),
	.detail = N_("Who was given a result already gets another one; the former stays in the record. A second person signs in first."),
	.yes = N_("Yes, count them anew"),
	.no = N_("No, leave them as they are"),
	.careful = true,
};

/* The path of an item from its label in an analysis: "id" of the exam's own bank or "unit/id", another wording with "~2" behind it. */
static void find_path(struct rescore_state *s, const char *label)
{
	int n = (int)strcspn(label, "~");

	snprintf(s->label, sizeof s->label, "%s", label);
	if (memchr(label, '/', (size_t)n) != NULL)
		snprintf(s->item, sizeof s->item, "%.*s/%.*s", (int)strcspn(s->exam, "/"), s->exam, n, label);
	else
		snprintf(s->item, sizeof s->item, "%.*s", n, label);
}

static void rescore_init(void *state, const void *arg)
{
	struct rescore_state *s = state;
	const struct analysis_arg *from = arg;

	fields_init(&s->fields, rescore_rows, RESCORE_FIELDS);
	snprintf(s->exam, sizeof s->exam, "%s", from->exam);
	find_path(s, from->item);
}

static void rescore_release(void *state)
{
	struct rescore_state *s = state;

	arena_release(&s->arena);
	fields_release(&s->fields);
}

/* --- looking and doing ---------------------------------------------------- */

static void keep_row(void *ctx, const struct rescored *r)
{
	struct rescore_state *s = ctx;
	struct rescore_found *f = &s->found;

	f->asked++;
	if (r->before == r->after && r->before_maximum == r->after_maximum)
		return;
	f->changed++;
	f->released += r->released;
	f->passed += r->passed_after && !r->passed_before;
	f->failed += r->passed_before && !r->passed_after;
	if (f->count == ROWS_SHOWN)
		return;
	f->list = arena_grow(&s->arena, f->list, f->count, &f->room, sizeof *f->list);
	f->list[f->count] = *r;
	f->list[f->count].name = arena_strdup(&s->arena, r->name);
	f->list[f->count++].given = arena_strdup(&s->arena, r->given);
}

static struct rescore what_of(const struct rescore_state *s)
{
	return (struct rescore){ .exam = s->exam, .item = s->item, .how = (enum rescore_how)s->fields.chosen[RESCORE_HOW], .reason = fields_text(&s->fields, RESCORE_REASON), .second = s->second_person };
}

/* Only a look: what is found is taken back by the store. That nothing can be counted so is no fault of whoever asks. */
static struct turn rescore_see(struct app *app, void *state, struct err *e)
{
	struct rescore_state *s = state;
	struct rescore what = what_of(s);
	struct err why = ERR_INIT;

	(void)e;
	arena_release(&s->arena);
	s->found = (struct rescore_found){ .asked = 0 };
	s->why[0] = '\0';
	if (!rescore_look(app, &what, keep_row, s, &why)) {
		snprintf(s->why, sizeof s->why, "%s", why.msg);
		s->found = (struct rescore_found){ .asked = 0 };
	}
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn rescore_now(struct app *app, struct rescore_state *s, struct err *e)
{
	struct rescore what = what_of(s);

	s->second_person = 0;
	s->done = rescore_do(app, &what, NULL, NULL, &s->changed, e);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn rescore_enter(struct app *app, void *state, struct err *e)
{
	struct rescore_state *s = state;

	if (s->second_person != 0)
		return rescore_now(app, s, e);
	if (s->done)
		return (struct turn){ .kind = TURN_STAY };
	if (!s->agreed)
		return rescore_see(app, state, e);
	s->agreed = false;
	snprintf(s->words, sizeof s->words, _("Question %s is counted anew: another mark for %d of %d people."), s->label, s->found.changed, s->found.asked);
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

/* --- the page ------------------------------------------------------------- */

static void count_row(struct page *page, const char *label, int n)
{
	parts_cell(page, STYLE_DIM, label);
	parts_cell_raw(page, STYLE_PLAIN, arena_printf(&page->arena, "%d", n));
}

static const char *mark_text(struct arena *a, int mark, int maximum, int scale)
{
	return maximum > 0 ? exam_points_of(a, mark, maximum, scale) : _("left out");
}

static void describe_found(const struct rescore_state *s, struct page *page)
{
	const struct rescore_found *f = &s->found;
	struct arena *a = &page->arena;

	page_table(page, 2, false);
	count_row(page, _("Were asked it"), f->asked);
	count_row(page, _("Would have another mark"), f->changed);
	count_row(page, _("Would pass now"), f->passed);
	count_row(page, _("Would not pass any more"), f->failed);
	count_row(page, _("Had their result already"), f->released);
	if (f->count == 0)
		return;
	page_space(page);
	page_table(page, 3, false);
	for (size_t i = 0; i < f->count; i++) {
		const struct rescored *r = &f->list[i];

		parts_cell_raw(page, STYLE_STRONG, r->name);
		parts_cell_raw(page, STYLE_TAUGHT, r->given);
		parts_cell_raw(page, STYLE_PLAIN, arena_printf(a, "%s → %s", mark_text(a, r->before, r->before_maximum, r->scale), mark_text(a, r->after, r->after_maximum, r->scale)));
	}
	if (f->changed > (int)f->count)
		page_text(page, STYLE_DIM, arena_printf(a, ngettext("and %d more", "and %d more", (unsigned long)f->changed - f->count), f->changed - (int)f->count));
}

static void rescore_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct rescore_state *s = state;

	(void)r;
	page->place = _("How exams worked");
	page->rule_right = page_copy(page, s->label);
	page_heading(page, 1, _("Count a question anew"));
	if (s->done) {
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, ngettext("%d mark was changed; the former one is kept.", "%d marks were changed; the former ones are kept.",
			     (unsigned long)s->changed), s->changed));
		return;
	}
	fields_describe(&s->fields, page, NULL, NULL);
	page_space(page);
	if (s->why[0] != '\0')
		page_message(page, STYLE_NOTE, arena_strdup(&page->arena, s->why));
	else
		describe_found(s, page);
}

static struct turn rescore_on_action(void *state, const struct event *e)
{
	struct rescore_state *s = state;

	if (e->action == ACTION_BACK || (s->done && e->action == ACTION_OPEN))
		return (struct turn){ .kind = TURN_POP };
	if (s->done)
		return (struct turn){ .kind = TURN_STAY };
	bool how = s->fields.at == RESCORE_HOW;
	enum fields_outcome outcome = fields_action(&s->fields, e);

	if (outcome == FIELDS_CHANGED && how)
		return (struct turn){ .kind = TURN_EFFECT, .effect = rescore_see };
	if (outcome != FIELDS_DONE)
		return (struct turn){ .kind = TURN_STAY };
	if (s->found.changed == 0)
		return fields_lack(&s->fields, RESCORE_HOW, s->why[0] != '\0' ? NULL : N_("So nobody's mark would change."));
	if (fields_blank(&s->fields, RESCORE_REASON))
		return fields_lack(&s->fields, RESCORE_REASON, N_("Say in words what happened."));
	s->ask = rescore_ask;
	s->ask.agreed = &s->agreed;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
}

static bool rescore_open(const void *state, enum action a)
{
	const struct rescore_state *s = state;

	return s->done ? a == ACTION_OPEN || a == ACTION_BACK : fields_screen_open(state, a);
}

static bool rescore_typing(const void *state)
{
	return !((const struct rescore_state *)state)->done && fields_screen_typing(state);
}

static const char *rescore_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && ((const struct rescore_state *)state)->done ? _("go on") : NULL;
}

static const struct binding rescore_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; after the last one it is asked whether to do it, and a second person signs in") },
	{ .action = ACTION_PREVIOUS, .label = N_("choose"), .help = N_("Turn through the ways of counting; below stands what each would change") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_MARK },
	FIELDS_MOVES_QUIET,
	{ .action = ACTION_SAVE },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is changed") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_rescore = {
	.name = "exam-rescore",
	.state_size = sizeof(struct rescore_state),
	.bindings = rescore_bindings,
	.init = rescore_init,
	.enter = rescore_enter,
	.open = rescore_open,
	.typing = rescore_typing,
	.label = rescore_label,
	.describe = rescore_describe,
	.on_action = rescore_on_action,
	.release = rescore_release,
};
