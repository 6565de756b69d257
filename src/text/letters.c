#include "config.h"
#include "text/letters.h"

#include <string.h>

#include <unicode/uchar.h>

#include "core/str.h"
#include "text/mistype.h"
#include "text/utf.h"

static const struct row {
	const char *tag;
	const char *const letters[LETTERS_MAX];
} rows[] = {
	{ .tag = "nl", .letters = { "é", "è", "ë", "ê", "ï", "í", "ó", "ö", "ü", "ú", "á", "à", "ä", "ç", NULL } },
	{ .tag = "fr", .letters = { "é", "è", "ê", "ë", "à", "â", "ç", "î", "ï", "ô", "œ", "ù", "û", NULL } },
	{ .tag = "de", .letters = { "ä", "ö", "ü", "ß", NULL } },
};

const char *const *letters_of(const char *tag)
{
	for (size_t i = 0; tag && i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t n = strlen(rows[i].tag);
		if (strncmp(tag, rows[i].tag, n) == 0 && (!tag[n] || tag[n] == '-' || tag[n] == '@'))
			return rows[i].letters;
	}
	return NULL;
}

/* The one code point of a text of `n` bytes, in small; 0 if it is more than one, or none. */
static int32_t small(const char *letter, size_t n)
{
	size_t at = 0;
	int32_t c = n ? utf_step(letter, n, &at) : 0;
	return c > 0 && at == n ? u_tolower(c) : 0;
}

static char plain_of(int32_t c)
{
	if (c == 0xDF)
		return 's';
	if (c == 0x153)
		return 'o';
	if (c == 0xE6)
		return 'a';
	uint32_t base = c > 0 ? letter_base((uint32_t)c) : 0;
	return base >= 'a' && base <= 'z' ? (char)base : 0;
}

char letter_plain(const char *letter)
{
	return plain_of(small(letter, strlen(letter)));
}

static void write_letter(int32_t c, char out[LETTER_BYTES])
{
	struct str s;
	str_init(&s);
	utf_add(&s, c);
	memcpy(out, s.buf, s.len + 1);
	str_release(&s);
}

void letter_capital(const char *letter, char out[LETTER_BYTES])
{
	size_t at = 0, n = strlen(letter);
	int32_t c = n ? utf_step(letter, n, &at) : 0;
	out[0] = '\0';
	if (c > 0 && at == n)
		write_letter(u_toupper(c), out);
}

bool letter_is_capital(const char *letter, size_t n)
{
	size_t at = 0;
	int32_t c = n ? utf_step(letter, n, &at) : 0;
	return c > 0 && at == n && u_isupper(c);
}

bool letter_turn(const char *tag, const char *letter, size_t n, char out[LETTER_BYTES])
{
	const char *const *all = letters_of(tag);
	int32_t c = small(letter, n);
	char base = plain_of(c), next[LETTER_BYTES] = {base, '\0'};
	bool passed = c == base, found = false;
	for (; all && base && *all; all++) {
		int32_t form = small(*all, strlen(*all));
		if (plain_of(form) != base)
			continue;
		if (passed) {
			strcpy(next, *all);
			found = true;
			break;
		}
		passed = form == c;
		found |= passed;
	}
	if (!found)
		return false;
	if (letter_is_capital(letter, n))
		letter_capital(next, out);
	else
		strcpy(out, next);
	return true;
}
