#include "config.h"
#include "app/pack_table.h"

#include <string.h>

#include "app/exam_check.h"
#include "core/i18n.h"
#include "learn/unit_words.h"
#include "pack/files.h"
#include "pack/limits.h"
#include "store/packs.h"

static void add_text(void *ctx, const char *text, bool accepted)
{
	table_words_add(ctx, text, accepted);
}

/* What is asked in an exam, and what is read to the room. */
static void add_exam_part(void *ctx, const struct exam_script *script, const struct item *it)
{
	if (it)
		item_each_taught(it, add_text, ctx);
	else
		table_words_add(ctx, script->say, false);
}

struct table_words *pack_table_words(const struct pack *p, struct arena *a)
{
	struct table_words *w = p->teaches ? table_words_new(a, p->teaches) : NULL;
	for (size_t i = 0; w && i < p->unit_count; i++) {
		struct arena own = ARENA_INIT;
		struct diag_list d;
		diag_init(&d);
		struct unit *u = unit_parse(&own, p->units[i], p->teaches, false, &d);
		if (u)
			unit_each_taught(u, add_text, w);
		diag_release(&d);
		arena_release(&own);
	}
	if (w)
		exam_each_part(p, add_exam_part, w);
	return w;
}

static const struct pack_file *table_file(const struct pack *p)
{
	return files_find(p->files, p->file_count, PACK_WORDS);
}

bool pack_table_check(const struct pack *p, struct diag_list *d)
{
	const struct pack_file *f = table_file(p);
	struct word_table t;
	if (!f)
		return true;
	if (!word_table_read(f->bytes, f->size, f->shown, &t, d))
		return false;
	if (str_eq(t.language, p->teaches))
		return true;
	return diag_add(d, DIAG_ERROR, f->shown, 2, 1, _("build the pack again"), _("the word table is of another language than the pack"));
}

bool pack_table_text(const struct pack *p, struct arena *a, const char **text, size_t *size, struct err *e)
{
	const struct pack_file *f = table_file(p);
	*text = NULL;
	*size = 0;
	if (f) {
		*text = arena_strndup(a, f->bytes, f->size);
		*size = f->size;
		return true;
	}
	struct table_words *w = pack_table_words(p, a);
	if (!w)
		return true;
	struct str out;
	str_init(&out);
	bool fits = table_words_write(w, &out);
	*text = arena_strndup(a, out.buf, out.len);
	*size = out.len;
	str_release(&out);
	return fits || err_set(e, ERR_INPUT, _("the pack '%s' has too many words for one table; split it into several packs"), p->id);
}

bool pack_table_load(struct store *s, int64_t version, struct arena *a, struct word_table *out, struct err *e)
{
	const char *body;
	*out = (struct word_table){0};
	if (!word_table_of(s, version, a, &body, e))
		return false;
	if (!body)
		return true;
	struct diag_list d;
	diag_init(&d);
	bool sound = word_table_read(body, strlen(body), "", out, &d);
	diag_release(&d);
	return sound || err_set(e, ERR_STORE, _("the stored word table of a pack is damaged; install the pack again, answers are kept"));
}
