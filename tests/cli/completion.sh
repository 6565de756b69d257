#!/bin/bash
# What the shell completes, what the manual says and what --help says are the same commands and options.
# shellcheck source=tests/cli/lib.sh
. "${top_srcdir:-.}/tests/cli/lib.sh"
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$(cd "$build" && pwd)/src/safar" >"$work/bin/safar"
chmod +x "$work/bin/safar"
PATH=$work/bin:$PATH
unset -f safar
# shellcheck source=/dev/null
. "$top/doc/completion/safar"

# offered WORD…: what is completed for the last of these words
offered() {
	COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
	_safar
	printf '%s\n' "${COMPREPLY[@]}"
}
# options of a text: --long and -s
options() { grep -oE -- '(^|[^a-z0-9-])--?[a-z][a-z0-9-]*' | grep -oE -- '--?[a-z].*' | sort -u; }
# the options in the heads under which the manual speaks of a command
manual_options() { grep -E "^\.It Cm $1( |$)" "$top/doc/safar.1" | grep -oE 'Fl -?[a-z][a-z0-9-]*' | sed 's/^Fl /-/' | sort -u; }
names() { { safar --help; safar pack --help; } | sed -n 's/^  safar \([a-z][a-z -]*[a-z]\)  .*/\1/p'; }

verbs_complete() {
	local name words k bad=0
	while read -r name; do
		read -ra words <<<"$name"
		for ((k = 0; k < ${#words[@]}; k++)); do
			offered safar "${words[@]:0:k}" '' | grep -qx -- "${words[k]}" || { echo "# '${words[k]}' of '$name' is not completed"; bad=1; }
		done
	done < <(names)
	return $bad
}
options_complete() {
	local name words bad=0
	while read -r name; do
		read -ra words <<<"$name"
		safar "${words[@]}" --help | head -n 1 | options | grep '^--' >"$work/said"
		offered safar "${words[@]}" -- | grep . >"$work/offered"
		cmp -s "$work/said" "$work/offered" || { echo "# options of '$name':"; diff "$work/said" "$work/offered" | sed 's/^/# /'; bad=1; }
	done < <(names)
	return $bad
}
in_the_manual() {
	local name words bad=0
	while read -r name; do
		read -ra words <<<"$name"
		grep -qE "^\.It Cm $name( |$)" "$top/doc/safar.1" || { echo "# '$name' is not in the manual"; bad=1; }
		safar "${words[@]}" --help | head -n 1 | options >"$work/said"
		manual_options "$name" >"$work/told"
		cmp -s "$work/said" "$work/told" || { echo "# options of '$name', --help and manual:"; diff "$work/said" "$work/told" | sed 's/^/# /'; bad=1; }
	done < <(names)
	return $bad
}
behind_arguments() { offered safar exam plan some/exam --r | grep -qx -- --room && offered safar key import -o file --p | grep -qx -- --phrase-file; }
values() {
	touch "$work/centre.key" && cd "$work" && offered safar --store c | grep -qx centre.key && offered safar exam open --key '' | grep -qx centre.key && ! offered safar --store '' | grep -qx exam &&
		[ "$(offered safar exam help --aloud '' | tr '\n' ' ')" = 'yes no ' ]
}
ok 'there are commands' test "$(names | wc -l)" -gt 70
ok 'each word of each command is completed' verbs_complete
ok 'so are its options, and no others' options_complete
ok 'also behind its arguments' behind_arguments
ok 'the manual has each command with its options' in_the_manual
ok 'files and words stand behind options that take them' values
finish
