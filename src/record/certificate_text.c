#include "config.h"
#include "record/certificate_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/i18n.h"
#include "text/cluster.h"
#include "text/norm.h"

enum { COLUMNS = 76, MARGIN = 2, GAP = 2 };

/* Here and not in the catalogues, because all of them stand on every certificate, whoever prints it. */
static const struct {
	const char *language, *text;
} warnings[] = {
	{.language = "en", .text = "PRACTICE – proves nothing to an employer or authority"},
	{.language = "uz", .text = "MASHQ – ish beruvchiga ham, idoraga ham hech narsani isbotlamaydi"},
	{.language = "uz@cyrillic", .text = "МАШҚ – иш берувчига ҳам, идорага ҳам ҳеч нарсани исботламайди"},
	{.language = "ru", .text = "УЧЕБНЫЙ – ничего не доказывает ни работодателю, ни властям"},
	{.language = "nl", .text = "OEFENING – bewijst niets aan een werkgever of overheid"},
	{.language = "fr", .text = "EXERCICE – ne prouve rien à un employeur ni à une autorité"},
	{.language = "de", .text = "ÜBUNG – beweist nichts gegenüber Arbeitgebern oder Behörden"},
};

const char *practice_warning(const char *language)
{
	for (size_t i = 0; i < sizeof(warnings) / sizeof(warnings[0]); i++)
		if (str_eq(language, warnings[i].language))
			return warnings[i].text;
	return warnings[0].text;
}

void practice_word(const char *language, char out[64])
{
	const char *text = practice_warning(language), *dash = strstr(text, " – ");
	snprintf(out, 64, "%.*s", dash ? (int)(dash - text) : (int)strlen(text), text);
}

static void add_times(struct str *out, const char *what, int times)
{
	for (int i = 0; i < times; i++)
		str_add(out, what);
}

static void add_rule(struct str *out, const char *line)
{
	add_times(out, line, COLUMNS);
	str_addc(out, '\n');
}

/* `text` wrapped from column `indent` on; the cursor stands there already. */
static void add_wrapped(struct str *out, const char *text, int indent)
{
	char *safe = text_sanitise_dup(text);
	const char *s = safe;
	for (bool first = true; *s; first = false) {
		int used;
		size_t n = text_wrap(s, COLUMNS - indent, &used), shown = n;
		while (shown > 0 && s[shown - 1] == ' ')
			shown--;
		if (!first)
			add_times(out, " ", indent);
		str_addn(out, s, shown);
		str_addc(out, '\n');
		s += n;
	}
	if (!*safe)
		str_addc(out, '\n');
	free(safe);
}

static void add_field(struct str *out, const char *label, const char *value, int label_width)
{
	if (!value || !*value)
		return;
	add_times(out, " ", MARGIN);
	str_add(out, label);
	add_times(out, " ", label_width - text_width(label) + GAP);
	add_wrapped(out, value, MARGIN + label_width + GAP);
}

static void add_fields(const struct certificate_sheet *c, struct str *out)
{
	int widest = 0;
	for (size_t i = 0; i < c->field_count; i++) {
		int width = text_width(c->fields[i].label);
		if (width > widest)
			widest = width;
	}
	for (size_t i = 0; i < c->field_count; i++)
		add_field(out, c->fields[i].label, c->fields[i].value, widest);
}

/* "title ........ 8 / 10" with the result at the right edge of the first line. */
static void add_result(struct str *out, const char *title, const char *result)
{
	char *safe = text_sanitise_dup(title);
	int room = COLUMNS - 2 * MARGIN - text_width(result) - 2, used;
	const char *s = safe;
	size_t n = text_wrap(s, room, &used), shown = n;
	while (shown > 0 && s[shown - 1] == ' ')
		shown--;
	add_times(out, " ", MARGIN);
	str_addn(out, s, shown);
	str_addc(out, ' ');
	add_times(out, ".", room - used);
	str_addf(out, " %s\n", result);
	if (s[n]) {
		add_times(out, " ", MARGIN + GAP);
		add_wrapped(out, s + n, MARGIN + GAP);
	}
	free(safe);
}

void certificate_sheet(const struct certificate_sheet *c, struct str *out)
{
	add_rule(out, "═");
	add_times(out, " ", MARGIN);
	str_add(out, c->title);
	int gap = COLUMNS - 2 * MARGIN - text_width(c->title) - text_width(c->serial);
	if (gap < GAP) {
		str_addc(out, '\n');
		gap = COLUMNS - 2 * MARGIN - text_width(c->serial);
	}
	add_times(out, " ", gap);
	str_addf(out, "%s\n", c->serial);
	add_rule(out, "─");
	add_fields(c, out);
	str_addc(out, '\n');
	for (size_t i = 0; i < c->result_count; i++)
		add_result(out, c->results[i].label, c->results[i].value);
	add_rule(out, "─");
	for (size_t i = 0; i < c->note_count; i++) {
		add_times(out, " ", MARGIN);
		add_wrapped(out, c->notes[i], MARGIN);
	}
	add_rule(out, "═");
}

void certificate_text(const struct certificate_view *c, struct str *out)
{
	enum { WARNINGS = sizeof(warnings) / sizeof(warnings[0]) };
	const struct sheet_row fields[] = {
		{_("Name"), c->name}, {_("Name in the passport"), c->latin}, {_("Born on"), c->birth},
		{_("Programme"), c->programme_title}, {_("Issued on"), c->issued_on}, {_("Issued by"), c->site},
	};
	const char *notes[WARNINGS];
	struct arena a = ARENA_INIT;
	struct sheet_row *results = arena_array(&a, c->requirement_count, sizeof(*results));
	for (size_t i = 0; i < WARNINGS; i++)
		notes[i] = warnings[i].text;
	for (size_t i = 0; i < c->requirement_count; i++)
		results[i] = (struct sheet_row){c->requirement_titles[i], c->results[i]};
	const struct certificate_sheet sheet = {
		.title = _("Practice certificate"), .serial = c->serial, .fields = fields, .field_count = sizeof(fields) / sizeof(fields[0]),
		.results = results, .result_count = c->requirement_count, .notes = notes, .note_count = WARNINGS,
	};
	certificate_sheet(&sheet, out);
	arena_release(&a);
}
