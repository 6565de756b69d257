#!/bin/bash
# Issued certificates against another implementation (@digitalbazaar/vc), and every change of one against ours.
# shellcheck source=tests/cli/lib.sh
. "${top_srcdir:-.}/tests/cli/lib.sh"
for tool in npm node; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "1..0 # SKIP $tool is missing: apt-get install nodejs npm"
		exit 0
	}
done
# shellcheck source=tests/cli/centre.sh
. "$top/tests/cli/centre.sh"

# Versions and their digests stand in package-lock.json; what is there already is not fetched again.
modules=$build/vc
mkdir -p "$modules" && cp "$top"/tests/long/vc/* "$modules/"
if ! cmp -s "$top/tests/long/vc/package-lock.json" "$modules/installed.json"; then
	(cd "$modules" && HOME=$modules npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
		echo "1..0 # SKIP the packages of tests/long/vc cannot be fetched: $(grep -i -m 1 'npm err' "$modules/npm.log")"
		exit 0
	}
	cp "$top/tests/long/vc/package-lock.json" "$modules/installed.json"
fi

live_store || {
	echo 'Bail out! the store cannot be made'
	exit 1
}
issued() {
	# shellcheck disable=SC2086
	exits 0 safar certificate issue $officers --phrase-file "$work/phrase" && says '2 certificates issued' || return 1
	n=0
	safar certificate list | sed -n 's/^\([0-9]\{4\} [0-9 ]\{14\}\) .*/\1/p' >"$work/serials"
	while read -r serial; do
		n=$((n + 1))
		exits 0 safar certificate show --json "$work/$n.json" "$serial" || return 1
	done <"$work/serials"
	[ "$n" -eq 2 ]
}
vc() { (cd "$modules" && node verify.mjs "$@") >"$work/out" 2>"$work/err"; }
accepted() { vc "$work/1.json" "$work/2.json" && says '/1.json good' && says '/2.json good'; }
vector() { vc "$(cd "$top" && pwd)/tests/data/credentials/ob3_proofset.json" && says good; }
rejected() {
	sed 's/"34.5"/"44.5"/' "$work/1.json" >"$work/better.json" && ! cmp -s "$work/1.json" "$work/better.json" && vc "$work/better.json" && says 'better.json bad'
}
refused() { # every changed copy, by ours
	mkdir "$work/changed" && node "$modules/change.mjs" "$work/1.json" "$work/changed" >"$work/count" && [ "$(cat "$work/count")" -gt 300 ] || return 1
	for file in "$work"/changed/*.json; do
		safar certificate verify "$file" >"$work/out" 2>"$work/err"
		[ $? -eq 1 ] || {
			echo "# taken for genuine:"
			sed 's/^/# /' "$file" "$work/out"
			return 1
		}
	done
	echo "# $(cat "$work/count") changed copies"
}
ok 'certificates are issued' issued
ok '@digitalbazaar/vc verifies both proofs of each' accepted
ok 'as it does the published example' vector
ok 'and refuses a better mark' rejected
ok 'ours refuses every other value, key and order' refused
finish
