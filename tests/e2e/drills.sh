# shellcheck shell=bash
# Drills answered rightly, after lib.sh. `means`, an array, says what each taught word means.

declare -A means=()
# The line of the screen that asks.
asked() { screen | grep -E 'What does this mean:|How do you say:|Match each|Say it with these words:|Type it in' | head -n 1 | sed 's/^ *//; s/ *$//'; }
is_asked() { [ -n "$(asked)" ]; }
# What stands behind the colon.
about() { asked | sed 's/^[^:]*: //'; }
# The taught side of a meaning.
taught() {
	local word
	for word in "${!means[@]}"; do
		[ "${means[$word]}" = "$1" ] && echo "$word" && return
	done
	return 1
}
# key_of TEXT: presses the digit that stands right before it, also in a running line.
key_of() {
	local digit
	digit=$(screen | grep -oE "[0-9]  ?$1( |\$)" | tail -n 1 | cut -c1)
	[ -n "$digit" ] && keys "$digit"
}
match_all() {
	local left
	while read -r left; do
		key_of "${means[$left]}" || return 1
	done < <(screen | sed -n 's/^[ ▸]*\(.*[^ ]\)  *….*$/\1/p')
	until_true not_on_screen '…' && keys Enter
}
put_words() {
	local word
	for word in $(taught "$1"); do
		key_of "${word//./\\.}" || return 1
	done
	keys 0
}
# One drill, answered rightly, and past its feedback.
drill() {
	until_true is_asked || return 1
	case $(asked) in
	'What does'*) pick "${means[$(about)]}" ;;
	'How do you'*) pick "$(taught "$(about)")" ;;
	'Match'*) match_all ;;
	'Say it'*) put_words "$(about)" ;;
	*)
		type_text "$(taught "$(about)")"
		keys Enter
		;;
	esac || return 1
	wait_for 'Right.' && keys Enter && wait_gone 'Right.'
}
drills() {
	for _ in $(seq "$1"); do
		drill || return 1
	done
}
# all_drills END: as many as there are, until that text comes.
all_drills() {
	for _ in $(seq 40); do
		until_true drill_or_end "$1" || return 1
		on_screen "$1" && return
		drill || return 1
	done
	return 1
}
drill_or_end() { is_asked || on_screen "$1"; }
