#include "config.h"
#include "view/preview.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/likely.h"
#include "pack/words.h"
#include "text/script.h"
#include "view/parts.h"

/* What is being written, and the words in both languages. */
struct writing {
	const struct preview *p;
	const struct unit *u;
	struct page *page;
	struct words source, other;
};

static const char *fact_in(const struct pack *p, struct arena *a, const char *name, const char *language)
{
	const struct fact *f = facts_find(&p->facts, name);

	return f != NULL ? fact_show(a, f, language) : NULL;
}

static const char *source_fact(void *ctx, struct arena *a, const char *name)
{
	const struct preview *p = ctx;

	return fact_in(p->pack, a, name, p->pack->source_language);
}

static const char *other_fact(void *ctx, struct arena *a, const char *name)
{
	const struct preview *p = ctx;

	return fact_in(p->pack, a, name, p->language);
}

static const char *in_source(void *ctx, struct arena *a, const char *context, const char *msgid)
{
	(void)context;
	return words_facts(a, msgid, source_fact, ctx);
}

/* Uzbek in Cyrillic letters is made where the pack has no file of its own, as for learners. */
static const char *in_other(void *ctx, struct arena *a, const char *context, const char *msgid)
{
	const struct preview *p = ctx;
	const char *text = pack_translate(p->pack, p->language, context, msgid), *latin;

	if (text == NULL && str_eq(p->language, "uz@cyrillic") && (latin = pack_translate(p->pack, "uz", context, msgid)) != NULL) {
		char *cyrillic = script_uz_cyrillic_dup(latin);

		text = arena_strdup(a, cyrillic);
		free(cyrillic);
	}
	return words_facts(a, text != NULL ? text : msgid, other_fact, ctx);
}

/* The text in both languages; the other one NULL where it is the same or none is wanted. */
static const char *both(struct writing *w, const char *id, const char *field, const char *text, const char **other)
{
	const char *source = words_get(&w->source, &w->page->arena, w->u->id, id, field, text);

	*other = w->p->language != NULL ? words_get(&w->other, &w->page->arena, w->u->id, id, field, text) : NULL;
	if (*other != NULL && strcmp(*other, source) == 0)
		*other = NULL;
	return source;
}

static const char *joined(struct writing *w, const char *id, const char *field, const char *text)
{
	const char *other, *source = both(w, id, field, text, &other);

	return other != NULL ? arena_printf(&w->page->arena, "%s · %s", source, other) : source;
}

/* A paragraph "Label: text", with its translation. Nothing for NULL. */
static void labelled(struct writing *w, const char *label, const char *id, const char *field, const char *text)
{
	if (text != NULL)
		page_text(w->page, STYLE_DIM, arena_printf(&w->page->arena, "%s: %s", label, joined(w, id, field, text)));
}

/* Lesson text block by block, each with its translation below. */
static void blocks(struct writing *w, const char *id, const char *text)
{
	size_t n;

	for (const char *at = text, *b; (b = words_block_next(&at, &n)) != NULL;) {
		const char *block = arena_strndup(&w->page->arena, b, n);

		page_markdown(w->page, words_blocks(&w->source, &w->page->arena, w->u->id, id, block));
		page_space(w->page);
		if (w->p->language == NULL || words_all_taught(block))
			continue;
		page_markdown(w->page, words_blocks(&w->other, &w->page->arena, w->u->id, id, block));
		page_space(w->page);
	}
}

static void cells(struct writing *w, const char *taught, const char *id, const char *field, const char *text)
{
	const char *other, *source = both(w, id, field, text, &other);

	parts_cell_raw(w->page, STYLE_TAUGHT, taught);
	parts_cell(w->page, STYLE_PLAIN, source);
	if (w->p->language != NULL)
		parts_cell(w->page, STYLE_PLAIN, other != NULL ? other : "");
}

static void words_of(struct writing *w, const struct part *part)
{
	struct arena *a = &w->page->arena;

	page_table(w->page, w->p->language != NULL ? 3 : 2, false);
	for (size_t i = 0; i < part->count; i++) {
		const struct word *x = &part->words[i];

		cells(w, x->plural != NULL ? arena_printf(a, "%s, %s", x->term, x->plural) : x->term, x->id, "means", x->means);
		if (x->example != NULL)
			cells(w, x->example, x->id, "example-means", x->example_means);
		if (x->note != NULL)
			cells(w, "", x->id, "note", x->note);
	}
}

static void phrases_of(struct writing *w, const struct part *part)
{
	page_table(w->page, w->p->language != NULL ? 3 : 2, false);
	for (size_t i = 0; i < part->count; i++) {
		const struct phrase *x = &part->phrases[i];

		for (size_t k = 0; k < x->forms.count; k++)
			if (k == 0) {
				cells(w, x->forms.shown[0], x->id, "means", x->means);
			} else {
				parts_cell_raw(w->page, STYLE_DIM, x->forms.shown[k]);
				for (int column = 1; column < (w->p->language != NULL ? 3 : 2); column++)
					parts_cell(w->page, STYLE_DIM, column == 1 ? "=" : "");
			}
		if (x->note != NULL)
			cells(w, "", x->id, "note", x->note);
	}
}

