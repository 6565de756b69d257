#include "config.h"
#include "text/search_key.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "core/secret.h"
#include "text/norm.h"
#include "text/utf.h"

/* Cyrillic е and ё stand as these while a word is gathered: they are written in more than one way. */
enum { MARK_E = 1, MARK_YO = 2 };

struct word {
	struct str letters;
	size_t behind; /* where the part behind the last apostrophe or hyphen begins, 0: there is none */
	bool marked;   /* has a mark, or the Latin "ye" that stands for Cyrillic е */
};

/* Russian and Uzbek letters in those of Uzbek Latin, apostrophes left out. */
static const struct {
	int32_t code;
	const char *latin;
} cyrillic[] = {
	{0x430, "a"}, {0x431, "b"}, {0x432, "v"}, {0x433, "g"}, {0x434, "d"}, {0x435, "\1"}, {0x436, "j"}, {0x437, "z"}, {0x438, "i"}, {0x439, "y"}, {0x43A, "k"},
	{0x43B, "l"}, {0x43C, "m"}, {0x43D, "n"}, {0x43E, "o"}, {0x43F, "p"}, {0x440, "r"}, {0x441, "s"}, {0x442, "t"}, {0x443, "u"}, {0x444, "f"}, {0x445, "x"},
	{0x446, "ts"}, {0x447, "ch"}, {0x448, "sh"}, {0x449, "sh"}, {0x44A, ""}, {0x44B, "i"}, {0x44C, ""}, {0x44D, "e"}, {0x44E, "yu"}, {0x44F, "ya"}, {0x451, "\2"},
	{0x45E, "o"}, {0x493, "g"}, {0x49B, "q"}, {0x4B3, "h"},
};

static const char *of_cyrillic(int32_t c)
{
	for (size_t i = 0; i < sizeof(cyrillic) / sizeof(cyrillic[0]); i++)
		if (cyrillic[i].code == c)
			return cyrillic[i].latin;
	return NULL;
}

static bool vowel(char c)
{
	return c && strchr("aeiou\1\2", c);
}

/* The ways to write a word: what е is at the beginning and behind a vowel, where Uzbek Latin has a y, and what ё is. The last is for Latin words: the y goes. */
static const struct way {
	const char *e, *yo;
} ways[] = {{"e", "yo"}, {"ye", "yo"}, {"e", "e"}, {"", "yo"}};

static void write(const char *s, const struct way *way, struct str *out)
{
	str_addc(out, ' ');
	for (size_t i = 0; s[i]; i++) {
		if (s[i] == MARK_E)
			str_add(out, *way->e && (i == 0 || vowel(s[i - 1])) ? way->e : "e");
		else if (s[i] == MARK_YO)
			str_add(out, way->yo);
		else if (*way->e || s[i] != 'y' || s[i + 1] != 'e')
			str_addc(out, s[i]);
	}
}

/* Each way that is not there yet. */
static void write_all(const struct word *w, struct str *out)
{
	size_t from = out->len;
	struct str one;
	str_init(&one);
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]) && (i == 0 || w->marked); i++) {
		str_clear(&one);
		write(w->letters.buf, &ways[i], &one);
		bool there = false;
		for (const char *at = out->buf + from; (at = strstr(at, one.buf)); at++)
			there |= at[one.len] == ' ' || !at[one.len];
		if (!there)
			str_add(out, one.buf);
	}
	str_release(&one);
}

static void end_word(struct word *w, bool all, struct str *out)
{
	if (w->letters.len && !all)
		write(w->letters.buf, &ways[0], out);
	else if (w->letters.len)
		write_all(w, out);
	if (all && w->behind && w->behind < w->letters.len)
		write(w->letters.buf + w->behind, &ways[0], out);
	str_clear(&w->letters);
	w->behind = 0;
	w->marked = false;
}

/* A letter beyond ASCII, folded: without its accents. */
static void add_letter(struct word *w, int32_t c)
{
	const char *latin = of_cyrillic(c);
	UErrorCode status = U_ZERO_ERROR;
	UChar parts[16];
	if (latin) {
		w->marked |= *latin == MARK_E || *latin == MARK_YO;
		str_add(&w->letters, latin);
		return;
	}
	if (c == 0xDF || c == 0xE6 || c == 0x153) {
		str_add(&w->letters, c == 0xDF ? "ss" : c == 0xE6 ? "ae" : "oe");
		return;
	}
	const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
	int32_t n = U_FAILURE(status) ? -1 : unorm2_getDecomposition(nfkd, c, parts, (int32_t)(sizeof(parts) / sizeof(parts[0])), &status);
	if (n <= 0 || U_FAILURE(status)) {
		utf_add(&w->letters, c);
		return;
	}
	for (int32_t i = 0; i < n;) {
		UChar32 part;
		U16_NEXT(parts, i, n, part);
		if (u_isalnum(part))
			utf_add(&w->letters, part);
	}
}

static bool joins(int32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011 || text_is_apostrophe((uint32_t)c);
}

void text_search_key(const char *s, bool all, struct str *out)
{
	char *nfc = text_is_nfc(s) ? NULL : text_nfc_dup(s);
	const char *from = nfc ? nfc : s;
	size_t n = strlen(from);
	struct word w = {.behind = 0};
	str_init(&w.letters);
	for (size_t at = 0; at < n;) {
		int32_t c = utf_step(from, n, &at);
		if (c > 0 && c < 0x80 && u_isalnum(c)) {
			char low = (char)u_tolower(c);
			w.marked |= low == 'e' && w.letters.len && w.letters.buf[w.letters.len - 1] == 'y';
			str_addc(&w.letters, low);
		} else if (c >= 0x80 && u_isalnum(c) && !text_is_apostrophe((uint32_t)c)) {
			add_letter(&w, u_foldCase(c, U_FOLD_CASE_DEFAULT));
		} else if (w.letters.len && joins(c)) {
			w.behind = w.letters.len;
		} else if (c < 0 || !u_getCombiningClass(c)) {
			end_word(&w, all, out);
		}
	}
	end_word(&w, all, out);
	str_release(&w.letters);
	secret_free(nfc);
}

bool text_search_fits(const char *key, const char *typed)
{
	bool any = false;
	for (const char *word = typed; *word == ' ';) {
		const char *next = strchr(word + 1, ' ');
		size_t n = next ? (size_t)(next - word) : strlen(word);
		const char *at = key;
		while ((at = strchr(at, ' ')) && strncmp(at, word, n) != 0)
			at++;
		if (!at)
			return false;
		any = true;
		word += n;
	}
	return any;
}
