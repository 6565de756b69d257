#include "config.h"
#include "app/exam_unseal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/exam_bank.h"
#include "app/program.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/seal.h"
#include "core/secret.h"
#include "core/str.h"
#include "record/exam_key.h"

enum {
	FIRST_FD = 3, SECOND_FD = 4, /* where the program finds what the officers typed */
	FREE_FD = 10,                /* above them */
	LOOK_MS = 200,
	SAID_BYTES = 8192,
};

bool exam_unseal_due(struct app *app, int64_t session, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct session_row s = {.id = session};
	struct bank_use use;
	bool ok = app_may(app, MAY_EXAM, e) && exam_bank_due(app, &s, &use, &a, e);
	arena_release(&a);
	return ok;
}

/* Whether one of the readers of the bank has this key. */
static bool key_fits(struct arena *a, const struct seal_parts *parts, const char *sealed, const char *key, struct err *e)
{
	struct sealed head;
	struct str text;
	uint8_t public[SEAL_PUBLIC_BYTES];
	char print[EXAM_KEY_PRINT_SIZE];
	str_init(&text);
	bool ok = sealed_read(a, parts->header, parts->header_size, sealed, &head, e) && file_read(key, EXAM_KEY_BYTES_MAX, &text, e) &&
		  exam_key_public(text.buf, text.len, public, e);
	str_release(&text);
	if (!ok)
		return false;
	exam_key_print(public, print);
	for (size_t i = 0; i < head.reader_count; i++)
		if (str_eq(head.readers[i], print))
			return true;
	return err_set(e, ERR_INPUT, _("'%s' is sealed to another key than '%s'; ask the agency"), sealed, key);
}

bool exam_unseal_files(struct app *app, int64_t session, const char *sealed, const char *key, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct session_row s = {.id = session};
	struct bank_use use;
	struct str file;
	struct seal_parts parts;
	char digest[HASH_HEX_SIZE];
	str_init(&file);
	bool ok = app_may(app, MAY_EXAM, e) && exam_bank_due(app, &s, &use, &a, e) && file_read(sealed, SEAL_FILE_MAX, &file, e);
	if (ok) {
		hash_hex(file.buf, file.len, digest);
		ok = strcmp(digest, use.digest) == 0 ||
		     err_set(e, ERR_INPUT, _("'%s' is not the file that this session was planned with; name that one, or plan a session anew"), sealed);
	}
	if (ok && !seal_read(file.buf, file.len, &parts))
		ok = err_set(e, ERR_INPUT, _("'%s' is no sealed bank, or it is damaged; fetch it again from the agency"), sealed);
	ok = ok && key_fits(&a, &parts, sealed, key, e);
	str_release(&file);
	arena_release(&a);
	return ok;
}

/* --- the program --- */

/* Three lines on a pipe that is read once: they stand in no file and in no list of arguments. Its end for reading, or below 0. */
static int officer_pipe(const struct exam_officer *o)
{
	struct str lines;
	int fds[2], out = -1;
	if (pipe2(fds, O_CLOEXEC) != 0)
		return -1;
	str_init(&lines);
	str_addf(&lines, "%s\n%s\n%s\n", o->code, o->pin, o->phrase);
	if (write(fds[1], lines.buf, lines.len) == (ssize_t)lines.len)
		out = fcntl(fds[0], F_DUPFD_CLOEXEC, FREE_FD);
	str_release(&lines);
	close(fds[0]);
	close(fds[1]);
	return out;
}

/* This process's environment with the language of the reader. */
static char **environment(struct arena *a, const char *language)
{
	size_t n = 0, k = 0;
	while (environ[n])
		n++;
	char **out = arena_array(a, n + 2, sizeof(*out));
	for (size_t i = 0; i < n; i++)
		if (!str_starts(environ[i], "LANGUAGE="))
			out[k++] = environ[i];
	out[k] = arena_printf(a, "LANGUAGE=%s", language);
	return out;
}

