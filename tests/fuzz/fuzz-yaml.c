/* Course sources from strangers: any bytes as a unit, a programme and facts. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/str.h"
#include "exam/programme.h"
#include "fuzz.h"
#include "learn/course.h"
#include "pack/facts.h"
#include "pack/node.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	struct node *root = node_parse(&a, (const char *)data, size, "fuzz.yaml", &d);
	HOLDS(root || d.errors > 0);
	if (root) {
		/* what is stored reads back as the same tree */
		struct str first, second;
		str_init(&first);
		str_init(&second);
		node_write_json(root, NULL, &first);
		struct diag_list none;
		diag_init(&none);
		const struct node *again = node_parse(&a, first.buf, first.len, "again.json", &none);
		if (first.len < NODE_FILE_MAX) {
			HOLDS(again);
			node_write_json(again, NULL, &second);
			HOLDS(strcmp(first.buf, second.buf) == 0);
		}
		diag_release(&none);
		str_release(&first);
		str_release(&second);

		unit_parse(&a, root, "nl-BE", true, &d);
		unit_parse(&a, root, NULL, true, &d);
		programme_parse(&a, root, &d);
		struct facts facts;
		facts_read(&a, root, 20780, &facts, &d);
	}
	struct str out;
	str_init(&out);
	diag_sort(&d);
	diag_print(&d, &out);
	HOLDS(!out.buf || !strchr(out.buf, '\033'));
	str_release(&out);
	diag_release(&d);
	arena_release(&a);
	return 0;
}
