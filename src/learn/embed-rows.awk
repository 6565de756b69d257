# Rows of a language's rules and its core list as lines "language, table, a, b", to be sorted before embed-language.awk.
function row(table, a, b) {
	print language "\t" table "\t" a "\t" b
}
/^#/ || /^$/ { next }
FILENAME ~ /core-[a-z]*\.txt$/ {
	n = split($0, word, " ")
	for (i = 1; i <= n; i++)
		row("core", word[i], "")
	next
}
{
	n = split($0, part, "\t")
	if (part[1] == "equal" && n == 3) {
		row("equal", part[2], part[3])
		row("equal", part[3], part[2])
	} else if (part[1] == "accept" && n == 3) {
		row("equal", part[2], part[3])
	} else if ((part[1] == "confuse" || part[1] == "elision") && n == 3) {
		row(part[1], part[2], part[3])
	} else if (part[1] ~ /^(article|ending|function|subject)$/ && n == 2) {
		n = split(part[2], word, " ")
		for (i = 1; i <= n; i++)
			row(part[1], word[i] == "-" ? "" : word[i], "")
	} else {
		print FILENAME ":" FNR ": not a row of a known table" > "/dev/stderr"
		exit 1
	}
}
