#include "config.h"
#include "app/practice_load.h"

#include <stdint.h>
#include <string.h>

#include "app/own.h"
#include "app/pack_table.h"
#include "app/pack_words.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/log.h"

/* So many units before this one give words to mix in; what is older comes back in reviews. */
enum { OLDER_UNITS_MAX = 4 };

void practice_load_release(struct practice_load *p)
{
	arena_release(&p->arena);
	*p = (struct practice_load){.arena = ARENA_INIT};
}

/* Whether two tags name the same language, whatever the country. */
static bool same_language(const char *x, const char *y)
{
	size_t n = strcspn(x, "-");
	return n == strcspn(y, "-") && strncmp(x, y, n) == 0;
}

/* Units of one version share its word table. */
static bool find_table(struct app *app, struct practice_load *p, int64_t version, const struct word_table **out, struct err *e)
{
	for (size_t i = 0; i < p->count; i++) {
		if (p->units[i].version == version) {
			*out = p->units[i].table;
			return true;
		}
	}
	struct word_table *t = arena_alloc(&p->arena, sizeof(*t));
	bool ok = pack_table_load(app->store, version, &p->arena, t, e);
	*out = ok && t->bytes ? t : NULL;
	return ok;
}

static bool add_unit(struct app *app, struct practice_load *p, const char *pack, int64_t version, const char *teaches, const char *unit, struct err *e)
{
	for (size_t i = 0; i < p->count; i++)
		if (str_eq(p->units[i].pack, pack) && str_eq(p->units[i].loaded.unit->id, unit))
			return true;
	if (!p->teaches)
		p->teaches = arena_strdup(&p->arena, teaches);
	if (!p->any_language && !same_language(p->teaches, teaches))
		return true;
	struct practice_unit u = {.pack = arena_strdup(&p->arena, pack), .teaches = arena_strdup(&p->arena, teaches), .version = version};
	if (!unit_load(app->store, version, unit, u.teaches, &p->arena, &u.loaded, e) || !find_table(app, p, version, &u.table, e))
		return false;
	p->units = arena_grow(&p->arena, p->units, p->count, &p->room, sizeof(*p->units));
	p->units[p->count++] = u;
	return true;
}

static void add_own(struct practice_load *p, const char *path)
{
	p->own = arena_grow(&p->arena, p->own, p->own_count, &p->own_room, sizeof(*p->own));
	p->own[p->own_count++] = path;
}

/* --- a practice part and the units before it --------------------------- */

struct earlier {
	struct app *app;
	const struct lesson *l;
	const char *names[OLDER_UNITS_MAX]; /* the last ones met, the oldest first */
	size_t count;
	bool here; /* the unit itself was reached */
	struct arena *arena;
	struct err *e;
	bool ok;
};

static bool note_progress(void *ctx, const struct progress_row *r)
{
	(void)r;
	*(bool *)ctx = true;
	return false;
}

static bool take_earlier(void *ctx, const struct item_row *r)
{
	struct earlier *s = ctx;
	bool met = false;
	if (strcmp(r->unit, s->l->unit->id) == 0)
		return false;
	s->ok = progress_each(s->app->store, s->app->person.id, arena_printf(s->arena, "%s/%s/", s->l->pack, r->unit), note_progress, &met, s->e);
	if (!s->ok || !met)
		return s->ok;
	if (s->count == OLDER_UNITS_MAX)
		memmove(s->names, s->names + 1, --s->count * sizeof(s->names[0]));
	s->names[s->count++] = arena_strdup(s->arena, r->unit);
	return true;
}

