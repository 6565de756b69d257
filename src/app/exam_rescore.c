#include "config.h"
#include "app/exam_rescore.h"

#include <string.h>

#include "app/exam_gaps.h"
#include "app/exam_marks.h"
#include "app/pack_table.h"
#include "app/reports.h"
#include "core/i18n.h"
#include "core/str.h"
#include "pack/words.h"

/* A sitting with the item in its form. */
struct asked {
	const char *sitting;
	int64_t session;
	int seat;
};
struct rescoring {
	struct app *app;
	struct arena *arena;
	const struct rescore *what;
	const char *path, *exam; /* exam: its id */
	struct pack_row pack;    /* the newest installed version */
	const char *hash;        /* of the item there, NULL: it has none */
	struct item *item;       /* read from it, RESCORE_REGRADE */
	struct word_table table;
	struct asked *list;
	size_t count, room;
	int changed, same, other; /* same: had the item as it is now */
	rescored_fn *fn;
	void *ctx;
};

static bool take_bank_item(void *ctx, const struct exam_bank_row *r)
{
	struct rescoring *x = ctx;
	if (str_eq(r->id, strrchr(x->path, '/') + 1))
		x->hash = arena_strdup(x->arena, r->hash);
	return true;
}

static bool take_unit_item(void *ctx, const struct item_row *r)
{
	struct rescoring *x = ctx;
	if (r->bank && str_eq(r->id, strrchr(x->path, '/') + 1))
		x->hash = arena_strdup(x->arena, r->hash);
	return true;
}

static bool take_asked(void *ctx, const char *sitting, int64_t session, int seat)
{
	struct rescoring *x = ctx;
	x->list = arena_grow(x->arena, x->list, x->count, &x->room, sizeof(*x->list));
	x->list[x->count++] = (struct asked){arena_strdup(x->arena, sitting), session, seat};
	return true;
}

/* The item as it is now. */
static bool find_item(struct rescoring *x, struct err *e)
{
	struct app *app = x->app;
	const char *unit = strchr(x->path, '/') + 1;
	const char *pack = arena_strndup(x->arena, x->path, (size_t)(unit - 1 - x->path));
	unit = arena_strndup(x->arena, unit, (size_t)(strrchr(x->path, '/') - unit));
	if (!pack_active(app->store, pack, x->arena, &x->pack, e))
		return false;
	bool ok = str_eq(unit, x->exam) ? exam_bank_each(app->store, x->pack.id, x->exam, take_bank_item, x, e) :
					  pack_unit_rows(app->store, x->pack.id, unit, take_unit_item, x, e);
	if (ok && !x->hash)
		return err_set(e, ERR_ABSENT, _("the newest version of '%s' has no question '%s'; leave it out, or give everybody its points"), pack, x->path);
	const struct item *it = ok ? exam_item(app, x->path, x->hash, x->pack.teaches, x->arena, e) : NULL;
	if (!it)
		return false;
	x->item = arena_alloc(x->arena, sizeof(*x->item));
	*x->item = *it;
	if (*x->pack.teaches && !pack_table_load(app->store, x->pack.id, x->arena, &x->table, e))
		return false;
	x->item->table = x->table.bytes ? &x->table : NULL;
	return true;
}

static bool prepare(struct rescoring *x, struct err *e)
{
	const struct rescore *w = x->what;
	const char *slash = strchr(w->exam, '/');
	if (!slash)
		return err_set(e, ERR_INPUT, _("name the exam with its pack, as in dutch-a1/final"));
	x->exam = slash + 1;
	x->path = strchr(w->item, '/') ? w->item : arena_printf(x->arena, "%s/%s", w->exam, w->item);
	if (strchr(x->path, '/') == strrchr(x->path, '/'))
		return err_set(e, ERR_INPUT, _("'%s' is no question; name it as pack/unit/id, or by its id in the bank of the exam"), w->item);
	if (!exam_sitting_with_path(x->app->store, w->exam, x->path, take_asked, x, e))
		return false;
	if (!x->count)
		return err_set(e, ERR_ABSENT, _("nobody was asked '%s' in a sitting of '%s' that has ended"), x->path, w->exam);
	return w->how != RESCORE_REGRADE || find_item(x, e);
}

