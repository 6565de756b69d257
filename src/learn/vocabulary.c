#include "config.h"
#include "learn/vocabulary.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "learn/forms.h"
#include "learn/language.h"

void vocabulary_begin(struct vocabulary *v, const char *teaches, const struct own_data *person)
{
	*v = (struct vocabulary){.arena = ARENA_INIT};
	v->teaches = arena_strdup(&v->arena, teaches);
	v->person = (struct own_data){
		.name = arena_strdup(&v->arena, person->name),
		.town = arena_strdup(&v->arena, person->town),
		.country = arena_strdup(&v->arena, person->country),
		.age = arena_strdup(&v->arena, person->age),
		.job = arena_strdup(&v->arena, person->job),
	};
}

void vocabulary_release(struct vocabulary *v)
{
	arena_release(&v->arena);
	*v = (struct vocabulary){.arena = ARENA_INIT};
}

const char *vocabulary_fill(struct arena *a, const char *text, const struct own_data *person, bool *known)
{
	const struct {
		const char *blank, *value;
	} rows[] = {{"<name>", person->name}, {"<town>", person->town}, {"<country>", person->country}, {"<age>", person->age}, {"<job>", person->job}};
	*known = true;
	if (!strchr(text, '<'))
		return text;
	struct str out;
	str_init(&out);
	while (*text) {
		size_t i = 0, count = sizeof(rows) / sizeof(rows[0]);
		bool escaped = text[0] == '\\' && text[1] == '<'; /* as Markdown wants it in a meaning */
		while (i < count && !str_starts(text + escaped, rows[i].blank))
			i++;
		if (i == count) {
			str_addc(&out, *text++);
			continue;
		}
		*known &= rows[i].value != NULL;
		str_add(&out, rows[i].value ? rows[i].value : "…");
		text += escaped + strlen(rows[i].blank);
	}
	const char *filled = arena_strndup(a, out.buf, out.len);
	str_release(&out);
	return filled;
}

/* A word without its article. */
static const char *key_of(struct vocabulary *v, const char *normal)
{
	const struct language_data *l = language_tables(v->teaches);
	size_t n = strcspn(normal, " '");
	size_t whole = n + (normal[n] == '\'');
	if (!l || !normal[whole])
		return normal;
	if (normal[n] == '\'' && language_has(l, TABLE_ELISION, normal, whole, NULL))
		return normal + whole;
	return normal[n] == ' ' && language_has(l, TABLE_ARTICLE, normal, n, NULL) ? normal + n + 1 : normal;
}

/* What is left of a meaning when the small words at its head are taken away, which one dictionary writes and another does not. */
static const char *headless(const char *s)
{
	static const char *const heads[] = {"to ", "the ", "a ", "an "};
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (str_starts(s, heads[i]) && s[strlen(heads[i])])
			return s + strlen(heads[i]);
	return s;
}

struct list {
	const char **texts;
	size_t count, room;
};

static void list_add(struct arena *a, struct list *l, const char *text)
{
	if (!*text)
		return;
	for (size_t i = 0; i < l->count; i++)
		if (strcmp(l->texts[i], text) == 0)
			return;
	l->texts = arena_grow(a, l->texts, l->count, &l->room, sizeof(*l->texts));
	l->texts[l->count++] = text;
}

/* The meanings that `text` names: one for a phrase, several parted by signs for a word. */
static void add_meanings(struct arena *a, struct list *l, const char *text, bool phrase, bool loose)
{
	struct str one;
	int depth = 0;
	str_init(&one);
	for (const char *s = text;; s++) {
		bool parts = !*s || (!phrase && !depth && strchr(",;/", *s));
		if (parts) {
			list_add(a, l, headless(answer_normal(a, one.buf)));
			str_clear(&one);
		}
		if (!*s)
			break;
		depth += *s == '(';
		if (!parts && !(loose && depth) && !strchr("*`_", *s))
			str_addc(&one, *s);
		depth -= *s == ')' && depth;
	}
	str_release(&one);
}

static void add_entry(struct vocabulary *v, struct vocable *e, const char *source, const char *means)
{
	struct arena *a = &v->arena;
	bool known, phrase = str_eq(e->pos, "phrase");
	e->example = e->example ? vocabulary_fill(a, e->example, &v->person, &known) : NULL;
	e->example_means = e->example_means ? vocabulary_fill(a, e->example_means, &v->person, &known) : NULL;
	struct list exact = {0}, loose = {0};
	e->shown = vocabulary_fill(a, e->forms.shown[0], &v->person, &known);
	e->means = vocabulary_fill(a, means, &v->person, &known);
	e->key = key_of(v, e->forms.normal[0]);
	const char *texts[] = {source, means};
	for (size_t i = 0; i < 2; i++) {
		add_meanings(a, &exact, texts[i], phrase, false);
		add_meanings(a, &loose, texts[i], phrase, true);
	}
	e->exact = exact.texts;
	e->exact_count = exact.count;
	e->loose = loose.texts;
	e->loose_count = loose.count;
	v->entries = arena_grow(a, v->entries, v->count, &v->room, sizeof(*v->entries));
	v->entries[v->count++] = *e;
}

