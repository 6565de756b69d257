/* What is done beyond reading and answering: drills of the unit's own words, listening to the instructor, and the sheet for the room. */
#include "config.h"
#include "learn/parts.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/types.h"

enum {
	DRILLS_MIN = 4,
	DRILLS_MAX = 30,
	DRILLS_DEFAULT = 12,
	TIMES_MAX = 3,
	TIMES_DEFAULT = 2,
	BANDS_MIN = 2,
	BANDS_MAX = 5,
};

bool parse_practise(struct reading *r, const struct node *n, struct part *out)
{
	const struct node *count = node_get(n, "count");
	out->drills = DRILLS_DEFAULT;
	return !count || node_int(count, DRILLS_MIN, DRILLS_MAX, &out->drills, r->d);
}

/* --- what a practice drills ---------------------------------------------- */

/* The words, or the phrases, of a unit: in their order, and by id. */
struct entry {
	const char *id;
	const void *thing;
	const struct part *chosen_by; /* the last practice that named it */
};
struct stock {
	const char *key;
	bool words;     /* else phrases */
	bool whole;     /* what is not found here is nowhere */
	const void **all;
	struct entry *sorted;
	size_t count;
};

static int by_entry_id(const void *va, const void *vb)
{
	const struct entry *a = va, *b = vb;
	return strcmp(a->id, b->id);
}

static void stock_fill(struct arena *a, const struct unit *u, enum part_kind kind, struct stock *s)
{
	size_t most = 0, sorted = 0;
	for (size_t i = 0; i < u->part_count; i++)
		most += u->parts[i].kind == kind ? u->parts[i].count : 0;
	s->all = arena_array(a, most + 1, sizeof(*s->all));
	s->sorted = arena_array(a, most + 1, sizeof(*s->sorted));
	for (size_t i = 0; i < u->part_count; i++) {
		const struct part *p = &u->parts[i];
		for (size_t k = 0; p->kind == kind && k < p->count; k++) {
			const void *thing = s->words ? (const void *)&p->words[k] : (const void *)&p->phrases[k];
			s->all[s->count++] = thing;
			s->sorted[sorted++] = (struct entry){.id = s->words ? p->words[k].id : p->phrases[k].id, .thing = thing};
		}
	}
	if (sorted)
		qsort(s->sorted, sorted, sizeof(*s->sorted), by_entry_id);
}

static void choose_named(struct reading *r, struct stock *s, const struct part *p, const struct node *list, const void **out, size_t *count)
{
	for (const struct node *c = list->first; c; c = c->next) {
		if (c->kind != NODE_SCALAR)
			continue; /* reported with the keys */
		const struct entry key = {.id = c->text};
		struct entry *found = s->count ? bsearch(&key, s->sorted, s->count, sizeof(*s->sorted), by_entry_id) : NULL;
		if (!found && !s->whole)
			continue;
		if (!found && s->words)
			node_fault(r->d, c, _("name words of this unit by their ids, or write all or none"), _("this unit has no word '%s'"), c->text);
		else if (!found)
			node_fault(r->d, c, _("name phrases of this unit by their ids, or write all or none"), _("this unit has no phrase '%s'"), c->text);
		else if (found->chosen_by == p)
			node_fault(r->d, c, _("name it once"), _("'%s' stands twice in '%s'"), c->text, s->key);
		else {
			found->chosen_by = p;
			out[(*count)++] = found->thing;
		}
	}
}

/* `all`, `none` or a list of ids; absent means all. */
static const void **choose(struct reading *r, struct stock *s, const struct part *p, size_t *count)
{
	const struct node *n = node_get(p->node, s->key);
	*count = 0;
	if (!n || (n->kind == NODE_SCALAR && str_eq(n->text, "all"))) {
		*count = s->count;
		return s->all;
	}
	if (n->kind == NODE_SCALAR && !str_eq(n->text, "none"))
		node_fault(r->d, n, _("write all, none, or a list of ids such as [id, id]"), _("'%s' is neither all nor none"), n->text);
	const void **out = arena_array(r->a, n->count + 1, sizeof(*out));
	if (n->kind == NODE_LIST)
		choose_named(r, s, p, n, out, count);
	return out;
}

void choose_drills(struct reading *r, struct unit *u, bool whole)
{
	struct stock words = {.key = "words", .words = true, .whole = whole}, phrases = {.key = "phrases", .whole = whole};
	stock_fill(r->a, u, PART_WORDS, &words);
	stock_fill(r->a, u, PART_PHRASES, &phrases);
	for (size_t i = 0; i < u->part_count; i++) {
		struct part *p = &u->parts[i];
		if (p->kind != PART_PRACTISE)
			continue;
		size_t faults = r->d->errors;
		p->drilled_words = (const struct word **)choose(r, &words, p, &p->drilled_word_count);
		p->drilled_phrases = (const struct phrase **)choose(r, &phrases, p, &p->drilled_phrase_count);
		if (whole && !p->drilled_word_count && !p->drilled_phrase_count && faults == r->d->errors)
			node_fault(r->d, p->node, _("give the unit a part words or phrases, or choose some of them"),
				   _("there is nothing to practise in '%s'"), p->id);
	}
}

/* --- listening ------------------------------------------------------------ */

static bool parse_heard(struct reading *r, const struct node *n, const char *what, const struct node_key *keys, struct line *out)
{
	if (!node_check_keys(n, what, keys, r->d))
		return false;
	*out = (struct line){.who = node_text(n, "who"), .say = node_text(n, "say"), .means = node_text(n, "means"), .node = n};
	bool sound = take_id(r, n, &out->id);
	sound &= check_taught(r, n, "who");
	sound &= check_taught(r, n, "say");
	sound &= check_marked(r, n, "means");
	return sound;
}

