# Turns the rows of data/likely-LANGUAGE.tsv into a C table, in their order.
BEGIN {
	FS = "\t"
	print "/* Made from src/learn/data. */"
	print "static const struct likely_row likely_rows[] = {"
}
/^#/ || /^$/ { next }
NF != 3 || $1 !~ /^(article|register|down|sex|contraction|time)$/ {
	print FILENAME ":" FNR ": not a row of a known kind" > "/dev/stderr"
	exit failed = 1
}
{
	language = FILENAME
	sub(/.*likely-/, "", language)
	sub(/\.tsv$/, "", language)
	gsub(/["\\]/, "\\\\&")
	print "\t{\"" language "\", ROW_" toupper($1) ", \"" $2 "\", \"" $3 "\"},"
}
END {
	if (!failed)
		print "};"
}
