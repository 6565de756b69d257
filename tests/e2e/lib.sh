# shellcheck shell=bash
# The real program in a real terminal: tmux plays the terminal, keys go in, the screen is read until it
# shows what it should. Nothing waits for time to pass; a text that does not come in LIMIT seconds is a failure.
#
#   . "$(dirname "$0")/lib.sh"
#   plan 3                       # number of tests
#   store_short                  # a demo store with a short course
#   start 80x24 --store "$store" # the program on a screen of that size
#   keys Enter                   # names as tmux takes them; type_text for text
#   shows 'Today' 'home opens'   # a test: the text comes
#   finish

set -u
LIMIT=${SAFAR_E2E_LIMIT:-60} # long enough for a machine that is busy; only a failure waits so long
top_srcdir=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
top_builddir=${top_builddir:-$top_srcdir/_build}
safar=$top_builddir/src/safar
export SAFAR_LOCALEDIR=${SAFAR_LOCALEDIR:-$top_builddir/locale}
test_count=0
test_failed=0

if ! command -v tmux >/dev/null 2>&1; then
	echo '1..0 # SKIP tmux is missing: apt-get install tmux'
	exit 0
fi

if [ ! -x "$safar" ]; then
	echo "1..0 # SKIP $safar is not built"
	exit 0
fi

home=$(mktemp -d) || exit 99
# The program's own world: nothing of the person who runs the tests gets in.
export LC_ALL=C.UTF-8
mkdir -p "$home/data" "$home/config"
mkfifo "$home/never"
exec 9<>"$home/never"
screens=0
now=s # the terminal that is looked at and typed into
tmux_in() { tmux -u -S "$home/tmux-$screens" -f /dev/null "$@"; }
# shellcheck disable=SC2317 # called by the trap
leave() {
	tmux_in kill-server 2>/dev/null
	rm -rf "$home"
}
trap leave EXIT

plan() { echo "1..$1"; }

# One short wait between two looks at the screen: reading from a pipe into which nobody writes.
pause() { read -r -t 0.05 -u 9 || :; }

ok() {
	test_count=$((test_count + 1))
	echo "ok $test_count - $1"
}

not_ok() {
	test_count=$((test_count + 1))
	test_failed=$((test_failed + 1))
	echo "not ok $test_count - $1"
	echo "# the screen:"
	screen | sed 's/^/# |/'
}

# check NAME COMMAND…: a test that passes when the command succeeds.
check() {
	local name=$1
	shift
	if "$@"; then ok "$name"; else not_ok "$name"; fi
}

# start WxH ARGUMENT…: the program on a new screen. Variables in e2e_env (an array) are added to its environment.
declare -a e2e_env=()
start() {
	local size=$1
	shift
	tmux_in kill-server 2>/dev/null
	now=s
	screens=$((screens + 1)) # a server of its own: the old one may still be going
	tmux_in new-session -d -s s -x "${size%x*}" -y "${size#*x}" 'cat' \; \
		set-option -g remain-on-exit on \; set-option -g default-terminal tmux-256color \; \
		set-option -g window-size manual \; set-option -g status off \; set-option -g escape-time 0 \; \
		respawn-pane -k "exec env -i PATH='$PATH' HOME='$home' XDG_DATA_HOME='$home/data' XDG_CONFIG_HOME='$home/config' \
TZ=UTC LC_ALL=C.UTF-8 TERM=tmux-256color SAFAR_LOCALEDIR='$SAFAR_LOCALEDIR' ${e2e_env[*]:-} $(printf '%q ' "$safar" "$@")"
}

screen() { tmux_in capture-pane -p -t "$now" 2>/dev/null; }
keys() { tmux_in send-keys -t "$now" -- "$@"; }
type_text() { tmux_in send-keys -t "$now" -l -- "$1"; }
resize() { tmux_in resize-window -t s -x "${1%x*}" -y "${1#*x}"; }
program_pid() { tmux_in display-message -p -t "$now" '#{pane_pid}'; }
program_dead() { [ "$(tmux_in display-message -p -t "$now" '#{pane_dead}')" = 1 ]; }
program_status() { tmux_in display-message -p -t "$now" '#{pane_dead_status}'; }

# at NAME: another of the terminals is looked at; the one of start is 0.
at() { now=s:$1; }

# terminal NAME: one more, in English, at the page for signing in.
terminal() {
	tmux_in set-option -g window-size largest \; set-option -g default-size 80x24 # a new window of "manual" size ends some servers
	tmux_in new-window -d -t s: -n "$1" "exec env -i PATH='$PATH' HOME='$home' XDG_DATA_HOME='$home/data' XDG_CONFIG_HOME='$home/config' \
TZ=UTC LC_ALL=C.UTF-8 TERM=tmux-256color SAFAR_LOCALEDIR='$SAFAR_LOCALEDIR' $(printf '%q ' "$safar" --store "$store")"
	at "$1"
	wait_for 'English' && keys 4 && wait_gone 'Nederlands'
}

# until_true COMMAND…: polls until it succeeds; false after LIMIT seconds.
until_true() {
	local end=$((SECONDS + LIMIT))
	while ! "$@"; do
		((SECONDS < end)) || return 1
		pause
	done
}

