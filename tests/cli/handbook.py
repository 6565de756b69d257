"""Does what doc/authoring*.md say, as a reader would: types the commands, writes the files, compares what is shown.

handbook.py TOP BUILD WORK   prints TAP
Fenced blocks: sh (exit=N), text (what the last commands said; … stands for any lines), and files: file= writes, append= adds at the
end, line=N file= puts the block in place of that line. A po block holds samples; the rest is filled in with the texts themselves.
"""
import contextlib
import datetime
import io
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from fcntl import ioctl

sys.dont_write_bytecode = True # the sources may be read-only
top, build, work = (os.path.abspath(path) for path in sys.argv[1:])
LANGUAGES = {"en": "authoring.md", "ru": "authoring.ru.md", "uz": "authoring.uz.md"}
FILES = ("yaml", "csv", "po")
count = 0


def verdict(right, name, said=""):
    global count
    count += 1
    print(f"{'ok' if right else 'not ok'} {count} - {name}")
    if not right:
        print("\n".join("# " + line for line in said.splitlines()))
    return right


def blocks(path):
    """Of each fenced block its language, its options, its lines and the line of the handbook where it begins."""
    found, lines = [], open(path, encoding="utf-8").read().split("\n")
    begin = None
    for number, line in enumerate(lines, 1):
        if not line.startswith("```"):
            continue
        if begin is None:
            begin = number
        else:
            words = lines[begin - 1][3:].split()
            options = dict(word.split("=", 1) for word in words[1:])
            found.append((words[0] if words else "", options, lines[begin:number - 1], begin))
            begin = None
    return found


def terminal(command, folder, language):
    """Runs a command in a terminal of 80 columns; what it said and its exit code."""
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.environ.update(LANGUAGE=language, TERM="xterm", PATH=work + "/bin:" + os.environ["PATH"])
        os.execl("/bin/sh", "sh", "-c", command)
    ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    said = b""
    while True:
        try:
            part = os.read(fd, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(fd)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return said.decode().replace("\r\n", "\n").rstrip("\n"), code


def same(shown, said):
    """Whether the lines of the handbook are what was said; a line … stands for any lines."""
    parts = [re.escape(line.rstrip()) if line != "…" else None for line in shown]
    expression = "".join(r"(?:.*\n)*" if part is None else part + r"\n" for part in parts)
    return re.fullmatch(expression, "".join(line.rstrip() + "\n" for line in said.split("\n"))) is not None


def write(kind, options, lines, folder):
    name = options.get("file") or options["append"]
    path = os.path.join(folder, name)
    # the reader writes the day on which it is read
    lines = [re.sub(r"(checked-on: )\d{4}-\d\d-\d\d", rf"\g<1>{datetime.date.today()}", line) for line in lines]
    if "line" in options:
        old = open(path, encoding="utf-8").read().split("\n")
        at = int(options["line"]) - 1
        old[at:at + 1] = lines
        lines = old[:-1]
    elif "append" in options:
        lines = open(path, encoding="utf-8").read().split("\n")[:-1] + lines
    text = "\n".join(lines) + "\n"
    if kind == "po":
        text = translated(text, folder, os.path.basename(path)[:-3])
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def translated(samples, folder, language):
    """The samples, and for all other texts what Poedit does with Copy from source text."""
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    with open(folder + "/samples.po", "w", encoding="utf-8") as file:
        file.write(head + samples)
    template = [name for name in os.listdir(folder) if name.endswith(".pot")][0]
    subprocess.run(["msgen", "-o", "copied.po", template], cwd=folder, check=True)
    return subprocess.run(["msgcat", "--use-first", "--no-wrap", "samples.po", "copied.po"], cwd=folder, check=True, capture_output=True, text=True).stdout


def as_learner(folder):
    """What the handbook asks of its reader in the store for trial: the unit and its check to their ends, and one report."""
    sys.path.insert(0, f"{top}/tests/infra")
    import robot
    session = robot.Session(f"{build}/src/safar", f"{folder}/trial.db")
    session.page()
    for line in ("4", "1001", "402817"):
        page = session.send(line)
    unit = robot.unit_read(f"{folder}/dutch-warehouse/loading")
    page, pages = robot.take_lesson(session, page, unit, {"ask-help": ["Kunt u helpen?", "F6", ""]})
    verdict(pages > 12, f"the lesson opens and is walked to its end ({pages} pages)", page)
    with contextlib.redirect_stdout(io.StringIO()) as result:
        page, passed = robot.take_check(session, page, unit)
    verdict(passed, "and its check is passed", result.getvalue())


def follow(language, path):
    folder = f"{work}/{language}"
    os.mkdir(folder)
    said = ""
    for kind, options, lines, begin in blocks(path):
        place = f"{os.path.basename(path)}:{begin}"
        if kind == "sh":
            said = []
            for command in lines:
                if command == "safar --store trial.db":
                    as_learner(folder)
                    continue
                output, code = terminal(command, folder, language)
                said.append(output)
                wanted = int(options.get("exit", 0))
                verdict(code == wanted, f"{place}: {command}", f"exit {code} instead of {wanted}\n{output}")
                if " try " in command:
                    verdict("✗" not in output and "≈" not in output, f"{place}: nothing to mend is shown", output)
            # a machine without the dictionary of the language says so once more
            said = "\n".join(line for part in said if part for line in part.split("\n") if "hunspell" not in line)
        elif kind == "text":
            verdict(same(lines, said), f"{place}: it is what was said", said)
        elif kind in FILES:
            write(kind, options, lines, folder)
        else:
            verdict(False, f"{place}: a block of kind '{kind}'")
    return folder


def main():
    books = {language: blocks(f"{top}/doc/{name}") for language, name in LANGUAGES.items()}
    for language, name in LANGUAGES.items():
        there = [(kind, options, lines if kind != "text" else []) for kind, options, lines, _ in books[language]]
        here = [(kind, options, lines if kind != "text" else []) for kind, options, lines, _ in books["en"]]
        different = next((str(pair) for pair in zip(there, here) if pair[0] != pair[1]), f"{len(there)} blocks, not {len(here)}")
        verdict(there == here, f"{name} has the same commands and files", different)
        folder = follow(language, f"{top}/doc/{name}")
        output, _ = terminal("safar --store trial.db pack list", folder, language)
        verdict(re.search(r"^dutch-warehouse +1\.0\.1 .* active", output, re.M), "the correction is what learners have", output)
    print(f"1..{count}")


main()
