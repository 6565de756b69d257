#include "config.h"
#include "view/exam_points.h"

#include "core/i18n.h"
#include "view/parts.h"

const char *exam_points(struct arena *a, int mark, int scale)
{
	int whole = mark / scale, rest = mark % scale;

	if (rest == 0)
		return arena_printf(a, "%d", whole);
	if (2 * rest == scale)
		return whole == 0 ? "½" : arena_printf(a, "%d½", whole);
	return parts_number(a, arena_printf(a, "%.2f", (double)mark / scale));
}

const char *exam_points_of(struct arena *a, int mark, int maximum, int scale)
{
	/* TRANSLATORS: marks, "6½ of 10" */
	return arena_printf(a, _("%s of %s"), exam_points(a, mark, scale), exam_points(a, maximum, scale));
}

const char *exam_waits(enum marks_state s)
{
	switch (s) {
	case MARKS_WAIT_FIRST:
		return _("waits for its marks");
	case MARKS_WAIT_SECOND:
		return _("waits for the second marker");
	case MARKS_WAIT_DECISION:
		return _("the markers differ: decide");
	case MARKS_COMPLETE:
		break;
	}
	return "";
}

struct exam_standing_word exam_standing_of(const struct exam_result *r)
{
	if (r->state == SITTING_VOID)
		return (struct exam_standing_word){ .text = _("void") };
	if (!r->started || !sitting_ended(r->state))
		return (struct exam_standing_word){ .text = _("no result") };
	if (r->missing > 0)
		return (struct exam_standing_word){ .text = _("marks missing") };
	return (struct exam_standing_word){ .text = r->outcome.passed ? _("passed") : _("not passed"), .passed = r->outcome.passed };
}
