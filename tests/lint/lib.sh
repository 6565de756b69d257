# shellcheck shell=sh
# What lint checks share: TAP lines and the folders. Sourced by each of tests/lint/*.sh.

top_srcdir=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
cd "$top_srcdir" || exit 99
LC_ALL=C.UTF-8
export LC_ALL
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
echo 0 >"$tmp/count"

# next_count: kept in a file, because verdict stands at the end of pipes.
next_count() {
	count=$(($(cat "$tmp/count") + 1))
	echo "$count" >"$tmp/count"
}

# verdict NAME: reads complaints from standard input; none is a pass.
verdict() {
	next_count
	cat >"$tmp/complaints"
	if [ -s "$tmp/complaints" ]; then
		echo "not ok $count - $1"
		sed 's/^/# /' "$tmp/complaints"
	else
		echo "ok $count - $1"
	fi
}

# skip NAME REASON: said aloud, never a pass.
skip() {
	next_count
	echo "ok $count - $1 # SKIP $2"
}

# done_linting: the plan, at the end.
done_linting() {
	echo "1..$(cat "$tmp/count")"
}

# sources SUFFIX… -- DIR…: files with one of the suffixes, sorted.
sources() {
	pattern=
	while [ "$1" != -- ]; do
		pattern="$pattern${pattern:+|}\\.$1"
		shift
	done
	shift
	for dir; do
		[ -d "$dir" ] && find "$dir" -type f
	done | grep -E "($pattern)\$" | LC_ALL=C sort
}