struct finding {
	const char *path;
	struct arena *arena;
	struct form_row row;
	bool found;
};

static bool match_path(void *ctx, const struct form_row *r)
{
	struct finding *f = ctx;
	if (r->replaced || !str_eq(r->path, f->path))
		return true;
	f->row = *r;
	f->row.hash = arena_strdup(f->arena, r->hash);
	f->row.given = arena_strdup(f->arena, r->given);
	f->row.verdict = arena_strdup(f->arena, r->verdict);
	f->found = true;
	return false;
}

static const struct form_part *options_of(const struct item *it, struct arena *a)
{
	struct form f;
	item_form(it, a, &words_source, 0, &f);
	for (size_t i = 0; i < f.count; i++)
		if (f.parts[i].kind == it->type->answer && f.parts[i].keys)
			return &f.parts[i];
	return NULL;
}

/* Answers hold numbers of options: they mean the same only while the options stand as they stood. */
static bool same_options(const struct item *was, const struct item *is, struct arena *a)
{
	if (was->type->answer != is->type->answer)
		return false;
	const struct form_part *x = options_of(was, a), *y = options_of(is, a);
	if (!x || !y)
		return !x && !y;
	if (x->option_count != y->option_count)
		return false;
	for (size_t i = 0; i < x->option_count; i++) {
		bool same = false;
		for (size_t k = 0; k < y->option_count; k++)
			same |= x->keys[i] == y->keys[k] && str_eq(x->options[i], y->options[k]);
		if (!same)
			return false;
	}
	return true;
}

/* What the answer earns by the item as it is now. */
static bool regrade(struct rescoring *x, const struct blueprint *b, const struct form_row *row, struct mark_row *out, struct err *e)
{
	struct arena *a = x->arena;
	const struct item *was = exam_item(x->app, x->path, row->hash, x->pack.teaches, a, e);
	struct response resp;
	struct grade g;
	if (!was)
		return false;
	if (!same_options(was, x->item, a))
		return err_set(e, ERR_INPUT, _("the options of '%s' are others now; leave it out, or give everybody its points"), x->path);
	*out = (struct mark_row){.maximum = x->item->points * blueprint_scale(b)};
	if (!*row->verdict || str_eq(row->verdict, "empty"))
		return true;
	if (!response_parse(a, x->item->type->answer, row->given, &resp))
		return err_set(e, ERR_STORE, _("a stored answer to '%s' is damaged; restore the last backup"), x->path);
	item_grade(x->item, a, &resp, &g);
	out->maximum = g.maximum * blueprint_scale(b);
	out->mark = gaps_earned(x->item, b, b->sections[row->section].skill, &resp, &g, a);
	return true;
}

static bool score(struct rescoring *x, const struct blueprint *b, const struct form_row *row, struct mark_row *out, struct err *e)
{
	*out = (struct mark_row){0};
	if (x->what->how == RESCORE_REGRADE && !regrade(x, b, row, out, e))
		return false;
	if (x->what->how == RESCORE_EVERYBODY)
		out->mark = out->maximum = row->maximum;
	out->section = row->section;
	out->number = row->number;
	out->marker = 1;
	out->criterion = "";
	out->kind = "rescore";
	out->text = x->what->reason ? x->what->reason : "";
	out->assessor = x->app->person.id;
	out->second = x->what->second;
	out->at = app_now(x->app);
	return true;
}

/* What an assessor gave is not taken away by a key; what an earlier key gave is. */
static bool keep_score(const struct rescoring *x, const char *sitting, const struct item_mark *own, struct mark_row *row, struct err *e)
{
	bool regraded = own && x->what->how == RESCORE_REGRADE;
	if (regraded && own->said_maximum && (int64_t)own->said_mark * row->maximum > (int64_t)row->mark * own->said_maximum) {
		row->mark = own->said_mark;
		row->maximum = own->said_maximum;
	}
	if (regraded && own->maximum && (int64_t)own->mark * row->maximum == (int64_t)row->mark * own->maximum)
		return true; /* as it is */
	return exam_mark_add(x->app->store, sitting, row, e);
}

