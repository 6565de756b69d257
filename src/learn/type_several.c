/* several: all right options, and no wrong one, are to be chosen. */
#include "config.h"
#include "learn/types.h"

#include "learn/options.h"

enum { OPTIONS_MAX = 8 };

const struct node_key several_keys[] = {EXERCISE_KEYS(true), OPTION_KEYS, {.name = NULL}};

bool several_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct options *o = arena_alloc(a, sizeof(*o));
	it->data = o;
	return options_parse(a, n, OPTIONS_MAX, o, d);
}

void several_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	options_form(it, it->data, a, w, seed, true, out);
}

const char *several_right(const struct item *it, struct arena *a, const struct words *w)
{
	return options_right(it, it->data, a, w);
}

void several_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct options *o = it->data;
	if (!r->count)
		return;
	bool chosen[OPTIONS_MAX] = {false};
	bool exact = true;
	for (size_t i = 0; i < r->count; i++) {
		if (r->chosen[i] < 0 || (size_t)r->chosen[i] >= o->count)
			exact = false;
		else
			chosen[r->chosen[i]] = true;
	}
	for (size_t i = 0; i < o->count; i++) {
		exact &= chosen[i] == o->right[i];
		/* The first mistake is explained; what was forgotten explains itself by the right answer. */
		if (chosen[i] && !o->right[i] && !out->why)
			item_why(it, a, out, o->whys[i]);
	}
	out->verdict = exact ? VERDICT_OK : VERDICT_WRONG;
}

/* The right options, with option `turned` chosen where it should not be, or left out where it should. */
static void right_but(const struct options *o, size_t turned, struct response *out)
{
	*out = (struct response){.kind = FORM_CHOICE};
	for (size_t i = 0; i < o->count; i++)
		if (o->right[i] != (i == turned))
			out->chosen[out->count++] = (int)i;
}

bool several_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct options *o = it->data;
	right_but(o, o->count, out);
	return n == 0;
}

bool several_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct options *o = it->data;
	right_but(o, n, out);
	return n < o->count;
}
