#include "config.h"
#include "app/exam_sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/pack_words.h"
#include "core/i18n.h"
#include "core/str.h"
#include "pack/markdown.h"
#include "store/packs.h"

enum { LETTERS = 26 };

struct loading {
	struct arena *a;
	struct form_row *rows;
	size_t count, room;
	struct heard_script *heard;
	size_t heard_count;
	const char *prefix;  /* "pack/exam/" */
	struct sheet *sheet;
};

static bool take_row(void *ctx, const struct form_row *r)
{
	struct loading *l = ctx;
	if (r->replaced)
		return true;
	l->rows = arena_grow(l->a, l->rows, l->count, &l->room, sizeof(*l->rows));
	l->rows[l->count] = *r;
	l->rows[l->count].path = arena_strdup(l->a, r->path);
	l->rows[l->count].hash = arena_strdup(l->a, r->hash);
	l->rows[l->count++].given = arena_strdup(l->a, r->given);
	return true;
}

static int by_place(const void *a, const void *b)
{
	const struct form_row *x = a, *y = b;
	return x->section != y->section ? (x->section > y->section) - (x->section < y->section) : (x->position > y->position) - (x->position < y->position);
}

static bool label_text(void *ctx, const struct exam_bank_row *r)
{
	struct loading *l = ctx;
	if (!r->script || !*r->script)
		return true;
	const char *path = arena_printf(l->a, "%s%s", l->prefix, r->id);
	for (size_t i = 0; i < l->sheet->count; i++)
		for (size_t k = 0; k < l->heard_count; k++)
			if (strcmp(l->sheet->questions[i].path, path) == 0 && strcmp(l->heard[k].id, r->script) == 0)
				l->sheet->questions[i].text = (int)k + 1;
	return true;
}

/* As the learner's screen has it: the exam's language, else the learner's own. */
static const char *question_language(const struct app *app, const struct sheet *s, struct arena *a)
{
	if (s->blueprint->language)
		return arena_strndup(a, s->blueprint->language, strcspn(s->blueprint->language, "-"));
	return language_find(s->row.language) >= 0 ? s->row.language : arena_strdup(a, app->language);
}

static bool make_questions(struct app *app, struct loading *l, const char *teaches, struct err *e)
{
	struct sheet *s = l->sheet;
	s->words = pack_words_load(app->store, s->row.version, "", s->language, e);
	if (!s->words)
		return false;
	struct words words = pack_words_view(s->words);
	bool ok = true;
	qsort(l->rows, l->count, sizeof(*l->rows), by_place);
	s->questions = arena_array(l->a, l->count, sizeof(*s->questions));
	for (size_t i = 0; ok && i < l->count; i++) {
		const struct form_row *r = &l->rows[i];
		struct sheet_question *q = &s->questions[i];
		*q = (struct sheet_question){.no = (int)i + 1, .number = r->number, .section = r->section, .maximum = r->maximum, .path = r->path, .given = r->given,
			.item = exam_item(app, r->path, r->hash, teaches, l->a, e)};
		ok = q->item != NULL;
		if (ok) /* the order of the screen: run_seed */
			item_form(q->item, l->a, &words, seed_from(q->path, seed_from(s->row.sitting, 0)), &q->form);
	}
	s->count = ok ? l->count : 0;
	return ok;
}

void sheet_release(struct sheet *s)
{
	pack_words_free(s->words);
	*s = (struct sheet){0};
}

bool sheet_load(struct app *app, int64_t session, int seat, struct arena *a, struct sheet *out, struct err *e)
{
	struct pack_row pack;
	*out = (struct sheet){0};
	struct loading l = {.a = a, .sheet = out};
	if (!exam_place_at(app->store, session, seat, a, &out->row, e) || !exam_blueprint(app, out->row.version, out->row.exam, a, &out->blueprint, e) ||
	    !pack_by_id(app->store, out->row.version, a, &pack, e) || !exam_item_each(app->store, out->row.sitting, take_row, &l, e))
		return false;
	if (!l.count)
		return err_set(e, ERR_ABSENT, _("no form is drawn for seat %d yet; print it first"), seat);
	out->pack = pack.pack;
	out->language = question_language(app, out, a);
	char before[LANGUAGE_TAG_SIZE];
	i18n_language(before);
	i18n_set_language(language_find(out->row.language) >= 0 ? out->row.language : before); /* instructions of the program are in the learner's own */
	bool ok = make_questions(app, &l, pack.teaches, e);
	i18n_set_language(before);
	l.prefix = arena_printf(a, "%s/%s/", pack.pack, out->blueprint->id);
	return ok &&
	       exam_hear(app, session, out->row.version, pack.pack, out->blueprint, a, &l.heard, &l.heard_count, e) &&
	       exam_bank_each(app->store, out->row.version, out->blueprint->id, label_text, &l, e);
}

const struct form_part *sheet_part(const struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->parts[i].kind != FORM_TEXT && f->parts[i].kind != FORM_ASK && f->parts[i].kind != FORM_DRAWING)
			return &f->parts[i];
	return NULL;
}

const char *sheet_form_id(const struct place_row *r, struct arena *a)
{
	return arena_strndup(a, r->sitting, strcspn(r->sitting, "-"));
}

/* --- what was written --- */

