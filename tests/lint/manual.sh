#!/bin/sh
# Manual pages are sound.
. "${0%/*}/lib.sh"

if command -v mandoc >/dev/null 2>&1; then
	for page in doc/*.[1-8]; do
		[ -f "$page" ] || continue
		# STYLE remarks are taste; the page's own date and references to pages of other packages are fine.
		mandoc -T lint -W warning "$page" 2>&1 | grep -vE 'cross reference to unknown|referenced manual not found'
	done | verdict 'mandoc finds nothing'
else
	skip 'mandoc finds nothing' 'mandoc is missing: apt-get install mandoc'
fi

done_linting
