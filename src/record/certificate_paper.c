#include "config.h"
#include "record/certificate_paper.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "exam/blueprint.h"
#include "record/certificate_text.h"

enum { ROWS_BEFORE_CODE = 8 };

enum word {
	W_PRACTICE_TITLE, W_TITLE, W_NAME, W_LATIN, W_BIRTH, W_PROGRAMME, W_ISSUER, W_TELEPHONE, W_PLACE, W_EXAMINED, W_EXAM_LANGUAGE, W_ISSUED, W_UNTIL, W_SERIAL,
	W_DIGEST, W_EXAM, W_MARKS, W_NOT_EXAMINED, W_STATES, W_LIMITS, W_DIGEST_WHY, W_CHECK, W_CHECK_HOW, W_ADDRESS, W_NO_ADDRESS, W_OFFICER, W_READING, W_LISTENING, W_VOCABULARY_GRAMMAR, W_WRITING, W_SPEAKING,
};
static const char *const words[] = {
	[W_PRACTICE_TITLE] = N_("Practice certificate"),
	[W_TITLE] = N_("Certificate of preparation"),
	[W_NAME] = N_("Name"),
	[W_LATIN] = N_("Name in the passport"),
	[W_BIRTH] = N_("Born on"),
	[W_PROGRAMME] = N_("Programme"),
	[W_ISSUER] = N_("Issued by"),
	[W_TELEPHONE] = N_("Telephone of the issuer"),
	[W_PLACE] = N_("Place of the examinations"),
	[W_EXAMINED] = N_("Examined on"),
	[W_EXAM_LANGUAGE] = N_("Language of the examinations"),
	[W_ISSUED] = N_("Issued on"),
	[W_UNTIL] = N_("Valid until"),
	[W_SERIAL] = N_("Serial number"),
	[W_DIGEST] = N_("Seal of the passport number"),
	[W_EXAM] = N_("Examination"),
	[W_MARKS] = N_("Marks"),
	[W_NOT_EXAMINED] = N_("not examined"),
	[W_STATES] = N_("The holder passed the examinations named here, under supervision, after showing the passport."),
	[W_LIMITS] = N_("This is training before departure. It is not a CEFR language certificate and not a VCA certificate, and it gives no right to stay or to work."),
	[W_DIGEST_WHY] = N_("The number of the passport is not printed. Type the number from the holder's passport into the checker: it says whether it matches."),
	[W_CHECK] = N_("Check this certificate"),
	[W_CHECK_HOW] = N_("Get the checker yourself from the agency's address, never from a link that came with this paper. It reads this code without a network."),
	[W_ADDRESS] = N_("The agency's address: %s"),
	[W_NO_ADDRESS] = N_("The agency publishes its address; ask the embassy where you do not know it."),
	[W_OFFICER] = N_("For the issuer: %s"),
	[W_READING] = N_("Reading"),
	[W_LISTENING] = N_("Listening"),
	[W_VOCABULARY_GRAMMAR] = N_("Vocabulary and grammar"),
	[W_WRITING] = N_("Writing"),
	[W_SPEAKING] = N_("Speaking"),
};

static const enum word skills[SKILL_COUNT] = {[SKILL_READING] = W_READING, [SKILL_LISTENING] = W_LISTENING, [SKILL_VOCABULARY_GRAMMAR] = W_VOCABULARY_GRAMMAR,
	[SKILL_WRITING] = W_WRITING, [SKILL_SPEAKING] = W_SPEAKING};

/* A word in the first or the second language; NULL where there is no second one. Each is used before the next is asked for. */
static const char *say(const struct certificate_paper *c, size_t language, enum word w)
{
	if (language >= c->language_count)
		return NULL;
	i18n_set_language(c->languages[language]);
	return gettext(words[w]);
}

static void add_line(const struct certificate_paper *c, json_t *lines, enum word w, const char *value)
{
	char first[200], second[200];
	const char *other = say(c, 1, w);
	snprintf(second, sizeof(second), "%s", other ? other : "");
	snprintf(first, sizeof(first), "%s", say(c, 0, w));
	/* one word where two languages have the same one */
	document_line(lines, first, *second && strcmp(first, second) != 0 ? second : NULL, value, NULL);
}

static json_t *add_styled(json_t *blocks, const char *text, const char *size, const char *align)
{
	json_t *b = document_paragraph(blocks, text);
	document_set(b, "size", size);
	if (align)
		document_set(b, "align", align);
	return b;
}

