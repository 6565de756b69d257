/* Commands on installed packs. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/pack_table.h"
#include "app/packs.h"
#include "core/alloc.h"
#include "core/i18n.h"
#include "store/packs.h"

static void show_names(const char *what, const char **names, size_t count)
{
	if (!count)
		return;
	printf("  %s", what);
	for (size_t i = 0; i < count && i < PACK_CHANGE_NAMES; i++)
		printf("%s %s", i ? "," : "", names[i]);
	puts(count > PACK_CHANGE_NAMES ? ", …" : "");
}

static void show_change(const struct pack_change *ch)
{
	if (!*ch->before)
		printf(_("%s %s installed (not signed)\n"), ch->id, ch->version);
	else if (!ch->appeared && !ch->changed && !ch->vanished && !ch->moved && strcmp(ch->before, ch->version) == 0)
		printf(_("%s %s is installed already; nothing changed\n"), ch->id, ch->version);
	else {
		printf(_("%s %s installed in place of %s (not signed)\n"), ch->id, ch->version, ch->before);
		printf(_("  %zu appeared, %zu changed, %zu vanished, %zu moved\n"), ch->appeared, ch->changed, ch->vanished, ch->moved);
		show_names(_("appeared:"), ch->appeared_ids, ch->appeared);
		show_names(_("changed:"), ch->changed_ids, ch->changed);
		show_names(_("vanished:"), ch->vanished_ids, ch->vanished);
		show_names(_("moved:"), ch->moved_ids, ch->moved);
		printf(ngettext("  the history of %d learner is kept\n", "  the history of %d learners is kept\n", (unsigned long)ch->learners), ch->learners);
	}
}

/* A folder brings no dictionary's words, so some slips are judged otherwise than at a site that installed the built file. */
static bool tell_without_dictionary(struct cli *c, const char *pack)
{
	struct arena a = ARENA_INIT;
	struct pack_row row;
	struct word_table t = {0};
	bool ok = pack_active(c->app.store, pack, &a, &row, &c->e) && pack_table_load(c->app.store, row.id, &a, &t, &c->e);
	if (ok && t.bytes && !t.dictionary[0])
		puts(_("  without a dictionary: build the pack and install that file, so that all sites judge alike"));
	arena_release(&a);
	return ok;
}

/* Which sessions the exams of a pack still have: what is done to it is done with that in mind. */
static void show_sessions(const char *pack, const struct pack_session *list, size_t count)
{
	if (!count)
		return;
	printf(ngettext("%zu session of an exam of '%s' is not over:\n", "%zu sessions of exams of '%s' are not over:\n", count), count, pack);
	for (size_t i = 0; i < count; i++)
		printf("  %" PRId64 "  %s  %s  %s\n", list[i].id, list[i].day, list[i].exam,
		       list[i].stage == PACK_SESSION_PLANNED ? _("planned") : list[i].stage == PACK_SESSION_OPEN ? _("under way") : _("results not given out yet"));
	puts(_("  each keeps the version of the pack that it was planned with"));
}

static bool install_showing(struct cli *c, const char *path, unsigned allow, struct diag_list *d, struct pack_change *change)
{
	struct cli_progress progress;
	cli_progress_begin(&progress);
	bool ok = packs_install(&c->app, path, allow, &progress.progress, d, change, &c->e);
	cli_progress_end(&progress);
	return ok;
}

/* Installs; asks only if there are sessions that somebody should know of. */
static bool install_asking(struct cli *c, const char *path, unsigned allow, struct diag_list *d, struct pack_change *change)
{
	bool ok = install_showing(c, path, allow, d, change);
	show_sessions(change->id, change->sessions, change->session_count);
	if (ok || (allow & PACKS_SESSIONS) || !change->session_count || !cli_ask(_("Install it all the same?"), false))
		return ok;
	err_clear(&c->e);
	diag_release(d);
	diag_init(d);
	pack_change_release(change);
	return install_showing(c, path, allow | PACKS_SESSIONS, d, change);
}

static bool install_one(struct cli *c, const char *path, unsigned allow, struct pack_change *change)
{
	struct diag_list d;
	diag_init(&d);
	bool ok = install_asking(c, path, allow, &d, change);
	cli_findings(&d, stdout);
	if (ok) {
		show_change(change);
		ok = tell_without_dictionary(c, change->id);
	}
	diag_release(&d);
	return ok;
}

/* When all are in: a pack of this command is not missing because it came after the programme that asks for it. */
static void warn_of_missing(struct cli *c, const struct pack_change *changes, int count)
{
	struct diag_list d;
	diag_init(&d);
	for (int i = 0; i < count; i++)
		packs_warn_of_missing(&c->app, &changes[i], &d);
	diag_sort(&d);
	cli_findings(&d, stdout);
	diag_release(&d);
}

