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
check '200 killed boards leave nothing half done, and lose no answer' env SAFAR_KILLS="${KILLS:-200}" "$test"
finish
