#!/bin/bash
# Two hundred supervisors' boards killed (-9) at any moment while learners answer; the short run of the same test has twenty.
. "$(dirname "$0")/../e2e/lib.sh"
plan 1
export top_srcdir
test=$(dirname "$safar")/../tests/app/t-exam-board-kill
if ! [ -x "$test" ]; then
	skip 'killed boards' "$test is missing: make check builds it"
	exit 0
fi
# The test's own report is a comment of this one.
kills() { SAFAR_KILLS="${KILLS:-200}" "$test" >"$home/report.txt" 2>&1 || { sed 's/^/# /' "$home/report.txt"; return 1; }; }
check '200 killed boards leave nothing half done, and lose no answer' kills
finish
