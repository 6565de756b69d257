#include "config.h"
#include "plain/print.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "text/cluster.h"
#include "text/norm.h"

enum { NUMBER_MAX = 4096 };

/* Numbers of the entries of a page, menu by menu. */
struct numbers {
	bool taken[10]; /* digits that entries have of their own */
	int next;       /* the next number to try for one without */
};

static void numbers_init(struct numbers *n, const struct page *page)
{
	*n = (struct numbers){ .next = 1 };
	for (size_t i = 0; i < page->count; i++)
		for (size_t k = 0; page->blocks[i].kind == BLOCK_MENU && k < page->blocks[i].entry_count; k++)
			if (page->blocks[i].entries[k].digit >= '0' && page->blocks[i].entries[k].digit <= '9')
				n->taken[page->blocks[i].entries[k].digit - '0'] = true;
}

static int number_of(struct numbers *n, const struct entry *e)
{
	if (e->digit >= '0' && e->digit <= '9')
		return e->digit - '0';
	while (n->next < 10 && n->taken[n->next])
		n->next++;
	return n->next++;
}

bool plain_entry(const struct page *page, int number, size_t *block, size_t *entry)
{
	struct numbers n;

	numbers_init(&n, page);
	for (size_t i = 0; i < page->count; i++)
		for (size_t k = 0; page->blocks[i].kind == BLOCK_MENU && k < page->blocks[i].entry_count; k++)
			if (number_of(&n, &page->blocks[i].entries[k]) == number) {
				*block = i;
				*entry = k;
				return true;
			}
	return false;
}

/* One paragraph, wrapped; lines after the first are indented by `hang`. */
static void put(struct str *out, int width, const char *text, int hang)
{
	char *safe = text_sanitise_dup(text);
	int room = width, indent = 0;

	for (size_t at = 0, n; (n = text_wrap(safe + at, room, NULL)) > 0; at += n) {
		size_t shown = n;

		while (shown > 0 && safe[at + shown - 1] == ' ')
			shown--;
		str_addf(out, "%*s%.*s\n", indent, "", (int)shown, safe + at);
		indent = hang;
		room = width - hang;
	}
	free(safe);
}

static void add_text(struct str *s, const struct text *t)
{
	for (size_t i = 0; i < t->count; i++)
		str_add(s, t->spans[i].text);
}

static const char *mark_word(enum entry_mark mark)
{
	switch (mark) {
	case MARK_ON:
	case MARK_FULL:
		/* TRANSLATORS: said behind an entry of a list that was ticked, in the line mode for screen readers */
		return _("chosen");
	case MARK_GOOD:
		return _("right");
	case MARK_BAD:
		return _("wrong");
	case MARK_GONE:
		/* TRANSLATORS: said behind a word that has been taken already */
		return _("taken");
	case MARK_NONE:
	case MARK_OFF:
	case MARK_EMPTY:
		break;
	}
	return NULL;
}

static void print_menu(const struct block *b, struct numbers *n, int width, struct str *out)
{
	for (size_t i = 0; i < b->entry_count; i++) {
		const struct entry *e = &b->entries[i];
		const char *mark = mark_word(e->mark);
		struct str s;

		str_init(&s);
		str_addf(&s, "%d. ", number_of(n, e));
		add_text(&s, &e->label);
		if (e->middle != NULL && e->middle[0] != '\0')
			str_addf(&s, ", %s", e->middle);
		if (e->right != NULL && e->right[0] != '\0')
			str_addf(&s, ", %s", e->right);
		if (mark != NULL)
			str_addf(&s, " (%s)", mark);
		if (b->gathers && b->current == (int)i)
			str_addf(&s, " (%s)", _("here"));
		put(out, width, s.buf, 3);
		str_release(&s);
	}
}