static void add_titles(const struct certificate_paper *c, json_t *blocks)
{
	enum word title = c->practice ? W_PRACTICE_TITLE : W_TITLE;
	if (*c->issuer)
		document_flag(add_styled(blocks, c->issuer, "normal", "centre"), "faint");
	document_set(document_heading(blocks, 1, say(c, 0, title)), "align", "centre");
	if (c->language_count > 1)
		document_flag(add_styled(blocks, say(c, 1, title), "large", "centre"), "faint");
	document_space(blocks, 1);
	add_styled(blocks, *c->latin ? c->latin : c->name, "huge", "centre");
	for (size_t i = 0; i < c->language_count; i++)
		if (i == 0 || strcmp(c->programme_titles[0], c->programme_titles[1]) != 0) {
			json_t *b = add_styled(blocks, c->programme_titles[i], i == 0 ? "large" : "normal", "centre");
			if (i > 0)
				document_flag(b, "faint");
		}
	document_space(blocks, 1);
}

/* The second language behind the first, unless it has the same word. */
static void add_other(char *text, size_t size, const char *between, const char *other)
{
	size_t n = strlen(text);
	if (other && strcmp(text, other) != 0)
		snprintf(text + n, size - n, "%s%s", between, other);
}

/* Two columns of keyed lines, and the long digest under them. */
static void add_facts(const struct certificate_paper *c, json_t *blocks)
{
	json_t *columns = document_add(blocks, "columns");
	json_t *left = document_lines(document_inner(columns, "left")), *right = document_lines(document_inner(columns, "right"));
	if (strcmp(c->name, c->latin) != 0)
		add_line(c, left, W_NAME, c->name);
	add_line(c, left, W_LATIN, c->latin);
	add_line(c, left, W_BIRTH, c->birth);
	add_line(c, left, W_SERIAL, c->serial);
	add_line(c, left, W_ISSUER, c->issuer);
	add_line(c, right, W_PLACE, c->place);
	add_line(c, right, W_EXAMINED, c->examined_on);
	add_line(c, right, W_EXAM_LANGUAGE, c->exam_languages);
	add_line(c, right, W_ISSUED, c->issued_on);
	add_line(c, right, W_UNTIL, c->valid_until);
	add_line(c, right, W_TELEPHONE, c->telephone);
	if (*c->document_digest) {
		char text[400];
		snprintf(text, sizeof(text), "%s", say(c, 0, W_DIGEST));
		add_other(text, sizeof(text), " · ", say(c, 1, W_DIGEST));
		size_t n = strlen(text);
		snprintf(text + n, sizeof(text) - n, "\n%.120s", c->document_digest);
		document_flag(add_styled(blocks, text, "tiny", NULL), "faint");
	}
}

/* "Reading", "Reading (notices)", "Reading: not examined". */
static void put_title(const struct certificate_paper *c, const struct certificate_paper_result *r, size_t language, char *out, size_t size)
{
	enum skill s;
	char part[128] = "";
	if (*r->part)
		snprintf(part, sizeof(part), " (%.100s)", r->part);
	if (!*r->skill)
		snprintf(out, size, "%.200s", r->titles[language]);
	else
		snprintf(out, size, "    %s%s", skill_from(r->skill, &s) ? say(c, language, skills[s]) : r->skill, part);
	size_t n = strlen(out);
	if (!r->marks)
		snprintf(out + n, size - n, " – %s", say(c, language, W_NOT_EXAMINED)); /* a dash stands alike in all languages, a colon does not */
}

/* A column for each language, the marks at the right. */
static void add_results(const struct certificate_paper *c, json_t *blocks)
{
	static const int weights[] = {4, 4, -2};
	size_t n = c->language_count, columns = n + 1;
	char head[3][128], cells[3][300];
	const char *row[3] = {cells[0], cells[1], cells[2]}, *heads[3] = {head[0], head[1], head[2]};
	for (size_t i = 0; i < n; i++)
		snprintf(head[i], sizeof(head[i]), "%s", say(c, i, W_EXAM));
	snprintf(head[n], sizeof(head[n]), "%s", say(c, 0, W_MARKS));
	add_other(head[n], sizeof(head[n]), " · ", say(c, 1, W_MARKS));
	json_t *table = document_table(blocks, n == 1 ? weights + 1 : weights, heads, columns);
	document_set(table, "size", "small");
	for (size_t i = 0; i < c->result_count; i++) {
		const struct certificate_paper_result *r = &c->results[i];
		for (size_t k = 0; k < n; k++)
			put_title(c, r, k, cells[k], sizeof(cells[k]));
		snprintf(cells[n], sizeof(cells[n]), "%s", r->marks ? r->marks : "–");
		document_row(table, row, columns);
	}
}

