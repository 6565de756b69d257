#include "config.h"
#include "paper/description.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"

enum value {
	VALUE_TEXT,
	VALUE_TEXTS,
	VALUE_CHOICE,  /* one of a few words */
	VALUE_NUMBER,
	VALUE_FLAG,
	VALUE_OBJECTS, /* each of a shape */
	VALUE_ROWS,    /* lists of texts, as many as the table has columns */
	VALUE_BLOCKS,
};

struct shape;
struct key {
	const char *name;
	enum value value;
	bool needed;
	int min, max;
	const char *choices; /* " left centre right " */
	const struct shape *shape;
};
struct shape {
	const struct key *keys; /* ends with a NULL name */
};

static const char aligns[] = " left centre right ", sizes[] = " tiny small normal large huge ";

static const struct key run_keys[] = {{.name = "text", .value = VALUE_TEXT, .needed = true}, {.name = "bold", .value = VALUE_FLAG}, {0}};
static const struct shape run_shape = {run_keys};
static const struct key column_keys[] = {
	{.name = "weight", .value = VALUE_NUMBER, .needed = true, .min = 1, .max = 100}, {.name = "align", .value = VALUE_CHOICE, .choices = aligns}, {0}};
static const struct shape column_shape = {column_keys};
static const struct key line_keys[] = {{.name = "label", .value = VALUE_TEXT, .needed = true}, {.name = "second", .value = VALUE_TEXT},
	{.name = "value", .value = VALUE_TEXT, .needed = true}, {.name = "note", .value = VALUE_TEXT}, {.name = "bold", .value = VALUE_FLAG}, {0}};
static const struct shape line_shape = {line_keys};
static const struct key card_keys[] = {{.name = "title", .value = VALUE_TEXT, .needed = true}, {.name = "big", .value = VALUE_TEXT},
	{.name = "lines", .value = VALUE_TEXTS}, {0}};
static const struct shape card_shape = {card_keys};

static const struct key document_keys[] = {
	{.name = "title", .value = VALUE_TEXT, .needed = true},
	{.name = "language", .value = VALUE_TEXT},
	{.name = "author", .value = VALUE_TEXT},
	{.name = "date", .value = VALUE_TEXT},
	{.name = "face", .value = VALUE_CHOICE, .choices = " sans serif "},
	{.name = "foot", .value = VALUE_TEXT},
	{.name = "numbers", .value = VALUE_FLAG},
	{.name = "frame", .value = VALUE_FLAG},
	{.name = "mark", .value = VALUE_TEXTS},
	{.name = "blocks", .value = VALUE_BLOCKS, .needed = true},
	{0},
};
static const struct shape document_shape = {document_keys};

static const struct key heading_keys[] = {{.name = "text", .value = VALUE_TEXT, .needed = true}, {.name = "level", .value = VALUE_NUMBER, .min = 1, .max = 4},
	{.name = "align", .value = VALUE_CHOICE, .choices = aligns}, {0}};
static const struct key paragraph_keys[] = {{.name = "text", .value = VALUE_TEXT}, {.name = "runs", .value = VALUE_OBJECTS, .shape = &run_shape},
	{.name = "size", .value = VALUE_CHOICE, .choices = sizes}, {.name = "align", .value = VALUE_CHOICE, .choices = aligns},
	{.name = "faint", .value = VALUE_FLAG}, {.name = "mono", .value = VALUE_FLAG}, {0}};
static const struct key table_keys[] = {{.name = "columns", .value = VALUE_OBJECTS, .needed = true, .max = 12, .shape = &column_shape},
	{.name = "head", .value = VALUE_TEXTS}, {.name = "rows", .value = VALUE_ROWS, .needed = true},
	{.name = "size", .value = VALUE_CHOICE, .choices = sizes}, {.name = "grid", .value = VALUE_FLAG}, {0}};
static const struct key lines_keys[] = {{.name = "rows", .value = VALUE_OBJECTS, .needed = true, .shape = &line_shape}, {0}};
static const struct key rule_keys[] = {{0}};
static const struct key space_keys[] = {{.name = "height", .value = VALUE_NUMBER, .needed = true, .min = 1, .max = 200}, {0}};
static const struct key qr_keys[] = {{.name = "text", .value = VALUE_TEXT, .needed = true}, {.name = "size", .value = VALUE_NUMBER, .min = 15, .max = 120},
	{.name = "beside", .value = VALUE_BLOCKS}, {0}};
static const struct key sign_keys[] = {{.name = "lines", .value = VALUE_TEXTS, .needed = true, .max = 4}, {0}};
static const struct key boxes_keys[] = {{.name = "items", .value = VALUE_TEXTS, .needed = true}, {.name = "label", .value = VALUE_TEXT},
	{.name = "inline", .value = VALUE_FLAG}, {0}};
