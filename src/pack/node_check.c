#include "config.h"
#include "pack/node.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

enum {
	ID_MAX = 40,
	WORD_MAX = 48,  /* longest key for which a near one is looked for, bytes */
	NEAR_ENOUGH = 2, /* edits between a key and the one that was probably meant */
};

static bool report(struct diag_list *d, enum diag_level level, const struct node *n, const char *cure, const char *fmt, va_list ap)
	__attribute__((format(printf, 5, 0)));

static bool report(struct diag_list *d, enum diag_level level, const struct node *n, const char *cure, const char *fmt, va_list ap)
{
	char message[1024];
	vsnprintf(message, sizeof(message), fmt, ap);
	return diag_add(d, level, n->file, n->line, n->column, cure, "%s", message);
}

bool node_fault(struct diag_list *d, const struct node *n, const char *cure, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	report(d, DIAG_ERROR, n, cure, fmt, ap);
	va_end(ap);
	return false;
}

bool node_warn(struct diag_list *d, const struct node *n, const char *cure, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	report(d, DIAG_WARNING, n, cure, fmt, ap);
	va_end(ap);
	return false;
}

/* The beginning of a text for a message, cut between characters. */
struct glimpse {
	char text[104];
};

static struct glimpse glimpse(const char *s)
{
	struct glimpse g;
	size_t n = strlen(s), most = sizeof(g.text) - 1;
	if (n > most) {
		n = most - strlen("…");
		while (n && ((unsigned char)s[n] & 0xC0) == 0x80)
			n--;
		snprintf(g.text, sizeof(g.text), "%.*s…", (int)n, s);
	} else {
		memcpy(g.text, s, n + 1);
	}
	return g;
}

static int least(int a, int b, int c)
{
	int m = a < b ? a : b;
	return m < c ? m : c;
}

/* Edits (insert, delete, replace, swap of neighbours) between two words: Damerau and Levenshtein's distance, restricted. */
static int edits(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);
	if (n >= WORD_MAX || m >= WORD_MAX)
		return WORD_MAX;
	int row[3][WORD_MAX] = { { 0 } };
	for (size_t j = 0; j <= m; j++)
		row[0][j] = (int)j;
	for (size_t i = 1; i <= n; i++) {
		int *above = row[(i - 1) % 3], *here = row[i % 3];
		const int *two_above = row[(i + 1) % 3];
		here[0] = (int)i;
		for (size_t j = 1; j <= m; j++) {
			here[j] = least(above[j] + 1, here[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && two_above[j - 2] + 1 < here[j])
				here[j] = two_above[j - 2] + 1;
		}
	}
	return row[n % 3][m];
}

static bool unknown_key(const struct node *n, const char *what, const struct node_key *keys, struct diag_list *d)
{
	const char *near = NULL;
	int best = NEAR_ENOUGH + 1;
	for (const struct node_key *k = keys; k->name; k++) {
		int e = edits(n->key, k->name);
		if (e < best && (size_t)e < strlen(k->name)) {
			best = e;
			near = k->name;
		}
	}
	char cure[WORD_MAX + 80];
	if (near)
		snprintf(cure, sizeof(cure), _("write '%s'"), near);
	else
		snprintf(cure, sizeof(cure), "%s", _("remove it"));
	const struct node place = node_at_key(n);
	return node_fault(d, &place, cure, _("unknown key '%s' in %s"), glimpse(n->key).text, what);
}

static bool check_scalar(const struct node *n, struct diag_list *d)
{
	return *n->text || node_fault(d, n, _("write its text, or remove the key"), _("'%s' is empty"), n->key);
}

static bool check_scalars(const struct node *list, struct diag_list *d)
{
	if (!list->count)
		return node_fault(d, list, _("write its text, or remove the key"), _("'%s' is empty"), list->key);
	bool good = true;
	for (const struct node *c = list->first; c; c = c->next) {
		if (c->kind != NODE_SCALAR)
			good = node_fault(d, c, _("put text with brackets, braces or ': ' in double quotes"),
					  _("an entry of '%s' must be text"), list->key);
		else if (!*c->text)
			good = node_fault(d, c, _("write its text, or remove the entry"), _("an entry of '%s' is empty"), list->key);
	}
	return good;
}

