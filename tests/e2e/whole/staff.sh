# shellcheck shell=bash
# What staff do at the terminal that is looked at. After lib.sh and learner.sh.

# confirm WHO LATIN NUMBER: from the seats of a session; identity from the passport, then the seat is open.
confirm() {
	keys Enter
	wait_for 'Confirm identity' && keys 1 && wait_for 'Name in the passport' || return 1
	type_text "$1"
	keys Enter
	type_text 2001-05-14
	keys Enter
	type_text "$2"
	keys Enter
	wait_for 'Name and birth date are as registered' && keys 1 && wait_for 'Open this seat' && pick 'Open this seat' && wait_gone 'Open this seat' && keys Escape
}
# second CODE: the second person signs in for an act of the first.
second() {
	wait_for 'A second person signs in' || return 1
	type_text "$1"
	keys Enter
	type_text "${pin[$1]}"
	keys Enter
	wait_gone 'A second person signs in'
}

# point_at TEXT: down a list until the pointer stands on it.
point_at() {
	local before
	for _ in 1 2 3 4 5 6 7 8; do
		screen | grep -F '▸' | grep -qF -- "$1" && return
		before=$(screen)
		keys Down
		until_true changed "$before" || return 1
	done
	return 1
}
# open_session ROOM: from anywhere to the session there.
open_session() {
	to_home && pick 'Examinations' && wait_for "$1" && point_at "$1" && keys Enter && wait_gone 'sessions'
}
# The text twice; a second key too soon after the first is refused, for nobody reads so fast.
read_aloud() {
	keys l
	wait_for 'oort zeven' && keys Space && wait_for ' 1 of 2' && until_true heard_twice && keys Escape && wait_for '2 running'
}
heard_twice() {
	on_screen ' 2 of 2' && return
	if on_screen 'Text 1 once more'; then keys Escape; else keys Space; fi # a key too many asks for a reason
	pause
	on_screen ' 2 of 2'
}
release_seat() {
	keys "$1"
	wait_for 'waits for you' && keys r && wait_for '2 running'
}

plan_practice() {
	pick 'Examinations' && wait_for 'Nothing is planned' && keys n && wait_for 'Plan an examination' && on_screen 'Dutch at the gate' && on_screen 'A practice exam' || return 1
	keys Tab Tab Tab
	type_text '1'
	keys Enter
	wait_for '2 of 2 ticked' && keys Down && keys Space && wait_for '1 of 2 ticked' && keys Enter && wait_for 'identity missing'
}
# start_room N: by the board, when so many have entered.
start_room() {
	to_board && wait_for "$1 of $1 entered" && keys s && wait_for 'Start the room?' && keys 1 && wait_for "$1 running"
}
to_board() {
	on_screen 'entered' && return
	keys Escape
	wait_for 'session' && keys Enter && wait_for 'entered'
}
handed_in() { [ "$(screen | grep -c '^.* ●  .* handed in$')" -eq "$1" ]; }
# close_session N: when so many have handed in.
close_session() {
	until_true handed_in "$1" && keys m && pick 'Close the session' && wait_for 'Yes, close it' && keys 1 && wait_gone 'Yes, close it'
}

# --- after the examination ------------------------------------------------------------------

# open_marking ROOM MISSING: from anywhere to the results of a session that waits.
open_marking() {
	to_home && pick 'Marking' && wait_for "$2" && point_at "$1" && keys Enter && wait_for 'Give the results out'
}
# mark_speaking NAME BAND: by somebody who did not teach this learner; back at the results.
mark_speaking() {
	wait_for 'Give the results out' && point_at "$1" && keys Enter && wait_for 'Marks: Speaking' && keys 1 && wait_for 'Did you teach' && keys 1 || return 1
	wait_for 'Partly done' && keys "$2" && wait_for 'Remark' && keys Enter && wait_gone 'Remark' && keys Escape
}
open_answers() { wait_for 'Give the results out' && keys 1 && wait_for 'Expected' && not_on_screen 'Botir'; }
# A slip stays one; a word that means the same earns all.
judge_answers() {
	local _
	for _ in 1 2; do
		if on_screen 'eetzaal'; then
			pick 'All points' && wait_gone 'eetzaal' || wait_for 'Every answer was looked at' || return 1
		else
			pick 'Stays as it is' && wait_gone 'kantinne' || wait_for 'Every answer was looked at' || return 1
		fi
	done
	wait_for 'Every answer was looked at' && keys Escape
}
give_out() { wait_for 'everything is there' && keys 2 && wait_for 'Yes, give them out' && keys 1 && wait_for 'Given out on'; }

# --- certificates ---------------------------------------------------------------------------

issue() {
	pick 'Certificates' && wait_for 'Issue' && keys 1 && wait_for 'Pass phrase of the key' || return 1
	type_text "$(cat "$home/phrase")"
	keys Enter
	second 2001 && wait_for '1 certificate issued' && keys Enter && wait_for 'KARIMOVA AZIZA'
}
withdraw() {
	point_at 'KARIMOVA AZIZA' && keys Enter && wait_for 'withdraw' && keys d && wait_for 'Withdraw this certificate' || return 1
	type_text 'Somebody else sat there'
	wait_for 'sat there' && keys Enter && second 2001 && wait_for 'WITHDRAWN'
}
