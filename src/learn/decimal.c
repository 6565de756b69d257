#include "config.h"
#include "learn/decimal.h"

#include <string.h>

#include "core/str.h"
#include "learn/likeness.h"

/* Zeros of the scripts whose digits stand in a row of ten (Unicode, general category Nd), as far as people type them. */
static const uint32_t zeros[] = {
	'0',	0x660,	0x6F0,	0x7C0,	0x966,	0x9E6,	0xA66,	0xAE6,	0xB66,	0xBE6,	0xC66,	0xCE6,	0xD66,
	0xE50,	0xED0,	0xF20,	0x1040, 0x17E0, 0x1810, 0xFF10,
};

/* The value of a digit, or -1. */
static int digit_of(uint32_t c)
{
	for (size_t i = 0; i < sizeof(zeros) / sizeof(zeros[0]); i++)
		if (c >= zeros[i] && c <= zeros[i] + 9)
			return (int)(c - zeros[i]);
	return -1;
}

bool decimal_starts(const char *s)
{
	size_t at = 0, n = strlen(s);
	return n && digit_of(likeness_step(s, n, &at)) >= 0;
}

/* Digits before and behind the sign that parts them, as millionths; false if there are too many. */
static bool scale(const char *whole, size_t whole_n, const char *places, size_t places_n, bool negative, int64_t *out)
{
	int64_t value = 0;
	while (places_n && places[places_n - 1] == '0')
		places_n--;
	for (; whole_n && *whole == '0'; whole++)
		whole_n--;
	if (whole_n > DECIMAL_DIGITS_MAX || places_n > DECIMAL_PLACES_MAX)
		return false;
	for (size_t i = 0; i < whole_n; i++)
		value = 10 * value + (whole[i] - '0');
	for (size_t i = 0; i < DECIMAL_PLACES_MAX; i++)
		value = 10 * value + (i < places_n ? places[i] - '0' : 0);
	*out = negative ? -value : value;
	return true;
}

/* What an author may write can be read back from what a learner types: no longer row of zeros than that reader keeps. */
enum { MARKS_MAX = 64, WRITTEN_MAX = MARKS_MAX / 2 };

bool decimal_parse(const char *s, int64_t *out)
{
	static const char digits[] = "0123456789";
	bool negative = *s == '-';
	s += negative;
	size_t whole = strspn(s, digits);
	const char *places = s[whole] == '.' ? s + whole + 1 : s + whole;
	size_t places_n = strspn(places, digits);
	if (!whole || places[places_n] || (s[whole] == '.' && !places_n) || whole + places_n > WRITTEN_MAX)
		return false;
	return scale(s, whole, places, places_n, negative, out);
}

/* What a number is made of while it is read: digits, and the signs between them. */
struct marks {
	char digits[MARKS_MAX];
	size_t count;
	struct {
		char sign;   /* '.', ',' or ' ' for all that only groups */
		size_t at;   /* digits before it */
	} marks[MARKS_MAX];
	size_t mark_count;
};

/* The sign that `c` may be between two digits, or 0. */
static char sign_of(uint32_t c)
{
	if (c == '.' || c == ',')
		return (char)c;
	if (c == 0x66B) /* Arabic decimal separator */
		return ',';
	return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == '\'' || c == 0x2019 || c == 0x66C ? ' ' : 0;
}

/* Reads the digits from *at on, up to what is no more part of the number. */
static void read_marks(const char *s, size_t n, size_t *at, struct marks *m)
{
	char sign = 0;
	size_t end = *at;
	*m = (struct marks){.count = 0};
	for (size_t i = *at; i < n;) {
		uint32_t c = likeness_step(s, n, &i);
		int digit = digit_of(c);
		if (digit >= 0 && m->count < MARKS_MAX && m->mark_count < MARKS_MAX) {
			if (sign) {
				m->marks[m->mark_count].sign = sign;
				m->marks[m->mark_count++].at = m->count;
			}
			m->digits[m->count++] = (char)('0' + digit);
			sign = 0;
			end = i;
		} else if (sign || !m->count || !(sign = sign_of(c))) {
			break;
		}
	}
	*at = end;
}

/* Whether the marks before number `last` part the digits in groups of three, all with the same sign. */
static bool groups(const struct marks *m, size_t last, size_t end)
{
	for (size_t i = 0; i < last; i++) {
		size_t next = i + 1 < last ? m->marks[i + 1].at : end;
		if (next - m->marks[i].at != 3 || m->marks[i].at > (i ? SIZE_MAX : 3) || m->marks[i].sign != m->marks[0].sign)
			return false;
	}
	return true;
}

/* The readings of the digits; false if the signs among them make no sense. */
static bool read_values(const struct marks *m, bool negative, struct decimal *out)
{
	size_t last = m->mark_count - 1;
	bool sound = false;
	if (m->mark_count == 0 || groups(m, m->mark_count, m->count)) { /* a whole number */
		sound = true;
		out->count += scale(m->digits, m->count, "", 0, negative, &out->values[out->count]);
	}
	if (m->mark_count && m->marks[last].sign != ' ' && (last == 0 || m->marks[last - 1].sign != m->marks[last].sign) &&
	    groups(m, last, m->marks[last].at)) {
		size_t at = m->marks[last].at;
		sound = true;
		out->count += scale(m->digits, at, m->digits + at, m->count - at, negative, &out->values[out->count]);
	}
	return sound;
}

static void add_unit(struct decimal *out, const char *s, size_t n)
{
	size_t used = strlen(out->unit);
	if (n > DECIMAL_UNIT_MAX - 1)
		n = DECIMAL_UNIT_MAX - 1;
	while (n && ((unsigned char)s[n] & 0xC0) == 0x80)
		n--;
	memcpy(out->unit + used, s, n);
	out->unit[used + n] = '\0';
}

bool decimal_read(const char *s, struct decimal *out)
{
	size_t n = strlen(s), at = 0, before = 0;
	uint32_t c = 0, last = 0;
	struct marks m;
	*out = (struct decimal){.count = 0};
	for (size_t i = 0; i < n && digit_of(c = likeness_step(s, n, &i)) < 0; at = before = i)
		last = c;
	if (digit_of(c) < 0)
		return false;
	bool negative = last == '-' || last == 0x2212 || last == 0x2013;
	if (negative)
		before -= last == '-' ? 1 : 3;
	read_marks(s, n, &at, &m);
	if (!read_values(&m, negative, out))
		return false;
	add_unit(out, s, before);
	add_unit(out, s + at, n - at);
	return true;
}