static bool rescore_one(struct rescoring *x, const struct asked *s, struct err *e)
{
	struct app *app = x->app;
	struct arena *a = x->arena;
	struct place_row r;
	struct blueprint *b;
	struct exam_result before, after;
	struct marks_now was, is;
	struct release_row released;
	struct mark_row row;
	struct finding f = {.path = x->path, .arena = a};
	/* looking changes nothing */
	if (!exam_place_of(app->store, s->sitting, a, &r, e) || (x->what->second && !exam_not_own(app, r.person, x->what->second, e)) ||
	    !exam_blueprint(app, r.version, r.exam, a, &b, e) || !exam_reckon(app, &r, b, a, &before, e) ||
	    !exam_marks_load(app, s->sitting, b, a, &was, e) || !exam_item_each(app->store, s->sitting, match_path, &f, e) ||
	    !exam_release_get(app->store, r.session, a, &released, e))
		return false;
	if (!f.found || (size_t)f.row.section >= b->section_count)
		return true;
	if (x->what->how == RESCORE_REGRADE && str_eq(f.row.hash, x->hash)) { /* sat with the mended question already */
		x->same++;
		return true;
	}
	x->other++;
	if (!score(x, b, &f.row, &row, e))
		return false;
	if (!keep_score(x, s->sitting, exam_marks_item(&was, f.row.number), &row, e) || !exam_reckon(app, &r, b, a, &after, e) ||
	    !exam_marks_load(app, s->sitting, b, a, &is, e))
		return false;
	struct rescored out = {.session = s->session, .seat = s->seat, .number = f.row.number, .sitting = s->sitting, .name = r.name,
			       .given = report_line(a, f.row.given), .passed_before = before.outcome.passed, .passed_after = after.outcome.passed,
			       .released = released.at != 0, .scale = after.scale > before.scale ? after.scale : before.scale};
	exam_marks_of(&was, &f.row, before.scale / blueprint_scale(b), &out.before, &out.before_maximum);
	exam_marks_of(&is, &f.row, after.scale / blueprint_scale(b), &out.after, &out.after_maximum);
	out.before *= out.scale / before.scale;
	out.before_maximum *= out.scale / before.scale;
	out.after *= out.scale / after.scale;
	out.after_maximum *= out.scale / after.scale;
	bool changed = out.before != out.after || out.before_maximum != out.after_maximum;
	struct giving_out g = {.cause = "rescore", .text = row.text, .assessor = row.assessor, .second = row.second};
	x->changed += changed;
	if (x->fn)
		x->fn(x->ctx, &out);
	return !changed || ((!released.at || exam_give_out(app, s->sitting, &g, e)) && exam_note_signed(app, &r, "rescore", row.second, x->path, e));
}

static bool rescore_all(struct rescoring *x, struct err *e)
{
	bool ok = true;
	for (size_t i = 0; ok && i < x->count; i++)
		ok = rescore_one(x, &x->list[i], e);
	if (ok && x->same && !x->other)
		return err_set(e, ERR_INPUT, _("'%s' is the same in the newest version; install the version in which it is mended first"), x->path);
	return ok;
}

bool rescore_look(struct app *app, const struct rescore *r, rescored_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct rescoring x = {.app = app, .arena = &a, .what = r, .fn = fn, .ctx = ctx};
	bool ok = app_may(app, MAY_EXAM, e) && prepare(&x, e) && store_begin(app->store, e);
	if (ok) {
		/* reckoned as if it were done, then taken back */
		ok = rescore_all(&x, e);
		store_rollback(app->store);
	}
	arena_release(&a);
	return ok;
}

bool rescore_do(struct app *app, const struct rescore *r, rescored_fn *fn, void *ctx, int *changed, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct rescoring x = {.app = app, .arena = &a, .what = r, .fn = fn, .ctx = ctx};
	*changed = 0;
	if (!app_may(app, MAY_EXAM, e) || !exam_line(r->reason, REVIEW_TEXT_MAX, e))
		return false;
	if (!r->second)
		return err_set(e, ERR_DENIED, _("counting marks anew needs a second member of staff, who signs in for it"));
	bool ok = prepare(&x, e) && store_begin(app->store, e);
	ok = ok && store_end(app->store, rescore_all(&x, e) && act_add(app->store, app_now(app), app->person.id, "exam-rescore", x.path, r->reason, e), e);
	if (ok)
		*changed = x.changed;
	arena_release(&a);
	return ok;
}
