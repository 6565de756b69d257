#include "config.h"
#include "pack/source.h"

#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "pack/out.h"
#include "pack/po.h"

struct entry {
	struct message key; /* context and source */
	const char *comment, *file;
	int line;
	size_t number; /* in document order */
	bool again;    /* an earlier entry has the same context and text */
};

struct gather {
	struct arena arena;
	struct entry *list;
	size_t count, room;
};

static void on_message(void *ctx, const char *context, const char *text, const struct node *at, const char *comment)
{
	struct gather *g = ctx;
	g->list = arena_grow(&g->arena, g->list, g->count, &g->room, sizeof(*g->list));
	g->list[g->count] = (struct entry){
		.key = { .context = arena_strdup(&g->arena, context), .source = arena_strdup(&g->arena, text) },
		.comment = arena_strdup(&g->arena, comment), .file = at->file, .line = at->line, .number = g->count,
	};
	g->count++;
}

static int by_key(const void *va, const void *vb)
{
	const struct entry *a = va, *b = vb;
	int c = message_order(&a->key, &b->key);
	return c ? c : (a->number > b->number) - (a->number < b->number);
}

static int by_number(const void *va, const void *vb)
{
	const struct entry *a = va, *b = vb;
	return (a->number > b->number) - (a->number < b->number);
}

static void mark_twins(struct gather *g)
{
	if (!g->count)
		return;
	qsort(g->list, g->count, sizeof(*g->list), by_key);
	for (size_t i = 1; i < g->count; i++)
		g->list[i].again = message_order(&g->list[i - 1].key, &g->list[i].key) == 0;
	qsort(g->list, g->count, sizeof(*g->list), by_number);
}

/* One quoted line of a PO file. */
static void add_quoted(struct str *out, const char *s, size_t n)
{
	str_addc(out, '"');
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"' || s[i] == '\\')
			str_addc(out, '\\');
		if (s[i] == '\n' || s[i] == '\t') {
			str_addc(out, '\\');
			str_addc(out, s[i] == '\n' ? 'n' : 't');
		} else {
			str_addc(out, s[i]);
		}
	}
	str_add(out, "\"\n");
}

static void add_text(struct str *out, const char *keyword, const char *s)
{
	str_addf(out, "%s ", keyword);
	if (strchr(s, '\n'))
		str_add(out, "\"\"\n");
	do {
		size_t n = strcspn(s, "\n");
		n += s[n] == '\n';
		add_quoted(out, s, n);
		s += n;
	} while (*s);
}

/* Comments are one line each; the file is named from the pack's folder, so that the template is the same wherever the pack lies. */
static void add_entry(struct str *out, const struct pack *p, const struct entry *entry)
{
	const char *file = entry->file;
	size_t base = strlen(p->root->file) - strlen("pack.yaml");
	if (strncmp(file, p->root->file, base) == 0)
		file += base;
	str_addc(out, '\n');
	if (entry->comment) {
		str_add(out, "#. ");
		for (const char *c = entry->comment; *c; c++)
			str_addc(out, *c == '\n' ? ' ' : *c);
		str_addc(out, '\n');
	}
	str_addf(out, "#: %s:%d\n", file, entry->line);
	add_text(out, "msgctxt", entry->key.context);
	add_text(out, "msgid", entry->key.source);
	str_add(out, "msgstr \"\"\n");
}

bool pack_pot(const struct pack *p, const char *path, struct err *e)
{
	struct gather g = { .arena = ARENA_INIT };
	struct str out;
	str_init(&out);
	pack_each_message(p, on_message, &g);
	mark_twins(&g);
	str_addf(&out, "# Template for translations of the course pack %s.\n# Licence: %s\nmsgid \"\"\nmsgstr \"\"\n", p->id, p->licence ? p->licence : "");
	str_addf(&out, "\"Project-Id-Version: %s %s\\n\"\n\"Language: \\n\"\n\"MIME-Version: 1.0\\n\"\n", p->id, p->version);
	str_add(&out, "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n");
	for (size_t i = 0; i < g.count; i++)
		if (!g.list[i].again)
			add_entry(&out, p, &g.list[i]);
	bool good = out_write(path, out.buf, out.len, e);
	str_release(&out);
	arena_release(&g.arena);
	return good;
}
