#include "config.h"
#include "exam/blueprint.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"

enum {
	MINUTES_MAX = 600,
	POINTS_MAX = 10000,
	ATTEMPTS_MAX = 100,
	DELAY_DAYS_MAX = 3650,
	VALID_MONTHS_MAX = 600,
	RETIRE_MAX = 100000,
	BANDS_MIN = 2,
	BANDS_MAX = 6,
	BAND_POINTS_MAX = 100,
	CRITERIA_MAX = 20,
	TASKS_MAX = 100,
	BANK_MAX = 5000,
	SCRIPTS_MAX = 1000,
};

static const char *const skills[] = {
	[SKILL_READING] = "reading",
	[SKILL_LISTENING] = "listening",
	[SKILL_VOCABULARY_GRAMMAR] = "vocabulary-grammar",
	[SKILL_WRITING] = "writing",
	[SKILL_SPEAKING] = "speaking",
};

const char *skill_name(enum skill s)
{
	return skills[s];
}

bool skill_from(const char *name, enum skill *out)
{
	for (int i = 0; i < SKILL_COUNT; i++)
		if (str_eq(name, skills[i])) {
			*out = (enum skill)i;
			return true;
		}
	return false;
}

/* What the parsing of one file carries along. */
struct reading {
	struct arena *a;
	struct diag_list *d;
	struct blueprint *b;
	const struct node **ids; /* of sections, criteria and items: texts are translated by them */
	size_t id_count, id_room;
};

static bool take_id(struct reading *r, const struct node *id)
{
	if (!node_check_id(id, r->d))
		return false;
	for (size_t i = 0; i < r->id_count; i++)
		if (str_eq(r->ids[i]->text, id->text))
			return node_fault(r->d, id, _("give it an id of its own"), _("the id '%s' stands in this exam twice"), id->text);
	r->ids = arena_grow(r->a, r->ids, r->id_count, &r->id_room, sizeof(*r->ids));
	r->ids[r->id_count++] = id;
	return true;
}

static bool parse_mark(const struct node *n, const char *what, struct mark_of *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "points", .required = true},
		{.name = "of", .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, what, keys, d))
		return false;
	const struct node *points = node_get(n, "points");
	bool numbers = node_int(points, 1, POINTS_MAX, &out->points, d);
	numbers &= node_int(node_get(n, "of"), 1, POINTS_MAX, &out->of, d);
	if (numbers && out->points > out->of)
		return node_fault(d, points, _("ask for at most as many points as there are"), _("%d points of %d cannot be reached"), out->points, out->of);
	return numbers;
}

static bool parse_skill(const struct node *n, enum skill *out, struct diag_list *d)
{
	return skill_from(n->text, out) || node_fault(d, n, _("write one of: reading, listening, vocabulary-grammar, writing, speaking"),
						      _("'%s' is no skill"), n->text);
}

/* One of two words; `first` when the key is missing. */
static bool parse_choice(const struct node *n, const char *first, const char *second, bool *is_second, struct diag_list *d)
{
	*is_second = n && str_eq(n->text, second);
	if (!n || *is_second || str_eq(n->text, first))
		return true;
	char cure[80];
	snprintf(cure, sizeof(cure), _("write %s or %s"), first, second);
	return node_fault(d, n, cure, _("'%s' is not known as '%s'"), n->text, n->key);
}

static bool parse_draw_row(const struct node *n, struct draw_row *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "topic"},
		{.name = "unit"},
		{.name = "count", .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a draw"), keys, d))
		return false;
	*out = (struct draw_row){.topic = node_text(n, "topic"), .unit = node_text(n, "unit"), .node = n};
	if (!out->topic == !out->unit)
		return node_fault(d, n, _("write {topic: TOPIC, count: 5}, or {unit: UNIT, count: 5}"),
				  out->topic ? _("the draw names both a topic and a unit") : _("the draw names no topic and no unit"));
	return node_int(node_get(n, "count"), 1, EXAM_DRAW_MAX, &out->count, d);
}

