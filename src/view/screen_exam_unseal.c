/* Two officers open the sealed questions of a session: the one signed in, then a second one; each with PIN and pass phrase. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/exam_seating.h"
#include "app/exam_unseal.h"
#include "app/people.h"
#include "core/i18n.h"
#include "core/phrase.h"
#include "view/fields.h"
#include "view/parts.h"

enum { UNSEAL_BANK, UNSEAL_KEY, UNSEAL_PIN, UNSEAL_PHRASE, UNSEAL_FIELDS };
enum { PATH_BYTES = 400, WORDS_BYTES = 400 };

/* What is being done; REFUSED: it cannot be opened now, whatever is typed. */
enum unseal_phase { UNSEAL_FIRST, UNSEAL_SECOND, UNSEAL_OPEN, UNSEAL_REFUSED };

static const struct fields_row first_rows[UNSEAL_FIELDS] = {
	[UNSEAL_BANK] = { .kind = FIELDS_LINE, .label = N_("Sealed file"), .note = N_("With its folder; it ends in .sealed. The one this session was planned with."), .bytes_max = PATH_BYTES },
	[UNSEAL_KEY] = { .kind = FIELDS_LINE, .label = N_("Key of the centre"), .note = N_("With its folder: the file that opens with two pass phrases only."), .bytes_max = PATH_BYTES },
	[UNSEAL_PIN] = { .kind = FIELDS_DIGITS, .label = N_("Your PIN"), .note = N_("Once more, so that nobody opens them at a terminal that was left alone."), .bytes_max = PIN_DIGITS },
	[UNSEAL_PHRASE] = { .kind = FIELDS_LINE, .label = N_("Your pass phrase"), .note = N_("Nobody can read it here, and nothing of it is kept."), .bytes_max = PHRASE_BYTES_MAX - 1 },
};

static const struct fields_row second_rows[1] = {
	{ .kind = FIELDS_LINE, .label = N_("Pass phrase of the second officer"), .note = N_("Nobody can read it here, and nothing of it is kept."), .bytes_max = PHRASE_BYTES_MAX - 1 },
};

struct unseal_state {
	struct exam_seat_arg arg;
	struct arena arena;
	struct exam_session session;
	bool known, lacks, again;
	enum unseal_phase phase;
	struct fields fields, phrase; /* of the first officer; of the second one */
	struct second second;
	struct second_said said;
	int64_t second_person;
	char words[WORDS_BYTES], why[sizeof ((struct err *)0)->msg];
};

static void unseal_init(void *state, const void *arg)
{
	struct unseal_state *s = state;

	s->arg = *(const struct exam_seat_arg *)arg;
	fields_init(&s->fields, first_rows, UNSEAL_FIELDS);
	s->fields.edits[UNSEAL_PIN].digits = s->fields.edits[UNSEAL_PIN].secret = s->fields.edits[UNSEAL_PHRASE].secret = true;
	fields_init(&s->phrase, second_rows, 1);
	s->phrase.edits[0].secret = true;
}

/* Whatever came of it: what was typed in secret is typed anew. */
static void forget(struct unseal_state *s)
{
	edit_clear(&s->fields.edits[UNSEAL_PIN]);
	edit_clear(&s->fields.edits[UNSEAL_PHRASE]);
	edit_clear(&s->phrase.edits[0]);
	secret_wipe(&s->said, sizeof s->said);
}

static void unseal_release(void *state)
{
	struct unseal_state *s = state;

	forget(s);
	fields_release(&s->fields);
	fields_release(&s->phrase);
	arena_release(&s->arena);
}

static struct turn unseal_enter(struct app *app, void *state, struct err *e)
{
	struct unseal_state *s = state;
	struct err why = ERR_INIT;

	if (s->second_person != 0)
		s->phase = UNSEAL_SECOND;
	s->second_person = 0;
	arena_release(&s->arena);
	s->known = exam_session(app, s->arg.session, &s->arena, &s->session, e);
	if (!s->known || s->phase == UNSEAL_OPEN)
		return (struct turn){ .kind = TURN_STAY };
	if (exam_unseal_due(app, s->arg.session, &why)) {
		s->phase = s->phase == UNSEAL_REFUSED ? UNSEAL_FIRST : s->phase;
		return (struct turn){ .kind = TURN_STAY };
	}
	snprintf(s->why, sizeof s->why, "%s", why.msg);
	s->phase = UNSEAL_REFUSED;
	forget(s);
	return (struct turn){ .kind = TURN_STAY };
}

/* --- the page ------------------------------------------------------------ */

static void describe_open(struct page *page)
{
	page_message(page, STYLE_GOOD, _("The questions are open for this session, until it is closed."));
	page_space(page);
	page_text(page, STYLE_PLAIN, _("Until then they lie readable in the store, and in every backup that is made meanwhile. Take the key away again."));
}

