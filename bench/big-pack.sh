#!/bin/sh
# big-pack.sh DIR [UNITS]: writes a sound language pack of UNITS × 1000 items (words, choices, typed answers)
# with Uzbek and Russian. The same every time.
set -eu
dir=$1
units=${2:-100}
mkdir -p "$dir/units" "$dir/po"
awk -v dir="$dir" -v units="$units" '
function head(file, language) {
	printf "msgid \"\"\nmsgstr \"\"\n\"Language: %s\\n\"\n\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n\n", language > file
}
function say(context, text) {
	printf "msgctxt \"%s\"\nmsgid \"%s\"\nmsgstr \"%s uz\"\n\n", context, text, text > uz
	printf "msgctxt \"%s\"\nmsgid \"%s\"\nmsgstr \"%s ru\"\n\n", context, text, text > ru
}
# numbers as letters, so that no two words are alike
function name(n,    s) {
	s = ""
	do { s = substr("bdfgklmnprstvz", n % 14 + 1, 1) substr("aeiou", int(n / 14) % 5 + 1, 1) s; n = int(n / 70) } while (n > 0)
	return s
}
BEGIN {
	uz = dir "/po/uz.po"; ru = dir "/po/ru.po"
	head(uz, "uz"); head(ru, "ru")
	pack = dir "/pack.yaml"
	printf "format: 1\nid: big\nversion: 1.0.0\ntitle: A big course\nkind: language\nteaches: nl-BE\nsource-language: en\nlicence: CC-BY-SA-4.0\nauthors: [The safar developers]\nunits:\n" > pack
	say("pack.title", "A big course")
	for (u = 1; u <= units; u++) {
		unit = sprintf("u%03d", u)
		printf "  - %s\n", unit > pack
		file = dir "/units/" unit ".yaml"
		printf "id: %s\ntitle: Unit %d\ncan-do: [Say the words of unit %d]\nminutes: 60\nparts:\n  - words:\n      id: list\n      list:\n", unit, u, u > file
		say(unit ".title", "Unit " u)
		say(unit ".can-do", "Say the words of unit " u)
		for (i = 1; i <= 798; i++) {
			n = u * 1000 + i
			printf "        - {id: w%d, term: de %s, pos: noun, means: thing %s}\n", i, name(n), name(n) > file
			say(unit "/w" i ".means", "thing " name(n))
		}
		for (i = 1; i <= 100; i++) {
			n = u * 1000 + i
			printf "  - exercise: {id: c%d, type: choice, ask: \"What is %s?\", options: [{right: thing %s}, {wrong: no %s}, {wrong: not %s}]}\n", i, name(n), name(n), name(n), name(n) > file
			say(unit "/c" i ".ask", "What is " name(n) "?")
			say(unit "/c" i ".option", "thing " name(n))
			say(unit "/c" i ".option", "no " name(n))
			say(unit "/c" i ".option", "not " name(n))
		}
		for (i = 1; i <= 100; i++) {
			n = u * 1000 + i
			printf "  - exercise: {id: t%d, type: typed, ask: Say thing %s., answer: [de %s]}\n", i, name(n), name(n) > file
			say(unit "/t" i ".ask", "Say thing " name(n) ".")
		}
		close(file)
	}
}'
