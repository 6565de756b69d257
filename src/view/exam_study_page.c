/* What the pages of an examination have in common. */
#include "config.h"
#include "view/exam_study.h"

#include "core/i18n.h"
#include "text/cluster.h"
#include "view/exam_board.h"
#include "view/parts.h"

bool exam_study_tries(const struct exam_study *s)
{
	enum exam_place place = exam_study_place(s);

	return place == EXAM_AT_RULES || place == EXAM_AT_TRIAL || place == EXAM_AT_WAIT;
}

size_t exam_study_count(const struct exam_study *s)
{
	return exam_study_tries(s) ? EXAM_TRIALS : s->run->count;
}

bool exam_study_answered(const struct exam_study *s, size_t i)
{
	return exam_study_tries(s) ? s->tries[i].answered : s->run->questions[i].answered;
}

bool exam_study_flagged(const struct exam_study *s, size_t i)
{
	return exam_study_tries(s) ? s->tries[i].flagged : s->run->questions[i].flagged;
}

void exam_study_flag(struct exam_study *s, size_t i)
{
	bool *flag = exam_study_tries(s) ? &s->tries[i].flagged : &s->run->questions[i].flagged;

	*flag = !*flag;
}

size_t exam_study_done(const struct exam_study *s)
{
	size_t done = 0;

	for (size_t i = 0; i < exam_study_count(s); i++)
		done += exam_study_answered(s, i);
	return done;
}

bool exam_study_closed(const struct exam_study *s, size_t i)
{
	return !exam_study_tries(s) && s->run->questions[i].passed_by;
}

bool exam_study_forward(const struct exam_study *s)
{
	return !exam_study_tries(s) && s->run->blueprint->sections[s->run->section].forward;
}

/* Where somebody is: of a long title only the first words, so that the part behind it is seen. */
static const char *place_of(struct page *page, const char *title, const char *part)
{
	enum { PLACE = 38 /* columns that the header of an examination has for it at the design size */, TITLE_MIN = 12 };
	int room = PLACE - text_width(part) - text_width(" · ");

	return arena_printf(&page->arena, "%s · %s", board_short(&page->arena, title, room > TITLE_MIN ? room : TITLE_MIN), part);
}

void exam_study_header(const struct exam_study *s, struct page *page)
{
	const struct exam_run *r = s->run;
	const char *title = parts_plain(&page->arena, r->title);

	/* TRANSLATORS: stands at the left of the header in an examination, instead of the program's name; a practice exam counts for no certificate. */
	page->brand = r->rehearsal ? _("REHEARSAL") : r->practice ? _("PRACTICE EXAM") : _("EXAM");
	page->place = title;
	if (exam_study_place(s) == EXAM_AT_QUESTION || exam_study_place(s) == EXAM_AT_TASK)
		page->place = place_of(page, title, parts_plain(&page->arena, r->section_title));
	page->corner = page_copy(page, r->name);
	page->badge = arena_printf(&page->arena, "%d", r->seat);
}

static const char *time_left(struct page *page, int64_t ms)
{
	int seconds = (int)((ms + 999) / 1000), minutes = (seconds + 59) / 60;

	if (seconds <= 60)
		return arena_printf(&page->arena, ngettext("%d second", "%d seconds", (unsigned long)seconds), seconds);
	return arena_printf(&page->arena, ngettext("%d min", "%d min", (unsigned long)minutes), minutes);
}

void exam_study_time(const struct exam_study *s, struct page *page)
{
	const struct exam_run *r = s->run;
	int64_t left = r->left_ms > 0 ? r->left_ms : 0;

	if (s->formed)
		page->rule_right = arena_printf(&page->arena, _("question %zu of %zu"), s->at + 1, exam_study_count(s));
	if (exam_study_tries(s))
		return;
	page_gauge(page, _("Time left in this part"), (int)(left / 1000), (int)(r->limit_ms / 1000), time_left(page, left));
	page_space(page);
}

static const char *warning_text(struct page *page, int minutes)
{
	return arena_printf(&page->arena, ngettext("%d minute is left in this part.", "%d minutes are left in this part.", (unsigned long)minutes), minutes);
}

/* One calm line above the footer: the most urgent of what there is to say. */
void exam_study_says(const struct exam_study *s, struct page *page)
{
	const char *text = NULL;

	if (s->trouble)
		text = _("The computer cannot store just now: its disk may be full. Your answer stays here and is stored as soon as there is room. Raise your hand.");
	else if (s->missing)
		text = form_view_missing(&s->view);
	else if (s->warning > 0)
		text = warning_text(page, s->warning);
	else if (s->retry)
		text = _("This is written with other letters than those asked for. Switch the keyboard and write it again; it costs you nothing.");
	else if (s->begun)
		text = _("The next part has begun.");
	else if (exam_study_tries(s) ? s->called : s->run->calls)
		text = exam_study_tries(s) ? _("In the exam your supervisor is called now, without a sound. Press h again: you need nobody any more.")
					   : _("Your supervisor has been called. Press h again if you need nobody any more.");
	if (text == NULL)
		return;
	page_notice(page, STYLE_NOTE, text);
	page->news = page->message != NULL && (s->trouble || s->warning > 0 || s->begun || s->retry) ? page_copy(page, text) : NULL;
}

void exam_study_strip(const struct exam_study *s, struct page *page)
{
	size_t count = exam_study_count(s), done = exam_study_done(s);

	/* TRANSLATORS: below the questions of an examination: so many of all are answered. */
	page_places(page, (int)s->at, arena_printf(&page->arena, ngettext("%zu of %zu answered", "%zu of %zu answered", (unsigned long)count), done, count));
	for (size_t i = 0; i < count; i++)
		page_place(page, exam_study_answered(s, i), exam_study_flagged(s, i));
}
