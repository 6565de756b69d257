#include "config.h"
#include "learn/difference_text.h"

#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "text/cluster.h"
#include "text/norm.h"

struct reading {
	struct arena *a;
	struct pieces *out;
	size_t room, word_room;
	size_t lead;   /* where the next piece begins, signs in front of it included */
	bool parted;   /* a space or a sign that parts words came since the last piece */
	bool marks;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What the `n` bytes at `s` are in the normal form of answers between what stands around them: "" for a sign that does not count, " " for what parts words. */
static const char *normal_of(struct arena *a, const char *text, size_t at, size_t n)
{
	char before = at && is_digit(text[at - 1]) ? '1' : 'a', after = is_digit(text[at + n]) ? '1' : 'a';
	struct str s;
	str_init(&s);
	str_addc(&s, before);
	str_addn(&s, text + at, n);
	str_addc(&s, after);
	char *normal = text_answer_dup(s.buf);
	size_t k = strlen(normal);
	/* A mark that joins the letter in front has no normal form of its own. */
	bool apart = k >= 2 && normal[0] == before && normal[k - 1] == after && (unsigned char)normal[1] != 0xCC;
	const char *out = apart ? arena_strndup(a, normal + 1, k - 2) : arena_strndup(a, text + at, n);
	free(normal);
	str_release(&s);
	return out;
}

static void add_piece(struct reading *r, size_t from, size_t to, const char *cased)
{
	char *key = text_fold_dup(cased);
	r->out->list = arena_grow(r->a, r->out->list, r->out->count, &r->room, sizeof(*r->out->list));
	r->out->list[r->out->count++] = (struct piece){.from = from, .to = to, .cased = cased, .key = arena_strdup(r->a, key)};
	r->lead = to;
	free(key);
}

/* A piece of a word; opens the word if it is the first. */
static void add_letter(struct reading *r, size_t to, const char *cased)
{
	struct pieces *p = r->out;
	if (!p->word_count || r->parted) {
		if (p->word_count)
			add_piece(r, p->list[p->count - 1].to, r->lead, " ");
		p->words = arena_grow(r->a, p->words, p->word_count, &r->word_room, sizeof(*p->words));
		p->words[p->word_count++] = (struct piece_word){.first = p->count, .end = p->count};
		r->parted = false;
	}
	bool two = strcmp(cased, "ij") == 0 || strcmp(cased, "IJ") == 0; /* ĳ is one cluster */
	add_piece(r, r->lead, to, two ? arena_strndup(r->a, cased, 1) : cased);
	if (two)
		add_piece(r, to, to, cased + 1);
	p->words[p->word_count - 1].end = p->count;
}

static void add_cluster(struct reading *r, size_t at, size_t n)
{
	struct pieces *p = r->out;
	if (r->marks && n == 1 && strchr(".,;:!?", p->text[at])) {
		add_letter(r, at + n, arena_strndup(r->a, p->text + at, n));
		return;
	}
	const char *normal = normal_of(r->a, p->text, at, n);
	if (strcmp(normal, " ") == 0) {
		r->parted = p->word_count > 0;
		r->lead = p->word_count ? at + n : 0;
	} else if (normal[0]) {
		add_letter(r, at + n, normal); /* signs in front of it that do not count are part of it */
	}
}

void pieces_read(struct arena *a, const char *text, bool marks, struct pieces *out)
{
	struct reading r = {.a = a, .out = out, .marks = marks};
	*out = (struct pieces){.text = text};
	size_t at = 0;
	for (size_t n; (n = cluster_next(text + at)) != 0; at += n)
		add_cluster(&r, at, n);
}
