#!/bin/bash
# Power cut: kill -9 in the middle of a lesson; whoever signs in again stands at the same exercise.
. "$(dirname "$0")/lib.sh"
RIGHT='Right.' TYPED='in Dutch'
plan 9
store_short

to_home() { sign_in 4 1001 402817 && wait_for 'Today'; }
answers() { sqlite3 "$store" "SELECT count(*) FROM answer" 2>/dev/null; }

start 80x24 --store "$store"
check 'signed in' to_home
keys Enter
wait_for 'de poort'
keys Enter
wait_for 'de bewakers'
keys Enter
wait_for 'Goedemorgen, Els.'
keys Enter
check 'an exercise is answered' pick 'Goedemorgen'
wait_for "$RIGHT"
keys Enter
shows 'Write guard in Dutch.' 'the next one is on the screen'
kill -9 "$(program_pid)"
check 'the program is gone' wait_exit

start 80x24 --store "$store"
check 'signed in again' to_home
keys Enter
shows 'Write guard in Dutch.' 'the same exercise is on the screen'

# The hang-up of a terminal ends the program in order and loses as little.
answer_typed 'de bewaker'
wait_for 'Write gate in Dutch.'
kill -HUP "$(program_pid)"
check 'a hang-up ends the program' wait_exit
start 80x24 --store "$store"
check 'signed in once more' to_home
keys Enter
shows 'Write gate in Dutch.' 'the answer before the hang-up counts'
finish
