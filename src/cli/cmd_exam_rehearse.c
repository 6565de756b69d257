/* The day before an exam on the command line. */
#include "config.h"
#include "cli/exam_args.h"

#include <getopt.h>
#include <stdio.h>

#include "app/rehearsal.h"
#include "cli/phrase.h"
#include "core/i18n.h"
#include "core/secret.h"

static void print_findings(const struct rehearsal *r)
{
	static const char *const signs[] = {[REHEARSAL_GOOD] = "✓", [REHEARSAL_BAD] = "✗", [REHEARSAL_NOTE] = "≈"};
	for (size_t i = 0; i < r->count; i++) {
		const struct rehearsal_finding *f = &r->list[i];
		printf("%s %s\n", signs[f->mark], f->said);
		if (*f->cure)
			printf("  %s\n", f->cure);
	}
	puts(r->good ? _("Everything that the exam needs is there.") : _("Not everything that the exam needs is there."));
}

static bool print_json(const struct rehearsal *r, struct err *e)
{
	static const char *const marks[] = {[REHEARSAL_GOOD] = "good", [REHEARSAL_BAD] = "bad", [REHEARSAL_NOTE] = "note"};
	struct cli_table t = {.columns = 4};
	static const char *const head[] = {"subject", "mark", "said", "cure"};
	for (size_t i = 0; i < t.columns; i++)
		cli_table_add(&t, head[i]);
	for (size_t i = 0; i < r->count; i++) {
		cli_table_add(&t, rehearsal_subject_name(r->list[i].subject));
		cli_table_add(&t, marks[r->list[i].mark]);
		cli_table_add(&t, r->list[i].said);
		cli_table_add(&t, r->list[i].cure);
	}
	bool ok = cli_table_json(&t, e);
	cli_table_release(&t);
	return ok;
}

int cmd_exam_rehearse(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {"key", required_argument, NULL, 'k'}, {"phrase-file", required_argument, NULL, 'p'},
						{"phrase", no_argument, NULL, 'a'}, {0}};
	struct rehearsal_means means = {0};
	struct rehearsal r = {0};
	struct arena a = ARENA_INIT;
	const char *phrase_file = NULL;
	char phrase[PHRASE_BYTES_MAX] = "";
	bool json = false, ask = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'j': json = true; break;
		case 'k': means.key_file = optarg; break;
		case 'p': phrase_file = optarg; break;
		case 'a': ask = true; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 1)
		return EXIT_USAGE;
	int64_t session;
	bool ok = exam_number(c, argv[optind], &session);
	if (ok && (ask || phrase_file)) {
		ok = cli_phrase(phrase_file, false, phrase, &c->e);
		means.phrase = phrase;
	}
	ok = ok && cli_open(c, STORE_OPEN);
	if (ok)
		cli_language_tag(c->app.language);
	ok = ok && rehearse(&c->app, session, &means, &a, &r, &c->e);
	secret_wipe(phrase, sizeof(phrase));
	if (ok && json)
		ok = print_json(&r, &c->e);
	else if (ok)
		print_findings(&r);
	arena_release(&a);
	return !ok ? cli_fail(c) : r.good ? EXIT_OK : EXIT_REFUSED;
}
