/* safar exam open: two officers open a sealed bank for one session. */
#include "config.h"
#include "cli/exam_args.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/exam.h"
#include "app/exam_bank.h"
#include "app/people.h"
#include "cli/phrase.h"
#include "core/i18n.h"
#include "core/secret.h"

/* What one officer types. Wiped when it was used. */
struct officer {
	char code[PHRASE_BYTES_MAX], pin[PHRASE_BYTES_MAX], phrase[PHRASE_BYTES_MAX];
};

static bool read_line(FILE *f, char out[PHRASE_BYTES_MAX])
{
	if (!fgets(out, PHRASE_BYTES_MAX, f))
		return false;
	out[strcspn(out, "\r\n")] = '\0';
	return *out != '\0';
}

/* Three lines of a file, or asked one after the other. */
static bool read_officer(const char *file, bool second, struct officer *o, struct err *e)
{
	if (!file) {
		fprintf(stderr, "%s\n", second ? _("The second officer:") : _("The first officer:"));
		return cli_secret(SECRET_OFFICER, NULL, _("code"), false, o->code, e) && cli_secret(SECRET_OFFICER, NULL, _("PIN"), false, o->pin, e) &&
		       cli_secret(SECRET_OFFICER, NULL, _("pass phrase"), false, o->phrase, e);
	}
	FILE *f = fopen(file, "re");
	if (!f)
		return err_errno(e, errno, _("cannot read '%s'"), file);
	setvbuf(f, NULL, _IONBF, 0); /* no copy of it stays in a buffer */
	bool ok = read_line(f, o->code) && read_line(f, o->pin) && read_line(f, o->phrase);
	fclose(f);
	return ok || err_set(e, ERR_INPUT, _("'%s' does not hold three lines: code, PIN and pass phrase of an officer"), file);
}

/* A slip in a name is told before two people have typed three secrets each. */
static bool is_there(const char *path, struct err *e)
{
	return access(path, R_OK) == 0 || err_errno(e, errno, _("cannot read '%s'"), path);
}

static bool open_bank(struct cli *c, int64_t session, const char *sealed, const char *key, struct officer officers[2])
{
	struct exam_opening o = {.sealed = sealed, .key = key, .one = officers[0].phrase, .other = officers[1].phrase};
	struct diag_list d;
	struct cli_progress progress;
	if (!cli_open(c, STORE_OPEN) || !sign_in_once(&c->app, officers[0].code, officers[0].pin, &c->e) ||
	    !exam_witness(&c->app, officers[1].code, officers[1].pin, &o.second, &c->e))
		return false;
	diag_init(&d);
	cli_progress_begin(&progress);
	c->app.progress = progress.progress;
	bool ok = exam_bank_open(&c->app, session, &o, &d, &c->e);
	cli_progress_end(&progress);
	/* of a bank that was not opened only the places are told: what stands there is nobody's to read */
	for (size_t i = 0; !ok && i < d.count; i++)
		if (d.items[i].level == DIAG_ERROR)
			fprintf(stderr, "%s:%d:%d: %s\n", d.items[i].file, d.items[i].line, d.items[i].column, d.items[i].message);
	diag_release(&d);
	return ok;
}

int cmd_exam_open_bank(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"key", required_argument, NULL, 'k'}, {"first", required_argument, NULL, '1'}, {"second", required_argument, NULL, '2'}, {0}};
	const char *key = NULL, *files[2] = {NULL, NULL};
	struct officer officers[2];
	int64_t session;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'k': key = optarg; break;
		case '1': files[0] = optarg; break;
		case '2': files[1] = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 2 || !key)
		return EXIT_USAGE;
	bool ok = exam_number(c, argv[optind], &session) && is_there(key, &c->e) && is_there(argv[optind + 1], &c->e) && read_officer(files[0], false, &officers[0], &c->e) && read_officer(files[1], true, &officers[1], &c->e) &&
		  open_bank(c, session, argv[optind + 1], key, officers);
	secret_wipe(officers, sizeof(officers));
	if (ok)
		printf(_("the bank is open for session %s, until that session is closed\n"), argv[optind]);
	return ok ? EXIT_OK : cli_fail(c);
}
