/* Differences between typed text and the nearest form, input as for fuzz-judge: both texts are covered once and in order, and the cursor stands in the text. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/diag.h"
#include "fuzz.h"
#include "learn/difference.h"
#include "text/norm.h"

enum { LEAST_BYTES = 2, MOST_BYTES = 6000 };

static void holds(const struct difference *d, const char *typed)
{
	size_t e = 0, t = 0, faults = 0;
	HOLDS(d->typed == typed && d->count > 0);
	for (size_t i = 0; i < d->count; i++) {
		const struct difference_span *s = &d->spans[i];
		HOLDS(s->expected_from == e && s->typed_from == t && s->expected_to >= e && s->typed_to >= t);
		HOLDS(s->expected_to > e || s->typed_to > t);
		HOLDS(s->kind != DIFFERENCE_MISSING || s->typed_to == t);
		HOLDS(s->kind != DIFFERENCE_EXTRA || s->expected_to == e);
		if (s->kind != DIFFERENCE_SAME && !faults++)
			HOLDS(d->fault == t);
		e = s->expected_to;
		t = s->typed_to;
	}
	HOLDS(faults > 0);
	HOLDS(e == strlen(d->expected) && t == strlen(typed));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = {"nl-BE", "fr", "de", "uz", "ru", "xx", NULL};
	if (size < LEAST_BYTES || size > MOST_BYTES)
		return 0;
	struct typed_rules rules = {.language = languages[(data[0] & 15) % 7], .strict = data[0] >> 4};
	struct arena a = ARENA_INIT;
	struct diag_list d;
	struct forms f = {0};
	struct difference out;
	diag_init(&d);
	char *pattern = arena_strndup(&a, (const char *)data + 1, size - 1), *typed = strchr(pattern, '\n');
	if (typed)
		*typed++ = '\0';
	const struct node *at = node_new(&a, NODE_SCALAR, NULL, pattern);
	if (typed && text_valid(pattern, strlen(pattern), NULL) && forms_add(&a, &f, pattern, at, &d) && f.count) {
		unsigned reasons;
		bool any = typed_difference(&f, typed, &rules, &a, &out);
		HOLDS(!any || typed_judge(&f, typed, &rules, &reasons) != VERDICT_OK);
		if (any)
			holds(&out, typed);
	}
	diag_release(&d);
	arena_release(&a);
	return 0;
}
