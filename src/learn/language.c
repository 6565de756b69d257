#include "config.h"
#include "learn/language.h"

#include <string.h>

#include "learn/language-data.h"

const struct language_data *language_tables(const char *tag)
{
	for (size_t i = 0; tag && i < sizeof(languages) / sizeof(languages[0]); i++) {
		size_t n = strlen(languages[i].tag);
		if (strncmp(tag, languages[i].tag, n) == 0 && (!tag[n] || tag[n] == '-' || tag[n] == '@'))
			return &languages[i];
	}
	return NULL;
}

static int compare(const char *a, const char *word, size_t n)
{
	int c = strncmp(a, word, n);
	return c ? c : a[n] != '\0';
}

bool language_has(const struct language_data *l, enum language_table_id id, const char *word, size_t n, const struct language_row **row)
{
	const struct language_table *t = &l->tables[id];
	size_t low = 0, high = t->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(t->rows[middle].a, word, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == t->count || compare(t->rows[low].a, word, n) != 0)
		return false;
	if (row)
		*row = &t->rows[low];
	return true;
}

bool word_ends(const char *word, size_t n, const char *ending)
{
	size_t k = strlen(ending);
	return k <= n && memcmp(word + n - k, ending, k) == 0;
}
