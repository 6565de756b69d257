/* choice: one of several options is right. */
#include "config.h"
#include "learn/types.h"

#include "core/i18n.h"
#include "learn/options.h"

enum { OPTIONS_MAX = 6 };

const struct node_key choice_keys[] = {EXERCISE_KEYS(true), OPTION_KEYS, {.name = NULL}};

bool choice_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct options *o = arena_alloc(a, sizeof(*o));
	it->data = o;
	if (!options_parse(a, n, OPTIONS_MAX, o, d))
		return false;
	if (o->right_count > 1)
		return node_fault(d, node_get(n, "options"), _("mark one right, or use the type several"), _("more than one option is right"));
	return true;
}

void choice_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	options_form(it, it->data, a, w, seed, false, out);
}

const char *choice_right(const struct item *it, struct arena *a, const struct words *w)
{
	return options_right(it, it->data, a, w);
}

void choice_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct options *o = it->data;
	if (!r->count)
		return;
	out->verdict = VERDICT_WRONG;
	if (r->count > 1 || r->chosen[0] < 0 || (size_t)r->chosen[0] >= o->count)
		return;
	if (o->right[r->chosen[0]])
		out->verdict = VERDICT_OK;
	item_why(it, a, out, o->whys[r->chosen[0]]);
}

/* The `n`th option that is right, or wrong, as the whole response. */
static bool nth_option(const struct options *o, bool right, size_t n, struct response *out)
{
	*out = (struct response){.kind = FORM_CHOICE, .count = 1};
	for (size_t i = 0; i < o->count; i++) {
		if (o->right[i] == right && n-- == 0) {
			out->chosen[0] = (int)i;
			return true;
		}
	}
	return false;
}

bool choice_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	return nth_option(it->data, true, n, out);
}

bool choice_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	return nth_option(it->data, false, n, out);
}
