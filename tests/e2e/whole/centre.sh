# shellcheck shell=bash
# The centre of the whole way, and what its technician does at the command line. After lib.sh.

# run ARGUMENT…: a command that has to succeed; what it says is in $home/cli.txt.
run() { "$safar" --store "$store" "$@" >"$home/cli.txt" 2>&1 </dev/null || bail "safar $1 $2" "$home/cli.txt"; }
# exits CODE ARGUMENT…: a command that ends so.
exits() {
	local want=$1 got=0
	shift
	"$safar" --store "$store" "$@" >"$home/cli.txt" 2>&1 </dev/null || got=$?
	[ "$got" -eq "$want" ] || {
		echo "# exit $got instead of $want: safar $*"
		sed 's/^/# /' "$home/cli.txt"
		return 1
	}
}
says() {
	grep -qF -- "$1" "$home/cli.txt" || {
		echo "# '$1' was not said:"
		sed 's/^/# /' "$home/cli.txt"
		return 1
	}
}

declare -A pin=()
# person CODE NAME ROLE [LATIN]: somebody of the centre; pin[CODE] opens their sign-in.
person() {
	local more=(--role "$3")
	[ "$3" != learner ] || more+=(--birth 2001-05-14 --latin "$4")
	run person add --name "$2" --code "$1" "${more[@]}"
	pin[$1]=$(grep -oE '[0-9]{6}' "$home/cli.txt" | tail -n 1)
}

# The store, its people, the courses, the keys, and the live bank that came sealed.
centre() {
	local courses=$top_srcdir/tests/e2e/courses pack
	store=$home/centre.db
	run init --site 'Namangan centre 3' --name 'Dilnoza Yusupova'
	pin[1000]=$(sed -n 's/.*PIN \([0-9]*\)$/\1/p' "$home/cli.txt")
	person 2001 'Jasur Rahimov' instructor
	person 1001 'Aziza Karimova' learner 'KARIMOVA AZIZA'
	person 1002 'Botir Saidov' learner 'SAIDOV BOTIR'
	for pack in first site rules whole; do run pack install "$courses/$pack"; done
	run enrol 1001 gate
	run enrol 1002 gate

	echo 'seven geese over the river' >"$home/first"
	echo 'a lantern behind the mill' >"$home/second"
	printf '%s\n%s\n%s\n' 1000 "${pin[1000]}" "$(cat "$home/first")" >"$home/first.officer"
	printf '%s\n%s\n%s\n' 2001 "${pin[2001]}" "$(cat "$home/second")" >"$home/second.officer"
	printf '%s\n%s\n' "${pin[1000]}" "${pin[2001]}" >"$home/pins"
	printf '%s\n%s\n' "${pin[2001]}" "${pin[1000]}" >"$home/pins.2"
	run exam key new --first "$home/first" --second "$home/second" -o "$home/centre.key"
	run exam closing-key "$home/centre.key.pub"
	run pack build "$courses/live" -o "$home/live.safar"
	run pack seal --to "$home/centre.key.pub" -o "$home/live.sealed" "$home/live.safar"
	run exam announce "$home/live.sealed"

	echo 'five words that nobody guesses' >"$home/phrase"
	run key new --phrase-file "$home/phrase"
	printf 'id,name,from,telephone\n%s,Namangan centre 3,2026-01-01,+998 69 000 00 00\n' "$(grep -o 'did:key:[A-Za-z0-9]*' "$home/cli.txt" | head -n 1)" >"$home/trust.csv"
	run trust make --key "$store.key" --sequence 1 --phrase-file "$home/phrase" -o "$home/trust.json" "$home/trust.csv"
	run trust import --yes "$home/trust.json"
}

# open_bank SESSION: two officers open the sealed bank for it.
open_bank() {
	exits 0 exam open --key "$home/centre.key" --first "$home/first.officer" --second "$home/second.officer" "$1" "$home/live.sealed" && says "open for session $1"
}
# codes_of SESSION: new codes of its seats, by number, in `codes`.
codes_of() {
	run exam seats "$1"
	mapfile -t codes < <(sed -n 's/.*code \([0-9]\{6\}\)$/\1/p' "$home/cli.txt")
	codes=('' "${codes[@]}")
}
# today: where the centre is.
today() { TZ=Asia/Tashkent date +%F; }

# withdrawn_list SEQUENCE: what the centre publishes about withdrawn certificates; strangers take it over.
withdrawn_list() {
	exits 0 certificate withdrawn --phrase-file "$home/phrase" -o "$home/withdrawn.$1.json"
}
# stranger ARGUMENT…: the same program with somebody in Belgium, who has two lists and no store.
stranger() {
	HOME=$home/stranger XDG_DATA_HOME=$home/stranger/data "$safar" "$@" >"$home/cli.txt" 2>&1 </dev/null
}
# verdict CODE ARGUMENT…: how a stranger's check of a certificate ends.
verdict() {
	local want=$1 got=0
	shift
	stranger certificate verify "$@" || got=$?
	[ "$got" -eq "$want" ] || {
		echo "# exit $got instead of $want: $*"
		sed 's/^/# /' "$home/cli.txt"
		return 1
	}
}
# in_browser NAME FINDING PASSPORT: what the stranger's page says in Chromium, with the lists of this moment in it.
in_browser() {
	local tool
	for tool in chromium node; do
		command -v "$tool" >/dev/null 2>&1 || {
			skip "$1" "$tool is missing: apt-get install chromium nodejs"
			return
		}
	done
	step "$1" page_says "$2" "$3"
}
page_says() {
	rm -f "$home/page.html"
	SAFAR_DATADIR=$top_builddir/src stranger trust page -o "$home/page.html" || {
		sed 's/^/# /' "$home/cli.txt"
		return 1
	}
	timeout 60 node "$top_srcdir/tests/web/one.js" "$(command -v chromium)" "$home/chromium" "$home/page.html" "$home/aziza.json" FA1234567 >"$home/cli.txt" 2>&1
	says "$1" && says "$2"
}
