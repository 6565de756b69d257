/* The key of a centre: live banks are sealed to it, and two officers open them with it. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/phrase.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "record/exam_key.h"

static bool show(const char *text, size_t n, struct err *e)
{
	uint8_t public[SEAL_PUBLIC_BYTES];
	char id[EXAM_KEY_ID_SIZE], print[EXAM_KEY_PRINT_SIZE];
	if (!exam_key_public(text, n, public, e))
		return false;
	exam_key_id(public, id);
	exam_key_print(public, print);
	printf("%s\n%s: %s\n", id, _("fingerprint"), print);
	return true;
}

/* Both files or neither. */
static bool write_both(const char *path, const struct str *secret, const struct str *public, struct err *e)
{
	struct str name;
	str_init(&name);
	str_addf(&name, "%s.pub", path);
	bool first = file_write_new(path, 0600, secret, e), ok = first && file_write_new(name.buf, 0644, public, e);
	if (first && !ok)
		unlink(path);
	if (ok)
		printf(_("key made: %s\nfor the agency: %s\n"), path, name.buf);
	str_release(&name);
	return ok;
}

int cmd_exam_key_new(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"first", required_argument, NULL, '1'}, {"second", required_argument, NULL, '2'}, {"output", required_argument, NULL, 'o'}, {0}};
	const char *path = NULL, *files[2] = {NULL, NULL};
	char phrases[2][PHRASE_BYTES_MAX] = {"", ""};
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		switch (o) {
		case '1': files[0] = optarg; break;
		case '2': files[1] = optarg; break;
		case 'o': path = optarg; break;
		default: return EXIT_USAGE;
		}
	if (optind != argc || !path)
		return EXIT_USAGE;
	const struct entropy entropy = entropy_system();
	struct str secret, public;
	str_init(&secret);
	str_init(&public);
	bool ok = file_absent(path, &c->e) && cli_secret(SECRET_PAIR, files[0], _("pass phrase of the first officer"), true, phrases[0], &c->e) &&
		  cli_secret(SECRET_PAIR, files[1], _("pass phrase of the second officer"), true, phrases[1], &c->e) &&
		  exam_key_new(&secret, &public, phrases[0], phrases[1], &entropy, &c->e);
	secret_wipe(phrases, sizeof(phrases));
	ok = ok && write_both(path, &secret, &public, &c->e) && show(public.buf, public.len, &c->e);
	if (ok)
		puts(_("Tell the agency the fingerprint by another way than the file. Keep a copy of the key: without it, or without one of the two phrases, sealed banks stay closed."));
	str_release(&secret);
	str_release(&public);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_exam_key_show(struct cli *c, int argc, char **argv)
{
	if (!cli_no_options(argc, argv) || argc - optind != 1)
		return EXIT_USAGE;
	struct str text;
	str_init(&text);
	bool ok = file_read(argv[optind], EXAM_KEY_BYTES_MAX, &text, &c->e) && show(text.buf, text.len, &c->e);
	str_release(&text);
	return ok ? EXIT_OK : cli_fail(c);
}
