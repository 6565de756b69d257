/* Words and phrases out of a spreadsheet: the nodes they become, their ids, their places. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/diag.h"
#include "pack/sheet.h"

struct bench {
	struct arena a;
	struct diag_list d;
	struct node *root;
};

static bool join(struct bench *b, const char *teaches, const char *table)
{
	static const char unit[] = "parts: [{words: {id: w, title: T, file: csv}}, {phrases: {id: p, list: []}}, {phrases: {id: q, file: csv}}]";
	*b = (struct bench){.a = ARENA_INIT};
	diag_init(&b->d);
	b->root = node_parse(&b->a, unit, sizeof(unit) - 1, "one.yaml", &b->d);
	assert_non_null(b->root);
	const struct pack_file sheet = {.path = "units/one.csv", .shown = "one.csv", .bytes = arena_strdup(&b->a, table), .size = strlen(table)};
	return sheet_join(&b->a, b->root, "units/one.csv", &sheet, teaches, &b->d);
}

static const struct node *row(const struct bench *b, size_t part, size_t n)
{
	const struct node *p = node_get(b->root, "parts")->first;
	while (part--)
		p = p->next;
	const struct node *r = node_get(p->first, "list")->first;
	while (n--)
		r = r->next;
	return r;
}

static void leave(struct bench *b)
{
	diag_release(&b->d);
	arena_release(&b->a);
}

static void rows_become_nodes_with_their_places(void **state)
{
	(void)state;
	static const char *const tables[] = {
		"part;id;term;say;pos;means\nw;;de poort;;noun;gate\nq;ask;;Wat? / Wat is dat?;;What?\n",
		"part,id,term,say,pos,means\r\nw,,de poort,,noun,gate\r\nq,ask,,Wat? / Wat is dat?,,What?\r\n",
		"\xEF\xBB\xBFPart\tID\tterm\tsay\tpos\tmeans\r\nw\t\tde poort\t\tnoun\tgate\r\nq\task\t\tWat? / Wat is dat?\t\tWhat?\r\n",
	};
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		struct bench b;
		assert_true(join(&b, "nl-BE", tables[i]));
		assert_int_equal(b.d.errors + b.d.warnings, 0);
		const struct node *word = row(&b, 0, 0), *phrase = row(&b, 2, 0);
		assert_null(node_get(node_get(b.root, "parts")->first->first, "file"));
		assert_string_equal(node_text(word, "id"), "poort");
		assert_string_equal(node_text(word, "term"), "de poort");
		assert_string_equal(word->file, "one.csv");
		assert_int_equal(word->line, 2);
		assert_int_equal(node_get(word, "means")->column, 19);
		assert_null(word->next);
		assert_string_equal(node_text(phrase, "id"), "ask");
		assert_int_equal(node_get(phrase, "say")->count, 2);
		assert_string_equal(node_get(phrase, "say")->first->next->text, "Wat is dat?");
		assert_int_equal(phrase->line, 3);
		leave(&b);
	}
}

static void ids_are_made_of_terms(void **state)
{
	(void)state;
	static const struct {
		const char *teaches, *term, *id;
	} rows[] = {
		{"nl-BE", "de poort", "poort"},	       {"nl-BE", "Het huis", "huis"},	  {"nl", "'t park", "park"},
		{"nl", "de", "de"},		       {"nl", "deur", "deur"},		  {"nl", "café-terras", "cafe-terras"},
		{"nl", "de collega's", "collegas"},    {"nl", "één  (1)", "een-1"},	  {"fr-BE", "l'école", "ecole"},
		{"fr", "la sœur", "soeur"},	       {"fr", "les à-côtés", "a-cotes"},  {"de", "die Straße", "stra-e"},
		{"de", "der Öl-Tank", "ol-tank"},      {NULL, "de poort", "de-poort"},	  {"nl", "twee / drie", "twee-drie"},
		{"nl", "abcdefghij abcdefghij abcdefghij abcdefghij abc", "abcdefghij-abcdefghij-abcdefghij-abcdefg"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct bench b;
		struct arena a = ARENA_INIT;
		assert_true(join(&b, rows[i].teaches, arena_printf(&a, "part\tterm\tpos\tmeans\nw\t%s\tnoun\tx\nq\tDag!\t\thello\n", rows[i].term)));
		assert_string_equal(node_text(row(&b, 0, 0), "id"), rows[i].id);
		assert_string_equal(node_text(row(&b, 2, 0), "say"), "Dag!");
		arena_release(&a);
		leave(&b);
	}
}

static void text_is_trimmed_and_normalised(void **state)
{
	(void)state;
	struct bench b;
	assert_true(join(&b, "nl", "part,term,pos,means,note\nw, de poort ,noun,\"gate,\r\nor \"\"door\"\"\",\nw,cafe\xCC\x81,noun,x,y\nq,Dag!,,hello,\n\n,,,,\n"));
	assert_string_equal(node_text(row(&b, 0, 0), "term"), "de poort");
	assert_string_equal(node_text(row(&b, 0, 0), "means"), "gate,\nor \"door\"");
	assert_null(node_get(row(&b, 0, 0), "note"));
	assert_string_equal(node_text(row(&b, 0, 1), "term"), "caf\xC3\xA9");
	assert_int_equal(row(&b, 0, 1)->line, 4); /* the cell before it had two lines */
	assert_int_equal(node_get(row(&b, 0, 1), "note")->column, 16);
	leave(&b);
}

static void faulty_rows_leave_the_sound_ones(void **state)
{
	(void)state;
	struct bench b;
	assert_true(join(&b, "nl", "part,term,pos,means\nw,de poort,noun,gate\nw,,noun,x\n,de deur,noun,door\nz,de trap,noun,stairs\nq,Dag!,,hello\n"));
	assert_int_equal(b.d.errors, 3);
	assert_null(row(&b, 0, 0)->next);
	leave(&b);
	assert_false(join(&b, "nl", "part,term,pos,means\nw,de poort,noun,gate\n")); /* nothing for q */
	assert_int_equal(b.d.errors, 1);
	leave(&b);
}

static void a_long_cell_is_refused(void **state)
{
	(void)state;
	struct bench b;
	struct str table;
	str_init(&table);
	str_add(&table, "part,term,pos,means\nq,Dag!,,hello\nw,de poort,noun,");
	for (int i = 0; i <= NODE_SCALAR_MAX; i++)
		str_addc(&table, 'a');
	str_add(&table, "\n");
	assert_false(join(&b, "nl", table.buf));
	assert_non_null(strstr(b.d.items[0].message, "64 KiB"));
	assert_int_equal(b.d.items[0].line, 3);
	str_release(&table);
	leave(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_become_nodes_with_their_places),
		cmocka_unit_test(ids_are_made_of_terms),
		cmocka_unit_test(text_is_trimmed_and_normalised),
		cmocka_unit_test(faulty_rows_leave_the_sound_ones),
		cmocka_unit_test(a_long_cell_is_refused),
	};
	return cmocka_run_group_tests_name("pack/sheet", tests, NULL, NULL);
}
