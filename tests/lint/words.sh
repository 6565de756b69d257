#!/bin/sh
# Things that must not stand in the sources.
. "${0%/*}/lib.sh"

sources c h sql awk mk -- src tests bench >"$tmp/files"

xargs grep -nwE 'TODO|FIXME|stub|placeholder' /dev/null <"$tmp/files" | cut -c1-120 |
	verdict 'nothing is left for later'

# Tests wait for what should come, never for time to pass.
{
	sources c -- tests | xargs grep -nE '\b(sleep|usleep|nanosleep|clock_nanosleep)[ ]*\(' /dev/null
	sources sh t -- tests | xargs grep -nE '(^|[;&| 	])sleep[ 	]+[0-9$]' /dev/null
} | verdict 'no test sleeps'

# SQL lives in src/store/sql, where its compiler sees all of it.
sources c h -- src | xargs grep -nE '"[^"]*\b(SELECT .* FROM|INSERT (OR [A-Z]+ )?INTO|UPDATE [a-z_]+ SET|DELETE FROM|CREATE (TABLE|INDEX|TRIGGER))\b' /dev/null |
	grep -v 'FROM pragma_' | verdict 'no SQL in C strings'

# Unsafe or locale-bound functions, with what to use instead.
sources c h -- src | xargs grep -nE '\b(strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atoll|asctime|ctime|tmpnam|mktemp|system|popen|strncat)\(' /dev/null |
	verdict 'no banned functions'

# A reproducible build names neither day nor machine.
sources c h -- src | xargs grep -nE '__DATE__|__TIME__|__TIMESTAMP__' /dev/null | verdict 'no build dates'

# Mutable globals hide dependencies; tables are const. The one exception: break iterators stay open
# in each thread, because opening one costs 120 µs.
sources c -- src | xargs awk '
	/^(static )?[a-z_][A-Za-z_0-9 *]*(\[[^]]*\])*( =.*|;)$/ && !/\(/ && !/const/ && !/^(struct|union|enum) [a-z_]+;$/ && !/^(extern|typedef|return|goto|break|continue|default|else|case)/ {
		print FILENAME ":" FNR ": " $0
	}' /dev/null | grep -v '^src/text/[a-z]*\.c:[0-9]*: static _Thread_local ' | verdict 'no mutable globals'

done_linting
