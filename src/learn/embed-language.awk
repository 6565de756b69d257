# Turns the sorted lines of embed-rows.awk into a C header: one array per language and table, each with an empty row at its end, and the list of them.
function finish() {
	if (last != "")
		print "\t{NULL, NULL},\n};"
}
BEGIN {
	FS = "\t"
	tables = split("article confuse core elision ending equal function subject", table, " ")
	print "/* Made from src/learn/data. */"
}
{
	key = $1 "_" $2
	if (key != last) {
		finish()
		print "static const struct language_row " key "[] = {"
		last = key
		if (!($1 in seen)) {
			seen[$1] = 1
			order[++languages] = $1
		}
	}
	count[key]++
	gsub(/["\\]/, "\\\\&")
	print "\t{\"" $3 "\", \"" $4 "\"},"
}
END {
	finish()
	print "static const struct language_data languages[] = {"
	for (i = 1; i <= languages; i++) {
		line = "\t{\"" order[i] "\", {"
		for (k = 1; k <= tables; k++) {
			key = order[i] "_" table[k]
			line = line (count[key] ? "{" key ", " count[key] "}, " : "{NULL, 0}, ")
		}
		print line "}},"
	}
	print "};"
}
