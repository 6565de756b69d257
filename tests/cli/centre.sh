# A centre where live exams were held and given out, for tests of certificates: after lib.sh. Needs sqlite3.
# shellcheck shell=sh disable=SC2034
command -v sqlite3 >/dev/null 2>&1 || {
	echo "1..0 # SKIP sqlite3 is missing: apt-get install sqlite3"
	exit 0
}
pin_in() { sed -n 's/.*PIN \([0-9]*\)$/\1/p' "$work/out"; }
live_store() {
	safar init --site 'Namangan vocational centre 3' --name 'Dilnoza Yusupova' >"$work/out" || return 1
	officer_pin=$(pin_in)
	safar person add --name 'Jasur Rahimov' --role instructor --code 9002 >"$work/out" || return 1
	second_pin=$(pin_in)
	for row in '1001 Aziza Karimova' '1002 Botir Saidov' '1003 Otabek Aliyev' '1004 Malika Tosheva'; do
		name=${row#* }
		latin=$(echo "${name#* } ${name% *}" | tr '[:lower:]' '[:upper:]')
		safar person add --name "$name" --latin "$latin" --birth 2001-05-14 --code "${row%% *}" >/dev/null || return 1
	done
	sed "s/@NOW@/$(date +%s)000/g; s/@DAY@/$(date +%F)/g" "$top/tests/data/issuing/live.sql" | sqlite3 -bail "$SAFAR_STORE" || return 1
	echo 'five words that nobody guesses' >"$work/phrase"
	printf '%s\n%s\n' "$officer_pin" "$second_pin" >"$work/pins"
	safar key new --phrase-file "$work/phrase" >"$work/key.out" || return 1
	officers="--officer 1000 --second 9002 --pins-file $work/pins"
}
