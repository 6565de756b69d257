"""Simulated learners: they walk through every page, exercise and drill of a unit in the line mode, from the sources of the course.

walk.py SAFAR STORE CODE PIN ERR COURSE/UNIT…   ERR 0: knows everything; N: chooses wrongly at every Nth question it meets for the first time
"""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "infra"))

from robot import Session, answer, digit_of, entries, is_asked, one, pattern, plain, shown_form, unit_digit, unit_read  # noqa: E402

# So many pages and no end: something goes round in a circle.
PAGES_MAX = 600
PLACE = re.compile(r", (\d+ of \d+|\d+ left|repetition)\b[^\n]*\.")
RECOGNISE, CHOOSE, MATCH, BUILD, TYPE = (
    "What does this mean: ", "How do you say: ", "Match each with what it means.", "Say it with these words: ", "Type it in the language you learn: ")


def exercises(unit):
    """All exercises that stand in the lesson, in order."""
    for part in unit["parts"]:
        for kind, value in part.items():
            if kind == "exercise":
                yield value
            elif isinstance(value, dict):
                yield from value.get("ask", [])


def vocabulary(course):
    """What is taught in the course so far or later: taught text → meaning, each as shown."""
    found = []
    for name in sorted(os.listdir(f"{course}/units")):
        if not name.endswith(".yaml"):
            continue
        for part in unit_read(f"{course}/{name[:-5]}")["parts"]:
            for kind, value in part.items():
                for entry in value.get("list", []) if kind in ("words", "phrases") else []:
                    found.append((entry["term"] if kind == "words" else shown_form(one(entry["say"])), entry["means"]))
                    if "example" in entry:
                        found.append((entry["example"], entry["example-means"]))
    return [(plain(taught), plain(means)) for taught, means in found]


class Learner:
    def __init__(self, session, err):
        self.session, self.err, self.met = session, err, set()
        self.wrong, self.drilled = 0, 0

    def errs(self, question):
        """Whether this is the time for a mistake: never twice at the same question."""
        if not self.err or question in self.met:
            return False
        self.met.add(question)
        return len(self.met) % self.err == 0

    def mistake(self, page, right):
        """Chooses anything but the right one."""
        other = next(digit for digit in entries(page) if digit != right)
        self.wrong += 1
        return self.session.send(other)

    def choose(self, page, question, right):
        return self.mistake(page, right) if self.errs(question) else self.session.send(right)

    def drill(self, page, words):
        """Answers a drill; None if the page is none."""
        whole = plain(page)
        for start in (RECOGNISE, CHOOSE, BUILD, TYPE):
            if start in whole:
                return self.drill_one(page, whole.split(start, 1)[1], start, words)
        return self.drill_match(page, words) if MATCH in whole else None

    def drill_one(self, page, asked, kind, words):
        side = 0 if kind == RECOGNISE else 1
        fitting = [w for w in words if asked.startswith(w[side])]
        if not fitting:
            raise SystemExit(f"no word of the course is drilled here:\n{page}")
        longest = max(len(w[side]) for w in fitting)
        self.drilled += 1
        for word in fitting:
            if len(word[side]) < longest:
                continue
            if kind == TYPE:
                return self.session.send(word[0].split(", ")[0])
            if kind == BUILD:
                tokens = re.split(r" (?![?!;:]$)", word[0])
                if all(token in entries(page).values() for token in tokens):
                    for token in tokens:
                        page = self.session.send(digit_of(page, token))
                    return self.session.send("")
            else:
                for digit, text in entries(page).items():
                    if text == word[1 - side]:
                        return self.choose(page, asked, digit)
        raise SystemExit(f"the right answer is not offered here:\n{page}")

    def drill_match(self, page, words):
        """Pairs: the left sides are numbered behind the right ones."""
        self.drilled += 1
        lines = entries(page)
        lefts = [text for text in lines.values() if text.endswith("…") or ", …" in text]
        for left in lefts:
            taught = plain(left.split(", …")[0])
            means = {m for t, m in words if t == taught}
            page = self.session.send(next(d for d, text in lines.items() if text in means))
        return self.session.send("")

    def exercise(self, page, items):
        asked = [item for item in items if item["type"] != "card" and is_asked(item, page)]
        if not asked:
            return None
        item = max(asked, key=lambda i: len(str(i)))
        if item["type"] in ("choice", "picture"):
            right = digit_of(page, next(o["right"] for o in item["options"] if "right" in o))
            return self.choose(page, item["id"], right)
        return answer(self.session, item, page)

    def step(self, page, items, words):
        """The page after this one."""
        if re.search(r"^[✓✗≈] ", page, re.M) or "\nEnter next," in page:
            return self.session.send("")
        if "1. I knew it" in page:
            return self.session.send("1")
        done = self.drill(page, words) or self.exercise(page, items)
        if done:
            return done
        if entries(page):
            raise SystemExit(f"nothing in the sources asks this:\n{page}")
        return self.session.send("")


def walk(learner, page, path):
    """From the home screen through one unit, back to the home screen."""
    unit = unit_read(path)
    items, words = list(exercises(unit)), vocabulary(path.rsplit("/", 1)[0])
    unit = unit_read(path)
    session = learner.session
    page = session.send(digit_of(page, "All units"))
    page = session.send(unit_digit(page, unit))
    page = session.send("1")
    pages = 0
    while PLACE.search(page.split("\n\n")[0] if page.strip() else ""):
        pages += 1
        if pages > PAGES_MAX:
            raise SystemExit(f"no end after {PAGES_MAX} pages:\n{page}")
        before, page = page, learner.step(page, items, words)
    if "You have done every page of this unit." not in page:
        raise SystemExit(f"the unit ended somewhere else:\n{before}\n---\n{page}")
    for _ in range(5):
        if "All units" in entries(page).values():
            return page, pages
        page = session.send("0")
    raise SystemExit(f"there is no way home from here:\n{page}")


def main(safar, store, code, pin, err, *paths):
    session = Session(safar, store)
    session.page()
    for line in ("4", code, pin):
        page = session.send(line)
    learner = Learner(session, int(err))
    for path in paths:
        page, pages = walk(learner, page, path)
        print(f"{path}: {pages} pages, {learner.drilled} drills, {learner.wrong} mistakes so far")
    if int(err) and not learner.wrong:
        raise SystemExit("no mistake was made")


if __name__ == "__main__":
    main(*sys.argv[1:])
