#include "config.h"
#include "app/packs.h"

#include <string.h>

#include "app/pack_change.h"
#include "app/pack_table.h"
#include "app/pack_words.h"
#include "core/i18n.h"
#include "core/str.h"
#include "exam/blueprint.h"
#include "exam/programme.h"
#include "learn/course.h"
#include "pack/limits.h"
#include "store/exams.h"
#include "store/hearing.h"
#include "store/packs.h"

/* Rows on their way into the store, committed in batches so that no answer waits long. */
struct filling {
	struct app *app;
	const struct pack *pack;
	int64_t version;
	const char *unit;
	int position;
	size_t in_batch, done, total;
	const struct progress *progress;
	struct str body;
	struct err *e;
};

static bool row_begin(struct filling *f)
{
	return f->in_batch || store_begin(f->app->store, f->e);
}

/* After each row: commits a full batch. A failed row rolls its batch back; the version stays in state installing and is swept. */
static bool row_end(struct filling *f, bool ok)
{
	if (!ok) {
		store_rollback(f->app->store);
		return false;
	}
	f->done++;
	if (++f->in_batch < PACK_BATCH)
		return true;
	f->in_batch = 0;
	if (!store_commit(f->app->store, f->e))
		return false;
	if (f->progress && f->progress->fn && !f->progress->fn(f->progress->ctx, _("installing"), f->done, f->total))
		return err_set(f->e, ERR_INPUT, _("stopped; nothing was installed"));
	return true;
}

static bool finish_batch(struct filling *f)
{
	bool open = f->in_batch > 0;
	f->in_batch = 0;
	return !open || store_commit(f->app->store, f->e);
}

static bool add_unit_row(void *ctx, const struct unit_row *row)
{
	struct filling *f = ctx;
	char hash[HASH_HEX_SIZE];
	str_clear(&f->body);
	node_write_json(row->node, row->without, &f->body);
	hash_hex(f->body.buf, f->body.len, hash);
	struct item_row r = {
		.unit = f->unit,
		.id = row->id,
		.parent = row->parent,
		.slot = row->slot,
		.kind = row->kind,
		.position = f->position++,
		.step = row->step,
		.bank = row->bank,
		.hash = hash,
		.body = f->body.buf,
	};
	return row_begin(f) && row_end(f, pack_add_item(f->app->store, f->version, &r, f->e));
}

static bool add_units(struct filling *f)
{
	for (size_t i = 0; i < f->pack->unit_count; i++) {
		f->unit = node_text(f->pack->units[i], "id");
		f->position = 0;
		if (!unit_each_row(f->pack->units[i], add_unit_row, f))
			return false;
	}
	return true;
}

