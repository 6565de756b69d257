/* What the supervisor reads or plays to the whole room: the text, how often it was heard, and why once more. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/exam_reason.h"
#include "view/parts.h"

struct script_state {
	struct exam_script_arg arg;
	struct arena arena;
	struct exam_heard *list;
	size_t count, room, at;
	bool counted; /* the newest play is said */
	struct exam_script_arg more; /* what the next screen asks about */
};

static void script_init(void *state, const void *arg)
{
	struct script_state *s = state;

	s->arg = *(const struct exam_script_arg *)arg;
	s->at = s->arg.number > 0 ? (size_t)s->arg.number - 1 : 0;
}

static void script_release(void *state)
{
	arena_release(&((struct script_state *)state)->arena);
}

static bool take_script(void *ctx, const struct exam_heard *h)
{
	struct script_state *s = ctx;
	struct exam_heard own = *h;

	own.id = arena_strdup(&s->arena, h->id);
	own.title = arena_strdup(&s->arena, h->title);
	own.say = arena_strdup(&s->arena, h->say);
	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof *s->list);
	s->list[s->count++] = own;
	return true;
}

static struct turn script_enter(struct app *app, void *state, struct err *e)
{
	struct script_state *s = state;

	arena_release(&s->arena);
	s->list = NULL;
	s->count = s->room = 0;
	if (!exam_scripts(app, s->arg.session, take_script, s, e))
		s->count = 0;
	if (s->at >= s->count)
		s->at = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static const struct exam_heard *now(const struct script_state *s)
{
	return s->at < s->count ? &s->list[s->at] : NULL;
}

/* Line by line as the author wrote it: who reads aloud finds the place again. */
static void describe_say(struct page *page, const char *say)
{
	char *copy = arena_strdup(&page->arena, say), *rest = copy;

	while (rest != NULL) {
		char *line = rest;

		rest = strchr(line, '\n');
		if (rest != NULL)
			*rest++ = '\0';
		if (line[strspn(line, " ")] == '\0')
			page_space(page);
		else
			parts_raw_block(page, STYLE_STRONG, line);
	}
}

static const char *played(struct page *page, const struct exam_heard *h)
{
	/* TRANSLATORS: how often a text was read or played to the room: "2 of 2" */
	return arena_printf(&page->arena, _("%d of %d"), h->plays, h->limit);
}

static void script_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct script_state *s = state;
	const struct exam_heard *h = now(s);
	struct arena *a = &page->arena;

	(void)r;
	page->place = _("Read to the room");
	if (h == NULL) {
		page_text(page, STYLE_PLAIN, _("There is nothing to read aloud here. Texts are drawn when the room begins."));
		return;
	}
	/* TRANSLATORS: one of the texts that are read aloud in an examination */
	page->rule_right = arena_printf(a, _("text %d of %d"), h->number, (int)s->count);
	if (*h->title != '\0')
		page_heading(page, 2, h->title);
	page_space(page);
	describe_say(page, h->say);
	page_space(page);
	page_gauge(page, _("Heard"), h->plays < h->limit ? h->plays : h->limit, h->limit, played(page, h));
	if (s->counted)
		page->news = arena_printf(a, _("Counted: text %d was heard %s."), h->number, played(page, h));
	if (h->plays >= h->limit)
		page_message(page, STYLE_NOTE, s->at + 1 < s->count ? _("As often as the exam allows. Go on with the next text.") :
								      _("As often as the exam allows. All texts of the exam were heard."));
}

static struct turn script_count(struct app *app, void *state, struct err *e)
{
	struct script_state *s = state;

	if (!exam_play(app, s->arg.session, (int)s->at + 1, NULL, NULL, e))
		return (struct turn){ .kind = TURN_STAY };
	s->counted = true;
	return script_enter(app, state, e);
}

static struct turn script_on_action(void *state, const struct event *e)
{
	struct script_state *s = state;
	const struct exam_heard *h = now(s);