/* The words of `w` may not live as long as the vocabulary. */
static const char *say(struct vocabulary *v, const struct words *w, const char *unit, const char *id, const char *field, const char *text)
{
	return text ? arena_strdup(&v->arena, words_get(w, &v->arena, unit, id, field, text)) : NULL;
}

/* The term as it is taught, and each of its parts where it names several: "le collègue, la collègue", "bon, bonne". */
static void add_terms(struct arena *a, struct forms *f, const char *term)
{
	size_t most = 2;
	for (const char *s = term; (s = strstr(s, ", ")); s++)
		most++;
	f->shown = arena_array(a, most, sizeof(*f->shown));
	f->normal = arena_array(a, most, sizeof(*f->normal));
	f->shown[f->count] = term;
	f->normal[f->count++] = answer_normal(a, term);
	for (const char *s = term; strstr(term, ", ") && s;) {
		const char *comma = strstr(s, ", "), *part = arena_strndup(a, s, comma ? (size_t)(comma - s) : strlen(s));
		if (answer_has_letter(part)) {
			f->shown[f->count] = part;
			f->normal[f->count++] = answer_normal(a, part);
		}
		s = comma ? comma + 2 : NULL;
	}
}

static void add_word(struct vocabulary *v, const char *pack, const struct unit *u, const struct words *w, const struct word *word)
{
	struct arena *a = &v->arena;
	struct vocable e = {.unit = u->id, .id = word->id, .pos = word->pos, .node = word->node, .example = word->example};
	e.path = arena_printf(a, "%s/%s/%s", pack, u->id, word->id);
	add_terms(a, &e.forms, word->term);
	e.example_means = say(v, w, u->id, word->id, "example-means", word->example_means);
	e.note = say(v, w, u->id, word->id, "note", word->note);
	add_entry(v, &e, word->means, say(v, w, u->id, word->id, "means", word->means));
}

static void add_phrase(struct vocabulary *v, const char *pack, const struct unit *u, const struct words *w, const struct phrase *p)
{
	struct arena *a = &v->arena;
	if (!p->forms.count)
		return;
	struct vocable e = {.unit = u->id, .id = p->id, .pos = "phrase", .node = p->node, .forms = p->forms};
	e.path = arena_printf(a, "%s/%s/%s", pack, u->id, p->id);
	e.note = say(v, w, u->id, p->id, "note", p->note);
	add_entry(v, &e, p->means, say(v, w, u->id, p->id, "means", p->means));
}

void vocabulary_add(struct vocabulary *v, const char *pack, const struct unit *u, const struct words *w)
{
	for (size_t i = 0; i < u->part_count; i++) {
		const struct part *p = &u->parts[i];
		for (size_t k = 0; p->kind == PART_WORDS && k < p->count; k++)
			add_word(v, pack, u, w, &p->words[k]);
		for (size_t k = 0; p->kind == PART_PHRASES && k < p->count; k++)
			add_phrase(v, pack, u, w, &p->phrases[k]);
	}
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void vocabulary_finish(struct vocabulary *v)
{
	struct arena *a = &v->arena;
	size_t room = 0, kept = 0;
	v->word_count = 0;
	v->words = NULL;
	for (size_t i = 0; i < v->count; i++) {
		for (const char *s = v->entries[i].forms.normal[0]; *s;) {
			size_t n = strcspn(s, " ");
			v->words = arena_grow(a, v->words, v->word_count, &room, sizeof(*v->words));
			v->words[v->word_count++] = arena_strndup(a, s, n);
			s += n + (s[n] == ' ');
		}
	}
	if (!v->word_count)
		return;
	qsort(v->words, v->word_count, sizeof(*v->words), by_bytes);
	for (size_t i = 0; i < v->word_count; i++)
		if (!kept || strcmp(v->words[kept - 1], v->words[i]) != 0)
			v->words[kept++] = v->words[i];
	v->word_count = kept;
}

size_t vocabulary_find(const struct vocabulary *v, const char *path)
{
	for (size_t i = 0; i < v->count; i++)
		if (strcmp(v->entries[i].path, path) == 0)
			return i;
	return SIZE_MAX;
}

static bool share(const char **x, size_t x_count, const char **y, size_t y_count)
{
	for (size_t i = 0; i < x_count; i++)
		for (size_t k = 0; k < y_count; k++)
			if (strcmp(x[i], y[k]) == 0)
				return true;
	return false;
}

bool vocabulary_same(const struct vocabulary *v, size_t x, size_t y)
{
	const struct vocable *a = &v->entries[x], *b = &v->entries[y];
	return share(a->exact, a->exact_count, b->exact, b->exact_count);
}

static bool judged_right(const struct vocabulary *v, const struct vocable *expected, const struct vocable *typed)
{
	struct typed_rules rules = {.language = v->teaches, .words = v->words, .word_count = v->word_count};
	unsigned reasons;
	return verdict_accepted(typed_judge(&expected->forms, typed->forms.shown[0], &rules, &reasons));
}

bool vocabulary_alike(const struct vocabulary *v, size_t x, size_t y)
{
	const struct vocable *a = &v->entries[x], *b = &v->entries[y];
	return x == y || strcmp(a->key, b->key) == 0 || share(a->loose, a->loose_count, b->loose, b->loose_count) || judged_right(v, a, b) ||
	       judged_right(v, b, a);
}
