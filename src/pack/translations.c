#include "config.h"
#include "pack/source.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "pack/markdown.h"
#include "pack/po.h"
#include "pack/words.h"

/* One message of the sources, as a translation has to answer it. */
struct wanted {
	struct message key; /* context and source only */
	struct node at;
};

struct check {
	struct pack *pack;
	struct diag_list *diags;
	struct arena arena; /* of the checking only */
	struct wanted *list;
	size_t count, room;
};

/* Names or words found in a text, sorted. */
struct bag {
	const char **list;
	size_t count;
};

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef const char *next_fn(const char **at, size_t *n);

static struct bag bag_of(struct arena *a, const char *text, next_fn *next)
{
	struct bag bag = { 0 };
	size_t room = 0, n;
	for (const char *at = text, *found; (found = next(&at, &n));) {
		bag.list = arena_grow(a, bag.list, bag.count, &room, sizeof(*bag.list));
		bag.list[bag.count++] = arena_strndup(a, found, n);
	}
	if (bag.count)
		qsort(bag.list, bag.count, sizeof(*bag.list), by_text);
	return bag;
}

static void drop_twins(struct bag *b)
{
	size_t kept = 0;
	for (size_t i = 0; i < b->count; i++)
		if (!kept || strcmp(b->list[kept - 1], b->list[i]) != 0)
			b->list[kept++] = b->list[i];
	b->count = kept;
}

/* The first entry of `a` that `b` has not, or has less often; NULL if there is none. */
static const char *lacking(const struct bag *a, const struct bag *b)
{
	size_t j = 0;
	for (size_t i = 0; i < a->count; i++) {
		while (j < b->count && strcmp(b->list[j], a->list[i]) < 0)
			j++;
		if (j == b->count || strcmp(b->list[j], a->list[i]) != 0)
			return a->list[i];
		j++;
	}
	return NULL;
}

/* "{fact" that is no {fact:NAME}. */
static bool has_broken_fact(const char *text)
{
	size_t n, opened = 0, whole = 0;
	for (const char *p = text; (p = strstr(p, "{fact")); p++)
		opened++;
	for (const char *at = text; words_fact_next(&at, &n);)
		whole++;
	return opened != whole;
}

static void check_source(struct check *c, const char *text, const struct node *at)
{
	if (!strstr(text, "{fact"))
		return;
	if (has_broken_fact(text))
		node_fault(c->diags, at, _("write {fact:NAME}, without spaces"), _("'{fact' without a name"));
	size_t n;
	for (const char *p = text, *name; (name = words_fact_next(&p, &n));) {
		const char *known = arena_strndup(&c->arena, name, n);
		if (!c->pack->facts_faulty && !facts_find(&c->pack->facts, known))
			node_fault(c->diags, at, _("add it to facts.yaml, or mend its name"), _("the fact '%s' is not known"), known);
	}
}

static void on_message(void *ctx, const char *context, const char *text, const struct node *at, const char *comment)
{
	(void)comment;
	struct check *c = ctx;
	check_source(c, text, at);
	c->list = arena_grow(&c->arena, c->list, c->count, &c->room, sizeof(*c->list));
	c->list[c->count++] = (struct wanted){
		.key = { .context = arena_strdup(&c->arena, context), .source = arena_strdup(&c->arena, text) }, .at = *at,
	};
}

static int by_key(const void *va, const void *vb)
{
	const struct wanted *a = va, *b = vb;
	return message_order(&a->key, &b->key);
}

static void say(struct check *c, const struct translation *t, const struct message *m, const char *cure, const char *what, const char *which)
{
	diag_add(c->diags, DIAG_ERROR, t->file, m->line, m->line ? 1 : 0, cure, _("translation of '%s': %s '%.200s'"), m->context, what, which);
}

static void check_facts(struct check *c, const struct translation *t, const struct message *m)
{
	struct bag ours = bag_of(&c->arena, m->source, words_fact_next), theirs = bag_of(&c->arena, m->text, words_fact_next);
	drop_twins(&ours);
	drop_twins(&theirs);
	const char *gone = lacking(&ours, &theirs), *added = lacking(&theirs, &ours);
	if (gone)
		say(c, t, m, _("put {fact:…} with that name in the translation too"), _("it lacks the fact"), gone);
	if (added)
		say(c, t, m, _("use the facts of the source text only"), _("the source text has no fact"), added);
}

