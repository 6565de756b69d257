/* Opening a sealed bank. Apart from exam_bank.c, so that only what reads packs links what reads archives. */
#include "config.h"
#include "app/exam_bank.h"

#include <stdlib.h>
#include <string.h>

#include "app/exam_inside.h"
#include "app/exam_leak.h"
#include "app/exam_seal.h"
#include "app/pack_table.h"
#include "app/pack_words.h"
#include "app/packs.h"
#include "core/alloc.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"
#include "record/exam_key.h"
#include "store/hearing.h"
#include "store/sealed.h"

/* What is known of a session whose bank is opened. */
struct opening {
	struct app *app;
	const struct exam_opening *ask;
	struct arena arena;
	struct session_row session;
	struct bank_use use;
	const char *exam; /* its id */
	struct diag_list *d;
};

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

/* Whether it may be opened at all, before anybody waits for the pass phrases. */
static bool may_open(struct opening *o, struct err *e)
{
	struct app *app = o->app;
	if (!app_may(app, MAY_EXAM, e))
		return false;
	if (!app->person.id || !o->ask->second || o->ask->second == app->person.id)
		return err_set(e, ERR_DENIED, _("two officers open a bank, each signed in by name; let the second one sign in too"));
	if (!exam_bank_due(app, &o->session, &o->use, &o->arena, e))
		return false;
	o->exam = strchr(o->session.exam, '/') + 1;
	return true;
}

/* The sealed bytes, opened; the caller wipes and frees. NULL with the fault. */
static uint8_t *unseal(const struct opening *o, const struct str *file, size_t *size, struct err *e)
{
	struct seal_parts parts;
	struct seal_key key;
	struct str text;
	char digest[HASH_HEX_SIZE];
	hash_hex(file->buf, file->len, digest);
	if (strcmp(digest, o->use.digest) != 0) {
		err_set(e, ERR_INPUT, _("'%s' is not the file that this session was planned with; name that one, or plan a session anew"), o->ask->sealed);
		return NULL;
	}
	if (!seal_read(file->buf, file->len, &parts)) {
		err_set(e, ERR_INPUT, _("'%s' is no sealed bank, or it is damaged; fetch it again from the agency"), o->ask->sealed);
		return NULL;
	}
	str_init(&text);
	bool ok = file_read(o->ask->key, EXAM_KEY_BYTES_MAX, &text, e) && exam_key_open(text.buf, text.len, o->ask->one, o->ask->other, &key, e);
	str_release(&text);
	if (!ok)
		return NULL;
	uint8_t *out = xmalloc(parts.size + 1);
	enum seal_end end = seal_open(&parts, &key, out);
	secret_wipe(&key, sizeof(key));
	*size = parts.size;
	if (end == SEAL_OPENED)
		return out;
	free(out);
	err_set(e, ERR_INPUT, end == SEAL_OTHER_KEY ? _("'%s' is sealed to another key than '%s'; ask the agency") : _("'%s' is damaged; fetch it again from the agency ('%s' is not at fault)"),
		o->ask->sealed, o->ask->key);
	return NULL;
}

static const struct node *exam_node(const struct opening *o, const struct pack *p)
{
	for (size_t i = 0; i < p->exam_count; i++)
		if (str_eq(node_text(p->exams[i], "id"), o->exam))
			return p->exams[i];
	return NULL;
}

/* --- into the store, all in one transaction --- */

static bool add_item(struct opening *o, const struct node *item, struct exam_bank_row *r, int position, struct err *e)
{
	struct str body;
	char hash[HASH_HEX_SIZE];
	str_init(&body);
	node_write_json(item, NULL, &body);
	hash_hex(body.buf, body.len, hash);
	r->id = node_text(item, "id");
	r->hash = hash;
	bool ok = sealed_add_item(o->app->store, o->use.version, o->exam, position, r, body.buf, e);
	secret_wipe(body.buf, body.len);
	str_release(&body);
	return ok;
}

