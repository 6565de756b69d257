#include "config.h"
#include "learn/form.h"

#include <stdlib.h>
#include <string.h>

#include "text/norm.h"

/* U+001F, the unit separator of ASCII: nobody types it. */
enum { SEPARATOR = 0x1F };

static void write_numbers(const struct response *r, struct str *out)
{
	for (size_t i = 0; i < r->count; i++)
		str_addf(out, i ? ",%d" : "%d", r->chosen[i]);
}

static void write_typed(const struct response *r, struct str *out)
{
	for (size_t i = 0; i < r->typed_count; i++) {
		if (i)
			str_addc(out, SEPARATOR);
		/* One line in the log, whatever was pasted. */
		for (const char *s = r->typed[i]; *s; s++)
			str_addc(out, (unsigned char)*s < 0x20 || *s == 0x7F ? ' ' : *s);
	}
}

void response_write(const struct response *r, struct str *out)
{
	switch (r->kind) {
	case FORM_CHOICE:
	case FORM_ORDER:
	case FORM_PAIR:
		write_numbers(r, out);
		break;
	case FORM_GAPS:
	case FORM_TURNS:
		write_typed(r, out);
		break;
	case FORM_TEXT:
	case FORM_ASK:
	case FORM_CARD:
	case FORM_DRAWING:
		break;
	}
}

/* A number as response_write writes it: no sign but that of -1, no leading zeros. Gives what follows it, or NULL. */
static const char *read_number(const char *s, int *out)
{
	if (s[0] == '-' && s[1] == '1') {
		*out = -1;
		return s + 2;
	}
	if (*s < '0' || *s > '9')
		return NULL;
	int n = *s++ - '0';
	if (n && *s >= '0' && *s <= '9')
		n = 10 * n + (*s++ - '0');
	*out = n;
	return n < RESPONSE_MAX ? s : NULL;
}

static bool fits(const struct response *r, enum form_part_kind kind, int number)
{
	if (kind == FORM_PAIR)
		return true;
	if (number < 0)
		return false;
	if (kind == FORM_CHOICE)
		return !r->count || number > r->chosen[r->count - 1];
	for (size_t i = 0; i < r->count; i++)
		if (r->chosen[i] == number)
			return false;
	return true;
}

static bool parse_numbers(enum form_part_kind kind, const char *s, struct response *out)
{
	while (*s) {
		int number;
		s = read_number(s, &number);
		if (!s || out->count == RESPONSE_MAX || !fits(out, kind, number))
			return false;
		out->chosen[out->count++] = number;
		if (*s == ',' && s[1])
			s++;
		else if (*s)
			return false;
	}
	return true;
}

static bool parse_typed(struct arena *a, const char *s, struct response *out)
{
	size_t bytes = strlen(s);
	if (bytes > RESPONSE_TEXT_MAX || !text_valid(s, bytes, NULL))
		return false;
	size_t gaps = 1;
	for (const char *p = s; *p; p++)
		gaps += *p == SEPARATOR;
	if (gaps > RESPONSE_MAX)
		return false;
	out->typed = arena_array(a, gaps, sizeof(*out->typed));
	for (; out->typed_count < gaps; out->typed_count++) {
		size_t n = strcspn(s, "\x1F");
		out->typed[out->typed_count] = arena_strndup(a, s, n);
		s += n + 1;
	}
	return true;
}

bool response_parse(struct arena *a, enum form_part_kind kind, const char *text, struct response *out)
{
	*out = (struct response){.kind = kind};
	switch (kind) {
	case FORM_CHOICE:
	case FORM_ORDER:
	case FORM_PAIR:
		return parse_numbers(kind, text, out);
	case FORM_GAPS:
	case FORM_TURNS:
		return parse_typed(a, text, out);
	case FORM_TEXT:
	case FORM_ASK:
	case FORM_CARD:
	case FORM_DRAWING:
		return !text[0];
	}
	return false;
}

static bool all_typed(const struct response *r, size_t count)
{
	for (size_t i = 0; i < r->typed_count; i++)
		if (!*r->typed[i])
			return false;
	return r->typed_count == count;
}

bool response_is_whole(const struct form *f, const struct response *r)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct form_part *p = &f->parts[i];
		switch (p->kind) {
		case FORM_CHOICE:
			return r->count > 0;
		case FORM_ORDER:
			return p->lines ? r->count == p->option_count : r->count > 0;
		case FORM_PAIR:
			for (size_t k = 0; k < r->count; k++)
				if (r->chosen[k] < 0)
					return false;
			return r->count == p->left_count;
		case FORM_GAPS:
			return all_typed(r, p->gap_count);
		case FORM_TURNS:
			return all_typed(r, p->turn_count);
		case FORM_TEXT:
		case FORM_ASK:
		case FORM_CARD:
		case FORM_DRAWING:
			break;
		}
	}
	return true;
}
