"""Checks the courses beyond what the pack checker knows, and prints TAP.

check.py COURSES TRANSLITERATE   COURSES is the folder of the courses, TRANSLITERATE the program that writes Uzbek Cyrillic
"""
import os
import sys

import glossary
import spelling
import teaching
from corpus import Course

HERE = os.path.dirname(os.path.abspath(__file__))


class Report:
    """TAP: one line for each check of each course, complaints below it."""

    def __init__(self):
        self.count, self.failed = 0, 0

    def add(self, name, complaints):
        found = list(complaints)
        self.count += 1
        self.failed += bool(found)
        print(f"{'not ok' if found else 'ok'} {self.count} - {name}")
        for complaint in found:
            print(f"# {complaint}")
        sys.stdout.flush()


def main(folder, transliterate):
    report = Report()
    names = sorted(n for n in os.listdir(folder) if os.path.exists(f"{folder}/{n}/pack.yaml"))
    courses = [Course(f"{folder}/{name}") for name in names]
    table = glossary.Glossary(f"{folder}/GLOSSARY.tsv")
    allowed = glossary.read_allowed(f"{HERE}/departures.tsv")
    report.add("the glossary is whole", table.faults)
    for course in courses:
        report.add(f"{course.name}: every word is spelt as a dictionary or a reviewed list has it", spelling.complaints(course, HERE, transliterate))
        report.add(f"{course.name}: terms as in the glossary", [*glossary.departures(table, course, allowed), *glossary.taught(table, course)])
        if not course.units:
            continue
        report.add(f"{course.name}: keys are spread and are not the longest option", teaching.keys(course))
        report.add(f"{course.name}: nothing stands twice", teaching.duplicates(course))
        report.add(f"{course.name}: a unit has all it should have", teaching.too_few(course))
        if course.teaches:
            forms = teaching.read_forms(f"{HERE}/forms.tsv", course.teaches)
            report.add(f"{course.name}: words come back after they are introduced, and not before", teaching.returning(course, forms))
            report.add(f"{course.name}: nothing long to type", teaching.long_typed(course))
    for line in teaching.table([c for c in courses if c.units]):
        print(f"# {line}")
    print(f"1..{report.count}")
    sys.exit(bool(report.failed))


main(*sys.argv[1:])
