#!/bin/sh
# Reviews from the command line: a history replayed, the cards made again, the centre's settings.
. "${top_srcdir:-.}/tests/cli/lib.sh"

replay() {
	"$build/src/safar" review replay "$@" <"$work/in" >"$work/out" 2>"$work/err"
}
# refuses: the history in $work/in is a fault
refuses() {
	replay "$@"
	test $? -eq 1
}
# column N: that column of what came out, in one line
column() {
	cut -f"$1" "$work/out" | tr '\n' ' '
}

printf '3\t0\n3\t0\n3\t2\n3\t11\n3\t46\n3\t163\n1\t498\n1\t0\n3\t0\n3\t2\n3\t4\n3\t7\n3\t12\n' >"$work/in"
ok 'a history is replayed' replay
ok 'with its intervals' test "$(column 4)" = '0 2 11 46 163 498 0 0 2 4 7 12 21 '
ok 'its states' test "$(column 1)" = 'learning review review review review review relearning relearning review review review review review '
ok 'stability' test "$(sed -n 4p "$work/out" | cut -f2)" = 46.3168584401
ok 'and difficulty' test "$(sed -n 13p "$work/out" | cut -f3)" = 9.0557599172
printf 'good\t0\n\neasy\t0\r\n' >"$work/in"
ok 'an empty line begins a new card' replay
ok 'which knows nothing of the first' test "$(column 2)" = '2.3065000000  8.2956000000 '
ok 'another retention' replay --retention 0.97
ok 'gives shorter intervals' test "$(sed -n 3p "$work/out" | cut -f4)" = 2
echo '0.212,1.2931,2.3065,4,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542' >"$work/weights"
ok 'other weights' replay --weights "$work/weights"
ok 'another memory' test "$(sed -n 3p "$work/out" | cut -f2)" = 4.0000000000
for line in '5\t1' '0\t1' 'fine\t1' '3' '3\t-1' '3\t1.5' '3\t36501' '3\t' '3\t1\t1' '3\t99999999999999999999' ' 3\t1'; do
	# shellcheck disable=SC2059
	printf "3\t0\n$line\n" >"$work/in"
	ok "not: $line" refuses
	ok 'named by its number' says 'line 2'
done
{ printf '3\t0\n3\t'; head -c 100000 /dev/zero | tr '\0' 1; } >"$work/in"
ok 'an endless line is a fault' refuses
printf '3\t0\n3\0\t1\n' >"$work/in"
ok 'so is a NUL' refuses
echo '1,2' >"$work/weights"
ok 'too few weights are a fault' refuses --weights "$work/weights"
ok 'told' says '2 weights instead of 21'
ok 'a retention out of range' refuses --retention 1
ok 'no argument is taken' exits 2 safar review replay x

safar init --name 'Rustam Ergashev' >/dev/null
ok 'the cards are made again' exits 0 safar review rebuild
ok 'and it says what was missing' says '0 answers'
ok 'the settings' exits 0 safar review set
ok 'are the usual ones' says '0.212,1.2931,2.3065'
ok 'minutes a day among them' exits 0 safar review set --minutes 12
ok 'can be changed, too' says 'minutes	12'
ok 'within reason' exits 1 safar review set --minutes 500
ok 'and only there' exits 2 safar review replay --minutes 12
ok 'can be changed' exits 0 safar review set --retention 0.85
ok 'and stay so' says 'retention	0.85'
ok 'not to anything' exits 1 safar review set --weights "$work/weights"
ok 'and back' exits 0 safar review set --retention default --weights default
ok 'to the usual' says 'retention	0.9'
finish
