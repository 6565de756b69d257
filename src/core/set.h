/* A set of texts, for telling what stands twice in a long list. */
#ifndef SAFAR_CORE_SET_H
#define SAFAR_CORE_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

struct set {
	struct arena *arena; /* holds the texts; set it before the first set_add */
	const char **slots;  /* in the arena, `room` of them, a power of two */
	size_t count, room;
};

/* Adds a copy of `text`; false if it was there already. */
bool set_add(struct set *s, const char *text);

#endif
