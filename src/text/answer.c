/* text_answer_dup and what it takes for an apostrophe: apart from norm.c because these are the rules of a teacher,
 * not of Unicode. */
#include "config.h"
#include "text/norm.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

#include "core/str.h"
#include "text/utf.h"

/* What a character is in an answer. */
enum part {
	PART_KEEP,
	PART_SPACE,
	PART_APOSTROPHE,
	PART_DASH,
	PART_POINT,     /* dropped, unless between digits */
	PART_NUMERIC,   /* comma and colon: part words like PART_PAUSE, unless between digits */
	PART_PAUSE,     /* other sentence punctuation: parts words, then is dropped */
	PART_INVISIBLE, /* soft hyphen, zero width, controls: dropped */
};

bool text_is_apostrophe(uint32_t c)
{
	switch (c) {
	case '\'':
	case '`':
	case 0x00B4: /* ´ */
	case 0x02B9: /* ʹ */
	case 0x02BB: /* ʻ */
	case 0x02BC: /* ʼ */
	case 0x02BD: /* ʽ */
	case 0x02BF: /* ʿ */
	case 0x2018: /* ‘ */
	case 0x2019: /* ’ */
	case 0x201B: /* ‛ */
	case 0x2032: /* ′ */
	case 0xFF07: /* ＇ */
		return true;
	default:
		return false;
	}
}

static enum part part_of_ascii(int32_t c)
{
	switch (c) {
	case ' ':
	case '\t':
	case '\n':
	case '\r':
		return PART_SPACE;
	case '.':
		return PART_POINT;
	case ',':
	case ':':
		return PART_NUMERIC;
	case ';':
	case '!':
	case '?':
	case '"':
		return PART_PAUSE;
	case '\'':
	case '`':
		return PART_APOSTROPHE;
	default:
		return c < 0x20 || c == 0x7F ? PART_INVISIBLE : PART_KEEP;
	}
}

static enum part part_of(int32_t c)
{
	if (c < 0x80)
		return part_of_ascii(c);
	if (text_is_apostrophe((uint32_t)c))
		return PART_APOSTROPHE;
	if (c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D || (c >= 0x2010 && c <= 0x2015))
		return PART_DASH;
	if (c == 0xA1 || c == 0xBF || c == 0xAB || c == 0xBB || c == 0x2026 || (c >= 0x201A && c <= 0x201F) ||
	    c == 0x2039 || c == 0x203A || c == 0xFF02)
		return PART_PAUSE;
	if (c == 0xAD || c == 0xFEFF || c == 0x200B || c == 0x2060)
		return PART_INVISIBLE;
	if (c == 0x85 || u_isUWhiteSpace(c))
		return PART_SPACE;
	if (c < 0xA0 || c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
	    (c >= 0x2066 && c <= 0x2069))
		return PART_INVISIBLE;
	return PART_KEEP;
}

static bool digit_at(const char *s, size_t n, size_t at)
{
	return at < n && u_isdigit(utf_step(s, n, &at));
}

struct answer {
	struct str out;
	bool gap;        /* a space is due before the next character */
	bool digit_last; /* the character before was a digit */
};

static void put(struct answer *a, int32_t c)
{
	if (a->gap && a->out.len)
		str_addc(&a->out, ' ');
	a->gap = false;
	if (c == 0x0133)
		str_add(&a->out, "ij");
	else if (c == 0x0132)
		str_add(&a->out, "IJ");
	else
		utf_add(&a->out, c);
}

/* Several points in a row are an ellipsis typed by hand: they part words, one point does not ("z.B." is "zB"). */
static void drop_points(struct answer *a, const char *s, size_t *at)
{
	if (s[*at] != '.')
		return;
	while (s[*at] == '.')
		++*at;
	a->gap = true;
}

char *text_answer_dup(const char *s)
{
	char *nfc = text_nfc_dup(s);
	size_t n = strlen(nfc);
	struct answer a = {.gap = false};
	str_init(&a.out);
	for (size_t at = 0; at < n;) {
		int32_t c = utf_step(nfc, n, &at);
		if (c == UTF_BAD)
			c = UTF_REPLACEMENT;
		enum part part = part_of(c);
		bool in_number = a.digit_last && digit_at(nfc, n, at);
		if (part != PART_INVISIBLE)
			a.digit_last = false;
		switch (part) {
		case PART_KEEP:
			put(&a, c);
			a.digit_last = u_isdigit(c);
			break;
		case PART_APOSTROPHE:
			put(&a, '\'');
			break;
		case PART_DASH:
			put(&a, '-');
			break;
		case PART_POINT:
			if (in_number)
				put(&a, c);
			else
				drop_points(&a, nfc, &at);
			break;
		case PART_NUMERIC:
			if (in_number)
				put(&a, c);
			else
				a.gap = true;
			break;
		case PART_SPACE:
		case PART_PAUSE:
			a.gap = true;
			break;
		case PART_INVISIBLE:
			break;
		}
	}
	free(nfc);
	/* What stood between a letter and its accent may be gone: compose again. */
	char *kept = str_steal(&a.out);
	char *composed = text_nfc_dup(kept ? kept : "");
	free(kept);
	return composed;
}
