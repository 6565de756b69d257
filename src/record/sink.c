#include "config.h"
#include "record/sink.h"

#include <errno.h>
#include <stdlib.h>

#include "core/alloc.h"
#include "core/i18n.h"

void sink_init(struct sink *s, FILE *file)
{
	*s = (struct sink){.file = file, .buf = xmalloc(SINK_SIZE)};
}

static void hand_on(struct sink *s, const char *bytes, size_t n)
{
	if (s->fault || n == 0)
		return;
	errno = 0;
	if (fwrite(bytes, 1, n, s->file) != n)
		s->fault = errno ? errno : EIO;
}

void sink_spill(struct sink *s, const char *bytes, size_t n)
{
	hand_on(s, s->buf, s->len);
	s->len = 0;
	if (n >= SINK_SIZE) {
		hand_on(s, bytes, n);
	} else {
		memcpy(s->buf, bytes, n);
		s->len = n;
	}
}

bool sink_sound(const struct sink *s, struct err *e)
{
	if (s->fault == ENOSPC || s->fault == EDQUOT)
		return err_set(e, ERR_IO, _("the disk is full; free some space or choose another place, and export again"));
	return !s->fault || err_errno(e, s->fault, _("the export cannot be written; choose another place and export again"));
}

bool sink_release(struct sink *s, bool ok, struct err *e)
{
	hand_on(s, s->buf, s->len);
	free(s->buf);
	s->buf = NULL;
	errno = 0;
	if (!s->fault && fflush(s->file) != 0)
		s->fault = errno ? errno : EIO;
	return !ok || sink_sound(s, e);
}
