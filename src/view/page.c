#include "config.h"
#include "view/page.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/str.h"
#include "text/norm.h"

void page_init(struct page *p)
{
	*p = (struct page){ .done = 0 };
	arena_init(&p->arena);
}

void page_release(struct page *p)
{
	arena_release(&p->arena);
	page_init(p);
}

const char *page_copy(struct page *p, const char *text)
{
	char *safe;
	const char *copy;

	if (text == NULL)
		return NULL;
	if (text_valid(text, strlen(text), NULL) && text_first_unsafe(text, NULL) == NULL)
		return arena_strdup(&p->arena, text);
	safe = text_sanitise_dup(text);
	copy = arena_strdup(&p->arena, safe);
	free(safe);
	return copy;
}

struct text page_raw(struct page *p, enum style style, const char *text)
{
	struct text t = { .spans = arena_array(&p->arena, 1, sizeof *t.spans), .count = 1 };

	t.spans[0] = (struct span){ .style = style, .text = text != NULL ? page_copy(p, text) : "" };
	return t;
}

static enum style run_style(enum run_style run, enum style base)
{
	switch (run) {
	case RUN_EMPH:
		return STYLE_EMPH;
	case RUN_STRONG:
		return STYLE_STRONG;
	case RUN_TAUGHT:
		return STYLE_TAUGHT;
	case RUN_PLAIN:
		break;
	}
	return base;
}

static struct text from_rich(struct page *p, enum style base, const struct rich *rich)
{
	struct text t = { .spans = arena_array(&p->arena, rich->count + 1, sizeof *t.spans), .count = rich->count };

	for (size_t i = 0; i < rich->count; i++)
		t.spans[i] = (struct span){ .style = run_style(rich->runs[i].style, base), .text = page_copy(p, rich->runs[i].text) };
	return t;
}

struct text page_spans(struct page *p, enum style base, const char *text)
{
	struct rich rich;

	if (text == NULL || strpbrk(text, "`*\\_&") == NULL)
		return page_raw(p, base, text);
	rich = md_inline(&p->arena, page_copy(p, text));
	return from_rich(p, base, &rich);
}

const char *text_words(struct arena *a, const struct text *t)
{
	struct str s;
	const char *words;

	if (t->count == 1)
		return t->spans[0].text;
	str_init(&s);
	for (size_t i = 0; i < t->count; i++)
		str_add(&s, t->spans[i].text);
	words = arena_strdup(a, s.buf);
	str_release(&s);
	return words;
}

struct block *page_add(struct page *p, enum block_kind kind)
{
	p->blocks = arena_grow(&p->arena, p->blocks, p->count, &p->room, sizeof *p->blocks);
	p->blocks[p->count] = (struct block){ .kind = kind, .current = -1 };
	return &p->blocks[p->count++];
}

struct block *page_heading(struct page *p, int level, const char *text)
{
	struct block *b = page_add(p, BLOCK_HEADING);

	b->level = level;
	b->text = page_spans(p, STYLE_STRONG, text);
	return b;
}

struct block *page_title(struct page *p, const char *text)
{
	struct block *b = page_add(p, BLOCK_TITLE);

	b->text = page_spans(p, STYLE_STRONG, text);
	return b;
}

struct block *page_text(struct page *p, enum style style, const char *text)
{
	struct block *b = page_add(p, BLOCK_TEXT);

	b->style = style;
	b->text = page_spans(p, style, text);
	return b;
}

struct block *page_item(struct page *p, int depth, int number, const char *text)
{
	struct block *b = page_add(p, BLOCK_ITEM);

	b->level = depth;
	b->number = number;
	b->text = page_spans(p, STYLE_PLAIN, text);
	return b;
}

struct block *page_message(struct page *p, enum style style, const char *text)
{
	struct block *b = page_add(p, BLOCK_MESSAGE);

	b->style = style;
	b->text = page_spans(p, style, text);
	return b;
}

