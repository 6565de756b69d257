/* Memory that is there or the program ends: out of memory aborts, so no caller checks. */
#ifndef SAFAR_CORE_ALLOC_H
#define SAFAR_CORE_ALLOC_H

#include <stddef.h>

/* Like malloc, calloc, realloc; never NULL for size > 0. The caller frees with free(). */
void *xmalloc(size_t size) __attribute__((malloc, warn_unused_result, returns_nonnull));
void *xcalloc(size_t count, size_t size) __attribute__((malloc, warn_unused_result, returns_nonnull));
void *xrealloc(void *old, size_t count, size_t size) __attribute__((warn_unused_result, returns_nonnull));

/* A copy of `s` (of its first `n` bytes) that the caller frees. */
char *xstrdup(const char *s) __attribute__((malloc, warn_unused_result, returns_nonnull));
char *xstrndup(const char *s, size_t n) __attribute__((malloc, warn_unused_result, returns_nonnull));

/* A broken invariant of the program itself, never bad input: says where and aborts. Not translated. */
#define BUG(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)
void bug_at(const char *file, int line, const char *fmt, ...)
	__attribute__((noreturn, format(printf, 3, 4)));

#endif
