/* A question as blocks of paper, and its place on the answer sheet. */
#include "config.h"
#include "app/exam_paper_inside.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "pack/markdown.h"

static const char *plain(struct arena *a, const char *markup)
{
	struct rich r = md_inline(a, markup);
	return md_plain(a, &r);
}

static void add_table(struct arena *a, const struct md_block *b, json_t *blocks)
{
	enum { COLUMNS_MAX = 12 };
	int weights[COLUMNS_MAX];
	const char *cells[COLUMNS_MAX];
	size_t columns = b->columns < COLUMNS_MAX ? b->columns : COLUMNS_MAX;
	json_t *table = NULL;
	for (size_t r = 0; r < b->rows; r++) {
		for (size_t i = 0; i < columns; i++) {
			cells[i] = md_plain(a, &b->cells[r * b->columns + i]);
			weights[i] = 1;
		}
		if (r == 0)
			table = document_table(blocks, weights, cells, columns);
		else
			document_row(table, cells, columns);
	}
}

/* Text to read: notices, letters, tables. */
void paper_markdown(struct arena *a, const char *text, json_t *blocks)
{
	struct md md;
	int line;
	const char *fault;
	if (!markdown_parse(a, text, &md, &line, &fault)) {
		document_paragraph(blocks, text);
		return;
	}
	for (size_t i = 0; i < md.count; i++) {
		const struct md_block *b = &md.blocks[i];
		if (b->kind == MD_TABLE)
			add_table(a, b, blocks);
		else if (b->kind == MD_HEADING)
			document_heading(blocks, 4, md_plain(a, &b->text));
		else if (b->kind == MD_ITEM)
			document_paragraph(blocks, b->number ? arena_printf(a, "%d. %s", b->number, md_plain(a, &b->text)) : arena_printf(a, "– %s", md_plain(a, &b->text)));
		else
			document_paragraph(blocks, md_plain(a, &b->text));
	}
}

static void add_options(struct arena *a, const char *const *options, size_t count, bool in_line, json_t *blocks)
{
	struct str text;
	str_init(&text);
	for (size_t i = 0; i < count; i++)
		str_addf(&text, "%s%c) %s", i == 0 ? "" : in_line ? "     " : "\n", (char)('a' + i), plain(a, options[i]));
	if (count)
		document_paragraph(blocks, text.buf);
	str_release(&text);
}

static void add_gaps(struct arena *a, const struct form_part *p, json_t *blocks)
{
	struct str text;
	str_init(&text);
	for (size_t i = 0; i <= p->gap_count; i++) {
		str_add(&text, p->pieces[i]);
		if (i < p->gap_count && p->gap_count > 1)
			str_addf(&text, "____(%zu)____", i + 1);
		else if (i < p->gap_count)
			str_add(&text, "________");
	}
	/* a lone gap says nothing that the answer sheet does not say */
	if (strspn(text.buf, "_ ") < text.len)
		document_paragraph(blocks, text.buf);
	if (p->bank != BANK_NONE)
		add_options(a, p->options, p->option_count, true, blocks);
	str_release(&text);
}

static void add_turns(struct arena *a, const struct form_part *p, json_t *blocks)
{
	for (size_t i = 0; i < p->turn_count; i++) {
		const struct form_turn *t = &p->turns[i];
		document_paragraph(blocks, arena_printf(a, "(%zu) %s: %s", i + 1, t->who ? t->who : "", t->say ? t->say : ""));
		add_options(a, t->options, t->option_count, false, blocks);
	}
}

static void add_part(struct arena *a, const struct form_part *p, json_t *blocks)
{
	switch (p->kind) {
	case FORM_TEXT: paper_markdown(a, p->text, blocks); break;
	case FORM_ASK: break; /* stands beside the number */
	case FORM_DRAWING:
		document_flag(document_paragraph(blocks, p->text), "mono");
		if (p->description && *p->description)
			document_flag(document_paragraph(blocks, p->description), "faint");
		break;
	case FORM_CHOICE:
		add_options(a, p->options, p->option_count, false, blocks);
		break;
	case FORM_ORDER: add_options(a, p->options, p->option_count, !p->lines, blocks); break;
	case FORM_GAPS: add_gaps(a, p, blocks); break;
	case FORM_PAIR:
		for (size_t i = 0; i < p->left_count; i++)
			document_paragraph(blocks, arena_printf(a, "%zu. %s", i + 1, plain(a, p->lefts[i])));
		add_options(a, p->options, p->option_count, true, blocks);
		break;
	case FORM_TURNS: add_turns(a, p, blocks); break;
	case FORM_CARD: document_paragraph(blocks, p->text); break;
	}
}

const char *sheet_ask(const struct form *f, struct arena *a)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->parts[i].kind == FORM_ASK)
			return plain(a, f->parts[i].text);
	return "";
}

void paper_question(const struct sheet_question *q, struct arena *a, json_t *blocks)
{
	json_t *group = document_add(blocks, "group"), *inner = document_inner(group, "blocks");
	const struct form_part *p = sheet_part(&q->form);
	if (q->text)
		document_flag(document_paragraph(inner, arena_printf(a, _("About text %d"), q->text)), "faint");
	document_heading(inner, 4, arena_printf(a, "%d.  %s", q->no, sheet_ask(&q->form, a)));
	for (size_t i = 0; i < q->form.count; i++)
		add_part(a, &q->form.parts[i], inner);
	if (p && p->kind == FORM_CHOICE && p->several)
		document_flag(document_paragraph(inner, _("More than one can be right.")), "faint");
}

/* "1 → ____" so many times. */
static void add_arrows(struct arena *a, size_t count, const char *number, json_t *blocks)
{
	struct str text;
	str_init(&text);
	str_addf(&text, "%s      ", number);
	for (size_t i = 0; i < count; i++)
		str_addf(&text, "%zu → ____     ", i + 1);
	document_paragraph(blocks, arena_strdup(a, text.buf));
	str_release(&text);
}

void paper_answer_line(const struct sheet_question *q, struct arena *a, json_t *blocks)
{
	const struct form_part *p = sheet_part(&q->form);
	const char *number = arena_printf(a, "%d", q->no);
	json_t *block;
	if (!p)
		return;
	switch (p->kind) {
	case FORM_CHOICE:
		block = document_add(blocks, "boxes");
		document_set(block, "label", number);
		document_flag(block, "inline");
		json_t *items = document_inner(block, "items");
		for (size_t i = 0; i < p->option_count; i++)
			document_push(items, arena_printf(a, "%c", (char)('a' + i)));
		break;
	case FORM_PAIR: add_arrows(a, p->left_count, number, blocks); break;
	case FORM_TURNS: add_arrows(a, p->turn_count, number, blocks); break;
	case FORM_ORDER:
	case FORM_GAPS:
	case FORM_TEXT:
	case FORM_ASK:
	case FORM_DRAWING:
	case FORM_CARD:
		block = document_add(blocks, "writing");
		document_set(block, "label", number);
		document_number(block, "lines", p->kind == FORM_GAPS && p->gap_count > 1 ? (int)p->gap_count : 1);
		break;
	}
}
