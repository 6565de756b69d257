#!/bin/bash
# The bundled courses, by keyboard in the line mode: whoever knows everything passes every unit check, and Flanders and
# Wallonia end at their certificates.
. "$(dirname "$0")/../e2e/lib.sh"

for python in python3 /usr/bin/python3; do
	"$python" -c 'import yaml' 2>/dev/null && break
done
if ! "$python" -c 'import yaml' 2>/dev/null; then
	echo '1..0 # SKIP the yaml module of Python is missing: apt-get install python3-yaml'
	exit 0
fi
plan 8
courses=$top_srcdir/courses
store_with "$courses"/{dutch-a1,french-a1,german-a1,conduct-belgium,workplace-safety,belgium}
"$safar" --store "$store" enrol 1001 flanders >/dev/null

passes() { "$python" "$top_srcdir/tests/infra/robot.py" "$safar" "$store" 1001 402817 "$@" >"$home/robot.txt" 2>&1 </dev/null || {
	sed 's/^/# /' "$home/robot.txt"
	return 1
}; }
says() { grep -qF -- "$1" "$home/robot.txt"; }

check 'Dutch' passes "$courses"/dutch-a1/{letters,first-day,numbers-and-time}
check 'contract and pay' passes "$courses/conduct-belgium/contract-and-pay"
check 'which is all that Flanders asks for' says 'practice certificate is P'
check 'French' passes "$courses"/french-a1/{letters,first-day,numbers-and-time}
check 'safety at work' passes "$courses"/workplace-safety/{signs-and-protection,danger-and-112}
check 'arriving and housing' passes "$courses/conduct-belgium/arriving"
check 'German' passes "$courses"/german-a1/{letters,first-day,numbers-and-time}
"$safar" --store "$store" export completions >"$home/out.csv" 2>/dev/null
check 'both requirements are exported' test "$(grep -c '^1001,.*,belgium/flanders,' "$home/out.csv")" -eq 2
finish
