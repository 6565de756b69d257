#include "config.h"
#include "view/form_view.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "text/cluster.h"
#include "text/mistype.h"
#include "view/form_turns.h"
#include "view/parts.h"

enum { GAP_COLUMNS = 12, FLOW_COLUMNS = 100 /* short rights stand in one running line */ };

static char digit_of(size_t i)
{
	return i < 9 ? (char)('1' + i) : 0;
}

static void describe_choice(const struct form_view *v, struct page *page)
{
	if (v->exam && v->part->several) { /* no tick may stand for right there, so that boxes do not tell it */
		page_text(page, STYLE_DIM, _("More than one can be right."));
		page_space(page);
	}
	page_menu(page, false, v->current);
	for (size_t i = 0; i < v->part->option_count; i++) {
		struct entry *en = page_entry(page, digit_of(i), v->part->options[i], NULL, NULL);

		if (v->part->several)
			en->mark = v->ticked[i] ? (v->exam ? MARK_FULL : MARK_ON) : v->exam ? MARK_EMPTY : MARK_OFF;
		else if (v->exam)
			en->mark = v->chosen == (int)i ? MARK_FULL : MARK_EMPTY;
	}
}

/* The sentence made so far, words of the taught language as they stand. */
static void describe_taken(const struct form_view *v, struct page *page, enum style style)
{
	struct str line;

	str_init(&line);
	for (size_t i = 0; i < v->taken_count; i++) {
		str_add(&line, i > 0 ? " " : "");
		str_add(&line, parts_plain(&page->arena, v->part->options[v->taken[i]]));
	}
	if (line.len == 0)
		str_add(&line, "…");
	parts_raw_block(page, style, line.buf);
	str_release(&line);
}

/* Steps stay where they are; beside each stands the place that it was given. */
static void describe_steps(const struct form_view *v, struct page *page)
{
	size_t count = v->part->option_count;

	page_menu(page, false, v->current)->wraps = true;
	for (size_t i = 0; i < count; i++) {
		struct entry *en = page_entry(page, digit_of(i), v->part->options[i], NULL, NULL);

		for (size_t k = 0; k < v->taken_count; k++)
			if (v->taken[k] == (int)i)
				/* TRANSLATORS: the place that a step has got: "place 2". As short as can be */
				en->middle = arena_printf(&page->arena, _("place %zu"), k + 1);
	}
	/* TRANSLATORS: the entry chosen when all steps of some work have been put in order. */
	page_entry(page, '0', _("My order is ready"), NULL, NULL);
}

static void describe_order(const struct form_view *v, struct page *page)
{
	size_t count = v->part->option_count;
	bool ready = v->current == (int)count;

	if (v->part->lines) {
		describe_steps(v, page);
		return;
	}

	describe_taken(v, page, STYLE_TAUGHT);
	page_space(page);
	page_menu(page, true, ready ? -1 : v->current);
	for (size_t i = 0; i < count; i++) {
		struct entry *en = page_entry(page, digit_of(i), v->part->options[i], NULL, NULL);

		for (size_t k = 0; k < v->taken_count; k++)
			if (v->taken[k] == (int)i)
				en->mark = MARK_GONE;
	}
	page_space(page);
	page_menu(page, false, ready ? 0 : -1);
	/* TRANSLATORS: the entry chosen when all words of a sentence have been put in order. */
	page_entry(page, '0', _("My sentence is ready"), NULL, NULL);
}

static void describe_pair(const struct form_view *v, struct page *page)
{
	const struct form_part *p = v->part;
	int columns = 0;

	struct block *lefts = page_menu(page, false, v->current);

	lefts->gathers = true;
	lefts->wraps = p->reuse;
	for (size_t i = 0; i < p->left_count; i++)
		page_entry(page, 0, p->lefts[i], v->taken[i] < 0 ? "…" : parts_plain(&page->arena, p->options[v->taken[i]]), NULL);
	for (size_t i = 0; i < p->option_count; i++)
		columns += text_width(parts_plain(&page->arena, p->options[i])) + 6;
	page_space(page);
	page_menu(page, columns <= FLOW_COLUMNS, -1);
	for (size_t i = 0; i < p->option_count; i++) {
		struct entry *en = page_entry(page, digit_of(i), p->options[i], NULL, NULL);

		for (size_t k = 0; k < p->left_count; k++)
			if (v->taken[k] == (int)i && !p->reuse)
				en->label = page_raw(page, STYLE_DIM, parts_plain(&page->arena, p->options[i]));
	}
}

