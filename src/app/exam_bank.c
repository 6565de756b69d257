#include "config.h"
#include "app/exam_bank.h"

#include <string.h>

#include "app/exam_inside.h"
#include "app/unit_load.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/seal.h"
#include "core/str.h"
#include "store/sealed.h"

static bool is_live(const struct blueprint *b)
{
	return b->examines != NULL;
}

/* --- announcing --- */

/* Whether each exam of the header is one that could be planned. */
static bool sound_exams(struct arena *a, const struct sealed *s, const char *path, struct err *e)
{
	bool ok = true;
	struct diag_list d;
	diag_init(&d);
	for (size_t i = 0; ok && i < s->exam_count; i++) {
		const struct node *n = body_node(a, s->exams[i].body);
		ok = n && blueprint_parse(a, n, &d);
	}
	diag_release(&d);
	return ok || err_set(e, ERR_INPUT, _("'%s' holds an exam that this program does not understand; use a newer safar"), path);
}

static bool announce(struct app *app, const struct sealed *s, const char *digest, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct pack_row course, p = {.pack = s->pack, .version = s->version, .title = s->title, .teaches = s->teaches, .level = s->level,
				     .source_language = s->source_language, .digest = digest, .installed_at = app_now(app)};
	struct err none = ERR_INIT;
	bool taken = pack_active(app->store, s->pack, &a, &course, &none);
	arena_release(&a);
	if (taken)
		return err_set(e, ERR_INPUT, _("a course with the id '%s' is installed; the bank needs an id of its own"), s->pack);
	if (!sealed_announce(app->store, &p, app->person.id, e))
		return false;
	for (size_t i = 0; i < s->exam_count; i++) {
		const struct sealed_exam *x = &s->exams[i];
		struct exam_row r = {.id = x->id, .title = x->title, .examines = x->examines, .body = x->body};
		if (!pack_add_exam(app->store, p.id, &r, e))
			return false;
	}
	return act_add(app->store, app_now(app), app->person.id, "bank-announce", s->pack, digest, e);
}

bool exam_bank_announce(struct app *app, const char *path, struct arena *a, struct sealed *out, char digest[HASH_HEX_SIZE], struct err *e)
{
	struct str file;
	struct seal_parts parts;
	int64_t known;
	str_init(&file);
	bool ok = app_may(app, MAY_EXAM, e) && file_read(path, SEAL_FILE_MAX, &file, e);
	if (ok && !seal_read(file.buf, file.len, &parts))
		ok = err_set(e, ERR_INPUT, _("'%s' is no sealed bank, or it is damaged; fetch it again from the agency"), path);
	ok = ok && sealed_read(a, parts.header, parts.header_size, path, out, e) && sound_exams(a, out, path, e);
	if (ok) {
		hash_hex(file.buf, file.len, digest);
		ok = sealed_known(app->store, digest, &known, e) &&
		     (known || (store_begin(app->store, e) && store_end(app->store, announce(app, out, digest, e), e)));
	}
	str_release(&file);
	return ok;
}

/* --- what is left --- */

struct pooling {
	struct arena *a;
	struct bank_pool *pool;
	int retire;
};

static bool take_count(void *ctx, const struct bank_count_row *r)
{
	struct pooling *x = ctx;
	struct bank_pool *p = x->pool;
	p->items = arena_grow(x->a, p->items, p->count, &p->room, sizeof(*p->items));
	p->items[p->count++] = (struct exam_bank_item){
		.id = arena_strdup(x->a, r->id), .topic = arena_strdup(x->a, r->topic), .skill = arena_strdup(x->a, r->skill), .script = arena_strdup(x->a, r->script),
		.showings = r->showings, .retired = x->retire && r->showings >= x->retire,
	};
	return true;
}

/* A text counts once, and is gone when one of its questions is. */
static bool counts_alone(const struct bank_pool *p, size_t i)
{
	const char *script = p->items[i].script;
	if (!*script)
		return !p->items[i].retired;
	for (size_t k = 0; k < p->count; k++)
		if (str_eq(p->items[k].script, script) && (k < i || p->items[k].retired))
			return false;
	return true;
}

static int left_of(const struct bank_pool *p, const struct exam_section *s, const struct draw_row *row)
{
	int left = 0;
	for (size_t i = 0; i < p->count; i++) {
		const struct exam_bank_item *it = &p->items[i];
		left += str_eq(it->topic, row->topic) && str_eq(it->skill, skill_name(s->skill)) && s->heard == (*it->script != '\0') && counts_alone(p, i);
	}
	return left;
}

bool exam_bank_drawable(const struct bank_pool *p, const struct blueprint *b, struct err *e)
{
	for (size_t i = 0; p->count && i < b->section_count; i++)
		for (size_t k = 0; k < b->sections[i].draw_count; k++) {
			const struct draw_row *row = &b->sections[i].draw[k];
			bool first;
			int needed = blueprint_drawn(b, &b->sections[i], row, &first), left = left_of(p, &b->sections[i], row);
			if (first && left < needed)
				return err_set(e, ERR_INPUT, _("'%s' of this bank cannot be drawn any more: %d are needed, and %d are not retired; ask the agency for a new bank"),
					       row->topic, needed, left);
		}
	return true;
}

/* The bank that was opened last for an exam; empty before the first time. */
static bool load_pool(struct app *app, const char *path, const struct blueprint *b, struct arena *a, struct bank_pool *out, struct err *e)
{
	struct pooling x = {.a = a, .pool = out, .retire = b->retire};
	const char *slash = strchr(path, '/');
	*out = (struct bank_pool){0};
	return bank_counts(app->store, arena_strndup(a, path, (size_t)(slash - path)), slash + 1, take_count, &x, e);
}