static bool check_kind(const struct node *n, const struct node_key *k, struct diag_list *d)
{
	if (k->kind == NODE_SCALAR && k->or_list && n->kind == NODE_LIST)
		return check_scalars(n, d);
	if (n->kind == k->kind)
		return n->kind != NODE_SCALAR || check_scalar(n, d);
	switch (k->kind) {
	case NODE_SCALAR:
		return node_fault(d, n, _("put text with brackets, braces or ': ' in double quotes"), _("'%s' must be text"), n->key);
	case NODE_LIST:
		return node_fault(d, n, _("begin each entry on a line of its own with '- ', or write [a, b]"), _("'%s' must be a list"), n->key);
	case NODE_MAP:
		break;
	}
	return node_fault(d, n, _("write keys with values below it, each on a line of its own and indented"), _("'%s' must have keys of its own"),
			  n->key);
}

bool node_check_keys(const struct node *map, const char *what, const struct node_key *keys, struct diag_list *d)
{
	if (map->kind != NODE_MAP)
		return node_fault(d, map, _("write 'key: value' lines, or {key: value, key: value}"), _("%s must have keys with values"), what);
	bool good = true;
	for (const struct node *n = map->first; n; n = n->next) {
		const struct node_key *k = keys;
		while (k->name && strcmp(k->name, n->key) != 0)
			k++;
		if (!k->name)
			good = unknown_key(n, what, keys, d);
		else if (!check_kind(n, k, d))
			good = false;
	}
	for (const struct node_key *k = keys; k->name; k++) {
		if (!k->required || node_get(map, k->name))
			continue;
		char cure[WORD_MAX + 80];
		snprintf(cure, sizeof(cure), _("add '%s: …'"), k->name);
		good = node_fault(d, map, cure, _("%s has no '%s'"), what, k->name);
	}
	return good;
}

static bool is_id(const char *s)
{
	size_t n = strlen(s);
	if (!n || n > ID_MAX || s[0] == '-' || s[n - 1] == '-' || strstr(s, "--"))
		return false;
	return strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

/* The id that `s` would be with small letters, and hyphens for everything else; empty if nothing is left. */
static void propose_id(const char *s, char out[ID_MAX + 1])
{
	size_t n = 0;
	for (; *s && n < ID_MAX; s++) {
		char c = *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			out[n++] = c;
		else if (n && out[n - 1] != '-')
			out[n++] = '-';
	}
	while (n && out[n - 1] == '-')
		n--;
	out[n] = '\0';
}

bool node_check_id(const struct node *n, struct diag_list *d)
{
	if (n->kind != NODE_SCALAR)
		return node_fault(d, n, _("write one word"), _("an id must be text"));
	if (is_id(n->text))
		return true;
	char proposal[ID_MAX + 1], cure[ID_MAX + 160];
	propose_id(n->text, proposal);
	snprintf(cure, sizeof(cure), _("use a–z, 0–9 and single hyphens, at most 40 characters%s%s"), *proposal ? _(", such as ") : "", proposal);
	return node_fault(d, n, cure, _("'%s' is no id"), glimpse(n->text).text);
}

bool node_int(const struct node *n, int lo, int hi, int *out, struct diag_list *d)
{
	char cure[100];
	snprintf(cure, sizeof(cure), _("write a whole number from %d to %d"), lo, hi);
	if (n->kind != NODE_SCALAR)
		return node_fault(d, n, cure, _("a number is expected here"));
	const char *digits = n->text + (*n->text == '-');
	errno = 0;
	long value = strtol(n->text, NULL, 10);
	if (!*digits || digits[strspn(digits, "0123456789")])
		return node_fault(d, n, cure, _("'%s' is no whole number"), glimpse(n->text).text);
	if (errno || value < lo || value > hi)
		return node_fault(d, n, cure, _("'%s' is out of range"), glimpse(n->text).text);
	*out = (int)value;
	return true;
}
