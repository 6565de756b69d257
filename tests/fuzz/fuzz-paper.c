/* Descriptions of papers: whatever comes, it is refused or has the shape that drawing relies on. */
#include "config.h"

#include <string.h>

#include "fuzz.h"
#include "paper/description.h"

/* What the drawing takes for granted of each block. */
static void walk(const json_t *blocks, int depth)
{
	HOLDS(json_is_array(blocks) && depth <= DESCRIPTION_DEPTH_MAX);
	for (size_t i = 0; i < json_array_size(blocks); i++) {
		static const char *const inner[] = {"blocks", "left", "right", "beside"};
		const json_t *b = json_array_get(blocks, i), *columns = json_object_get(b, "columns"), *rows = json_object_get(b, "rows");
		enum block_kind k = description_kind(b);
		HOLDS((int)k < BLOCK_KIND_COUNT && strlen(description_text(b, "text")) <= DESCRIPTION_TEXT_MAX);
		HOLDS(depth == 1 || (k != BLOCK_CARDS && k != BLOCK_BREAK));
		for (size_t n = 0; k == BLOCK_TABLE && n < json_array_size(rows); n++)
			HOLDS(json_array_size(json_array_get(rows, n)) == json_array_size(columns));
		HOLDS(k != BLOCK_TABLE || (json_array_size(columns) >= 1 && json_array_size(columns) <= 12));
		HOLDS(k != BLOCK_SIGN || json_array_size(json_object_get(b, "lines")) >= 1);
		HOLDS(k != BLOCK_CARDS || (description_number(b, "across", 0) >= 1 && description_number(b, "down", 0) >= 1));
		for (size_t n = 0; n < sizeof(inner) / sizeof(inner[0]); n++)
			if (json_object_get(b, inner[n]))
				walk(json_object_get(b, inner[n]), depth + 1);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct err e = ERR_INIT;
	if (size > 16384)
		return 0;
	json_t *doc = description_read((const char *)data, size, &e);
	if (doc)
		walk(json_object_get(doc, "blocks"), 1);
	else
		HOLDS(e.kind == ERR_INPUT);
	json_decref(doc);
	return 0;
}
