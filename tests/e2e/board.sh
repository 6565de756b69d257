#!/bin/bash
# A room with a board and two learners, each at a terminal of their own: identity, start, a call, a pause, a terminal that is killed, and its release at another.
. "$(dirname "$0")/lib.sh"
plan 16
store_with "$top_srcdir/tests/data/exams/pack"
run() { "$safar" --store "$store" "$@" >"$home/cli.txt" 2>&1 </dev/null || bail "safar $1 $2" "$home/cli.txt"; }
run person add --name 'Botir Saidov' --birth 2001-05-15 --code 1002
run exam plan --day "$(TZ=Asia/Tashkent date +%F)" --room 2 mock 1001 1002
run exam seats 1
mapfile -t codes < <(sed -n 's/.*code \([0-9]\{6\}\)$/\1/p' "$home/cli.txt")

# sit SEAT: in by seat and code, past rules and questions to try if the room has not begun.
sit() {
	keys F10
	wait_for 'Number of your seat' || wait_for 'seat' || return 1
	type_text "$1"
	keys Enter
	type_text "${codes[$1 - 1]}"
	keys Enter
}
# confirm SEAT: from the seats to the seat's identity, and back with the seat open.
confirm() {
	keys Enter
	wait_for 'Confirm identity' && keys 1 && wait_for 'Name in the passport' || return 1
	type_text "$1"
	keys Enter
	type_text "$2"
	keys Enter
	type_text "FA${2//-/}"
	keys Enter
	wait_for "Yes, confirm" && keys 1 && wait_for 'Open this seat' && keys 4 && wait_gone 'Open this seat' && keys Escape
}

start 80x24 --store "$store"
check 'the supervisor signs in' sign_in 4 2001 538206
check 'and finds the examinations' pick 'Examinations'
wait_for 'Practice exam'
keys Enter
wait_for '2 seats'
check 'seat 1 is confirmed and opened' confirm 'KARIMOVA AZIZA' 2001-05-14
wait_for '2 seats'
keys Down
check 'seat 2 is confirmed and opened' confirm 'SAIDOV BOTIR' 2001-05-15
wait_for '2 seats'
keys Escape
wait_for '1 session'
keys Enter
shows '0 of 2 entered' 'an open session has a board'

terminal a
sit 1
terminal b
sit 2
at 0
shows '2 of 2 entered' 'learners come in, and the board sees them'
keys s
wait_for 'Start the room?'
keys 1
shows '2 running' 'one key starts the room'
at a
shows 'Rules' 'the questions are on the screens'
keys 1
at 0
shows '1 of 3' 'an answer is on the board within the second'
at b
keys h
at 0
shows '1 call' 'so is a call'
keys 2
keys d
check 'which is taken away when somebody has been there' wait_gone '1 call'
keys p
wait_for 'Pause seat 2'
keys Right
keys Right
keys Enter
type_text illness
keys Enter
shows 'paused: illness' 'a seat is paused with a reason'
keys r
check 'and goes on' wait_gone 'paused: illness'
at a
tmux_in kill-window -t s:a
at 0
shows 'INTERRUPTED' 'a terminal that is gone is seen'
keys 1
keys r
check 'its release' wait_gone 'INTERRUPTED'
terminal c
sit 1
at 0
shows '2 running' 'lets it go on at another terminal'
finish
