#include "config.h"
#include "app/confusions.h"

#include <stdlib.h>
#include <string.h>

#include "app/item_text.h"
#include "app/mistakes.h"
#include "app/reports.h"
#include "app/results.h"
#include "core/str.h"
#include "learn/drill.h"
#include "store/mistakes.h"

enum { ENDING_SHORT = 2, ENDING_LONG = 3, NOUN_MIN = 4, DAY_MS = 24 * 3600 * 1000 };

const char *confusion_kind_name(enum confusion_kind k)
{
	static const char *const names[] = {[CONFUSION_ARTICLE] = "article", [CONFUSION_ACCENT] = "accent", [CONFUSION_PAIR] = "pair",
		[CONFUSION_ORDER] = "word-order", [CONFUSION_ITEM] = "item"};
	return names[k];
}

struct member {
	int64_t id;
	const char *name;
};
/* Something with mistakes in it, and who of the group tried it: a bit each. */
struct place {
	const char *path;
	uint64_t *tried;
};
/* One mistake seen as an instance of something shared: equal kind, what and where are the same confusion. */
struct claim {
	enum confusion_kind kind;
	const char *what, *where;
	const char *given, *right, *asked;
	size_t member, place;
};
struct gathering {
	struct app *app;
	struct arena arena;
	struct member *members; /* by id */
	size_t member_count, member_room, words; /* words of 64 bits that hold all */
	struct place *places; /* by path */
	size_t place_count, place_room;
	struct claim *claims;
	size_t claim_count, claim_room;
	struct item_texts *texts;
	struct item_text text; /* of the last place */
	const char *plain;     /* its right answer without markup */
	bool known;
	const char *drill;
	size_t merged;
	bool failed;
	struct err *e;
};

static bool take_member(void *ctx, int64_t id, const char *name, const char *code)
{
	struct gathering *g = ctx;
	g->members = arena_grow(&g->arena, g->members, g->member_count, &g->member_room, sizeof(*g->members));
	g->members[g->member_count++] = (struct member){.id = id, .name = arena_printf(&g->arena, "%s (%s)", name, code)};
	return true;
}

