/* Judging typed answers: how many a second on one core over the tables of tests/data/answers, with and without the word table that a pack of these answers would have,
 * beside bare comparison of the same pairs in their normal form, in turns; and whether ten thousand clusters cost no more than ten times what a thousand do. To reach: 300,000 a second, and 10. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "core/arena.h"
#include "core/diag.h"
#include "core/str.h"
#include "learn/grade.h"
#include "learn/word_table_build.h"
#include "text/norm.h"

enum { ROUNDS = 41, REPEATS = 8, LINE_BYTES = 4096, PAIRS_MAX = 4096 };

struct pair {
	struct forms forms;
	struct typed_rules rules;
	const char *typed;
};
struct sample {
	struct arena arena;
	struct diag_list diags;
	struct pair *pairs;
	size_t count;
};

static void sample_read(struct sample *s, const char *name)
{
	static const struct node place = {.kind = NODE_SCALAR, .text = "", .file = "answers", .line = 1, .column = 1};
	char path[4096], line[LINE_BYTES];
	const char *top = getenv("top_srcdir");
	snprintf(path, sizeof(path), "%s/tests/data/answers/%s", top ? top : ".", name);
	FILE *in = fopen(path, "r");
	if (!in)
		return;
	while (s->count < PAIRS_MAX && fgets(line, sizeof(line), in)) {
		line[strcspn(line, "\n")] = '\0';
		char *rest = arena_strdup(&s->arena, line), *language = strsep(&rest, "\t"), *expected = strsep(&rest, "\t"), *typed = strsep(&rest, "\t");
		struct pair *p = &s->pairs[s->count];
		*p = (struct pair){.rules = {.language = language}, .typed = typed};
		if (line[0] != '#' && typed && forms_add(&s->arena, &p->forms, expected, &place, &s->diags))
			s->count++;
	}
	fclose(in);
}

/* What a grader that knows only equal and not equal would do. */
static unsigned compare(const struct pair *p)
{
	char *answer = text_answer_dup(p->typed), *folded = text_fold_dup(answer);
	unsigned equal = 0;
	for (size_t i = 0; i < p->forms.count; i++)
		equal += strcmp(p->forms.normal[i], folded) == 0;
	free(folded);
	free(answer);
	return equal;
}

/* One table for each language, of all its answers. */
static void add_tables(struct sample *s, struct word_table *tables, size_t most)
{
	size_t count = 0;
	for (size_t i = 0; i < s->count; i++) {
		const char *language = s->pairs[i].rules.language;
		for (size_t k = 0; k < count && !s->pairs[i].rules.table; k++)
			if (str_eq(tables[k].language, language))
				s->pairs[i].rules.table = &tables[k];
		struct table_words *w = s->pairs[i].rules.table || count == most ? NULL : table_words_new(&s->arena, language);
		if (!w)
			continue;
		for (size_t k = i; k < s->count; k++)
			for (size_t n = 0; str_eq(s->pairs[k].rules.language, language) && n < s->pairs[k].forms.count; n++)
				table_words_add(w, s->pairs[k].forms.shown[n], true);
		struct str text;
		str_init(&text);
		if (!table_words_write(w, &text) ||
		    !word_table_read(arena_strndup(&s->arena, text.buf, text.len), text.len, language, &tables[count], &s->diags))
			bench_broken("no word table", language);
		s->pairs[i].rules.table = &tables[count++];
		str_release(&text);
	}
}

static double rate(const struct sample *s, bool ours, unsigned *sink)
{
	int64_t began = bench_now();
	for (int k = 0; k < REPEATS; k++) {
		for (size_t i = 0; i < s->count; i++) {
			const struct pair *p = &s->pairs[i];
			unsigned reasons;
			*sink += ours ? typed_judge(&p->forms, p->typed, &p->rules, &reasons) : compare(p);
		}
	}
	return (double)(s->count * REPEATS) / ((double)(bench_now() - began) / 1e9);
}

/* Milliseconds for an answer of `clusters` clusters, made of units of so many each, to the longest form there may be; the median. */
static double long_answer(size_t clusters, const char *unit, size_t per_unit)
{
	enum { TRIES = 21 };
	struct str typed;
	char form[FORM_BYTES_MAX + 1];
	struct arena a = ARENA_INIT;
	struct diag_list d;
	struct forms f = {.count = 0};
	struct typed_rules rules = {.language = "nl"};
	double times[TRIES];
	const struct node place = {.kind = NODE_SCALAR, .text = "", .file = "long", .line = 1, .column = 1};
	diag_init(&d);
	str_init(&typed);
	for (size_t i = 0; i < clusters / per_unit; i++)
		str_add(&typed, unit);
	memset(form, 'w', sizeof(form) - 1);
	form[sizeof(form) - 1] = '\0';
	if (!forms_add(&a, &f, form, &place, &d))
		bench_broken("no form", "");
	for (int i = 0; i < TRIES; i++) {
		int64_t began = bench_now();
		unsigned reasons;
		typed_judge(&f, typed.buf, &rules, &reasons);
		times[i] = (double)(bench_now() - began) / 1e6;
	}
	str_release(&typed);
	diag_release(&d);
	arena_release(&a);
	return bench_quantile(times, TRIES, 0.5);
}

int main(void)
{
	static const char *const files[] = {"answers.tsv", "more.tsv", "further.tsv"};
	struct sample s = {.arena = ARENA_INIT};
	struct word_table tables[8];
	double ours[ROUNDS], bare[ROUNDS];
	unsigned sink = 0;
	diag_init(&s.diags);
	s.pairs = arena_array(&s.arena, PAIRS_MAX, sizeof(*s.pairs));
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		sample_read(&s, files[i]);
	if (!s.count)
		bench_broken("no answers", "tests/data/answers");
	for (int round = 0; round < ROUNDS; round++) {
		ours[round] = rate(&s, true, &sink);
		bare[round] = rate(&s, false, &sink);
	}
	bench_line("judged answers", bench_quantile(ours, ROUNDS, 0.5), bench_quantile(bare, ROUNDS, 0.5), "/s");
	add_tables(&s, tables, sizeof(tables) / sizeof(tables[0]));
	for (int round = 0; round < ROUNDS; round++) {
		ours[round] = rate(&s, true, &sink);
		bare[round] = rate(&s, false, &sink);
	}
	bench_line("judged with a word table", bench_quantile(ours, ROUNDS, 0.5), bench_quantile(bare, ROUNDS, 0.5), "/s");
	/* Ten thousand are refused for their length; four thousand are the most that is compared. */
	bench_line("4,000 letters : 400", long_answer(4000, "a", 1), long_answer(400, "a", 1), "ms");
	bench_line("4,000 in words : 400", long_answer(4000, "aap ", 4), long_answer(400, "aap ", 4), "ms");
	bench_line("10,000 letters : 1,000", long_answer(10000, "a", 1), long_answer(1000, "a", 1), "ms");
	bench_line("10,000 in words : 1,000", long_answer(10000, "aap ", 4), long_answer(1000, "aap ", 4), "ms");
	bench_line("10,000 accents : 1,000", long_answer(10000, "e\xCC\x81", 1), long_answer(1000, "e\xCC\x81", 1), "ms");
	diag_release(&s.diags);
	arena_release(&s.arena);
	return sink == 0;
}
