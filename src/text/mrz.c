#include "config.h"
#include "text/mrz.h"

#include <stdio.h>
#include <string.h>

/* One character of a line as it is meant: capitals, digits, filler; 0 for what cannot stand there. */
static char mrz_char(char c)
{
	if (c >= 'a' && c <= 'z')
		return (char)(c - 'a' + 'A');
	if (c == ' ' || c == '\t')
		return '<';
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<' ? c : 0;
}

/* Behind "P<UZB" of a first line: the name begins there. */
static const char *after_head(const char *s)
{
	enum { HEAD = 5 };
	size_t n = strlen(s);
	bool passport = n > HEAD && (s[0] == 'P' || s[0] == 'p') && strstr(s, "<<");
	return passport && (s[1] == '<' || n == MRZ_LINE) ? s + HEAD : s;
}

bool mrz_name(const char *typed, char out[MRZ_NAME_SIZE])
{
	size_t n = 0;
	bool gap = false;
	while (*typed == ' ')
		typed++;
	for (const char *s = after_head(typed); *s; s++) {
		bool joint = *s == '-' || *s == '\'';
		char c = joint ? *s : mrz_char(*s);
		if (!c || (c >= '0' && c <= '9'))
			return false;
		if (c == '<') {
			gap = n > 0;
			continue;
		}
		if (n + gap + 1 >= MRZ_NAME_SIZE)
			return false;
		if (gap)
			out[n++] = ' ';
		gap = false;
		out[n++] = c;
	}
	out[n] = '\0';
	return n > 0;
}

bool mrz_number(const char *typed, char out[MRZ_NUMBER_SIZE])
{
	size_t n = 0;
	for (; *typed; typed++) {
		char c = *typed == '-' ? '<' : mrz_char(*typed);
		if (!c || n + 1 >= MRZ_NUMBER_SIZE)
			return false;
		if (c != '<')
			out[n++] = c;
	}
	out[n] = '\0';
	return n > 0;
}

bool mrz_is_second_line(const char *typed)
{
	return strlen(typed) > MRZ_NUMBER_SIZE + 4;
}

static int value_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
}

static int weighed(const char *s, size_t n, int sum, size_t at)
{
	static const int weights[] = {7, 3, 1};
	for (size_t i = 0; i < n; i++)
		sum += value_of(s[i]) * weights[(at + i) % 3];
	return sum;
}

static bool holds(const char *s, size_t n, char digit)
{
	return weighed(s, n, 0, 0) % 10 == value_of(digit);
}

/* The check digit over all: number, birth and expiry with their digits, and the optional data. */
static bool all_holds(const char *line)
{
	int sum = weighed(line, 10, 0, 0);
	sum = weighed(line + 13, 7, sum, 10);
	sum = weighed(line + 21, 22, sum, 17);
	return sum % 10 == value_of(line[43]);
}

static bool is_digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") >= n;
}

bool mrz_second_line(const char *typed, const char *today, char number[MRZ_NUMBER_SIZE], char birth[11])
{
	enum { NUMBER = 9, BIRTH_AT = 13, EXPIRY_AT = 21, DATE = 6 };
	char line[MRZ_LINE + 1];
	size_t n = 0;
	for (; *typed && n < MRZ_LINE; typed++)
		if (*typed != ' ' && !(line[n++] = mrz_char(*typed)))
			return false;
	while (*typed == ' ')
		typed++;
	line[n] = '\0';
	if (n != MRZ_LINE || *typed || !is_digits(line + BIRTH_AT, DATE) || !holds(line, NUMBER, line[NUMBER]) ||
	    !holds(line + BIRTH_AT, DATE, line[BIRTH_AT + DATE]) || !holds(line + EXPIRY_AT, DATE, line[EXPIRY_AT + DATE]) || !all_holds(line))
		return false;
	const char *b = line + BIRTH_AT;
	snprintf(birth, 11, "20%.2s-%.2s-%.2s", b, b + 2, b + 4);
	if (strcmp(birth, today) > 0)
		memcpy(birth, "19", 2);
	char plain[NUMBER + 1];
	memcpy(plain, line, NUMBER);
	plain[NUMBER] = '\0';
	return mrz_number(plain, number);
}