static void lines_of(struct writing *w, const struct line *lines, size_t count)
{
	page_table(w->page, w->p->language != NULL ? 3 : 2, false);
	for (size_t i = 0; i < count; i++)
		cells(w, lines[i].who != NULL ? arena_printf(&w->page->arena, "%s: %s", lines[i].who, lines[i].say) : lines[i].say, lines[i].id, "means",
		      lines[i].means);
}

/* --- exercises ------------------------------------------------------------- */

static bool chosen(const struct response *r, int number)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->chosen[i] == number)
			return true;
	return false;
}

/* The number shown of the option with that source number. */
static size_t shown_as(const struct form_part *p, int number)
{
	for (size_t i = 0; i < p->option_count; i++)
		if (p->keys[i] == number)
			return i;
	return 0;
}

/* Options in the order of the source: what is proof-read is the file. */
static void choice(struct writing *w, const struct form_part *p, const struct form_part *other, const struct response *right)
{
	for (int n = 0; n < (int)p->option_count; n++) {
		size_t k = shown_as(p, n);
		const char *text = p->options[k], *more = other != NULL ? other->options[shown_as(other, n)] : text;

		page_item(w->page, 1, n + 1, arena_printf(&w->page->arena, "%s %s%s%s", chosen(right, n) ? "✓" : "✗", text,
			  strcmp(text, more) != 0 ? " · " : "", strcmp(text, more) != 0 ? more : ""));
	}
}

static void pairs(struct writing *w, const struct form_part *p, const struct response *right)
{
	page_table(w->page, 2, false);
	for (size_t i = 0; i < p->left_count && i < right->count; i++) {
		page_cell(w->page, p->lefts[i]);
		page_cell(w->page, right->chosen[i] >= 0 ? p->options[shown_as(p, right->chosen[i])] : "");
	}
}

static void gaps(struct writing *w, const struct form_part *p, const struct response *right)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i <= p->gap_count; i++) {
		str_add(&text, p->pieces[i]);
		if (i < p->gap_count && i < right->typed_count)
			str_addf(&text, "[%s]", right->typed[i]);
	}
	parts_raw_block(w->page, STYLE_TAUGHT, text.buf);
	str_release(&text);
}

/* What the other one says and what is answered, by turns. */
static void turns(struct writing *w, const struct form_part *p, const struct response *right)
{
	for (size_t i = 0; i < p->turn_count; i++) {
		const struct form_turn *t = &p->turns[i];
		struct block *b = page_line(w->page, t->who != NULL ? t->who : "", "", t->means != NULL ? parts_plain(&w->page->arena, t->means) : NULL, false);

		b->text = page_raw(w->page, STYLE_TAUGHT, t->say);
		for (size_t k = 0; k < t->option_count; k++)
			page_item(w->page, 1, (int)k + 1, t->options[k]);
		if (t->option_count == 0 && i < right->typed_count)
			parts_raw_block(w->page, STYLE_TAUGHT, arena_printf(&w->page->arena, "✓ %s", right->typed[i]));
	}
}

static void form_part(struct writing *w, const struct form_part *p, const struct form_part *other, const struct response *right)
{
	switch (p->kind) {
	case FORM_TEXT:
	case FORM_ASK:
		page_markdown(w->page, p->text);
		if (other != NULL && strcmp(p->text, other->text) != 0)
			page_markdown(w->page, other->text);
		break;
	case FORM_CHOICE:
		choice(w, p, other, right);
		break;
	case FORM_GAPS:
		gaps(w, p, right);
		break;
	case FORM_ORDER:
		break;
	case FORM_PAIR:
		pairs(w, p, right);
		if (other != NULL)
			pairs(w, other, right);
		break;
	case FORM_TURNS:
		turns(w, p, right);
		break;
	case FORM_DRAWING:
		page_drawing(w->page, p->text, p->description != NULL ? p->description : "");
		break;
	case FORM_CARD:
		page_markdown(w->page, p->text);
		page_markdown(w->page, p->back);
		break;
	}
}

static void add_likely(void *ctx, const struct item *it, enum likely_kind kind, const char *answer, const struct grade *g)
{
	struct writing *w = ctx;

	(void)it;
	parts_cell_raw(w->page, STYLE_TAUGHT, answer);
	parts_cell_raw(w->page, STYLE_PLAIN, verdict_name(g->verdict));
	parts_cell_raw(w->page, STYLE_DIM, _(likely_label(kind)));
}

/* Why each option or wrong form is right or wrong, in the order of the source. */
static void whys(struct writing *w, const struct node *n, const char *id)
{
	for (const struct node *c = n->first; c != NULL; c = c->next)
		if (c->kind == NODE_SCALAR && str_eq(c->key, "why"))
			labelled(w, _("Why"), id, "why", c->text);
		else if (c->kind != NODE_SCALAR)
			whys(w, c, id);
}

