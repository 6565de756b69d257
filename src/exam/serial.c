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

bool serial_parse(const char *text, bool *practice, char out[SERIAL_SIZE])
{
	const char *s = text + strspn(text, " -");
	bool letter = *s == 'P' || *s == 'p';
	s += letter;
	uint64_t whole = 0;
	int digits = 0;
	for (; *s; s++) {
		if (*s == ' ' || *s == '-')
			continue;
		if (*s < '0' || *s > '9' || digits++ == SERIAL_DIGITS)
			return false;
		whole = 10 * whole + (uint64_t)(*s - '0');
	}
	/* 00, 01 and 99 would satisfy the sum too, but are never given. */
	uint64_t check = whole % 100;
	if (digits != SERIAL_DIGITS || whole % 97 != 1 || check < 2 || check > 98)
		return false;
	*practice = letter;
	serial_format(whole / 100, letter, out);
	return true;
}
