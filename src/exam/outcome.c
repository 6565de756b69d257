#include "config.h"
#include "exam/outcome.h"

static bool reaches(int mark, int maximum, struct mark_of least)
{
	return !least.of || (maximum > 0 && (int64_t)mark * least.of >= (int64_t)least.points * maximum);
}

void outcome_make(const struct blueprint *b, struct section_outcome *sections, struct outcome *out)
{
	*out = (struct outcome){.minima = true, .complete = true};
	for (size_t i = 0; i < b->section_count; i++) {
		struct section_outcome *s = &sections[i];
		s->reached = reaches(s->mark, s->maximum, b->sections[i].minimum);
		out->mark += s->mark;
		out->maximum += s->maximum;
		out->minima &= s->reached;
		out->complete &= s->maximum > 0;
	}
	out->points = reaches(out->mark, out->maximum, b->pass);
	out->passed = out->points && out->minima && out->complete;
}

enum marks_state outcome_markers(const struct exam_section *s, const struct markers *m, int *points)
{
	int first = m->points[MARKER_FIRST], second = m->points[MARKER_SECOND], apart = first > second ? first - second : second - first;
	*points = 0;
	if (!m->given[MARKER_FIRST])
		return MARKS_WAIT_FIRST;
	if (s->second && !m->given[MARKER_SECOND])
		return MARKS_WAIT_SECOND;
	if (s->second && apart > s->difference) {
		if (!m->given[MARKER_DECIDES])
			return MARKS_WAIT_DECISION;
		*points = m->points[MARKER_DECIDES];
	} else {
		*points = s->second ? (first + second + 1) / 2 : first;
	}
	return MARKS_COMPLETE;
}

size_t outcome_practise(struct stratum_mark *list, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = i; k && list[k].maximum - list[k].mark > list[k - 1].maximum - list[k - 1].mark; k--) {
			struct stratum_mark swap = list[k];
			list[k] = list[k - 1];
			list[k - 1] = swap;
		}
	size_t lost = 0;
	while (lost < count && list[lost].mark < list[lost].maximum)
		lost++;
	return lost;
}

int64_t outcome_next_day(const struct blueprint *b, int attempts, int64_t last_day)
{
	if (!attempts)
		return INT64_MIN;
	if (b->attempts && attempts >= b->attempts)
		return INT64_MAX;
	return b->delay_days ? last_day + b->delay_days : INT64_MIN;
}
