#include "config.h"
#include "text/norm.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "core/alloc.h"
#include "core/secret.h"
#include "core/str.h"
#include "text/utf.h"

static size_t ascii_run(const char *s)
{
	size_t i = 0;
	while (s[i] > 0)
		i++;
	return i;
}

bool text_valid(const char *bytes, size_t n, size_t *bad)
{
	for (size_t at = 0; at < n;) {
		size_t start = at;
		int32_t c = utf_step(bytes, n, &at);
		if (c == UTF_BAD || c == 0) {
			if (bad)
				*bad = start;
			return false;
		}
	}
	return true;
}

/* The quick check of Annex 15, section 9: certain no means "perhaps not", certain yes means yes. */
static bool surely_nfc(const char *s, size_t n)
{
	int last_class = 0;
	for (size_t at = ascii_run(s); at < n;) {
		int32_t c = utf_step(s, n, &at);
		if (c == UTF_BAD)
			return false;
		if (c < 0x300 || (c >= 0x400 && c < 0x483)) { /* Latin and Cyrillic letters */
			last_class = 0;
			continue;
		}
		int class = u_getCombiningClass(c);
		if (class && last_class > class)
			return false;
		if (u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES)
			return false;
		last_class = class;
	}
	return true;
}

static const UNormalizer2 *nfc_rules(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *rules = unorm2_getNFCInstance(&status);
	if (U_FAILURE(status))
		BUG("no NFC data: %s", u_errorName(status));
	return rules;
}

bool text_is_nfc(const char *s)
{
	size_t n = strlen(s);
	if (surely_nfc(s, n))
		return true;
	int32_t len;
	UChar *wide = utf16_dup(s, n, &len);
	UErrorCode status = U_ZERO_ERROR;
	bool is = unorm2_isNormalized(nfc_rules(), wide, len, &status);
	secret_wipe(wide, (size_t)len * sizeof(*wide));
	free(wide);
	return is && U_SUCCESS(status);
}

static char *normalised_dup(const char *s, size_t n)
{
	int32_t len;
	UChar *wide = utf16_dup(s, n, &len);
	int32_t room = len + 16; /* NFC grows a text only in the rarest scripts, at most threefold */
	UChar *out = NULL;
	UErrorCode status;
	int32_t out_len;
	for (;;) {
		out = xrealloc(out, (size_t)room, sizeof(*out));
		status = U_ZERO_ERROR;
		out_len = unorm2_normalize(nfc_rules(), wide, len, out, room, &status);
		if (status != U_BUFFER_OVERFLOW_ERROR)
			break;
		room = out_len + 1;
	}
	if (U_FAILURE(status))
		BUG("unorm2_normalize: %s", u_errorName(status));
	char *narrow = utf8_dup(out, out_len);
	secret_wipe(out, (size_t)out_len * sizeof(*out));
	secret_wipe(wide, (size_t)len * sizeof(*wide));
	free(out);
	free(wide);
	return narrow;
}

char *text_nfc_dup(const char *s)
{
	size_t n = strlen(s);
	return surely_nfc(s, n) ? xstrndup(s, n) : normalised_dup(s, n);
}

static bool is_bidi_control(int32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
	       c == 0x061C;
}

static bool is_unsafe(int32_t c)
{
	if (c < 0x20)
		return c != '\n' && c != '\t';
	if (c < 0x7F)
		return false;
	return c < 0xA0 || is_bidi_control(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
	       (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

const char *text_first_unsafe(const char *s, uint32_t *code)
{
	size_t n = strlen(s);
	for (size_t at = 0; at < n;) {
		size_t start = at;
		int32_t c = utf_step(s, n, &at);
		if (c == UTF_BAD || !is_unsafe(c))
			continue;
		if (code)
			*code = (uint32_t)c;
		return s + start;
	}
	return NULL;
}

bool text_is_line(const char *s)
{
	return !text_first_unsafe(s, NULL) && !strpbrk(s, "\n\t");
}

char *text_sanitise_dup(const char *s)
{
	size_t n = strlen(s);
	struct str out;
	str_init(&out);
	for (size_t at = 0; at < n;) {
		size_t start = at;
		int32_t c = utf_step(s, n, &at);
		if (c == UTF_BAD || is_unsafe(c))
			utf_add(&out, UTF_REPLACEMENT);
		else if (c == '\n' || c == '\t')
			str_addc(&out, ' ');
		else
			str_addn(&out, s + start, at - start);
	}
	return str_steal(&out);
}

static char *ascii_fold_dup(const char *s, size_t n)
{
	char *copy = xstrndup(s, n);
	for (size_t i = 0; i < n; i++)
		if (copy[i] >= 'A' && copy[i] <= 'Z')
			copy[i] = (char)(copy[i] + ('a' - 'A'));
	return copy;
}

char *text_fold_dup(const char *s)
{
	size_t n = strlen(s);
	if (ascii_run(s) == n)
		return ascii_fold_dup(s, n);
	struct str out;
	str_init(&out);
	for (size_t at = 0; at < n;) {
		int32_t c = utf_step(s, n, &at);
		if (c < 0x80 && c >= 0)
			str_addc(&out, (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
		else
			utf_add(&out, c == UTF_BAD ? UTF_REPLACEMENT : u_foldCase(c, U_FOLD_CASE_DEFAULT));
	}
	return str_steal(&out);
}

char *text_name_key_dup(const char *s)
{
	char *nfc = text_nfc_dup(s);
	char *folded = text_fold_dup(nfc);
	size_t n = strlen(folded);
	struct str out;
	str_init(&out);
	for (size_t at = 0; at < n;) {
		size_t start = at;
		int32_t c = utf_step(folded, n, &at);
		if (text_is_apostrophe((uint32_t)c))
			str_addc(&out, '\'');
		else
			str_addn(&out, folded + start, at - start);
	}
	secret_free(folded);
	secret_free(nfc);
	return str_steal(&out);
}
