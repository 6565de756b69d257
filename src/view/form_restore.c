/* An answer given before, put into a form again. */
#include "config.h"
#include "view/form_view.h"

#include <stdlib.h>
#include <string.h>

#include "core/str.h"

/* The option shown that has this number in the source, −1 if none. */
static int shown(const int *keys, size_t count, int key)
{
	for (size_t i = 0; i < count; i++)
		if (keys[i] == key)
			return (int)i;
	return -1;
}

static void restore_choice(struct form_view *v, const struct response *r)
{
	const struct form_part *p = v->part;

	for (size_t i = 0; i < r->count; i++) {
		int at = shown(p->keys, p->option_count, r->chosen[i]);

		if (at < 0)
			continue;
		if (p->several)
			v->ticked[at] = true;
		else
			v->chosen = v->current = at;
	}
}

/* The pointer goes to the first word that is still there. */
static void restore_order(struct form_view *v, const struct response *r)
{
	const struct form_part *p = v->part;

	for (size_t i = 0; i < r->count && i < RESPONSE_MAX; i++) {
		int at = shown(p->keys, p->option_count, r->chosen[i]);

		if (at >= 0)
			v->taken[v->taken_count++] = at;
	}
	v->current = 0;
	for (size_t i = 0; i < v->taken_count; i++)
		for (size_t k = 0; k < v->taken_count; k++)
			if (v->taken[k] == v->current && v->current < (int)p->option_count)
				v->current++;
}

static void restore_pairs(struct form_view *v, const struct response *r)
{
	const struct form_part *p = v->part;

	v->current = 0;
	for (size_t i = 0; i < r->count && i < p->left_count; i++)
		v->taken[i] = r->chosen[i] < 0 ? -1 : shown(p->keys, p->option_count, r->chosen[i]);
	while (v->current + 1 < (int)p->left_count && v->taken[v->current] >= 0) /* to the first one that is open */
		v->current++;
}

/* A sentence out of the words of its bank again, if they make it exactly; else it was typed. */
static void restore_sentence(struct form_view *v, const char *text)
{
	const struct form_part *p = v->part;
	const char *rest = text;

	while (*rest != '\0' && v->taken_count < p->option_count) {
		int found = -1;

		for (size_t i = 0; i < p->option_count && found < 0; i++) {
			size_t n = strlen(p->words[i]);
			bool used = false;

			for (size_t k = 0; k < v->taken_count; k++)
				used |= v->taken[k] == (int)i;
			if (!used && n > 0 && strncmp(rest, p->words[i], n) == 0 && (rest[n] == ' ' || rest[n] == '\0'))
				found = (int)i;
		}
		if (found < 0)
			break;
		v->taken[v->taken_count++] = found;
		rest += strlen(p->words[found]);
		rest += *rest == ' ';
	}
	v->by_keys = *rest != '\0';
	if (v->by_keys)
		v->taken_count = 0;
	edit_set(&v->gaps[v->by_keys ? 0 : p->gap_count], text);
}

static void restore_gaps(struct form_view *v, const struct response *r)
{
	const struct form_part *p = v->part;

	if (p->bank == BANK_SENTENCE) {
		if (r->typed_count > 0)
			restore_sentence(v, r->typed[0]);
		return;
	}
	for (size_t i = 0; i < r->typed_count && i < p->gap_count; i++) {
		edit_set(&v->gaps[i], r->typed[i]);
		for (size_t k = 0; p->bank == BANK_WORDS && k < p->option_count; k++)
			if (str_eq(p->words[k], r->typed[i]))
				v->taken[i] = (int)k;
	}
}

/* A conversation opens at its first line without an answer, or at the last one. */
static void restore_turns(struct form_view *v, const struct response *r)
{
	const struct form_part *p = v->part;
	size_t open = p->turn_count;

	for (size_t i = 0; i < p->turn_count; i++) {
		const struct form_turn *t = &p->turns[i];
		const char *text = i < r->typed_count ? r->typed[i] : "";

		if (*text == '\0') {
			open = open < i ? open : i;
			continue;
		}
		edit_set(&v->gaps[i], text);
		if (t->option_count > 0)
			v->taken[i] = shown(t->keys, t->option_count, (int)strtol(text, NULL, 10));
	}
	v->turn = open < p->turn_count ? open : p->turn_count - 1;
	v->current = p->turns[v->turn].option_count > 0 ? v->taken[v->turn] : 0;
}

void form_view_restore(struct form_view *v, const struct response *r)
{
	if (v->part == NULL)
		return;
	switch (v->part->kind) {
	case FORM_CHOICE:
		restore_choice(v, r);
		break;
	case FORM_ORDER:
		restore_order(v, r);
		break;
	case FORM_PAIR:
		restore_pairs(v, r);
		break;
	case FORM_GAPS:
		restore_gaps(v, r);
		break;
	case FORM_TURNS:
		restore_turns(v, r);
		break;
	case FORM_TEXT:
	case FORM_ASK:
	case FORM_DRAWING:
	case FORM_CARD:
		break;
	}
}
