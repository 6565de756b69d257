#!/bin/sh
# The word table of a pack: frozen when it is built, kept when it is installed, refused when it is damaged, and judged with.
. "${top_srcdir:-.}/tests/cli/lib.sh"

pack=$top/tests/data/upgrade/v1
tab=$(printf '\t')
table() { unzip -p "$1" word-table.tsv 2>/dev/null; }
count_of() { sqlite3 "$SAFAR_STORE" "SELECT count(*) FROM $1"; }
lacks() { ! "$@"; }
for tool in unzip zip sqlite3; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "1..0 # SKIP $tool is missing: apt-get install $tool"
		exit 0
	}
done

ok 'a pack is built' exits 0 safar pack build "$pack" -o "$work/one.safar"
ok 'twice the same bytes' sh -c "'$build/src/safar' pack build '$pack' -o '$work/two.safar' 2>/dev/null && cmp '$work/one.safar' '$work/two.safar'"
table "$work/one.safar" >"$work/table"
ok 'it begins with its format' test "$(sed -n 1p "$work/table")" = '# safar word table 1'
ok 'and its language' test "$(sed -n 2p "$work/table")" = "language${tab}nl-BE"
ok 'has as many rows as it says' test "$(sed -n 's/^words	//p' "$work/table")" = "$(sed 1,4d "$work/table" | wc -l)"
ok 'in the order of their bytes' sh -c "sed 1,4d '$work/table' | cut -f1 | LC_ALL=C sort -cu"
ok 'the words of the pack' grep -q "^collega${tab}a" "$work/table"
ok 'the core list' grep -q "^man${tab}.*c" "$work/table"
ok 'the manifest names it' sh -c "unzip -p '$work/one.safar' MANIFEST.sha256 | grep -q 'word-table.tsv\$'"
if grep -q "^dictionary${tab}none" "$work/table"; then
	ok 'without a dictionary it says so' sh -c "'$build/src/safar' pack build '$pack' -o '$work/x.safar' 2>&1 | grep -q 'no dictionary'"
	echo "# SKIP what a dictionary adds: hunspell-nl or libhunspell-dev is missing"
else
	ok 'the dictionary has name, version and hash' grep -Eq "^dictionary${tab}nl_NL${tab}[0-9.]+${tab}[0-9a-f]{16}\$" "$work/table"
	ok 'neighbours of a term that share its stem' grep -q "^baasje${tab}n\|^bas${tab}.*n\|^bazen${tab}" "$work/table"
fi

ok 'a store' exits 0 safar init --name Admin
ok 'from the folder' exits 0 safar pack install "$pack"
ok 'there is a table' test "$(count_of word_table)" = 1
ok 'without dictionary' test "$(sqlite3 "$SAFAR_STORE" "SELECT body LIKE '%dictionary${tab}none%' FROM word_table")" = 1
ok 'show says so' exits 0 safar pack show first-words
ok 'in words' says 'no dictionary'
ok 'the built file is the same version' exits 0 safar pack install "$work/one.safar"
if ! grep -q "^dictionary${tab}none" "$work/table"; then
	ok 'and brings the better table' exits 0 safar pack show first-words
	ok 'of that dictionary' says 'nl_NL'
	ok 'the folder does not take it away' exits 0 safar pack install "$pack"
	ok 'again' exits 0 safar pack show first-words
	ok 'still of that dictionary' says 'nl_NL'
fi
ok 'judged with the installed pack' exits 0 safar grade --pack first-words 'de baas' 'de bas'
ok 'with the file' exits 0 safar grade --pack "$work/one.safar" 'de baas' 'de baaz'
ok 'with the folder' exits 0 safar grade --pack "$pack" 'de baas' 'de baaz'
ok 'a typo there' says typo
ok 'a pack that is not there' exits 1 safar grade --pack nothing 'a' 'b'
ok 'a file that is not there' exits 1 safar grade --pack "$work/no.safar" 'a' 'b'
ok 'another language than the pack' exits 2 safar grade --pack "$pack" --language fr 'a' 'b'

# damage LINE SCRIPT: the built pack with its table changed and its checksums made anew
damage() {
	rm -rf "$work/open" && mkdir "$work/open"
	(cd "$work/open" && unzip -q "$work/one.safar" && sed -i "$1" word-table.tsv && rm MANIFEST.sha256 &&
		LC_ALL=C find mimetype ./* -type f | sed 's,^\./,,' | LC_ALL=C sort -u | xargs sha256sum >../manifest && mv ../manifest MANIFEST.sha256 &&
		rm -f ../bad.safar && zip -q -X -0 ../bad.safar mimetype && zip -q -X -r ../bad.safar . -x mimetype)
}
damage '6s/^/zzz/'
ok 'a table out of order is refused' exits 1 safar pack check "$work/bad.safar"
ok 'with file and line' says 'bad.safar/word-table.tsv:7'
damage '1s/1$/9/'
ok 'an unknown format is refused' exits 1 safar pack install "$work/bad.safar"
ok 'with file and line' says 'bad.safar/word-table.tsv:1'
damage '2s/nl-BE/fr/'
ok 'another language is refused' exits 1 safar pack check "$work/bad.safar"
ok 'with file and line' says 'bad.safar/word-table.tsv:2'
ok 'nothing of them came into the store' lacks grep -aq zzz "$SAFAR_STORE"
finish
