/* A line being typed: insert, erase and move by grapheme clusters and words, undo and redo. */
#ifndef SAFAR_VIEW_EDIT_H
#define SAFAR_VIEW_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "view/key.h"
#include "view/page.h"

struct undo;

struct edit {
	char *text;   /* owned; NULL while empty */
	size_t len, cursor; /* bytes; the cursor stands at a cluster boundary */
	size_t limit; /* bytes at most */
	bool digits;  /* takes the digits 0–9 only: codes, PINs */
	bool secret;  /* shown as dots; memory is wiped when given back, and nothing is kept for undo */
	struct undo *undo; /* owned; NULL before the first change */
};

/* An empty line of at most `limit` bytes. Set `digits` and `secret` afterwards where they are wanted. A zeroed one takes nothing. */
void edit_init(struct edit *e, size_t limit);
/* Gives the memory back, wiping it. `e` may be zeroed. */
void edit_release(struct edit *e);
/* Empty again, wiped; limit and modes stay. */
void edit_clear(struct edit *e);

/* What is written; "" when empty. Borrowed until the next change. */
const char *edit_text(const struct edit *e);

/* Puts `text` there, made fit as when it is pasted; the cursor stands at its end. */
void edit_set(struct edit *e, const char *text);
/* Puts the cursor before the cluster at byte `at` (the nearest boundary before it): where the first fault is. */
void edit_move(struct edit *e, size_t at);

/* Takes `bytes` before the cursor away and puts `text` there instead, as one step of undo: an accented letter for its base. */
void edit_replace(struct edit *e, size_t bytes, const char *text);

/* Text, erase, delete, ← → first last, the same by words, undo and redo. True if it was one of these, even if it changed nothing; false: it is for others. Pasted text is made fit: invalid and control
 * characters fall away, tabs and line ends within become spaces, NFC. What does not fit the limit is left out at a cluster boundary;
 * event->left_out counts it, and the person is told. */
bool edit_action(struct edit *e, const struct event *event);

/* As a field for the page; the text is copied into its arena. */
struct field edit_field(const struct edit *e, struct page *page, bool active);

#endif
