/* Numbers as people type them, read without floating point. Inside src/learn only. */
#ifndef SAFAR_LEARN_DECIMAL_H
#define SAFAR_LEARN_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DECIMAL_ONE = 1000000, DECIMAL_DIGITS_MAX = 12, DECIMAL_PLACES_MAX = 6, DECIMAL_UNIT_MAX = 64 };

/* A number of an author: digits, a point, no grouping ("-7.50"), in millionths. False if it is none or has too many digits. */
bool decimal_parse(const char *s, int64_t *out);

/* Whether `s` begins with a digit of any script. */
bool decimal_starts(const char *s);

/* What was typed: one value, or two where a single point or comma stands before exactly three digits ("1.500": 1500 or 1.5). */
struct decimal {
	int64_t values[2]; /* millionths */
	size_t count;	   /* 0: more digits than are kept, equal to nothing */
	char unit[2 * DECIMAL_UNIT_MAX]; /* what stands before and behind the number; cut when it is longer */
};

/* Reads decimal comma or point, groups of three digits parted by a space, point, comma or apostrophe, a sign, and digits of any script. False if there
 * is no number in it. `s` is sound UTF-8. */
bool decimal_read(const char *s, struct decimal *out);

#endif
