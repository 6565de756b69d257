/* Commands for who writes packs. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/exam_check.h"
#include "app/pack_new.h"
#include "app/pack_table.h"
#include "core/i18n.h"
#include "core/str.h"
#include "learn/likely.h"

int cmd_pack_new(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"kind", required_argument, NULL, 'k'}, {"teaches", required_argument, NULL, 't'},
		{"title", required_argument, NULL, 'T'}, {"author", required_argument, NULL, 'a'}, {0}};
	struct clock clock = clock_system();
	struct pack_new n = {.kind = PACK_LANGUAGE, .today = site_day(clock_wall(&clock), clock_offset(&clock), 0)};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'k':
			if (pack_kind_from(optarg, &n.kind))
				break;
			err_set(&c->e, ERR_USAGE, _("no kind '%s'; there are language, workplace, conduct and programme"), optarg);
			return cli_fail(c);
		case 't': n.teaches = optarg; break;
		case 'T': n.title = optarg; break;
		case 'a': n.author = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 1)
		return EXIT_USAGE;
	n.path = argv[optind];
	size_t len = strlen(argv[optind]);
	while (len > 1 && argv[optind][len - 1] == '/')
		argv[optind][--len] = '\0';
	if (!pack_new(&n, &c->e))
		return cli_fail(c);
	printf(_("made the pack '%s'; change its files, then:\n"), n.path);
	printf("  safar pack check --strict %s\n", n.path);
	if (n.kind != PACK_PROGRAMME)
		printf("  safar pack try %s\n", n.path);
	printf("  safar pack build %s -o %s.safar\n", n.path, n.path);
	return EXIT_OK;
}

/* One row of the table of answers. */
static void add_answer(void *ctx, const struct item *it, enum likely_kind kind, const char *answer, const struct grade *g)
{
	struct cli_table *t = ctx;
	struct str reasons;
	str_init(&reasons);
	for (int r = REASON_COUNT - 1; r >= 0; r--)
		if (g->reasons & 1u << r)
			str_addf(&reasons, "%s%s", reasons.len ? "," : "", reason_name((enum reason)r));
	/* the name of the exercise once, so that the eye finds where the next begins */
	cli_table_add(t, kind == LIKELY_COUNT ? arena_printf(&t->arena, "%s/%s", it->unit, it->id) : "");
	cli_table_add(t, answer);
	cli_table_add(t, verdict_name(g->verdict));
	cli_table_add(t, reasons.buf);
	cli_table_add(t, _(likely_label(kind)));
	str_release(&reasons);
}

bool cli_pack_table(const struct pack *p, struct arena *a, struct word_table *out)
{
	struct err none = ERR_INIT;
	struct diag_list d;
	const char *text;
	size_t size;
	diag_init(&d);
	bool ok = pack_table_text(p, a, &text, &size, &none) && text && word_table_read(text, size, "", out, &d);
	diag_release(&d);
	return ok;
}

static void answers_begin(struct cli_table *t)
{
	const char *const head[] = {_("exercise"), _("what is typed"), _("verdict"), _("reasons"), _("what it is")};
	*t = (struct cli_table){.columns = sizeof(head) / sizeof(*head)};
	for (size_t k = 0; k < t->columns; k++)
		cli_table_add(t, head[k]);
}

static void answers_end(struct cli_table *t)
{
	if (t->count > t->columns)
		cli_table_print(t);
	cli_table_release(t);
}

/* The questions that stand in exams. */
struct exam_answers {
	struct arena arena;
	struct cli_table rows;
	const struct word_table *table; /* or NULL */
};

static void add_exam_part(void *ctx, const struct exam_script *script, const struct item *it)
{
	struct exam_answers *x = ctx;
	(void)script;
	if (!it)
		return;
	struct item own = *it;
	own.table = x->table;
	likely_graded(&x->arena, &own, add_answer, &x->rows);
}

static void exam_answers(const struct pack *p, const struct word_table *table)
{
	struct exam_answers x = {.table = table};
	answers_begin(&x.rows);
	exam_each_part(p, add_exam_part, &x);
	answers_end(&x.rows);
	arena_release(&x.arena);
}

void cli_answers(const struct pack *p)
{
	struct arena of_pack = ARENA_INIT;
	struct word_table table;
	bool has_table = cli_pack_table(p, &of_pack, &table);
	for (size_t i = 0; i < p->unit_count; i++) {
		struct arena a = ARENA_INIT;
		struct diag_list known; /* what the check has told already */
		struct cli_table t;
		diag_init(&known);
		answers_begin(&t);
		struct unit *u = unit_parse(&a, p->units[i], p->teaches, false, &known);
		if (u && has_table)
			unit_use_table(u, &table);
		for (size_t k = 0; u && k < u->part_count; k++)
			for (size_t n = 0; n < u->parts[k].item_count; n++)
				likely_graded(&a, u->parts[k].items[n], add_answer, &t);
		for (size_t k = 0; u && k < u->bank_count; k++)
			likely_graded(&a, u->bank[k], add_answer, &t);
		answers_end(&t);
		diag_release(&known);
		arena_release(&a);
	}
	exam_answers(p, has_table ? &table : NULL);
	arena_release(&of_pack);
}
