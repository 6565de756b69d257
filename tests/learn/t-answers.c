/* The tables of judged answers: every row of tests/data/answers gets the verdict that stands there. All rows that do not are named. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/str.h"
#include "learn/grade.h"

/* language, expected, typed, verdict, why; a table may go on with the reasons, gravest first (`-` none, `*` or nothing any), and the options. */
enum { COLUMNS = 7, LINE_MAX_BYTES = 4096 };

/* `text` is a list of strict names, `sentence` and `word=` with one word of the pack, which is put into `*word`. */
static bool rules_from(char *text, struct typed_rules *rules, const char **word)
{
	static const char *const names[] = {"case", "accents", "articles", "punctuation"};
	for (char *one; (one = strsep(&text, ","));) {
		bool known = !strcmp(one, "sentence");
		rules->sentence = rules->sentence || known;
		for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
			if (strcmp(one, names[i]) != 0)
				continue;
			rules->strict |= 1u << i;
			known = true;
		}
		if (!strncmp(one, "word=", strlen("word="))) {
			*word = one + strlen("word=");
			rules->words = word;
			rules->word_count = 1;
			known = true;
		}
		if (!known)
			return false;
	}
	return true;
}

/* The reasons as the tables write them. */
static void reasons_text(unsigned reasons, struct str *s)
{
	for (int r = REASON_COUNT - 1; r >= 0; r--) {
		if (!(reasons & 1u << r))
			continue;
		if (s->len)
			str_add(s, ",");
		str_add(s, reason_name((enum reason)r));
	}
	if (!s->len)
		str_add(s, "-");
}

/* Whether the row holds; says so if not. `line` is taken apart. */
static bool row_holds(const char *file, int number, char *line)
{
	static const struct node place = {.kind = NODE_SCALAR, .text = "", .file = "answers.tsv", .line = 1, .column = 1};
	char *column[COLUMNS];
	for (int i = 0; i < COLUMNS; i++)
		column[i] = strsep(&line, "\t");
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	struct forms f = {.count = 0};
	enum verdict v = VERDICT_SEEN, want = VERDICT_SEEN;
	unsigned reasons = 0;
	struct typed_rules rules = {.language = column[0]};
	const char *word = NULL;
	bool sound = column[3] && verdict_from(column[3], &want) && forms_add(&a, &f, column[1], &place, &d);
	sound = sound && (!column[6] || rules_from(column[6], &rules, &word));
	if (sound)
		v = typed_judge(&f, column[2], &rules, &reasons);
	struct str said;
	str_init(&said);
	reasons_text(reasons, &said);
	bool holds = sound && v == want && (!column[5] || !strcmp(column[5], "*") || !strcmp(column[5], said.buf));
	if (!sound)
		print_message("# %s:%d: not a row\n", file, number);
	else if (!holds)
		print_message("# %s:%d: %s: '%s' for '%s' is %s (%s), should be %s (%s): %s\n", file, number, column[0], column[2], column[1],
			      verdict_name(v), said.buf, verdict_name(want), column[5] ? column[5] : "*", column[4] ? column[4] : "");
	str_release(&said);
	diag_release(&d);
	arena_release(&a);
	return holds;
}

static void table_holds(const char *name, int least)
{
	char path[4096], line[LINE_MAX_BYTES];
	const char *top = getenv("top_srcdir");
	snprintf(path, sizeof(path), "%s/tests/data/answers/%s", top ? top : ".", name);
	FILE *in = fopen(path, "r");
	if (!in)
		fail_msg("cannot open %s", path);
	int rows = 0, faults = 0, number = 0;
	while (fgets(line, sizeof(line), in)) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || !line[0])
			continue;
		rows++;
		faults += !row_holds(name, number, line);
	}
	fclose(in);
	if (faults || rows < least)
		fail_msg("%s: %d of %d rows do not hold (at least %d rows are wanted)", name, faults, rows, least);
}

static void promised_answers(void **state)
{
	(void)state;
	table_holds("answers.tsv", 55);
}

static void further_answers(void **state)
{
	(void)state;
	table_holds("more.tsv", 100);
}

static void answers_of_another_hand(void **state)
{
	(void)state;
	table_holds("further.tsv", 300);
}

/* Length costs no more than its share: what is far too long is refused at once, what is long is judged. */
static void long_answers_are_bounded(void **state)
{
	(void)state;
	static const struct node place = {.kind = NODE_SCALAR, .text = "", .file = "x", .line = 1, .column = 1};
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	struct forms f = {.count = 0};
	assert_true(forms_add(&a, &f, "Ik werk in Gent.", &place, &d));
	struct typed_rules rules = {.language = "nl"};
	unsigned reasons;
	static const char *const pieces[] = {"a", "ik ", "e\xCC\x81", "ы", "'", "- "};
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		struct str s;
		str_init(&s);
		for (int k = 0; k < 10000; k++)
			str_add(&s, pieces[i]);
		enum verdict v = typed_judge(&f, s.buf, &rules, &reasons);
		assert_int_equal(v, VERDICT_WRONG);
		assert_int_equal(reasons, 0);
		str_release(&s);
	}
	diag_release(&d);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(promised_answers),
		cmocka_unit_test(further_answers),
		cmocka_unit_test(answers_of_another_hand),
		cmocka_unit_test(long_answers_are_bounded),
	};
	return cmocka_run_group_tests_name("answers", tests, NULL, NULL);
}
