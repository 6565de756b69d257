#!/bin/bash
# A course of 100,000 items with two translations: checked, built, installed in little memory; and an installation that
# is killed half-way leaves nothing behind.
. "$(dirname "$0")/../e2e/lib.sh"
plan 7
store_short

# packs: what is offered to learners
packs() { "$safar" --store "$store" pack list 2>/dev/null; }
limited() { (ulimit -v 1500000 && "$@" >"$home/said.txt" 2>&1 </dev/null); }

"$top_srcdir/bench/big-pack.sh" "$home/big" 100 || bail 'cannot write the course' /dev/null
check 'it is sound' limited "$safar" pack check "$home/big"
check 'it is built' limited "$safar" pack build "$home/big" -o "$home/one.safar"
limited "$safar" pack build "$home/big" -o "$home/two.safar"
check 'twice the same bytes' cmp -s "$home/one.safar" "$home/two.safar"

# Killed later and later, as long as it takes.
left=0
for moment in 0.3 0.8 1.5 2.5 4; do
	"$safar" --store "$store" pack install "$home/big" >/dev/null 2>&1 </dev/null &
	program=$!
	read -r -t "$moment" -u 9 || :
	kill -9 "$program" 2>/dev/null
	wait "$program" 2>/dev/null
	"$safar" --store "$store" pack list >"$home/said.txt" 2>&1 || left=$((left + 1))
	# finished before it was killed: then it is there as a whole
	grep -q '^big' "$home/said.txt" && break
done
check 'killed installations leave a store that opens' test "$left" -eq 0
check 'the whole is installed in 1.5 GB of address space' limited "$safar" --store "$store" pack install "$home/big"
check 'and is offered' test -n "$(packs | grep '^big')"
check 'the built file is the same course' limited "$safar" --store "$store" pack install "$home/one.safar"
finish
