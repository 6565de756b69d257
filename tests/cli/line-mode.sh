#!/bin/bash
# The whole way without seeing the screen: from the language to the certificate, line by line.
. "${top_srcdir:-.}/tests/cli/lib.sh"

safar init --demo >/dev/null 2>&1
safar pack install "$top/tests/e2e/courses/first" "$top/tests/e2e/courses/way" >/dev/null 2>&1
safar enrol 1001 short >/dev/null 2>&1

coproc session { "$build/src/safar" --plain 2>&1; }
from=${session[0]} to=${session[1]} pid=$!
heard=

# Hears the page out: a prompt ends with "> " and waits.
listen() {
	heard=
	while IFS= read -r -N 1 -t 20 -u "$from" letter; do
		heard=$heard$letter
		case $heard in *'> ') return 0 ;; esac
	done
	return 1
}

say() {
	printf '%s\n' "$1" >&"$to"
	listen
}

tells() {
	case $heard in *"$1"*) return 0 ;; esac
	printf '%s\n' "$heard" | sed 's/^/# /'
	return 1
}

# The number that stands before a text
number() {
	printf '%s\n' "$heard" | sed -n "s/^\([0-9]*\)\. $1.*/\1/p" | head -n 1
}

# Answers what a page asks by its words alone, at most so many pages, until one tells TEXT.
until_told() {
	for _ in $(seq "$1"); do
		case $heard in
		*"$2"*) return 0 ;;
		*' (right)'* | *'Right.'*) say '' ;;
		*'Write guard in Dutch'*) say 'de bewaker' ;;
		*'Write gate in Dutch'*) say 'de poort' ;;
		*'. Goedemorgen'*) say "$(number Goedemorgen)" ;;
		*) say '' ;;
		esac || return 1
	done
	tells "$2"
}

listen
ok 'languages are numbered' tells '4. English'
say 4
ok 'a code is asked for' tells 'Your code > '
say 1001
ok 'then a PIN' tells 'Your PIN > '
say 402817
ok 'which opens the home' tells 'Today'
say 1
ok 'a number opens a lesson' tells 'The gate'
ok 'every page and exercise is gone through' until_told 40 'every page of this unit'
say ''
ok 'the check is offered' tells 'Unit check'
say ''
ok 'and all its questions' until_told 40 'of 10 points'
ok 'are answered right' tells '10 of 10 points'
say "$(number 'See the certificate')"
ok 'the certificate is read' tells 'PRACTICE'
say back
say ''
say back
eval "exec $to>&-"
wait "$pid"
ok 'the end of the input is the end' test $? -eq 0
ok 'and the row stands in the export' exits 0 safar export completions
ok 'with the person and the programme' says '1001,Aziza Karimova'
finish
