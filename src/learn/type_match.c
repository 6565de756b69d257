/* match: each of some things belongs to one of as many others. */
#include "config.h"
#include "learn/types.h"

#include "core/i18n.h"
#include "core/str.h"

enum { PAIRS_MIN = 3, PAIRS_MAX = 6 };

struct pairs {
	const char *lefts[PAIRS_MAX], *rights[PAIRS_MAX];
	size_t count;
};

const struct node_key match_keys[] = {
	EXERCISE_KEYS(true),
	{.name = "pairs", .kind = NODE_LIST, .required = true},
	{.name = NULL},
};

bool match_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "left", .kind = NODE_SCALAR, .required = true},
		{.name = "right", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	struct pairs *p = arena_alloc(a, sizeof(*p));
	it->data = p;
	const struct node *list = node_get(n, "pairs");
	if (list->count < PAIRS_MIN || list->count > PAIRS_MAX)
		return node_fault(d, list, _("make several exercises of many pairs, or another type of few"),
				  _("there are %zu pairs instead of %d to %d"), list->count, PAIRS_MIN, PAIRS_MAX);
	const struct node *lefts[PAIRS_MAX], *rights[PAIRS_MAX];
	bool sound = true;
	for (const struct node *c = list->first; c; c = c->next) {
		if (!node_check_keys(c, _("a pair"), keys, d)) {
			sound = false;
			continue;
		}
		size_t now = p->count++;
		lefts[now] = node_get(c, "left");
		rights[now] = node_get(c, "right");
		p->lefts[now] = lefts[now]->text;
		p->rights[now] = rights[now]->text;
		bool distinct = true;
		for (size_t i = 0; distinct && i < now; i++) {
			distinct = check_distinct(lefts[i], lefts[now], d);
			distinct &= check_distinct(rights[i], rights[now], d);
		}
		sound &= distinct;
	}
	return sound;
}

static bool is_aligned(const void *ctx, const int *order, size_t n)
{
	(void)ctx;
	for (size_t i = 0; i < n; i++)
		if (order[i] != (int)i)
			return false;
	return true;
}

void match_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	const struct pairs *p = it->data;
	struct form_part *part = form_add(out, FORM_PAIR);
	int *order = shuffled_order(a, seed, p->count, is_aligned, NULL);
	part->lefts = arena_array(a, p->count, sizeof(*part->lefts));
	part->options = arena_array(a, p->count, sizeof(*part->options));
	for (size_t i = 0; i < p->count; i++) {
		part->lefts[i] = item_words(it, a, w, "pair", p->lefts[i]);
		part->options[i] = item_words(it, a, w, "pair", p->rights[order[i]]);
	}
	part->keys = order;
	part->option_count = part->left_count = p->count;
}

const char *match_right(const struct item *it, struct arena *a, const struct words *w)
{
	const struct pairs *p = it->data;
	struct str joined;
	str_init(&joined);
	for (size_t i = 0; i < p->count; i++) {
		str_add(&joined, i ? "; " : "");
		str_add(&joined, item_words(it, a, w, "pair", p->lefts[i]));
		str_add(&joined, " – ");
		str_add(&joined, item_words(it, a, w, "pair", p->rights[i]));
	}
	const char *text = arena_strndup(a, joined.buf, joined.len);
	str_release(&joined);
	return text;
}

void match_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	(void)a;
	const struct pairs *p = it->data;
	size_t given = 0, right = 0;
	for (size_t i = 0; i < r->count; i++) {
		given += r->chosen[i] != -1;
		right += i < p->count && r->chosen[i] == (int)i;
	}
	if (given)
		out->verdict = right == p->count && given == right ? VERDICT_OK : VERDICT_WRONG;
}

static void aligned(const struct pairs *p, struct response *out)
{
	*out = (struct response){.kind = FORM_PAIR, .count = p->count};
	for (size_t i = 0; i < p->count; i++)
		out->chosen[i] = (int)i;
}

bool match_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	aligned(it->data, out);
	return n == 0;
}

/* Each pair exchanged with the next one, then each left without a partner. */
bool match_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct pairs *p = it->data;
	aligned(p, out);
	if (n < p->count) {
		size_t next = (n + 1) % p->count;
		out->chosen[n] = (int)next;
		out->chosen[next] = (int)n;
	} else if (n < 2 * p->count) {
		out->chosen[n - p->count] = -1;
	}
	return n < 2 * p->count;
}
