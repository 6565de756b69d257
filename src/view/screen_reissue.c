/* What an administrator does with certificates that went out: one issued anew with a letter put right, and the signed list of those that were withdrawn. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/credential.h"
#include "app/exam_seating.h"
#include "app/export.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/phrase.h"
#include "core/str.h"
#include "view/edit.h"
#include "view/fields.h"
#include "view/parts.h"

/* --- issuing anew ---------------------------------------------------------- */

enum { REISSUE_NAME, REISSUE_BIRTH, REISSUE_DOCUMENT, REISSUE_REASON, REISSUE_PHRASE, REISSUE_FIELDS };
enum { NAME_MAX_BYTES = 200, DOCUMENT_MAX_BYTES = 60, WORDS_MAX = 1200 };

static const struct fields_row reissue_rows[REISSUE_FIELDS] = {
	[REISSUE_NAME] = { .kind = FIELDS_LINE, .label = N_("Name in the passport"), .note = N_("As it has to stand on the new certificate."), .bytes_max = NAME_MAX_BYTES },
	[REISSUE_BIRTH] = { .kind = FIELDS_DATE, .label = N_("Born"), .note = N_("For example 27.3.1998 or 1998-03-27."), .bytes_max = 10 },
	[REISSUE_DOCUMENT] = { .kind = FIELDS_LINE, .label = N_("Number of the document"), .note = N_("Letters and digits, or the whole second line. Only a digest of it stands on the certificate."), .bytes_max = DOCUMENT_MAX_BYTES },
	[REISSUE_REASON] = { .kind = FIELDS_LINE, .label = N_("Reason"), .note = N_("It stands in the list that verifiers get: name nobody in it."), .bytes_max = CREDENTIAL_REASON_MAX },
	[REISSUE_PHRASE] = { .kind = FIELDS_LINE, .label = N_("Pass phrase of the key"), .note = N_("Then a second member of staff signs in."), .bytes_max = PHRASE_BYTES_MAX - 1 },
};

struct reissue_state {
	char serial[SERIAL_SIZE], serial_new[SERIAL_SIZE]; /* serial_new: "" until it is done */
	struct fields fields;
	struct arena arena;           /* of the identities */
	struct exam_identity was, is; /* on the certificate; as it shall be: read from the fields before the second person is asked */
	bool read;
	char words[WORDS_MAX];
	struct second second;
	int64_t second_person;
};

static void reissue_init(void *state, const void *arg)
{
	struct reissue_state *s = state;

	snprintf(s->serial, sizeof s->serial, "%s", ((const struct certificate_arg *)arg)->serial);
	fields_init(&s->fields, reissue_rows, REISSUE_FIELDS);
	s->fields.edits[REISSUE_PHRASE].secret = true;
}

static void reissue_release(void *state)
{
	struct reissue_state *s = state;

	fields_release(&s->fields);
	arena_release(&s->arena);
}

/* The phrase is wiped whatever came of it: a wrong one is typed anew. */
static struct turn reissue_now(struct app *app, struct reissue_state *s, struct err *e)
{
	struct credential_order o = { .phrase = fields_text(&s->fields, REISSUE_PHRASE), .second = s->second_person };

