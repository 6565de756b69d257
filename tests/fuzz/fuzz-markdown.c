/* Lesson text and everything that looks into it. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "fuzz.h"
#include "pack/markdown.h"
#include "pack/words.h"
#include "text/norm.h"

static const char *no_fact(void *ctx, struct arena *a, const char *name)
{
	(void)ctx;
	(void)a;
	return strlen(name) % 2 ? "2111,89 €" : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 4096 || !text_valid((const char *)data, size, NULL))
		return 0;
	struct arena a = ARENA_INIT;
	const char *text = arena_strndup(&a, (const char *)data, size);
	struct md md = {0};
	int line = 0;
	const char *fault = NULL;
	if (markdown_parse(&a, text, &md, &line, &fault)) {
		for (size_t i = 0; i < md.count; i++) {
			const struct md_block *b = &md.blocks[i];
			if (b->kind != MD_TABLE)
				HOLDS(md_plain(&a, &b->text));
			for (size_t c = 0; b->kind == MD_TABLE && c < b->rows * b->columns; c++)
				HOLDS(md_plain(&a, &b->cells[c]));
		}
	} else {
		HOLDS(fault && line >= 1);
	}
	struct rich inlined = md_inline(&a, text);
	HOLDS(md_plain(&a, &inlined));
	words_all_taught(text);
	HOLDS(words_facts(&a, text, no_fact, NULL));
	size_t n;
	for (const char *at = text, *p; (p = words_block_next(&at, &n));)
		HOLDS(p >= text && p + n <= text + strlen(text));
	for (const char *at = text, *p; (p = words_fact_next(&at, &n));)
		HOLDS(p >= text && p + n <= text + strlen(text));
	for (const char *at = text, *p; (p = words_taught_next(&at, &n));)
		HOLDS(p >= text && p + n <= text + strlen(text));
	arena_release(&a);
	return 0;
}
