#include "config.h"
#include "learn/judge_text.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/str.h"
#include "learn/likeness.h"
#include "text/letters.h"
#include "text/mistype.h"
#include "text/norm.h"

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

/* Where the typed text goes on behind the fixed words in front of the first blank, if it has their letters and only spaces and apostrophes differ
 * ("je m appelle"); or NULL. */
static const char *past_fixed(const char *expected, const char *blank, const char *typed)
{
	const char *start = typed;
	for (;;) {
		expected += strspn(expected, " '");
		typed += strspn(typed, " '");
		if (expected >= blank)
			return expected == blank && typed[0] && typed > start && typed[-1] == ' ' ? typed : NULL;
		if (*expected++ != *typed++)
			return NULL;
	}
}

char *blanks_fill_dup(const char *expected, const char *typed)
{
	if (!strchr(expected, '<'))
		return NULL;
	struct str out;
	str_init(&out);
	const char *blank = strchr(expected, '<'), *past = blank_length(blank) && blank > expected ? past_fixed(expected, blank, typed) : NULL;
	if (past) {
		str_addn(&out, expected, (size_t)(blank - expected));
		expected = blank;
		typed = past;
	}
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

static bool same_folded(const char *a, size_t n, const char *b, size_t m)
{
	char *x = xstrndup(a, n), *y = xstrndup(b, m), *fx = text_fold_dup(x), *fy = text_fold_dup(y);
	bool same = strcmp(fx, fy) == 0;
	free(x);
	free(y);
	free(fx);
	free(fy);
	return same;
}

/* Whether one of two words begins with the capital of the other's first letter; `*capital` says whether the typed one does. */
static bool first_case_differs(const char *form, size_t n, const char *typed, size_t m, bool *capital)
{
	size_t a = 0, b = 0;
	likeness_step(form, n, &a);
	likeness_step(typed, m, &b);
	*capital = letter_is_capital(typed, b);
	return letter_is_capital(form, a) != *capital && same_folded(form, a, typed, b);
}

bool capitals_differ(const char *form, const char *typed)
{
	const char *f = form, *t = typed;
	size_t of_form = count_words(form), of_typed = count_words(typed);
	bool several = of_form > 1, differ = false;
	while (!differ && of_form && of_typed) {
		size_t n = strcspn(f, " "), m = strcspn(t, " ");
		bool pair = of_form == of_typed || same_folded(f, n, t, m), capital, here = pair && first_case_differs(f, n, t, m, &capital);
		/* What begins a sentence may have its capital, in the typed words too. */
		differ = here && !(several && (f == form || (t == typed && capital)));
		const char *f_next = word_after(f), *t_next = word_after(t);
		size_t was_form = of_form, was_typed = of_typed;
		if (pair || was_form > was_typed) {
			f = f_next;
			of_form--;
		}
		if (pair || was_typed > was_form) {
			t = t_next;
			of_typed--;
		}
	}
	return differ;
}

char *lookalikes_mended_dup(const char *typed, bool taught_cyrillic)
{
	struct alphabets found = text_alphabets(typed);
	if (taught_cyrillic ? !found.latin : !found.cyrillic)
		return NULL;
	return mistype_lookalike_dup(typed, taught_cyrillic);
}
