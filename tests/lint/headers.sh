#!/bin/sh
# Header guards say the path; a source begins with config.h and its own header.
. "${0%/*}/lib.sh"

sources h -- src | while read -r file; do
	guard=SAFAR_$(printf '%s' "${file#src/}" | tr 'a-z/.-' 'A-Z___')
	first=$(grep -m1 '^#ifndef' "$file" | awk '{ print $2 }')
	[ "$first" = "$guard" ] || echo "$file: guard is '$first', should be $guard"
	grep -q "^#define $guard\$" "$file" || echo "$file: #define $guard is missing"
done | verdict 'header guards are named after their paths'

sources h -- src | while read -r file; do
	head -n 1 "$file" | grep -q '^/\*' || echo "$file: the first line says what the header is for"
done | verdict 'headers begin with their purpose'

sources c -- src tests bench | while read -r file; do
	awk '/^#include/ { print $2 }' "$file" >"$tmp/includes"
	[ "$(sed -n 1p "$tmp/includes")" = '"config.h"' ] || echo "$file: config.h is not the first include"
	own=${file#src/}
	own=${own%.c}.h
	case $file in
	src/*) [ ! -f "src/$own" ] || [ "$(sed -n 2p "$tmp/includes")" = "\"$own\"" ] || echo "$file: $own is not the second include" ;;
	esac
done | verdict 'sources include config.h first and their own header second'

# Each header compiles on its own: it includes what it uses.
if command -v "${CC:-gcc}" >/dev/null 2>&1; then
	flags=$(pkg-config --cflags sqlite3 icu-i18n ncursesw yaml-0.1 libarchive md4c libsodium jansson pangocairo libqrencode 2>/dev/null)
	sources h -- src | while read -r file; do
		# shellcheck disable=SC2086 # flags are a list
		"${CC:-gcc}" -std=gnu17 -D_GNU_SOURCE -fsyntax-only -x c -I src -I "${top_builddir:-.}/src" -I "${top_builddir:-.}" $flags "$file" 2>&1 |
			grep -E 'error' | head -n 2
	done | verdict 'each header compiles alone'
else
	skip 'each header compiles alone' 'no C compiler'
fi

done_linting
