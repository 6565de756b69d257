#include "config.h"
#include "text/utf.h"

#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "core/alloc.h"

enum { MAX_BYTES = 512 * 1024 * 1024 };

int32_t utf_step(const char *s, size_t n, size_t *at)
{
	const uint8_t *p = (const uint8_t *)s + *at;
	if (p[0] < 0x80) {
		++*at;
		return p[0];
	}
	int32_t left = n - *at > 4 ? 4 : (int32_t)(n - *at), used = 0;
	UChar32 c;
	U8_NEXT(p, used, left, c);
	if (c < 0) {
		++*at;
		return UTF_BAD;
	}
	*at += (size_t)used;
	return c;
}

void utf_add(struct str *out, int32_t code)
{
	if (code < 0x80) {
		str_addc(out, (char)code);
		return;
	}
	char bytes[4];
	int32_t n = 0;
	U8_APPEND_UNSAFE((uint8_t *)bytes, n, code);
	str_addn(out, bytes, (size_t)n);
}

UChar *utf16_dup(const char *s, size_t n, int32_t *len)
{
	if (n > MAX_BYTES)
		BUG("text of %zu bytes", n);
	UChar *out = xmalloc((n + 1) * sizeof(*out));
	int32_t used = 0;
	for (size_t at = 0; at < n;) {
		int32_t c = utf_step(s, n, &at);
		if (c == UTF_BAD)
			c = UTF_REPLACEMENT;
		U16_APPEND_UNSAFE(out, used, c);
	}
	out[used] = 0;
	*len = used;
	return out;
}

char *utf8_dup(const UChar *s, int32_t len)
{
	char *out = xmalloc((size_t)len * 3 + 1);
	int32_t used = 0;
	UErrorCode status = U_ZERO_ERROR;
	u_strToUTF8WithSub(out, len * 3 + 1, &used, s, len, UTF_REPLACEMENT, NULL, &status);
	if (U_FAILURE(status))
		BUG("u_strToUTF8WithSub: %s", u_errorName(status));
	return out;
}
