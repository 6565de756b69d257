#include "config.h"
#include "plain/silence.h"

#include <sys/signalfd.h>
#include <unistd.h>

static void hear_again(struct silence *s)
{
	if (s->signals >= 0)
		close(s->signals);
	s->signals = -1;
	sigprocmask(SIG_SETMASK, &s->mask, NULL);
}

bool silence_begin(struct silence *s)
{
	struct termios quiet;
	sigset_t ends;

	if (!isatty(fileno(s->in)) || tcgetattr(fileno(s->in), &s->terminal) != 0)
		return false;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGHUP);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGQUIT);
	sigprocmask(SIG_BLOCK, &ends, &s->mask);
	s->signals = signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
	quiet = s->terminal;
	quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
	if (tcsetattr(fileno(s->in), TCSANOW, &quiet) == 0)
		return true;
	hear_again(s);
	return false;
}

void silence_end(struct silence *s, FILE *out)
{
	tcsetattr(fileno(s->in), TCSANOW, &s->terminal);
	fputc('\n', out);
	fflush(out);
	hear_again(s);
}

/* Ctrl+S would stop what the program writes, and a Ctrl+D behind a few letters give them as a line that never ends: both would stop the clock of the screen. */
static void flow(struct silence *s, bool freely)
{
	struct termios t;

	if (tcgetattr(fileno(s->in), &t) != 0)
		return;
	if (freely) {
		s->flow = t.c_iflag & IXON;
		s->eof = t.c_cc[VEOF];
	}
	t.c_iflag = freely ? t.c_iflag & ~(tcflag_t)IXON : t.c_iflag | s->flow;
	t.c_cc[VEOF] = freely ? _POSIX_VDISABLE : s->eof;
	tcsetattr(fileno(s->in), TCSANOW, &t);
}

void silence_lock(struct silence *s, bool locked)
{
	struct sigaction a = { .sa_handler = locked ? SIG_IGN : SIG_DFL };

	if (locked == s->locked || !isatty(fileno(s->in)))
		return;
	s->locked = locked;
	sigaction(SIGINT, &a, NULL);
	sigaction(SIGQUIT, &a, NULL);
	sigaction(SIGTSTP, &a, NULL);
	flow(s, locked);
}
