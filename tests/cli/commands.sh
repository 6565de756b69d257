#!/bin/sh
# Every command once: what it does, what it says, how it ends.
. "${top_srcdir:-.}/tests/cli/lib.sh"

ok 'help lists the commands' exits 0 safar --help
ok 'export among them' says 'export completions'
ok 'help of the pack commands' exits 0 safar pack --help
ok 'install among them' says 'pack install'
ok 'the version' exits 0 safar --version
ok 'an unknown option is usage' exits 2 safar --nonsense
ok 'an unknown command is usage' exits 2 safar fly
ok 'the cure is named' says 'safar --help'
ok 'so is an unknown verb of a known noun' exits 2 safar export people
ok 'which is named with its noun' says "no command 'export people'"
ok 'without a store the terminal says how to make one' exits 3 safar --plain
ok 'by its command' says 'safar init'

ok 'a store needs a name' exits 2 safar init
ok 'the name of a site is one line' exits 1 safar init --site "$(printf 'Two\nlines')" --name 'Rustam Ergashev'
ok 'a store is made' exits 0 safar init --site 'Test centre' --name 'Rustam Ergashev'
ok 'with an administrator' says 'code 1000, PIN '
ok 'only its owner may read it' test "$(stat -c %a "$SAFAR_STORE")" = 600
ok 'and enter its folder' test "$(stat -c %a "$work/store")" = 700
ok 'it is never overwritten' exits 3 safar init --name 'Somebody Else'
ok 'and says so' says 'store/safar.db'

ok 'a learner is added' exits 0 safar person add --name 'Aziza Karimova' --birth 2001-05-14 --region UZ-NG
ok 'with a PIN' says 'code 1001, PIN '
ok 'without birth date refused' exits 1 safar person add --name 'Botir Aliyev'
ok 'and why' says 'no birth date'
ok 'people are listed' exits 0 safar person list
ok 'with their Latin line' says 'AZIZA KARIMOVA'
ok 'as JSON' exits 0 safar person list --json --role learner
ok 'that a program reads' python3 -c 'import json, sys; rows = json.load(open(sys.argv[1])); assert [r["code"] for r in rows] == ["1001"], rows' "$work/out"
ok 'a new PIN' exits 0 safar person pin 1001
ok 'not for nobody' exits 1 safar person pin 7777

printf 'name;birth\nTosheva Malika;03.02.1990\nAliyev Botir;\n' >"$work/list.csv"
ok 'a list with a refused row stores nothing' exits 1 safar person import --yes "$work/list.csv"
ok 'and counts' says '1 new, 0 changed, 0 the same, 1 refused (row 3: no birth date)'
ok 'nor without an answer' exits 1 safar person import --skip-refused "$work/list.csv"
ok 'with one it does' exits 0 safar person import --skip-refused --yes "$work/list.csv"
ok 'a missing file is an I/O fault' exits 5 safar person import --yes "$work/none.csv"

