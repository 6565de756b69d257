"""What a teacher looks for in a course: new words come back, keys give nothing away, nothing is asked twice."""
import re
from collections import Counter, defaultdict
from itertools import dropwhile

from corpus import variants, words_of

# A taught word has to come back at least so often after it was introduced.
RETURNS = 2
# Of so many questions with one right option or more, keys must be spread.
FEW = 6
ARTICLES = {"de", "het", "een", "le", "la", "les", "un", "une", "der", "die", "das", "ein", "eine", "zich", "se", "sich", "l", "s"}
LONGEST_TYPED = 15
BY_UNIT = {"language": {"words": 25, "phrases": 15, "dialogues": 2, "exercises": 20, "bank": 20, "listening": 1, "roles": 2},
           "workplace": {"read": 8, "exercises": 20, "bank": 20},
           "conduct": {"read": 8, "exercises": 20, "bank": 20}}
# The unit of letters teaches signs, not words.
LETTERS = "letters"


def entries(unit, kind):
    for part in unit.tree.get("parts", []):
        for name, value in part.items():
            if name == kind:
                yield value


def listed(unit, kind):
    return [entry for part in entries(unit, kind) for entry in part.get("list", [])]


def shapes(word, forms):
    """The forms a word may have in a text, in small letters."""
    found = set()
    for key in ("term", "plural"):
        for piece in re.split(r",\s*", word.get(key, "")):
            # only in front: "de" is an article in Dutch and a word inside terms in French
            tokens = list(dropwhile(ARTICLES.__contains__, tokens_of(piece)))
            if tokens:
                found.add(" ".join(tokens))
    for shape in list(found):
        found |= forms.get(shape, set())
    return found


def read_forms(path, language):
    """Irregular forms by word."""
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {word: set(forms.split()) for tag, word, forms in rows if tag == language}


def tokens_of(text):
    """Words in small letters, what stands before an apostrophe on its own."""
    return [w.lower().strip("'") for w in words_of(text.replace("'", "' ").replace("’", "' "))]


def loose(pattern):
    return " " + " ".join(tokens_of(variants(pattern))) + " "


def occurrence_lines(course):
    """Every taught text of the course in its order: (unit number, line, text)."""
    return [(n, t.line, loose(t.text), t.path) for n, unit in enumerate(course.units) for t in unit.texts if t.kind == "taught"]


def stem_match(shape, text, pos):
    """The form itself, or for verbs and adjectives a form that begins like it."""
    if f" {shape} " in text:
        return True
    if pos not in ("verb", "adjective") or " " in shape or len(shape) < 4:
        return False
    stem = re.sub(r"(en|er|ir|re|eux|n)$", "", shape)
    stem = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
    return len(stem) >= 3 and re.search(rf" (ge)?{re.escape(stem)}", text) is not None


def returning(course, forms):
    """Words that do not come back, or whose first use is in an exercise that stands before their introduction."""
    texts = occurrence_lines(course)
    for number, unit in enumerate(course.units):
        drilled = [part[None] for part in entries(unit, "practise")]
        for word in listed(unit, "words") if unit.name != LETTERS else []:
            line, end = word[None], word[None] + len(word) - 2
            met = [(n, l, path) for n, l, t, path in texts if any(stem_match(s, t, word.get("pos")) for s in shapes(word, forms))]
            after = len({(n, l) for n, l, path in met if (n, l) > (number, end)}) + sum(l > line for l in drilled)
            if after < RETURNS:
                yield f"{unit.file}:{line}: '{word['term']}' comes back {after} times after it was introduced; let it return at least {RETURNS} times"
            first = min(met, default=None)
            if first and first[:2] < (number, line) and {"exercise", "ask", "bank"} & set(first[2]):
                yield f"{course.units[first[0]].file}:{first[1]}: an exercise is the first to use '{word['term']}', which line {line} introduces"


def choices(unit):
    return [i for i in unit.items if i.node["type"] == "choice"]


def shown_length(text):
    return len(re.sub(r"[`*]", "", text))


