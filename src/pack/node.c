#include "config.h"
#include "pack/node.h"

#include <string.h>


const struct node *node_get(const struct node *map, const char *key)
{
	if (!map || map->kind != NODE_MAP)
		return NULL;
	for (const struct node *n = map->first; n; n = n->next)
		if (strcmp(n->key, key) == 0)
			return n;
	return NULL;
}

const char *node_text(const struct node *map, const char *key)
{
	const struct node *n = node_get(map, key);
	return n && n->kind == NODE_SCALAR ? n->text : NULL;
}

struct node node_at_key(const struct node *n)
{
	struct node at = *n;
	if (n->key_line) {
		at.line = n->key_line;
		at.column = n->key_column;
	}
	return at;
}

struct node *node_new(struct arena *a, enum node_kind kind, const char *key, const char *text)
{
	struct node *n = arena_alloc(a, sizeof(*n));
	n->kind = kind;
	n->key = arena_strdup(a, key);
	if (kind == NODE_SCALAR)
		n->text = arena_strdup(a, text ? text : "");
	n->file = "";
	n->line = n->column = 1;
	return n;
}

void node_append(struct node *parent, struct node *child)
{
	child->next = NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	parent->count++;
}

static void write_string(const char *s, struct str *out)
{
	str_addc(out, '"');
	while (*s) {
		size_t plain = strcspn(s, "\"\\\n\t");
		str_addn(out, s, plain);
		s += plain;
		if (!*s)
			break;
		str_addc(out, '\\');
		str_addc(out, *s == '\n' ? 'n' : *s == '\t' ? 't' : *s);
		s++;
	}
	str_addc(out, '"');
}

static bool is_without(const char *const *without, const char *key)
{
	for (; without && *without; without++)
		if (key && strcmp(*without, key) == 0)
			return true;
	return false;
}

void node_write_json(const struct node *n, const char *const *without, struct str *out)
{
	if (n->kind == NODE_SCALAR) {
		write_string(n->text, out);
		return;
	}
	bool map = n->kind == NODE_MAP, some = false;
	str_addc(out, map ? '{' : '[');
	for (const struct node *c = n->first; c; c = c->next) {
		if (map && is_without(without, c->key))
			continue;
		if (some)
			str_addc(out, ',');
		some = true;
		if (map) {
			write_string(c->key, out);
			str_addc(out, ':');
		}
		node_write_json(c, NULL, out);
	}
	str_addc(out, map ? '}' : ']');
}