	s->second_person = 0;
	if (!credential_reissue(app, s->serial, fields_text(&s->fields, REISSUE_REASON), &s->is, &o, s->serial_new, e))
		s->serial_new[0] = '\0';
	edit_clear(&s->fields.edits[REISSUE_PHRASE]);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn reissue_enter(struct app *app, void *state, struct err *e)
{
	struct reissue_state *s = state;

	if (s->second_person != 0)
		return reissue_now(app, s, e);
	if (!s->read && credential_identity(app, s->serial, &s->arena, &s->was, e)) {
		fields_set(&s->fields, REISSUE_NAME, s->was.latin);
		fields_set(&s->fields, REISSUE_BIRTH, s->was.birth);
		fields_set(&s->fields, REISSUE_DOCUMENT, s->was.document);
		s->read = true;
	}
	return (struct turn){ .kind = s->read ? TURN_STAY : TURN_POP };
}

/* What changes, old and new, one under the other: the second person signs for this. */
static void reissue_say(struct reissue_state *s)
{
	const struct {
		const char *label, *was, *is;
	} rows[] = {
		{ _("Name in the passport"), s->was.latin, s->is.latin },
		{ _("Born"), s->was.birth, s->is.birth },
		{ _("Number of the document"), s->was.document, s->is.document },
	};
	struct str words;
	bool same = true;

	str_init(&words);
	str_addf(&words, _("Certificate %s is replaced by a new one."), s->serial);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (strcmp(rows[i].was, rows[i].is) == 0)
			continue;
		/* of a number that was put right before only a digest is left */
		str_addf(&words, "\n%s: %s → %s", rows[i].label, rows[i].was[0] != '\0' ? rows[i].was : "?", rows[i].is);
		same = false;
	}
	if (same)
		str_addf(&words, "\n%s", _("Name, birth date and document stay as they are."));
	snprintf(s->words, sizeof s->words, "%s", words.buf);
	str_release(&words);
}

/* Reads the fields as at the examination; then the second person is asked. */
static struct turn reissue_look(struct app *app, void *state, struct err *e)
{
	struct reissue_state *s = state;
	char birth[32];

	parts_iso(fields_text(&s->fields, REISSUE_BIRTH), birth);
	struct exam_identity typed = { .latin = fields_text(&s->fields, REISSUE_NAME), .birth = birth, .document = fields_text(&s->fields, REISSUE_DOCUMENT) };

	if (!exam_identity_typed(app, &typed, &s->arena, &s->is, e))
		return (struct turn){ .kind = TURN_STAY };
	if (strcmp(typed.latin, s->was.latin) == 0)
		s->is.latin = s->was.latin; /* left alone it stays as it is, hyphens and all */
	reissue_say(s);
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

static void reissue_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct reissue_state *s = state;

	(void)r;
	page->place = _("Certificate");
	page->rule_right = arena_strdup(&page->arena, s->serial);
	if (s->serial_new[0] != '\0') {
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, _("Issued anew as %s. The old one is replaced: write a new list for verifiers."), s->serial_new));
		return;
	}
	page_heading(page, 1, _("Issue anew, with a letter or digit put right"));
	page_space(page);
	fields_describe(&s->fields, page, NULL, NULL);
}

static struct turn reissue_on_action(void *state, const struct event *e)
{
	struct reissue_state *s = state;
	bool done = s->serial_new[0] != '\0';

	if (e->action == ACTION_BACK || (done && e->action == ACTION_OPEN))
		return (struct turn){ .kind = TURN_POP };
	if (done || fields_action(&s->fields, e) != FIELDS_DONE)
		return (struct turn){ .kind = TURN_STAY };
	for (size_t i = 0; i < REISSUE_FIELDS; i++)
		if (fields_blank(&s->fields, i))
			return fields_lack(&s->fields, s->fields.at, N_("Fill in every field."));
	return (struct turn){ .kind = TURN_EFFECT, .effect = reissue_look };
}

static bool reissue_typing(const void *state)
{
	return ((const struct reissue_state *)state)->serial_new[0] == '\0';
}

static const char *reissue_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && !reissue_typing(state) ? _("back") : NULL;
}

static const struct binding reissue_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; on the last one a second person signs in") },
	FIELDS_MOVES_QUIET,
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is done") },
	{ .action = ACTION_NONE },
};

const struct screen screen_reissue = {
	.name = "reissue",
	.state_size = sizeof(struct reissue_state),
	.bindings = reissue_bindings,
	.init = reissue_init,
	.enter = reissue_enter,
	.typing = reissue_typing,
	.label = reissue_label,
	.describe = reissue_describe,
	.on_action = reissue_on_action,
	.release = reissue_release,
};

