#!/bin/sh
# `safar pack check` over the samples: nothing in a good one, in a bad one exactly the findings of the file NAME.expected beside it – place and wording, up to the cure
# – and no error in the courses.
safar=$top_builddir/src/safar
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

# Findings of a pack, named from its folder. Facts grow old while the samples stay.
check() { # PACK
	"$safar" pack check "$1" 2>/dev/null >"$found.all"
	status=$?
	sed "s|^$1/||; s/; .*//" "$found.all" | grep -v 'warning: this fact was checked' >"$found"
	rm -f "$found.all"
	return $status
}

for pack in "$samples"/good/*/; do
	check "${pack%/}" && [ ! -s "$found" ]
	verdict $? "nothing is found in good/$(basename "$pack")"
done
for pack in "$samples"/bad/*/ "$samples"/bad-shape/*/; do
	check "${pack%/}"
	[ $? -eq 1 ] && cmp -s "$found" "${pack%/}.expected"
	verdict $? "the fault of $(basename "$pack") is found"
done
for file in "$top_srcdir"/courses/*/pack.yaml; do
	check "${file%/pack.yaml}"
	verdict $? "no error in the course $(basename "${file%/pack.yaml}")"
done
echo "1..$count"
exit $failed
