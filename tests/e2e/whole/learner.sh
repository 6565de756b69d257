# shellcheck shell=bash
# What a learner does at the terminal that is looked at. After lib.sh and drills.sh.
# shellcheck disable=SC2034 # read in drills.sh
means=(['de bewaker']='guard' ['de poort']='gate')

# From the first page to the one for signing in.
english() { wait_for 'Nederlands' && keys 4 && wait_gone 'Nederlands'; }

# in_as CODE: from the page for signing in to the home of that person.
in_as() {
	wait_for 'PIN' || return 1
	type_text "$1"
	wait_for "$1" || return 1
	keys Enter
	type_text "${pin[$1]}"
	keys Enter
	wait_for 'Sign out'
}
# Back, page by page, to the one that offers to sign out.
to_home() {
	local before
	for _ in 1 2 3 4 5 6; do
		on_screen '0  Sign out' && return
		before=$(screen)
		keys Escape
		until_true changed "$before"
	done
	wait_for '0  Sign out'
}
changed() { [ "$(screen)" != "$1" ]; }
out() {
	to_home && keys 0 && wait_for 'Sign out?' && keys Enter && english
}

# enter SEAT CODE: into the examination, from the page for signing in.
enter() {
	wait_for 'PIN' || return 1
	keys F10
	wait_for 'Number of your seat' || return 1
	type_text "$1"
	keys Enter
	type_text "$2"
	wait_for "$2" || return 1
	keys Enter
}
# Past the rules, which may be longer than the screen, to the questions to try.
past_rules() {
	wait_for 'Is this you?' && on_screen "$1" || return 1
	read_on 'When do you like to learn?'
}
# Three questions that nobody marks, each answered.
try_keys() {
	keys 1
	wait_for '1 of 3 answered' && keys Right && wait_for 'Write your first name.' || return 1
	type_text 'Aziza'
	wait_for '2 of 3 answered' && keys Escape Right && wait_for 'What time is that?' || return 1
	keys 3
	keys 2
	keys 1
	wait_for '3 of 3 answered' && keys Enter
}
# to_waiting SEAT CODE NAME: in, past rules and trial, to where the exam begins by itself.
to_waiting() {
	enter "$1" "$2" && past_rules "$3" && try_keys && wait_for 'Wait for the supervisor'
}
# hand_in: the part that is on the screen, whole.
hand_in() {
	keys Enter
	wait_for 'Yes, hand in' && keys 1 && wait_gone 'Yes, hand in'
}
# choose OPTION N OF: chosen, durable, drawn.
choose() {
	wait_for "question $2 of $3" && pick "$1" && wait_for "● $1" && wait_for "$2 of $3 answered"
}
# Where each right option is the same word.
answer_three() {
	choose 'Goedemorgen' 1 3 && keys Enter && choose 'Goedemorgen' 2 3 && keys Enter && choose 'Goedemorgen' 3 3 && hand_in
}
leave_and_in() { keys Enter && english && in_as "$1"; }
see_result() { keys F10 && wait_for 'passed' && keys Enter && wait_for 'Passed: 3 of 3'; }
# rehearse_seat SEAT CODE: before the day, at the terminal where somebody will sit.
rehearse_seat() {
	enter "$1" "$2" && wait_for 'This is a rehearsal' && read_on 'When do you like to learn?' && try_keys && wait_for 'This seat works' && keys Enter && english
}
# A part of one question, to its end.
one_question() { choose "$1" 1 1 && hand_in; }
typed_word() {
	wait_for 'Schrijf het woord' || return 1
	type_text "$1"
	wait_for '1 of 1 answered' && hand_in
}
finish_reading() { choose 'De lift' 2 2 && hand_in && wait_for 'Handed in' && on_screen 'Still to come in the room'; }
