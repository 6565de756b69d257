"""courses/GLOSSARY.tsv: one word for one thing in all courses, and where a course departs from it."""
import re

from corpus import bare

COLUMNS = ("en", "uz", "ru", "nl", "fr", "de")
TERMS = 150
WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ'’][^\W\d_]+)*", re.UNICODE)


class Glossary:
    """Rows of the table; a cell may hold several forms with | between them, the first is the one to prefer."""

    def __init__(self, path):
        self.rows, self.faults = [], []
        with open(path, encoding="utf-8") as file:
            lines = [line.rstrip("\n") for line in file]
        if lines[0].split("\t") != list(COLUMNS):
            self.faults.append(f"{path}:1: the first line names the columns {' '.join(COLUMNS)}")
        for number, line in enumerate(lines[1:], 2):
            cells = line.split("\t")
            if len(cells) != len(COLUMNS) or not all(cells):
                self.faults.append(f"{path}:{number}: not {len(COLUMNS)} filled columns")
                continue
            self.rows.append({name: cell.split("|") for name, cell in zip(COLUMNS, cells)})
        terms = [row["en"][0] for row in self.rows]
        self.faults += [f"{path}: '{t}' stands twice" for t in sorted({t for t in terms if terms.count(t) > 1})]
        if len(terms) < TERMS:
            self.faults.append(f"{path}: {len(terms)} terms; there are to be {TERMS}")


def english(term):
    return re.compile(rf"(?<![\w-]){re.escape(term)}(?:s|es)?(?![\w-])", re.IGNORECASE)


def begins_alike(word, term, language):
    """Whether a word of a text can be a form of a word of a term: both languages change the end of a word."""
    word, term = word.lower(), term.lower()
    kept = len(term) - (1 if len(term) < 5 else 2 if language == "uz" else 3 if len(term) > 6 else 2)
    return word[: max(kept, min(3, len(term)))] == term[: max(kept, min(3, len(term)))]


def stands_in(text, term, language):
    words = WORD.findall(text)
    return all(any(begins_alike(word, part, language) for word in words) for part in WORD.findall(term))


def departures(glossary, course, allowed):
    """Translations of a text with a term of the glossary that do not use the glossary's word."""
    for language in course.catalogues:
        for text in course.translations(language):
            source = bare(text.path[1])
            # the longest terms first, so that "night shift" is not also asked for as "shift"
            for row in sorted(glossary.rows, key=lambda r: -len(r["en"][0])):
                hits = [en for en in row["en"] if english(en).search(source)]
                if not hits:
                    continue
                source = english(hits[0]).sub(" ", source)
                if (course.name, language, row["en"][0], text.path[0]) in allowed:
                    continue
                if not any(stands_in(bare(text.text), term, language) for term in row[language]):
                    yield f"{text.place()}: {text.path[0]}: '{row['en'][0]}' is '{row[language][0]}' in the glossary, not in this translation"


def taught(glossary, course):
    """Words of a language course whose meaning is a term: the taught word has to be the glossary's."""
    rows = {en: row for row in glossary.rows for en in row["en"]}
    for unit in course.units:
        for part in unit.tree.get("parts", []):
            for word in part.get("words", {}).get("list", []) if isinstance(part.get("words"), dict) else []:
                row = rows.get(word["means"])
                if row and not any(form in re.split(r",\s*", word["term"]) for form in row[course.teaches]):
                    yield f"{unit.file}:{word[None]}: '{word['term']}': the glossary has '{row[course.teaches][0]}' for '{word['means']}'"


def read_allowed(path):
    """Departures that were looked at and are right: course, language, term, context, why."""
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {tuple(row[:4]) for row in rows}
