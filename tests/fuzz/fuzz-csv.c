/* Tables from spreadsheets: any bytes as Windows-1251, valid ones as UTF-8. */
#include "config.h"

#include <string.h>

#include "app/csv.h"
#include "core/arena.h"
#include "fuzz.h"
#include "text/locale.h"
#include "text/norm.h"

static void read_table(const char *text, size_t n)
{
	struct arena a = ARENA_INIT;
	struct csv csv = {0};
	int line = 0;
	if (csv_parse(&a, text, n, &csv, &line)) {
		int before = 0;
		for (size_t r = 0; r < csv.count; r++) {
			HOLDS(csv.rows[r].count > 0 && csv.rows[r].line > before);
			before = csv.rows[r].line;
			for (size_t c = 0; c < csv.rows[r].count; c++)
				HOLDS(text_valid(csv.rows[r].cells[c], strlen(csv.rows[r].cells[c]), NULL));
		}
	} else {
		HOLDS(line >= 1);
	}
	arena_release(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	char *utf8 = NULL;
	if (size > 8192)
		return 0;
	if (text_valid(bytes, size, NULL))
		read_table(bytes, size);
	if (decode_cp1251_dup(bytes, size, &utf8)) {
		HOLDS(text_valid(utf8, strlen(utf8), NULL));
		read_table(utf8, strlen(utf8));
	}
	free(utf8);
	return 0;
}
