/* order-steps: steps of some work are put in the order in which they are done. */
#include "config.h"
#include "learn/types.h"

#include "core/i18n.h"
#include "core/str.h"

enum { STEPS_MIN = 3, STEPS_MAX = 8 };

struct steps {
	const char *texts[STEPS_MAX], *whys[STEPS_MAX]; /* in the right order; whys may be NULL */
	size_t count;
	bool part; /* credit for steps that follow each other rightly */
};

const struct node_key order_steps_keys[] = {
	EXERCISE_KEYS(true),
	{.name = "steps", .kind = NODE_LIST, .required = true},
	{.name = "credit", .kind = NODE_SCALAR},
	{.name = NULL},
};

/* The text of an entry: the entry itself, or its `step`; NULL after a fault. */
static const struct node *parse_step(const struct node *c, const char **why, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "step", .kind = NODE_SCALAR, .required = true},
		{.name = "why", .kind = NODE_SCALAR},
		{.name = NULL},
	};
	*why = NULL;
	if (c->kind == NODE_SCALAR) {
		if (c->text[0])
			return c;
		node_fault(d, c, _("write the step, or leave the line out"), _("a step is empty"));
		return NULL;
	}
	if (!node_check_keys(c, _("a step"), keys, d))
		return NULL;
	*why = node_text(c, "why");
	return node_get(c, "step");
}

bool order_steps_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct steps *s = arena_alloc(a, sizeof(*s));
	const struct node *list = node_get(n, "steps"), *credit = node_get(n, "credit"), *texts[STEPS_MAX];
	*s = (struct steps){.part = credit != NULL};
	it->data = s;
	bool sound = true;
	if (credit && !str_eq(credit->text, "part"))
		sound = node_fault(d, credit, _("write part, or leave the key out: then all or nothing"), _("'%s' is no way to give credit"), credit->text);
	if (list->count < STEPS_MIN || list->count > STEPS_MAX)
		return node_fault(d, list, _("put steps that belong together into one, or make two exercises"),
				  _("there are %zu steps instead of %d to %d"), list->count, STEPS_MIN, STEPS_MAX);
	for (const struct node *c = list->first; c; c = c->next) {
		const struct node *text = parse_step(c, &s->whys[s->count], d);
		if (!text) {
			sound = false;
			continue;
		}
		for (size_t i = 0; i < s->count; i++)
			sound &= check_distinct(texts[i], text, d);
		sound &= check_markdown(text, d);
		texts[s->count] = text;
		s->texts[s->count++] = text->text;
	}
	if (s->part && !node_get(n, "points"))
		it->points = (int)list->count - 1;
	return sound;
}

static bool is_solved(const void *ctx, const int *order, size_t n)
{
	(void)ctx;
	for (size_t i = 0; i < n; i++)
		if (order[i] != (int)i)
			return false;
	return true;
}

void order_steps_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	const struct steps *s = it->data;
	struct form_part *part = form_add(out, FORM_ORDER);
	int *order = shuffled_order(a, seed, s->count, is_solved, NULL);
	part->lines = true;
	part->options = arena_array(a, s->count, sizeof(*part->options));
	for (size_t i = 0; i < s->count; i++)
		part->options[i] = item_words(it, a, w, "step", s->texts[order[i]]);
	part->keys = order;
	part->option_count = s->count;
}

const char *order_steps_right(const struct item *it, struct arena *a, const struct words *w)
{
	const struct steps *s = it->data;
	struct str joined;
	str_init(&joined);
	for (size_t i = 0; i < s->count; i++) {
		str_addf(&joined, "%s%zu. ", i ? " " : "", i + 1);
		str_add(&joined, item_words(it, a, w, "step", s->texts[i]));
	}
	const char *text = arena_strndup(a, joined.buf, joined.len);
	str_release(&joined);
	return text;
}

/* Credit in part counts the pairs of steps of which the second comes right after the first, as it should: what the ordering questions of Moodle
 * call "relative to the next item, excluding the last". One step moved elsewhere costs at most three of them. */
void order_steps_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct steps *s = it->data;
	bool used[STEPS_MAX] = {false};
	int pairs = 0;
	if (!r->count)
		return;
	out->verdict = VERDICT_WRONG;
	for (size_t i = 0; i < r->count; i++) {
		int step = r->chosen[i];
		if (step < 0 || (size_t)step >= s->count || used[step])
			return;
		used[step] = true;
		pairs += i > 0 && step == r->chosen[i - 1] + 1;
		if (step != (int)i && !out->why)
			item_why(it, a, out, s->whys[step]);
	}
	if (s->part) {
		out->share = pairs;
		out->shares = (int)s->count - 1;
	}
	if (r->count == s->count && is_solved(NULL, r->chosen, r->count))
		out->verdict = VERDICT_OK;
}

static void solved(const struct steps *s, struct response *out)
{
	*out = (struct response){.kind = FORM_ORDER, .count = s->count};
	for (size_t i = 0; i < s->count; i++)
		out->chosen[i] = (int)i;
}

bool order_steps_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	solved(it->data, out);
	return n == 0;
}

/* Each step exchanged with the next one, then all but the last. */
bool order_steps_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct steps *s = it->data;
	solved(s, out);
	if (n + 1 < s->count) {
		out->chosen[n] = (int)n + 1;
		out->chosen[n + 1] = (int)n;
		return true;
	}
	out->count--;
	return n + 1 == s->count;
}
