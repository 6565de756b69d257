#!/bin/sh
# The commands of README.md do what it says: those for one's own centre are run as they stand.
set -u
top_srcdir=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
top_builddir=${top_builddir:-$top_srcdir/_build}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
HOME=$work XDG_DATA_HOME=$work/data
export HOME XDG_DATA_HOME
unset SAFAR_STORE
count=0

if [ ! -x "$top_builddir/src/safar" ]; then
	echo '1..0 # SKIP safar is not built'
	exit 0
fi
mkdir "$work/bin"
ln -s "$(cd "$top_builddir/src" && pwd)/safar" "$work/bin/safar"
PATH=$work/bin:$PATH
ln -s "$top_srcdir/courses" "$work/courses"
printf 'name;birth;region\nKarimova Aziza;14.05.2001;UZ-NG\n' >"$work/people.csv"
cd "$work" || exit 99

# Indented lines of the section that call safar with a command; remarks are cut off. The import asks, so it is told yes.
sed -n '/^## Your own centre/,/^## More/p' "$top_srcdir/README.md" | sed -n 's/^    \(safar [a-z].*\)/\1/p' |
	sed 's/  *#.*//; s/^safar person import/& --yes/; /^safar *$/d' >"$work/commands"

while IFS= read -r command; do
	count=$((count + 1))
	if sh -c "$command" >"$work/said" 2>&1 </dev/null; then
		echo "ok $count - $command"
	else
		echo "not ok $count - $command"
		sed 's/^/# /' "$work/said"
	fi
done <"$work/commands"

count=$((count + 1))
if [ "$count" -gt 4 ]; then
	echo "ok $count - README.md has such commands"
else
	echo "not ok $count - README.md has such commands"
fi
echo "1..$count"
