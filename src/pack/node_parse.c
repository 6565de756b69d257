#include "config.h"
#include "pack/node.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "pack/yaml_saying.h"
#include "text/norm.h"

enum {
	KEY_MAX = 256,        /* bytes; a key of our own JSON must stay a simple key of YAML (1024 characters) */
	FEW_KEYS = 12,        /* up to here comparing each with each is cheaper than sorting */
};

struct reader {
	struct arena *arena;
	const char *file;
	struct diag_list *diags;
	yaml_parser_t parser;
	struct node *open[NODE_DEPTH_MAX]; /* lists and maps not yet ended, outermost first */
	int depth;
	const char *key; /* of the value that comes next, NULL while a key is due */
	yaml_mark_t key_mark;
	struct node *root;
	bool ended; /* the one document is complete */
};

static bool fault(struct reader *r, size_t line, size_t column, const char *cure, const char *message)
{
	int l = line < INT_MAX ? (int)line + 1 : INT_MAX, c = column < INT_MAX ? (int)column + 1 : INT_MAX;
	return diag_add(r->diags, DIAG_ERROR, r->file, l, c, cure, "%s", message);
}

static bool fault_at(struct reader *r, const yaml_mark_t *m, const char *cure, const char *message)
{
	return fault(r, m->line, m->column, cure, message);
}

/* A fault at a byte of the file: counts lines and characters up to it. */
static bool fault_at_byte(struct reader *r, const char *bytes, size_t offset, const char *cure, const char *message)
{
	size_t line = 0, column = 0;
	for (size_t i = 0; i < offset; i++) {
		if (bytes[i] == '\n') {
			line++;
			column = 0;
		} else if (((unsigned char)bytes[i] & 0xC0) != 0x80) {
			column++;
		}
	}
	return fault(r, line, column, cure, message);
}

static bool fault_of_parser(struct reader *r)
{
	const char *problem = r->parser.problem ? r->parser.problem : "";
	if (r->parser.error == YAML_MEMORY_ERROR)
		BUG("libyaml is out of memory");
	const char *ours, *cure;
	if (yaml_saying(problem, &ours, &cure)) {
		/* of unclosed quotes the beginning helps, not the end of the file */
		bool quotes = r->parser.context && strcmp(r->parser.context, "while scanning a quoted scalar") == 0 && str_starts(problem, "found unexpected");
		return fault_at(r, quotes ? &r->parser.context_mark : &r->parser.problem_mark, cure, ours);
	}
	return diag_add(r->diags, DIAG_ERROR, r->file, (int)r->parser.problem_mark.line + 1,
			(int)r->parser.problem_mark.column + 1, cure, _("this is no valid YAML (%s)"), problem);
}

static bool unsafe_fault(struct reader *r, uint32_t code, size_t line, size_t column)
{
	char message[160];
	snprintf(message, sizeof(message), _("the character U+%04X is not allowed: it is invisible and may change what is shown"),
		 (unsigned)code);
	return fault(r, line, column, _("delete it, or type the text again by hand"), message);
}

/* Tabs before the text of a line. */
static bool check_tabs(struct reader *r, const char *bytes)
{
	for (const char *tab = strchr(bytes, '\t'); tab; tab = strchr(tab + 1, '\t')) {
		const char *p = tab;
		while (p > bytes && p[-1] == ' ')
			p--;
		if (p == bytes || p[-1] == '\n')
			return fault_at_byte(r, bytes, (size_t)(tab - bytes), _("indent with spaces"), _("a tab in the indentation"));
	}
	return true;
}

/* Faults of the file as a whole, before libyaml sees it. */
static bool check_bytes(struct reader *r, const char *bytes, size_t n)
{
	size_t bad = 0;
	if (!text_valid(bytes, n, &bad))
		return fault_at_byte(r, bytes, bad, _("save the file as UTF-8"), _("this is no valid UTF-8"));
	if (str_starts(bytes, "\xEF\xBB\xBF"))
		return fault(r, 0, 0, _("save the file as UTF-8 without BOM"), _("the file begins with a byte order mark"));
	uint32_t code = 0;
	const char *unsafe = text_first_unsafe(bytes, &code);
	if (unsafe) {
		size_t line = 0, column = 0;
		for (const char *p = bytes; p < unsafe; p++) {
			column = *p == '\n' ? 0 : column + (((unsigned char)*p & 0xC0) != 0x80);
			line += *p == '\n';
		}
		return unsafe_fault(r, code, line, column);
	}
	return check_tabs(r, bytes);
}

