#include "config.h"
#include "view/study.h"

#include "core/i18n.h"
#include "view/parts.h"

/* The learner's own name stands where a sentence leaves it open. */
static const char *filled(const struct study *s, struct page *page, const char *text)
{
	bool known;

	return vocabulary_fill(&page->arena, text, &s->lesson->own, &known);
}

/* The translation of a field of something with an id in this unit. */
static const char *say(const struct study *s, struct page *page, const char *id, const char *field, const char *text)
{
	return filled(s, page, words_get(&s->lesson->words, &page->arena, s->lesson->unit->id, id, field, text));
}

static const char *term_line(struct page *page, const struct word *w)
{
	return w->plural != NULL ? arena_printf(&page->arena, "%s, %s", w->term, w->plural) : w->term;
}

/* Two columns, taught and meaning, hold at 40 columns as well as at 80; the example stands below its word. */
static void describe_word(const struct study *s, const struct word *w, struct page *page)
{
	parts_cell_raw(page, STYLE_TAUGHT, term_line(page, w));
	parts_cell(page, STYLE_STRONG, say(s, page, w->id, "means", w->means));
	if (w->example != NULL) {
		parts_cell_raw(page, STYLE_DIM, filled(s, page, w->example));
		parts_cell(page, STYLE_DIM, say(s, page, w->id, "example-means", w->example_means));
	}
	if (w->note != NULL) {
		parts_cell_raw(page, STYLE_DIM, "");
		parts_cell(page, STYLE_DIM, say(s, page, w->id, "note", w->note));
	}
}

static void describe_words(const struct study *s, const struct part *part, struct page *page)
{
	page_table(page, 2, false);
	for (size_t i = 0; i < part->count; i++)
		describe_word(s, &part->words[i], page);
}

static void describe_phrase(const struct study *s, const struct phrase *p, struct page *page)
{
	parts_cell_raw(page, STYLE_TAUGHT, p->forms.count > 0 ? filled(s, page, p->forms.shown[0]) : "");
	parts_cell(page, STYLE_PLAIN, say(s, page, p->id, "means", p->means));
	if (p->note != NULL) {
		parts_cell_raw(page, STYLE_DIM, "");
		parts_cell(page, STYLE_DIM, say(s, page, p->id, "note", p->note));
	}
}

static void describe_phrases(const struct study *s, const struct part *part, struct page *page)
{
	page_table(page, 2, false);
	for (size_t i = 0; i < part->count; i++)
		describe_phrase(s, &part->phrases[i], page);
}

static void describe_practice(const struct part *part, struct page *page)
{
	page_text(page, STYLE_PLAIN, arena_printf(&page->arena, ngettext("%d short exercise with the words of this unit, and some from before.",
		  "%d short exercises with the words of this unit, and some from before.", (unsigned long)part->drills), part->drills));
	page_space(page);
	page_text(page, STYLE_DIM, _("What goes wrong comes once more at the end. You can leave at any moment and go on there later."));
}

static void describe_lines(const struct study *s, const struct part *part, struct page *page)
{
	for (size_t i = 0; i < part->count; i++) {
		const struct line *l = &part->lines[i];
		bool shown = s->all || (i < sizeof s->shown / sizeof *s->shown && s->shown[i]);
		const char *meaning = shown ? parts_plain(&page->arena, say(s, page, l->id, "means", l->means)) : NULL;
		struct block *b = page_line(page, l->who, "", meaning, i == s->line);

		b->text = page_raw(page, STYLE_TAUGHT, filled(s, page, l->say));
	}
}

/* Who reads alone goes from line to line; the instructor's hearers see none. */
static void describe_heard(const struct study *s, const struct part *part, struct page *page)
{
	size_t shown = s->line < part->count ? s->line : part->count;

	if (part->intro != NULL) {
		page_text(page, STYLE_PLAIN, say(s, page, part->id, "intro", part->intro));
		page_space(page);
	}
	page_text(page, STYLE_PLAIN, part->times == 1 ? _("Your instructor reads it aloud once. Listen.") :
		  part->times == 2 ? _("Your instructor reads it aloud twice. Listen.") : _("Your instructor reads it aloud three times. Listen."));
	if (shown > 0)
		page_space(page);
	for (size_t i = 0; i < shown; i++) {
		const struct line *l = &part->lines[i];
		const char *meaning = s->all ? parts_plain(&page->arena, say(s, page, l->id, "means", l->means)) : NULL;
		struct block *b = page_line(page, l->who != NULL ? l->who : "", "", meaning, i + 1 == shown);

		b->text = page_raw(page, STYLE_TAUGHT, filled(s, page, l->say));
	}
}

void study_describe_part(const struct study *s, const struct part *part, struct page *page)
{
	if (part->title != NULL) {
		page_heading(page, 1, say(s, page, part->id, "title", part->title));
		page_space(page);
	}
	switch (part->kind) {
	case PART_READ:
		page_markdown(page, words_blocks(&s->lesson->words, &page->arena, s->lesson->unit->id, part->id, part->text));
		break;
	case PART_WORDS:
		describe_words(s, part, page);
		break;
	case PART_PHRASES:
		describe_phrases(s, part, page);
		break;
	case PART_DIALOGUE:
		describe_lines(s, part, page);
		break;
	case PART_PRACTISE:
		describe_practice(part, page);
		break;
	case PART_LISTEN:
		describe_heard(s, part, page);
		break;
	case PART_EXERCISE:
		break;
	}
}
