#!/bin/sh
# How an exam worked, from a table of marks.
. "${top_srcdir:-.}/tests/cli/lib.sh"

marks=$top_srcdir/tests/data/analysis/oracle.csv
analyse() {
	"$build/src/safar" analyse "$@" >"$work/out" 2>"$work/err"
}
says() { grep -qF -- "$1" "$work/out"; }
refused() { # NAME TEXT-OF-THE-FILE WORDS-OF-THE-FAULT
	printf '%b' "$2" >"$work/bad.csv"
	analyse --marks "$work/bad.csv"
	[ $? -eq 1 ] && grep -qF -- "$3" "$work/err"
}

ok 'the published marks are read' analyse --marks "$marks" --cut 4
ok 'reliability as published' says 'reliability (alpha): -0.8722'
ok 'the standard error at the pass mark' says 'standard error at the pass mark: 1.4142'
ok 'a fault in plain words' says 'look at the key'
ok 'for a spreadsheet' analyse --marks "$marks" --format csv
ok 'one figure a row' says 'q1,efficiency,-9.455053697'
ok 'what is not computed is empty' says ',se_at_cut,'
ok 'for programs' analyse --marks "$marks" --format json
ok 'what is not computed is null' says '{"item":"","figure":"se_at_cut","value":null}'
sed 's/,/;/g; s/\([0-9]\)\.\([0-9]\)/\1,\2/g' "$marks" >"$work/excel.csv"
analyse --marks "$marks" --format csv
cp "$work/out" "$work/first"
analyse --marks "$work/excel.csv" --format csv
ok 'semicolons and decimal commas are the same' cmp -s "$work/first" "$work/out"
ok 'a word for a mark' refused x 'a,q1\nmax,1\n1,one\n' 'bad.csv:3:3: a mark is a number'
ok 'too large a number' refused x 'a,q1\nmax,1\n1,1e400\n' 'bad.csv:3:3: a mark is a number'
ok 'a mark above the maximum' refused x 'a,q1\nmax,1\n1,2\n' 'bad.csv:3:3: a mark is above'
ok 'no maximum' refused x 'a,q1\nmax,0\n1,0\n' 'bad.csv:2:5: the second row'
ok 'a cell too few' refused x 'a,q1,q2\nmax,1,1\n1,0\n' 'bad.csv:3:1: this row'
ok 'no attempt' refused x 'a,q1\nmax,1\n' 'too little'
analyse --marks "$marks" --format xml
ok 'another format is wrong use' [ $? -eq 2 ]
finish
