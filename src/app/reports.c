#include "config.h"
#include "app/reports.h"

#include <stdlib.h>
#include <string.h>

#include "app/review.h"
#include "core/i18n.h"
#include "core/str.h"
#include "pack/words.h"
#include "text/norm.h"

enum { FORMS_KEPT = 3, TEXT_MAX = 600, BATCH = 5 };
static const char separator[] = "\x1F";

/* --- the key --------------------------------------------------------------- */

unsigned report_strict(const struct item *it)
{
	struct arena a = ARENA_INIT;
	struct typed_rules rules = {.language = it->teaches};
	unsigned strict = it->type->gap && it->type->gap(it, &a, 0, &rules) ? rules.strict : 0;
	arena_release(&a);
	return strict;
}

/* One line of the log in the form in which answers are compared. Where case or punctuation count, they tell answers apart. */
const char *report_key(struct arena *a, const char *given, unsigned strict)
{
	struct str out;
	str_init(&out);
	for (const char *s = given;; s++) {
		size_t n = strcspn(s, separator);
		const char *gap = arena_strndup(a, s, n);
		char *normal = strict & STRICT_PUNCTUATION ? text_nfc_dup(gap) : text_answer_dup(gap);
		char *folded = strict & STRICT_CASE ? NULL : text_fold_dup(normal);
		str_addf(&out, "%s%s", s == given ? "" : separator, folded ? folded : normal);
		free(normal);
		free(folded);
		s += n;
		if (!*s)
			break;
	}
	const char *key = arena_strdup(a, out.buf);
	str_release(&out);
	return key;
}

const char *report_line(struct arena *a, const char *text)
{
	struct str out;
	str_init(&out);
	for (; *text; text++) {
		if (*text == separator[0])
			str_add(&out, " … ");
		else
			str_addc(&out, *text);
	}
	const char *line = arena_strdup(a, out.buf);
	str_release(&out);
	return line;
}

static bool typed_item(const struct item *it)
{
	return it->type->answer == FORM_GAPS;
}

bool accepted_consult(struct app *app, const char *path, const char *drill, const struct item *it, const struct response *r, struct grade *g, struct err *e)
{
	bool found = false;
	if ((g->verdict != VERDICT_WRONG && g->verdict != VERDICT_TYPO) || !r || r->kind != FORM_GAPS || !typed_item(it))
		return true;
	struct arena a = ARENA_INIT;
	struct str given;
	str_init(&given);
	response_write(r, &given);
	struct answer_name n = {.path = path, .drill = drill, .key = report_key(&a, given.buf, report_strict(it))};
	bool ok = accepted_find(app->store, &n, &found, e);
	str_release(&given);
	arena_release(&a);
	if (ok && found)
		*g = (struct grade){.verdict = VERDICT_OK, .mark = g->maximum, .maximum = g->maximum};
	return ok;
}

/* --- filing ---------------------------------------------------------------- */

static const char *asked(const struct item *it, struct arena *a, const struct words *w, size_t gap)
{
	struct form f;
	struct str out;
	str_init(&out);
	item_form(it, a, w, 0, &f);
	for (size_t i = 0; i < f.count; i++) {
		const struct form_part *p = &f.parts[i];
		if ((p->kind == FORM_TEXT || p->kind == FORM_ASK) && p->text)
			str_addf(&out, "%s%s", out.len ? "\n\n" : "", p->text);
		for (size_t k = 0; p->kind == FORM_GAPS && p->gap_count > 1 && k <= p->gap_count; k++)
			str_addf(&out, "%s%s", k ? (k == gap ? " […] " : " … ") : out.len ? "\n\n" : "", p->pieces[k]);
	}
	const char *text = out.len <= TEXT_MAX ? arena_strdup(a, out.buf) : "";
	str_release(&out);
	return text;
}

const char *report_asked(const struct item *it, struct arena *a, const struct words *w)
{
	return asked(it, a, w, 0);
}

const char *report_gap_asked(const struct item *it, struct arena *a, const struct words *w, size_t i)
{
	return asked(it, a, w, i + 1);
}

const char *report_gap_expected(const struct item *it, struct arena *a, size_t i)
{
	struct str out;
	struct typed_rules rules = {.language = it->teaches};
	const struct forms *f = it->type->gap ? it->type->gap(it, a, i, &rules) : NULL;
	if (!f)
		return NULL;
	str_init(&out);
	for (size_t k = 0; k < f->count && k < FORMS_KEPT; k++)
		str_addf(&out, "%s%s", k ? " / " : "", f->shown[k]);
	const char *text = arena_strdup(a, out.buf);
	str_release(&out);
	return text;
}

