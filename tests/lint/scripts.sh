#!/bin/sh
# Shell scripts are clean.
. "${0%/*}/lib.sh"

if command -v shellcheck >/dev/null 2>&1; then
	{ echo bootstrap; echo .ci/run; sources sh t -- tests bench; ls doc/completion/* 2>/dev/null; } | while read -r file; do
		# Libraries are read where their scripts name them; the harness sets top_srcdir and top_builddir.
		shellcheck -x -P SCRIPTDIR -S warning -e SC2154 -f gcc "$file"
	done | verdict 'shellcheck finds nothing'
else
	skip 'shellcheck finds nothing' 'shellcheck is missing: apt-get install shellcheck'
fi

if command -v python3 >/dev/null 2>&1; then
	for file in $(sources py -- tests src bench); do
		python3 -c 'import ast, sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])' "$file" 2>&1 | tail -n 1
	done | verdict 'Python helpers parse'
else
	skip 'Python helpers parse' 'python3 is missing'
fi

done_linting
