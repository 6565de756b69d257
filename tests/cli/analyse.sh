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
printf 'id,q1,q2,q3\nmax,3.3,3.3,3.3\na,3.3,3.3,0\nb,1,2,3\n' >"$work/tenths.csv"
ok 'the most that can be reached is a cut' analyse --marks "$work/tenths.csv" --cut 9.9
ok 'whatever its tenths add up to' says 'standard error at the pass mark: 0.0000'
ok 'a cut has a comma where marks have' analyse --marks "$work/tenths.csv" --cut 4,5
ok 'and is that number' says 'standard error at the pass mark: 1.6524'
ok 'but not any' sh -c "! '$build/src/safar' analyse --marks '$work/tenths.csv' --cut inf 2>/dev/null"
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
ok 'an id of an item twice' refused x 'a,q1,q1\nmax,1,1\n1,0,1\n' 'bad.csv:1:6: this id stands twice'
ok 'an item without an id' refused x 'a,q1,\nmax,1,1\n1,0,1\n' 'bad.csv:1:6: an item has no id'
ok 'an id that would drive the terminal' refused x 'a,\033[31mq1\nmax,1\n1,0\n' 'bad.csv:1:3: an item'
ok 'an id of two lines' refused x 'a,"q\n1"\nmax,1\n1,0\n' 'bad.csv:1:3: an item'
ok 'an attempt twice' refused x 'a,q1\nmax,1\nx,0\ny,1\nx,0\n' 'bad.csv:5:1: this id stands twice'
ok 'a table without ids' refused x 'q1,q2\n1,1\n0,1\n1,0\n' 'bad.csv:2:1: this column holds marks'
ok 'a quote that is never closed' refused x 'a,q1\nmax,1\nx,"1\ny,1\n' 'bad.csv:3:3: a quote'
ok 'another encoding' refused x 'a,q1\nmax,1\nx\351,1\n' 'bad.csv:3:2: this is no CSV text in UTF-8'
grid() {
	printf 'a,q1,q2\nmax,1,.5\nx,1,\ny,0,.25\n,,\n,,\n' >"$work/grid.csv"
	analyse --marks "$work/grid.csv" --format csv && says 'q1,attempts,2' && says 'q2,facility,0.25'
}
ok 'rows of the grid with nothing in them are no attempts' grid
unreached() {
	printf 'a,q1\nmax,1\nx,1\ny,\nz,\n' >"$work/late.csv"
	analyse --marks "$work/late.csv" --format csv && says 'q1,unreached,2' && says 'q1,many_unreached,1'
}
ok 'each figure has a name of its own' unreached
ok 'no attempt' refused x 'a,q1\nmax,1\n' 'too little'
drawn() {
	printf 'a,q1,q2,q3\nmax,1,2,2\n1,1,2,-\n2,1,-,1\n3,0,0,-\n4,1,-,\n' >"$work/drawn.csv"
	analyse --marks "$work/drawn.csv" --format csv && says 'q2,attempts,2' && says 'q2,facility,0.5' && says 'q3,unreached,1' && says 'q2,weight,' && says ',alpha,0.6'
}
ok 'a hyphen is an item that was not in the form' drawn
both() { analyse mock --marks "$marks"; [ $? -eq 2 ] && { analyse --marks "$marks" --all; [ $? -eq 2 ]; } && { analyse; [ $? -eq 2 ]; }; }
ok 'a table and stored sittings are not mixed' both
analyse --marks "$marks" --format xml
ok 'another format is wrong use' [ $? -eq 2 ]
finish