on_screen() { screen | grep -qF -- "$1"; }
not_on_screen() { ! on_screen "$1"; }
wait_for() { until_true on_screen "$1"; }
wait_gone() { until_true not_on_screen "$1"; }
wait_exit() { until_true program_dead; }

# moved_on SCREEN: something else is on the screen, wholly drawn.
moved_on() {
	local seen
	seen=$(screen)
	[ "$seen" != "$1" ] || return 1
	pause
	[ "$(screen)" = "$seen" ]
}

# read_on TEXT: past pages that may be longer than the screen, Enter once for each screenful, until TEXT comes.
read_on() {
	local i before
	for ((i = 0; i < 10; i++)); do
		on_screen "$1" && return
		before=$(screen)
		keys Enter
		until_true moved_on "$before" || return 1
	done
	return 1
}

# shows TEXT NAME: a test that passes when the text comes.
shows() {
	if wait_for "$1"; then ok "$2"; else not_ok "$2 ('$1' did not come in $LIMIT s)"; fi
}

# fits WIDTH HEIGHT: no line is wider, there are not more lines.
fits() {
	screen >"$home/fits"
	[ "$(wc -L <"$home/fits")" -le "$1" ] && [ "$(wc -l <"$home/fits")" -le "$2" ]
}

# bail WHAT FILE: the world of the test cannot be made.
bail() {
	sed 's/^/# /' "$2"
	echo "Bail out! $1"
	exit 1
}

# spoken LANGUAGE TEXT: the interface's text in that language, from the same catalogue the program reads.
spoken() { LANGUAGE=$1 TEXTDOMAINDIR=$SAFAR_LOCALEDIR gettext -d safar -- "$2"; }

# of_ten LANGUAGE: where the check says how far it is, as a format with one %d; the language may turn the two numbers round.
of_ten() { spoken "$1" '%d of %d' | sed 's/%2\$d/10/; s/%1\$d/%d/; t; s/%d/@/; s/%d/10/; s/@/%d/'; }

# has_catalogue LANGUAGE: whether the interface is translated into it yet.
has_catalogue() { [ -f "$SAFAR_LOCALEDIR/$1/LC_MESSAGES/safar.mo" ]; }

# skip NAME WHY
skip() {
	test_count=$((test_count + 1))
	echo "ok $test_count - $1 # SKIP $2"
}

# store_with COURSE…: $store, a demo store with these courses.
store_with() {
	store=$home/demo.db
	"$safar" --store "$store" init --demo >"$home/init.txt" 2>&1 </dev/null || bail 'cannot make a demo store' "$home/init.txt"
	local pack
	for pack; do
		"$safar" --store "$store" pack install "$pack" >"$home/install.txt" 2>&1 </dev/null ||
			bail "cannot install $pack" "$home/install.txt"
	done
}

# store_short: a course of one unit whose check asks ten times for the same word, and the learner 1001 on her way to it.
store_short() {
	store_with "$top_srcdir/tests/e2e/courses/first" "$top_srcdir/tests/e2e/courses/way"
	"$safar" --store "$store" enrol 1001 short >"$home/enrol.txt" 2>&1 </dev/null || bail 'cannot enrol' "$home/enrol.txt"
}

# sign_in LANGUAGE-DIGIT CODE PIN: from the first screen to the home of that person.
sign_in() {
	wait_for 'English' || return 1
	keys "$1"
	wait_gone 'Nederlands' || return 1
	type_text "$2"
	wait_for "$2" || return 1
	keys Enter
	type_text "$3"
	keys Enter
}

# The digit that stands before TEXT on the screen.
digit_of() { screen | sed -n "s/^[^0-9]*\\([0-9]\\)[ .].*$1.*/\\1/p" | head -n 1; }

has_digit() { [ -n "$(digit_of "$1")" ]; }

# pick TEXT: waits for the choice and presses its digit.
pick() {
	until_true has_digit "$1" || return 1
	keys "$(digit_of "$1")"
}

# through_lesson: from the first page of the short unit to its end, each exercise answered rightly. RIGHT is what a right answer says.
through_lesson() {
	wait_for 'de poort' || return 1 # the page to read
	keys Enter
	wait_for 'de bewakers' || return 1 # the words
	keys Enter
	wait_for 'Goedemorgen, Els.' || return 1 # the dialogue
	keys Enter
	pick 'Goedemorgen' || return 1
	wait_gone 'Goedenacht' || wait_for "$RIGHT" || return 1
	keys Enter
	answer_typed 'de bewaker' && answer_typed 'de poort'
}

# answer_typed TEXT: into the one gap, then past the feedback.
answer_typed() {
	wait_for "$TYPED" || return 1
	wait_gone "$RIGHT" || return 1
	type_text "$1"
	wait_for "$1" || return 1
	keys Enter
	wait_for "$RIGHT" || return 1
	keys Enter
}

# through_check: ten times the same word, wherever it stands; the place says how far it is.
through_check() {
	local i
	for i in 1 2 3 4 5 6 7 8 9 10; do
		wait_for "$(printf "$OF_TEN" "$i")" || return 1
		pick 'Goedemorgen' || return 1
		keys Enter
	done
}

# The serial number of the certificate on the screen.
serial() { screen | grep -oE 'P [0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}' | head -n 1; }

finish() { exit $((test_failed > 0)); }