/* The same words in both languages, side by side. */
static void add_statement(const struct certificate_paper *c, json_t *blocks, const enum word *list, size_t count)
{
	static const char *const sides[] = {"left", "right"};
	json_t *columns = c->language_count > 1 ? document_add(blocks, "columns") : NULL;
	for (size_t i = 0; i < c->language_count; i++) {
		json_t *side = columns ? document_inner(columns, sides[i]) : blocks;
		for (size_t k = 0; k < count; k++)
			add_styled(side, say(c, i, list[k]), "small", NULL);
	}
}

static void add_code(const struct certificate_paper *c, json_t *blocks)
{
	json_t *beside = document_inner(document_qr(blocks, c->code, 42), "beside");
	for (size_t i = 0; i < c->language_count; i++) {
		char line[400];
		document_heading(beside, 4, say(c, i, W_CHECK));
		add_styled(beside, say(c, i, W_CHECK_HOW), "small", NULL);
		/* The format is one of ours, in every catalogue. */
		const char *address = say(c, i, *c->address ? W_ADDRESS : W_NO_ADDRESS), *where = strstr(address, "%s");
		snprintf(line, sizeof(line), "%.*s%s%s", where ? (int)(where - address) : (int)strlen(address), address, where ? c->address : "", where ? where + 2 : "");
		add_styled(beside, line, "small", NULL);
	}
}

static void add_officers(const struct certificate_paper *c, json_t *blocks)
{
	char lines[2][400];
	const char *list[2] = {lines[0], lines[1]};
	for (size_t i = 0; i < 2; i++) {
		const char *text = say(c, 0, W_OFFICER), *where = strstr(text, "%s");
		snprintf(lines[i], sizeof(lines[i]), "%.*s%s%s", where ? (int)(where - text) : (int)strlen(text), text, where ? c->officers[i] : "", where ? where + 2 : "");
	}
	document_sign(blocks, list, 2);
}

/* What proves nothing says so in all languages. */
static void add_warnings(json_t *document, json_t *blocks)
{
	json_t *group = document_add(blocks, "group"), *inner = document_inner(group, "blocks");
	document_flag(group, "border");
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		char word[64];
		practice_word(languages[i].tag, word);
		document_mark(document, word);
		add_styled(inner, practice_warning(languages[i].tag), "normal", NULL);
	}
}

json_t *certificate_paper(const struct certificate_paper *c)
{
	static const enum word real[] = {W_STATES, W_LIMITS, W_DIGEST_WHY}, practice[] = {W_LIMITS};
	char before[LANGUAGE_TAG_SIZE], title[300];
	enum word what = c->practice ? W_PRACTICE_TITLE : W_TITLE;
	i18n_language(before);
	/* what readers of either language see above the window: "Practice certificate · Oefencertificaat · P 1234 …" */
	snprintf(title, sizeof(title), "%s", say(c, 0, what));
	add_other(title, sizeof(title), " · ", say(c, 1, what));
	add_other(title, sizeof(title), " · ", c->serial);
	json_t *doc = document_new(title, c->languages[0], c->issuer, c->issued_at), *blocks = document_blocks(doc);
	document_set(doc, "face", "serif");
	document_set(doc, "foot", c->serial);
	document_flag(doc, "frame");
	document_flag(doc, "numbers");
	add_titles(c, blocks);
	add_facts(c, blocks);
	/* the code stands on the first page, however long the table is */
	bool early = c->result_count > ROWS_BEFORE_CODE;
	if (*c->code && early)
		add_code(c, blocks);
	add_results(c, blocks);
	if (c->practice) {
		add_statement(c, blocks, practice, 1);
		add_warnings(doc, blocks);
	} else {
		add_statement(c, blocks, real, sizeof(real) / sizeof(real[0]));
		if (*c->code && !early)
			add_code(c, blocks);
		add_officers(c, blocks);
	}
	i18n_set_language(before);
	return doc;
}
