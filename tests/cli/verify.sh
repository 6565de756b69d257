#!/bin/sh
# Keys, signed lists, and what a verifier is told about a certificate.
. "${top_srcdir:-.}/tests/cli/lib.sh"

badge=$top_srcdir/tests/data/credentials/ob3_proofset.json
issuer=did:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG
credential=urn:uuid:0b8b6f0e-2f0e-4a53-9d5c-6a6c1b1d2e3f
safar() { "$build/src/safar" "$@" >"$work/out" 2>"$work/err"; }
says() { grep -qF -- "$1" "$work/out" || { sed 's/^/# /' "$work/out" "$work/err"; return 1; }; }
faults() { grep -qF -- "$1" "$work/err" || { sed 's/^/# /' "$work/out" "$work/err"; return 1; }; }
gives() { # CODE ARGUMENT…
	want=$1
	shift
	safar "$@"
	got=$?
	[ "$got" -eq "$want" ] || { echo "# exit $got"; sed 's/^/# /' "$work/out" "$work/err"; return 1; }
}
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME

echo 'five words that nobody guesses' >"$work/phrase"
echo 'short' >"$work/short"
echo 'five other words nobody knows' >"$work/other"

# What waits for a phrase would leave it in a core file.
mkfifo "$work/slow"
leaves_no_core() {
	# shellcheck disable=SC3045 # dash has both
	(ulimit -c "$(ulimit -Hc)" && exec "$build/src/safar" key new --phrase-file "$work/slow" -o "$work/no.key") >/dev/null 2>&1 &
	exec 9>"$work/slow" # goes on when it reads
	limit=$(grep -h 'Max core file size' "/proc/$!/limits")
	exec 9>&-
	wait $!
	echo "$limit" | grep -qE 'size +0 +0 ' || { echo "# $limit"; return 1; }
}
ok 'a phrase stands in no core file' leaves_no_core
ok 'a short phrase is refused' gives 1 key new --phrase-file "$work/short" -o "$work/agency.key"
echo 'пароль из букв' >"$work/cyrillic"
ok 'letters of two bytes do not make it longer' gives 1 key new --phrase-file "$work/cyrillic" -o "$work/agency.key"
ok 'and nothing is made' [ ! -e "$work/agency.key" ]
ok 'a key is made' gives 0 key new --phrase-file "$work/phrase" -o "$work/agency.key"
ok 'its public part is shown' says 'did:key:z6Mk'
ok 'its file is for its owner only' [ "$(stat -c %a "$work/agency.key")" = 600 ]
ok 'a key is never replaced' gives 1 key new --phrase-file "$work/phrase" -o "$work/agency.key"
ok 'the fingerprint can be seen again' gives 0 key show "$work/agency.key"
ok 'without the phrase' says 'fingerprint: '
ok 'another phrase does not open it' gives 4 key import --phrase-file "$work/other" -o "$work/copy.key" "$work/agency.key"
ok 'the right one does' gives 0 key import --phrase-file "$work/phrase" -o "$work/copy.key" "$work/agency.key"
ok 'without a terminal the phrase must be in a file' sh -c "setsid '$build/src/safar' key new -o '$work/x.key' </dev/null >/dev/null 2>'$work/err'; test \$? = 2"

printf 'id;name;from;until;telephone\n%s;Agency for migration;2026-01-01;;+998 71 000 00 00\n' "$issuer" >"$work/trust.csv"
printf 'id,from,reason\n' >"$work/none.csv"
printf 'id,from,reason\n%s,2026-06-01,issued by mistake\n' "$credential" >"$work/revoked.csv"
make_list() { # KIND SEQUENCE TABLE FILE
	safar trust make --kind "$1" --sequence "$2" --key "$work/agency.key" --phrase-file "$work/phrase" -o "$4" "$3"
}
ok 'a list of trust is signed' make_list trust 1 "$work/trust.csv" "$work/trust.json"
ok 'a sequence is a number and nothing else' gives 2 trust make --sequence 20261x --key "$work/agency.key" --phrase-file "$work/phrase" -o "$work/x.json" "$work/trust.csv"
ok 'and lists of withdrawn certificates' make_list revoked 1 "$work/none.csv" "$work/none.json"
ok 'with one in it' make_list revoked 2 "$work/revoked.csv" "$work/revoked.json"
printf 'id;name;from;colour\ndid:key:z6M;x;2026-01-01;red\n' >"$work/bad.csv"
ok 'an unknown column is refused' sh -c "! '$build/src/safar' trust make --sequence 1 --key '$work/agency.key' --phrase-file '$work/phrase' -o '$work/bad.json' '$work/bad.csv' 2>'$work/err'"
ok 'and named' faults "no column 'colour'"