static bool start(struct app *app, int64_t session, const struct exam_unsealing *u, const int officers[2], int complaints, pid_t *pid, struct err *e)
{
	struct arena a = ARENA_INIT;
	char *path = program_path_dup("safar-pack");
	char *argv[] = {
		arena_strdup(&a, "safar"), arena_strdup(&a, "--store"), arena_strdup(&a, store_path(app->store)), arena_strdup(&a, "exam"), arena_strdup(&a, "open"),
		arena_strdup(&a, "--key"), arena_strdup(&a, u->key), arena_printf(&a, "--first=/dev/fd/%d", FIRST_FD), arena_printf(&a, "--second=/dev/fd/%d", SECOND_FD),
		arena_strdup(&a, "--"), arena_printf(&a, "%lld", (long long)session), arena_strdup(&a, u->sealed), NULL,
	};
	posix_spawn_file_actions_t files;
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&files, complaints, STDERR_FILENO);
	posix_spawn_file_actions_adddup2(&files, officers[0], FIRST_FD);
	posix_spawn_file_actions_adddup2(&files, officers[1], SECOND_FD);
	posix_spawn_file_actions_addclosefrom_np(&files, SECOND_FD + 1);
	int fault = posix_spawn(pid, path, &files, NULL, argv, environment(&a, app->language));
	posix_spawn_file_actions_destroy(&files);
	if (fault)
		err_errno(e, fault, _("cannot run '%s'; install safar again"), path);
	free(path);
	arena_release(&a);
	return fault == 0;
}

/* What it complains of, until it ends; false when whoever waits does not want to wait any longer. */
static bool listen_to(struct app *app, int fd, char said[SAID_BYTES])
{
	size_t n = 0;
	for (;;) {
		char rest[256];
		struct pollfd p = {.fd = fd, .events = POLLIN};
		int ready = poll(&p, 1, LOOK_MS);
		if (ready < 0 && errno != EINTR)
			return true;
		if (ready > 0) {
			ssize_t got = n + 1 < SAID_BYTES ? read(fd, said + n, SAID_BYTES - n - 1) : read(fd, rest, sizeof(rest));
			if (got <= 0)
				return true;
			n += n + 1 < SAID_BYTES ? (size_t)got : 0;
			said[n] = '\0';
		}
		if (app->progress.fn && !app->progress.fn(app->progress.ctx, _("opening the questions"), 0, 0))
			return false;
	}
}

/* The sentence among its lines: places inside the bank may stand before it. */
static bool say_fault(char *said, struct err *e)
{
	static const char before[] = "safar: ";
	char *fault = NULL;
	for (char *line = said; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
		if (str_starts(line, before))
			fault = line + strlen(before);
	if (!fault)
		return err_set(e, ERR_IO, _("the program that opens banks came to grief; try again, then with 'safar exam open'"));
	fault[strcspn(fault, "\n")] = '\0';
	return err_set(e, ERR_INPUT, "%s", fault);
}

static bool run(struct app *app, int64_t session, const struct exam_unsealing *u, const int officers[2], struct err *e)
{
	char said[SAID_BYTES] = "";
	int complaints[2], status = 0;
	enum exam_bank_state state;
	pid_t pid = 0;
	if (pipe2(complaints, O_CLOEXEC) != 0)
		return err_errno(e, errno, _("cannot open the questions"));
	int out = fcntl(complaints[1], F_DUPFD_CLOEXEC, FREE_FD);
	close(complaints[1]);
	bool ok = out >= 0 ? start(app, session, u, officers, out, &pid, e) : err_errno(e, errno, _("cannot open the questions"));
	if (out >= 0)
		close(out);
	bool waited = ok && listen_to(app, complaints[0], said);
	close(complaints[0]);
	if (!ok)
		return false;
	if (!waited)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	/* the store says what came of it, also where it was stopped a moment too late */
	if (!exam_bank_state(app, session, &state, e))
		return false;
	if (state == BANK_OPEN)
		return true;
	return waited ? say_fault(said, e) : err_set(e, ERR_INPUT, _("stopped"));
}

bool exam_unseal(struct app *app, int64_t session, const struct exam_unsealing *u, struct err *e)
{
	if (!exam_unseal_due(app, session, e))
		return false;
	const int officers[2] = {officer_pipe(&u->first), officer_pipe(&u->second)};
	int fault = errno;
	bool ok = officers[0] >= 0 && officers[1] >= 0 ? run(app, session, u, officers, e) : err_errno(e, fault, _("cannot open the questions"));
	for (int i = 0; i < 2; i++)
		if (officers[i] >= 0)
			close(officers[i]);
	return ok;
}
