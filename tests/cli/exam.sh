#!/bin/sh
# Sessions of exams on the command line.
# shellcheck source=tests/cli/lib.sh
. "${top_srcdir:-.}/tests/cli/lib.sh"

exits 0 safar init --name "Dilnoza Yusupova"
officer_pin=$(sed -n 's/.*PIN \([0-9]*\)$/\1/p' "$work/out")
exits 0 safar person add --name "Jasur Rahimov" --role instructor --code 9002
printf '%s\n%s\n' "$officer_pin" "$(sed -n 's/.*PIN \([0-9]*\)$/\1/p' "$work/out")" >"$work/pins"
exits 0 safar person add --name "Aziza Karimova" --birth 2001-05-14 --code 1001
exits 0 safar person add --name "Botir Saidov" --birth 2001-05-15 --code 1002
exits 0 safar pack install "$top/tests/data/exams/pack"
day=2150-01-31

installed() {
	exits 0 safar exam list --exams && says "safety/mock" && says "Practice exam"
}
planned() {
	exits 0 safar exam plan --day $day --room 2 safety/mock 1001 1002 && says "session 1 is planned"
}
refused() {
	exits 2 safar exam plan mock 1001 &&
		exits 1 safar exam plan --day 2001-01-01 mock 1001 && says "is over" &&
		exits 1 safar exam plan --day $day final 1001 && says "no exam 'final' is installed" &&
		exits 1 safar exam plan --day $day mock 7777 && says "nobody has the code '7777'" &&
		exits 1 safar exam plan --day $day mock 1001 1001 && says "has a seat in this session already" &&
		exits 1 safar exam show 2 && says "no such session" &&
		exits 1 safar exam plan --day $day --room "$(printf 'a\033[31mb')" mock 1001 && says "Room: the text is"
}
codes() {
	exits 0 safar exam seats 1 && says "seat 1: Aziza Karimova (1001), seat code " && says "seat 2: Botir Saidov" &&
		grep -qE 'code [0-9]{6}$' "$work/out" && exits 0 safar exam seats 1 2 && ! grep -q Aziza "$work/out"
}
hashed() {
	code=$(sed -n 's/.*code \([0-9]*\)$/\1/p' "$work/out")
	[ "${#code}" -eq 6 ] && ! grep -qa "$code" "$SAFAR_STORE" "$SAFAR_STORE-wal" 2>/dev/null
}
shown() {
	exits 0 safar exam list && says "$day" && exits 0 safar exam show 1 && says "planned" &&
		exits 0 safar exam show --events --json 1 && says '"act":"code"'
}
unfinished() {
	exits 1 safar exam result 1 1 && says "seat 1 has no result yet" && exits 2 safar exam result 1 x && says "is no number" &&
		exits 2 safar exam result 1 4294967297 && says "is no number"
}
grouped() {
	exits 0 safar pack install "$top/tests/screens/packs/way" && exits 0 safar enrol 1002 north &&
		exits 0 safar exam plan --day $day --group north mock 1001 && says "session 2 is planned" &&
		exits 0 safar exam show 2 && says "1001" && says "1002" &&
		exits 1 safar exam plan --day $day --group nowhere mock && exits 2 safar exam plan --day $day mock
}
widened() {
	exits 0 safar person add --name "Otabek Aliyev" --birth 2001-05-16 --code 1003 && exits 0 safar exam add 2 1003 && says "seat 3: 1003" &&
		exits 1 safar exam add 2 1003 && says "has a seat in this session already"
}
helped() {
	both="--officer 1000 --second 9002 --pins-file $work/pins"
	# shellcheck disable=SC2086 # several options
	exits 2 safar exam help --extra 25 2 1 && says "two people sign in" && exits 0 safar exam help --extra 25 $both 2 1 && exits 0 safar exam help --aloud yes 2 1 &&
		exits 0 safar exam events 2 && says "25 %, aloud" && says "second" && exits 0 safar exam events --json 2 && says '"second":""' && says '"second":"Jasur Rahimov"' &&
		exits 2 safar exam help 2 1 && exits 2 safar exam help --aloud maybe 2 1 && exits 1 safar exam help --extra 201 $both 2 1
}
rehearsed() {
	exits 1 safar exam rehearse 2 && says "The pack is installed: safety 1.0.0" && says "unchanged and can be shown" &&
		says "Codes are given: 0 of 3 seats" && says "Tried at a terminal: 0 of 3 seats" &&
		exits 1 safar exam rehearse --json 2 && says '{"subject":"seats","mark":"bad"' && exits 1 safar exam rehearse 77 && exits 2 safar exam rehearse &&
		exits 1 safar exam rehearse 2 && grep -qE 'The clock says [0-9-]{10} [0-9]{2}:[0-9]{2},' "$work/out" # as the clock on the wall, not in UTC
}
elsewhere() {
	SAFAR_MACHINE_ID=$work/machine "$build/src/safar" "$@"
}
# The same store on another machine: told when planning and rehearsing, until somebody decides.
copied() {
	echo 0123456789abcdef >"$work/machine" && exits 0 elsewhere site show && says "other" &&
		exits 0 elsewhere exam plan --day $day mock 1001 && says "made on another machine" &&
		exits 1 elsewhere exam rehearse 3 && says "no seat can be opened here" &&
		exits 2 elsewhere site moved &&
		exits 1 elsewhere site moved --why " " &&
		exits 0 elsewhere site moved --why "the old computer broke" &&
		exits 0 elsewhere site show && says "same" &&
		exits 0 safar exam events 3 && says "the old computer broke"
}
closed() {
	exits 1 safar exam close 2 && says "confirm with --yes" && exits 0 safar exam close --yes 2 && exits 0 safar exam list && says "closed" &&
		exits 0 safar exam result 2 1 && says "never begun: no result, and no attempt" && ! grep -q "not passed" "$work/out" &&
		exits 1 safar exam rehearse 2 && says "this session is closed" && exits 1 safar exam add 2 1001
}
# What was closed without a sitting gave its results out by itself; nothing is there to mark.
afterwards() {
	exits 1 safar exam release --yes 2 && says "given out already" && exits 0 safar exam doubtful 2 && says "number" &&
		exits 1 safar exam confirm 2 1 && says "is no number of an answer" && exits 0 safar exam confirm 2 all &&
		exits 0 safar exam reviews --json && says "[]" && exits 1 safar exam review --answer "No." 2 1 && says "nobody asked" &&
		exits 2 safar exam review --change 3=most --reason x --officer 1 --second 2 2 1 && says "write 3=full" &&
		exits 1 safar exam rescore safety/mock s1 && says "nobody was asked 'safety/mock/s1'" && exits 1 safar exam rescore mock s1 && says "with its pack" &&
		exits 1 safar exam mark 2 1 talk && says "has no section 'talk'" && exits 2 safar exam mark 2 1 &&
		exits 1 safar exam release 3 && says "confirm with --yes" && exits 1 safar exam release --yes 3 && says "not closed yet" &&
		printf '402817\n' >"$work/pin" && exits 0 safar exam result --history 2 1 && says "assessor" &&
		exits 2 safar exam rescore --everybody --reason x --second 2 --officer 1 safety/mock
}
# two of six signs, three of the unit's check: the items given stand for their strata
judged() {
	printf 'judge,s1,s2,one/%s\npoints,1,1,1\nA,0.5,0.7,0.6\nB,0.7,0.9,0.8\n' "$1" >"$work/judges.csv"
	exits 0 safar exam angoff --judged 2026-11-20 --rounds 2 mock "$work/judges.csv" && says "cut 1: 3.5000 of 5 points, standard error 0.5000, 2 judges"
}
misjudged() {
	exits 2 safar exam angoff mock "$work/judges.csv" && exits 1 safar exam angoff --judged soon mock "$work/judges.csv" && says "'soon' is no date" &&
		sed 's/s2/s9/' "$work/judges.csv" >"$work/other.csv" && exits 1 safar exam angoff --judged 2026-11-20 mock "$work/other.csv" && says "other.csv:1:10': the exam cannot draw 's9'" &&
		sed 's/,1,1,1/,2,1,1/' "$work/judges.csv" >"$work/other.csv" && exits 1 safar exam angoff --judged 2026-11-20 mock "$work/other.csv" && says "other.csv:2:8': 's1' earns 1 points, not 2" &&
		sed 's/^A,0.5/A,/' "$work/judges.csv" >"$work/other.csv" && exits 1 safar exam angoff --judged 2026-11-20 mock "$work/other.csv" && says "other.csv:3:3'" && says "every judge gives one" &&
		cut -d, -f1-3 "$work/judges.csv" >"$work/other.csv" && exits 1 safar exam angoff --judged 2026-11-20 mock "$work/other.csv" && says "nothing is estimated of 'one'"
}
cuts() {
	exits 0 safar exam angoff mock && says "2026-11-20" && says "3.5000" && exits 0 safar exam angoff --json safety/mock && says '"standard-error":"0.5000"'
}
# An exam is named as its pack names it in the reader's language.
in_russian() {
	LANGUAGE=ru "$build/src/safar" "$@"
}
named() {
	exits 0 safar pack install "$top/tests/data/exams/gaps" && exits 0 safar exam plan --day 2150-02-01 gaps/final 1001 &&
		exits 0 safar exam list && says "Exam with gaps" && exits 0 in_russian exam list && says "Экзамен с пропусками" &&
		exits 0 in_russian exam list --exams && says "Экзамен с пропусками"
}
# What is planned, sat or not yet given out is not changed behind anybody's back.
confirmed() {
	exits 1 safar pack install "$top/tests/data/exams/pack-2" && says "2 sessions of exams of 'safety' are not over:" && says "  1  $day  safety/mock  planned" && says "  3  $day  safety/mock  planned" &&
		says "nothing was installed; answer y, or add --yes" && exits 0 safar pack list && grep -q '^safety  *1\.0\.0' "$work/out" &&
		exits 0 safar pack install "$top/tests/data/exams/pack" && says "installed already" && ! grep -q "not over" "$work/out" &&
		exits 0 safar pack install --yes "$top/tests/data/exams/pack-2" && says "not over" && says "2.0.0 installed in place of 1.0.0" &&
		exits 1 safar pack install --downgrade "$top/tests/data/exams/pack" && says "not over" && exits 0 safar pack remove --yes safety && exits 1 safar exam plan --day $day mock 1002 &&
		exits 0 safar exam show 3 && says "planned" && exits 0 safar exam seats 3 && says "seat code"
}
over() {
	exits 1 safar pack remove gaps && says "1 session of an exam of 'gaps' is not over:" && says "4  2150-02-01  gaps/final  planned" && says "nothing was removed" &&
		exits 0 safar exam close --yes 4 -o "$work/gaps.json" && exits 1 safar pack remove gaps && says "nothing was removed" && ! grep -q "not over" "$work/out" &&
		exits 0 safar pack remove --yes gaps
}
# Many more than a room has seats for: told as such.
crowded() {
	awk 'BEGIN { print "code,name,birth,role"; for (i = 0; i < 2500; i++) printf "%d,Learner Number %d,2000-01-01,learner\n", 10000 + i, i }' >"$work/people.csv"
	exits 0 safar person import --yes "$work/people.csv" && exits 0 safar pack install "$top/tests/data/exams/pack" && exits 1 safar exam plan --day $day --group all --leave-out mock && says "a session has 1 to 500 seats"
}
ok "installed exams are listed" installed
ok "a session is planned" planned
ok "what cannot be planned is refused" refused
ok "codes are given seat by seat" codes
ok "codes are not kept as they are" hashed
ok "sessions, seats and events are shown" shown
ok "there is no result before the end" unfinished
ok "a group is planned with others" grouped
ok "more people get seats" widened
ok "seats get help" helped
ok "a session is rehearsed" rehearsed
ok "a copied store is told" copied
ok "a session is closed" closed
ok "what comes after a session" afterwards
ok "judges say where the pass mark should stand" judged "$(sed -n 's/.*{id: \([a-z0-9]*\), type: .*/\1/p' "$top/tests/data/exams/pack/units/one.yaml" | head -n 1)"
ok "what judges cannot mean is refused" misjudged
ok "cuts are listed" cuts
ok "exams are named in the reader's language" named
ok "a pack whose sessions are not over changes only on purpose" confirmed
ok "one whose exams are over is asked about as any" over
ok "a group that no room holds is refused" crowded
finish
