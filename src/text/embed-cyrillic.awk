# Turns uz-cyrillic.rules and uz-cyrillic.tsv into a C header: lines of the rules, rows of the exceptions.
function c_string(text) {
	gsub(/\\/, "\\\\", text)
	gsub(/"/, "\\\"", text)
	return "\"" text "\""
}
function begin_rows() {
	print "};\nstatic const struct exception {\n\tconst char *latin, *cyrillic;\n} exceptions[] = {"
	in_rows = 1
}
BEGIN {
	print "/* Made from uz-cyrillic.rules and uz-cyrillic.tsv. */"
	print "static const char *const rule_lines[] = {"
}
/^#/ || /^$/ { next }
FILENAME ~ /\.rules$/ { print "\t" c_string($0) ","; next }
!in_rows { begin_rows() }
{
	if (split($0, part, "\t") != 2 || part[1] == "" || part[2] == "") {
		print FILENAME ":" FNR ": not a stem, a tab and a stem" > "/dev/stderr"
		exit 1
	}
	if (part[1] "" <= last "") {
		print FILENAME ":" FNR ": " part[1] " is out of order" > "/dev/stderr"
		exit 1
	}
	last = part[1]
	print "\t{" c_string(part[1]) ", " c_string(part[2]) "},"
}
END { print "};" }
