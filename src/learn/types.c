#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/random.h"
#include "learn/forms.h"
#include "pack/markdown.h"

struct form_part *form_add(struct form *f, enum form_part_kind kind)
{
	if (f->count == FORM_PARTS_MAX)
		BUG("a form of more than %d parts", FORM_PARTS_MAX);
	struct form_part *part = &f->parts[f->count++];
	*part = (struct form_part){.kind = kind};
	return part;
}

bool strict_parse(const struct node *n, unsigned *strict, struct diag_list *d)
{
	static const struct {
		const char *key;
		enum strict bit;
	} rows[] = {{"case", STRICT_CASE}, {"accents", STRICT_ACCENTS}, {"articles", STRICT_ARTICLES}, {"punctuation", STRICT_PUNCTUATION}};
	bool sound = true;
	*strict = 0;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct node *value = node_get(n, rows[i].key);
		if (value && !str_eq(value->text, "strict"))
			sound = node_fault(d, value, _("write strict, or leave the key out"), _("'%s' is no way to judge '%s'"), value->text, rows[i].key);
		else if (value)
			*strict |= rows[i].bit;
	}
	return sound;
}

struct typed_rules item_rules(const struct item *it, unsigned strict)
{
	return (struct typed_rules){.language = it->teaches, .strict = strict, .words = it->words, .word_count = it->word_count, .table = it->table};
}

const char *item_words(const struct item *it, struct arena *a, const struct words *w, const char *field, const char *source)
{
	if (!source || words_all_taught(source))
		return source;
	return words_get(w, a, it->unit, it->id, field, source);
}

void item_why(const struct item *it, struct arena *a, struct grade *g, const char *why)
{
	if (!why)
		return;
	g->why = why;
	g->why_context = arena_printf(a, "%s.why", it->id);
}

int *shuffled_order(struct arena *a, uint64_t seed, size_t n, solved_fn *solved, const void *ctx)
{
	enum { TRIES = 16 };
	int *order = arena_array(a, n ? n : 1, sizeof(*order));
	for (size_t i = 0; i < n; i++)
		order[i] = (int)i;
	struct rng rng = {seed};
	for (int i = 0; i < TRIES; i++) {
		rng_shuffle(&rng, order, n);
		if (!solved || !solved(ctx, order, n))
			return order;
	}
	/* Few numbers and an unlucky seed: turn them round until one order will do, if any does. */
	for (size_t i = 0; i + 1 < n && solved(ctx, order, n); i++) {
		int head = order[0];
		memmove(order, order + 1, (n - 1) * sizeof(*order));
		order[n - 1] = head;
	}
	return order;
}

bool each_scalar(const struct node *n, const struct node **at)
{
	if (!n)
		return false;
	if (n->kind == NODE_SCALAR) {
		if (*at)
			return false;
		*at = n;
		return true;
	}
	*at = *at ? (*at)->next : n->first;
	return *at != NULL;
}

bool check_scalars(const struct node *n, struct diag_list *d)
{
	bool sound = n->first || node_fault(d, n, _("write at least one entry, or leave the key out"), _("'%s' is empty"), n->key);
	for (const struct node *c = n->first; c; c = c->next)
		if (c->kind != NODE_SCALAR || !c->text[0])
			sound = node_fault(d, c, _("put text with brackets, braces or ': ' in double quotes"),
					   _("an entry of '%s' is no text"), n->key);
	return sound;
}

bool check_unmarked(const struct node *n, struct diag_list *d)
{
	if (!n || n->kind != NODE_SCALAR || !strchr(n->text, '`'))
		return true;
	return node_fault(d, n, _("leave the backticks out; they mark taught words only inside other text"),
			  _("'%s' is in the taught language and has backticks"), n->text);
}

/* The next ASCII letter or digit from *s on, in lower case; 0 at the end, -1 where something beyond ASCII stands. */
static int next_plain(const char **s)
{
	for (; **s; (*s)++) {
		unsigned char c = (unsigned char)**s;
		if (c >= 0x80)
			return -1;
		if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) {
			(*s)++;
			return c >= 'A' ? c | 0x20 : c;
		}
	}
	return 0;
}

/* Whether the two cannot have one normal form: their ASCII letters and digits, which survive it, differ before anything else comes. Saves the long
 * way for nearly all pairs of options of a large pack. */
static bool surely_distinct(const char *x, const char *y)
{
	for (;;) {
		int a = next_plain(&x), b = next_plain(&y);
		if (a < 0 || b < 0)
			return false;
		if (a != b)
			return true;
		if (!a)
			return false;
	}
}

/* Whether the two are the same but for leading, trailing and doubled spaces. */
static bool same_text(const char *x, const char *y)
{
	for (;;) {
		x += strspn(x, " \n");
		y += strspn(y, " \n");
		size_t n = strcspn(x, " \n");
		if (n != strcspn(y, " \n") || memcmp(x, y, n) != 0)
			return false;
		if (!n)
			return true;
		x += n;
		y += n;
	}
}

bool check_distinct(const struct node *x, const struct node *y, struct diag_list *d)
{
	if (surely_distinct(x->text, y->text))
		return true;
	if (same_text(x->text, y->text))
		return node_fault(d, y, _("change one of them or leave it out"), _("'%s' stands here twice"), y->text);
	struct arena a = ARENA_INIT;
	if (strcmp(answer_normal(&a, x->text), answer_normal(&a, y->text)) == 0)
		node_warn(d, y, _("make the difference plainer, or ask for it in so many words"),
			  _("'%s' and '%s' differ in case or punctuation only"), x->text, y->text);
	arena_release(&a);
	return true;
}

bool check_markdown(const struct node *n, struct diag_list *d)
{
	/* One line without a single sign of markup needs no parser. */
	if (!n || (!strpbrk(n->text, "`*_<[\\&~|\n\t") && !strchr("#>+-=0123456789 ", n->text[0])))
		return true;
	struct arena a = ARENA_INIT;
	struct md md;
	int line = 1;
	const char *fault = NULL;
	bool sound = markdown_parse(&a, n->text, &md, &line, &fault);
	if (!sound) {
		/* Only a block scalar holds line ends, and its text begins on the line after its sign. */
		bool block = strchr(n->text, '\n') != NULL;
		struct node at = *n;
		at.line += block ? line : 0;
		at.column = block ? 1 : n->column;
		const char *cure = strstr(fault, "; ");
		node_fault(d, &at, cure ? cure + 2 : NULL, "%.*s", (int)(cure ? (size_t)(cure - fault) : strlen(fault)), fault);
	}
	arena_release(&a);
	return sound;
}