static bool parse_draw(struct reading *r, const struct node *list, struct exam_section *s)
{
	if (!list->first)
		return node_fault(r->d, list, _("write {topic: TOPIC, count: 5}, or {unit: UNIT, count: 5}"), _("'%s' is empty"), list->key);
	bool sound = true;
	int total = 0;
	s->draw = arena_array(r->a, list->count, sizeof(*s->draw));
	for (const struct node *c = list->first; c; c = c->next) {
		if (parse_draw_row(c, &s->draw[s->draw_count], r->d))
			total += s->draw[s->draw_count++].count;
		else
			sound = false;
	}
	if (total > EXAM_DRAW_MAX)
		return node_fault(r->d, list, _("draw fewer, or make several sections"), _("the section draws %d items; at most %d are possible"), total,
				  EXAM_DRAW_MAX);
	return sound;
}

static bool parse_criterion(struct reading *r, const struct node *n, struct exam_criterion *out)
{
	static const struct node_key keys[] = {
		{.name = "id", .required = true},
		{.name = "title", .required = true},
		{.name = "bands", .kind = NODE_LIST, .required = true},
		{.name = "points", .kind = NODE_LIST, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a criterion"), keys, r->d))
		return false;
	const struct node *bands = node_get(n, "bands"), *points = node_get(n, "points");
	*out = (struct exam_criterion){.id = node_text(n, "id"), .title = node_text(n, "title"), .count = bands->count};
	bool sound = take_id(r, node_get(n, "id"));
	if (bands->count < BANDS_MIN || bands->count > BANDS_MAX)
		return node_fault(r->d, bands, _("describe each level of the performance, the weakest first"), _("the criterion has %zu bands instead of %d to %d"),
				  bands->count, BANDS_MIN, BANDS_MAX);
	if (points->count != bands->count)
		return node_fault(r->d, points, _("write the points of each band, in the same order"), _("there are %zu points for %zu bands"), points->count,
				  bands->count);
	out->bands = arena_array(r->a, bands->count, sizeof(*out->bands));
	out->points = arena_array(r->a, bands->count, sizeof(*out->points));
	const struct node *p = points->first;
	size_t i = 0;
	for (const struct node *c = bands->first; c; c = c->next, p = p->next, i++) {
		if (c->kind != NODE_SCALAR || !*c->text)
			return node_fault(r->d, c, _("put text with brackets, braces or ': ' in double quotes"), _("an entry of '%s' must be text"), "bands");
		out->bands[i] = c->text;
		if (!node_int(p, 0, BAND_POINTS_MAX, &out->points[i], r->d))
			return false;
		if (i && out->points[i] <= out->points[i - 1])
			return node_fault(r->d, p, _("write the weakest band first"), _("a better band earns no more than the one before"));
	}
	return sound;
}

static bool parse_rubric(struct reading *r, const struct node *list, struct exam_section *s)
{
	if (!list->count || list->count > CRITERIA_MAX)
		return node_fault(r->d, list, _("write criteria with id, title, bands and points"), _("the rubric has %zu criteria instead of 1 to %d"), list->count,
				  CRITERIA_MAX);
	bool sound = true;
	s->rubric = arena_array(r->a, list->count, sizeof(*s->rubric));
	for (const struct node *c = list->first; c; c = c->next)
		sound &= parse_criterion(r, c, &s->rubric[s->rubric_count++]);
	return sound;
}

static bool parse_tasks(struct reading *r, const struct node *list, struct exam_section *s)
{
	static const struct node_key keys[] = {
		{.name = "id", .required = true},
		{.name = "title", .required = true},
		{.name = "text", .required = true},
		{.name = NULL},
	};
	if (!list->count || list->count > TASKS_MAX)
		return node_fault(r->d, list, _("write {id: …, title: …, text: …}, or leave the key out"), _("the section has %zu tasks instead of 1 to %d"),
				  list->count, TASKS_MAX);
	bool sound = true;
	s->tasks = arena_array(r->a, list->count, sizeof(*s->tasks));
	for (const struct node *c = list->first; c; c = c->next)
		if (node_check_keys(c, _("a task"), keys, r->d) && take_id(r, node_get(c, "id")))
			s->tasks[s->task_count++] = (struct exam_task){node_text(c, "id"), node_text(c, "title"), node_text(c, "text")};
		else
			sound = false;
	return sound;
}

/* What is done in the room: how it is marked, and what is asked. */
static bool parse_room(struct reading *r, const struct node *n, const struct node *rubric, struct exam_section *s)
{
	const struct node *tasks = node_get(n, "tasks");
	if (!rubric)
		return node_fault(r->d, n, _("add 'rubric: …', criteria with bands and points"), _("nothing says how the section is marked"));
	bool sound = parse_rubric(r, rubric, s);
	return (!tasks || parse_tasks(r, tasks, s)) && sound;
}

/* Scripts are drawn for the whole room. */
static bool parse_heard(struct reading *r, const struct node *n, struct exam_section *s)
{
	const struct node *plays = node_get(n, "plays"), *rubric = node_get(n, "rubric");
	s->room = false;
	s->heard = true;
	s->plays = EXAM_PLAYS;
	if (rubric || node_get(n, "tasks"))
		return node_fault(r->d, rubric ? rubric : node_get(n, "tasks"), _("leave it out, or leave out 'draw'"), _("a section with questions has no '%s'"),
				  rubric ? "rubric" : "tasks");
	bool sound = !plays || node_int(plays, 1, EXAM_PLAYS_MAX, &s->plays, r->d);
	sound &= parse_draw(r, node_get(n, "draw"), s);
	for (size_t i = 0; sound && i < s->draw_count; i++)
		if (s->draw[i].unit)
			sound = node_fault(r->d, s->draw[i].node, _("write {topic: TOPIC, count: 1}, a topic of 'scripts'"),
					   _("a unit holds no texts that are read to the room"));
	return sound;
}

static bool parse_second(const struct node *n, struct exam_section *s, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "difference", .required = true},
		{.name = NULL},
	};
	if (!s->rubric_count)
		return node_fault(d, n, _("leave out 'second-marker', or add 'rubric: …'"), _("only what assessors mark has a second marker"));
	if (!node_check_keys(n, _("a second marker"), keys, d))
		return false;
	s->second = true;
	return node_int(node_get(n, "difference"), 0, rubric_maximum(s), &s->difference, d);
}

