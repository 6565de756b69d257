#!/bin/bash
# Whether the verifier's page and safar certificate verify judge alike, with the same reasons: some 200 files and codes, forged in all ways, and good ones under every combination of
# lists.
set -u
top_srcdir=$(cd "${top_srcdir:-.}" && pwd)
build=$(cd "${top_builddir:-$top_srcdir/_build}" && pwd)
for tool in chromium node; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "1..0 # SKIP $tool is missing: apt-get install chromium nodejs"
		exit 0
	}
done
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_DATA_HOME=$work/data LC_ALL=C.UTF-8
node "$top_srcdir/tests/web/same.js" "$(command -v chromium)" "$build/src/web/verify.html" "$build/src/safar" "$top_srcdir/src/web/check.js" "$work"
