#!/bin/bash
# Practice with drills by keyboard: a run is left by a power cut, goes on at the same drill, and ends; its words are then the learner's own.
. "$(dirname "$0")/lib.sh"
plan 16
store_with "$top_srcdir/tests/screens/packs/drills"

declare -A means=(
	['de baas']='boss' ['de collega']='colleague' ['de bewaker']='security guard' ['werken']='to work' ['beginnen']='to begin'
	['Ik heet Aziza.']='My name is Aziza.' ['Ik ben nieuw hier.']='I am new here.' ['het brood']='bread' ['de koffie']='coffee'
	['De baas heet Els.']='The boss is called Els.' ['Ik werk in Gent.']='I work in Ghent.'
)

# The line of the screen that asks.
asked() { screen | grep -E 'What does this mean:|How do you say:|Match each|Say it with these words:|Type it in' | head -n 1 | sed 's/^ *//; s/ *$//'; }
is_asked() { [ -n "$(asked)" ]; }
# What stands behind the colon.
about() { asked | sed 's/^[^:]*: //'; }
# The taught side of a meaning.
taught() {
	local word
	for word in "${!means[@]}"; do
		[ "${means[$word]}" = "$1" ] && echo "$word" && return
	done
	return 1
}
# key_of TEXT: presses the digit that stands right before it, also in a running line.
key_of() {
	local digit
	digit=$(screen | grep -oE "[0-9]  ?$1( |\$)" | tail -n 1 | cut -c1)
	[ -n "$digit" ] && keys "$digit"
}
match_all() {
	local left
	while read -r left; do
		key_of "${means[$left]}" || return 1
	done < <(screen | sed -n 's/^[ ▸]*\(.*[^ ]\)  *….*$/\1/p')
	until_true not_on_screen '…' && keys Enter
}
put_words() {
	local word
	for word in $(taught "$1"); do
		key_of "${word//./\\.}" || return 1
	done
	keys 0
}
# One drill, answered rightly, and past its feedback.
drill() {
	until_true is_asked || return 1
	case $(asked) in
	'What does'*) pick "${means[$(about)]}" ;;
	'How do you'*) pick "$(taught "$(about)")" ;;
	'Match'*) match_all ;;
	'Say it'*) put_words "$(about)" ;;
	*)
		type_text "$(taught "$(about)")"
		keys Enter
		;;
	esac || return 1
	wait_for 'Right.' && keys Enter && wait_gone 'Right.'
}
drills() {
	for _ in $(seq "$1"); do
		drill || return 1
	done
}
# all_drills END: as many as there are, until that text comes.
all_drills() {
	for _ in $(seq 40); do
		until_true drill_or_end "$1" || return 1
		on_screen "$1" && return
		drill || return 1
	done
	return 1
}
drill_or_end() { is_asked || on_screen "$1"; }
to_practice() { sign_in 4 1001 402817 && wait_for 'Today' && keys 4 && pick 'At work' && keys 1; }

start 80x24 --store "$store"
check 'the unit opens' to_practice
wait_for 'de bewaker'
keys Enter
wait_for 'Ik ben nieuw hier.'
keys Enter
shows 'short exercises' 'a practice says what it is'
keys Enter
check 'three drills' drills 3
until_true is_asked
before=$(asked)
place=$(screen | sed -n 2p)
kill -9 "$(program_pid)"
check 'the power fails' wait_exit
start 80x24 --store "$store"
check 'signed in again' to_practice
until_true is_asked
check 'the same drill is on the screen' test "$(asked)" = "$before"
check 'at the same place' test "$(screen | sed -n 2p)" = "$place"
check 'the others to the end' all_drills 'every page of this unit'
keys 0
wait_for 'Today'
shows 'My words' 'the words are the learner'"'"'s own'
keys 5
shows 'de bewaker' 'and are listed'
keys /
wait_for 'Type the beginning'
keys hodim
shows 'Nothing fits' 'a word that is not in the courses is not found'
keys BSpace BSpace BSpace BSpace BSpace bewak
shows 'security guard' 'a word is found by its beginning, from the list of words'
keys Escape
wait_for 'My words'

# Days later they are due; a review may be left at any moment and loses nothing.
keys Escape
wait_for 'Today'
keys 0
wait_for 'Sign out?'
keys Enter
wait_for 'English'
words=$(sqlite3 "$store" 'SELECT count(*) FROM card')
sqlite3 "$store" 'UPDATE card SET state = 2, step = 0, due_at = 0, due_day = 1, last_day = last_day - 9'
sign_in 4 1001 402817
shows "$words words" 'home says how many words are due'
keys 1
check 'two of them' drills 2
until_true is_asked
keys Escape
shows "$((words - 2)) words" 'the others are still due'
keys 1
check 'all of them' all_drills 'Done for now.'
finish
