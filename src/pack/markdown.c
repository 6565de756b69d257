#include "config.h"
#include "pack/markdown.h"

#include <limits.h>
#include <md4c.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "pack/node.h"
#include "pack/table.h"

enum {
	LISTS_MAX = 6,  /* lists inside one another */
	STYLES_MAX = 8, /* emphasis inside one another */
};

struct list {
	bool numbered;
	unsigned next;
};

struct builder {
	struct arena *a;
	struct md *out;
	size_t block_room;
	const char *text, *end;
	const char *seen;  /* last place of the source that md4c handed over: its blocks and spans come without one */
	const char *fault; /* first one; the place is that of the next text */
	int line;          /* of the fault, 0 while not known */
	bool open;         /* the newest block takes text */
	struct run *runs;
	size_t run_count, run_room;
	struct str piece; /* text of the run that is growing, in piece_style */
	enum run_style piece_style, styles[STYLES_MAX];
	int style_count;
	struct list lists[LISTS_MAX];
	int list_count;
	struct rich *cells;
	size_t cell_count, cell_room, tables;
};

static int line_of(const struct builder *b, const char *place)
{
	int line = 1;
	for (const char *p = b->text; p < place; p++)
		line += *p == '\n';
	return line;
}

/* Remembers the first fault; md4c goes on until the next text tells the line. */
static int refuse(struct builder *b, const char *fault)
{
	if (!b->fault)
		b->fault = fault;
	return 0;
}

static int refuse_at(struct builder *b, const char *place, const char *fault)
{
	refuse(b, fault);
	b->line = line_of(b, place);
	return 1;
}

static void flush_piece(struct builder *b)
{
	if (!b->piece.len)
		return;
	b->runs = arena_grow(b->a, b->runs, b->run_count, &b->run_room, sizeof(*b->runs));
	b->runs[b->run_count++] = (struct run){ .style = b->piece_style, .text = arena_strndup(b->a, b->piece.buf, b->piece.len) };
	str_clear(&b->piece);
}

static void add_text(struct builder *b, const char *text, size_t n)
{
	enum run_style style = b->style_count ? b->styles[b->style_count - 1] : RUN_PLAIN;
	if (style != b->piece_style)
		flush_piece(b);
	b->piece_style = style;
	str_addn(&b->piece, text, n);
}

static struct rich take_runs(struct builder *b)
{
	flush_piece(b);
	struct rich r = { .runs = b->runs, .count = b->run_count };
	b->runs = NULL;
	b->run_count = b->run_room = 0;
	return r;
}

static struct md_block *begin(struct builder *b, enum md_kind kind, int level)
{
	b->out->blocks = arena_grow(b->a, b->out->blocks, b->out->count, &b->block_room, sizeof(*b->out->blocks));
	struct md_block *block = &b->out->blocks[b->out->count++];
	*block = (struct md_block){ .kind = kind, .level = level };
	b->open = kind != MD_TABLE;
	return block;
}

static int finish(struct builder *b)
{
	if (!b->open)
		return 0;
	b->open = false;
	struct md_block *block = &b->out->blocks[b->out->count - 1];
	block->text = take_runs(b);
	if (block->text.count)
		return 0;
	return refuse(b, block->kind == MD_ITEM ? _("an entry of the list is empty; write its text, or remove it")
						 : _("a heading is empty; write its text, or remove it"));
}

static int enter_list(struct builder *b, bool numbered, unsigned start)
{
	finish(b);
	if (b->list_count == LISTS_MAX) {
		refuse(b, _("more than 6 lists inside one another; make the list flatter"));
		return refuse_at(b, b->seen, b->fault);
	}
	b->lists[b->list_count++] = (struct list){ .numbered = numbered, .next = start };
	return 0;
}

static int enter_item(struct builder *b)
{
	struct list *list = &b->lists[b->list_count - 1];
	struct md_block *block = begin(b, MD_ITEM, b->list_count - 1);
	block->number = list->numbered && list->next < INT_MAX ? (int)list->next++ : 0;
	return 0;
}

