/* The grammar of accepted answers, and judging against them. The first line is the pattern, the rest what was typed. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/diag.h"
#include "fuzz.h"
#include "learn/grade.h"
#include "text/norm.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 2048 || !text_valid((const char *)data, size, NULL))
		return 0;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	char *pattern = arena_strndup(&a, (const char *)data, size);
	char *typed = strchr(pattern, '\n');
	if (typed)
		*typed++ = '\0';
	const struct node *at = node_new(&a, NODE_SCALAR, NULL, pattern);
	struct forms forms = {0};
	bool sound = forms_add(&a, &forms, pattern, at, &d);
	HOLDS(sound == (d.errors == 0));
	HOLDS(forms.count <= FORMS_MAX);
	static const char *const languages[] = {"nl-BE", "fr", "de", "uz", "ru"};
	struct typed_rules rules = {.language = languages[size % (sizeof(languages) / sizeof(languages[0]))]};
	unsigned reasons = 0;
	if (sound && forms.count) {
		for (size_t i = 0; i < forms.count; i++)
			HOLDS(verdict_accepted(typed_judge(&forms, forms.shown[i], &rules, &reasons)));
		typed_judge(&forms, typed ? typed : "", &rules, &reasons);
		HOLDS(typed_judge(&forms, "", &rules, &reasons) == VERDICT_EMPTY);
	}
	diag_release(&d);
	arena_release(&a);
	return 0;
}
