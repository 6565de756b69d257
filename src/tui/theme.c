#include "config.h"
#include "tui/theme.h"

#include <string.h>
#include <strings.h>

#include "core/str.h"

enum { OWN = -1, RED = 1, GREEN = 2, YELLOW = 3, CYAN = 6 };

static const struct paint paints[][LOOK_COUNT] = {
	[THEME_COLOUR] = {
		[LOOK_PLAIN] = { .colour = OWN },
		[LOOK_EMPH] = { .colour = OWN, .italic = true },
		[LOOK_STRONG] = { .colour = OWN, .bold = true },
		[LOOK_TAUGHT] = { .colour = YELLOW },
		[LOOK_DIM] = { .colour = OWN, .dim = true },
		[LOOK_ACCENT] = { .colour = CYAN, .bold = true },
		[LOOK_GOOD] = { .colour = GREEN, .bold = true },
		[LOOK_BAD] = { .colour = RED, .bold = true },
		[LOOK_NOTE] = { .colour = YELLOW, .bold = true },
		[LOOK_RULE] = { .colour = OWN, .dim = true },
		[LOOK_BRAND] = { .colour = CYAN, .bold = true },
		[LOOK_KEY] = { .colour = OWN, .bold = true },
		[LOOK_FIELD] = { .colour = OWN, .bold = true, .underline = true },
		[LOOK_BAR] = { .colour = CYAN },
	},
	[THEME_MONO] = {
		[LOOK_PLAIN] = { .colour = OWN },
		[LOOK_EMPH] = { .colour = OWN, .underline = true },
		[LOOK_STRONG] = { .colour = OWN, .bold = true },
		[LOOK_TAUGHT] = { .colour = OWN, .bold = true },
		[LOOK_DIM] = { .colour = OWN, .dim = true },
		[LOOK_ACCENT] = { .colour = OWN, .bold = true },
		[LOOK_GOOD] = { .colour = OWN, .bold = true },
		[LOOK_BAD] = { .colour = OWN, .bold = true },
		[LOOK_NOTE] = { .colour = OWN, .bold = true },
		[LOOK_RULE] = { .colour = OWN, .dim = true },
		[LOOK_BRAND] = { .colour = OWN, .bold = true },
		[LOOK_KEY] = { .colour = OWN, .bold = true },
		[LOOK_FIELD] = { .colour = OWN, .underline = true },
		[LOOK_BAR] = { .colour = OWN },
	},
	[THEME_CONTRAST] = {
		[LOOK_PLAIN] = { .colour = OWN, .bold = true },
		[LOOK_EMPH] = { .colour = OWN, .bold = true, .underline = true },
		[LOOK_STRONG] = { .colour = OWN, .bold = true, .underline = true },
		[LOOK_TAUGHT] = { .colour = YELLOW, .bold = true },
		[LOOK_DIM] = { .colour = OWN },
		[LOOK_ACCENT] = { .colour = OWN, .bold = true, .reverse = true },
		[LOOK_GOOD] = { .colour = GREEN, .bold = true, .reverse = true },
		[LOOK_BAD] = { .colour = RED, .bold = true, .reverse = true },
		[LOOK_NOTE] = { .colour = YELLOW, .bold = true, .reverse = true },
		[LOOK_RULE] = { .colour = OWN },
		[LOOK_BRAND] = { .colour = OWN, .bold = true },
		[LOOK_KEY] = { .colour = OWN, .bold = true, .reverse = true },
		[LOOK_FIELD] = { .colour = OWN, .bold = true, .reverse = true },
		[LOOK_BAR] = { .colour = OWN, .bold = true },
	},
};

const struct paint *theme_paint(enum theme_kind theme, enum look look)
{
	return &paints[theme][look < LOOK_COUNT ? look : LOOK_PLAIN];
}

bool theme_from(const char *name, enum theme_kind *out)
{
	static const struct {
		const char *name;
		enum theme_kind kind;
	} names[] = {
		{ .name = "colour", .kind = THEME_COLOUR },
		{ .name = "color", .kind = THEME_COLOUR },
		{ .name = "mono", .kind = THEME_MONO },
		{ .name = "high-contrast", .kind = THEME_CONTRAST },
	};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (str_eq(names[i].name, name)) {
			*out = names[i].kind;
			return true;
		}
	return false;
}

