#!/bin/bash
# The courses as a teacher and a proof-reader check them: the pack checker with warnings as errors, then spelling, terms, keys,
# returning words, doubles and counts. `make check-courses` runs it together with the learners who walk through every course.
set -u
top_srcdir=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
top_builddir=${top_builddir:-$top_srcdir/_build}
export LC_ALL=C.UTF-8

for python in python3 /usr/bin/python3; do
	"$python" -c 'import polib, yaml' 2>/dev/null && break
done
if ! "$python" -c 'import polib, yaml' 2>/dev/null; then
	echo '1..0 # SKIP modules of Python are missing: apt-get install python3-yaml python3-polib'
	exit 0
fi
for dictionary in nl fr de_DE ru_RU uz_UZ; do
	if ! echo | hunspell -l -d "$dictionary" >/dev/null 2>&1; then
		echo "1..0 # SKIP hunspell or its dictionary $dictionary is missing: apt-get install hunspell hunspell-nl hunspell-fr hunspell-de-de hunspell-ru hunspell-uz"
		exit 0
	fi
done

home=$(mktemp -d) || exit 99
trap 'rm -rf "$home"' EXIT
for pack in "$top_srcdir"/courses/*/pack.yaml; do
	"$top_builddir/src/safar" pack check --strict "${pack%/pack.yaml}" || echo "${pack%/pack.yaml}: refused"
done >"$home/packs" 2>&1
"$python" "$top_srcdir/tests/courses/check.py" "$top_srcdir/courses" "$top_builddir/src/text/uz-cyrillic-po" >"$home/courses"
count=$(sed -n 's/^1\.\.//p' "$home/courses")
[ -n "$count" ] || exit 99
grep -v '^1\.\.' "$home/courses"
if ! [ -s "$home/packs" ]; then
	echo "ok $((count + 1)) - the pack checker finds nothing in any course"
else
	echo "not ok $((count + 1)) - the pack checker finds nothing in any course"
	sed 's/^/# /' "$home/packs"
fi
echo "1..$((count + 1))"
