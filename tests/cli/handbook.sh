#!/bin/sh
# The handbook for authors, in its three languages: every command is run, every file written, in an empty folder.
. "${top_srcdir:-.}/tests/cli/lib.sh"
for tool in msgen msgcat; do
	command -v $tool >/dev/null || {
		echo "1..0 # SKIP $tool is missing: apt-get install gettext"
		exit 0
	}
done
for python in python3 /usr/bin/python3; do
	"$python" -c 'import yaml' 2>/dev/null && break
done
"$python" -c 'import yaml' 2>/dev/null || {
	echo '1..0 # SKIP the yaml module of Python is missing: apt-get install python3-yaml'
	exit 0
}
unset SAFAR_STORE
SAFAR_DATADIR=$(cd "$top" && pwd)
SAFAR_LOCALEDIR=$(cd "$build" && pwd)/locale
program=$(cd "$build/src" && pwd)/safar
export SAFAR_DATADIR SAFAR_LOCALEDIR
mkdir "$work/bin"
# What waits for keys gets none, and shows the same line by line.
cat >"$work/bin/safar" <<END
#!/bin/sh
case "\$*" in
"pack try "*) exec "$program" "\$@" --plain </dev/null ;;
esac
exec "$program" "\$@"
END
chmod +x "$work/bin/safar"
"$python" "$top/tests/cli/handbook.py" "$top" "$build" "$work"
