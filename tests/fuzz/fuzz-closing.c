/* Closing files of exams: lines that follow from each other, and sealed ones. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "fuzz.h"
#include "record/closing.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct closing_found f;
	struct seal_parts p;
	if (size > 16384)
		return 0;
	if (seal_read(data, size, &p))
		HOLDS(p.header_size <= size && p.size <= size);
	if (closing_check((const char *)data, size, &a, &f, &e)) {
		HOLDS(f.count < CLOSING_LINES_MAX && strlen(f.hash) == HASH_HEX_SIZE - 1 && f.site && f.title);
		for (size_t i = 0; i < f.count; i++)
			HOLDS(f.sittings[i].seat > 0 && strlen(f.sittings[i].record) == HASH_HEX_SIZE - 1);
	} else {
		HOLDS(e.kind == ERR_INPUT);
	}
	arena_release(&a);
	return 0;
}
