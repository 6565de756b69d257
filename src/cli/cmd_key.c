/* The key that certificates and lists are signed with. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/phrase.h"
#include "core/alloc.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "record/key_file.h"

/* Beside the store, so that a backup of the store does not hold the key. */
static char *default_path_dup(const struct cli *c)
{
	char *store = app_store_path_dup(c->store);
	struct str s;
	str_init(&s);
	str_addf(&s, "%s.key", store);
	free(store);
	return str_steal(&s);
}

static bool show(const char *text, size_t n, struct err *e)
{
	char did[KEY_DID_SIZE], print[KEY_PRINT_SIZE];
	if (!key_file_did(text, n, did, e))
		return false;
	key_print(did, print);
	printf("%s\n%s: %s\n", did, _("fingerprint"), print);
	return true;
}

static const struct option options[] = {{"output", required_argument, NULL, 'o'}, {"phrase-file", required_argument, NULL, 'p'}, {0}};

/* Options of the three commands; false: wrong use. */
static bool read_options(int argc, char **argv, char **path, const char **phrase_file)
{
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		switch (o) {
		case 'o':
			free(*path);
			*path = xstrdup(optarg);
			break;
		case 'p': *phrase_file = optarg; break;
		default: return false;
		}
	return true;
}

int cmd_key_new(struct cli *c, int argc, char **argv)
{
	char *path = default_path_dup(c), phrase[PHRASE_BYTES_MAX] = "";
	const char *phrase_file = NULL;
	if (!read_options(argc, argv, &path, &phrase_file) || optind != argc) {
		free(path);
		return EXIT_USAGE;
	}
	const struct entropy entropy = entropy_system();
	struct str text;
	str_init(&text);
	bool ok = file_absent(path, &c->e) && cli_phrase(phrase_file, true, phrase, &c->e) && key_file_new(&text, phrase, &entropy, &c->e) && file_write_new(path, 0600, &text, &c->e);
	secret_wipe(phrase, sizeof(phrase));
	if (ok) {
		printf(_("key made: %s\n"), path);
		ok = show(text.buf, text.len, &c->e);
		puts(_("Keep a copy of this file and the pass phrase in two different places: nobody can make them again."));
	}
	str_release(&text);
	free(path);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_key_show(struct cli *c, int argc, char **argv)
{
	if (!cli_no_options(argc, argv) || argc - optind > 1)
		return EXIT_USAGE;
	char *path = argv[optind] ? xstrdup(argv[optind]) : default_path_dup(c);
	struct str text;
	str_init(&text);
	bool ok = file_read(path, KEY_FILE_BYTES_MAX, &text, &c->e) && show(text.buf, text.len, &c->e);
	str_release(&text);
	free(path);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_key_import(struct cli *c, int argc, char **argv)
{
	char *path = default_path_dup(c), phrase[PHRASE_BYTES_MAX] = "";
	const char *phrase_file = NULL;
	if (!read_options(argc, argv, &path, &phrase_file) || optind + 1 != argc) {
		free(path);
		return EXIT_USAGE;
	}
	struct str text;
	struct sign_key key;
	str_init(&text);
	/* opened once, so that a key nobody has the phrase of is not taken over */
	bool ok = file_absent(path, &c->e) && file_read(argv[optind], KEY_FILE_BYTES_MAX, &text, &c->e) && cli_phrase(phrase_file, false, phrase, &c->e) &&
		  key_file_open(text.buf, text.len, phrase, &key, &c->e) && file_write_new(path, 0600, &text, &c->e) && show(text.buf, text.len, &c->e);
	secret_wipe(&key, sizeof(key));
	secret_wipe(phrase, sizeof(phrase));
	str_release(&text);
	free(path);
	return ok ? EXIT_OK : cli_fail(c);
}
