#include "config.h"
#include "view/form_view.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/form_turns.h"
#include "view/parts.h"

static const struct form_part *asking_part(const struct form *f)
{
	for (size_t i = 0; f != NULL && i < f->count; i++)
		if (f->parts[i].kind != FORM_TEXT && f->parts[i].kind != FORM_ASK && f->parts[i].kind != FORM_DRAWING)
			return &f->parts[i];
	return NULL;
}

/* Lines of text behind gaps and turns: one more where a sentence is put together from a bank, so that both ways of answering stay. */
static size_t edit_count(const struct form_part *p)
{
	return p->turn_count + p->gap_count + (p->bank == BANK_SENTENCE);
}

static void release_gaps(struct form_view *v)
{
	for (size_t i = 0; v->part != NULL && v->gaps != NULL && i < edit_count(v->part); i++)
		edit_release(&v->gaps[i]);
	free(v->gaps);
	v->gaps = NULL;
}

void form_view_release(struct form_view *v)
{
	release_gaps(v);
	memset(v, 0, sizeof *v);
}

void form_view_begin(struct form_view *v, const struct form *form)
{
	form_view_release(v);
	v->form = form;
	v->part = asking_part(form);
	for (size_t i = 0; i < RESPONSE_MAX; i++)
		v->taken[i] = -1;
	if (v->part != NULL && edit_count(v->part) > 0) {
		v->gaps = xcalloc(edit_count(v->part), sizeof *v->gaps);
		for (size_t i = 0; i < edit_count(v->part); i++)
			edit_init(&v->gaps[i], FORM_GAP_BYTES_MAX);
	}
}

void form_view_letters(struct form_view *v, const char *language)
{
	if (v->part != NULL && (v->part->kind == FORM_GAPS || v->part->kind == FORM_TURNS))
		strip_begin(&v->strip, language);
}

void form_view_careful(struct form_view *v, bool confirm)
{
	v->careful = confirm;
	if (v->part != NULL && ((v->part->kind == FORM_CHOICE && !v->part->several) || (v->part->kind == FORM_TURNS && !turns_typing(v))))
		v->current = -1;
}

void form_view_exam(struct form_view *v)
{
	v->exam = true;
	v->chosen = -1;
	form_view_careful(v, true);
}

void form_view_renew(struct form_view *v, const struct form *form)
{
	v->form = form;
	v->part = asking_part(form);
}

bool form_view_typing(const struct form_view *v)
{
	if (v->part != NULL && v->part->kind == FORM_TURNS)
		return turns_typing(v);
	if (v->part == NULL || v->part->kind != FORM_GAPS)
		return false;
	return v->part->bank == BANK_NONE || (v->part->bank == BANK_SENTENCE && v->by_keys);
}

bool form_view_taking(const struct form_view *v)
{
	if (v->part == NULL)
		return false;
	return v->part->kind == FORM_ORDER || (v->part->kind == FORM_GAPS && v->part->bank == BANK_SENTENCE && !v->by_keys);
}

bool form_view_open(const struct form_view *v, enum action a)
{
	enum form_part_kind kind = v->part != NULL ? v->part->kind : FORM_TEXT;
	bool taking = form_view_taking(v), bank = kind == FORM_GAPS && v->part->bank == BANK_WORDS;
	bool choosing = kind == FORM_CHOICE || (kind == FORM_CARD && v->turned);

	if (a == ACTION_LETTERS || a == ACTION_ACCENT || v->strip.focused)
		return form_view_typing(v) && strip_open(&v->strip, a);
	if (kind == FORM_TURNS)
		return turns_open(v, a);
	if (a == ACTION_DIGIT)
		return choosing || taking || bank || kind == FORM_PAIR;
	if (a == ACTION_UP || a == ACTION_DOWN)
		return choosing || kind == FORM_PAIR || (taking && v->part->lines);
	if (a == ACTION_PREVIOUS || a == ACTION_NEXT)
		return (taking && !v->part->lines) || bank;
	if (a == ACTION_MARK)
		return kind == FORM_CHOICE && v->part->several;
	if (a == ACTION_TURN)
		return kind == FORM_CARD && !v->turned;
	if (a == ACTION_OPEN)
		return kind != FORM_CARD || v->turned;
	if (a == ACTION_FIELD || a == ACTION_FIELD_BACK)
		return kind == FORM_GAPS && v->part->gap_count > 1;
	if (a == ACTION_ERASE)
		return taking || bank || kind == FORM_PAIR || (v->exam && kind == FORM_CHOICE && !v->part->several);
	if (a == ACTION_SWITCH)
		return kind == FORM_GAPS && v->part->bank == BANK_SENTENCE;
	return true;
}

