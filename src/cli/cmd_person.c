#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/import.h"
#include "app/people.h"
#include "core/i18n.h"

bool cli_find_people(struct cli *c, char **codes, size_t count, int64_t *out)
{
	struct arena a = ARENA_INIT;
	bool ok = true;
	for (size_t i = 0; ok && i < count; i++) {
		struct person p;
		ok = person_by_code(c->app.store, codes[i], &a, &p, &c->e);
		out[i] = ok ? p.id : 0;
	}
	arena_release(&a);
	return ok;
}

static bool show_new_pin(struct cli *c, const struct person *p)
{
	char pin[PIN_DIGITS + 1];
	if (!person_new_pin(&c->app, p->id, pin, &c->e))
		return false;
	printf(_("%s: code %s, PIN %s\n"), p->name, p->code, pin);
	secret_wipe(pin, sizeof(pin));
	return true;
}

int cmd_person_add(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {
		{"name", required_argument, NULL, 'n'}, {"latin", required_argument, NULL, 'l'}, {"birth", required_argument, NULL, 'b'},
		{"region", required_argument, NULL, 'r'}, {"role", required_argument, NULL, 'o'}, {"code", required_argument, NULL, 'c'}, {0}};
	struct person p = {.role = ROLE_LEARNER};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'n': p.name = optarg; break;
		case 'l': p.latin = optarg; break;
		case 'b': p.birth = optarg; break;
		case 'r': p.region = optarg; break;
		case 'c': p.code = optarg; break;
		case 'o':
			if (!role_from(optarg, &p.role)) {
				err_set(&c->e, ERR_USAGE, _("no role '%s'; there are learner, instructor and administrator"), optarg);
				return cli_fail(c);
			}
			break;
		default: return EXIT_USAGE;
		}
	if (optind != argc || !p.name)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	bool ok = cli_open(c, STORE_OPEN) && person_put(&c->app, &a, &p, &c->e) && show_new_pin(c, &p);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

static bool list_person(void *ctx, const struct person *p)
{
	struct cli_table *t = ctx;
	const char *const cells[] = {p->code, p->name, p->latin, p->birth, p->region, role_name(p->role)};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

int cmd_person_list(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {"role", required_argument, NULL, 'o'}, {0}};
	static const char *const head[] = {"code", "name", "latin", "birth", "region", "role"};
	enum role role = ROLE_LEARNER;
	bool json = false, by_role = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'j': json = true; break;
		case 'o':
			by_role = role_from(optarg, &role);
			if (!by_role)
				return EXIT_USAGE;
			break;
		default: return EXIT_USAGE;
		}
	if (argc - optind > 1)
		return EXIT_USAGE;
	struct cli_table t = {0};
	cli_table_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = cli_open(c, STORE_OPEN) && person_each(c->app.store, by_role ? (int)role : -1, argv[optind], list_person, &t, &c->e);
	return cli_table_end(c, &t, ok, json);
}

int cmd_person_pin(struct cli *c, int argc, char **argv)
{
	if (!cli_no_options(argc, argv) || argc - optind != 1)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct person p;
	bool ok = cli_open(c, STORE_OPEN) && person_by_code(c->app.store, argv[optind], &a, &p, &c->e) && show_new_pin(c, &p);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

static void show_refused(const struct import *im)
{
	for (size_t i = 0; i < im->count; i++)
		if (im->rows[i].fate == IMPORT_REFUSED)
			fprintf(stderr, _("row %d: %s\n"), im->rows[i].line, im->rows[i].reason);
}

/* New people get their first PIN at once, and it is printed: the list is what staff hand out. */
static bool give_pins(struct cli *c, const struct import *im)
{
	for (size_t i = 0; i < im->count; i++)
		if (im->rows[i].fate == IMPORT_NEW && !show_new_pin(c, &im->rows[i].person))
			return false;
	return true;
}

int cmd_person_import(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"cp1251", no_argument, NULL, 'w'}, {"yes", no_argument, NULL, 'y'}, {"skip-refused", no_argument, NULL, 's'},
		{"pins", no_argument, NULL, 'p'}, {"dry-run", no_argument, NULL, 'n'}, {0}};
	bool cp1251 = false, yes = false, skip = false, pins = false, dry = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'w': cp1251 = true; break;
		case 'y': yes = true; break;
		case 's': skip = true; break;
		case 'p': pins = true; break;
		case 'n': dry = true; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 1)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct import im = {0};
	bool ok = cli_open(c, STORE_OPEN) && import_read(&c->app, argv[optind], cp1251, &im, &c->e);
	if (ok) {
		printf("%s\n", import_summary(&im, &a));
		show_refused(&im);
		if (!dry && im.refused && !skip) {
			ok = import_apply(&c->app, &im, false, &c->e);
		} else if (!dry && cli_ask(_("store this?"), yes)) {
			ok = import_apply(&c->app, &im, skip, &c->e) && (!pins || give_pins(c, &im));
		} else if (!dry) {
			ok = err_set(&c->e, ERR_INPUT, _("nothing was stored; answer y, or add --yes"));
		}
	}
	import_release(&im);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}
