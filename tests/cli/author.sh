#!/bin/sh
# What an author works with: a check that shows the place.
. "${top_srcdir:-.}/tests/cli/lib.sh"

cp -R "$top/tests/data/upgrade/v1" "$work/faulty"
chmod -R u+w "$work/faulty"
printf 'colour: blue\n' >>"$work/faulty/units/hello.yaml"
line=$(wc -l <"$work/faulty/units/hello.yaml")
ok 'a fault' exits 1 safar pack check "$work/faulty"
ok 'by file, line and column' says "units/hello.yaml:$line:9: error: "
ok 'without the line where a program reads' sh -c "! grep -q '\\^' '$work/out'"
ok 'with it on request' exits 1 safar pack check --source "$work/faulty"
printf '%6d | colour: blue\n       |         ^\n' "$line" >"$work/want"
ok 'the line and a caret under the place' test "$(tail -n +2 "$work/out" | grep -A1 'colour: blue$')" = "$(cat "$work/want")"
ok 'as JSON' exits 1 safar pack check --json "$work/faulty"
ok 'that a program reads' python3 -c '
import json, sys
rows = json.load(open(sys.argv[1]))
assert [(r["line"], r["column"], r["level"]) for r in rows if r["file"].endswith("hello.yaml")] == [(sys.argv[2], "9", "error")], rows
assert all(r["message"] and r["cure"] for r in rows), rows' "$work/out" "$line"
printf 'id: faulty\n\033[31mformat: [\n' >"$work/faulty/pack.yaml"
ok 'a pack.yaml that cannot be read shows its line, too' exits 1 safar pack check --source "$work/faulty"
ok 'harmless to the terminal' says '�[31mformat: ['
finish
