#include "config.h"
#include "text/keyboard.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include "core/str.h"

/* One character as UTF-8 at the end of `out`. */
static void add_char(struct str *out, UChar32 c)
{
	uint8_t bytes[U8_MAX_LENGTH];
	int32_t n = 0;
	U8_APPEND_UNSAFE(bytes, n, c);
	str_addn(out, (const char *)bytes, (size_t)n);
}

/* The character without the marks of its decomposition: U+00E9 → e. */
static UChar32 base_of(const UNormalizer2 *nfd, UChar32 c)
{
	UChar parts[32];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = unorm2_getDecomposition(nfd, c, parts, 32, &status);
	if (U_FAILURE(status) || n < 1)
		return c;
	UChar32 base;
	int32_t at = 0;
	U16_NEXT(parts, at, n, base);
	return base;
}

char *keyboard_unaccented_dup(const char *s, bool ligatures)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
	int32_t n = (int32_t)strlen(s), at = 0;
	struct str out;
	str_init(&out);
	while (at < n) {
		UChar32 c;
		U8_NEXT_OR_FFFD(s, at, n, c);
		if (c < 0x80 || U_FAILURE(status))
			add_char(&out, c);
		else if (ligatures && (c == 0x153 || c == 0xE6))
			str_add(&out, c == 0x153 ? "oe" : "ae");
		else if (u_charType(c) != U_NON_SPACING_MARK)
			add_char(&out, base_of(nfd, c));
	}
	return str_steal(&out);
}

char *keyboard_german_dup(const char *s)
{
	static const struct {
		const char *letter, *spelled;
	} rows[] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}};
	struct str out;
	str_init(&out);
	while (*s) {
		size_t i = 0;
		while (i < sizeof(rows) / sizeof(rows[0]) && !str_starts(s, rows[i].letter))
			i++;
		bool found = i < sizeof(rows) / sizeof(rows[0]);
		if (found)
			str_add(&out, rows[i].spelled);
		else
			str_addc(&out, *s);
		s += found ? strlen(rows[i].letter) : 1;
	}
	return str_steal(&out);
}
