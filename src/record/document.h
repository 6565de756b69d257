/* Descriptions of papers for safar-paper (src/paper/description.h has the whole form), put together block by block. Texts are made safe: control characters and
 * bytes that are no UTF-8 become '?'. Lists of blocks are jansson arrays; what is appended belongs to the list. */
#ifndef SAFAR_RECORD_DOCUMENT_H
#define SAFAR_RECORD_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

/* A document with an empty list of blocks; date "2026-05-01T09:00:00Z" or NULL. The caller releases it with json_decref. */
json_t *document_new(const char *title, const char *language, const char *author, const char *date);
json_t *document_blocks(json_t *document); /* borrowed */
/* "foot", "face" ("serif") … of the document; and flags ("numbers", "frame"). */
void document_set(json_t *node, const char *key, const char *text);
void document_flag(json_t *node, const char *key);
void document_number(json_t *node, const char *key, int n);
/* A word across every page. */
void document_mark(json_t *document, const char *word);

/* A text, safe, as a new reference. */
json_t *document_string(const char *text);
void document_push(json_t *list, const char *text); /* onto a list of texts */

/* Each appends a block and gives it back, borrowed, for further keys. */
json_t *document_add(json_t *blocks, const char *kind);
json_t *document_heading(json_t *blocks, int level, const char *text);
json_t *document_paragraph(json_t *blocks, const char *text);
/* Columns by weight; below 0: set to the right. `head` may be NULL. */
json_t *document_table(json_t *blocks, const int *weights, const char *const *head, size_t columns);
void document_row(json_t *table, const char *const *cells, size_t columns);
/* Keyed lines: `second`, the label in another language, and `note`, under the value, may be NULL. An empty value adds nothing. */
json_t *document_lines(json_t *blocks);
json_t *document_line(json_t *lines, const char *label, const char *second, const char *value, const char *note);
json_t *document_space(json_t *blocks, int mm);
json_t *document_qr(json_t *blocks, const char *text, int mm);   /* its "beside": document_inner */
json_t *document_sign(json_t *blocks, const char *const *lines, size_t count);
json_t *document_inner(json_t *block, const char *key);          /* an empty list of blocks or texts in a block: "beside", "left", "right", "blocks", "items" */
void document_break(json_t *blocks, const char *foot, bool restart); /* `foot` may be NULL: as before */

#endif