static bool find_member(const struct gathering *g, int64_t id, size_t *out)
{
	size_t low = 0, high = g->member_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (g->members[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	*out = low;
	return low < g->member_count && g->members[low].id == id;
}

/* --- what a mistake is an instance of ------------------------------------------ */

static void add_claim(struct gathering *g, size_t member, struct claim c)
{
	c.member = member;
	c.place = g->place_count - 1;
	c.given = c.given ? c.given : "";
	c.right = c.right ? c.right : "";
	c.asked = c.asked ? c.asked : "";
	g->claims = arena_grow(&g->arena, g->claims, g->claim_count, &g->claim_room, sizeof(*g->claims));
	g->claims[g->claim_count++] = c;
}

/* The last `n` characters of a word, NULL if it is too short to say anything. */
static const char *ending_of(const char *word, int n)
{
	int letters = 0;
	for (const char *s = word; *s; s++)
		letters += (*s & 0xC0) != 0x80;
	if (letters < NOUN_MIN || strchr(word, ' '))
		return NULL;
	const char *s = word + strlen(word);
	while (n > 0)
		n -= (*--s & 0xC0) != 0x80;
	return s;
}

/* "de broodje" for "het broodje": the article, and how the noun ends. */
static void claim_article(struct gathering *g, size_t member, const char *given)
{
	const char *noun = strchr(g->plain, ' '), *rest = strchr(given, ' ');
	if (!noun || !rest)
		return;
	const char *article = arena_strndup(&g->arena, given, (size_t)(rest - given));
	for (int n = ENDING_SHORT; n <= ENDING_LONG; n++) {
		const char *ending = ending_of(noun + 1, n);
		if (ending)
			add_claim(g, member, (struct claim){.kind = CONFUSION_ARTICLE, .what = article, .where = ending, .given = article, .right = ending});
	}
}

/* Letters U+00C0 to U+024F of the right answer that the given one lacks. */
static void claim_accents(struct gathering *g, size_t member, const char *given)
{
	for (const unsigned char *s = (const unsigned char *)g->plain; *s; s++) {
		if (*s < 0xC3 || *s > 0xC9 || !s[1])
			continue;
		const char *letter = arena_strndup(&g->arena, (const char *)s, 2);
		if (!strstr(given, letter))
			add_claim(g, member, (struct claim){.kind = CONFUSION_ACCENT, .what = letter, .where = "", .given = letter});
	}
}

static void claim_row(struct gathering *g, const struct judged *j, size_t member)
{
	struct arena *a = &g->arena;
	const char *place = g->places[g->place_count - 1].path;
	const char *given = item_text_given(g->texts, &g->text, j->drill, j->given), *key = report_key(a, j->given, 0);
	enum mistake_kind kind = mistake_kind_of(j->reasons, j->drill);
	bool typed = kind != MISTAKE_MEANING && kind != MISTAKE_EXERCISE;
	if (typed && *given && kind == MISTAKE_ARTICLE)
		claim_article(g, member, key);
	if (typed && *given && mistake_reasons(j->reasons) & 1u << REASON_ACCENT)
		claim_accents(g, member, given);
	if (kind == MISTAKE_ORDER)
		add_claim(g, member, (struct claim){.kind = CONFUSION_ORDER, .what = "", .where = ""});
	if (typed && *given && kind != MISTAKE_ORDER && kind != MISTAKE_ACCENT)
		add_claim(g, member, (struct claim){.kind = CONFUSION_PAIR, .what = key, .where = place, .given = arena_strdup(a, given), .right = g->plain,
			.asked = g->text.asked});
	if (str_eq(j->verdict, "wrong"))
		add_claim(g, member, (struct claim){.kind = CONFUSION_ITEM, .what = g->drill, .where = place, .right = g->plain, .asked = g->text.asked});
}

static const char *without_markup(struct arena *a, const struct item_text *t)
{
	struct str out;
	if (t->word)
		return arena_strdup(a, t->right);
	str_init(&out);
	for (const char *s = t->right; *s; s++)
		if (*s != '`')
			str_addc(&out, *s);
	const char *plain = arena_strdup(a, out.buf);
	str_release(&out);
	return plain;
}

/* The rows come by path; the words of an item are looked up once, or twice where it is drilled in several ways. */
static bool take_mistake(void *ctx, const struct judged *j)
{
	struct gathering *g = ctx;
	size_t member;
	if (!find_member(g, j->person, &member))
		return true;
	bool same = g->place_count && str_eq(g->places[g->place_count - 1].path, j->path);
	if (!same) {
		g->places = arena_grow(&g->arena, g->places, g->place_count, &g->place_room, sizeof(*g->places));
		g->places[g->place_count++] = (struct place){.path = arena_strdup(&g->arena, j->path), .tried = arena_array(&g->arena, g->words, sizeof(uint64_t))};
	}
	if (!same || !str_eq(g->drill, j->drill)) {
		g->drill = arena_strdup(&g->arena, j->drill);
		if (!item_text(g->texts, j->path, j->drill, &g->text, &g->known, g->e)) {
			g->failed = true;
			return false;
		}
		g->plain = g->known ? without_markup(&g->arena, &g->text) : "";
	}
	if (g->known)
		claim_row(g, j, member);
	return true;
}

/* Both come by path. */
static bool take_tried(void *ctx, const char *path, int64_t person)
{
	struct gathering *g = ctx;
	size_t member;
	while (g->merged < g->place_count && strcmp(g->places[g->merged].path, path) < 0)
		g->merged++;
	if (g->merged < g->place_count && strcmp(g->places[g->merged].path, path) == 0 && find_member(g, person, &member))
		g->places[g->merged].tried[member / 64] |= UINT64_C(1) << member % 64;
	return g->merged < g->place_count;
}

/* --- counting -------------------------------------------------------------------- */

static int by_claim(const void *a, const void *b)
{
	const struct claim *x = a, *y = b;
	int c = (int)x->kind - (int)y->kind;
	c = c ? c : strcmp(x->what, y->what);
	c = c ? c : strcmp(x->where, y->where);
	c = c ? c : (x->place > y->place) - (x->place < y->place);
	return c ? c : (x->member > y->member) - (x->member < y->member);
}

static int bits(const uint64_t *set, size_t words)
{
	int n = 0;
	for (size_t i = 0; i < words; i++)
		n += __builtin_popcountll(set[i]);
	return n;
}

/* A candidate: a run of equal claims, counted. */
struct counted {
	struct confusion c;
	int places;
	const uint64_t *who;
};

static struct counted count_run(struct gathering *g, size_t from, size_t to)
{
	const struct claim *first = &g->claims[from];
	uint64_t *who = arena_array(&g->arena, g->words, sizeof(*who)), *tried = arena_array(&g->arena, g->words, sizeof(*tried));
	int places = 0;
	for (size_t i = from; i < to; i++) {
		const struct claim *c = &g->claims[i];
		who[c->member / 64] |= UINT64_C(1) << c->member % 64;
		if (i > from && c->place == c[-1].place)
			continue;
		places++;
		for (size_t w = 0; w < g->words; w++)
			tried[w] |= g->places[c->place].tried[w];
	}
	for (size_t w = 0; w < g->words; w++)
		tried[w] |= who[w];
	bool article = first->kind == CONFUSION_ARTICLE;
	return (struct counted){.places = places, .who = who, .c = {.kind = first->kind, .n = bits(who, g->words), .of = bits(tried, g->words), .given = first->given,
		.right = article ? "" : first->right, .ending = article ? first->right : "", .asked = first->asked, .path = g->places[first->place].path}};
}

static bool telling(const struct counted *x)
{
	if (x->c.n < CONFUSION_N_MIN || x->c.of < CONFUSION_OF_MIN)
		return false;
	if (x->c.kind == CONFUSION_ARTICLE)
		return x->places > 1; /* one word alone is a pair */
	return x->c.kind != CONFUSION_ITEM || 2 * x->c.n > x->c.of;
}

/* Whether `x` says what `y` says better. */
static bool covered(const struct counted *x, const struct counted *y)
{
	if (x->c.kind == CONFUSION_ARTICLE && y->c.kind == CONFUSION_ARTICLE && str_eq(x->c.given, y->c.given)) {
		bool longer = strlen(x->c.ending) > strlen(y->c.ending), related = str_ends(longer ? x->c.ending : y->c.ending, longer ? y->c.ending : x->c.ending);
		bool equal = x->c.n == y->c.n && x->places == y->places;
		return related && x != y && (longer ? !equal : equal && strlen(x->c.ending) < strlen(y->c.ending));
	}
	if (x->c.kind == CONFUSION_PAIR && y->c.kind == CONFUSION_ARTICLE)
		return x->c.n <= y->c.n && str_ends(x->c.right, y->c.ending) && strncmp(x->c.given, y->c.given, strlen(y->c.given)) == 0;
	return x->c.kind == CONFUSION_ITEM && y->c.kind == CONFUSION_PAIR && str_eq(x->c.path, y->c.path) && x->c.n <= y->c.n;
}

static int by_use(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;
	if (x->c.n != y->c.n)
		return y->c.n - x->c.n;
	if (x->c.of != y->c.of)
		return x->c.of - y->c.of;
	if (x->c.kind != y->c.kind)
		return (int)x->c.kind - (int)y->c.kind;
	int c = strcmp(x->c.path, y->c.path);
	return c ? c : strcmp(x->c.given, y->c.given);
}

static void put(struct gathering *g, const struct counted *x, struct confusions *out)
{
	struct arena *a = &out->arena;
	struct confusion *c = &out->list[out->count++];
	*c = x->c;
	c->given = arena_strdup(a, c->given);
	c->right = arena_strdup(a, c->right);
	c->ending = arena_strdup(a, c->ending);
	c->asked = arena_strdup(a, c->asked);
	c->path = arena_strdup(a, c->path);
	c->names = arena_array(a, (size_t)c->n, sizeof(*c->names));
	int n = 0;
	for (size_t i = 0; i < g->member_count; i++)
		if (x->who[i / 64] & UINT64_C(1) << i % 64)
			c->names[n++] = arena_strdup(a, g->members[i].name);
}

static void count_all(struct gathering *g, struct confusions *out)
{
	struct counted *list = NULL;
	size_t count = 0, room = 0;
	if (g->claim_count)
		qsort(g->claims, g->claim_count, sizeof(*g->claims), by_claim);
	for (size_t from = 0, to; from < g->claim_count; from = to) {
		const struct claim *c = &g->claims[from];
		for (to = from + 1; to < g->claim_count; to++) {
			const struct claim *d = &g->claims[to];
			if (d->kind != c->kind || strcmp(d->what, c->what) != 0 || strcmp(d->where, c->where) != 0)
				break;
		}
		if (to - from < CONFUSION_N_MIN)
			continue;
		struct counted x = count_run(g, from, to);
		if (!telling(&x))
			continue;
		list = arena_grow(&g->arena, list, count, &room, sizeof(*list));
		list[count++] = x;
	}
	if (count)
		qsort(list, count, sizeof(*list), by_use);
	for (size_t i = 0; i < count && out->count < CONFUSIONS_MAX; i++) {
		bool better = false;
		for (size_t k = 0; k < count && !better; k++)
			better = covered(&list[i], &list[k]);
		if (!better)
			put(g, &list[i], out);
	}
}

bool confusions_load(struct app *app, const char *programme, int64_t since, struct confusions *out, struct err *e)
{
	struct gathering g = {.app = app, .drill = "", .e = e};
	const char *path = "";
	*out = (struct confusions){.arena = ARENA_INIT};
	out->list = arena_array(&out->arena, CONFUSIONS_MAX, sizeof(*out->list));
	if (since == INT64_MIN)
		since = app_today(app) - CONFUSION_DAYS;
	int64_t from = since * DAY_MS + app->rollover_hour * INT64_C(3600000) - app->offset_min * INT64_C(60000);
	bool ok = app_may(app, MAY_SEE_PEOPLE, e) && (!*programme || results_find_programme(app, programme, &g.arena, &path, e)) &&
		  group_people(app->store, path, take_member, &g, e);
	g.words = g.member_count / 64 + 1;
	g.texts = item_texts_new(app);
	out->learners = (int)g.member_count;
	ok = ok && group_mistakes(app->store, from, take_mistake, &g, e) && !g.failed && group_tried(app->store, take_tried, &g, e);
	if (ok)
		count_all(&g, out);
	item_texts_free(g.texts);
	arena_release(&g.arena);
	return ok;
}

void confusions_release(struct confusions *c)
{
	arena_release(&c->arena);
	*c = (struct confusions){.arena = ARENA_INIT};
}
