/* A string that grows. `buf` is always terminated and may be read as a C string. Its memory is wiped before it is given back, also when it grows. */
#ifndef SAFAR_CORE_STR_H
#define SAFAR_CORE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct str {
	char *buf; /* owned; never NULL after str_init */
	size_t len, room;
};

void str_init(struct str *s);
void str_release(struct str *s);
void str_clear(struct str *s); /* empty, memory kept */

void str_add(struct str *s, const char *text);
void str_addn(struct str *s, const char *text, size_t n);
void str_addc(struct str *s, char c);
void str_addf(struct str *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void str_vaddf(struct str *s, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));

/* The bytes as a C string that the caller frees; `s` is empty afterwards and must be initialised again before use. */
char *str_steal(struct str *s) __attribute__((warn_unused_result));

/* Whether `text` begins (ends) with `part`; compares bytes. */
bool str_starts(const char *text, const char *part);
bool str_ends(const char *text, const char *part);

/* Whether both are the same text; NULL equals only NULL. */
bool str_eq(const char *a, const char *b);

/* Puts '?' for every byte that a terminal could take for an order: control characters of both ranges, marks that turn the
 * direction of writing, and bytes that are no UTF-8. In place, the length stays. */
void str_disarm(char *s);

#endif
