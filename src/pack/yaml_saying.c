#include "config.h"
#include "pack/yaml_saying.h"

#include <stddef.h>

#include "core/i18n.h"
#include "core/str.h"

/* The first row whose beginning fits counts. */
struct saying {
	const char *theirs, *ours, *cure;
};
static const struct saying sayings[] = {
	{ .theirs = "found character that cannot start any token",
	  .ours = N_("text cannot begin with this character"),
	  .cure = N_("put the text in double quotes") },
	{ .theirs = "mapping values are not allowed in this context",
	  .ours = N_("a second colon in one line"),
	  .cure = N_("put text that contains ': ' in double quotes, and indent the keys of one thing alike") },
	{ .theirs = "did not find expected key",
	  .ours = N_("a key with a colon is expected here"),
	  .cure = N_("give the line the same indentation as the keys above it, and put text with quotes or brackets in it in double quotes") },
	{ .theirs = "could not find expected ':'",
	  .ours = N_("the colon behind a key is missing"),
	  .cure = N_("write 'key: value', or check the indentation of this line") },
	{ .theirs = "did not find expected '-' indicator",
	  .ours = N_("an entry of the list is expected here"),
	  .cure = N_("begin the line with '- ', in the column of the entries above") },
	{ .theirs = "did not find expected ',' or '}'",
	  .ours = N_("a comma or '}' is expected here"),
	  .cure = N_("close the brace, and put text that contains , : { } [ ] in double quotes") },
	{ .theirs = "did not find expected ',' or ']'",
	  .ours = N_("a comma or ']' is expected here"),
	  .cure = N_("close the bracket, and put text that contains , : { } [ ] in double quotes") },
	{ .theirs = "found unexpected end of stream",
	  .ours = N_("the quotes that open here are never closed"),
	  .cure = N_("close them, and write '' for an apostrophe inside single quotes") },
	{ .theirs = "found unexpected document indicator",
	  .ours = N_("the quotes that open here are not closed before a line of '---' or '...'"),
	  .cure = N_("close them") },
	{ .theirs = "found unknown escape character",
	  .ours = N_("unknown escape after '\\'"),
	  .cure = N_("write '\\\\' for a backslash, or use single quotes") },
	{ .theirs = "block sequence entries are not allowed in this context",
	  .ours = N_("an entry of a list cannot begin here"),
	  .cure = N_("begin a new line before '- '") },
	{ .theirs = "block mapping entries are not allowed", .ours = N_("a key cannot begin here"), .cure = N_("begin a new line") },
	{ .theirs = "mapping keys are not allowed in this context",
	  .ours = N_("a key cannot begin here"),
	  .cure = N_("put text that begins with '? ' in double quotes") },
	{ .theirs = "did not find expected <document start>",
	  .ours = N_("text after the end of the document"),
	  .cure = N_("give the line the indentation of the lines above") },
	{ .theirs = "did not find expected alphabetic or numeric character",
	  .ours = N_("text cannot begin with '&' or '*'"),
	  .cure = N_("put the text in double quotes") },
	{ .theirs = "did not find expected node content",
	  .ours = N_("a value is expected here"),
	  .cure = N_("write the value, in double quotes if it begins with a sign") },
	{ .theirs = "found undefined tag handle", .ours = N_("tags are not allowed"), .cure = N_("put text that begins with '!' in double quotes") },
};

static const char advice[] = N_("check indentation, quotes and brackets around this place");

bool yaml_saying(const char *theirs, const char **ours, const char **cure)
{
	for (size_t i = 0; i < sizeof(sayings) / sizeof(*sayings); i++) {
		if (str_starts(theirs, sayings[i].theirs)) {
			*ours = _(sayings[i].ours);
			*cure = _(sayings[i].cure);
			return true;
		}
	}
	*cure = _(advice);
	return false;
}
