"""Spelling of the courses with hunspell: the taught words, Russian, and Uzbek by way of its Cyrillic."""
import os
import re
import subprocess

from corpus import bare, cyrillic, variants, words_of

DICTIONARIES = {"nl": "nl", "fr": "fr", "de": "de_DE", "ru": "ru_RU", "uz": "uz_UZ"}
TAUGHT = ("nl", "fr", "de")
CYRILLIC = re.compile("[\u0400-\u04ff]")

# Endings of Uzbek in Cyrillic, several of which may follow each other. The dictionary knows most stems and few of their forms.
ENDINGS = sorted(
    set(
        "да дан га ка қа ни нинг лар и си м им инг нг имиз миз ингиз нгиз даги дек ли лик ман сан сиз ми чи моқ моқчи иш ш ди ган гач гунча "
        "масдан май мас маслик ма маган майди манг са сангиз айман йман яман аман амиз ймиз ямиз аётган япсан сагина асиз йсиз ясиз асан йсан адиган йдиган ади йди яди ётган япти "
        "япсиз япман инг иб б ай й ин ил гача ча роқ нчи вер авер ёқ лаш лан ла гандан ганда увчи ув вчи дир тир".split()
    ),
    key=len,
    reverse=True,
)
# What makes a verb of a bare stem as the dictionary has it.
STEM_FORMS = ("", "ш", "иш", "моқ", "ди")


class Dictionary:
    """One language: hunspell's dictionary and the reviewed list of additions."""

    def __init__(self, language, folder):
        self.language = language
        self.additions = set()
        for name in (language, "any"):
            with open(os.path.join(folder, "additions", f"{name}.txt"), encoding="utf-8") as file:
                lines = (line.split("#")[0].strip() for line in file)
                self.additions |= {line for line in lines if line}

    def unknown_to_hunspell(self, words):
        done = subprocess.run(["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[self.language]], input="\n".join(sorted(words)) + "\n",
                              capture_output=True, text=True, check=True)
        return set(done.stdout.split("\n")) - {""}

    def unknown(self, words):
        """Of the words those that neither knows."""
        left = self.unknown_to_hunspell({w for w in words if len(w) > 1})
        left = {w for w in left if w not in self.additions and w[:1].lower() + w[1:] not in self.additions}
        return self.without_endings(left) if self.language == "uz" else left

    def without_endings(self, words):
        stems = {word: stems_of(word) for word in words}
        tried = {stem + form for word in words for stem in stems[word] for form in STEM_FORMS}
        known = tried - self.unknown_to_hunspell(tried)
        added = {w.lower() for w in self.additions}
        return {w for w in words if not any(s in added or any(s + f in known for f in STEM_FORMS) for s in stems[w])}


def stems_of(word, depth=4):
    """What may be left of an Uzbek word when endings are taken off; к and қ before a vowel have become г and ғ."""
    found, last = {word.lower()}, {word.lower()}
    for _ in range(depth):
        last = {w[: -len(e)] for w in last for e in ENDINGS if w.endswith(e) and len(w) - len(e) >= 2}
        last |= {w[:-1] + {"г": "к", "ғ": "қ"}[w[-1]] for w in last if w[-1] in "гғ"}
        found |= last
    return found


def taught_words(course):
    """language (or None where a text mixes them) → word → first place."""
    found = {}
    for unit in course.units + course.exams:
        for text in unit.texts:
            if text.kind == "taught":
                for word in words_of(variants(text.text)):
                    found.setdefault(word, text.place())
    return found


def translated_words(course, language, transliterate):
    found = {}
    for text in course.translations(language):
        for word in words_of(bare(text.text)):
            found.setdefault(word.replace("’", "ʼ"), text.place())
    if language == "uz":
        latin = sorted(w for w in found if w[0].isascii() or w[0] in "ʻʼ")
        found = {c: f"{found[l]} ({l})" for l, c in zip(latin, cyrillic(transliterate, "\n".join(latin)).split("\n"))}
    return found


def place_of(words, unknown):
    """Hunspell names only the part of a word that it does not know."""
    return words.get(unknown) or next(words[w] for w in words if unknown in w)


def complaints(course, folder, transliterate):
    """Sentences of what is spelt as nobody knows it."""
    words = taught_words(course)
    languages = [course.teaches] if course.teaches else TAUGHT
    left = set(words)
    for language in languages:
        left &= Dictionary(language, folder).unknown(left)
    for word in sorted(left):
        yield f"{place_of(words, word)}: '{word}' is not a word of {' or '.join(languages)}"
    for language in course.catalogues:
        words = translated_words(course, language, transliterate)
        for word in sorted(Dictionary(language, folder).unknown(words)):
            if CYRILLIC.match(word):
                yield f"{place_of(words, word)}: '{word}' is not a word of {language}"
