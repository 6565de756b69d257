#!/bin/sh
# Secrets asked for on a terminal: what is said without one, and what becomes of the terminal when somebody gives up.
. "${top_srcdir:-.}/tests/cli/lib.sh"

# without a terminal
alone() { # TEXT ARGUMENT…
	text=$1
	shift
	setsid -w "$build/src/safar" "$@" </dev/null >"$work/out" 2>"$work/err"
	got=$?
	[ "$got" -eq 2 ] && says "$text" || { echo "# exit $got: $*"; return 1; }
}
asks() { # HOW
	timeout 60 python3 "$top/tests/cli/phrase.py" "$1" "$build/src/safar" key new -o "$work/$1.key" >"$work/out" 2>&1 || { sed 's/^/# /' "$work/out"; return 1; }
}
exits 0 safar init --site 'Samarqand' --name 'Dilnoza Yusupova'
echo 'six words that nobody would guess' >"$work/words"
ok 'a pass phrase may stand in a file' alone 'a pass phrase is asked on a terminal; without one put it into a file and give --phrase-file' key new -o "$work/x.key"
ok 'PINs in another' alone 'PINs are asked on a terminal; without one put both into a file, one in each line, and give --pins-file' \
	certificate revoke --reason 'A letter was wrong' --officer 1000 --second 9002 '1234 5678 9012 3456'
ok 'the phrases of two officers in two' alone 'give --first and --second' exam key new -o "$work/x.key"
ok 'a key that is there' exits 0 safar key new --phrase-file "$work/words" -o "$work/there.key"
kept() { # COMMAND…
	setsid -w "$build/src/safar" "$@" -o "$work/there.key" </dev/null >"$work/out" 2>"$work/err"
	got=$?
	[ "$got" -eq 1 ] && says 'it is not replaced' || { echo "# exit $got: $*"; return 1; }
}
ok 'not by a new one' kept key new
ok 'nor by a copy' kept key import "$work/there.key"
ok 'nor by that of a centre' kept exam key new
for how in interrupt quit end; do
	ok "who gives up ($how) has the terminal as it was" asks "$how"
	ok 'and nothing is made' [ ! -e "$work/$how.key" ]
done
ok 'who stops it has so, too, and is asked again afterwards' asks stop
finish