/* The text with its gaps; `styles` NULL while it is being typed. */
static void describe_gaps(const struct form_view *v, struct page *page, const enum style *styles)
{
	const struct form_part *p = v->part;
	struct field *fields = arena_array(&page->arena, p->gap_count + 1, sizeof *fields);
	bool within = p->gap_count > 1 || p->pieces[0][0] != '\0' || p->pieces[1][0] != '\0'; /* a sentence */

	for (size_t i = 0; i < p->gap_count; i++) {
		fields[i] = edit_field(&v->gaps[i], page, styles == NULL && v->current == (int)i);
		fields[i].width = within ? GAP_COLUMNS : 0;
		if (styles == NULL)
			continue;
		fields[i].style = styles[i];
		if (within) /* colour alone would say nothing to some */
			fields[i].value = arena_printf(&page->arena, "%s %s", styles[i] == STYLE_GOOD ? "✓" : "✗", fields[i].value);
	}
	page_gaps(page, p->pieces, fields, p->gap_count);
}

/* The text with its gaps, one of them pointed at, and the words that fill them. */
static void describe_bank(const struct form_view *v, struct page *page)
{
	const struct form_part *p = v->part;

	describe_gaps(v, page, NULL);
	page_space(page);
	page_menu(page, true, -1);
	for (size_t i = 0; i < p->option_count; i++) {
		struct entry *en = page_entry(page, digit_of(i), p->options[i], NULL, NULL);

		for (size_t k = 0; k < p->gap_count; k++)
			if (v->taken[k] == (int)i)
				en->mark = MARK_GONE;
	}
}

static void describe_card(const struct form_view *v, struct page *page)
{
	page_markdown(page, v->part->text);
	page_space(page);
	if (!v->turned) {
		page_text(page, STYLE_DIM, _("Say it to yourself, then turn the card with Space."));
		return;
	}
	page_text(page, STYLE_PLAIN, v->part->back);
	page_space(page);
	describe_choice(v, page);
}

/* Told at once, not only when the answer is judged: whoever types without looking at the screen would type it all again. */
static void describe_alphabet(const struct form_view *v, struct page *page)
{
	enum { SURE = 3 };
	struct alphabets found;

	if (v->strip.count == 0 || !form_view_typing(v))
		return;
	found = text_alphabets(edit_text(&v->gaps[v->current]));
	if (found.latin > 0 || found.cyrillic < SURE)
		return;
	page_space(page);
	page_message(page, STYLE_NOTE, _("Your keyboard is set to Cyrillic letters. Switch it to Latin ones, often with Alt+Shift or with the Windows key and Space."));
}

static void describe_part(const struct form_view *v, const struct form_part *p, struct page *page)
{
	switch (p->kind) {
	case FORM_TEXT:
		page_markdown(page, p->text);
		break;
	case FORM_ASK:
		page_text(page, STYLE_STRONG, p->text);
		break;
	case FORM_CHOICE:
		describe_choice(v, page);
		break;
	case FORM_ORDER:
		describe_order(v, page);
		break;
	case FORM_PAIR:
		describe_pair(v, page);
		break;
	case FORM_GAPS:
		if (p->bank == BANK_WORDS)
			describe_bank(v, page);
		else if (form_view_taking(v))
			describe_order(v, page);
		else
			describe_gaps(v, page, NULL);
		strip_describe(&v->strip, page);
		describe_alphabet(v, page);
		break;
	case FORM_CARD:
		describe_card(v, page);
		break;
	case FORM_TURNS:
		turns_describe(v, page);
		break;
	case FORM_DRAWING:
		/* TRANSLATORS: %s is what a drawing shows, for who does not see it: "A triangle with an exclamation mark in it." */
		page_drawing(page, p->text, arena_printf(&page->arena, _("Picture: %s"), p->description));
		break;
	}
}

void form_view_describe(const struct form_view *v, struct page *page)
{
	for (size_t i = 0; v->form != NULL && i < v->form->count; i++) {
		if (i > 0)
			page_space(page);
		describe_part(v, &v->form->parts[i], page);
	}
}

void form_view_asked(const struct form_view *v, struct page *page)
{
	bool any = false;

	for (size_t i = 0; v->form != NULL && i < v->form->count; i++) {
		if (&v->form->parts[i] == v->part)
			continue;
		if (any)
			page_space(page);
		any = true;
		describe_part(v, &v->form->parts[i], page);
	}
}

/* --- after judging ------------------------------------------------------ */

static bool holds(const struct response *r, int key)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->chosen[i] == key)
			return true;
	return false;
}

