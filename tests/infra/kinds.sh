#!/bin/bash
# A check with exercises of the newer types, by keyboard in the line mode: whoever knows everything gets every point.
. "$(dirname "$0")/../e2e/lib.sh"

for python in python3 /usr/bin/python3; do
	"$python" -c 'import yaml' 2>/dev/null && break
done
if ! "$python" -c 'import yaml' 2>/dev/null; then
	echo '1..0 # SKIP the yaml module of Python is missing: apt-get install python3-yaml'
	exit 0
fi
plan 3
packs=$top_srcdir/tests/screens/packs
store_with "$packs"/{kinds,way}
"$safar" --store "$store" enrol 1001 north >/dev/null

passes() { "$python" "$top_srcdir/tests/infra/robot.py" "$safar" "$store" 1001 402817 "$@" >"$home/robot.txt" 2>&1 </dev/null || {
	sed 's/^/# /' "$home/robot.txt"
	return 1
}; }
says() { grep -qF -- "$1" "$home/robot.txt"; }

check 'sentences, numbers, statements, steps, signs, words and replies' passes "$packs/kinds/talk"
check 'each piece is its point: 1 + 1 + 1 + 1 + 1 + 3 + 1 + 2' says '11 of 11'
check 'words and translation' passes "$packs/kinds/canteen"
finish
