#!/bin/sh
# Every good sample and every course without an error, every bad one with exactly the findings in the file NAME.expected beside it: place and wording, up to the cure.
dump=$top_builddir/tests/pack/shape-dump
samples=$top_srcdir/tests/data/packs
found=$(mktemp) || exit 99
trap 'rm -f "$found"' EXIT
count=0
failed=0

verdict() { # STATUS NAME
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
		sed 's/^/# /' "$found"
		failed=1
	fi
}

for pack in "$samples"/good/*/; do
	"$dump" "${pack%/}" >"$found" && [ ! -s "$found" ]
	verdict $? "nothing is found in good/$(basename "$pack")"
done
for pack in "$samples"/bad/*/ "$samples"/bad-shape/*/; do
	"$dump" "${pack%/}" | sed 's/; .*//' >"$found"
	cmp -s "$found" "${pack%/}.expected"
	verdict $? "the fault of $(basename "$pack") is found"
done
for file in "$top_srcdir"/courses/*/pack.yaml; do
	"$dump" "${file%/pack.yaml}" >"$found"
	verdict $? "no error in the course $(basename "${file%/pack.yaml}")"
done
echo "1..$count"
exit $failed