enum theme_kind theme_default(const char *no_color)
{
	return no_color != NULL && no_color[0] != '\0' ? THEME_MONO : THEME_COLOUR;
}

enum glyphs glyphs_of(const char *lc_all, const char *lc_ctype, const char *lang, const char *term)
{
	const char *const names[] = { lc_all, lc_ctype, lang };

	for (size_t i = 0; i < 3; i++) {
		const char *charset;

		if (names[i] == NULL || names[i][0] == '\0')
			continue;
		charset = strchr(names[i], '.');
		if (charset == NULL || (strncasecmp(charset, ".utf-8", 6) != 0 && strncasecmp(charset, ".utf8", 5) != 0))
			return GLYPHS_PLAIN;
		break;
	}
	return str_eq(term, "linux") ? GLYPHS_CONSOLE : GLYPHS_ALL;
}

/* Signs of the interface and letters beyond ASCII: what the console's fonts have, and what any terminal has. NULL: the sign itself. */
static const struct glyph {
	const char *sign, *console, *plain;
} glyphs[] = {
	{ "─", NULL, "-" }, { "█", NULL, "#" }, { "░", NULL, "-" }, { "▸", "►", ">" }, { "✓", "√", "+" }, { "✗", "×", "x" }, { "≈", NULL, "~" },
	{ "•", NULL, "*" }, { "●", "•", "*" }, { "○", "o", "o" }, { "⚑", "!", "!" }, { "✋", "!!", "!!" }, { "…", ".", "." }, { "·", NULL, "." }, { "›", ">", ">" }, { "‹", "<", "<" },
	{ "↑", NULL, "^" }, { "↓", NULL, "v" }, { "←", NULL, "<" }, { "→", NULL, ">" }, { "⌫", "<", "<" }, { "–", "-", "-" }, { "—", "-", "-" }, { "−", "-", "-" },
	{ "ʻ", "'", "'" }, { "ʼ", "'", "'" }, { "‘", "'", "'" }, { "’", "'", "'" }, { "“", "\"", "\"" }, { "”", "\"", "\"" }, { "„", "\"", "\"" },
	{ "«", NULL, "\"" }, { "»", NULL, "\"" }, { "€", "E", "E" }, { "°", NULL, "o" }, { "×", NULL, "x" }, { "\xC2\xA0", NULL, " " }, { "\xE2\x80\xAF", " ", " " },
	{ "│", NULL, "|" }, { "┌", NULL, "+" }, { "┐", NULL, "+" }, { "└", NULL, "+" }, { "┘", NULL, "+" }, { "├", NULL, "+" }, { "┤", NULL, "+" },
	{ "┬", NULL, "+" }, { "┴", NULL, "+" }, { "┼", NULL, "+" }, { "═", NULL, "=" }, { "║", NULL, "|" }, { "╔", NULL, "+" }, { "╗", NULL, "+" },
	{ "╚", NULL, "+" }, { "╝", NULL, "+" }, { "▀", NULL, "\"" }, { "▄", NULL, "_" }, { "▌", NULL, "#" }, { "▐", NULL, "#" }, { "▒", NULL, "%" },
	{ "▓", NULL, "#" }, { "▲", NULL, "^" }, { "▼", NULL, "v" }, { "◄", NULL, "<" }, { "►", NULL, ">" }, { "■", NULL, "#" },
	{ "á", NULL, "a" }, { "à", NULL, "a" }, { "â", NULL, "a" }, { "ä", NULL, "a" }, { "å", NULL, "a" }, { "æ", NULL, "e" }, { "ç", NULL, "c" },
	{ "é", NULL, "e" }, { "è", NULL, "e" }, { "ê", NULL, "e" }, { "ë", NULL, "e" }, { "í", NULL, "i" }, { "ì", NULL, "i" }, { "î", NULL, "i" }, { "ï", NULL, "i" },
	{ "ñ", NULL, "n" }, { "ó", NULL, "o" }, { "ò", NULL, "o" }, { "ô", NULL, "o" }, { "ö", NULL, "o" }, { "ø", NULL, "o" }, { "œ", NULL, "e" },
	{ "ú", NULL, "u" }, { "ù", NULL, "u" }, { "û", NULL, "u" }, { "ü", NULL, "u" }, { "ß", NULL, "s" },
	{ "À", NULL, "A" }, { "Á", NULL, "A" }, { "Ä", NULL, "A" }, { "Ç", NULL, "C" }, { "É", NULL, "E" }, { "È", NULL, "E" }, { "Ê", NULL, "E" }, { "Ö", NULL, "O" }, { "Ü", NULL, "U" },
	{ "Â", NULL, "A" }, { "Ë", NULL, "E" }, { "Í", NULL, "I" }, { "Î", NULL, "I" }, { "Ï", NULL, "I" }, { "Ñ", NULL, "N" }, { "Ó", NULL, "O" }, { "Ô", NULL, "O" }, { "Œ", NULL, "E" },
	{ "Ú", NULL, "U" }, { "Ù", NULL, "U" }, { "Û", NULL, "U" }, { "½", NULL, "+" } /* half a point more */,
	{ "а", NULL, "a" }, { "б", NULL, "b" }, { "в", NULL, "v" }, { "г", NULL, "g" }, { "д", NULL, "d" }, { "е", NULL, "e" }, { "ё", NULL, "e" }, { "ж", NULL, "j" },
	{ "з", NULL, "z" }, { "и", NULL, "i" }, { "й", NULL, "y" }, { "к", NULL, "k" }, { "л", NULL, "l" }, { "м", NULL, "m" }, { "н", NULL, "n" }, { "о", NULL, "o" },
	{ "п", NULL, "p" }, { "р", NULL, "r" }, { "с", NULL, "s" }, { "т", NULL, "t" }, { "у", NULL, "u" }, { "ф", NULL, "f" }, { "х", NULL, "x" }, { "ц", NULL, "c" },
	{ "ч", NULL, "c" }, { "ш", NULL, "w" }, { "щ", NULL, "w" }, { "ъ", NULL, "'" }, { "ы", NULL, "y" }, { "ь", NULL, "'" }, { "э", NULL, "e" }, { "ю", NULL, "u" },
	{ "я", NULL, "a" }, { "ў", NULL, "o" }, { "қ", NULL, "q" }, { "ғ", NULL, "g" }, { "ҳ", NULL, "h" },
	{ "А", NULL, "A" }, { "Б", NULL, "B" }, { "В", NULL, "V" }, { "Г", NULL, "G" }, { "Д", NULL, "D" }, { "Е", NULL, "E" }, { "Ё", NULL, "E" }, { "Ж", NULL, "J" },
	{ "З", NULL, "Z" }, { "И", NULL, "I" }, { "Й", NULL, "Y" }, { "К", NULL, "K" }, { "Л", NULL, "L" }, { "М", NULL, "M" }, { "Н", NULL, "N" }, { "О", NULL, "O" },
	{ "П", NULL, "P" }, { "Р", NULL, "R" }, { "С", NULL, "S" }, { "Т", NULL, "T" }, { "У", NULL, "U" }, { "Ф", NULL, "F" }, { "Х", NULL, "X" }, { "Ц", NULL, "C" },
	{ "Ч", NULL, "C" }, { "Ш", NULL, "W" }, { "Щ", NULL, "W" }, { "Ы", NULL, "Y" }, { "Э", NULL, "E" }, { "Ю", NULL, "U" }, { "Я", NULL, "A" }, { "Ў", NULL, "O" },
	{ "Қ", NULL, "Q" }, { "Ғ", NULL, "G" }, { "Ҳ", NULL, "H" },
};

const char *glyph_for(enum glyphs g, const char *cluster, size_t n, size_t *len)
{
	const char *put = NULL;

	*len = n;
	if (g == GLYPHS_ALL || n == 1)
		return cluster;
	for (size_t i = 0; i < sizeof glyphs / sizeof glyphs[0]; i++)
		if (strlen(glyphs[i].sign) == n && memcmp(glyphs[i].sign, cluster, n) == 0) {
			put = g == GLYPHS_CONSOLE ? glyphs[i].console : glyphs[i].plain;
			break;
		}
	if (put == NULL && g == GLYPHS_PLAIN)
		put = "?";
	if (put == NULL)
		return cluster;
	*len = strlen(put);
	return put;
}
