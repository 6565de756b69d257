#include "config.h"
#include "learn/parts.h"

#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "learn/forms.h"
#include "learn/types.h"

/* Kinds of parts: the keys of their maps, and whether they need a taught language. */
struct part_row {
	const char *name;
	bool taught;
	struct node_key keys[7];
	bool (*parse)(struct reading *r, const struct node *n, struct part *out);
};

bool take_id(struct reading *r, const struct node *n, const char **out)
{
	const struct node *id = node_get(n, "id");
	*out = id->text;
	if (!node_check_id(id, r->d))
		return false;
	r->ids = arena_grow(r->a, r->ids, r->id_count, &r->id_room, sizeof(*r->ids));
	r->ids[r->id_count++] = id;
	return true;
}

bool check_taught(struct reading *r, const struct node *n, const char *key)
{
	return !r->check || check_unmarked(node_get(n, key), r->d);
}

bool check_marked(struct reading *r, const struct node *n, const char *key)
{
	return !r->check || check_markdown(node_get(n, key), r->d);
}

static struct item *parse_exercise(struct reading *r, const struct node *n)
{
	struct item *it = item_parse(r->a, n, r->unit, r->teaches, r->d);
	const char *id;
	if (!it || !take_id(r, n, &id) || (r->check && !item_check(it, r->d)))
		return NULL;
	return it;
}

bool exercises_parse(struct reading *r, const struct node *list, struct item ***out, size_t *count)
{
	if (!list->first)
		return node_fault(r->d, list, _("write at least one exercise, or leave the key out"), _("'%s' is empty"), list->key);
	bool sound = true;
	struct item **items = arena_array(r->a, list->count, sizeof(struct item *));
	for (const struct node *c = list->first; c; c = c->next) {
		struct item *it = parse_exercise(r, c);
		if (it)
			items[(*count)++] = it;
		else
			sound = false;
	}
	*out = items;
	return sound;
}

static bool parse_read(struct reading *r, const struct node *n, struct part *out)
{
	out->text = node_text(n, "text");
	return check_marked(r, n, "text");
}

static bool check_part_of_speech(const struct node *n, struct diag_list *d)
{
	static const char *const known[] = {"noun",	   "verb",	  "adjective", "adverb",       "pronoun",
					    "preposition", "conjunction", "number",    "interjection", "phrase"};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_eq(n->text, known[i]))
			return true;
	return node_fault(d, n,
			  _("write noun, verb, adjective, adverb, pronoun, preposition, conjunction, number, interjection or phrase"),
			  _("'%s' is no part of speech known here"), n->text);
}

static bool parse_word(struct reading *r, const struct node *n, struct word *out)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "term", .kind = NODE_SCALAR, .required = true},
		{.name = "plural", .kind = NODE_SCALAR},
		{.name = "pos", .kind = NODE_SCALAR, .required = true},
		{.name = "means", .kind = NODE_SCALAR, .required = true},
		{.name = "example", .kind = NODE_SCALAR},
		{.name = "example-means", .kind = NODE_SCALAR},
		{.name = "note", .kind = NODE_SCALAR},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a word"), keys, r->d))
		return false;
	*out = (struct word){
		.term = node_text(n, "term"),
		.plural = node_text(n, "plural"),
		.pos = node_text(n, "pos"),
		.means = node_text(n, "means"),
		.example = node_text(n, "example"),
		.example_means = node_text(n, "example-means"),
		.note = node_text(n, "note"),
		.node = n,
	};
	bool sound = take_id(r, n, &out->id);
	sound &= check_part_of_speech(node_get(n, "pos"), r->d);
	if (!out->example != !out->example_means)
		sound = node_fault(r->d, n, _("write both `example` and `example-means`, or neither"),
				   out->example ? _("the example of '%s' has no meaning") : _("'%s' has the meaning of an example without it"),
				   out->term);
	sound &= check_taught(r, n, "term");
	sound &= check_taught(r, n, "plural");
	sound &= check_taught(r, n, "example");
	sound &= check_marked(r, n, "means");
	sound &= check_marked(r, n, "example-means");
	sound &= check_marked(r, n, "note");
	if (!answer_has_letter(out->term))
		sound = node_fault(r->d, node_get(n, "term"), _("write a word"), _("'%s' is no word"), out->term);
	return sound;
}

static bool parse_phrase(struct reading *r, const struct node *n, struct phrase *out)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "say", .kind = NODE_SCALAR, .or_list = true, .required = true},
		{.name = "means", .kind = NODE_SCALAR, .required = true},
		{.name = "note", .kind = NODE_SCALAR},
		{.name = "only", .kind = NODE_SCALAR, .or_list = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a phrase"), keys, r->d))
		return false;
	*out = (struct phrase){.means = node_text(n, "means"), .note = node_text(n, "note"), .node = n};
	bool sound = take_id(r, n, &out->id);
	sound &= check_marked(r, n, "means");
	sound &= check_marked(r, n, "note");
	const struct node *at = NULL;
	while (each_scalar(node_get(n, "say"), &at))
		sound &= forms_add(r->a, &out->forms, at->text, at, r->d);
	return sound;
}

static bool parse_line(struct reading *r, const struct node *n, struct line *out)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "who", .kind = NODE_SCALAR, .required = true},
		{.name = "say", .kind = NODE_SCALAR, .required = true},
		{.name = "means", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a line of a dialogue"), keys, r->d))
		return false;
	*out = (struct line){.who = node_text(n, "who"), .say = node_text(n, "say"), .means = node_text(n, "means"), .node = n};
	bool sound = take_id(r, n, &out->id);
	sound &= check_taught(r, n, "who");
	sound &= check_taught(r, n, "say");
	sound &= check_marked(r, n, "means");
	return sound;
}

