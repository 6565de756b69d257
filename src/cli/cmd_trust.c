/* Lists of trusted issuers and of withdrawn certificates: made, taken over, shown. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/trust.h"
#include "app/trust_page.h"
#include "cli/phrase.h"
#include "core/clock.h"
#include "core/csv.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/set.h"
#include "core/str.h"
#include "record/key_file.h"
#include "record/profile.h"
#include "text/norm.h"

/* Which column of a table goes where; a table needs the first two of its kind. */
static const struct column {
	const char *name;
	size_t offset;
	bool trust, revoked;
} columns[] = {
	{"id", offsetof(struct list_entry, id), true, true},           {"name", offsetof(struct list_entry, name), true, false},
	{"from", offsetof(struct list_entry, from), true, true},       {"until", offsetof(struct list_entry, until), true, false},
	{"telephone", offsetof(struct list_entry, telephone), true, false}, {"reason", offsetof(struct list_entry, reason), false, true},
};

static const struct column *column_named(const char *name, enum list_kind kind)
{
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		if (str_eq(columns[i].name, name) && (kind == LIST_TRUST ? columns[i].trust : columns[i].revoked))
			return &columns[i];
	return NULL;
}

/* A date becomes the beginning of that day, "until" its end; NULL if the cell holds neither a date nor a time. */
static const char *time_of(struct arena *a, const struct column *column, const char *cell)
{
	int64_t day;
	bool from = str_eq(column->name, "from");
	if (!*cell || (!from && !str_eq(column->name, "until")) || profile_time(cell))
		return cell;
	return date_parse(cell, &day) ? arena_printf(a, "%s%s", cell, from ? "T00:00:00Z" : "T23:59:59Z") : NULL;
}

static bool read_table(struct arena *a, const char *path, struct list *out, struct err *e)
{
	struct str text;
	struct csv csv;
	size_t bad;
	int line;
	str_init(&text);
	bool ok = file_read(path, LIST_BYTES_MAX, &text, e);
	if (ok && (!text_valid(text.buf, text.len, &bad) || !csv_parse(a, text.buf, text.len, &csv, &line) || csv.count == 0))
		ok = err_set(e, ERR_INPUT, _("'%s' is no CSV table in UTF-8 with a row of names"), path);
	str_release(&text);
	if (!ok)
		return false;
	struct set ids = {.arena = a};
	out->entries = arena_array(a, csv.count, sizeof(*out->entries));
	for (size_t r = 1; r < csv.count; r++, out->count++) {
		const struct csv_row *row = &csv.rows[r];
		struct list_entry *entry = &out->entries[out->count];
		*entry = (struct list_entry){.id = "", .name = "", .telephone = "", .from = "", .until = "", .reason = ""};
		for (size_t i = 0; i < row->count && i < csv.rows[0].count; i++) {
			const struct column *column = column_named(csv.rows[0].cells[i], out->kind);
			if (!column)
				return err_set(e, ERR_INPUT, _("%s:1: no column '%s' belongs into this list"), path, csv.rows[0].cells[i]);
			const char **cell = (const char **)(void *)((char *)entry + column->offset);
			*cell = time_of(a, column, row->cells[i]);
			if (!*cell)
				return err_set(e, ERR_INPUT, _("%s:%d: '%s' is no day; write it like 2026-05-01"), path, row->line, row->cells[i]);
		}
		if (!*entry->id || !*entry->from || (out->kind == LIST_TRUST && !*entry->name))
			return err_set(e, ERR_INPUT, _("%s:%d: a row needs an id, a day from which it counts, and an issuer a name"), path, row->line);
		if (!list_entry_sound(out->kind, entry))
			return err_set(e, ERR_INPUT, _("%s:%d: the id of an issuer is a did:key, that of a certificate a urn:uuid, and each cell is one line"), path, row->line);
		if (!set_add(&ids, entry->id))
			return err_set(e, ERR_INPUT, _("%s:%d:%d: %s"), path, row->line, row->places[0].column, _("this id stands twice"));
	}
	return true;
}

struct making {
	const char *key, *phrase_file, *output;
	struct list list;
};

static bool make_list(const struct cli *c, const struct making *m, const char *table, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct str key_text, out;
	struct sign_key key;
	struct list list = m->list, again;
	char phrase[PHRASE_BYTES_MAX] = "", issued[21];
	(void)c;
	const struct clock clock = clock_system();
	instant_format(clock_wall(&clock), issued);
	list.issued = issued;
	str_init(&key_text);
	str_init(&out);
	bool ok = read_table(&a, table, &list, e) && file_read(m->key, KEY_FILE_BYTES_MAX, &key_text, e) && cli_phrase(m->phrase_file, false, phrase, e) &&
		  key_file_open(key_text.buf, key_text.len, phrase, &key, e) && list_add(&out, &list, &key, e) &&
		  list_read(out.buf, out.len, &a, &again, e); /* nobody gets a list that cannot be read */
	secret_wipe(&key, sizeof(key));
	secret_wipe(phrase, sizeof(phrase));
	ok = ok && file_write_new(m->output, 0644, &out, e);
	str_release(&out);
	str_release(&key_text);
	arena_release(&a);
	return ok;
}

