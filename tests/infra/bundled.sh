#!/bin/bash
# The bundled courses, by keyboard in the line mode: whoever knows everything passes every unit check, and with the final
# practice exams given out, too, Flanders ends at its certificate.
. "$(dirname "$0")/../e2e/lib.sh"

for python in python3 /usr/bin/python3; do
	"$python" -c 'import yaml' 2>/dev/null && break
done
if ! "$python" -c 'import yaml' 2>/dev/null; then
	echo '1..0 # SKIP the yaml module of Python is missing: apt-get install python3-yaml'
	exit 0
fi
command -v sqlite3 >/dev/null 2>&1 || {
	echo '1..0 # SKIP sqlite3 is missing: apt-get install sqlite3'
	exit 0
}
plan 9
courses=$top_srcdir/courses
store_with "$courses"/{dutch-a1,french-a1,german-a1,conduct-belgium,workplace-safety,belgium}
"$safar" --store "$store" enrol 1001 flanders >/dev/null

passes() { "$python" "$top_srcdir/tests/infra/robot.py" "$safar" "$store" 1001 402817 "$@" >"$home/robot.txt" 2>&1 </dev/null || {
	sed 's/^/# /' "$home/robot.txt"
	return 1
}; }
says() { grep -qF -- "$1" "$home/robot.txt"; }

check 'Dutch' passes "$courses"/dutch-a1/{letters,first-day,numbers-and-time}
check 'contract and pay' passes "$courses/conduct-belgium/contract-and-pay"
check 'which is not all that Flanders asks for' [ "$(grep -c 'practice certificate is P' "$home/robot.txt")" -eq 0 ]
check 'French' passes "$courses"/french-a1/{letters,first-day,numbers-and-time}
check 'safety at work' passes "$courses"/workplace-safety/{signs-and-protection,danger-and-112}
check 'arriving and housing' passes "$courses/conduct-belgium/arriving"
check 'German' passes "$courses"/german-a1/{letters,first-day,numbers-and-time}
# The exams as they stand once their results were given out; enrolling looks at everything anew.
for exam in dutch-a1 workplace-safety conduct-belgium; do
	sqlite3 -bail -cmd ".timeout 10000" "$store" "
		INSERT INTO exam_session (exam, version, title, day, room, supervisor, state, started_at, planned_at)
			SELECT '$exam/final', id, 'Final exam', '2026-11-23', '', 0, 'closed', unixepoch() * 1000, 1 FROM pack_version WHERE pack = '$exam' AND state = 'active';
		INSERT INTO exam_seat (session, number) SELECT max(id), 1 FROM exam_session;
		INSERT INTO exam_sitting (id, session, seat, person, exam, version, state, latin, birth, document, started_at, ended_at)
			SELECT '$exam', s.id, 1, p.id, s.exam, s.version, 'submitted', 'KARIMOVA AZIZA', '2001-05-14', 'FA1234567', s.started_at, s.started_at
			FROM exam_session AS s, person AS p WHERE p.code = '1001' AND s.id = (SELECT max(id) FROM exam_session);
		INSERT INTO exam_life (sitting) VALUES ('$exam');
		INSERT INTO exam_release (session, at, assessor, act) SELECT max(id), 1, 0, 'program' FROM exam_session;
		INSERT INTO exam_outcome (sitting, at, cause, assessor, second, text, mark, maximum, scale, passed, complete, sections)
			VALUES ('$exam', 1, 'release', 0, 0, '', 30, 40, 1, 1, 1, '30/40');" || exit 1
done
check 'the final exams are' "$safar" --store "$store" enrol 1001 flanders
"$safar" --store "$store" export completions >"$home/out.csv" 2>/dev/null
check 'all three requirements are exported, with the certificate' test "$(grep -cE '^1001,.*,belgium/flanders,.*P [0-9 ]{19}' "$home/out.csv")" -eq 3
finish