/* A terminated copy with the line ends of Windows made ours, so that lines count the same everywhere. */
static char *plain_copy(const char *bytes, size_t *n)
{
	char *copy = xmalloc(*n + 1), *to = copy;
	for (size_t i = 0; i < *n;) {
		const char *cr = memchr(bytes + i, '\r', *n - i);
		size_t stop = cr ? (size_t)(cr - bytes) : *n;
		memcpy(to, bytes + i, stop - i);
		to += stop - i;
		i = stop;
		if (cr) {
			if (i + 1 == *n || bytes[i + 1] != '\n')
				*to++ = '\r';
			i++;
		}
	}
	*to = '\0';
	*n = (size_t)(to - copy);
	return copy;
}

static bool is_ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] & 0x80)
			return false;
	return true;
}

/* The text of a scalar event in the arena, NFC; NULL after a fault. Characters written as such were judged with the whole file: only escapes can bring new ones. */
static const char *take_text(struct reader *r, const yaml_event_t *ev)
{
	const char *value = (const char *)ev->data.scalar.value;
	size_t n = ev->data.scalar.length;
	if (n > NODE_SCALAR_MAX) {
		fault_at(r, &ev->start_mark, _("split it into smaller parts"), _("this text is longer than 64 KiB"));
		return NULL;
	}
	if (ev->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
		uint32_t code = 0;
		bool valid = text_valid(value, n, NULL);
		if (!valid || text_first_unsafe(value, &code)) {
			unsafe_fault(r, code, ev->start_mark.line, ev->start_mark.column);
			return NULL;
		}
	}
	char *text = arena_alloc(r->arena, n + 1);
	memcpy(text, value, n);
	if (is_ascii(text, n) || text_is_nfc(text))
		return text;
	char *nfc = text_nfc_dup(text);
	text = arena_strdup(r->arena, nfc);
	free(nfc);
	return text;
}

static struct node *add_node(struct reader *r, enum node_kind kind, const yaml_event_t *ev)
{
	struct node *n = arena_alloc(r->arena, sizeof(*n));
	n->kind = kind;
	n->key = r->key;
	n->key_line = r->key ? (int)r->key_mark.line + 1 : 0;
	n->key_column = r->key ? (int)r->key_mark.column + 1 : 0;
	n->file = r->file;
	n->line = (int)ev->start_mark.line + 1;
	n->column = (int)ev->start_mark.column + 1;
	r->key = NULL;
	if (r->depth)
		node_append(r->open[r->depth - 1], n);
	else
		r->root = n;
	return n;
}

static bool key_is_due(const struct reader *r)
{
	return r->depth && r->open[r->depth - 1]->kind == NODE_MAP && !r->key;
}

static bool no_extras(struct reader *r, const yaml_event_t *ev, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		return fault_at(r, &ev->start_mark, _("remove it, and put text that begins with '&' in double quotes"), _("anchors are not allowed"));
	if (tag)
		return fault_at(r, &ev->start_mark, _("remove it, and put text that begins with '!' in double quotes"), _("tags are not allowed"));
	return true;
}

static bool on_scalar(struct reader *r, const yaml_event_t *ev)
{
	if (!no_extras(r, ev, ev->data.scalar.anchor, ev->data.scalar.tag))
		return false;
	const char *text = take_text(r, ev);
	if (!text)
		return false;
	if (key_is_due(r)) {
		if (strlen(text) > KEY_MAX)
			return fault_at(r, &ev->start_mark, _("shorten it"), _("this key is too long"));
		r->key = text;
		r->key_mark = ev->start_mark;
		return true;
	}
	if (!r->depth && !*text)
		return fault_at(r, &ev->start_mark, _("write its content"), _("the document is empty"));
	add_node(r, NODE_SCALAR, ev)->text = text;
	return true;
}

static bool on_start(struct reader *r, const yaml_event_t *ev, enum node_kind kind, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (!no_extras(r, ev, anchor, tag))
		return false;
	if (key_is_due(r))
		return fault_at(r, &ev->start_mark, _("put text that begins with a bracket or brace in double quotes"),
				_("a key must be plain text, no list and no mapping"));
	if (r->depth == NODE_DEPTH_MAX)
		return fault_at(r, &ev->start_mark, _("make the structure flatter"), _("more than 32 levels inside one another"));
	struct node *n = add_node(r, kind, ev);
	r->open[r->depth++] = n;
	return true;
}

