#include "config.h"
#include "view/form_turns.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"

static const struct form_turn *open_turn(const struct form_view *v)
{
	return &v->part->turns[v->turn];
}

static struct edit *answer(const struct form_view *v)
{
	return &v->gaps[v->turn];
}

bool turns_typing(const struct form_view *v)
{
	return open_turn(v)->option_count == 0;
}

bool turns_open(const struct form_view *v, enum action a)
{
	bool typing = turns_typing(v);

	if (a == ACTION_DIGIT || a == ACTION_UP || a == ACTION_DOWN)
		return !typing;
	if (a == ACTION_ERASE)
		return v->turn > 0;
	return a != ACTION_PREVIOUS && a != ACTION_NEXT && a != ACTION_MARK && a != ACTION_TURN && a != ACTION_FIELD && a != ACTION_FIELD_BACK &&
	       a != ACTION_SWITCH;
}

static void go_to(struct form_view *v, size_t turn)
{
	v->turn = turn;
	v->strip.shown = v->strip.focused = false;
	v->current = v->taken[turn] >= 0 ? v->taken[turn] : v->careful && !turns_typing(v) ? -1 : 0;
}

/* On to the next line; the last answer stays open, should it have to be mended. */
static enum form_outcome go_on(struct form_view *v)
{
	if (v->turn + 1 == v->part->turn_count)
		return FORM_DONE;
	go_to(v, v->turn + 1);
	return FORM_CHANGED;
}

static enum form_outcome choose(struct form_view *v)
{
	char number[16];

	if (v->current < 0)
		return FORM_MORE;
	v->taken[v->turn] = v->current;
	snprintf(number, sizeof number, "%d", open_turn(v)->keys[v->current]);
	edit_set(answer(v), number);
	return go_on(v);
}

enum form_outcome turns_action(struct form_view *v, const struct event *e)
{
	int count = (int)open_turn(v)->option_count;

	if (e->action == ACTION_ERASE && v->turn > 0 && (count > 0 || edit_text(answer(v))[0] == '\0')) {
		go_to(v, v->turn - 1);
		return FORM_CHANGED;
	}
	if (count == 0) {
		if (strip_action(&v->strip, answer(v), e))
			return FORM_CHANGED;
		if (e->action != ACTION_OPEN)
			return edit_action(answer(v), e) ? FORM_CHANGED : FORM_IGNORED;
		return edit_text(answer(v))[0] == '\0' ? FORM_MORE : go_on(v);
	}
	if (parts_move(&v->current, count, e->action))
		return FORM_CHANGED;
	if (e->action == ACTION_DIGIT && e->digit >= 1 && e->digit <= count) {
		v->current = e->digit - 1;
		return v->careful ? FORM_CHANGED : choose(v);
	}
	return e->action == ACTION_OPEN ? choose(v) : FORM_IGNORED;
}

void turns_response(struct form_view *v, struct response *out)
{
	for (size_t i = 0; i < v->part->turn_count; i++)
		v->typed[i] = edit_text(&v->gaps[i]);
	out->typed = v->typed;
	out->typed_count = v->part->turn_count;
}

/* What was answered in a turn, in words. */
static const char *given(const struct form_view *v, size_t turn, struct page *page)
{
	const struct form_turn *t = &v->part->turns[turn];

	if (t->option_count == 0)
		return edit_text(&v->gaps[turn]);
	return v->taken[turn] < 0 ? "…" : parts_plain(&page->arena, t->options[v->taken[turn]]);
}

static void describe_line(const struct form_turn *t, const char *meaning, struct page *page)
{
	page_line(page, t->who, t->say, meaning, false);
}

/* What the learner says, exactly as it was typed. */
static void describe_given(const char *who, enum style style, const char *text, struct page *page)
{
	page_line(page, who, "", NULL, false)->text = page_raw(page, style, text);
}

void turns_describe(const struct form_view *v, struct page *page)
{
	const struct form_turn *t = open_turn(v);

	for (size_t i = 0; i < v->turn; i++) {
		describe_line(&v->part->turns[i], NULL, page);
		/* TRANSLATORS: stands before what the learner says in a dialogue, where others have their name. */
		describe_given(_("You"), STYLE_PLAIN, given(v, i, page), page);
	}
	describe_line(t, NULL, page);
	page_space(page);
	if (t->option_count == 0) {
		static const char *const around[2] = { "", "" };
		struct field f = edit_field(answer(v), page, true);

		page_gaps(page, around, &f, 1);
		strip_describe(&v->strip, page);
		return;
	}
	page_menu(page, false, v->current);
	for (size_t i = 0; i < t->option_count; i++)
		page_entry(page, (char)('1' + i), t->options[i], NULL, NULL);
}

/* Whether the answer to one turn is right: all others answered as the author would. */
static bool is_right(const struct form_view *v, const struct item *it, const struct response *right, size_t turn, struct arena *a)
{
	const char **typed = arena_array(a, right->typed_count + 1, sizeof *typed);
	struct response r = { .kind = FORM_TURNS, .typed = typed, .typed_count = right->typed_count };
	struct grade g;

	for (size_t i = 0; i < right->typed_count; i++)
		typed[i] = i == turn ? edit_text(&v->gaps[i]) : right->typed[i];
	item_grade(it, a, &r, &g);
	return verdict_accepted(g.verdict);
}

/* The right answer of a turn, as it is shown. */
static const char *right_words(const struct form_turn *t, const char *answer_text, struct page *page)
{
	for (size_t i = 0; i < t->option_count; i++)
		if (t->keys[i] == answer_text[0] - '0')
			return parts_plain(&page->arena, t->options[i]);
	return answer_text;
}

void turns_judged(const struct form_view *v, const struct item *it, struct page *page)
{
	struct response right;

	if (!it->type->accepted(it, &page->arena, 0, &right))
		return;
	for (size_t i = 0; i < v->part->turn_count && i < right.typed_count; i++) {
		const struct form_turn *t = &v->part->turns[i];
		bool good = is_right(v, it, &right, i, &page->arena);

		describe_line(t, t->means, page);
		describe_given(_("You"), good ? STYLE_GOOD : STYLE_BAD, arena_printf(&page->arena, "%s %s", good ? "✓" : "✗", given(v, i, page)), page);
		if (!good)
			describe_given("", STYLE_GOOD, arena_printf(&page->arena, "✓ %s", right_words(t, right.typed[i], page)), page);
	}
}