bool check_list(struct reading *r, const struct node *list)
{
	return list->first || node_fault(r->d, list, _("write at least one entry, or leave the part out"), _("'%s' is empty"), list->key);
}

static bool parse_words(struct reading *r, const struct node *n, struct part *out)
{
	const struct node *list = node_get(n, "list");
	bool sound = check_list(r, list);
	out->words = arena_array(r->a, list->count + 1, sizeof(*out->words));
	for (const struct node *c = list->first; c; c = c->next)
		sound &= parse_word(r, c, &out->words[out->count++]);
	return sound;
}

static bool parse_phrases(struct reading *r, const struct node *n, struct part *out)
{
	const struct node *list = node_get(n, "list");
	bool sound = check_list(r, list);
	out->phrases = arena_array(r->a, list->count + 1, sizeof(*out->phrases));
	for (const struct node *c = list->first; c; c = c->next)
		sound &= parse_phrase(r, c, &out->phrases[out->count++]);
	return sound;
}

static bool parse_dialogue(struct reading *r, const struct node *n, struct part *out)
{
	const struct node *list = node_get(n, "lines"), *ask = node_get(n, "ask");
	bool sound = check_list(r, list);
	out->lines = arena_array(r->a, list->count + 1, sizeof(*out->lines));
	for (const struct node *c = list->first; c; c = c->next)
		sound &= parse_line(r, c, &out->lines[out->count++]);
	if (ask)
		sound &= exercises_parse(r, ask, &out->items, &out->item_count);
	return sound;
}

#define TITLED                                                                                                                         \
	{.name = "id", .kind = NODE_SCALAR, .required = true}, {.name = "title", .kind = NODE_SCALAR}

static const struct part_row rows[] = {
	[PART_READ] = {.name = "read",
		       .keys = {TITLED, {.name = "text", .kind = NODE_SCALAR, .required = true}},
		       .parse = parse_read},
	[PART_WORDS] = {.name = "words",
			.taught = true,
			.keys = {TITLED, {.name = "list", .kind = NODE_LIST, .required = true}},
			.parse = parse_words},
	[PART_PHRASES] = {.name = "phrases",
			  .taught = true,
			  .keys = {TITLED, {.name = "list", .kind = NODE_LIST, .required = true}},
			  .parse = parse_phrases},
	[PART_DIALOGUE] = {.name = "dialogue",
			   .taught = true,
			   .keys = {TITLED, {.name = "lines", .kind = NODE_LIST, .required = true}, {.name = "ask", .kind = NODE_LIST}},
			   .parse = parse_dialogue},
	[PART_PRACTISE] = {.name = "practise",
			   .taught = true,
			   .keys = {TITLED,
				    {.name = "words", .kind = NODE_SCALAR, .or_list = true},
				    {.name = "phrases", .kind = NODE_SCALAR, .or_list = true},
				    {.name = "count", .kind = NODE_SCALAR}},
			   .parse = parse_practise},
	[PART_LISTEN] = {.name = "listen",
			 .taught = true,
			 .keys = {TITLED,
				  {.name = "intro", .kind = NODE_SCALAR},
				  {.name = "times", .kind = NODE_SCALAR},
				  {.name = "lines", .kind = NODE_LIST, .required = true},
				  {.name = "ask", .kind = NODE_LIST, .required = true}},
			 .parse = parse_listen},
	[PART_EXERCISE] = {.name = "exercise"}, /* its type knows its keys */
};
enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]) };

const char *part_kind_name(enum part_kind k)
{
	if ((size_t)k >= ROW_COUNT)
		BUG("no kind of part %d", (int)k);
	return rows[k].name;
}

/* The one key of a part is its kind. */
static bool find_kind(struct reading *r, const struct node *n, enum part_kind *out)
{
	const char *cure = _("write - read:, - words:, - phrases:, - dialogue:, - practise:, - listen: or - exercise:, and its keys indented below it");
	if (n->kind != NODE_MAP || n->count != 1)
		return node_fault(r->d, n, cure, _("a part has exactly one key, its kind"));
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (str_eq(rows[i].name, n->first->key)) {
			*out = (enum part_kind)i;
			return true;
		}
	}
	return node_fault(r->d, n->first, cure, _("unknown kind of part '%s'"), n->first->key);
}

bool part_parse(struct reading *r, const struct node *n, struct part *out)
{
	*out = (struct part){.node = n};
	if (!find_kind(r, n, &out->kind))
		return false;
	const struct part_row *row = &rows[out->kind];
	const struct node *body = n->first;
	out->node = body;
	if (out->kind == PART_EXERCISE) {
		struct item *it = parse_exercise(r, body);
		if (!it)
			return false;
		out->id = it->id;
		out->items = arena_array(r->a, 1, sizeof(struct item *));
		out->items[out->item_count++] = it;
		return true;
	}
	bool sound = true;
	if (row->taught && !r->teaches)
		sound = node_fault(r->d, body, _("use read and exercise, or make it a pack of kind language"),
				   _("a part '%s' is only for packs that teach a language"), row->name);
	if (!node_check_keys(body, _("a part"), row->keys, r->d))
		return false;
	out->title = node_text(body, "title");
	sound &= take_id(r, body, &out->id);
	sound &= check_marked(r, body, "title");
	return row->parse(r, body, out) && sound;
}