static int by_key(const void *va, const void *vb)
{
	const struct node *const *a = va, *const *b = vb;
	return strcmp((*a)->key, (*b)->key);
}

/* The first child whose key an earlier one has. Equal keys stay in source order: the sort compares places when keys are the same. */
static int by_key_then_place(const void *va, const void *vb)
{
	const struct node *const *a = va, *const *b = vb;
	int c = by_key(va, vb);
	if (c)
		return c;
	if ((*a)->line != (*b)->line)
		return (*a)->line < (*b)->line ? -1 : 1;
	return (*a)->column < (*b)->column ? -1 : 1;
}

static const struct node *twin_among_many(const struct node *map)
{
	const struct node **all = xcalloc(map->count, sizeof(*all)), *twin = NULL;
	size_t i = 0;
	for (const struct node *c = map->first; c; c = c->next)
		all[i++] = c;
	qsort(all, i, sizeof(*all), by_key_then_place);
	for (i = 1; i < map->count; i++)
		if (by_key(&all[i - 1], &all[i]) == 0 && (!twin || all[i]->line < twin->line))
			twin = all[i];
	free(all);
	return twin;
}

static const struct node *twin(const struct node *map)
{
	if (map->count > FEW_KEYS)
		return twin_among_many(map);
	for (const struct node *b = map->first; b; b = b->next)
		for (const struct node *a = map->first; a != b; a = a->next)
			if (strcmp(a->key, b->key) == 0)
				return b;
	return NULL;
}

static bool on_end(struct reader *r)
{
	const struct node *n = r->open[--r->depth];
	const struct node *again = n->kind == NODE_MAP ? twin(n) : NULL;
	if (!again)
		return true;
	const struct node place = node_at_key(again);
	return node_fault(r->diags, &place, _("keep one of the two"), _("the key '%s' stands twice here"), again->key);
}

/* One event. False after a fault. */
static bool on_event(struct reader *r, const yaml_event_t *ev)
{
	switch (ev->type) {
	case YAML_DOCUMENT_START_EVENT:
		return !r->ended || fault_at(r, &ev->start_mark, _("keep one document in one file: remove the line '---'"),
					     _("a second document begins here"));
	case YAML_DOCUMENT_END_EVENT:
		r->ended = true;
		return true;
	case YAML_ALIAS_EVENT:
		return fault_at(r, &ev->start_mark, _("write the value out, and put text that begins with '*' in double quotes"),
				_("aliases are not allowed"));
	case YAML_SCALAR_EVENT:
		return on_scalar(r, ev);
	case YAML_SEQUENCE_START_EVENT:
		return on_start(r, ev, NODE_LIST, ev->data.sequence_start.anchor, ev->data.sequence_start.tag);
	case YAML_MAPPING_START_EVENT:
		return on_start(r, ev, NODE_MAP, ev->data.mapping_start.anchor, ev->data.mapping_start.tag);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return on_end(r);
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
		break;
	}
	return true;
}

static bool read_events(struct reader *r)
{
	for (;;) {
		yaml_event_t ev;
		if (!yaml_parser_parse(&r->parser, &ev))
			return fault_of_parser(r);
		bool last = ev.type == YAML_STREAM_END_EVENT, good = on_event(r, &ev);
		yaml_event_delete(&ev);
		if (!good)
			return false;
		if (last)
			break;
	}
	return r->root || fault(r, 0, 0, _("write its content"), _("the document is empty"));
}

struct node *node_parse(struct arena *arena, const char *bytes, size_t n, const char *file, struct diag_list *diags)
{
	struct reader r = { .arena = arena, .file = arena_strdup(arena, file), .diags = diags };
	if (n > NODE_FILE_MAX) {
		fault(&r, 0, 0, _("split it into smaller files"), _("the file is larger than 16 MiB"));
		return NULL;
	}
	char *copy = plain_copy(bytes, &n);
	bool good = check_bytes(&r, copy, n);
	if (good) {
		if (!yaml_parser_initialize(&r.parser))
			BUG("libyaml is out of memory");
		yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
		yaml_parser_set_input_string(&r.parser, (const unsigned char *)copy, n);
		good = read_events(&r);
		yaml_parser_delete(&r.parser);
	}
	secret_wipe(copy, n); /* it may be of a bank that was sealed */
	free(copy);
	return good ? r.root : NULL;
}
