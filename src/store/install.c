/* Writing packs: rows arrive in batches under the state `installing`, one small commit makes them the active version. Declared in packs.h. */
#include "config.h"
#include "store/packs.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/arena.h"
#include "core/i18n.h"
#include "store/stmt.h"

enum { OWNER_SIZE = 80 };

/* "PID@BOOT": who installs. After a power cut the boot differs, after a crash the process is gone. */
static void owner_self(char out[OWNER_SIZE])
{
	char boot[40] = "";
	int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		ssize_t n = read(fd, boot, sizeof(boot) - 1);
		boot[n > 0 ? n : 0] = '\0';
		boot[strcspn(boot, "\n")] = '\0';
		close(fd);
	}
	snprintf(out, OWNER_SIZE, "%ld@%s", (long)getpid(), boot);
}

static bool owner_works(const char *owner)
{
	char self[OWNER_SIZE];
	owner_self(self);
	const char *boot = strchr(owner, '@'), *own_boot = strchr(self, '@');
	if (!boot || strcmp(boot, own_boot) != 0 || strcmp(owner, self) == 0)
		return false; /* what this process works at is told by store.installing */
	long pid = strtol(owner, NULL, 10);
	return pid > 0 && (kill((pid_t)pid, 0) == 0 || errno == EPERM);
}

bool pack_begin(struct store *s, const struct pack_row *p, int64_t *version, struct err *e)
{
	char owner[OWNER_SIZE];
	owner_self(owner);
	const char *const texts[] = {p->pack, p->version, p->title, p->kind, p->teaches, p->level, p->source_language, p->digest};
	struct query q;
	query_open(&q, s, STMT_PACK_BEGIN);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		query_text(&q, texts[i]);
	query_int(&q, p->installed_at);
	query_text(&q, owner);
	/* A learner's session stays small; filling a version touches pages all over three trees. */
	if (!query_run(&q, e) || !sql_exec(s, "PRAGMA cache_size = -16384", e))
		return false;
	*version = s->installing = sqlite3_last_insert_rowid(s->db);
	s->unit.version = 0;
	return true;
}

static bool unit_id(struct store *s, int64_t version, const char *name, int64_t *id, struct err *e)
{
	if (s->unit.version == version && strcmp(s->unit.name, name) == 0) {
		*id = s->unit.id;
		return true;
	}
	struct query q;
	query_open(&q, s, STMT_UNIT_FIND);
	query_int(&q, version);
	query_text(&q, name);
	bool found = query_row(&q);
	*id = found ? query_int_at(&q, 0) : 0;
	if (!query_end(&q, e))
		return false;
	if (!found) {
		query_open(&q, s, STMT_UNIT_ADD);
		query_int(&q, version);
		query_text(&q, name);
		if (!query_run(&q, e))
			return false;
		*id = sqlite3_last_insert_rowid(s->db);
	}
	s->unit.version = strlen(name) < sizeof(s->unit.name) ? version : 0;
	s->unit.id = *id;
	snprintf(s->unit.name, sizeof(s->unit.name), "%s", name);
	return true;
}

bool pack_add_item(struct store *s, int64_t version, const struct item_row *r, struct err *e)
{
	int64_t unit;
	struct query q;
	query_open(&q, s, STMT_BODY_ADD);
	query_text(&q, r->hash);
	query_text(&q, r->body);
	if (!query_run(&q, e) || !unit_id(s, version, r->unit, &unit, e))
		return false;
	query_open(&q, s, STMT_ITEM_ADD);
	query_int(&q, unit);
	query_text(&q, r->id);
	query_int(&q, r->position);
	query_text(&q, r->parent);
	query_text(&q, r->slot);
	query_text(&q, r->kind);
	query_int(&q, r->step);
	query_int(&q, r->bank);
	query_text(&q, r->hash);
	bool taken, ok = query_run_unique(&q, &taken, e);
	return taken ? err_set(e, ERR_INPUT, _("'%s/%s' stands in the pack twice; give one of them another id"), r->unit, r->id) : ok;
}

bool pack_add_translation(struct store *s, int64_t version, const char *language, const char *context, const char *source_hash, const char *text, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_TRANSLATION_ADD);
	query_int(&q, version);
	query_text(&q, language);
	query_text(&q, context);
	query_text(&q, source_hash);
	query_text(&q, text);
	bool taken, ok = query_run_unique(&q, &taken, e);
	return taken ? err_set(e, ERR_INPUT, _("the translation of '%s' into '%s' stands in the pack twice; keep one"), context, language) : ok;
}