struct block *page_notice(struct page *p, enum style style, const char *text)
{
	p->message = arena_alloc(&p->arena, sizeof *p->message);
	*p->message = (struct block){ .kind = BLOCK_MESSAGE, .style = style, .text = page_raw(p, style, text), .current = -1 };
	return p->message;
}

struct block *page_places(struct page *p, int current, const char *caption)
{
	p->foot = arena_alloc(&p->arena, sizeof *p->foot);
	*p->foot = (struct block){ .kind = BLOCK_PLACES, .current = current, .caption = page_copy(p, caption) };
	return p->foot;
}

void page_place(struct page *p, bool full, bool marked)
{
	struct block *b = p->foot;

	b->entries = arena_grow(&p->arena, b->entries, b->entry_count, &b->room, sizeof *b->entries);
	b->entries[b->entry_count++] = (struct entry){ .mark = full ? MARK_FULL : MARK_EMPTY, .right = marked ? "⚑" : NULL };
}

struct block *page_gauge(struct page *p, const char *label, int done, int total, const char *caption)
{
	struct block *b = page_add(p, BLOCK_GAUGE);

	b->label = page_copy(p, label);
	b->done = done;
	b->total = total;
	b->caption = page_copy(p, caption);
	return b;
}

struct block *page_line(struct page *p, const char *who, const char *text, const char *meaning, bool selected)
{
	struct block *b = page_add(p, BLOCK_LINE);

	b->label = page_copy(p, who);
	b->text = page_spans(p, STYLE_PLAIN, text);
	b->caption = page_copy(p, meaning);
	b->selected = selected;
	return b;
}

static struct field field_copy(struct page *p, const struct field *f)
{
	struct field copy = *f;

	copy.value = f->value != NULL ? arena_strdup(&p->arena, f->value) : "";
	return copy;
}

struct block *page_field(struct page *p, const char *label, const struct field *f)
{
	struct block *b = page_add(p, BLOCK_FIELD);

	b->label = page_copy(p, label);
	b->fields = arena_array(&p->arena, 1, sizeof *b->fields);
	b->fields[0] = field_copy(p, f);
	return b;
}

struct block *page_gaps(struct page *p, const char *const *pieces, const struct field *fields, size_t count)
{
	struct block *b = page_add(p, BLOCK_GAPS);

	b->piece_count = count + 1;
	b->pieces = arena_array(&p->arena, count + 1, sizeof *b->pieces);
	b->fields = arena_array(&p->arena, count + 1, sizeof *b->fields);
	for (size_t i = 0; i <= count; i++)
		b->pieces[i] = page_copy(p, pieces[i]);
	for (size_t i = 0; i < count; i++)
		b->fields[i] = field_copy(p, &fields[i]);
	return b;
}

struct block *page_drawing(struct page *p, const char *lines, const char *description)
{
	struct block *b = page_add(p, BLOCK_DRAWING);
	size_t n = 0;

	for (const char *s = lines; *s != '\0'; s++)
		n += *s == '\n' || s[1] == '\0';
	b->caption = page_copy(p, description);
	b->pieces = arena_array(&p->arena, n + 1, sizeof *b->pieces);
	for (const char *s = lines; *s != '\0'; s += *s == '\n') {
		size_t len = strcspn(s, "\n");

		b->pieces[b->piece_count++] = page_copy(p, arena_strndup(&p->arena, s, len));
		s += len;
	}
	return b;
}

void page_space(struct page *p)
{
	page_add(p, BLOCK_SPACE);
}

void page_hint(struct page *p, const char *keys, const char *label, bool keep)
{
	p->hints = arena_grow(&p->arena, p->hints, p->hint_count, &p->hint_room, sizeof *p->hints);
	p->hints[p->hint_count++] = (struct hint){ .keys = page_copy(p, keys), .label = page_copy(p, label), .keep = keep };
}

struct block *page_menu(struct page *p, bool flow, int current)
{
	struct block *b = page_add(p, BLOCK_MENU);

	b->flow = flow;
	b->current = current;
	return b;
}