const char *report_expected(const struct item *it, struct arena *a)
{
	struct str out;
	const char *gap;
	str_init(&out);
	for (size_t i = 0; (gap = report_gap_expected(it, a, i)); i++)
		str_addf(&out, "%s%s", i ? separator : "", gap);
	const char *text = out.len ? arena_strdup(a, out.buf) : it->type->right(it, a, &words_source);
	str_release(&out);
	return text;
}

/* The row of the log that is reported. */
struct reported_row {
	struct arena *arena;
	int64_t person;
	bool fits;
	struct answer_name name;
	const char *given;
};

static bool take_reported(void *ctx, const struct answer *row)
{
	struct reported_row *t = ctx;
	t->fits = row->person == t->person && !*row->sitting && (str_eq(row->verdict, "wrong") || str_eq(row->verdict, "typo"));
	t->name = (struct answer_name){.path = arena_strdup(t->arena, row->path), .drill = arena_strdup(t->arena, row->drill)};
	t->given = arena_strdup(t->arena, row->given);
	return false;
}

bool report_file(struct app *app, const struct item *it, int64_t seq, struct arena *a, enum report_state *state, const char **reason, struct err *e)
{
	struct reported_row row = {.arena = a, .person = app->person.id};
	*state = REPORT_NONE;
	*reason = "";
	if (!typed_item(it))
		return true;
	if (!answer_read(app->store, seq, take_reported, &row, e))
		return false;
	if (!row.fits)
		return true;
	unsigned strict = report_strict(it);
	bool taken = false;
	row.name.key = report_key(a, row.given, strict);
	struct report r = {.answer = seq, .key = row.name.key, .strict = strict, .asked = report_asked(it, a, &words_source), .expected = report_expected(it, a), .at = app_now(app)};
	if (!store_begin(app->store, e))
		return false;
	bool ok = report_add(app->store, &r, &taken, e) && report_find(app->store, app->person.id, &row.name, a, state, reason, e);
	return store_end(app->store, ok, e);
}

/* --- what staff see -------------------------------------------------------- */

struct listing {
	struct report_list *out;
	size_t room;
};

static bool take_group(void *ctx, const struct report_group *g)
{
	struct listing *l = ctx;
	struct report_list *out = l->out;
	struct arena *a = &out->arena;
	out->list = arena_grow(a, out->list, out->count, &l->room, sizeof(*out->list));
	struct report_group *n = &out->list[out->count++];
	*n = *g;
	n->name = (struct answer_name){.path = arena_strdup(a, g->name.path), .drill = arena_strdup(a, g->name.drill), .key = arena_strdup(a, g->name.key)};
	n->asked = arena_strdup(a, g->asked);
	n->expected = arena_strdup(a, g->expected);
	n->given = arena_strdup(a, g->given);
	n->verdict = arena_strdup(a, g->verdict);
	n->reasons = arena_strdup(a, g->reasons);
	n->reason = arena_strdup(a, g->reason);
	n->body_hash = arena_strdup(a, g->body_hash);
	n->hash_now = arena_strdup(a, g->hash_now);
	return true;
}

bool report_list_load(struct app *app, enum report_state state, struct report_list *out, struct err *e)
{
	struct listing l = {.out = out};
	*out = (struct report_list){.arena = ARENA_INIT};
	return app_may(app, MAY_REPORTS, e) && report_groups(app->store, state, take_group, &l, e);
}

void report_list_release(struct report_list *l)
{
	arena_release(&l->arena);
	*l = (struct report_list){.arena = ARENA_INIT};
}

bool report_waiting(struct app *app, int *out, struct err *e)
{
	struct err ignored = ERR_INIT;
	*out = 0;
	return !app_may(app, MAY_REPORTS, &ignored) || report_open_count(app->store, out, e);
}

bool report_item_changed(const struct report_group *g)
{
	return *g->hash_now && !str_eq(g->hash_now, g->body_hash);
}

bool report_item_gone(const struct report_group *g)
{
	return !*g->hash_now;
}

struct naming {
	struct arena *arena;
	const char **names;
	size_t count, room;
};

static bool take_name(void *ctx, const char *name, const char *code)
{
	struct naming *n = ctx;
	n->names = arena_grow(n->arena, n->names, n->count, &n->room, sizeof(*n->names));
	n->names[n->count++] = arena_printf(n->arena, "%s (%s)", name, code);
	return true;
}

bool report_who(struct app *app, const struct report_group *g, struct arena *a, const char ***names, size_t *count, struct err *e)
{
	struct naming n = {.arena = a};
	bool ok = app_may(app, MAY_REPORTS, e) && report_people(app->store, &g->name, take_name, &n, e);
	*names = n.names;
	*count = n.count;
	return ok;
}

/* --- deciding --------------------------------------------------------------- */

/* Rows of the log that fit what was accepted. */
struct mistaken {
	struct arena *arena;
	const struct reported *what;
	int64_t *seqs;
	size_t count, room;
};

