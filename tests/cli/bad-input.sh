#!/bin/sh
# Things that are no stores, terminals that are none, disks that are full: each a clear message, nothing half done.
. "${top_srcdir:-.}/tests/cli/lib.sh"

mkdir -p "$work/store"
echo 'this is no store' >"$SAFAR_STORE"
ok 'a file that is no store' exits 3 safar person list
ok 'is left as it is' test "$(cat "$SAFAR_STORE")" = 'this is no store'
rm "$SAFAR_STORE"
safar init --demo >/dev/null 2>&1

# what cannot be finished leaves nothing in the way of the next try
new=$work/new/safar.db
ok 'a first administrator without a name' exits 1 safar --store "$new" init --name ''
ok 'or with another script in the Latin line' exits 1 safar --store "$new" init --name 'Иван' --latin 'Ж'
ok 'or a site named by an escape sequence' exits 1 safar --store "$new" init --name 'Ivan' --site "$(printf 'A\033[31mB')"
ok 'leaves no store' test -z "$(ls -A "$work/new")"
ok 'so that the next try makes one' exits 0 safar --store "$new" init --name 'Ivan Petrov'

escape=$(printf 'x\033[31m')
ok 'a store that is not there' exits 3 safar --store "$work/$escape.db" person list
ok 'gives the terminal no orders' says 'x?[31m.db'
ok 'an unknown language' exits 2 safar --language "$escape" person list
ok 'is named with those that are there' says "no language 'x?[31m'; there are uz"
ok 'a list that does not fit on the disk' exits 5 sh -c "'$build/src/safar' --store '$new' person list >/dev/full"
ok 'is no list' says 'free some space'

ok 'a demo store opens' exits 0 safar person list
ok 'with its people' says 'Dilnoza Yusupova'

cp "$SAFAR_STORE" "$work/newer.db"
sqlite3 "$work/newer.db" 'PRAGMA user_version = 9999' 2>/dev/null
sum=$(cksum <"$work/newer.db")
ok 'a store of a newer program' exits 3 safar --store "$work/newer.db" person list
ok 'is named as such' says 'newer'
ok 'and never touched' test "$sum" = "$(cksum <"$work/newer.db")"

ok 'a dumb terminal is sent to the line mode' exits 5 env TERM=dumb "$build/src/safar"
ok 'by name' says '--plain'

mkdir "$work/closed"
ok 'a place that cannot be' exits 5 safar --store /proc/none/safar.db init --demo
ok 'a full disk' exits 5 safar export completions -o /dev/full
ok 'is said with the cure' says 'free some space'

# an export that ends in the middle, here at a limit on the size of files, leaves no half of a list of people
sqlite3 "$SAFAR_STORE" "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
	INSERT INTO completion SELECT 1700000000000 + i, 1, 'belgium/flanders', 'r' || i, '9001', 'Rustam Ergashev', '', '', '', 'T', 'BE', 'R', 7, 10 FROM n"
mkdir "$work/lists"
echo old >"$work/lists/list.csv"
ok 'an export beyond the limit for files' exits 5 sh -c "ulimit -f 100; '$build/src/safar' export completions -o '$work/lists/list.csv'"
ok 'leaves the file that was there' test "$(cat "$work/lists/list.csv")" = old
ok 'and nothing beside it' test "$(ls "$work/lists")" = list.csv
ok 'and a whole one takes its place' exits 0 safar export completions -o "$work/lists/list.csv"
ok 'row for row' test "$(wc -l <"$work/lists/list.csv")" = 2001
ok 'for its owner only' test "$(stat -c %a "$work/lists/list.csv")" = 600


# a wrong name typed costs nobody their store
keeps() { # COMMAND…: refused, and the store is what it was
	before=$(cksum <"$SAFAR_STORE")
	exits "$@" && says 'is not replaced' && test "$before" = "$(cksum <"$SAFAR_STORE")"
}
sqlite3 "$SAFAR_STORE" 'PRAGMA wal_checkpoint(TRUNCATE)' >"$work/out"
ok 'no export takes the place of a store' keeps 1 safar export completions -o "$SAFAR_STORE"
ok 'nor a built pack' keeps 1 safar pack build "${top_srcdir:-.}/tests/data/exams/pack" -o "$SAFAR_STORE"

for file in truncated none; do
	case $file in
	truncated)
		safar pack build "$top/tests/data/upgrade/v1" -o "$work/whole.safar" >/dev/null
		head -c 400 "$work/whole.safar" >"$work/$file.safar"
		;;
	none) echo 'PK no pack' >"$work/$file.safar" ;;
	esac
	ok "a pack that is $file" exits 1 safar pack install "$work/$file.safar"
	ok "installs nothing of it" test "$(safar pack list --json)" = '[]'
done
finish