def keys(course):
    """Right options that stand mostly in one place, or are mostly the longest."""
    for unit in course.units + course.exams:
        places, longest, counted = Counter(), 0, 0
        for item in choices(unit):
            options = item.node["options"]
            right = next((n for n, o in enumerate(options) if "right" in o), None)
            if right is None:
                continue
            counted += 1
            places[right] += 1
            lengths = [shown_length(o.get("right", o.get("wrong", ""))) for o in options]
            longest += lengths[right] > max(l for n, l in enumerate(lengths) if n != right)
        if counted < FEW:
            continue
        place, often = places.most_common(1)[0]
        if often * 2 > counted:
            yield f"{unit.file}: of {counted} questions {often} have their right option in place {place + 1}; spread them"
        if longest * 2 > counted:
            yield f"{unit.file}: in {longest} of {counted} questions the right option is the longest; lengthen others"
        truths = Counter(str(i.node["answer"]).lower() for i in unit.items if i.node["type"] == "true-false")
        if sum(truths.values()) >= FEW and max(truths.values()) * 4 > sum(truths.values()) * 3:
            yield f"{unit.file}: true-false answers are {dict(truths)}; even them out"


def flat(value):
    if isinstance(value, dict):
        return tuple(sorted((k, flat(v)) for k, v in value.items() if k is not None and k not in ("id", "why", "explain", "hint", "points")))
    return tuple(sorted((flat(v) for v in value), key=repr)) if isinstance(value, list) else value


def duplicates(course):
    """The same exercise, word or phrase twice."""
    seen = {}
    for unit in course.units + course.exams:
        for item in unit.items:
            first = seen.setdefault(flat(item.node), item)
            if first is not item:
                yield f"{item.place()}: the same exercise as {first.place()}"
    for kind, key in (("words", "term"), ("phrases", "say")):
        met = {}
        for unit in course.units:
            for entry in listed(unit, kind):
                text = repr(entry[key])
                if text in met:
                    yield f"{unit.file}:{entry[None]}: {text} stands already at {met[text]}"
                met.setdefault(text, f"{unit.file}:{entry[None]}")


def long_typed(course):
    for unit in course.units + course.exams:
        for item in unit.items:
            if item.node["type"] != "typed":
                continue
            answer = item.node["answer"]
            first = re.sub(r"[()]", "", re.sub(r"\[([^|\]]*)[^\]]*\]", r"\1", answer[0] if isinstance(answer, list) else answer))
            if len(first) > LONGEST_TYPED:
                yield f"{item.place()}: '{first}' is longer than {LONGEST_TYPED} characters to type"


def count(unit):
    room = unit.tree.get("room", {})
    return {
        "minutes": int(unit.tree.get("minutes", 0)),
        "read": len(list(entries(unit, "read"))),
        "words": len(listed(unit, "words")),
        "phrases": len(listed(unit, "phrases")),
        "dialogues": len(list(entries(unit, "dialogue"))),
        "listening": len(list(entries(unit, "listen"))),
        "practice": len(list(entries(unit, "practise"))),
        "exercises": sum(not i.bank for i in unit.items),
        "bank": sum(i.bank for i in unit.items),
        "roles": len(room.get("roles", [])),
        "repeat": len(room.get("repeat", [])),
    }


def too_few(course):
    """Units with less than a unit is to have."""
    for unit in course.units:
        has = count(unit)
        for what, least in BY_UNIT.get(course.kind, {}).items():
            if unit.name == LETTERS and what in ("words", "phrases", "dialogues", "listening", "roles"):
                continue
            if has[what] < least:
                yield f"{unit.file}: {has[what]} {what}; a unit has at least {least}"


def table(courses):
    """The counts as lines of a table."""
    names = list(count(courses[0].units[0]))
    rows = [["unit"] + names]
    total = defaultdict(int)
    for course in courses:
        for unit in course.units:
            has = count(unit)
            rows.append([f"{course.name}/{unit.name}"] + [str(has[n]) for n in names])
            for n in names:
                total[n] += has[n]
    rows.append(["all"] + [str(total[n]) for n in names])
    widths = [max(len(row[i]) for row in rows) for i in range(len(names) + 1)]
    return ["  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))) for row in rows]
