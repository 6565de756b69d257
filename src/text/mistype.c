#include "config.h"
#include "text/mistype.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "core/str.h"
#include "text/utf.h"

static bool is_cyrillic(int32_t c)
{
	return c >= 0x400 && c <= 0x52F;
}

static bool is_latin(int32_t c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	return c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00));
}

struct alphabets text_alphabets(const char *s)
{
	struct alphabets found = {0, 0};
	size_t n = strlen(s), at = 0;
	while (at < n) {
		int32_t c = utf_step(s, n, &at);
		found.latin += is_latin(c);
		found.cyrillic += is_cyrillic(c);
	}
	return found;
}

/* Keys in one order on both layouts. The Uzbek layout has ў қ ғ ҳ where the Russian has щ ъ – on keys of their own, so one map does. */
struct key {
	int32_t cyrillic, latin;
};
static const struct key keys[] = {
	{u'й', 'q'}, {u'ц', 'w'}, {u'у', 'e'}, {u'к', 'r'}, {u'е', 't'}, {u'н', 'y'}, {u'г', 'u'}, {u'ш', 'i'}, {u'щ', 'o'}, {u'з', 'p'},
	{u'х', '['}, {u'ъ', ']'}, {u'ф', 'a'}, {u'ы', 's'}, {u'в', 'd'}, {u'а', 'f'}, {u'п', 'g'}, {u'р', 'h'}, {u'о', 'j'}, {u'л', 'k'},
	{u'д', 'l'}, {u'ж', ';'}, {u'э', '\''}, {u'я', 'z'}, {u'ч', 'x'}, {u'с', 'c'}, {u'м', 'v'}, {u'и', 'b'}, {u'т', 'n'}, {u'ь', 'm'},
	{u'б', ','}, {u'ю', '.'}, {u'ё', '`'}, {u'ў', 'o'}, {u'ғ', '-'}, {u'қ', '='}, {u'ҳ', '['},
};

char *mistype_layout_dup(const char *s, bool to_cyrillic)
{
	struct str out;
	str_init(&out);
	size_t n = strlen(s), at = 0;
	while (at < n) {
		int32_t c = utf_step(s, n, &at), lower = c < 0 ? c : u_tolower(c), other = c < 0 ? UTF_REPLACEMENT : c;
		for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
			if (lower == (to_cyrillic ? keys[i].latin : keys[i].cyrillic)) {
				other = to_cyrillic ? keys[i].cyrillic : keys[i].latin;
				other = lower == c ? other : u_toupper(other);
				break;
			}
		}
		utf_add(&out, other);
	}
	return str_steal(&out);
}

uint32_t letter_base(uint32_t c)
{
	if (c < 0xC0)
		return c;
	UErrorCode status = U_ZERO_ERROR;
	UChar parts[32];
	int32_t n = unorm2_getDecomposition(unorm2_getNFDInstance(&status), (UChar32)c, parts, 32, &status);
	return U_FAILURE(status) || n < 1 || U16_IS_SURROGATE(parts[0]) ? c : parts[0];
}

/* One Cyrillic letter as a Latin reader would write its sound, already in the common spelling. */
static const char *sound_of(int32_t c)
{
	static const struct {
		int32_t letter;
		const char *sound;
	} rows[] = {
		{u'а', "a"}, {u'б', "b"}, {u'в', "v"}, {u'г', "g"}, {u'д', "d"}, {u'е', "e"}, {u'ё', "io"}, {u'ж', "i"}, {u'з', "z"}, {u'и', "i"},
		{u'й', "i"}, {u'к', "k"}, {u'л', "l"}, {u'м', "m"}, {u'н', "n"}, {u'о', "o"}, {u'п', "p"}, {u'р', "r"}, {u'с', "s"}, {u'т', "t"},
		{u'у', "u"}, {u'ф', "f"}, {u'х', "h"}, {u'ц', "ts"}, {u'ч', "kh"}, {u'ш', "sh"}, {u'щ', "sh"}, {u'ъ', ""}, {u'ы', "i"}, {u'ь', ""},
		{u'э', "e"}, {u'ю', "iu"}, {u'я', "ia"}, {u'ў', "o"}, {u'қ', "k"}, {u'ғ', "g"}, {u'ҳ', "h"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].letter == c)
			return rows[i].sound;
	return NULL;
}

static void add_sound(struct str *out, char c)
{
	if (c == 'w')
		c = 'v';
	else if (c == 'y' || c == 'j')
		c = 'i';
	else if (c == 'c' || c == 'q')
		c = 'k';
	if (!out->len || out->buf[out->len - 1] != c)
		str_addc(out, c);
}

char *mistype_sound_dup(const char *s)
{
	struct str out;
	str_init(&out);
	size_t n = strlen(s), at = 0;
	while (at < n) {
		int32_t c = utf_step(s, n, &at);
		c = c < 0 ? ' ' : u_tolower(c);
		const char *sound = sound_of(c);
		if (c == 0xDF || (c == 'c' && at < n && strchr("eiy", s[at])))
			sound = "s";
		int32_t base = sound ? 0 : (int32_t)letter_base((uint32_t)c);
		for (; sound && *sound; sound++)
			add_sound(&out, *sound);
		if (base == 'x')
			str_add(&out, "ks");
		else if (base > 0 && base < 0x80 && u_isalnum(base))
			add_sound(&out, (char)base);
	}
	return str_steal(&out);
}

char *mistype_lookalike_dup(const char *s, bool to_cyrillic)
{
	static const struct key alike[] = {
		{u'а', 'a'}, {u'е', 'e'}, {u'о', 'o'}, {u'р', 'p'}, {u'с', 'c'}, {u'у', 'y'}, {u'х', 'x'}, {u'і', 'i'}, {u'ј', 'j'}, {u'ѕ', 's'},
		{u'һ', 'h'}, {u'А', 'A'}, {u'В', 'B'}, {u'Е', 'E'}, {u'К', 'K'}, {u'М', 'M'}, {u'Н', 'H'}, {u'О', 'O'}, {u'Р', 'P'}, {u'С', 'C'},
		{u'Т', 'T'}, {u'У', 'Y'}, {u'Х', 'X'}, {u'І', 'I'}, {u'Ѕ', 'S'}, {u'Ј', 'J'}, {u'к', 'k'}, {u'т', 't'}, {u'м', 'm'},
	};
	struct str out;
	str_init(&out);
	size_t n = strlen(s), at = 0;
	while (at < n) {
		int32_t c = utf_step(s, n, &at), other = c;
		for (size_t i = 0; i < sizeof(alike) / sizeof(alike[0]); i++)
			if (c == (to_cyrillic ? alike[i].latin : alike[i].cyrillic))
				other = to_cyrillic ? alike[i].cyrillic : alike[i].latin;
		if (c < 0 || (to_cyrillic ? is_latin(other) : is_cyrillic(other))) {
			str_release(&out);
			return NULL;
		}
		utf_add(&out, other);
	}
	return str_steal(&out);
}
