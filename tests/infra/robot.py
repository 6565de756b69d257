"""Takes unit checks in the line mode as a learner who knows everything, from the sources of the courses.

robot.py SAFAR STORE CODE PIN COURSE/UNIT…   COURSE is a folder; prints the last page of each check; exit 0 when all were passed
"""
import os
import re
import subprocess
import sys

import yaml


class Session:
    """One run of safar --plain: send a line, get the page that follows."""

    def __init__(self, safar, store):
        self.program = subprocess.Popen([safar, "--plain", "--store", store], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def page(self):
        text = b""
        # a prompt ends a page: "> " or "Your code > " at the beginning of a line, nothing behind it
        while not re.search(rb"(?:^|\n)[^\n]{0,40}> $", text):
            part = os.read(self.program.stdout.fileno(), 65536)
            if not part:
                raise SystemExit("the program ended:\n" + text.decode())
            text += part
        return text.decode()

    def send(self, line):
        self.program.stdin.write((line + "\n").encode())
        self.program.stdin.flush()
        return self.page()


def plain(text):
    """As it is shown: no markup, one space between words."""
    return " ".join(re.sub(r"[`*]", "", str(text)).split())


FACTS = {}
LESSON_MAX = 300


def pattern(text):
    """A regular expression for the text: short numbers among its facts as they are, any words for the others."""
    found = ""
    for i, part in enumerate(re.split(r"\{fact:([^}]*)\}", plain(text))):
        if i % 2 == 0:
            found += re.escape(part)
        else:
            value = FACTS.get(part, "")
            number = value.replace(".", "[.,]")
            found += rf"\D{{0,3}}{number}\D{{0,3}}?" if re.fullmatch(r"\d{1,3}(\.\d+)?", value) else ".+?"
    return found


def shown_form(form):
    """The form that is taught: optional parts in, first alternatives."""
    form = re.sub(r"\[([^|\]]*)\|[^\]]*\]", r"\1", form)
    return re.sub(r"[()]", "", form)


def one(value):
    return value[0] if isinstance(value, list) else value


def entries(page):
    """The numbered lines of a page: digit → text, lines that run on joined."""
    found, last = {}, None
    for line in page.splitlines():
        numbered = re.match(r"(\d+)\. (.*)", line)
        if numbered:
            last = numbered.group(1)
            found[last] = numbered.group(2)
        elif not line.strip():
            last = None
        elif last:
            found[last] += " " + line.strip()
    return {digit: plain(text) for digit, text in found.items()}


def digit_of(page, text):
    for digit, entry in entries(page).items():
        if re.match(pattern(text) + r"(?: \(.*\))?$", entry) or re.match(pattern(text) + ", ", entry):
            return digit
    raise SystemExit(f"'{text}' is not to be chosen on this page:\n{page}")


def step_text(step):
    return step["step"] if isinstance(step, dict) else step


def is_asked(item, page):
    """Whether the page asks this item."""
    whole = plain(page)
    texts = [item.get("ask", ""), item.get("statement", "")]
    if item["type"] in ("choice", "several", "picture"):
        texts += [option.get("right", option.get("wrong")) for option in item["options"]]
    elif item["type"] == "match":
        texts += [pair["left"] for pair in item["pairs"]] + [pair["right"] for pair in item["pairs"]]
    elif item["type"] == "order":
        texts += one(item["answer"]).split(" ")
    elif item["type"] == "reply":
        texts += [item["turns"][0]["say"]]
    elif item["type"] == "matrix":
        texts += [row["statement"] for row in item["rows"]]
    elif item["type"] == "order-steps":
        texts += [step_text(step) for step in item["steps"]]
    elif item["type"] == "translate":
        texts += shown_form(one(item["answer"])).split(" ")
    elif item["type"] in ("cloze", "bank"):
        texts += re.split(r"\{[^}]*\}", item["text"]) + [item.get("means", "")]
    return all(re.search(pattern(text), whole) for text in texts)


def answer(session, item, page):
    """Gives the right answer; the next page."""
    kind = item["type"]
    if kind in ("choice", "picture"):
        return session.send(digit_of(page, next(o["right"] for o in item["options"] if "right" in o)))
    if kind == "true-false":
        return session.send("1" if str(item["answer"]).lower() == "true" else "2")
    if kind == "several":
        for option in item["options"]:
            if "right" in option:
                page = session.send(digit_of(page, option["right"]))
        return session.send("")
    if kind == "reply":
        for turn in item["turns"]:
            if "answer" in turn:
                page = session.send(shown_form(one(turn["answer"])))
            else:
                page = session.send(digit_of(page, next(o["right"] for o in turn["options"] if "right" in o)))
        return page
    if kind == "number":
        return session.send(f"{item['answer']['value']} {one(item['answer'].get('unit', ''))}")
    if kind in ("typed", "sentence"):
        return session.send(shown_form(one(item["answer"])))
    if kind == "cloze":
        for gap in re.findall(r"\{([^}]*)\}", item["text"]):
            page = session.send(shown_form(gap.split("|")[0]))
        return page
    if kind == "match":
        for pair in item["pairs"]:
            page = session.send(digit_of(page, pair["right"]))
        return session.send("")
    if kind == "matrix":
        columns = item.get("columns", ["true", "false"])
        for row in item["rows"]:
            page = session.send(str(1 + columns.index(row["answer"])))
        return session.send("")
    if kind == "order-steps":
        for step in item["steps"]:
            page = session.send(digit_of(page, step_text(step)))
        return session.send("0")
    if kind == "bank":
        for gap in re.findall(r"\{([^}]*)\}", item["text"]):
            page = session.send(digit_of(page, shown_form(gap.split("|")[0])))
        return session.send("")
    if kind == "translate":
        if entries(page):  # words to choose from; the program remembers which way was taken last
            session.send(":switch")
        return session.send(shown_form(one(item["answer"])))
    if kind == "order":
        # a French sign at the end belongs to its word
        for word in re.split(r" (?![?!;:]$)", one(item["answer"])):
            page = session.send(digit_of(page, word))
        return session.send("")
    raise SystemExit(f"no way to answer '{kind}'")


def unit_digit(page, unit):
    """The digit of a unit on the page of all units, where each course stands under its title."""
    under = page.split("\n" + unit["course"] + "\n", 1)[-1].split("\n\n", 1)[0]
    for digit, entry in entries(under).items():
        if f"· {unit['title']}," in entry:
            return digit
    raise SystemExit(f"the unit '{unit['title']}' is not offered:\n{page}")


def take_check(session, page, unit):
    """From the home screen through one check, back to the home screen."""
    page = session.send(digit_of(page, "All units"))
    page = session.send(unit_digit(page, unit))
    page = session.send(digit_of(page, "Unit check"))
    page = session.send("")
    for _ in range(int(unit["check"]["draw"])):
        asked = [item for item in unit["check"]["bank"] if is_asked(item, page)]
        if not asked:
            raise SystemExit(f"no item of the bank is asked here:\n{page}")
        page = answer(session, max(asked, key=lambda item: len(str(item))), page)
    print(page)
    return session.send("0"), "Passed." in page


def exercises_of(unit):
    """All exercises that a lesson asks."""
    for part in unit["parts"]:
        if "exercise" in part:
            yield part["exercise"]
        for kind in ("dialogue", "listen"):
            yield from part.get(kind, {}).get("ask", [])


def take_lesson(session, page, unit, first=None):
    """From the home screen through all steps of one lesson, back to the home screen, and how many pages that took.
    `first` maps ids of exercises to the lines that are sent before the right answer, each of which leads to a page."""
    page = session.send(digit_of(page, "All units"))
    page = session.send(unit_digit(page, unit))
    page = session.send(digit_of(page, "Begin"))
    left, pages, sent = list(exercises_of(unit)), 0, ""
    while "Esc leave" in page and pages < LESSON_MAX:
        pages += 1
        asked = [item for item in left if is_asked(item, page)]
        if asked:
            item = max(asked, key=lambda item: len(str(item)))
            lines = (first or {}).pop(item["id"], None)
            if lines:
                for line in lines:
                    page = session.send(line)
                continue
            left.remove(item)
            page = answer(session, item, page)
        else:
            # a page to read, or a drill of the program's own making: any answer will do, and Enter where one is not enough
            sent = "1" if "Enter answer" in page and sent == "" else ""
            page = session.send(sent)
    if left or "You have done every page" not in page:
        raise SystemExit(f"the lesson did not come to its end:\n{page}")
    return session.send("0"), pages


def unit_read(path):
    """The sources of COURSE/UNIT, every scalar as text, with the title of its course."""
    course, name = path.rsplit("/", 1)
    with open(f"{course}/units/{name}.yaml", encoding="utf-8") as file:
        unit = yaml.load(file, Loader=yaml.BaseLoader)
    with open(f"{course}/pack.yaml", encoding="utf-8") as file:
        unit["course"] = yaml.load(file, Loader=yaml.BaseLoader)["title"]
    FACTS.clear()
    if os.path.exists(f"{course}/facts.yaml"):
        with open(f"{course}/facts.yaml", encoding="utf-8") as file:
            FACTS.update({name: fact["value"] for name, fact in yaml.load(file, Loader=yaml.BaseLoader).items()})
    return unit


def main(safar, store, code, pin, *paths):
    session = Session(safar, store)
    session.page()
    for line in ("4", code, pin):
        page = session.send(line)
    passed = True
    for path in paths:
        page, well = take_check(session, page, unit_read(path))
        passed = passed and well
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
