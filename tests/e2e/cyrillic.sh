#!/bin/bash
# The same way in Uzbek Cyrillic: interface and course are in the learner's own script, Dutch stays Latin.
. "$(dirname "$0")/lib.sh"
RIGHT=$(spoken uz@cyrillic 'Right.') TYPED='нидерландча' OF_TEN=$(of_ten uz@cyrillic)
plan 8
store_short
start 80x24 --store "$store"
check 'language, code and PIN open the home screen' sign_in 2 1001 402817
if has_catalogue uz@cyrillic; then
	shows 'Бугун' 'which is in Cyrillic'
else
	skip 'which is in Cyrillic' 'there is no po/uz@cyrillic.po'
fi
wait_for 'Дарвоза'
keys Enter
shows 'de poort' 'the lesson keeps Dutch in Latin'
check 'and is in Cyrillic, too' on_screen 'Дарвоза'
check 'every page and exercise of the lesson' through_lesson
keys Enter
wait_gone 'de poort'
keys Enter
check 'every question of the check' through_check
check 'the way ends at a certificate' pick "$(spoken uz@cyrillic 'See the certificate')"
wait_for 'P '
"$safar" --store "$store" export completions -o "$home/out.csv" 2>/dev/null </dev/null
check 'the export holds it' grep -qE '^1001[,;].*short.*P' "$home/out.csv"
finish
