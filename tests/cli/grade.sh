#!/bin/sh
# Judging answers from the command line.
. "${top_srcdir:-.}/tests/cli/lib.sh"

tab=$(printf '\t')
grade() {
	"$build/src/safar" grade "$@"
}

# judged WANT ARGUMENT…: the row is verdict, reasons, expected, typed
judged() {
	want=$1
	shift
	got=$(grade "$@" 2>"$work/err") || {
		sed 's/^/# /' "$work/err"
		return 1
	}
	[ "$(printf '%s' "$got" | cut -f1,2 | tr '\t' ' ')" = "$want" ] || {
		echo "# $got"
		return 1
	}
}

ok 'right' judged 'ok ' --language nl 'Mijn naam is Aziza.' 'mijn naam is aziza'
ok 'a typo' judged 'typo typo' --language nl 'de collega' 'de colega'
ok 'another article' judged 'wrong article' --language nl-BE 'de tafel' 'het tafel'
ok 'accents are noted' judged 'note accent' --language fr "l'élève" "l'eleve"
ok 'unless they matter' judged 'wrong accent' --language fr --accents strict "l'élève" "l'eleve"
ok 'case is nothing' judged 'ok ' --language fr 'Bonjour, Paul' 'bonjour, paul'
ok 'unless it matters' judged 'wrong case' --language fr --case strict 'Bonjour, Paul' 'bonjour, paul'
ok 'the first letter never does' judged 'ok ' --language fr --case strict 'Bonjour, Paul' 'bonjour, Paul'
ok 'nor signs' judged 'ok ' --language nl 'Hoe gaat het?' 'hoe gaat het'
ok 'unless they matter' judged 'wrong punctuation' --language nl --punctuation strict 'Hoe gaat het?' 'hoe gaat het'
ok 'an article may be asked again' judged 'retry article' --language nl --articles strict 'de tafel' 'tafel'
ok 'several reasons, the gravest first' judged 'note spacing,accent' --language fr 'peut-être' 'peut etre'
ok 'an unknown language is usage' exits 2 safar grade --language xx a b
ok 'with those there are' says 'nl, fr, de, uz and ru'
ok 'no language is usage' exits 2 safar grade a b
ok 'only strict is an answer' exits 2 safar grade --language nl --case lax a b
ok 'a broken pattern is a fault' exits 1 safar grade --language nl '[a|b' a

cut -f2,3 "$top/tests/data/answers/answers.tsv" | sed 1d | sed -n 1,22p >"$work/batch"
ok 'a batch' sh -c "'$build/src/safar' grade --language nl --batch <'$work/batch' >'$work/out'"
cut -f4 "$top/tests/data/answers/answers.tsv" | sed 1d | sed -n 1,22p >"$work/want"
ok 'as the table says' sh -c "cut -f1 '$work/out' | diff '$work/want' - >&2"
ok 'with the texts as they came' sh -c "cut -f3,4 '$work/out' | diff '$work/batch' - >&2"
printf 'ja%sja\nnothing\nnee%snee\n' "$tab" "$tab" >"$work/batch"
ok 'a line without tab is a fault' sh -c "'$build/src/safar' grade --language nl --batch <'$work/batch' >'$work/out' 2>'$work/err'; test \$? = 1"
ok 'named by its number' says 'line 2'
ok 'and the rest is judged' test "$(grep -c '^ok' "$work/out")" = 2

printf 'ja%sja\n[a|b%sa\n[x|y][x|y][x|y][x|y][x|y][x|y][x|y][x|y][x|y][x|y]%sx\nnee%snee\n' "$tab" "$tab" "$tab" "$tab" >"$work/batch"
ok 'expected texts that cannot be used are faults' sh -c "'$build/src/safar' grade --language nl --batch <'$work/batch' >'$work/out' 2>'$work/err'; test \$? = 1"
ok 'told with their lines, apart from the rows' test "$(cut -d: -f2 "$work/err" | tr '\n' ' ')" = '2 3 '
ok 'the rows are only rows' test "$(cut -f1 "$work/out" | tr '\n' ' ')" = 'ok ok '
finish
