#!/bin/sh
# The JSON Schema and the checker agree on every sample and course.
/usr/bin/python3 -c 'import jsonschema, yaml' 2>/dev/null || {
	echo '1..0 # SKIP python3-jsonschema or python3-yaml is missing: apt-get install python3-jsonschema python3-yaml'
	exit 0
}
exec /usr/bin/python3 "$top_srcdir/tests/pack/schema.py" "$top_srcdir/doc/safar-pack.schema.json" "$top_srcdir/tests/data/packs" "$top_srcdir/courses"
