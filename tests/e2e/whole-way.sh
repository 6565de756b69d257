#!/bin/bash
# The whole way: a lesson, practice, the check, a practice exam; then a rehearsed, supervised examination of a sealed bank by two learners, one of whom loses
# power; marks, release, certificates, and what a stranger in Belgium sees of them, at the command line and in a browser, before and after one is withdrawn.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/drills.sh"
for part in centre learner staff; do
	# shellcheck source=/dev/null
	. "$(dirname "$0")/whole/$part.sh"
done
RIGHT='Right.' TYPED='in Dutch' OF_TEN=$(of_ten en)
plan 81
export HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config

# step NAME COMMAND…: a test on which all that follows is built.
step() {
	check "$@"
	((test_failed == 0)) || { echo "Bail out! $1"; exit 1; }
}
sees() { wait_for "$1"; }
centre

# --- the course: lesson, practice, check -----------------------------------------
start 80x24 --store "$store"
english
step 'a learner signs in' in_as 1001
keys 1
step 'and works through the lesson' through_lesson
step 'the unit is done' sees 'every page of this unit'
keys Enter
wait_for 'Unit check'
keys Enter
step 'the check' through_check
step 'is passed' sees '10 of 10 points'
to_practice() { to_home && keys 7 && wait_for 'Search' && type_text 'poort' && wait_for 'gate' && keys F8 && until_true is_asked; }
step 'practice of words found by searching' to_practice
practised() { all_drills 'Done for now.'; }
step 'to its end' practised
step 'then the learner signs out' out

# --- a practice exam: planned at the screen, sat at a terminal -----------------------
step 'the instructor signs in' in_as 2001
step 'plans a practice exam for one of two learners' plan_practice
step 'confirms her identity' confirm 'KARIMOVA<<AZIZA' FA1234567
codes_of 1
terminal a
step 'she enters, reads the rules, tries the keys' to_waiting 1 "${codes[1]}" 'KARIMOVA AZIZA'
at 0
step 'the room is started' start_room 1
at a
step 'three questions' answer_three
step 'handed in' sees 'Handed in'
at 0
step 'the session is closed' close_session 1
run exam show 1
at a
step 'she signs in again' leave_and_in 1001
step 'and sees that she passed' see_result
step 'which is no certificate' sees 'counts for no certificate'
out

# --- the examination: rehearsed, opened by two officers -------------------------------
day=$(today)
run exam plan --day "$day" --room 2 live/dutch 1001 1002
run exam plan --day "$day" --room 3 live/site 1001
run exam plan --day "$day" --room 4 live/rules 1001
codes_of 2
step 'seat 1 is tried at its terminal' rehearse_seat 1 "${codes[1]}"
terminal b
step 'seat 2, too' rehearse_seat 2 "${codes[2]}"
rehearsed() { exits 0 exam rehearse 2 && says 'as they should be before the day' && says 'Tried at a terminal: 2 of 2 seats.'; }
step 'the rehearsal finds everything' rehearsed
step 'on the day two officers open the bank' open_bank 2
opened() { exits 0 exam rehearse 2 && says 'The bank is open for this session.'; }
step 'which changes nothing else' opened

# --- the day ---------------------------------------------------------------------------
at 0
step 'the session is found' open_session 'room 2'
step 'the first identity is confirmed' confirm 'KARIMOVA<<AZIZA' FA1234567
keys Down
step 'and the second' confirm 'SAIDOV<<BOTIR' FB7654321
at a
step 'one learner enters' to_waiting 1 "${codes[1]}" 'KARIMOVA AZIZA'
at b
step 'the other too' to_waiting 2 "${codes[2]}" 'SAIDOV BOTIR'
at 0
step 'the room is started' start_room 2
step 'a text is read aloud twice, and counted' read_aloud
at a
step 'one learner has heard it' one_question 'Poort zeven'
step 'types a word with a slip' typed_word kantinne
step 'begins to read' choose 'De lift' 1 2
at b
step 'the other has heard it, too' one_question 'Poort zeven'
step 'types a word that nobody thought of' typed_word eetzaal
step 'begins to read, too' choose 'De lift' 1 2
keys Right
step 'and goes on' sees 'question 2 of 2'
kill -9 "$(program_pid)"
step 'when the power fails' wait_exit
terminal c
enter 2 "${codes[2]}"
step 'at another terminal the exam is paused' sees 'Your exam is paused'
at 0
step 'the supervisor sees it, and lets it go on' release_seat 2
at c
step 'at the same question, with what was answered' sees '1 of 2 answered'
step 'and to the end' finish_reading
at a
keys Right
step 'the first one, too' finish_reading
at 0
step 'the session is closed' close_session 2
closed() {
	exits 0 exam close -o "$home/closing.sealed" --sign --phrase-file "$home/phrase" 2 && exits 0 exam check --key "$home/centre.key" --first "$home/first" --second "$home/second" "$home/closing.sealed"
}
step 'its closing file is sealed, signed and checked' closed
report() { exits 0 exam report --pdf "$home/report.pdf" 2 && head -c 5 "$home/report.pdf" | grep -q %PDF; }
step 'and the report for two signatures printed' report

