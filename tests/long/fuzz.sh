#!/bin/bash
# Lets libFuzzer look for inputs that break a promise, FUZZ_SECONDS for each target. What it finds is kept in
# fuzz/ of the build folder; put it into tests/fuzz/corpus, so that make check remembers it.
set -u
top_srcdir=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
top_builddir=${top_builddir:-$top_srcdir/_build}
FUZZ_SECONDS=${FUZZ_SECONDS:-20}
targets=$(cd "$top_srcdir/tests/fuzz" && ls fuzz-*.c | sed 's/\.c$//')

if ! command -v clang >/dev/null 2>&1; then
	echo '1..0 # SKIP clang is missing: apt-get install clang'
	exit 0
fi
count=$(echo "$targets" | wc -l)
echo "1..$((count + 1))"
mkdir -p "$top_builddir/fuzz" && cd "$top_builddir/fuzz" || exit 99

# The whole program built by clang, every warning an error: then the fuzzers.
if { [ -f config.status ] || "$top_srcdir/configure" -q CC=clang CFLAGS='-g -O1' --enable-fuzz --enable-werror >configure.log 2>&1; } &&
	make -s -j"$(nproc)" -k all >build.log 2>&1; then
	echo 'ok 1 - everything builds with clang without a warning'
else
	echo 'not ok 1 - everything builds with clang without a warning'
	grep -hE 'error|warning' configure.log build.log | head -n 20 | sed 's/^/# /'
fi

n=1 failed=0
for target in $targets; do
	n=$((n + 1))
	name=${target#fuzz-}
	mkdir -p "corpus/$name"
	if make -s "tests/fuzz/$target" >"$name.build" 2>&1 &&
		"./tests/fuzz/$target" -max_total_time="$FUZZ_SECONDS" -timeout=10 -rss_limit_mb=1024 -close_fd_mask=1 \
			-artifact_prefix="$name-" "corpus/$name" "$top_srcdir/tests/fuzz/corpus/$name" >"$name.log" 2>&1; then
		echo "ok $n - $target, $(sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$name.log") inputs"
	else
		failed=1
		echo "not ok $n - $target"
		grep -hE 'error|undefined|does not hold|SUMMARY|ERROR|runtime error|Test unit written' "$name.build" "$name.log" 2>/dev/null |
			head -n 15 | sed 's/^/# /'
	fi
done
exit "$failed"
