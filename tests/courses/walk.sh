#!/bin/bash
# Simulated learners in the line mode: one who knows everything and one who errs at every third question walk every unit of every course to its end.
. "$(dirname "$0")/../e2e/lib.sh"

for python in python3 /usr/bin/python3; do
	"$python" -c 'import yaml' 2>/dev/null && break
done
if ! "$python" -c 'import yaml' 2>/dev/null; then
	echo '1..0 # SKIP the yaml module of Python is missing: apt-get install python3-yaml'
	exit 0
fi

declare -a courses=() units=()
for pack in "$top_srcdir"/courses/*/pack.yaml; do
	[ -d "${pack%/pack.yaml}/units" ] && courses+=("${pack%/pack.yaml}")
done

# walks ERR COURSE: every unit in the order of the course
walks() {
	mapfile -t units < <("$python" -c 'import sys, yaml; [print(u) for u in yaml.safe_load(open(sys.argv[1]))["units"]]' "$2/pack.yaml")
	"$python" "$top_srcdir/tests/courses/walk.py" "$safar" "$store" 1001 402817 "$1" "${units[@]/#/$2/}" >"$home/walk.txt" 2>&1 </dev/null
	local status=$?
	sed 's/^/# /' "$home/walk.txt"
	return $status
}

plan $((2 * ${#courses[@]}))
for err in 0 3; do
	for course in "${courses[@]}"; do
		rm -f "$home"/demo.db*
		store_with "$course"
		check "${course##*/}: to the end, $([ "$err" = 0 ] && echo 'without a mistake' || echo 'with mistakes')" walks "$err" "$course"
	done
done
finish