ok 'without lists the issuer is unknown' gives 3 certificate verify "$badge"
ok 'and that is said' says 'this issuer is not on your list'
ok 'the first list of trust wants to be confirmed' gives 1 trust import "$work/trust.json"
ok 'withdrawals before trust are refused' gives 1 trust import --yes "$work/none.json"
ok 'confirmed it is taken' gives 0 trust import --yes "$work/trust.json"
ok 'trusted, but nothing known of withdrawals' gives 6 certificate verify "$badge"
ok 'a list is read once, so that nobody changes it between the question and the copy' sh -c "'$build/src/safar' trust import - <'$work/none.json' >'$work/out' 2>'$work/err'"
ok 'and is there whole' cmp "$work/none.json" "$work/data/safar/lists/revoked.json"
ok 'valid and trusted' gives 0 certificate verify "$badge"
ok 'whose it is' says 'name: KARIMOV ALISHER'
ok 'what was passed' says 'safety: 91'
ok 'by whom' says 'Agency for migration'
ok 'until when' says 'until: 2028-05-01'
ok 'another passport' gives 0 certificate verify --passport AA0000000 "$badge"
ok 'is told' says 'DOES NOT MATCH'
ok 'from standard input' sh -c "'$build/src/safar' certificate verify - <'$badge' >'$work/out'"
ok 'withdrawn since' gives 0 trust import "$work/revoked.json"
ok 'it is found' gives 4 certificate verify "$badge"
ok 'with the day' says 'withdrawn on: 2026-06-01'
ok 'the older list played again is refused' gives 1 trust import "$work/none.json"
ok 'and changes nothing' gives 4 certificate verify "$badge"
ok 'nor does it help to hand it in for once' gives 1 certificate verify --revoked "$work/none.json" "$badge"
ok 'with a word why' faults 'is older than the list'
make_list revoked 3 "$work/none.csv" "$work/newer.json"
ok 'a newer list for once' gives 0 certificate verify --revoked "$work/newer.json" "$badge"
sed 's/KARIMOV ALISHER/KARIMOV ALISHEr/' "$badge" >"$work/changed.json"
ok 'a changed name is false' gives 1 certificate verify "$work/changed.json"
ok 'said so' says 'changed after it was signed'
ok 'a practice certificate is refused' gives 1 certificate verify 'P 1234 5678 9012 3475'
ok 'no file' gives 1 certificate verify "$work/nothing.json"
ok 'wrong use' gives 2 certificate verify
safar key new --phrase-file "$work/other" -o "$work/rival.key"
safar trust make --kind trust --sequence 9 --key "$work/rival.key" --phrase-file "$work/other" -o "$work/rival.json" "$work/trust.csv"
ok 'a list of somebody else is refused' gives 1 trust import --yes "$work/rival.json"
ok 'with a word why' faults 'signed by somebody else'
safar trust make --kind revoked --sequence 9 --key "$work/rival.key" --phrase-file "$work/other" -o "$work/rival-none.json" "$work/none.csv"
ok 'withdrawals by somebody else say nothing' gives 1 certificate verify --revoked "$work/rival-none.json" "$badge"
ok 'with a word why' faults 'signed by somebody else'
ok 'nor do those of the folder for another list of trust' gives 6 certificate verify --trust "$work/rival.json" "$badge"
printf 'id,name,from,until\n%s,Agency,2026-01-01,31.12.2027\n' "$issuer" >"$work/day.csv"
ok 'a day in another form would never come' gives 1 trust make --sequence 3 --key "$work/agency.key" --phrase-file "$work/phrase" -o "$work/day.json" "$work/day.csv"
ok 'it is named with its line' faults "day.csv:2: '31.12.2027' is no day"
printf 'id,from\n%s,2026-06-01\n' "${credential#urn:uuid:}" >"$work/bare.csv"
ok 'nor would an id withdraw anything that no certificate has' gives 1 trust make --kind revoked --sequence 3 --key "$work/agency.key" --phrase-file "$work/phrase" -o "$work/bare.json" "$work/bare.csv"
ok 'the line is named' faults 'bare.csv:2: the id of'
printf 'id,from,reason\n%s,2026-06-01,"two\nlines"\n' "$credential" >"$work/two.csv"
ok 'a reason of two lines could not be read again' gives 1 trust make --kind revoked --sequence 3 --key "$work/agency.key" --phrase-file "$work/phrase" -o "$work/two.json" "$work/two.csv"
ok 'it is named, too' faults 'two.csv:2: the id of'
printf 'id,from\n%s,2026-06-01\n%s,2026-06-02\n' "$credential" "$credential" >"$work/double.csv"
ok 'and an id that stands twice' gives 1 trust make --kind revoked --sequence 3 --key "$work/agency.key" --phrase-file "$work/phrase" -o "$work/double.json" "$work/double.csv"
ok 'with its line' faults 'double.csv:3:1: this id stands twice'
ok 'what is trusted can be seen' gives 0 trust show
ok 'by name' says 'Agency for migration, +998 71 000 00 00'
printf 'id,name,from\n%s,A\302\2332K,2026-01-01\n' "$issuer" >"$work/orders.csv"
ok 'control characters of two bytes come into no list' gives 1 trust make --sequence 3 --key "$work/agency.key" --phrase-file "$work/phrase" -o "$work/orders.json" "$work/orders.csv"
printf 'id,name,from\n%s,A\342\200\2562K,2026-01-01\n' "$issuer" >"$work/orders.csv"
make_list trust 3 "$work/orders.csv" "$work/orders.json"
safar trust import "$work/orders.json"
ok 'the name of an issuer never drives the terminal' sh -c "! grep -q \"$(printf '\342\200\256')\" '$work/out' && grep -q 'A???2K' '$work/out'"
ok 'an older list of trust, for once, brings nobody back' gives 1 certificate verify --trust "$work/trust.json" "$badge"
ok 'with a word why' faults 'is older than the list of trusted issuers'
ok 'the one that is there may be named' gives 4 certificate verify --trust "$work/orders.json" "$badge"
finish
