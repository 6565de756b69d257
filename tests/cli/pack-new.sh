#!/bin/sh
# safar pack new: for every kind and language a pack without a finding, that builds, installs and opens.
. "${top_srcdir:-.}/tests/cli/lib.sh"
SAFAR_DATADIR=$top
export SAFAR_DATADIR
cd "$work" || exit 99
case $build in /*) ;; *) build=$OLDPWD/$build ;; esac
case $top in /*) ;; *) SAFAR_DATADIR=$OLDPWD/$top ;; esac

# what a learner sees who signs in and opens what home offers first
opened() {
	printf '4\n1001\n402817\n1\n' | safar --plain >"$work/out" 2>"$work/err"
	says "$1"
}

for language in nl fr de; do
	for kind in language workplace conduct programme; do
		name=$kind-$language
		ok "$name is made" exits 0 safar pack new --kind "$kind" --teaches "$language" "$name"
		ok 'the check finds nothing' exits 0 safar pack check --strict "$name"
		ok 'really' test ! -s "$work/out"
		ok 'it builds' exits 0 safar pack build "$name" -o "$name.safar"
		rm -rf "$work/store"
		safar init --demo >/dev/null 2>&1
		ok 'and installs' exits 0 safar pack install "$name.safar"
		case $kind in
		language) ok 'its lesson opens' opened 'Polite and familiar' ;;
		workplace) ok 'its lesson opens' opened 'Why you wear it' ;;
		conduct) ok 'its lesson opens, the facts put in' opened '8 days after' ;;
		esac
	done
done
ok 'the words are those of the language' grep -q 'Ist dieser Platz frei' language-de/units/in-the-break.yaml
ok 'nothing is left to fill in' sh -c '! grep -rnIE --include="*.yaml" --include="*.po" "@[a-z-]+@" language-* workplace-* conduct-* programme-*'
ok 'a title of ones own' exits 0 safar pack new --teaches fr-CH --title 'Le "petit" cours' --author 'A. Karimova' deep
ok 'passes, too' exits 0 safar pack check --strict deep
ok 'as it was written' grep -qF 'title: "Le \"petit\" cours"' deep/pack.yaml
ok 'with its author' grep -qF 'authors: ["A. Karimova"]' deep/pack.yaml
ok 'and the very language' grep -qF 'teaches: fr-CH' deep/pack.yaml
ok 'nothing is overwritten' exits 1 safar pack new --teaches nl deep
ok 'and nothing left lying' test -z "$(find . -name 'deep.*')"
ok 'a language without template' exits 2 safar pack new --teaches es spanish
ok 'is told with those there are' says 'there are nl, fr and de'
ok 'a language pack needs one' exits 2 safar pack new spanish
ok 'a name that is no id' exits 2 safar pack new --teaches nl 'My Pack'
ok 'a kind that is none' exits 2 safar pack new --kind game --teaches nl game
ok 'a title that is no title' exits 2 safar pack new --teaches nl --title '`x' game
ok 'a folder that cannot be made' exits 5 safar pack new --teaches nl nowhere/game
finish
