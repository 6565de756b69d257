#include "config.h"
#include "record/document.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/str.h"
#include "text/norm.h"

enum { TEXT_MAX = 15000 }; /* bytes: longer ones are cut, safar-paper takes 16,000 */

json_t *document_string(const char *text)
{
	/* line by line, because line ends stay */
	struct str safe;
	str_init(&safe);
	for (const char *s = text ? text : ""; *s && safe.len < TEXT_MAX;) {
		size_t n = strcspn(s, "\n");
		char *line = xstrndup(s, n < TEXT_MAX ? n : TEXT_MAX), *clean = text_sanitise_dup(line);
		str_add(&safe, clean);
		free(clean);
		free(line);
		s += n;
		if (*s == '\n') {
			str_addc(&safe, '\n');
			s++;
		}
	}
	json_t *v = json_string(safe.buf);
	str_release(&safe);
	return v ? v : json_string("?");
}

void document_set(json_t *node, const char *key, const char *text)
{
	json_object_set_new(node, key, document_string(text));
}

void document_flag(json_t *node, const char *key)
{
	json_object_set_new(node, key, json_true());
}

void document_number(json_t *node, const char *key, int n)
{
	json_object_set_new(node, key, json_integer(n));
}

void document_push(json_t *list, const char *text)
{
	json_array_append_new(list, document_string(text));
}

json_t *document_new(const char *title, const char *language, const char *author, const char *date)
{
	json_t *doc = json_object();
	const char *at = language ? strchr(language, '@') : NULL;
	document_set(doc, "title", title);
	/* catalogues say uz@cyrillic where BCP 47 says uz-Cyrl */
	document_set(doc, "language", at ? "uz-Cyrl" : language ? language : "en");
	if (author)
		document_set(doc, "author", author);
	if (date)
		document_set(doc, "date", date);
	json_object_set_new(doc, "blocks", json_array());
	return doc;
}

json_t *document_blocks(json_t *document)
{
	return json_object_get(document, "blocks");
}

void document_mark(json_t *document, const char *word)
{
	json_t *mark = json_object_get(document, "mark");
	document_push(mark ? mark : document_inner(document, "mark"), word);
}

json_t *document_add(json_t *blocks, const char *kind)
{
	json_t *block = json_object();
	json_object_set_new(block, "kind", json_string(kind));
	json_array_append_new(blocks, block);
	return block;
}

json_t *document_heading(json_t *blocks, int level, const char *text)
{
	json_t *b = document_add(blocks, "heading");
	document_number(b, "level", level);
	document_set(b, "text", text);
	return b;
}

json_t *document_paragraph(json_t *blocks, const char *text)
{
	json_t *b = document_add(blocks, "paragraph");
	document_set(b, "text", text);
	return b;
}

json_t *document_table(json_t *blocks, const int *weights, const char *const *head, size_t columns)
{
	json_t *b = document_add(blocks, "table"), *list = document_inner(b, "columns");
	for (size_t i = 0; i < columns; i++) {
		json_t *column = json_object();
		document_number(column, "weight", weights[i] < 0 ? -weights[i] : weights[i]);
		if (weights[i] < 0)
			document_set(column, "align", "right");
		json_array_append_new(list, column);
	}
	if (head) {
		json_t *cells = document_inner(b, "head");
		for (size_t i = 0; i < columns; i++)
			document_push(cells, head[i]);
	}
	document_inner(b, "rows");
	return b;
}

void document_row(json_t *table, const char *const *cells, size_t columns)
{
	json_t *row = json_array();
	for (size_t i = 0; i < columns; i++)
		document_push(row, cells[i]);
	json_array_append_new(json_object_get(table, "rows"), row);
}

json_t *document_lines(json_t *blocks)
{
	json_t *b = document_add(blocks, "lines");
	document_inner(b, "rows");
	return b;
}

json_t *document_line(json_t *lines, const char *label, const char *second, const char *value, const char *note)
{
	if (!value || !*value)
		return NULL;
	json_t *line = json_object();
	document_set(line, "label", label);
	if (second)
		document_set(line, "second", second);
	document_set(line, "value", value);
	if (note && *note)
		document_set(line, "note", note);
	json_array_append_new(json_object_get(lines, "rows"), line);
	return line;
}

json_t *document_space(json_t *blocks, int mm)
{
	json_t *b = document_add(blocks, "space");
	document_number(b, "height", mm);
	return b;
}

json_t *document_qr(json_t *blocks, const char *text, int mm)
{
	json_t *b = document_add(blocks, "qr");
	/* as it is: a text for machines is not made beautiful */
	json_object_set_new(b, "text", json_string(text));
	document_number(b, "size", mm);
	return b;
}

json_t *document_sign(json_t *blocks, const char *const *lines, size_t count)
{
	json_t *b = document_add(blocks, "sign"), *list = document_inner(b, "lines");
	for (size_t i = 0; i < count; i++)
		document_push(list, lines[i]);
	return b;
}

json_t *document_inner(json_t *block, const char *key)
{
	json_object_set_new(block, key, json_array());
	return json_object_get(block, key);
}

void document_break(json_t *blocks, const char *foot, bool restart)
{
	json_t *b = document_add(blocks, "break");
	if (foot)
		document_set(b, "foot", foot);
	if (restart)
		document_flag(b, "restart");
}
