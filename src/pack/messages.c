#include "config.h"
#include "pack/source.h"

#include <string.h>

#include "core/str.h"
#include "pack/words.h"

/* Which scalars are translatable. This floor does not know exercise types: keys and the lists they stand in say enough. */
struct field {
	const char *key;
	const char *field;   /* in the context, behind the point; NULL: text of a read part, block by block */
	const char *comment; /* for translators */
};
static const struct field fields[] = {
	{ .key = "title", .field = "title", .comment = "Title" },
	{ .key = "summary", .field = "summary", .comment = "What the pack is about" },
	{ .key = "can-do", .field = "can-do", .comment = "What learners can do after the unit; begins with a verb" },
	{ .key = "means", .field = "means", .comment = "Meaning" },
	{ .key = "example-means", .field = "example-means", .comment = "Meaning of the example" },
	{ .key = "note", .field = "note", .comment = "Note" },
	{ .key = "ask", .field = "ask", .comment = "Question or instruction" },
	{ .key = "explain", .field = "explain", .comment = "Shown with the feedback" },
	{ .key = "hint", .field = "hint", .comment = "Hint" },
	{ .key = "why", .field = "why", .comment = "Why this answer is right or wrong" },
	{ .key = "front", .field = "front", .comment = "Front of a card" },
	{ .key = "back", .field = "back", .comment = "Back of a card" },
	{ .key = "columns", .field = "column", .comment = "Column to choose for a statement" },
	{ .key = "steps", .field = "step", .comment = "Step to be put in order" },
	{ .key = "description", .field = "description", .comment = "What a drawing shows, for who does not see it" },
	{ .key = "statement", .field = "statement", .comment = "Statement to call true or false" },
	{ .key = "text", .field = "text", .comment = "Text to read before answering (Markdown)" },
};
static const struct field option_fields[] = {
	{ .key = "right", .field = "option", .comment = "Right answer" },
	{ .key = "wrong", .field = "option", .comment = "Wrong answer" },
	{ .key = "why", .field = "why", .comment = "Why this answer is right or wrong" },
};
static const struct field pair_fields[] = {
	{ .key = "left", .field = "pair", .comment = "Left half of a pair" },
	{ .key = "right", .field = "pair", .comment = "Right half of a pair" },
};
static const struct field step_fields[] = {
	{ .key = "step", .field = "step", .comment = "Step to be put in order" },
	{ .key = "why", .field = "why", .comment = "Why the step has its place" },
};
static const struct field wrong_form_fields[] = {
	{ .key = "why", .field = "why", .comment = "Why this answer is wrong" },
};
static const struct field listen_fields[] = {
	{ .key = "title", .field = "title", .comment = "Title" },
	{ .key = "intro", .field = "intro", .comment = "Before listening: who speaks, where" },
};
static const struct field role_fields[] = {
	{ .key = "title", .field = "title", .comment = "Title of a role play" },
	{ .key = "a", .field = "a", .comment = "Role card A" },
	{ .key = "b", .field = "b", .comment = "Role card B" },
};
static const struct field rubric_fields[] = {
	{ .key = "title", .field = "title", .comment = "What is judged when learners speak" },
	{ .key = "bands", .field = "band", .comment = "How well it went; the weakest comes first" },
};
static const struct field task_fields[] = {
	{ .key = "title", .field = "title", .comment = "Title of a task in an exam" },
	{ .key = "text", .field = "text", .comment = "What is to be written or said in an exam (Markdown)" },
};
static const struct field read_fields[] = {
	{ .key = "title", .field = "title", .comment = "Title" },
	{ .key = "text", .field = NULL, .comment = "Lesson text (Markdown); keep backticked words and {fact:…} as they are" },
};

/* Maps under these keys have other fields than maps elsewhere. */
struct place {
	const char *key;
	const struct field *fields;
	size_t count;
};
#define PLACE(name, table) { .key = name, .fields = table, .count = sizeof(table) / sizeof(*(table)) }
static const struct place places[] = {
	PLACE("options", option_fields),
	PLACE("pairs", pair_fields),
	PLACE("steps", step_fields),
	PLACE("not", wrong_form_fields),
	PLACE("read", read_fields),
	PLACE("listen", listen_fields),
	PLACE("roles", role_fields),
	PLACE("rubric", rubric_fields),
	PLACE("tasks", task_fields),
};
static const struct place anywhere = PLACE(NULL, fields);

struct walk {
	pack_message_fn *fn;
	void *ctx;
	const char *unit;
	struct str context, text, comment;
};

static void emit(struct walk *w, const char *id, const char *field, const char *text, const struct node *at, const char *comment)
{
	if (!*text || words_all_taught(text))
		return;
	str_clear(&w->context);
	str_add(&w->context, w->unit);
	if (id) {
		str_addc(&w->context, '/');
		str_add(&w->context, id);
	}
	if (field) {
		str_addc(&w->context, '.');
		str_add(&w->context, field);
	}
	w->fn(w->ctx, w->context.buf, text, at, comment);
}

