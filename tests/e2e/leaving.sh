#!/bin/bash
# Leaving: by keys, and help anywhere on the way; and when the terminal goes.
. "$(dirname "$0")/lib.sh"
plan 9
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

# a paste that began and never ends, because the terminal went with it
pid=$(program_pid)
type_text "$(printf '\033[200~Goede')"
gone() { ! kill -0 "$pid" 2>/dev/null; }
tmux_in kill-server
check 'a terminal that goes in the middle of a paste ends the program' until_true gone
finish
