#!/bin/sh
# Live banks on the command line: the key of a centre, sealing.
# shellcheck source=tests/cli/lib.sh
. "${top_srcdir:-.}/tests/cli/lib.sh"

live=$top/tests/data/packs/good/live-sample
printf 'seven geese over the river\n' >"$work/one"
printf 'a lantern behind the mill\n' >"$work/other"
printf 'short\n' >"$work/short"

key_made() {
	exits 0 safar exam key new --first "$work/one" --second "$work/other" -o "$work/centre.key" && says "fingerprint: " &&
		[ "$(stat -c %a "$work/centre.key")" = 600 ] && grep -q SafarExamPublicKey "$work/centre.key.pub" && ! grep -q sealed "$work/centre.key.pub"
}
same_print() {
	exits 0 safar exam key show "$work/centre.key" && cp "$work/out" "$work/first" && exits 0 safar exam key show "$work/centre.key.pub" && cmp -s "$work/first" "$work/out"
}
key_refused() {
	exits 1 safar exam key new --first "$work/one" --second "$work/short" -o "$work/x.key" && says "too short" &&
		exits 1 safar exam key new --first "$work/one" --second "$work/one" -o "$work/x.key" && says "the same" && [ ! -e "$work/x.key" ] &&
		exits 1 safar exam key new --first "$work/one" --second "$work/other" -o "$work/centre.key" &&
		exits 1 safar exam key show "$live/pack.yaml" && says "no key for sealed exams" && exits 2 safar exam key new
}
sealed() {
	exits 0 safar pack build "$live" -o "$work/live.safar" && exits 0 safar pack seal --to "$work/centre.key.pub" -o "$work/live.sealed" "$work/live.safar" &&
		says "SHA-256 of the file: $(sha256sum <"$work/live.sealed" | cut -d' ' -f1)" && says "can be opened with"
}
header_only() {
	grep -qa 'Final examination, safety' "$work/live.sealed" && ! grep -qaE 'buurman|collega|ploegbaas' "$work/live.sealed"
}
seal_refused() {
	exits 0 safar pack build "$top/tests/data/packs/good/exam" -o "$work/course.safar" &&
		exits 1 safar pack seal --to "$work/centre.key.pub" -o "$work/x.sealed" "$work/course.safar" && says "a course that everybody may read" &&
		exits 1 safar pack seal --to "$live/pack.yaml" -o "$work/x.sealed" "$work/live.safar" && says "no key for sealed exams" &&
		exits 1 safar pack seal --to "$work/centre.key.pub" -o "$work/x.sealed" "$live/pack.yaml" && says "is no pack" && [ ! -e "$work/x.sealed" ] &&
		exits 2 safar pack seal -o "$work/x.sealed" "$work/live.safar"
}
nowhere_else() {
	exits 1 safar pack preview "$live" && says "is a live bank" && exits 0 safar init --name "Dilnoza Yusupova" &&
		exits 1 safar pack install "$work/live.safar" && says "is a live bank" && exits 0 safar pack list --all && ! grep -q live-sample "$work/out"
}
ok "a key is made under two phrases" key_made
ok "both files have the same fingerprint" same_print
ok "what is no key, or no phrase, is refused" key_refused
ok "a live bank is sealed" sealed
ok "no question can be read in it, and its title can" header_only
ok "what cannot be sealed is refused" seal_refused
ok "a live bank is neither printed nor installed" nowhere_else
finish
