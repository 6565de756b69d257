/* What is read back from the log of answers, and numbers as they are typed. The first byte chooses what the rest is. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/str.h"
#include "fuzz.h"
#include "learn/decimal.h"
#include "learn/form.h"
#include "text/norm.h"

static void read_response(struct arena *a, enum form_part_kind kind, const char *text)
{
	struct response r, again;
	struct str line, other;
	if (!response_parse(a, kind, text, &r))
		return;
	HOLDS(r.count <= RESPONSE_MAX && r.typed_count <= RESPONSE_MAX);
	str_init(&line);
	str_init(&other);
	response_write(&r, &line);
	HOLDS(response_parse(a, kind, line.buf, &again));
	response_write(&again, &other);
	HOLDS(strcmp(line.buf, other.buf) == 0);
	str_release(&line);
	str_release(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum form_part_kind kinds[] = {FORM_TEXT, FORM_CHOICE, FORM_GAPS, FORM_ORDER, FORM_PAIR};
	enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };
	if (!size || size > 65536)
		return 0;
	struct arena a = ARENA_INIT;
	const char *text = arena_strndup(&a, (const char *)data + 1, size - 1);
	size_t which = data[0] % (KINDS + 1);
	struct decimal number;
	int64_t value;
	if (which < KINDS) {
		read_response(&a, kinds[which], text);
	} else if (text_valid(text, strlen(text), NULL)) {
		if (decimal_read(text, &number))
			HOLDS(number.count <= 2 && strlen(number.unit) < sizeof(number.unit));
		if (decimal_parse(text, &value))
			HOLDS(decimal_read(text, &number) && number.count && (number.values[0] == value || number.values[number.count - 1] == value));
	}
	arena_release(&a);
	return 0;
}
