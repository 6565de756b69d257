/* Judging a blueprint against its banks, and what answers earn. Declared in blueprint.h. */
#include "config.h"
#include "exam/blueprint.h"

#include "core/i18n.h"
#include "core/str.h"

bool draw_row_takes(const struct exam_section *s, const struct draw_row *r, const char *unit, const char *topic, enum skill skill)
{
	if (r->unit)
		return str_eq(r->unit, unit);
	return !unit && skill == s->skill && str_eq(r->topic, topic);
}

static bool same_stratum(const struct exam_section *s, const struct draw_row *x, const struct exam_section *t, const struct draw_row *y)
{
	if (s->heard != t->heard)
		return false;
	return x->unit ? str_eq(x->unit, y->unit) : !y->unit && s->skill == t->skill && str_eq(x->topic, y->topic);
}

int blueprint_drawn(const struct blueprint *b, const struct exam_section *s, const struct draw_row *row, bool *first)
{
	int sum = 0;
	const struct draw_row *earliest = NULL;
	for (size_t i = 0; i < b->section_count; i++)
		for (size_t k = 0; k < b->sections[i].draw_count; k++) {
			const struct draw_row *r = &b->sections[i].draw[k];
			if (!same_stratum(s, row, &b->sections[i], r))
				continue;
			earliest = earliest ? earliest : r;
			sum += r->count;
		}
	*first = earliest == row;
	return sum;
}

static int held(const struct blueprint *b, const struct exam_section *s, const struct draw_row *row, unit_bank_fn *fn, void *ctx)
{
	if (row->unit)
		return fn(ctx, row->unit);
	int n = 0;
	for (size_t i = 0; s->heard && i < b->script_count; i++)
		n += str_eq(b->scripts[i].topic, row->topic);
	for (size_t i = 0; !s->heard && i < b->bank_count; i++)
		n += draw_row_takes(s, row, NULL, b->bank[i].topic, b->bank[i].skill);
	return n;
}

static bool check_row(const struct blueprint *b, const struct exam_section *s, const struct draw_row *row, unit_bank_fn *fn, void *ctx, struct diag_list *d)
{
	bool first;
	int wanted = blueprint_drawn(b, s, row, &first), there = held(b, s, row, fn, ctx);
	if (!first)
		return true;
	const char *name = row->unit ? row->unit : row->topic;
	if (there < 0)
		return node_fault(d, row->node, _("name a unit of this pack that has a check"), _("there is no unit '%s' with a check"), name);
	if (there == 0 && s->heard)
		return node_fault(d, row->node, _("put texts with this topic into 'scripts'"), _("no script has the topic '%s'"), name);
	if (there == 0)
		return node_fault(d, row->node, _("put items with this topic and the skill of the section into 'bank'"),
				  _("no item of the bank has the topic '%s' and the skill '%s'"), name, skill_name(s->skill));
	if (there < wanted)
		return node_fault(d, row->node, s->heard ? _("write more scripts, or draw fewer") : _("write more items, or draw fewer"),
				  s->heard ? _("%d scripts of '%s' are to be drawn, and there are %d") : _("%d items of '%s' are to be drawn, and there are %d"),
				  wanted, name, there);
	if (there < EXAM_POOL_TIMES * wanted)
		node_warn(d, row->node, s->heard ? _("write more scripts, or draw fewer: else people hear the same texts again") :
						   _("write more items, or draw fewer: else people meet the same questions again"),
			  s->heard ? _("'%s' holds %d scripts, less than three times the %d drawn") :
				     _("'%s' holds %d items, less than three times the %d drawn"), name, there, wanted);
	return true;
}

/* Items that no section can ever draw. */
static void warn_of_idle(const struct blueprint *b, struct diag_list *d)
{
	for (size_t i = 0; i < b->bank_count; i++) {
		bool drawn = false;
		for (size_t k = 0; k < b->section_count; k++)
			for (size_t j = 0; !b->sections[k].heard && j < b->sections[k].draw_count; j++)
				drawn |= draw_row_takes(&b->sections[k], &b->sections[k].draw[j], NULL, b->bank[i].topic, b->bank[i].skill);
		if (!drawn)
			node_warn(d, b->bank[i].item, _("name its topic in a section of its skill, or remove it"), _("no section draws the item '%s'"), b->bank[i].id);
	}
}

