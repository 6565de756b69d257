#include "config.h"
#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/lesson.h"
#include "app/packs.h"
#include "app/people.h"
#include "core/i18n.h"
#include "core/str.h"

static void use_fixed_time(struct fixture *f)
{
	f->app.clock = clock_from_fixed(&f->clock);
	f->app.entropy = entropy_fixed(&f->chance);
}

void fixture_open(struct fixture *f)
{
	struct err e = ERR_INIT;
	*f = (struct fixture){.clock = {.wall = 1795424400000, .mono = 5000, .offset_min = 300, .boot = "boot-1"}, .chance = 7};
	strcpy(f->folder, "/tmp/safar-test-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	snprintf(f->path, sizeof(f->path), "%s/safar.db", f->folder);
	i18n_start(NULL);
	if (!app_open(&f->app, f->path, STORE_CREATE, &e))
		fail_msg("%s", e.msg);
	/* given here, so that it takes nothing of the chance that codes and PINs in golden pages come from */
	if (!store_set_setting(f->app.store, "store-id", "6f1d3a52-0000-4000-8000-000000000001", &e))
		fail_msg("%s", e.msg);
	use_fixed_time(f);
}

void fixture_reopen(struct fixture *f)
{
	struct err e = ERR_INIT;
	app_close(&f->app);
	if (!app_open(&f->app, f->path, STORE_OPEN, &e))
		fail_msg("%s", e.msg);
	use_fixed_time(f);
}

void fixture_close(struct fixture *f)
{
	char command[128];
	app_close(&f->app);
	snprintf(command, sizeof(command), "rm -rf '%s'", f->folder);
	assert_int_equal(system(command), 0);
}

const char *fixture_file(struct fixture *f, const char *name, const char *bytes)
{
	static char path[256];
	snprintf(path, sizeof(path), "%s/%s", f->folder, name);
	FILE *out = fopen(path, "wb");
	assert_non_null(out);
	assert_true(fputs(bytes, out) >= 0);
	assert_int_equal(fclose(out), 0);
	return path;
}

const char *fixture_source(const char *name)
{
	static char path[4096];
	const char *top = getenv("top_srcdir");
	snprintf(path, sizeof(path), "%s/%s", top ? top : ".", name);
	return path;
}

void fixture_install(struct app *app, const char *path)
{
	struct diag_list d;
	struct pack_change change;
	struct err e = ERR_INIT;
	struct str found;
	diag_init(&d);
	str_init(&found);
	bool ok = packs_install(app, fixture_source(path), PACKS_DOWNGRADE | PACKS_SESSIONS, NULL, &d, &change, &e);
	diag_print(&d, &found);
	if (!ok)
		fail_msg("%s: %s\n%s", path, e.msg, found.buf);
	pack_change_release(&change);
	str_release(&found);
	diag_release(&d);
}

int64_t fixture_person(struct app *app, struct person p, const char *pin)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	bool ok = person_put(app, &a, &p, &e) && person_set_pin(app, p.id, pin, &e);
	arena_release(&a);
	if (!ok)
		fail_msg("%s", e.msg);
	return p.id;
}

void fixture_learner(struct fixture *f)
{
	struct err e = ERR_INIT;
	fixture_person(&f->app, (struct person){.code = "1001", .name = "Aziza Karimova", .birth = "2001-05-14", .region = "UZ-NG", .role = ROLE_LEARNER}, "402817");
	if (!sign_in(&f->app, "1001", "402817", &e))
		fail_msg("%s", e.msg);
}

struct lesson *fixture_lesson(struct fixture *f, const char *pack, const char *unit)
{
	struct err e = ERR_INIT;
	struct lesson *l = lesson_open(&f->app, pack, unit, &e);
	if (!l)
		fail_msg("%s", e.msg);
	return l;
}

enum verdict fixture_type(struct fixture *f, struct lesson *l, size_t step, const char *text)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct grade g;
	struct feedback fb;
	const char *typed[] = {text};
	struct response r = {.kind = FORM_GAPS, .typed = typed, .typed_count = 1};
	if (!lesson_answer(&f->app, l, step, &r, 0, &a, &g, &fb, &e))
		fail_msg("%s", e.msg);
	arena_release(&a);
	return g.verdict;
}

int fixture_set_up(void **state)
{
	static struct fixture f;
	fixture_open(&f);
	*state = &f;
	return 0;
}

int fixture_with(void **state, const char *pack)
{
	fixture_set_up(state);
	struct fixture *f = *state;
	fixture_install(&f->app, pack);
	fixture_learner(f);
	return 0;
}

int fixture_tear_down(void **state)
{
	fixture_close(*state);
	return 0;
}
