/* Uzbek Latin to Cyrillic in three steps: this file finds what must stay as it is, unifies apostrophes and puts in the words of the list
 * of exceptions; ICU runs the rules over what is left. */
#include "config.h"
#include "text/script.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utrans.h>

#include "core/alloc.h"
#include "core/str.h"
#include "text/norm.h"
#include "text/script_keep.h"
#include "text/utf.h"
#include "text/uz-cyrillic.h" /* generated: rule_lines[], exceptions[] */

/* Compiling the rules takes milliseconds, so each thread keeps the compiled ones. A cache: it never changes what comes out. */
static _Thread_local UTransliterator *rules_cache;

static UTransliterator *rules_open(void)
{
	if (rules_cache)
		return rules_cache;
	struct str text;
	str_init(&text);
	for (size_t i = 0; i < sizeof(rule_lines) / sizeof(rule_lines[0]); i++) {
		str_add(&text, rule_lines[i]);
		str_addc(&text, '\n');
	}
	int32_t len;
	UChar *rules = utf16_dup(text.buf, text.len, &len);
	static const UChar id[] = {'u', 'z', 0};
	UParseError where;
	UErrorCode status = U_ZERO_ERROR;
	rules_cache = utrans_openU(id, -1, UTRANS_FORWARD, rules, len, &where, &status);
	if (U_FAILURE(status))
		BUG("uz-cyrillic.rules, offset %d: %s", (int)where.offset, u_errorName(status));
	free(rules);
	str_release(&text);
	return rules_cache;
}

/* The text being made: `run` gathers what the rules shall see, flushed into `out` before what they shall not. */
struct maker {
	struct str out, run;
	bool quoted;   /* an opening single quote waits for its end */
	bool chord;    /* a key name and + stand before: the next word is a key too */
};

static void flush(struct maker *m)
{
	if (!m->run.len)
		return;
	int32_t len;
	UChar *text = utf16_dup(m->run.buf, m->run.len, &len);
	int32_t room = 2 * len + 16, limit = len;
	text = xrealloc(text, (size_t)room, sizeof(*text));
	UErrorCode status = U_ZERO_ERROR;
	utrans_transUChars(rules_open(), text, &len, room, 0, &limit, &status);
	if (U_FAILURE(status))
		BUG("utrans_transUChars: %s", u_errorName(status));
	char *cyrillic = utf8_dup(text, len);
	str_add(&m->out, cyrillic);
	free(cyrillic);
	free(text);
	str_clear(&m->run);
}

static void keep(struct maker *m, const char *s, size_t n)
{
	flush(m);
	str_addn(&m->out, s, n);
}

static int by_stem(const void *key, const void *row)
{
	return strcmp(key, ((const struct exception *)row)->latin);
}

/* The exception that the word (small letters, unified) begins with: the longest. */
static const struct exception *exception_of(const char *word)
{
	enum { SHORT = 5, LONGEST = 24 };
	size_t n = strlen(word);
	char stem[LONGEST + 1];
	for (size_t len = n < LONGEST ? n : LONGEST; len >= 2; len--) {
		memcpy(stem, word, len);
		stem[len] = '\0';
		const struct exception *e =
			bsearch(stem, exceptions, sizeof(exceptions) / sizeof(exceptions[0]), sizeof(exceptions[0]), by_stem);
		if (e && (len >= SHORT || keep_is_endings(word + len)))
			return e;
	}
	return NULL;
}

/* Adds the Cyrillic stem with capitals as in the Latin one; its final ь only at the end of the word. */
static void add_stem(struct str *out, const char *cyrillic, const char *latin, size_t latin_len, bool ending)
{
	size_t n = strlen(cyrillic);
	if (ending && str_ends(cyrillic, "ь"))
		n -= strlen("ь");
	bool first = isupper((unsigned char)latin[0]);
	bool all = first && latin_len > 1 && isupper((unsigned char)latin[latin_len - 1]);
	for (size_t at = 0; at < n;) {
		bool up = all || (first && at == 0);
		int32_t c = utf_step(cyrillic, n, &at);
		utf_add(out, up ? u_toupper(c) : c);
	}
}

/* One word with its apostrophes unified, as the rules and the list expect it. */
static char *unified_dup(const char *s, size_t n)
{
	struct str out;
	str_init(&out);
	char before = 0;
	for (size_t at = 0; at < n;) {
		int32_t c = utf_step(s, n, &at);
		if (!text_is_apostrophe((uint32_t)c))
			utf_add(&out, c);
		else if (before && strchr("oOgG", before))
			str_add(&out, "ʻ");
		else
			str_add(&out, "ʼ");
		before = c > 0 && c < 0x80 ? (char)c : 0;
	}
	return str_steal(&out);
}

static void add_word(struct maker *m, const char *s, size_t n)
{
	char *word = unified_dup(s, n), *small = text_fold_dup(word);
	const struct exception *e = exception_of(small);
	if (e && str_eq(e->cyrillic, "=")) {
		size_t stem = strlen(e->latin);
		keep(m, word, stem);
		str_add(&m->run, word + stem);
	} else if (e) {
		size_t stem = strlen(e->latin);
		add_stem(&m->run, e->cyrillic, word, stem, word[stem] != '\0');
		str_add(&m->run, word + stem);
	} else {
		str_add(&m->run, word);
	}
	free(small);
	free(word);
}

/* Bytes of the word at `s`: letters, and apostrophes that belong to it rather than close a quotation. */
static size_t word_length(const struct maker *m, const char *s, size_t n)
{
	size_t at = 0;
	int32_t before = 0;
	while (at < n) {
		size_t end = at, after;
		int32_t c = utf_step(s, n, &end);
		if (text_is_apostrophe((uint32_t)c) && at > 0) {
			after = end;
			bool letter_next = end < n && u_isalpha(utf_step(s, n, &after));
			bool og = before == 'o' || before == 'O' || before == 'g' || before == 'G';
			bool quote = m->quoted && (c == '\'' || c == 0x2019);
			if (!letter_next && c != 0x02BC && !(og && !quote))
				break;
		} else if (!u_isalpha(c)) {
			break;
		}
		before = c;
		at = end;
	}
	return at;
}

/* Takes the word at `s`; returns its bytes. */
static size_t take_word(struct maker *m, const char *s, size_t n)
{
	size_t len = word_length(m, s, n), key = keep_key(s, len);
	if (key) {
		keep(m, s, key);
		m->chord = s[key] == '+';
		return key;
	}
	if (m->chord || keep_word(s, len, n))
		keep(m, s, len);
	else
		add_word(m, s, len);
	m->chord = false;
	return len;
}

char *script_uz_cyrillic_dup(const char *latin)
{
	char *text = text_nfc_dup(latin);
	size_t n = strlen(text);
	struct maker m = {.quoted = false};
	str_init(&m.out);
	str_init(&m.run);
	for (size_t at = 0; at < n;) {
		size_t len = keep_span(text, n, at);
		if (len) {
			keep(&m, text + at, len);
			at += len;
			continue;
		}
		size_t end = at;
		int32_t c = utf_step(text, n, &end);
		if (u_isalpha(c) && !text_is_apostrophe((uint32_t)c)) {
			at += take_word(&m, text + at, n - at);
			continue;
		}
		if (c != '+')
			m.chord = false;
		if (c == '\'' || c == 0x2018 || c == 0x2019)
			m.quoted = !m.quoted && end < n && isalpha((unsigned char)text[end]);
		str_addn(&m.run, text + at, end - at);
		at = end;
	}
	flush(&m);
	str_release(&m.run);
	free(text);
	return str_steal(&m.out);
}
