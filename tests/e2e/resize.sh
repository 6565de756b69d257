#!/bin/bash
# The screen changes its size in the middle of a lesson.
. "$(dirname "$0")/lib.sh"
plan 6
store_short
start 80x24 --store "$store"
check 'signed in' sign_in 4 1001 402817
wait_for 'Today'
keys Enter
shows 'de bewaker' 'a lesson page with a table at 80x24'
screen >"$home/before"
resize 40x12
shows 'The gate' 'it is laid out anew at 40x12'
check 'and fits' fits 40 12
resize 80x24
shows 'de bewaker' 'back at 80x24 the table is there again'
same_as_before() { screen | diff -q "$home/before" - >/dev/null; }
check 'exactly as before' until_true same_as_before
finish
