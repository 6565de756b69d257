/* Tables from spreadsheets: any bytes as Windows-1251, valid ones as UTF-8; and any as the words of a unit. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/csv.h"
#include "fuzz.h"
#include "pack/sheet.h"
#include "text/locale.h"
#include "text/norm.h"

/* The same table as the words and phrases of a unit: whatever stands in it, nodes are whole and inside the file. */
static void join_table(const char *text, size_t n)
{
	static const char unit[] = "parts: [{words: {id: w, file: csv}}, {phrases: {id: p, file: csv}}]";
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	struct node *root = node_parse(&a, unit, sizeof(unit) - 1, "unit.yaml", &d);
	const struct pack_file sheet = {.path = "units/unit.csv", .shown = "unit.csv", .bytes = text, .size = n};
	if (!sheet_join(&a, root, "units/unit.csv", &sheet, "nl", &d)) {
		HOLDS(d.errors > 0);
	} else {
		const struct node *list = node_get(node_get(root, "parts")->first->first, "list");
		HOLDS(list && list->first);
		for (const struct node *row = list->first; row; row = row->next) {
			HOLDS(row->line > 1 && node_text(row, "id") && node_text(row, "term"));
			for (const struct node *c = row->first; c; c = c->next)
				HOLDS(c->kind == NODE_SCALAR && *c->text && !text_first_unsafe(c->text, NULL) && c->line >= row->line && c->column > 0);
		}
	}
	diag_release(&d);
	arena_release(&a);
}

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
	join_table(bytes, size);
	if (decode_cp1251_dup(bytes, size, &utf8)) {
		HOLDS(text_valid(utf8, strlen(utf8), NULL));
		read_table(utf8, strlen(utf8));
	}
	free(utf8);
	return 0;
}