static bool bad(const struct sheet_question *q, const char *written, const char *how, struct err *e)
{
	return err_set(e, ERR_INPUT, _("question %d: '%.40s' is no answer to it; %s"), q->no, written, how);
}

/* The next letter of a list: its place among the options, -1 for "-", -2 for anything else. */
static int next_letter(const char **at, size_t options)
{
	const char *s = *at + strspn(*at, " ,;");
	*at = s + (*s != '\0');
	if (*s == '-')
		return -1;
	int i = *s >= 'a' && *s <= 'z' ? *s - 'a' : *s >= 'A' && *s <= 'Z' ? *s - 'A' : LETTERS;
	return (size_t)i < options ? i : -2;
}

static int by_number(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;
	return (x > y) - (x < y);
}

static bool read_letters(const struct sheet_question *q, const struct form_part *p, const char *written, struct response *out, struct err *e)
{
	size_t most = p->kind == FORM_PAIR ? p->left_count : p->kind == FORM_ORDER || p->several ? p->option_count : 1;
	for (const char *s = written; s[strspn(s, " ,;")];) {
		int i = next_letter(&s, p->option_count);
		if (i == -2 || (i == -1 && p->kind != FORM_PAIR) || out->count == most || out->count == RESPONSE_MAX)
			return bad(q, written, p->kind == FORM_PAIR ? _("give one letter for each, with commas, and - for none") : _("give letters of its options, with commas"), e);
		for (size_t k = 0; k < out->count; k++)
			if (i >= 0 && out->chosen[k] == p->keys[i] && p->kind != FORM_PAIR)
				return bad(q, written, _("a letter stands there twice"), e);
		out->chosen[out->count++] = i < 0 ? -1 : p->keys[i];
	}
	if (p->kind == FORM_CHOICE)
		qsort(out->chosen, out->count, sizeof(out->chosen[0]), by_number);
	return true;
}

/* Pieces between bars, trimmed; there may be fewer than `most`. */
static size_t split(const char *written, const char **out, size_t most, struct arena *a)
{
	size_t n = 0;
	for (const char *s = written; n < most; s++) {
		size_t length = strcspn(s, "|"), from = strspn(s, " ");
		from = from < length ? from : length;
		size_t to = length;
		while (to > from && s[to - 1] == ' ')
			to--;
		out[n++] = arena_strndup(a, s + from, to - from);
		s += length;
		if (!*s)
			break;
	}
	return n;
}

static bool read_texts(const struct sheet_question *q, const struct form_part *p, const char *written, struct arena *a, struct response *out, struct err *e)
{
	size_t count = p->kind == FORM_TURNS ? p->turn_count : p->gap_count;
	const char **texts = arena_array(a, count + 2, sizeof(*texts));
	if (split(written, texts, count + 1, a) > count)
		return bad(q, written, _("it has more pieces between bars than there are gaps"), e);
	for (size_t i = 0; i < count; i++) {
		size_t options = p->kind == FORM_TURNS ? p->turns[i].option_count : p->bank == BANK_WORDS ? p->option_count : 0;
		const char *s = texts[i] ? texts[i] : "";
		int letter = strlen(s) == 1 ? next_letter(&(const char *){s}, options) : -2;
		if (letter >= 0 && options)
			s = p->kind == FORM_TURNS ? arena_printf(a, "%d", p->turns[i].keys[letter]) : p->words[letter];
		else if (options && *s && p->kind == FORM_TURNS)
			return bad(q, written, _("give a letter of the options for each line, with | between them"), e);
		texts[i] = s;
	}
	out->typed = texts;
	out->typed_count = count;
	return true;
}

bool sheet_response(const struct sheet_question *q, const char *written, struct arena *a, struct response *out, struct err *e)
{
	const struct form_part *p = sheet_part(&q->form);
	*out = (struct response){.kind = p ? p->kind : FORM_TEXT};
	if (!p)
		return err_set(e, ERR_INPUT, _("question %d asks nothing that can be written"), q->no);
	if (p->kind == FORM_GAPS || p->kind == FORM_TURNS)
		return read_texts(q, p, written, a, out, e);
	return read_letters(q, p, written, out, e);
}

static char letter_of(const struct form_part *p, int key)
{
	for (size_t i = 0; i < p->option_count && i < LETTERS; i++)
		if (p->keys[i] == key)
			return (char)('a' + i);
	return '-';
}

const char *sheet_right(const struct sheet_question *q, struct arena *a)
{
	const struct form_part *p = sheet_part(&q->form);
	struct response r = {0};
	struct rich words = md_inline(a, q->item->type->right(q->item, a, &words_source));
	const char *plain = md_plain(a, &words);
	bool lettered = p && (p->kind == FORM_CHOICE || p->kind == FORM_ORDER || p->kind == FORM_PAIR);
	if (!lettered || !q->item->type->accepted || !q->item->type->accepted(q->item, a, 0, &r))
		return plain;
	struct str out;
	str_init(&out);
	for (size_t i = 0; i < r.count; i++)
		str_addf(&out, "%s%c", i ? ", " : "", letter_of(p, r.chosen[i]));
	str_addf(&out, "  %s", plain);
	const char *text = arena_strdup(a, out.buf);
	str_release(&out);
	return text;
}