/* What a section holds: questions, or what is done in the room. */
static bool parse_contents(struct reading *r, const struct node *n, struct exam_section *s)
{
	const struct node *draw = node_get(n, "draw"), *rubric = node_get(n, "rubric"), *plays = node_get(n, "plays");
	if (s->room && draw && s->skill == SKILL_LISTENING)
		return parse_heard(r, n, s);
	if (plays)
		return node_fault(r->d, plays, _("leave out 'plays', or write 'skill: listening', 'room: yes' and 'draw'"),
				  _("only a text that is read to the room is played"));
	if (s->room && draw)
		return node_fault(r->d, draw, _("leave out 'draw', or leave out 'room'"), _("what is done in the room draws no questions"));
	if (s->room && s->skill != SKILL_LISTENING && s->skill != SKILL_WRITING && s->skill != SKILL_SPEAKING)
		return node_fault(r->d, node_get(n, "room"), _("leave out 'room' and draw questions"), _("only listening, writing and speaking are done in the room"));
	if (s->room)
		return parse_room(r, n, rubric, s);
	if (node_get(n, "tasks"))
		return node_fault(r->d, node_get(n, "tasks"), _("add 'room: yes', or leave out 'tasks'"), _("tasks are for what is done in the room"));
	if (rubric)
		return node_fault(r->d, rubric, _("add 'room: yes', or leave out 'rubric'"), _("a rubric is for what is done in the room"));
	return draw ? parse_draw(r, draw, s) : node_fault(r->d, n, _("add 'draw: …', topics or units with a count"), _("the section has no questions"));
}

