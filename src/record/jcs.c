#include "config.h"
#include "record/jcs.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"

/* UTF-8 sorts by code points; UTF-16 puts those above U+FFFF (first byte F0 and up) before U+E000 to U+FFFF (first byte EE and EF). */
static int utf16_rank(unsigned char lead)
{
	if (lead >= 0xF0)
		return lead - 2;
	return lead >= 0xEE ? lead + 0x10 : lead;
}

static int by_utf16(const void *a, const void *b)
{
	const unsigned char *x = *(const unsigned char *const *)a, *y = *(const unsigned char *const *)b;
	while (*x && *x == *y)
		x++, y++;
	/* Where they part inside a character, the bytes before were equal and the order is that of the bytes. */
	return (*x & 0xC0) == 0x80 && (*y & 0xC0) == 0x80 ? *x - *y : utf16_rank(*x) - utf16_rank(*y);
}

static void add_string(struct str *out, const char *text, size_t n)
{
	static const char named[] = "\b\t\n\f\r\"\\", names[] = "btnfr\"\\";
	str_addc(out, '"');
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text[i];
		const char *at = c ? strchr(named, text[i]) : NULL;
		if (at)
			str_addf(out, "\\%c", names[at - named]);
		else if (c < 0x20)
			str_addf(out, "\\u%04x", c);
		else
			str_addc(out, text[i]);
	}
	str_addc(out, '"');
}

static bool add_value(struct str *out, const json_t *value, int depth, struct err *e);

static bool add_object(struct str *out, const json_t *object, int depth, struct err *e)
{
	size_t count = json_object_size(object), n = 0;
	const char **keys = xcalloc(count + 1, sizeof(*keys));
	json_t *o = json_incref((json_t *)(uintptr_t)object);
	for (void *it = json_object_iter(o); it; it = json_object_iter_next(o, it))
		keys[n++] = json_object_iter_key(it);
	qsort(keys, n, sizeof(*keys), by_utf16);
	bool ok = true;
	str_addc(out, '{');
	for (size_t i = 0; ok && i < n; i++) {
		if (i > 0)
			str_addc(out, ',');
		add_string(out, keys[i], strlen(keys[i]));
		str_addc(out, ':');
		ok = add_value(out, json_object_get(object, keys[i]), depth + 1, e);
	}
	str_addc(out, '}');
	json_decref(o);
	free(keys);
	return ok;
}

static bool add_array(struct str *out, const json_t *array, int depth, struct err *e)
{
	str_addc(out, '[');
	for (size_t i = 0; i < json_array_size(array); i++) {
		if (i > 0)
			str_addc(out, ',');
		if (!add_value(out, json_array_get(array, i), depth + 1, e))
			return false;
	}
	str_addc(out, ']');
	return true;
}

static bool add_value(struct str *out, const json_t *value, int depth, struct err *e)
{
	if (depth > JCS_DEPTH_MAX)
		return err_set(e, ERR_INPUT, _("the record nests deeper than %d levels; this is none of ours"), JCS_DEPTH_MAX);
	switch (json_typeof(value)) {
	case JSON_OBJECT: return add_object(out, value, depth, e);
	case JSON_ARRAY: return add_array(out, value, depth, e);
	case JSON_STRING: add_string(out, json_string_value(value), json_string_length(value)); return true;
	case JSON_TRUE: str_add(out, "true"); return true;
	case JSON_FALSE: str_add(out, "false"); return true;
	case JSON_NULL: str_add(out, "null"); return true;
	case JSON_INTEGER:
	case JSON_REAL: break;
	}
	return err_set(e, ERR_INPUT, _("the record holds a number where only texts belong; this is none of ours"));
}

bool jcs_add(struct str *out, const json_t *value, struct err *e)
{
	return add_value(out, value, 0, e);
}
