/* Freezing the word table with hunspell: apart from pack_table.c, so that only what builds packs links a dictionary. */
#include "config.h"
#include "app/pack_table.h"

#include <string.h>

#include "core/i18n.h"
#include "pack/files.h"
#include "pack/limits.h"

/* Puts the bytes among the files of the pack, where their name belongs. */
static void put_file(struct pack *p, const char *bytes, size_t size)
{
	struct files f = {.arena = &p->arena};
	f.list = arena_array(&p->arena, p->file_count + 1, sizeof(*f.list));
	for (size_t i = 0; i < p->file_count; i++)
		if (!str_eq(p->files[i].path, PACK_WORDS))
			f.list[f.count++] = p->files[i];
	f.list[f.count++] = (struct pack_file){.path = PACK_WORDS, .shown = PACK_WORDS, .bytes = bytes, .size = size};
	files_sort(&f);
	p->files = f.list;
	p->file_count = f.count;
}

bool pack_table_freeze(struct pack *p, const char **dictionary, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct table_words *w = pack_table_words(p, &a);
	*dictionary = NULL;
	bool fits = true;
	if (w) {
		struct dictionary *d = dictionary_open(p->teaches);
		struct str out;
		str_init(&out);
		if (d)
			table_words_look_up(w, d);
		fits = table_words_write(w, &out) || err_set(e, ERR_INPUT, _("the pack '%s' has too many words for one table; split it into several packs"), p->id);
		*dictionary = d ? arena_strdup(&p->arena, dictionary_name(d)) : "";
		if (fits)
			put_file(p, arena_strndup(&p->arena, out.buf, out.len), out.len);
		str_release(&out);
		dictionary_close(d);
	}
	arena_release(&a);
	return fits;
}
