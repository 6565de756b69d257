#!/bin/bash
# Hundreds of power cuts: a session answers without a pause and is killed (-9) at any moment. Whatever it had shown
# as judged must be in the store, the store must be sound, and the next session must go on.
. "$(dirname "$0")/../e2e/lib.sh"
KILLS=${KILLS:-200}
plan 4
store_short

if ! command -v sqlite3 >/dev/null 2>&1; then
	for name in 'answers' 'store' 'sessions' 'end'; do skip "$name" 'sqlite3 is missing: apt-get install sqlite3'; done
	exit 0
fi

sql() { sqlite3 -cmd '.timeout 5000' "$store" "$1"; }
RANDOM=4711 # the same moments in every run, as far as the machine allows

# Sign in, then for ever: an answer, and past its feedback.
input() {
	printf '4\n1001\n402817\n1\n'
	while printf '1\n\n'; do :; done
}

judged() { grep -qE '^(✓ Right|✗ Not yet)' "$home/out.txt"; }

lost=0 unsound=0 stuck=0 answered=0
for ((round = 1; round <= KILLS; round++)); do
	before=$(sql 'SELECT count(*) FROM answer')
	input 2>/dev/null | "$safar" --plain --store "$store" >"$home/out.txt" 2>"$home/err.txt" &
	pipe=$!
	((round % 2)) || until_true judged # every other time there is something to lose, on a slow machine too
	read -r -t "0.$(printf '%03d' $((30 + RANDOM % 120)))" -u 9 || :
	# the last process of the pipe is the program
	kill -9 "$pipe" 2>/dev/null
	wait "$pipe" 2>/dev/null
	shown=$(grep -cE '^(✓ Right|✗ Not yet)' "$home/out.txt")
	after=$(sql 'SELECT count(*) FROM answer')
	if ((after - before < shown)); then
		lost=$((lost + 1))
		echo "# round $round: $shown judged on the screen, $((after - before)) in the store"
	fi
	answered=$((after))
	if ((round % 20 == 0)) && [ "$(sql 'PRAGMA quick_check; PRAGMA foreign_key_check')" != ok ]; then
		unsound=$((unsound + 1))
	fi
	if grep -q . "$home/err.txt"; then
		stuck=$((stuck + 1))
		sed 's/^/# /' "$home/err.txt"
	fi
done

check "no judged answer of $KILLS killed sessions is lost ($answered stored)" test "$lost" -eq 0
check 'the store is sound all the way' test "$unsound" -eq 0
check 'no session complained' test "$stuck" -eq 0
check 'there was something to lose' test "$answered" -gt $((KILLS / 4))
finish
