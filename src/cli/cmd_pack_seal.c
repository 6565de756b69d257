/* safar pack seal: a live bank for the eyes of its centres. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>

#include "app/exam_seal.h"
#include "core/clock.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "record/exam_key.h"

static bool read_key(const char *path, uint8_t public[SEAL_PUBLIC_BYTES], struct err *e)
{
	struct str text;
	str_init(&text);
	bool ok = file_read(path, EXAM_KEY_BYTES_MAX, &text, e);
	if (ok && !exam_key_public(text.buf, text.len, public, e)) {
		err_add(e, "%s", path);
		ok = false;
	}
	str_release(&text);
	return ok;
}

static bool seal(struct cli *c, const char *path, const char *out, const uint8_t (*keys)[SEAL_PUBLIC_BYTES], size_t count)
{
	struct diag_list d;
	struct cli_progress progress;
	struct clock clock = clock_system();
	struct str sealed;
	char digest[HASH_HEX_SIZE];
	diag_init(&d);
	str_init(&sealed);
	cli_progress_begin(&progress);
	bool ok = exam_seal(path, keys, count, site_day(clock_wall(&clock), clock_offset(&clock), 0), &progress.progress, &d, &sealed, &c->e);
	cli_progress_end(&progress);
	cli_findings(&d, stdout);
	if (ok && file_write_new(out, 0644, &sealed, &c->e)) {
		hash_hex(sealed.buf, sealed.len, digest);
		printf(_("'%s' is written\n"), out);
		printf("%s: %s\n", _("SHA-256 of the file"), digest);
	} else {
		ok = false;
	}
	str_release(&sealed);
	diag_release(&d);
	return ok;
}

int cmd_pack_seal(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"to", required_argument, NULL, 't'}, {"output", required_argument, NULL, 'o'}, {0}};
	uint8_t keys[SEAL_READERS_MAX][SEAL_PUBLIC_BYTES];
	const char *out = NULL, *paths[SEAL_READERS_MAX];
	size_t count = 0;
	bool ok = true;
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		if (o == 'o')
			out = optarg;
		else if (o == 't' && count < SEAL_READERS_MAX)
			paths[count++] = optarg;
		else
			return EXIT_USAGE;
	if (argc - optind != 1 || !out || !count)
		return EXIT_USAGE;
	for (size_t i = 0; ok && i < count; i++)
		ok = read_key(paths[i], keys[i], &c->e);
	ok = ok && seal(c, argv[optind], out, (const uint8_t (*)[SEAL_PUBLIC_BYTES])keys, count);
	for (size_t i = 0; ok && i < count; i++) {
		char print[EXAM_KEY_PRINT_SIZE];
		exam_key_print(keys[i], print);
		printf(_("can be opened with %s: %s\n"), paths[i], print);
	}
	return ok ? EXIT_OK : cli_fail(c);
}