static void warn_of_unheard(const struct blueprint *b, struct diag_list *d)
{
	for (size_t i = 0; i < b->script_count; i++) {
		bool drawn = false;
		for (size_t k = 0; k < b->section_count; k++)
			for (size_t j = 0; b->sections[k].heard && j < b->sections[k].draw_count; j++)
				drawn |= str_eq(b->sections[k].draw[j].topic, b->scripts[i].topic);
		if (!drawn)
			node_warn(d, b->scripts[i].node, _("name its topic in the section that is read to the room, or remove it"),
				  _("no section draws the script '%s'"), b->scripts[i].id);
	}
}

/* How many items the longest scripts that can be drawn bring with them. */
static bool check_longest(const struct blueprint *b, const struct exam_section *s, struct diag_list *d)
{
	size_t most = 0;
	for (size_t k = 0; k < s->draw_count; k++) {
		size_t longest = 0;
		for (size_t i = 0; i < b->script_count; i++)
			if (str_eq(b->scripts[i].topic, s->draw[k].topic) && b->scripts[i].item_count > longest)
				longest = b->scripts[i].item_count;
		most += longest * (size_t)s->draw[k].count;
	}
	return most <= EXAM_DRAW_MAX || node_fault(d, s->node, _("draw fewer scripts"), _("the scripts of the section can bring %zu items; at most %d are possible"),
						   most, EXAM_DRAW_MAX);
}

/* A sitting begins with a form: what is only said or written in the room is a section of an exam, not an exam. */
static bool check_drawn(const struct blueprint *b, struct diag_list *d)
{
	for (size_t i = 0; i < b->section_count; i++)
		if (b->sections[i].draw_count)
			return true;
	return node_fault(d, b->node, _("add 'draw: …', topics or units with a count"), _("no section of the exam has questions"));
}

bool blueprint_check(const struct blueprint *b, unit_bank_fn *fn, void *ctx, struct diag_list *d)
{
	bool sound = true;
	for (size_t i = 0; i < b->section_count; i++) {
		for (size_t k = 0; k < b->sections[i].draw_count; k++)
			sound &= check_row(b, &b->sections[i], &b->sections[i].draw[k], fn, ctx, d);
		sound &= !b->sections[i].heard || check_longest(b, &b->sections[i], d);
	}
	warn_of_idle(b, d);
	warn_of_unheard(b, d);
	return check_drawn(b, d) && sound;
}

bool section_at_screen(const struct exam_section *s)
{
	return !s->room || (s->skill == SKILL_WRITING && s->task_count);
}

const struct exam_task *section_task(const struct exam_section *s, uint64_t seed)
{
	return s->task_count ? &s->tasks[seed % s->task_count] : NULL;
}

int64_t section_limit_ms(const struct exam_section *s, int extra_percent)
{
	return (int64_t)s->minutes * 600 * (100 + extra_percent);
}

int section_limit_minutes(const struct exam_section *s, int extra_percent)
{
	return (int)((section_limit_ms(s, extra_percent) + 59999) / 60000);
}

int blueprint_scale(const struct blueprint *b)
{
	return b->typo == TYPO_HALF ? 2 : 1;
}

int blueprint_mark(const struct blueprint *b, enum skill skill, enum answer_class c, int mark, int maximum)
{
	int scale = blueprint_scale(b);
	if (c != ANSWER_TYPO || skill != SKILL_VOCABULARY_GRAMMAR)
		return (c == ANSWER_WRONG ? mark : maximum) * scale;
	switch (b->typo) {
	case TYPO_FULL:
		return maximum * scale;
	case TYPO_HALF:
		return maximum * scale / 2;
	case TYPO_NONE:
		break;
	}
	return 0;
}

int rubric_maximum(const struct exam_section *s)
{
	int sum = 0;
	for (size_t i = 0; i < s->rubric_count; i++)
		sum += s->rubric[i].points[s->rubric[i].count - 1];
	return sum;
}
