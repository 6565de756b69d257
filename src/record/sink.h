/* Inside record: bytes on their way to a file, gathered so that small pieces cost nothing. The first fault is kept. */
#ifndef SAFAR_RECORD_SINK_H
#define SAFAR_RECORD_SINK_H

#include <stdio.h>
#include <string.h>

#include "core/err.h"

enum { SINK_SIZE = 64 * 1024 };

struct sink {
	FILE *file; /* borrowed */
	char *buf;  /* owned, SINK_SIZE */
	size_t len;
	int fault;  /* errno of the first write that failed, or 0 */
};

void sink_init(struct sink *s, FILE *file);

/* For pieces that do not fit any more. */
void sink_spill(struct sink *s, const char *bytes, size_t n);

static inline void sink_bytes(struct sink *s, const char *bytes, size_t n)
{
	if (n > SINK_SIZE - s->len) {
		sink_spill(s, bytes, n);
		return;
	}
	memcpy(s->buf + s->len, bytes, n);
	s->len += n;
}

static inline void sink_char(struct sink *s, char c)
{
	if (s->len == SINK_SIZE)
		sink_spill(s, &c, 1);
	else
		s->buf[s->len++] = c;
}

/* Whether nothing has failed yet; reports what did. */
bool sink_sound(const struct sink *s, struct err *e);

/* Hands on what is left (unless `ok` is false: then nothing is promised) and frees the buffer. Reports a write that failed. */
bool sink_release(struct sink *s, bool ok, struct err *e);

#endif
