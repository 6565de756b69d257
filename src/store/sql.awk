# Turns the named statements of the files given into C. With -v part=header the enum, else the table of names and texts.
# A statement begins with a line "-- :name NAME" and ends where the next one or the file begins; comments inside are
# dropped. A name used twice is an error.
function finish() {
	if (name != "" && text == "")
		fail("statement '" name "' is empty")
	name = ""
}
function fail(why) {
	printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"
	failed = 1
	exit 1
}
BEGIN {
	print "/* Made from src/store/sql by src/store/sql.awk. */"
	if (part == "header") {
		print "#ifndef SAFAR_STORE_STATEMENTS_H"
		print "#define SAFAR_STORE_STATEMENTS_H"
		print ""
		print "enum stmt {"
	}
}
FNR == 1 { finish() }
/^-- :name [a-z][a-z0-9_]*$/ {
	finish()
	name = $3
	text = ""
	if (name in seen)
		fail("statement '" name "' stands there twice")
	seen[name] = 1
	names[++count] = name
	next
}
/^-- :name/ { fail("a name is lower case letters, digits and _") }
/^[ \t]*--/ || /^[ \t]*$/ { next }
name == "" { fail("text before the first '-- :name'") }
{
	line = $0
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	texts[name] = texts[name] "\n\t\t\"" line "\\n\""
	text = text line
}
END {
	if (failed)
		exit 1
	finish()
	if (part == "header") {
		for (i = 1; i <= count; i++)
			printf "\tSTMT_%s,\n", toupper(names[i])
		print "\tSTMT_COUNT"
		print "};"
		print ""
		print "struct stmt_text {"
		print "\tconst char *name, *sql;"
		print "};"
		print "extern const struct stmt_text stmt_texts[STMT_COUNT];"
		print ""
		print "#endif"
	} else {
		print "#include \"config.h\""
		print "#include \"store/statements.h\""
		print ""
		print "const struct stmt_text stmt_texts[STMT_COUNT] = {"
		for (i = 1; i <= count; i++)
			printf "\t[STMT_%s] = {\"%s\",%s},\n", toupper(names[i]), names[i], texts[names[i]]
		print "};"
	}
}
