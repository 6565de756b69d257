"""Asks a program for a phrase on a terminal of its own, and gives up in every way there is. Says what the terminal was left like."""
import fcntl
import os
import signal
import subprocess
import sys
import termios


class Terminal:
    """A pseudo terminal that this process keeps open, so that its settings can be read whatever becomes of the program."""

    def __init__(self, command):
        self.master, self.slave = os.openpty()
        self.said = b""
        self.program = subprocess.Popen(command, stdin=self.slave, stdout=self.slave, stderr=self.slave, preexec_fn=self.adopt)

    def adopt(self):
        os.setsid()
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)

    def wait_for(self, text):
        """Reads until `text` was said; what came before it is forgotten."""
        while text.encode() not in self.said:
            self.said += os.read(self.master, 4096)
        self.said = self.said.split(text.encode(), 1)[1]

    def type(self, text):
        os.write(self.master, text.encode())

    def echoes(self):
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)


def gives_up(command, act, number):
    t = Terminal(command)
    t.wait_for("pass phrase: ")
    hidden = not t.echoes()
    act(t)
    died = t.program.wait()
    print(f"hidden: {hidden}, died of: {-died}, echoes: {t.echoes()}")
    return hidden and died == -number and t.echoes()


def stops(command):
    """Ctrl-Z and back: the shell has its echo, and the question is asked anew."""
    t = Terminal(["sh", "-c", 'set -m; "$@"; stty -a; echo stopped; fg >/dev/null; echo "ended: $?."', "sh", *command])
    t.wait_for("pass phrase: ")
    t.type("\x1a")
    t.wait_for(" echo ")
    t.wait_for("stopped")
    t.wait_for("pass phrase: ")
    hidden = not t.echoes()
    t.type("six words that nobody would guess\n")
    t.wait_for("the same again: ")
    t.type("six words that nobody would guess\n")
    t.wait_for("ended: ")
    t.wait_for(".")
    t.program.wait()
    print(f"hidden: {hidden}, echoes: {t.echoes()}")
    return hidden and t.echoes() and os.path.exists(command[-1])


def main():
    how, command = sys.argv[1], sys.argv[2:]
    acts = {
        "interrupt": (lambda t: t.type("half a phra\x03"), signal.SIGINT),
        "quit": (lambda t: t.type("\x1c"), signal.SIGQUIT),
        "end": (lambda t: t.program.send_signal(signal.SIGTERM), signal.SIGTERM),
    }
    good = stops(command) if how == "stop" else gives_up(command, *acts[how])
    return 0 if good else 1


sys.exit(main())
