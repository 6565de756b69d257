#!/bin/sh
# Certificates from ready to withdrawn: two people, one pass phrase, files that verify.
# shellcheck source=tests/cli/lib.sh
. "${top_srcdir:-.}/tests/cli/lib.sh"
# shellcheck source=tests/cli/centre.sh
. "$top/tests/cli/centre.sh"

live_store || {
	echo "Bail out! the store cannot be made"
	exit 1
}
phrase="--phrase-file $work/phrase"
serial_of() { safar certificate list "$1" | sed -n '2s/^\([0-9 ]\{19\}\) .*/\1/p'; }

ready() {
	exits 0 safar certificate ready && says 'KARIMOVA AZIZA' && says 'ALIYEV OTABEK' && says "but 'FA12310029' in" && ! grep -q TOSHEVA "$work/out" &&
		exits 0 safar certificate ready --json && says '"ready":"yes"'
}
# shellcheck disable=SC2086
refused() {
	exits 2 safar certificate issue $phrase && says 'two people sign in' &&
		exits 4 safar certificate issue --officer 1000 --second 1000 --pins-file "$work/pins" $phrase &&
		exits 4 safar certificate issue --officer 9002 --second 1000 --pins-file "$work/swapped" $phrase && says 'administrators only' &&
		exits 4 safar certificate issue $officers --phrase-file "$work/other" && says 'pass phrase' &&
		exits 1 safar certificate issue $officers $phrase 1004 && says 'nobody of these is ready' &&
		exits 0 safar certificate list && ! grep -q KARIMOVA "$work/out"
}
# shellcheck disable=SC2086
issued() {
	exits 0 safar certificate issue $officers $phrase 1001 && says '1/1' && says '1 certificate issued' &&
		exits 0 safar certificate issue $officers $phrase && says 'ALIYEV OTABEK' && ! grep -q KARIMOVA "$work/out" &&
		exits 1 safar certificate issue $officers $phrase && says 'nobody of these is ready'
}
shown() {
	serial=$(serial_of 1001)
	exits 0 safar certificate show "$serial" && says 'KARIMOVA AZIZA' && says '34.5 of 50' && says 'not examined' && says 'no CEFR' &&
		says 'Dilnoza Yusupova, Jasur Rahimov' && exits 0 safar certificate show --json "$work/aziza.json" "$serial" &&
		[ "$(stat -c %a "$work/aziza.json")" = 600 ] && exits 0 safar certificate show --compact "$serial" && cp "$work/out" "$work/aziza.txt" && says 'SAF1:' &&
		exits 1 safar certificate show '1234 5678 9012 3456' && says 'check digits' && exits 1 safar certificate show --json "$work/aziza.json" "$serial" &&
		exits 0 safar certificate show --json "$work/both.json" --pdf "$work/both.pdf" "$serial" && cmp -s "$work/aziza.json" "$work/both.json" && [ "$(stat -c %a "$work/both.json")" = 600 ] &&
		head -c 5 "$work/both.pdf" | grep -q '^%PDF' && exits 2 safar certificate show --languages nl "$serial"
}
papers() { # take the place of papers, and of nothing else
	for name in "$SAFAR_STORE" "$SAFAR_STORE.key" "$work/both.json"; do
		exits 1 safar certificate show --pdf "$name" "$serial" && says 'is not replaced' || return 1
	done
	grep -q SafarKey "$SAFAR_STORE.key" && safar certificate list | grep -q KARIMOVA &&
		exits 0 safar certificate show --pdf "$work/both.pdf" "$serial" && : >"$work/empty.png" && exits 0 safar certificate show --png "$work/empty.png" "$serial" && [ -s "$work/empty.png" ]
}
secret() { # neither the number nor the phrase, nowhere
	! grep -q 'FA1231001' "$work/aziza.json" "$work/aziza.txt" && ! grep -qa 'five words that' "$SAFAR_STORE" "$SAFAR_STORE-wal" 2>/dev/null
}
kept_apart() { # the key is a file of its own, that only its owner reads
	sealed=$(sed -n 's/.*"sealed": "\([^"]*\)".*/\1/p' "$SAFAR_STORE.key")
	[ "$(stat -c %a "$SAFAR_STORE.key")" = 600 ] && [ "${#sealed}" -gt 40 ] && ! grep -qaF "$sealed" "$SAFAR_STORE" "$SAFAR_STORE-wal" 2>/dev/null &&
		exits 0 safar export completions -o "$work/all.csv" && exits 0 safar export completions --format json -o "$work/all.json" &&
		! grep -qF -e "$sealed" -e SafarKey "$work/all.csv" "$work/all.json" "$work/aziza.json"
}
lists() { # SEQUENCE
	exits 0 safar certificate withdrawn --key "$SAFAR_STORE.key" $phrase -o "$work/withdrawn.$1.json" && exits 0 safar trust import "$work/withdrawn.$1.json"
}
trusted() {
	printf 'id,name,from,telephone\n%s,Namangan vocational centre 3,2026-01-01,+998 69 000 00 00\n' "$(head -n 1 "$work/did")" >"$work/trust.csv"
	exits 3 safar certificate verify "$work/aziza.json" && exits 3 safar certificate verify "$work/aziza.txt" &&
		exits 0 safar trust make --key "$SAFAR_STORE.key" --sequence 1 $phrase -o "$work/trust.json" "$work/trust.csv" && exits 0 safar trust import --yes "$work/trust.json" &&
		lists 1 && says 'list 1 of'
}
verified() {
	exits 0 safar certificate verify --passport 'FA 1231001' "$work/aziza.json" && says 'KARIMOVA AZIZA' && says 'Final exam, Dutch A1: Reading: 20 of 25' &&
		says 'Final exam, Dutch A1: Speaking: not examined' && says 'passport number: matches' && says 'Issued by Dilnoza Yusupova together with Jasur Rahimov' && says 'in nl-BE' &&
		exits 0 safar certificate verify "$work/aziza.txt" && says 'safety: 77 %' && exits 0 safar certificate verify "$(serial_of 1001)" && says 'KARIMOVA'
}
# shellcheck disable=SC2086
withdrawn() {
	serial=$(serial_of 1001)
	exits 2 safar certificate revoke $officers "$serial" && exits 0 safar certificate revoke --reason 'Somebody else sat there' $officers "$serial" &&
		exits 4 safar certificate verify "$serial" && exits 0 safar certificate verify "$work/aziza.json" && lists 2 && says '1 withdrawn certificate, list 2' &&
		exits 4 safar certificate verify "$work/aziza.json" && exits 4 safar certificate verify "$work/aziza.txt" &&
		exits 1 safar certificate revoke --reason again $officers "$serial" && says 'withdrawn before' &&
		exits 0 safar certificate show "$serial" && says 'WITHDRAWN on' && says 'Somebody else sat there' && exits 1 safar certificate issue $officers $phrase
}
# shellcheck disable=SC2086
reissued() {
	serial=$(serial_of 1003)
	exits 0 safar certificate reissue --reason 'A letter was wrong' --latin 'ALIEV OTABEK' $officers $phrase "$serial" && says 'issued anew as' &&
		exits 0 safar certificate list 1003 && says 'ALIEV OTABEK' && says 'reissued' && exits 0 safar certificate show "$(serial_of 1003)" && says "$serial" &&
		exits 1 safar certificate reissue --reason again $officers $phrase "$serial"
}
# shellcheck disable=SC2086
renumbered() {
	exits 0 safar certificate reissue --reason 'A digit was wrong' --document FA7654321 --birth 2001-05-16 $officers $phrase "$(serial_of 1003)" &&
		exits 1 safar certificate reissue --reason 'And a letter' --latin 'ALIYEV OTABEK' $officers $phrase "$(serial_of 1003)" && says 'not kept; give it again' &&
		exits 0 safar certificate reissue --reason 'And a letter' --latin 'ALIYEV OTABEK' --document FA7654321 $officers $phrase "$(serial_of 1003)" &&
		exits 0 safar certificate show --json "$work/otabek.json" "$(serial_of 1003)" &&
		exits 0 safar certificate verify --passport FA7654321 "$work/otabek.json" && says 'ALIYEV OTABEK' && says 'number: matches' && says 2001-05-16
}
logged() {
	sqlite3 "$SAFAR_STORE" 'SELECT act FROM act' >"$work/acts" && grep -q certificate-issue "$work/acts" && grep -q certificate-revoke "$work/acts" &&
		grep -q certificate-reissue "$work/acts" && ! sqlite3 "$SAFAR_STORE" "UPDATE credential SET latin = 'X'" 2>/dev/null &&
		! sqlite3 "$SAFAR_STORE" 'DELETE FROM credential_event' 2>/dev/null
}
# A key that was lost takes none of its withdrawals with it.
rotated() {
	all=$(sqlite3 "$SAFAR_STORE" "SELECT count(*) FROM credential_event WHERE act <> 'issued'")
	exits 0 safar key new --phrase-file "$work/other" -o "$work/second.key" &&
		exits 0 safar certificate withdrawn --key "$work/second.key" --phrase-file "$work/other" -o "$work/rotated.json" && says "$all withdrawn certificates" &&
		[ "$(grep -o '"revokedOn"' "$work/rotated.json" | wc -l)" -eq "$all" ] && [ "$all" -gt 2 ] &&
		exits 1 safar trust import "$work/rotated.json" && says 'somebody else'
}
# shellcheck disable=SC2086
configured() {
	exits 0 safar certificate setup --issuer 'Agency for migration' --key "$SAFAR_STORE.key" && says 'Agency for migration' &&
		says 'none is set' && exits 1 safar certificate setup --key "$work/phrase" && exits 0 safar certificate setup --issuer default --key default && says 'Namangan'
}
called() {
	exits 1 safar certificate setup --telephone 'ask the porter' && says 'no telephone number' && exits 0 safar certificate setup --telephone '+998 69 000 00 00' &&
		says '+998 69 000 00 00' && exits 0 safar certificate show "$(serial_of 1003)" && says 'Telephone of the issuer' && says '+998 69 000 00 00' &&
		exits 0 safar certificate show --pdf "$work/called.pdf" --languages nl,en "$(serial_of 1003)" || return 1
	command -v pdftotext >/dev/null || return 0
	pdftotext -layout "$work/called.pdf" "$work/out" && : >"$work/err" && says '+998 69 000 00 00' && says 'Namangan' &&
		exits 0 safar certificate setup --telephone default && says 'none is set'
}

