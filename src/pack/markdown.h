/* Lesson text: a small part of CommonMark (md4c) as blocks of styled runs. */
#ifndef SAFAR_PACK_MARKDOWN_H
#define SAFAR_PACK_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

enum run_style { RUN_PLAIN, RUN_EMPH, RUN_STRONG, RUN_TAUGHT /* `backticked`: words of the taught language, or of Belgium */ };

struct run {
	enum run_style style;
	const char *text;
};
struct rich { /* one paragraph, item, cell */
	struct run *runs;
	size_t count;
};

enum md_kind { MD_HEADING, MD_PARAGRAPH, MD_ITEM, MD_TABLE };
struct md_block {
	enum md_kind kind;
	int level;       /* heading 1–6; depth of an item from 0 */
	int number;      /* of an item in a numbered list, 0 in a bulleted one */
	struct rich text; /* heading, paragraph, item */
	struct rich *cells; /* table: rows × columns, row by row, the first row is the head */
	size_t rows, columns;
};
struct md {
	struct md_block *blocks;
	size_t count;
};

/* Parses `text`; all memory from `a`. Raw HTML, links, images, code blocks, quotes, rules, entities, unclosed markers and tables whose rows have not
 * the same number of cells are refused: false, `*line` (from 1, within text) and `*fault` (translated sentence with its cure behind "; ", static
 * or in `a`) say where and what. Line ends within a paragraph become spaces. (md_parse is md4c's own name.) */
bool markdown_parse(struct arena *a, const char *text, struct md *out, int *line, const char **fault);

/* One line of inline markup (`taught`, *em*, **strong**) as runs; never fails: markup that does not fit is shown as written. */
struct rich md_inline(struct arena *a, const char *text);

/* The text of the runs joined, without markup. */
const char *md_plain(struct arena *a, const struct rich *r);

#endif
