#!/bin/sh
# Lists that people keep by hand agree with the tree.
. "${0%/*}/lib.sh"

# Every word of the makefiles that looks like a path below the given folder.
named() {
	cat Makefile.am src/*/local.mk tests/*.mk courses/local.mk templates/local.mk doc/local.mk bench/local.mk /dev/null 2>/dev/null |
		sed 's/#.*//' | tr ' \t\\=' '\n\n\n\n' | grep "^$1/" | sed 's|^\$(srcdir)/||' | LC_ALL=C sort -u
}

# A list may name a folder to take all of it.
unnamed() {
	while read -r file; do
		part=$file
		while :; do
			grep -qxF "$part" "$tmp/named" && break
			case $part in
			*/*) part=${part%/*} ;;
			*) echo "$file is in the tree but in no list"; break ;;
			esac
		done
	done
}

named src >"$tmp/named"
sources c h awk sql txt -- src | unnamed | verdict 'every file of src is in a local.mk'
grep -E '\.[a-z]+$' "$tmp/named" | grep -vE '\.(a|o)$' | while read -r file; do
	[ -f "$file" ] && continue
	# Generated files are named beside the rule that makes them.
	grep -qE "^(BUILT_SOURCES|CLEANFILES|nodist_).*${file##*/}|^\\\$\\(builddir\\)/$file|^$file:| $file *:" \
		src/*/local.mk tests/*.mk && continue
	echo "$file is in a list but not in the tree"
done | verdict 'every source in a list is there'

named tests >"$tmp/named"
find tests -type f ! -name '*.mk' ! -path '*/__pycache__/*' ! -name '*~' | LC_ALL=C sort | unnamed | head -n 20 |
	verdict 'every file of tests is in a .mk'

named courses >"$tmp/named"
find courses -type f ! -name local.mk | LC_ALL=C sort | unnamed | verdict 'every file of courses is in courses/local.mk'

named templates >"$tmp/named"
find templates -type f ! -name local.mk | LC_ALL=C sort | unnamed | verdict 'every file of templates is in templates/local.mk'

named doc >"$tmp/named"
find doc -type f ! -name local.mk | LC_ALL=C sort | unnamed | verdict 'every file of doc is in doc/local.mk'

# Files with messages for people are exactly those that gettext reads.
sources c h -- src | xargs grep -lE '(^|[^A-Za-z0-9_])(_|N_|Q_|ngettext|pgettext)\("' /dev/null | grep -v '^src/core/i18n\.h$' | LC_ALL=C sort >"$tmp/translated"
grep -v '^#' po/POTFILES.in | grep . | LC_ALL=C sort >"$tmp/potfiles"
diff "$tmp/potfiles" "$tmp/translated" | sed -n 's/^</po\/POTFILES.in names, but without messages:/p; s/^>/not in po\/POTFILES.in:/p' |
	verdict 'po/POTFILES.in names every file with messages'

# Everything the tests of a floor consist of can be run.
for script in $(sources sh t -- tests); do
	case $script in
	*/lib.sh | */lib/*) ;;
	*) [ -x "$script" ] || echo "$script is not executable" ;;
	esac
done | verdict 'test scripts are executable'

if command -v git >/dev/null 2>&1 && [ -e .git ]; then
	git ls-files -ci --exclude-standard | verdict 'no generated file is tracked'
else
	skip 'no generated file is tracked' 'not a git checkout'
fi

done_linting
