#!/bin/bash
# The verifier's page in headless Chromium: good, altered, withdrawn, practice, hostile; in four languages; on a phone; without a network.
set -u
top_srcdir=$(cd "${top_srcdir:-.}" && pwd)
build=$(cd "${top_builddir:-$top_srcdir/_build}" && pwd)
safar=$build/src/safar
for tool in chromium node; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "1..0 # SKIP $tool is missing: apt-get install chromium nodejs"
		exit 0
	}
done
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data HOME=$work LC_ALL=C.UTF-8
data=$top_srcdir/tests/data/credentials

echo 'five words that nobody guesses' >"$work/phrase"
printf 'id,name,from,telephone\ndid:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG,Agency for migration,2026-01-01,+998 71 000 00 00\n' >"$work/trust.csv"
printf 'id,from\n' >"$work/none.csv"
printf 'id,from\nurn:uuid:0b8b6f0e-2f0e-4a53-9d5c-6a6c1b1d2e3f,2026-06-01\n' >"$work/revoked.csv"
{
	"$safar" key new --phrase-file "$work/phrase" -o "$work/k" &&
		"$safar" trust make --key "$work/k" --phrase-file "$work/phrase" --sequence 1 -o "$work/trust.json" "$work/trust.csv" &&
		"$safar" trust make --kind revoked --key "$work/k" --phrase-file "$work/phrase" --sequence 1 -o "$work/none.json" "$work/none.csv" &&
		"$safar" trust make --kind revoked --key "$work/k" --phrase-file "$work/phrase" --sequence 2 -o "$work/revoked.json" "$work/revoked.csv" &&
		"$safar" key show "$work/k" | sed -n 's/^fingerprint: //p' >"$work/print.txt" && [ -s "$work/print.txt" ] &&
		"$safar" trust import --yes "$work/trust.json" && "$safar" trust import "$work/none.json" &&
		SAFAR_DATADIR=$build/src "$safar" trust page -o "$work/agency.html"
} >"$work/log" 2>&1 || {
	sed 's/^/# /' "$work/log"
	echo 'Bail out! the lists cannot be made'
	exit 1
}
cp "$top_srcdir/tests/fuzz/corpus/credential/code.txt" "$work/code.txt"
node "$top_srcdir/tests/web/drive.js" "$(command -v chromium)" "$build/src/web/verify.html" "$data" "$work"
