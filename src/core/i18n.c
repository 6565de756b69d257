#include "config.h"
#include "core/i18n.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct language languages[] = {
	{"uz", "Oʻzbekcha"},
	{"uz@cyrillic", "Ўзбекча"},
	{"ru", "Русский"},
	{"en", "English"},
	{"nl", "Nederlands"},
	{"fr", "Français"},
	{"de", "Deutsch"},
};

_Static_assert(sizeof(languages) / sizeof(languages[0]) == LANGUAGE_COUNT, "count and table agree");

int language_find(const char *tag)
{
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		if (strcmp(languages[i].tag, tag) == 0)
			return i;
	return -1;
}

void i18n_start(const char *localedir)
{
	if (!setlocale(LC_ALL, "C.UTF-8"))
		setlocale(LC_CTYPE, "");
	if (!localedir)
		localedir = getenv("SAFAR_LOCALEDIR");
	bindtextdomain(PACKAGE, localedir ? localedir : LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
}

/* glibc reads LANGUAGE again only when its catalogue counter moves. */
extern int _nl_msg_cat_cntr;

void i18n_set_language(const char *tag)
{
	setenv("LANGUAGE", language_find(tag) >= 0 ? tag : "en", 1);
	_nl_msg_cat_cntr++;
}

void i18n_language(char out[LANGUAGE_TAG_SIZE])
{
	const char *tag = getenv("LANGUAGE");
	int known = tag ? language_find(tag) : -1;
	snprintf(out, LANGUAGE_TAG_SIZE, "%s", known >= 0 ? languages[known].tag : "en");
}