static bool add_translations(struct filling *f)
{
	char hash[SOURCE_HASH_SIZE];
	for (size_t i = 0; i < f->pack->translation_count; i++) {
		const struct translation *t = &f->pack->translations[i];
		for (size_t k = 0; k < t->count; k++) {
			const struct message *m = &t->list[k];
			source_hash(m->source, hash);
			if (!row_begin(f) || !row_end(f, pack_add_translation(f->app->store, f->version, t->language, m->context, hash, m->text, f->e)))
				return false;
		}
	}
	return true;
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

static bool add_facts(struct filling *f)
{
	for (size_t i = 0; i < f->pack->facts.count; i++) {
		const struct fact *x = &f->pack->facts.list[i];
		struct fact_row r = {
			.name = x->name,
			.kind = fact_kind_name(x->kind),
			.value = x->value,
			.unit = or_empty(x->unit),
			.label = or_empty(x->label),
			.valid_from = or_empty(x->valid_from),
			.source = or_empty(x->source),
			.checked_on = or_empty(x->checked_on),
		};
		if (!row_begin(f) || !row_end(f, pack_add_fact(f->app->store, f->version, &r, f->e)))
			return false;
	}
	return true;
}

static bool add_programmes(struct filling *f)
{
	for (size_t i = 0; i < f->pack->programme_count; i++) {
		const struct node *n = f->pack->programmes[i];
		str_clear(&f->body);
		node_write_json(n, NULL, &f->body);
		if (!row_begin(f) || !row_end(f, pack_add_programme(f->app->store, f->version, node_text(n, "id"), node_text(n, "title"),
							     or_empty(node_text(n, "destination")), f->body.buf, f->e)))
			return false;
	}
	return true;
}

/* A question of an exam's own has a body like every item. */
static bool add_exam_item(struct filling *f, const char *exam, int position, const struct node *item, struct exam_bank_row *r)
{
	char hash[HASH_HEX_SIZE];
	str_clear(&f->body);
	node_write_json(item, NULL, &f->body);
	hash_hex(f->body.buf, f->body.len, hash);
	r->id = node_text(item, "id");
	r->hash = hash;
	return row_begin(f) && row_end(f, pack_add_exam_item(f->app->store, f->version, exam, position, r, f->body.buf, f->e));
}

static bool add_bank(struct filling *f, const char *exam, const struct node *bank, int *position)
{
	for (const struct node *n = bank ? bank->first : NULL; n; n = n->next) {
		struct exam_bank_row r = {.topic = node_text(n, "topic"), .skill = node_text(n, "skill")};
		if (!add_exam_item(f, exam, (*position)++, node_get(n, "item"), &r))
			return false;
	}
	return true;
}

/* Questions about a text that is read to the room stand behind the bank. */
static bool add_scripts(struct filling *f, const char *exam, const struct node *scripts, int *position)
{
	int number = 0;
	for (const struct node *n = scripts ? scripts->first : NULL; n; n = n->next) {
		struct script_row s = {.id = node_text(n, "id"), .topic = node_text(n, "topic"), .title = or_empty(node_text(n, "title")), .say = node_text(n, "say")};
		if (!row_begin(f) || !row_end(f, pack_add_script(f->app->store, f->version, exam, number++, &s, f->e)))
			return false;
		for (const struct node *item = node_get(n, "items")->first; item; item = item->next) {
			struct exam_bank_row r = {.topic = s.topic, .skill = skill_name(SKILL_LISTENING), .script = s.id};
			if (!add_exam_item(f, exam, (*position)++, item, &r))
				return false;
		}
	}
	return true;
}

static bool add_exams(struct filling *f)
{
	static const char *const without[] = {"bank", "scripts", NULL};
	for (size_t i = 0; i < f->pack->exam_count; i++) {
		const struct node *n = f->pack->exams[i];
		struct exam_row r = {.id = node_text(n, "id"), .title = node_text(n, "title"), .examines = or_empty(node_text(n, "examines"))};
		int position = 0;
		str_clear(&f->body);
		node_write_json(n, without, &f->body);
		r.body = f->body.buf;
		if (!row_begin(f) || !row_end(f, pack_add_exam(f->app->store, f->version, &r, f->e)) ||
		    !add_bank(f, r.id, node_get(n, "bank"), &position) || !add_scripts(f, r.id, node_get(n, "scripts"), &position))
			return false;
	}
	return true;
}

static size_t count_rows(const struct pack *p)
{
	size_t n = p->facts.count + p->programme_count;
	for (size_t i = 0; i < p->translation_count; i++)
		n += p->translations[i].count;
	return n;
}

static bool fill_version(struct app *app, const struct pack *p, int64_t version, const struct progress *progress, struct err *e)
{
	struct filling f = {.app = app, .pack = p, .version = version, .total = count_rows(p), .progress = progress, .e = e};
	str_init(&f.body);
	bool ok = add_units(&f) && add_facts(&f) && add_programmes(&f) && add_exams(&f) && add_translations(&f) && finish_batch(&f);
	str_release(&f.body);
	return ok;
}

static void digest_files(const struct pack *p, char out[HASH_HEX_SIZE])
{
	struct str list;
	str_init(&list);
	for (size_t i = 0; i < p->file_count; i++) {
		char hash[HASH_HEX_SIZE];
		/* Made of the others: a folder and what was built of it are one version. */
		if (str_eq(p->files[i].path, PACK_WORDS))
			continue;
		hash_hex(p->files[i].bytes, p->files[i].size, hash);
		str_addf(&list, "%s  %s\n", hash, p->files[i].path);
	}
	hash_hex(list.buf, list.len, out);
	str_release(&list);
}

/* What the store already has of this pack. */
struct present {
	struct arena *arena;
	const char *pack, *version;
	struct pack_row active, same; /* id 0: none */
};

static bool take_version(void *ctx, const struct pack_row *r)
{
	struct present *p = ctx;
	if (strcmp(r->pack, p->pack) != 0 || strcmp(r->state, "installing") == 0)
		return true;
	struct pack_row copy = {.id = r->id, .version = arena_strdup(p->arena, r->version), .digest = arena_strdup(p->arena, r->digest)};
	if (strcmp(r->state, "active") == 0)
		p->active = copy;
	if (strcmp(r->version, p->version) == 0)
		p->same = copy;
	return true;
}

static bool allowed(const struct present *now, const char *digest, const struct pack *p, unsigned allow, struct err *e)
{
	if (now->same.id && strcmp(now->same.digest, digest) != 0)
		return err_set(e, ERR_INPUT, _("version %s of '%s' is installed already with other contents; raise 'version' in pack.yaml"), p->version, p->id);
	if (now->active.id && !(allow & PACKS_DOWNGRADE) && version_compare(p->version, now->active.version) < 0)
		return err_set(e, ERR_INPUT, _("'%s' %s is older than the installed %s; add --downgrade if that is meant"), p->id, p->version, now->active.version);
	return true;
}

/* An exam that is planned, sat or marked is not changed under those who hold it without their knowing. */
static bool sessions_allow(struct app *app, const struct present *now, unsigned allow, struct pack_change *out, struct err *e)
{
	if (!now->active.id || now->active.id == now->same.id)
		return true;
	return packs_sessions(app, now->pack, &out->arena, &out->sessions, &out->session_count, e) &&
	       (out->session_count == 0 || (allow & PACKS_SESSIONS) || err_set(e, ERR_INPUT, _("nothing was installed; answer y, or add --yes")));
}

struct looking {
	struct app *app;
	const struct node *at;
	struct pack_change *out;
};

/* Whether the pack is installed, and if `exam`, has the one of that path. */
static bool is_there(struct app *app, const char *path, const char *pack, bool exam)
{
	struct arena a = ARENA_INIT;
	struct pack_row row;
	const char *body;
	struct err e = ERR_INIT;
	bool there = pack_active(app->store, pack, &a, &row, &e) && (!exam || exam_get(app->store, row.id, strchr(path, '/') + 1, &a, &body, &e));
	there |= e.kind != ERR_NONE && e.kind != ERR_ABSENT;
	arena_release(&a);
	return there;
}

static void look_for_leaf(void *ctx, const struct rule *r)
{
	struct looking *l = ctx;
	struct pack_change *c = l->out;
	const char *slash = strchr(r->path, '/');
	const char *pack = arena_strndup(&c->arena, r->path, slash ? (size_t)(slash - r->path) : strlen(r->path));
	if (is_there(l->app, r->path, pack, r->kind == RULE_EXAM))
		return;
	c->wants = arena_grow(&c->arena, c->wants, c->want_count, &c->want_room, sizeof(*c->wants));
	c->wants[c->want_count++] = (struct pack_want){.path = arena_strdup(&c->arena, r->path), .pack = pack, .exam = r->kind == RULE_EXAM,
		.file = arena_strdup(&c->arena, l->at->file), .line = l->at->line, .column = l->at->column};
}

/* A programme may name packs that come later: worth a warning when they did not come, no fault. */
static void look_for_packs(struct app *app, const struct pack *p, struct diag_list *d, struct pack_change *out)
{
	struct arena a = ARENA_INIT;
	for (size_t i = 0; i < p->programme_count; i++) {
		struct looking l = {.app = app, .at = p->programmes[i], .out = out};
		const struct programme *pr = programme_parse(&a, p->programmes[i], d);
		for (size_t k = 0; pr && k < pr->count; k++)
			rule_each_leaf(&pr->requirements[k].rule, look_for_leaf, &l);
	}
	arena_release(&a);
}

void packs_warn_of_missing(struct app *app, const struct pack_change *c, struct diag_list *d)
{
	for (size_t i = 0; i < c->want_count; i++) {
		const struct pack_want *w = &c->wants[i];
		if (!is_there(app, NULL, w->pack, false))
			diag_add(d, DIAG_WARNING, w->file, w->line, w->column, _("install it too, before learners are enrolled"),
				 _("'%s' asks for pack '%s', which is not installed"), w->path, w->pack);
		else if (!is_there(app, w->path, w->pack, w->exam))
			diag_add(d, DIAG_WARNING, w->file, w->line, w->column, _("install a version that has it, or ask for another exam"),
				 _("the installed pack '%s' has no exam '%s'"), w->pack, strchr(w->path, '/') + 1);
	}
}

/* Stores the word table. A version that is there already takes a table that a dictionary made for one that has none. */
static bool keep_table(struct app *app, const struct pack *p, int64_t version, bool there, struct err *e)
{
	struct arena a = ARENA_INIT;
	const char *text;
	size_t size;
	struct word_table now, new;
	struct diag_list d;
	diag_init(&d);
	bool ok = pack_table_text(p, &a, &text, &size, e);
	if (ok && text && word_table_read(text, size, "", &new, &d)) {
		bool better = !there || (pack_table_load(app->store, version, &a, &now, e) && (!now.bytes || (!now.dictionary[0] && new.dictionary[0])));
		ok = e->kind == ERR_NONE && (!better || (store_begin(app->store, e) && store_end(app->store, word_table_keep(app->store, version, new.hash, text, e), e)));
	}
	diag_release(&d);
	arena_release(&a);
	return ok;
}

static bool install_checked(struct app *app, const struct pack *p, const char *digest, const struct present *now, const struct progress *progress,
			    struct pack_change *out, struct err *e)
{
	int64_t version = now->same.id;
	if (!version) {
		struct pack_row row = {
			.pack = p->id,
			.version = p->version,
			.title = p->title,
			.kind = pack_kind_name(p->kind),
			.teaches = or_empty(p->teaches),
			.level = or_empty(p->level),
			.source_language = or_empty(p->source_language),
			.digest = digest,
		};
		if (!pack_begin(app->store, &row, &version, e) || !fill_version(app, p, version, progress, e) || !keep_table(app, p, version, false, e)) {
			struct err ignored = ERR_INIT; /* what is left is swept now or by the next installation */
			pack_sweep(app->store, &ignored);
			return false;
		}
	}
	/* activating takes the write lock by itself, for a moment only */
	return pack_change_find(app, now->active.id, version, out, e) && pack_activate(app->store, version, app_now(app), e) &&
	       act_add(app->store, app_now(app), app->person.id, "pack-install", p->id, p->version, e);
}

bool packs_install(struct app *app, const char *path, unsigned allow, const struct progress *progress, struct diag_list *d, struct pack_change *out,
		   struct err *e)
{
	struct arena a = ARENA_INIT;
	struct pack p = {0};
	char digest[HASH_HEX_SIZE];
	*out = (struct pack_change){0};
	bool ok = app_may(app, MAY_PACKS, e) && pack_sweep(app->store, e) && packs_check(&p, path, app_today(app), progress, d, e);
	if (ok && p.kind == PACK_EXAM)
		ok = err_set(e, ERR_INPUT, _("'%s' is a live bank of examinations, which is never installed or tried; seal it with 'safar pack seal' and open it for one session"), path);
	if (ok) {
		struct present now = {.arena = &a, .pack = p.id, .version = p.version};
		out->id = arena_strdup(&out->arena, p.id);
		out->version = arena_strdup(&out->arena, p.version);
		digest_files(&p, digest);
		look_for_packs(app, &p, d, out);
		ok = pack_each(app->store, true, take_version, &now, e) && allowed(&now, digest, &p, allow, e) && sessions_allow(app, &now, allow, out, e);
		out->before = arena_strdup(&out->arena, now.active.id ? now.active.version : "");
		ok = ok && (!now.same.id || keep_table(app, &p, now.same.id, true, e));
		ok = ok && (now.same.id && now.same.id == now.active.id ? true : install_checked(app, &p, digest, &now, progress, out, e));
	} else if (e->kind == ERR_NONE) {
		err_set(e, ERR_INPUT, ngettext("'%s' has %zu error; mend it and install again", "'%s' has %zu errors; mend them and install again", d->errors),
			path, d->errors);
	}
	pack_release(&p);
	arena_release(&a);
	return ok;
}

bool packs_remove(struct app *app, const char *id, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct pack_row row;
	bool ok = app_may(app, MAY_PACKS, e) && pack_active(app->store, id, &a, &row, e) && store_begin(app->store, e);
	if (ok)
		ok = store_end(app->store, pack_hide(app->store, id, e) &&
			       act_add(app->store, app_now(app), app->person.id, "pack-remove", id, row.version, e), e);
	arena_release(&a);
	return ok;
}
