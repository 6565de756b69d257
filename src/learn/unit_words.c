#include "config.h"
#include "learn/unit_words.h"

#include <string.h>

#include "learn/types.h"

static void tell(taught_fn *fn, void *ctx, const char *text, bool accepted)
{
	if (text && *text)
		fn(ctx, text, accepted);
}

/* A text in the grammar of answers or with gaps, its brackets and braces made spaces: what its words are, not which forms it has. */
static void tell_pattern(taught_fn *fn, void *ctx, struct arena *a, const char *pattern)
{
	char *text = arena_strdup(a, pattern);
	for (char *s = text; (s = strpbrk(s, "()[]{}|\\")) != NULL; s++)
		*s = ' ';
	tell(fn, ctx, text, false);
}

void item_each_taught(const struct item *it, taught_fn *fn, void *ctx)
{
	struct arena a = ARENA_INIT;
	struct response r;
	if (it->type->answer == FORM_GAPS)
		for (size_t n = 0; it->type->accepted(it, &a, n, &r); n++)
			for (size_t i = 0; i < r.typed_count; i++)
				tell(fn, ctx, r.typed[i], true);
	if (it->type->taught) {
		const struct node *answer = node_get(it->node, "answer"), *extra = node_get(it->node, "extra"), *at = NULL;
		while (each_scalar(answer, &at))
			tell_pattern(fn, ctx, &a, at->text);
		at = NULL;
		while (each_scalar(extra, &at))
			tell_pattern(fn, ctx, &a, at->text);
		if (it->type->own_text && node_text(it->node, "text"))
			tell_pattern(fn, ctx, &a, node_text(it->node, "text"));
	}
	arena_release(&a);
}

static void each_of_part(const struct part *p, taught_fn *fn, void *ctx)
{
	for (size_t i = 0; p->words && i < p->count; i++) {
		tell(fn, ctx, p->words[i].term, true);
		tell(fn, ctx, p->words[i].plural, true);
		tell(fn, ctx, p->words[i].example, false);
	}
	for (size_t i = 0; p->phrases && i < p->count; i++)
		for (size_t k = 0; k < p->phrases[i].forms.count; k++)
			tell(fn, ctx, p->phrases[i].forms.shown[k], true);
	for (size_t i = 0; p->lines && i < p->count; i++)
		tell(fn, ctx, p->lines[i].say, false);
	for (size_t i = 0; i < p->item_count; i++)
		item_each_taught(p->items[i], fn, ctx);
}

static void each_of_room(const struct room *r, taught_fn *fn, void *ctx)
{
	for (size_t i = 0; i < r->role_count; i++)
		for (size_t k = 0; k < r->roles[i].use_count; k++)
			tell(fn, ctx, r->roles[i].use[k], false);
	for (size_t i = 0; i < r->repeat_count; i++)
		tell(fn, ctx, r->repeat[i].say, false);
}

void unit_each_taught(const struct unit *u, taught_fn *fn, void *ctx)
{
	for (size_t i = 0; i < u->part_count; i++)
		each_of_part(&u->parts[i], fn, ctx);
	for (size_t i = 0; i < u->bank_count; i++)
		item_each_taught(u->bank[i], fn, ctx);
	if (u->room)
		each_of_room(u->room, fn, ctx);
}
