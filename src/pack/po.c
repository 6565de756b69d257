#include "config.h"
#include "pack/po.h"

#include <errno.h>
#include <fcntl.h>
#include <gettext-po.h>
#include <inttypes.h>
#include <limits.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "text/norm.h"

/* libgettextpo's po_file_free lets go of the list and keeps the strings of the messages (0.21): a sanitizer build says so for every file read. They are not ours
 * to free; the hook tells the leak checker, and is in no other build. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define WITH_LEAK_CHECK
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define WITH_LEAK_CHECK
#endif
#ifdef WITH_LEAK_CHECK
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libgettextpo\n";
}
#endif

/* A fatal error must not come back from its function: then we jump out. What the library held by then is lost; nothing in our own hands is. */
struct reading {
	const struct pack_file *file;
	struct diag_list *diags;
	size_t errors;
	jmp_buf out;
};

/* libgettextpo calls its error functions without a context, so the one reading under way has to be known to them: the only variable of its kind here. */
static struct reading **under_way(void)
{
	static _Thread_local struct reading *reading;
	return &reading;
}

static void on_error(int severity, po_message_t message, const char *filename, size_t line, size_t column, int multiline, const char *text)
{
	(void)message;
	(void)multiline;
	struct reading *r = *under_way();
	if (!r)
		BUG("a finding of libgettextpo outside of a reading");
	if (severity == PO_SEVERITY_WARNING)
		return;
	bool placed = filename && line != SIZE_MAX && line < INT_MAX;
	size_t n = strcspn(text, "\n");
	r->errors++;
	diag_add(r->diags, DIAG_ERROR, r->file->shown, placed ? (int)line : 0, placed && column != SIZE_MAX && column < INT_MAX ? (int)column : 1,
		 _("mend the entry by hand or with a PO editor; 'msgfmt -c' tells more"), _("this is no sound PO file (%.*s)"), (int)(n < 200 ? n : 200), text);
	if (severity == PO_SEVERITY_FATAL_ERROR)
		longjmp(r->out, 1);
}

static void on_error_pair(int severity, po_message_t message1, const char *filename1, size_t line1, size_t column1, int multiline1, const char *text1,
			  po_message_t message2, const char *filename2, size_t line2, size_t column2, int multiline2, const char *text2)
{
	(void)message2;
	(void)filename2;
	(void)line2;
	(void)column2;
	(void)multiline2;
	(void)text2;
	on_error(severity, message1, filename1, line1, column1, multiline1, text1);
}

static const struct po_xerror_handler handler = { .xerror = on_error, .xerror2 = on_error_pair };

/* The library opens files by name only. The bytes in hand (which may come from an archive, and were judged) are put in a file without a name. */
static int nameless_file(const char *bytes, size_t n)
{
	int fd = memfd_create("po", MFD_CLOEXEC);
	while (fd >= 0 && n) {
		ssize_t done = write(fd, bytes, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0) {
			close(fd);
			return -1;
		}
		bytes += done;
		n -= (size_t)done;
	}
	return fd;
}

static po_file_t open_po(struct reading *r)
{
	char name[64];
	volatile po_file_t po = NULL;
	volatile int fd = nameless_file(r->file->bytes, r->file->size);
	if (fd < 0) {
		diag_add(r->diags, DIAG_ERROR, r->file->shown, 0, 0, _("free some memory and try again"), _("there is no memory to read this file"));
		return NULL;
	}
	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	*under_way() = r;
	if (setjmp(r->out) == 0)
		po = po_file_read(name, &handler);
	*under_way() = NULL;
	close(fd);
	if (!po && !r->errors)
		diag_add(r->diags, DIAG_ERROR, r->file->shown, 0, 0, _("see that /proc is mounted"), _("this file cannot be read"));
	return po;
}

/* What can be judged before the library sees the file. */
static bool check_bytes(const struct pack_file *f, struct diag_list *d)
{
	size_t bad = 0;
	uint32_t code = 0;
	if (memchr(f->bytes, '\0', f->size) || !text_valid(f->bytes, f->size, &bad)) {
		int line = 1;
		for (size_t i = 0; i < bad; i++)
			line += f->bytes[i] == '\n';
		return diag_add(d, DIAG_ERROR, f->shown, line, 1, _("save the file as UTF-8"), _("this is no valid UTF-8"));
	}
	for (const char *p = f->bytes; (p = text_first_unsafe(p, &code)); p++) {
		if (code == '\r' && p[1] == '\n')
			continue;
		int line = 1;
		for (const char *q = f->bytes; q < p; q++)
			line += *q == '\n';
		return diag_add(d, DIAG_ERROR, f->shown, line, 1, _("delete it, or save the file as UTF-8 without BOM"),
				_("the character U+%04X is not allowed"), (unsigned)code);
	}
	return true;
}

