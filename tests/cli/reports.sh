#!/bin/sh
# Answers that learners say are right, from the command line: a learner at the line mode reports one, staff accept it.
. "${top_srcdir:-.}/tests/cli/lib.sh"

safar init --name 'Rustam Ergashev' >/dev/null
safar person add --name 'Karimova Aziza' --birth 2001-05-14 --code 1001 >"$work/pin"
pin=$(sed 's/.*PIN //' "$work/pin")
safar pack install "${top_srcdir:-.}/tests/screens/packs/mend" >/dev/null 2>&1
ok 'nothing waits at first' exits 0 safar reports list --json
ok 'as an empty list' says '[]'
# the third exercise of the unit: le pain
printf '%s\n' 4 1001 "$pin" 4 1 1 'le café' '' 'x' '' 'la "baguette" [ici]' F6 back back back >"$work/lines"
safar --plain <"$work/lines" >"$work/out" 2>&1
ok 'a learner reports an answer' exits 0 safar reports list
ok 'which stands in the list' says 'la "baguette" [ici]'
ok 'with what is expected' says 'le pain'
ok 'and its item' says 'steps/canteen/e3'
ok 'nothing is exported yet' exits 0 safar reports export
ok 'really nothing' test ! -s "$work/out"
ok 'a reason is needed' exits 2 safar reports dismiss 1
ok 'a number, too' exits 2 safar reports accept
ok 'no other word is one' exits 2 safar reports accept one
ok 'an unknown one is refused' exits 1 safar reports accept 99
ok 'it is dismissed' exits 0 safar reports dismiss --reason 'another bread' 1
ok 'and no longer waits' sh -c '! "$1" --store "$2" reports list | grep -q baguette' sh "$build/src/safar" "$SAFAR_STORE"
ok 'but is not forgotten' exits 0 safar reports list --state dismissed
ok 'with the reason' says 'another bread'
ok 'it can still be accepted' exits 0 safar reports accept 1
ok 'and the log follows' says '1 answer in the log is corrected'
ok 'the author gets a line' exits 0 safar reports export
ok 'parted by tabs' says 'steps/canteen/e3	la "baguette" [ici]	1	accepted		le pain	'
ok 'or a form for the pack' exits 0 safar reports export --forms
ok 'with its signs kept' says "- 'la \"baguette\" \\[ici\\]'"
ok 'in a state there is' exits 2 safar reports list --state gone

ok 'of a group of one nothing is said' exits 0 safar group confusions --json
ok 'nothing at all' says '[]'
for n in 2 3; do
	safar person add --name "Learner Number$n" --birth 2001-05-14 --code "100$n" >"$work/pin"
	pin=$(sed 's/.*PIN //' "$work/pin")
	printf '%s\n' 4 "100$n" "$pin" 4 1 1 'le café' '' 'x' '' 'la baguette' back back back >"$work/lines"
	safar --plain <"$work/lines" >"$work/out" 2>&1
done
ok 'of three something is' exits 0 safar group confusions
ok 'what they wrote' says 'la baguette'
ok 'and how many' says '2         3   pair'
ok 'not of days before' exits 0 safar group confusions --since 2099-01-01 --json
ok 'of which there are none' says '[]'
ok 'a date is a date' exits 2 safar group confusions --since yesterday
ok 'a programme must be there' exits 1 safar group confusions --programme nowhere

finish