static void judged_choice(const struct form_view *v, const struct response *right, struct page *page)
{
	const struct form_part *p = v->part;

	page_menu(page, false, -1);
	for (size_t i = 0; i < p->option_count; i++) {
		struct entry *en = page_entry(page, digit_of(i), p->options[i], NULL, NULL);
		bool given = p->several ? v->ticked[i] : v->current == (int)i, good = holds(right, p->keys[i]);

		if (good && (given || !p->several))
			en->mark = MARK_GOOD;
		else if (given)
			en->mark = MARK_BAD;
		if (good && !given && p->several)
			/* TRANSLATORS: beside an option that should have been ticked, too. */
			en->middle = arena_printf(&page->arena, "← %s", _("this one, too"));
	}
}

static void judged_pair(const struct form_view *v, const struct response *right, struct page *page)
{
	const struct form_part *p = v->part;

	page_menu(page, false, -1)->wraps = p->reuse;
	for (size_t i = 0; i < p->left_count; i++) {
		int given = v->taken[i], key = i < right->count ? right->chosen[i] : -1;
		struct entry *en;

		en = page_entry(page, 0, p->lefts[i], given < 0 ? "…" : parts_plain(&page->arena, p->options[given]), NULL);
		en->mark = given >= 0 && p->keys[given] == key ? MARK_GOOD : MARK_BAD;
		for (size_t k = 0; en->mark == MARK_BAD && k < p->option_count; k++)
			if (p->keys[k] == key)
				en->middle = arena_printf(&page->arena, "%s  ✓ %s", en->middle, parts_plain(&page->arena, p->options[k]));
	}
}

/* A gap is right if the whole is accepted with what was typed there and the author's own forms in all others. */
static void judged_gaps(const struct form_view *v, const struct item *it, const struct response *right, bool all, struct page *page)
{
	size_t count = v->part->gap_count;
	enum style *styles = arena_array(&page->arena, count + 1, sizeof *styles);
	const char **typed = arena_array(&page->arena, count + 1, sizeof *typed);

	for (size_t i = 0; i < count; i++) {
		struct response r = { .kind = FORM_GAPS, .typed = typed, .typed_count = count };
		struct grade g = { .verdict = VERDICT_WRONG };

		for (size_t k = 0; k < count; k++)
			typed[k] = k == i || k >= right->typed_count ? edit_text(&v->gaps[k]) : right->typed[k];
		item_grade(it, &page->arena, &r, &g);
		styles[i] = all || verdict_accepted(g.verdict) ? STYLE_GOOD : STYLE_BAD;
	}
	describe_gaps(v, page, styles);
}

/* The steps in the right order, and the place each was given. */
static void judged_steps(const struct form_view *v, struct page *page)
{
	const struct form_part *p = v->part;

	page_menu(page, false, -1)->wraps = true;
	for (size_t step = 0; step < p->option_count; step++) {
		size_t shown = 0, place = 0;

		while (p->keys[shown] != (int)step)
			shown++;
		while (place < v->taken_count && v->taken[place] != (int)shown)
			place++;
		struct entry *en = page_entry(page, digit_of(step), p->options[shown], NULL, NULL);

		en->mark = place == step ? MARK_GOOD : MARK_BAD;
		if (place != step)
			en->middle = arena_printf(&page->arena, _("place %zu"), place + 1);
	}
}

static void judged_card(const struct form_view *v, struct page *page)
{
	page_markdown(page, v->part->text);
	page_space(page);
	page_text(page, STYLE_PLAIN, v->part->back);
}

void form_view_judged(const struct form_view *v, const struct item *it, bool all, struct page *page)
{
	struct response right = { .kind = FORM_TEXT };
	bool known = it->type->accepted(it, &page->arena, 0, &right);

	for (size_t i = 0; v->form != NULL && i < v->form->count; i++) {
		const struct form_part *p = &v->form->parts[i];

		if (i > 0)
			page_space(page);
		if (p->kind == FORM_CHOICE && known)
			judged_choice(v, &right, page);
		else if (p->kind == FORM_PAIR && known)
			judged_pair(v, &right, page);
		else if (p->kind == FORM_GAPS && form_view_taking(v))
			describe_taken(v, page, STYLE_TAUGHT);
		else if (p->kind == FORM_GAPS && known)
			judged_gaps(v, it, &right, all, page);
		else if (p->kind == FORM_TURNS)
			turns_judged(v, it, page);
		else if (p->kind == FORM_CARD)
			judged_card(v, page);
		else if (p->kind == FORM_ORDER && p->lines)
			judged_steps(v, page);
		else if (p->kind == FORM_ORDER)
			describe_taken(v, page, STYLE_TAUGHT);
		else
			describe_part(v, p, page);
	}
}