bool form_view_takes(const struct form_view *v, enum action a)
{
	return v->strip.focused && (a == ACTION_BACK || a == ACTION_OPEN);
}

const char *form_view_label(const struct form_view *v, enum action a)
{
	return strip_label(&v->strip, a);
}

static enum form_outcome choice_action(struct form_view *v, const struct event *e)
{
	int count = (int)v->part->option_count;

	if (parts_move(&v->current, count, e->action))
		return FORM_CHANGED;
	if (e->action == ACTION_DIGIT) {
		if (e->digit < 1 || e->digit > count)
			return FORM_IGNORED;
		v->current = e->digit - 1;
		if (!v->part->several && v->exam)
			v->chosen = v->current;
		if (!v->part->several)
			return v->careful ? FORM_CHANGED : FORM_DONE;
		v->ticked[v->current] = !v->ticked[v->current];
		return FORM_CHANGED;
	}
	if (e->action == ACTION_MARK && v->part->several) {
		v->ticked[v->current] = !v->ticked[v->current];
		return FORM_CHANGED;
	}
	if (e->action == ACTION_ERASE && v->exam && !v->part->several) {
		v->chosen = -1;
		return FORM_CHANGED;
	}
	if (e->action != ACTION_OPEN)
		return FORM_IGNORED;
	if (!v->part->several && v->exam && v->current >= 0 && v->chosen != v->current) {
		v->chosen = v->current;
		return FORM_CHANGED;
	}
	if (!v->part->several)
		return v->current < 0 ? FORM_MORE : FORM_DONE;
	for (int i = 0; i < count; i++)
		if (v->ticked[i])
			return FORM_DONE;
	return FORM_MORE;
}

static bool is_taken(const struct form_view *v, int option)
{
	for (size_t i = 0; i < v->taken_count; i++)
		if (v->taken[i] == option)
			return true;
	return false;
}

/* Whether a word carries the mark that ends its sentence. */
static bool ends_sentence(const char *word)
{
	size_t n = strcspn(word, "`");

	n += strspn(word + n, "`");
	n += strcspn(word + n, "`");
	return n > 0 && strchr(".!?", word[n - 1]) != NULL;
}

/* The pointer goes to the next word still there; behind the last one, or when the sentence has its end, to the entry that says so. */
static void order_advance(struct form_view *v)
{
	int count = (int)v->part->option_count;

	if (!v->part->lines && ends_sentence(v->part->options[v->current])) {
		v->current = count;
		return;
	}
	while (v->current < count && is_taken(v, v->current))
		v->current++;
	if (v->current == count && v->taken_count < v->part->option_count)
		for (v->current = 0; is_taken(v, v->current);)
			v->current++;
}

static enum form_outcome order_action(struct form_view *v, const struct event *e)
{
	int count = (int)v->part->option_count, option = v->current;
	enum action a = e->action;

	if (a == ACTION_PREVIOUS)
		a = ACTION_UP;
	if (a == ACTION_NEXT)
		a = ACTION_DOWN;
	if (parts_move(&v->current, count + 1, a))
		return FORM_CHANGED;
	if (a == ACTION_ERASE) {
		if (v->taken_count == 0)
			return FORM_IGNORED;
		v->current = v->taken[--v->taken_count];
		return FORM_CHANGED;
	}
	if (a == ACTION_DIGIT)
		option = e->digit == 0 ? count : e->digit - 1;
	else if (a != ACTION_OPEN && a != ACTION_MARK)
		return FORM_IGNORED;
	if (option > count)
		return FORM_IGNORED;
	if (option == count) {
		bool ready = v->part->lines ? v->taken_count == v->part->option_count : v->taken_count > 0;

		v->current = ready ? count : 0;
		while (!ready && is_taken(v, v->current))
			v->current++;
		return ready ? FORM_DONE : FORM_MORE;
	}
	if (is_taken(v, option))
		return FORM_IGNORED;
	v->taken[v->taken_count++] = option;
	v->current = option;
	order_advance(v);
	return FORM_CHANGED;
}

/* The first left side from `from` on that has no partner, round the end; -1 if all have. */
static int open_left(const struct form_view *v, int from)
{
	int count = (int)v->part->left_count;

	for (int i = 0; i < count; i++)
		if (v->taken[(from + i) % count] < 0)
			return (from + i) % count;
	return -1;
}

