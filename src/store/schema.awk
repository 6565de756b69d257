# Turns the numbered files of src/store/sql/schema, given in order, into a C table of migrations, line by line.
function fail(why) {
	printf "%s: %s\n", FILENAME, why > "/dev/stderr"
	failed = 1
	exit 1
}
BEGIN {
	print "/* Made from src/store/sql/schema by src/store/schema.awk. */"
	print "#include \"config.h\""
	print "#include \"store/migrate.h\""
	print ""
	print "#include <stddef.h>"
}
FNR == 1 {
	base = FILENAME
	sub(/.*\//, "", base)
	if (base !~ /^[0-9][0-9][0-9][0-9]-[a-z0-9-]+\.sql$/ || substr(base, 1, 4) + 0 != ++count)
		fail("schema files are named 0001-what.sql and counted without gaps")
	if (count > 1)
		print "\tNULL,\n};"
	names[count] = base
	printf "\nstatic const char *const lines_%d[] = {\n", count
}
{
	line = $0
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	printf "\t\"%s\\n\",\n", line
}
END {
	if (failed)
		exit 1
	print "\tNULL,\n};\n"
	print "const struct migration schema_migrations[] = {"
	for (i = 1; i <= count; i++)
		printf "\t{.version = %d, .name = \"%s\", .lines = lines_%d},\n", i, names[i], i
	print "\t{.version = 0},"
	print "};"
}
