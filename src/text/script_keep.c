#include "config.h"
#include "text/script_keep.h"

#include <ctype.h>
#include <string.h>

#include "core/str.h"

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) != 0;
}

/* To the first `close` behind `at`, if one comes before the text ends and is no more than `most` bytes away. */
static size_t to_closing(const char *s, size_t n, size_t at, char close, size_t most)
{
	size_t left = n - at - 1 < most ? n - at - 1 : most;
	const char *end = memchr(s + at + 1, close, left);
	return end ? (size_t)(end - (s + at)) + 1 : 0;
}

/* <name> of the learner's own data: letters, digits, hyphens. */
static size_t own_data(const char *s, size_t n, size_t at)
{
	size_t end = at + 1;
	while (end < n && (isalnum((unsigned char)s[end]) || s[end] == '-'))
		end++;
	return end > at + 1 && end < n && s[end] == '>' ? end + 1 - at : 0;
}

/* A printf directive. The space flag is not taken: in running text "20 % dan" is a percentage. */
static size_t directive(const char *s, size_t n, size_t at)
{
	size_t end = at + 1;
	if (at > 0 && isdigit((unsigned char)s[at - 1]))
		return 0;
	if (end < n && s[end] == '%')
		return 2;
	if (end < n && s[end] == '<')
		return to_closing(s, n, at, '>', 16);
	end += strspn(s + end, "0123456789$#+-'*.");
	end += strspn(s + end, "hljztLq");
	return end < n && strchr("diouxXeEfFgGaAcspn", s[end]) ? end + 1 - at : 0;
}

static bool is_top_domain(const char *s, size_t n)
{
	static const char *const names[] = {"be", "uz", "com", "org", "net", "eu", "nl", "fr", "de", "ru", "info", "gov", "brussels"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i]) == n && memcmp(s, names[i], n) == 0)
			return true;
	return false;
}

/* Whether the token is written like example.be or example.be/page. */
static bool is_domain(const char *s, size_t n)
{
	size_t end = 0, dot = 0;
	while (end < n && (islower((unsigned char)s[end]) || isdigit((unsigned char)s[end]) || s[end] == '-' || s[end] == '.')) {
		if (s[end] == '.')
			dot = end;
		end++;
	}
	if (end == dot + 1 && end == n && dot > 0) /* the full stop of the sentence */
		for (end = dot--; dot > 0 && s[dot] != '.';)
			dot--;
	return dot > 0 && (end >= n - 1 || s[end] == '/' || s[end] == ',') && is_top_domain(s + dot + 1, end - dot - 1);
}

/* Choices written as a command line takes them: `|` between plain small letters. Bytes from `at` to the end of them. */
static size_t choices(const char *s, size_t n, size_t at)
{
	size_t len = 0;
	bool several = false;
	while (at + len < n && (islower((unsigned char)s[at + len]) || s[at + len] == '-' || s[at + len] == '|')) {
		several = several || s[at + len] == '|';
		len++;
	}
	return several ? len : 0;
}

/* The name of the program, where it is a command and not the word for a journey: safar pack list, safar [--plain], man safar. */
static size_t command(const char *s, size_t n, size_t at)
{
	static const char *const nouns[] = {"analyse", "audit", "backup", "certificate", "doctor", "enrol", "exam", "export", "grade",
					    "group", "init", "key", "pack", "person", "reports", "restore", "review", "site", "trust"};
	static const char name[] = "safar", manual[] = "man safar";
	if (at > 0 && (is_letter(s[at - 1]) || s[at - 1] == '-'))
		return 0;
	if (n - at >= strlen(manual) && str_starts(s + at, manual))
		return strlen(manual);
	if (n - at < strlen(name) || !str_starts(s + at, name))
		return 0;
	const char *rest = s + at + strlen(name);
	if (at == 0 && str_starts(rest, ": "))
		return strlen(name);
	if (str_starts(rest, " [") || str_starts(rest, " %") || str_starts(rest, " --"))
		return strlen(name);
	for (size_t i = 0; *rest == ' ' && i < sizeof(nouns) / sizeof(nouns[0]); i++)
		if (str_starts(rest + 1, nouns[i]) && !is_letter(rest[1 + strlen(nouns[i])]))
			return strlen(name);
	return 0;
}

/* What stands in single quotes and is typed as it is: a command ('safar pack list'), the letter of a key ('y'). */
static size_t typed(const char *s, size_t n, size_t at)
{
	enum { LONGEST = 60 };
	if (at > 0 && is_letter(s[at - 1]))
		return 0;
	if (at + 2 < n && is_letter(s[at + 1]) && s[at + 2] == '\'')
		return 3;
	return at + 1 < n && command(s, n, at + 1) ? to_closing(s, n, at, '\'', LONGEST) : 0;
}

