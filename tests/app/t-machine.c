/* A store copied to another machine is noticed; a legitimate move is an administrator's decision. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/machine.h"
#include "app/people.h"

static enum machine_state look(struct app *app)
{
	enum machine_state s;
	struct err e = ERR_INIT;
	if (!machine_look(app, &s, &e))
		fail_msg("%s", e.msg);
	return s;
}

static void use_machine(struct fixture *f, const char *id)
{
	setenv("SAFAR_MACHINE_ID", fixture_file(f, "machine-id", id), 1);
}

static void a_store_knows_its_machine(void **state)
{
	(void)state;
	struct fixture f;
	struct err e = ERR_INIT;
	char kept[HASH_HEX_SIZE];
	fixture_open(&f);
	use_machine(&f, "0123456789abcdef0123456789abcdef\n");
	assert_int_equal(look(&f.app), MACHINE_SAME); /* of an earlier program: bound when it is first looked at */
	assert_true(store_setting(f.app.store, "machine", kept, sizeof(kept), &e));
	assert_int_equal(strlen(kept), HASH_HEX_SIZE - 1);
	assert_null(strstr(kept, "0123456789abcdef"));
	use_machine(&f, "ffffffffffffffffffffffffffffffff\n");
	assert_int_equal(look(&f.app), MACHINE_OTHER);
	use_machine(&f, "0123456789abcdef0123456789abcdef");
	assert_int_equal(look(&f.app), MACHINE_SAME); /* the line's end is not part of it */
	fixture_close(&f);
}

static void without_an_id_nothing_is_told(void **state)
{
	(void)state;
	static const char *const none[] = {"", "\n", "uninitialized\n"};
	struct fixture f;
	struct err e = ERR_INIT;
	fixture_open(&f);
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		use_machine(&f, none[i]);
		assert_int_equal(look(&f.app), MACHINE_UNKNOWN);
		assert_true(machine_require(&f.app, &e));
	}
	setenv("SAFAR_MACHINE_ID", "/nonexistent/machine-id", 1);
	assert_int_equal(look(&f.app), MACHINE_UNKNOWN);
	use_machine(&f, "0123456789abcdef0123456789abcdef\n");
	assert_int_equal(look(&f.app), MACHINE_SAME);
	fixture_close(&f);
}

struct events {
	int moved;
	char why[64];
};

static bool count_moved(void *ctx, const struct exam_event *ev)
{
	struct events *x = ctx;
	if (strcmp(ev->act, "site-moved") == 0) {
		x->moved++;
		snprintf(x->why, sizeof(x->why), "%s", ev->text);
	}
	return true;
}

static void no_seat_opens_on_a_copy(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct events x = {0};
	int done;
	plan_room(&r);
	struct app *app = &r.f.app;
	use_machine(&r.f, "0123456789abcdef0123456789abcdef\n");
	assert_true(machine_bind(app, &e));
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	assert_true(exam_confirm(app, r.session, 1, &id, &e));
	use_machine(&r.f, "ffffffffffffffffffffffffffffffff\n");
	assert_false(exam_open_seat(app, r.session, 1, &done, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	assert_non_null(strstr(e.msg, "another machine"));
	/* an instructor cannot decide it, and nobody without a reason */
	e = (struct err)ERR_INIT;
	assert_false(machine_accept(app, "the old one broke", &e));
	assert_int_equal(e.kind, ERR_DENIED);
	app->person.role = ROLE_ADMINISTRATOR;
	e = (struct err)ERR_INIT;
	assert_false(machine_accept(app, "  ", &e));
	assert_int_equal(e.kind, ERR_INPUT);
	assert_int_equal(look(app), MACHINE_OTHER);
	assert_true(machine_accept(app, "the old one broke", &e));
	assert_int_equal(look(app), MACHINE_SAME);
	assert_true(exam_open_seat(app, r.session, 1, &done, &e));
	assert_int_equal(done, 1);
	assert_true(exam_events(app, r.session, count_moved, &x, &e));
	assert_int_equal(x.moved, 1);
	assert_string_equal(x.why, "the old one broke");
	fixture_close(&r.f);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_store_knows_its_machine),
		cmocka_unit_test(without_an_id_nothing_is_told),
		cmocka_unit_test(no_seat_opens_on_a_copy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
