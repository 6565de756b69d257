#!/bin/bash
# From the first screen to a certificate and its row in the export, by keyboard.
. "$(dirname "$0")/lib.sh"
RIGHT='Right.' TYPED='in Dutch' OF_TEN=$(of_ten en)
plan 18
store_short
start 80x24 --store "$store"
wait_for 'English'
keys 4
shows '402817' 'a demo store shows its sample people where they sign in'
keys Escape
check 'language, code and PIN open the home screen' sign_in 4 1001 402817
shows 'Today' 'which begins with today'
check 'it fits the screen' fits 80 24
keys Enter
shows 'The gate' 'Enter opens the lesson'
check 'every page and exercise of the lesson' through_lesson
shows 'every page of this unit' 'the unit is done'
keys Enter
wait_for 'Unit check'
keys Enter
check 'every question of the check' through_check
shows '10 of 10 points' 'all ten are right'
check 'the result offers the certificate' pick 'certificate'
shows 'PRACTICE' 'the certificate says that it is for practice'
number=$(serial)
check 'it has a serial number' test -n "$number"
keys Escape
wait_for 'Your way to the certificate' || { keys Escape; wait_for 'Your way to the certificate'; }
keys 0
wait_for 'Sign out?'
pick 'Yes, sign out'
check 'signed out, the administrator signs in' sign_in 4 9001 716493
check 'and opens the export' pick 'Export'
shows '1 row will be written' 'which counts before it writes'
keys F9
file_there() { compgen -G "$home/*.csv" >/dev/null; }
check 'the file is written' until_true file_there
wait_for 'written'
"$safar" --store "$store" export completions --profile excel -o "$home/same" 2>"$home/export.txt" </dev/null
check 'byte for byte what the command writes' cmp "$home"/*.csv "$home/same"
check 'it holds that certificate' grep -qE "1001;.*short.*${number// /.?}" "$home/same"
finish