/* --- the list of withdrawn ones ---------------------------------------------- */

enum { FILES_MAX = 100 }; /* of one day */

struct withdrawn_state {
	struct edit phrase;
	char *path; /* owned; NULL until it is written */
	int count;
	bool lacks;
};

static void withdrawn_init(void *state, const void *arg)
{
	struct withdrawn_state *s = state;

	(void)arg;
	edit_init(&s->phrase, PHRASE_BYTES_MAX - 1);
	s->phrase.secret = true;
}

static void withdrawn_release(void *state)
{
	struct withdrawn_state *s = state;

	edit_release(&s->phrase);
	free(s->path);
}

/* The first name of the day that is free; lists that went out before stay as they are. */
static char *withdrawn_path_dup(struct app *app)
{
	char day[11], name[64];

	date_format(app_today(app), day);
	for (int i = 1; i < FILES_MAX; i++) {
		snprintf(name, sizeof name, i > 1 ? "safar-withdrawn-%s-%d.json" : "safar-withdrawn-%s.json", day, i);
		char *path = export_document_dup(name);

		if (access(path, F_OK) != 0)
			return path;
		free(path);
	}
	return export_document_dup(name);
}

static struct turn withdrawn_write(struct app *app, void *state, struct err *e)
{
	struct withdrawn_state *s = state;
	char *path = withdrawn_path_dup(app);
	struct str text;

	str_init(&text);
	if (credential_withdrawn_list(app, NULL, edit_text(&s->phrase), 0, &text, &s->count, e) && file_write_new(path, 0644, &text, e))
		s->path = path;
	else
		free(path);
	str_release(&text);
	edit_clear(&s->phrase);
	return (struct turn){ .kind = TURN_STAY };
}

static void withdrawn_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct withdrawn_state *s = state;

	(void)r;
	page->place = _("Certificates");
	if (s->path != NULL) {
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, ngettext("The list names %d certificate. Give it to verifiers, a new one each month:",
			"The list names %d certificates. Give it to verifiers, a new one each month:", (unsigned long)s->count), s->count));
		parts_raw_block(page, STYLE_STRONG, s->path);
		return;
	}
	page_heading(page, 1, _("Sign the list of withdrawn certificates"));
	page_space(page);
	struct field f = edit_field(&s->phrase, page, true);

	page_field(page, _("Pass phrase of the key"), &f);
	if (!s->lacks)
		return;
	page_space(page);
	page_message(page, STYLE_NOTE, _("Type the pass phrase first."));
}

static struct turn withdrawn_on_action(void *state, const struct event *e)
{
	struct withdrawn_state *s = state;

	s->lacks = s->path == NULL && e->action == ACTION_OPEN && s->phrase.len == 0;
	if (e->action == ACTION_BACK || (s->path != NULL && e->action == ACTION_OPEN))
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_OPEN && s->phrase.len > 0)
		return (struct turn){ .kind = TURN_EFFECT, .effect = withdrawn_write };
	if (s->path == NULL)
		edit_action(&s->phrase, e);
	return (struct turn){ .kind = TURN_STAY };
}

static bool withdrawn_typing(const void *state)
{
	return ((const struct withdrawn_state *)state)->path == NULL;
}

static const char *withdrawn_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && !withdrawn_typing(state) ? _("back") : NULL;
}

static const struct binding withdrawn_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("write"), .help = N_("Write the file") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is done") },
	{ .action = ACTION_NONE },
};

const struct screen screen_withdrawn = {
	.name = "withdrawn",
	.state_size = sizeof(struct withdrawn_state),
	.bindings = withdrawn_bindings,
	.init = withdrawn_init,
	.typing = withdrawn_typing,
	.label = withdrawn_label,
	.describe = withdrawn_describe,
	.on_action = withdrawn_on_action,
	.release = withdrawn_release,
};
