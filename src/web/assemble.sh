#!/bin/sh
# Puts the verifier's page together: assemble.sh FOLDER >verify.html. The policy in the page allows exactly the one script and the one style in it.
set -eu
cd "$1"
LC_ALL=C
export LC_ALL
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# hash FILE: SHA-256 in base 64, as Content-Security-Policy wants it
hash() {
	hex=$(sha256sum "$1" | cut -d' ' -f1)
	# shellcheck disable=SC2059 # the format is made of octal escapes on purpose
	printf "$(printf '%s' "$hex" | sed 's/../& /g' | tr ' ' '\n' | while read -r byte; do [ -z "$byte" ] || printf '\\%03o' "0x$byte"; done)" | base64
}

{ echo; cat check.js; sed '/^"use strict";$/d' page.js; } >"$tmp/script"
{ echo; cat verify.css; } >"$tmp/style"
cp texts.json "$tmp/texts"
while IFS= read -r line; do
	case $line in
	*@STYLE@*) printf '<style>'; cat "$tmp/style"; printf '</style>\n' ;;
	*@SCRIPT@*) printf '<script>'; cat "$tmp/script"; printf '</script>\n' ;;
	*@TEXTS@*) printf '<script type="application/json" id="texts">'; cat "$tmp/texts"; printf '</script>\n' ;;
	*) printf '%s\n' "$line" | sed "s|@SCRIPT_HASH@|$(hash "$tmp/script")|; s|@STYLE_HASH@|$(hash "$tmp/style")|" ;;
	esac
done <verify.html.in
