/* safar pack preview: units on paper. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/packs.h"
#include "core/i18n.h"
#include "core/str.h"
#include "learn/word_table.h"
#include "plain/html.h"
#include "plain/print.h"
#include "view/preview.h"

static void print_unit(const struct preview *p, const struct unit *u, bool html)
{
	struct page page;
	struct str out, prompt;
	page_init(&page);
	str_init(&out);
	str_init(&prompt);
	preview_unit(p, u, &page);
	if (html)
		html_page(&page, &out);
	else
		plain_print(&page, PLAIN_WIDTH, &out, &prompt);
	fputs(out.buf, stdout);
	if (!html)
		putchar('\n');
	str_release(&prompt);
	str_release(&out);
	page_release(&page);
}

/* The frame of an HTML file, or nothing. */
static void print_frame(const struct pack *p, bool begin)
{
	struct str out;
	str_init(&out);
	if (begin)
		html_begin(p->title, p->source_language, &out);
	else
		html_end(&out);
	fputs(out.buf, stdout);
	str_release(&out);
}

static bool print_units(const struct preview *p, const char *wanted, bool html)
{
	struct arena of_pack = ARENA_INIT;
	struct word_table table;
	bool found = false, has_table = p->answers && cli_pack_table(p->pack, &of_pack, &table);
	if (html)
		print_frame(p->pack, true);
	for (size_t i = 0; i < p->pack->unit_count; i++) {
		struct arena a = ARENA_INIT;
		struct diag_list known; /* the pack was checked */
		diag_init(&known);
		struct unit *u = unit_parse(&a, p->pack->units[i], p->pack->teaches, false, &known);
		if (u && has_table)
			unit_use_table(u, &table);
		if (u && (!wanted || strcmp(u->id, wanted) == 0)) {
			print_unit(p, u, html);
			found = true;
		}
		diag_release(&known);
		arena_release(&a);
	}
	if (html)
		print_frame(p->pack, false);
	arena_release(&of_pack);
	return found;
}

static bool has_unit(const struct pack *p, const char *wanted)
{
	for (size_t i = 0; i < p->unit_count; i++)
		if (!wanted || str_eq(node_text(p->units[i], "id"), wanted))
			return true;
	return false;
}

static int preview(struct cli *c, const char *path, const char *unit, struct preview *p, bool html)
{
	struct pack pack = {0};
	struct diag_list d;
	struct clock clock = clock_system();
	diag_init(&d);
	bool ok = packs_check(&pack, path, site_day(clock_wall(&clock), clock_offset(&clock), 0), NULL, &d, &c->e);
	p->pack = &pack;
	if (!ok && c->e.kind == ERR_NONE)
		err_set(&c->e, ERR_INPUT, _("'%s' has errors; 'safar pack check' shows them"), path);
	else if (ok && pack.kind == PACK_EXAM)
		ok = err_set(&c->e, ERR_INPUT, _("'%s' is a live bank of examinations, without units to print; 'safar pack check --answers' shows how its answers are judged"), path);
	else if (ok && !has_unit(&pack, unit))
		ok = unit ? err_set(&c->e, ERR_ABSENT, _("the pack has no unit '%s'"), unit) : err_set(&c->e, ERR_ABSENT, _("the pack has no units"));
	ok = ok && print_units(p, unit, html);
	diag_release(&d);
	pack_release(&pack);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_pack_preview(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"plain", no_argument, NULL, 'p'}, {"html", no_argument, NULL, 'h'},
		{"language", required_argument, NULL, 'l'}, {"answers", no_argument, NULL, 'a'}, {"room", no_argument, NULL, 'r'}, {0}};
	struct preview p = {0};
	bool html = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'p': html = false; break;
		case 'h': html = true; break;
		case 'l': p.language = optarg; break;
		case 'a': p.answers = true; break;
		case 'r': p.room = true; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind < 1 || argc - optind > 2)
		return EXIT_USAGE;
	if (p.language && language_find(p.language) < 0) {
		err_set(&c->e, ERR_USAGE, _("no language '%s'; there are uz, uz@cyrillic, ru, en, nl, fr and de"), p.language);
		return cli_fail(c);
	}
	return preview(c, argv[optind], argc - optind == 2 ? argv[optind + 1] : NULL, &p, html);
}
