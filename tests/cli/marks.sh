#!/bin/sh
# After an exam, on the command line: an answer sheet typed in, marks, typed answers, release, a changed mark, and papers that go through a pipe.
# shellcheck source=tests/cli/lib.sh
. "${top_srcdir:-.}/tests/cli/lib.sh"
for tool in sqlite3 mkfifo timeout; do
	command -v $tool >/dev/null 2>&1 || {
		echo "1..0 # SKIP $tool is missing: apt-get install sqlite3 coreutils"
		exit 0
	}
done

# The PIN that the last command showed.
shown_pin() { grep -oE '[0-9]{6}' "$work/out" | tail -n 1; }
made() {
	exits 0 safar init --name "Dilnoza Yusupova" &&
		exits 0 safar person add --name "Jasur Rahimov" --role instructor --code 9001 && one=$(shown_pin) &&
		exits 0 safar person add --name "Kamola Azimova" --role instructor --code 9002 && other=$(shown_pin) &&
		printf '%s\n%s\n' "$one" "$other" >"$work/pins" && printf '%s\n%s\n' "$other" "$one" >"$work/swapped" &&
		exits 0 safar person add --name "Aziza Karimova" --birth 2001-05-14 --code 1001 && exits 0 safar person add --name "Botir Saidov" --birth 2001-05-14 --code 1002 &&
		exits 0 safar pack install "$top/tests/data/exams/dutch" && exits 0 safar exam plan --day "$(date +%F)" words/final 1001 1002 &&
		sqlite3 -bail "$SAFAR_STORE" "UPDATE exam_sitting SET state = 'identity', latin = 'KARIMOVA AZIZA', birth = '2001-05-14', document = 'FA1234567', confirmed_by = 2" && exits 0 safar exam paper -o "$work/forms.pdf" 1
}
enter() { safar exam enter --officer 9001 --second 9002 --pins-file "$work/pins" "$@"; }
# types TEXT CODE: what is typed for seat 1, from a pipe
types() {
	printf '%b' "$1" >"$work/typed"
	enter 1 1 <"$work/typed" >"$work/out" 2>"$work/err"
	[ $? -eq "$2" ]
}
untouched() { exits 0 safar exam show 1 && grep -q '^1 .* identity ' "$work/out"; }
unfinished() {
	types '' 1 && says 'the answers end before question 1; nothing was handed in' && types 'de kantinne\nde poort\n' 1 && says 'before question 3' &&
		types '\0377\n\n\n' 1 && says 'no UTF-8 text' && types "$(awk 'BEGIN { while (n++ < 5000) printf "a" }')\n\n\n" 1 && says 'longer than 4094 bytes' && untouched
}
on_a_terminal() {
	timeout 300 python3 "$top/tests/cli/marks.py" n "$build/src/safar" exam enter --officer 9001 --second 9002 --pins-file "$work/pins" 1 1 >"$work/out" 2>&1 && says 'asked again' && says 'ended with 1' && untouched
}
typed_in() {
	types 'de kantinne\n\na' 0 && says 'seat 1: 3 answers typed in, handed in' && printf 'question,answer\n1,de kantinne\n2,poort\n3,b\n' >"$work/sheet.csv" &&
		exits 0 enter --from "$work/sheet.csv" 1 2 && exits 4 enter --from "$work/sheet.csv" 1 2 && says 'its answers stay as they are' && exits 2 safar exam enter --officer 9001 1 1 && says 'name them with --officer and --second'
}
mark() { safar exam mark --officer 9001 --pins-file "$work/pins" "$@"; }
marked() {
	exits 4 mark 1 1 speaking task=1 clear=1 && says '--taught yes|no: say first whether you taught Aziza Karimova' &&
		exits 1 mark --taught no 1 1 speaking task=4 clear=1 && says "'task=4' is no criterion with a band" && exits 1 mark 1 1 speaking task=1 task=2 clear=1 && says 'is given twice' &&
		exits 2 mark --marker 4294967297 1 1 speaking task=1 clear=1 && exits 2 mark --absent 1 1 speaking task=1 &&
		for seat in 1 2; do
			exits 0 mark --taught no 1 $seat speaking task=2 clear=2 && exits 0 safar exam mark --officer 9002 --pins-file "$work/swapped" --taught no 1 $seat speaking task=2 clear=2 || return 1
		done || return 1
	exits 0 safar exam close --yes 1
}
states() { safar exam doubtful 1 | awk 'NR > 1 { print $NF }' | tr '\n' ' '; }
decided() {
	[ "$(states)" = 'open open ' ] && exits 1 safar exam confirm 1 1 99 && says "'99' is no number" && [ "$(states)" = 'open open ' ] &&
		exits 1 safar exam lift 1 all && says "'all' is no number" && [ "$(states)" = 'open open ' ] &&
		exits 0 safar exam confirm 1 all && [ "$(states)" = 'confirmed confirmed ' ] && exits 0 safar exam confirm --undo 1 all && [ "$(states)" = 'open open ' ] &&
		exits 0 safar exam lift --half 1 1 && exits 0 safar exam confirm 1 all && [ "$(states)" = 'half confirmed ' ] && exits 0 safar exam confirm --undo 1 all && [ "$(states)" = 'open open ' ] &&
		exits 0 safar exam confirm 1 1 2 && exits 0 safar exam release --yes 1
}
change() { safar exam review --change "$1" --reason "a fair half" --officer 9001 --second 9002 --pins-file "$work/pins" 1 1; }
changed() {
	exits 2 change 4294967298=half && says 'says no mark of a question' && exits 2 change 2=halves && exits 2 change 2 && exits 2 safar exam review --change 2=half --officer 9001 --second 9002 --pins-file "$work/pins" 1 1 && says '--reason TEXT' && exits 1 change 9=half && says 'no question 9' &&
		exits 0 change 2=half && exits 0 safar exam result --history 1 1 && grep -qE ' review +[12]\.5/3 3/7 +(not-)?passed +[45]\.5/10 ' "$work/out"
}
rescored() {
	exits 2 safar exam rescore --everybody --leave-out words/final w1 && exits 2 safar exam rescore --everybody --officer 9001 --second 9002 --pins-file "$work/pins" words/final w1 &&
		exits 0 safar exam rescore --everybody words/final w1 && says 'nothing is changed yet'
}
# A device or a pipe takes the bytes itself; a file put in its place would be a calamity.
piped() {
	mkfifo "$work/pipe" || return 1
	timeout 300 cat "$work/pipe" >"$work/report.pdf" &
	exits 0 safar exam report --pdf "$work/pipe" 1 && [ -p "$work/pipe" ] && wait $! && head -c 5 "$work/report.pdf" | grep -q '^%PDF' || return 1
	timeout 300 cat "$work/pipe" >"$work/marks.csv" &
	exits 0 safar analyse words/final --write-marks "$work/pipe" && [ -p "$work/pipe" ] && wait $! && grep -q '^sitting,w1,' "$work/marks.csv"
}
apart() { exits 2 safar exam paper -o "$work/a.pdf" --key "$work/a.pdf" 1 && says 'named for two papers' && [ ! -e "$work/a.pdf" ]; }
plain() {
	exits 2 safar certificate address --publish && says 'usage: safar certificate address' && exits 0 safar certificate address && says 'no address is set' &&
		exits 2 safar exam add --all 1 1001 && exits 2 safar exam announce --all && exits 2 safar key show --all && exits 2 safar exam check --first "$work/pins" "$work/sheet.csv"
}
ok 'a session whose identities are confirmed' made
ok 'a sheet that is not typed to its end is not handed in' unfinished
if command -v python3 >/dev/null 2>&1; then
	ok 'at a terminal a slip is asked again, and the whole compared' on_a_terminal
else
	ok 'at a terminal # SKIP python3 is missing: apt-get install python3' true
fi
ok 'to its end it is' typed_in
ok 'marks are given' marked
ok 'typed answers are decided by their numbers, all or none' decided
ok 'a changed mark, and the history in points' changed
ok 'one way of counting anew at a time' rescored
ok 'what goes to a pipe leaves it one' piped
ok 'each paper has a file of its own' apart
ok 'options that a command has not are no arguments' plain
finish
