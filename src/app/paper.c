#include "config.h"
#include "app/paper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/program.h"
#include "core/alloc.h"
#include "core/file.h"
#include "core/i18n.h"

static const char program[] = "safar-paper";

/* The description as a file that has no name: nobody waits for the other on a pipe. */
static int description_file(const json_t *document, struct err *e)
{
	char *text = json_dumps(document, JSON_COMPACT);
	int fd = text ? memfd_create("safar-description", MFD_CLOEXEC) : -1;
	size_t n = text ? strlen(text) : 0, done = 0;
	ssize_t put = 0;
	while (fd >= 0 && done < n && (put = write(fd, text + done, n - done)) > 0)
		done += (size_t)put;
	int fault = text ? errno : ENOMEM;
	free(text);
	if (fd >= 0 && done == n && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	err_errno(e, fault, _("cannot describe the paper"));
	return -1;
}

static bool start(const char *const *args, int in, int out, int complaints, pid_t *pid, struct err *e)
{
	char *path = program_path_dup(program);
	posix_spawn_file_actions_t files;
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&files, complaints, STDERR_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
	char *argv[5] = {NULL};
	for (size_t i = 0; i < 4 && args[i]; i++)
		argv[i] = xstrdup(args[i]);
	int fault = posix_spawn(pid, path, &files, NULL, argv, environ);
	for (size_t i = 0; i < 4; i++)
		free(argv[i]);
	posix_spawn_file_actions_destroy(&files);
	if (fault)
		err_errno(e, fault, _("cannot run '%s'; install safar again"), path);
	free(path);
	return fault == 0;
}

static int64_t now_ms(void)
{
	struct clock c = clock_system();
	return clock_mono(&c);
}

/* What the program complains of, until it ends or its time is over. */
static bool listen(int fd, char *said, size_t size)
{
	int64_t end = now_ms() + PAPER_SECONDS * 1000;
	size_t n = 0;
	for (;;) {
		char rest[256];
		struct pollfd p = {.fd = fd, .events = POLLIN};
		int64_t left = end - now_ms();
		if (left <= 0)
			return false;
		int ready = poll(&p, 1, (int)left);
		if (ready < 0 && errno == EINTR)
			continue;
		ssize_t got = ready > 0 ? (n + 1 < size ? read(fd, said + n, size - n - 1) : read(fd, rest, sizeof(rest))) : 0;
		if (ready > 0 && got <= 0)
			break;
		if (ready > 0 && n + 1 < size)
			n += (size_t)got;
		said[n] = '\0';
	}
	said[strcspn(said, "\n")] = '\0';
	return true;
}

static bool run(const char *const *args, int in, int out, struct err *e)
{
	enum { EXIT_CANNOT_WRITE = 5 };
	int pipe_fds[2], status = 0;
	char said[400] = "";
	pid_t pid;
	if (pipe2(pipe_fds, O_CLOEXEC) != 0)
		return err_errno(e, errno, _("cannot print"));
	bool ok = start(args, in, out, pipe_fds[1], &pid, e);
	close(pipe_fds[1]);
	bool spoke = ok && listen(pipe_fds[0], said, sizeof(said));
	close(pipe_fds[0]);
	if (!ok)
		return false;
	if (!spoke)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (!spoke)
		return err_set(e, ERR_IO, _("the paper was not finished within %d seconds; print less at a time"), PAPER_SECONDS);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (!*said)
		return err_set(e, ERR_IO, _("the program that prints came to grief; report it with what you wanted to print"));
	str_disarm(said);
	return err_set(e, WIFEXITED(status) && WEXITSTATUS(status) == EXIT_CANNOT_WRITE ? ERR_IO : ERR_INPUT, "%s", said);
}

/* A device or a pipe takes the bytes itself: a rename would put a file in its place. */
static bool is_special(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

bool paper_may_write(const char *path, struct err *e)
{
	static const char *const pages[] = {"%PDF", "\x89PNG", NULL};
	return file_may_give_way(path, pages, e);
}

static bool write_paper(const json_t *document, const char *const *args, const char *path, struct err *e)
{
	struct str temporary;
	if (!paper_may_write(path, e))
		return false;
	str_init(&temporary);
	str_addf(&temporary, "%s.XXXXXX", path);
	bool special = is_special(path);
	int out = special ? open(path, O_WRONLY | O_CLOEXEC) : mkostemp(temporary.buf, O_CLOEXEC), fault = errno;
	int in = out >= 0 ? description_file(document, e) : -1;
	bool ok = in >= 0 && run(args, in, out, e);
	if (ok && !special && (fsync(out) != 0 || rename(temporary.buf, path) != 0))
		ok = err_errno(e, errno, _("cannot write '%s'"), path);
	if (!ok && out >= 0 && !special)
		unlink(temporary.buf);
	if (out < 0)
		ok = err_errno(e, fault, _("cannot write '%s'"), path);
	if (in >= 0)
		close(in);
	if (out >= 0)
		close(out);
	str_release(&temporary);
	return ok;
}

bool paper_write(struct app *app, const json_t *document, enum paper_format f, const char *path, struct err *e)
{
	char dpi[16];
	snprintf(dpi, sizeof(dpi), "%d", PAPER_DPI);
	const char *const pdf[] = {program, NULL}, *const png[] = {program, "--png", "1", dpi};
	(void)app;
	return write_paper(document, f == PAPER_PNG ? png : pdf, path, e);
}
