#include "config.h"
#include "view/mend.h"

#include <string.h>

#include "core/str.h"
#include "text/cluster.h"
#include "text/letters.h"
#include "view/reasons.h"

enum { SHOWN_MAX = 3 }; /* differences below each other; the whole right answer follows anyway */

static enum style style_of(enum verdict v)
{
	return v == VERDICT_WRONG ? STYLE_BAD : STYLE_NOTE;
}

/* The first span of the difference that is not the same, or NULL. */
static const struct difference_span *fault_of(const struct gap_grade *g)
{
	for (size_t i = 0; g->marked && i < g->difference.count; i++)
		if (g->difference.spans[i].kind != DIFFERENCE_SAME)
			return &g->difference.spans[i];
	return NULL;
}

/* Puts the cursor into the first fault: before what is missing or wrong, but behind a letter that only lacks its accent, where F4 finds it. */
static void go_to_fault(struct mend *m)
{
	for (size_t i = 0; i < m->count; i++) {
		const struct gap_grade *g = &m->gaps[i];
		const struct difference_span *s = fault_of(g);

		if (g->verdict == VERDICT_OK)
			continue;
		m->view->current = (int)i;
		edit_move(&m->view->gaps[i], g->marked ? g->difference.fault : 0);
		if (s != NULL && s->kind == DIFFERENCE_CHANGED && g->reasons & (1u << REASON_ACCENT | 1u << REASON_SPELLING))
			m->view->gaps[i].cursor = s->typed_to;
		return;
	}
}

bool mend_accents(const struct mend *m)
{
	return m->count > 0 && m->reasons & 1u << REASON_ACCENT;
}

void mend_begin(struct mend *m, struct form_view *v, const struct item *it, const struct grade *g, bool again, struct arena *a)
{
	unsigned letters = 1u << REASON_ACCENT | 1u << REASON_SPELLING;
	struct response r;

	*m = (struct mend){ .view = v, .verdict = g->verdict, .reasons = g->reasons };
	if (v->part == NULL || v->part->kind != FORM_GAPS || g->verdict == VERDICT_OK)
		return;
	form_view_response(v, &r);
	m->given = arena_array(a, r.typed_count + 1, sizeof *m->given);
	for (size_t i = 0; i < r.typed_count; i++)
		m->given[i] = arena_strdup(a, r.typed[i]);
	r.typed = m->given;
	m->gaps = arena_array(a, r.typed_count + 1, sizeof *m->gaps);
	for (; m->count < r.typed_count && gap_judge(it, a, &r, m->count, &m->gaps[m->count]); m->count++)
		m->reasons |= m->gaps[m->count].reasons;
	m->live = m->count > 0 && form_view_typing(v) && (g->verdict == VERDICT_TYPO || (again && g->verdict == VERDICT_WRONG) || (!again && g->verdict == VERDICT_NOTE && m->reasons & letters));
	if (!m->live)
		return;
	go_to_fault(m);
	strip_rest(&v->strip);
	if (mend_accents(m))
		strip_suggest(&v->strip, true);
}

bool mend_changed(const struct mend *m)
{
	for (size_t i = 0; m->live && i < m->count; i++)
		if (!str_eq(m->given[i], edit_text(&m->view->gaps[i])))
			return true;
	return false;
}

bool mend_whole(const struct mend *m)
{
	return m->count == 1 && fault_of(&m->gaps[0]) != NULL;
}

void mend_reasons(const struct mend *m, struct page *page)
{
	reasons_describe(page, m->reasons, mend_whole(m) ? &m->gaps[0].difference : NULL);
}

/* Whether the marks say more than that all is another word. */
static bool partly_right(const struct gap_grade *g)
{
	for (size_t i = 0; g->marked && i < g->difference.count; i++)
		if (g->difference.spans[i].kind == DIFFERENCE_SAME)
			return true;
	return false;
}

void mend_differences(const struct mend *m, struct page *page)
{
	int shown = 0;

	for (size_t i = 0; i < m->count && shown < SHOWN_MAX; i++) {
		if (fault_of(&m->gaps[i]) == NULL || (m->count > 1 && !partly_right(&m->gaps[i])))
			continue;
		shown++;
		page_space(page);
		reasons_difference(page, style_of(m->gaps[i].verdict), &m->gaps[i].difference);
	}
}