static void unseal_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct unseal_state *s = state;

	page->place = _("Examinations");
	if (!s->known)
		return;
	page->rule_right = parts_date(page, r, s->session.day);
	page_heading(page, 1, _("Open the sealed questions"));
	parts_raw_block(page, STYLE_STRONG, s->session.title);
	page_space(page);
	switch (s->phase) {
	case UNSEAL_FIRST:
		page_text(page, STYLE_PLAIN, _("Two officers open them, for this session only: the one signed in, then a second one. Each types PIN and pass phrase."));
		page_space(page);
		fields_describe(&s->fields, page, NULL, s);
		break;
	case UNSEAL_SECOND:
		page_text(page, STYLE_PLAIN, _("The second officer has signed in. After the pass phrase the questions are opened; that takes some seconds."));
		page_space(page);
		fields_describe(&s->phrase, page, NULL, s);
		break;
	case UNSEAL_OPEN:
		describe_open(page);
		return;
	case UNSEAL_REFUSED:
		page_message(page, STYLE_NOTE, arena_strdup(&page->arena, s->why));
		return;
	}
	if (!s->lacks && !(s->again && s->phase == UNSEAL_FIRST))
		return;
	page_space(page);
	page_message(page, STYLE_NOTE, s->lacks ? _("Fill in this field first.") : _("Nothing was opened. Both officers sign in and type their pass phrases once more."));
}

/* --- what is done -------------------------------------------------------- */

static struct turn first_try(struct app *app, void *state, struct err *e)
{
	struct unseal_state *s = state;
	struct arena a = ARENA_INIT;
	struct person p;

	if (!exam_unseal_files(app, s->arg.session, fields_text(&s->fields, UNSEAL_BANK), fields_text(&s->fields, UNSEAL_KEY), e)) {
		s->fields.at = UNSEAL_BANK;
		return (struct turn){ .kind = TURN_STAY };
	}
	bool known = sign_in_check(app, app->person.code, fields_text(&s->fields, UNSEAL_PIN), &a, &p, e);

	arena_release(&a);
	if (!known) {
		edit_clear(&s->fields.edits[UNSEAL_PIN]);
		s->fields.at = UNSEAL_PIN;
		return (struct turn){ .kind = TURN_STAY };
	}
	snprintf(s->words, sizeof s->words, _("The sealed questions are opened for this session: %s."), s->session.title);
	s->second = (struct second){ .what = s->words, .person = &s->second_person, .said = &s->said };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

static struct turn open_now(struct app *app, void *state, struct err *e)
{
	struct unseal_state *s = state;
	struct exam_unsealing u = {
		.sealed = fields_text(&s->fields, UNSEAL_BANK),
		.key = fields_text(&s->fields, UNSEAL_KEY),
		.first = { app->person.code, fields_text(&s->fields, UNSEAL_PIN), fields_text(&s->fields, UNSEAL_PHRASE) },
		.second = { s->said.code, s->said.pin, fields_text(&s->phrase, 0) },
	};
	bool ok = exam_unseal(app, s->arg.session, &u, e);

	forget(s);
	s->phase = ok ? UNSEAL_OPEN : UNSEAL_FIRST;
	s->again = !ok;
	s->fields.at = UNSEAL_PIN;
	return (struct turn){ .kind = TURN_STAY };
}

/* Whether every field of the first officer is filled; else the pointer stands on the one that is not. */
static bool complete(struct unseal_state *s)
{
	for (size_t i = 0; i < UNSEAL_FIELDS; i++)
		if (i == UNSEAL_PIN ? s->fields.edits[i].len != PIN_DIGITS : s->fields.edits[i].len == 0) {
			s->fields.at = i;
			s->lacks = true;
			return false;
		}
	return true;
}

static struct turn unseal_on_action(void *state, const struct event *e)
{
	struct unseal_state *s = state;

	s->lacks = false;
	if (e->action == ACTION_BACK || (s->phase >= UNSEAL_OPEN && e->action == ACTION_OPEN))
		return (struct turn){ .kind = TURN_POP };
	if (s->phase == UNSEAL_FIRST && fields_action(&s->fields, e) == FIELDS_DONE && complete(s)) {
		s->again = false;
		return (struct turn){ .kind = TURN_EFFECT, .effect = first_try };
	}
	if (s->phase == UNSEAL_SECOND && fields_action(&s->phrase, e) == FIELDS_DONE) {
		if (s->phrase.edits[0].len > 0)
			return (struct turn){ .kind = TURN_EFFECT, .effect = open_now };
		s->lacks = true;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static bool unseal_typing(const void *state)
{
	return ((const struct unseal_state *)state)->phase <= UNSEAL_SECOND;
}

static bool unseal_open(const void *state, enum action a)
{
	const struct unseal_state *s = state;

	return a == ACTION_OPEN || a == ACTION_BACK || s->phase == UNSEAL_FIRST;
}

static const char *unseal_label(const void *state, enum action a)
{
	const struct unseal_state *s = state;

	if (a != ACTION_OPEN)
		return NULL;
	return s->phase == UNSEAL_SECOND ? _("open") : s->phase == UNSEAL_FIRST ? NULL : _("go on");
}

static const struct binding unseal_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; then the second officer signs in, and the questions are opened") },
	{ .action = ACTION_UP, .help = N_("To the field above or below") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIELD },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_SAVE },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is opened") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_unseal = {
	.name = "exam-unseal",
	.state_size = sizeof(struct unseal_state),
	.bindings = unseal_bindings,
	.init = unseal_init,
	.enter = unseal_enter,
	.open = unseal_open,
	.typing = unseal_typing,
	.label = unseal_label,
	.describe = unseal_describe,
	.on_action = unseal_on_action,
	.release = unseal_release,
};