	s->counted = false;
	if (e->action == ACTION_BACK || h == NULL)
		return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
	if (e->action == ACTION_MARK && h->plays >= h->limit) {
		s->more = (struct exam_script_arg){ .session = s->arg.session, .number = h->number };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_script_why, .arg = &s->more };
	}
	if (e->action == ACTION_MARK)
		return (struct turn){ .kind = TURN_EFFECT, .effect = script_count };
	if (e->action == ACTION_PREVIOUS && s->at > 0)
		s->at--;
	if (e->action == ACTION_NEXT && s->at + 1 < s->count)
		s->at++;
	return (struct turn){ .kind = TURN_STAY };
}

static bool script_open(const void *state, enum action a)
{
	const struct script_state *s = state;

	if (a == ACTION_PREVIOUS || a == ACTION_NEXT)
		return s->count > 1;
	return a == ACTION_BACK || now(s) != NULL;
}

static const char *script_label(const void *state, enum action a)
{
	const struct exam_heard *h = now(state);

	/* TRANSLATORS: a key: the text is read once more than the exam allows */
	return a == ACTION_MARK && h != NULL && h->plays >= h->limit ? _("once more") : NULL;
}

static const struct binding script_bindings[] = {
	/* TRANSLATORS: a key: the supervisor has read the text aloud once, and it is counted */
	{ .action = ACTION_MARK, .label = N_("heard once"), .help = N_("Count that the text was read or played to all; once more than the exam allows needs a reason") },
	{ .action = ACTION_PREVIOUS, .label = N_("text"), .help = N_("To the text before or behind") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_script = {
	.name = "exam-script",
	.state_size = sizeof(struct script_state),
	.bindings = script_bindings,
	.stays = true,
	.init = script_init,
	.enter = script_enter,
	.open = script_open,
	.label = script_label,
	.describe = script_describe,
	.on_action = script_on_action,
	.release = script_release,
};

/* --- once more ------------------------------------------------------------ */

struct why_state {
	struct fields fields; /* first, for fields_screen_… */
	struct exam_script_arg arg;
};

static void why_init(void *state, const void *arg)
{
	struct why_state *s = state;

	s->arg = *(const struct exam_script_arg *)arg;
	fields_init(&s->fields, exam_reason_rows, EXAM_REASON_FIELDS);
}

static void why_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct why_state *s = state;

	(void)r;
	page_heading(page, 1, arena_printf(&page->arena, _("Text %d once more"), s->arg.number));
	page_text(page, STYLE_PLAIN, _("It was heard as often as the exam allows. Once more is counted too, with the reason."));
	page_space(page);
	fields_describe(&s->fields, page, NULL, NULL);
}

static struct turn why_now(struct app *app, void *state, struct err *e)
{
	struct why_state *s = state;
	struct exam_reason reason;

	if (!exam_reason_enough(&s->fields))
		return (struct turn){ .kind = TURN_STAY };
	reason = exam_reason_of(&s->fields);
	return (struct turn){ .kind = exam_play(app, s->arg.session, s->arg.number, &reason, NULL, e) ? TURN_POP : TURN_STAY };
}

static struct turn why_on_action(void *state, const struct event *e)
{
	return fields_turn(&((struct why_state *)state)->fields, e, why_now);
}

static const struct binding why_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; after the last one it is counted") },
	{ .action = ACTION_PREVIOUS, .label = N_("choose"), .help = N_("Turn through the reasons") },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_MARK },
	FIELDS_MOVES_QUIET,
	{ .action = ACTION_SAVE },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is done") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_script_why = {
	.name = "exam-script-why",
	.state_size = sizeof(struct why_state),
	.bindings = why_bindings,
	.stays = true,
	.init = why_init,
	.open = fields_screen_open,
	.typing = fields_screen_typing,
	.describe = why_describe,
	.on_action = why_on_action,
	.release = fields_screen_release,
};