static const struct key writing_keys[] = {{.name = "lines", .value = VALUE_NUMBER, .needed = true, .min = 1, .max = 40}, {.name = "label", .value = VALUE_TEXT}, {0}};
static const struct key cards_keys[] = {{.name = "across", .value = VALUE_NUMBER, .needed = true, .min = 1, .max = 4},
	{.name = "down", .value = VALUE_NUMBER, .needed = true, .min = 1, .max = 12}, {.name = "cards", .value = VALUE_OBJECTS, .needed = true, .shape = &card_shape}, {0}};
static const struct key columns_keys[] = {{.name = "left", .value = VALUE_BLOCKS, .needed = true}, {.name = "right", .value = VALUE_BLOCKS, .needed = true}, {0}};
static const struct key group_keys[] = {{.name = "blocks", .value = VALUE_BLOCKS, .needed = true}, {.name = "border", .value = VALUE_FLAG}, {0}};
static const struct key break_keys[] = {{.name = "foot", .value = VALUE_TEXT}, {.name = "restart", .value = VALUE_FLAG}, {0}};

static const struct {
	const char *name;
	struct shape shape;
	bool outside; /* never in another block */
} kinds[BLOCK_KIND_COUNT] = {
	[BLOCK_HEADING] = {.name = "heading", .shape = {heading_keys}},
	[BLOCK_PARAGRAPH] = {.name = "paragraph", .shape = {paragraph_keys}},
	[BLOCK_TABLE] = {.name = "table", .shape = {table_keys}},
	[BLOCK_LINES] = {.name = "lines", .shape = {lines_keys}},
	[BLOCK_RULE] = {.name = "rule", .shape = {rule_keys}},
	[BLOCK_SPACE] = {.name = "space", .shape = {space_keys}},
	[BLOCK_QR] = {.name = "qr", .shape = {qr_keys}},
	[BLOCK_SIGN] = {.name = "sign", .shape = {sign_keys}},
	[BLOCK_BOXES] = {.name = "boxes", .shape = {boxes_keys}},
	[BLOCK_WRITING] = {.name = "writing", .shape = {writing_keys}},
	[BLOCK_CARDS] = {.name = "cards", .shape = {cards_keys}, .outside = true},
	[BLOCK_COLUMNS] = {.name = "columns", .shape = {columns_keys}},
	[BLOCK_GROUP] = {.name = "group", .shape = {group_keys}},
	[BLOCK_BREAK] = {.name = "break", .shape = {break_keys}, .outside = true},
};

struct reading {
	struct err *e;
	size_t blocks, cells;
	int depth;
};

static bool check_object(struct reading *r, const json_t *node, const struct shape *shape, bool is_block);

static bool wrong(const struct reading *r, const char *what)
{
	return err_set(r->e, ERR_INPUT, "%s", what);
}

static bool check_text(struct reading *r, const json_t *v)
{
	if (!json_is_string(v))
		return wrong(r, _("a text is expected"));
	size_t n = json_string_length(v);
	const unsigned char *s = (const unsigned char *)json_string_value(v);
	if (n > DESCRIPTION_TEXT_MAX || ++r->cells > DESCRIPTION_CELLS_MAX)
		return wrong(r, _("there is more text than a paper takes"));
	for (size_t i = 0; i < n; i++)
		if ((s[i] < 0x20 && s[i] != '\n') || s[i] == 0x7f)
			return wrong(r, _("a text has control characters"));
	return true;
}

static bool check_block(struct reading *r, const json_t *v)
{
	const char *name = json_string_value(json_object_get(v, "kind"));
	size_t k = 0;
	while (name && k < BLOCK_KIND_COUNT && strcmp(kinds[k].name, name) != 0)
		k++;
	if (!name || k == BLOCK_KIND_COUNT)
		return wrong(r, _("there is no such kind of block"));
	if (++r->blocks > DESCRIPTION_BLOCKS_MAX)
		return wrong(r, _("there are more blocks than a paper takes"));
	if (r->depth > 1 && kinds[k].outside)
		return wrong(r, _("this block cannot stand in another one"));
	if (!check_object(r, v, &kinds[k].shape, true))
		return false;
	if (k == BLOCK_PARAGRAPH && !json_object_get(v, "text") == !json_object_get(v, "runs"))
		return wrong(r, _("a paragraph has either text or runs"));
	const json_t *head = json_object_get(v, "head");
	return !head || json_array_size(head) == json_array_size(json_object_get(v, "columns")) || wrong(r, _("the head has not as many cells as there are columns"));
}

