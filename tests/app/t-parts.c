/* Every kind of part through the store: installed from its sources, read back the same, rows of a spreadsheet included. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/lesson.h"
#include "app/packs.h"
#include "core/str.h"
#include "fixture.h"

static void install(struct fixture *f, const char *path, struct pack_change *change)
{
	struct diag_list d;
	struct err e = ERR_INIT;
	diag_init(&d);
	if (!packs_install(&f->app, path, 0, NULL, &d, change, &e))
		fail_msg("%s: %s", path, e.msg);
	diag_release(&d);
}

static struct lesson *installed(struct fixture *f, const char *path)
{
	fixture_install(&f->app, path);
	fixture_learner(f);
	return fixture_lesson(f, "sample", "one");
}

static const struct part *part_of(const struct unit *u, enum part_kind kind)
{
	size_t i = 0;
	while (i < u->part_count && u->parts[i].kind != kind)
		i++;
	assert_in_range(i, 0, u->part_count - 1);
	return &u->parts[i];
}

static void practice_listening_and_the_room_are_stored(void **state)
{
	struct lesson *l = installed(*state, "tests/data/packs/good/language");
	const struct part *practice = part_of(l->unit, PART_PRACTISE), *listening = part_of(l->unit, PART_LISTEN);
	assert_int_equal(practice->drilled_word_count, 2);
	assert_int_equal(practice->drilled_phrase_count, 2);
	assert_int_equal(practice->drills, 12);
	assert_string_equal(practice[1].drilled_words[0]->id, "baas"); /* as the author named them */
	assert_int_equal(practice[1].drilled_phrase_count, 0);
	assert_int_equal(practice[1].drills, 4);
	assert_int_equal(listening->times, 1);
	assert_string_equal(listening->lines[0].say, "De kleedkamer is links.");
	assert_null(listening->lines[1].who);
	assert_int_equal(listening->item_count, 1);
	assert_non_null(l->unit->room);
	assert_string_equal(l->unit->room->roles[0].use[0], "Ik ben nieuw hier.");
	assert_string_equal(l->unit->room->rubric[0].bands[2], "Without effort");
	lesson_free(l);
}

static void rows_of_a_spreadsheet_are_stored(void **state)
{
	struct lesson *l = installed(*state, "tests/data/packs/good/sheet");
	const struct part *words = part_of(l->unit, PART_WORDS), *phrases = part_of(l->unit, PART_PHRASES);
	assert_int_equal(words->count, 2);
	assert_string_equal(words->words[0].id, "poort");
	assert_string_equal(words->words[0].plural, "de poorten");
	assert_string_equal(words->words[1].note, "a \"quoted\" note");
	assert_int_equal(phrases->count, 2);
	assert_string_equal(phrases->phrases[0].id, "ik-ben-nieuw");
	assert_int_equal(phrases->phrases[0].forms.count, 2);
	assert_string_equal(phrases->phrases[1].means, "Goodbye,\nor see you soon");
	assert_int_equal(part_of(l->unit, PART_PRACTISE)->drilled_word_count, 3);
	lesson_free(l);
}

/* A word that moves from YAML into the spreadsheet, id and all, is the same to the store. */
static void a_word_may_move_into_a_spreadsheet(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct pack_change change;
	static const char head[] = "format: 1\nid: sample\nversion: %s\ntitle: A sample\nkind: language\nteaches: nl\nsource-language: en\n"
				   "licence: CC-BY-SA-4.0\nauthors: [A]\nunits: [one]\n";
	static const char unit[] = "id: one\ntitle: One\ncan-do: [C]\nminutes: 5\nparts:\n  - words: {id: w, %s}\n";
	const char *pack = arena_printf(&a, "%s/pack", f->folder);
	assert_int_equal(system(arena_printf(&a, "mkdir -p '%s/units'", pack)), 0);
	fixture_file(f, "pack/pack.yaml", arena_printf(&a, head, "1.0.0"));
	fixture_file(f, "pack/units/one.yaml", arena_printf(&a, unit, "list: [{id: poort, term: de poort, pos: noun, means: gate}]"));
	install(f, pack, &change);
	pack_change_release(&change);
	fixture_file(f, "pack/pack.yaml", arena_printf(&a, head, "1.0.1"));
	fixture_file(f, "pack/units/one.yaml", arena_printf(&a, unit, "file: csv"));
	fixture_file(f, "pack/units/one.csv", "part;term;pos;means\nw;de poort;noun;gate\n");
	install(f, pack, &change);
	assert_string_equal(change.before, "1.0.0");
	assert_int_equal(change.appeared + change.changed + change.vanished + change.moved, 0);
	pack_change_release(&change);
	/* another term makes another id */
	fixture_file(f, "pack/pack.yaml", arena_printf(&a, head, "1.0.2"));
	fixture_file(f, "pack/units/one.csv", "part;term;pos;means\nw;het hek;noun;gate\n");
	install(f, pack, &change);
	assert_string_equal(change.appeared_ids[0], "one/hek");
	assert_string_equal(change.vanished_ids[0], "one/poort");
	pack_change_release(&change);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(practice_listening_and_the_room_are_stored, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(rows_of_a_spreadsheet_are_stored, fixture_set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_word_may_move_into_a_spreadsheet, fixture_set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests_name("app/parts", tests, NULL, NULL);
}
