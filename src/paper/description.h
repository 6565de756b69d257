/* The description of a paper: JSON from standard input, held against its shape before anything is drawn. Foreign bytes: every size has a limit.
 *
 * {"title": …, "language": "nl", "author": …, "date": "2026-05-01T09:00:00Z", "face": "sans"|"serif", "foot": …, "numbers": true, "frame": true,
 *  "mark": ["word across the page", …], "blocks": [{"kind": …, …}, …]}
 * What a block has is in the tables of description.c. Sizes are in millimetres. Texts may have line ends, but no other control characters; there is no markup. */
#ifndef SAFAR_PAPER_DESCRIPTION_H
#define SAFAR_PAPER_DESCRIPTION_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "core/err.h"

enum {
	DESCRIPTION_BYTES_MAX = 16 * 1024 * 1024,
	DESCRIPTION_BLOCKS_MAX = 50000, /* in all */
	DESCRIPTION_LIST_MAX = 20000,   /* elements of one list */
	DESCRIPTION_CELLS_MAX = 400000, /* texts in all */
	DESCRIPTION_TEXT_MAX = 16000,   /* bytes of one text */
	DESCRIPTION_DEPTH_MAX = 4,      /* blocks in blocks */
};

enum block_kind {
	BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_TABLE, BLOCK_LINES, BLOCK_RULE, BLOCK_SPACE, BLOCK_QR, BLOCK_SIGN, BLOCK_BOXES, BLOCK_WRITING,
	BLOCK_CARDS, BLOCK_COLUMNS, BLOCK_GROUP, BLOCK_BREAK, BLOCK_KIND_COUNT
};

/* Reads and checks. The caller releases it with json_decref; NULL says what is wrong and where ("blocks[3].rows[0]: …"). */
json_t *description_read(const char *text, size_t n, struct err *e);

/* What a checked block is. */
enum block_kind description_kind(const json_t *block);

/* Of a checked node: "" , `unset` or false where the key is not there. Borrowed. */
const char *description_text(const json_t *node, const char *key);
int description_number(const json_t *node, const char *key, int unset);
bool description_flag(const json_t *node, const char *key);

#endif