ok 'a good pack passes' exits 0 safar pack check "$top/tests/data/upgrade/v1"
ok 'no pack at all does not' exits 1 safar pack check "$work"
ok 'a pack is built' exits 0 safar pack build "$top/tests/data/upgrade/v1" -o "$work/one.safar"
ok 'twice the same bytes' exits 0 safar pack build "$top/tests/data/upgrade/v1" -o "$work/two.safar"
ok 'exactly' cmp "$work/one.safar" "$work/two.safar"
ok 'its type stands at byte 38' test "$(dd if="$work/one.safar" bs=1 skip=38 count=30 2>/dev/null)" = 'application/vnd.safar.pack+zip'
ok 'a template for translators' exits 0 safar pack pot "$top/tests/data/upgrade/v1" -o "$work/one.pot"
ok 'with contexts' grep -q 'msgctxt "hello/collega.means"' "$work/one.pot"
ok 'a pack with a spreadsheet is built' exits 0 safar pack build "$top/tests/data/packs/good/sheet" -o "$work/sheet-1.safar"
ok 'and again' exits 0 safar pack build "$top/tests/data/packs/good/sheet" -o "$work/sheet-2.safar"
ok 'to the same bytes' cmp "$work/sheet-1.safar" "$work/sheet-2.safar"
ok 'which check as the folder does' exits 0 safar pack check "$work/sheet-1.safar"
ok 'its template' exits 0 safar pack pot "$top/tests/data/packs/good/sheet" -o "$work/sheet.pot"
ok 'names the row of the table' grep -qxF '#: units/one.csv:5' "$work/sheet.pot"
ok 'a programme warns of packs that are missing' exits 0 safar pack install "$top/tests/data/upgrade/programme"
ok 'by name' says "asks for pack 'first-words'"
ok 'a built pack is installed' exits 0 safar pack install "$work/one.safar"
ok 'unsigned, and says so' says 'not signed'
ok 'an upgrade' exits 0 safar pack install "$top/tests/data/upgrade/v2"
ok 'tells what changed' says '1 appeared, 1 changed, 1 vanished, 1 moved'
ok 'and what moved' says '  moved: hello/'
ok 'back only on purpose' exits 1 safar pack install "$top/tests/data/upgrade/v1"
ok 'on purpose' exits 0 safar pack install --downgrade "$top/tests/data/upgrade/v1"
ok 'packs are listed' exits 0 safar pack list --json
ok 'as JSON' python3 -c 'import json, sys; assert {"first-words", "going"} == {r["pack"] for r in json.load(open(sys.argv[1]))}' "$work/out"
ok 'and shown' exits 0 safar pack show first-words
ok 'with their items' says 'collega'
ok 'a learner is enrolled' exits 0 safar enrol 1001 north --departure 2099-03-15
ok 'not in the past' exits 1 safar enrol 1001 north --departure 2020-03-15
ok 'not in what is not there' exits 1 safar enrol 1001 moon
ok 'an empty export has its header' exits 0 safar export completions
ok 'exactly' test "$(head -c 70 "$work/out")" = 'person_code,name,latin_name,birth_date,region,programme,programme_titl'
ok 'for Excel with a mark' exits 0 safar export completions --profile excel -o "$work/excel.csv"
ok 'of three bytes' test "$(head -c 3 "$work/excel.csv" | od -An -tx1 | tr -d ' ')" = efbbbf
ok 'and counts on standard error' says '0 rows written'
ok 'an unknown format is usage' exits 2 safar export completions --format pdf
ok 'and the known ones are named' says "there are csv, json"
ok 'a bad date is usage' exits 2 safar export completions --since yesterday
ok 'an unknown serial' exits 1 safar certificate show 'P 1234 5678 9012 3456'
ok 'a pack that is not there is not asked about' exits 1 safar pack remove nosuch
ok 'a pack is hidden' exits 0 safar pack remove --yes first-words
ok 'and gone from the list' exits 0 safar pack list
ok 'really' sh -c "! grep -q first-words '$work/out'"
ok 'in Russian' sh -c "LANGUAGE=ru '$build/src/safar' --help >/dev/null"
# completion: words come from the program
words_after() {
	PATH=$build/src:$PATH bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _safar; echo "${COMPREPLY[*]}"' "$top/doc/completion/safar" "$@"
}
ok 'bash completes a command' test "$(words_after safar exp)" = export
ok 'its second word' test "$(words_after safar pack in)" = install
ok 'its options' test "$(words_after safar export completions --pro)" = '--profile --programme'
ok 'what may be strict' test "$(words_after safar grade --language nl --articles st)" = strict
ok 'the rest behind a pack' test "$(words_after safar grade --pack x --ba)" = --batch
SAFAR_STORE=$work/other/safar.db
ok 'in another store' exits 0 safar init --name 'Rustam Ergashev'
ok 'a programme and what it asks for come together' exits 0 safar pack install "$top/tests/data/upgrade/programme" "$work/one.safar"
ok 'without a warning' sh -c "! grep -q 'asks for pack' '$work/out' '$work/err'"
finish