static int enter_table(struct builder *b, const MD_BLOCK_TABLE_DETAIL *detail)
{
	finish(b);
	begin(b, MD_TABLE, 0)->columns = detail->col_count;
	b->tables++;
	b->cells = NULL;
	b->cell_count = b->cell_room = 0;
	return 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
	struct builder *b = ctx;
	switch (type) {
	case MD_BLOCK_UL:
		return enter_list(b, false, 0);
	case MD_BLOCK_OL:
		return enter_list(b, true, ((MD_BLOCK_OL_DETAIL *)detail)->start);
	case MD_BLOCK_LI:
		return enter_item(b);
	case MD_BLOCK_H:
		finish(b);
		begin(b, MD_HEADING, (int)((MD_BLOCK_H_DETAIL *)detail)->level);
		return 0;
	case MD_BLOCK_P: /* in a loose list the first paragraph is the entry's own text */
		if (!b->open || b->run_count || b->piece.len) {
			finish(b);
			begin(b, MD_PARAGRAPH, 0);
		}
		return 0;
	case MD_BLOCK_TABLE:
		return enter_table(b, detail);
	case MD_BLOCK_QUOTE:
		return refuse(b, _("quotes ('>') are not allowed; write a paragraph"));
	case MD_BLOCK_CODE:
		return refuse(b, _("code blocks are not allowed; begin the lines at the left, without ``` and without four spaces"));
	case MD_BLOCK_HTML:
		return refuse(b, _("raw HTML is not allowed; use *, ** and ` to set words apart, and write \\< for the sign itself"));
	case MD_BLOCK_HR:
	case MD_BLOCK_DOC:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_TR:
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		break;
	}
	return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
	(void)detail;
	struct builder *b = ctx;
	struct md_block *block = b->out->count ? &b->out->blocks[b->out->count - 1] : NULL;
	switch (type) {
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		b->list_count--;
		return 0;
	case MD_BLOCK_LI:
	case MD_BLOCK_H:
	case MD_BLOCK_P:
		return finish(b);
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		b->cells = arena_grow(b->a, b->cells, b->cell_count, &b->cell_room, sizeof(*b->cells));
		b->cells[b->cell_count++] = take_runs(b);
		return 0;
	case MD_BLOCK_TABLE:
		if (block) {
			block->cells = b->cells;
			block->rows = block->columns ? b->cell_count / block->columns : 0;
		}
		return 0;
	case MD_BLOCK_DOC:
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_HR:
	case MD_BLOCK_CODE:
	case MD_BLOCK_HTML:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_TR:
		break;
	}
	return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	(void)detail;
	struct builder *b = ctx;
	if (type == MD_SPAN_A)
		return refuse(b, _("links are not allowed; write the address as text"));
	if (type == MD_SPAN_IMG)
		return refuse(b, _("images are not allowed; describe in words what is to be seen"));
	if (b->style_count == STYLES_MAX)
		return refuse_at(b, b->seen, _("too much emphasis inside one another; use one kind at a time"));
	b->styles[b->style_count++] = type == MD_SPAN_CODE ? RUN_TAUGHT : type == MD_SPAN_STRONG ? RUN_STRONG : RUN_EMPH;
	return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	(void)detail;
	struct builder *b = ctx;
	if (type != MD_SPAN_A && type != MD_SPAN_IMG && b->style_count)
		b->style_count--;
	return 0;
}

/* Whether a letter, digit or anything beyond ASCII stands there: what a marker may open or close on. */
static bool is_word(const struct builder *b, const char *p)
{
	if (p < b->text || p >= b->end)
		return false;
	unsigned char c = (unsigned char)*p;
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_space(const struct builder *b, const char *p)
{
	return p < b->text || p >= b->end || *p == ' ' || *p == '\n' || *p == '\t';
}

static bool is_escaped(const struct builder *b, const char *p)
{
	const char *q = p;
	while (q > b->text && q[-1] == '\\')
		q--;
	return (p - q) % 2 == 1;
}

/* A marker that md4c took for plain text although it was meant to open or close something. "3 * 4", "snake_case" and
 * "Name: ____" are no markers. */
static const char *dangling(const struct builder *b, const char *text, size_t n)
{
	for (const char *p = text; p < text + n; p++) {
		if ((*p != '*' && *p != '_' && *p != '`') || is_escaped(b, p))
			continue;
		if (*p == '`')
			return p;
		const char *from = p, *to = p + 1;
		while (from > b->text && from[-1] == *p)
			from--;
		while (to < b->end && *to == *p)
			to++;
		if (*p == '*' ? !is_space(b, from - 1) || !is_space(b, to) : is_word(b, from - 1) != is_word(b, to))
			return p;
	}
	return NULL;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE n, void *ctx)
{
	struct builder *b = ctx;
	bool in_source = text >= b->text && text < b->end;
	if (in_source)
		b->seen = text;
	if (b->fault && in_source)
		return refuse_at(b, text, b->fault);
	if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
		add_text(b, " ", 1);
		return 0;
	}
	if (type == MD_TEXT_HTML)
		return refuse_at(b, b->seen, _("raw HTML is not allowed; use *, ** and ` to set words apart, and write \\< for the sign itself"));
	if (type == MD_TEXT_ENTITY)
		return refuse_at(b, b->seen, _("HTML entities are not allowed; type the character itself, or write \\&"));
	const char *marker = type == MD_TEXT_NORMAL && in_source ? dangling(b, text, n) : NULL;
	if (marker)
		return refuse_at(b, marker, *marker == '`' ? _("a backtick has no partner; close the words with another `, or write \\`")
						: _("emphasis is opened and not closed, or closed and not opened; mend the pair of * or _, or write \\* or \\_ for the sign itself"));
	add_text(b, text, n);
	return 0;
}

bool markdown_parse(struct arena *a, const char *text, struct md *out, int *line, const char **fault)
{
	size_t n = strlen(text), tables = 0;
	*out = (struct md){ 0 };
	*line = 1;
	if (n > NODE_SCALAR_MAX) {
		*fault = _("this text is longer than 64 KiB; split it into smaller parts");
		return false;
	}
	if (!table_check(a, text, &tables, line, fault))
		return false;
	struct builder b = { .a = a, .out = out, .text = text, .end = text + n, .seen = text };
	str_init(&b.piece);
	const MD_PARSER parser = {
		.flags = MD_FLAG_TABLES, .enter_block = enter_block, .leave_block = leave_block,
		.enter_span = enter_span, .leave_span = leave_span, .text = on_text,
	};
	int stopped = md_parse(text, (MD_SIZE)n, &parser, &b);
	str_release(&b.piece);
	if (!b.fault && (stopped || b.tables != tables))
		b.fault = _("this table is not understood; write a head, a line such as |---|---|, and rows with as many cells");
	*line = b.line ? b.line : line_of(&b, b.seen);
	*fault = b.fault;
	return !b.fault;
}
