#include "config.h"
#include "cli/phrase.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"

/* One line, without its end. False at the end of the input or when it is too long. */
static bool read_line(FILE *f, char out[PHRASE_BYTES_MAX])
{
	if (!fgets(out, PHRASE_BYTES_MAX, f))
		return false;
	size_t n = strcspn(out, "\r\n");
	bool whole = out[n] != '\0' || feof(f);
	out[n] = '\0';
	return whole && n > 0;
}

static bool ask(const char *question, char out[PHRASE_BYTES_MAX], struct err *e)
{
	FILE *terminal = fopen("/dev/tty", "r+e");
	struct termios before, hidden;
	if (!terminal || tcgetattr(fileno(terminal), &before) != 0) {
		if (terminal)
			fclose(terminal);
		return err_set(e, ERR_USAGE, _("a pass phrase is asked on a terminal; without one put it into a file and give --phrase-file"));
	}
	setvbuf(terminal, NULL, _IONBF, 0); /* no copy of it stays in a buffer */
	hidden = before;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(fileno(terminal), TCSAFLUSH, &hidden);
	fprintf(stderr, "%s: ", question);
	bool ok = read_line(terminal, out);
	tcsetattr(fileno(terminal), TCSAFLUSH, &before);
	fputc('\n', stderr);
	fclose(terminal);
	return ok || err_set(e, ERR_USAGE, _("no pass phrase was given"));
}

bool cli_phrase(const char *file, bool twice, char out[PHRASE_BYTES_MAX], struct err *e)
{
	return cli_secret(file, _("pass phrase"), twice, out, e);
}

bool cli_secret(const char *file, const char *question, bool twice, char out[PHRASE_BYTES_MAX], struct err *e)
{
	if (file) {
		FILE *f = fopen(file, "re");
		if (!f)
			return err_errno(e, errno, _("cannot read '%s'"), file);
		setvbuf(f, NULL, _IONBF, 0); /* no copy of it stays in a buffer */
		bool ok = read_line(f, out);
		fclose(f);
		return ok || err_set(e, ERR_INPUT, _("'%s' holds no pass phrase in its first line"), file);
	}
	if (!ask(question, out, e) || !twice)
		return *out != '\0' && e->kind == ERR_NONE;
	char again[PHRASE_BYTES_MAX];
	bool ok = ask(_("the same again"), again, e);
	if (ok && !str_eq(out, again))
		ok = err_set(e, ERR_INPUT, _("the two are not the same; nothing was made"));
	secret_wipe(again, sizeof(again));
	return ok;
}

bool cli_pins(const char *file, const char *first, const char *second, char out[2][PHRASE_BYTES_MAX], struct err *e)
{
	const char *const codes[] = {first, second};
	FILE *f = file ? fopen(file, "re") : NULL;
	bool ok = !file || f || err_errno(e, errno, _("cannot read '%s'"), file);
	if (f)
		setvbuf(f, NULL, _IONBF, 0); /* no copy of it stays in a buffer */
	for (int i = 0; ok && i < 2 && codes[i]; i++) {
		char question[64];
		/* TRANSLATORS: asks the member of staff with this code for the PIN */
		snprintf(question, sizeof(question), _("PIN of %.20s"), codes[i]);
		ok = f ? read_line(f, out[i]) || err_set(e, ERR_INPUT, _("'%s' must hold two PINs, one in each line"), file) : ask(question, out[i], e);
	}
	if (f)
		fclose(f);
	return ok;
}
