#!/bin/sh
# Translations are sound: they compile, and format directives agree.
. "${0%/*}/lib.sh"

if ! command -v msgfmt >/dev/null 2>&1; then
	skip 'catalogues compile' 'msgfmt is missing: apt-get install gettext'
else
	for file in $(sources po -- po courses); do
		msgfmt -c -o /dev/null "$file" 2>&1 |
			grep -vE "^ |header field '(PO-Revision-Date|Last-Translator|Language-Team)' missing"
	done | verdict 'catalogues compile (msgfmt -c)'
fi

grep -v '^#' po/LINGUAS | tr ' ' '\n' | grep . | LC_ALL=C sort >"$tmp/linguas"
(cd po && ls -- *.po 2>/dev/null) | sed 's/\.po$//' | LC_ALL=C sort >"$tmp/there"
diff "$tmp/linguas" "$tmp/there" | grep '^[<>]' | sed 's/^</in po\/LINGUAS without a file:/; s/^>/not in po\/LINGUAS:/' |
	verdict 'po/LINGUAS names every catalogue'

# Nobody meets a line of English in the middle of their own language.
if ! command -v xgettext >/dev/null 2>&1; then
	skip 'every message is translated' 'xgettext is missing: apt-get install gettext'
else
	# shellcheck disable=SC2046 # several options
	xgettext $(sed -n 's/^XGETTEXT_OPTIONS = //p' po/Makevars) -f po/POTFILES.in -o "$tmp/all.pot" 2>&1 | verdict 'messages can be taken from the sources'
	while read -r language; do
		msgcmp "po/$language.po" "$tmp/all.pot" 2>&1 | grep -v '^msgcmp:' | sed "s/^/$language: /"
	done <"$tmp/linguas" | verdict 'every message is translated'
fi

# The Uzbek letters are oʻ gʻ with U+02BB and the tutuq with U+02BC, never a quote from the keyboard.
for file in $(sources po -- po courses | grep '/uz\.po$'); do
	grep -nE "^(msgstr.*|\".*)[OoGg]['‘’\`][A-Za-z]" "$file" | grep -v '`' | cut -c1-90 | sed "s|^|$file:|"
done | verdict 'Uzbek is written with U+02BB and U+02BC'
for file in doc/*.uz.md; do
	grep -nE "[A-Za-z]['‘’\`][A-Za-z]" "$file" | cut -c1-90 | sed "s|^|$file:|"
done | verdict 'in the documentation, too'

done_linting
