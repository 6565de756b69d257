#!/bin/sh
# Small files, small functions.
. "${0%/*}/lib.sh"

# Files over 500 lines say why in their head comment: "Long because …".
sources c h -- src tests bench | while read -r file; do
	lines=$(wc -l <"$file")
	[ "$lines" -le 500 ] || head -n 20 "$file" | grep -qi 'long because' || echo "$file: $lines lines, at most 500"
done | verdict 'files have at most 500 lines'

# A function begins at a "{" in the first column and ends at a "}" there.
sources c -- src tests bench | xargs awk '
	FNR == 1 { inside = 0 }
	/^[A-Za-z_].*\(/ && !/;[ \t]*$/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
	/^\{/ { inside = 1; start = FNR; next }
	/^\}/ { if (inside && FNR - start > 60) print FNR - start, FILENAME ":" start, name; inside = 0 }' /dev/null >"$tmp/long"
awk '$1 > 80 { print $2 ": " $3 " has " $1 " lines, at most 80" }' "$tmp/long" | verdict 'functions have at most 80 lines'
awk '$1 <= 80 { print "# over 60 lines: " $3 " at " $2 ", " $1 }' "$tmp/long"

sources c h sh py sql -- src tests bench | xargs grep -nE '[ 	]+$' /dev/null | cut -c1-100 | verdict 'no blanks at the ends of lines'

done_linting
