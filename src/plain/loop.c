#include "config.h"
#include "plain/loop.h"

#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "plain/print.h"
#include "plain/silence.h"
#include "text/cluster.h"
#include "text/norm.h"

enum {
	LINE_BYTES_MAX = 16 * 1024,
	STEPS_MAX = 4096, /* pointer moves to reach an entry */
};

struct session {
	struct stack *stack;
	FILE *in, *out;
	struct page page; /* as printed last */
	struct str before; /* its text: said again only when it has changed */
	struct str news;   /* told last */
	bool more;
	struct silence silence;
};

static bool send(struct session *s, enum press press, enum action action, const char *text)
{
	struct event e = { .press = press, .action = action, .text = text, .now_ms = stack_clock(s->stack) };

	if (s->more)
		s->more = stack_event(s->stack, &e);
	return s->more;
}

static void look(struct session *s)
{
	page_release(&s->page);
	page_init(&s->page);
	if (s->more)
		stack_describe(s->stack, &s->page);
}

/* The field in which the cursor stands, or NULL; *later: whether another one comes after it. */
static const struct field *active_field(const struct page *p, bool *later)
{
	const struct field *found = NULL;

	*later = false;
	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];
		size_t n = b->kind == BLOCK_FIELD ? 1 : b->kind == BLOCK_GAPS ? b->piece_count - 1 : 0;

		for (size_t k = 0; k < n; k++) {
			if (found != NULL)
				*later = true;
			if (b->fields[k].active)
				found = &b->fields[k];
		}
	}
	return found;
}

/* Where the pointer stands: the menu that has a current entry, from `block` on round the page. False if none has. */
static bool pointer_at(const struct session *s, size_t block, size_t *at, int *entry)
{
	for (size_t i = 0; i < s->page.count; i++) {
		size_t k = (block + i) % s->page.count;
		const struct block *b = &s->page.blocks[k];

		if (b->kind == BLOCK_MENU && b->current >= 0) {
			*at = k;
			*entry = b->current;
			return true;
		}
	}
	return false;
}

/* Whether letters for the field are there to choose from: the keys are theirs until one is chosen. */
static bool letters_open(const struct session *s)
{
	size_t block;
	int entry;

	return stack_typing(s->stack) && stack_offers(s->stack, ACTION_ACCENT) && pointer_at(s, 0, &block, &entry);
}

static void show(struct session *s)
{
	struct str text, prompt;

	look(s);
	if (!s->more)
		return;
	str_init(&text);
	str_init(&prompt);
	plain_print(&s->page, PLAIN_WIDTH, &text, &prompt);
	str_clear(&s->news); /* what stands on the page needs no telling */
	if (s->page.news != NULL)
		str_add(&s->news, s->page.news);
	if (letters_open(s))
		str_addf(&text, "\n%s\n", _("The number of a letter puts it behind what you wrote. Within a line \\ after a letter turns it into its next form: cafe\\ is café."));
	if (strcmp(text.buf, s->before.buf) != 0) {
		fputs("\n", s->out);
		fputs(text.buf, s->out);
		str_clear(&s->before);
		str_add(&s->before, text.buf);
	}
	if (prompt.len > 0) {
		char *safe = text_sanitise_dup(prompt.buf);

		fputs(safe, s->out);
		free(safe);
	} else {
		fputs("> ", s->out);
	}
	fflush(s->out);
	str_release(&text);
	str_release(&prompt);
}

/* A message of a page, between two lines of the person. */
static void tell_message(struct session *s, struct block *message)
{
	struct page one = { .blocks = message, .count = 1 };
	struct str text, prompt;

	str_init(&text);
	str_init(&prompt);
	plain_print(&one, PLAIN_WIDTH, &text, &prompt);
	fprintf(s->out, "\n%s", text.buf);
	fflush(s->out);
	str_release(&text);
	str_release(&prompt);
}

/* News are told once. */
static void tell_news(struct session *s, const char *news)
{
	if (news == NULL || strcmp(news, s->news.buf) == 0)
		return;
	char *safe = text_sanitise_dup(news);

	fprintf(s->out, "\n%s\n", safe);
	fflush(s->out);
	free(safe);
	str_clear(&s->news);
	str_add(&s->news, news);
}

/* Waits for a line of a terminal, with a tick each second. `*stale`: the person was signed out meanwhile, or the program ends. */
static void wait_for_line(struct session *s, bool *stale)
{
	struct pollfd wait[2] = { { .fd = fileno(s->in), .events = POLLIN }, { .fd = s->silence.signals, .events = POLLIN } };
	bool warned = false;

	*stale = false;
	while (s->more && isatty(wait[0].fd)) {
		struct page now;
		unsigned long turns = stack_turns(s->stack);
		int ready = poll(wait, 2, 1000);

		if (ready > 0 && wait[1].revents != 0) { /* told to end: with the terminal as it was */
			*stale = true;
			break;
		}
		if (ready > 0 || (ready < 0 && errno != EINTR))
			break;
		send(s, PRESS_TICK, ACTION_NONE, NULL);
		if (!s->more || turns != stack_turns(s->stack)) {
			*stale = true;
			break;
		}
		page_init(&now);
		stack_describe(s->stack, &now);
		tell_news(s, now.news);
		if (now.message != NULL && s->page.message == NULL && !warned) {
			warned = true;
			tell_message(s, now.message);
		}
		page_release(&now);
	}
}

