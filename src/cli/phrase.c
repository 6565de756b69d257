#include "config.h"
#include "cli/phrase.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
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

/* What a secret without a terminal comes from instead: the cure differs with the command. */
static const char *elsewhere(enum cli_secret_kind k)
{
	switch (k) {
	case SECRET_PHRASE: return _("a pass phrase is asked on a terminal; without one put it into a file and give --phrase-file");
	case SECRET_PIN: return _("PINs are asked on a terminal; without one put both into a file, one in each line, and give --pins-file");
	case SECRET_PAIR: return _("a pass phrase is asked on a terminal; without one put each officer's into a file and give --first and --second");
	case SECRET_OFFICER:
		return _("code, PIN and pass phrase are asked on a terminal; without one put those of an officer into a file, one in each line, and give --first and --second");
	}
	return "";
}

/* The signals of somebody who gives up. While something is typed they wait, so that none of them leaves the terminal without its echo. */
static int hold_signals(sigset_t *before)
{
	static const int list[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
	sigset_t held;
	sigemptyset(&held);
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		sigaddset(&held, list[i]);
	sigprocmask(SIG_BLOCK, &held, before);
	return signalfd(-1, &held, SFD_CLOEXEC);
}

enum typed { TYPED_LINE, TYPED_NOTHING, TYPED_TOO_LONG, TYPED_SIGNAL };

/* One line of the terminal, without its end. TYPED_SIGNAL: one of those held waits to be let through. */
static enum typed type_line(int terminal, int signals, char out[PHRASE_BYTES_MAX])
{
	struct pollfd p[] = {{.fd = terminal, .events = POLLIN}, {.fd = signals, .events = POLLIN}};
	int ready;
	do
		ready = poll(p, 2, -1);
	while (ready < 0 && errno == EINTR);
	if (p[1].revents)
		return TYPED_SIGNAL;
	ssize_t n = ready > 0 ? read(terminal, out, PHRASE_BYTES_MAX) : 0; /* a terminal gives a line at a time */
	if (n == PHRASE_BYTES_MAX && out[n - 1] != '\n') {
		secret_wipe(out, PHRASE_BYTES_MAX);
		return TYPED_TOO_LONG;
	}
	out[n > 0 && n < PHRASE_BYTES_MAX ? n : n > 0 ? n - 1 : 0] = '\0';
	out[strcspn(out, "\r\n")] = '\0';
	return *out ? TYPED_LINE : TYPED_NOTHING;
}

/* Asks with the echo off, which is on again before any signal takes effect: after one that ends the program nobody is here any more, after one that stopped it the question is
 * asked anew. */
static enum typed ask_once(int terminal, const char *question, char out[PHRASE_BYTES_MAX])
{
	struct termios shown, hidden;
	sigset_t before;
	int signals = hold_signals(&before);
	tcgetattr(terminal, &shown);
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(terminal, TCSAFLUSH, &hidden);
	fprintf(stderr, "%s: ", question);
	enum typed t = signals < 0 ? TYPED_NOTHING : type_line(terminal, signals, out);
	tcsetattr(terminal, TCSAFLUSH, &shown);
	fputc('\n', stderr);
	if (signals >= 0)
		close(signals);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return t;
}

static bool ask(enum cli_secret_kind k, const char *question, char out[PHRASE_BYTES_MAX], struct err *e)
{
	struct termios now;
	int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
	enum typed t = TYPED_SIGNAL;
	if (terminal < 0 || tcgetattr(terminal, &now) != 0) {
		if (terminal >= 0)
			close(terminal);
		return err_set(e, ERR_USAGE, "%s", elsewhere(k));
	}
	while (t == TYPED_SIGNAL)
		t = ask_once(terminal, question, out);
	close(terminal);
	if (t == TYPED_TOO_LONG)
		return err_set(e, ERR_USAGE, _("what was typed is longer than %d bytes"), PHRASE_BYTES_MAX - 1);
	return t == TYPED_LINE || err_set(e, ERR_USAGE, _("nothing was typed"));
}

bool cli_phrase(const char *file, bool twice, char out[PHRASE_BYTES_MAX], struct err *e)
{
	return cli_secret(SECRET_PHRASE, file, _("pass phrase"), twice, out, e);
}

bool cli_secret(enum cli_secret_kind k, const char *file, const char *question, bool twice, char out[PHRASE_BYTES_MAX], struct err *e)
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
	if (!ask(k, question, out, e) || !twice)
		return *out != '\0' && e->kind == ERR_NONE;
	char again[PHRASE_BYTES_MAX];
	bool ok = ask(k, _("the same again"), again, e);
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
		ok = f ? read_line(f, out[i]) || err_set(e, ERR_INPUT, _("'%s' must hold two PINs, one in each line"), file) : ask(SECRET_PIN, question, out[i], e);
	}
	if (f)
		fclose(f);
	return ok;
}