static void print_row(const struct block *b, size_t r, int width, struct str *out)
{
	struct str s;
	size_t said = 0;

	str_init(&s);
	for (size_t c = 0; c < b->columns; c++) {
		struct str cell;

		str_init(&cell);
		add_text(&cell, &b->cells[r * b->columns + c]);
		if (cell.len > 0)
			str_addf(&s, "%s%s", said++ > 0 ? "; " : "", cell.buf);
		str_release(&cell);
	}
	if (b->current >= 0 && (size_t)b->current == r)
		str_addf(&s, " (%s)", _("here"));
	put(out, width, s.buf, 3);
	str_release(&s);
}

/* One row a line, cells set apart by semicolons; the head is said once. Of a long list that is made to be looked at in parts, the part around the pointer. */
static void print_table(const struct block *b, int width, struct str *out)
{
	enum { PART = 20 };
	size_t head = b->head ? 1 : 0, from = head, to = b->rows, rows = b->rows - head;

	if (b->window && rows > PART) {
		size_t current = b->current > 0 ? (size_t)b->current - head : 0, first = current / PART * PART;

		from = head + (first + PART > rows ? rows - PART : first);
		to = from + PART;
	}
	if (head > 0 && b->rows > 0)
		print_row(b, 0, width, out);
	for (size_t r = from; r < to; r++)
		print_row(b, r, width, out);
	if (to - from < rows)
		str_addf(out, "… %zu–%zu / %zu\n", from - head + 1, to - head, rows);
}

static void print_line(const struct block *b, int width, struct str *out)
{
	struct str s;

	str_init(&s);
	if (b->label != NULL && b->label[0] != '\0')
		str_addf(&s, "%s: ", b->label);
	add_text(&s, &b->text);
	if (b->selected)
		str_addf(&s, " (%s)", _("here"));
	put(out, width, s.buf, 3);
	if (b->caption != NULL && b->caption[0] != '\0') {
		str_clear(&s);
		str_addf(&s, "   = %s", b->caption);
		put(out, width, s.buf, 5);
	}
	str_release(&s);
}

/* What is in a field; a secret says only that something is. */
static void add_value(struct str *s, const struct field *f)
{
	if (f->value == NULL || f->value[0] == '\0')
		str_add(s, "___");
	else
		str_add(s, f->secret ? "***" : f->value);
	if (f->style == STYLE_GOOD)
		str_addf(s, " (%s)", _("right"));
	if (f->style == STYLE_BAD)
		str_addf(s, " (%s)", _("wrong"));
}

static void print_gaps(const struct block *b, int width, struct str *out, struct str *prompt)
{
	struct str s;

	str_init(&s);
	for (size_t i = 0; i < b->piece_count; i++) {
		str_add(&s, b->pieces[i]);
		if (i + 1 == b->piece_count)
			break;
		if (b->piece_count > 2)
			str_addf(&s, "(%zu) ", i + 1);
		add_value(&s, &b->fields[i]);
		if (b->fields[i].active && b->piece_count > 2)
			str_addf(prompt, "(%zu) > ", i + 1);
		else if (b->fields[i].active)
			str_add(prompt, "> ");
	}
	put(out, width, s.buf, 0);
	str_release(&s);
}

static void print_field(const struct block *b, int width, struct str *out, struct str *prompt)
{
	const char *label = b->label != NULL ? b->label : "";
	struct str s;

	str_init(&s);
	if (b->fields[0].active)
		str_addf(prompt, "%s > ", label);
	str_addf(&s, "%s: ", label);
	add_value(&s, &b->fields[0]);
	put(out, width, s.buf, 3);
	str_release(&s);
}

static void print_gauge(const struct block *b, int width, struct str *out)
{
	struct str s;

	str_init(&s);
	str_add(&s, b->label != NULL ? b->label : "");
	if (b->caption != NULL)
		str_addf(&s, "%s%s", s.len > 0 ? ": " : "", b->caption);
	else if (b->total > 0)
		str_addf(&s, ": %d / %d", b->done, b->total);
	put(out, width, s.buf, 3);
	str_release(&s);
}

