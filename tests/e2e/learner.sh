#!/bin/bash
# From the first screen to a certificate and its row in the export, by keyboard.
. "$(dirname "$0")/lib.sh"
RIGHT='Right.' TYPED='in Dutch' OF_TEN=$(of_ten en)
plan 13
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
"$safar" --store "$store" export completions -o "$home/out.csv" 2>"$home/export.txt" </dev/null
check 'the export holds that certificate' grep -qE "^1001[,;].*short.*${number// /.?}" "$home/out.csv"
finish
