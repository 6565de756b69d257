/* Issuing, withdrawing and reissuing certificates; the list of those withdrawn. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/credential.h"
#include "cli/officers.h"
#include "cli/phrase.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"

/* --- issue ----------------------------------------------------------------- */

static bool tell(void *ctx, size_t done, size_t all, const char *serial, const char *name)
{
	(void)ctx;
	if (*serial)
		printf("%zu/%zu  %s  %s\n", done, all, serial, name);
	else
		printf(_("%zu/%zu  %s is not ready any more\n"), done, all, name);
	fflush(stdout);
	return true;
}

int cmd_certificate_issue(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {OFFICERS_OPTIONS, OFFICERS_KEY_OPTIONS, {0}};
	struct officers who = {0};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (!officers_option(&who, o, optarg))
			return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct credential_order order = {.key_file = who.key, .told = tell, .count = (size_t)(argc - optind)};
	char phrase[PHRASE_BYTES_MAX] = "";
	int64_t *people = arena_array(&a, order.count + 1, sizeof(*people));
	int issued = 0;
	bool ok = officers_sign_in(c, &who, &order.second) && cli_find_people(c, argv + optind, order.count, people) && cli_phrase(who.phrase_file, false, phrase, &c->e);
	order.people = order.count ? people : NULL;
	order.phrase = phrase;
	ok = ok && credential_issue(&c->app, &order, &issued, &c->e);
	secret_wipe(phrase, sizeof(phrase));
	if (ok || issued)
		printf(ngettext("%d certificate issued\n", "%d certificates issued\n", (unsigned long)issued), issued);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

/* --- withdraw ---------------------------------------------------------------- */

int cmd_certificate_revoke(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {OFFICERS_OPTIONS, {"reason", required_argument, NULL, 'r'}, {0}};
	struct officers who = {0};
	const char *reason = NULL;
	int64_t second;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'r')
			reason = optarg;
		else if (!officers_option(&who, o, optarg))
			return EXIT_USAGE;
	if (argc - optind != 1 || !reason)
		return EXIT_USAGE;
	bool ok = officers_sign_in(c, &who, &second) && credential_revoke(&c->app, argv[optind], reason, second, &c->e);
	if (ok)
		puts(_("withdrawn; hand out a new list with 'safar certificate withdrawn', so that verifiers know"));
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_certificate_reissue(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {OFFICERS_OPTIONS, OFFICERS_KEY_OPTIONS, {"reason", required_argument, NULL, 'r'}, {"latin", required_argument, NULL, 'l'},
		{"birth", required_argument, NULL, 'b'}, {"document", required_argument, NULL, 'd'}, {0}};
	struct officers who = {0};
	struct exam_identity identity = {0};
	const char *reason = NULL;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'r': reason = optarg; break;
		case 'l': identity.latin = optarg; break;
		case 'b': identity.birth = optarg; break;
		case 'd': identity.document = optarg; break;
		default:
			if (!officers_option(&who, o, optarg))
				return EXIT_USAGE;
		}
	if (argc - optind != 1 || !reason)
		return EXIT_USAGE;
	char phrase[PHRASE_BYTES_MAX] = "", serial[SERIAL_SIZE];
	struct credential_order order = {.key_file = who.key, .phrase = phrase};
	bool ok = officers_sign_in(c, &who, &order.second) && cli_phrase(who.phrase_file, false, phrase, &c->e) &&
		  credential_reissue(&c->app, argv[optind], reason, &identity, &order, serial, &c->e);
	secret_wipe(phrase, sizeof(phrase));
	if (ok)
		printf(_("issued anew as %s; hand out a new list with 'safar certificate withdrawn', so that verifiers know\n"), serial);
	return ok ? EXIT_OK : cli_fail(c);
}

/* --- the list ---------------------------------------------------------------- */

int cmd_certificate_withdrawn(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {OFFICERS_KEY_OPTIONS, {"sequence", required_argument, NULL, 's'}, {"output", required_argument, NULL, 'o'}, {0}};
	struct officers who = {0};
	const char *output = NULL;
	int64_t least = 0;
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		switch (o) {
		case 'o': output = optarg; break;
		case 's':
			least = strtoll(optarg, NULL, 10);
			if (strspn(optarg, "0123456789") != strlen(optarg) || strlen(optarg) > 18 || least == 0)
				return EXIT_USAGE;
			break;
		default:
			if (!officers_option(&who, o, optarg))
				return EXIT_USAGE;
		}
	if (argc != optind || !output)
		return EXIT_USAGE;
	char phrase[PHRASE_BYTES_MAX] = "";
	struct str file;
	int count;
	str_init(&file);
	bool ok = cli_open(c, STORE_OPEN) && cli_phrase(who.phrase_file, false, phrase, &c->e) &&
		  credential_withdrawn_list(&c->app, who.key, phrase, least, &file, &count, &c->e);
	secret_wipe(phrase, sizeof(phrase));
	ok = ok && file_write_new(output, 0644, &file, &c->e);
	if (ok)
		printf(ngettext("%d withdrawn certificate: %s\n", "%d withdrawn certificates: %s\n", (unsigned long)count), count, output);
	str_release(&file);
	return ok ? EXIT_OK : cli_fail(c);
}

/* --- who issues, with which key ----------------------------------------------- */

static const char *unless_default(const char *value)
{
	return str_eq(value, "default") ? "" : value;
}

int cmd_certificate_setup(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"key", required_argument, NULL, 'K'}, {"issuer", required_argument, NULL, 'i'}, {"telephone", required_argument, NULL, 't'}, {0}};
	const char *key = NULL, *issuer = NULL, *telephone = NULL, *name, *number;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'K': key = unless_default(optarg); break;
		case 'i': issuer = unless_default(optarg); break;
		case 't': telephone = unless_default(optarg); break;
		default: return EXIT_USAGE;
		}
	if (argc != optind)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct str path;
	char *full = key && *key ? realpath(key, NULL) : NULL;
	str_init(&path);
	bool ok = cli_open(c, STORE_OPEN) && (!key || credential_set_key(&c->app, full ? full : key, &c->e)) && (!issuer || credential_set_issuer(&c->app, issuer, &c->e)) &&
		  (!telephone || credential_set_telephone(&c->app, telephone, &c->e)) && credential_key_path(&c->app, &path, &c->e) &&
		  credential_issuer(&c->app, &a, &name, &c->e) && credential_telephone(&c->app, &a, &number, &c->e);
	if (ok) {
		printf(_("issuer: %s\nkey: %s\n"), name, path.buf);
		printf("%s: %s\n", _("telephone of the issuer"), *number ? number : _("none is set; who doubts a paper wants to call, so give one with --telephone"));
	}
	str_release(&path);
	free(full);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}
