/* Whether the questions of an exam are there, unchanged, and can be shown. Declared in rehearsal_inside.h. */
#include "config.h"
#include "app/rehearsal_inside.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_bank.h"
#include "app/pack_table.h"
#include "app/pack_words.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/hearing.h"
#include "store/packs.h"

struct looking {
	struct rehearsing *r;
	struct pack_row pack;
	struct words view;
	const char *unit;           /* being read */
	int good, damaged, typed;
	int units_seen;             /* items of the unit being counted */
	const char *first;          /* path of the first that is damaged */
	struct bank_item *bank;
	struct exam_script *scripts;
	size_t bank_count, bank_room, script_count, script_room;
};

static bool has_gaps(const struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->parts[i].kind == FORM_GAPS)
			return true;
	return false;
}

/* One question: its text is that of its hash, it parses, and makes a form. */
static void look_at(struct looking *l, const char *path, const char *hash)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	const char *body;
	char is[HASH_HEX_SIZE] = "";
	const struct item *it = NULL;
	struct form form = {0};
	if (pack_body(l->r->app->store, hash, &a, &body, &e)) {
		hash_hex(body, strlen(body), is);
		it = strcmp(is, hash) == 0 ? exam_item(l->r->app, path, hash, l->pack.teaches, &a, &e) : NULL;
	}
	if (it)
		item_form(it, &a, &l->view, 1, &form);
	if (it && form.count) {
		l->good++;
		l->typed += has_gaps(&form);
	} else {
		l->damaged++;
		l->first = l->first ? l->first : arena_strdup(l->r->a, path);
	}
	arena_release(&a);
}

static bool take_bank(void *ctx, const struct exam_bank_row *row)
{
	struct looking *l = ctx;
	struct arena *a = l->r->a;
	struct bank_item it = {.topic = arena_strdup(a, row->topic), .id = arena_strdup(a, row->id), .item = l->r->blueprint->node};
	look_at(l, arena_printf(a, "%s/%s/%s", l->pack.pack, l->r->blueprint->id, row->id), row->hash);
	if (row->script && *row->script) {
		for (size_t i = 0; i < l->script_count; i++)
			l->scripts[i].item_count += str_eq(l->scripts[i].id, row->script);
		return true;
	}
	if (!skill_from(row->skill, &it.skill))
		return true;
	l->bank = arena_grow(a, l->bank, l->bank_count, &l->bank_room, sizeof(*l->bank));
	l->bank[l->bank_count++] = it;
	return true;
}

static bool take_script(void *ctx, const struct script_row *row)
{
	struct looking *l = ctx;
	l->scripts = arena_grow(l->r->a, l->scripts, l->script_count, &l->script_room, sizeof(*l->scripts));
	l->scripts[l->script_count++] = (struct exam_script){.id = arena_strdup(l->r->a, row->id), .topic = arena_strdup(l->r->a, row->topic), .node = l->r->blueprint->node};
	return true;
}

static bool take_unit_item(void *ctx, const struct item_row *row)
{
	struct looking *l = ctx;
	if (!row->bank)
		return true;
	l->units_seen++;
	look_at(l, arena_printf(l->r->a, "%s/%s/%s", l->pack.pack, l->unit, row->id), row->hash);
	return true;
}

/* A unit_bank_fn: how many questions the check of a unit has; each is looked at on the way. */
static int look_at_unit(void *ctx, const char *unit)
{
	struct looking *l = ctx;
	struct err e = ERR_INIT;
	l->unit = unit;
	l->units_seen = 0;
	return pack_unit_rows(l->r->app->store, l->r->session.version, unit, take_unit_item, l, &e) && l->units_seen ? l->units_seen : -1;
}

/* The draws, judged like those of a pack being checked, with the banks as they are stored. */
static void look_at_draws(struct looking *l)
{
	struct blueprint b = *l->r->blueprint;
	struct diag_list d;
	diag_init(&d);
	b.bank = l->bank;
	b.bank_count = l->bank_count;
	b.scripts = l->scripts;
	b.script_count = l->script_count;
	bool possible = blueprint_check(&b, look_at_unit, l, &d);
	if (possible)
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_GOOD, _("Every part of the exam can be drawn."), "");
	else
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_BAD, _("A part of the exam cannot be drawn: questions are missing."), _("Install the pack again."));
	diag_release(&d);
}