static void item_of(struct writing *w, const struct item *it)
{
	struct arena *a = &w->page->arena;
	struct form form = { 0 }, other = { 0 };
	struct response right = { 0 };

	page_space(w->page);
	page_heading(w->page, 3, arena_printf(a, "%s · %s", it->id, it->type->name));
	item_form(it, a, &w->source, 0, &form);
	if (w->p->language != NULL)
		item_form(it, a, &w->other, 0, &other);
	if (!it->type->accepted(it, a, 0, &right))
		right = (struct response){ 0 };
	for (size_t i = 0; i < form.count; i++)
		form_part(w, &form.parts[i], i < other.count ? &other.parts[i] : NULL, &right);
	page_text(w->page, STYLE_STRONG, arena_printf(a, "✓ %s", it->type->right(it, a, &w->source)));
	whys(w, it->node, it->id);
	labelled(w, _("Hint"), it->id, "hint", node_text(it->node, "hint"));
	labelled(w, _("Explanation"), it->id, "explain", node_text(it->node, "explain"));
	if (w->p->answers && (it->type->answer == FORM_GAPS || it->type->answer == FORM_TURNS)) {
		page_table(w->page, 3, false);
		likely_graded(a, it, add_likely, w);
	}
}

static void items_of(struct writing *w, struct item *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		item_of(w, items[i]);
}

/* --- parts ----------------------------------------------------------------- */

static void part_of(struct writing *w, const struct part *part)
{
	struct arena *a = &w->page->arena;

	page_space(w->page);
	if (part->kind != PART_EXERCISE)
		page_heading(w->page, 2, part->title != NULL ? joined(w, part->id, "title", part->title)
			: arena_printf(a, "%s · %s", part->id, part_kind_name(part->kind)));
	switch (part->kind) {
	case PART_READ:
		blocks(w, part->id, part->text);
		break;
	case PART_WORDS:
		words_of(w, part);
		break;
	case PART_PHRASES:
		phrases_of(w, part);
		break;
	case PART_LISTEN:
		if (part->intro != NULL)
			page_text(w->page, STYLE_PLAIN, joined(w, part->id, "intro", part->intro));
		page_text(w->page, STYLE_DIM, arena_printf(a, ngettext("Read aloud %d time.", "Read aloud %d times.", (unsigned long)part->times), part->times));
		lines_of(w, part->lines, part->count);
		break;
	case PART_DIALOGUE:
		lines_of(w, part->lines, part->count);
		break;
	case PART_PRACTISE:
		page_text(w->page, STYLE_DIM, arena_printf(a, ngettext("%d drill", "%d drills", (unsigned long)part->drills), part->drills));
		break;
	case PART_EXERCISE:
		break;
	}
	if (!w->p->room || part->kind == PART_LISTEN)
		items_of(w, part->items, part->item_count);
}

static void room_of(struct writing *w, const struct room *r)
{
	page_space(w->page);
	page_heading(w->page, 2, _("For the room"));
	for (size_t i = 0; i < r->role_count; i++) {
		const struct role_play *x = &r->roles[i];

		page_heading(w->page, 3, joined(w, x->id, "title", x->title));
		page_text(w->page, STYLE_PLAIN, arena_printf(&w->page->arena, "A: %s", joined(w, x->id, "a", x->a)));
		page_text(w->page, STYLE_PLAIN, arena_printf(&w->page->arena, "B: %s", joined(w, x->id, "b", x->b)));
		for (size_t k = 0; k < x->use_count; k++)
			parts_raw_block(w->page, STYLE_TAUGHT, x->use[k]);
		page_space(w->page);
	}
	if (r->repeat_count > 0) {
		page_heading(w->page, 3, _("To say after the instructor"));
		lines_of(w, r->repeat, r->repeat_count);
	}
	if (r->rubric_count > 0)
		page_heading(w->page, 3, _("How speaking is judged"));
	for (size_t i = 0; i < r->rubric_count; i++) {
		page_text(w->page, STYLE_STRONG, joined(w, r->rubric[i].id, "title", r->rubric[i].title));
		for (size_t k = 0; k < r->rubric[i].band_count; k++)
			page_item(w->page, 1, (int)k + 1, joined(w, r->rubric[i].id, "band", r->rubric[i].bands[k]));
	}
}

void preview_unit(const struct preview *p, const struct unit *u, struct page *page)
{
	struct preview mine = *p;
	struct writing w = {
		.p = &mine,
		.u = u,
		.page = page,
		.source = { .translate = in_source, .ctx = &mine },
		.other = { .translate = in_other, .ctx = &mine },
	};

	page_heading(page, 1, joined(&w, NULL, "title", u->title));
	for (size_t i = 0; !p->room && i < u->can_do_count; i++)
		page_item(page, 1, 0, joined(&w, NULL, "can-do", u->can_do[i]));
	for (size_t i = 0; i < u->part_count; i++)
		if (!p->room || u->parts[i].kind == PART_LISTEN)
			part_of(&w, &u->parts[i]);
	if (u->room != NULL)
		room_of(&w, u->room);
	if (p->room || !u->has_check)
		return;
	page_space(page);
	page_heading(page, 2, _("Unit check"));
	items_of(&w, u->bank, u->bank_count);
}