# --- marks, typed answers, release ---------------------------------------------------------
at 0
step 'the assessor finds what is missing' open_marking 'room 2' '2 marks are missing'
step 'marks what one learner said' mark_speaking 'Aziza' 3
step 'and the other' mark_speaking 'Botir' 2
step 'opens the typed answers, which have no names' open_answers
step 'lifts one, and confirms the other' judge_answers
step 'gives the results out' give_out

# --- the other two: at one screen, and on paper ---------------------------------------------
step 'the second examination is opened' open_bank 3
codes_of 3
step 'its identity is confirmed' open_session 'room 3'
step 'as before' confirm 'KARIMOVA<<AZIZA' FA1234567
at a
keys Enter
english
step 'the learner enters' to_waiting 1 "${codes[1]}" 'KARIMOVA AZIZA'
at 0
step 'the room is started again' start_room 1
at a
step 'one question' one_question 'For everybody'
step 'handed in again' sees 'Handed in'
at 0
step 'and closed' close_session 1
given() { exits 0 exam release --yes --officer 2001 --pins-file "$home/pins.2" "$1"; }
step 'with nothing to look at the results can be given out' given 3

step 'the third is opened' open_bank 4
step 'identity once more' open_session 'room 4'
step 'is confirmed' confirm 'KARIMOVA<<AZIZA' FA1234567
printf 'question,answer\n1,8\n' >"$home/sheet.csv"
on_paper() {
	exits 0 exam paper -o "$home/paper.pdf" --key "$home/answers.pdf" 4 && head -c 5 "$home/paper.pdf" | grep -q %PDF &&
		exits 0 exam enter --officer 2001 --second 1000 --pins-file "$home/pins.2" --from "$home/sheet.csv" 4 1
}
step 'it is printed, and the sheet typed in by two' on_paper
third() { exits 0 exam close --yes 4 && given 4; }
step 'closed and given out' third

# --- certificates -----------------------------------------------------------------------------
ready() { exits 0 certificate ready && says 'KARIMOVA AZIZA' && says 'yes' && ! grep -q SAIDOV "$home/cli.txt"; }
step 'who passed all three is ready' ready
at 0
step 'the instructor goes' out
step 'the administrator comes' in_as 1000
step 'and issues, with a second person' issue
exits 0 certificate list
serial=$(grep -oE '^[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}' "$home/cli.txt" | head -n 1)
step 'the certificate has a serial' test -n "$serial"
files() {
	exits 0 certificate show --json "$home/aziza.json" --pdf "$home/aziza.pdf" --png "$home/aziza.png" --languages nl,uz "$serial" &&
		head -c 5 "$home/aziza.pdf" | grep -q %PDF && head -c 4 "$home/aziza.png" | grep -qa PNG &&
		exits 0 certificate show --compact "$serial" && cp "$home/cli.txt" "$home/aziza.txt"
}
step 'it is written as file, paper, picture and code' files

# --- a stranger in Belgium ----------------------------------------------------------------------
unknown() { verdict 3 "$home/aziza.json"; }
step 'a stranger without lists does not know the issuer' unknown
takes() { stranger trust import --yes "$home/trust.json" && withdrawn_list 1 && stranger trust import "$home/withdrawn.1.json"; }
step 'but takes the two lists' takes
valid() {
	verdict 0 --passport 'FA 1234567' "$home/aziza.json" && says 'passport number: matches' && says 'Speaking: 4 of 4' && says 'KARIMOVA AZIZA' && verdict 0 "$home/aziza.txt"
}
step 'and finds the certificate valid, file and code' valid
in_browser 'in the browser it is valid, and the passport matches' 'good: Valid' 'The passport number matches.'

at 0
step 'it is withdrawn, with a second person' withdraw
takes_second() { withdrawn_list 2 && stranger trust import "$home/withdrawn.2.json"; }
step 'the stranger takes the newer list' takes_second
gone() { verdict 4 "$home/aziza.json" && verdict 4 "$home/aziza.txt"; }
step 'and finds it withdrawn' gone
in_browser 'in the browser it is withdrawn' 'bad: Withdrawn' ''
finish