/* A line without its end; false at the end of the input or at Ctrl+C. What is longer than the limit is cut. */
static bool read_line(struct session *s, struct str *line)
{
	enum { CTRL_C = 3 };
	int c;

	str_clear(line);
	while ((c = getc(s->in)) != EOF && c != '\n')
		if (line->len < LINE_BYTES_MAX && c != '\0' && c != '\r')
			str_addc(line, (char)c);
	return (c != EOF || line->len > 0) && strchr(line->buf, CTRL_C) == NULL;
}

static bool same_word(const char *a, const char *b)
{
	char *x = text_fold_dup(a), *y = text_fold_dup(b);
	bool same = strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

/* The action on a key, of several with the same one that which is done here; ACTION_NONE if there is none. */
static enum action action_on(const struct session *s, const char *key)
{
	enum action first = ACTION_NONE;

	for (int k = ACTION_NONE + 1; k < ACTION_COUNT; k++) {
		if (key_label((enum action)k)[0] == '\0' || !same_word(key_label((enum action)k), key))
			continue;
		if (stack_offers(s->stack, (enum action)k))
			return (enum action)k;
		if (first == ACTION_NONE)
			first = (enum action)k;
	}
	return first;
}

/* The action that a word, key or label stands for, ACTION_NONE if none. */
static enum action action_of(const struct session *s, const char *word)
{
	enum action a = key_of_word(word);

	if (a != ACTION_NONE && a != ACTION_TEXT && a != ACTION_DIGIT)
		return a;
	if (strcmp(word, "?") == 0)
		return ACTION_HELP;
	a = action_on(s, word);
	for (size_t i = 0; i < s->page.hint_count && a == ACTION_NONE; i++)
		if (s->page.hints[i].label != NULL && same_word(s->page.hints[i].label, word))
			a = action_on(s, s->page.hints[i].keys);
	return a;
}

/* Moves the pointer to an entry that no digit opens, from another menu of the page too. False if it does not get there. */
static bool point(struct session *s, size_t block, size_t entry)
{
	bool across = s->page.blocks[block].flow && stack_offers(s->stack, ACTION_NEXT);
	size_t last_at = SIZE_MAX, at;
	int last = -1, now;

	for (int i = 0; i < STEPS_MAX && s->more && block < s->page.count; i++) {
		bool there = pointer_at(s, block, &at, &now);

		if (there && at == block && now == (int)entry)
			return true;
		if (there && at == last_at && now == last)
			return false;
		last_at = there ? at : SIZE_MAX;
		last = there ? now : -1;
		bool down = !there || at < block || (at == block && now < (int)entry);
		enum action forth = across ? ACTION_NEXT : ACTION_DOWN, back = across ? ACTION_PREVIOUS : ACTION_UP;

		send(s, PRESS_NONE, down ? forth : back, NULL);
		look(s);
	}
	return false;
}

/* Opens or ticks an entry that no digit opens. */
static void choose_by_pointer(struct session *s, size_t block, size_t entry)
{
	enum entry_mark mark = s->page.blocks[block].entries[entry].mark;
	bool gathers = s->page.blocks[block].gathers;

	if (!point(s, block, entry) || gathers)
		return; /* where it gathers, opening would judge what is not ready: the next number goes here */
	send(s, PRESS_NONE, (mark == MARK_ON || mark == MARK_OFF) && stack_offers(s->stack, ACTION_MARK) ? ACTION_MARK : ACTION_OPEN, NULL);
}

/* Where digits mean something without a list of numbered entries, they go there one by one. */
static bool type_number(struct session *s, const char *line)
{
	char digit[2] = "";

	for (size_t i = 0; i < s->page.count; i++)
		if (s->page.blocks[i].kind == BLOCK_MENU)
			return false;
	if (!stack_offers(s->stack, ACTION_DIGIT))
		return false;
	for (; *line != '\0'; line++) {
		digit[0] = *line;
		send(s, PRESS_TEXT, ACTION_NONE, digit);
	}
	return true;
}

static bool choose_number(struct session *s, const char *line)
{
	size_t block, entry;
	char *end;
	long number = strtol(line, &end, 10);
	char digit[2];

	if (!isdigit((unsigned char)line[0]) || *end != '\0' || number > STEPS_MAX)
		return false;
	if (!plain_entry(&s->page, (int)number, &block, &entry))
		return type_number(s, line);
	digit[0] = s->page.blocks[block].entries[entry].digit;
	digit[1] = '\0';
	if (digit[0] != '\0')
		send(s, PRESS_TEXT, ACTION_NONE, digit);
	else
		choose_by_pointer(s, block, entry);
	return true;
}

/* The line as if it were typed, as far as the field has room. A \\ behind a letter is the accent key: "cafe\\" is café, "tre\\\\s" très. */
static void type_line(struct session *s, const char *line)
{
	struct str part;

	if (!stack_offers(s->stack, ACTION_ACCENT)) {
		send(s, PRESS_TEXT, ACTION_NONE, line);
		return;
	}
	str_init(&part);
	while (line[0] != '\0' && stack_left_out(s->stack) == 0) {
		size_t n = strcspn(line, "\\");

		str_clear(&part);
		str_addn(&part, line, n);
		if (n > 0)
			send(s, PRESS_TEXT, ACTION_NONE, part.buf);
		line += n;
		if (line[0] == '\\') {
			send(s, PRESS_NONE, ACTION_ACCENT, NULL);
			line++;
		}
	}
	str_release(&part);
}

/* The line takes the place of what stood in the field; then on to the next field, or Enter after the last. Where it is too long nothing goes on before the person has
 * read so: an empty line takes what fitted. */
static void fill_field(struct session *s, const char *line)
{
	bool later, again;
	const struct field *f = active_field(&s->page, &later);

	if (line[0] != '\0') {
		size_t clusters = f != NULL && f->value != NULL ? text_clusters(f->value) : 0;

		send(s, PRESS_NONE, ACTION_LAST, NULL);
		for (size_t i = 0; i < clusters; i++)
			send(s, PRESS_NONE, ACTION_ERASE, NULL);
		type_line(s, line);
		if (stack_left_out(s->stack) > 0)
			return;
	}
	if (later && stack_offers(s->stack, ACTION_FIELD)) {
		send(s, PRESS_NONE, ACTION_FIELD, NULL);
		look(s);
		active_field(&s->page, &again);
		return;
	}
	send(s, PRESS_NONE, ACTION_OPEN, NULL);
}

static void say_unknown(struct session *s, const char *word)
{
	char *safe = text_sanitise_dup(word);

	fprintf(s->out, _("'%s' is none of the words here; '?' shows them\n"), safe);
	free(safe);
}

static void obey(struct session *s, const char *line)
{
	bool typing = stack_typing(s->stack);
	unsigned long turns = stack_turns(s->stack);
	enum action a;

	send(s, PRESS_NONE, ACTION_NONE, NULL); /* who was warned of the idle sign-out is here: the line itself is not swallowed */
	if (turns != stack_turns(s->stack))
		return; /* what the line was meant for is gone: the page that came instead is shown first */
	if (line[0] == ':' || strcmp(line, "?") == 0 || !typing) {
		const char *word = line[0] == ':' ? line + 1 : line;

		if (word[0] == '\0') {
			send(s, PRESS_ENTER, ACTION_NONE, NULL);
			return;
		}
		if (!typing && choose_number(s, word))
			return;
		a = action_of(s, word);
		if (a != ACTION_NONE)
			send(s, PRESS_NONE, a, NULL);
		else
			say_unknown(s, word);
		return;
	}
	if (letters_open(s)) {
		if (choose_number(s, line))
			return;
		send(s, PRESS_NONE, ACTION_BACK, NULL);
	}
	fill_field(s, line);
}

static bool ends_not(struct session *s)
{
	if (!stack_locked(s->stack) || ferror(s->in) || tcgetpgrp(fileno(s->in)) < 0)
		return false; /* the terminal itself is gone */
	clearerr(s->in);
	return true;
}

/* Shows the page and has one line obeyed; false at the end. */
static bool converse(struct session *s, struct str *line)
{
	const struct field *f;
	bool stale, later, silent, got;

	s->more = s->more && stack_settle(s->stack);
	silence_lock(&s->silence, stack_locked(s->stack));
	show(s);
	if (!s->more)
		return false;
	f = active_field(&s->page, &later);
	silent = f != NULL && f->secret && stack_typing(s->stack) && silence_begin(&s->silence);
	wait_for_line(s, &stale);
	got = s->more && !stale && read_line(s, line);
	if (silent)
		silence_end(&s->silence, s->out);
	if (got)
		obey(s, line->buf);
	secret_wipe(line->buf, line->len);
	return s->more && (got || stale || ends_not(s));
}

int plain_run(struct stack *stack, FILE *in, FILE *out, struct err *e)
{
	struct session s = { .stack = stack, .in = in, .out = out, .more = true, .silence = { .in = in, .signals = -1 } };
	struct str line;

	str_init(&line);
	str_init(&s.before);
	str_init(&s.news);
	page_init(&s.page);
	while (!ferror(out) && converse(&s, &line))
		;
	fputc('\n', out);
	silence_lock(&s.silence, false);
	page_release(&s.page);
	str_release(&s.before);
	str_release(&s.news);
	str_release(&line);
	if (fflush(out) != 0 || ferror(out)) {
		err_errno(e, errno, _("cannot write the page"));
		return 1;
	}
	return 0;
}
