#!/bin/sh
# The examples of safar-pack(5) are sound packs: each display that a comment names becomes a file, each first folder a pack.
safar=$top_builddir/src/safar
dir=$(mktemp -d) || exit 99
trap 'rm -rf "$dir"' EXIT
awk -v dir="$dir" '
	/^\.\\" example / { file = dir "/" $3; next }
	/^\.Bd / && file { folder = file; sub(/\/[^\/]*$/, "", folder); system("mkdir -p \"" folder "\""); inside = 1; next }
	/^\.Ed/ { if (inside) close(file); inside = 0; file = ""; next }
	inside {
		gsub(/\\\(ga/, "`"); gsub(/\\\(aq/, "\047"); gsub(/\\\(ti/, "~"); gsub(/\\\(ha/, "^"); gsub(/\\&/, ""); gsub(/\\e/, "\\")
		print >file
	}' "$top_srcdir/doc/safar-pack.5"
count=0
failed=0
for pack in "$dir"/*/; do
	[ -f "$pack/pack.yaml" ] || continue
	count=$((count + 1))
	# An example translates but a part of its pack: that warning is due.
	"$safar" pack check "${pack%/}" >"$dir/found" 2>&1
	status=$?
	found=$(grep -v -e 'texts have no translation' -e 'this fact was checked' "$dir/found")
	if [ "$status" -eq 0 ] && [ -z "$found" ]; then
		echo "ok $count - the example $(basename "$pack") is sound"
	else
		echo "not ok $count - the example $(basename "$pack") is sound"
		echo "$found" | sed 's/^/# /'
		failed=1
	fi
done
[ "$count" -ge 3 ] || failed=1
echo "1..$count"
exit $failed
