#!/bin/bash
# Leaving: by keys, and help anywhere on the way.
. "$(dirname "$0")/lib.sh"
plan 8
store_short
start 80x24 --store "$store"
wait_for 'English'
keys F1
shows 'Choose a language by its digit' 'F1 shows the keys of the screen'
keys Escape
check 'Esc goes one step back' wait_gone 'Choose a language by its digit'
check 'signed in' sign_in 4 1001 402817
wait_for 'Today'
keys F3
shows 'Nederlands' 'F3 offers the languages'
pick 'Nederlands'
shows "$(spoken nl Today)" 'and switches at once'
check 'dates too' wait_for 'dag '
keys 0
check 'signing out asks first' wait_gone "$(spoken nl Today)"
keys 1
check 'and leads back to the first screen' wait_for 'Qatorma-qator'
finish
