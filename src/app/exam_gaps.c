#include "config.h"
#include "app/exam_gaps.h"

#include "app/exam_marks.h"
#include "core/str.h"
#include "learn/gap.h"

enum { WHOLE = 2 }; /* halves of a gap's share */

static bool in_doubt(enum verdict v)
{
	return v != VERDICT_OK && v != VERDICT_EMPTY;
}

static int halves_of(enum verdict v, const struct blueprint *b, enum skill skill)
{
	if (!verdict_accepted(v))
		return 0;
	return v == VERDICT_TYPO ? blueprint_mark(b, skill, ANSWER_TYPO, 1, 1) * WHOLE / blueprint_scale(b) : WHOLE;
}

static size_t count_gaps(const struct item *it, struct arena *a)
{
	struct typed_rules rules = {.language = it->teaches};
	size_t n = 0;
	while (it->type->gap && it->type->gap(it, a, n, &rules))
		n++;
	return n;
}

const struct answer_gap *gaps_of(const struct item *it, const struct blueprint *b, const struct form_row *r, struct arena *a, size_t *count)
{
	size_t n = *count = count_gaps(it, a);
	struct answer_gap *out = arena_array(a, n + 1, sizeof(*out));
	enum verdict stored = VERDICT_EMPTY;
	enum skill skill = b->sections[r->section].skill;
	struct response resp;
	struct grade g;
	verdict_from(r->verdict, &stored);
	if (n <= 1 || !response_parse(a, it->type->answer, arena_strdup(a, r->given), &resp)) {
		*out = (struct answer_gap){.given = arena_strdup(a, r->given), .verdict = stored, .doubtful = in_doubt(stored), .halves = halves_of(stored, b, skill)};
		return out;
	}
	item_grade(it, a, &resp, &g);
	for (size_t i = 0; i < n; i++) {
		struct gap_grade x = {.verdict = VERDICT_EMPTY};
		bool typed = i < resp.typed_count && *resp.typed[i];
		if (typed && g.verdict == stored)
			gap_judge(it, a, &resp, i, &x);
		else if (typed)
			x.verdict = stored;
		out[i] = (struct answer_gap){
			.given = typed ? resp.typed[i] : "", .verdict = x.verdict, .doubtful = in_doubt(x.verdict), .halves = halves_of(x.verdict, b, skill),
		};
	}
	return out;
}

/* What an assessor's word makes of one gap's halves: never less than it has. */
static int gap_lifted(const struct answer_gap *g, enum doubt_state to)
{
	int least = to == DOUBT_FULL ? WHOLE : to == DOUBT_HALF ? 1 : 0;
	return g->halves > least ? g->halves : least;
}

/* Halves of points that halves of gaps earn, rounded down as a share of the grader is. `half`: half a gap is among them. */
static int halves_earned(const struct item *it, int sum, bool half, size_t count)
{
	int earned = it->points * sum / (int)count;
	return earned - (half ? 0 : earned % WHOLE);
}

static enum answer_class class_of(enum verdict v)
{
	return v == VERDICT_TYPO ? ANSWER_TYPO : verdict_accepted(v) ? ANSWER_RIGHT : ANSWER_WRONG;
}

int gaps_earned(const struct item *it, const struct blueprint *b, enum skill skill, const struct response *r, const struct grade *g, struct arena *a)
{
	size_t n = count_gaps(it, a);
	int sum = 0;
	bool half = false;
	if (g->verdict == VERDICT_EMPTY || g->verdict == VERDICT_RETRY)
		return 0;
	if (n <= 1 || r->typed_count > n || b->typo == TYPO_FULL || skill != SKILL_VOCABULARY_GRAMMAR)
		return blueprint_mark(b, skill, class_of(g->verdict), g->mark, g->maximum);
	for (size_t i = 0; i < r->typed_count; i++) {
		struct gap_grade x;
		int halves = gap_judge(it, a, r, i, &x) ? halves_of(x.verdict, b, skill) : 0;
		half |= halves == 1;
		sum += halves;
	}
	return halves_earned(it, sum, half, n) * blueprint_scale(b) / WHOLE;
}

struct mark_row gaps_mark(const struct item *it, const struct form_row *r, const struct answer_gap *gaps, const enum doubt_state *to, size_t count)
{
	int sum = 0;
	bool lifted = false, half = false;
	struct mark_row out = exam_lifted_mark(count == 1 ? to[0] : DOUBT_CONFIRMED, r->number, r->mark, r->maximum);
	for (size_t i = 0; i < count; i++) {
		int now = gap_lifted(&gaps[i], to[i]);
		lifted |= now > gaps[i].halves;
		half |= now == 1;
		sum += now;
	}
	if (count == 1 || !lifted)
		return out;
	int most = WHOLE * it->points, mark = halves_earned(it, sum, half, count);
	if ((int64_t)mark * r->maximum <= (int64_t)r->mark * most)
		return out;
	out.mark = mark;
	out.maximum = most;
	return out;
}
