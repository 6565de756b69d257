#include "config.h"
#include "record/closing.h"

#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "core/i18n.h"
#include "record/base58.h"

enum { PREFIX_BYTES = 13 + HASH_HEX_SIZE - 1 + 2 }; /* {"previous":"…", */

static void zeros(char hash[HASH_HEX_SIZE])
{
	memset(hash, '0', HASH_HEX_SIZE - 1);
	hash[HASH_HEX_SIZE - 1] = '\0';
}

/* Of one object after the other. */
static void add_record(char records[HASH_HEX_SIZE], const char record[HASH_HEX_SIZE])
{
	char both[2 * HASH_HEX_SIZE];
	snprintf(both, sizeof(both), "%s%s", records, record);
	hash_hex(both, strlen(both), records);
}

/* --- writing --- */

void closing_begin(struct closing *c, struct str *out)
{
	*c = (struct closing){.out = out};
	zeros(c->last);
	zeros(c->records);
}

static void add_line(struct closing *c, const char *members)
{
	size_t from = c->out->len;
	str_addf(c->out, "{\"previous\":\"%s\",", c->last);
	str_add(c->out, members);
	hash_hex(c->out->buf + from, c->out->len - from, c->last);
	str_addc(c->out, '\n');
}

void closing_add(struct closing *c, const char *json)
{
	add_line(c, json + 1); /* behind its brace */
	hash_hex(json, strlen(json), c->record);
	if (c->count++)
		add_record(c->records, c->record);
}

void closing_end(struct closing *c, const struct sign_key *key)
{
	struct str line;
	str_init(&line);
	str_addf(&line, "\"end\":%zu", c->count);
	if (key) {
		/* over the hash of the line before, which stands for all of them */
		uint8_t signature[SIGN_BYTES];
		sign_make(signature, c->last, strlen(c->last), key);
		str_add(&line, ",\"signer\":\"did:key:");
		multikey_add(&line, key->public);
		str_add(&line, "\",\"signature\":\"");
		base58_add(&line, signature, sizeof(signature));
		str_addc(&line, '"');
	}
	str_addc(&line, '}');
	add_line(c, line.buf);
	str_release(&line);
}

/* --- checking --- */

struct checking {
	struct arena *a;
	struct closing_found *out;
	char last[HASH_HEX_SIZE];
	size_t lines, room;
	bool ended;
	struct err *e;
};

static bool bad(const struct checking *c, const char *what)
{
	return err_set(c->e, ERR_INPUT, _("line %zu %s; the file is not as it was written"), c->lines, what);
}

static const char *text_at(const struct checking *c, const json_t *node, const char *key)
{
	const char *text = json_string_value(json_object_get(node, key));
	char *safe = arena_strdup(c->a, text ? text : "");
	str_disarm(safe); /* it is shown on terminals */
	return safe;
}

static bool take_session(struct checking *c, const json_t *line)
{
	if (json_integer_value(json_object_get(line, "closing")) != 1)
		return bad(c, _("does not begin a closing file that this program knows"));
	c->out->site = text_at(c, line, "site");
	c->out->title = text_at(c, line, "title");
	c->out->exam = text_at(c, line, "exam");
	c->out->day = text_at(c, line, "day");
	c->out->room = text_at(c, line, "room");
	c->out->session = json_integer_value(json_object_get(line, "session"));
	c->out->at = json_integer_value(json_object_get(line, "at"));
	return true;
}

static bool take_sitting(struct checking *c, const json_t *line, const char *s, size_t n)
{
	char record[HASH_HEX_SIZE];
	struct str object;
	json_int_t seat = json_integer_value(json_object_get(line, "seat"));
	if (!json_is_string(json_object_get(line, "sitting")) || seat < 1 || seat > CLOSING_LINES_MAX || !json_is_array(json_object_get(line, "answers")))
		return bad(c, _("is no sitting"));
	str_init(&object);
	str_addc(&object, '{');
	str_addn(&object, s + PREFIX_BYTES, n - PREFIX_BYTES);
	hash_hex(object.buf, object.len, record);
	str_release(&object);
	add_record(c->out->records, record);
	c->out->sittings = arena_grow(c->a, c->out->sittings, c->out->count, &c->room, sizeof(*c->out->sittings));
	c->out->sittings[c->out->count++] = (struct closing_sitting){(int)seat, text_at(c, line, "sitting"), text_at(c, line, "state"), text_at(c, line, "latin"),
		arena_strdup(c->a, record)};
	return true;
}

static bool take_signature(struct checking *c, const json_t *line)
{
	const char *signer = json_string_value(json_object_get(line, "signer")), *text = json_string_value(json_object_get(line, "signature"));
	uint8_t public[SIGN_PUBLIC_BYTES], signature[SIGN_BYTES];
	size_t n = sizeof(signature);
	if (!json_object_get(line, "signer") && !json_object_get(line, "signature"))
		return true;
	if (!signer || !text || strlen(signer) >= CLOSING_DID_SIZE || !did_key_read(signer, public) || !base58_read(text, signature, &n) || n != sizeof(signature) ||
	    !sign_holds(signature, c->last, strlen(c->last), public))
		return bad(c, _("has a signature that does not hold"));
	c->out->signature = true;
	snprintf(c->out->signer, sizeof(c->out->signer), "%s", signer);
	return true;
}

static bool take_end(struct checking *c, const json_t *line)
{
	c->ended = true;
	if (json_integer_value(json_object_get(line, "end")) != (json_int_t)(c->lines - 1))
		return bad(c, _("counts other lines than there are"));
	return take_signature(c, line);
}

static bool check_line(struct checking *c, const char *s, size_t n)
{
	char hash[HASH_HEX_SIZE];
	json_t *line = json_loadb(s, n, JSON_REJECT_DUPLICATES, NULL);
	const char *previous = json_string_value(json_object_get(line, "previous"));
	bool ok = true;
	hash_hex(s, n, hash);
	if (!json_is_object(line))
		ok = bad(c, _("is no JSON object"));
	else if (n <= PREFIX_BYTES || strncmp(s, "{\"previous\":\"", 13) != 0 || !previous || strcmp(previous, c->last) != 0)
		ok = bad(c, _("does not follow from the line before it"));
	else if (c->ended)
		ok = bad(c, _("stands behind the end"));
	else if (c->lines == 1)
		ok = take_session(c, line);
	else
		ok = json_object_get(line, "end") ? take_end(c, line) : take_sitting(c, line, s, n);
	snprintf(c->last, sizeof(c->last), "%s", hash);
	json_decref(line);
	return ok;
}

bool closing_check(const char *text, size_t n, struct arena *a, struct closing_found *out, struct err *e)
{
	struct checking c = {.a = a, .out = out, .e = e};
	*out = (struct closing_found){0};
	zeros(c.last);
	zeros(out->records);
	for (size_t at = 0; at < n;) {
		const char *end = memchr(text + at, '\n', n - at);
		c.lines++;
		if (c.lines > CLOSING_LINES_MAX)
			return bad(&c, _("is one too many"));
		if (!end)
			return bad(&c, _("is cut off"));
		if (!check_line(&c, text + at, (size_t)(end - text) - at))
			return false;
		at = (size_t)(end - text) + 1;
	}
	if (!c.ended)
		return err_set(e, ERR_INPUT, _("the file has no end; it is cut off, or no closing file"));
	snprintf(out->hash, sizeof(out->hash), "%s", c.last);
	return true;
}