static void look_at_state(struct looking *l)
{
	const char *state = l->pack.state, *name = arena_printf(l->r->a, "%s %s", l->pack.pack, l->pack.version);
	if (l->r->blueprint->examines)
		return; /* a version of this session alone */
	if (str_eq(state, "active"))
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_GOOD, arena_printf(l->r->a, _("The pack is installed: %s."), name), "");
	else if (str_eq(state, "superseded"))
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_NOTE, arena_printf(l->r->a, _("A newer version than %s is installed; this session keeps the one it was planned with."), name),
			      _("Plan another session if the newer one is meant."));
	else
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_BAD, arena_printf(l->r->a, _("The pack %s is not installed any more."), name), _("Install it again."));
}

static void look_at_words(struct looking *l)
{
	struct word_table table = {0};
	struct err e = ERR_INIT;
	if (!*l->pack.teaches || !l->typed)
		return;
	if (!pack_table_load(l->r->app->store, l->r->session.version, l->r->a, &table, &e))
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_BAD, arena_strdup(l->r->a, e.msg), "");
	else if (!table.bytes)
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_BAD, _("The words that typed answers are judged with are missing."), _("Install the pack again with this program."));
	else
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_GOOD, _("The words that typed answers are judged with are there."), "");
}

static bool take_stratum(void *ctx, const struct exam_bank_stratum *x)
{
	struct looking *l = ctx;
	if (x->left < x->drawn)
		rehearsal_add(l->r, REHEARSAL_PACK, REHEARSAL_BAD, arena_printf(l->r->a, _("Of '%s' the exam draws %d questions, and %d are left."), x->topic, x->drawn, x->left),
			      _("Ask the agency for a newer bank."));
	return true;
}

/* A live bank before its day: nobody can look into it, and it is only known how much of it is not used up. */
static bool look_at_sealed(struct rehearsing *r)
{
	struct looking l = {.r = r};
	struct err e = ERR_INIT;
	enum exam_bank_state bank;
	if (!exam_bank_state(r->app, r->session.id, &bank, &e) || bank != BANK_SEALED)
		return false;
	rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_NOTE, _("The questions are sealed, as they should be before the day: what is in the file can be tried only then."),
		      _("Have the sealed file, the key of the centre and both officers there; they open it with 'safar exam open'."));
	if (!exam_bank_strata(r->app, r->session.exam, take_stratum, &l, &e))
		rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_NOTE, arena_printf(r->a, _("How much of the bank is left is not known: %s."), e.msg), "");
	return true;
}

void rehearse_pack(struct rehearsing *r)
{
	if (look_at_sealed(r))
		return;
	struct looking l = {.r = r};
	struct err e = ERR_INIT;
	char language[16];
	struct pack_words *words = NULL;
	if (r->blueprint && !rehearse_bank(r))
		return;
	bool ok = r->blueprint && pack_by_id(r->app->store, r->session.version, r->a, &l.pack, &e);
	if (ok) {
		const char *spoken = r->blueprint->language ? r->blueprint->language : r->app->language;
		snprintf(language, sizeof(language), "%s", spoken);
		language[r->blueprint->language ? strcspn(language, "-") : strlen(language)] = '\0';
		words = pack_words_load(r->app->store, r->session.version, "", language, &e);
		ok = words;
	}
	if (ok) {
		l.view = pack_words_view(words);
		look_at_state(&l);
		ok = script_each(r->app->store, r->session.version, r->blueprint->id, take_script, &l, &e) &&
		     exam_bank_each(r->app->store, r->session.version, r->blueprint->id, take_bank, &l, &e);
	}
	if (ok) {
		look_at_draws(&l);
		if (l.damaged)
			rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_BAD, arena_printf(r->a, ngettext("%d question is damaged or changed: %s.", "%d questions are damaged or changed, the first: %s.",
				      (unsigned long)l.damaged), l.damaged, l.first), _("Restore the last backup, or install the pack again."));
		else
			rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_GOOD, arena_printf(r->a, ngettext("%d question is unchanged and can be shown.",
				      "%d questions are unchanged and can be shown.", (unsigned long)l.good), l.good), "");
		look_at_words(&l);
	}
	if (!ok)
		rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_BAD, *e.msg ? arena_strdup(r->a, e.msg) : _("The exam cannot be read from the store."), _("Restore the last backup."));
	pack_words_free(words);
}
