#include "config.h"
#include "record/key_json.h"

#include "core/str.h"
#include "record/base58.h"

void key_json_set(json_t *o, const char *name, const uint8_t *bytes, size_t n)
{
	struct str s;
	str_init(&s);
	str_addc(&s, 'z');
	base58_add(&s, bytes, n);
	json_object_set_new(o, name, json_string(s.buf));
	str_release(&s);
}

bool key_json_get(const json_t *o, const char *name, uint8_t *out, size_t n)
{
	const char *text = json_string_value(json_object_get(o, name));
	size_t got = n;
	return text && *text == 'z' && base58_read(text + 1, out, &got) && got == n;
}