/* Addresses, paths, options, names of variables: a token, from a space or bracket to the next. */
static size_t address(const char *s, size_t n, size_t at)
{
	if (at > 0 && !strchr(" \n\t(\"'<[", s[at - 1]))
		return 0;
	size_t len = 0;
	bool marked = false;
	while (at + len < n && !strchr(" \n\t)\">]`{", s[at + len])) {
		const char *p = s + at + len;
		marked = marked || *p == '@' || *p == '_' || str_starts(p, "://");
		len++;
	}
	const char *token = s + at;
	bool path = (token[0] == '/' && len > 1 && is_letter(token[1])) || str_starts(token, "~/") || str_starts(token, "./");
	bool option = (str_starts(token, "--") && len > 2 && is_letter(token[2])) || (token[0] == '-' && len == 2 && is_letter(token[1]));
	if (option && at + len + 1 < n && token[len] == ' ')
		return len + 1 + choices(s, n, at + len + 1);
	return marked || path || option || str_starts(token, "www.") || is_domain(token, len) ? len : 0;
}

size_t keep_span(const char *s, size_t n, size_t at)
{
	switch (s[at]) {
	case '`':
		/* after a letter it is an apostrophe: o`zbek */
		return at > 0 && is_letter(s[at - 1]) ? 0 : to_closing(s, n, at, '`', n);
	case '{':
		return to_closing(s, n, at, '}', 200);
	case '<':
		return own_data(s, n, at);
	case '%':
		return directive(s, n, at);
	case '\'':
		return typed(s, n, at);
	case '[': {
		static const char yes_no[] = "[y/n]";
		return n - at >= strlen(yes_no) && str_starts(s + at, yes_no) ? strlen(yes_no) : 0;
	}
	default: {
		size_t len = command(s, n, at);
		return len ? len : address(s, n, at);
	}
	}
}

static const struct key {
	const char *name;
	bool endings; /* may carry Uzbek endings: Enterni; not End, as endi is a word */
} keys[] = {
	{"Backspace", true}, {"Enter", true}, {"Escape", true}, {"Delete", true}, {"Insert", true}, {"Shift", true},
	{"Space", true},     {"Ctrl", true},  {"Esc", true},    {"PgUp", true},   {"PgDn", true},   {"PageUp", true},
	{"PageDown", true},  {"Home", false}, {"End", false},   {"Tab", false},   {"Alt", false},   {"Del", false},
	{"Ins", false},
};

size_t keep_key(const char *s, size_t len)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		size_t n = strlen(keys[i].name);
		if (n > len || memcmp(s, keys[i].name, n) != 0)
			continue;
		char rest[16] = "";
		if (len - n < sizeof(rest))
			memcpy(rest, s + n, len - n);
		if (n == len || (keys[i].endings && rest[0] && keep_is_endings(rest)))
			return n;
	}
	return 0;
}

/* Thousands to ones, each part written the one right way. */
static bool is_roman(const char *s, size_t len)
{
	static const char *const digits[3][9] = {
		{"CM", "CD", "DCCC", "DCC", "DC", "D", "CCC", "CC", "C"},
		{"XC", "XL", "LXXX", "LXX", "LX", "L", "XXX", "XX", "X"},
		{"IX", "IV", "VIII", "VII", "VI", "V", "III", "II", "I"},
	};
	size_t at = 0;
	while (at < len && at < 3 && s[at] == 'M')
		at++;
	for (int place = 0; place < 3; place++)
		for (int i = 0; i < 9; i++) {
			size_t n = strlen(digits[place][i]);
			if (n <= len - at && memcmp(s + at, digits[place][i], n) == 0) {
				at += n;
				break;
			}
		}
	return len > 0 && at == len;
}

bool keep_word(const char *s, size_t len, size_t n)
{
	bool foreign = false;
	for (size_t i = 0; i < len && !foreign; i++) {
		unsigned char c = (unsigned char)s[i];
		/* letters with accents and other scripts begin with these bytes; U+02BB, U+2019 and their like do not */
		foreign = c == 'w' || c == 'W' || (c >= 0xC3 && c != 0xCA && c != 0xCB && c != 0xE2 && c != 0xEF);
		if (c == 'c' || c == 'C')
			foreign = i + 1 == len || (s[i + 1] != 'h' && s[i + 1] != 'H');
	}
	if (foreign || (len < n && isdigit((unsigned char)s[len])))
		return true;
	if (len == 1) /* a single letter is a number only where it cannot be an initial */
		return strchr("IVX", s[0]) && !(n > 1 && (s[1] == '.' || s[1] == '-'));
	return is_roman(s, len);
}

static bool is_endings(const char *rest)
{
	static const char *const endings[] = {
		"lar",  "imiz", "ingiz", "miz", "ngiz", "im",   "ing",  "si",   "i",   "ning", "ni",  "ga",  "gacha",
		"ka",   "qa",   "dagi",  "dan", "da",   "dek",  "day",  "cha",  "chi", "lik",  "li",  "siz", "dir",
		"man",  "san",  "mi",    "m",   "ng",   "gina", "niki", "lash", "lan", "tir",  "ish", "moq", "aro",
	};
	if (!*rest)
		return true;
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (str_starts(rest, endings[i]) && is_endings(rest + strlen(endings[i])))
			return true;
	return false;
}

bool keep_is_endings(const char *rest)
{
	enum { MOST = 24 }; /* bytes: five endings; also bounds the search, which tries every way to part them */
	return strlen(rest) <= MOST && is_endings(rest);
}