echo 'other words that nobody guesses' >"$work/other"
printf '%s\n%s\n' "$second_pin" "$officer_pin" >"$work/swapped"
sed -n '/^did:key/p' "$work/key.out" >"$work/did"
# Every reason stands in the signed list: one that could not be read there again would stop all withdrawing.
one_line() {
	serial=$(serial_of 1003)
	# shellcheck disable=SC2086
	exits 1 safar certificate setup --issuer "$(printf 'Two\nlines')" && exits 1 safar certificate address "$(printf 'Two\nlines')" &&
		exits 1 safar certificate revoke --reason "$(printf 'Two\nlines')" $officers "$serial" && says 'no control characters' &&
		sqlite3 "$SAFAR_STORE" "INSERT INTO credential_event (serial, at, act, actor, actor_name, second, second_name, reason)
			SELECT serial, at + 1000, 'revoked', actor, actor_name, second, second_name, 'Two' || char(10) || 'lines' FROM credential_event
			WHERE act = 'issued' AND serial NOT IN (SELECT serial FROM credential_event WHERE act <> 'issued')" && lists 3 && grep -q 'Two lines' "$work/withdrawn.3.json"
}
ok 'who is ready, and who is not' ready
ok 'two people, an administrator and the phrase are needed' refused
ok 'all who are ready get theirs, once' issued
ok 'a certificate is shown and written' shown
ok 'a paper takes the place of a paper, and of nothing else' papers
ok 'it gives no secret away' secret
ok 'the key is neither in the store nor in what is exported' kept_apart
ok 'who knows its issuer' trusted
ok 'finds it valid, as file, as code and by its serial' verified
ok 'withdrawn is withdrawn' withdrawn
ok 'a letter is put right in a new one' reissued
ok 'a number put right is never silently put back' renumbered
ok 'a new key signs for all that was withdrawn' rotated
ok 'all of it is in the log, for ever' logged
ok 'the issuer and the key are settings' configured
ok 'so is the telephone, which stands on the screen and on paper' called
ok 'a reason of two lines does not stop the list' one_line
finish
