/* What a line was before, so that a slip of the hand costs nothing: bounded, and forgotten with the line. */
#ifndef SAFAR_VIEW_UNDO_H
#define SAFAR_VIEW_UNDO_H

#include <stdbool.h>
#include <stddef.h>

/* Steps that are kept; older ones fall away. */
enum { UNDO_MAX = 64 };

/* Letters typed in a row are one step, up to the end of a word; so are letters erased in a row. */
enum undo_kind { UNDO_NONE, UNDO_TYPED, UNDO_ERASED, UNDO_OTHER };

struct undo_step {
	char *text;    /* owned */
	size_t cursor; /* bytes */
};
/* A zeroed one is empty. */
struct undo {
	struct undo_step before[UNDO_MAX], after[UNDO_MAX]; /* the newest last; `after`: what was undone */
	size_t before_count, after_count;
	enum undo_kind last; /* of the newest step, while it may still grow */
};

/* Forgets everything. */
void undo_clear(struct undo *u);

/* The line is about to change from `text`, `cursor` by something of that kind. What was undone is forgotten. */
void undo_note(struct undo *u, enum undo_kind kind, const char *text, size_t cursor);

/* The next change begins a step of its own: the cursor was moved, a word has ended. */
void undo_rest(struct undo *u);

/* One step back, or forth again: gives what the line shall be (text owned by the caller), keeping `text`, `cursor` for the way back. False when there is none. */
bool undo_back(struct undo *u, const char *text, size_t cursor, struct undo_step *out);
bool undo_forth(struct undo *u, const char *text, size_t cursor, struct undo_step *out);

#endif
