#!/bin/bash
# What the keyboard lacks, typed with real keys: the strip of letters, the accent key, words, undo, a paste; and only the fault is mended.
. "$(dirname "$0")/lib.sh"
plan 26
store_with "$top_srcdir/tests/screens/packs/mend" "$top_srcdir/tests/screens/packs/way"
"$safar" --store "$store" enrol 1001 north >"$home/enrol.txt" 2>&1 </dev/null || bail 'cannot enrol' "$home/enrol.txt"

# The character under the terminal's own cursor.
under_cursor() {
	local x y
	read -r x y <<<"$(tmux_in display-message -p -t s '#{cursor_x} #{cursor_y}')"
	local line
	line=$(screen | sed -n "$((y + 1))p")
	echo "${line:x:1}"
}
cursor_on() { [ "$(under_cursor)" = "$1" ]; }
paste_text() {
	tmux_in set-buffer -b p -- "$1"
	tmux_in paste-buffer -p -b p -t s
}

start 80x24 --store "$store"
check 'language, code and PIN open the home screen' sign_in 4 1001 402817
wait_for 'Today'
keys Enter
shows 'the coffee' 'the first exercise asks for a word'
paste_text $'1\n2\nq'
shows '1 2 q' 'a paste is text, and no key of it acts'
keys C-w C-w C-w
wait_gone '1 2 q'
ok 'Ctrl+W erases word by word'
type_text 'le caf'
keys F2
shows '1  é' 'F2 opens the strip of letters'
keys Escape
wait_gone '1  é'
ok 'Esc closes the strip and not the lesson'
tmux_in send-keys -t s Escape 2
shows '1  é' 'Esc and 2 do what F2 does'
keys 1
shows 'le café' 'a digit puts the letter in'
keys F4
shows 'le cafè' 'F4 turns it into its next form'
keys C-u
shows 'le café' 'Ctrl+U undoes that'
keys C-r
shows 'le cafè' 'Ctrl+R does it again'
keys C-u
wait_for 'le café'
keys C-Left
check 'Ctrl+← goes to the beginning of the word' until_true cursor_on c
keys M-Left
check 'so does Alt+←' until_true cursor_on l
keys Enter
shows 'Right.' 'it is right'
keys Enter
wait_for 'cheese sandwich'
type_text "Je voudrais un pain au fromge, s'il vous plaît."
keys Enter
shows 'from_ge' 'a missing letter is marked by a sign'
shows 'One letter is missing here.' 'and told in plain words'
check 'the cursor stands in the fault' until_true cursor_on g
type_text a
shows 'Enter check' 'what was mended can be checked'
keys Enter
shows 'Mended: now it is right.' 'and is right'
keys Enter
wait_for 'the bread'
type_text 'ду'
check 'two letters of another alphabet are no fault yet' not_on_screen 'Cyrillic'
type_text ' зфшт'
shows 'Your keyboard is set to Cyrillic letters.' 'four are told at once, before Enter'
keys Enter
shows 'This try does not count' 'the try does not count'
check 'and the text stays' on_screen 'ду зфшт'
keys C-w C-w
type_text 'le pain'
keys Enter
shows 'Right.' 'typed anew it is right'
seq -s x 1 400 | tr -d '\n' >"$home/long"
keys Enter
wait_for 'Fill in'
paste_text "$(cat "$home/long")"
wait_for '‹'
shows '1091 characters found no room' 'what was left out of a long paste is told'
check 'a long paste is bounded and moves sideways' fits 80 24
finish
