/* The reader of word tables: what it takes can be searched, and every row is found by its word; what it refuses has a finding. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/diag.h"
#include "fuzz.h"
#include "learn/grade.h"
#include "learn/word_table.h"

static void search(const struct word_table *t, struct arena *a)
{
	struct forms f = {0};
	struct diag_list d;
	struct table_word w;
	size_t rows = 0;
	static const struct node at = {.kind = NODE_SCALAR, .text = "", .file = "x", .line = 1, .column = 1};
	diag_init(&d);
	HOLDS(forms_add(a, &f, "Ik werk in de winkel.", &at, &d));
	struct typed_rules rules = {.language = "nl", .table = t};
	for (const char *line = t->bytes + t->rows_at; line < t->bytes + t->size; line = strchr(line, '\n') + 1, rows++) {
		unsigned reasons;
		size_t n = strcspn(line, "\t");
		HOLDS(word_table_find(t, line, n, &w) && w.flags);
		word_table_knows_stem(t, &w);
		HOLDS(!w.stems_n || table_word_shares_stem(&w, &w));
		typed_judge(&f, arena_printf(a, "Ik %.*s in de winkel.", (int)n, line), &rules, &reasons);
	}
	HOLDS(rows == t->count);
	diag_release(&d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct diag_list d;
	struct word_table t;
	diag_init(&d);
	char *bytes = arena_alloc(&a, size + 1);
	if (size)
		memcpy(bytes, data, size);
	bool sound = word_table_read(bytes, size, "table", &t, &d);
	HOLDS(sound == (d.errors == 0) && d.errors <= 1);
	if (sound)
		search(&t, &a);
	else
		HOLDS(d.items[0].line > 0);
	diag_release(&d);
	arena_release(&a);
	return 0;
}
