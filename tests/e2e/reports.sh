#!/bin/bash
# "My answer is right" by keyboard: a learner reports an answer, the instructor accepts it, and it was never a mistake.
. "$(dirname "$0")/lib.sh"
plan 11
store_with "$top_srcdir/tests/screens/packs/mend" "$top_srcdir/tests/screens/packs/way"
"$safar" --store "$store" enrol 1001 north >"$home/enrol.txt" 2>&1 </dev/null || bail 'cannot enrol' "$home/enrol.txt"

sign_out() {
	wait_for 'Sign out' || return 1
	keys 0
	wait_for 'Sign out?' && keys Enter && wait_for 'English'
}

start 80x24 --store "$store"
check 'the learner signs in' sign_in 4 1001 402817
wait_for 'Today'
keys Enter
wait_for 'the coffee'
type_text 'la tasse'
keys Enter
shows 'F6 my answer is right' 'a refused answer may be reported'
keys F6
shows 'Your instructor will look at it' 'which is told calmly'
keys Escape
shows 'My mistakes 1' 'it stands among the mistakes'
check 'the learner goes' sign_out
check 'the instructor comes' sign_in 4 2001 538206
check 'and finds a report' pick 'Answer reports'
wait_for 'la tasse'
keys Enter
wait_for 'Expected'
keys a
wait_for 'Accept this answer?'
keys Enter
shows 'Accepted.' 'which is accepted'
keys Enter
wait_for 'Nothing to look at'
keys Escape
check 'the instructor goes' sign_out
check 'the learner is back' sign_in 4 1001 402817
wait_for 'Today'
check 'and it is no mistake any more' not_on_screen 'My mistakes'
finish