bool practice_load_step(struct app *app, const struct lesson *l, const struct part *part, struct practice_load *p, struct err *e)
{
	struct earlier s = {.app = app, .l = l, .arena = &p->arena, .e = e, .ok = true};
	if (!pack_units(app->store, l->version, take_earlier, &s, e) || !s.ok)
		return false;
	for (size_t i = 0; i < s.count; i++)
		if (!add_unit(app, p, l->pack, l->version, l->teaches, s.names[i], e))
			return false;
	for (size_t i = 0; i < part->drilled_word_count; i++)
		add_own(p, arena_printf(&p->arena, "%s/%s/%s", l->pack, l->unit->id, part->drilled_words[i]->id));
	for (size_t i = 0; i < part->drilled_phrase_count; i++)
		add_own(p, arena_printf(&p->arena, "%s/%s/%s", l->pack, l->unit->id, part->drilled_phrases[i]->id));
	return add_unit(app, p, l->pack, l->version, l->teaches, l->unit->id, e);
}

/* --- single words ---------------------------------------------------------- */

bool practice_load_word(struct app *app, const char *path, struct practice_load *p, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct pack_row row;
	const char *unit = strchr(path, '/'), *id = unit ? strchr(unit + 1, '/') : NULL;
	if (!id)
		return err_set(e, ERR_ABSENT, _("no word '%s' is installed"), path);
	const char *name = arena_strndup(&a, unit + 1, (size_t)(id - unit - 1));
	bool ok = pack_active(app->store, arena_strndup(&a, path, (size_t)(unit - path)), &a, &row, e) &&
		  add_unit(app, p, row.pack, row.id, row.teaches, name, e);
	arena_release(&a);
	if (ok)
		add_own(p, arena_strdup(&p->arena, path));
	return ok;
}

bool practice_load_unit(struct app *app, const char *pack, const char *unit, struct practice_load *p, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct pack_row row;
	bool ok = pack_active(app->store, pack, &a, &row, e) && add_unit(app, p, row.pack, row.id, row.teaches, unit, e);
	arena_release(&a);
	return ok;
}

bool practice_load_word_of_many(struct app *app, const char *path, struct practice_load *p, struct err *e)
{
	struct err one = ERR_INIT;
	if (practice_load_word(app, path, p, &one) || one.kind == ERR_ABSENT)
		return true;
	*e = one;
	return false;
}

/* --- the vocabulary -------------------------------------------------------- */

static bool is_own(const struct practice_load *p, const char *path)
{
	for (size_t i = 0; i < p->own_count; i++)
		if (str_eq(p->own[i], path))
			return true;
	return false;
}

bool practice_load_words(struct app *app, struct practice_load *p, struct vocabulary *out, struct err *e)
{
	struct own_data person = own_data(app, &p->arena);
	size_t *ends = arena_array(&p->arena, p->count + 1, sizeof(*ends)); /* of each unit's entries */
	vocabulary_begin(out, p->teaches ? p->teaches : "", &person);
	for (size_t i = 0; i < p->count; i++) {
		struct practice_unit *u = &p->units[i];
		struct pack_words *words = pack_words_load(app->store, u->version, u->loaded.unit->id, app->language, e);
		if (!words) {
			vocabulary_release(out);
			return false;
		}
		struct words w = pack_words_view(words);
		vocabulary_add(out, u->pack, u->loaded.unit, &w);
		pack_words_free(words);
		ends[i] = out->count;
	}
	vocabulary_finish(out);
	p->hashes = arena_array(&p->arena, out->count + 1, sizeof(*p->hashes));
	p->versions = arena_array(&p->arena, out->count + 1, sizeof(*p->versions));
	for (size_t i = 0, unit = 0; i < out->count; i++) {
		struct vocable *en = &out->entries[i];
		while (i == ends[unit])
			unit++;
		en->own = is_own(p, en->path);
		p->hashes[i] = loaded_hash(&p->units[unit].loaded, en->id);
		p->versions[i] = p->units[unit].version;
	}
	return true;
}

const char *practice_load_hash(const struct practice_load *p, size_t entry)
{
	return p->hashes[entry];
}

int64_t practice_load_version(const struct practice_load *p, size_t entry)
{
	return p->versions[entry];
}

const struct word_table *practice_load_table(const struct practice_load *p, size_t entry)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->units[i].version == p->versions[entry])
			return p->units[i].table;
	return NULL;
}
