#include "config.h"
#include "pack/source.h"

#include <string.h>

static const char digits[] = "0123456789";
static const char marks[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-";

/* Bytes of a number without leading zeros at `s`, 0 if there is none. */
static size_t number_at(const char *s)
{
	size_t n = strspn(s, digits);
	return n > 1 && *s == '0' ? 0 : n;
}

/* Bytes of a dotted list of identifiers; 0 if one is empty or, in a pre-release, a number with leading zeros. */
static size_t list_at(const char *s, bool prerelease)
{
	const char *p = s;
	for (;;) {
		size_t n = strspn(p, marks);
		if (!n || (prerelease && strspn(p, digits) == n && !number_at(p)))
			return 0;
		p += n;
		if (*p != '.')
			return (size_t)(p - s);
		p++;
	}
}

bool version_valid(const char *v)
{
	for (int i = 0; i < 3; i++) {
		size_t n = number_at(v);
		if (!n || (i < 2 && v[n] != '.'))
			return false;
		v += n + (i < 2);
	}
	for (int i = 0; i < 2; i++) {
		if (*v != "-+"[i])
			continue;
		size_t n = list_at(v + 1, i == 0);
		if (!n)
			return false;
		v += n + 1;
	}
	return !*v;
}

static int sign(int c)
{
	return (c > 0) - (c < 0);
}

static int compare_numbers(const char *a, size_t n, const char *b, size_t m)
{
	return n != m ? (n < m ? -1 : 1) : sign(strncmp(a, b, n));
}

/* One identifier each (§11.4): numbers by value and below words, words by ASCII. */
static int compare_identifiers(const char *a, size_t n, const char *b, size_t m)
{
	bool a_number = strspn(a, digits) >= n, b_number = strspn(b, digits) >= m;
	if (a_number && b_number)
		return compare_numbers(a, n, b, m);
	if (a_number != b_number)
		return a_number ? -1 : 1;
	int c = strncmp(a, b, n < m ? n : m);
	return c ? sign(c) : compare_numbers("", n, "", m);
}

int version_compare(const char *a, const char *b)
{
	for (int i = 0; i < 3; i++) {
		size_t n = strspn(a, digits), m = strspn(b, digits);
		int c = compare_numbers(a, n, b, m);
		if (c)
			return c;
		a += n + (i < 2);
		b += m + (i < 2);
	}
	bool a_pre = *a == '-', b_pre = *b == '-';
	if (!a_pre || !b_pre)
		return b_pre - a_pre; /* a release follows its pre-releases; what is behind + does not count */
	for (;;) {
		a++;
		b++;
		size_t n = strspn(a, marks), m = strspn(b, marks);
		int c = compare_identifiers(a, n, b, m);
		if (c)
			return c;
		a += n;
		b += m;
		if (*a != '.' || *b != '.')
			return (*a == '.') - (*b == '.');
	}
}