int cmd_trust_make(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"kind", required_argument, NULL, 'k'}, {"sequence", required_argument, NULL, 's'}, {"key", required_argument, NULL, 'K'},
		{"phrase-file", required_argument, NULL, 'p'}, {"output", required_argument, NULL, 'o'}, {0}};
	struct making m = {.list.kind = LIST_TRUST};
	bool known = true;
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		switch (o) {
		case 'k':
			known = str_eq(optarg, "trust") || str_eq(optarg, "revoked");
			m.list.kind = str_eq(optarg, "revoked") ? LIST_REVOKED : LIST_TRUST;
			break;
		case 's':
			m.list.sequence = strtoull(optarg, NULL, 10);
			if (strspn(optarg, "0123456789") != strlen(optarg) || strlen(optarg) > 18)
				return EXIT_USAGE;
			break;
		case 'K': m.key = optarg; break;
		case 'p': m.phrase_file = optarg; break;
		case 'o': m.output = optarg; break;
		default: return EXIT_USAGE;
		}
	if (!known || optind + 1 != argc || !m.key || !m.output || m.list.sequence == 0)
		return EXIT_USAGE;
	return make_list(c, &m, argv[optind], &c->e) ? EXIT_OK : cli_fail(c);
}

/* One text of a list: what others wrote never drives the terminal, above all not the fingerprint above it. */
static const char *shown(struct arena *a, const char *text)
{
	char *safe = arena_strdup(a, text);
	str_disarm(safe);
	return safe;
}

static void print_list(const struct list *l)
{
	struct arena a = ARENA_INIT;
	char print[KEY_PRINT_SIZE] = "";
	key_print(l->signer, print);
	printf(l->kind == LIST_TRUST ? ngettext("%zu trusted issuer, list %" PRIu64 " of %.10s\n", "%zu trusted issuers, list %" PRIu64 " of %.10s\n", l->count)
				     : ngettext("%zu withdrawn certificate, list %" PRIu64 " of %.10s\n", "%zu withdrawn certificates, list %" PRIu64 " of %.10s\n", l->count),
	       l->count, l->sequence, shown(&a, l->issued));
	printf("  %s %s\n  %s: %s\n", _("signed by"), l->signer, _("fingerprint"), print);
	for (size_t i = 0; l->kind == LIST_TRUST && i < l->count; i++)
		printf("  %s%s%s\n    %s\n", shown(&a, l->entries[i].name), *l->entries[i].telephone ? ", " : "", shown(&a, l->entries[i].telephone), shown(&a, l->entries[i].id));
	arena_release(&a);
}

int cmd_trust_import(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"yes", no_argument, NULL, 'y'}, {0}};
	bool yes = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'y')
			yes = true;
		else
			return EXIT_USAGE;
	if (optind + 1 != argc)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct list list;
	char *folder = trust_folder_dup();
	struct str bytes; /* read once: what is confirmed is what is kept, whatever becomes of the file meanwhile */
	str_init(&bytes);
	bool ok = file_read(argv[optind], LIST_BYTES_MAX, &bytes, &c->e) && (list_read(bytes.buf, bytes.len, &a, &list, &c->e) || err_add(&c->e, "%s", argv[optind]));
	if (ok)
		print_list(&list);
	/* only the first list of trust is a matter of faith: its fingerprint has to be the one on paper */
	bool first = ok && cli_ask(_("Is this fingerprint the one that the agency gave you on paper?"), yes);
	ok = ok && trust_import(folder, &list, &bytes, first, &a, &c->e);
	str_release(&bytes);
	free(folder);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_trust_show(struct cli *c, int argc, char **argv)
{
	if (!cli_no_options(argc, argv) || argc != optind)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct trust t;
	char *folder = trust_folder_dup();
	bool ok = trust_load(folder, &a, &t, &c->e);
	if (ok && t.has_trusted)
		print_list(&t.trusted);
	if (ok && t.has_revoked)
		print_list(&t.revoked);
	if (ok && !t.has_trusted)
		puts(_("no list of trusted issuers yet; get the agency's file and run: safar trust import FILE"));
	free(folder);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_trust_page(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"output", required_argument, NULL, 'o'}, {0}};
	const char *output = NULL;
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		if (o == 'o')
			output = optarg;
		else
			return EXIT_USAGE;
	if (optind != argc || !output)
		return EXIT_USAGE;
	struct str page;
	char *folder = trust_folder_dup();
	str_init(&page);
	bool ok = trust_page(&page, folder, &c->e) && file_write_new(output, 0644, &page, &c->e);
	str_release(&page);
	free(folder);
	return ok ? EXIT_OK : cli_fail(c);
}
