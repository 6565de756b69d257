/* Memory with one life: many small pieces taken one by one, wiped and given back all at once: nobody needs to know in which of them an opened bank or a PIN stood. */
#ifndef SAFAR_CORE_ARENA_H
#define SAFAR_CORE_ARENA_H

#include <stddef.h>

struct arena {
	struct arena_chunk *top; /* newest chunk, links to the older ones */
};

#define ARENA_INIT { NULL }

void arena_init(struct arena *a);

/* Wipes and frees every piece; the arena can be used again at once. */
void arena_release(struct arena *a);

/* Zeroed memory aligned for any type; lives until arena_release. */
void *arena_alloc(struct arena *a, size_t size) __attribute__((malloc, warn_unused_result, returns_nonnull));
void *arena_array(struct arena *a, size_t count, size_t size) __attribute__((malloc, warn_unused_result, returns_nonnull));

/* Copies that live until arena_release. arena_strdup(a, NULL) is NULL. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n) __attribute__((returns_nonnull));
char *arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3), returns_nonnull));

/* `old`, an array of `count` elements of `size` bytes, with room for one more: the same or a larger copy.
 * `*room` holds the capacity (start with NULL, 0, 0). The old copy stays in the arena. */
void *arena_grow(struct arena *a, void *old, size_t count, size_t *room, size_t size)
	__attribute__((warn_unused_result, returns_nonnull));

#endif
