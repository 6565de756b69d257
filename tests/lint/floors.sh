#!/bin/sh
# Dependencies run one way: includes go only down the floors, and each foreign library has one home.
. "${0%/*}/lib.sh"

includes() {
	sources c h -- "$@" | xargs awk '
		match($0, /^[ \t]*#[ \t]*include[ \t]*[<"][^>"]+[>"]/) {
			line = $0
			sub(/^[ \t]*#[ \t]*include[ \t]*/, "", line)
			kind = substr(line, 1, 1)
			sub(/^[<"]/, "", line); sub(/[>"].*/, "", line)
			print FILENAME ":" FNR, kind, line
		}' /dev/null
}

includes src >"$tmp/src"
includes tests | grep '/t-[^/]*\.c:' >"$tmp/tests"

# A floor may use itself and what stands here. Never upward, never between neighbours.
cat >"$tmp/floors" <<'TABLE'
core
text core
pack text core
learn pack text core
exam pack text core
store exam learn pack text core
record exam learn pack text core
app store record exam learn pack text core
view app store record exam learn pack text core
tui view app store record exam learn pack text core
plain view app store record exam learn pack text core
paper text core
cli tui plain view app store record exam learn pack text core
TABLE

floor_rule='
	FNR == NR { allowed[$1] = " " $0 " "; next }
	$2 == "\"" && $3 != "config.h" {
		split($1, at, "/"); split($3, to, "/")
		if (!(to[1] in allowed)) { if (at[1] == "src") print $1 ": \"" $3 "\" is not named from its floor" }
		else if (at[1] == "tests" && (getline line < ("src/" $3)) < 0) next # a header that tests share
		else if (at[2] in allowed && !index(allowed[at[2]], " " to[1] " "))
			print $1 ": " at[2] " must not know " to[1] " (\"" $3 "\")"
	}'
awk "$floor_rule" "$tmp/floors" "$tmp/src" | verdict 'sources include only downward'
awk "$floor_rule" "$tmp/floors" "$tmp/tests" | verdict 'unit tests of a floor include only downward'

# header pattern, and the path that may include it
cat >"$tmp/homes" <<'TABLE'
^unicode/ ^src/text/
^hunspell ^src/text/
^sqlite3 ^src/store/
^(n?cursesw?|ncursesw?/.*|term|panel|menu|form)[.]h$ ^src/tui/
^libintl[.]h$ ^src/core/i18n[.]h
^yaml[.]h$ ^src/pack/
^archive(_entry)?[.]h$ ^src/pack/
^gettext-po[.]h$ ^src/pack/
^md4c ^src/pack/
^sodium ^src/core/
^jansson ^src/(record|paper)/
^pango/ ^src/paper/
^cairo ^src/paper/
^qrencode ^src/paper/
^cbor[.]h$ ^src/record/
TABLE
awk '
	FNR == NR { header[++n] = $1; home[n] = $2; next }
	$2 == "<" {
		known = 0
		for (i = 1; i <= n; i++)
			if ($3 ~ header[i]) {
				known = 1
				if ($1 !~ home[i]) print $1 ": <" $3 "> belongs to " substr(home[i], 2)
			}
		if (!known && $3 !~ /^(sys|netinet|arpa|linux)\// && system("test -f /usr/include/" $3 " -o -f /usr/lib/gcc/*/*/include/" $3) == 0 && $3 !~ libc)
			print $1 ": <" $3 "> is of no library that has a home here"
	}' libc='^(aio|alloca|argz|assert|byteswap|complex|ctype|dirent|dlfcn|endian|err|errno|error|fcntl|fenv|float|fnmatch|ftw|getopt|glob|grp|iconv|ifaddrs|inttypes|langinfo|libgen|limits|locale|malloc|math|netdb|paths|poll|pthread|pty|pwd|regex|sched|search|semaphore|setjmp|signal|spawn|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|strings|sysexits|syslog|termios|time|uchar|ucontext|unistd|utime|utmp|wchar|wctype|wordexp)[.]h$' \
	"$tmp/homes" "$tmp/src" | verdict 'each foreign header has one home'

# The lowest floors know no screen, no clock and no store.
sources c -- src/learn src/exam | xargs grep -nE '\b(time|clock_gettime|gettimeofday|localtime|localtime_r|rand|random|getenv)\(' /dev/null |
	verdict 'learn and exam ask neither clock nor chance nor environment'

done_linting
