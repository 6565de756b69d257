/* Judging typed answers in every language and with every way to be strict. The first byte chooses these, the first line behind it is the pattern, the rest what was
 * typed. Each accepted form is right; the order of forms changes no verdict; the same question gets the same answer. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/diag.h"
#include "fuzz.h"
#include "learn/grade.h"
#include "text/norm.h"

enum { LEAST_BYTES = 2, MOST_BYTES = 6000 };

/* The forms the other way round. */
static struct forms turned(struct arena *a, const struct forms *f)
{
	struct forms t = {arena_array(a, f->count, sizeof(char *)), arena_array(a, f->count, sizeof(char *)), f->count};
	for (size_t i = 0; i < f->count; i++) {
		t.shown[i] = f->shown[f->count - 1 - i];
		t.normal[i] = f->normal[f->count - 1 - i];
	}
	return t;
}

static void judge(struct arena *a, const struct forms *f, const char *typed, const struct typed_rules *rules)
{
	struct forms back = turned(a, f);
	unsigned reasons, again, other;
	size_t form;
	enum verdict v = typed_judge_form(f, typed, rules, &reasons, &form);
	HOLDS(form < f->count);
	HOLDS(reasons >> REASON_COUNT == 0);
	HOLDS(v != VERDICT_SEEN);
	HOLDS(typed_judge(f, typed, rules, &again) == v && again == reasons);
	HOLDS(typed_judge(&back, typed, rules, &other) == v);
	HOLDS(v != VERDICT_OK || reasons == 0);
	HOLDS(v != VERDICT_EMPTY || reasons == 0);
	HOLDS((v != VERDICT_NOTE && v != VERDICT_TYPO && v != VERDICT_RETRY) || reasons != 0);
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
	diag_init(&d);
	char *pattern = arena_strndup(&a, (const char *)data + 1, size - 1), *typed = strchr(pattern, '\n');
	if (typed)
		*typed++ = '\0';
	const struct node *at = node_new(&a, NODE_SCALAR, NULL, pattern);
	if (text_valid(pattern, strlen(pattern), NULL) && forms_add(&a, &f, pattern, at, &d) && f.count) {
		unsigned reasons;
		for (size_t i = 0; i < f.count; i++)
			HOLDS(typed_judge(&f, f.shown[i], &rules, &reasons) == VERDICT_OK);
		judge(&a, &f, typed ? typed : "", &rules);
		rules.before = f.normal[0];
		rules.sentence = true;
		judge(&a, &f, typed ? typed : "", &rules);
	}
	diag_release(&d);
	arena_release(&a);
	return 0;
}