static void emit_blocks(struct walk *w, const char *id, const struct node *n, const char *comment)
{
	size_t len;
	bool literal = str_ends(n->text, "\n"); /* a text of several lines begins below its key, as a rule by '|' */
	struct node at = *n;
	const char *counted = n->text;
	at.line += literal;
	for (const char *p = n->text, *block; (block = words_block_next(&p, &len));) {
		for (; literal && counted < block; counted++)
			at.line += *counted == '\n';
		str_clear(&w->text);
		str_addn(&w->text, block, len);
		emit(w, id, NULL, w->text.buf, &at, comment);
	}
}

/* What is taught stands beside its meaning: translators see it as a comment. */
static const char *comment_for(struct walk *w, const struct node *map, const struct field *f)
{
	static const char *const taught[] = { "term", "say", "text", "answer" };
	if (strcmp(f->key, "example-means") == 0 && node_text(map, "example")) {
		str_clear(&w->comment);
		str_addf(&w->comment, "%s: %s", f->comment, node_text(map, "example"));
		return w->comment.buf;
	}
	if (strcmp(f->key, "means") != 0)
		return f->comment;
	for (size_t i = 0; i < sizeof(taught) / sizeof(*taught); i++) {
		const struct node *n = node_get(map, taught[i]);
		n = n && n->kind == NODE_LIST ? n->first : n;
		if (!n || n->kind != NODE_SCALAR)
			continue;
		str_clear(&w->comment);
		str_addf(&w->comment, "%s: %s", f->comment, n->text);
		return w->comment.buf;
	}
	return f->comment;
}

static const struct field *field_of(const struct place *p, const char *key)
{
	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->fields[i].key, key) == 0)
			return &p->fields[i];
	return NULL;
}

static const struct place *place_below(const struct place *here, const char *key)
{
	if (!key)
		return here; /* an entry of a list belongs to the list's key */
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
		if (strcmp(places[i].key, key) == 0)
			return &places[i];
	return &anywhere;
}

/* The text of a cloze, typed or with a bank of words, is in the language that is taught. */
static bool is_taught_text(const struct node *map, const char *key)
{
	const char *type = node_text(map, "type");
	return strcmp(key, "text") == 0 && type && (strcmp(type, "cloze") == 0 || strcmp(type, "bank") == 0);
}

static void walk_node(struct walk *w, const struct node *n, const struct place *place, const char *id);

static void walk_child(struct walk *w, const struct node *map, const struct node *c, const struct place *place, const char *id)
{
	const struct field *f = field_of(place, c->key);
	if (!f || c->kind == NODE_MAP || is_taught_text(map, c->key)) {
		walk_node(w, c, place_below(place, c->key), id);
		return;
	}
	if (c->kind == NODE_LIST) {
		for (const struct node *entry = c->first; entry; entry = entry->next)
			if (entry->kind == NODE_SCALAR)
				emit(w, id, f->field, entry->text, entry, f->comment);
			else
				walk_node(w, entry, place_below(place, c->key), id);
		return;
	}
	if (f->field)
		emit(w, id, f->field, c->text, c, comment_for(w, map, f));
	else
		emit_blocks(w, id, c, f->comment);
}

/* `id` is the nearest one around `n`, NULL for the unit itself. */
static void walk_node(struct walk *w, const struct node *n, const struct place *place, const char *id)
{
	if (n->kind == NODE_SCALAR)
		return;
	if (n->kind == NODE_MAP) {
		const char *own = node_text(n, "id");
		id = own ? own : id;
	}
	for (const struct node *c = n->first; c; c = c->next)
		if (n->kind == NODE_LIST)
			walk_node(w, c, place, id);
		else
			walk_child(w, n, c, place, id);
}

/* An exam in a stated language asks in that language: its own questions and what is read aloud are not translated. */
static bool is_in_exam_language(const struct node *root, const struct node *c)
{
	return node_get(root, "sections") && node_get(root, "language") && (strcmp(c->key, "bank") == 0 || strcmp(c->key, "scripts") == 0);
}

/* A document whose root has an id that names it: its own fields are "UNIT.field". */
static void walk_root(struct walk *w, const struct node *root, const char *unit)
{
	if (!unit)
		return;
	w->unit = unit;
	for (const struct node *c = root->first; c; c = c->next)
		if (!is_in_exam_language(root, c))
			walk_child(w, root, c, &anywhere, NULL);
}

void pack_each_message(const struct pack *p, pack_message_fn *fn, void *ctx)
{
	struct walk w = { .fn = fn, .ctx = ctx };
	str_init(&w.context);
	str_init(&w.text);
	str_init(&w.comment);
	walk_root(&w, p->root, "pack");
	w.unit = "facts";
	for (const struct node *fact = p->facts_root ? p->facts_root->first : NULL; fact; fact = fact->next) {
		const struct node *label = node_get(fact, "label");
		if (label && label->kind == NODE_SCALAR)
			emit(&w, fact->key, "label", label->text, label, "What the amount, date or number is");
	}
	for (size_t i = 0; i < p->unit_count; i++)
		walk_root(&w, p->units[i], node_text(p->units[i], "id"));
	for (size_t i = 0; i < p->programme_count; i++)
		walk_root(&w, p->programmes[i], node_text(p->programmes[i], "id"));
	for (size_t i = 0; i < p->exam_count; i++)
		walk_root(&w, p->exams[i], node_text(p->exams[i], "id"));
	str_release(&w.context);
	str_release(&w.text);
	str_release(&w.comment);
}
