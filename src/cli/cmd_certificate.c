/* Certificates as they are: who is ready, what was issued, one of them. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/credential.h"
#include "app/readiness.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"

static bool only_json(int argc, char **argv, bool *json)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {0}};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o != 'j')
			return false;
		else
			*json = true;
	return true;
}

static void add_row(struct cli_table *t, const char *const *cells)
{
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
}

int cmd_certificate_ready(struct cli *c, int argc, char **argv)
{
	static const char *const head[] = {"code", "latin", "birth", "programme", "until", "ready", "why"};
	bool json = false;
	if (!only_json(argc, argv, &json) || argc != optind)
		return EXIT_USAGE;
	struct cli_table t = {.columns = sizeof(head) / sizeof(head[0])};
	struct credential_candidate *list;
	size_t count;
	add_row(&t, head);
	bool ok = cli_open(c, STORE_OPEN) && credential_candidates(&c->app, &t.arena, &list, &count, &c->e);
	for (size_t i = 0; ok && i < count; i++) {
		const char *const cells[] = {list[i].code, list[i].latin, list[i].birth, list[i].programme, list[i].until, list[i].ready ? "yes" : "no", list[i].why};
		add_row(&t, cells);
	}
	return cli_table_end(c, &t, ok, json);
}

static bool list_one(void *ctx, const struct credential_view *v)
{
	const char *const cells[] = {v->serial, v->code, v->latin, v->programme, v->issued_on, v->until, credential_state_name(v->state), v->ended_on, v->reason};
	add_row(ctx, cells);
	return true;
}

int cmd_certificate_list(struct cli *c, int argc, char **argv)
{
	static const char *const head[] = {"serial", "code", "latin", "programme", "issued", "until", "state", "withdrawn", "reason"};
	bool json = false;
	if (!only_json(argc, argv, &json) || argc - optind > 1)
		return EXIT_USAGE;
	struct cli_table t = {.columns = sizeof(head) / sizeof(head[0])};
	struct person p = {0};
	add_row(&t, head);
	bool ok = cli_open(c, STORE_OPEN) && (argc == optind || person_by_code(c->app.store, argv[optind], &t.arena, &p, &c->e)) &&
		  credential_list(&c->app, p.id, list_one, &t, &c->e);
	return cli_table_end(c, &t, ok, json);
}

/* --- one of them ------------------------------------------------------------- */

struct shown {
	const char *serial, *json;
	bool compact;
};

static bool show_text(struct cli *c, const char *serial)
{
	char number[SERIAL_SIZE];
	bool practice = false;
	struct str text;
	str_init(&text);
	bool ok = serial_parse(serial, &practice, number) && practice ? certificate_show(&c->app, serial, &text, &c->e) : credential_text(&c->app, serial, &text, &c->e);
	if (ok)
		fputs(text.buf, stdout);
	str_release(&text);
	return ok;
}

static bool show_signed(struct cli *c, const struct shown *s)
{
	struct arena a = ARENA_INIT;
	struct credential_view v;
	struct str file;
	str_init(&file);
	bool ok = credential_view(&c->app, s->serial, &a, &v, &c->e);
	if (ok && s->json) {
		str_add(&file, v.json);
		ok = file_write_new(s->json, 0600, &file, &c->e); /* a digest of a passport number is soon tried through by who may read it */
	}
	if (ok && s->compact)
		puts(v.compact);
	str_release(&file);
	arena_release(&a);
	return ok;
}

int cmd_certificate_show(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"json", required_argument, NULL, 'j'}, {"compact", no_argument, NULL, 'c'}, {"pdf", required_argument, NULL, 'p'},
		{"png", required_argument, NULL, 'n'}, {"languages", required_argument, NULL, 'l'}, {0}};
	struct shown s = {0};
	struct paper_files paper = {0};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'j': s.json = optarg; break;
		case 'c': s.compact = true; break;
		case 'p': paper.pdf = optarg; break;
		case 'n': paper.png = optarg; break;
		case 'l': paper.languages = optarg; break;
		default: return EXIT_USAGE;
		}
	bool signs = s.json || s.compact, prints = paper.pdf || paper.png;
	if (argc - optind != 1 || (paper.languages && !prints))
		return EXIT_USAGE;
	s.serial = argv[optind];
	bool ok = cli_open(c, STORE_OPEN);
	if (ok)
		cli_language_tag(c->app.language);
	ok = ok && (signs || prints || show_text(c, s.serial)) && (!signs || show_signed(c, &s)) && (!prints || cli_certificate_paper(c, s.serial, &paper));
	return ok ? EXIT_OK : cli_fail(c);
}
