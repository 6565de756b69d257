#!/bin/bash
# The day before an examination by keyboard: a session is planned, identities are confirmed from passports, a seat is tried at its terminal, and the supervisor sees it.
. "$(dirname "$0")/lib.sh"
plan 16
store_with "$top_srcdir/tests/data/exams/pack"

sign_out() {
	wait_for 'Sign out' || return 1
	keys 0
	wait_for 'Sign out?' && keys Enter && wait_for 'English'
}

start 80x24 --store "$store"
check 'the instructor signs in' sign_in 4 2001 538206
check 'and opens the examinations' pick 'Examinations'
shows 'Nothing is planned' 'of which there are none'
keys n
wait_for 'Plan an examination'
keys Tab Tab Tab
type_text 'blue room'
wait_for 'blue room'
keys Enter
shows 'Karimova' 'the learner is in the group'
keys Enter
shows 'identity missing' 'and gets a seat'
keys Enter
wait_for 'Confirm identity'
keys 1
wait_for 'Number of the document'
type_text 'P<UZBKARIMOVA<<AZISA'
wait_for 'AZISA'
keys Enter
type_text '14.5.2001'
wait_for '14.5.2001'
keys Enter
type_text 'fa1234567'
wait_for 'fa1234567'
keys Enter
shows 'The name is not as registered' 'a letter that differs is seen'
keys 2
wait_for 'Letter by letter'
keys End BSpace BSpace
type_text 'ZA'
wait_for 'AZIZA'
keys F9
shows 'Name and birth date are as registered' 'and mended'
keys 1
shows '✓ confirmed' 'then the identity is confirmed'
pick 'New seat code'
wait_for 'New code for'
keys 1
wait_for 'shown only now'
code=$(screen | grep -oE '[0-9]{3} [0-9]{3}' | tr -d ' ' | head -n 1)
check 'a code of six digits is shown' [ "${#code}" -eq 6 ]
keys Enter
wait_for 'Seat code'
keys Escape
wait_for 'Aziza'
keys m
wait_for 'Rehearse'
keys 1
shows 'Tried at a terminal: 0 of 1' 'the rehearsal misses the terminal'
resize 40x12
check 'it fits a small screen' until_true fits 40 12
resize 80x24
keys Escape
wait_for 'Close the session'
keys Escape
wait_for 'blue room'
keys Escape
wait_for 'planned'
keys Escape
check 'the instructor goes' sign_out
keys 4
wait_for 'PIN'
keys F10
wait_for 'Number of your seat'
type_text 1
wait_for '1'
keys Enter
type_text "$code"
wait_for "$code"
keys Enter
shows 'This is a rehearsal of the room' 'at the terminal the seat is entered'
# The rules are longer than the screen: Enter reads on, and at their end tries the keys.
keys Enter
wait_for 'Press Enter to try the keys'
keys Enter
wait_for 'When do you like to learn?'
keys 1
wait_for '1 of 3 answered'
keys Right
wait_for 'Write your first name.'
type_text 'Aziza'
wait_for '2 of 3 answered'
keys Escape Right
wait_for 'What time is that?'
keys 3
keys 2
keys 1
wait_for '3 of 3 answered'
keys Enter
shows 'This seat works' 'and tried to the end'
keys Enter
wait_for 'English'
check 'the instructor is back' sign_in 4 2001 538206
pick 'Examinations'
wait_for 'planned'
keys Enter
shows '✓ tried' 'and sees it'
finish