static bool take_mistaken(void *ctx, const struct answer *row)
{
	struct mistaken *m = ctx;
	struct arena a = ARENA_INIT;
	if (str_eq(report_key(&a, row->given, m->what->strict), m->what->name.key)) {
		m->seqs = arena_grow(m->arena, m->seqs, m->count, &m->room, sizeof(*m->seqs));
		m->seqs[m->count++] = row->seq;
	}
	arena_release(&a);
	return true;
}

/* A copy of a row: what is read must be at its end before anything is written. */
struct copied {
	struct arena arena;
	struct answer row; /* seq 0: there is none that still stands */
};

static bool copy_row(void *ctx, const struct answer *row)
{
	struct copied *c = ctx;
	struct arena *a = &c->arena;
	c->row = *row;
	c->row.path = arena_strdup(a, row->path);
	c->row.body_hash = arena_strdup(a, row->body_hash);
	c->row.sitting = "";
	c->row.drill = arena_strdup(a, row->drill);
	c->row.direction = arena_strdup(a, row->direction);
	c->row.shown = arena_strdup(a, row->shown);
	c->row.given = arena_strdup(a, row->given);
	c->row.language = arena_strdup(a, row->language);
	c->row.front = arena_strdup(a, row->front);
	c->row.words = arena_strdup(a, row->words);
	return false;
}

/* The same answer once more, judged as staff judge it. */
static bool correct(struct app *app, struct answer *row, struct err *e)
{
	char uuid[37];
	entropy_uuid(&app->entropy, uuid);
	row->uuid = uuid;
	row->corrects = row->seq;
	row->verdict = verdict_name(VERDICT_OK);
	row->reasons = "";
	row->mark = row->maximum;
	row->at = app_now(app);
	row->offset_min = app->offset_min;
	row->boot = clock_boot(&app->clock);
	row->mono_ms = clock_mono(&app->clock);
	row->program = PACKAGE_VERSION;
	return answer_add(app->store, row, e) && review_record(app, row, e);
}

/* Corrects one row, unless somebody else just did. */
static bool correct_row(struct app *app, int64_t seq, int *corrected, struct err *e)
{
	struct copied c = {.arena = ARENA_INIT};
	bool ok = answer_read_standing(app->store, seq, copy_row, &c, e);
	if (ok && c.row.seq) {
		ok = correct(app, &c.row, e);
		*corrected += ok;
	}
	arena_release(&c.arena);
	return ok;
}

/* In small commits: learners answer meanwhile. */
static bool correct_all(struct app *app, struct arena *a, const struct reported *what, int *corrected, struct err *e)
{
	struct mistaken m = {.arena = a, .what = what};
	bool ok = answer_mistaken_at(app->store, what->name.path, what->name.drill, take_mistaken, &m, e);
	for (size_t i = 0; ok && i < m.count;) {
		int done = 0;
		if (!store_begin(app->store, e))
			return false;
		for (size_t end = i + BATCH; ok && i < m.count && i < end; i++)
			ok = correct_row(app, m.seqs[i], &done, e);
		ok = store_end(app->store, ok, e);
		*corrected += ok ? done : 0;
	}
	return ok;
}

bool report_accept(struct app *app, int64_t id, int *corrected, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct reported what;
	*corrected = 0;
	bool ok = app_may(app, MAY_REPORTS, e) && report_read(app->store, id, &a, &what, e) && store_begin(app->store, e);
	if (ok) {
		ok = accepted_add(app->store, &what, app_now(app), app->person.id, e) &&
		     report_decide(app->store, &what.name, REPORT_ACCEPTED, "", app_now(app), app->person.id, e) &&
		     act_add(app->store, app_now(app), app->person.id, "report.accept", what.name.path, what.given, e);
		ok = store_end(app->store, ok, e) && correct_all(app, &a, &what, corrected, e);
	}
	arena_release(&a);
	return ok;
}

bool report_dismiss(struct app *app, int64_t id, const char *reason, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct reported what;
	if (!app_may(app, MAY_REPORTS, e))
		return false;
	if (!*reason || strlen(reason) > REPORT_REASON_MAX || !text_valid(reason, strlen(reason), NULL) || !text_is_line(reason))
		return err_set(e, ERR_INPUT, _("the reason is empty, longer than %d bytes, or no plain line; say in a few words why the answer is not right"), REPORT_REASON_MAX);
	bool ok = report_read(app->store, id, &a, &what, e) && store_begin(app->store, e);
	if (ok) {
		ok = accepted_remove(app->store, &what.name, e) &&
		     report_decide(app->store, &what.name, REPORT_DISMISSED, reason, app_now(app), app->person.id, e) &&
		     act_add(app->store, app_now(app), app->person.id, "report.dismiss", what.name.path, arena_printf(&a, "%s: %s", what.given, reason), e);
		ok = store_end(app->store, ok, e);
	}
	arena_release(&a);
	return ok;
}