int cmd_pack_install(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"downgrade", no_argument, NULL, 'd'}, {"yes", no_argument, NULL, 'y'}, {0}};
	unsigned allow = 0;
	bool ok = true;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'd': allow |= PACKS_DOWNGRADE; break;
		case 'y': allow |= PACKS_SESSIONS; break;
		default: return EXIT_USAGE;
		}
	if (optind == argc)
		return EXIT_USAGE;
	if (!cli_open(c, STORE_OPEN))
		return cli_fail(c);
	int done = 0;
	struct pack_change *changes = xcalloc((size_t)(argc - optind), sizeof(*changes));
	for (int i = optind; ok && i < argc; i++)
		ok = install_one(c, argv[i], allow, &changes[done++]);
	warn_of_missing(c, changes, ok ? done : done - 1);
	for (int i = 0; i < done; i++)
		pack_change_release(&changes[i]);
	free(changes);
	return ok ? EXIT_OK : cli_fail(c);
}

static bool list_pack(void *ctx, const struct pack_row *p)
{
	struct cli_table *t = ctx;
	char installed[21] = "";
	if (p->installed_at)
		instant_format(p->installed_at, installed);
	const char *const cells[] = {p->pack, p->version, p->kind, p->teaches, p->state, installed, p->title};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

int cmd_pack_list(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {"all", no_argument, NULL, 'a'}, {0}};
	static const char *const head[] = {"pack", "version", "kind", "teaches", "state", "installed", "title"};
	bool json = false, all = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'j': json = true; break;
		case 'a': all = true; break;
		default: return EXIT_USAGE;
		}
	if (optind != argc)
		return EXIT_USAGE;
	struct cli_table t = {0};
	cli_table_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = cli_open(c, STORE_OPEN) && pack_each(c->app.store, all, list_pack, &t, &c->e);
	return cli_table_end(c, &t, ok, json);
}

struct showing {
	size_t items;
	const char *unit;
	struct arena arena;
};

static bool show_item(void *ctx, const struct item_row *r)
{
	struct showing *s = ctx;
	if (!s->unit || strcmp(s->unit, r->unit) != 0) {
		s->unit = arena_strdup(&s->arena, r->unit);
		printf("%s\n", r->unit);
	}
	if (*r->id)
		printf("  %-24s %s%s\n", r->id, r->kind, r->bank ? " (check)" : "");
	s->items++;
	return true;
}

/* Which words the answers to it are judged with. */
static bool show_table(struct cli *c, int64_t version, struct arena *a)
{
	struct word_table t;
	if (!pack_table_load(c->app.store, version, a, &t, &c->e))
		return false;
	if (t.bytes)
		printf(_("word table: %zu words, %s\n"), t.count, t.dictionary[0] ? t.dictionary : _("no dictionary"));
	return true;
}

int cmd_pack_show(struct cli *c, int argc, char **argv)
{
	if (!cli_no_options(argc, argv) || argc - optind != 1)
		return EXIT_USAGE;
	struct showing s = {0};
	struct pack_row row;
	bool ok = cli_open(c, STORE_OPEN) && pack_active(c->app.store, argv[optind], &s.arena, &row, &c->e);
	if (ok) {
		printf("%s %s  %s\n", row.pack, row.version, row.title);
		printf("%s %s %s\nsha256 %s\n", row.kind, row.teaches, row.level, row.digest);
		ok = show_table(c, row.id, &s.arena) && pack_item_rows(c->app.store, row.id, show_item, &s, &c->e);
	}
	arena_release(&s.arena);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_pack_remove(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"yes", no_argument, NULL, 'y'}, {0}};
	bool yes = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'y')
			yes = true;
		else
			return EXIT_USAGE;
	if (argc - optind != 1)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct pack_row row;
	struct pack_session *sessions = NULL;
	size_t count = 0;
	bool ok = cli_open(c, STORE_OPEN) && pack_active(c->app.store, argv[optind], &a, &row, &c->e) && packs_sessions(&c->app, row.pack, &a, &sessions, &count, &c->e);
	if (ok)
		show_sessions(row.pack, sessions, count);
	if (ok && !cli_ask(_("learners will no longer be offered this pack; their history is kept. Remove it?"), yes))
		ok = err_set(&c->e, ERR_INPUT, _("nothing was removed; answer y, or add --yes"));
	ok = ok && packs_remove(&c->app, row.pack, &c->e);
	if (ok)
		printf(_("%s %s removed; histories are kept\n"), row.pack, row.version);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}