static bool parse_section(struct reading *r, const struct node *n, struct exam_section *s)
{
	static const struct node_key keys[] = {
		{.name = "id", .required = true},
		{.name = "title", .required = true},
		{.name = "skill", .required = true},
		{.name = "minutes", .required = true},
		{.name = "minimum", .kind = NODE_MAP},
		{.name = "navigation"},
		{.name = "order"},
		{.name = "draw", .kind = NODE_LIST},
		{.name = "room"},
		{.name = "plays"},
		{.name = "rubric", .kind = NODE_LIST},
		{.name = "second-marker", .kind = NODE_MAP},
		{.name = "tasks", .kind = NODE_LIST},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a section"), keys, r->d))
		return false;
	*s = (struct exam_section){.id = node_text(n, "id"), .title = node_text(n, "title"), .node = n};
	const struct node *minimum = node_get(n, "minimum"), *room = node_get(n, "room");
	bool sound = take_id(r, node_get(n, "id"));
	sound &= parse_skill(node_get(n, "skill"), &s->skill, r->d);
	sound &= node_int(node_get(n, "minutes"), 1, MINUTES_MAX, &s->minutes, r->d);
	sound &= parse_choice(node_get(n, "navigation"), "free", "forward", &s->forward, r->d);
	sound &= parse_choice(node_get(n, "order"), "shuffled", "fixed", &s->fixed, r->d);
	if (room && str_eq(room->text, "true"))
		s->room = true;
	else
		sound &= parse_choice(room, "no", "yes", &s->room, r->d);
	if (minimum)
		sound &= parse_mark(minimum, _("a minimum"), &s->minimum, r->d);
	const struct node *second = node_get(n, "second-marker");
	return parse_contents(r, n, s) && (!second || parse_second(second, s, r->d)) && sound;
}

static bool parse_sections(struct reading *r, const struct node *list)
{
	struct blueprint *b = r->b;
	if (!list->count || list->count > EXAM_SECTIONS_MAX)
		return node_fault(r->d, list, _("write sections with id, title, skill, minutes and draw"), _("the exam has %zu sections instead of 1 to %d"),
				  list->count, EXAM_SECTIONS_MAX);
	bool sound = true;
	b->sections = arena_array(r->a, list->count, sizeof(*b->sections));
	for (const struct node *c = list->first; c; c = c->next) {
		struct exam_section *s = &b->sections[b->section_count];
		bool good = parse_section(r, c, s);
		sound &= good;
		/* it begins when the room starts: that is when all listen */
		if (good && s->heard && b->section_count)
			sound = node_fault(r->d, c, _("move it to the top of 'sections'"), _("a section that is read to the room must be the first"));
		b->section_count++;
	}
	return sound;
}

static bool parse_bank_item(struct reading *r, const struct node *n, struct bank_item *out)
{
	static const struct node_key keys[] = {
		{.name = "topic", .required = true},
		{.name = "skill", .required = true},
		{.name = "item", .kind = NODE_MAP, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("an item of the bank"), keys, r->d))
		return false;
	const struct node *item = node_get(n, "item"), *id = node_get(item, "id");
	*out = (struct bank_item){.topic = node_text(n, "topic"), .item = item};
	bool sound = node_check_id(node_get(n, "topic"), r->d);
	sound &= parse_skill(node_get(n, "skill"), &out->skill, r->d);
	if (!id || id->kind != NODE_SCALAR)
		return node_fault(r->d, item, _("add 'id: …'"), _("%s has no '%s'"), _("an exercise"), "id");
	out->id = id->text;
	return take_id(r, id) && sound;
}

static bool parse_bank(struct reading *r, const struct node *list)
{
	struct blueprint *b = r->b;
	if (!list->count || list->count > BANK_MAX)
		return node_fault(r->d, list, _("write {topic: TOPIC, skill: SKILL, item: { … }}, or leave the key out"),
				  _("the bank has %zu items instead of 1 to %d"), list->count, BANK_MAX);
	bool sound = true;
	b->bank = arena_array(r->a, list->count, sizeof(*b->bank));
	for (const struct node *c = list->first; c; c = c->next)
		sound &= parse_bank_item(r, c, &b->bank[b->bank_count++]);
	return sound;
}

static bool parse_scripts(struct reading *r, const struct node *list)
{
	struct blueprint *b = r->b;
	if (!list->count || list->count > SCRIPTS_MAX)
		return node_fault(r->d, list, _("write {id: ID, topic: TOPIC, say: TEXT, items: [ … ]}, or leave the key out"),
				  _("there are %zu scripts instead of 1 to %d"), list->count, SCRIPTS_MAX);
	bool sound = true;
	b->scripts = arena_array(r->a, list->count, sizeof(*b->scripts));
	for (const struct node *c = list->first; c; c = c->next) {
		struct exam_script *s = &b->scripts[b->script_count++];
		if (!script_parse(r->a, c, s, r->d)) {
			sound = false;
			continue;
		}
		sound &= take_id(r, node_get(c, "id"));
		for (size_t i = 0; i < s->item_count; i++)
			sound &= take_id(r, node_get(s->items[i], "id"));
	}
	return sound;
}

static bool parse_typo(const struct node *n, enum typo_policy *out, struct diag_list *d)
{
	static const char *const names[] = {[TYPO_FULL] = "full", [TYPO_HALF] = "half", [TYPO_NONE] = "none"};
	for (int i = 0; n && i <= TYPO_NONE; i++)
		if (str_eq(n->text, names[i])) {
			*out = (enum typo_policy)i;
			return true;
		}
	return !n || node_fault(d, n, _("write full, half or none"), _("'%s' does not say what a typing error earns"), n->text);
}

/* A language and subtags of letters and digits, as in BCP 47. */
static bool check_language(const struct node *n, struct diag_list *d)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz", all[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
	size_t len = strlen(n->text), first = strspn(n->text, letters);
	if (first >= 2 && first <= 3 && len < 16 && strspn(n->text, all) == len && (!n->text[first] || n->text[first] == '-') && n->text[len - 1] != '-')
		return true;
	return node_fault(d, n, _("write a language tag of BCP 47, such as nl-BE"), _("'%s' is no language"), n->text);
}