bool parse_listen(struct reading *r, const struct node *n, struct part *out)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "who", .kind = NODE_SCALAR},
		{.name = "say", .kind = NODE_SCALAR, .required = true},
		{.name = "means", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	const struct node *lines = node_get(n, "lines"), *times = node_get(n, "times");
	out->intro = node_text(n, "intro");
	out->times = TIMES_DEFAULT;
	bool sound = check_marked(r, n, "intro");
	if (times)
		sound &= node_int(times, 1, TIMES_MAX, &out->times, r->d);
	sound &= check_list(r, lines);
	out->lines = arena_array(r->a, lines->count + 1, sizeof(*out->lines));
	for (const struct node *c = lines->first; c; c = c->next)
		sound &= parse_heard(r, c, _("a line to listen to"), keys, &out->lines[out->count++]);
	sound &= exercises_parse(r, node_get(n, "ask"), &out->items, &out->item_count);
	return sound;
}

/* --- the sheet for the room ------------------------------------------------ */

/* The scalars of a list, already known to be a list. */
static const char **texts_of(struct reading *r, const struct node *list, size_t *count)
{
	const char **out = arena_array(r->a, list->count + 1, sizeof(*out));
	*count = 0;
	for (const struct node *c = list->first; c; c = c->next)
		out[(*count)++] = c->text;
	return out;
}

static bool parse_role(struct reading *r, const struct node *n, struct role_play *out)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "title", .kind = NODE_SCALAR, .required = true},
		{.name = "a", .kind = NODE_SCALAR, .required = true},
		{.name = "b", .kind = NODE_SCALAR, .required = true},
		{.name = "use", .kind = NODE_LIST},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a role play"), keys, r->d))
		return false;
	const struct node *use = node_get(n, "use");
	*out = (struct role_play){.title = node_text(n, "title"), .a = node_text(n, "a"), .b = node_text(n, "b"), .node = n};
	bool sound = take_id(r, n, &out->id);
	sound &= check_marked(r, n, "title");
	sound &= check_marked(r, n, "a");
	sound &= check_marked(r, n, "b");
	if (!use)
		return sound;
	if (!check_scalars(use, r->d))
		return false;
	for (const struct node *c = use->first; r->check && c; c = c->next)
		sound &= check_unmarked(c, r->d);
	out->use = texts_of(r, use, &out->use_count);
	return sound;
}

static bool parse_criterion(struct reading *r, const struct node *n, struct criterion *out)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "title", .kind = NODE_SCALAR, .required = true},
		{.name = "bands", .kind = NODE_LIST, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a criterion of a rubric"), keys, r->d))
		return false;
	const struct node *bands = node_get(n, "bands");
	*out = (struct criterion){.title = node_text(n, "title"), .node = n};
	bool sound = take_id(r, n, &out->id);
	sound &= check_marked(r, n, "title");
	if (!check_scalars(bands, r->d))
		return false;
	for (const struct node *c = bands->first; r->check && c; c = c->next)
		sound &= check_markdown(c, r->d);
	if (bands->count < BANDS_MIN || bands->count > BANDS_MAX)
		sound = node_fault(r->d, bands, _("describe two to five, the weakest first"), _("there are %zu bands instead of %d to %d"), bands->count,
				   BANDS_MIN, BANDS_MAX);
	out->bands = texts_of(r, bands, &out->band_count);
	return sound;
}

static bool parse_repeat(struct reading *r, const struct node *list, struct room *out)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "say", .kind = NODE_SCALAR, .required = true},
		{.name = "means", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	bool sound = check_list(r, list);
	out->repeat = arena_array(r->a, list->count + 1, sizeof(*out->repeat));
	for (const struct node *c = list->first; c; c = c->next)
		sound &= parse_heard(r, c, _("a sentence to repeat"), keys, &out->repeat[out->repeat_count++]);
	return sound;
}

struct room *room_parse(struct reading *r, const struct node *n)
{
	static const struct node_key keys[] = {
		{.name = "roles", .kind = NODE_LIST},
		{.name = "repeat", .kind = NODE_LIST},
		{.name = "rubric", .kind = NODE_LIST},
		{.name = NULL},
	};
	struct room *room = arena_alloc(r->a, sizeof(*room));
	bool sound = true;
	*room = (struct room){0};
	if (!r->teaches)
		sound = node_fault(r->d, n, _("remove it, or make it a pack of kind language"), _("'room' is only for packs that teach a language"));
	if (!node_check_keys(n, _("the sheet for the room"), keys, r->d))
		return NULL;
	if (!n->first)
		sound = node_fault(r->d, n, _("write roles, repeat or rubric below it, or leave the key out"), _("'%s' is empty"), n->key);
	const struct node *roles = node_get(n, "roles"), *repeat = node_get(n, "repeat"), *rubric = node_get(n, "rubric");
	if (roles) {
		sound &= check_list(r, roles);
		room->roles = arena_array(r->a, roles->count + 1, sizeof(*room->roles));
		for (const struct node *c = roles->first; c; c = c->next)
			sound &= parse_role(r, c, &room->roles[room->role_count++]);
	}
	if (repeat)
		sound &= parse_repeat(r, repeat, room);
	if (rubric) {
		sound &= check_list(r, rubric);
		room->rubric = arena_array(r->a, rubric->count + 1, sizeof(*room->rubric));
		for (const struct node *c = rubric->first; c; c = c->next)
			sound &= parse_criterion(r, c, &room->rubric[room->rubric_count++]);
	}
	return sound ? room : NULL;
}