static bool load_named(struct app *app, const char *exam, struct arena *a, struct blueprint **b, struct bank_pool *out, struct err *e)
{
	struct session_row s = {0};
	if (!app_may(app, MAY_EXAM, e) || !exam_find(app, exam, a, &s, e) || !exam_blueprint(app, s.version, s.exam, a, b, e))
		return false;
	if (!is_live(*b))
		return err_set(e, ERR_INPUT, _("'%s' is a practice exam: its questions stand in the course for everybody to read"), s.exam);
	return load_pool(app, s.exam, *b, a, out, e);
}

bool exam_bank_items(struct app *app, const char *exam, exam_bank_item_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct blueprint *b;
	struct bank_pool p;
	bool ok = load_named(app, exam, &a, &b, &p, e), more = true;
	for (size_t i = 0; ok && more && i < p.count; i++)
		more = fn(ctx, &p.items[i]);
	arena_release(&a);
	return ok;
}

bool exam_bank_strata(struct app *app, const char *exam, exam_bank_stratum_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct blueprint *b;
	struct bank_pool p;
	bool ok = load_named(app, exam, &a, &b, &p, e), more = true;
	for (size_t i = 0; ok && p.count && more && i < b->section_count; i++)
		for (size_t k = 0; more && k < b->sections[i].draw_count; k++) {
			const struct draw_row *row = &b->sections[i].draw[k];
			bool first;
			struct exam_bank_stratum x = {.topic = row->topic, .skill = skill_name(b->sections[i].skill),
						      .drawn = blueprint_drawn(b, &b->sections[i], row, &first), .left = left_of(&p, &b->sections[i], row)};
			more = !first || fn(ctx, &x);
		}
	arena_release(&a);
	return ok;
}

/* --- one session --- */

bool exam_bank_plan_begin(struct app *app, struct session_row *s, const struct blueprint *b, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct bank_pool p;
	int64_t version = 0;
	bool ok = true;
	if (is_live(b)) {
		ok = load_pool(app, s->exam, b, &a, &p, e) && exam_bank_drawable(&p, b, e) &&
		     sealed_copy(app->store, s->version, b->id, app_now(app), &version, e);
		s->version = ok ? version : s->version;
		s->kind = "exam";
	}
	arena_release(&a);
	return ok;
}

bool exam_bank_plan_end(struct app *app, const struct session_row *s, struct err *e)
{
	return !s->kind || strcmp(s->kind, "exam") != 0 || bank_use_add(app->store, s->id, s->version, e);
}

bool exam_bank_state(struct app *app, int64_t session, enum exam_bank_state *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct bank_use use;
	bool found, ok = bank_use_get(app->store, session, &a, &use, &found, e);
	if (ok)
		*out = !found ? BANK_PRACTICE : use.closed_at ? BANK_CLOSED : use.opened_at ? BANK_OPEN : BANK_SEALED;
	arena_release(&a);
	return ok;
}

bool exam_bank_ready(struct app *app, int64_t session, struct err *e)
{
	enum exam_bank_state state;
	if (!exam_bank_state(app, session, &state, e))
		return false;
	return state != BANK_SEALED ||
	       err_set(e, ERR_INPUT, _("the questions of this session are sealed; two officers open them on the day, on the page of the session or with 'safar exam open'"));
}

bool exam_bank_due(struct app *app, struct session_row *session, struct bank_use *use, struct arena *a, struct err *e)
{
	bool found;
	int64_t day = 0;
	if (!exam_session_get(app->store, session->id, a, session, e) || !bank_use_get(app->store, session->id, a, use, &found, e))
		return false;
	if (!found)
		return err_set(e, ERR_INPUT, _("session %lld holds a practice exam, which is not sealed"), (long long)session->id);
	if (use->closed_at || strcmp(session->state, "closed") == 0)
		return err_set(e, ERR_INPUT, _("this session is closed; plan another one"));
	if (use->opened_at)
		return err_set(e, ERR_INPUT, _("the bank of this session was opened already"));
	date_parse(session->day, &day);
	/* the day of the calendar, or of the site where it ends later */
	if (app_today(app) < day && site_day(app_now(app), app->offset_min, 0) < day)
		return err_set(e, ERR_INPUT, _("this session is on %s; its bank is opened on that day, not before"), session->day);
	return true;
}

bool exam_bank_close(struct app *app, int64_t session, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct bank_use use;
	struct pack_row pack;
	bool found, ok = bank_use_get(app->store, session, &a, &use, &found, e);
	if (ok && found && !use.closed_at) {
		struct event_row ev = {.session = session, .sitting = "", .at = app_now(app), .actor = app->person.id, .role = sitting_role_name(BY_SUPERVISOR),
				       .act = "bank-close", .from = "", .to = "", .why = "", .text = use.digest};
		ok = pack_by_id(app->store, use.version, &a, &pack, e) && bank_use_close(app->store, session, use.version, pack.pack, app_now(app), e) &&
		     exam_event_add(app->store, &ev, e);
	}
	arena_release(&a);
	return ok;
}

bool exam_bank_wipe(struct app *app, int64_t session, struct err *e)
{
	enum exam_bank_state state;
	return exam_bank_state(app, session, &state, e) && (state != BANK_CLOSED || bank_wipe(app->store, e));
}
