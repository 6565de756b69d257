/* Single lines that come back from the store or from a person: responses of every kind, serials, dates. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/str.h"
#include "exam/serial.h"
#include "fuzz.h"
#include "learn/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 4096)
		return 0;
	static const enum form_part_kind kinds[] = {FORM_CHOICE, FORM_GAPS, FORM_ORDER, FORM_PAIR};
	struct arena a = ARENA_INIT;
	const char *text = arena_strndup(&a, (const char *)data, size);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct response r = {0}, back = {0};
		if (!response_parse(&a, kinds[i], text, &r))
			continue;
		HOLDS(r.count <= RESPONSE_MAX && r.typed_count <= RESPONSE_MAX);
		struct str line;
		str_init(&line);
		response_write(&r, &line);
		HOLDS(response_parse(&a, kinds[i], line.buf ? line.buf : "", &back));
		HOLDS(back.count == r.count && back.typed_count == r.typed_count);
		str_release(&line);
	}
	bool practice;
	char serial[SERIAL_SIZE], same[SERIAL_SIZE];
	if (serial_parse(text, &practice, serial)) {
		HOLDS(serial_parse(serial, &practice, same));
		HOLDS(strcmp(serial, same) == 0);
	}
	int64_t days;
	char date[11];
	if (date_parse(text, &days)) {
		date_format(days, date);
		HOLDS(strcmp(date, text) == 0);
	}
	arena_release(&a);
	return 0;
}
