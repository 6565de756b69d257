"""Runs doc/safar-pack.schema.json over the samples and prints TAP: what the checker accepts the schema accepts; what has a bad shape it refuses; of
other faults (references, answers, translations) it knows nothing."""
import json
import os
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML as an editor with a schema reads it, but for dates, which stay text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:timestamp"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def role(path):
    if path in ("pack.yaml", "facts.yaml"):
        return path[:-5]
    if path.endswith(".yaml") and path.startswith(("units/", "programmes/", "exams/")):
        return path.split("/")[0][:-1]
    return None


def documents(folder):
    for base, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.relpath(os.path.join(base, name), folder)
            if role(path):
                with open(os.path.join(base, name), "rb") as f:
                    yield path, f.read()


def faults(schema, folder):
    """Places that the schema refuses; None when a file is no YAML that Python reads."""
    found = []
    for path, content in documents(folder):
        try:
            loaded = yaml.load(content.decode("utf-8"), Loader)
        except (yaml.YAMLError, UnicodeDecodeError):
            return None
        one = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": "#/$defs/" + role(path)}
        found += ["%s: %s" % (path, e.message) for e in jsonschema.Draft202012Validator(one).iter_errors(loaded)]
    return found


def main(schema_file, samples, courses):
    with open(schema_file, encoding="utf-8") as f:
        schema = json.load(f)
    jsonschema.Draft202012Validator.check_schema(schema)
    cases = [(os.path.join(samples, kind, name), kind) for kind in ("good", "bad", "bad-shape")
             for name in sorted(os.listdir(os.path.join(samples, kind))) if os.path.isdir(os.path.join(samples, kind, name))]
    cases += [(os.path.join(courses, name), "good") for name in sorted(os.listdir(courses)) if os.path.isfile(os.path.join(courses, name, "pack.yaml"))]
    print("1..%d" % len(cases))
    failed = 0
    for number, (folder, kind) in enumerate(cases, 1):
        found = faults(schema, folder)
        good = bool(found) if kind == "bad-shape" else not found
        print("%s %d - %s is %s" % ("ok" if good else "not ok", number, os.path.basename(folder), "refused" if kind == "bad-shape" else "accepted"))
        if not good:
            failed += 1
            print("# %s" % (found or "the schema finds nothing"))
    return 1 if failed else 0


sys.exit(main(*sys.argv[1:]))
