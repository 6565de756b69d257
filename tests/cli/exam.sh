#!/bin/sh
# Sessions of exams on the command line.
# shellcheck source=tests/cli/lib.sh
. "${top_srcdir:-.}/tests/cli/lib.sh"

exits 0 safar init --name "Dilnoza Yusupova"
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
		exits 1 safar exam show 2 && says "no such session"
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
	exits 1 safar exam result 1 1 && says "seat 1 has no result yet" && exits 2 safar exam result 1 x && says "is no number"
}
ok "installed exams are listed" installed
ok "a session is planned" planned
ok "what cannot be planned is refused" refused
ok "codes are given seat by seat" codes
ok "codes are not kept as they are" hashed
ok "sessions, seats and events are shown" shown
ok "there is no result before the end" unfinished
finish
