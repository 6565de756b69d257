#include "config.h"
#include "view/undo.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"

static void forget(struct undo_step *steps, size_t *count)
{
	while (*count > 0)
		free(steps[--*count].text);
}

void undo_clear(struct undo *u)
{
	forget(u->before, &u->before_count);
	forget(u->after, &u->after_count);
	u->last = UNDO_NONE;
}

static void keep(struct undo_step *steps, size_t *count, const char *text, size_t cursor)
{
	if (*count == UNDO_MAX) {
		free(steps[0].text);
		memmove(steps, steps + 1, (UNDO_MAX - 1) * sizeof *steps);
		--*count;
	}
	steps[(*count)++] = (struct undo_step){ .text = xstrdup(text), .cursor = cursor };
}

void undo_note(struct undo *u, enum undo_kind kind, const char *text, size_t cursor)
{
	bool grows = kind != UNDO_OTHER && kind == u->last;

	forget(u->after, &u->after_count);
	if (!grows)
		keep(u->before, &u->before_count, text, cursor);
	u->last = kind;
}

void undo_rest(struct undo *u)
{
	u->last = UNDO_NONE;
}

bool undo_back(struct undo *u, const char *text, size_t cursor, struct undo_step *out)
{
	u->last = UNDO_NONE;
	if (u->before_count == 0)
		return false;
	keep(u->after, &u->after_count, text, cursor);
	*out = u->before[--u->before_count];
	return true;
}

bool undo_forth(struct undo *u, const char *text, size_t cursor, struct undo_step *out)
{
	u->last = UNDO_NONE;
	if (u->after_count == 0)
		return false;
	keep(u->before, &u->before_count, text, cursor);
	*out = u->after[--u->after_count];
	return true;
}