static bool add_questions(struct opening *o, const struct node *exam, struct err *e)
{
	const struct node *bank = node_get(exam, "bank"), *scripts = node_get(exam, "scripts");
	int position = 0, number = 0;
	for (const struct node *n = bank ? bank->first : NULL; n; n = n->next) {
		struct exam_bank_row r = {.topic = node_text(n, "topic"), .skill = node_text(n, "skill")};
		if (!add_item(o, node_get(n, "item"), &r, position++, e))
			return false;
	}
	for (const struct node *n = scripts ? scripts->first : NULL; n; n = n->next) {
		struct script_row s = {.id = node_text(n, "id"), .topic = node_text(n, "topic"), .title = or_empty(node_text(n, "title")), .say = node_text(n, "say")};
		if (!pack_add_script(o->app->store, o->use.version, o->exam, number++, &s, e))
			return false;
		for (const struct node *item = node_get(n, "items")->first; item; item = item->next) {
			struct exam_bank_row r = {.topic = s.topic, .skill = skill_name(SKILL_LISTENING), .script = s.id};
			if (!add_item(o, item, &r, position++, e))
				return false;
		}
	}
	return true;
}

static bool add_texts(struct opening *o, const struct pack *p, struct err *e)
{
	char hash[SOURCE_HASH_SIZE];
	for (size_t i = 0; i < p->translation_count; i++)
		for (size_t k = 0; k < p->translations[i].count; k++) {
			const struct message *m = &p->translations[i].list[k];
			source_hash(m->source, hash);
			if (!pack_add_translation(o->app->store, o->use.version, p->translations[i].language, m->context, hash, m->text, e))
				return false;
		}
	for (size_t i = 0; i < p->facts.count; i++) {
		const struct fact *x = &p->facts.list[i];
		struct fact_row r = {
			.name = x->name, .kind = fact_kind_name(x->kind), .value = x->value, .unit = or_empty(x->unit), .label = or_empty(x->label),
			.valid_from = or_empty(x->valid_from), .source = or_empty(x->source), .checked_on = or_empty(x->checked_on),
		};
		if (!pack_add_fact(o->app->store, o->use.version, &r, e))
			return false;
	}
	return true;
}

/* Answers are judged with the bank's own words. */
static bool add_table(struct opening *o, const struct pack *p, struct err *e)
{
	const char *text;
	size_t size;
	struct word_table table;
	if (!pack_table_text(p, &o->arena, &text, &size, e))
		return false;
	return !text || !word_table_read(text, size, "", &table, o->d) || word_table_keep(o->app->store, o->use.version, table.hash, text, e);
}

static bool add_exam(struct opening *o, const struct node *exam, struct err *e)
{
	static const char *const without[] = {"bank", "scripts", NULL};
	struct str body;
	bool there = false;
	str_init(&body);
	node_write_json(exam, without, &body);
	struct exam_row r = {.id = o->exam, .title = node_text(exam, "title"), .examines = or_empty(node_text(exam, "examines")), .body = body.buf};
	bool ok = sealed_set_exam(o->app->store, o->use.version, &r, &there, e);
	str_release(&body);
	return ok && (there || err_set(e, ERR_INPUT, _("'%s' stands for another exam than its header says; ask the agency"), o->ask->sealed));
}

static bool keep(struct opening *o, const struct pack *p, const struct node *exam, struct err *e)
{
	struct app *app = o->app;
	struct event_row ev = {
		.session = o->session.id, .sitting = "", .at = app_now(app), .actor = app->person.id, .second = o->ask->second, .role = sitting_role_name(BY_SUPERVISOR),
		.act = "bank-open", .from = o->session.state, .to = o->session.state, .why = "", .text = o->use.digest,
	};
	return bank_use_open(app->store, o->session.id, app_now(app), app->person.id, o->ask->second, e) && add_exam(o, exam, e) && add_questions(o, exam, e) &&
	       add_texts(o, p, e) && add_table(o, p, e) && exam_event_add(app->store, &ev, e) &&
	       act_add(app->store, app_now(app), app->person.id, "bank-open", o->session.exam, o->use.digest, e);
}

