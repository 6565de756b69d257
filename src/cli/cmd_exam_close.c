/* The end of a session on the command line: the closing file, its check, and the report. */
#include "config.h"
#include "cli/exam_args.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/exam_closing.h"
#include "cli/phrase.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "view/exam_words.h"

int cmd_exam_report(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"pdf", required_argument, NULL, 'p'}, {0}};
	static const struct exam_report_words words = {exam_word_state, exam_word_act, exam_word_why_id, exam_word_text};
	const char *pdf = NULL;
	int64_t session;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'p')
			pdf = optarg;
		else
			return EXIT_USAGE;
	if (argc - optind != 1 || !pdf)
		return EXIT_USAGE;
	bool ok = exam_number(c, argv[optind], &session) && cli_open(c, STORE_OPEN);
	cli_language_tag(c->app.language);
	return ok && exam_report_paper(&c->app, session, &words, pdf, &c->e) ? EXIT_OK : cli_fail(c);
}

static void tell(const struct exam_closed *x)
{
	printf(ngettext("%d sitting written\n", "%d sittings written\n", (unsigned long)x->sittings), x->sittings);
	printf(_("records: %s\nfile: %s\n"), x->records, x->hash);
	if (*x->print)
		printf(_("sealed to the key %s\n"), x->print);
	else if (x->has_signature)
		puts(_("signed, but not sealed: whoever has the file can read it"));
	else
		puts(_("neither sealed nor signed: whoever has the file can read it; write its hash on the report, so that a changed file shows"));
}

/* What `exam close` is given. */
struct close_options {
	const char *path, *key_file, *phrase_file;
	bool sign, yes;
	int64_t session;
};

static bool write_file(struct cli *c, const struct close_options *o)
{
	char phrase[PHRASE_BYTES_MAX] = "";
	struct exam_closed closed;
	bool ok = (!o->sign || cli_phrase(o->phrase_file, false, phrase, &c->e)) &&
		  exam_closing_write(&c->app, o->session, o->key_file, o->sign ? phrase : NULL, o->path, &closed, &c->e);
	secret_wipe(phrase, sizeof(phrase));
	if (ok)
		tell(&closed);
	return ok;
}

/* Once closed there is nothing to ask. */
static bool confirm(struct cli *c, const struct close_options *o)
{
	struct arena a = ARENA_INIT;
	struct exam_session s;
	bool ok = exam_session(&c->app, o->session, &a, &s, &c->e);
	if (ok && strcmp(s.state, "closed") != 0 && !cli_ask(_("Close the session? Nobody can sit it afterwards."), o->yes))
		ok = err_set(&c->e, ERR_INPUT, _("nothing was closed; confirm with --yes"));
	arena_release(&a);
	return ok;
}

int cmd_exam_close(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"yes", no_argument, NULL, 'y'}, {"output", required_argument, NULL, 'o'}, {"sign", no_argument, NULL, 's'},
		{"key", required_argument, NULL, 'K'}, {"phrase-file", required_argument, NULL, 'p'}, {0}};
	struct close_options x = {0};
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		switch (o) {
		case 'y': x.yes = true; break;
		case 'o': x.path = optarg; break;
		case 's': x.sign = true; break;
		case 'K': x.key_file = optarg; break;
		case 'p': x.phrase_file = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 1 || (!x.sign && (x.key_file || x.phrase_file)) || (x.sign && !x.path))
		return EXIT_USAGE;
	bool ok = exam_number(c, argv[optind], &x.session) && cli_open(c, STORE_OPEN) && confirm(c, &x) &&
		  (x.path ? write_file(c, &x) : exam_close(&c->app, x.session, &c->e));
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_exam_closing_key(struct cli *c, int argc, char **argv)
{
	uint8_t public[SEAL_PUBLIC_BYTES];
	char print[EXAM_KEY_PRINT_SIZE];
	bool set = false;
	if (!cli_no_options(argc, argv) || argc - optind > 1)
		return EXIT_USAGE;
	const char *file = argv[optind]; /* NULL: only shown */
	bool none = file && strcmp(file, "none") == 0;
	bool ok = cli_open(c, STORE_OPEN) && (!file || exam_closing_set_key(&c->app, none ? NULL : file, &c->e)) && exam_closing_key(&c->app, public, &set, &c->e);
	if (!ok)
		return cli_fail(c);
	if (set)
		exam_key_print(public, print);
	puts(set ? print : _("no key is set; closing files are not sealed"));
	return EXIT_OK;
}

/* The pair of keys that opens a sealed file: both officers' phrases. */
static bool open_key(struct cli *c, const char *path, const char *const files[2], struct seal_key *out)
{
	char phrases[2][PHRASE_BYTES_MAX] = {"", ""};
	struct str text;
	str_init(&text);
	bool ok = file_read(path, EXAM_KEY_BYTES_MAX, &text, &c->e) && cli_secret(SECRET_PAIR, files[0], _("pass phrase of the first officer"), false, phrases[0], &c->e) &&
		  cli_secret(SECRET_PAIR, files[1], _("pass phrase of the second officer"), false, phrases[1], &c->e) &&
		  exam_key_open(text.buf, text.len, phrases[0], phrases[1], out, &c->e);
	secret_wipe(phrases, sizeof(phrases));
	secret_wipe(text.buf, text.len);
	str_release(&text);
	return ok;
}

static void show(const struct closing_found *f)
{
	printf("%s · %s · %s · %s\n", f->site, f->title, f->day, f->room);
	for (size_t i = 0; i < f->count; i++)
		printf(_("seat %d  %s  %s  %s\n"), f->sittings[i].seat, f->sittings[i].latin, f->sittings[i].state, f->sittings[i].record);
	printf(_("records: %s\nfile: %s\n"), f->records, f->hash);
	if (f->signature)
		printf(_("signed by %s; compare it with the issuer's key\n"), f->signer);
	else
		puts(_("not signed: compare the hash with the report"));
}

int cmd_exam_check(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"key", required_argument, NULL, 'k'}, {"first", required_argument, NULL, '1'}, {"second", required_argument, NULL, '2'}, {0}};
	const char *key_file = NULL, *files[2] = {NULL, NULL};
	struct arena a = ARENA_INIT;
	struct closing_found found;
	struct seal_key key;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'k': key_file = optarg; break;
		case '1': files[0] = optarg; break;
		case '2': files[1] = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 1 || (!key_file && (files[0] || files[1])))
		return EXIT_USAGE;
	bool ok = (!key_file || open_key(c, key_file, files, &key)) && exam_closing_read(argv[optind], key_file ? &key : NULL, &a, &found, &c->e);
	secret_wipe(&key, sizeof(key));
	if (ok)
		show(&found);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}
