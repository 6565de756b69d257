/* Patterns of answers, typed answers and logged responses from arbitrary bytes: nothing may crash, and what a pattern expands to must be accepted.
 * The bytes are parts ended by newlines: a pattern, a typed answer, then responses of each kind. */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/str.h"
#include "learn/form.h"
#include "learn/grade.h"
#include "text/norm.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* The next line, or what is left, in `a`; an empty one at the end. */
static const char *next_part(struct arena *a, const uint8_t **at, const uint8_t *end)
{
	const uint8_t *stop = *at < end ? memchr(*at, '\n', (size_t)(end - *at)) : NULL;
	if (!stop)
		stop = end;
	char *part = arena_strndup(a, (const char *)*at, (size_t)(stop - *at));
	*at = stop < end ? stop + 1 : end;
	return part;
}

static void try_pattern(struct arena *a, const char *pattern, const char *typed)
{
	static const struct node place = {.kind = NODE_SCALAR, .text = "", .file = "fuzz", .line = 1, .column = 1};
	struct diag_list d;
	diag_init(&d);
	struct forms f = {.count = 0};
	bool sound = forms_add(a, &f, pattern, &place, &d);
	if (sound == (d.errors > 0))
		abort();
	struct typed_rules rules = {"nl"};
	unsigned reasons;
	typed_judge(&f, typed, &rules, &reasons);
	for (size_t i = 0; i < f.count; i++)
		if (typed_judge(&f, f.shown[i], &rules, &reasons) != VERDICT_OK)
			abort();
	diag_release(&d);
}

static void try_response(struct arena *a, const char *text)
{
	struct str first, second;
	str_init(&first);
	str_init(&second);
	for (int kind = FORM_TEXT; kind <= FORM_PAIR; kind++) {
		struct response r;
		if (!response_parse(a, (enum form_part_kind)kind, text, &r))
			continue;
		str_clear(&first);
		response_write(&r, &first);
		if (!response_parse(a, (enum form_part_kind)kind, first.buf, &r))
			abort();
		str_clear(&second);
		response_write(&r, &second);
		if (strcmp(first.buf, second.buf) != 0)
			abort();
	}
	str_release(&first);
	str_release(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (memchr(bytes, 0, size))
		return 0; /* C strings only */
	struct arena a = ARENA_INIT;
	const uint8_t *at = bytes, *end = bytes + size;
	const char *pattern = next_part(&a, &at, end), *typed = next_part(&a, &at, end);
	if (text_valid(pattern, strlen(pattern), NULL)) /* the pack reader lets nothing else through */
		try_pattern(&a, pattern, typed);
	do
		try_response(&a, next_part(&a, &at, end));
	while (at < end);
	arena_release(&a);
	return 0;
}
