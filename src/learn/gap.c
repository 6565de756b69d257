#include "config.h"
#include "learn/gap.h"

bool gap_judge(const struct item *it, struct arena *a, const struct response *r, size_t i, struct gap_grade *out)
{
	struct typed_rules rules = {.language = it->teaches};
	const struct forms *forms = it->type->gap && r->kind == FORM_GAPS && i < r->typed_count ? it->type->gap(it, a, i, &rules) : NULL;
	*out = (struct gap_grade){.verdict = VERDICT_EMPTY};
	if (!forms)
		return false;
	out->verdict = typed_judge(forms, r->typed[i], &rules, &out->reasons);
	if (r->typed_count == 1) {
		/* the type knows more than the forms: answers that its author lists as wrong */
		struct grade whole;
		item_grade(it, a, r, &whole);
		out->verdict = whole.verdict;
		out->reasons = whole.reasons;
	}
	out->marked = out->verdict != VERDICT_OK && typed_difference(forms, r->typed[i], &rules, a, &out->difference);
	return true;
}
