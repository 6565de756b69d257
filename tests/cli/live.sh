#!/bin/sh
# Live banks on the command line: the key of a centre, sealing, announcing, opening, counting.
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
announced() {
	exits 0 safar person add --name "Jasur Rahimov" --role instructor --code 9001 && pin_of "$work/first" 9001 "seven geese over the river" &&
		exits 0 safar person add --name "Kamola Azimova" --role instructor --code 9002 && pin_of "$work/second" 9002 "a lantern behind the mill" &&
		exits 0 safar person add --name "Aziza Karimova" --birth 2001-05-14 --code 1001 &&
		exits 1 safar exam plan --day "$(date +%F)" live-sample/final 1001 && says "no exam 'live-sample/final'" &&
		exits 0 safar exam announce "$work/live.sealed" && says "stands for safety/mock" && exits 0 safar exam list --exams && says "live-sample/final" &&
		exits 1 safar exam announce "$work/live.safar" && says "no sealed bank" && exits 0 safar pack list --all && ! grep -q live-sample "$work/out"
}
# The PIN that the last command showed, into a file of what an officer types.
pin_of() {
	printf '%s\n%s\n%s\n' "$2" "$(grep -oE '[0-9]{6}' "$work/out" | tail -1)" "$3" >"$1"
}
opened() {
	exits 0 safar exam plan --day "$(date +%F)" live-sample/final 1001 && exits 1 safar exam rehearse 1 && says "The questions are sealed" &&
		exits 1 safar exam paper -o "$work/forms.pdf" 1 && says "the questions of this session are sealed" && [ ! -e "$work/forms.pdf" ] && exits 0 safar exam bank live-sample/final && says "never opened here" &&
		exits 4 safar exam open --key "$work/centre.key" --first "$work/first" --second "$work/first" 1 "$work/live.sealed" &&
		cp "$work/live.sealed" "$work/other.sealed" && printf x >>"$work/other.sealed" &&
		exits 1 safar exam open --key "$work/centre.key" --first "$work/first" --second "$work/second" 1 "$work/other.sealed" && says "not the file that this session" &&
		exits 0 safar exam open --key "$work/centre.key" --first "$work/first" --second "$work/second" 1 "$work/live.sealed" && says "open for session 1" &&
		exits 1 safar exam rehearse 1 && says "unchanged and can be shown" && says "Every part of the exam can be drawn" &&
		says "There is no key to sign certificates with." && ! grep -q "not installed" "$work/out" &&
		exits 1 safar exam open --key "$work/centre.key" --first "$work/first" --second "$work/second" 1 "$work/live.sealed" && says "already" &&
		exits 0 safar exam show --events 1 && says "bank-open" && says "$(sha256sum <"$work/live.sealed" | cut -d' ' -f1)"
}
counted() {
	exits 0 safar exam bank --json live-sample/final && says '"item":"l1"' && ! grep -q Ladder "$work/out" && exits 1 safar exam bank safety/mock
}
compared() {
	exits 1 safar pack check --against "$top/tests/data/exams/leak" "$live" && says "the live question 'l4' stands in '$top/tests/data/exams/leak/units/one.yaml:" &&
		exits 1 safar pack check "$top/tests/data/exams/leak" "$live" && says "'l4' stands in" && exits 0 safar pack check "$live" &&
		exits 0 safar pack install "$top/tests/data/exams/leak" && exits 1 safar pack check "$live" && says "'l4' stands in 'ladders/one/e1'" &&
		exits 1 safar pack check --against "$work/nowhere" "$live" && says "there is no"
}
ok "a key is made under two phrases" key_made
ok "both files have the same fingerprint" same_print
ok "what is no key, or no phrase, is refused" key_refused
ok "a live bank is sealed" sealed
ok "no question can be read in it, and its title can" header_only
ok "what cannot be sealed is refused" seal_refused
ok "a live bank is neither printed nor installed" nowhere_else
ok "a sealed bank is announced" announced
ok "two officers open it for one session" opened
ok "its questions are counted, not told" counted
ok "a question that learners can meet is refused" compared
finish