/* The block of `kind` that is being filled; entries and cells go to the last one. */
static struct block *last(struct page *p, enum block_kind kind)
{
	if (p->count == 0 || p->blocks[p->count - 1].kind != kind)
		BUG("no block of kind %d has been begun", (int)kind);
	return &p->blocks[p->count - 1];
}

struct entry *page_entry(struct page *p, char digit, const char *label, const char *middle, const char *right)
{
	struct block *b = last(p, BLOCK_MENU);

	b->entries = arena_grow(&p->arena, b->entries, b->entry_count, &b->room, sizeof *b->entries);
	b->entries[b->entry_count] = (struct entry){
		.digit = digit,
		.label = page_spans(p, STYLE_PLAIN, label),
		.middle = page_copy(p, middle),
		.right = page_copy(p, right),
	};
	return &b->entries[b->entry_count++];
}

struct block *page_difference(struct page *p, enum style style)
{
	struct block *b = page_add(p, BLOCK_DIFFERENCE);

	b->style = style;
	return b;
}

void page_change(struct page *p, enum change_kind kind, const char *typed, const char *right)
{
	struct block *b = last(p, BLOCK_DIFFERENCE);

	b->changes = arena_grow(&p->arena, b->changes, b->change_count, &b->room, sizeof *b->changes);
	b->changes[b->change_count++] = (struct change){ .kind = kind, .typed = page_copy(p, typed), .right = page_copy(p, right) };
}

struct block *page_table(struct page *p, size_t columns, bool head)
{
	struct block *b = page_add(p, BLOCK_TABLE);

	b->columns = columns > 0 ? columns : 1;
	b->head = head;
	return b;
}

void page_cell(struct page *p, const char *text)
{
	struct block *b = last(p, BLOCK_TABLE);

	b->cells = arena_grow(&p->arena, b->cells, b->cell_count, &b->room, sizeof *b->cells);
	b->cells[b->cell_count++] = page_spans(p, b->head && b->rows == 0 ? STYLE_DIM : STYLE_PLAIN, text);
	if (b->cell_count % b->columns == 0)
		b->rows++;
}

static void add_markdown_block(struct page *p, const struct md_block *m)
{
	struct block *b;

	switch (m->kind) {
	case MD_HEADING:
		b = page_add(p, BLOCK_HEADING);
		b->level = m->level > 3 ? 3 : m->level;
		b->text = from_rich(p, STYLE_STRONG, &m->text);
		break;
	case MD_PARAGRAPH:
		b = page_add(p, BLOCK_TEXT);
		b->text = from_rich(p, STYLE_PLAIN, &m->text);
		break;
	case MD_ITEM:
		b = page_add(p, BLOCK_ITEM);
		b->level = m->level;
		b->number = m->number;
		b->text = from_rich(p, STYLE_PLAIN, &m->text);
		break;
	case MD_TABLE:
		b = page_table(p, m->columns, true);
		b->rows = m->rows;
		b->cell_count = m->rows * m->columns;
		b->cells = arena_array(&p->arena, b->cell_count + 1, sizeof *b->cells);
		for (size_t i = 0; i < b->cell_count; i++)
			b->cells[i] = from_rich(p, i < m->columns ? STYLE_DIM : STYLE_PLAIN, &m->cells[i]);
		break;
	}
}

void page_markdown(struct page *p, const char *markdown)
{
	const char *safe = page_copy(p, markdown), *fault;
	struct md md;
	int line;

	if (safe == NULL)
		return;
	if (!markdown_parse(&p->arena, safe, &md, &line, &fault)) {
		struct block *b = page_add(p, BLOCK_TEXT);

		b->text = page_raw(p, STYLE_PLAIN, safe);
		return;
	}
	for (size_t i = 0; i < md.count; i++) {
		if (i > 0 && !(md.blocks[i].kind == MD_ITEM && md.blocks[i - 1].kind == MD_ITEM))
			page_space(p);
		add_markdown_block(p, &md.blocks[i]);
	}
}