/* PACK/EXAM, both ids. */
static bool check_examines(const struct node *n, struct diag_list *d)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	size_t pack = strspn(n->text, letters), exam = n->text[pack] == '/' ? strspn(n->text + pack + 1, letters) : 0;
	return (pack && exam && !n->text[pack + 1 + exam]) ||
	       node_fault(d, n, _("write PACK/EXAM, such as dutch-a1/final"), _("'%s' names no exam of a pack"), n->text);
}

static bool parse_numbers(struct reading *r, const struct node *root)
{
	struct blueprint *b = r->b;
	const struct node *attempts = node_get(root, "attempts"), *delay = node_get(root, "delay-days"), *valid = node_get(root, "valid-months"),
			  *retire = node_get(root, "retire");
	bool sound = !attempts || node_int(attempts, 1, ATTEMPTS_MAX, &b->attempts, r->d);
	sound &= !delay || node_int(delay, 0, DELAY_DAYS_MAX, &b->delay_days, r->d);
	sound &= !valid || node_int(valid, 1, VALID_MONTHS_MAX, &b->valid_months, r->d);
	sound &= !retire || node_int(retire, 1, RETIRE_MAX, &b->retire, r->d);
	return sound;
}

struct blueprint *blueprint_parse(struct arena *a, const struct node *root, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "id", .required = true},
		{.name = "title", .required = true},
		{.name = "language"},
		{.name = "pass", .kind = NODE_MAP, .required = true},
		{.name = "typo"},
		{.name = "attempts"},
		{.name = "delay-days"},
		{.name = "valid-months"},
		{.name = "examines"},
		{.name = "retire"},
		{.name = "sections", .kind = NODE_LIST, .required = true},
		{.name = "bank", .kind = NODE_LIST},
		{.name = "scripts", .kind = NODE_LIST},
		{.name = NULL},
	};
	if (!node_check_keys(root, _("an exam"), keys, d))
		return NULL;
	struct blueprint *b = arena_alloc(a, sizeof(*b));
	struct reading r = {.a = a, .d = d, .b = b};
	*b = (struct blueprint){.id = node_text(root, "id"), .title = node_text(root, "title"), .language = node_text(root, "language"),
				 .examines = node_text(root, "examines"), .node = root};
	bool sound = node_check_id(node_get(root, "id"), d);
	sound &= !b->language || check_language(node_get(root, "language"), d);
	sound &= !b->examines || check_examines(node_get(root, "examines"), d);
	sound &= parse_mark(node_get(root, "pass"), _("a pass mark"), &b->pass, d);
	sound &= parse_typo(node_get(root, "typo"), &b->typo, d);
	sound &= parse_numbers(&r, root);
	sound &= parse_sections(&r, node_get(root, "sections"));
	sound &= !node_get(root, "bank") || parse_bank(&r, node_get(root, "bank"));
	sound &= !node_get(root, "scripts") || parse_scripts(&r, node_get(root, "scripts"));
	return sound ? b : NULL;
}
