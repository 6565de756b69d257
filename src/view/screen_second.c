/* A second member of staff signs in for one act of the first. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

#include "app/exam.h"
#include "core/i18n.h"
#include "view/fields.h"
#include "view/parts.h"

enum { SECOND_CODE, SECOND_PIN, SECOND_COUNT };

static const struct fields_row second_rows[SECOND_COUNT] = {
	[SECOND_CODE] = { .kind = FIELDS_DIGITS, .label = N_("Code of the second person"), .note = N_("An instructor or administrator other than the one signed in."), .bytes_max = 12 },
	[SECOND_PIN] = { .kind = FIELDS_DIGITS, .label = N_("PIN of the second person"), .note = N_("Six digits, then Enter. Nobody can read them here."), .bytes_max = PIN_DIGITS },
};

struct second_state {
	struct fields fields; /* first, for fields_screen_… */
	struct second second;
};

static void second_init(void *state, const void *arg)
{
	struct second_state *s = state;

	s->second = *(const struct second *)arg;
	*s->second.person = 0;
	fields_init(&s->fields, second_rows, SECOND_COUNT);
	s->fields.edits[SECOND_CODE].digits = true;
	s->fields.edits[SECOND_PIN].digits = s->fields.edits[SECOND_PIN].secret = true;
}

/* Each line of the sentence where it has several. */
static void second_what(struct page *page, const char *what)
{
	while (*what != '\0') {
		size_t n = strcspn(what, "\n");

		parts_raw_block(page, STYLE_PLAIN, arena_strndup(&page->arena, what, n));
		what += n + (what[n] == '\n');
	}
}

static void second_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct second_state *s = state;

	(void)r;
	page_heading(page, 1, _("A second person signs in"));
	second_what(page, s->second.what);
	page_text(page, STYLE_DIM, _("Both names are kept with it. Nobody is signed out by this."));
	page_space(page);
	fields_describe(&s->fields, page, NULL, NULL);
}

static struct turn second_try(struct app *app, void *state, struct err *e)
{
	struct second_state *s = state;
	bool ok = exam_witness(app, fields_text(&s->fields, SECOND_CODE), fields_text(&s->fields, SECOND_PIN), s->second.person, e);

	if (ok && s->second.said != NULL) {
		snprintf(s->second.said->code, sizeof s->second.said->code, "%s", fields_text(&s->fields, SECOND_CODE));
		snprintf(s->second.said->pin, sizeof s->second.said->pin, "%s", fields_text(&s->fields, SECOND_PIN));
	}
	edit_clear(&s->fields.edits[SECOND_PIN]);
	return (struct turn){ .kind = ok ? TURN_POP : TURN_STAY };
}

static struct turn second_on_action(void *state, const struct event *e)
{
	struct second_state *s = state;

	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (fields_action(&s->fields, e) != FIELDS_DONE)
		return (struct turn){ .kind = TURN_STAY };
	if (s->fields.edits[SECOND_CODE].len > 0 && s->fields.edits[SECOND_PIN].len == PIN_DIGITS)
		return (struct turn){ .kind = TURN_EFFECT, .effect = second_try };
	return fields_lack(&s->fields, s->fields.at, N_("Type the code, then all six digits of the PIN."));
}

static const struct binding second_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("From the code to the PIN, then sign in for this one act") },
	FIELDS_MOVES_QUIET,
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is done") },
	{ .action = ACTION_NONE },
};

const struct screen screen_second = {
	.name = "second",
	.state_size = sizeof(struct second_state),
	.bindings = second_bindings,
	.init = second_init,
	.typing = fields_screen_typing,
	.describe = second_describe,
	.on_action = second_on_action,
	.release = fields_screen_release,
};
