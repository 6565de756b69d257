/* Inside record: bytes in the JSON of key files, as multibase writes them: "z" and base 58. */
#ifndef SAFAR_RECORD_KEY_JSON_H
#define SAFAR_RECORD_KEY_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

void key_json_set(json_t *o, const char *name, const uint8_t *bytes, size_t n);

/* False if there is no such text, or it does not stand for exactly `n` bytes. */
bool key_json_get(const json_t *o, const char *name, uint8_t *out, size_t n);

#endif
