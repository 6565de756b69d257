#!/bin/bash
# Terminals that cannot do everything, and locales that are not UTF-8.
. "$(dirname "$0")/lib.sh"
plan 9
store_short

e2e_env=(TERM=dumb)
start 80x24 --store "$store"
shows '--plain' 'TERM=dumb: the message names the line mode'
wait_exit
check 'and the program ends with a failure' test "$(program_status)" != 0

e2e_env=(TERM=no-such-terminal)
start 80x24 --store "$store"
shows 'safar --plain' 'an unknown terminal: so does this one'

e2e_env=(TERM=linux)
start 80x24 --store "$store"
shows 'English' 'the Linux console'

e2e_env=(TERM=vt100)
start 80x24 --store "$store"
shows 'English' 'a terminal without colours'

e2e_env=(LC_ALL=POSIX)
start 80x24 --store "$store"
shows 'English' 'a locale that is not UTF-8 does not stop anybody'
shows 'LC_ALL=C.UTF-8' 'and the first screen says what to do about it'

e2e_env=()
start 40x12 --store "$store"
shows 'English' 'a small screen'
check 'nothing runs over its edge' fits 40 12
finish
