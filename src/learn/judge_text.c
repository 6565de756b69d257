#include "config.h"
#include "learn/judge_text.h"

#include <string.h>

#include "core/str.h"
#include "text/mistype.h"

enum { OWN_WORDS_MAX = 4 };

static size_t blank_length(const char *s)
{
	static const char *const names[] = {"<name>", "<town>", "<country>", "<age>", "<job>"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_starts(s, names[i]))
			return strlen(names[i]);
	return 0;
}

static size_t count_words(const char *s)
{
	size_t n = *s != '\0';
	for (; *s; s++)
		n += *s == ' ';
	return n;
}

static const char *word_after(const char *s)
{
	s += strcspn(s, " ");
	return s + (*s == ' ');
}

/* Adds the words at `typed` that stand for the blank; `rest` is what is expected behind it. Gives where the typed text goes on. */
static const char *take_own(struct str *out, const char *typed, const char *rest)
{
	size_t after = count_words(rest), there = count_words(typed);
	size_t most = there > after ? there - after : 1;
	for (size_t i = 0; i < OWN_WORDS_MAX && i < most && *typed; i++) {
		size_t n = strcspn(typed, " ");
		/* The word that comes next is no name. */
		if (i && *rest && strcspn(rest, " ") == n && memcmp(rest, typed, n) == 0)
			break;
		if (i)
			str_addc(out, ' ');
		str_addn(out, typed, n);
		typed = word_after(typed);
	}
	return typed;
}

char *blanks_fill_dup(const char *expected, const char *typed)
{
	if (!strchr(expected, '<'))
		return NULL;
	struct str out;
	str_init(&out);
	while (*expected) {
		size_t n = strcspn(expected, " "), own = blank_length(expected);
		if (own && own == n && *typed) {
			typed = take_own(&out, typed, word_after(expected));
		} else {
			str_addn(&out, expected, n);
			typed = word_after(typed);
		}
		expected = word_after(expected);
		if (*expected)
			str_addc(&out, ' ');
	}
	return str_steal(&out);
}

char *lookalikes_mended_dup(const char *typed, bool taught_cyrillic)
{
	struct alphabets found = text_alphabets(typed);
	if (taught_cyrillic ? !found.latin : !found.cyrillic)
		return NULL;
	return mistype_lookalike_dup(typed, taught_cyrillic);
}
