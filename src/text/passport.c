/* script_passport_dup: apart from script.c because its rules are those of passports, not of spelling. */
#include "config.h"
#include "text/script.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "core/str.h"
#include "text/norm.h"
#include "text/utf.h"

struct spelling {
	int32_t letter; /* capital */
	const char *latin;
};

/* Latin letters that are more than one letter in Doc 9303 part 3, section 6 A, where the first of its forms is taken; other letters with
 * marks lose the marks, as there. */
static const struct spelling latin_letters[] = {
	{0x00C4, "AE"}, {0x00C5, "AA"}, {0x00C6, "AE"}, {0x00D0, "D"},  {0x00D6, "OE"}, {0x00D8, "OE"}, {0x00DC, "UE"},
	{0x00DE, "TH"}, {0x00DF, "SS"}, {0x0110, "D"},  {0x0126, "H"},  {0x0131, "I"},  {0x0132, "IJ"}, {0x0138, "K"},
	{0x013F, "L"},  {0x0141, "L"},  {0x014A, "N"},  {0x0152, "OE"}, {0x0166, "T"},  {0x0186, "O"},  {0x018F, "E"},
	{0x0197, "I"},  {0x019F, "O"},  {0x01B5, "Z"},  {0x1E9E, "SS"},
};

/* Cyrillic letters as passports of Uzbekistan spell them in Latin: Uzbek and Russian, then Karakalpak, Kazakh, Kyrgyz, Tajik, Ukrainian. */
static const struct spelling cyrillic_letters[] = {
	{0x0410, "A"},  {0x0411, "B"},  {0x0412, "V"},  {0x0413, "G"},  {0x0414, "D"},    {0x0415, "E"},  {0x0416, "J"},
	{0x0417, "Z"},  {0x0418, "I"},  {0x0419, "Y"},  {0x041A, "K"},  {0x041B, "L"},    {0x041C, "M"},  {0x041D, "N"},
	{0x041E, "O"},  {0x041F, "P"},  {0x0420, "R"},  {0x0421, "S"},  {0x0422, "T"},    {0x0423, "U"},  {0x0424, "F"},
	{0x0425, "X"},  {0x0426, "TS"}, {0x0427, "CH"}, {0x0428, "SH"}, {0x0429, "SHCH"}, {0x042A, ""},   {0x042B, "I"},
	{0x042C, ""},   {0x042D, "E"},  {0x042E, "YU"}, {0x042F, "YA"}, {0x0401, "YO"},   {0x040E, "O"},  {0x049A, "Q"},
	{0x0492, "G"},  {0x04B2, "H"},  {0x04D8, "A"},  {0x04A2, "N"},  {0x04E8, "O"},    {0x04AE, "U"},  {0x04B0, "U"},
	{0x04BA, "H"},  {0x0406, "I"},  {0x04B6, "J"},  {0x04E2, "I"},  {0x04EE, "U"},    {0x0404, "YE"}, {0x0407, "YI"},
	{0x0490, "G"},
};

static const char *spelling_of(const struct spelling *table, size_t count, int32_t letter)
{
	for (size_t i = 0; i < count; i++)
		if (table[i].letter == letter)
			return table[i].latin;
	return NULL;
}

/* The letter without its marks, if that is one of A to Z; else 0. */
static char base_letter(int32_t letter)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *rules = unorm2_getNFCInstance(&status);
	UChar parts[32];
	int32_t n = U_SUCCESS(status) ? unorm2_getDecomposition(rules, letter, parts, 32, &status) : 0;
	return U_SUCCESS(status) && n > 0 && parts[0] >= 'A' && parts[0] <= 'Z' ? (char)parts[0] : 0;
}

/* Whether Е is spelled YE: where the sound is, at the beginning, after a vowel and after ь and ъ. */
static bool sounds_ye(int32_t before)
{
	static const int32_t letters[] = {0,      0x0410, 0x0415, 0x0401, 0x0418, 0x041E, 0x0423, 0x042B,
					  0x042D, 0x042E, 0x042F, 0x040E, 0x042C, 0x042A, 0x0406};
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (letters[i] == before)
			return true;
	return false;
}

static void add_letter(struct str *out, int32_t letter, int32_t before)
{
	const char *latin = spelling_of(latin_letters, sizeof(latin_letters) / sizeof(latin_letters[0]), letter);
	if (!latin)
		latin = spelling_of(cyrillic_letters, sizeof(cyrillic_letters) / sizeof(cyrillic_letters[0]), letter);
	char base = letter < 0x80 ? (char)letter : latin ? 0 : base_letter(letter);
	if (letter == 0x0415 && sounds_ye(before))
		str_add(out, "YE");
	else if (latin)
		str_add(out, latin);
	else if (base)
		str_addc(out, base);
}

char *script_passport_dup(const char *name)
{
	char *nfc = text_nfc_dup(name);
	size_t n = strlen(nfc);
	struct str out;
	str_init(&out);
	char gap = 0;
	int32_t before = 0;
	for (size_t at = 0; at < n;) {
		int32_t c = utf_step(nfc, n, &at);
		if (c == UTF_BAD || text_is_apostrophe((uint32_t)c))
			continue;
		if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013) {
			gap = '-';
			before = 0;
		} else if (u_isUWhiteSpace(c)) {
			gap = gap ? gap : ' ';
			before = 0;
		} else if (u_isalpha(c)) {
			if (gap && out.len)
				str_addc(&out, gap);
			gap = 0;
			int32_t letter = u_toupper(c);
			add_letter(&out, letter, before);
			before = letter;
		}
	}
	free(nfc);
	return str_steal(&out);
}