static bool check_header(const struct pack_file *f, po_file_t po, struct diag_list *d)
{
	const char *header = po_file_domain_header(po, NULL);
	char *type = header ? po_header_field(header, "Content-Type") : NULL;
	const char *charset = type ? strstr(type, "charset=") : NULL;
	bool good = charset && strcasecmp(charset + strlen("charset="), "UTF-8") == 0;
	free(type);
	return good || diag_add(d, DIAG_ERROR, f->shown, 1, 1, _("begin the file with an entry of msgid \"\" that holds \"Content-Type: text/plain; charset=UTF-8\\n\""),
				_("the header does not say that the file is UTF-8"));
}

/* Lines on which the entries begin, in order: the library keeps them to itself. */
struct entries {
	const char *at;
	int line; /* of *at */
};

static int next_entry(struct entries *s)
{
	int begins = 0;
	while (*s->at) {
		const char *p = s->at;
		int line = s->line++;
		size_t n = strcspn(p, "\n");
		s->at += n + (p[n] == '\n');
		if (str_starts(p, "#~"))
			p += 2 + strspn(p + 2, " ");
		if (str_starts(p, "msgctxt"))
			begins = line;
		else if (str_starts(p, "msgid") && !str_starts(p, "msgid_"))
			return begins ? begins : line;
	}
	return 0;
}

static const char *keep_nfc(struct arena *a, const char *s)
{
	if (text_is_nfc(s))
		return arena_strdup(a, s);
	char *nfc = text_nfc_dup(s);
	const char *kept = arena_strdup(a, nfc);
	secret_free(nfc);
	return kept;
}

/* Escapes of the PO syntax can hold what the bytes of the file do not show. */
static bool check_text(const struct pack_file *f, const char *text, int line, struct diag_list *d)
{
	uint32_t code = 0;
	if (strlen(text) > NODE_SCALAR_MAX)
		return diag_add(d, DIAG_ERROR, f->shown, line, 1, _("shorten it"), _("this translation is longer than 64 KiB"));
	if (!text_valid(text, strlen(text), NULL) || text_first_unsafe(text, &code))
		return diag_add(d, DIAG_ERROR, f->shown, line, 1, _("type the text again by hand"),
				_("this translation holds the character U+%04X, which is not allowed"), (unsigned)code);
	return true;
}

static void take_messages(struct arena *a, const struct pack_file *f, po_file_t po, struct translation *t, struct diag_list *d)
{
	size_t room = 0;
	struct entries lines = { .at = f->bytes, .line = 1 };
	po_message_iterator_t it = po_message_iterator(po, NULL);
	for (po_message_t m; (m = po_next_message(it));) {
		int line = next_entry(&lines);
		const char *text = po_message_msgstr(m), *source = po_message_msgid(m), *context = po_message_msgctxt(m);
		if (po_message_is_obsolete(m) || !*source)
			continue;
		bool fuzzy = po_message_is_fuzzy(m);
		t->fuzzy += fuzzy;
		if (fuzzy || !text || !*text || !check_text(f, text, line, d)) {
			if (!t->open_line)
				t->open_line = line;
			continue;
		}
		t->list = arena_grow(a, t->list, t->count, &room, sizeof(*t->list));
		t->list[t->count++] = (struct message){
			.context = arena_strdup(a, context ? context : ""), .source = keep_nfc(a, source), .text = keep_nfc(a, text), .line = line,
		};
	}
	po_message_iterator_free(it);
}

int message_order(const void *va, const void *vb)
{
	const struct message *a = va, *b = vb;
	int c = strcmp(a->context, b->context);
	return c ? c : strcmp(a->source, b->source);
}

bool po_read(struct arena *a, const struct pack_file *f, const char *language, struct translation *out, struct diag_list *d)
{
	*out = (struct translation){ .language = arena_strdup(a, language), .file = f->shown };
	struct reading r = { .file = f, .diags = d };
	if (!check_bytes(f, d))
		return false;
	po_file_t po = open_po(&r);
	if (!po)
		return false;
	bool good = !r.errors && check_header(f, po, d);
	if (good)
		take_messages(a, f, po, out, d);
	po_file_free(po);
	if (out->count)
		qsort(out->list, out->count, sizeof(*out->list), message_order);
	return good;
}
