#!/bin/bash
# Power cuts in an examination, at any moment: of the learner's program, of the supervisor's, of both. What was acknowledged is there, the clock stands within
# its rule, and there is one sitting.
. "$(dirname "$0")/lib.sh"
KILLS=${KILLS:-20}
plan 6
room=$top_builddir/tests/e2e/room
if [ ! -x "$room" ]; then
	for name in 'answers' 'minutes' 'clock' 'questions' 'store' 'losses'; do skip "$name" "$room is not built"; done
	exit 0
fi
store_with "$top_srcdir/tests/screens/packs/exam"
in_room() { "$room" "$store" "$@" 2>>"$home/room.txt"; }
read -r session code <<<"$(in_room plan hall/final 1001)"
[ -n "$code" ] || bail 'cannot plan an examination' "$home/room.txt"

now_ms() { read -r up _ </proc/uptime && echo "${up/./}0"; }
look() { in_room state "$session" 1 >"$home/state.txt"; }
of() { sed "s/.* $1=\([^ ]*\).*/\1/" "$home/state.txt"; }
is_state() { look && [ "$(cut -d ' ' -f 1 "$home/state.txt")" = "$1" ]; }
RANDOM=${SEED:-4711}

entered() { grep -q 'Is this you' "$home/out.txt"; }

# For ever: one answer to the question on the screen, and the other.
answers() {
	local i=0
	while printf '%d\n' $((i++ % 2 + 1)); do :; done
}

# A pipe has no clock of its own: each line lets the program look where it is. One at a time, so that none is left over for the first question:
# it stays on the screen, and all answers go to it.
goes_on() {
	local size
	size=$(wc -c <"$home/out.txt")
	grep -q 'Time left' "$home/out.txt" && return
	((size == heard)) || echo >&8
	heard=$size
	return 1
}

# answers_shown: how many answers came back to the screen as chosen; a page that came once more (help was asked for) says the same again.
answers_shown() { grep '(chosen)' "$home/out.txt" | uniq | grep -c .; }
shown_at_least() { [ "$(answers_shown)" -ge "$1" ]; }

mkfifo "$home/keys"
lost_answers=0 lost_minutes=0 clock=0 questions=0 unsound=0 acknowledged=0 stuck=0 items=
for ((round = 1; round <= KILLS; round++)); do
	look
	rows=$(of rows) added=$(of added) consumed=$(of consumed)
	"$safar" --plain --store "$store" <"$home/keys" >"$home/out.txt" 2>"$home/err.txt" &
	learner=$!
	exec 8>"$home/keys"
	began=$(now_ms)
	printf '4\n:exam\n1\n%s\n' "$code" >&8
	# the first time the room is started when the learner is in it; then there is the supervisor's release
	heard=0
	if ((round == 1)); then
		until_true entered || stuck=$((stuck + 1))
		in_room start "$session"
	else
		until_true is_state paused || stuck=$((stuck + 1))
		in_room release "$session" 1
	fi
	until_true goes_on || stuck=$((stuck + 1))
	: >"$home/dots.txt"
	supervisor=
	if ((round % 3 != 1)); then
		"$room" "$store" hammer "$session" 1 >"$home/dots.txt" 2>/dev/null &
		supervisor=$!
	fi
	answers >&8 2>/dev/null &
	fingers=$!
	# after so many answers and a moment: on a machine that is slow today there is as much to lose
	until_true shown_at_least $((RANDOM % 4)) || stuck=$((stuck + 1))
	read -r -t "0.$(printf '%03d' $((20 + RANDOM % 200)))" -u 9 || :
	case $((round % 3)) in
	0) kill -9 "$supervisor" "$learner" ;;
	1) kill -9 "$learner" ;;
	2)
		kill -9 "$supervisor"
		read -r -t 0.05 -u 9 || :
		kill -9 "$learner"
		;;
	esac 2>/dev/null
	{ kill "$fingers"; exec 8>&-; wait "$learner" "$supervisor" "$fingers"; } 2>/dev/null
	ended=$(now_ms)
	look
	shown=$(answers_shown) # each page after an answer says "(chosen)": it was shown, so it is kept
	dots=$(wc -c <"$home/dots.txt")
	acknowledged=$((acknowledged + shown))
	if (($(of rows) - rows < shown - 1)); then # the first page may show what was chosen before
		lost_answers=$((lost_answers + 1))
		echo "# round $round: $shown answers on the screen, $(($(of rows) - rows)) in the store"
	fi
	((dots <= $(of added) - added)) || lost_minutes=$((lost_minutes + 1))
	# never more than passed, and never back
	if (($(of consumed) < consumed || $(of consumed) - consumed > ended - began)); then
		clock=$((clock + 1))
		echo "# round $round: $consumed ms before, $(of consumed) after $((ended - began)) ms"
	fi
	[ -z "$items" ] || [ "$(of items)" = "$items" ] || questions=$((questions + 1))
	items=$(of items)
	if grep -q . "$home/err.txt"; then
		stuck=$((stuck + 1))
		sed 's/^/# /' "$home/err.txt"
	fi
done
"$safar" --store "$store" exam show "$session" >"$home/show.txt" 2>&1 || unsound=1

check "no acknowledged answer of $KILLS killed programs is lost ($acknowledged shown)" test "$lost_answers" -eq 0
check 'nor a minute that the supervisor gave' test "$lost_minutes" -eq 0
check 'the clock stands within its rule' test "$clock" -eq 0
check 'the questions stay the same' test "$questions" -eq 0
check 'the store is sound, and nobody was stuck' test "$unsound$stuck" = 00
check 'there was something to lose' test "$acknowledged" -gt $((KILLS / 2))
finish
