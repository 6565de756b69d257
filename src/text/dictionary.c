#include "config.h"
#include "text/dictionary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_HUNSPELL
#include <hunspell.h>
#include <unicode/uchar.h>

#include "core/alloc.h"
#include "core/secret.h"
#include "core/str.h"
#include "text/norm.h"
#include "text/utf.h"
#endif

static const struct {
	const char *language, *file, *letters;
	bool nouns; /* written with a capital; in other languages only names are, which nobody means */
} dictionaries[] = {
	{.language = "nl", .file = "nl_NL", .letters = "abcdefghijklmnopqrstuvwxyzéèëïöüáó"},
	{.language = "fr", .file = "fr_FR", .letters = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûüœ"},
	{.language = "de", .file = "de_DE", .letters = "abcdefghijklmnopqrstuvwxyzäöüß", .nouns = true},
};

/* The row of a BCP 47 tag, or -1. */
static int row_of(const char *language)
{
	for (int i = 0; i < (int)(sizeof(dictionaries) / sizeof(dictionaries[0])); i++) {
		size_t n = strlen(dictionaries[i].language);
		if (strncmp(language, dictionaries[i].language, n) == 0 && (!language[n] || language[n] == '-'))
			return i;
	}
	return -1;
}

const char *dictionary_letters(const char *language)
{
	int i = row_of(language);
	return i < 0 ? "" : dictionaries[i].letters;
}

#ifdef HAVE_HUNSPELL
#define DICTIONARY_FOLDER "/usr/share/hunspell"
enum { HEAD_BYTES = 2048, FILE_BYTES_MAX = 64 * 1024 * 1024, PATH_ROOM = 80, VERSION_ROOM = 24 };

struct dictionary {
	Hunhandle *handle;
	bool nouns;
	char name[64];
};

/* All bytes of a file, terminated; NULL if it cannot be read. The caller frees. */
static char *slurp(const char *path, size_t *size)
{
	FILE *in = fopen(path, "rb");
	if (!in)
		return NULL;
	struct str s;
	char piece[BUFSIZ];
	str_init(&s);
	for (size_t n; s.len < FILE_BYTES_MAX && (n = fread(piece, 1, sizeof(piece), in)) > 0;)
		str_addn(&s, piece, n);
	bool good = !ferror(in) && s.len < FILE_BYTES_MAX;
	fclose(in);
	*size = s.len;
	if (!good) {
		str_release(&s);
		return NULL;
	}
	return str_steal(&s);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What the head of the file calls its version: the last word with a digit of a line that says "version", or digits behind " v"; "-" if it says nothing. */
static void find_version(const char *bytes, char out[VERSION_ROOM])
{
	char head[HEAD_BYTES];
	snprintf(head, sizeof(head), "%s", bytes);
	strcpy(out, "-");
	char *rest = head;
	for (char *line; (line = strsep(&rest, "\r\n"));) {
		char *at = strstr(line, "ersion");
		if (at)
			at = strrchr(line, ' ');
		else if ((at = strstr(line, " v")))
			at++;
		if (!at || !is_digit(at[1]))
			continue;
		snprintf(out, VERSION_ROOM, "%.*s", (int)strspn(at + 1, "0123456789."), at + 1);
		return;
	}
}

static bool name_it(struct dictionary *d, const char *file, const char *aff, const char *dic)
{
	size_t n, m;
	char *rules = slurp(aff, &n), *words = slurp(dic, &m), version[VERSION_ROOM], of_rules[HASH_HEX_SIZE], of_words[HASH_HEX_SIZE], both[2 * HASH_HEX_SIZE],
		hash[HASH_HEX_SIZE];
	bool good = rules && words;
	if (good) {
		find_version(rules, version);
		hash_hex(rules, n, of_rules);
		hash_hex(words, m, of_words);
		int k = snprintf(both, sizeof(both), "%s%s", of_rules, of_words);
		hash_hex(both, (size_t)k, hash);
		snprintf(d->name, sizeof(d->name), "%s\t%s\t%.16s", file, version, hash);
	}
	free(words);
	free(rules);
	return good;
}

struct dictionary *dictionary_open(const char *language)
{
	int i = row_of(language);
	char aff[PATH_ROOM], dic[PATH_ROOM];
	if (i < 0)
		return NULL;
	snprintf(aff, sizeof(aff), DICTIONARY_FOLDER "/%s.aff", dictionaries[i].file);
	snprintf(dic, sizeof(dic), DICTIONARY_FOLDER "/%s.dic", dictionaries[i].file);
	struct dictionary *d = xcalloc(1, sizeof(*d));
	d->nouns = dictionaries[i].nouns;
	/* All of Debian's for these languages are in UTF-8; another encoding would need a converter. */
	if (!name_it(d, dictionaries[i].file, aff, dic) || !(d->handle = Hunspell_create(aff, dic)) ||
	    strcmp(Hunspell_get_dic_encoding(d->handle), "UTF-8") != 0) {
		dictionary_close(d);
		return NULL;
	}
	return d;
}

void dictionary_close(struct dictionary *d)
{
	if (!d)
		return;
	if (d->handle)
		Hunspell_destroy(d->handle);
	free(d);
}

const char *dictionary_name(const struct dictionary *d)
{
	return d->name;
}

/* The word with a capital, as German nouns stand in dictionaries. */
static char *capital_dup(const char *word)
{
	size_t n = strlen(word), at = 0;
	struct str out;
	str_init(&out);
	int32_t c = n ? utf_step(word, n, &at) : 0;
	if (n)
		utf_add(&out, c < 0 ? UTF_REPLACEMENT : u_toupper(c));
	str_add(&out, word + at);
	return str_steal(&out);
}

bool dictionary_has(struct dictionary *d, const char *word)
{
	if (Hunspell_spell(d->handle, word))
		return true;
	if (!d->nouns)
		return false;
	char *capital = capital_dup(word);
	bool has = Hunspell_spell(d->handle, capital);
	free(capital);
	return has;
}

/* Whether the word is more than a chain of others: two words can always be joined in Dutch and German (huilarts), and nobody means such a thing. */
static bool is_simple(struct dictionary *d, const char *word)
{
	char **list = NULL;
	int n = Hunspell_analyze(d->handle, &list, word);
	bool simple = false;
	for (int i = 0; i < n; i++)
		simple |= !strstr(list[i], "pa:");
	Hunspell_free_list(d->handle, &list, n);
	return simple;
}

static size_t add_stems(struct dictionary *d, const char *word, struct arena *a, const char **out, size_t count, size_t most)
{
	char **list = NULL;
	int n = is_simple(d, word) ? Hunspell_stem(d->handle, &list, word) : 0;
	for (int i = 0; i < n; i++) {
		char *small = text_fold_dup(list[i]);
		bool there = !*small || strpbrk(small, " \t\n") || !text_valid(small, strlen(small), NULL);
		for (size_t k = 0; k < count; k++)
			there |= strcmp(out[k], small) == 0;
		if (!there && count < most)
			out[count++] = arena_strdup(a, small);
		free(small);
	}
	if (list)
		Hunspell_free_list(d->handle, &list, n);
	return count;
}

size_t dictionary_stems(struct dictionary *d, const char *word, struct arena *a, const char **out, size_t most)
{
	size_t count = Hunspell_spell(d->handle, word) ? add_stems(d, word, a, out, 0, most) : 0;
	if (!d->nouns)
		return count;
	char *capital = capital_dup(word);
	if (Hunspell_spell(d->handle, capital))
		count = add_stems(d, capital, a, out, count, most);
	free(capital);
	return count;
}

#else

struct dictionary *dictionary_open(const char *language)
{
	(void)language;
	return NULL;
}

void dictionary_close(struct dictionary *d)
{
	(void)d;
}

const char *dictionary_name(const struct dictionary *d)
{
	(void)d;
	return "";
}

bool dictionary_has(struct dictionary *d, const char *word)
{
	(void)d;
	(void)word;
	return false;
}

size_t dictionary_stems(struct dictionary *d, const char *word, struct arena *a, const char **out, size_t most)
{
	(void)d;
	(void)word;
	(void)a;
	(void)out;
	(void)most;
	return 0;
}

#endif