static void check_taught(struct check *c, const struct translation *t, const struct message *m)
{
	struct bag ours = bag_of(&c->arena, m->source, words_taught_next), theirs = bag_of(&c->arena, m->text, words_taught_next);
	const char *gone = lacking(&ours, &theirs), *added = lacking(&theirs, &ours);
	if (gone)
		say(c, t, m, _("put these words, in backticks and unchanged, in the translation too"), _("it lacks the backticked words"), gone);
	else if (added)
		say(c, t, m, _("backtick the same words as the source text, as often"), _("the source text has no such backticked words"), added);
}

/* Texts of read parts have a context without a field; `text` of an exercise is Markdown as well. */
static bool is_markdown(const char *context)
{
	const char *dot = strrchr(context, '.');
	return !dot || strcmp(dot, ".text") == 0;
}

static void check_markdown(struct check *c, const struct translation *t, const struct message *m)
{
	struct arena a = ARENA_INIT;
	struct md md;
	const char *fault;
	int line;
	if (is_markdown(m->context) && !markdown_parse(&a, m->text, &md, &line, &fault)) {
		const char *cure = strstr(fault, "; ");
		if (cure)
			fault = arena_strndup(&a, fault, (size_t)(cure - fault));
		diag_add(c->diags, DIAG_ERROR, t->file, m->line, m->line ? 1 : 0, cure ? cure + 2 : _("write it as the source text does"),
			 _("translation of '%s': line %d: %s"), m->context, line, fault);
	}
	arena_release(&a);
}

static void check_one(struct check *c, const struct translation *t, const struct message *m)
{
	if (strstr(m->source, "{fact") || strstr(m->text, "{fact")) {
		if (has_broken_fact(m->text))
			say(c, t, m, _("write {fact:NAME}, without spaces"), _("a fact without a name in"), m->text);
		check_facts(c, t, m);
	}
	if (strchr(m->source, '`') || strchr(m->text, '`'))
		check_taught(c, t, m);
	check_markdown(c, t, m);
}

/* Translations that belong to no text: how many, and the line of the first. */
struct unused {
	size_t count;
	int line;
};

static void count_unused(struct unused *u, const struct message *m)
{
	u->count++;
	if (m->line && (!u->line || m->line < u->line))
		u->line = m->line;
}

/* Counts stand at the first entry they count; what is missing altogether, at the top of the file. */
static void sum_up(struct check *c, const struct translation *t, const struct unused *unused, size_t total)
{
	if (t->missing)
		diag_add(c->diags, DIAG_WARNING, t->file, t->open_line ? t->open_line : 1, 1, _("translate them, and take 'fuzzy' off those that are right"),
			 ngettext("%zu of %zu text has no translation (%zu marked fuzzy)", "%zu of %zu texts have no translation (%zu marked fuzzy)", total),
			 t->missing, total, t->fuzzy);
	if (unused->count && !c->pack->texts_faulty)
		diag_add(c->diags, DIAG_WARNING, t->file, unused->line ? unused->line : 1, 1, _("update the file from the template ('safar pack pot', msgmerge)"),
			 ngettext("%zu translation belongs to no text of the pack", "%zu translations belong to no text of the pack", unused->count),
			 unused->count);
}

/* Walks the sorted texts and the sorted translations side by side. */
static void check_language(struct check *c, struct translation *t)
{
	size_t j = 0, total = 0;
	struct unused unused = { 0 };
	t->missing = 0;
	for (size_t i = 0; i < c->count; i++) {
		if (i && by_key(&c->list[i - 1], &c->list[i]) == 0)
			continue;
		total++;
		int order = 1;
		while (j < t->count && (order = message_order(&t->list[j], &c->list[i].key)) < 0)
			count_unused(&unused, &t->list[j++]);
		if (j < t->count && order == 0)
			check_one(c, t, &t->list[j++]);
		else
			t->missing++;
	}
	while (j < t->count)
		count_unused(&unused, &t->list[j++]);
	sum_up(c, t, &unused, total);
}

void pack_check_translations(struct pack *p, struct diag_list *d)
{
	struct check c = { .pack = p, .diags = d };
	pack_each_message(p, on_message, &c);
	if (c.count)
		qsort(c.list, c.count, sizeof(*c.list), by_key);
	for (size_t i = 0; i < p->translation_count; i++)
		check_language(&c, &p->translations[i]);
	arena_release(&c.arena);
}
