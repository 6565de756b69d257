/* Every type of exercise against its folder of samples: good ones that are sound, bad ones with the faults they must show, answers with their verdicts. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/str.h"
#include "learn/item.h"
#include "samples.h"

static struct item *read_item(struct arena *a, const char *path, struct diag_list *d)
{
	const char *text = sample_text(a, path);
	struct item *it = item_parse(a, sample_node(a, path, d), "unit", strstr(text, "# teaches nothing") ? NULL : "nl-BE", d);
	if (it)
		item_check(it, d);
	return it;
}

/* The same seed gives the same form, and one of some seeds another order where there is something to shuffle. */
static void check_forms(struct arena *a, const struct item *it)
{
	struct form first, again;
	for (uint64_t seed = 1; seed < 8; seed++) {
		item_form(it, a, &words_source, seed, &first);
		item_form(it, a, &words_source, seed, &again);
		assert_int_equal(first.count, again.count);
		for (size_t i = 0; i < first.count; i++) {
			assert_int_equal(first.parts[i].kind, again.parts[i].kind);
			for (size_t k = 0; k < first.parts[i].option_count; k++)
				assert_int_equal(first.parts[i].keys[k], again.parts[i].keys[k]);
		}
	}
	struct feedback f;
	struct grade g = {.verdict = VERDICT_WRONG};
	item_feedback(it, a, &words_source, &g, &f);
	assert_non_null(f.right);
}

static void good_samples(struct arena *a, const struct exercise_type *t)
{
	const char *folder = arena_printf(a, "exercises/%s", t->name);
	char **names = sample_names(a, folder, "good", ".yaml");
	assert_non_null(names[0]);
	for (; *names; names++) {
		const char *path = arena_printf(a, "%s/%s", folder, *names);
		struct diag_list d;
		diag_init(&d);
		const struct item *it = read_item(a, path, &d);
		assert_expected(a, path, sample_text(a, path), &d);
		assert_int_equal(d.errors, 0);
		assert_ptr_equal(it->type, t);
		check_forms(a, it);
		diag_release(&d);
	}
}

static void bad_samples(struct arena *a, const struct exercise_type *t)
{
	const char *folder = arena_printf(a, "exercises/%s", t->name);
	char **names = sample_names(a, folder, "bad", ".yaml");
	assert_non_null(names[0]);
	for (; *names; names++) {
		const char *path = arena_printf(a, "%s/%s", folder, *names);
		struct diag_list d;
		diag_init(&d);
		read_item(a, path, &d);
		assert_expected(a, path, sample_text(a, path), &d);
		assert_true(d.errors > 0);
		diag_release(&d);
	}
}

enum { FIELDS = 4 };

/* The fields of the next line: sample, response (␟ between gaps), verdict, points where not all or none are given. NULL at the end. */
static char *next_line(struct arena *a, char *text, const char *fields[FIELDS])
{
	if (!*text)
		return NULL;
	size_t n = strcspn(text, "\n");
	char *line = arena_strndup(a, text, n);
	for (int i = 0; i < FIELDS; i++) {
		fields[i] = line;
		line += strcspn(line, "\t");
		if (*line)
			*line++ = '\0';
	}
	return text + n + (text[n] == '\n');
}

static const char *with_separators(struct arena *a, const char *text)
{
	struct str s;
	str_init(&s);
	for (; *text; text++) {
		if (str_starts(text, "␟")) {
			str_addc(&s, 0x1F);
			text += strlen("␟") - 1;
		} else {
			str_addc(&s, *text);
		}
	}
	const char *copy = arena_strndup(a, s.buf, s.len);
	str_release(&s);
	return copy;
}

/* What the log holds of a response is the response. */
static void round_trip(struct arena *a, const struct exercise_type *t, const struct response *r)
{
	struct str line, again;
	struct response read;
	str_init(&line);
	str_init(&again);
	response_write(r, &line);
	assert_true(response_parse(a, t->answer, line.buf, &read));
	response_write(&read, &again);
	assert_string_equal(again.buf, line.buf);
	str_release(&line);
	str_release(&again);
}

static void graded_samples(struct arena *a, const struct exercise_type *t)
{
	char *text = sample_text(a, arena_printf(a, "exercises/%s/graded.tsv", t->name));
	const char *fields[FIELDS];
	size_t count = 0;
	while ((text = next_line(a, text, fields))) {
		struct diag_list d;
		diag_init(&d);
		const struct item *it = read_item(a, arena_printf(a, "exercises/%s/%s.yaml", t->name, fields[0]), &d);
		struct response r;
		struct grade g;
		if (!response_parse(a, t->answer, with_separators(a, fields[1]), &r))
			fail_msg("%s/%s: '%s' is no response", t->name, fields[0], fields[1]);
		item_grade(it, a, &r, &g);
		if (strcmp(verdict_name(g.verdict), fields[2]) != 0)
			fail_msg("%s/%s: '%s' is %s instead of %s", t->name, fields[0], fields[1], verdict_name(g.verdict), fields[2]);
		assert_int_equal(g.maximum, it->points);
		if (fields[3][0] && g.mark != atoi(fields[3]))
			fail_msg("%s/%s: '%s' gives %d points instead of %s", t->name, fields[0], fields[1], g.mark, fields[3]);
		if (!fields[3][0] || verdict_accepted(g.verdict))
			assert_int_equal(g.mark, verdict_accepted(g.verdict) ? it->points : 0);
		round_trip(a, t, &r);
		count++;
		diag_release(&d);
	}
	assert_true(count >= 5);
}

static void every_type_has_its_samples(void **state)
{
	(void)state;
	size_t count = 0;
	for (const struct exercise_type *t = exercise_types; t->name; t++, count++) {
		struct arena a = ARENA_INIT;
		good_samples(&a, t);
		bad_samples(&a, t);
		graded_samples(&a, t);
		arena_release(&a);
		assert_ptr_equal(exercise_type_find(t->name), t);
	}
	assert_true(count >= 7);
	assert_null(exercise_type_find("essay"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_type_has_its_samples)};
	return cmocka_run_group_tests_name("types of exercise", tests, NULL, NULL);
}
