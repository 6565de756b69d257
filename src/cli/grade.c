#include "config.h"
#include "cli/grade.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "learn/grade.h"
#include "learn/language.h"

/* A form and what was typed for it, both as long as an answer may be, and the tab between them. */
enum { BATCH_LINE_MAX = 1 << 20 };

static void print_reasons(unsigned reasons, FILE *out)
{
	const char *between = "";
	for (int r = REASON_COUNT - 1; r >= 0; r--) {
		if (reasons & 1u << r) {
			fprintf(out, "%s%s", between, reason_name((enum reason)r));
			between = ",";
		}
	}
}

/* The text as it came; a terminal gets nothing that it could obey. */
static void print_text(const char *text)
{
	if (!isatty(STDOUT_FILENO)) {
		fputs(text, stdout);
		return;
	}
	char *shown = xstrdup(text);
	str_disarm(shown);
	fputs(shown, stdout);
	free(shown);
}

/* Judges one pair and prints its row. */
static bool grade_pair(const struct typed_rules *rules, const char *expected, const char *typed, int line)
{
	struct node at = {.kind = NODE_SCALAR, .text = expected, .file = "-", .line = line, .column = 1};
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	struct forms f = {.count = 0};
	bool sound = forms_add(&a, &f, expected, &at, &d);
	if (sound) {
		unsigned reasons;
		enum verdict v = typed_judge(&f, typed, rules, &reasons);
		printf("%s\t", verdict_name(v));
		print_reasons(reasons, stdout);
		putchar('\t');
		print_text(expected);
		putchar('\t');
		print_text(typed);
		putchar('\n');
	} else {
		cli_findings(&d, stderr); /* rows alone are on standard output */
	}
	diag_release(&d);
	arena_release(&a);
	return sound;
}

/* Reads lines "expected, tab, typed". A faulty line is told and the rest goes on. */
static int grade_batch(struct cli *c, const struct typed_rules *rules)
{
	char *line = NULL;
	size_t room = 0;
	bool sound = true;
	int number = 0;
	for (ssize_t n; (n = getline(&line, &room, stdin)) >= 0;) {
		number++;
		if (n && line[n - 1] == '\n')
			line[--n] = '\0';
		char *tab = strchr(line, '\t');
		if (!tab || n > BATCH_LINE_MAX || strlen(line) != (size_t)n) {
			fprintf(stderr, _("line %d: not an expected text, a tab and a typed text\n"), number);
			sound = false;
			continue;
		}
		*tab = '\0';
		sound &= grade_pair(rules, line, tab + 1, number);
	}
	free(line);
	if (ferror(stdin)) {
		err_set(&c->e, ERR_IO, _("standard input cannot be read; try again"));
		return cli_fail(c);
	}
	return sound ? EXIT_OK : EXIT_REFUSED;
}

/* The options of how strict to be, all of the form --case strict. */
static bool add_strict(struct typed_rules *rules, unsigned bit, const char *value)
{
	rules->strict |= bit;
	return strcmp(value, "strict") == 0;
}

/* The language and the words of the pack. */
static bool take_pack(struct cli *c, struct typed_rules *rules, const struct grade_pack *pack, const char *name)
{
	if (!pack->teaches || !*pack->teaches)
		return err_set(&c->e, ERR_INPUT, _("the pack '%s' teaches no language; name one that does"), name);
	if (rules->language && language_tables(rules->language) != language_tables(pack->teaches))
		return err_set(&c->e, ERR_USAGE, _("the pack '%s' teaches %s; leave --language out"), name, pack->teaches);
	rules->language = pack->teaches;
	rules->table = pack->table.bytes ? &pack->table : NULL;
	return true;
}

int grade_run(struct cli *c, int argc, char **argv, grade_find_fn *find)
{
	enum { OPTION_BATCH = 'b', OPTION_LANGUAGE = 'l', OPTION_PACK = 'p' };
	static const struct option options[] = {{"language", required_argument, NULL, OPTION_LANGUAGE}, {"batch", no_argument, NULL, OPTION_BATCH},
		{"pack", required_argument, NULL, OPTION_PACK}, {"case", required_argument, NULL, STRICT_CASE},
		{"accents", required_argument, NULL, STRICT_ACCENTS}, {"articles", required_argument, NULL, STRICT_ARTICLES},
		{"punctuation", required_argument, NULL, STRICT_PUNCTUATION}, {0}};
	struct typed_rules rules = {.language = NULL};
	struct grade_pack pack = {.arena = ARENA_INIT};
	const char *name = NULL;
	bool batch = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (o == OPTION_BATCH)
			batch = true;
		else if (o == OPTION_LANGUAGE)
			rules.language = optarg;
		else if (o == OPTION_PACK)
			name = optarg;
		else if (o == '?' || !add_strict(&rules, (unsigned)o, optarg))
			return EXIT_USAGE;
	}
	if ((!rules.language && !name) || argc - optind != (batch ? 0 : 2))
		return EXIT_USAGE;
	int first = optind;
	if (name && (!find(c, name, argc, argv, &pack) || !take_pack(c, &rules, &pack, name))) {
		arena_release(&pack.arena);
		return cli_fail(c);
	}
	int code;
	if (!language_tables(rules.language)) {
		err_set(&c->e, ERR_USAGE, _("nothing is known of the language '%s'; there are nl, fr, de, uz and ru"), rules.language);
		code = cli_fail(c);
	} else if (batch) {
		code = grade_batch(c, &rules);
	} else {
		code = grade_pair(&rules, argv[first], argv[first + 1], 1) ? EXIT_OK : EXIT_REFUSED;
	}
	arena_release(&pack.arena);
	return code;
}
