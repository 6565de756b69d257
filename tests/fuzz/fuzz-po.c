/* Translations: libgettextpo on any bytes, and what becomes of its messages. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "fuzz.h"
#include "pack/po.h"
#include "text/norm.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 16384)
		return 0;
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	char *bytes = arena_alloc(&a, size + 1); /* files of a pack are terminated */
	if (size)
		memcpy(bytes, data, size);
	struct pack_file file = {.path = "po/ru.po", .shown = "po/ru.po", .bytes = bytes, .size = size};
	struct translation t;
	if (!po_read(&a, &file, "ru", &t, &d))
		HOLDS(d.errors > 0);
	for (size_t i = 0; i < t.count; i++) {
		HOLDS(*t.list[i].text && *t.list[i].source && t.list[i].context);
		HOLDS(text_is_nfc(t.list[i].text) && !text_first_unsafe(t.list[i].text, NULL));
		HOLDS(i == 0 || message_order(&t.list[i - 1], &t.list[i]) <= 0);
	}
	diag_release(&d);
	arena_release(&a);
	return 0;
}