static bool check_row(struct reading *r, const json_t *table, const json_t *row)
{
	if (!json_is_array(row) || json_array_size(row) != json_array_size(json_object_get(table, "columns")))
		return wrong(r, _("a row has not as many cells as there are columns"));
	for (size_t i = 0; i < json_array_size(row); i++)
		if (!check_text(r, json_array_get(row, i)))
			return err_add(r->e, "[%zu]", i);
	return true;
}

static bool check_element(struct reading *r, const json_t *node, const struct key *k, const json_t *v)
{
	if (k->value == VALUE_TEXTS)
		return check_text(r, v);
	if (k->value == VALUE_ROWS)
		return check_row(r, node, v);
	if (k->value == VALUE_OBJECTS)
		return check_object(r, v, k->shape, false);
	return check_block(r, v);
}

static bool check_list(struct reading *r, const json_t *node, const struct key *k, const json_t *v)
{
	size_t max = k->max > 0 ? (size_t)k->max : DESCRIPTION_LIST_MAX;
	if (!json_is_array(v))
		return wrong(r, _("a list is expected"));
	if (json_array_size(v) > max || (json_array_size(v) == 0 && k->max > 0))
		return wrong(r, _("the list has too many elements, or none"));
	r->depth += k->value == VALUE_BLOCKS;
	if (r->depth > DESCRIPTION_DEPTH_MAX)
		return wrong(r, _("blocks stand in blocks too deeply"));
	for (size_t i = 0; i < json_array_size(v); i++)
		if (!check_element(r, node, k, json_array_get(v, i)))
			return err_add(r->e, "[%zu]", i);
	r->depth -= k->value == VALUE_BLOCKS;
	return true;
}

static bool is_choice(const char *choices, const char *word)
{
	char spaced[32];
	snprintf(spaced, sizeof(spaced), " %.20s ", word);
	return strlen(word) <= 20 && !strchr(word, ' ') && strstr(choices, spaced) != NULL;
}

static bool check_value(struct reading *r, const json_t *node, const struct key *k, const json_t *v)
{
	switch (k->value) {
	case VALUE_TEXT: return check_text(r, v);
	case VALUE_CHOICE:
		return check_text(r, v) && (is_choice(k->choices, json_string_value(v)) || wrong(r, _("there is no such choice")));
	case VALUE_NUMBER:
		return (json_is_integer(v) && json_integer_value(v) >= k->min && json_integer_value(v) <= k->max) || wrong(r, _("a whole number in its bounds is expected"));
	case VALUE_FLAG: return json_is_boolean(v) || wrong(r, _("true or false is expected"));
	case VALUE_TEXTS:
	case VALUE_OBJECTS:
	case VALUE_ROWS:
	case VALUE_BLOCKS: return check_list(r, node, k, v);
	}
	return false;
}

static bool check_object(struct reading *r, const json_t *node, const struct shape *shape, bool is_block)
{
	size_t known = is_block ? 1 : 0;
	if (!json_is_object(node))
		return wrong(r, _("an object is expected"));
	for (const struct key *k = shape->keys; k->name; k++) {
		const json_t *v = json_object_get(node, k->name);
		if (!v && !k->needed)
			continue;
		known++;
		if (!v)
			return err_set(r->e, ERR_INPUT, _("the key '%s' is missing"), k->name);
		if (!check_value(r, node, k, v))
			return err_add(r->e, "%s", k->name);
	}
	return known == json_object_size(node) || wrong(r, _("there is a key that is not known here"));
}

json_t *description_read(const char *text, size_t n, struct err *e)
{
	struct reading r = {.e = e};
	json_error_t fault;
	if (n > DESCRIPTION_BYTES_MAX) {
		err_set(e, ERR_INPUT, _("the description is larger than %d MiB"), DESCRIPTION_BYTES_MAX / 1024 / 1024);
		return NULL;
	}
	json_t *doc = json_loadb(text, n, JSON_REJECT_DUPLICATES, &fault);
	if (!doc)
		err_set(e, ERR_INPUT, _("the description is no JSON: line %d, column %d"), fault.line, fault.column);
	if (!doc || check_object(&r, doc, &document_shape, false))
		return doc;
	json_decref(doc);
	return NULL;
}

enum block_kind description_kind(const json_t *block)
{
	const char *name = description_text(block, "kind");
	size_t k = 0;
	while (k < BLOCK_BREAK && strcmp(kinds[k].name, name) != 0)
		k++;
	return (enum block_kind)k;
}

const char *description_text(const json_t *node, const char *key)
{
	const char *text = json_string_value(json_object_get(node, key));
	return text ? text : "";
}

int description_number(const json_t *node, const char *key, int unset)
{
	const json_t *v = json_object_get(node, key);
	return v ? (int)json_integer_value(v) : unset;
}

bool description_flag(const json_t *node, const char *key)
{
	return json_is_true(json_object_get(node, key));
}