bool pack_add_fact(struct store *s, int64_t version, const struct fact_row *f, struct err *e)
{
	const char *const texts[] = {f->name, f->kind, f->value, f->unit, f->label, f->valid_from, f->source, f->checked_on};
	struct query q;
	query_open(&q, s, STMT_FACT_ADD);
	query_int(&q, version);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		query_text(&q, texts[i]);
	return query_run(&q, e);
}

bool pack_add_programme(struct store *s, int64_t version, const char *id, const char *title, const char *destination, const char *body, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PROGRAMME_ADD);
	query_int(&q, version);
	query_text(&q, id);
	query_text(&q, title);
	query_text(&q, destination);
	query_text(&q, body);
	return query_run(&q, e);
}

bool word_table_keep(struct store *s, int64_t version, const char *hash, const char *body, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_WORD_TABLE_ADD);
	query_text(&q, hash);
	query_text(&q, body);
	if (!query_run(&q, e))
		return false;
	query_open(&q, s, STMT_VERSION_WORDS_SET);
	query_int(&q, version);
	query_text(&q, hash);
	return query_run(&q, e);
}

static bool run_for(struct store *s, enum stmt id, int64_t version, struct err *e)
{
	struct query q;
	query_open(&q, s, id);
	query_int(&q, version);
	return query_run(&q, e);
}

static bool activate(struct store *s, int64_t version, int64_t at, struct err *e)
{
	if (!run_for(s, STMT_PACK_SUPERSEDE, version, e))
		return false;
	struct query q;
	query_open(&q, s, STMT_PACK_ACTIVATE);
	query_int(&q, at);
	query_int(&q, version);
	if (!query_run(&q, e))
		return false;
	return sqlite3_changes(s->db) == 1 || err_set(e, ERR_STORE, _("the installation was cleared away by another program; install the pack again"));
}

bool pack_activate(struct store *s, int64_t version, int64_t at, struct err *e)
{
	/* Counting takes its time in a large pack, so it is not in the commit that everybody waits for. */
	if (!store_begin(s, e) || !store_end(s, run_for(s, STMT_UNIT_COUNT_STEPS, version, e), e))
		return false;
	if (!store_begin(s, e) || !store_end(s, activate(s, version, at, e), e))
		return false;
	s->installing = 0;
	return sql_exec(s, "PRAGMA cache_size = -1024", e);
}

bool pack_hide(struct store *s, const char *pack, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PACK_HIDE);
	query_text(&q, pack);
	if (!query_run(&q, e))
		return false;
	return sqlite3_changes(s->db) > 0 || err_set(e, ERR_ABSENT, _("no pack '%s' is installed; 'safar pack list' shows those that are"), pack);
}

/* Deletes in batches, so that nobody who answers waits for it. */
static bool sweep_rows(struct store *s, int64_t version, struct err *e)
{
	static const enum stmt steps[] = {STMT_SWEEP_ITEMS, STMT_SWEEP_TRANSLATIONS, STMT_SWEEP_FACTS, STMT_SWEEP_PROGRAMMES, STMT_SWEEP_WORDS, STMT_SWEEP_EXAM_BANK,
		STMT_SWEEP_SCRIPTS, STMT_SWEEP_EXAMS, STMT_SWEEP_UNITS};
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		bool batched = steps[i] == STMT_SWEEP_ITEMS || steps[i] == STMT_SWEEP_TRANSLATIONS;
		do {
			if (!store_begin(s, e) || !store_end(s, run_for(s, steps[i], version, e), e))
				return false;
		} while (batched && sqlite3_changes(s->db) > 0);
	}
	return true;
}

static bool sweep_version(struct store *s, int64_t version, struct err *e)
{
	/* Nothing can name a version that never was active; asking the whole log of answers would take the write lock for long. */
	if (!sweep_rows(s, version, e) || !sql_exec(s, "PRAGMA foreign_keys = OFF", e))
		return false;
	bool ok = run_for(s, STMT_SWEEP_VERSION, version, e);
	return sql_exec(s, "PRAGMA foreign_keys = ON", e) && ok;
}

bool pack_sweep(struct store *s, struct err *e)
{
	struct arena a = ARENA_INIT;
	int64_t *left = NULL;
	size_t count = 0, room = 0;
	struct query q;
	query_open(&q, s, STMT_PACK_LEFTOVERS);
	while (query_row(&q)) {
		int64_t version = query_int_at(&q, 0);
		if (version == s->installing || owner_works(query_text_at(&q, 1)))
			continue;
		left = arena_grow(&a, left, count, &room, sizeof(*left));
		left[count++] = version;
	}
	bool ok = query_end(&q, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = sweep_version(s, left[i], e);
	arena_release(&a);
	return ok;
}
