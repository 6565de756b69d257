#include "config.h"
#include "record/base45.h"

#include <string.h>

static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

static void add_group(struct str *out, unsigned value, int letters)
{
	for (int i = 0; i < letters; i++, value /= 45)
		str_addc(out, alphabet[value % 45]);
}

void base45_add(struct str *out, const uint8_t *bytes, size_t n)
{
	for (size_t i = 0; i + 1 < n; i += 2)
		add_group(out, bytes[i] * 256u + bytes[i + 1], 3);
	if (n % 2)
		add_group(out, bytes[n - 1], 2);
}

bool base45_read(const char *text, uint8_t *out, size_t *n)
{
	size_t room = *n, count = 0, left = strlen(text);
	while (left > 0) {
		size_t letters = left < 3 ? left : 3;
		unsigned value = 0;
		for (size_t i = letters; i-- > 0;) {
			const char *at = strchr(alphabet, text[i]);
			if (!at)
				return false;
			value = value * 45 + (unsigned)(at - alphabet);
		}
		size_t bytes = letters - 1;
		if (bytes == 0 || value >= 1u << (8 * bytes) || count + bytes > room)
			return false;
		if (bytes == 2)
			out[count++] = (uint8_t)(value >> 8);
		out[count++] = (uint8_t)value;
		text += letters;
		left -= letters;
	}
	*n = count;
	return true;
}