/* --- judging what came out --- */

static bool pool_add(struct opening *o, struct bank_pool *pool, int retire, struct exam_bank_item it, struct err *e)
{
	if (!exam_path_used(o->app->store, arena_printf(&o->arena, "%s/%s", o->session.exam, it.id), &it.showings, e))
		return false;
	it.retired = retire && it.showings >= retire;
	pool->items = arena_grow(&o->arena, pool->items, pool->count, &pool->room, sizeof(*pool->items));
	pool->items[pool->count++] = it;
	return true;
}

/* Whether its questions, less those that are retired, can be drawn. */
static bool can_be_drawn(struct opening *o, const struct node *exam, struct err *e)
{
	struct diag_list known;
	diag_init(&known);
	const struct blueprint *b = blueprint_parse(&o->arena, exam, &known);
	struct bank_pool pool = {0};
	bool ok = b != NULL;
	diag_release(&known);
	for (size_t i = 0; ok && i < b->bank_count; i++)
		ok = pool_add(o, &pool, b->retire,
			      (struct exam_bank_item){.id = b->bank[i].id, .topic = b->bank[i].topic, .skill = skill_name(b->bank[i].skill), .script = ""}, e);
	for (size_t i = 0; ok && i < b->script_count; i++)
		for (size_t k = 0; ok && k < b->scripts[i].item_count; k++)
			ok = pool_add(o, &pool, b->retire,
				      (struct exam_bank_item){.id = node_text(b->scripts[i].items[k], "id"), .topic = b->scripts[i].topic,
							      .skill = skill_name(SKILL_LISTENING), .script = b->scripts[i].id}, e);
	return ok && exam_bank_drawable(&pool, b, e);
}

static bool judge_and_keep(struct opening *o, const struct pack *p, struct err *e)
{
	struct app *app = o->app;
	const struct node *exam = exam_node(o, p);
	struct pack_row said;
	if (!pack_by_id(app->store, o->use.version, &o->arena, &said, e))
		return false;
	if (p->kind != PACK_EXAM || !exam || strcmp(p->id, said.pack) != 0 || strcmp(p->version, said.version) != 0)
		return err_set(e, ERR_INPUT, _("'%s' holds another pack than its header says; ask the agency"), o->ask->sealed);
	struct met met = {0};
	bool clean = met_add_installed(&met, app, e) && exam_leak_check(&met, p, o->d);
	arena_release(&met.arena);
	if (!clean)
		return e->kind == ERR_NONE ?
			       err_set(e, ERR_INPUT, _("questions of '%s' stand in a course that is installed here; nothing was opened, tell the agency"), o->ask->sealed) :
			       false;
	return can_be_drawn(o, exam, e) && store_begin(app->store, e) && store_end(app->store, keep(o, p, exam, e), e);
}

bool exam_bank_open(struct app *app, int64_t session, const struct exam_opening *ask, struct diag_list *d, struct err *e)
{
	struct opening o = {.app = app, .ask = ask, .arena = ARENA_INIT, .session = {.id = session}, .d = d};
	struct pack p = {0};
	struct str file;
	size_t size = 0;
	str_init(&file);
	uint8_t *archive = may_open(&o, e) && file_read(ask->sealed, SEAL_FILE_MAX, &file, e) ? unseal(&o, &file, &size, e) : NULL;
	int fd = archive ? exam_memory_file(archive, size, e) : -1;
	if (archive)
		secret_wipe(archive, size);
	free(archive);
	bool ok = fd >= 0 && packs_check_archive(&p, fd, ask->sealed, app_today(app), &app->progress, d, e);
	exam_memory_close(fd, size);
	if (!ok && e->kind == ERR_NONE)
		err_set(e, ERR_INPUT, _("the bank in '%s' has errors; nothing was opened, tell the agency"), ask->sealed);
	ok = ok && judge_and_keep(&o, &p, e);
	pack_release(&p);
	str_release(&file);
	arena_release(&o.arena);
	return ok;
}
