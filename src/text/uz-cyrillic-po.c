/* Reads a PO file in Uzbek Latin on standard input, writes it in Uzbek Cyrillic: translations change script, everything else stays. */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "text/cluster.h"
#include "text/script.h"

enum { LINE_COLUMNS = 77 }; /* as gettext's own tools wrap */

/* An entry's translation while its lines are read. */
struct translation {
	struct str keyword; /* "msgstr" or "msgstr[1]"; empty when none is being read */
	struct str text;    /* unescaped */
	bool header;        /* the entry is the file's header: its msgid is empty */
};

/* Appends the C string between the quotes of a PO line. */
static void unescape(struct str *out, const char *line)
{
	const char *p = strchr(line, '"');
	for (p = p ? p + 1 : ""; *p && *p != '"'; p++) {
		if (*p != '\\' || !p[1]) {
			str_addc(out, *p);
			continue;
		}
		static const char names[] = "nrtabfv", values[] = "\n\r\t\a\b\f\v";
		const char *name = strchr(names, *++p);
		str_addc(out, name ? values[name - names] : *p);
	}
}

static void print_quoted(const char *text, size_t n)
{
	putchar('"');
	for (size_t i = 0; i < n; i++) {
		if (text[i] == '\n')
			fputs("\\n", stdout);
		else if (text[i] == '\t')
			fputs("\\t", stdout);
		else if (text[i] == '"' || text[i] == '\\')
			printf("\\%c", text[i]);
		else
			putchar(text[i]);
	}
	fputs("\"\n", stdout);
}

static void print_translation(const char *keyword, const char *text)
{
	size_t n = strlen(text);
	const char *newline = strchr(text, '\n');
	bool one_line = (!newline || newline[1] == '\0') && text_width(text) + (int)strlen(keyword) + 3 <= LINE_COLUMNS;
	printf("%s ", keyword);
	if (one_line) {
		print_quoted(text, n);
		return;
	}
	fputs("\"\"\n", stdout);
	for (size_t len; (len = text_wrap(text, LINE_COLUMNS - 3, NULL)) > 0; text += len)
		print_quoted(text, len);
}

/* The header names the language and is otherwise no text for readers. */
static char *header_dup(const char *text)
{
	static const char field[] = "Language: ";
	struct str out;
	str_init(&out);
	while (*text) {
		size_t len = strcspn(text, "\n");
		len += text[len] == '\n';
		if (str_starts(text, field))
			str_addf(&out, "%suz@cyrillic\n", field);
		else
			str_addn(&out, text, len);
		text += len;
	}
	return str_steal(&out);
}

static void finish(struct translation *t)
{
	if (!t->keyword.len)
		return;
	char *text = t->header ? header_dup(t->text.buf) : script_uz_cyrillic_dup(t->text.buf);
	print_translation(t->keyword.buf, text);
	free(text);
	str_clear(&t->keyword);
	str_clear(&t->text);
	t->header = false;
}

static void take_line(struct translation *t, const char *line)
{
	if (line[0] == '"' && t->keyword.len) {
		unescape(&t->text, line);
		return;
	}
	finish(t);
	if (str_starts(line, "msgstr")) {
		str_addn(&t->keyword, line, strcspn(line, " \""));
		unescape(&t->text, line);
		return;
	}
	if (str_starts(line, "msgctxt"))
		t->header = false;
	else if (str_starts(line, "msgid "))
		t->header = str_starts(line, "msgid \"\"");
	else if (line[0] == '"' && line[1] != '"')
		t->header = false;
	fputs(line, stdout);
}

int main(void)
{
	struct translation t = {.header = false};
	str_init(&t.keyword);
	str_init(&t.text);
	char *line = NULL;
	size_t room = 0;
	while (getline(&line, &room, stdin) > 0)
		take_line(&t, line);
	finish(&t);
	free(line);
	str_release(&t.keyword);
	str_release(&t.text);
	if (ferror(stdin) || fflush(stdout) != 0 || ferror(stdout)) {
		perror("uz-cyrillic-po");
		return 1;
	}
	return 0;
}