static void print_words(const struct block *b, int width, struct str *out)
{
	struct str s;

	str_init(&s);
	if (b->kind == BLOCK_ITEM)
		str_addf(&s, "%*s", 2 * (b->level < 8 ? b->level : 8), "");
	if (b->kind == BLOCK_ITEM && b->number > 0)
		str_addf(&s, "%d) ", b->number);
	else if (b->kind == BLOCK_ITEM)
		str_add(&s, "- ");
	if (b->kind == BLOCK_MESSAGE && b->style == STYLE_GOOD)
		str_add(&s, "✓ ");
	if (b->kind == BLOCK_MESSAGE && b->style == STYLE_BAD)
		str_add(&s, "✗ ");
	if (b->kind == BLOCK_MESSAGE && b->style == STYLE_NOTE)
		str_add(&s, "≈ ");
	add_text(&s, &b->text);
	if (b->kind == BLOCK_HEADING && b->caption != NULL)
		str_addf(&s, ", %s", b->caption);
	put(out, width, s.buf, b->kind == BLOCK_ITEM ? 2 * b->level + 2 : 0);
	str_release(&s);
}

/* `text` without the spaces at its ends; a space alone is said. */
static const char *trimmed(struct arena *a, const char *text)
{
	size_t n = strlen(text += strspn(text, " "));

	while (n > 0 && text[n - 1] == ' ')
		n--;
	return n > 0 ? arena_strndup(a, text, n) : _("a space");
}

/* A stretch that differs, and how, in words. */
static const char *change_words(struct arena *a, const struct change *c)
{
	const char *typed = trimmed(a, c->typed), *right = trimmed(a, c->right);

	switch (c->kind) {
	case CHANGE_MISSING:
		/* TRANSLATORS: said within a typed answer, in the line mode for screen readers: "br (missing: o) odje" */
		return arena_printf(a, _("missing: %s"), right);
	case CHANGE_EXTRA:
		/* TRANSLATORS: said within a typed answer: "fro (m, too much) mage" */
		return arena_printf(a, _("%s, too much"), typed);
	case CHANGE_OTHER:
		/* TRANSLATORS: said within a typed answer, of a wrong part: "(v, right: w) ater" */
		return arena_printf(a, _("%s, right: %s"), typed, right);
	case CHANGE_MOVED:
		/* TRANSLATORS: said within a typed answer, of a word in the wrong place; then where it belongs */
		return c->typed[0] != '\0' ? arena_printf(a, _("%s, in another place"), typed) : arena_printf(a, _("here: %s"), right);
	case CHANGE_NONE:
		break;
	}
	return "";
}

static void add_blank(struct str *s)
{
	if (s->len > 0 && s->buf[s->len - 1] != ' ')
		str_addc(s, ' ');
}

/* What was typed, with words where it differs; then what is right. */
static void print_difference(const struct block *b, int width, struct str *out)
{
	struct arena a = ARENA_INIT;
	struct str s;

	str_init(&s);
	str_add(&s, b->style == STYLE_BAD ? "✗ " : "≈ ");
	for (size_t i = 0; i < b->change_count; i++) {
		const struct change *c = &b->changes[i];

		if (c->kind == CHANGE_NONE) {
			str_add(&s, s.buf[s.len - 1] == ' ' ? c->typed + strspn(c->typed, " ") : c->typed);
			continue;
		}
		add_blank(&s);
		str_addf(&s, "(%s) ", change_words(&a, c));
	}
	put(out, width, s.buf, 3);
	str_clear(&s);
	str_add(&s, "✓ ");
	for (size_t i = 0; i < b->change_count; i++)
		str_add(&s, b->changes[i].right);
	put(out, width, s.buf, 3);
	str_release(&s);
	arena_release(&a);
}

/* Numbers of the places that are full or not, or marked, after a word for it. */
static void add_places(const struct block *b, const char *word, bool (*fits)(const struct entry *e), struct str *s)
{
	size_t said = 0;

	for (size_t i = 0; i < b->entry_count; i++)
		if (fits(&b->entries[i]))
			str_addf(s, "%s %zu", said++ > 0 ? "," : word, i + 1);
	if (said > 0)
		str_add(s, ". ");
}

static bool is_open(const struct entry *e)
{
	return e->mark == MARK_EMPTY;
}

static bool is_marked(const struct entry *e)
{
	return e->right != NULL;
}

