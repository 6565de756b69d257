#!/bin/bash
# An examination in a real terminal: in by seat and code, no way out by keys, a held-down key, power cuts, two terminals at one seat.
. "$(dirname "$0")/lib.sh"
plan 31
room=$top_builddir/tests/e2e/room
if [ ! -x "$room" ]; then
	for ((i = 1; i <= 31; i++)); do skip "an examination in a terminal" "$room is not built"; done
	exit 0
fi
store_with "$top_srcdir/tests/screens/packs/exam"

in_room() { "$room" "$store" "$@" 2>>"$home/room.txt"; }
# of NAME: the figure that the state of seat 1 gives for it; first: its state
of() { in_room state "$session" 1 | sed "s/.* $1=\\([^ ]*\\).*/\\1/"; }
first() { in_room state "$session" 1 | cut -d ' ' -f 1; }
is() { [ "$("$1" "${3:-}")" = "$2" ]; }
rows_are() { [ "$(of rows)" = "$1" ]; }

read -r session code <<<"$(in_room plan hall/final 1001)"
[ -n "$code" ] || bail 'cannot plan an examination' "$home/room.txt"

enter() {
	start 80x24 --store "$store"
	wait_for 'English' || return 1
	keys 4
	wait_for 'Sign in' || return 1
	keys F10
	wait_for 'Number of your seat' || return 1
	type_text 1
	keys Enter
	type_text "$code"
	keys Enter
}

check 'in by seat and code' enter
shows 'Is this you?' 'the rules come first'
shows 'KARIMOVA AZIZA' 'with the name as confirmed'
check 'then questions to try' read_on 'When do you like to learn?'
keys o
wait_for 'I know the keys now'
keys End Enter
shows 'Wait for the supervisor' 'then the waiting room'
in_room start "$session"
shows 'Where can the workers eat' 'the exam begins by itself'

keys 2
shows '● in building B, at noon' 'an answer is chosen'
check 'and stored before it is drawn' rows_are 1

# no way out
keys Escape
keys C-c
keys 'C-\'
keys C-z
keys C-d
keys C-s
keys 3
shows '● in building B, all day' 'Esc, Ctrl+C, Ctrl+\, Ctrl+Z and Ctrl+S do nothing'
keys F10
wait_for 'Leave the exam?'
type_text 000000
keys Enter
shows 'does not open the screen' 'nor does a wrong code'
keys Escape
wait_for 'Where can the workers eat'

# a key that is held down
keys Right
wait_for 'What do you need at the gate?'
before=$(of rows)
tmux_in send-keys -t s -N 301 Space
keys 3
shows '● a pass' 'a held-down key comes to an end'
check 'the last state of it is on the screen' on_screen '● a helmet'
check 'and stored' is of 2 answered
few() { [ $(($(of rows) - before)) -le 40 ]; }
check "with few syncs" few

# a power cut
keys f
shows '2●⚑' 'a flag'
until_true test "$(of consumed)" -ge 0
items=$(of items)
kill -9 "$(program_pid)"
check 'the program is gone' wait_exit
consumed=$(of consumed)
check 'in again with the same code' enter
shows 'Your exam is paused' 'it waits for the supervisor'
check 'the state says so' is first paused
in_room release "$session" 1
shows 'What do you need at the gate?' 'after the release the same question is there'
check 'with what was chosen' on_screen '● a pass'
check 'and the same questions' is of "$items" items
not_more() { [ "$(of consumed)" -ge "$consumed" ] && [ $(($(of consumed) - consumed)) -le 10000 ]; }
check 'and the same time' not_more

# a hang-up is a power cut, too
keys o
wait_for 'Question 5'
keys 1 Enter
shows 'Where can the workers eat' 'the overview goes to a question'
kill -HUP "$(program_pid)"
wait_exit
enter
wait_for 'Your exam is paused'
in_room release "$session" 1
shows '● in building B, all day' 'after a hang-up likewise'

# typed text is kept without any key
keys o
wait_for 'Hand this part in'
keys End Enter
wait_for 'Yes, hand in'
keys 1
wait_for 'Write good morning in Dutch'
before=$(of rows)
type_text 'Goede'
more() { [ "$(of rows)" -gt "$before" ]; }
check 'typed text is stored by itself' until_true more

# two terminals at one seat: the older one is told
printf '4\n:exam\n1\n%s\n' "$code" | "$safar" --plain --store "$store" >"$home/second.txt" 2>&1
shows 'Your exam goes on at another screen' 'the older of two terminals stops'
check 'the newer one waits for the supervisor' grep -q 'Your exam is paused' "$home/second.txt"

# out by the code of the board
enter
wait_for 'Your exam is paused'
in_room release "$session" 1
wait_for 'Write good morning in Dutch'
leave=$(in_room leave "$session" 1)
keys F10
wait_for 'Leave the exam?'
type_text "$leave"
keys Enter
shows 'Qatorma-qator' 'the code of the board opens the way out'

# line by line, too, no key stops the clock
start 80x24 --plain --store "$store"
wait_for 'Nederlands'
keys 4 Enter
wait_for 'PIN'
type_text ':exam'
keys Enter
wait_for 'Number of your seat'
keys 1 Enter
type_text "$code"
keys Enter
wait_for 'Your exam is paused'
in_room release "$session" 1
wait_for 'Write good morning in Dutch'
keys g C-s C-d
before=$(of consumed)
goes_on() { [ "$(of consumed)" -gt "$before" ]; }
check 'nor does Ctrl+S or Ctrl+D in the line mode' until_true goes_on
before=$(of rows)
keys Enter
check 'and what was typed is stored' until_true more
finish