/* What has been taken, as the text of a gap. */
static void write_sentence(struct form_view *v)
{
	struct str line;

	str_init(&line);
	for (size_t i = 0; i < v->taken_count; i++)
		str_addf(&line, i > 0 ? " %s" : "%s", v->part->words[v->taken[i]]);
	edit_set(&v->gaps[v->part->gap_count], line.buf);
	str_release(&line);
}

/* Words or keyboard: what was put together is there to be typed on, and what was typed waits until the next time. */
static enum form_outcome sentence_action(struct form_view *v, const struct event *e)
{
	enum form_outcome outcome;

	if (e->action == ACTION_SWITCH) {
		if (!v->by_keys && edit_text(&v->gaps[0])[0] == '\0')
			edit_set(&v->gaps[0], edit_text(&v->gaps[v->part->gap_count]));
		v->by_keys = !v->by_keys;
		v->strip.shown = v->strip.focused = false;
		v->current = 0;
		while (!v->by_keys && is_taken(v, v->current) && v->current < (int)v->part->option_count)
			v->current++;
		return FORM_CHANGED;
	}
	outcome = order_action(v, e);
	write_sentence(v);
	return outcome;
}

/* Words are put into gaps by their digits; each stands in one gap at most. */
static enum form_outcome bank_action(struct form_view *v, const struct event *e)
{
	int count = (int)v->part->gap_count, at = v->current, word = e->digit - 1;

	if (e->action == ACTION_FIELD || e->action == ACTION_FIELD_BACK || e->action == ACTION_NEXT || e->action == ACTION_PREVIOUS) {
		v->current = (at + (e->action == ACTION_FIELD || e->action == ACTION_NEXT ? 1 : count - 1)) % count;
		return FORM_CHANGED;
	}
	if (e->action == ACTION_ERASE) {
		if (v->taken[at] < 0 && at > 0) /* the gap is empty already: it is the one before that was meant */
			v->current = --at;
		v->taken[at] = -1;
		edit_clear(&v->gaps[at]);
		return FORM_CHANGED;
	}
	if (e->action != ACTION_DIGIT && e->action != ACTION_OPEN)
		return FORM_IGNORED;
	if (e->action == ACTION_DIGIT) {
		if (word < 0 || word >= (int)v->part->option_count)
			return FORM_IGNORED;
		for (int i = 0; i < count; i++)
			if (v->taken[i] == word) {
				v->taken[i] = -1;
				edit_clear(&v->gaps[i]);
			}
		v->taken[at] = word;
		edit_set(&v->gaps[at], v->part->words[word]);
	}
	for (int i = 0; i < count; i++)
		if (v->taken[(at + i) % count] < 0) {
			v->current = (at + i) % count;
			return e->action == ACTION_OPEN ? FORM_MORE : FORM_CHANGED;
		}
	return e->action == ACTION_OPEN ? FORM_DONE : FORM_CHANGED;
}

/* A card is turned; then it is a choice. */
static enum form_outcome card_action(struct form_view *v, const struct event *e)
{
	if (v->turned)
		return choice_action(v, e);
	if (e->action != ACTION_OPEN && e->action != ACTION_TURN)
		return FORM_IGNORED;
	v->turned = true;
	return FORM_CHANGED;
}

static enum form_outcome pair_action(struct form_view *v, const struct event *e)
{
	int count = (int)v->part->left_count, next;

	if (parts_move(&v->current, count, e->action))
		return FORM_CHANGED;
	if (e->action == ACTION_ERASE) {
		v->taken[v->current] = -1;
		return FORM_CHANGED;
	}
	if (e->action == ACTION_DIGIT) {
		if (e->digit < 1 || e->digit > (int)v->part->option_count)
			return FORM_IGNORED;
		for (int i = 0; i < count; i++)
			if (v->taken[i] == e->digit - 1 && !v->part->reuse)
				v->taken[i] = -1;
		v->taken[v->current] = e->digit - 1;
		next = open_left(v, v->current);
		if (next >= 0)
			v->current = next;
		return FORM_CHANGED;
	}
	if (e->action != ACTION_OPEN)
		return FORM_IGNORED;
	next = open_left(v, v->current);
	if (next < 0)
		return FORM_DONE;
	v->current = next;
	return FORM_MORE;
}

static enum form_outcome gaps_action(struct form_view *v, const struct event *e)
{
	int count = (int)v->part->gap_count, at = v->current;