static void print_places(const struct block *b, int width, struct str *out)
{
	struct str s;

	str_init(&s);
	if (b->caption != NULL)
		str_addf(&s, "%s. ", b->caption);
	/* TRANSLATORS: before the numbers of questions of an exam that have no answer yet: "Open: 3, 7." */
	add_places(b, _("Open:"), is_open, &s);
	/* TRANSLATORS: before the numbers of questions that the learner has flagged to come back to: "Flagged: 2." */
	add_places(b, _("Flagged:"), is_marked, &s);
	put(out, width, s.buf, 0);
	str_release(&s);
}

static void print_block(const struct block *b, struct numbers *n, int width, struct str *out, struct str *prompt)
{
	switch (b->kind) {
	case BLOCK_TITLE:
	case BLOCK_HEADING:
	case BLOCK_TEXT:
	case BLOCK_ITEM:
	case BLOCK_MESSAGE:
		print_words(b, width, out);
		break;
	case BLOCK_TABLE:
		print_table(b, width, out);
		break;
	case BLOCK_MENU:
		print_menu(b, n, width, out);
		break;
	case BLOCK_GAUGE:
		print_gauge(b, width, out);
		break;
	case BLOCK_LINE:
		print_line(b, width, out);
		break;
	case BLOCK_FIELD:
		print_field(b, width, out, prompt);
		break;
	case BLOCK_GAPS:
		print_gaps(b, width, out, prompt);
		break;
	case BLOCK_DRAWING:
		put(out, width, b->caption != NULL ? b->caption : "", 0);
		break;
	case BLOCK_DIFFERENCE:
		print_difference(b, width, out);
		break;
	case BLOCK_PLACES:
		print_places(b, width, out);
		break;
	case BLOCK_SPACE:
		break;
	}
}

static void print_head(const struct page *p, int width, struct str *out)
{
	struct str s;

	str_init(&s);
	if (p->brand != NULL)
		str_addf(&s, "%s. ", p->brand);
	if (p->place != NULL)
		str_add(&s, p->place);
	if (p->rule_right != NULL)
		str_addf(&s, "%s%s", s.len > 0 ? ", " : "", p->rule_right);
	if (p->corner != NULL && p->corner[0] != '\0')
		str_addf(&s, "%s%s", s.len > 0 ? ". " : "", p->corner);
	if (p->badge != NULL)
		str_addf(&s, "%s%s", s.len > 0 ? ", " : "", p->badge);
	if (s.len > 0) {
		str_addc(&s, '.');
		put(out, width, s.buf, 0);
		str_addc(out, '\n');
	}
	str_release(&s);
}

/* "Enter next, ← back, F1 help" */
static void print_hints(const struct page *p, int width, struct str *out)
{
	struct str s;

	str_init(&s);
	for (size_t i = 0; i < p->hint_count; i++) {
		const struct hint *h = &p->hints[i];

		str_addf(&s, "%s%s", i > 0 ? ", " : "", h->keys);
		if (h->label != NULL && h->label[0] != '\0')
			str_addf(&s, " %s", h->label);
	}
	if (s.len > 0) {
		str_addc(out, '\n');
		put(out, width, s.buf, 0);
	}
	str_release(&s);
}

void plain_print(const struct page *page, int width, struct str *out, struct str *prompt)
{
	struct numbers n;
	bool space = false;

	numbers_init(&n, page);
	print_head(page, width, out);
	for (size_t i = 0; i < page->count; i++) {
		if (page->blocks[i].kind == BLOCK_SPACE) {
			space = i > 0;
			continue;
		}
		if (space)
			str_addc(out, '\n');
		space = false;
		print_block(&page->blocks[i], &n, width, out, prompt);
	}
	if (page->foot != NULL) {
		str_addc(out, '\n');
		print_places(page->foot, width, out);
	}
	if (page->bottom != NULL) {
		str_addc(out, '\n');
		put(out, width, page->bottom, 0);
	}
	print_hints(page, width, out);
	if (page->message != NULL) {
		str_addc(out, '\n');
		print_words(page->message, width, out);
	}
}
