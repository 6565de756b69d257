#!/bin/bash
# A pack on trial: the real screens, anew when a file is saved, faults first, at the same step again.
. "$(dirname "$0")/lib.sh"
plan 13
pack=$home/break
SAFAR_DATADIR=$top_srcdir "$safar" pack new --teaches nl "$pack" >"$home/new.txt" 2>&1 || bail 'no pack' "$home/new.txt"
unit=$pack/units/in-the-break.yaml
change() { sed "$1" "$unit" >"$home/next" && mv "$home/next" "$unit"; }

# tmux does not always learn how a program ended
printf '#!/bin/sh\n"%s" "$@"\necho $? >"%s/status"\n' "$safar" "$home" >"$home/recorded"
chmod +x "$home/recorded"
safar=$home/recorded
start 80x24 pack try "$pack"
shows 'To a person whom you do not know' 'a pack of one unit opens with its first page'
keys Enter
shows 'bread roll' 'Enter goes on'
change 's/means: bread roll/means: small loaf/'
shows 'small loaf' 'a saved file is on the screen without a key'
check 'at the same step' on_screen '2 of 15'
change 's/means: small loaf/meens: small loaf/'
shows 'Mend this first' 'a fault comes before everything'
shows "in-the-break.yaml:" 'with its place'
check 'and a caret under it' on_screen '  ^'
change 's/meens: small loaf/means: tiny loaf/'
shows 'tiny loaf' 'mended, the lesson goes on'
check 'at the same step again' on_screen '2 of 15'
keys Escape
shows 'Save a file and the lesson' 'Esc leads to the list of units'
keys Escape
check 'and out' wait_exit
ended_well() { [ "$(cat "$home/status" 2>/dev/null)" = 0 ]; }
check 'in order' until_true ended_well
check 'no store was made' test ! -e "$home/data/safar"
finish
