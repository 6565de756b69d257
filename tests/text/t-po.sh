#!/bin/sh
# The tool that puts PO files into Cyrillic: a sample before and after, and po/uz@cyrillic.po against po/uz.po.
tool=$top_builddir/src/text/uz-cyrillic-po
sample=$top_srcdir/tests/data/text
echo 1..2
if "$tool" <"$sample/sample-uz.po" | diff -u "$sample/sample-uz@cyrillic.po" - >&2; then
	echo 'ok 1 - the sample'
else
	echo 'not ok 1 - the sample'
fi
if ! test -f "$top_srcdir/po/uz@cyrillic.po"; then
	echo 'ok 2 - po/uz@cyrillic.po # SKIP there is no po/uz@cyrillic.po: make update-cyrillic'
elif "$tool" <"$top_srcdir/po/uz.po" | cmp - "$top_srcdir/po/uz@cyrillic.po" >&2; then
	echo 'ok 2 - po/uz@cyrillic.po is made from po/uz.po'
else
	echo 'not ok 2 - po/uz@cyrillic.po is not what po/uz.po gives: make update-cyrillic'
fi
