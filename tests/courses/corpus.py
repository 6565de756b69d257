"""Reads the sources of a course for the checks of this folder: every text with its place, its language and what it is for."""
import os
import re
import subprocess
from dataclasses import dataclass, field

import polib
import yaml

# Keys whose text is in the taught language, wherever they stand.
TAUGHT_KEYS = {"term", "plural", "example", "say", "use"}
# Keys of exercises whose text is in the taught language, by type.
TAUGHT_ANSWERS = {
    "typed": {"answer"},
    "sentence": {"answer"},
    "translate": {"answer", "extra"},
    "order": {"answer", "extra"},
    "cloze": {"text"},
    "bank": {"text", "extra"},
    "reply": {"form"},
}
# Keys whose text nobody reads as language.
OTHER_KEYS = {"id", "type", "pos", "minutes", "draw", "points", "of", "shuffle", "case", "accents", "articles", "punctuation", "words", "phrases",
              "count", "times", "file", "part", "credit", "only", "value", "unit", "tolerance", "drawing", "who", "columns"}
# Keys of exams whose text is an id or a number.
EXAM_KEYS = OTHER_KEYS | {"topic", "skill", "answer"}
CODE = re.compile(r"`[^`]*`")


@dataclass
class Text:
    """One text of the sources. `path` are the keys that lead to it; `kind` is taught, source or translation."""
    file: str
    line: int
    kind: str
    language: str
    text: str
    path: tuple = ()

    def place(self):
        return f"{self.file}:{self.line}"


@dataclass
class Item:
    """One exercise with the place it has in its unit."""
    file: str
    line: int
    node: dict
    bank: bool
    order: int

    def place(self):
        return f"{self.file}:{self.line} {self.node.get('id', '?')}"


@dataclass
class Unit:
    name: str
    file: str
    tree: dict
    texts: list = field(default_factory=list)
    items: list = field(default_factory=list)
    own_language: bool = False  # an exam that asks in the taught language


def plain_tree(node):
    """A YAML node as dicts, lists and texts; every dict knows its line under the key None."""
    if isinstance(node, yaml.MappingNode):
        made = {key.value: plain_tree(value) for key, value in node.value}
        made[None] = node.start_mark.line + 1
        return made
    if isinstance(node, yaml.SequenceNode):
        return [plain_tree(value) for value in node.value]
    return node.value


def read_yaml(path):
    with open(path, encoding="utf-8") as file:
        return yaml.compose(file, Loader=yaml.BaseLoader)


class Course:
    """A pack's folder: its units in order, its facts, its translations."""

    def __init__(self, folder):
        self.folder = folder
        self.name = os.path.basename(folder.rstrip("/"))
        self.head = plain_tree(read_yaml(f"{folder}/pack.yaml"))
        self.kind = self.head["kind"]
        self.teaches = self.head.get("teaches", "").split("-")[0]
        self.units = [self.unit("units", name) for name in self.head.get("units", [])]
        self.exams = [self.unit("exams", name) for name in self.head.get("exams", [])]
        self.catalogues = {}
        for language in ("uz", "ru"):
            path = f"{folder}/po/{language}.po"
            if os.path.exists(path):
                self.catalogues[language] = polib.pofile(path)

    def unit(self, folder, name):
        """One document with exercises: a unit or an exam."""
        file = f"{self.folder}/{folder}/{name}.yaml"
        root = read_yaml(file)
        unit = Unit(name, file, plain_tree(root), own_language=folder == "exams" and any(key.value == "language" for key, _ in root.value))
        self.walk(unit, root, (), None)
        self.exercises(unit, unit.tree, False)
        return unit

    def walk(self, unit, node, path, taught):
        """Collects the texts under a node; `taught` are the keys of an exercise that hold the taught language."""
        if isinstance(node, yaml.MappingNode):
            keys = {key.value: value for key, value in node.value}
            if "type" in keys and isinstance(keys["type"], yaml.ScalarNode):
                taught = TAUGHT_ANSWERS.get(keys["type"].value, set())
            for key, value in node.value:
                self.walk(unit, value, path + (key.value,), taught)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                self.walk(unit, value, path, taught)
        else:
            self.text(unit, node, path, taught or set())

    def text(self, unit, node, path, taught):
        key = path[-1]
        line = node.start_mark.line + 1
        if key in TAUGHT_KEYS or key in taught or unit.own_language and {"bank", "scripts"} & set(path) and key not in EXAM_KEYS:
            if "not" not in path:
                unit.texts.append(Text(unit.file, line, "taught", self.teaches, node.value, path))
        elif key not in OTHER_KEYS:
            unit.texts.append(Text(unit.file, line, "source", "en", node.value, path))
            for code in CODE.findall(node.value):
                unit.texts.append(Text(unit.file, line, "taught", self.teaches, code[1:-1], path))

    def exercises(self, unit, node, bank):
        """Every mapping with a type is an exercise; those under `bank` belong to the check."""
        if isinstance(node, dict):
            if isinstance(node.get("type"), str):
                unit.items.append(Item(unit.file, node[None], node, bank, len(unit.items)))
            for key, value in node.items():
                self.exercises(unit, value, bank or key == "bank")
        elif isinstance(node, list):
            for value in node:
                self.exercises(unit, value, bank)

    def translations(self, language):
        """Texts of a catalogue: what is in backticks and facts left out."""
        catalogue = self.catalogues.get(language)
        for entry in catalogue or []:
            if entry.msgstr and not entry.obsolete:
                yield Text(f"{self.folder}/po/{language}.po", entry.linenum, "translation", language, entry.msgstr, (entry.msgctxt, entry.msgid))


def bare(text):
    """Without taught words, facts and signs of Markdown."""
    return re.sub(r"\{fact:[^}]*\}", " ", CODE.sub(" ", text))


def variants(pattern):
    """The words of a pattern: of (…) both with and without, of [a|b] all."""
    text = re.sub(r"<[a-z]+>", " ", pattern)
    return re.sub(r"[\[\]|{}]", " ", re.sub(r"[()]", "", text)) + " " + re.sub(r"[\[\]|{}]", " ", re.sub(r"\([^)]*\)", "", text))


WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ][^\W\d_]+)*['’ʼ]?", re.UNICODE)


def words_of(text):
    return WORD.findall(text)


def cyrillic(program, text):
    """Uzbek Latin in Cyrillic by the program's own rules; `text` has one word a line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    catalogue = f'msgid "x"\nmsgstr "{escaped}"\n'
    done = subprocess.run([program], input=catalogue, capture_output=True, text=True, check=True).stdout
    quoted = re.findall(r'^(?:msgstr )?"(.*)"$', done.split("msgstr", 1)[1], re.M)
    return "".join(quoted).replace('\\"', '"').replace("\\n", "\n")
