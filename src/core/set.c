#include "config.h"
#include "core/set.h"

#include <stdint.h>
#include <string.h>

enum { ROOM_FIRST = 64 };

/* FNV-1a, 64 bits (draft-eastlake-fnv). Whoever writes the list could make many texts meet in one slot: lists have limits. */
static uint64_t hash(const char *text)
{
	uint64_t h = UINT64_C(14695981039346656037);
	for (const unsigned char *p = (const unsigned char *)text; *p; p++)
		h = (h ^ *p) * UINT64_C(1099511628211);
	return h;
}

static const char **slot_of(const char **slots, size_t room, const char *text)
{
	size_t i = (size_t)hash(text) & (room - 1);
	while (slots[i] && strcmp(slots[i], text) != 0)
		i = (i + 1) & (room - 1);
	return &slots[i];
}

static void grow(struct set *s)
{
	size_t room = s->room ? s->room * 2 : ROOM_FIRST;
	const char **slots = arena_array(s->arena, room, sizeof(*slots));
	for (size_t i = 0; i < s->room; i++)
		if (s->slots[i])
			*slot_of(slots, room, s->slots[i]) = s->slots[i];
	s->slots = slots;
	s->room = room;
}

bool set_add(struct set *s, const char *text)
{
	if (s->count * 2 >= s->room)
		grow(s);
	const char **slot = slot_of(s->slots, s->room, text);
	if (*slot)
		return false;
	*slot = arena_strdup(s->arena, text);
	s->count++;
	return true;
}
