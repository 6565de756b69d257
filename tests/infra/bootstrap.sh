#!/bin/sh
# bootstrap on machines that lack things: dpkg, apt and sudo are played, nothing is installed.
set -u
top_srcdir=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/tree"
cp "$top_srcdir/bootstrap" "$work/tree/bootstrap"
count=0

# played NAME: a program that the test plays; its text comes from standard input.
played() {
	{ echo '#!/bin/sh'; cat; } >"$work/bin/$1"
	chmod +x "$work/bin/$1"
}

# Everything is installed but what stands in the file lacking.
played dpkg-query <<-'PLAY'
	for name; do :; done
	grep -qx "$name" "$WORK/lacking" || printf installed
PLAY
played apt-cache <<-'PLAY'
	if [ -f "$WORK/lists" ]; then echo '  Candidate: 1.0'; else echo '  Candidate: (none)'; fi
PLAY
played apt-get <<-'PLAY'
	echo "apt-get $*" >>"$WORK/calls"
	case $1 in
	update) : >"$WORK/lists" ;;
	install) [ ! -f "$WORK/offline" ] && : >"$WORK/lacking" ;;
	esac
PLAY
played id <<-'PLAY'
	[ "$1" = -u ] && cat "$WORK/uid" || echo worker
PLAY
# The build itself is not what is tested here.
played autoreconf <<-'PLAY'
	exit 3
PLAY

# boot ARGUMENT…: runs it; what it says is in $work/said.
boot() {
	rm -f "$work/calls"
	(cd "$work/tree" && WORK=$work PATH="$work/bin:/usr/bin:/bin" ./bootstrap "$@") >"$work/said" 2>&1 </dev/null
	status=$?
}

ok() {
	count=$((count + 1))
	what=$1
	shift
	if "$@"; then
		echo "ok $count - $what"
	else
		echo "not ok $count - $what"
		sed 's/^/# /' "$work/said"
	fi
}
says() { grep -qF -- "$1" "$work/said"; }
called() { grep -qE -- "$1" "$work/calls"; }
uncalled() { [ ! -f "$work/calls" ]; }

echo 0 >"$work/uid"
: >"$work/lacking"

boot help
ok 'help' says 'usage: ./bootstrap run|check|build'
boot fly
ok 'an unknown verb is usage' test "$status" -eq 2
boot run --fast
ok 'an unknown option is named' says "unknown option '--fast'"

printf 'libicu-dev\nlibmd4c-dev\n' >"$work/lacking"
boot build --no-install
ok 'missing packages stop a build that may not install' test "$status" -ne 0
ok 'each with its reason' says 'knows scripts, accents and letters'
ok 'and the command' says 'apt-get install libicu-dev libmd4c-dev'
ok 'other systems are marked untried' says 'Alpine (untried):'
ok 'nothing was called' uncalled

boot build
ok 'lists are fetched when they know nothing' called '^apt-get update'
ok 'only what is missing is installed' called '^apt-get install .* libicu-dev libmd4c-dev$'
printf 'tmux\n' >"$work/lacking"
boot build
ok 'building needs no test tools' uncalled
boot check
ok 'checking does' called '^apt-get install .* tmux$'
printf 'tmux\n' >"$work/lacking"
boot check
ok 'lists that know it are left alone' test "$(grep -c update "$work/calls")" -eq 0

printf 'gcc\n' >"$work/lacking"
: >"$work/offline"
boot build
ok 'an installation that fails is tried once more after an update' called '^apt-get update'
ok 'and then said' says 'cannot install gcc'
rm -f "$work/offline"

echo 1000 >"$work/uid"
printf 'gcc\n' >"$work/lacking"
boot build
ok 'without root and sudo the command is shown' says 'run as root: '
# shellcheck disable=SC2016 # the played program expands it
echo 'exec "$@"' | played sudo
boot build
ok 'with sudo it is used' called '^apt-get install .* gcc$'

rm -f "$work/bin/dpkg-query"
mkdir "$work/few"
for tool in sh awk cat dirname grep id cut tr; do
	found=$(command -v "$tool") && ln -s "$found" "$work/few/$tool"
done
(cd "$work/tree" && PATH="$work/few" ./bootstrap build) >"$work/said" 2>&1 </dev/null
status=$?
ok 'another system gets the names and no more' says 'Fedora (untried): gcc'
ok 'and stops' test "$status" -ne 0

mkdir "$work/a tree"
cp "$top_srcdir/bootstrap" "$work/a tree/"
(cd "$work/a tree" && PATH="/usr/bin:/bin" ./bootstrap build --no-install) >"$work/said" 2>&1 </dev/null
ok 'a path with a space is refused' says 'contains a space'

# Every course of the tree comes into the demo store.
installs() { grep -qE "^	for pack in( .*)? $1[ ;]" "$top_srcdir/bootstrap"; }
for head in "$top_srcdir"/courses/*/pack.yaml; do
	course=$(basename "$(dirname "$head")")
	ok "the demo store gets the course $course" installs "$course"
done

echo "1..$count"
