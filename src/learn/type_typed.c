/* typed: a word or phrase of the taught language is typed. */
#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/i18n.h"
#include "learn/forms.h"
#include "learn/typed.h"

const struct node_key typed_keys[] = {
	EXERCISE_KEYS(true),
	STRICT_KEYS,
	ONLY_KEY,
	{.name = "answer", .kind = NODE_SCALAR, .or_list = true, .required = true},
	{.name = "not", .kind = NODE_LIST},
	{.name = NULL},
};

/* A listed form that is accepted as well contradicts the answer. */
static bool check_listed(const struct forms *accepted, const struct forms *listed, const struct node *form, struct diag_list *d)
{
	struct typed_rules rules = {.language = NULL};
	unsigned reasons;
	for (size_t i = 0; i < listed->count; i++)
		if (verdict_accepted(typed_judge(accepted, listed->shown[i], &rules, &reasons)))
			return node_fault(d, form, _("take it out of `not` or out of `answer`"),
					  _("'%s' is listed as wrong, but it is a right answer"), listed->shown[i]);
	return true;
}

static bool parse_listed(struct arena *a, const struct node *n, struct typed *t, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "form", .kind = NODE_SCALAR, .required = true},
		{.name = "why", .kind = NODE_SCALAR},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a wrong form"), keys, d))
		return false;
	const struct node *form = node_get(n, "form");
	struct listed *l = &t->listed[t->listed_count++];
	l->why = node_text(n, "why");
	return forms_add(a, &l->forms, form->text, form, d) && check_listed(&t->forms, &l->forms, form, d);
}

bool typed_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct typed *t = arena_alloc(a, sizeof(*t));
	it->data = t;
	const struct node *answer = node_get(n, "answer"), *not = node_get(n, "not"), *at = NULL;
	bool sound = strict_parse(n, &t->strict, d);
	while (each_scalar(answer, &at))
		sound &= forms_add(a, &t->forms, at->text, at, d);
	if (!not)
		return sound;
	t->listed = arena_array(a, not->count ? not->count : 1, sizeof(*t->listed));
	for (const struct node *c = not->first; c; c = c->next)
		sound &= parse_listed(a, c, t, d);
	return sound;
}

void typed_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	(void)it;
	(void)w;
	(void)seed;
	struct form_part *part = form_add(out, FORM_GAPS);
	part->gap_count = 1;
	part->pieces = arena_array(a, 2, sizeof(*part->pieces));
	part->pieces[0] = part->pieces[1] = "";
}

const char *typed_right(const struct item *it, struct arena *a, const struct words *w)
{
	(void)w;
	const struct typed *t = it->data;
	return answer_taught(a, t->forms.shown[0]);
}

const struct forms *typed_gap(const struct item *it, struct arena *a, size_t i, struct typed_rules *rules)
{
	const struct typed *t = it->data;
	(void)a;
	*rules = item_rules(it, t->strict);
	rules->sentence = t->sentence;
	return i ? NULL : &t->forms;
}

void typed_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct typed *t = it->data;
	struct typed_rules rules;
	typed_gap(it, a, 0, &rules);
	if (!r->typed_count)
		return;
	size_t form;
	out->verdict = typed_judge_form(&t->forms, r->typed[0], &rules, &out->reasons, &form);
	out->right = t->forms.shown[verdict_accepted(out->verdict) ? form : 0];
	if (out->verdict == VERDICT_OK || out->verdict == VERDICT_EMPTY || out->verdict == VERDICT_RETRY)
		return;
	unsigned reasons;
	for (size_t i = 0; i < t->listed_count; i++) {
		/* What the author lists as wrong is wrong, even where it is near enough to the answer for a typo. */
		enum verdict as_listed = typed_judge(&t->listed[i].forms, r->typed[0], &rules, &reasons);
		if (verdict_accepted(as_listed) && (out->verdict == VERDICT_WRONG || as_listed < out->verdict)) {
			out->verdict = VERDICT_WRONG;
			out->right = t->forms.shown[0];
			item_why(it, a, out, t->listed[i].why);
			return;
		}
	}
}

static void typed_response(struct arena *a, const char *text, struct response *out)
{
	*out = (struct response){.kind = FORM_GAPS, .typed = arena_array(a, 1, sizeof(*out->typed)), .typed_count = 1};
	out->typed[0] = text;
}

bool typed_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct typed *t = it->data;
	if (n >= t->forms.count)
		return false;
	typed_response(a, t->forms.shown[n], out);
	return true;
}

bool typed_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct typed *t = it->data;
	for (size_t i = 0; i < t->listed_count; n -= t->listed[i++].forms.count) {
		if (n < t->listed[i].forms.count) {
			typed_response(a, t->listed[i].forms.shown[n], out);
			return true;
		}
	}
	return false;
}
