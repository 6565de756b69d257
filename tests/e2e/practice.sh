#!/bin/bash
# Practice with drills by keyboard: a run is left by a power cut, goes on at the same drill, and ends; its words are then the learner's own.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/drills.sh"
plan 16
store_with "$top_srcdir/tests/screens/packs/drills"

means=(
	['de baas']='boss' ['de collega']='colleague' ['de bewaker']='security guard' ['werken']='to work' ['beginnen']='to begin'
	['Ik heet Aziza.']='My name is Aziza.' ['Ik ben nieuw hier.']='I am new here.' ['het brood']='bread' ['de koffie']='coffee'
	['De baas heet Els.']='The boss is called Els.' ['Ik werk in Gent.']='I work in Ghent.'
)

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
