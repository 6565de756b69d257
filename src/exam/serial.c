#include "config.h"
#include "exam/serial.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/alloc.h"

static const uint64_t NUMBER_END = 100000000000000; /* 14 digits */

void serial_format(uint64_t number, bool practice, char out[SERIAL_SIZE])
{
	if (number >= NUMBER_END)
		BUG("a serial of more than 14 digits: %" PRIu64, number);
	unsigned check = 98 - (unsigned)(number * 100 % 97);
	char digits[SERIAL_DIGITS + 1];
	snprintf(digits, sizeof(digits), "%014" PRIu64 "%02u", number, check % 100);
	snprintf(out, SERIAL_SIZE, "%s%.4s %.4s %.4s %.4s", practice ? "P " : "", digits, digits + 4, digits + 8, digits + 12);
}

/* The number of 16 digits that `text` writes, whatever its check digits. */
static bool number_of(const char *text, bool *practice, uint64_t *out)
{
	const char *s = text + strspn(text, " -");
	*practice = *s == 'P' || *s == 'p';
	s += *practice;
	uint64_t whole = 0;
	int digits = 0;
	for (; *s; s++) {
		if (*s == ' ' || *s == '-')
			continue;
		if (*s < '0' || *s > '9' || digits++ == SERIAL_DIGITS)
			return false;
		whole = 10 * whole + (uint64_t)(*s - '0');
	}
	*out = whole;
	return digits == SERIAL_DIGITS;
}

bool serial_like(const char *text, bool *practice)
{
	uint64_t whole;
	return number_of(text, practice, &whole);
}

bool serial_parse(const char *text, bool *practice, char out[SERIAL_SIZE])
{
	bool letter;
	uint64_t whole;
	if (!number_of(text, &letter, &whole))
		return false;
	/* 00, 01 and 99 would satisfy the sum too, but are never given. */
	uint64_t check = whole % 100;
	if (whole % 97 != 1 || check < 2 || check > 98)
		return false;
	*practice = letter;
	serial_format(whole / 100, letter, out);
	return true;
}
