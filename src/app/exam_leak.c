#include "config.h"
#include "app/exam_leak.h"

#include <stdlib.h>
#include <string.h>

#include "app/unit_load.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/sealed.h"
#include "text/search_key.h"

/* What makes a question the one it is: what is asked and what is right. Wrong options may be others; an explanation or a hint is no other question. */
static bool tells(const char *key)
{
	static const char *const keys[] = {"ask", "text", "statement", "answer", "value", "unit", "means", "right", "left", "step", "steps", "say", "drawing", "front", "back"};
	for (size_t i = 0; key && i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(key, keys[i]) == 0)
			return true;
	return false;
}

/* Texts of one question, each in its plain form. */
struct texts {
	struct arena *a;
	const char **list;
	size_t count, room;
};

static void gather(struct texts *t, const struct node *n, const char *key, struct str *plain)
{
	key = n->key ? n->key : key;
	if (n->kind == NODE_SCALAR && tells(key)) {
		str_clear(plain);
		text_search_key(n->text, false, plain);
		t->list = arena_grow(t->a, t->list, t->count, &t->room, sizeof(*t->list));
		t->list[t->count++] = arena_strndup(t->a, plain->buf, plain->len);
	}
	for (const struct node *c = n->kind == NODE_SCALAR ? NULL : n->first; c; c = c->next)
		gather(t, c, key, plain);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* 0 for what asks nothing. */
static uint64_t print_of(const struct node *item)
{
	struct arena a = ARENA_INIT;
	struct texts t = {.a = &a};
	struct str plain;
	uint64_t print = 0;
	str_init(&plain);
	gather(&t, item, NULL, &plain);
	if (t.count) {
		qsort(t.list, t.count, sizeof(*t.list), by_text);
		print = 1;
		for (size_t i = 0; i < t.count; i++)
			print = seed_from(t.list[i], print);
	}
	str_release(&plain);
	arena_release(&a);
	return print;
}

/* Exercises have an id and say what is right. */
static bool is_question(const struct node *n)
{
	static const char *const signs[] = {"type", "answer", "options", "pairs", "steps", "rows", "turns", "statement"};
	if (n->kind != NODE_MAP || !node_text(n, "id"))
		return false;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (node_get(n, signs[i]))
			return true;
	return false;
}

static void add(struct met *m, uint64_t print, const char *place)
{
	if (!print)
		return;
	m->list = arena_grow(&m->arena, m->list, m->count, &m->room, sizeof(*m->list));
	m->list[m->count++] = (struct met_item){.print = print, .place = place};
}

static void add_tree(struct met *m, const struct node *n)
{
	if (is_question(n))
		add(m, print_of(n), arena_printf(&m->arena, "%s:%d", n->file, n->line));
	else
		for (const struct node *c = n->kind == NODE_SCALAR ? NULL : n->first; c; c = c->next)
			add_tree(m, c);
}

void met_add_pack(struct met *m, const struct pack *p)
{
	for (size_t i = 0; p->kind != PACK_EXAM && i < p->unit_count; i++)
		add_tree(m, p->units[i]);
	for (size_t i = 0; p->kind != PACK_EXAM && i < p->exam_count; i++)
		add_tree(m, p->exams[i]);
}

static bool add_body(void *ctx, const char *path, const char *body)
{
	struct met *m = ctx;
	struct arena a = ARENA_INIT;
	const struct node *n = body_node(&a, body);
	if (n && is_question(n))
		add(m, print_of(n), arena_strdup(&m->arena, path));
	arena_release(&a);
	return true;
}

bool met_add_installed(struct met *m, struct app *app, struct err *e)
{
	return met_bodies(app->store, add_body, m, e);
}

static int by_print(const void *va, const void *vb)
{
	const struct met_item *a = va, *b = vb;
	return a->print < b->print ? -1 : a->print > b->print;
}

static bool check_tree(const struct met *m, const struct node *n, struct diag_list *d)
{
	bool clean = true;
	if (!is_question(n)) {
		for (const struct node *c = n->kind == NODE_SCALAR ? NULL : n->first; c; c = c->next)
			clean &= check_tree(m, c, d);
		return clean;
	}
	struct met_item key = {.print = print_of(n)};
	const struct met_item *found = m->count && key.print ? bsearch(&key, m->list, m->count, sizeof(key), by_print) : NULL;
	return !found || node_fault(d, n, _("write another question: this one can be learned by heart"), _("the live question '%s' stands in '%s' too"), node_text(n, "id"),
				    found->place);
}

bool exam_leak_check(struct met *m, const struct pack *p, struct diag_list *d)
{
	bool clean = true;
	if (m->count)
		qsort(m->list, m->count, sizeof(*m->list), by_print);
	for (size_t i = 0; p->kind == PACK_EXAM && i < p->exam_count; i++)
		clean &= check_tree(m, p->exams[i], d);
	return clean;
}
