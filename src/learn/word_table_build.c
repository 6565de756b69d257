#include "config.h"
#include "learn/word_table_build.h"

#include <stdlib.h>
#include <string.h>

#include "learn/forms.h"
#include "learn/judge_words.h"
#include "learn/language.h"
#include "learn/word_table.h"

struct table_entry *table_words_grow(struct table_words *w, const char *word, unsigned flags)
{
	w->list = arena_grow(w->a, w->list, w->count, &w->room, sizeof(*w->list));
	w->list[w->count] = (struct table_entry){.word = word, .flags = flags};
	return &w->list[w->count++];
}

struct table_words *table_words_new(struct arena *a, const char *language)
{
	const struct language_data *l = language_tables(language);
	if (!l || strlen(language) >= sizeof(((struct word_table *)0)->language))
		return NULL;
	struct table_words *w = arena_alloc(a, sizeof(*w));
	w->a = a;
	w->language = language;
	w->l = l;
	for (size_t i = 0; i < l->tables[TABLE_CORE].count; i++)
		table_words_grow(w, l->tables[TABLE_CORE].rows[i].a, WORD_CORE);
	return w;
}

void table_words_add(struct table_words *w, const char *text, bool accepted)
{
	struct token tokens[TOKENS_MAX];
	const char *normal = answer_normal(w->a, text);
	size_t n = tokens_split(w->l, normal, tokens, TOKENS_MAX);
	for (size_t i = 0; i < n; i++)
		if (tokens[i].n <= WORD_BYTES_MAX && answer_has_letter(arena_strndup(w->a, tokens[i].s, tokens[i].n)) && tokens[i].s[0] != '<')
			table_words_grow(w, arena_strndup(w->a, tokens[i].s, tokens[i].n), accepted ? WORD_ACCEPTED : WORD_PACK);
}

static int by_word(const void *va, const void *vb)
{
	return strcmp(((const struct table_entry *)va)->word, ((const struct table_entry *)vb)->word);
}

void table_words_settle(struct table_words *w)
{
	size_t kept = 0;
	qsort(w->list, w->count, sizeof(*w->list), by_word);
	for (size_t i = 0; i < w->count; i++) {
		if (!kept || strcmp(w->list[kept - 1].word, w->list[i].word) != 0) {
			w->list[kept++] = w->list[i];
			continue;
		}
		struct table_entry *e = &w->list[kept - 1];
		e->flags |= w->list[i].flags;
		if (!e->stem_count) {
			e->stems = w->list[i].stems;
			e->stem_count = w->list[i].stem_count;
		}
	}
	w->count = kept;
}

static void write_row(const struct table_entry *e, struct str *out)
{
	static const char letters[] = "apcsn";
	str_addf(out, "%s\t", e->word);
	for (size_t i = 0; letters[i]; i++)
		if (e->flags & 1u << i)
			str_addc(out, letters[i]);
	for (size_t i = 0; i < e->stem_count; i++)
		str_addf(out, "\t%s", e->stems[i]);
	str_addc(out, '\n');
}

bool table_words_write(struct table_words *w, struct str *out)
{
	table_words_settle(w);
	str_addf(out, "%s\nlanguage\t%s\ndictionary\t%s\nwords\t%zu\n", WORD_TABLE_FIRST_LINE, w->language, w->dictionary ? w->dictionary : "none", w->count);
	for (size_t i = 0; i < w->count; i++)
		write_row(&w->list[i], out);
	return w->count <= WORD_TABLE_ROWS_MAX && out->len <= WORD_TABLE_BYTES_MAX;
}