	if (count == 0)
		return e->action == ACTION_OPEN ? FORM_DONE : FORM_IGNORED;
	if (strip_action(&v->strip, &v->gaps[at], e))
		return FORM_CHANGED;
	if (e->action == ACTION_FIELD || e->action == ACTION_FIELD_BACK) {
		v->current = (at + (e->action == ACTION_FIELD ? 1 : count - 1)) % count;
		return FORM_CHANGED;
	}
	if (e->action != ACTION_OPEN)
		return edit_action(&v->gaps[at], e) ? FORM_CHANGED : FORM_IGNORED;
	for (int i = 1; i <= count; i++) {
		int gap = (at + i) % count;

		if (edit_text(&v->gaps[gap])[0] != '\0')
			continue;
		v->current = gap;
		return gap == at ? FORM_MORE : FORM_CHANGED;
	}
	return FORM_DONE;
}

enum form_outcome form_view_action(struct form_view *v, const struct event *e)
{
	if (v->part == NULL)
		return e->action == ACTION_OPEN ? FORM_DONE : FORM_IGNORED;
	switch (v->part->kind) {
	case FORM_CHOICE:
		return choice_action(v, e);
	case FORM_ORDER:
		return order_action(v, e);
	case FORM_PAIR:
		return pair_action(v, e);
	case FORM_GAPS:
		if (v->part->bank == BANK_WORDS)
			return bank_action(v, e);
		if (e->action == ACTION_SWITCH || form_view_taking(v))
			return v->part->bank == BANK_SENTENCE ? sentence_action(v, e) : FORM_IGNORED;
		return gaps_action(v, e);
	case FORM_CARD:
		return card_action(v, e);
	case FORM_TURNS:
		return turns_action(v, e);
	case FORM_TEXT:
	case FORM_ASK:
	case FORM_DRAWING:
		break;
	}
	return FORM_IGNORED;
}

static int compare_numbers(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

void form_view_response(struct form_view *v, struct response *out)
{
	const struct form_part *p = v->part;

	memset(out, 0, sizeof *out);
	out->kind = p == NULL ? FORM_TEXT : p->kind == FORM_CARD ? FORM_CHOICE : p->kind;
	if (p == NULL)
		return;
	if (out->kind == FORM_CHOICE && !p->several && (v->exam ? v->chosen : v->current) >= 0)
		out->chosen[out->count++] = p->keys[v->exam ? v->chosen : v->current];
	for (size_t i = 0; p->kind == FORM_CHOICE && p->several && i < p->option_count; i++)
		if (v->ticked[i])
			out->chosen[out->count++] = p->keys[i];
	if (p->kind == FORM_CHOICE)
		qsort(out->chosen, out->count, sizeof *out->chosen, compare_numbers);
	for (size_t i = 0; p->kind == FORM_ORDER && i < v->taken_count; i++)
		out->chosen[out->count++] = p->keys[v->taken[i]];
	for (size_t i = 0; p->kind == FORM_PAIR && i < p->left_count; i++)
		out->chosen[out->count++] = v->taken[i] < 0 ? -1 : p->keys[v->taken[i]];
	if (p->kind == FORM_TURNS)
		turns_response(v, out);
	if (p->kind != FORM_GAPS)
		return;
	for (size_t i = 0; i < p->gap_count && i < RESPONSE_MAX; i++)
		v->typed[i] = edit_text(&v->gaps[form_view_taking(v) ? p->gap_count : i]);
	out->typed = v->typed;
	out->typed_count = p->gap_count < RESPONSE_MAX ? p->gap_count : RESPONSE_MAX;
}

const char *form_view_missing(const struct form_view *v)
{
	enum form_part_kind kind = v->part != NULL ? v->part->kind : FORM_TEXT;

	if (kind == FORM_PAIR)
		return v->part->reuse ? _("Every line needs an answer: press the digit of the one that is right for it.")
				      : _("Every line needs its partner: press the digit of the one that belongs to it.");
	if (kind == FORM_GAPS && v->part->bank == BANK_WORDS)
		return _("Every gap needs a word: press the digit of the one that belongs there.");
	if (form_view_taking(v) && v->part->lines)
		return _("Choose the steps one after the other, all of them.");
	if (form_view_taking(v))
		return _("Take the words first, one after the other.");
	if ((kind == FORM_CHOICE && !v->part->several) || (kind == FORM_TURNS && !turns_typing(v)))
		return _("Choose an answer first: press its digit, then Enter.");
	if (kind == FORM_CHOICE)
		return _("Choose with Space or a digit first. More than one can be right.");
	return _("Type your answer first.");
}
