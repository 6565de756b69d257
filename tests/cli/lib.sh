# TAP for command tests: own HOME and store, no trace of the tester's settings.
# shellcheck shell=sh disable=SC2034
top=${top_srcdir:-.}
build=${top_builddir:-_build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
HOME=$work XDG_DATA_HOME=$work/data LC_ALL=C.UTF-8 TZ=UTC
SAFAR_STORE=$work/store/safar.db
export HOME XDG_DATA_HOME LC_ALL TZ SAFAR_STORE
unset LANGUAGE LANG
count=0

safar() {
	"$build/src/safar" "$@"
}

# ok NAME COMMAND…: the command succeeds
ok() {
	count=$((count + 1))
	what=$1
	shift
	if "$@"; then
		echo "ok $count - $what"
	else
		echo "not ok $count - $what"
	fi
}

# exits CODE COMMAND…: what it says goes to $work/out and $work/err
exits() {
	want=$1
	shift
	"$@" >"$work/out" 2>"$work/err" </dev/null
	got=$?
	[ "$got" -eq "$want" ] || {
		echo "# exit $got instead of $want: $*"
		sed 's/^/# /' "$work/out" "$work/err"
		return 1
	}
}

# says TEXT: it stands in what the last command said
says() {
	cat "$work/out" "$work/err" | grep -qF -- "$1" || {
		echo "# '$1' was not said:"
		sed 's/^/# /' "$work/out" "$work/err"
		return 1
	}
}

finish() {
	echo "1..$count"
}
